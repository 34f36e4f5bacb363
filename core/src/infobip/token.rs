//! The tokens that the gateway gives out: of a session, and of OAuth 2.0.

use std::fmt;

use crate::infobip::asking::{Member, NoAnswer, read_answer};
use crate::infobip::auth::Auth;
use crate::json::{Error, Reader};
use crate::jwt;
use crate::reply::{Fault, ReadReply, Reading, Refusal, SentRef, sealed};
use crate::reply_json::{Text, integer, owned, text};
use crate::secret::Secret;
use crate::tell::{Members, Tell, told_by_members};
use crate::time::Timestamp;

/// The answer to [`Gateway::create_session`](crate::infobip::Gateway::create_session): a session's token, for
/// [`Gateway::with_auth`](crate::infobip::Gateway::with_auth). Printing it shows nothing of the token.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Session {
    content: Secret,
    /// When it expires, if it is a JSON Web Token that says so; the documents show another kind.
    pub expires_at: Option<Timestamp>,
    /// The body as it came; the token stands in it. Never printed, never serialised.
    pub raw_body: Vec<u8>,
}

/// The answer to [`Gateway::get_oauth_token`](crate::infobip::Gateway::get_oauth_token): an access token, for
/// [`Gateway::with_auth`](crate::infobip::Gateway::with_auth). Printing it shows nothing of the token.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OauthToken {
    content: Secret,
    /// Of what kind it is, `Bearer`; no document of this gateway shows it.
    pub token_type: Option<String>,
    /// For how many seconds it is good, from when the gateway made it.
    pub expires_in: Option<i64>,
    /// When it expires, if it is a JSON Web Token that says so.
    pub expires_at: Option<Timestamp>,
    /// The body as it came; the token stands in it. Never printed, never serialised.
    pub raw_body: Vec<u8>,
}

macro_rules! tokens {
    ($($name:ident as $auth:ident),+) => { $(
        impl $name {
            /// The token itself. Whoever copies it keeps the copy.
            #[must_use]
            pub fn reveal(&self) -> &str {
                self.content.reveal()
            }
        }

        impl From<&$name> for Auth {
            fn from(token: &$name) -> Auth {
                Auth::$auth(token.content.clone())
            }
        }

        impl From<$name> for Auth {
            fn from(token: $name) -> Auth {
                Auth::$auth(token.content)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self.expires_at {
                    Some(time) => write!(f, "{}(expires at {})", stringify!($name), time.to_rfc3339()),
                    None => write!(f, "{}(does not say when it expires)", stringify!($name)),
                }
            }
        }

        told_by_members!($name);

        impl sealed::Sealed for $name {}
    )+ };
}

tokens! { Session as Ibsso, OauthToken as Bearer }

/// When it expires, and nothing else.
impl Members for Session {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        tell_time(self.expires_at, each);
    }
}

/// All but the token.
impl Members for OauthToken {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        each("tokenType", &self.token_type);
        each("expiresIn", &self.expires_in);
        tell_time(self.expires_at, each);
    }
}

fn tell_time(time: Option<Timestamp>, each: &mut dyn FnMut(&str, &dyn Tell)) {
    if let Some(time) = time {
        each("expiresAt", &time.to_rfc3339());
    }
}

/// A token as it stands in a body.
struct Found {
    content: Secret,
    expires_at: Option<Timestamp>,
    beside: [Option<String>; 4],
}

/// Reads a token of that name, and what stands beside it: kind, duration, and both members of an error of OAuth 2.0.
fn read_token(body: &[u8], name: &str) -> Result<Found, NoAnswer> {
    const BESIDE: [&str; 4] = ["token_type", "expires_in", "error", "error_description"];
    let (mut content, mut beside) = (None, BESIDE.map(|_| None));
    let read = read_answer(body, name, &mut |key: &str, reader: &mut Reader<'_>| -> Result<Member, Error> {
        if key == name {
            content = owned(text(reader)?).filter(|token| !token.is_empty()).map(Secret::new);
            return Ok(if content.is_some() { Member::Found } else { Member::Empty });
        }
        let slot = BESIDE.iter().position(|known| *known == key).and_then(|place| beside.get_mut(place));
        let Some(slot) = slot else { return Ok(Member::Unknown) };
        *slot = owned(text(reader)?);
        Ok(Member::Empty)
    });
    match (read, content) {
        (Ok(()), Some(content)) => {
            let expires_at = jwt::expires_at(content.reveal());
            Ok(Found { content, expires_at, beside })
        }
        (Err(NoAnswer::Other(fault)), _) => {
            let [_, _, code, text] = beside;
            Err(match code {
                Some(_) => NoAnswer::Refusal(Refusal { code, text, ..Refusal::default() }),
                None => NoAnswer::Other(fault),
            })
        }
        (Err(no_answer), _) => Err(no_answer),
        // The last of several members of that name is none.
        (Ok(()), None) => Err(NoAnswer::Other(Fault::shape("expected a text", Some(name)))),
    }
}

impl ReadReply for Session {
    const OPERATIONS: &'static [&'static str] = &["infobip.create_session"];
    const SENDS: bool = false;

    fn read(body: &[u8], _: SentRef<'_>) -> Reading<Session> {
        match read_token(body, "token") {
            Ok(Found { content, expires_at, .. }) => {
                Reading::Success(Session { content, expires_at, raw_body: body.to_vec() })
            }
            Err(no_answer) => no_answer.into_reading(),
        }
    }
}

impl ReadReply for OauthToken {
    const OPERATIONS: &'static [&'static str] = &["infobip.get_oauth_token"];
    const SENDS: bool = false;

    fn read(body: &[u8], _: SentRef<'_>) -> Reading<OauthToken> {
        match read_token(body, "access_token") {
            Ok(Found { content, expires_at, beside: [token_type, expires_in, ..] }) => {
                let expires_in = integer(&expires_in.map(std::borrow::Cow::Owned) as &Text);
                Reading::Success(OauthToken { content, token_type, expires_in, expires_at, raw_body: body.to_vec() })
            }
            Err(no_answer) => no_answer.into_reading(),
        }
    }
}
