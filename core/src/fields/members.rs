//! Which member of an object is which field: two vocabularies, unknown and doubled keys.

use std::borrow::Cow;

use super::extra::take_extra;
use super::suggest::suggest;
use super::{Extra, FieldName, ObjectNames, is_camel_of};
use crate::json::Value;
use crate::judge::{Judge, Mode, Shown};
use crate::lookup::Texts;
use crate::path::Path;
use crate::shared_rules as rules;
use crate::violation::Level;

/// The most fields of an object.
pub(crate) const MOST_FIELDS: usize = 32;

/// Which of an object's members is which field: for each field, the position of its first member.
pub(crate) struct Members([Option<u32>; MOST_FIELDS]);

impl Members {
    /// Takes the value of a field out of the members that it was found in.
    pub(crate) fn take<'v>(&self, field: usize, entries: &mut [(Cow<'_, str>, Value<'v>)]) -> Option<Value<'v>> {
        let position = usize::try_from((*self.0.get(field)?)?).ok()?;
        entries.get_mut(position).map(|(_, value)| std::mem::replace(value, Value::Null))
    }
}

enum Spelling {
    Both,
    Gateway,
    Ours,
}

fn spelling_of_wire(field: &FieldName, mode: Mode) -> Spelling {
    if mode == Mode::Check || field.is_same { Spelling::Both } else { Spelling::Gateway }
}

/// Finds the fields of an object among its members; reports members that are unknown, doubled or of the other
/// vocabulary. Unknown ones that may pass, and those under `extra`, go to `extra`.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn members(
    names: &'static ObjectNames,
    entries: &mut [(Cow<'_, str>, Value<'_>)],
    extra: &mut Extra,
    at: &Path,
    judge: &mut Judge,
) -> Members {
    let mut found = Members([None; MOST_FIELDS]);
    let mut hint = 0;
    let mut gateways: Option<&'static str> = None;
    let mut ours: Option<usize> = None;
    // Where each unknown key stood first, and where a field was met under a second spelling.
    let mut unknown = Texts::default();
    let mut second_spelling: Option<(usize, usize)> = None;
    let mut behind_list = false;
    for position in 0..entries.len() {
        let Some((key, _)) = entries.get(position) else { break };
        let resolved = resolve(names.fields, key, hint, judge.mode);
        let Some((field, spelling)) = resolved else {
            enter_other(names, entries, position, &mut unknown, behind_list, extra, at, judge);
            continue;
        };
        hint = field + 1;
        behind_list |= judge.mode != Mode::Options
            && matches!(at, Path::Root)
            && matches!(entries.get(position), Some((_, Value::List(_))));
        match spelling {
            Spelling::Both => {}
            // What a plan puts beside its envelope's members is in neither vocabulary.
            Spelling::Gateway if names.fields.get(field).map(|name| name.wire) == judge.added => {}
            Spelling::Gateway => gateways = names.fields.get(field).map(|name| name.wire),
            Spelling::Ours => {
                ours.get_or_insert(position);
            }
        }
        match found.0.get_mut(field) {
            Some(slot @ None) => *slot = u32::try_from(position).ok(),
            Some(Some(first)) => {
                let (first, key) = (usize::try_from(*first).unwrap_or(usize::MAX), key.clone());
                if entries.get(first).is_some_and(|(other, _)| *other == key) {
                    report_doubled(entries, first, position, &key, at, judge);
                } else {
                    second_spelling.get_or_insert((first, position));
                }
            }
            None => {}
        }
    }
    if let (Some(wire), Some(position)) = (gateways, ours)
        && let Some((key, _)) = entries.get(position)
    {
        let right = resolve(names.fields, key, 0, judge.mode)
            .and_then(|(field, _)| names.fields.get(field))
            .map_or("", |name| name.wire);
        judge.report(&rules::MIXED_NAMES, &at.key(key), Shown::Nothing, &[&wire, &right]);
    }
    // The mixed names just told are not told again as a field that stands twice.
    let told = ours.filter(|_| gateways.is_some());
    if let Some((first, second)) = second_spelling
        && told.is_none_or(|told| told != first && told != second)
        && let Some((key, _)) = entries.get(second)
    {
        report_doubled(entries, first, second, key, at, judge);
    }
    found
}

/// Takes a member that is no field.
#[cold]
#[inline(never)]
#[expect(clippy::too_many_arguments, reason = "a part of `members` that stands apart for being rare")]
fn enter_other(
    names: &'static ObjectNames,
    entries: &mut [(Cow<'_, str>, Value<'_>)],
    position: usize,
    unknown: &mut Texts,
    behind_list: bool,
    extra: &mut Extra,
    at: &Path,
    judge: &mut Judge,
) {
    let Some((key, value)) = entries.get_mut(position) else { return };
    if judge.mode == Mode::Request && key == "extra" {
        return take_extra(std::mem::replace(value, Value::Null), extra, at, judge);
    }
    if let Err(first) = unknown.insert(key, u32::try_from(position).unwrap_or_default()) {
        let key = key.clone();
        return report_doubled(entries, unknown.place(first) as usize, position, &key, at, judge);
    }
    let suggestion = if judge.lists(&rules::UNKNOWN_KEY) { suggest(names, key, judge.mode) } else { String::new() };
    // Beside the list of messages, what stands behind it is told behind its violations.
    let unit = judge.unit;
    judge.unit = if behind_list { u32::MAX } else { unit };
    judge.report(&rules::UNKNOWN_KEY, &at.key(key), Shown::Nothing, &[&names.name, &suggestion]);
    judge.unit = unit;
    if judge.level(&rules::UNKNOWN_KEY) == Level::Warning {
        extra.push((key.clone().into_owned(), value.clone().into_owned()));
    }
}

#[cold]
#[inline(never)]
fn report_doubled(
    entries: &[(Cow<'_, str>, Value<'_>)],
    first: usize,
    second: usize,
    key: &str,
    at: &Path,
    judge: &mut Judge,
) {
    let same = match (entries.get(first), entries.get(second)) {
        (Some((_, one)), Some((_, other))) => one == other,
        _ => false,
    };
    let rule = if same { &rules::REPEATED_KEY } else { &rules::DUPLICATE_KEY };
    judge.report(rule, &at.key(key), Shown::Nothing, &[]);
}

#[cfg_attr(small, optimize(speed))]
fn resolve(fields: &[FieldName], key: &str, hint: usize, mode: Mode) -> Option<(usize, Spelling)> {
    // Objects of a list mostly give their members in one order, so the next field is likely the right one.
    let (before, after) = fields.split_at_checked(hint).unwrap_or((fields, &[]));
    let is_wire = |field: &FieldName| field.wire == key;
    let place = after.iter().position(is_wire).map(|place| hint + place).or_else(|| before.iter().position(is_wire));
    if let Some(place) = place {
        return fields.get(place).map(|field| (place, spelling_of_wire(field, mode)));
    }
    if mode == Mode::Check {
        return None;
    }
    let is_ours = |field: &FieldName| field.ours == key || is_camel_of(field.ours.as_bytes(), key.as_bytes());
    fields.iter().position(is_ours).map(|place| (place, Spelling::Ours))
}
