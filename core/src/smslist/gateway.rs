//! One account of the `smslist` family.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroize;

use crate::base_url::BaseUrl;
use crate::call::Parts;
use crate::fields::{Field, Out, Slot, any};
use crate::form::Pairs;
use crate::gateway;
use crate::json::Value;
use crate::judge::{Account, Judge, Policy, Shown};
use crate::path::Path;
use crate::pieces::{concat, join};
use crate::secret::{AccountId, Secret};
use crate::shared_rules as shared;
use crate::smslist::message::PASS_TYPES;
use crate::smslist::rules;
use crate::values::{Url, judge_characters};
use crate::violation::InvalidRequest;

/// The names of the limits that this dialect uses.
pub const LIMITS: &[&str] = crate::limits::limit_names![];

/// `pass_type` as an option: a word, or null for none at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum PassType {
    /// Not said: `plain`.
    #[default]
    Default,
    /// Left out of the items.
    None,
    /// That word.
    Word(String),
}

impl Slot for PassType {
    fn take(&mut self, value: Value<'_>, at: &Path, judge: &mut Judge) {
        *self = match value {
            Value::Null => PassType::None,
            value => match String::read(value, at, judge) {
                Some(word) => PassType::Word(word),
                None => return,
            },
        };
    }

    fn is_unset(&self) -> bool {
        *self == PassType::Default
    }

    fn write(&self, _: &mut Out) {}
}

impl crate::fields::Content for PassType {
    type Of = PassType;
    fn content(&self) -> Option<&PassType> {
        Some(self)
    }
}

gateway::options_of! {
    /// The options of a [`Gateway`]. Nothing is judged before [`build`](Options::build).
    {
        /// The account's partner id.
        pub partner_id = "partner_id": Option<AccountId>, any;
        /// The account's API key.
        pub api_key = "api_key": Option<Secret>, any;
        /// The sender ID, case-sensitive. `shortcode` on the wire.
        pub sender = "sender": Option<String>, any;
        /// Whether the path ends in a slash, as old documents print it. False by default: deployments disagree.
        pub trailing_slash = "trailing_slash": Option<bool>, any;
        /// Whether the operations that the documents show with both methods go as `GET`, with the API key in the URL,
        /// where proxies and servers log it. False by default: they post. Each call then has the warning `key_in_url`.
        pub get_with_key_in_url = "get_with_key_in_url": Option<bool>, any;
        pass_type = "pass_type": PassType, any;
    }
}

impl Options {
    /// The options of an account: where it is, its credentials, and its sender.
    pub fn new(
        base_url: impl Into<String>,
        partner_id: impl Into<AccountId>,
        api_key: impl Into<String>,
        sender: impl Into<String>,
    ) -> Options {
        Options {
            base_url: Some(Url(base_url.into())),
            partner_id: Some(partner_id.into()),
            api_key: Some(Secret::new(api_key)),
            sender: Some(sender.into()),
            ..Options::default()
        }
    }

    /// `plain` (the default), `bm5`, or `None` to leave it out.
    pub fn pass_type(mut self, word: Option<&str>) -> Options {
        self.pass_type = word.map_or(PassType::None, |word| PassType::Word(word.to_owned()));
        self
    }

    fn judged(&self, first: Judge) -> Result<Gateway, InvalidRequest> {
        let partner_id = self.partner_id.as_ref().map(|id| Secret::new(id.reveal()));
        let pass_type = match &self.pass_type {
            PassType::Default => Some("plain"),
            PassType::None => None,
            PassType::Word(word) => Some(word.as_str()),
        };
        let (base, policy) = self.shared().judged(LIMITS, first, &mut |at, judge| {
            gateway::credential(partner_id.as_ref(), &at.key("partner_id"), judge);
            gateway::credential(self.api_key.as_ref(), &at.key("api_key"), judge);
            judge_sender(self.sender.as_deref(), &at.key("sender"), judge);
            if let Some(word) = pass_type.filter(|word| !PASS_TYPES.contains(word)) {
                let nearest = crate::fields::nearest(word, &PASS_TYPES);
                let known = join(&PASS_TYPES, ", ");
                judge.report(&shared::UNKNOWN_OPTION, &at.key("pass_type"), Shown::Plain(word), &[&known, &nearest]);
            }
        })?;
        let (Some(partner_id), Some(api_key), Some(sender)) = (partner_id, &self.api_key, &self.sender) else {
            return Err(InvalidRequest { violations: Vec::new() });
        };
        let account = Account {
            partner_id,
            api_key: api_key.clone(),
            sender: sender.clone(),
            pass_type: pass_type.map(str::to_owned),
        };
        Ok(Gateway {
            inner: Arc::new(Inner {
                base,
                account: Arc::new(account),
                trailing_slash: self.trailing_slash.unwrap_or(false),
                key_in_url: self.get_with_key_in_url.unwrap_or(false),
                policy,
            }),
        })
    }
}

crate::fields::setters! { Options { trailing_slash: bool, get_with_key_in_url: bool } }

/// No document gives a length or an alphabet; only what cannot be meant is refused.
pub(crate) fn judge_sender(sender: Option<&str>, at: &Path, judge: &mut Judge) {
    match sender {
        None => judge.report(&shared::MISSING, at, Shown::Nothing, &[]),
        Some("") => judge.report(&shared::EMPTY, at, Shown::Nothing, &[]),
        Some(sender) if sender.chars().any(char::is_control) => {
            judge.report(&rules::SENDER_CONTROL, at, Shown::Plain(sender), &[]);
        }
        Some(sender) => {
            judge_characters(sender, at, judge, Shown::Plain(sender));
        }
    }
}

struct Inner {
    base: BaseUrl,
    account: Arc<Account>,
    trailing_slash: bool,
    key_in_url: bool,
    policy: Policy,
}

/// One account: base URL, credentials, sender and options. Cheap to clone, immutable, printable.
#[derive(Clone)]
pub struct Gateway {
    inner: Arc<Inner>,
}

impl Gateway {
    /// The gateway of an account with default options; [`Options`] has the others.
    pub fn new(
        base_url: impl Into<String>,
        partner_id: impl Into<AccountId>,
        api_key: impl Into<String>,
        sender: impl Into<String>,
    ) -> Result<Gateway, InvalidRequest> {
        Options::new(base_url, partner_id, api_key, sender).build()
    }

    /// The base URL.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.inner.base.as_str()
    }

    /// The sender ID that every message goes out under, unless it names another.
    #[must_use]
    pub fn sender(&self) -> &str {
        &self.inner.account.sender
    }

    pub(crate) fn policy(&self) -> &Policy {
        &self.inner.policy
    }

    pub(crate) fn account(&self) -> &Arc<Account> {
        &self.inner.account
    }

    pub(crate) fn pass_type(&self) -> Option<&str> {
        self.inner.account.pass_type.as_deref()
    }

    /// Whether what can go as `GET` does.
    pub(crate) fn key_in_url(&self) -> bool {
        self.inner.key_in_url
    }

    /// A call of a service that takes both methods: it posts JSON, or by the gateway's option asks with the same members in
    /// the URL.
    pub(crate) fn post_or_get(&self, service: &str, body: Vec<u8>) -> Parts {
        let mut parts = self.post(service, body);
        if self.inner.key_in_url {
            let mut json = String::from_utf8(std::mem::take(&mut parts.body)).unwrap_or_default();
            let mut query = Pairs::default();
            query.push_members(&json);
            json.zeroize();
            parts.method = "GET";
            parts.url = concat(&[&parts.url, "?", &query.finish()]);
            parts.headers.retain(|(name, _)| *name != "Content-Type");
        }
        parts
    }

    /// A call that posts JSON to that service.
    pub(crate) fn post(&self, service: &str, body: Vec<u8>) -> Parts {
        let slash = if self.inner.trailing_slash { "/" } else { "" };
        Parts {
            method: "POST",
            url: self.inner.base.join(&concat(&["/api/services/", service, slash])),
            headers: vec![("Content-Type", "application/json".to_owned()), ("Accept", "application/json".to_owned())],
            body,
        }
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "smslist::Gateway({}, sender {:?})", self.inner.base.as_str(), self.inner.account.sender)
    }
}
