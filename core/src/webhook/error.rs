//! A request that is no webhook of the dialect. It holds what came, so that nothing is lost.

use std::fmt;

use crate::codes::WebhookCode;
use crate::sentence::{Say, Sentence, print_as_said};
use crate::tell::{Members, Tell, told_by_members};

/// The request is no webhook of the dialect, or cannot be read.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnreadableWebhook {
    /// Why.
    pub code: WebhookCode,
    /// What was expected, and what to do about it, in words.
    pub reason: String,
    /// Where reading failed, in the gateway's names.
    pub path: Option<String>,
    /// Where reading failed, in bytes of what was read, if that is UTF-8.
    pub offset: Option<usize>,
    /// What was read, as it came: the body, or the query where that was read in its place. Never printed.
    pub raw_body: Vec<u8>,
}

/// Why there is no event in a request.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) code: WebhookCode,
    pub(crate) reason: String,
    pub(crate) path: Option<String>,
    pub(crate) offset: Option<usize>,
}

impl Fault {
    /// A fault of the whole.
    pub(crate) fn plain(code: WebhookCode, reason: impl Into<String>) -> Fault {
        Fault { code, reason: reason.into(), path: None, offset: None }
    }

    /// A fault at that byte.
    pub(crate) fn at(self, offset: usize) -> Fault {
        Fault { offset: Some(offset), ..self }
    }

    /// The same of a text that begins so many bytes behind what came; of none its places are not those of the bytes.
    pub(crate) fn moved(self, by: Option<usize>) -> Fault {
        Fault { offset: self.offset.zip(by).map(|(offset, by)| offset + by), ..self }
    }

    /// Readable content in which the dialect has no event; `reason` says what was expected.
    pub(crate) fn no_event(reason: &str, path: Option<&str>) -> Fault {
        Fault { path: path.map(str::to_owned), ..Fault::plain(WebhookCode::NoEvent, reason) }
    }

    /// The error, with what was read.
    pub(crate) fn with_body(self, raw_body: &[u8]) -> UnreadableWebhook {
        let Fault { code, reason, path, offset } = self;
        UnreadableWebhook { code, reason, path, offset, raw_body: raw_body.to_vec() }
    }
}

impl Say for UnreadableWebhook {
    fn say(&self, sentence: &mut Sentence) {
        sentence.text("the webhook of ").number(self.raw_body.len()).text(" bytes holds no event: ").text(&self.reason);
        if let Some(path) = &self.path {
            sentence.text(" at ").text(path);
        }
        if let Some(offset) = self.offset {
            sentence.text(" at byte ").number(offset);
        }
        let advice = match self.code {
            WebhookCode::EmptyWebhook => "answer 2xx if it only asks whether you are there",
            WebhookCode::WebhookTooLarge => "raise the limit if it is the gateway that sends so much",
            _ => "keep its raw body, for the gateway may not send it again once it is answered 2xx",
        };
        sentence.text("; ").text(advice).text(" [").text(self.code.as_str()).text("]");
    }
}

print_as_said!(UnreadableWebhook);

impl fmt::Debug for UnreadableWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnreadableWebhook: {self}")
    }
}

impl std::error::Error for UnreadableWebhook {}

/// Everything but the raw body.
impl Members for UnreadableWebhook {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        each("code", &self.code);
        each("reason", &self.reason);
        each("path", &self.path);
        each("offset", &self.offset);
        each("message", &self.said());
    }
}

told_by_members!(UnreadableWebhook);
