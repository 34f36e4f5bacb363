//! One account of an Infobip-compatible gateway.

use std::fmt;
use std::sync::Arc;

use crate::base_url::BaseUrl;
use crate::call::Parts;
use crate::fields::{Field, any};
use crate::gateway;
use crate::infobip::auth::Auth;
use crate::json::Value;
use crate::judge::{Judge, Mode, Policy, Shown};
use crate::path::Path;
use crate::secret::Secret;
use crate::shared_rules as rules;
use crate::values::Url;
use crate::violation::InvalidRequest;

/// The names of the limits that this dialect uses.
pub const LIMITS: &[&str] = crate::limits::limit_names![
    "bulk_id",
    "message_id",
    "callback_data",
    "callback_data_safe",
    "text_parts",
    "text_bytes",
    "sender_min",
    "sender_max",
    "sender_digits_min",
    "sender_digits_max",
    "validity_period_min",
    "validity_period_max",
    "send_at_days",
    "window_minutes",
    "entity_id",
    "application_id",
    "binary_entity_id",
    "binary_application_id",
    "binary_octets",
    "campaign_reference_id",
    "south_korea_title",
    "results_per_call",
    "query_ids",
    "log_hours",
];

/// What the bodies are, and what the replies shall be.
pub(crate) const JSON: &str = "application/json";

gateway::options_of! {
    /// The options of a [`Gateway`]. Nothing is judged before [`build`](Options::build).
    {
        /// The credentials, without which only [`create_session`](Gateway::create_session) and
        /// [`get_oauth_token`](Gateway::get_oauth_token) can be called.
        pub auth = "auth": Option<Auth>, any;
        /// The version of the send endpoints: 1 (the default) or 2.
        pub api_version = "api_version": Option<i64>, any;
    }
}

impl PartialEq for Auth {
    fn eq(&self, other: &Auth) -> bool {
        self.header().reveal() == other.header().reveal()
    }
}

impl Options {
    /// The options of an account: where it is, and its credentials.
    pub fn new(base_url: impl Into<String>, auth: Auth) -> Options {
        Options { auth: Some(auth), ..Options::without_auth(base_url) }
    }

    /// The options of an account, so far without its credentials.
    pub fn without_auth(base_url: impl Into<String>) -> Options {
        Options { base_url: Some(Url(base_url.into())), ..Options::default() }
    }

    fn judged(&self, first: Judge) -> Result<Gateway, InvalidRequest> {
        let mut version = 1;
        let (base, mut policy) = self.shared().judged(LIMITS, first, &mut |at, judge| {
            if let Some(auth) = &self.auth {
                auth.judge(&at.key("auth"), judge);
            }
            version = gateway::api_version(self.api_version, at, judge);
        })?;
        policy.version = version;
        let authorization = self.auth.as_ref().map(Auth::header);
        Ok(Gateway { inner: Arc::new(Inner { base, authorization, policy }) })
    }
}

crate::fields::setters! { Options { api_version: i64 } }

#[derive(Clone)]
struct Inner {
    base: BaseUrl,
    authorization: Option<Secret>,
    policy: Policy,
}

/// One account: base URL, credentials and options. Cheap to clone, immutable, printable.
#[derive(Clone)]
pub struct Gateway {
    inner: Arc<Inner>,
}

impl Gateway {
    /// The gateway of an account with default options; [`Options`] has the others.
    pub fn new(base_url: impl Into<String>, auth: Auth) -> Result<Gateway, InvalidRequest> {
        Options::new(base_url, auth).build()
    }

    /// The same so far without credentials, to ask for those of a session.
    pub fn without_auth(base_url: impl Into<String>) -> Result<Gateway, InvalidRequest> {
        Options::without_auth(base_url).build()
    }

    /// The same account with those credentials: others, or those of an answer to
    /// [`create_session`](Gateway::create_session) or [`get_oauth_token`](Gateway::get_oauth_token).
    pub fn with_auth(&self, auth: impl Into<Auth>) -> Result<Gateway, InvalidRequest> {
        self.authorized(|_, _| Some(auth.into()))
    }

    /// The same with the credentials that a host language gives as a tree.
    pub fn with_auth_value(&self, auth: Value<'_>) -> Result<Gateway, InvalidRequest> {
        self.authorized(|at, judge| Auth::read(auth, at, judge))
    }

    fn authorized(&self, read: impl FnOnce(&Path, &mut Judge) -> Option<Auth>) -> Result<Gateway, InvalidRequest> {
        let mut judge = Judge::new(self.policy(), Mode::Options);
        let (root, mut inner) = (Path::Root.key("gateway"), (*self.inner).clone());
        let at = root.key("auth");
        if let Some(auth) = read(&at, &mut judge) {
            auth.judge(&at, &mut judge);
            inner.authorization = Some(auth.header());
        }
        judge.into_result()?;
        Ok(Gateway { inner: Arc::new(inner) })
    }

    /// Whether it has credentials.
    #[must_use]
    pub fn has_auth(&self) -> bool {
        self.inner.authorization.is_some()
    }

    /// The base URL.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.inner.base.as_str()
    }

    /// The version of the send endpoints.
    #[must_use]
    pub fn api_version(&self) -> u8 {
        self.inner.policy.version
    }

    pub(crate) fn policy(&self) -> &Policy {
        &self.inner.policy
    }

    /// That of two paths which belongs to its version of the endpoints.
    pub(crate) fn path_of(&self, [first, second]: [&'static str; 2]) -> &'static str {
        if self.api_version() == 2 { second } else { first }
    }

    /// A call that posts JSON to that path.
    pub(crate) fn post(&self, path: &str, body: Vec<u8>) -> Parts {
        self.send("POST", path, body)
    }

    /// A call that sends JSON to that path.
    pub(crate) fn send(&self, method: &'static str, path: &str, body: Vec<u8>) -> Parts {
        self.parts(method, path, self.inner.authorization.as_ref(), JSON, body)
    }

    /// A call to that path without a body.
    pub(crate) fn ask(&self, method: &'static str, path: &str) -> Parts {
        self.parts(method, path, self.inner.authorization.as_ref(), "", Vec::new())
    }

    /// A call that posts credentials to that path, and none of the account's beside them.
    pub(crate) fn post_credentials(&self, path: &str, content_type: &str, body: Vec<u8>) -> Parts {
        self.parts("POST", path, None, content_type, body)
    }

    fn parts(
        &self,
        method: &'static str,
        path: &str,
        authorization: Option<&Secret>,
        content_type: &str,
        body: Vec<u8>,
    ) -> Parts {
        let mut headers = Vec::with_capacity(3);
        if let Some(authorization) = authorization {
            headers.push(("Authorization", authorization.reveal().to_owned()));
        }
        if !content_type.is_empty() {
            headers.push(("Content-Type", content_type.to_owned()));
        }
        headers.push(("Accept", JSON.to_owned()));
        Parts { method, url: self.inner.base.join(path), headers, body }
    }
}

/// Reports that a call needs credentials, where there is a gateway and it has none.
pub(crate) fn need_auth(gateway: Option<&Gateway>, judge: &mut Judge) {
    if gateway.is_some_and(|gateway| !gateway.has_auth()) {
        judge.report(&rules::MISSING, &Path::Root.key("gateway").key("auth"), Shown::Nothing, &[]);
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { base, policy, .. } = &*self.inner;
        let auth = if self.has_auth() { "" } else { ", without credentials" };
        write!(f, "infobip::Gateway({}, version {}{auth})", base.as_str(), policy.version)
    }
}
