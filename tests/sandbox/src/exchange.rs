//! One request and its answer, as the dialects see them.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::HeaderMap;

use crate::accepted::Accepted;
use crate::infobip;
use crate::json::Json;
use crate::judge::Findings;
use crate::memory::Sandbox;
use crate::mischief::Modes;
use crate::run::{Amount, Run};

/// What came in, and how it is to be treated.
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    /// Everything after `?`, none if there is no `?`.
    pub(crate) query: Option<&'a str>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
    pub(crate) modes: &'a Modes,
    pub(crate) ids: &'a Ids,
    pub(crate) run: Option<&'a str>,
    pub(crate) sandbox: &'a Sandbox,
}

impl Request<'_> {
    /// A header's only value; none if it is missing, repeated or not text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next()?.to_str().ok()?;
        values.next().is_none().then_some(value)
    }

    /// Whether the call may change anything: no answer is to take the place of its own.
    pub(crate) fn takes_effect(&self) -> bool {
        !self.modes.replace()
    }

    /// Looks at, or changes, what is known of the call's run.
    pub(crate) fn in_run<T>(&self, act: impl FnOnce(&mut Run) -> T) -> T {
        self.sandbox.run(self.run, act)
    }

    /// Pays for a message of so many parts; where the account has too little, what it has.
    pub(crate) fn pay(&self, dialect: &str, parts: usize) -> Result<(), Amount> {
        if self.takes_effect() { self.in_run(|run| run.pay(dialect, parts)) } else { Ok(()) }
    }

    /// Whether the body is declared to be JSON.
    pub(crate) fn is_json(&self) -> bool {
        self.is_of("application/json")
    }

    /// Whether the body is declared to be of a media type, in UTF-8 if that is said at all.
    pub(crate) fn is_of(&self, wanted: &str) -> bool {
        let kind = self.header("content-type").unwrap_or_default();
        let (kind, parameters) = kind.split_once(';').unwrap_or((kind, "charset=utf-8"));
        kind.trim_end() == wanted && parameters.trim().eq_ignore_ascii_case("charset=utf-8")
    }
}

/// What goes out.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    /// Close the connection and send nothing.
    pub(crate) hang_up: bool,
}

impl Answer {
    pub(crate) fn new(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type", kind.to_owned())];
        Self { status, headers, body: body.into(), hang_up: false }
    }

    pub(crate) fn json(status: u16, body: &Json) -> Self {
        Self::new(status, "application/json", body.to_string())
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }
}

/// What a dialect says to a request.
pub(crate) enum Ruling {
    /// The request is in order: an answer, and what became of each message.
    Good(Answer, Vec<Accepted>),
    /// The request breaks a rule.
    Bad(Answer, Findings),
}

/// A gateway's endpoint, found by its path.
pub(crate) trait Dialect: Send + Sync {
    /// Judges a request and answers it.
    fn rule(&self, request: &Request<'_>) -> Ruling;

    /// The dialect's own body for an HTTP error.
    fn error(&self, status: u16) -> Answer;

    /// The body of an HTTP 429; only one dialect's documents have one, so it serves for others too.
    fn throttled(&self) -> Answer {
        infobip::throttled()
    }
}

/// The only state behind the answers: a counter, so that ids repeat from one server to the next.
#[derive(Debug, Default)]
pub(crate) struct Ids(AtomicU64);

impl Ids {
    /// 1, 2, 3 …
    pub(crate) fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }
}
