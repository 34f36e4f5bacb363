//! Names and values in a URL or a form: `application/x-www-form-urlencoded`, and parts of a path.

use form_urlencoded::Serializer;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::fields::Extra;
use crate::json::Value;
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::shared_rules as rules;

/// All but the unreserved characters of RFC 3986, 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text as one part of a path.
pub(crate) fn path_part(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
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
        let mut serializer = Serializer::for_suffix(std::mem::take(&mut self.0), 0);
        serializer.append_pair(name, value);
        self.0 = serializer.finish();
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

    /// The text of them all.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// What a value is in a form, which knows texts only; none for what has no text of its own.
pub(crate) fn scalar(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Bool(value) => Some(value.to_string()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Number(text) | Value::String(text) => Some(text.clone().into_owned()),
        _ => None,
    }
}

/// Reports what JSON can say, and a form cannot hold.
pub(crate) fn judge_scalars(extra: &Extra, at: &Path, judge: &mut Judge) {
    let is_lost = |value: &Value| matches!(value, Value::Null | Value::List(_) | Value::Object(_));
    for (name, value) in extra.iter().filter(|(_, value)| is_lost(value)) {
        let words = ["a string, a number, true or false", &value.type_name()];
        judge.report(&rules::WRONG_TYPE, &at.key(name), Shown::Nothing, &words);
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
        assert_eq!(path_part("a/b c?d#é-._~"), "a%2Fb%20c%3Fd%23%C3%A9-._~");
    }
}
