//! What became of one message, and whether it may be sent again.

use std::fmt;
use std::time::Duration;

use crate::mask;
use crate::pieces::{push_number, split_once};
use crate::sentence::{Say, Sentence, print_as_said};
use crate::tell::{Members, Tell, answer, told_by_members};
use crate::time::{RetryAfter, Timestamp};

macro_rules! words {
    ($(#[$outer:meta])* $name:ident { $( $(#[doc = $doc:literal])+ $variant:ident = $text:literal; )* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $( $(#[doc = $doc])+ $variant, )* }

        impl $name {
            /// Every value.
            pub const ALL: &'static [$name] = &[ $( $name::$variant, )* ];

            /// Its stable text.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $text, )* }
            }

            /// The value of that text.
            #[must_use]
            pub fn from_text(text: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(self.as_str()) }
        }
        $crate::tell::told_as_text!($name);
    };
}

words! {
    /// Where a message stands.
    State {
        /// The gateway has taken it.
        Accepted = "accepted";
        /// It is on its way.
        Pending = "pending";
        /// It has arrived.
        Delivered = "delivered";
        /// It was sent and could not be delivered.
        Undeliverable = "undeliverable";
        /// Its time ran out.
        Expired = "expired";
        /// The gateway would not send it.
        Rejected = "rejected";
        /// Nobody knows.
        Unknown = "unknown";
    }
}

words! {
    /// Whether a message may be sent again.
    Resend {
        /// Do not: it is delivered, on its way, or refused for good.
        Never = "never";
        /// It was not delivered and will not be: sending again sends it once.
        Safe = "safe";
        /// The same, after some time.
        SafeAfter = "safe_after";
        /// First mend the request, the account or the destination; unchanged it fails again.
        AfterFix = "after_fix";
        /// It may be on its way: ask the gateway with its ids before sending again.
        Uncertain = "uncertain";
    }
}

/// When `safe_after` begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResendAfter {
    /// So long after the reply.
    Delay(Duration),
    /// At that moment, for the reply did not say what time it was sent.
    At(Timestamp),
}

impl From<RetryAfter> for ResendAfter {
    fn from(value: RetryAfter) -> ResendAfter {
        match value {
            RetryAfter::Seconds(seconds) => ResendAfter::Delay(Duration::from_secs(seconds)),
            RetryAfter::At(time) => ResendAfter::At(time),
        }
    }
}

/// `7 s`, or a moment such as `2026-11-21T08:00:00Z`: headers know whole seconds.
impl Say for ResendAfter {
    fn say(&self, sentence: &mut Sentence) {
        match self {
            ResendAfter::Delay(delay) => {
                let mut seconds = String::new();
                push_number(delay.as_secs(), &mut seconds);
                sentence.text(&seconds).text(" s");
            }
            ResendAfter::At(time) => {
                let text = time.to_rfc3339();
                let parts = split_once(&text, ".").and_then(|(whole, rest)| Some((whole, rest.strip_prefix("000")?)));
                let (whole, offset) = parts.unwrap_or((&text, ""));
                sentence.text(whole).text(offset);
            }
        }
    }
}

print_as_said!(ResendAfter);

impl Members for ResendAfter {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        match self {
            ResendAfter::Delay(delay) => {
                each("seconds", &i64::try_from(delay.as_secs()).unwrap_or(i64::MAX));
            }
            ResendAfter::At(_) => each("at", &self.said()),
        }
    }
}

told_by_members!(ResendAfter);

/// Declares a static list of what counts of each row of a table. The tables are public, and hold for people what no program
/// looks at.
macro_rules! excerpt {
    ($(#[$outer:meta])* $name:ident: $type:ty = $of:path, $rows:expr) => {
        $(#[$outer])*
        #[expect(clippy::indexing_slicing, reason = "it happens while compiling, and says so there if it fails")]
        static $name: [$type; $rows.len()] = {
            let mut list = [$of(&$rows[0]); $rows.len()];
            let mut place = 1;
            while place < list.len() {
                list[place] = $of(&$rows[place]);
                place += 1;
            }
            list
        };
    };
}
#[allow(unused_imports, reason = "each dialect that has a table uses it")]
pub(crate) use excerpt;

answer! {
    /// One message's fate, as far as a reply tells it.
    #[derive(Clone, PartialEq, Eq)]
    pub struct Outcome {
        /// Where the message stands.
        pub state = "state": State,
        /// Whether that is settled.
        pub is_final = "isFinal": bool,
        /// The gateway's own code or status name.
        pub code = "code": Option<String>,
        /// The gateway's own words.
        pub text = "text": Option<String>,
        /// Whether it may be sent again.
        pub resend = "resend": Resend,
        /// When, with [`Resend::SafeAfter`], if the gateway says so.
        pub resend_after = "resendAfter": Option<ResendAfter>,
    }
}

impl Outcome {
    /// The fate of a message of which no reply tells: it may be on its way.
    #[must_use]
    pub fn unknown() -> Outcome {
        Outcome {
            state: State::Unknown,
            is_final: false,
            code: None,
            text: None,
            resend: Resend::Uncertain,
            resend_after: None,
        }
    }

    /// Whether the message was refused or failed, in contrast to one that is taken, on its way or unknown.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        matches!(self.state, State::Undeliverable | State::Expired | State::Rejected)
    }
}

/// What is known of a message before anything is.
impl Default for Outcome {
    fn default() -> Outcome {
        Outcome::unknown()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.state)?;
        match (&self.code, &self.text) {
            (Some(code), Some(text)) => write!(f, " ({}: {})", mask::words(code), mask::words(text))?,
            (Some(word), None) | (None, Some(word)) => write!(f, " ({})", mask::words(word))?,
            (None, None) => {}
        }
        write!(f, ", resend {}", self.resend)?;
        match self.resend_after {
            Some(after) => write!(f, " {after}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = if self.is_final { "final" } else { "not final" };
        write!(f, "Outcome({self}, {last})")
    }
}
