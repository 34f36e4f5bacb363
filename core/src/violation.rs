//! One thing wrong with what was asked, and the error that holds all of them.

use std::fmt;

use crate::codes::Code;
use crate::json::Value;
use crate::sentence::{Say, Sentence, print_as_said};
use crate::tell::{Members, Tell, told_by_members};

/// How serious a violation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The request is not built.
    Error,
    /// The request is built; the violation stands in the call's warnings.
    Warning,
}

impl Level {
    /// `error` or `warning`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
        }
    }
}

/// How well a rule is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// The gateway's documents say it.
    Documented,
    /// People who use the gateway have reported it.
    Field,
    /// Concluded from examples or from several sources.
    Inferred,
}

impl Grade {
    /// `documented`, `field` or `inferred`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Grade::Documented => "documented",
            Grade::Field => "field",
            Grade::Inferred => "inferred",
        }
    }
}

/// One rule: its code, how serious and how well known it is, where it comes from, and its sentence.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// The code of its violations.
    pub code: Code,
    /// The level before `allow` and `forbid`.
    pub level: Level,
    /// How well the rule is known.
    pub grade: Grade,
    /// Where the rule comes from.
    pub source: &'static str,
    /// The sentence; `{value}`, `{0}`, `{1}` and `{2}` stand for what was found.
    pub sentence: &'static str,
    /// Whether `allow` and `forbid` cannot move it: its code's doing, or because nothing could be sent in the value's place.
    pub is_fixed: bool,
}

/// Declares rules as statics, and the list of them.
macro_rules! rules {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:ident, $level:ident, $grade:ident, $source:literal, $sentence:literal $(, $fixed:ident)?; )*) => {
        $(
            $(#[doc = $doc])+
            pub(crate) static $name: $crate::violation::Rule = $crate::violation::Rule {
                code: $crate::codes::Code::$code,
                level: $crate::violation::Level::$level,
                grade: $crate::violation::Grade::$grade,
                source: $source,
                sentence: $sentence,
                is_fixed: $crate::codes::Code::$code.is_fixed() $(|| { stringify!($fixed); true })?,
            };
        )*
        /// Every rule of this file, in its order.
        #[allow(unreachable_pub, reason = "the shared rules leave the crate under another path")]
        pub const RULES: &[&$crate::violation::Rule] = &[ $( &$name, )* ];
    };
}
pub(crate) use rules;

/// One thing wrong with what was asked.
///
/// Its text (`Display`, [`message`](Violation::message)) masks phone numbers and texts and never shows a credential;
/// [`value`](Violation::value) holds what was given, plainly, unless it is a credential.
#[derive(Clone, PartialEq)]
pub struct Violation {
    pub(crate) path: String,
    pub(crate) rule: &'static Rule,
    pub(crate) level: Level,
    pub(crate) message: String,
    pub(crate) value: Option<Value<'static>>,
    /// The message it belongs to; keeps the order of the input. Zero before the messages.
    pub(crate) unit: u32,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Violation {
    /// Where, in the gateway's own names: `messages[1].destinations[0].to`. Empty for the request as a whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.rule.code
    }

    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// How serious, after `allow` and `forbid`.
    #[must_use]
    pub fn level(&self) -> Level {
        self.level
    }

    /// How well the rule is known.
    #[must_use]
    pub fn grade(&self) -> Grade {
        self.rule.grade
    }

    /// Where the rule comes from.
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.rule.source
    }

    /// What is wrong, what was expected, what to do. Safe to log.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The value as it was given, if it is a text, number or truth value and no credential.
    #[must_use]
    pub fn value(&self) -> Option<&Value<'static>> {
        self.value.as_ref()
    }
}

impl Say for Violation {
    fn say(&self, sentence: &mut Sentence) {
        if !self.path.is_empty() {
            sentence.text(&self.path).text(": ");
        }
        sentence.text(&self.message).text(" [").text(self.rule.code.as_str()).text("]");
    }
}

impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {self}", self.level.as_str())
    }
}

impl Members for Violation {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        each("path", &self.path);
        each("code", &self.rule.code);
        each("level", &self.level.as_str());
        each("grade", &self.rule.grade.as_str());
        each("source", &self.rule.source);
        each("message", &self.message);
        each("value", &self.value);
    }
}

told_by_members!(Violation);

/// The request was not built: everything that is wrong with it, warnings included, in the order of the input.
///
/// The text names the first ten errors and says how many there are.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct InvalidRequest {
    /// All violations; at least one is an error. Beyond `limits.violations` a last one says how many more there are.
    pub violations: Vec<Violation>,
}

impl InvalidRequest {
    /// Its text.
    #[must_use]
    pub fn message(&self) -> String {
        self.said()
    }

    /// The violations that keep the request from being built.
    pub fn errors(&self) -> impl Iterator<Item = &Violation> {
        self.violations.iter().filter(|violation| violation.level == Level::Error)
    }
}

/// How many errors the text of an [`InvalidRequest`] shows.
const SHOWN: usize = 10;

impl Say for InvalidRequest {
    fn say(&self, sentence: &mut Sentence) {
        sentence.text("nothing was built, for ");
        match self.errors().count() {
            1 => sentence.text("one reason:"),
            count => sentence.number(count).text(" reasons:"),
        };
        for violation in self.errors().take(SHOWN) {
            sentence.text("\n  ").of(violation);
        }
        if let Some(more) = self.errors().count().checked_sub(SHOWN).filter(|more| *more > 0) {
            sentence.text("\n  … and ").number(more).text(" more in `violations`");
        }
    }
}

print_as_said!(Violation, InvalidRequest);

impl fmt::Debug for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InvalidRequest: {self}")
    }
}

impl std::error::Error for InvalidRequest {}
