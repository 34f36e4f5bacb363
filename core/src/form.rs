//! Names and values in a URL or a form: `application/x-www-form-urlencoded`, and parts of a path.

use crate::fields::{Extra, Out, Record, write_object};
use crate::json::{Error, Kind, Reader, Value};
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::pieces::{concat, integer, parts};
use crate::reply_json::members;
use crate::sent::Sent;
use crate::shared_rules as rules;

/// A text as one part of a path: all but the unreserved characters of RFC 3986, 2.3, percent-encoded.
pub(crate) fn path_part(text: &str) -> String {
    let mut part = String::new();
    push_encoded(text, b"-._~", &mut part);
    part
}

/// Adds a text percent-encoded, but for ASCII letters, digits and these.
fn push_encoded(text: &str, kept: &[u8], out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(u32::from(digit), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
}

/// Whether a text can be a part of a path: not empty, and none of the two that every client takes away.
pub(crate) fn judge_path_part(text: &str, at: &Path, judge: &mut Judge) {
    match text {
        "" => judge.report(&rules::PATH_EMPTY, at, Shown::Nothing, &[]),
        "." | ".." => judge.report(&rules::PATH_DOTS, at, Shown::Plain(text), &[]),
        _ => {}
    }
}

/// Pairs of names and values, each percent-encoded, in the order in which they came.
#[derive(Default)]
pub(crate) struct Pairs(String);

impl Pairs {
    /// Adds a pair.
    pub(crate) fn push(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.push_word(name);
        self.0.push('=');
        self.push_word(value);
    }

    /// Adds a name or value as the URL Standard's `application/x-www-form-urlencoded` has it: with `+` for a space.
    fn push_word(&mut self, text: &str) {
        for (place, word) in parts(text, b' ').enumerate() {
            if place > 0 {
                self.0.push('+');
            }
            push_encoded(word, b"*-._", &mut self.0);
        }
    }

    /// Adds a pair whose value is set.
    pub(crate) fn push_some(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.push(name, value);
        }
    }

    /// Adds what the documents do not name.
    pub(crate) fn push_extra(&mut self, extra: &Extra) {
        for (name, value) in extra {
            self.push_some(name, scalar(value).as_deref());
        }
    }

    /// Adds the members of a written JSON object, each as its JSON writes it. What a form cannot hold was refused before, by
    /// [`judge_scalars`].
    pub(crate) fn push_members(&mut self, object: &str) {
        let written = members(&mut Reader::new(object), &mut [], &mut |name, reader| {
            match reader.peek()? {
                Kind::String => self.push(name, &reader.string()?),
                _ => self.push(name, reader.raw()?),
            }
            Ok::<bool, Error>(true)
        });
        debug_assert_eq!(written, Ok(true), "what was written can be read");
    }

    /// The text of them all.
    pub(crate) fn finish(self) -> String {
        self.0
    }

    /// A path with them as its query, or alone where there are none.
    pub(crate) fn behind(self, path: &str) -> String {
        if self.0.is_empty() { path.to_owned() } else { concat(&[path, "?", &self.0]) }
    }
}

/// A path with a request as its query: the fields that are set, each as its JSON writes it, then what stands beside them.
pub(crate) fn query(path: &str, request: &dyn Record, sent: &Sent) -> String {
    let mut out = Out::new(128, sent);
    write_object(request, &mut out);
    let mut pairs = Pairs::default();
    pairs.push_members(&String::from_utf8(out.json.into_bytes()).unwrap_or_default());
    pairs.behind(path)
}

/// What a value is in a form, which knows texts only; none for what has no text of its own.
pub(crate) fn scalar(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Bool(value) => Some((if *value { "true" } else { "false" }).to_owned()),
        Value::Integer(number) => Some(integer(*number)),
        Value::Number(text) | Value::String(text) => Some(text.clone().into_owned()),
        _ => None,
    }
}

/// Reports what JSON can say, and a form cannot hold.
pub(crate) fn judge_scalars(extra: &Extra, at: &Path, judge: &mut Judge) {
    let is_lost = |value: &Value| matches!(value, Value::Null | Value::List(_) | Value::Object(_));
    for (name, value) in extra.iter().filter(|(_, value)| is_lost(value)) {
        let expected = "a string, a number, true or false";
        judge.report(&rules::WRONG_TYPE, &at.key(name), Shown::Nothing, &[&expected, &value.type_name()]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_and_parts_are_encoded() {
        let mut pairs = Pairs::default();
        pairs.push("client_id", "user@example.com");
        pairs.push("client_secret", "a b&c=d+e%é");
        pairs.push_some("scope", None);
        pairs.push("empty", "");
        assert_eq!(pairs.finish(), "client_id=user%40example.com&client_secret=a+b%26c%3Dd%2Be%25%C3%A9&empty=");
        assert_eq!(Pairs::default().finish(), "");
        let mut pairs = Pairs::default();
        pairs.push("", "");
        let ascii: String = (0..128).map(char::from).collect();
        pairs.push("a~*", &ascii);
        let signs = "%21%22%23%24%25%26%27%28%29*%2B%2C-.%2F0123456789%3A%3B%3C%3D%3E%3F%40ABCDEFGHIJKLMNOPQRSTUVWXYZ%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D%7E%7F";
        let controls = (0..32).map(|number| format!("%{number:02X}")).collect::<Vec<_>>().concat();
        assert_eq!(pairs.finish(), format!("=&a%7E*={controls}+{signs}"));
        let path = signs.replace('*', "%2A").replace("%7E", "~");
        assert_eq!(path_part(&ascii), format!("{controls}%20{path}"));
        assert_eq!(path_part("a/b c?d#é-._~"), "a%2Fb%20c%3Fd%23%C3%A9-._~");
    }
}
