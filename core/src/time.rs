//! Points in time as the gateways write and read them.
//!
//! The Infobip family documents one form, `yyyy-MM-dd'T'HH:mm:ss.SSSZ` with the offset **without** a colon
//! (vendor's OAS, `sendAt`), and prints others in its samples (`+01:00`, `Z`); people's programs print still others.
//! [`parse`] reads them all, [`Timestamp::write_wire`] writes the documented one. HTTP has its own three forms
//! (RFC 9110, 5.6.7), which [`parse_http_date`] reads. Nothing here reads a clock.
//!
//! The calendar is the proleptic Gregorian one of ISO 8601. Its arithmetic stands here: in the WebAssembly module a date
//! library costs 65 to 240 KB where it reads and writes the text itself, and saves nothing where it only counts days.

use core::fmt;
use core::str::FromStr;
use std::time::{Duration, SystemTime};

const MILLIS_PER_MINUTE: i64 = 60_000;
const MILLIS_PER_DAY: i64 = 86_400_000;

/// The widest offset from UTC, in minutes. No zone has passed ±15:14; Java's `ZoneOffset`, which the pattern in the
/// vendor's OAS belongs to, ends at ±18:00.
const MAX_OFFSET: i16 = 18 * 60;

/// The longest wait that [`retry_after`] returns, in seconds: 2³¹, the value RFC 9111 (1.2.2) gives to a
/// delta-seconds that is too large to hold.
const MAX_DELAY: u64 = 1 << 31;

/// An instant in milliseconds since the Unix epoch, together with the UTC offset that it was given with.
///
/// Two timestamps are equal when both instant and offset are; they are ordered by instant, and only at the same
/// instant by offset. To ask whether two mean the same moment, compare [`unix_millis`](Self::unix_millis).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    // The order of the fields is the order of comparison.
    millis: i64,
    offset: i16,
}

/// Why a text is no timestamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeError {
    /// Not of the form `YYYY-MM-DDTHH:MM:SS.fff+hhmm`, nor of one near it.
    Form,
    /// A date and time without offset, so that it names no instant.
    NoOffset,
    /// The calendar has no such date, as 30 February.
    NoSuchDate,
    /// The day has no such time. 24:00 and leap seconds (second 60) are among these.
    NoSuchTime,
    /// The offset is beyond ±18:00, has more than 59 minutes, or seconds.
    Offset,
}

impl TimeError {
    /// The reason in words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Form => "it is not of that form",
            Self::NoOffset => "it does not say its offset from UTC",
            Self::NoSuchDate => "there is no such date",
            Self::NoSuchTime => "there is no such time of day",
            Self::Offset => "there is no such offset from UTC",
        }
    }
}

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl core::error::Error for TimeError {}

/// What a `Retry-After` header asks for (RFC 9110, 10.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    /// To wait this many seconds from the reply on; at most 2³¹.
    Seconds(u64),
    /// To wait until this instant. Only where the reply has no readable `Date` to take the difference to.
    At(Timestamp),
}

impl Timestamp {
    /// The instant so many milliseconds after 1970-01-01T00:00:00Z, in UTC.
    #[must_use]
    pub const fn from_unix_millis(millis: i64) -> Self {
        Self { millis, offset: 0 }
    }

    /// The instant so many seconds after 1970-01-01T00:00:00Z, in UTC. What passes the range of 64-bit milliseconds
    /// (292 million years) stops at its end.
    #[must_use]
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self::from_unix_millis(seconds.saturating_mul(1000))
    }

    /// The same instant, to be written with another UTC offset. An offset beyond ±18:00 becomes ±18:00.
    #[must_use]
    pub const fn with_offset_minutes(self, minutes: i16) -> Self {
        let offset = if minutes > MAX_OFFSET {
            MAX_OFFSET
        } else if minutes < -MAX_OFFSET {
            -MAX_OFFSET
        } else {
            minutes
        };
        Self { millis: self.millis, offset }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn unix_millis(self) -> i64 {
        self.millis
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        self.millis.div_euclid(1000)
    }

    /// The UTC offset it was given with, in minutes; east of Greenwich is positive.
    #[must_use]
    pub const fn offset_minutes(self) -> i16 {
        self.offset
    }

    /// Whether the year, at this offset, has four digits (0000–9999). Only then can `parse` and the gateways read
    /// what [`write_wire`](Self::write_wire) writes.
    #[must_use]
    pub const fn has_four_digit_year(self) -> bool {
        let (day, _) = self.local();
        day >= FIRST_DAY && day <= LAST_DAY
    }

    /// Appends the documented form (vendor's OAS, `sendAt`): `2021-08-25T16:00:00.000+0000`, milliseconds always
    /// there, the given offset kept and without colon.
    pub fn write_wire(&self, out: &mut String) {
        out.push_str(self.written(Style::Wire).as_str());
    }

    /// The RFC 3339 form with milliseconds: `2021-08-25T16:00:00.000Z`, other offsets as `+02:00`. Years beyond four
    /// digits get a sign, as ISO 8601 has it.
    #[must_use]
    pub fn to_rfc3339(&self) -> String {
        self.written(Style::Rfc3339).as_str().to_owned()
    }

    /// Days since the epoch and milliseconds of the day, on the clock of the own offset.
    const fn local(self) -> (i64, i64) {
        let shift = self.offset as i64 * MILLIS_PER_MINUTE;
        // First split, then shift: the sum could overflow at the ends of the range.
        let in_day = self.millis.rem_euclid(MILLIS_PER_DAY) + shift;
        let day = self.millis.div_euclid(MILLIS_PER_DAY) + in_day.div_euclid(MILLIS_PER_DAY);
        (day, in_day.rem_euclid(MILLIS_PER_DAY))
    }

    fn written(self, style: Style) -> Line {
        let (day, in_day) = self.local();
        let (year, month, day) = civil_from_days(day);
        let mut line = Line { bytes: [0; Line::SIZE], len: 0 };
        if let 0..=9999 = year {
            line.digits(year.unsigned_abs(), 4);
        } else {
            line.push(if year < 0 { b'-' } else { b'+' });
            line.digits(year.unsigned_abs(), 9);
        }
        line.push(b'-');
        line.digits(month, 2);
        line.push(b'-');
        line.digits(day, 2);
        line.push(b'T');
        let in_day = in_day.unsigned_abs();
        line.digits(in_day / 3_600_000, 2);
        line.push(b':');
        line.digits(in_day / 60_000 % 60, 2);
        line.push(b':');
        line.digits(in_day / 1000 % 60, 2);
        line.push(b'.');
        line.digits(in_day % 1000, 3);
        if self.offset == 0 && matches!(style, Style::Rfc3339) {
            line.push(b'Z');
            return line;
        }
        line.push(if self.offset < 0 { b'-' } else { b'+' });
        let offset = u64::from(self.offset.unsigned_abs());
        line.digits(offset / 60, 2);
        if matches!(style, Style::Rfc3339) {
            line.push(b':');
        }
        line.digits(offset % 60, 2);
        line
    }
}

impl FromStr for Timestamp {
    type Err = TimeError;

    /// Reads a date and time with offset, such as `2026-12-01T08:00:00.000+0000` or `2026-12-01T08:00:00Z`.
    fn from_str(text: &str) -> Result<Self, TimeError> {
        parse(text)
    }
}

impl From<SystemTime> for Timestamp {
    /// Converts; reads no clock. Finer than a millisecond is cut, towards the past.
    fn from(time: SystemTime) -> Self {
        let millis = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_millis()).unwrap_or(i64::MAX),
            Err(before) => {
                let before = before.duration();
                let cut = i64::from(before.subsec_nanos() % 1_000_000 != 0);
                i64::try_from(before.as_millis()).map_or(i64::MIN, |millis| (-millis).saturating_sub(cut))
            }
        };
        Self::from_unix_millis(millis)
    }
}

impl From<Timestamp> for SystemTime {
    /// The instant without its offset. What the platform's `SystemTime` cannot hold becomes the epoch.
    fn from(time: Timestamp) -> Self {
        let distance = Duration::from_millis(time.millis.unsigned_abs());
        let moved = if time.millis < 0 {
            Self::UNIX_EPOCH.checked_sub(distance)
        } else {
            Self::UNIX_EPOCH.checked_add(distance)
        };
        moved.unwrap_or(Self::UNIX_EPOCH)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.written(Style::Rfc3339).as_str())
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[derive(Clone, Copy)]
enum Style {
    Wire,
    Rfc3339,
}

/// A short ASCII line built without allocation.
struct Line {
    bytes: [u8; Line::SIZE],
    len: usize,
}

impl Line {
    /// The longest, `+292278994-08-17T07:12:55.807+18:00`, has 35.
    const SIZE: usize = 40;

    fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
            self.len += 1;
        }
    }

    /// The last `width` digits of a number.
    fn digits(&mut self, mut number: u64, width: usize) {
        let field = self.bytes.get_mut(self.len..self.len + width);
        for slot in field.unwrap_or_default().iter_mut().rev() {
            *slot = b'0' + (number % 10) as u8;
            number /= 10;
        }
        self.len += width;
    }

    fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

mod calendar;
mod read;

use calendar::{FIRST_DAY, LAST_DAY, civil_from_days};
#[cfg(test)]
use read::parse_http_date;
pub(crate) use read::{check_local_minute, is_documented, is_rfc3339, parse, retry_after};

#[cfg(test)]
mod tests;
