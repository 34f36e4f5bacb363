//! The family's table of response codes, and what each means for a message.
//!
//! Documented: the code pages of Advanta (new) and of Celcom and TeamWeb (old). Whether a message may be sent again is
//! documented for 4090 only; the rest of that column is inferred from the codes' words. After a system error nobody knows
//! whether the message is on its way.

use std::time::Duration;

use crate::outcome::{Outcome, Resend, ResendAfter, State, excerpt};
use crate::reply::HttpStatusRow;
use crate::violation::Grade;

/// One code of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeRow {
    /// The code.
    pub code: i64,
    /// What it means. 1004 has two meanings.
    pub meaning: &'static str,
    /// Where the message stands.
    pub state: State,
    /// Whether it may be sent again.
    pub resend: Resend,
    /// After how many seconds, with `safe_after`.
    pub after_seconds: Option<u64>,
    /// How well the code is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: &'static str,
}

/// Where the documented codes come from.
const PAGES: &str = "code pages of Advanta, Fast Message, Celcom and TeamWeb";
/// Where the code from the field comes from.
const FIELD: &str = "clients of Advanta that check for it";

const fn row(code: i64, meaning: &'static str, state: State, resend: Resend, grade: Grade) -> CodeRow {
    let source = if matches!(grade, Field) { FIELD } else { PAGES };
    CodeRow { code, meaning, state, resend, after_seconds: None, grade, source }
}

use Grade::{Documented, Field};
use Resend::{AfterFix, Never, SafeAfter, Uncertain};
use State::{Accepted, Rejected, Unknown};

/// Every code that the documents name, and one from the field.
pub const CODES: &[CodeRow] = &[
    row(200, "success", Accepted, Never, Documented),
    row(402, "low credit", Rejected, AfterFix, Field),
    row(1001, "invalid sender id", Rejected, AfterFix, Documented),
    row(1002, "network not allowed", Rejected, AfterFix, Documented),
    row(1003, "invalid mobile number, or a validation error of any field", Rejected, AfterFix, Documented),
    row(
        1004,
        "low bulk credits; with newer deployments also an invalid or unsupported number: its words tell",
        Rejected,
        AfterFix,
        Documented,
    ),
    row(1005, "system error", Unknown, Uncertain, Documented),
    row(1006, "invalid credentials", Rejected, AfterFix, Documented),
    row(1007, "system error", Unknown, Uncertain, Documented),
    row(1008, "no delivery report", Unknown, Uncertain, Documented),
    row(1009, "unsupported data type", Rejected, AfterFix, Documented),
    row(1010, "unsupported request type", Rejected, AfterFix, Documented),
    row(1012, "too many messages in the list", Rejected, AfterFix, Documented),
    row(1104, "too many numbers", Rejected, AfterFix, Documented),
    CodeRow {
        code: 4090,
        meaning: "internal error, try again after 5 minutes",
        state: Rejected,
        resend: SafeAfter,
        after_seconds: Some(300),
        grade: Documented,
        source: PAGES,
    },
    row(4091, "no partner id", Rejected, AfterFix, Documented),
    row(4092, "no API key", Rejected, AfterFix, Documented),
    row(4093, "details not found", Rejected, AfterFix, Documented),
];

/// What counts of a code.
#[derive(Clone, Copy)]
pub(crate) struct Meaning {
    code: i64,
    state: State,
    pub(crate) resend: Resend,
    after_seconds: Option<u64>,
}

const fn meaning(row: &CodeRow) -> Meaning {
    Meaning { code: row.code, state: row.state, resend: row.resend, after_seconds: row.after_seconds }
}

excerpt! { MEANINGS: Meaning = meaning, CODES }

/// What a code means, be it written as a number or a string.
pub(crate) fn find(code: &str) -> Option<&'static Meaning> {
    let code: i64 = code.trim().parse().ok()?;
    MEANINGS.iter().find(|row| row.code == code)
}

/// Whether a code says that the message was taken.
pub(crate) fn is_success(code: &str) -> bool {
    find(code).is_some_and(|row| row.state == Accepted)
}

/// When `safe_after` begins for a row.
pub(crate) fn after(row: &Meaning) -> Option<ResendAfter> {
    row.after_seconds.map(|seconds| ResendAfter::Delay(Duration::from_secs(seconds)))
}

/// What became of a message with that code and those words.
pub(crate) fn outcome(code: Option<&str>, text: Option<&str>) -> Outcome {
    let mut outcome = Outcome::unknown();
    outcome.code = code.map(str::to_owned);
    outcome.text = text.map(str::to_owned);
    if let Some(row) = code.and_then(find) {
        outcome.state = row.state;
        outcome.is_final = row.state == Rejected;
        outcome.resend = row.resend;
        outcome.resend_after = after(row);
    }
    outcome
}

const INTEGRATORS: &str = "integrators' code and notes; the operators' pages name no HTTP status";

/// The HTTP statuses that integrators have met.
pub const HTTP_STATUSES: &[HttpStatusRow] = &[
    HttpStatusRow::new(
        200,
        "taken, or refused with a code inside; empty where a trailing slash is not known",
        Field,
        INTEGRATORS,
    ),
    HttpStatusRow::new(401, "wrong credentials", Field, INTEGRATORS),
    HttpStatusRow::new(402, "low credit, unless that was a code inside the body", Field, INTEGRATORS),
    HttpStatusRow::new(404, "no such path", Field, INTEGRATORS),
    HttpStatusRow::new(422, "a field is invalid", Field, INTEGRATORS),
    HttpStatusRow::new(500, "a page of PHP, where account or sender are not known", Field, INTEGRATORS),
];
