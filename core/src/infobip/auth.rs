//! How an account proves itself: the `Authorization` field of every call.

use std::fmt;

use crate::fields::{Field, FieldName, ObjectNames, Out, members, wrong_secret, wrong_type};
use crate::gateway::{credential, encoded_credential};
use crate::json::Value;
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::pieces::concat;
use crate::secret::{Secret, base64};
use crate::shared_rules as rules;

/// The credentials of an account. Printing one shows its kind only.
///
/// Documented: vendor pages on authentication and the OpenAPI file; the version 1 SDKs know all but `Bearer`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Auth {
    /// `Authorization: App …`: an API key. What the vendor recommends.
    ApiKey(Secret),
    /// `Authorization: Basic …`: user name and password.
    Basic(Secret, Secret),
    /// `Authorization: IBSSO …`: a session token.
    Ibsso(Secret),
    /// `Authorization: Bearer …`: an OAuth 2 access token.
    Bearer(Secret),
}

impl Auth {
    /// An API key.
    pub fn api_key(key: impl Into<String>) -> Auth {
        Auth::ApiKey(Secret::new(key))
    }

    /// User name and password.
    pub fn basic(username: impl Into<String>, password: impl Into<String>) -> Auth {
        Auth::Basic(Secret::new(username), Secret::new(password))
    }

    /// A session token.
    pub fn ibsso(token: impl Into<String>) -> Auth {
        Auth::Ibsso(Secret::new(token))
    }

    /// An OAuth 2 access token.
    pub fn bearer(token: impl Into<String>) -> Auth {
        Auth::Bearer(Secret::new(token))
    }

    pub(crate) fn judge(&self, at: &Path, judge: &mut Judge) {
        match self {
            Auth::ApiKey(key) => credential(Some(key), at, judge),
            Auth::Ibsso(token) | Auth::Bearer(token) => credential(Some(token), at, judge),
            Auth::Basic(username, password) => {
                let here = at.key("username");
                encoded_credential(Some(username), &here, judge);
                if username.reveal().as_bytes().contains(&b':') {
                    let reason = "holds a colon, which ends the user name (RFC 7617)";
                    judge.report(&rules::CREDENTIAL_CHARACTERS, &here, Shown::Nothing, &[&reason]);
                }
                encoded_credential(Some(password), &at.key("password"), judge);
            }
        }
    }

    /// The whole value of the field.
    pub(crate) fn header(&self) -> Secret {
        match self {
            Auth::ApiKey(key) => Secret::new(concat(&["App ", key.reveal()])),
            Auth::Ibsso(token) => Secret::new(concat(&["IBSSO ", token.reveal()])),
            Auth::Bearer(token) => Secret::new(concat(&["Bearer ", token.reveal()])),
            Auth::Basic(username, password) => {
                let pair = Secret::new(concat(&[username.reveal(), ":", password.reveal()]));
                let encoded = Secret::new(base64(pair.reveal().as_bytes()));
                Secret::new(concat(&["Basic ", encoded.reveal()]))
            }
        }
    }
}

impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Auth::ApiKey(_) => "Auth::ApiKey(…)",
            Auth::Basic(..) => "Auth::Basic(…)",
            Auth::Ibsso(_) => "Auth::Ibsso(…)",
            Auth::Bearer(_) => "Auth::Bearer(…)",
        })
    }
}

/// What the credentials of a host language are called, and their fields.
pub(crate) static NAMES: ObjectNames = ObjectNames::new(
    "the credentials",
    &[
        FieldName::new("type", "type"),
        FieldName::new("key", "key"),
        FieldName::new("username", "username"),
        FieldName::new("password", "password"),
        FieldName::new("token", "token"),
    ],
);

impl Field for Auth {
    /// `{"type": "api_key", "key": …}`, `{"type": "basic", "username": …, "password": …}`, and `ibsso` or `bearer` with
    /// a `token`.
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Auth> {
        let Value::Object(mut entries) = value else {
            // A bare text is likely the key itself, so it is not shown.
            return wrong_secret("credentials such as an API key", &value, at, judge);
        };
        let found = members(&NAMES, &mut entries, &mut Vec::new(), at, judge);
        let mut take = |place: usize| found.take(place, &mut entries);
        let kind = match take(0) {
            Some(Value::String(kind)) => kind,
            Some(other) => return wrong_secret("a string", &other, &at.key("type"), judge),
            None => return wrong_type("a string", &Value::Null, &at.key("type"), judge),
        };
        let mut secret =
            |place: usize, name: &str| Secret::read(take(place).unwrap_or(Value::Null), &at.key(name), judge);
        match kind.as_ref() {
            "api_key" => secret(1, "key").map(Auth::ApiKey),
            "basic" => {
                let username = secret(2, "username");
                let password = secret(3, "password");
                Some(Auth::Basic(username?, password?))
            }
            "ibsso" => secret(4, "token").map(Auth::Ibsso),
            "bearer" => secret(4, "token").map(Auth::Bearer),
            _ => {
                // Whoever mistakes the kind for the key gives the key here.
                let known = "api_key, basic, ibsso, bearer";
                judge.report(&rules::UNKNOWN_OPTION, &at.key("type"), Shown::Nothing, &[&known]);
                None
            }
        }
    }

    fn write(&self, _: &mut Out) {}
}
