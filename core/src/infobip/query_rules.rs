//! The rules on what reports and logs are asked for by, one function a field.

use crate::infobip::rules;
use crate::infobip::value_rules::{one_of, point_in_time};
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::shared_rules as shared;
use crate::time;
use crate::values::{Sender, Time, judge_characters};

/// The groups of statuses by which logs are asked for.
pub const GENERAL_STATUSES: [&str; 6] = ["ACCEPTED", "PENDING", "UNDELIVERABLE", "DELIVERED", "EXPIRED", "REJECTED"];

#[allow(clippy::trivially_copy_pass_by_ref, reason = "rules take what their field holds by reference")]
pub(crate) fn limit(limit: &i64, at: &Path, judge: &mut Judge) {
    let max = judge.limits().results_per_call;
    if !u64::try_from(*limit).is_ok_and(|limit| (1..=max).contains(&limit)) {
        judge.report(&rules::RESULTS_LIMIT, at, Shown::Integer(*limit), &[&max]);
    }
}

fn not_empty(text: &str, shown: Shown, at: &Path, judge: &mut Judge) {
    if text.is_empty() {
        judge.report(&shared::EMPTY, at, shown, &[]);
    }
    judge_characters(text, at, judge, shown);
}

pub(crate) fn word(text: &str, at: &Path, judge: &mut Judge) {
    not_empty(text, Shown::Plain(text), at, judge);
}

/// A sender, or the number or short code that received a message: compared with, and never sent by.
pub(crate) fn party(party: &Sender, at: &Path, judge: &mut Judge) {
    not_empty(party.as_str(), party.shown(), at, judge);
}

pub(crate) fn general_status(status: &str, at: &Path, judge: &mut Judge) {
    one_of(status, &GENERAL_STATUSES, at, judge);
}

/// Milliseconds of an hour.
const HOUR: i64 = 3_600_000;

/// One end of the time that is asked about.
pub(crate) fn moment(given: &Time, at: &Path, judge: &mut Judge) {
    let Some(time) = point_in_time(given, at, judge) else { return };
    let Some(now) = judge.now else { return };
    let hours = judge.limits().log_hours;
    let reach = i64::try_from(hours).unwrap_or(i64::MAX).saturating_mul(HOUR);
    if time.unix_millis() < now.unix_millis().saturating_sub(reach) {
        judge.report(&rules::LOG_PAST, at, Shown::Plain(given.as_str()), &[&hours]);
    }
}

/// Both ends of the time that is asked about; `names` are the gateway's of them.
pub(crate) fn span(since: Option<&Time>, until: Option<&Time>, names: [&str; 2], at: &Path, judge: &mut Judge) {
    let millis = |given: Option<&Time>| time::parse(given?.as_str()).ok().map(time::Timestamp::unix_millis);
    let [name_of_since, name_of_until] = names;
    if let (Some(since), Some(until)) = (millis(since), millis(until))
        && until < since
    {
        judge.report(&rules::TIMES_REVERSED, &at.key(name_of_until), Shown::Nothing, &[&name_of_since]);
    }
}
