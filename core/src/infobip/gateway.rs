//! One account of an Infobip-compatible gateway.

use std::fmt;
use std::sync::Arc;

use crate::base_url::BaseUrl;
use crate::call::Parts;
use crate::fields::any;
use crate::gateway;
use crate::infobip::auth::Auth;
use crate::judge::{Judge, Policy, Shown};
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

gateway::options_of! {
    /// The options of a [`Gateway`]. Nothing is judged before [`build`](Options::build).
    {
        /// The credentials.
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
        Options { base_url: Some(Url(base_url.into())), auth: Some(auth), ..Options::default() }
    }

    fn judged(&self, first: Judge) -> Result<Gateway, InvalidRequest> {
        let mut version = 1;
        let (base, mut policy) = self.shared().judged(LIMITS, first, &mut |at, judge| {
            match &self.auth {
                Some(auth) => auth.judge(&at.key("auth"), judge),
                // Where something of it was broken, its absence is no news.
                None if judge.is_broken_within(&at.key("auth")) => {}
                None => judge.report(&rules::MISSING, &at.key("auth"), Shown::Nothing, &[]),
            }
            version = gateway::api_version(self.api_version, at, judge);
        })?;
        policy.version = version;
        let Some(auth) = &self.auth else { return Err(InvalidRequest { violations: Vec::new() }) };
        Ok(Gateway { inner: Arc::new(Inner { base, authorization: auth.header(), policy }) })
    }
}

crate::fields::setters! { Options { api_version: i64 } }

struct Inner {
    base: BaseUrl,
    authorization: Secret,
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

    /// A call that posts JSON to that path.
    pub(crate) fn post(&self, path: &str, body: Vec<u8>) -> Parts {
        let mut parts = self.ask("POST", path);
        parts.headers.push(("Content-Type", "application/json".to_owned()));
        parts.body = body;
        parts
    }

    /// A call to that path without a body.
    pub(crate) fn ask(&self, method: &'static str, path: &str) -> Parts {
        let headers = vec![
            ("Authorization", self.inner.authorization.reveal().to_owned()),
            ("Accept", "application/json".to_owned()),
        ];
        Parts { method, url: self.inner.base.join(path), headers, body: Vec::new() }
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { base, policy, .. } = &*self.inner;
        write!(f, "infobip::Gateway({}, version {})", base.as_str(), policy.version)
    }
}
