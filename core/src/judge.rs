//! What reading and judging a request have in common: the place where violations are collected.

use std::sync::Arc;

use crate::codes::Code;
use crate::json::Value;
use crate::limits::Limits;
use crate::lookup::Texts;
use crate::mask;
use crate::path::Path;
use crate::pieces::push_integer;
use crate::pieces::split_once;
use crate::quote::push_quoted;
use crate::roll::Roll;
use crate::secret::Secret;
use crate::sentence::Say as _;
use crate::shared_rules as rules;
use crate::tell::{Tell, Told};
use crate::time::Timestamp;
use crate::violation::{InvalidRequest, Level, Rule, Violation};

/// A set of codes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CodeSet(u128);

impl CodeSet {
    /// Adds a code.
    pub(crate) fn insert(&mut self, code: Code) {
        self.0 |= 1 << (code as u32);
    }

    /// Whether the code is in the set.
    pub(crate) fn contains(self, code: Code) -> bool {
        self.0 & (1 << (code as u32)) != 0
    }
}

/// Which codes the caller moved, and the numbers of the rules.
#[derive(Clone, Default)]
pub(crate) struct Policy {
    pub(crate) allow: CodeSet,
    pub(crate) forbid: CodeSet,
    pub(crate) limits: Limits,
    /// Numbers are sent as given or not at all.
    pub(crate) exact_numbers: bool,
    /// The version of the endpoints.
    pub(crate) version: u8,
}

/// The account data that some dialects write into every message.
pub(crate) struct Account {
    pub(crate) partner_id: Secret,
    pub(crate) api_key: Secret,
    pub(crate) sender: String,
    pub(crate) pass_type: Option<String>,
}

/// A value for a violation: what its text shows of it and what `value` holds.
#[derive(Clone, Copy)]
pub(crate) enum Shown<'a> {
    /// Neither shown nor held: a credential, or nothing worth showing.
    Nothing,
    /// Shown as it is, cut when long.
    Plain(&'a str),
    /// A phone number: shown masked.
    Number(&'a str),
    /// Content: only its length is shown.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// Whatever was read.
    Tree(&'a Value<'a>),
}

/// The longest piece of a plain value that a sentence shows, in code points.
const SHOWN_CHARACTERS: usize = 60;

impl Shown<'_> {
    fn held(self) -> Option<Value<'static>> {
        match self {
            Shown::Plain(text) | Shown::Number(text) | Shown::Text(text) => Some(Value::String(text.to_owned().into())),
            Shown::Integer(number) => Some(Value::Integer(number)),
            Shown::Nothing
            | Shown::Tree(Value::List(_) | Value::Object(_) | Value::Bytes(_) | Value::Foreign(_) | Value::Null) => {
                None
            }
            Shown::Tree(value) => Some(value.clone().into_owned()),
        }
    }

    fn write(self, out: &mut String) {
        match self {
            Shown::Nothing => out.push_str("(not shown)"),
            Shown::Plain(text) => push_quoted(text, SHOWN_CHARACTERS, out),
            Shown::Number(text) => {
                out.push_str(&mask::number(text).said());
            }
            Shown::Text(text) => {
                out.push_str(&mask::text(text).said());
            }
            Shown::Integer(number) => push_integer(number, out),
            Shown::Tree(value) => out.push_str(&value.type_name()),
        }
    }
}

/// Whether a payload is a request to be built, or a finished one that somebody else built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// A request: our names are known, a null is unset.
    Request,
    /// A finished payload: the gateway's names only, a null is worth a warning.
    Check,
    /// The options of a gateway: our names only.
    Options,
}

/// Violations up to a limit, and how many there are beyond it. Errors and warnings have the limit each, so that no number
/// of warnings hides an error.
#[derive(Clone, Default)]
pub(crate) struct Findings {
    list: Vec<Violation>,
    errors: u64,
    warnings: u64,
}

impl Findings {
    /// Counts one more; true when it is to be listed.
    fn count(&mut self, level: Level, limit: u64) -> bool {
        let count = match level {
            Level::Error => &mut self.errors,
            Level::Warning => &mut self.warnings,
        };
        *count += 1;
        *count <= limit
    }

    /// Adds what another has, as far as the limit goes.
    pub(crate) fn absorb(&mut self, other: &Findings, limit: u64) {
        for violation in &other.list {
            if self.count(violation.level, limit) {
                self.list.push(violation.clone());
            }
        }
        let listed = |level| other.list.iter().filter(|violation| violation.level == level).count() as u64;
        self.errors += other.errors.saturating_sub(listed(Level::Error));
        self.warnings += other.warnings.saturating_sub(listed(Level::Warning));
    }

    /// Whether one is an error.
    pub(crate) fn failed(&self) -> bool {
        self.errors > 0
    }

    /// The list in the order of the input; a last one says how many more there are.
    pub(crate) fn finish(mut self) -> Vec<Violation> {
        self.list.sort_by_key(|violation| violation.unit);
        let more = (self.errors + self.warnings).saturating_sub(self.list.len() as u64);
        if more > 0 {
            let rule = &rules::MORE_VIOLATIONS;
            self.list.push(Violation {
                path: String::new(),
                rule,
                level: if self.failed() { Level::Error } else { Level::Warning },
                message: sentence(rule.sentence, Shown::Nothing, &[&more]),
                value: None,
                unit: u32::MAX,
            });
        }
        self.list
    }
}

/// Which destinations of a message are bad, or whether all of it is.
pub(crate) struct Blame {
    /// The text of the message's place, with what parts it from its fields.
    pub(crate) prefix: String,
    /// Which destination a place within the message belongs to; `None` for what all of them share.
    pub(crate) destination_at: fn(&str) -> Option<usize>,
    /// Whether something that all destinations share is bad.
    pub(crate) whole: bool,
    /// The bad ones, each as often as something is wrong with it.
    pub(crate) destinations: Vec<usize>,
}

impl Blame {
    /// The bad destinations in order, each once.
    fn sorted(&mut self) -> &[usize] {
        self.destinations.sort_unstable();
        self.destinations.dedup();
        &self.destinations
    }

    fn note(&mut self, place: &str) {
        match place.strip_prefix(&self.prefix).and_then(self.destination_at) {
            Some(destination) => self.destinations.push(destination),
            None => self.whole = true,
        }
    }
}

/// Collects violations while a request is read and judged.
pub(crate) struct Judge<'p> {
    pub(crate) policy: &'p Policy,
    pub(crate) mode: Mode,
    /// The message at hand, plus one; zero before the messages, `u32::MAX` behind them.
    pub(crate) unit: u32,
    /// The current time, if the caller passed it.
    pub(crate) now: Option<Timestamp>,
    /// The account whose data stands in every message, where a dialect has it so.
    pub(crate) account: Option<Arc<Account>>,
    /// The numbers and ids met so far.
    pub(crate) roll: Roll,
    /// Whether the request holds credentials, so that a text in the place of something else may be one.
    pub(crate) is_secret: bool,
    /// Whether values are judged now; before, shapes are read.
    judging: bool,
    findings: Findings,
    /// Where a shape was wrong.
    shape_paths: Texts,
    /// The list that a plan adds to its envelope.
    pub(crate) added: Option<&'static str>,
    /// Which destinations of the message at hand are bad, where somebody asks.
    pub(crate) blame: Option<Blame>,
}

impl<'p> Judge<'p> {
    pub(crate) fn new(policy: &'p Policy, mode: Mode) -> Judge<'p> {
        Judge {
            policy,
            mode,
            unit: 0,
            now: None,
            account: None,
            roll: Roll::default(),
            is_secret: false,
            judging: false,
            findings: Findings::default(),
            shape_paths: Texts::default(),
            added: None,
            blame: None,
        }
    }

    /// The numbers of the rules.
    pub(crate) fn limits(&self) -> &'p Limits {
        &self.policy.limits
    }

    /// From here on values are judged: a place with a violation of its shape gets no second one.
    pub(crate) fn start_judging(&mut self) {
        self.judging = true;
        self.unit = 0;
    }

    /// The same for the message at hand of a plan.
    pub(crate) fn start_judging_message(&mut self) {
        self.judging = true;
    }

    /// Whether what stands at that place, or around it, was of a wrong shape, so that nothing can be concluded from it.
    pub(crate) fn is_broken(&self, path: &Path) -> bool {
        let (text, ends) = path.text_and_ends();
        self.covers(&text, &ends)
    }

    fn covers(&self, text: &str, ends: &[usize]) -> bool {
        !self.shape_paths.is_empty()
            && ends.iter().filter_map(|end| text.get(..*end)).any(|place| self.shape_paths.get(place).is_some())
    }

    /// Whether one more violation of that rule would be listed, and not only counted.
    pub(crate) fn lists(&self, rule: &Rule) -> bool {
        let listed = match self.level(rule) {
            Level::Error => self.findings.errors,
            Level::Warning => self.findings.warnings,
        };
        listed < self.policy.limits.violations
    }

    /// Notes a violation of a rule.
    pub(crate) fn report(&mut self, rule: &'static Rule, path: &Path, value: Shown, words: &[&dyn Tell]) {
        let (text, ends) = path.text_and_ends();
        let level = self.level(rule);
        if self.judging {
            if self.covers(&text, &ends) {
                return;
            }
        } else if level == Level::Error && !matches!(rule.code, Code::UnknownKey | Code::RepeatedKey) {
            // What is tolerated is judged on.
            let _ = self.shape_paths.insert(&text, 0);
        }
        if level == Level::Error
            && let Some(blame) = &mut self.blame
        {
            blame.note(&text);
        }
        if !self.findings.count(level, self.policy.limits.violations) {
            return;
        }
        self.findings.list.push(Violation {
            path: text,
            rule,
            level,
            message: sentence(rule.sentence, value, words),
            value: if self.may_be_a_credential(value) { None } else { value.held() },
            unit: self.unit,
        });
    }

    /// Whether a value of the wrong kind may be a credential that was given in the wrong place.
    fn may_be_a_credential(&self, value: Shown) -> bool {
        (self.is_secret || self.mode == Mode::Options) && matches!(value, Shown::Tree(_))
    }

    /// The level of a rule after `allow` and `forbid`.
    pub(crate) fn level(&self, rule: &Rule) -> Level {
        if rule.is_fixed {
            return rule.level;
        }
        match rule.level {
            Level::Error if self.policy.allow.contains(rule.code) => Level::Warning,
            Level::Warning if self.policy.forbid.contains(rule.code) => Level::Error,
            level => level,
        }
    }

    /// Now that a message of a plan is judged: what of it goes. Those of its destinations are given that do not, in order, and
    /// they are taken out of what is sent; `None` when nothing goes.
    pub(crate) fn parted(&mut self) -> Option<&[usize]> {
        if !self.failed() {
            return Some(&[]);
        }
        let bad = self.blame.as_mut().filter(|blame| !blame.whole)?.sorted();
        let all = std::mem::take(&mut self.roll.sent);
        for index in (0..all.len()).filter(|index| bad.binary_search(index).is_err()) {
            self.roll.sent.copy(&all, index);
        }
        Some(bad).filter(|_| self.roll.sent.len() > 0)
    }

    /// Whether an error was found so far.
    pub(crate) fn failed(&self) -> bool {
        self.findings.failed()
    }

    /// What was found, to be added to what a plan has found.
    pub(crate) fn into_findings(self) -> Findings {
        self.findings
    }

    /// The violations in the order of the input; the second value says whether one is an error.
    pub(crate) fn finish(self) -> (Vec<Violation>, bool) {
        let failed = self.findings.failed();
        (self.findings.finish(), failed)
    }

    /// The warnings, or the error that holds all violations.
    pub(crate) fn into_result(self) -> Result<Vec<Violation>, InvalidRequest> {
        match self.finish() {
            (violations, true) => Err(InvalidRequest { violations }),
            (violations, false) => Ok(violations),
        }
    }
}

/// The error of one violation that no policy moves, for a reason.
pub(crate) fn refuse(rule: &'static Rule, at: &Path, reason: &str) -> InvalidRequest {
    let policy = Policy::default();
    let mut judge = Judge::new(&policy, Mode::Request);
    judge.report(rule, at, Shown::Nothing, &[&reason]);
    InvalidRequest { violations: judge.finish().0 }
}

/// Fills the placeholders of a rule's sentence.
fn sentence(template: &str, value: Shown, words: &[&dyn Tell]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = split_once(rest, "{") {
        out.push_str(before);
        let Some((name, after)) = split_once(after, "}") else {
            out.push('{');
            rest = after;
            continue;
        };
        match name.as_bytes() {
            [digit @ b'0'..=b'9'] => match words.get(usize::from(digit - b'0')).map(|word| word.told()) {
                Some(Told::Text(text)) => out.push_str(text),
                Some(Told::Integer(number)) => push_integer(number, &mut out),
                _ => {}
            },
            _ => value.write(&mut out),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
