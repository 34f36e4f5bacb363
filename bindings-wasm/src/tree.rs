//! The packed form in which JavaScript hands over a value that is no plain JSON, and options.
//!
//! One byte says what comes: nothing, truth values, a number's text, a string, bytes, a list, an object, or something
//! foreign by the name of its type. A text follows its length, a container the count of its parts; both are four bytes,
//! lowest first.

use std::borrow::Cow;

use smskernel::Value;

/// Deeper than the core reads any tree; what lies below reads as nothing.
const DEEPEST: usize = 160;

/// The tree of packed bytes. Bytes that end early, which the packing side never writes, read as nulls.
pub(crate) fn unpack(bytes: &[u8]) -> Value<'_> {
    Unpacker { rest: bytes }.value(DEEPEST)
}

/// The items of a list.
pub(crate) fn list(value: Value<'_>) -> Vec<Value<'_>> {
    match value {
        Value::List(items) => items,
        _ => Vec::new(),
    }
}

/// A packed list of texts, two by two: names and values of header fields.
pub(crate) fn pairs(packed: &[u8]) -> impl Iterator<Item = (Cow<'_, str>, Vec<u8>)> {
    let mut texts = list(unpack(packed)).into_iter();
    let mut text = move || match texts.next()? {
        Value::String(text) => Some(text),
        _ => Some("".into()),
    };
    std::iter::from_fn(move || Some((text()?, text()?.into_owned().into_bytes())))
}

struct Unpacker<'a> {
    rest: &'a [u8],
}

impl<'a> Unpacker<'a> {
    #[cfg_attr(small, optimize(speed))]
    fn value(&mut self, depth: usize) -> Value<'a> {
        let Some(deeper) = depth.checked_sub(1) else { return Value::Null };
        match self.byte() {
            1 => Value::Bool(false),
            2 => Value::Bool(true),
            3 => number(self.text()),
            4 => Value::String(self.text()),
            5 => Value::Bytes(Cow::Borrowed(self.bytes())),
            6 => {
                let count = self.count();
                let mut items = Vec::with_capacity(count);
                for _ in 0..count {
                    items.push(self.value(deeper));
                }
                Value::List(items)
            }
            7 => {
                let count = self.count();
                let mut members = Vec::with_capacity(count);
                for _ in 0..count {
                    members.push((self.text(), self.value(deeper)));
                }
                Value::Object(members)
            }
            8 => Value::Foreign(self.text()),
            _ => Value::Null,
        }
    }

    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.rest.split_first() else { return 0 };
        self.rest = rest;
        *first
    }

    /// A count that the remaining bytes can hold.
    fn count(&mut self) -> usize {
        let Some((head, rest)) = self.rest.split_first_chunk::<4>() else { return 0 };
        self.rest = rest;
        usize::try_from(u32::from_le_bytes(*head)).unwrap_or(usize::MAX).min(rest.len())
    }

    fn bytes(&mut self) -> &'a [u8] {
        let length = self.count();
        let (bytes, rest) = self.rest.split_at_checked(length).unwrap_or_default();
        self.rest = rest;
        bytes
    }

    fn text(&mut self) -> Cow<'a, str> {
        let bytes = self.bytes();
        debug_assert!(std::str::from_utf8(bytes).is_ok());
        // Sound: whole texts are the only thing that the packing side writes here, by an encoder that cannot write anything
        // but UTF-8. Looking at every byte again would be a twentieth of a request's time.
        #[expect(unsafe_code, reason = "as wasm-bindgen takes texts from JavaScript's encoder")]
        Cow::Borrowed(unsafe { std::str::from_utf8_unchecked(bytes) })
    }
}

/// A number's text as JavaScript writes it: an integer where it is one.
pub(crate) fn number(text: Cow<'_, str>) -> Value<'_> {
    match text.parse() {
        Ok(integer) => Value::Integer(integer),
        Err(_) => Value::Number(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_comes_back() {
        let packed = [
            &[7, 3, 0, 0, 0][..],
            &[1, 0, 0, 0, b'a', 6, 4, 0, 0, 0, 0, 1, 2, 3, 2, 0, 0, 0, b'4', b'2'],
            &[1, 0, 0, 0, b'b', 3, 3, 0, 0, 0, b'1', b'.', b'5'],
            &[1, 0, 0, 0, b'c', 6, 3, 0, 0, 0, 4, 0, 0, 0, 0, 5, 1, 0, 0, 0, 9, 8, 1, 0, 0, 0, b'M'],
        ]
        .concat();
        let list = Value::List(vec![Value::Null, Value::Bool(false), Value::Bool(true), Value::Integer(42)]);
        let others =
            Value::List(vec![Value::String("".into()), Value::Bytes(Cow::Borrowed(&[9])), Value::Foreign("M".into())]);
        let tree =
            Value::Object(vec![("a".into(), list), ("b".into(), Value::Number("1.5".into())), ("c".into(), others)]);
        assert_eq!(unpack(&packed), tree);
    }

    #[test]
    fn broken_bytes_are_nulls() {
        assert_eq!(unpack(&[]), Value::Null);
        assert_eq!(unpack(&[4, 255, 255, 255, 255, b'x']), Value::String("x".into()));
        assert_eq!(unpack(&[6, 255, 255, 255, 255]), Value::List(vec![]));
        assert!(matches!(unpack(&[6, 1, 0, 0, 0].repeat(1000)), Value::List(_)));
    }
}
