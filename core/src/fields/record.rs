//! How every object and every list of a request is read from a tree, judged and written, whatever its type.

use super::{Extra, Field, ObjectNames, Out, judge_extra, members, unit, write_extra, wrong_type};
use crate::json::Value;
use crate::judge::{Judge, Mode, Shown};
use crate::path::Path;
use crate::shared_rules as rules;

/// A field in its place, whatever its type.
pub(crate) trait Slot {
    /// Reads its shape, once. What cannot be read is reported and leaves the field unset.
    fn take(&mut self, value: Value<'_>, at: &Path, judge: &mut Judge);

    /// Whether it is left out of the body.
    fn is_unset(&self) -> bool;

    /// Writes it.
    fn write(&self, out: &mut Out);
}

impl<T: Field> Slot for Option<T> {
    fn take(&mut self, value: Value<'_>, at: &Path, judge: &mut Judge) {
        if matches!(value, Value::Null) {
            null_field(at, judge);
        } else {
            T::read_into(self, value, at, judge);
        }
    }

    fn is_unset(&self) -> bool {
        self.is_none()
    }

    fn write(&self, out: &mut Out) {
        if let Some(value) = self {
            value.write(out);
        }
    }
}

/// A null is as good as nothing, but a finished payload need not have it.
fn null_field(at: &Path, judge: &mut Judge) {
    if judge.mode == Mode::Check {
        judge.report(&rules::NULL_FIELD, at, Shown::Nothing, &[]);
    }
}

impl<T: Field + Default> Slot for Vec<T> {
    fn take(&mut self, value: Value<'_>, at: &Path, judge: &mut Judge) {
        read_list(self, T::STANDS_ALONE, value, at, judge);
    }

    fn is_unset(&self) -> bool {
        false
    }

    fn write(&self, out: &mut Out) {
        Field::write(self, out);
    }
}

/// A list that grows while it is read, whatever is in it.
pub(super) trait List {
    fn reserve(&mut self, items: usize);
    /// Reads an element.
    fn push(&mut self, value: Value<'_>, at: &Path, judge: &mut Judge);
}

impl<T: Field + Default> List for Vec<T> {
    fn reserve(&mut self, items: usize) {
        Vec::reserve_exact(self, items);
    }

    fn push(&mut self, value: Value<'_>, at: &Path, judge: &mut Judge) {
        T::read_behind(self, value, at, judge);
    }
}

/// Reads a list's shape. False says that it is none, and that this was reported.
#[cfg_attr(small, optimize(speed))]
pub(super) fn read_list(
    list: &mut dyn List,
    stands_alone: bool,
    value: Value<'_>,
    at: &Path,
    judge: &mut Judge,
) -> bool {
    let items = match value {
        Value::List(items) => items,
        alone if stands_alone && is_alone(&alone, judge.mode) => vec![alone],
        other => return wrong_type("a list", &other, at, judge).unwrap_or(false),
    };
    // The list of messages, for requests have no other beside it.
    let of_messages = judge.mode != Mode::Options && matches!(at, Path::Key(Path::Root, _));
    list.reserve(items.len());
    for (index, item) in items.into_iter().enumerate() {
        if of_messages {
            judge.unit = unit(index);
        }
        list.push(item, &at.index(index), judge);
    }
    if of_messages {
        judge.unit = u32::MAX;
    }
    true
}

/// Whether a value may stand for an object, or for a list of one; a finished payload has objects and lists only.
fn is_alone(value: &Value, mode: Mode) -> bool {
    mode != Mode::Check && matches!(value, Value::String(_) | Value::Integer(_) | Value::Number(_))
}

/// An object of a request: its fields, numbered in the order of its names, and what stands beside them.
pub(crate) trait Record {
    fn names(&self) -> &'static ObjectNames;
    /// The field of that number.
    fn part(&self, field: usize) -> Option<&dyn Slot>;
    /// The same, to be read.
    fn slot(&mut self, field: usize) -> Option<&mut dyn Slot>;
    /// Applies the rule of a field to its content. False says that there is none.
    fn judge_field(&self, field: usize, at: &Path, judge: &mut Judge) -> bool;
    /// What the documents do not name.
    fn extra(&self) -> &Extra;
    /// The same, to be read.
    fn extra_mut(&mut self) -> &mut Extra;
}

/// Whether code counts by its bytes: then one loop serves all objects. Elsewhere each object goes through its fields in a row of
/// its own, which is twice as fast. The steps are the same.
pub(crate) const SMALL: bool = cfg!(target_family = "wasm");

/// Judges every field but one in the gateway's order, then what stands beside them.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn judge_object(record: &dyn Record, left_out: &str, at: &Path, judge: &mut Judge) {
    for number in 0..record.names().fields.len() {
        judge_field(record, number, left_out, at, judge);
    }
    judge_extra(record.extra(), record.names(), at, judge);
}

/// Judges one field, unless it is the one to be left out.
#[expect(clippy::inline_always, reason = "with its number known, most of it falls away")]
#[inline(always)]
pub(crate) fn judge_field<R: Record + ?Sized>(record: &R, number: usize, left_out: &str, at: &Path, judge: &mut Judge) {
    let Some(field) = record.names().fields.get(number).filter(|field| field.wire != left_out) else { return };
    let here = at.key(field.wire);
    if !record.judge_field(number, &here, judge) && field.is_required {
        judge.report(&rules::MISSING, &here, Shown::Nothing, &[]);
    }
}

/// Writes an object: the fields that are set, in the gateway's order, then what stands beside them.
pub(crate) fn write_object(record: &dyn Record, out: &mut Out) {
    write_object_but(record, "", out);
}

/// The same without one field, which goes elsewhere.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn write_object_but(record: &dyn Record, left_out: &str, out: &mut Out) {
    out.json.begin_object();
    for (number, field) in record.names().fields.iter().enumerate() {
        let part = record.part(number).filter(|part| field.wire != left_out && !part.is_unset());
        if let Some(part) = part {
            out.json.known_name(field.wire);
            part.write(out);
        }
    }
    write_extra(record.extra(), out);
    out.json.end_object();
}

/// Reads an object's shape. False says that it is none, and that this was reported.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn read_object(record: &mut dyn Record, value: Value<'_>, at: &Path, judge: &mut Judge) -> bool {
    let names = record.names();
    let mut entries = match (value, names.alone) {
        (Value::Object(entries), _) => entries,
        (value, Some(wire)) if is_alone(&value, judge.mode) => vec![(wire.into(), value)],
        (value, Some(_)) => return wrong_type("an object with `to`", &value, at, judge).unwrap_or(false),
        (value, None) => return wrong_type("an object", &value, at, judge).unwrap_or(false),
    };
    let found = members(names, &mut entries, record.extra_mut(), at, judge);
    for (index, field) in names.fields.iter().enumerate() {
        // A null is as good as nothing where the field is a list, or where its rule tells that it is missing; other types
        // read it in their own way.
        let is_given = |value: &Value| !(matches!(value, Value::Null) && (field.is_required || field.is_list));
        let value = found.take(index, &mut entries).filter(is_given);
        match value.and_then(|value| Some((value, record.slot(index)?))) {
            Some((value, slot)) => slot.take(value, &at.key(field.wire), judge),
            None if field.is_required && field.is_list => {
                judge.report(&rules::MISSING, &at.key(field.wire), Shown::Nothing, &[]);
            }
            None => {}
        }
    }
    true
}
