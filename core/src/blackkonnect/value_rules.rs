//! The rules on single values, one function a field.

use crate::blackkonnect::rules;
use crate::form::judge_path_part;
use crate::judge::{Judge, Mode, Shown};
use crate::minutes::Minutes;
use crate::number::Home;
use crate::path::Path;
use crate::roll::NumberRules;
use crate::shared_rules as shared;
use crate::time::{self, TimeError};
use crate::values::{Id, Number, Sender, Text, UtcTime, judge_characters, plain};
use crate::window::DayRules;

/// What is said of destinations. No document gives their form.
pub(crate) static NUMBERS: NumberRules = NumberRules {
    home: Home::International,
    length: &rules::NUMBER_LENGTH,
    local: &rules::LOCAL_NUMBER,
    changed: &rules::NUMBER_CHANGED,
    unusual: &rules::NUMBER_UNUSUAL,
    not_exact: None,
};

/// What is said of a list of days.
pub(crate) const DAY_RULES: DayRules =
    DayRules { empty: &rules::VALUE_EMPTY, unknown: &rules::DAY_UNKNOWN, twice: &rules::DAY_TWICE };

fn empty(text: &str, at: &Path, judge: &mut Judge) {
    if text.is_empty() {
        judge.report(&rules::VALUE_EMPTY, at, Shown::Plain(text), &[]);
    }
}

pub(crate) fn id(id: &Id, at: &Path, judge: &mut Judge) {
    let shown = Shown::Plain(id.as_str());
    if judge.mode == Mode::Check && id.is_integer() {
        judge.report(&shared::WRONG_TYPE, at, shown, &[&"a string", &"an integer"]);
    }
    empty(id.as_str(), at, judge);
    judge_characters(id.as_str(), at, judge, shown);
}

/// An id that stands in the path of a URL.
pub(crate) fn path_id(given: &Id, at: &Path, judge: &mut Judge) {
    judge_path_part(given.as_str(), at, judge);
    if !given.as_str().is_empty() {
        id(given, at, judge);
    }
}

pub(crate) fn word(text: &str, at: &Path, judge: &mut Judge) {
    empty(text, at, judge);
    plain(text, at, judge);
}

pub(crate) fn number(number: &Number, at: &Path, judge: &mut Judge) {
    judge.enter_number(number.as_str(), at, &NUMBERS);
}

pub(crate) fn sender(sender: &Sender, at: &Path, judge: &mut Judge) {
    empty(sender.as_str(), at, judge);
    judge_characters(sender.as_str(), at, judge, sender.shown());
}

pub(crate) fn text(text: &Text, at: &Path, judge: &mut Judge) {
    let shown = Shown::Text(text.as_str());
    if text.as_str().is_empty() {
        judge.report(&rules::TEXT_EMPTY, at, shown, &[]);
    }
    judge_characters(text.as_str(), at, judge, shown);
}

/// A message without any text.
pub(crate) fn absent_text(text: Option<&Text>, at: &Path, judge: &mut Judge) {
    if text.is_none() {
        judge.report(&rules::TEXT_EMPTY, &at.key("text"), Shown::Nothing, &[]);
    }
}

pub(crate) fn content(text: &Text, at: &Path, judge: &mut Judge) {
    judge_characters(text.as_str(), at, judge, Shown::Text(text.as_str()));
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "rules take what their field holds by reference")]
pub(crate) fn not_below_zero(value: &i64, at: &Path, judge: &mut Judge) {
    if *value < 0 {
        judge.report(&rules::BELOW_ZERO, at, Shown::Integer(*value), &[]);
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "rules take what their field holds by reference")]
pub(crate) fn validity(minutes: &Minutes, at: &Path, judge: &mut Judge) {
    not_below_zero(&minutes.get(), at, judge);
}

/// A date-time as the examples show it, with its offset.
pub(crate) fn send_at(given: &UtcTime, at: &Path, judge: &mut Judge) {
    let shown = Shown::Plain(given.as_str());
    let time = match time::parse(given.as_str()) {
        Ok(time) if judge.mode != Mode::Check || time::is_rfc3339(given.as_str()) => time,
        Ok(_) => return judge.report(&rules::INVALID_TIME, at, shown, &[&TimeError::Form.as_str()]),
        Err(TimeError::NoOffset) => return judge.report(&rules::NAIVE_DATETIME, at, shown, &[]),
        Err(reason) => return judge.report(&rules::INVALID_TIME, at, shown, &[&reason.as_str()]),
    };
    if !time.with_offset_minutes(0).has_four_digit_year() {
        return judge.report(&rules::INVALID_TIME, at, shown, &[&"its year in UTC has no four digits"]);
    }
    if let Some(now) = judge.now.filter(|now| time.unix_millis() < now.unix_millis()) {
        judge.report(&rules::SEND_AT_PAST, at, shown, &[&now.to_rfc3339()]);
    }
}
