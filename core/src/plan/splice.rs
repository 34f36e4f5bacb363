//! Written JSON, put together and taken apart by its bytes.

use super::Form;
use crate::json::Reader;
use crate::pieces::push_number;

/// The body of a call: what is written of its envelope, with those messages in its empty list, and their count.
pub(super) fn body(envelope: &[u8], form: &Form, messages: &[u8], count: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(envelope.len() + messages.len() + 20);
    let mut rest = 0;
    if let Some(place) = form.count.and_then(|name| member(envelope, name)) {
        out.extend_from_slice(envelope.get(..place.offset()).unwrap_or_default());
        let mut digits = String::new();
        push_number(count as u64, &mut digits);
        out.extend_from_slice(digits.as_bytes());
        // In place of the one digit of an empty list's count.
        rest = place.offset() + 1;
    }
    if let Some(place) = member(envelope, form.list) {
        // Behind its opening bracket.
        let inside = place.offset() + 1;
        out.extend_from_slice(envelope.get(rest..inside).unwrap_or_default());
        out.extend_from_slice(messages);
        rest = inside;
    }
    out.extend_from_slice(envelope.get(rest..).unwrap_or_default());
    out
}

/// Where in a written message each element of a list begins and ends.
pub(super) fn items(message: &[u8], list: &str) -> Option<Vec<(usize, usize)>> {
    let mut reader = member(message, list)?;
    let mut array = reader.array().ok()?;
    let mut places = Vec::new();
    while array.next(&mut reader).ok()? {
        let start = reader.offset();
        reader.skip().ok()?;
        places.push((start, reader.offset()));
    }
    Some(places)
}

/// A reader that stands at the value of an object's member.
fn member<'a>(json: &'a [u8], name: &str) -> Option<Reader<'a>> {
    let mut reader = Reader::new(std::str::from_utf8(json).ok()?);
    let mut object = reader.object().ok()?;
    while object.next(&mut reader).ok()?? != name {
        reader.skip().ok()?;
    }
    Some(reader)
}
