//! Reading: ISO 8601 and RFC 3339 near the documented form, the local form of smslist, and HTTP's dates.

use super::calendar::days_from_civil;
use super::{MAX_DELAY, MAX_OFFSET, MILLIS_PER_DAY, MILLIS_PER_MINUTE, RetryAfter, TimeError, Timestamp};
use crate::pieces::split_before;

/// Whether a text has the documented form to the letter: `yyyy-MM-dd'T'HH:mm:ss.SSSZ`, its offset with or without a colon,
/// as the gateway's own samples give it.
pub(crate) fn is_documented(text: &str) -> bool {
    let Some((start, offset)) = text.as_bytes().split_at_checked(23) else { return false };
    is_form(start, b"0000-00-00T00:00:00.000")
        && start.contains(&b'T')
        && is_any_form(offset, &[b"+0000", b"-0000", b"+00:00", b"-00:00"])
}

/// Whether a text has the form of RFC 3339 (5.6), as schemas of the format `date-time` ask: `2019-08-24T14:15:22Z`, with any
/// number of fraction digits, `Z` or an offset with its colon.
pub(crate) fn is_rfc3339(text: &str) -> bool {
    let Some((start, rest)) = text.as_bytes().split_at_checked(19) else { return false };
    let offset = match rest.split_first() {
        Some((b'.', fraction)) => {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            fraction.get(digits..).filter(|_| digits > 0).unwrap_or_default()
        }
        _ => rest,
    };
    is_form(start, b"0000-00-00T00:00:00") && is_any_form(offset, &[b"Z", b"+00:00", b"-00:00"])
}

/// Whether a text has that form, in which a 0 stands for any digit, and letters for themselves in either case.
fn is_form(text: &[u8], form: &[u8]) -> bool {
    let fits = |(byte, form): (&u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        _ => byte.eq_ignore_ascii_case(form),
    };
    text.len() == form.len() && text.iter().zip(form).all(fits)
}

fn is_any_form(text: &[u8], forms: &[&[u8]]) -> bool {
    forms.iter().any(|form| is_form(text, form))
}

/// Reads a date and time with offset: `YYYY-MM-DDTHH:MM:SS.fff+hhmm`.
///
/// The vendor's OAS documents that form; what its samples and people's programs also write is read as the same:
/// `T`, `t` or a space between date and time (Python's `str`); seconds left out (Java's `toString` at a full minute);
/// any number of fraction digits after `.` or `,`, those past milliseconds cut; `Z`, `z`, `+hhmm`, `+hh:mm`, `+hh`
/// (as databases print), and the same with `-`. White space around it is no part of any form.
///
/// # Errors
///
/// The first that holds, in the order of the text: [`TimeError::Form`] for the whole of it, then the date, the time,
/// and the offset.
pub(crate) fn parse(text: &str) -> Result<Timestamp, TimeError> {
    let mut cursor = Cursor(text.as_bytes());
    let local = cursor.date_time(b"Tt ").ok_or(TimeError::Form)?;
    let offset = cursor.offset().ok_or(TimeError::Form)?;
    let millis = local.millis()?;
    let offset = offset?;
    Ok(Timestamp { millis: millis - i64::from(offset) * MILLIS_PER_MINUTE, offset })
}

/// Whether a text is `YYYY-MM-DD HH:MM` (documented for `timeToSend` by the smslist deployments) or
/// `YYYY-MM-DD HH:MM:SS` (seen in the field): a real date and time, without fraction and offset.
///
/// # Errors
///
/// [`TimeError::Form`], [`TimeError::NoSuchDate`] or [`TimeError::NoSuchTime`].
pub(crate) fn check_local_minute(text: &str) -> Result<(), TimeError> {
    let mut cursor = Cursor(text.as_bytes());
    let local = cursor.date_time(b" ").ok_or(TimeError::Form)?;
    if !cursor.0.is_empty() || local.has_fraction {
        return Err(TimeError::Form);
    }
    local.millis().map(|_| ())
}

/// Reads an HTTP-date in each of the three forms that RFC 9110 (5.6.7) obliges a recipient to accept:
/// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
///
/// Robustly, as the same section asks: letter case, the separators and a day name that does not fit the date are no
/// obstacle; `UTC` passes for `GMT`, and second 60 is the one after 59. The RFC reads a two-digit year against the
/// clock, which is not read here: the day name decides between 20xx and 19xx, and where it fits neither, it is 20xx.
#[must_use]
pub(crate) fn parse_http_date(text: &str) -> Option<Timestamp> {
    let mut parts = [""; 8];
    let mut count = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let (part, behind) = split_before(rest, b" \t,-:");
        if !part.is_empty() {
            *parts.get_mut(count)? = part;
            count += 1;
        }
        rest = behind.get(1..).unwrap_or_default();
    }
    let (weekday, day, month, year, time, asctime) = match parts.get(..count)? {
        [weekday, month, day, hour, minute, second, year] => (weekday, day, month, year, [hour, minute, second], true),
        [weekday, day, month, year, hour, minute, second, zone]
            if zone.eq_ignore_ascii_case("GMT") || zone.eq_ignore_ascii_case("UTC") =>
        {
            (weekday, day, month, year, [hour, minute, second], false)
        }
        _ => return None,
    };
    let weekday = name(weekday, b"thufrisatsunmontuewed")?;
    let month = name(month, b"janfebmaraprmayjunjulaugsepoctnovdec")? + 1;
    let day = number(day, 1..=2)?;
    let [hour, minute, second] = time;
    let (hour, minute, second) = (number(hour, 2..=2)?, number(minute, 2..=2)?, number(second, 2..=2)?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let days = if year.len() == 2 && !asctime {
        let year = number(year, 2..=2)?;
        let twenty = days_from_civil(2000 + year, month, day);
        let nineteen = days_from_civil(1900 + year, month, day);
        // Day 0 was a Thursday, and so the table of names begins.
        let fits = |days: &i64| days.rem_euclid(7) == weekday;
        twenty.filter(fits).or(nineteen.filter(fits)).or(twenty)?
    } else {
        days_from_civil(number(year, 4..=4)?, month, day)?
    };
    Some(Timestamp::from_unix_seconds(days * 86_400 + hour * 3600 + minute * 60 + second))
}

/// Reads the value of a `Retry-After` header (RFC 9110, 10.2.3): seconds, or an HTTP-date. A date is read against
/// the reply's own `Date` header, so that neither clock needs to be right, and one in the past is no wait; without a
/// readable `Date` it is returned as the instant it names.
#[must_use]
pub(crate) fn retry_after(value: &str, date: Option<&str>) -> Option<RetryAfter> {
    let value = value.trim_ascii();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // All digits, so that only a number past 64 bits fails to parse.
        return Some(RetryAfter::Seconds(value.parse().unwrap_or(MAX_DELAY).min(MAX_DELAY)));
    }
    let until = parse_http_date(value)?;
    Some(match date.and_then(parse_http_date) {
        Some(now) => {
            let wait = until.unix_seconds().saturating_sub(now.unix_seconds());
            RetryAfter::Seconds(u64::try_from(wait).unwrap_or(0).min(MAX_DELAY))
        }
        None => RetryAfter::At(until),
    })
}

/// The position of a name in a table of three-letter names. Only the first three letters are compared, so that
/// `Sunday` is `sun`.
fn name(text: &str, table: &[u8]) -> Option<i64> {
    let head = text.as_bytes().get(..3)?;
    let position = table.chunks(3).position(|entry| entry.eq_ignore_ascii_case(head))?;
    i64::try_from(position).ok()
}

/// A whole part of so many digits.
fn number(text: &str, lengths: core::ops::RangeInclusive<usize>) -> Option<i64> {
    if !lengths.contains(&text.len()) {
        return None;
    }
    let mut cursor = Cursor(text.as_bytes());
    cursor.digits(text.len())
}

/// A date and time as written, not yet judged.
struct Local {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    milli: i64,
    has_fraction: bool,
}

impl Local {
    /// Milliseconds since the epoch, were the offset zero.
    fn millis(&self) -> Result<i64, TimeError> {
        let days = days_from_civil(self.year, self.month, self.day).ok_or(TimeError::NoSuchDate)?;
        if self.hour > 23 || self.minute > 59 || self.second > 59 {
            return Err(TimeError::NoSuchTime);
        }
        let seconds = (self.hour * 60 + self.minute) * 60 + self.second;
        Ok(days * MILLIS_PER_DAY + seconds * 1000 + self.milli)
    }
}

/// What is left to read.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    /// The next byte, if it is one of these.
    fn eat(&mut self, allowed: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        allowed.contains(first).then(|| {
            self.0 = rest;
            *first
        })
    }

    fn digit(&mut self) -> Option<i64> {
        let (first, rest) = self.0.split_first()?;
        if !first.is_ascii_digit() {
            return None;
        }
        self.0 = rest;
        Some(i64::from(first - b'0'))
    }

    /// Exactly so many digits; never more than four are asked for.
    fn digits(&mut self, count: usize) -> Option<i64> {
        let mut number = 0;
        for _ in 0..count {
            number = number * 10 + self.digit()?;
        }
        Some(number)
    }

    fn date_time(&mut self, between: &[u8]) -> Option<Local> {
        let year = self.digits(4)?;
        self.eat(b"-")?;
        let month = self.digits(2)?;
        self.eat(b"-")?;
        let day = self.digits(2)?;
        self.eat(between)?;
        let hour = self.digits(2)?;
        self.eat(b":")?;
        let minute = self.digits(2)?;
        let mut local = Local { year, month, day, hour, minute, second: 0, milli: 0, has_fraction: false };
        if self.eat(b":").is_some() {
            local.second = self.digits(2)?;
            local.has_fraction = self.eat(b".,").is_some();
            if local.has_fraction {
                local.milli = self.fraction()?;
            }
        }
        Some(local)
    }

    /// Milliseconds of one digit or more; those past the third are cut.
    fn fraction(&mut self) -> Option<i64> {
        let mut milli = self.digit()? * 100;
        let mut place = 10;
        while let Some(digit) = self.digit() {
            milli += digit * place;
            place /= 10;
        }
        Some(milli)
    }

    /// The offset, up to the end of the text. The outer none is a wrong form.
    fn offset(&mut self) -> Option<Result<i16, TimeError>> {
        let result = if self.0.is_empty() {
            Err(TimeError::NoOffset)
        } else if self.eat(b"Zz").is_some() {
            Ok(0)
        } else {
            let sign = self.eat(b"+-")?;
            let hours = self.digits(2)?;
            let mut minutes = 0;
            let mut has_seconds = false;
            if !self.0.is_empty() {
                let colon = self.eat(b":").is_some();
                minutes = self.digits(2)?;
                if !self.0.is_empty() {
                    // Python writes the seconds of offsets from before the time zones.
                    if colon {
                        self.eat(b":")?;
                    }
                    self.digits(2)?;
                    has_seconds = true;
                }
            }
            let offset = i16::try_from(hours * 60 + minutes).unwrap_or(i16::MAX);
            if has_seconds || minutes > 59 || offset > MAX_OFFSET {
                Err(TimeError::Offset)
            } else {
                Ok(if sign == b'-' { -offset } else { offset })
            }
        };
        self.0.is_empty().then_some(result)
    }
}
