//! Calls and replies on their way to JavaScript: JSON text, and for a call its bytes behind it.

use smskernel::{InvalidRequest, Members, NamedCall, ReplyError, Tell, Told};

use super::answers::{self, Answer};
use crate::report::{Listed, done, invalid, report, told};

fn failed(error: &ReplyError) -> String {
    let kind = match error {
        ReplyError::Refused(_) => "Refused",
        ReplyError::Unreadable(_) => "UnreadableReply",
    };
    let outcome = error.outcome();
    let members = Listed(&[("kind", &kind), ("error", error), ("outcome", &outcome)]);
    report(&[("failed", &members)])
}

/// The JSON text of an answer, or of the error that a reply is.
pub(crate) fn reply(result: Result<Result<Box<dyn Answer>, ReplyError>, InvalidRequest>) -> String {
    told(result.map(|read| match read {
        Ok(answer) => answers::told(answer.as_ref()),
        Err(error) => failed(&error),
    }))
}

/// Header fields as an object.
struct Headers<'a>(&'a [(&'static str, String)]);

impl Members for Headers<'_> {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        for (name, value) in self.0 {
            each(name, value);
        }
    }
}

impl Tell for Headers<'_> {
    fn told(&self) -> Told<'_> {
        Told::Object(self)
    }
}

/// All of a call but its bytes.
fn head(call: &NamedCall) -> String {
    let headers = Headers(&call.headers);
    let members = Listed(&[
        ("method", &call.method),
        ("url", &call.url),
        ("headers", &headers),
        ("warnings", &call.warnings),
        ("messages", &call.messages),
    ]);
    done(&members)
}

/// A call: the lengths of its head and of its saved reader, four bytes each, lowest first; then both, then the body.
pub(crate) fn call(result: Result<NamedCall, InvalidRequest>) -> Vec<u8> {
    let (head, reader, body) = match result {
        Ok(call) => (head(&call), call.reader, call.body),
        Err(error) => (invalid(&error), Vec::new(), Vec::new()),
    };
    let mut out = Vec::with_capacity(8 + head.len() + reader.len() + body.len());
    for length in [head.len(), reader.len()] {
        out.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
    }
    out.extend_from_slice(head.as_bytes());
    out.extend_from_slice(&reader);
    out.extend_from_slice(&body);
    out
}
