//! A reply becomes an answer or an error, in one place for every endpoint.

use std::fmt;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::codes::ReplyCode;
use crate::outcome::{Outcome, Resend, ResendAfter, State};
use crate::sent::Sent;
use crate::time;

/// The header fields of a reply that matter, whatever their spelling.
#[derive(Clone, Default)]
pub struct ReplyHeaders {
    retry_after: Option<String>,
    date: Option<String>,
    location: Option<String>,
}

impl ReplyHeaders {
    /// The names that are looked at, in lower case; a host language need pass no others.
    pub const NAMES: [&'static str; 3] = ["retry-after", "date", "location"];

    /// Takes them from pairs of name and value. The first of several counts.
    pub fn from_pairs<N: AsRef<str>, V: AsRef<[u8]>>(pairs: impl IntoIterator<Item = (N, V)>) -> ReplyHeaders {
        let mut headers = ReplyHeaders::default();
        for (name, value) in pairs {
            let name = name.as_ref();
            let slot = if name.eq_ignore_ascii_case("retry-after") {
                &mut headers.retry_after
            } else if name.eq_ignore_ascii_case("date") {
                &mut headers.date
            } else if name.eq_ignore_ascii_case("location") {
                &mut headers.location
            } else {
                continue;
            };
            slot.get_or_insert_with(|| String::from_utf8_lossy(value.as_ref()).trim().to_owned());
        }
        headers
    }

    fn retry_after(&self) -> Option<ResendAfter> {
        let value = self.retry_after.as_deref()?;
        time::retry_after(value, self.date.as_deref()).map(ResendAfter::from)
    }

    /// Where a redirect points, without its query: some gateways carry the key there.
    fn location(&self) -> Option<String> {
        let location = self.location.as_deref()?.split(['?', '#']).next()?;
        let Some((scheme, rest)) = location.split_once("//") else { return Some(location.to_owned()) };
        // User info, too, may be a credential.
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let host = authority.rsplit('@').next().unwrap_or_default();
        Some([scheme, "//", host, path].concat())
    }
}

impl fmt::Debug for ReplyHeaders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplyHeaders")
            .field("retry_after", &self.retry_after)
            .field("date", &self.date)
            .field("location", &self.location())
            .finish()
    }
}

impl From<&http::HeaderMap> for ReplyHeaders {
    fn from(map: &http::HeaderMap) -> ReplyHeaders {
        ReplyHeaders::from_pairs(map.iter().map(|(name, value)| (name.as_str(), value.as_bytes())))
    }
}

/// One thing that the gateway found wrong with the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FieldError {
    /// Which field, in the gateway's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Which rule, in the gateway's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What it says.
    pub message: String,
}

/// The gateway understood the request and said no to all of it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refused {
    /// The HTTP status.
    pub status: i64,
    /// The gateway's own code.
    pub gateway_code: Option<String>,
    /// The gateway's own words.
    pub gateway_text: Option<String>,
    /// What it found wrong, field by field, if it says so.
    pub errors: Vec<FieldError>,
    /// Whether the messages may be sent again.
    pub resend: Resend,
    /// When, with [`Resend::SafeAfter`], if the gateway says so.
    pub resend_after: Option<ResendAfter>,
    /// The body as it came. Never printed.
    pub raw_body: Vec<u8>,
}

/// The reply is not what the dialect says.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnreadableReply {
    /// The HTTP status.
    pub status: i64,
    /// Why.
    pub code: ReplyCode,
    /// What was expected, in words.
    pub reason: String,
    /// Where in the body reading failed, in the gateway's names.
    pub path: Option<String>,
    /// Where in the body reading failed, in bytes.
    pub offset: Option<usize>,
    /// Where a redirect points, without its query.
    pub location: Option<String>,
    /// The body as it came. Never printed.
    pub raw_body: Vec<u8>,
}

impl Refused {
    /// The fate of every message of the call.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome {
            state: if self.resend == Resend::Uncertain { State::Unknown } else { State::Rejected },
            is_final: self.resend != Resend::Uncertain,
            code: self.gateway_code.clone(),
            text: self.gateway_text.clone(),
            resend: self.resend,
            resend_after: self.resend_after,
        }
    }
}

impl UnreadableReply {
    /// The fate of every message of the call: unknown, for the gateway may have taken them.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome::unknown()
    }
}

/// A reply that is no answer. Either way it holds the status and the body.
#[derive(Clone, PartialEq, Eq)]
pub enum ReplyError {
    /// The gateway understood and said no.
    Refused(Box<Refused>),
    /// The reply is not what the dialect says.
    Unreadable(Box<UnreadableReply>),
}

impl ReplyError {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> ReplyCode {
        match self {
            ReplyError::Refused(_) => ReplyCode::Refused,
            ReplyError::Unreadable(error) => error.code,
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> i64 {
        match self {
            ReplyError::Refused(error) => error.status,
            ReplyError::Unreadable(error) => error.status,
        }
    }

    /// The body as it came.
    #[must_use]
    pub fn raw_body(&self) -> &[u8] {
        match self {
            ReplyError::Refused(error) => &error.raw_body,
            ReplyError::Unreadable(error) => &error.raw_body,
        }
    }

    /// The fate of every message of the call.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            ReplyError::Refused(error) => error.outcome(),
            ReplyError::Unreadable(error) => error.outcome(),
        }
    }
}

fn advice(resend: Resend, after: Option<ResendAfter>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match (resend, after) {
        (Resend::Never, _) => f.write_str("do not send again"),
        (Resend::Safe, _) => f.write_str("sending again is safe"),
        (Resend::SafeAfter, Some(after)) => write!(f, "sending again is safe after {after}"),
        (Resend::SafeAfter, None) => f.write_str("sending again is safe after a while"),
        (Resend::AfterFix, _) => f.write_str("mend the cause before sending again"),
        (Resend::Uncertain, _) => {
            f.write_str("the messages may be on their way: ask with their ids before sending again")
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the gateway refused the request with HTTP {}", self.status)?;
        match (&self.gateway_code, &self.gateway_text) {
            (Some(code), Some(text)) => write!(f, ", {code}: {text}")?,
            (Some(word), None) | (None, Some(word)) => write!(f, ", {word}")?,
            (None, None) => write!(f, " and a body of {} bytes that says no more", self.raw_body.len())?,
        }
        for error in self.errors.iter().take(3) {
            write!(f, "; {}: {}", error.path.as_deref().unwrap_or("request"), error.message)?;
        }
        if self.errors.len() > 3 {
            write!(f, "; … and {} more in `errors`", self.errors.len() - 3)?;
        }
        f.write_str("; ")?;
        advice(self.resend, self.resend_after, f)?;
        write!(f, " [{}]", ReplyCode::Refused)
    }
}

impl fmt::Display for UnreadableReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the reply with HTTP {} and {} bytes is no answer: {}",
            self.status,
            self.raw_body.len(),
            self.reason
        )?;
        if let Some(path) = &self.path {
            write!(f, " at {path}")?;
        }
        if let Some(offset) = self.offset {
            write!(f, " at byte {offset}")?;
        }
        if let Some(location) = &self.location {
            write!(f, " (to {location})")?;
        }
        f.write_str("; ")?;
        advice(Resend::Uncertain, None, f)?;
        write!(f, " [{}]", self.code)
    }
}

impl fmt::Display for ReplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReplyError::Refused(error) => error.fmt(f),
            ReplyError::Unreadable(error) => error.fmt(f),
        }
    }
}

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Refused: {self}")
    }
}

impl fmt::Debug for UnreadableReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnreadableReply: {self}")
    }
}

impl fmt::Debug for ReplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReplyError::Refused(error) => fmt::Debug::fmt(error, f),
            ReplyError::Unreadable(error) => fmt::Debug::fmt(error, f),
        }
    }
}

impl std::error::Error for ReplyError {}
impl std::error::Error for Refused {}
impl std::error::Error for UnreadableReply {}

impl Serialize for ReplyError {
    /// Everything but the raw body.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("ReplyError", 9)?;
        out.serialize_field("status", &self.status())?;
        out.serialize_field("code", &self.code())?;
        match self {
            ReplyError::Refused(error) => {
                if let Some(code) = &error.gateway_code {
                    out.serialize_field("gatewayCode", code)?;
                }
                if let Some(text) = &error.gateway_text {
                    out.serialize_field("gatewayText", text)?;
                }
                out.serialize_field("errors", &error.errors)?;
                out.serialize_field("resend", &error.resend)?;
                if let Some(after) = &error.resend_after {
                    out.serialize_field("resendAfter", after)?;
                }
            }
            ReplyError::Unreadable(error) => {
                out.serialize_field("resend", &Resend::Uncertain)?;
                out.serialize_field("reason", &error.reason)?;
                if let Some(path) = &error.path {
                    out.serialize_field("path", path)?;
                }
                if let Some(offset) = &error.offset {
                    out.serialize_field("offset", offset)?;
                }
                if let Some(location) = &error.location {
                    out.serialize_field("location", location)?;
                }
            }
        }
        out.serialize_field("message", &self.to_string())?;
        out.end()
    }
}

/// What an endpoint makes of a body, before anyone looks at the status.
#[derive(Debug)]
pub enum Reading<A> {
    /// At least one entry is about one of our messages, or it is a documented success without entries.
    Answer(A),
    /// A documented error about the whole request.
    Refusal(Refusal),
    /// Anything else.
    Other(Fault),
}

/// A documented error about the whole request.
#[derive(Debug, Default)]
pub struct Refusal {
    pub(crate) code: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) errors: Vec<FieldError>,
    /// What the code means for sending again, when it came with a success status.
    pub(crate) resend: Option<Resend>,
    /// The same where a source gives it for this very code; it holds under every status.
    pub(crate) documented: Option<(Resend, Option<ResendAfter>)>,
}

/// Why a body is no answer.
#[derive(Debug)]
pub struct Fault {
    pub(crate) code: ReplyCode,
    pub(crate) reason: String,
    pub(crate) path: Option<String>,
    pub(crate) offset: Option<usize>,
    /// What the body says all the same, for a refusal that the status alone makes one.
    pub(crate) said: Option<Box<Refusal>>,
}

impl Fault {
    /// A fault of the body as a whole.
    pub(crate) fn plain(code: ReplyCode, reason: impl Into<String>) -> Fault {
        Fault { code, reason: reason.into(), path: None, offset: None, said: None }
    }

    /// The same, with what the body says.
    pub(crate) fn saying(self, said: Refusal) -> Fault {
        let said = (said.text.is_some() || !said.errors.is_empty()).then(|| Box::new(said));
        Fault { said, ..self }
    }

    /// A body that is JSON of another shape than the documents show.
    pub(crate) fn shape(reason: &str, path: Option<&str>) -> Fault {
        Fault { path: path.map(str::to_owned), ..Fault::plain(ReplyCode::UnexpectedJson, reason) }
    }
}

/// The kinds of status that the table tells apart.
enum Class {
    Success,
    Redirect,
    RefusedRetryable,
    Refused,
    /// 408 and 5xx.
    Server,
    None,
}

impl Class {
    fn of(status: i64) -> Class {
        match status {
            200..=299 => Class::Success,
            300..=399 => Class::Redirect,
            408 | 500..=599 => Class::Server,
            425 | 429 => Class::RefusedRetryable,
            400..=499 => Class::Refused,
            _ => Class::None,
        }
    }
}

/// The table of replies: status and body decide together, the first row that fits wins, and no endpoint goes round it.
///
/// | reply | becomes |
/// | --- | --- |
/// | any status; at least one entry joins one of our messages | the answer |
/// | 2xx; a documented success without entries | the answer |
/// | 2xx; a documented error about the whole request | `Refused` |
/// | 2xx; anything else | `UnreadableReply` |
/// | 3xx | `UnreadableReply`, `redirected` |
/// | 1xx, or outside of 100–599 | `UnreadableReply`, `bad_status` |
/// | 4xx except 408 | `Refused`, `after_fix`; 425 and 429 `safe_after` |
/// | 408, 5xx; a documented error | `Refused`, `uncertain` unless a source says otherwise |
/// | 408, 5xx; anything else | `UnreadableReply` |
pub(crate) fn decide<A>(
    status: i64,
    headers: &ReplyHeaders,
    body: &[u8],
    limit: u64,
    read: impl FnOnce(&[u8]) -> Reading<A>,
) -> Result<A, ReplyError> {
    let reading = if body.len() as u64 > limit {
        let reason = format!("its {} bytes are over `limits.reply_bytes` = {limit}", body.len());
        Reading::Other(Fault::plain(ReplyCode::ReplyTooLarge, reason))
    } else if body.iter().all(u8::is_ascii_whitespace) {
        Reading::Other(Fault::plain(ReplyCode::EmptyBody, "it has no body"))
    } else {
        read(body)
    };
    let refused = |refusal: Refusal, resend: Resend, after: Option<ResendAfter>| {
        Err(ReplyError::Refused(Box::new(Refused {
            status,
            gateway_code: refusal.code,
            gateway_text: refusal.text,
            errors: refusal.errors,
            resend,
            resend_after: after,
            raw_body: body.to_vec(),
        })))
    };
    let unreadable = |fault: Fault, location: Option<String>| {
        Err(ReplyError::Unreadable(Box::new(UnreadableReply {
            status,
            code: fault.code,
            reason: fault.reason,
            path: fault.path,
            offset: fault.offset,
            location,
            raw_body: body.to_vec(),
        })))
    };
    match (Class::of(status), reading) {
        (_, Reading::Answer(answer)) => Ok(answer),
        (Class::Success, Reading::Refusal(refusal)) => {
            let (resend, after) = refusal.documented.unwrap_or((refusal.resend.unwrap_or(Resend::Uncertain), None));
            refused(refusal, resend, after)
        }
        (Class::Redirect, _) => {
            let fault = Fault::plain(ReplyCode::Redirected, "it is a redirect, which was not followed");
            unreadable(fault, headers.location())
        }
        (Class::None, _) => unreadable(Fault::plain(ReplyCode::BadStatus, "its status does not end an exchange"), None),
        (Class::Refused, reading) => {
            let refusal = readable(reading);
            let (resend, after) = refusal.documented.unwrap_or((Resend::AfterFix, None));
            refused(refusal, resend, after)
        }
        (Class::RefusedRetryable, reading) => refused(readable(reading), Resend::SafeAfter, headers.retry_after()),
        (Class::Server, Reading::Refusal(refusal)) => {
            let (resend, after) = refusal.documented.unwrap_or((Resend::Uncertain, None));
            refused(refusal, resend, after)
        }
        (Class::Success | Class::Server, Reading::Other(fault)) => unreadable(fault, None),
    }
}

/// What a refusal by status alone can say: code and text if the body is readable.
fn readable<A>(reading: Reading<A>) -> Refusal {
    match reading {
        Reading::Refusal(refusal) => refusal,
        Reading::Other(fault) => fault.said.map(|said| *said).unwrap_or_default(),
        Reading::Answer(_) => Refusal::default(),
    }
}

/// How an endpoint reads its replies. Sealed: only this crate's answers implement it.
pub trait ReadReply: Sized {
    /// The operation's name: `infobip.send_text`.
    const OPERATION: &'static str;

    /// Reads a body that is neither empty nor too large.
    #[doc(hidden)]
    fn read(body: &[u8], sent: SentRef<'_>) -> Reading<Self>;

    /// The answer that stands for a reply that never came.
    #[doc(hidden)]
    fn without_reply(sent: SentRef<'_>) -> Self;
}

/// What was sent, for [`ReadReply`].
#[derive(Clone, Copy)]
pub struct SentRef<'a>(pub(crate) &'a Sent);

impl fmt::Debug for SentRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} messages", self.0.len())
    }
}
