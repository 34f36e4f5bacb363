//! How every object of a request is read from a tree: one loop over its names.

use super::{Extra, Field, ObjectNames, members, wrong_type};
use crate::json::Value;
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::shared_rules as rules;

/// A field in its place, whatever its type.
pub(crate) trait Slot {
    /// Reads its shape. What cannot be read is reported and leaves the field as it is.
    fn take(&mut self, value: Value<'_>, at: &Path, judge: &mut Judge);
}

impl<T: Field> Slot for T {
    fn take(&mut self, value: Value<'_>, at: &Path, judge: &mut Judge) {
        if let Some(read) = T::read(value, at, judge) {
            *self = read;
        }
    }
}

/// An object of a request: its fields in the order of its names, and what stands beside them.
pub(crate) trait Record {
    /// The field of that number.
    fn slot(&mut self, field: usize) -> Option<&mut dyn Slot>;
    /// What the documents do not name.
    fn extra(&mut self) -> &mut Extra;
}

/// Reads an object's shape. False says that it is none, and that this was reported.
pub(crate) fn read_object(
    record: &mut dyn Record,
    names: &'static ObjectNames,
    value: Value<'_>,
    at: &Path,
    judge: &mut Judge,
) -> bool {
    let Value::Object(mut entries) = value else {
        return wrong_type("an object", &value, at, judge).unwrap_or(false);
    };
    let found = members(names, &mut entries, record.extra(), at, judge);
    for (index, field) in names.fields.iter().enumerate() {
        // A null is as good as nothing where the field is a list, or where its rule tells that it is missing; other types
        // read it in their own way.
        let is_given = |value: &Value| !(matches!(value, Value::Null) && (field.is_required || field.is_list));
        match (found.take(index, &mut entries).filter(is_given), record.slot(index)) {
            (Some(value), Some(slot)) => slot.take(value, &at.key(field.wire), judge),
            (None, _) if field.is_required && field.is_list => {
                judge.report(&rules::MISSING, &at.key(field.wire), Shown::Nothing, &[]);
            }
            _ => {}
        }
    }
    true
}
