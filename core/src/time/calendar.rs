//! The proleptic Gregorian calendar as day numbers: day 0 is 1970-01-01.
//!
//! A year is counted from March, so that the leap day is its last and months follow one line, `(153 m + 2) / 5`;
//! 400 years have 146,097 days. (The method is described in Howard Hinnant's "chrono-compatible low-level date
//! algorithms".)

const DAYS_PER_ERA: i64 = 146_097;
/// 0000-03-01 to 1970-01-01.
const EPOCH: i64 = 719_468;

/// 0000-01-01.
pub(super) const FIRST_DAY: i64 = -719_528;
/// 9999-12-31.
pub(super) const LAST_DAY: i64 = 2_932_896;

/// The day number of a date; none where the calendar has no such date.
pub(super) const fn days_from_civil(year: i64, month: i64, day: i64) -> Option<i64> {
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => return None,
    };
    if day < 1 || day > last {
        return None;
    }
    let march_year = if month > 2 { year } else { year - 1 };
    let march_month = (month + 9) % 12;
    let era = march_year.div_euclid(400);
    let year_of_era = march_year.rem_euclid(400);
    let day_of_year = (153 * march_month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * DAYS_PER_ERA + day_of_era - EPOCH)
}

/// Year, month and day of a day number.
pub(super) const fn civil_from_days(days: i64) -> (i64, u64, u64) {
    let days = days + EPOCH;
    let era = days.div_euclid(DAYS_PER_ERA);
    let day_of_era = days.rem_euclid(DAYS_PER_ERA);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = era * 400 + year_of_era + if month <= 2 { 1 } else { 0 };
    (year, month.unsigned_abs(), day.unsigned_abs())
}
