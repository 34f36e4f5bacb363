//! How an object of a request is described once, and read, judged and written from that description.
//!
//! [`wire!`] takes a table: our name, the gateway's name, the type and the rule of each field, in the order in which the
//! gateway's documents list them. It gives the public struct, setters, the table of names, the reader that turns the
//! input tree into it, the walk over its rules, and the writer.

use crate::json::{Value, Writer};
use crate::judge::{Judge, Mode, Shown};
use crate::path::Path;
use crate::sent::{FixedMap, FixedSet, Sent};
use crate::shared_rules as rules;

/// One field's two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldName {
    /// The gateway's name, as on the wire.
    pub wire: &'static str,
    /// Our name, in `snake_case`.
    pub ours: &'static str,
    /// Whether the gateway's name is ours, be it in camel case.
    pub(crate) is_same: bool,
}

impl FieldName {
    /// Pairs two names.
    pub(crate) const fn new(wire: &'static str, ours: &'static str) -> FieldName {
        let (one, other) = (ours.as_bytes(), wire.as_bytes());
        FieldName { wire, ours, is_same: is_equal(one, other) || is_camel_of(one, other) }
    }
}

/// One object of a request: what it is called in messages, and its fields in the gateway's order.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ObjectNames {
    /// Our name of the type.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [FieldName],
}

/// Fields that the documents do not name, sent unchanged after those they do.
pub type Extra = Vec<(String, Value<'static>)>;

/// Where a request is written to.
pub(crate) struct Out<'s> {
    pub(crate) json: Writer,
    sent: &'s Sent,
    next: usize,
}

impl<'s> Out<'s> {
    /// A writer that takes the numbers of the destinations from `sent`, beginning with the one at `next`.
    pub(crate) fn new(capacity: usize, sent: &'s Sent, next: usize) -> Out<'s> {
        Out { json: Writer::with_capacity(capacity), sent, next }
    }

    /// The judged number of the destination at hand; moves on to the next one.
    pub(crate) fn next_number(&mut self) -> &'s str {
        let number = self.sent.number(self.next);
        self.next += 1;
        number
    }
}

/// A value that can stand in a field of a request.
pub(crate) trait Field: Sized {
    /// Reads its shape. `None` says that a violation was reported.
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Self>;

    /// Whether the field is left out of the body.
    fn is_unset(&self) -> bool {
        false
    }

    /// Whether that value may stand for a list of one.
    fn stands_alone(_: &Value, _: Mode) -> bool {
        false
    }

    /// Writes it.
    fn write(&self, out: &mut Out);
}

/// A field's content, if it is set: what its rule is about.
pub(crate) trait Content {
    type Of;
    fn content(&self) -> Option<&Self::Of>;
    /// What stands where a shape was wrong, so that the positions after it stay true.
    fn is_required_at_reading() -> bool;
}

impl<T> Content for Option<T> {
    type Of = T;
    fn content(&self) -> Option<&T> {
        self.as_ref()
    }
    fn is_required_at_reading() -> bool {
        false
    }
}

impl<T> Content for Vec<T> {
    type Of = Vec<T>;
    fn content(&self) -> Option<&Vec<T>> {
        Some(self)
    }
    fn is_required_at_reading() -> bool {
        true
    }
}

/// Reports a value of the wrong kind.
pub(crate) fn wrong_type<T>(expected: &str, value: &Value, at: &Path, judge: &mut Judge) -> Option<T> {
    if matches!(value, Value::Null) {
        judge.report(&rules::MISSING, at, Shown::Nothing, &[]);
    } else {
        judge.report(&rules::WRONG_TYPE, at, Shown::Tree(value), &[expected, &value.type_name()]);
    }
    None
}

impl Field for bool {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<bool> {
        match value {
            Value::Bool(value) => Some(value),
            other => wrong_type("true or false", &other, at, judge),
        }
    }
    fn write(&self, out: &mut Out) {
        out.json.boolean(*self);
    }
}

impl Field for String {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<String> {
        match value {
            Value::String(text) => Some(text.into_owned()),
            other => wrong_type("a string", &other, at, judge),
        }
    }
    fn write(&self, out: &mut Out) {
        out.json.string(self);
    }
}

impl<T: Field> Field for Option<T> {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Option<T>> {
        match value {
            Value::Null => {
                if judge.mode == Mode::Check {
                    judge.report(&rules::NULL_FIELD, at, Shown::Nothing, &[]);
                }
                Some(None)
            }
            value => T::read(value, at, judge).map(Some),
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

impl<T: Field + Default> Field for Vec<T> {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Vec<T>> {
        match value {
            Value::List(items) => {
                // The list of messages, for requests have no other beside it.
                let of_messages = judge.mode != Mode::Options && matches!(at, Path::Key(Path::Root, _));
                let mut list = Vec::with_capacity(items.len());
                for (index, item) in items.into_iter().enumerate() {
                    if of_messages {
                        judge.unit = unit(index);
                    }
                    // A broken element keeps its place, so that the positions after it stay true.
                    list.push(T::read(item, &at.index(index), judge).unwrap_or_default());
                }
                if of_messages {
                    judge.unit = u32::MAX;
                }
                Some(list)
            }
            alone if T::stands_alone(&alone, judge.mode) => {
                Some(vec![T::read(alone, &at.index(0), judge).unwrap_or_default()])
            }
            other => wrong_type("a list", &other, at, judge),
        }
    }
    fn write(&self, out: &mut Out) {
        out.json.begin_list();
        for item in self {
            item.write(out);
        }
        out.json.end_list();
    }
}

/// The unit of the message at that place.
pub(crate) fn unit(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX - 1)
}

/// Writes what stands under `extra`.
pub(crate) fn write_extra(extra: &Extra, out: &mut Out) {
    for (key, value) in extra {
        out.json.key(key);
        out.json.value(value);
    }
}

/// A whole number for a field with bounds; one beyond 64 bits is out of them.
pub(crate) fn read_integer(value: &Value<'_>, at: &Path, judge: &mut Judge) -> Option<i64> {
    match value {
        Value::Integer(number) => Some(*number),
        // Beyond 64 bits: no field is that wide, so the nearest bound stands in and its rule will say so.
        Value::Number(text) if is_integer(text) => Some(if text.starts_with('-') { i64::MIN } else { i64::MAX }),
        other => wrong_type("a whole number", other, at, judge),
    }
}

impl Field for i64 {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<i64> {
        read_integer(&value, at, judge)
    }
    fn write(&self, out: &mut Out) {
        out.json.integer(*self);
    }
}

/// Whether a number's text is that of a whole number.
pub(crate) fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Which of an object's members is which field.
pub(crate) struct Members<const N: usize> {
    /// For each field, the position of its first member.
    pub(crate) at: [Option<usize>; N],
}

enum Spelling {
    Both,
    Gateway,
    Ours,
}

fn spelling_of_wire(field: &FieldName, mode: Mode) -> Spelling {
    if mode == Mode::Check || field.is_same { Spelling::Both } else { Spelling::Gateway }
}

const fn is_equal(one: &[u8], other: &[u8]) -> bool {
    match (one, other) {
        ([first, one @ ..], [second, other @ ..]) => *first == *second && is_equal(one, other),
        (one, other) => one.is_empty() && other.is_empty(),
    }
}

/// Whether `camel` is `snake` with its underscores turned into capitals.
const fn is_camel_of(snake: &[u8], camel: &[u8]) -> bool {
    let (mut snake, mut camel) = (snake, camel);
    let mut capital = false;
    while let [byte, rest @ ..] = snake {
        snake = rest;
        if *byte == b'_' {
            capital = true;
            continue;
        }
        let [first, after @ ..] = camel else { return false };
        let expected = if capital { byte.to_ascii_uppercase() } else { *byte };
        if *first != expected {
            return false;
        }
        capital = false;
        camel = after;
    }
    camel.is_empty()
}

/// Finds the fields of an object among its members; reports members that are unknown, doubled or of the other
/// vocabulary. Unknown ones that may pass, and those under `extra`, go to `extra`.
pub(crate) fn members<const N: usize>(
    names: &'static ObjectNames,
    entries: &mut [(std::borrow::Cow<'_, str>, Value<'_>)],
    extra: &mut Extra,
    at: &Path,
    judge: &mut Judge,
) -> Members<N> {
    let mut found = Members { at: [None; N] };
    let mut hint = 0;
    let mut gateways: Option<&'static str> = None;
    let mut ours: Option<usize> = None;
    // Where each unknown key stood first, and where a field was met under a second spelling.
    let mut unknown: FixedMap<String, usize> = FixedMap::default();
    let mut second_spelling: Option<(usize, usize)> = None;
    let mut behind_list = false;
    for position in 0..entries.len() {
        let Some((key, _)) = entries.get(position) else { break };
        let resolved = resolve(names.fields, key, hint, judge.mode);
        let Some((field, spelling)) = resolved else {
            let key = key.clone();
            if judge.mode == Mode::Request && key == "extra" {
                let value =
                    entries.get_mut(position).map_or(Value::Null, |entry| std::mem::replace(&mut entry.1, Value::Null));
                take_extra(value, extra, at, judge);
                continue;
            }
            let doubled = *unknown.entry(key.clone().into_owned()).or_insert(position);
            if doubled != position {
                report_doubled(entries, doubled, position, &key, at, judge);
                continue;
            }
            let here = at.key(&key);
            let suggestion =
                if judge.lists(&rules::UNKNOWN_KEY) { suggest(names, &key, judge.mode) } else { String::new() };
            // Beside the list of messages, what stands behind it is told behind its violations.
            let unit = judge.unit;
            judge.unit = if behind_list { u32::MAX } else { unit };
            judge.report(&rules::UNKNOWN_KEY, &here, Shown::Nothing, &[names.name, &suggestion]);
            judge.unit = unit;
            if judge.level(&rules::UNKNOWN_KEY) == crate::violation::Level::Warning
                && let Some(entry) = entries.get(position)
            {
                extra.push((key.into_owned(), entry.1.clone().into_owned()));
            }
            continue;
        };
        hint = field + 1;
        behind_list |= judge.mode != Mode::Options
            && matches!(at, Path::Root)
            && matches!(entries.get(position), Some((_, Value::List(_))));
        match spelling {
            Spelling::Both => {}
            Spelling::Gateway => gateways = names.fields.get(field).map(|name| name.wire),
            Spelling::Ours => {
                ours.get_or_insert(position);
            }
        }
        match found.at.get_mut(field) {
            Some(slot @ None) => *slot = Some(position),
            Some(Some(first)) => {
                let (first, key) = (*first, key.clone());
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
        judge.report(&rules::MIXED_NAMES, &at.key(key), Shown::Nothing, &[wire, right]);
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

fn report_doubled(
    entries: &[(std::borrow::Cow<'_, str>, Value<'_>)],
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

fn take_extra(value: Value<'_>, extra: &mut Extra, at: &Path, judge: &mut Judge) {
    let at = at.key("extra");
    match value {
        Value::Null => {}
        Value::Object(entries) => {
            extra.extend(entries.into_iter().map(|(key, value)| (key.into_owned(), value.into_owned())));
        }
        other => {
            wrong_type::<()>("an object", &other, &at, judge);
        }
    }
}

/// The rules of what is sent beside the documented fields: each name once, none of a documented field, and nothing that
/// JSON cannot say.
pub(crate) fn judge_extra(extra: &Extra, names: &'static ObjectNames, at: &Path, judge: &mut Judge) {
    let mut met: FixedSet<&str> = FixedSet::default();
    for (key, value) in extra {
        let here = at.key(key);
        if names.fields.iter().any(|field| field.wire == key) {
            judge.report(&rules::EXTRA_KNOWN, &here, Shown::Nothing, &[names.name]);
        } else if !met.insert(key) {
            judge.report(&rules::DUPLICATE_KEY, &here, Shown::Nothing, &[]);
        }
        is_plain_json(value, &here, judge);
    }
}

/// Whether JSON can say the value; reports each part that it cannot.
fn is_plain_json(value: &Value<'_>, at: &Path, judge: &mut Judge) -> bool {
    match value {
        Value::Bytes(_) | Value::Foreign(_) => {
            wrong_type::<()>("a value that JSON can say", value, at, judge);
            false
        }
        Value::List(items) => items
            .iter()
            .enumerate()
            .fold(true, |plain, (index, item)| is_plain_json(item, &at.index(index), judge) && plain),
        Value::Object(entries) => {
            entries.iter().fold(true, |plain, (key, item)| is_plain_json(item, &at.key(key), judge) && plain)
        }
        _ => true,
    }
}

/// ` Did you mean `text`?` where a known name is near, and how to send the field all the same.
fn suggest(names: &ObjectNames, key: &str, mode: Mode) -> String {
    let mut best: Option<(usize, &'static str)> = None;
    for field in names.fields {
        let candidates = if mode == Mode::Check { [field.wire, field.wire] } else { [field.wire, field.ours] };
        for candidate in candidates {
            let distance = distance(key, candidate);
            if distance <= allowed_distance(candidate) && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        // Somebody who wrote our name into a finished payload meant the gateway's.
        if mode == Mode::Check && (field.ours == key || is_camel_of(field.ours.as_bytes(), key.as_bytes())) {
            best = Some((0, field.wire));
        }
    }
    let mut words = match best {
        Some((_, name)) => [" Did you mean `", name, "`?"].concat(),
        None => String::new(),
    };
    if mode == Mode::Request {
        words.push_str(" To send it as it is, put it under `extra`.");
    }
    words
}

/// The nearest of some words, as ` Did you mean "TR"?`, or nothing.
pub(crate) fn nearest(text: &str, words: &[&'static str]) -> String {
    words
        .iter()
        .map(|word| (distance(text, word), *word))
        .filter(|(distance, word)| *distance <= allowed_distance(word))
        .min()
        .map_or_else(String::new, |(_, word)| [" Did you mean ", word, "?"].concat())
}

fn allowed_distance(word: &str) -> usize {
    match word.len() {
        0..=2 => 0,
        3..=4 => 1,
        _ => 2,
    }
}

/// Edit distance over letters and digits, in lower case: `send-at`, `sendAT` and `send_at` are one.
fn distance(one: &str, other: &str) -> usize {
    // Nobody means a short name with a long one; this also bounds the work.
    const LONGEST: usize = 40;
    let fold = |text: &str| -> Vec<char> {
        text.chars()
            .filter(|character| character.is_alphanumeric())
            .take(LONGEST + 1)
            .map(|character| character.to_ascii_lowercase())
            .collect()
    };
    let (one, other) = (fold(one), fold(other));
    if one.len() > LONGEST || one.is_empty() {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, left) in one.iter().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (slot, right) in row.iter_mut().skip(1).zip(&other) {
            let cost = diagonal + usize::from(left != right);
            diagonal = *slot;
            before = cost.min(diagonal + 1).min(before + 1);
            *slot = before;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

/// Describes an object of a request; see the module's text.
macro_rules! wire {
    (
        $(#[$outer:meta])*
        pub struct $name:ident, $called:literal, judged by $whole:path {
            $(
                $(#[doc = $doc:literal])*
                $(@$required:ident)? $vis:vis $field:ident $(($ours:literal))? = $wire:literal : $type:ty, $rule:path;
            )*
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $( $(#[doc = $doc])* $vis $field: $type, )*
            /// Fields that the documents do not name: sent unchanged after the others.
            pub extra: $crate::fields::Extra,
        }

        impl $name {
            /// What it is called, and its fields' two names in the gateway's order.
            pub const NAMES: &'static $crate::fields::ObjectNames = &$crate::fields::ObjectNames {
                name: $called,
                fields: &[
                    $( $crate::fields::FieldName::new($wire, $crate::fields::wire!(@ours $field $($ours)?)), )*
                ],
            };

            /// Judges every field in the gateway's order, then the object as a whole.
            #[allow(dead_code, reason = "the options of a gateway are judged by what makes it")]
            pub(crate) fn judge(&self, at: &$crate::path::Path, judge: &mut $crate::judge::Judge) {
                $( $crate::fields::wire!(@judge $($required)?, self.$field, $wire, $rule, at, judge); )*
                $crate::fields::judge_extra(&self.extra, Self::NAMES, at, judge);
                $whole(self, at, judge);
            }
        }

        impl $crate::fields::Field for $name {
            fn read(value: $crate::json::Value<'_>, at: &$crate::path::Path, judge: &mut $crate::judge::Judge) -> Option<Self> {
                const COUNT: usize = [$( $wire ),*].len();
                let $crate::json::Value::Object(mut entries) = value else {
                    return $crate::fields::wrong_type("an object", &value, at, judge);
                };
                let mut this = Self::default();
                let found = $crate::fields::members::<COUNT>(Self::NAMES, &mut entries, &mut this.extra, at, judge);
                let mut slots = found.at.into_iter();
                $(
                    let member = slots.next().flatten().and_then(|position| entries.get_mut(position));
                    $crate::fields::wire!(@read $($required)?, this.$field, $type, $wire, member, at, judge);
                )*
                Some(this)
            }

            fn write(&self, out: &mut $crate::fields::Out) {
                out.json.begin_object();
                $(
                    if !$crate::fields::Field::is_unset(&self.$field) {
                        out.json.known_key(concat!("\"", $wire, "\":"));
                        $crate::fields::Field::write(&self.$field, out);
                    }
                )*
                $crate::fields::write_extra(&self.extra, out);
                out.json.end_object();
            }
        }
    };
    (@ours $field:ident $ours:literal) => { $ours };
    (@ours $field:ident) => { stringify!($field) };
    (@judge required, $value:expr, $wire:literal, $rule:path, $at:ident, $judge:ident) => {
        match $crate::fields::Content::content(&$value) {
            Some(content) => $rule(content, &$at.key($wire), $judge),
            None => $judge.report(&$crate::shared_rules::MISSING, &$at.key($wire), $crate::judge::Shown::Nothing, &[]),
        }
    };
    (@judge , $value:expr, $wire:literal, $rule:path, $at:ident, $judge:ident) => {
        if let Some(content) = $crate::fields::Content::content(&$value) {
            $rule(content, &$at.key($wire), $judge);
        }
    };
    (@read required, $target:expr, $type:ty, $wire:literal, $member:ident, $at:ident, $judge:ident) => {
        match $member {
            Some((_, value)) if !matches!(value, $crate::json::Value::Null) => {
                let value = std::mem::replace(value, $crate::json::Value::Null);
                if let Some(read) = <$type as $crate::fields::Field>::read(value, &$at.key($wire), $judge) {
                    $target = read;
                }
            }
            // An absent list reads as an empty one, so its absence is told here; other fields' rules tell it.
            _ => if <$type as $crate::fields::Content>::is_required_at_reading() {
                $judge.report(&$crate::shared_rules::MISSING, &$at.key($wire), $crate::judge::Shown::Nothing, &[]);
            },
        }
    };
    (@read , $target:expr, $type:ty, $wire:literal, $member:ident, $at:ident, $judge:ident) => {
        if let Some((_, value)) = $member {
            let value = std::mem::replace(value, $crate::json::Value::Null);
            if let Some(read) = <$type as $crate::fields::Field>::read(value, &$at.key($wire), $judge) {
                $target = read;
            }
        }
    };
}
pub(crate) use wire;

/// Declares setters that take what can be turned into the field's content.
macro_rules! setters {
    ($( $object:ident { $( $field:ident : $type:ty ),* $(,)? } )*) => { $(
        impl $object {
            $(
                /// Sets the field of that name.
                pub fn $field(mut self, value: impl Into<$type>) -> $object {
                    self.$field = Some(value.into());
                    self
                }
            )*
        }
    )* };
}
pub(crate) use setters;

/// The rule of a field that has none beyond its shape.
pub(crate) fn any<T>(_: &T, _: &Path<'_>, _: &mut Judge<'_>) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn camel_case_of_our_names() {
        assert!(is_camel_of(b"send_at", b"sendAt"));
        assert!(is_camel_of(b"text", b"text"));
        assert!(!is_camel_of(b"send_at", b"send_at"));
        assert!(!is_camel_of(b"send_at", b"sendAtNow"));
    }

    #[test]
    fn distance_folds_case_and_signs() {
        assert_eq!(distance("send-AT", "send_at"), 0);
        assert_eq!(distance("mesage", "message"), 1);
        assert_eq!(distance("form", "from"), 2);
        assert_eq!(distance("", "from"), usize::MAX);
    }
}
