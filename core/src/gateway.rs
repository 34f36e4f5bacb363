//! What the gateways of all dialects have in common: the base URL, the options, and their checks.

use crate::base_url::{BaseUrl, BaseUrlError, UrlFault};
use crate::codes::Code;
use crate::fields::{Field, Out, nearest, wrong_secret, wrong_type};
use crate::json::Value;
use crate::judge::{CodeSet, Judge, Policy, Shown};
use crate::limits::Limits;
use crate::path::Path;
use crate::secret::{AccountId, HeaderFault, Secret, header_fault};
use crate::sentence::Sentence;
use crate::shared_rules as rules;
use crate::values::{Url, read_text_or_digits};
use crate::violation::InvalidRequest;

/// Limits by name, as a host language gives them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LimitSettings(pub(crate) Vec<(String, i64)>);

impl Field for LimitSettings {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<LimitSettings> {
        let Value::Object(entries) = value else { return wrong_type("an object", &value, at, judge) };
        let mut settings = Vec::new();
        for (name, value) in entries {
            if let Some(number) = crate::fields::read_integer(&value, &at.key(&name), judge) {
                settings.push((name.into_owned(), number));
            }
        }
        Some(LimitSettings(settings))
    }

    fn write(&self, _: &mut Out) {}
}

/// A credential as an option: its value never stands in a violation.
impl Field for Secret {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Secret> {
        match value {
            Value::String(text) => Some(Secret::new(text.into_owned())),
            Value::Null => wrong_type("a string", &Value::Null, at, judge),
            other => wrong_secret("a string", &other, at, judge),
        }
    }

    fn write(&self, out: &mut Out) {
        out.json.string(self.reveal());
    }
}

/// An account's id: a text or its digits, as secret as a key.
impl Field for AccountId {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<AccountId> {
        match value {
            Value::String(_) | Value::Integer(0..) => {
                read_text_or_digits(value, "a string", at, judge).map(|(text, _)| AccountId::from(text))
            }
            Value::Null => wrong_type("a string", &Value::Null, at, judge),
            other => wrong_secret("a string or a positive integer", &other, at, judge),
        }
    }

    fn write(&self, out: &mut Out) {
        out.json.string(self.reveal());
    }
}

/// Declares the options of a gateway: those that every dialect has, around its own.
macro_rules! options_of {
    ($(#[$outer:meta])* { $($own:tt)* }) => {
        $crate::fields::wire! {
            $(#[$outer])*
            pub struct Options, "the gateway's options", judged by $crate::fields::any {
                /// `https://…`, as the operator names it; a path prefix stays.
                pub base_url = "base_url": Option<$crate::values::Url>, $crate::fields::any;
                $($own)*
                /// Whether plain `http` may go elsewhere than to loopback. False by default.
                pub allow_http = "allow_http": Option<bool>, $crate::fields::any;
                /// `clean` (the default): separators in numbers are removed, with a warning. `exact`: no number is changed.
                pub numbers = "numbers": Option<String>, $crate::fields::any;
                limits = "limits": Option<$crate::gateway::LimitSettings>, $crate::fields::any;
                /// Codes that are warnings for this gateway, though errors by default.
                pub allow = "allow": Vec<String>, $crate::fields::any;
                /// Codes that are errors for this gateway, though warnings by default.
                pub forbid = "forbid": Vec<String>, $crate::fields::any;
            }
        }

        $crate::fields::setters! { Options { allow_http: bool, numbers: String } }

        $crate::gateway::options! { Options, Gateway }
    };
}
pub(crate) use options_of;

/// What the options of every gateway have.
pub(crate) struct Shared<'a> {
    pub(crate) base_url: Option<&'a Url>,
    pub(crate) allow_http: bool,
    pub(crate) numbers: Option<&'a String>,
    pub(crate) limits: Option<&'a LimitSettings>,
    pub(crate) allow: &'a [String],
    pub(crate) forbid: &'a [String],
}

impl Shared<'_> {
    /// Judges the values of a gateway's options, those of its dialect by `own`. What shapes were found wrong before is told
    /// before them.
    pub(crate) fn judged(
        &self,
        known_limits: &[&'static str],
        mut judge: Judge,
        own: &mut dyn FnMut(&Path, &mut Judge),
    ) -> Result<(BaseUrl, Policy), InvalidRequest> {
        let root = Path::Root;
        let at = root.key("gateway");
        judge.start_judging();
        let limits = self.limits.map_or(&[][..], |limits| &limits.0);
        let mut policy = policy(limits, known_limits, self.allow, self.forbid, &at, &mut judge);
        let base = base_url(self.base_url, self.allow_http, &at, &mut judge);
        own(&at, &mut judge);
        policy.exact_numbers = exact_numbers(self.numbers, &at, &mut judge);
        let violations = judge.into_result()?;
        // Without a base URL there was an error.
        base.map(|base| (base, policy)).ok_or(InvalidRequest { violations })
    }
}

/// Declares what the options of every gateway can do: limits and codes are moved, and the gateway is made, from Rust or from
/// a tree. The dialect's own `judged` tells what is wrong with the values, behind the shapes that `first` holds.
macro_rules! options {
    ($options:ident, $gateway:ident) => {
        impl $options {
            /// What they have in common with those of other gateways.
            fn shared(&self) -> $crate::gateway::Shared<'_> {
                $crate::gateway::Shared {
                    base_url: self.base_url.as_ref(),
                    allow_http: self.allow_http.unwrap_or(false),
                    numbers: self.numbers.as_ref(),
                    limits: self.limits.as_ref(),
                    allow: &self.allow,
                    forbid: &self.forbid,
                }
            }

            /// Sets one limit; [`LIMITS`] has the names.
            pub fn limit(mut self, name: &str, value: i64) -> $options {
                self.limits.get_or_insert_default().0.push((name.to_owned(), value));
                self
            }

            /// Makes an error of that code a warning.
            pub fn allow(mut self, code: &str) -> $options {
                self.allow.push(code.to_owned());
                self
            }

            /// Makes a warning of that code an error.
            pub fn forbid(mut self, code: &str) -> $options {
                self.forbid.push(code.to_owned());
                self
            }

            /// The gateway, or all that is wrong with the options, with paths such as `gateway.base_url`.
            pub fn build(&self) -> Result<$gateway, $crate::InvalidRequest> {
                let policy = $crate::judge::Policy::default();
                self.judged($crate::judge::Judge::new(&policy, $crate::judge::Mode::Options))
            }
        }

        impl $gateway {
            /// The gateway of options that a host language gives as a tree.
            pub fn from_value(options: $crate::Value<'_>) -> Result<$gateway, $crate::InvalidRequest> {
                let policy = $crate::judge::Policy::default();
                let mut judge = $crate::judge::Judge::new(&policy, $crate::judge::Mode::Options);
                let at = $crate::path::Path::Root;
                let mut read = None;
                <$options as $crate::fields::Field>::read_into(&mut read, options, &at.key("gateway"), &mut judge);
                read.get_or_insert_default().judged(judge)
            }
        }
    };
}
pub(crate) use options;

/// Moves codes and limits as the caller wants; unknown and fixed ones are reported.
pub(crate) fn policy(
    limits: &[(String, i64)],
    known_limits: &[&'static str],
    allow: &[String],
    forbid: &[String],
    at: &Path,
    judge: &mut Judge,
) -> Policy {
    let mut policy = Policy { limits: Limits::default(), version: 1, ..Policy::default() };
    for (name, given) in limits {
        let list = at.key("limits");
        let here = list.key(name);
        let slot = if known_limits.contains(&name.as_str()) { policy.limits.get_mut(name) } else { None };
        match (slot, u64::try_from(*given)) {
            (Some(_), Ok(value)) if name == "depth" && value > crate::json::MAX_DEPTH as u64 => {
                judge.report(&rules::LIMIT_DEPTH, &here, Shown::Integer(*given), &[&crate::json::MAX_DEPTH]);
            }
            (Some(slot), Ok(value)) => *slot = value,
            (Some(_), Err(_)) => judge.report(&rules::LIMIT_NEGATIVE, &here, Shown::Integer(*given), &[]),
            (None, _) => {
                let suggestion = nearest(name, known_limits);
                judge.report(&rules::UNKNOWN_KEY, &here, Shown::Nothing, &[&"the limits", &suggestion]);
            }
        }
    }
    policy.allow = codes(allow, &at.key("allow"), judge);
    policy.forbid = codes(forbid, &at.key("forbid"), judge);
    policy
}

fn codes(names: &[String], at: &Path, judge: &mut Judge) -> CodeSet {
    let mut set = CodeSet::default();
    for (index, name) in names.iter().enumerate() {
        let here = at.index(index);
        match Code::from_text(name) {
            Some(code) if code.is_fixed() => judge.report(&rules::FIXED_CODE, &here, Shown::Plain(name), &[]),
            Some(code) => set.insert(code),
            None => {
                let known: Vec<&'static str> = Code::ALL.iter().map(|code| code.as_str()).collect();
                judge.report(&rules::UNKNOWN_CODE, &here, Shown::Plain(name), &[&nearest(name, &known)]);
            }
        }
    }
    set
}

/// Judges `api_version`: 1 (the default) or 2.
pub(crate) fn api_version(version: Option<i64>, at: &Path, judge: &mut Judge) -> u8 {
    match version {
        None | Some(1) => 1,
        Some(2) => 2,
        Some(other) => {
            judge.report(&rules::UNKNOWN_OPTION, &at.key("api_version"), Shown::Integer(other), &[&"1, 2"]);
            1
        }
    }
}

/// Judges `numbers`: `clean` (the default) or `exact`.
fn exact_numbers(word: Option<&String>, at: &Path, judge: &mut Judge) -> bool {
    match word.map(String::as_str) {
        None | Some("clean") => false,
        Some("exact") => true,
        Some(other) => {
            judge.report(&rules::UNKNOWN_OPTION, &at.key("numbers"), Shown::Plain(other), &[&"clean, exact"]);
            false
        }
    }
}

/// Judges the base URL. Its text stands in no violation, for it may hold a password.
fn base_url(text: Option<&Url>, allow_http: bool, at: &Path, judge: &mut Judge) -> Option<BaseUrl> {
    let at = at.key("base_url");
    let Some(text) = text else {
        judge.report(&rules::MISSING, &at, Shown::Nothing, &[]);
        return None;
    };
    let error = match BaseUrl::parse(text.as_str(), allow_http) {
        Ok(base) => return Some(base),
        Err(error) => error,
    };
    let reason = match error {
        BaseUrlError::HttpsRequired => {
            judge.report(&rules::HTTPS_REQUIRED, &at, Shown::Nothing, &[]);
            return None;
        }
        BaseUrlError::Empty => "it is empty".to_owned(),
        BaseUrlError::Scheme => "it must begin with https://".to_owned(),
        BaseUrlError::UserInfo => "it holds a user name or password; credentials have their own options".to_owned(),
        BaseUrlError::Query => "it holds a query (?), which the endpoints do not have".to_owned(),
        BaseUrlError::Fragment => "it holds a fragment (#), which is never sent".to_owned(),
        BaseUrlError::Form(fault) => url_fault(fault),
    };
    judge.report(&rules::INVALID_BASE_URL, &at, Shown::Nothing, &[&reason]);
    None
}

/// What is wrong with the form of a URL, in words.
pub(crate) fn url_fault(fault: UrlFault) -> String {
    let mut at = Sentence::default();
    match fault {
        UrlFault::Character { offset } => {
            at.text("the character at byte ").number(offset).text(" cannot stand in a URL").finish()
        }
        UrlFault::Backslash { offset } => {
            at.text("there is a backslash at byte ").number(offset).text("; use slashes").finish()
        }
        UrlFault::NonAscii { offset } => at
            .text("the character at byte ")
            .number(offset)
            .text(" is not ASCII; write the host in punycode (xn--…), a path percent-encoded")
            .finish(),
        UrlFault::Host => "its host is no name or address".to_owned(),
        UrlFault::Port => "its port is no number from 0 to 65535".to_owned(),
        UrlFault::Percent => "a % is not followed by two hexadecimal digits".to_owned(),
        UrlFault::DotSegment => "its path holds . or .. as a part".to_owned(),
        UrlFault::EmptySegment => "its path holds two slashes in a row".to_owned(),
        UrlFault::TooLong => "it is longer than 2,048 bytes".to_owned(),
    }
}

/// Judges a credential that is sent as it is.
pub(crate) fn credential(secret: Option<&Secret>, at: &Path, judge: &mut Judge) {
    let Some(secret) = secret else {
        judge.report(&rules::MISSING, at, Shown::Nothing, &[]);
        return;
    };
    let reason = match header_fault(secret.reveal()) {
        None => return,
        Some(HeaderFault::Empty) => {
            judge.report(&rules::EMPTY, at, Shown::Nothing, &[]);
            return;
        }
        Some(HeaderFault::Control) => {
            judge.report(&rules::HEADER_INJECTION, at, Shown::Nothing, &[]);
            return;
        }
        Some(HeaderFault::NonAscii) => "holds a character outside of ASCII",
        Some(HeaderFault::Blank) => "begins or ends with a space",
        Some(HeaderFault::Quoted) => "is wrapped in quotation marks",
    };
    judge.report(&rules::CREDENTIAL_CHARACTERS, at, Shown::Nothing, &[&reason]);
}

/// Judges a credential that is encoded before it is sent, so that only control characters harm.
pub(crate) fn encoded_credential(secret: Option<&Secret>, at: &Path, judge: &mut Judge) {
    let Some(secret) = secret else {
        judge.report(&rules::MISSING, at, Shown::Nothing, &[]);
        return;
    };
    if secret.reveal().is_empty() {
        judge.report(&rules::EMPTY, at, Shown::Nothing, &[]);
    } else if secret.reveal().chars().any(char::is_control) {
        judge.report(&rules::HEADER_INJECTION, at, Shown::Nothing, &[]);
    }
}
