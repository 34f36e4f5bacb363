//! One account of Blackkonnect.

use std::fmt;
use std::sync::Arc;

use crate::base_url::{self, BaseUrl};
use crate::blackkonnect::rules;
use crate::call::Parts;
use crate::fields::any;
use crate::gateway;
use crate::judge::{Judge, Policy, Shown};
use crate::path::Path;
use crate::pieces::{concat, split_once};
use crate::secret::{AccountId, Secret};
use crate::sentence::Sentence;
use crate::shared_rules as shared;
use crate::time::Timestamp;
use crate::values::Url;
use crate::violation::InvalidRequest;

/// The names of the limits that this dialect uses.
pub const LIMITS: &[&str] = crate::limits::limit_names![];

/// The path of a single message's status, unless [`Options::message_status_path`] says another: inferred from the
/// bulk's, for no document gives it.
pub const MESSAGE_STATUS_PATH: &str = "/api/sms/messages/status/{messageId}/v1";

/// What stands for the id in the path of a message's status.
const PLACEHOLDER: &str = "{messageId}";

gateway::options_of! {
    /// The options of a [`Gateway`]. Nothing is judged before [`build`](Options::build).
    {
        /// The access token of [`get_token`](Gateway::get_token), without which only that call can be made.
        pub token = "token": Option<Secret>, any;
        /// The service account. `X-ServiceAccount-ID` on the wire; left out when unset.
        pub service_account_id = "service_account_id": Option<AccountId>, any;
        /// The organisation. `X-Organisation-ID` on the wire; left out when unset.
        pub organisation_id = "organisation_id": Option<AccountId>, any;
        /// The path of a single message's status, with `{messageId}` where its id stands: [`MESSAGE_STATUS_PATH`] unless set.
        pub message_status_path = "message_status_path": Option<String>, any;
    }
}

crate::fields::setters! {
    Options { token: Secret, service_account_id: AccountId, organisation_id: AccountId, message_status_path: String }
}

impl Options {
    /// The options of an account, so far without its token.
    pub fn new(base_url: impl Into<String>) -> Options {
        Options { base_url: Some(Url(base_url.into())), ..Options::default() }
    }

    fn judged(&self, first: Judge) -> Result<Gateway, InvalidRequest> {
        let secret = |id: &Option<AccountId>| id.as_ref().map(|id| Secret::new(id.reveal()));
        let [service_account_id, organisation_id] = [secret(&self.service_account_id), secret(&self.organisation_id)];
        let (base, policy) = self.shared().judged(LIMITS, first, &mut |at, judge| {
            if let Some(token) = &self.token {
                judge_token(token, &at.key("token"), judge);
            }
            for (name, id) in [("service_account_id", &service_account_id), ("organisation_id", &organisation_id)] {
                if id.is_some() {
                    gateway::credential(id.as_ref(), &at.key(name), judge);
                }
            }
            if let Some(path) = &self.message_status_path {
                judge_template(path, &at.key("message_status_path"), judge);
            }
        })?;
        let inner = Inner {
            base,
            token: self.token.clone(),
            service_account_id,
            organisation_id,
            message_status_path: self.message_status_path.clone(),
            policy,
        };
        Ok(Gateway { inner: Arc::new(inner) })
    }
}

/// Judges an access token.
fn judge_token(token: &Secret, at: &Path, judge: &mut Judge) {
    gateway::credential(Some(token), at, judge);
    if token.reveal().get(..7).is_some_and(|start| start.eq_ignore_ascii_case("bearer ")) {
        let reason = "begins with the word Bearer, which the gateway adds";
        judge.report(&shared::CREDENTIAL_CHARACTERS, at, Shown::Nothing, &[&reason]);
    }
}

/// Judges the path of a message's status.
fn judge_template(template: &str, at: &Path, judge: &mut Judge) {
    let behind = |text| split_once(text, PLACEHOLDER).map(|(_, behind)| behind);
    let count = std::iter::successors(behind(template), |rest| behind(rest)).count();
    let filled = filled(template, "id");
    let (path, query) = split_once(&filled, "?").unwrap_or((&filled, ""));
    let reason = if !template.starts_with('/') {
        "it does not begin with a slash".to_owned()
    } else if count != 1 {
        Sentence::default()
            .text("it holds ")
            .text(PLACEHOLDER)
            .text(" ")
            .number(count)
            .text(" times, not once")
            .finish()
    } else if let Err(fault) = base_url::check_endpoint(path, query) {
        gateway::url_fault(fault)
    } else {
        return;
    };
    // A query may hold a key.
    judge.report(&shared::PATH_TEMPLATE, at, Shown::Nothing, &[&reason, &MESSAGE_STATUS_PATH]);
}

/// A path with that in place of the id.
fn filled(template: &str, id: &str) -> String {
    split_once(template, PLACEHOLDER)
        .map_or_else(|| template.to_owned(), |(before, behind)| concat(&[before, id, behind]))
}

#[derive(Clone)]
struct Inner {
    base: BaseUrl,
    token: Option<Secret>,
    service_account_id: Option<Secret>,
    organisation_id: Option<Secret>,
    message_status_path: Option<String>,
    policy: Policy,
}

/// One account: base URL, access token and options. Cheap to clone, immutable, printable.
#[derive(Clone)]
pub struct Gateway {
    inner: Arc<Inner>,
}

impl Gateway {
    /// The gateway of an account with default options, so far without a token; [`Options`] has the others.
    pub fn new(base_url: impl Into<String>) -> Result<Gateway, InvalidRequest> {
        Options::new(base_url).build()
    }

    /// The same account with that access token: the answer of [`get_token`](Gateway::get_token), or its text.
    pub fn with_token(&self, token: impl Into<Secret>) -> Result<Gateway, InvalidRequest> {
        let token = token.into();
        let mut judge = Judge::new(self.policy(), crate::judge::Mode::Options);
        judge_token(&token, &Path::Root.key("gateway").key("token"), &mut judge);
        judge.into_result()?;
        let inner = Inner { token: Some(token), ..(*self.inner).clone() };
        Ok(Gateway { inner: Arc::new(inner) })
    }

    /// The base URL.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.inner.base.as_str()
    }

    /// When its access token expires, if it is a JSON Web Token that says so.
    #[must_use]
    pub fn token_expires_at(&self) -> Option<Timestamp> {
        crate::jwt::expires_at(self.inner.token.as_ref()?.reveal())
    }

    /// Whether it has an access token.
    #[must_use]
    pub fn has_token(&self) -> bool {
        self.inner.token.is_some()
    }

    pub(crate) fn policy(&self) -> &Policy {
        &self.inner.policy
    }

    /// Reports that a call needs a token, where there is none.
    pub(crate) fn need_token(&self, judge: &mut Judge) {
        if self.inner.token.is_none() {
            judge.report(&rules::MISSING_TOKEN, &Path::Root.key("gateway").key("token"), Shown::Nothing, &[]);
        }
    }

    /// The path of the status of the message of that id.
    pub(crate) fn message_status_path(&self, id: &str) -> String {
        let template = self.inner.message_status_path.as_deref().unwrap_or(MESSAGE_STATUS_PATH);
        filled(template, &crate::form::path_part(id))
    }

    /// Whether the path of a message's status is the one that no document confirms.
    pub(crate) fn guesses_message_status_path(&self) -> bool {
        self.inner.message_status_path.is_none()
    }

    /// A call that posts JSON to that path.
    pub(crate) fn post(&self, path: &str, body: Vec<u8>) -> Parts {
        let mut parts = self.get(path);
        parts.method = "POST";
        parts.headers.push(("Content-Type", "application/json".to_owned()));
        parts.body = body;
        parts
    }

    /// A call that asks for what is at that path.
    pub(crate) fn get(&self, path: &str) -> Parts {
        let inner = &*self.inner;
        let token = inner.token.as_ref().map(|token| concat(&["Bearer ", token.reveal()]));
        let account = inner.service_account_id.as_ref().map(|id| id.reveal().to_owned());
        let organisation = inner.organisation_id.as_ref().map(|id| id.reveal().to_owned());
        let headers = [
            ("Authorization", token),
            ("X-ServiceAccount-ID", account),
            ("X-Organisation-ID", organisation),
            ("Accept", Some("application/json".to_owned())),
        ];
        let mut parts = Parts { method: "GET", url: inner.base.join(path), headers: Vec::new(), body: Vec::new() };
        for (name, value) in headers {
            if let Some(value) = value {
                parts.headers.push((name, value));
            }
        }
        parts
    }

    /// A call that posts a form to that path, and nothing of the account beside it.
    pub(crate) fn post_form(&self, path: &str, form: String) -> Parts {
        Parts {
            method: "POST",
            url: self.inner.base.join(path),
            headers: vec![
                ("Accept", "application/json".to_owned()),
                ("Content-Type", "application/x-www-form-urlencoded".to_owned()),
            ],
            body: form.into_bytes(),
        }
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let token = if self.has_token() { "with" } else { "without" };
        write!(f, "blackkonnect::Gateway({}, {token} token)", self.base_url())
    }
}
