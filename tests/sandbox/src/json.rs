//! A JSON tree that hides nothing a judge has to see: the order of keys, keys given twice, and numbers as the text
//! they were written in.

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, de};
use serde_json::value::RawValue;

/// How deep a body may nest before it is refused. The deepest documented field lies five levels down.
const DEPTH: usize = 64;

/// One JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// The digits as they stood in the body, so that ids beyond 2^53 survive an echo.
    Number(String),
    Text(String),
    List(Vec<Json>),
    /// Keys in the order they came, repeated ones included.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a whole body. The error is a sentence for people.
    pub(crate) fn parse(body: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(body).map_err(|error| format!("the body is not UTF-8: {error}"))?;
        let raw: &RawValue = serde_json::from_str(text).map_err(|error| format!("the body is not JSON: {error}"))?;
        grow(raw, 0)
    }

    /// An object from its keys in order.
    pub(crate) fn object<const N: usize>(entries: [(&str, Json); N]) -> Self {
        Self::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// A text value.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number value.
    pub(crate) fn number(number: impl fmt::Display) -> Self {
        Self::Number(number.to_string())
    }

    /// The value of a whole number, if this is one that fits 64 bits.
    pub(crate) fn integer(&self) -> Option<i64> {
        match self {
            Self::Number(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Appends a key to an object; does nothing to other values.
    pub(crate) fn push(&mut self, key: &str, value: Json) {
        if let Self::Object(entries) = self {
            entries.push((key.to_owned(), value));
        }
    }

    /// What kind of value this is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(text) => f.write_str(text),
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    let comma = if index == 0 { "" } else { "," };
                    write!(f, "{comma}{item}")?;
                }
                f.write_str("]")
            }
            Self::Object(entries) => {
                f.write_str("{")?;
                for (index, (key, value)) in entries.iter().enumerate() {
                    let comma = if index == 0 { "" } else { "," };
                    write!(f, "{comma}{}:{value}", quoted(key))?;
                }
                f.write_str("}")
            }
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Turns the raw text of one value into the tree.
fn grow(raw: &RawValue, depth: usize) -> Result<Json, String> {
    if depth > DEPTH {
        return Err(format!("the body nests deeper than {DEPTH} levels"));
    }
    let text = raw.get();
    let not_json = |error: serde_json::Error| format!("the body is not JSON: {error}");
    Ok(match text.as_bytes().first() {
        Some(b'{') => {
            let Entries(entries) = serde_json::from_str(text).map_err(not_json)?;
            let grown = entries.into_iter().map(|(key, value)| Ok((key, grow(value, depth + 1)?)));
            Json::Object(grown.collect::<Result<_, String>>()?)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).map_err(not_json)?;
            Json::List(items.into_iter().map(|item| grow(item, depth + 1)).collect::<Result<_, _>>()?)
        }
        Some(b'"') => Json::Text(serde_json::from_str(text).map_err(not_json)?),
        Some(b't') => Json::Bool(true),
        Some(b'f') => Json::Bool(false),
        Some(b'n') => Json::Null,
        _ => Json::Number(text.to_owned()),
    })
}

/// The members of one object, each value still raw.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry().map_err(de::Error::custom)? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Reader)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::Json;

    #[test]
    fn keeps_order_repeats_and_digits() {
        let body = r#"{"b":1,"a":[true,null,"\u0000é"],"b":12345678901234567890123}"#;
        let tree = Json::parse(body.as_bytes()).unwrap();
        assert_eq!(tree.to_string(), body);
    }

    #[test]
    fn refuses_what_is_not_json() {
        for body in [&b""[..], b"{", b"{}x", b"\xef\xbb\xbf{}", b"\"\xff\"", b"\"\\ud800\"", b"[01]", b"{'a':1}"] {
            assert!(Json::parse(body).is_err(), "{body:?}");
        }
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert!(Json::parse(deep.as_bytes()).unwrap_err().contains("deeper"));
    }
}
