//! The small values that requests are made of. Those that are personal mask themselves when printed.

use std::fmt;

use crate::fields::{Field, Out, is_integer, wrong_type};
use crate::json::Value;
use crate::judge::{Judge, Mode, Shown};
use crate::mask;
use crate::path::Path;
use crate::pieces::integer;
use crate::pieces::split_once;
use crate::shared_rules as rules;
use crate::time::Timestamp;

macro_rules! text_value {
    ($(#[$outer:meta])* $name:ident, $debug:expr) => {
        $(#[$outer])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) String);

        impl $name {
            /// The text as it was given.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl From<&str> for $name { fn from(text: &str) -> Self { Self(text.to_owned()) } }
        impl From<String> for $name { fn from(text: String) -> Self { Self(text) } }
        impl From<&String> for $name { fn from(text: &String) -> Self { Self(text.clone()) } }
        impl AsRef<str> for $name { fn as_ref(&self) -> &str { &self.0 } }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let show: fn(&str, &mut fmt::Formatter<'_>) -> fmt::Result = $debug;
                show(&self.0, f)
            }
        }
    };
}

text_value! {
    /// A phone number as the caller gave it. Prints masked.
    Number, |text, f| write!(f, "{}", mask::number(text))
}
text_value! {
    /// The content of a message, or data about a person. Prints as its length.
    Text, |text, f| write!(f, "{}", mask::text(text))
}
text_value! {
    /// A sender: letters and digits, or a number. A number prints masked.
    Sender, |text, f| if looks_like_number(text) { write!(f, "{}", mask::number(text)) } else { write!(f, "{text:?}") }
}
text_value! {
    /// A point in time as the caller gave it; judged when the request is.
    Time, |text, f| write!(f, "{text:?}")
}

text_value! {
    /// A point in time as the caller gave it; judged when the request is, and written in UTC.
    UtcTime, |text, f| write!(f, "{text:?}")
}

text_value! {
    /// A URL, which may hold a secret: prints as its scheme and host.
    Url, |text, f| write!(f, "{}", mask::url(text))
}

/// Whether a sender is likely somebody's number, be it written with signs: many digits, and no Latin letter.
fn looks_like_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    is_number(text) || (digits >= 7 && !text.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An id that the caller chose. Ids are texts, for many are beyond what a number holds exactly; one given as an integer is
/// kept as its digits and remembers that it was one.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    pub(crate) text: String,
    pub(crate) bare: bool,
}

impl Id {
    /// The id's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it was given as an integer.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        self.bare
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.bare { f.write_str(&self.text) } else { write!(f, "{:?}", self.text) }
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Id {
        Id { text: text.to_owned(), bare: false }
    }
}

impl From<String> for Id {
    fn from(text: String) -> Id {
        Id { text, bare: false }
    }
}

impl From<u64> for Id {
    fn from(number: u64) -> Id {
        Id { text: number.to_string(), bare: true }
    }
}

impl From<u64> for Number {
    fn from(number: u64) -> Number {
        Number(number.to_string())
    }
}

impl Sender {
    /// How a violation shows it.
    pub(crate) fn shown(&self) -> Shown<'_> {
        if looks_like_number(&self.0) { Shown::Number(&self.0) } else { Shown::Plain(&self.0) }
    }

    /// Whether it consists of digits alone.
    #[must_use]
    pub fn is_number(&self) -> bool {
        is_number(&self.0)
    }
}

macro_rules! from_moments {
    ($($name:ident),*) => { $(
        impl From<Timestamp> for $name {
            fn from(time: Timestamp) -> $name {
                $name(time.to_rfc3339())
            }
        }
        impl From<std::time::SystemTime> for $name {
            fn from(time: std::time::SystemTime) -> $name {
                $name(Timestamp::from(time).to_rfc3339())
            }
        }
    )* };
}
from_moments! { Time, UtcTime }

/// The text of a string, or the digits of an integer that is not negative.
pub(crate) fn read_text_or_digits(
    value: Value<'_>,
    expected: &str,
    at: &Path,
    judge: &mut Judge,
) -> Option<(String, bool)> {
    match value {
        Value::String(text) => Some((text.into_owned(), false)),
        Value::Integer(number) if number >= 0 => Some((integer(number), true)),
        Value::Number(text) if is_integer(&text) && !text.starts_with('-') => Some((text.into_owned(), true)),
        other => wrong_type(expected, &other, at, judge),
    }
}

impl Field for Number {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Number> {
        // A finished payload goes out as it is, and the documents show strings.
        if judge.mode == Mode::Check {
            return String::read(value, at, judge).map(Number);
        }
        read_text_or_digits(value, "a phone number as a string or a positive integer", at, judge)
            .map(|(text, _)| Number(text))
    }
    /// The judged form, which may be another than the given one.
    fn write(&self, out: &mut Out) {
        let number = out.next_number();
        out.json.string(number);
    }
}

impl Field for Id {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Id> {
        read_text_or_digits(value, "an id as a string or a positive integer", at, judge)
            .map(|(text, bare)| Id { text, bare })
    }
    fn write(&self, out: &mut Out) {
        out.json.string(&self.text);
    }
}

macro_rules! plain_text_field {
    ($($name:ident, $expected:literal;)*) => { $(
        impl Field for $name {
            fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<$name> {
                match value {
                    Value::String(text) => Some($name(text.into_owned())),
                    other => wrong_type($expected, &other, at, judge),
                }
            }
            fn write(&self, out: &mut Out) { out.json.string(&self.0); }
        }
    )* };
}
plain_text_field! { Text, "a string"; Sender, "a string"; Url, "a string"; }

impl Field for Time {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Time> {
        match value {
            Value::String(text) => Some(Time(text.into_owned())),
            other => wrong_type("a point in time", &other, at, judge),
        }
    }
    /// The documented form; a request with another text is not written.
    fn write(&self, out: &mut Out) {
        match crate::time::parse(&self.0) {
            Ok(time) => {
                let mut text = String::with_capacity(28);
                time.write_wire(&mut text);
                out.json.string(&text);
            }
            Err(_) => out.json.string(&self.0),
        }
    }
}

impl Field for UtcTime {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<UtcTime> {
        Time::read(value, at, judge).map(|time| UtcTime(time.0))
    }
    /// RFC 3339 in UTC, with milliseconds; a request with another text is not written.
    fn write(&self, out: &mut Out) {
        match crate::time::parse(&self.0) {
            Ok(time) => out.json.string(&time.with_offset_minutes(0).to_rfc3339()),
            Err(_) => out.json.string(&self.0),
        }
    }
}

/// The rule of every text: no NUL, and no mark of a lost character. True when it is clean.
pub(crate) fn judge_characters(text: &str, at: &Path, judge: &mut Judge, shown: Shown) -> bool {
    if !crate::json::may_hold_nul_or_replacement(text.as_bytes()) {
        return true;
    }
    let offset_of = |sign| split_once(text, sign).map(|(before, _)| before.len());
    let (nul, lost) = (offset_of("\0"), offset_of("\u{FFFD}"));
    if let Some(offset) = lost {
        judge.report(&rules::REPLACEMENT_CHARACTER, at, shown, &[&offset]);
    }
    if let Some(offset) = nul {
        judge.report(&rules::NUL, at, shown, &[&offset]);
    }
    nul.is_none() && lost.is_none()
}

/// The rule of a plain text field.
pub(crate) fn plain(text: &str, at: &Path, judge: &mut Judge) {
    judge_characters(text, at, judge, Shown::Plain(text));
}

/// The rule of a field with a longest length in code points; true when it is kept.
pub(crate) fn judge_length(
    text: &str,
    limit: u64,
    rule: &'static crate::violation::Rule,
    at: &Path,
    judge: &mut Judge,
    shown: Shown,
) -> bool {
    // A text of so many bytes has at most as many characters.
    if text.len() as u64 <= limit {
        return true;
    }
    let length = text.chars().count();
    if length as u64 <= limit {
        return true;
    }
    judge.report(rule, at, shown, &[&length, &limit]);
    false
}
