//! Expected instants were computed with another program's calendar, and the properties count days in the plainest way.

use super::*;
use proptest::prelude::*;

fn utc(millis: i64) -> Timestamp {
    Timestamp::from_unix_millis(millis)
}

fn wire(time: Timestamp) -> String {
    let mut out = String::from("x");
    time.write_wire(&mut out);
    out.split_off(1)
}

#[test]
fn forms_that_are_read() {
    let cases = [
        ("2021-08-25T16:00:00.000+0000", 1_629_907_200_000, 0),
        ("2021-08-25T16:00:00.000+00:00", 1_629_907_200_000, 0),
        ("2021-08-25T16:00:00.000Z", 1_629_907_200_000, 0),
        ("2021-08-25t16:00:00z", 1_629_907_200_000, 0),
        ("2021-08-25 16:00:00+00:00", 1_629_907_200_000, 0),
        ("2021-08-25 16:00:00-00", 1_629_907_200_000, 0),
        ("2021-08-25T16:00Z", 1_629_907_200_000, 0),
        ("2021-08-25T16:00+0000", 1_629_907_200_000, 0),
        ("2015-07-07T17:00:00.000+01:00", 1_436_284_800_000, 60),
        ("2024-02-29T23:59:59.9999999999999999999999999-0330", 1_709_263_799_999, -210),
        ("2021-08-25T16:00:00.1Z", 1_629_907_200_100, 0),
        ("2021-08-25T16:00:00,12Z", 1_629_907_200_120, 0),
        ("2021-08-25T16:00:00.0009Z", 1_629_907_200_000, 0),
        ("1969-12-31T23:59:59.999Z", -1, 0),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000, 0),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999, 0),
        ("2000-02-29T00:00:00+18:00", 951_717_600_000, 1080),
        ("1900-03-01T00:00:00-1800", -2_203_826_400_000, -1080),
        ("2026-12-01T08:00:00+03", 1_796_101_200_000, 180),
    ];
    for (text, millis, offset) in cases {
        assert_eq!(parse(text), Ok(utc(millis).with_offset_minutes(offset)), "{text}");
    }
}

#[test]
fn texts_that_are_refused() {
    let cases = [
        ("", TimeError::Form),
        ("2021-08-25", TimeError::Form),
        ("2021-08-25Z", TimeError::Form),
        ("20210825T160000Z", TimeError::Form),
        (" 2021-08-25T16:00:00Z", TimeError::Form),
        ("2021-08-25T16:00:00Z ", TimeError::Form),
        ("2021-08-25T16:00:00Z\n", TimeError::Form),
        ("2021-08-25  16:00:00Z", TimeError::Form),
        ("2021-08-25_16:00:00Z", TimeError::Form),
        ("2021-08-25T16Z", TimeError::Form),
        ("2021-08-25T16:00:Z", TimeError::Form),
        ("2021-08-25T16:00:00.Z", TimeError::Form),
        ("2021-08-25T16:00.5Z", TimeError::Form),
        ("2021-08-25T16:00:00.000 0000", TimeError::Form),
        ("2021-08-25T16:00:00+0", TimeError::Form),
        ("2021-08-25T16:00:00+000", TimeError::Form),
        ("2021-08-25T16:00:00+00:", TimeError::Form),
        ("2021-08-25T16:00:00+00000", TimeError::Form),
        ("2021-08-25T16:00:00+00:00[Europe/Paris]", TimeError::Form),
        ("2021-08-25T16:00:00 UTC", TimeError::Form),
        ("2021-08-25T16:00:00\u{2212}03:00", TimeError::Form),
        ("２021-08-25T16:00:00Z", TimeError::Form),
        ("-021-08-25T16:00:00Z", TimeError::Form),
        ("12021-08-25T16:00:00Z", TimeError::Form),
        ("1629907200", TimeError::Form),
        ("2021-08-25T16:00:00", TimeError::NoOffset),
        ("2021-08-25 16:00", TimeError::NoOffset),
        ("2021-08-25T16:00:00.123456", TimeError::NoOffset),
        ("2021-02-29T16:00:00Z", TimeError::NoSuchDate),
        ("1900-02-29T16:00:00Z", TimeError::NoSuchDate),
        ("2021-13-01T16:00:00Z", TimeError::NoSuchDate),
        ("2021-00-01T16:00:00Z", TimeError::NoSuchDate),
        ("0000-00-00T00:00:00Z", TimeError::NoSuchDate),
        ("2021-04-31T16:00:00Z", TimeError::NoSuchDate),
        ("2021-04-00T24:00:00", TimeError::NoSuchDate),
        ("2021-08-25T24:00:00Z", TimeError::NoSuchTime),
        ("2021-08-25T16:60:00Z", TimeError::NoSuchTime),
        ("2016-12-31T23:59:60Z", TimeError::NoSuchTime),
        ("2021-08-25T24:00", TimeError::NoSuchTime),
        ("2021-08-25T16:00:00+1801", TimeError::Offset),
        ("2021-08-25T16:00:00-19:00", TimeError::Offset),
        ("2021-08-25T16:00:00+99:99", TimeError::Offset),
        ("2021-08-25T16:00:00+01:60", TimeError::Offset),
        ("2021-08-25T16:00:00-00:44:30", TimeError::Offset),
    ];
    for (text, error) in cases {
        assert_eq!(parse(text), Err(error), "{text}");
    }
}

#[test]
fn written() {
    let cases = [
        (1_629_907_200_000, 0, "2021-08-25T16:00:00.000+0000", "2021-08-25T16:00:00.000Z"),
        (1_709_263_799_999, -210, "2024-02-29T23:59:59.999-0330", "2024-02-29T23:59:59.999-03:30"),
        (-1, 0, "1969-12-31T23:59:59.999+0000", "1969-12-31T23:59:59.999Z"),
        (0, 345, "1970-01-01T05:45:00.000+0545", "1970-01-01T05:45:00.000+05:45"),
        (253_402_300_800_000, 0, "+000010000-01-01T00:00:00.000+0000", "+000010000-01-01T00:00:00.000Z"),
        (i64::MIN, -1080, "-292275055-05-15T22:47:04.192-1800", "-292275055-05-15T22:47:04.192-18:00"),
        (i64::MAX, 1080, "+292278994-08-18T01:12:55.807+1800", "+292278994-08-18T01:12:55.807+18:00"),
    ];
    for (millis, offset, on_wire, rfc3339) in cases {
        let time = utc(millis).with_offset_minutes(offset);
        assert_eq!(wire(time), on_wire);
        assert_eq!(time.to_rfc3339(), rfc3339);
        assert_eq!(time.to_string(), rfc3339);
        assert_eq!(format!("{time:?}"), rfc3339);
    }
}

#[test]
fn conversions() {
    assert_eq!(Timestamp::from_unix_seconds(-1).unix_millis(), -1000);
    assert_eq!(Timestamp::from_unix_seconds(i64::MIN).unix_millis(), i64::MIN);
    assert_eq!(utc(-1).unix_seconds(), -1);
    assert_eq!(utc(0).with_offset_minutes(i16::MIN).offset_minutes(), -1080);
    assert_eq!(utc(0).with_offset_minutes(i16::MAX).offset_minutes(), 1080);
    let epoch = SystemTime::UNIX_EPOCH;
    assert_eq!(Timestamp::from(epoch + Duration::from_micros(1_999)), utc(1));
    assert_eq!(Timestamp::from(epoch - Duration::from_micros(1_999)), utc(-2));
    assert_eq!(Timestamp::from(epoch - Duration::from_millis(2)), utc(-2));
    assert_eq!(SystemTime::from(utc(-2)), epoch - Duration::from_millis(2));
}

#[test]
fn order_is_by_instant_then_offset() {
    let early_in_the_east = utc(0).with_offset_minutes(180);
    assert!(utc(-1) < early_in_the_east && utc(0) < early_in_the_east && early_in_the_east < utc(1));
    assert_ne!(utc(0), early_in_the_east);
}

#[test]
fn years_of_four_digits() {
    assert!(utc(253_402_300_799_999).has_four_digit_year());
    assert!(!utc(253_402_300_799_999).with_offset_minutes(1).has_four_digit_year());
    assert!(!utc(253_402_300_800_000).has_four_digit_year());
    assert!(utc(253_402_300_800_000).with_offset_minutes(-1).has_four_digit_year());
    assert!(utc(-62_167_219_200_000).has_four_digit_year());
    assert!(!utc(-62_167_219_200_001).has_four_digit_year());
    assert!(!utc(i64::MIN).has_four_digit_year() && !utc(i64::MAX).has_four_digit_year());
}

#[test]
fn local_minutes() {
    for text in ["2026-12-01 08:00", "2026-12-01 08:00:59", "2024-02-29 00:00"] {
        assert_eq!(check_local_minute(text), Ok(()), "{text}");
    }
    for text in ["", "2026-12-01", "2026-12-01T08:00", "2026-12-01 08:00Z", "2026-12-01 08:00:00.0", "2026-12-1 08:00"]
    {
        assert_eq!(check_local_minute(text), Err(TimeError::Form), "{text}");
    }
    assert_eq!(check_local_minute("2026-02-29 08:00"), Err(TimeError::NoSuchDate));
    assert_eq!(check_local_minute("2026-12-01 24:00"), Err(TimeError::NoSuchTime));
}

#[test]
fn http_dates() {
    let cases = [
        ("Sun, 06 Nov 1994 08:49:37 GMT", Some(784_111_777)),
        ("Sunday, 06-Nov-94 08:49:37 GMT", Some(784_111_777)),
        ("Sun Nov  6 08:49:37 1994", Some(784_111_777)),
        ("sun, 6 nov 1994 08:49:37 utc", Some(784_111_777)),
        ("Mon, 06 Nov 1994 08:49:37 GMT", Some(784_111_777)),
        ("Tue, 29 Feb 2000 23:59:59 GMT", Some(951_868_799)),
        ("Tue, 29 Feb 2000 23:59:60 GMT", Some(951_868_800)),
        ("Fri, 31 Dec 9999 23:59:59 GMT", Some(253_402_300_799)),
        ("Saturday, 21-Nov-26 00:00:00 GMT", Some(1_795_219_200)),
        ("Sunday, 21-Nov-26 00:00:00 GMT", Some(-1_360_540_800)),
        ("Friday, 21-Nov-26 00:00:00 GMT", Some(1_795_219_200)),
        ("Sat, 29 Feb 2025 00:00:00 GMT", None),
        ("Sun, 06 Nov 1994 24:00:00 GMT", None),
        ("Sun, 06 Nov 1994 08:49:37", None),
        ("Sun, 06 Nov 1994 08:49:37 EST", None),
        ("Sun, 06 Nov 1994 08:49:37 -0500", None),
        ("Sun, 06 Nov 1994 08:49:37 GMT GMT", None),
        ("Sun, 06 Nov 994 08:49:37 GMT", None),
        ("Sun, 06 Nov 1994 8:49:37 GMT", None),
        ("Sun Nov  6 08:49:37 94", None),
        ("Son, 06 Nov 1994 08:49:37 GMT", None),
        ("Sun, 06 Okt 1994 08:49:37 GMT", None),
        ("Sun, 06 Nov 1994", None),
        ("1994-11-06T08:49:37Z", None),
        ("", None),
    ];
    for (text, seconds) in cases {
        assert_eq!(parse_http_date(text), seconds.map(Timestamp::from_unix_seconds), "{text}");
    }
}

#[test]
fn retry_after_values() {
    let date = "Sun, 06 Nov 1994 08:49:37 GMT";
    let later = "Sun, 06 Nov 1994 08:51:37 GMT";
    let cases = [
        ("120", None, Some(RetryAfter::Seconds(120))),
        (" 0 ", Some(date), Some(RetryAfter::Seconds(0))),
        ("00060", None, Some(RetryAfter::Seconds(60))),
        ("2147483648", None, Some(RetryAfter::Seconds(1 << 31))),
        ("2147483649", None, Some(RetryAfter::Seconds(1 << 31))),
        ("99999999999999999999999", None, Some(RetryAfter::Seconds(1 << 31))),
        (later, Some(date), Some(RetryAfter::Seconds(120))),
        (date, Some(later), Some(RetryAfter::Seconds(0))),
        ("Fri, 31 Dec 9999 23:59:59 GMT", Some(date), Some(RetryAfter::Seconds(1 << 31))),
        (date, None, Some(RetryAfter::At(Timestamp::from_unix_seconds(784_111_777)))),
        (date, Some("yesterday"), Some(RetryAfter::At(Timestamp::from_unix_seconds(784_111_777)))),
        ("-1", None, None),
        ("+1", None, None),
        ("1.5", None, None),
        ("soon", Some(date), None),
        ("", None, None),
        (" ", None, None),
        ("\u{661}", None, None),
    ];
    for (value, date, expected) in cases {
        assert_eq!(retry_after(value, date), expected, "{value}");
    }
}

/// Every date from 1970 on, counted one by one, to the end of the four-digit years.
#[test]
fn calendar_agrees_with_counting() {
    let mut number = 0;
    for year in 1970..10_000 {
        let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (month, length) in (1..).zip(lengths) {
            for day in 1..=length {
                assert_eq!(calendar::days_from_civil(year, month, day), Some(number));
                let (y, m, d) = civil_from_days(number);
                assert_eq!((y, m.cast_signed(), d.cast_signed()), (year, month, day));
                number += 1;
            }
            assert_eq!(calendar::days_from_civil(year, month, length + 1), None);
        }
    }
    assert_eq!(number - 1, LAST_DAY);
    assert_eq!(calendar::days_from_civil(0, 1, 1), Some(FIRST_DAY));
}

proptest! {
    #[test]
    fn what_is_written_is_read(millis in -62_167_154_400_000_i64..253_402_236_000_000, offset in -1080_i16..=1080) {
        let time = utc(millis).with_offset_minutes(offset);
        prop_assert!(time.has_four_digit_year());
        prop_assert_eq!(parse(&wire(time)), Ok(time));
        prop_assert_eq!(parse(&time.to_rfc3339()), Ok(time));
        prop_assert_eq!(wire(time).len(), 28);
    }

    #[test]
    fn any_instant_is_written(millis: i64, offset: i16) {
        let time = utc(millis).with_offset_minutes(offset);
        let text = wire(time);
        prop_assert!(text.len() == 28 || (text.len() == 34 && !time.has_four_digit_year()), "{}", text);
        prop_assert_eq!(Timestamp::from(SystemTime::from(time)), utc(millis));
    }

    #[test]
    fn any_text_is_judged(text in "[-0-9TtZz:+., ]{0,40}|.{0,40}") {
        let _ = parse(&text);
        let _ = check_local_minute(&text);
    }

    #[test]
    fn any_header_is_judged(text in "([A-Za-z0-9]{0,6}[-:, ]){0,9}[A-Z0-9]{0,4}|.{0,40}") {
        if let Some(time) = parse_http_date(&text) {
            prop_assert!(time.has_four_digit_year() || text.contains("60"));
        }
        let _ = retry_after(&text, Some(&text));
    }

    /// A weekday and a date advance together from a known Thursday, and all three forms name the same second.
    #[test]
    fn http_dates_by_counting(days in 0_i64..47_482, second in 0_i64..86_400) {
        let weekdays = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let weekday = weekdays.iter().cycle().nth(usize::try_from(days).unwrap_or(0)).copied().unwrap_or_default();
        let (mut year, mut month, mut day) = (1970, 0_usize, days);
        loop {
            let length = match month {
                1 if year % 4 == 0 && year != 2100 => 29,
                1 => 28,
                3 | 5 | 8 | 10 => 30,
                _ => 31,
            };
            if day < length {
                break;
            }
            day -= length;
            month = (month + 1) % 12;
            year += i32::from(month == 0);
        }
        let (day, month) = (day + 1, months.get(month).copied().unwrap_or_default());
        let clock = format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
        let short = weekday.get(..3).unwrap_or_default();
        let expected = Some(Timestamp::from_unix_seconds(days * 86_400 + second));
        prop_assert_eq!(parse_http_date(&format!("{short}, {day:02} {month} {year} {clock} GMT")), expected);
        prop_assert_eq!(parse_http_date(&format!("{short} {month} {day:>2} {clock} {year}")), expected);
        if (1970..2070).contains(&year) {
            let text = format!("{weekday}, {day:02}-{month}-{:02} {clock} GMT", year % 100);
            prop_assert_eq!(parse_http_date(&text), expected);
        }
    }
}
