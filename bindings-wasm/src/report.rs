//! What goes back to JavaScript as JSON text.

use smskernel::{InvalidRequest, Items, JsonWriter, Members, Tell, Told};

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
pub(crate) struct Listed<'a>(pub(crate) &'a [(&'static str, &'a dyn Tell)]);

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

/// What any function answers: its first member says whether it is what was asked for (`done`), whether the request or the
/// options are wrong (`invalid`), whether the gateway said no, or the reply is no answer (`failed`), or whether what arrived is
/// no webhook (`unreadable`).
pub(crate) fn report(members: &[(&'static str, &dyn Tell)]) -> String {
    let mut out = JsonWriter::with_capacity(256);
    object(&mut out, &Listed(members));
    text(out)
}

/// The JSON text of what was asked for.
pub(crate) fn done(value: &dyn Tell) -> String {
    report(&[("done", value)])
}

pub(crate) fn invalid(error: &InvalidRequest) -> String {
    let message = error.message();
    let members = Listed(&[("message", &message), ("violations", &error.violations)]);
    report(&[("invalid", &members)])
}

/// The JSON text of what was asked for, or of what is wrong.
#[cfg(feature = "gateways")]
pub(crate) fn result<T: Tell>(result: Result<T, InvalidRequest>) -> String {
    told(result.map(|value| done(&value)))
}

/// The same of a text that is finished.
pub(crate) fn told(result: Result<String, InvalidRequest>) -> String {
    result.unwrap_or_else(|error| invalid(&error))
}
