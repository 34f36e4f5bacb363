//! What several test programs share.
#![allow(dead_code, unreachable_pub, reason = "each program uses a part")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

#[cfg(feature = "blackkonnect")]
pub mod blackkonnect;
pub mod form;
#[cfg(feature = "infobip")]
pub mod infobip;
#[cfg(feature = "smslist")]
pub mod smslist;
pub mod typed;

use serde_json::Value as Json;
use smskernel::Value;

/// A JSON value as the tree that a host language would make of it.
pub fn tree(json: &Json) -> Value<'static> {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => match number.as_i64() {
            Some(number) => Value::Integer(number),
            None => Value::Number(number.to_string().into()),
        },
        Json::String(text) => Value::String(text.clone().into()),
        Json::Array(items) => Value::List(items.iter().map(tree).collect()),
        Json::Object(members) => {
            Value::Object(members.iter().map(|(key, value)| (key.clone().into(), tree(value))).collect())
        }
    }
}

/// What a serialisable value is as JSON.
pub fn json(value: &impl serde::Serialize) -> Json {
    serde_json::to_value(value).expect("everything public can be serialised")
}
