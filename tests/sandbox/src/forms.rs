//! Written forms that the documents prescribe: dates, URLs.

/// The instant form of `sendAt`, `yyyy-MM-dd'T'HH:mm:ss.SSSZ` with an offset without colon (Infobip reference,
/// section 0, point 4, and section 2). Whether the instant lies ahead is not judged, since that would take a clock.
pub(crate) fn is_instant(text: &str) -> bool {
    fits(text, "0000-00-00T00:00:00.000+0000")
        && is_date(text)
        && is_clock(text, 11)
        && two(text, 17) <= 59
        && two(text, 24) <= 14
        && two(text, 26) <= 59
}

/// The forms of `timeToSend`: `YYYY-MM-DD HH:MM` or a Unix timestamp as documented, and with seconds as seen in use
/// (smslist reference, section 6).
pub(crate) fn is_time_to_send(text: &str) -> bool {
    let unix = (9..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let minutes = fits(text, "0000-00-00 00:00") && is_date(text) && is_clock(text, 11);
    let seconds = fits(text, "0000-00-00 00:00:00") && is_date(text) && is_clock(text, 11) && two(text, 17) <= 59;
    unix || minutes || seconds
}

/// A date-time of RFC 3339: seconds, a fraction of any length or none, `Z` or an offset with colon (Blackkonnect
/// reference, section 6.10, prints two such).
pub(crate) fn is_date_time(text: &str) -> bool {
    let text = text.to_ascii_uppercase();
    let Some((clock, rest)) = text.split_at_checked(19) else {
        return false;
    };
    let zone = match rest.strip_prefix('.') {
        Some(rest) => {
            let zone = rest.trim_start_matches(|character: char| character.is_ascii_digit());
            if zone.len() == rest.len() {
                return false;
            }
            zone
        }
        None => rest,
    };
    let offset = fits(zone, "+00:00") && two(zone, 1) <= 23 && two(zone, 4) <= 59;
    let clock = fits(clock, "0000-00-00T00:00:00") && is_date(clock) && is_clock(clock, 11) && two(clock, 17) <= 59;
    clock && (zone == "Z" || offset)
}

/// An absolute `http` or `https` URL with a host, in the ASCII form that goes over the wire.
pub(crate) fn is_web_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    !host.is_empty() && rest.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte))
}

/// Compares a text with a pattern in which `0` stands for any digit and `+` for either sign.
fn fits(text: &str, pattern: &str) -> bool {
    let same = |(byte, wanted): (u8, u8)| match wanted {
        b'0' => byte.is_ascii_digit(),
        b'+' => byte == b'+' || byte == b'-',
        _ => byte == wanted,
    };
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(same)
}

/// Whether a text that begins `0000-00-00` begins with a day of the calendar.
fn is_date(text: &str) -> bool {
    let (year, month, day) = (two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Whether the `00:00` that begins at a place is an hour and a minute of the day.
fn is_clock(text: &str, at: usize) -> bool {
    two(text, at) <= 23 && two(text, at + 3) <= 59
}

/// The number made by two digits at a place that has been compared with a pattern.
fn two(text: &str, at: usize) -> u32 {
    text.get(at..at + 2).and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants() {
        for good in ["2021-08-25T16:00:00.000+0000", "2024-02-29T23:59:59.999-0930"] {
            assert!(is_instant(good), "{good}");
        }
        for bad in [
            "2021-08-25T16:00:00.000+00:00",
            "2021-08-25T16:00:00.000Z",
            "2021-08-25T16:00:00+0000",
            "2021-08-25 16:00:00.000+0000",
            "2023-02-29T16:00:00.000+0000",
            "2021-13-25T16:00:00.000+0000",
            "2021-08-25T24:00:00.000+0000",
            "2021-08-25T16:00:00.000+1500",
            "",
        ] {
            assert!(!is_instant(bad), "{bad}");
        }
    }

    #[test]
    fn times_to_send() {
        for good in ["2019-09-01 18:00", "2019-09-01 18:00:30", "1567350000"] {
            assert!(is_time_to_send(good), "{good}");
        }
        for bad in ["2019-09-01T18:00", "2019-09-31 18:00", "tomorrow", "12", ""] {
            assert!(!is_time_to_send(bad), "{bad}");
        }
    }

    #[test]
    fn date_times() {
        for good in
            ["2019-08-24T14:15:22Z", "2019-08-24T14:15:22.123Z", "2019-08-24T14:15:22+03:00", "2019-08-24t14:15:22.1z"]
        {
            assert!(is_date_time(good), "{good}");
        }
        for bad in [
            "2019-08-24T14:15:22",
            "2019-08-24T14:15:22+0300",
            "2019-08-24T14:15:22.Z",
            "2019-08-24 14:15:22Z",
            "2019-08-24T14:15Z",
            "2019-02-29T14:15:22Z",
            "2019-08-24T14:15:22Zé",
            "2019-08-24T14:15:2é",
            "",
        ] {
            assert!(!is_date_time(bad), "{bad}");
        }
    }

    #[test]
    fn web_urls() {
        for good in ["https://www.example.com/sms/advanced", "http://localhost:8080?a=b"] {
            assert!(is_web_url(good), "{good}");
        }
        for bad in
            ["www.example.com", "ftp://example.com", "https://", "https:///x", "https://a b", "https://é.example"]
        {
            assert!(!is_web_url(bad), "{bad}");
        }
    }
}
