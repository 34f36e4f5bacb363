//! The words that ask for misbehaviour, such as `old` or `refuse-78`.

use std::time::Duration;

use crate::run::plan;

/// The longest wait that `slow-<ms>` may ask for.
const LONGEST: u64 = 10_000;

/// Every mode as written in a path, and what it does.
pub const MODES: &[(&str, &str)] = &[
    ("new", "smslist, blackkonnect: the newer generation of answers; the default"),
    (
        "old",
        "the older generation: smslist with respose-code, numbers for mobile and messageid, 20 items a call; \
         blackkonnect with {} for null, no sourceAddress or smscReference, a bulk's status as one bare object",
    ),
    ("status-401", "HTTP 401 with the dialect's own error body; nothing is sent"),
    ("status-403", "HTTP 403 with the dialect's own error body; nothing is sent"),
    ("status-429", "HTTP 429, platform error body E429 or a ProblemDetail, Retry-After: 7; nothing is sent"),
    ("status-429-date", "the same with Retry-After as a date 30 seconds after Date"),
    ("status-500", "HTTP 500 with the dialect's own error body; nothing is sent"),
    ("status-500-html", "HTTP 500 with an HTML page; nothing is sent"),
    ("status-503", "HTTP 503 with plain text; nothing is sent"),
    ("redirect", "HTTP 302 to /elsewhere (below the same run); nothing is sent"),
    ("redirect-307", "HTTP 307 to /elsewhere (below the same run); nothing is sent"),
    ("empty", "messages are accepted, the answer is HTTP 200 without a body"),
    ("truncated", "messages are accepted, the answer is cut in half"),
    ("close", "messages are accepted, the connection is closed without an answer"),
    ("slow-<ms>", "messages are accepted, the answer comes after so many milliseconds, at most 10000"),
    ("refuse-<digits>", "numbers that end in these digits are refused for want of credit, inside an HTTP 200"),
    ("echo", "smslist, with refuse: mobile is an object that repeats the refused item, API key included"),
    ("nameless", "smslist: HTTP 200 with one refusal (1006) that names no message"),
    ("missing", "the last entry of the answer is left out"),
    ("doubled", "the first entry of the answer comes twice"),
    ("reordered", "the entries of the answer come in reverse order"),
    ("no-ids", "entries carry no messageId; smslist: no messageid, clientsmsid, networkid; blackkonnect: no id at all"),
    ("both-codes", "smslist: response-code and respose-code in one object"),
    ("string-codes", "smslist: codes are strings"),
    (
        "fate-<name>",
        "all messages of the call are delivered, undeliverable, expired, rejected, sent or pending in the end",
    ),
    ("unique-ids", "infobip: a messageId that an earlier message of the run had is refused with status 23"),
    ("repeated", "control: every push is made twice"),
    ("nested-xml", "control: pushed XML has the root of 2015 and lists of two levels"),
    ("unsuccessful", "blackkonnect: HTTP 200 with isSuccessful false, a code and a message; nothing is sent"),
    ("token-expired", "blackkonnect: the token endpoint hands out a token whose exp has passed"),
    ("token-uses-<n>", "blackkonnect: the token endpoint hands out a token that serves n calls"),
    ("ignore-page", "blackkonnect: every page of a bulk's status is the first"),
    ("envelope", "blackkonnect: a status comes in GenericResponseNetworkOperatorMessageDeliveryDTO"),
    ("array-of-one", "blackkonnect: the status of a message comes as a list"),
    ("cors", "pages of any origin may call and read the answers, of whose header fields they see those that all may"),
    ("cors-fields", "the same, and they see Date and Retry-After too"),
];

/// One mode, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    New,
    Old,
    Status401,
    Status403,
    Status429,
    Status429Date,
    Status500,
    Status500Html,
    Status503,
    Redirect,
    Redirect307,
    Empty,
    Truncated,
    Close,
    Slow(Duration),
    Refuse(String),
    Echo,
    Nameless,
    Missing,
    Doubled,
    Reordered,
    NoIds,
    BothCodes,
    StringCodes,
    /// A name of the plans.
    Fate(&'static str),
    UniqueIds,
    Repeated,
    NestedXml,
    Unsuccessful,
    TokenExpired,
    TokenUses(u32),
    IgnorePage,
    Envelope,
    ArrayOfOne,
    Cors,
    CorsFields,
}

impl Mode {
    /// Reads one word; none if it is no mode.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        Some(match word {
            "new" => Self::New,
            "old" => Self::Old,
            "status-401" => Self::Status401,
            "status-403" => Self::Status403,
            "status-429" => Self::Status429,
            "status-429-date" => Self::Status429Date,
            "status-500" => Self::Status500,
            "status-500-html" => Self::Status500Html,
            "status-503" => Self::Status503,
            "redirect" => Self::Redirect,
            "redirect-307" => Self::Redirect307,
            "empty" => Self::Empty,
            "truncated" => Self::Truncated,
            "close" => Self::Close,
            "echo" => Self::Echo,
            "nameless" => Self::Nameless,
            "missing" => Self::Missing,
            "doubled" => Self::Doubled,
            "reordered" => Self::Reordered,
            "no-ids" => Self::NoIds,
            "both-codes" => Self::BothCodes,
            "string-codes" => Self::StringCodes,
            "unique-ids" => Self::UniqueIds,
            "repeated" => Self::Repeated,
            "nested-xml" => Self::NestedXml,
            "unsuccessful" => Self::Unsuccessful,
            "token-expired" => Self::TokenExpired,
            "ignore-page" => Self::IgnorePage,
            "envelope" => Self::Envelope,
            "array-of-one" => Self::ArrayOfOne,
            "cors" => Self::Cors,
            "cors-fields" => Self::CorsFields,
            _ => match word.rsplit_once('-') {
                Some(("fate", name)) => Self::Fate(plan::named(name)?.name),
                Some(("slow", time)) if digits(time) => {
                    let time = time.parse().ok().filter(|time| *time <= LONGEST)?;
                    Self::Slow(Duration::from_millis(time))
                }
                Some(("token-uses", count)) if digits(count) => Self::TokenUses(count.parse().ok()?),
                Some(("refuse", ending)) if digits(ending) => Self::Refuse(ending.to_owned()),
                _ => return None,
            },
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use crate::mischief::Modes;

    #[test]
    fn every_listed_mode_is_known() {
        for (name, _) in MODES {
            let example = name.replace("<ms>", "20").replace("<digits>", "78").replace("<n>", "3");
            let example = example.replace("<name>", "expired");
            assert!(Mode::parse(&example).is_some(), "{name}");
        }
        let mut modes = Modes::default();
        modes.add("old%2Breordered,slow-5+slow-6").unwrap();
        assert!(modes.has(&Mode::Old) && modes.has(&Mode::Reordered));
        assert_eq!(modes.wait(), Duration::from_millis(11));
        assert_eq!(modes.add("old+tired"), Err("tired".to_owned()));
        assert!(modes.add("slow-10001").is_err());
    }
}
