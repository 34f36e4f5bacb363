//! What goes back to JavaScript: JSON text, and for a call its bytes behind it.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use smskernel::{InvalidRequest, ReplyError, Violation};

use crate::operations::Built;

/// A request that was not built, or options that no gateway has.
#[derive(Serialize)]
pub(crate) struct Invalid<'a> {
    message: String,
    violations: &'a [Violation],
}

impl<'a> From<&'a InvalidRequest> for Invalid<'a> {
    fn from(error: &'a InvalidRequest) -> Invalid<'a> {
        Invalid { message: error.to_string(), violations: &error.violations }
    }
}

/// What any function answers; the one member says which kind it is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Report<'a, T> {
    /// What was asked for.
    Done(T),
    /// The request or the options are wrong.
    Invalid(Invalid<'a>),
    /// The gateway said no, or the reply is no answer.
    Failed(Failed<'a>),
}

/// A reply that is no answer.
#[derive(Serialize)]
pub(crate) struct Failed<'a> {
    kind: &'static str,
    error: &'a ReplyError,
    outcome: smskernel::Outcome,
}

impl<'a> From<&'a ReplyError> for Failed<'a> {
    fn from(error: &'a ReplyError) -> Failed<'a> {
        let kind = match error {
            ReplyError::Refused(_) => "Refused",
            ReplyError::Unreadable(_) => "UnreadableReply",
        };
        Failed { kind, error, outcome: error.outcome() }
    }
}

/// JSON text.
pub(crate) fn json<T: Serialize>(value: &T) -> String {
    // Nothing that is written here can fail: there are no maps with other keys than strings.
    serde_json::to_string(value).unwrap_or_default()
}

/// The JSON text of what was asked for, or of what is wrong.
pub(crate) fn result<T: Serialize>(result: Result<T, InvalidRequest>) -> String {
    told(result.map(|done| json(&Report::Done(done))))
}

/// The same of a text that is finished.
pub(crate) fn told(result: Result<String, InvalidRequest>) -> String {
    result.unwrap_or_else(|error| json(&Report::<()>::Invalid(Invalid::from(&error))))
}

/// The JSON text of an answer, or of the error that a reply is.
pub(crate) fn reply(result: Result<Result<String, ReplyError>, InvalidRequest>) -> String {
    told(result.map(|read| read.unwrap_or_else(|error| json(&Report::<()>::Failed(Failed::from(&error))))))
}

/// All of a call but its bytes.
#[derive(Serialize)]
struct Head<'a> {
    method: &'a str,
    url: &'a str,
    headers: Headers<'a>,
    warnings: &'a [Violation],
    messages: usize,
}

struct Headers<'a>(&'a [(&'static str, String)]);

impl Serialize for Headers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// A call: the lengths of its head and of its saved reader, four bytes each, lowest first; then both, then the body.
pub(crate) fn call(result: Result<Built, InvalidRequest>) -> Vec<u8> {
    let (head, reader, body) = match result {
        Ok(call) => {
            let head = Head {
                method: &call.method,
                url: &call.url,
                headers: Headers(&call.headers),
                warnings: &call.warnings,
                messages: call.messages,
            };
            (json(&Report::Done(head)), call.reader, call.body)
        }
        Err(error) => (told(Err(error)), Vec::new(), Vec::new()),
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
