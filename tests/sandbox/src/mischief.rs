//! Misbehaviour on request. A base URL of `http://127.0.0.1:PORT/as/<mode>+<mode>…` makes the gateway answer in the
//! ways that clients in the field have met; `GET /` lists the modes. A request that breaks a rule is refused as usual
//! whatever modes stand in its path, so that no test passes with a wrong request by accident.

use std::time::Duration;

use crate::exchange::{Answer, Dialect};
use crate::json::Json;

/// The longest wait that `slow-<ms>` may ask for.
const LONGEST: u64 = 10_000;

/// Every mode as written in a path, and what it does.
pub const MODES: &[(&str, &str)] = &[
    ("new", "smslist: the newer generation, with response-code and 1000 items a call; the default"),
    ("old", "smslist: the older generation, with respose-code, numbers for mobile and messageid, 20 items a call"),
    ("status-401", "HTTP 401 with the dialect's own error body; nothing is sent"),
    ("status-403", "HTTP 403 with the dialect's own error body; nothing is sent"),
    ("status-429", "HTTP 429, platform error body E429, Retry-After: 7; nothing is sent"),
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
    ("no-ids", "entries carry no messageId; smslist: no messageid, clientsmsid, networkid"),
    ("both-codes", "smslist: response-code and respose-code in one object"),
    ("string-codes", "smslist: codes are strings"),
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
}

impl Mode {
    fn parse(word: &str) -> Option<Self> {
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
            _ => match word.split_once('-') {
                Some(("slow", time)) if digits(time) => {
                    let time = time.parse().ok().filter(|time| *time <= LONGEST)?;
                    Self::Slow(Duration::from_millis(time))
                }
                Some(("refuse", ending)) if digits(ending) => Self::Refuse(ending.to_owned()),
                _ => return None,
            },
        })
    }
}

/// The modes of one request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Modes(Vec<Mode>);

impl Modes {
    /// Reads one path segment, words separated by `+`, `%2B` or `,`. The error is the word that is no mode.
    pub(crate) fn add(&mut self, segment: &str) -> Result<(), String> {
        for word in segment.replace("%2B", "+").replace("%2b", "+").split(['+', ',']) {
            self.0.push(Mode::parse(word).ok_or_else(|| word.to_owned())?);
        }
        Ok(())
    }

    /// Whether a mode was asked for.
    pub(crate) fn has(&self, mode: &Mode) -> bool {
        self.0.contains(mode)
    }

    /// Whether a destination is to be refused.
    pub(crate) fn refuses(&self, number: &str) -> bool {
        self.0.iter().any(|mode| matches!(mode, Mode::Refuse(ending) if number.ends_with(ending.as_str())))
    }

    /// How long to wait before answering.
    pub(crate) fn wait(&self) -> Duration {
        self.0.iter().map(|mode| if let Mode::Slow(time) = mode { *time } else { Duration::ZERO }).sum()
    }

    /// Leaves out, repeats and turns round the entries of an answer.
    pub(crate) fn arrange(&self, entries: &mut Vec<Json>) {
        if self.has(&Mode::Missing) {
            entries.pop();
        }
        if self.has(&Mode::Doubled)
            && let Some(first) = entries.first().cloned()
        {
            entries.insert(0, first);
        }
        if self.has(&Mode::Reordered) {
            entries.reverse();
        }
    }

    /// The answer that takes the place of the dialect's own, if a mode asks for one. Nothing is accepted then.
    pub(crate) fn instead(&self, dialect: &dyn Dialect, elsewhere: &str) -> Option<Answer> {
        let throttled = || {
            let name = Json::text("Throttling handling errors");
            let url = Json::text("https://www.infobip.com/docs/essentials/api-fundamentals/rate-limits-and-throttling");
            Answer::json(
                429,
                &Json::object([
                    ("errorCode", Json::text("E429")),
                    ("description", Json::text("Too many requests sent.")),
                    (
                        "action",
                        Json::text("Check request rate limit specified in the API endpoint documentation resource."),
                    ),
                    ("violations", Json::List(Vec::new())),
                    ("resources", Json::List(vec![Json::object([("name", name), ("url", url)])])),
                ]),
            )
        };
        self.0.iter().find_map(|mode| {
            Some(match mode {
                Mode::Status401 => dialect.error(401),
                Mode::Status403 => dialect.error(403),
                Mode::Status500 => dialect.error(500),
                Mode::Status429 => throttled().header("retry-after", "7"),
                Mode::Status429Date => throttled()
                    .header("date", "Wed, 01 Jan 2025 00:00:00 GMT")
                    .header("retry-after", "Wed, 01 Jan 2025 00:00:30 GMT"),
                Mode::Status500Html => Answer::new(
                    500,
                    "text/html; charset=utf-8",
                    "<!DOCTYPE html>\n<html><head><title>500</title></head><body><h1>Internal Server Error</h1>\
                     <p>Notice: Trying to access array offset on value of type bool</p></body></html>\n",
                ),
                Mode::Status503 => Answer::new(503, "text/plain", "no server is available to handle this request\n"),
                Mode::Redirect => Answer::new(302, "text/html", "").header("location", elsewhere),
                Mode::Redirect307 => Answer::new(307, "text/html", "").header("location", elsewhere),
                _ => return None,
            })
        })
    }

    /// Damages the answer to messages that were accepted.
    pub(crate) fn spoil(&self, mut answer: Answer) -> Answer {
        if self.has(&Mode::Empty) {
            answer.body.clear();
        }
        if self.has(&Mode::Truncated) {
            answer.body.truncate(answer.body.len() / 2);
        }
        answer.hang_up = self.has(&Mode::Close);
        answer
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    #[test]
    fn every_listed_mode_is_known() {
        for (name, _) in MODES {
            let example = name.replace("<ms>", "20").replace("<digits>", "78");
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
