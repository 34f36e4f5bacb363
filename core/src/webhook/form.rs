//! Queries and forms: `application/x-www-form-urlencoded`.

use crate::json::Writer;
use crate::pieces::{parts, split_once};

/// The pairs of a query or form, decoded as the URL Standard does: a `+` is a space, a percent sign that begins no octet
/// stands for itself, octets that are no UTF-8 become U+FFFD.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = (String, String)> {
    parts(text, b'&').filter(|part| !part.is_empty()).map(|part| {
        let (name, value) = split_once(part, "=").unwrap_or((part, ""));
        (decoded(name), decoded(value))
    })
}

fn decoded(text: &str) -> String {
    let mut octets = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        match byte {
            b'+' => octets.push(b' '),
            b'%' => match octet(behind) {
                Some((octet, behind)) => {
                    octets.push(octet);
                    rest = behind;
                }
                None => octets.push(byte),
            },
            _ => octets.push(byte),
        }
    }
    String::from_utf8(octets).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The octet that two hexadecimal digits are, and what stands behind them.
fn octet(text: &[u8]) -> Option<(u8, &[u8])> {
    let ([high, low], behind) = text.split_first_chunk()?;
    let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some((digit(*high)? << 4 | digit(*low)?, behind))
}

/// The JSON that a form carries: that of its only value or name where it is JSON itself, else an object of its pairs.
pub(super) fn to_json(text: &str) -> String {
    let mut pairs: Vec<(String, String)> = pairs(text).collect();
    if let [(name, value)] = pairs.as_mut_slice() {
        let only = if value.is_empty() { name } else { value };
        if only.trim_ascii_start().starts_with(['{', '[']) {
            return std::mem::take(only);
        }
    }
    let mut out = Writer::with_capacity(text.len() + 16);
    out.begin_object();
    for (name, value) in &pairs {
        out.key(name);
        out.string(value);
    }
    out.end_object();
    String::from_utf8(out.into_bytes()).unwrap_or_default()
}

#[cfg(all(test, feature = "blackkonnect"))]
mod tests {
    use super::*;
    use crate::form::Pairs;
    use proptest::prelude::*;

    #[test]
    fn forms_become_json() {
        let cases = [
            ("", "{}"),
            ("&&", "{}"),
            ("a=1&b=x+y%26z&c", r#"{"a":"1","b":"x y&z","c":""}"#),
            ("a=1&a=2", r#"{"a":"1","a":"2"}"#),
            ("=", r#"{"":""}"#),
            ("a=%zz%4%&b=%41%c3%A9%ff", r#"{"a":"%zz%4%","b":"AéX"}"#),
            ("a=b=c", r#"{"a":"b=c"}"#),
            ("payload=%7B%22a%22%3A1%7D", r#"{"a":1}"#),
            ("%5B%7B%7D%5D", "[{}]"),
            ("a=%7B%7D&b=", r#"{"a":"{}","b":""}"#),
        ];
        for (form, json) in cases {
            assert_eq!(to_json(form), json.replace('X', "\u{fffd}"), "{form}");
        }
    }

    proptest! {
        #[test]
        fn what_was_encoded_comes_back(given: Vec<(String, String)>) {
            let mut form = Pairs::default();
            for (name, value) in &given {
                form.push(name, value);
            }
            prop_assert_eq!(pairs(&form.finish()).collect::<Vec<_>>(), given);
        }

        #[test]
        fn any_text_is_a_form(text: String) {
            prop_assert!(pairs(&text).count() <= text.len());
            let json = to_json(&text);
            let begins_as_json = json.trim_ascii_start().starts_with(['{', '[']);
            prop_assert!(begins_as_json, "{}", json);
        }
    }
}
