//! A number of minutes, which host languages give as a duration, too.

use crate::fields::{Field, Out, read_integer, wrong_type};
use crate::json::Value;
use crate::judge::{Judge, Mode, Shown};
use crate::path::Path;
use crate::shared_rules as rules;

/// A whole number of minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minutes(pub(crate) i64);

impl Minutes {
    /// The number.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
}

impl From<i64> for Minutes {
    fn from(minutes: i64) -> Minutes {
        Minutes(minutes)
    }
}

impl Field for Minutes {
    /// A whole number, or the ISO 8601 text of a duration (`PT12H`), which host languages give and no finished payload has.
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Minutes> {
        let Value::String(text) = &value else { return read_integer(&value, at, judge).map(Minutes) };
        match seconds(text).filter(|_| judge.mode == Mode::Request) {
            Some((seconds, false)) if seconds % 60 == 0 => Some(Minutes(seconds / 60)),
            Some(_) => {
                let (expected, found) = ("a whole number of minutes", "a duration that is none");
                judge.report(&rules::WRONG_TYPE, at, Shown::Plain(text), &[&expected, &found]);
                None
            }
            None => wrong_type("a whole number", &value, at, judge),
        }
    }

    fn write(&self, out: &mut Out) {
        out.json.integer(self.0);
    }
}

/// The whole seconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds, and whether there is a fraction on
/// top. One beyond 64 bits stops at their end. Months and years, which have no fixed length, are not read.
fn seconds(text: &str) -> Option<(i64, bool)> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let mut rest = rest.strip_prefix('P')?;
    let (mut total, mut fraction, mut in_time, mut last) = (0_i64, false, false, 0_u8);
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T').filter(|_| !in_time) {
            (rest, in_time, last) = (time, true, 2);
            continue;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = rest.split_at_checked(digits).filter(|(number, _)| !number.is_empty())?;
        let number = number.parse::<i64>().unwrap_or(i64::MAX);
        let (part, after) = match after.strip_prefix('.') {
            Some(part) => part.split_at_checked(part.bytes().take_while(u8::is_ascii_digit).count())?,
            None => ("", after),
        };
        // Each unit once, the long ones first, and only the last can have a fraction.
        let (place, length) = match (in_time, after.bytes().next()?) {
            (false, b'W') => (1, 604_800),
            (false, b'D') => (2, 86_400),
            (true, b'H') => (3, 3_600),
            (true, b'M') => (4, 60),
            (true, b'S') => (5, 1),
            _ => return None,
        };
        rest = after.get(1..)?;
        if place <= last || (!part.is_empty() && length != 1) {
            return None;
        }
        last = place;
        fraction |= part.bytes().any(|digit| digit != b'0');
        total = total.saturating_add(number.saturating_mul(length));
    }
    (last > 2 || (last > 0 && !in_time)).then_some((total.saturating_mul(sign), fraction))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Policy;

    #[test]
    fn durations() {
        let cases = [
            ("PT43200S", Some((43_200, false))),
            ("PT12H", Some((43_200, false))),
            ("P1DT1H1M1S", Some((90_061, false))),
            ("P2W", Some((1_209_600, false))),
            ("-PT60S", Some((-60, false))),
            ("PT0S", Some((0, false))),
            ("PT60.000S", Some((60, false))),
            ("PT0.5S", Some((0, true))),
            ("PT99999999999999999999S", Some((i64::MAX, false))),
            ("P", None),
            ("PT", None),
            ("P1DT", None),
            ("PT1", None),
            ("PTS", None),
            ("PT1M1H", None),
            ("PT1H1H", None),
            ("PT1.5H", None),
            ("P1M", None),
            ("P1Y", None),
            ("PT1S ", None),
            ("720", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }

    #[test]
    fn reading() {
        let read = |text: &str, mode| {
            let policy = Policy::default();
            let mut judge = Judge::new(&policy, mode);
            let minutes = Minutes::read(Value::String(text.into()), &Path::Root.key("validityPeriod"), &mut judge);
            (
                minutes.map(Minutes::get),
                judge.finish().0.iter().map(|violation| violation.message().to_owned()).collect(),
            )
        };
        assert_eq!(read("PT12H", Mode::Request), (Some(720), Vec::<String>::new()));
        let (minutes, found) = read("PT90S", Mode::Request);
        assert_eq!((minutes, found.len()), (None, 1));
        assert!(found.iter().all(|message| message.contains("a whole number of minutes")), "{found:?}");
        assert_eq!(read("PT12H", Mode::Check).1.len(), 1);
        assert_eq!(read("720", Mode::Request).1.len(), 1);
    }
}
