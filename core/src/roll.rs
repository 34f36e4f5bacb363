//! The roll of a call or of a plan: which numbers and ids were met, so that a second one is noticed.

use crate::judge::{Judge, Mode, Shown};
use crate::lookup::{Lookup, Texts};
use crate::number::{self, Home, NumberError};
use crate::path::Path;
use crate::pieces;
use crate::pieces::counted;
use crate::sent::Sent;
use crate::sentence::{Say as _, Sentence};
use crate::shared_rules as rules;
use crate::tell::Tell;
use crate::violation::{Level, Rule};

/// What is said of the numbers of a dialect.
pub(crate) struct NumberRules {
    /// What a number without country code means.
    pub(crate) home: Home,
    /// Too few or too many digits.
    pub(crate) length: &'static Rule,
    /// A domestic form.
    pub(crate) local: &'static Rule,
    /// A number that goes out in another form.
    pub(crate) changed: &'static Rule,
    /// A number of a finished payload that would have been changed.
    pub(crate) unusual: &'static Rule,
    /// A number that would have to change, where nothing may; none where no document knows a right form.
    pub(crate) not_exact: Option<&'static Rule>,
}

impl NumberRules {
    /// Those of dialects that document the international form.
    const fn documented(home: Home) -> NumberRules {
        NumberRules {
            home,
            length: &rules::NUMBER_LENGTH,
            local: &rules::LOCAL_NUMBER,
            changed: &rules::NUMBER_CHANGED,
            unusual: &rules::NUMBER_UNUSUAL,
            not_exact: Some(&rules::NUMBER_NOT_EXACT),
        }
    }
}

/// Numbers that all have their country code.
pub(crate) static INTERNATIONAL: NumberRules = NumberRules::documented(Home::International);

/// Kenyan numbers.
pub(crate) static KENYAN: NumberRules = NumberRules::documented(Home::Kenya);

/// What was met so far.
#[derive(Clone, Default)]
pub(crate) struct Roll {
    /// The messages of the call at hand.
    pub(crate) sent: Sent,
    numbers: Lookup,
    ids: Texts,
    /// What each destination of the message at hand added, so that it can be taken back; `None` where nobody will.
    added: Option<Vec<Added>>,
}

/// What one destination added to the roll.
#[derive(Clone, Copy, Default)]
struct Added {
    number: Option<u64>,
    id: Option<usize>,
    is_closed: bool,
}

impl Roll {
    /// The roll of a plan, which takes back what it sets aside.
    pub(crate) fn for_a_plan() -> Roll {
        Roll { added: Some(Vec::new()), ..Roll::default() }
    }

    /// Starts with room for so many messages.
    pub(crate) fn reserve(&mut self, messages: usize) {
        // A hint only: a hostile count must not reserve memory that its own size does not justify.
        let messages = messages.min(100_000);
        self.sent.text.reserve(messages * 16);
        self.sent.entries.reserve(messages);
        self.numbers.reserve(messages);
    }

    /// The additions of the destination at hand.
    fn addition(&mut self) -> Option<&mut Added> {
        let added = self.added.as_mut()?;
        if added.last().is_none_or(|last| last.is_closed) {
            added.push(Added::default());
        }
        added.last_mut()
    }

    /// True when the number was met before. Numbers beyond 19 digits are not remembered.
    fn meets_number(&mut self, number: &str) -> bool {
        let Ok(key) = number.parse::<u64>() else { return false };
        let is_new = self.numbers.insert(key, 0);
        if is_new && let Some(addition) = self.addition() {
            addition.number = Some(key);
        }
        !is_new
    }

    fn meets_id(&mut self, id: &str) -> bool {
        let Ok(entry) = self.ids.insert(id, 0) else { return true };
        if let Some(addition) = self.addition() {
            addition.id = Some(entry);
        }
        false
    }

    fn close(&mut self) {
        if let Some(addition) = self.addition() {
            addition.is_closed = true;
        }
    }

    /// Keeps what the message at hand added.
    pub(crate) fn keep(&mut self) {
        self.take_back(&|_| false);
    }

    /// Forgets what some destinations of the message at hand added, and keeps the rest.
    pub(crate) fn take_back(&mut self, is_bad: &dyn Fn(usize) -> bool) {
        let Some(added) = &mut self.added else { return };
        for (_, addition) in added.drain(..).enumerate().filter(|(destination, _)| is_bad(*destination)) {
            if let Some(number) = addition.number {
                self.numbers.remove(number);
            }
            if let Some(id) = addition.id {
                self.ids.remove(id);
            }
        }
    }
}

impl Judge<'_> {
    /// Judges the number of the destination at hand, cleans it and writes it to the roll; changed and repeated ones are
    /// noted.
    pub(crate) fn enter_number(&mut self, number: &str, at: &Path, of: &'static NumberRules) {
        match number {
            "" => self.report(&rules::EMPTY, at, Shown::Nothing, &[]),
            number => self.number(number, at, of),
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
        self.roll.close();
        let position = self.unit.saturating_sub(1) as usize;
        // Numbers and ids that overflow the buffer belong to a body beyond any limit; what stays out reads as unknown.
        let _ = self.roll.sent.push(id.filter(|id| !id.is_empty()), position, destination);
    }

    fn number(&mut self, given: &str, at: &Path, of: &'static NumberRules) {
        let home = of.home;
        let limits = self.limits();
        let min = usize::try_from(limits.number_digits_min).unwrap_or(usize::MAX);
        let max = usize::try_from(limits.number_digits_max).unwrap_or(usize::MAX);
        let mut sent = std::mem::take(&mut self.roll.sent);
        let start = sent.text.len();
        let exactly = self.policy.exact_numbers;
        let goes = match number::clean(given, home, min, max, &mut sent.text) {
            Ok(_) if exactly => match of.not_exact {
                Some(rule) if number::exact(given, home, min, max).is_err() => {
                    self.report(rule, at, Shown::Number(given), &[]);
                    self.level(rule) == Level::Warning
                }
                _ => true,
            },
            Ok(changed) => {
                if changed {
                    self.number_changed(given, sent.open_number(), at, of);
                }
                true
            }
            Err(error) => {
                let rule = self.number_error(error, given, at, of, (min, max));
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

    /// Tells that a number goes out in another form, or in a finished payload that it is not in the gateway's.
    fn number_changed(&mut self, given: &str, sent: &str, at: &Path, of: &'static NumberRules) {
        let rule = match self.mode {
            Mode::Check => of.unusual,
            _ if of.home == Home::Kenya && !given.trim_start().starts_with('+') && is_completed(given, sent) => {
                &rules::NUMBER_COMPLETED
            }
            _ => of.changed,
        };
        self.report(rule, at, Shown::Number(given), &[&masked(sent)]);
    }

    /// Reports why a text is no number, and says by which rule.
    fn number_error(
        &mut self,
        error: NumberError,
        given: &str,
        at: &Path,
        of: &'static NumberRules,
        (min, max): (usize, usize),
    ) -> &'static Rule {
        let name;
        let place;
        let digits;
        let bounds;
        let (rule, words): (&'static Rule, &[&dyn Tell]) = match error {
            NumberError::Empty => (&rules::NUMBER_WITHOUT_DIGITS, &[]),
            NumberError::Character { offset, character: '\0' } => {
                place = offset;
                (&rules::NUL, &[&place])
            }
            NumberError::Character { offset, character } => {
                // A digit of the number itself is not shown, and ASCII letters say nothing about a person.
                name = Sentence::default().named(character).text(" at byte ").number(offset).finish();
                (&rules::NUMBER_CHARACTERS, &[&name])
            }
            NumberError::TrunkZero { .. } => (&rules::NUMBER_TRUNK_ZERO, &[]),
            NumberError::TooShort { digits: count } | NumberError::TooLong { digits: count } => {
                digits = counted(count as u64, "digit");
                bounds = pieces::bounds(min as u64, max as u64);
                (of.length, &[&digits, &bounds])
            }
            NumberError::Local => (of.local, &[]),
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

/// Whether the digits themselves were changed, beyond separators and an international prefix.
fn is_completed(given: &str, sent: &str) -> bool {
    let mut digits = String::new();
    number::digits_only(given, &mut digits);
    digits != sent && digits.strip_prefix("00") != Some(sent)
}

fn masked(number: &str) -> String {
    crate::mask::number(number).said()
}
