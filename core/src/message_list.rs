//! What every list of messages has in common, whatever its dialect.

use crate::fields::unit;
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::pieces::split_once;
use crate::plan::Form;
use crate::shared_rules as rules;
use crate::violation::Rule;

/// Every rule on a list of messages: at least one, not more than the limit, and each by itself.
///
/// `count` says to how many numbers a message goes, `too_many` what is said of a list over `limits.messages_per_call`.
pub(crate) fn judge_messages<M>(
    messages: &[M],
    count: impl Fn(&M) -> usize,
    too_many: &'static Rule,
    judge_message: impl Fn(&M, &Path, &mut Judge),
    at: &Path,
    judge: &mut Judge,
) {
    judge_count(messages.len(), messages.iter().map(count).sum(), too_many, at, judge);
    for (index, message) in messages.iter().enumerate() {
        judge.unit = unit(index);
        judge_message(message, &at.index(index), judge);
    }
    judge.unit = u32::MAX;
}

/// At least one message, and not more numbers than the limit.
pub(crate) fn judge_count(messages: usize, numbers: usize, too_many: &'static Rule, at: &Path, judge: &mut Judge) {
    if messages == 0 {
        judge.report(&rules::EMPTY, at, Shown::Nothing, &[]);
    }
    let limit = judge.limits().messages_per_call;
    if numbers as u64 > limit {
        judge.report(too_many, at, Shown::Nothing, &[&numbers, &limit]);
    }
    judge.roll.reserve(numbers);
}

/// The form of requests whose messages have lists of destinations.
pub(crate) const FORM: &Form =
    &Form { list: "messages", count: None, destinations: "destinations", destination_at: destination_in_list };

/// Which destination a place within a message belongs to, where they stand in a list.
fn destination_in_list(place: &str) -> Option<usize> {
    let list = place.strip_prefix(FORM.destinations)?.strip_prefix('[')?;
    let (index, _) = split_once(list, "]")?;
    index.parse::<i64>().ok()?.try_into().ok()
}
