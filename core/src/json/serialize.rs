//! A tree as serde sees it: for violations that hold a value and leave the crate as JSON.

use serde::ser::{Serialize, Serializer};

use super::Value;

impl Serialize for Value<'_> {
    /// A number beyond 64 bits is given as its text, for no serde number holds it; so are fractions, digit for digit. Bytes
    /// and foreign values are null, as in requests.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null | Value::Bytes(_) | Value::Foreign(_) => serializer.serialize_unit(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Integer(value) => serializer.serialize_i64(*value),
            Value::Number(text) | Value::String(text) => serializer.serialize_str(text),
            Value::List(items) => serializer.collect_seq(items),
            Value::Object(members) => serializer.collect_map(members.iter().map(|(key, value)| (key, value))),
        }
    }
}
