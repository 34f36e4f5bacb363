//! The errors that a reply can become. Either holds the status and the body, so that no reply is lost.

use std::fmt;

use super::{Effect, FieldError};
use crate::codes::ReplyCode;
use crate::mask;
use crate::outcome::{Outcome, Resend, ResendAfter, State};
use crate::sentence::{Say, Sentence, print_as_said};
use crate::tell::{Members, Tell, told_by_members};

/// The gateway understood the request and said no to all of it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refused {
    /// The HTTP status.
    pub status: i64,
    /// The gateway's own code.
    pub gateway_code: Option<String>,
    /// The gateway's own words, as they came. Some gateways echo a credential in their words; a reader knows none, for it
    /// can be saved, so nothing is cut out here, nor in [`errors`](Refused::errors). Keep them as you keep the raw body.
    pub gateway_text: Option<String>,
    /// What it found wrong, field by field, if it says so; at most [`FieldError::LISTED`].
    pub errors: Vec<FieldError>,
    /// Whether the messages may be sent again.
    pub resend: Resend,
    /// When, with [`Resend::SafeAfter`], if the gateway says so.
    pub resend_after: Option<ResendAfter>,
    /// The body as it came. Never printed.
    pub raw_body: Vec<u8>,
    /// What the call did, beside asking.
    pub(crate) effect: Effect,
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
    /// Where a redirect points, without its query and user info.
    pub location: Option<String>,
    /// Whether the request may be sent again: `uncertain`, and `safe` where it only asks.
    pub resend: Resend,
    /// The body as it came. Never printed.
    pub raw_body: Vec<u8>,
    /// What the call did, beside asking.
    pub(crate) effect: Effect,
}

impl Refused {
    /// The fate of every message of the call. Of a call that only asks: nothing was learnt, so `unknown`, `uncertain`.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        if self.effect != Effect::Sends {
            let (code, text) = (self.gateway_code.clone(), self.gateway_text.clone());
            return Outcome { code, text, ..Outcome::unknown() };
        }
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

    /// Whether the request may be sent again.
    #[must_use]
    pub fn resend(&self) -> Resend {
        match self {
            ReplyError::Refused(error) => error.resend,
            ReplyError::Unreadable(error) => error.resend,
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

fn advice(resend: Resend, after: Option<ResendAfter>, effect: Effect, sentence: &mut Sentence) {
    let sends = effect == Effect::Sends;
    match (resend, after) {
        (Resend::Safe, _) if !sends => sentence.text("asking again does no harm"),
        (Resend::SafeAfter, Some(after)) if !sends => sentence.text("ask again after ").of(&after),
        (Resend::SafeAfter, None) if !sends => sentence.text("ask again after a while"),
        (Resend::AfterFix, _) if !sends => sentence.text("mend the cause before asking again"),
        (Resend::Uncertain, _) if !sends => {
            sentence.text("it may have been done: see whether it was before asking again")
        }
        (Resend::Never, _) => sentence.text("do not send again"),
        (Resend::Safe, _) => sentence.text("sending again is safe"),
        (Resend::SafeAfter, Some(after)) => sentence.text("sending again is safe after ").of(&after),
        (Resend::SafeAfter, None) => sentence.text("sending again is safe after a while"),
        (Resend::AfterFix, _) => sentence.text("mend the cause before sending again"),
        (Resend::Uncertain, _) => {
            sentence.text("the messages may be on their way: ask with their ids before sending again")
        }
    };
}

impl Say for Refused {
    fn say(&self, sentence: &mut Sentence) {
        sentence.text("the gateway refused the request with HTTP ").integer(self.status);
        match (&self.gateway_code, &self.gateway_text) {
            (Some(code), Some(text)) => sentence.text(", ").of(&mask::words(code)).text(": ").of(&mask::words(text)),
            (Some(word), None) | (None, Some(word)) => sentence.text(", ").of(&mask::words(word)),
            (None, None) => {
                sentence.text(" and a body of ").number(self.raw_body.len()).text(" bytes that says no more")
            }
        };
        for error in self.errors.iter().take(3) {
            sentence.text("; ").of(&mask::words(error.path.as_deref().unwrap_or("request")));
            sentence.text(": ").of(&mask::words(&error.message));
        }
        if self.errors.len() > 3 {
            sentence.text("; … and ").number(self.errors.len() - 3).text(" more in `errors`");
        }
        advice(self.resend, self.resend_after, self.effect, sentence.text("; "));
        sentence.text(" [").text(ReplyCode::Refused.as_str()).text("]");
    }
}

impl Say for UnreadableReply {
    fn say(&self, sentence: &mut Sentence) {
        sentence.text("the reply with HTTP ").integer(self.status).text(" and ").number(self.raw_body.len());
        sentence.text(" bytes is no answer: ").text(&self.reason);
        if let Some(path) = &self.path {
            sentence.text(" at ").text(path);
        }
        if let Some(offset) = self.offset {
            sentence.text(" at byte ").number(offset);
        }
        if let Some(location) = &self.location {
            sentence.text(" (to ").of(&mask::words(location)).text(")");
        }
        advice(self.resend, None, self.effect, sentence.text("; "));
        sentence.text(" [").text(self.code.as_str()).text("]");
    }
}

impl Say for ReplyError {
    fn say(&self, sentence: &mut Sentence) {
        match self {
            ReplyError::Refused(error) => error.say(sentence),
            ReplyError::Unreadable(error) => error.say(sentence),
        }
    }
}

print_as_said!(Refused, UnreadableReply, ReplyError);

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

/// Everything but the raw body.
impl Members for ReplyError {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        each("status", &self.status());
        each("code", &self.code());
        match self {
            ReplyError::Refused(error) => {
                each("gatewayCode", &error.gateway_code);
                each("gatewayText", &error.gateway_text);
                each("errors", &error.errors);
                each("resend", &error.resend);
                each("resendAfter", &error.resend_after);
            }
            ReplyError::Unreadable(error) => {
                each("resend", &error.resend);
                each("reason", &error.reason);
                each("path", &error.path);
                each("offset", &error.offset);
                each("location", &error.location);
            }
        }
        each("message", &self.said());
    }
}

told_by_members!(ReplyError);
