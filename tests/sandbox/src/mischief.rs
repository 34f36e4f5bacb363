//! Misbehaviour on request. A base URL of `http://127.0.0.1:PORT/as/<mode>+<mode>…` makes the gateway answer in the
//! ways that clients in the field have met; `GET /` lists the modes. A request that breaks a rule is refused as usual
//! whatever modes stand in its path, so that no test passes with a wrong request by accident.

use std::time::Duration;

use crate::exchange::{Answer, Dialect};
use crate::json::Json;
use crate::modes::Mode;
use crate::run::plan::{self, Plan};

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

    /// What becomes of all messages of the call, if that was asked for.
    pub(crate) fn plan(&self) -> Option<&'static Plan> {
        self.0.iter().find_map(|mode| if let Mode::Fate(name) = mode { plan::named(name) } else { None })
    }

    /// How many calls a new token serves, if that is bounded.
    pub(crate) fn token_uses(&self) -> Option<u32> {
        self.0.iter().find_map(|mode| if let Mode::TokenUses(count) = mode { Some(*count) } else { None })
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

    /// Whether another answer takes the place of the dialect's own, so that nothing may happen.
    pub(crate) fn replace(&self) -> bool {
        self.0.iter().any(|mode| {
            matches!(
                mode,
                Mode::Status401
                    | Mode::Status403
                    | Mode::Status429
                    | Mode::Status429Date
                    | Mode::Status500
                    | Mode::Status500Html
                    | Mode::Status503
                    | Mode::Redirect
                    | Mode::Redirect307
            )
        })
    }

    /// The answer that takes the place of the dialect's own, if a mode asks for one. Nothing is accepted then.
    pub(crate) fn instead(&self, dialect: &dyn Dialect, elsewhere: &str) -> Option<Answer> {
        self.0.iter().find_map(|mode| {
            Some(match mode {
                Mode::Status401 => dialect.error(401),
                Mode::Status403 => dialect.error(403),
                Mode::Status500 => dialect.error(500),
                Mode::Status429 => dialect.throttled().header("retry-after", "7"),
                Mode::Status429Date => dialect
                    .throttled()
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
