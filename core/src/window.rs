//! Delivery windows: days, times of day, and what holds for both ends. The dialects that have them name their own
//! rules.

use crate::fields::{Extra, Field, ObjectNames, Out, members, nearest, write_extra, wrong_type};
use crate::json::Value;
use crate::judge::{Judge, Mode, Shown};
use crate::path::Path;
use crate::pieces::{join, parts};
use crate::shared_rules as shared;
use crate::violation::Rule;

/// A day of the week, or whatever was given in its place, which the rules refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the days' names say it")]
pub enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
    /// None of them.
    Other(String),
}

/// The names of the days on the wire, Monday first.
pub const DAYS: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

impl Day {
    /// All seven, Monday first.
    pub const ALL: [Day; 7] =
        [Day::Monday, Day::Tuesday, Day::Wednesday, Day::Thursday, Day::Friday, Day::Saturday, Day::Sunday];

    /// The name on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Day::Monday => "MONDAY",
            Day::Tuesday => "TUESDAY",
            Day::Wednesday => "WEDNESDAY",
            Day::Thursday => "THURSDAY",
            Day::Friday => "FRIDAY",
            Day::Saturday => "SATURDAY",
            Day::Sunday => "SUNDAY",
            Day::Other(text) => text,
        }
    }
}

impl Default for Day {
    /// None of them, so that what could not be read is no second Monday.
    fn default() -> Day {
        Day::Other(String::new())
    }
}

impl From<&str> for Day {
    fn from(text: &str) -> Day {
        Day::ALL.into_iter().find(|day| day.as_str() == text).unwrap_or_else(|| Day::Other(text.to_owned()))
    }
}

impl Field for Day {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Day> {
        match value {
            Value::String(text) => Some(Day::from(text.as_ref())),
            other => wrong_type("the name of a day", &other, at, judge),
        }
    }
    fn write(&self, out: &mut Out) {
        out.json.string(self.as_str());
    }
}

/// The rules on a list of days.
pub(crate) struct DayRules {
    pub(crate) empty: &'static Rule,
    pub(crate) unknown: &'static Rule,
    pub(crate) twice: &'static Rule,
}

/// Judges a list of days: at least one, each known, none twice.
pub(crate) fn judge_days(days: &[Day], rules: &DayRules, at: &Path, judge: &mut Judge) {
    if days.is_empty() {
        judge.report(rules.empty, at, Shown::Nothing, &[]);
    }
    let mut met = [false; DAYS.len()];
    for (index, day) in days.iter().enumerate() {
        let here = at.index(index);
        let shown = Shown::Plain(day.as_str());
        match DAYS.iter().position(|name| *name == day.as_str()).and_then(|place| met.get_mut(place)) {
            None => judge.report(rules.unknown, &here, shown, &[&join(&DAYS, ", "), &nearest(day.as_str(), &DAYS)]),
            Some(slot) => {
                if std::mem::replace(slot, true) {
                    judge.report(rules.twice, &here, shown, &[]);
                }
            }
        }
    }
}

/// Minutes of a day.
pub(crate) const DAY_MINUTES: i64 = 24 * 60;

/// Whether a window has both of its ends; reports one that has only one.
pub(crate) fn has_both_ends(from: bool, to: bool, rule: &'static Rule, at: &Path, judge: &mut Judge) -> bool {
    if from != to && !judge.is_broken(&at.key("from")) && !judge.is_broken(&at.key("to")) {
        judge.report(rule, at, Shown::Nothing, &[]);
    }
    from && to
}

/// In which time zone a gateway reads its times of day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    /// UTC: a text may say so.
    Utc,
    /// No document says: a text that names an offset says more than the gateway can be told.
    Unstated,
}

/// Judges hour and minute. `missing` is what is said where one is not there, if that is not an error.
pub(crate) fn judge_clock(
    hour: Option<i64>,
    minute: Option<i64>,
    (rule, missing): (&'static Rule, Option<&'static Rule>),
    at: &Path,
    judge: &mut Judge,
) {
    for (name, value, most) in [("hour", hour, 23), ("minute", minute, 59)] {
        let here = at.key(name);
        match value {
            None => match missing {
                Some(_) if judge.is_broken(&here) => {}
                Some(missing) => judge.report(missing, at, Shown::Nothing, &[&name]),
                None => judge.report(&shared::MISSING, &here, Shown::Nothing, &[]),
            },
            Some(value) if !(0..=most).contains(&value) => {
                judge.report(rule, &here, Shown::Integer(value), &[&most]);
            }
            Some(_) => {}
        }
    }
}

/// Minutes since midnight, if both are in range.
pub(crate) fn minutes(hour: Option<i64>, minute: Option<i64>) -> Option<i64> {
    let (hour, minute) = (hour?, minute?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then(|| hour * 60 + minute)
}

/// Hour, minute, and what else stood beside them.
type Clock = (Option<i64>, Option<i64>, Extra);

/// Reads the gateway's object, or a text that a host language gives.
pub(crate) fn read_clock(
    value: Value<'_>,
    names: &'static ObjectNames,
    (zone, rule): (Zone, &'static Rule),
    at: &Path,
    judge: &mut Judge,
) -> Option<Clock> {
    let mut entries = match value {
        Value::Object(entries) => entries,
        Value::String(text) if judge.mode == Mode::Request => {
            let clock = clock(&text, zone);
            if clock.is_none() {
                judge.report(rule, at, Shown::Plain(&text), &[]);
            }
            return clock.map(|(hour, minute)| (Some(hour), Some(minute), Extra::new()));
        }
        other => return wrong_type("an object with `hour` and `minute`", &other, at, judge),
    };
    let mut extra = Extra::new();
    let found = members(names, &mut entries, &mut extra, at, judge);
    let mut take = |field: usize, name: &str| {
        // A null is told as missing by the rule.
        let value = found.take(field, &mut entries).filter(|value| !matches!(value, Value::Null))?;
        i64::read(value, &at.key(name), judge)
    };
    let (hour, minute) = (take(0, "hour"), take(1, "minute"));
    Some((hour, minute, extra))
}

/// Writes the gateway's object.
pub(crate) fn write_clock(hour: Option<i64>, minute: Option<i64>, extra: &Extra, out: &mut Out) {
    out.json.begin_object();
    if let Some(hour) = hour {
        out.json.known_key("\"hour\":");
        out.json.integer(hour);
    }
    if let Some(minute) = minute {
        out.json.known_key("\"minute\":");
        out.json.integer(minute);
    }
    write_extra(extra, out);
    out.json.end_object();
}

/// A time of day as ISO 8601 text. Seconds must be zero, for gateways know minutes; an offset must be UTC, where it may
/// stand at all.
fn clock(text: &str, zone: Zone) -> Option<(i64, i64)> {
    let mut offsets = ["+00:00", "Z", "+0000"].iter().filter(|_| zone == Zone::Utc);
    let without_offset = offsets.find_map(|offset| text.strip_suffix(offset)).unwrap_or(text);
    let mut pieces = parts(without_offset, b':');
    let mut two = || {
        let piece = pieces.next()?;
        if piece.len() == 2 && piece.bytes().all(|byte| byte.is_ascii_digit()) {
            piece.parse::<i64>().ok()
        } else {
            None
        }
    };
    let (hour, minute) = (two()?, two()?);
    let mut rest = pieces;
    let seconds = rest.next().unwrap_or("00");
    let is_whole = rest.next().is_none() && seconds.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    is_whole.then_some((hour, minute))
}

/// Declares a dialect's time of day: its zone, its rule on hours and minutes, and its rule on texts.
macro_rules! time_of_day {
    (
        $(#[$outer:meta])*
        $name:ident, $called:literal, zone $zone:expr, hours by $hours:expr, text by $text:expr, missing by $missing:expr
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            /// 0 to 23.
            pub hour: Option<i64>,
            /// 0 to 59.
            pub minute: Option<i64>,
            /// Fields that the documents do not name: sent unchanged after the others.
            pub extra: $crate::fields::Extra,
        }

        impl $name {
            /// That hour and minute.
            #[must_use]
            pub fn new(hour: i64, minute: i64) -> $name {
                $name { hour: Some(hour), minute: Some(minute), extra: $crate::fields::Extra::new() }
            }

            /// What it is called, and its fields' two names in the gateway's order.
            pub const NAMES: &'static $crate::fields::ObjectNames = &$crate::fields::ObjectNames::new(
                $called,
                &[$crate::fields::FieldName::new("hour", "hour"), $crate::fields::FieldName::new("minute", "minute")],
            );

            pub(crate) fn judge(&self, at: &$crate::path::Path, judge: &mut $crate::judge::Judge) {
                $crate::window::judge_clock(self.hour, self.minute, ($hours, $missing), at, judge);
                $crate::fields::judge_extra(&self.extra, Self::NAMES, at, judge);
            }

            /// Minutes since midnight, if both are in range.
            #[allow(dead_code, reason = "a dialect that documents no least length needs no minutes")]
            pub(crate) fn minutes(&self) -> Option<i64> {
                $crate::window::minutes(self.hour, self.minute)
            }
        }

        impl $crate::fields::Field for $name {
            /// The gateway's object, or a text such as `06:00` or `06:00:00`, which host languages give.
            fn read(
                value: $crate::json::Value<'_>,
                at: &$crate::path::Path,
                judge: &mut $crate::judge::Judge,
            ) -> Option<$name> {
                let text = ($zone, $text);
                let (hour, minute, extra) = $crate::window::read_clock(value, Self::NAMES, text, at, judge)?;
                Some($name { hour, minute, extra })
            }

            fn write(&self, out: &mut $crate::fields::Out) {
                $crate::window::write_clock(self.hour, self.minute, &self.extra, out);
            }
        }
    };
}
pub(crate) use time_of_day;
