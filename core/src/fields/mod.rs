//! How an object of a request is described once, and read, judged and written from that description.
//!
//! [`wire!`] takes a table: our name, the gateway's name, the type and the rule of each field, in the order in which the
//! gateway's documents list them. It gives the public struct, setters, the table of names, the reader that turns the
//! input tree into it, the walk over its rules, and the writer.

mod extra;
mod members;
mod record;
mod suggest;

pub(crate) use extra::{judge_extra, write_extra};
pub(crate) use members::{MOST_FIELDS, members};
use record::read_list;
pub(crate) use record::{Record, SMALL, Slot, judge_field, judge_object, read_object, write_object, write_object_but};
pub(crate) use suggest::nearest;

use crate::json::{Value, Writer};
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::sent::Sent;
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
    /// Whether the gateway asks for it.
    pub(crate) is_required: bool,
    /// Whether it is a list, which reads as an empty one where it is absent.
    pub(crate) is_list: bool,
}

impl FieldName {
    /// Pairs two names.
    pub(crate) const fn new(wire: &'static str, ours: &'static str) -> FieldName {
        let (one, other) = (ours.as_bytes(), wire.as_bytes());
        let is_same = is_equal(one, other) || is_camel_of(one, other);
        FieldName { wire, ours, is_same, is_required: false, is_list: false }
    }

    /// The same of a field that the gateway asks for.
    pub(crate) const fn required(self) -> FieldName {
        FieldName { is_required: true, ..self }
    }

    /// The same of a field that may be a list.
    pub(crate) const fn list(self, is_list: bool) -> FieldName {
        FieldName { is_list, ..self }
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
    /// Keys that belong to another operation, and the sentence that names it.
    pub(crate) elsewhere: &'static [(&'static str, &'static str)],
    /// The field, by the gateway's name, whose text or number may stand for the whole object.
    pub(crate) alone: Option<&'static str>,
}

impl ObjectNames {
    /// The names of an object.
    pub(crate) const fn new(name: &'static str, fields: &'static [FieldName]) -> ObjectNames {
        assert!(fields.len() <= MOST_FIELDS, "no object of a request has so many fields");
        ObjectNames { name, fields, elsewhere: &[], alone: None }
    }

    /// The same with keys of other operations.
    pub(crate) const fn elsewhere(self, elsewhere: &'static [(&'static str, &'static str)]) -> ObjectNames {
        ObjectNames { elsewhere, ..self }
    }

    /// The same of an object for which one field may stand.
    pub(crate) const fn alone(self, wire: &'static str) -> ObjectNames {
        ObjectNames { alone: Some(wire), ..self }
    }
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
    /// A writer that takes the numbers of the destinations from `sent`, in their order.
    pub(crate) fn new(capacity: usize, sent: &'s Sent) -> Out<'s> {
        Out { json: Writer::with_capacity(capacity), sent, next: 0 }
    }

    /// The judged number of the destination at hand; moves on to the next one.
    pub(crate) fn next_number(&mut self) -> &'s str {
        let number = self.sent.number(self.next);
        self.next += 1;
        number
    }
}

/// What can stand in a field of a request.
pub(crate) trait Field: Sized {
    /// Whether a text or a number may stand for it, and so for a list of one.
    const STANDS_ALONE: bool = false;

    /// Reads its shape. `None` says that a violation was reported.
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Self>;

    /// The same into a place that is empty, and stays so where a violation was reported. Objects are large, and are read where
    /// they stay.
    fn read_into(place: &mut Option<Self>, value: Value<'_>, at: &Path, judge: &mut Judge) {
        *place = Self::read(value, at, judge);
    }

    /// The same behind the elements of a list. A broken one keeps its place, so that the positions after it stay true.
    fn read_behind(list: &mut Vec<Self>, value: Value<'_>, at: &Path, judge: &mut Judge)
    where
        Self: Default,
    {
        list.push(Self::read(value, at, judge).unwrap_or_default());
    }

    /// Writes it.
    fn write(&self, out: &mut Out);
}

/// A field's content, if it is set: what its rule is about.
pub(crate) trait Content {
    type Of;
    /// Whether it is a list. Its absence is told when shapes are read, for it reads as an empty one.
    const IS_LIST: bool = false;
    fn content(&self) -> Option<&Self::Of>;
}

impl<T> Content for Option<T> {
    type Of = T;
    fn content(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl<T> Content for Vec<T> {
    type Of = Vec<T>;
    const IS_LIST: bool = true;
    fn content(&self) -> Option<&Vec<T>> {
        Some(self)
    }
}

/// Reports a value of the wrong kind.
pub(crate) fn wrong_type<T>(expected: &str, value: &Value, at: &Path, judge: &mut Judge) -> Option<T> {
    report_wrong_type(expected, value, at, judge);
    None
}

fn report_wrong_type(expected: &str, value: &Value, at: &Path, judge: &mut Judge) {
    if matches!(value, Value::Null) {
        judge.report(&rules::MISSING, at, Shown::Nothing, &[]);
    } else {
        judge.report(&rules::WRONG_TYPE, at, Shown::Tree(value), &[&expected, &value.type_name()]);
    }
}

/// Reports one that may be a credential given in the wrong place, so that it is not shown.
pub(crate) fn wrong_secret<T>(expected: &str, value: &Value, at: &Path, judge: &mut Judge) -> Option<T> {
    judge.report(&rules::WRONG_TYPE, at, Shown::Nothing, &[&expected, &value.type_name()]);
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

impl<T: Field + Default> Field for Vec<T> {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Vec<T>> {
        let mut list = Vec::new();
        read_list(&mut list, T::STANDS_ALONE, value, at, judge).then_some(list)
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

/// A whole number; one beyond 64 bits is beyond every field.
pub(crate) fn read_integer(value: &Value<'_>, at: &Path, judge: &mut Judge) -> Option<i64> {
    match value {
        Value::Integer(number) => Some(*number),
        Value::Number(text) if text == "-0" => Some(0),
        Value::Number(text) if is_integer(text) => {
            judge.report(&rules::INTEGER_BEYOND, at, Shown::Plain(text), &[]);
            None
        }
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

/// Describes an object of a request; see the module's text.
macro_rules! wire {
    (
        $(#[$outer:meta])*
        pub struct $name:ident, $called:literal, judged by $whole:path
            $(, elsewhere $elsewhere:ident)? $(, alone its $alone:literal)?
        {
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
            pub const NAMES: &'static $crate::fields::ObjectNames = &$crate::fields::ObjectNames::new(
                $called,
                &[ $(
                    $crate::fields::FieldName::new($wire, $crate::fields::wire!(@ours $field $($ours)?))
                        $(.$required())?
                        .list(<$type as $crate::fields::Content>::IS_LIST),
                )* ],
            ) $( .elsewhere($elsewhere) )? $( .alone($alone) )?;

            /// Judges every field in the gateway's order, then the object as a whole.
            #[allow(dead_code, reason = "the options of a gateway are judged by what makes it")]
            pub(crate) fn judge(&self, at: &$crate::path::Path, judge: &mut $crate::judge::Judge) {
                self.judge_but("", at, judge);
            }

            /// The same without one field.
            #[allow(dead_code, reason = "what the calls of a plan share is judged without its list")]
            pub(crate) fn judge_but(&self, left_out: &str, at: &$crate::path::Path, judge: &mut $crate::judge::Judge) {
                if $crate::fields::SMALL {
                    $crate::fields::judge_object(self, left_out, at, judge);
                } else {
                    $crate::fields::each_number!(
                        number of $( $field ),*: $crate::fields::judge_field(self, number, left_out, at, judge)
                    );
                    $crate::fields::judge_extra(&self.extra, Self::NAMES, at, judge);
                }
                $whole(self, at, judge);
            }
        }

        impl $crate::fields::Record for $name {
            fn names(&self) -> &'static $crate::fields::ObjectNames {
                Self::NAMES
            }

            fn slot(&mut self, field: usize) -> Option<&mut dyn $crate::fields::Slot> {
                $crate::fields::numbered!(field; $( $field => Some(&mut self.$field), )* ; None)
            }

            #[inline(always)]
            fn part(&self, field: usize) -> Option<&dyn $crate::fields::Slot> {
                $crate::fields::numbered!(field; $( $field => Some(&self.$field), )* ; None)
            }

            #[inline(always)]
            #[allow(unused_variables, reason = "an object may have no fields")]
            fn judge_field(&self, field: usize, at: &$crate::path::Path, judge: &mut $crate::judge::Judge) -> bool {
                $crate::fields::numbered!(field; $(
                    $field => match $crate::fields::Content::content(&self.$field) {
                        Some(content) => {
                            $rule(content, at, judge);
                            true
                        }
                        None => false,
                    },
                )* ; false)
            }

            fn extra(&self) -> &$crate::fields::Extra {
                &self.extra
            }

            fn extra_mut(&mut self) -> &mut $crate::fields::Extra {
                &mut self.extra
            }
        }

        impl $crate::fields::Field for $name {
            const STANDS_ALONE: bool = Self::NAMES.alone.is_some();

            fn read(value: $crate::json::Value<'_>, at: &$crate::path::Path, judge: &mut $crate::judge::Judge) -> Option<Self> {
                let mut place = None;
                Self::read_into(&mut place, value, at, judge);
                place
            }

            fn read_into(
                place: &mut Option<Self>,
                value: $crate::json::Value<'_>,
                at: &$crate::path::Path,
                judge: &mut $crate::judge::Judge,
            ) {
                if !$crate::fields::read_object(place.insert(Self::default()), value, at, judge) {
                    *place = None;
                }
            }

            fn read_behind(
                list: &mut Vec<Self>,
                value: $crate::json::Value<'_>,
                at: &$crate::path::Path,
                judge: &mut $crate::judge::Judge,
            ) {
                list.push(Self::default());
                if let Some(last) = list.last_mut() {
                    $crate::fields::read_object(last, value, at, judge);
                }
            }

            fn write(&self, out: &mut $crate::fields::Out) {
                if $crate::fields::SMALL {
                    return $crate::fields::write_object(self, out);
                }
                out.json.begin_object();
                $(
                    if !$crate::fields::Slot::is_unset(&self.$field) {
                        out.json.known_key(concat!("\"", $wire, "\":"));
                        $crate::fields::Slot::write(&self.$field, out);
                    }
                )*
                $crate::fields::write_extra(&self.extra, out);
                out.json.end_object();
            }
        }
    };
    (@ours $field:ident $ours:literal) => { $ours };
    (@ours $field:ident) => { stringify!($field) };
}
pub(crate) use wire;

/// What belongs to the field of a number, which is its place among the others.
macro_rules! numbered {
    ($number:expr; $( $field:ident => $value:expr, )* ; $other:expr) => {{
        #[allow(non_camel_case_types, dead_code, reason = "the variants are the names of fields, if there are any")]
        enum Field { $( $field ),* }
        match $number {
            $( number if number == Field::$field as usize => $value, )*
            _ => $other,
        }
    }};
}
pub(crate) use numbered;

/// The same once for each field, with its number.
macro_rules! each_number {
    ($number:ident of $( $field:ident ),* : $step:expr) => {{
        #[allow(non_camel_case_types, dead_code, reason = "the variants are the names of fields, if there are any")]
        enum Field { $( $field ),* }
        $( {
            let $number = Field::$field as usize;
            $step;
        } )*
    }};
}
pub(crate) use each_number;

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
}
