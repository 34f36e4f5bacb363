//! What goes back to JavaScript: JSON text, and for a call its bytes behind it.

use smskernel::{InvalidRequest, Items, JsonWriter, Members, ReplyError, Tell, Told};

use super::operations::Built;

/// Writes a value of the core.
pub(crate) fn write(out: &mut JsonWriter, told: Told<'_>) {
    match told {
        Told::Bool(value) => out.boolean(value),
        Told::Integer(value) => out.integer(value),
        Told::Text(text) => out.string(text),
        Told::Object(members) | Told::Shared(members) => object(out, members),
        Told::List(items) => list(out, items, &mut |out, item| write(out, item.told())),
        _ => out.null(),
    }
}

/// Writes an object of the core.
pub(crate) fn object(out: &mut JsonWriter, members: &dyn Members) {
    out.begin_object();
    members.members(&mut |name, value| member(out, name, value.told()));
    out.end_object();
}

/// Writes a list whose items are written so.
pub(crate) fn list(out: &mut JsonWriter, items: &dyn Items, item: &mut dyn FnMut(&mut JsonWriter, &dyn Tell)) {
    out.begin_list();
    let mut index = 0;
    while let Some(value) = items.item(index) {
        item(out, value);
        index += 1;
    }
    out.end_list();
}

/// Writes a member, unless it is unset.
pub(crate) fn member(out: &mut JsonWriter, name: &str, told: Told<'_>) {
    if !matches!(told, Told::Unset) {
        out.key(name);
        write(out, told);
    }
}

/// All that was written.
pub(crate) fn text(out: JsonWriter) -> String {
    // What is written is text, all of it.
    String::from_utf8(out.into_bytes()).unwrap_or_default()
}

/// Members given one by one.
struct Listed<'a>(&'a [(&'static str, &'a dyn Tell)]);

impl Members for Listed<'_> {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        for (name, value) in self.0 {
            each(name, *value);
        }
    }
}

impl Tell for Listed<'_> {
    fn told(&self) -> Told<'_> {
        Told::Object(self)
    }
}

/// What any function answers: one member, which says whether it is what was asked for (`done`), whether the request or the
/// options are wrong (`invalid`), or whether the gateway said no, or the reply is no answer (`failed`).
fn report(kind: &'static str, value: &dyn Tell) -> String {
    let mut out = JsonWriter::with_capacity(256);
    object(&mut out, &Listed(&[(kind, value)]));
    text(out)
}

/// The JSON text of what was asked for.
pub(crate) fn done(value: &dyn Tell) -> String {
    report("done", value)
}

fn invalid(error: &InvalidRequest) -> String {
    let message = error.message();
    let members = Listed(&[("message", &message), ("violations", &error.violations)]);
    report("invalid", &members)
}

fn failed(error: &ReplyError) -> String {
    let kind = match error {
        ReplyError::Refused(_) => "Refused",
        ReplyError::Unreadable(_) => "UnreadableReply",
    };
    let outcome = error.outcome();
    let members = Listed(&[("kind", &kind), ("error", error), ("outcome", &outcome)]);
    report("failed", &members)
}

/// The JSON text of what was asked for, or of what is wrong.
pub(crate) fn result<T: Tell>(result: Result<T, InvalidRequest>) -> String {
    told(result.map(|value| done(&value)))
}

/// The same of a text that is finished.
pub(crate) fn told(result: Result<String, InvalidRequest>) -> String {
    result.unwrap_or_else(|error| invalid(&error))
}

/// The JSON text of an answer, or of the error that a reply is.
pub(crate) fn reply(result: Result<Result<String, ReplyError>, InvalidRequest>) -> String {
    told(result.map(|read| read.unwrap_or_else(|error| failed(&error))))
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
fn head(call: &Built) -> String {
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
pub(crate) fn call(result: Result<Built, InvalidRequest>) -> Vec<u8> {
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
