//! The time of a run, and the forms in which gateways write and read times.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, TimeZone, Utc};

/// An instant of a run's clock, which never follows the real one.
pub(crate) type Time = DateTime<Utc>;

/// Where the clock of every run begins: 2025-01-01 at midnight, in seconds.
const START: i64 = 1_735_689_600;

/// The time at which a run begins.
pub(crate) fn start() -> Time {
    DateTime::from_timestamp(START, 0).unwrap_or_default()
}

/// A time so many seconds later, or the time itself where that lies beyond all calendars.
pub(crate) fn later(time: Time, seconds: i64) -> Time {
    TimeDelta::try_seconds(seconds).and_then(|delta| time.checked_add_signed(delta)).unwrap_or(time)
}

/// `2025-01-01T00:00:00.000+0000` (Infobip reference, section 0, point 4); samples of 2015 have a colon in the offset.
pub(crate) fn infobip(time: Time, colon: bool) -> String {
    time.format(if colon { "%Y-%m-%dT%H:%M:%S%.3f+00:00" } else { "%Y-%m-%dT%H:%M:%S%.3f+0000" }).to_string()
}

/// `2025-01-01T00:00:00.000Z`, by the older documents without milliseconds (Blackkonnect reference, section 5.1).
pub(crate) fn rfc3339(time: Time, fraction: bool) -> String {
    time.format(if fraction { "%Y-%m-%dT%H:%M:%S%.3fZ" } else { "%Y-%m-%dT%H:%M:%SZ" }).to_string()
}

/// `2025-01-01 03:00:00`: East Africa Time, three hours ahead (smslist reference, sections 3.5 and 6).
pub(crate) fn kenyan(time: Time) -> String {
    (time.naive_utc() + TimeDelta::hours(3)).format("%Y-%m-%d %H:%M:%S").to_string()
}

/// Reads a date-time with an offset, with or without colon, or `Z`.
pub(crate) fn read(text: &str) -> Option<Time> {
    DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f%#z").ok().map(|time| time.to_utc())
}

/// Reads a `timeToSend`: a Unix timestamp, or a date of East Africa Time (smslist reference, section 6).
pub(crate) fn read_kenyan(text: &str) -> Option<Time> {
    if let Ok(seconds) = text.parse() {
        return DateTime::from_timestamp(seconds, 0);
    }
    let forms = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"];
    let naive = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())?;
    let zone = FixedOffset::east_opt(3 * 3600)?;
    zone.from_local_datetime(&naive).single().map(|time| time.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_and_read() {
        let time = start();
        assert_eq!(infobip(time, false), "2025-01-01T00:00:00.000+0000");
        assert_eq!(infobip(later(time, 90_061), true), "2025-01-02T01:01:01.000+00:00");
        assert_eq!(rfc3339(time, true), "2025-01-01T00:00:00.000Z");
        assert_eq!(rfc3339(time, false), "2025-01-01T00:00:00Z");
        assert_eq!(kenyan(time), "2025-01-01 03:00:00");
        for text in ["2025-01-01T00:00:00.000+0000", "2025-01-01T01:00:00.000+01:00", "2025-01-01T00:00:00Z"] {
            assert_eq!(read(text), Some(time), "{text}");
        }
        for text in ["2025-01-01 03:00", "2025-01-01 03:00:00", "1735689600"] {
            assert_eq!(read_kenyan(text), Some(time), "{text}");
        }
        assert_eq!((read("2025-01-01"), read_kenyan("soon")), (None, None));
        assert_eq!(later(time, i64::MAX), time);
    }
}
