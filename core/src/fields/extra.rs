//! What is sent beside the documented fields.

use super::{Extra, ObjectNames, Out, wrong_type};
use crate::json::{MAX_DEPTH, Reader, Value};
use crate::judge::{Judge, Shown};
use crate::lookup::Texts;
use crate::path::Path;
use crate::shared_rules as rules;
use crate::values::judge_characters;

/// Takes over what stands under `extra`.
pub(crate) fn take_extra(value: Value<'_>, extra: &mut Extra, at: &Path, judge: &mut Judge) {
    match value {
        Value::Null => {}
        Value::Object(entries) => {
            extra.extend(entries.into_iter().map(|(key, value)| (key.into_owned(), value.into_owned())));
        }
        other => {
            wrong_type::<()>("an object", &other, &at.key("extra"), judge);
        }
    }
}

/// Writes what stands under `extra`.
pub(crate) fn write_extra(extra: &Extra, out: &mut Out) {
    for (key, value) in extra {
        out.json.key(key);
        out.json.value(value);
    }
}

/// The rules of what is sent beside the documented fields: each name once, none of a documented field, and nothing that
/// JSON cannot say or that a text of the request could not hold.
pub(crate) fn judge_extra(extra: &Extra, names: &'static ObjectNames, at: &Path, judge: &mut Judge) {
    let mut met = Texts::default();
    for (key, value) in extra {
        let here = at.key(key);
        if names.fields.iter().any(|field| field.wire == key) {
            judge.report(&rules::EXTRA_KNOWN, &here, Shown::Nothing, &[&names.name]);
        } else if met.insert(key, 0).is_err() {
            judge.report(&rules::DUPLICATE_KEY, &here, Shown::Nothing, &[]);
        }
        judge_characters(key, &here, judge, Shown::Nothing);
        judge_json(value, &here, judge, MAX_DEPTH);
    }
}

/// Reports each part of a value that JSON cannot say, or that lies too deep.
fn judge_json(value: &Value<'_>, at: &Path, judge: &mut Judge, depth: usize) {
    let Some(deeper) = depth.checked_sub(1) else {
        crate::operation::too_deep(at, judge);
        return;
    };
    match value {
        Value::Null | Value::Bool(_) | Value::Integer(_) => {}
        Value::String(text) => {
            judge_characters(text, at, judge, Shown::Nothing);
        }
        Value::Number(text) if is_json_number(text) => {}
        Value::Number(_) | Value::Bytes(_) | Value::Foreign(_) => {
            wrong_type::<()>("a value that JSON can say", value, at, judge);
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                judge_json(item, &at.index(index), judge, deeper);
            }
        }
        Value::Object(entries) => {
            for (key, item) in entries {
                let here = at.key(key);
                judge_characters(key, &here, judge, Shown::Nothing);
                judge_json(item, &here, judge, deeper);
            }
        }
    }
}

/// Whether a number's text, which Rust code can make of anything, is one.
fn is_json_number(text: &str) -> bool {
    let mut reader = Reader::new(text);
    reader.number().is_ok_and(|number| number.len() == text.len())
}
