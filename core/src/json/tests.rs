//! What every test of this module needs, and the tests by topic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod numbers;
mod properties;
mod reading;
mod skipping;
mod strings;
mod trees;
mod writing;

use super::{Error, ErrorKind, Kind, Reader, Value, Writer};

/// The tree as `serde_json` would hold it: of equal keys the last one counts.
fn to_serde(value: &Value<'_>) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Integer(value) => (*value).into(),
        Value::Number(text) => serde_json::from_str(text).unwrap(),
        Value::String(text) => text.as_ref().into(),
        Value::List(items) => items.iter().map(to_serde).collect(),
        Value::Object(members) => members.iter().map(|(key, value)| (key.to_string(), to_serde(value))).collect(),
        Value::Bytes(_) | Value::Foreign(_) => panic!("JSON text yields no {value:?}"),
    }
}

/// The tree of a value of `serde_json`.
fn from_serde(value: &serde_json::Value) -> Value<'_> {
    match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(value) => Value::Bool(*value),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(value) => Value::Integer(value),
            None => Value::Number(number.to_string().into()),
        },
        serde_json::Value::String(text) => Value::String(text.into()),
        serde_json::Value::Array(items) => Value::List(items.iter().map(from_serde).collect()),
        serde_json::Value::Object(members) => {
            Value::Object(members.iter().map(|(key, value)| (key.into(), from_serde(value))).collect())
        }
    }
}

/// Reads a value by the pull methods alone, and writes what they gave.
fn copy(reader: &mut Reader<'_>, writer: &mut Writer) -> Result<(), Error> {
    match reader.peek()? {
        Kind::Null => {
            reader.null()?;
            writer.null();
        }
        Kind::Bool => writer.boolean(reader.boolean()?),
        Kind::Number => writer.raw(reader.number()?),
        Kind::String => writer.string(&reader.string()?),
        Kind::Array => {
            let mut list = reader.array()?;
            writer.begin_list();
            while list.next(reader)? {
                copy(reader, writer)?;
            }
            writer.end_list();
        }
        Kind::Object => {
            let mut object = reader.object()?;
            writer.begin_object();
            while let Some(key) = object.next(reader)? {
                writer.key(&key);
                copy(reader, writer)?;
            }
            writer.end_object();
        }
    }
    Ok(())
}

fn expected(offset: usize, what: &'static str) -> Error {
    Error { offset, kind: ErrorKind::Expected(what) }
}

fn end(offset: usize) -> Error {
    Error { offset, kind: ErrorKind::UnexpectedEnd }
}
