//! The roll of a call or of a plan: which numbers and ids were met, so that a second one is noticed.

use crate::judge::{Judge, Shown, counted};
use crate::number::{self, Home, NumberError};
use crate::path::Path;
use crate::sent::{FixedMap, FixedSet, Sent, fixed_hash};
use crate::shared_rules as rules;
use crate::violation::{Level, Rule};

/// What was met so far.
#[derive(Default)]
pub(crate) struct Roll {
    /// The messages of the call at hand.
    pub(crate) sent: Sent,
    numbers: FixedSet<u64>,
    /// Ids by their hash, as places in `id_text`.
    ids: FixedMap<u64, (usize, usize)>,
    id_text: String,
    /// What the message at hand added, so that it can be taken back.
    new_numbers: Vec<u64>,
    new_ids: Vec<u64>,
    /// Whether additions are remembered.
    can_take_back: bool,
}

impl Roll {
    /// The roll of a plan, which takes messages back that it sets aside.
    pub(crate) fn for_a_plan() -> Roll {
        Roll { can_take_back: true, ..Roll::default() }
    }

    /// Starts with room for so many messages.
    pub(crate) fn reserve(&mut self, messages: usize) {
        // A hint only: a hostile count must not reserve memory that its own size does not justify.
        let messages = messages.min(100_000);
        self.sent.text.reserve(messages * 16);
        self.sent.entries.reserve(messages);
        self.numbers.reserve(messages);
    }

    /// True when the number was met before. Numbers beyond 19 digits are not remembered.
    fn meets_number(&mut self, number: &str) -> bool {
        let Ok(key) = number.parse::<u64>() else { return false };
        let is_new = self.numbers.insert(key);
        if self.can_take_back && is_new {
            self.new_numbers.push(key);
        }
        !is_new
    }

    fn meets_id(&mut self, id: &str) -> bool {
        let key = fixed_hash(id);
        if let Some((start, end)) = self.ids.get(&key) {
            // Another id of the same hash, of which 2^64 leave few, is not remembered.
            return self.id_text.get(*start..*end) == Some(id);
        }
        let start = self.id_text.len();
        self.id_text.push_str(id);
        self.ids.insert(key, (start, self.id_text.len()));
        if self.can_take_back {
            self.new_ids.push(key);
        }
        false
    }

    /// Keeps what the message at hand added.
    pub(crate) fn keep(&mut self) {
        self.new_numbers.clear();
        self.new_ids.clear();
    }

    /// Forgets what the message at hand added.
    pub(crate) fn take_back(&mut self) {
        for number in self.new_numbers.drain(..) {
            self.numbers.remove(&number);
        }
        for id in self.new_ids.drain(..) {
            self.ids.remove(&id);
        }
    }
}

impl Judge<'_> {
    /// Judges the number of the destination at hand, cleans it and writes it to the roll; changed and repeated ones are
    /// noted.
    pub(crate) fn enter_number(&mut self, number: Option<&str>, at: &Path, home: Home) {
        match number {
            None => self.report(&rules::MISSING, at, Shown::Nothing, &[]),
            Some("") => self.report(&rules::EMPTY, at, Shown::Nothing, &[]),
            Some(number) => self.number(number, at, home),
        }
    }

    /// Notes the id of the destination at hand, and whether it was met before.
    pub(crate) fn enter_id(&mut self, id: &str, at: &Path, met_before: &'static Rule) {
        if !id.is_empty() && self.roll.meets_id(id) {
            self.report(met_before, at, Shown::Plain(id), &[]);
        }
    }

    /// Closes the destination at hand: it gets its place in the call.
    pub(crate) fn close(&mut self, id: Option<&str>, destination: usize) {
        let position = self.unit.saturating_sub(1) as usize;
        // Numbers and ids that overflow the buffer belong to a body beyond any limit; what stays out reads as unknown.
        let _ = self.roll.sent.push(id.filter(|id| !id.is_empty()), position, destination);
    }

    fn number(&mut self, given: &str, at: &Path, home: Home) {
        let limits = self.limits();
        let min = usize::try_from(limits.number_digits_min).unwrap_or(usize::MAX);
        let max = usize::try_from(limits.number_digits_max).unwrap_or(usize::MAX);
        let mut sent = std::mem::take(&mut self.roll.sent);
        let start = sent.text.len();
        let exactly = self.policy.exact_numbers;
        let goes = match number::clean(given, home, min, max, &mut sent.text) {
            Ok(_) if exactly && number::exact(given, home, min, max).is_ok() => true,
            Ok(_) if exactly => {
                self.report(&rules::NUMBER_NOT_EXACT, at, Shown::Number(given), &[]);
                self.level(&rules::NUMBER_NOT_EXACT) == Level::Warning
            }
            Ok(changed) => {
                if changed {
                    self.report(&rules::NUMBER_CHANGED, at, Shown::Number(given), &[&masked(sent.open_number())]);
                }
                true
            }
            Err(error) => {
                let rule = self.number_error(error, given, at, (min, max));
                let allowed = self.level(rule) == Level::Warning;
                if allowed {
                    allowed_number(error, given, home, &mut sent.text);
                }
                allowed
            }
        };
        if exactly {
            sent.text.truncate(start);
            sent.text.push_str(given);
        }
        if goes && self.roll.meets_number(sent.open_number()) {
            self.report(&rules::DUPLICATE_RECIPIENT, at, Shown::Number(given), &[]);
        }
        self.roll.sent = sent;
    }

    /// Reports why a text is no number, and says by which rule.
    fn number_error(
        &mut self,
        error: NumberError,
        given: &str,
        at: &Path,
        (min, max): (usize, usize),
    ) -> &'static Rule {
        let name;
        let digits;
        let bounds = format!("{min} to {max}");
        let (rule, words): (&'static Rule, &[&str]) = match error {
            NumberError::Empty => (&rules::NUMBER_WITHOUT_DIGITS, &[]),
            NumberError::Character { offset, character: '\0' } => {
                name = offset.to_string();
                (&rules::NUL, &[&name])
            }
            NumberError::Character { offset, character } => {
                // A digit of the number itself is not shown, and ASCII letters say nothing about a person.
                name = format!("{character:?} (U+{:04X}) at byte {offset}", u32::from(character));
                (&rules::NUMBER_CHARACTERS, &[&name])
            }
            NumberError::TrunkZero { .. } => (&rules::NUMBER_TRUNK_ZERO, &[]),
            NumberError::TooShort { digits: count } | NumberError::TooLong { digits: count } => {
                digits = counted(count as u64, "digit");
                (&rules::NUMBER_LENGTH, &[&digits, &bounds])
            }
            NumberError::Local => (&rules::LOCAL_NUMBER, &[]),
        };
        self.report(rule, at, Shown::Number(given), words);
        rule
    }
}

/// What goes out where the caller allows a number that is none: its digits, if it is one but for its length or country
/// code, else the text as it was given.
fn allowed_number(error: NumberError, given: &str, home: Home, out: &mut String) {
    match error {
        NumberError::Local => number::digits_only(given, out),
        NumberError::TooShort { .. } | NumberError::TooLong { .. } => {
            // Only the bounds stood in the way, and they are wide open now.
            let _ = number::clean(given, home, 0, usize::MAX, out);
        }
        NumberError::Empty | NumberError::Character { .. } | NumberError::TrunkZero { .. } => out.push_str(given),
    }
}

fn masked(number: &str) -> String {
    crate::mask::number(number).to_string()
}
