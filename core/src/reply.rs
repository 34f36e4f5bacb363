//! A reply becomes an answer or an error, in one place for every endpoint.

mod error;
mod field_error;
mod headers;

use std::fmt;

pub use self::error::{Refused, ReplyError, UnreadableReply};
pub use self::field_error::FieldError;
pub(crate) use self::field_error::FieldErrors;
pub use self::headers::ReplyHeaders;
use crate::codes::ReplyCode;
use crate::mask;
use crate::outcome::{Resend, ResendAfter};
use crate::pieces::push_number;
use crate::sent::Sent;
use crate::violation::Grade;

/// What a call does, so that a lost reply can be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// It sends messages.
    Sends,
    /// It only asks: asking again does no harm.
    Asks,
    /// It does something else that must not be done twice, such as moving money.
    Acts,
}

/// What of an operation the table of replies asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manner {
    pub(crate) effect: Effect,
    /// Whether a success may come without a body.
    may_be_empty: bool,
}

impl Manner {
    pub(crate) const fn of<A: ReadReply>() -> Manner {
        let effect = match (A::SENDS, A::ACTS) {
            (true, _) => Effect::Sends,
            (false, true) => Effect::Acts,
            (false, false) => Effect::Asks,
        };
        Manner { effect, may_be_empty: A::MAY_BE_EMPTY }
    }
}

/// What an endpoint makes of a body, before anyone looks at the status.
#[derive(Debug)]
pub enum Reading<A> {
    /// At least one entry is about one of our messages: an answer under every status.
    Answer(A),
    /// A documented success without entries: an answer with a success status only.
    Success(A),
    /// A documented error about the whole request.
    Refusal(Refusal),
    /// Anything else.
    Other(Fault),
}

impl<A> Reading<A> {
    /// The same with another answer.
    pub fn map<B>(self, make: impl FnOnce(A) -> B) -> Reading<B> {
        match self {
            Reading::Answer(answer) => Reading::Answer(make(answer)),
            Reading::Success(answer) => Reading::Success(make(answer)),
            Reading::Refusal(refusal) => Reading::Refusal(refusal),
            Reading::Other(fault) => Reading::Other(fault),
        }
    }
}

/// A documented error about the whole request.
#[derive(Default)]
pub struct Refusal {
    pub(crate) code: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) errors: Vec<FieldError>,
    /// What the code means for sending again, when it came with a success status.
    pub(crate) resend: Option<Resend>,
    /// Whether a source says so of this very code; then it holds with 408 and 5xx, too.
    pub(crate) documented: bool,
    /// The documented time of `safe_after`, for a reply that states none itself.
    pub(crate) after: Option<ResendAfter>,
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = self.code.as_deref().or(self.text.as_deref()).unwrap_or_default();
        write!(f, "Refusal({}, {} errors)", mask::words(word), self.errors.len())
    }
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
        let says_something = said.code.is_some() || said.text.is_some() || !said.errors.is_empty();
        let said = says_something.then(|| Box::new(said));
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
/// | 2xx; no body, where the documents say that there may be none | the answer |
/// | 2xx; a documented whole-request error | `Refused`, resend by its code, else `uncertain` |
/// | 2xx; anything else, nothing included | `UnreadableReply`, `uncertain` |
/// | 3xx | `UnreadableReply`, `redirected`, `uncertain` |
/// | 1xx, or outside 100–599 | `UnreadableReply`, `bad_status`, `uncertain` |
/// | 425, 429; whatever the body says | `Refused`, `safe_after` |
/// | other 4xx except 408; whatever the body says | `Refused`, `after_fix` |
/// | 408, 5xx; a documented whole-request error | `Refused`, `uncertain` unless a source says otherwise of its code |
/// | 408, 5xx; anything else | `UnreadableReply`, `uncertain` |
///
/// The time of `safe_after` is the reply's `Retry-After`, else the one documented of its code, else open. Where nothing is
/// sent or done, `uncertain` is `safe`: asking again does no harm.
pub(crate) fn decide<A>(
    reply: &Received<'_>,
    limit: u64,
    manner: Manner,
    read: impl FnOnce(&[u8]) -> Reading<A>,
) -> Result<A, ReplyError> {
    let says = match reply.without_content(limit, manner.may_be_empty) {
        Some(fault) => Says::Other(fault),
        None => match read(reply.body) {
            Reading::Answer(answer) => return Ok(answer),
            Reading::Success(answer) if matches!(Class::of(reply.status), Class::Success) => return Ok(answer),
            Reading::Success(_) => Says::Success,
            Reading::Refusal(refusal) => Says::Refusal(refusal),
            Reading::Other(fault) => Says::Other(fault),
        },
    };
    Err(reply.error(says, manner.effect))
}

/// A reply as it came.
pub(crate) struct Received<'a> {
    pub(crate) status: i64,
    pub(crate) headers: &'a ReplyHeaders,
    pub(crate) body: &'a [u8],
}

/// What a body says that is no answer.
enum Says {
    /// A documented success, under a status that is none.
    Success,
    Refusal(Refusal),
    Other(Fault),
}

/// Documented: the Fetch standard's filtered responses `opaque` and `opaqueredirect` have the status 0.
const HIDDEN: &str =
    "browsers show status 0 for a redirect that is not followed, and for a reply that they keep from the page";

impl Received<'_> {
    /// What keeps the body from being read.
    fn without_content(&self, limit: u64, may_be_empty: bool) -> Option<Fault> {
        if self.body.len() as u64 > limit {
            let mut reason = String::from("its ");
            push_number(self.body.len() as u64, &mut reason);
            reason.push_str(" bytes are over `limits.reply_bytes` = ");
            push_number(limit, &mut reason);
            return Some(Fault::plain(ReplyCode::ReplyTooLarge, reason));
        }
        let is_empty = self.body.iter().all(u8::is_ascii_whitespace);
        let is_success = may_be_empty && matches!(Class::of(self.status), Class::Success);
        (is_empty && !is_success).then(|| Fault::plain(ReplyCode::EmptyBody, "it has no body"))
    }

    /// The rows of the table behind its first two.
    fn error(&self, says: Says, effect: Effect) -> ReplyError {
        let uncertain = if effect == Effect::Asks { Resend::Safe } else { Resend::Uncertain };
        let resend = match (Class::of(self.status), &says) {
            (Class::Success, Says::Refusal(refusal)) => refusal.resend.unwrap_or(uncertain),
            (Class::Server, Says::Refusal(refusal)) => {
                refusal.resend.filter(|_| refusal.documented).unwrap_or(uncertain)
            }
            (Class::RefusedRetryable, _) => Resend::SafeAfter,
            (Class::Refused, _) => Resend::AfterFix,
            (class, _) => return self.unreadable(&class, says, uncertain, effect),
        };
        // By a code that leaves open what became of a message, no question was answered.
        let resend = if resend == Resend::Uncertain { uncertain } else { resend };
        self.refused(said(says), resend, effect)
    }

    fn unreadable(&self, class: &Class, says: Says, resend: Resend, effect: Effect) -> ReplyError {
        let mut location = None;
        let fault = match (class, says) {
            (Class::Redirect, _) => {
                location = self.headers.location();
                Fault::plain(ReplyCode::Redirected, "it is a redirect, which was not followed")
            }
            (Class::None, _) if self.status == 0 => Fault::plain(ReplyCode::BadStatus, HIDDEN),
            (Class::None, _) => Fault::plain(ReplyCode::BadStatus, "its status does not end an exchange"),
            (_, Says::Other(fault)) => fault,
            (_, Says::Success | Says::Refusal(_)) => {
                Fault::shape("its body tells of success, and its status does not", None)
            }
        };
        ReplyError::Unreadable(Box::new(UnreadableReply {
            status: self.status,
            code: fault.code,
            reason: fault.reason,
            path: fault.path,
            offset: fault.offset,
            location,
            resend,
            raw_body: self.body.to_vec(),
            effect,
        }))
    }

    fn refused(&self, refusal: Refusal, resend: Resend, effect: Effect) -> ReplyError {
        let stated = || self.headers.retry_after().or(refusal.after);
        let resend_after = if resend == Resend::SafeAfter { stated() } else { None };
        ReplyError::Refused(Box::new(Refused {
            status: self.status,
            gateway_code: refusal.code,
            gateway_text: refusal.text,
            errors: refusal.errors,
            resend,
            resend_after,
            raw_body: self.body.to_vec(),
            effect,
        }))
    }
}

/// What a refusal by status alone can say: code and text if the body is readable.
fn said(says: Says) -> Refusal {
    match says {
        Says::Refusal(refusal) => refusal,
        Says::Other(fault) => fault.said.map(|said| *said).unwrap_or_default(),
        Says::Success => Refusal::default(),
    }
}

/// An HTTP status of which a source says when a gateway gives it. What it means for sending again is said by one table for all
/// statuses; see `docs/outcomes.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HttpStatusRow {
    /// The status.
    pub status: u16,
    /// When the gateway gives it.
    pub meaning: &'static str,
    /// How well that is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: &'static str,
}

impl HttpStatusRow {
    pub(crate) const fn new(status: u16, meaning: &'static str, grade: Grade, source: &'static str) -> HttpStatusRow {
        HttpStatusRow { status, meaning, grade, source }
    }
}

/// Keeps [`ReadReply`] for this crate's answers: no other crate can name what it asks for.
pub(crate) mod sealed {
    /// Implemented by every answer.
    pub trait Sealed {}
}

/// How an endpoint reads its replies. Sealed: only this crate's answers can implement it.
pub trait ReadReply: sealed::Sealed + Sized {
    /// The names of the operations that are answered so: `infobip.send_text`.
    const OPERATIONS: &'static [&'static str];

    /// Whether those operations send messages, and do not only ask.
    const SENDS: bool;

    /// Whether they do something else that must not be done twice, such as moving money.
    const ACTS: bool = false;

    /// Whether the documents say that a success may come without a body.
    const MAY_BE_EMPTY: bool = false;

    /// Reads a body that is not too large, and empty only where a success may be.
    #[doc(hidden)]
    fn read(body: &[u8], sent: SentRef<'_>) -> Reading<Self>;
}

/// What was sent, for [`ReadReply`].
#[derive(Clone, Copy)]
pub struct SentRef<'a>(pub(crate) &'a Sent);

impl fmt::Debug for SentRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} messages", self.0.len())
    }
}

#[cfg(test)]
mod tests;
