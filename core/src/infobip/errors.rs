//! The gateway's codes and HTTP statuses for a request as a whole.

use crate::outcome::{Resend, excerpt};
use crate::reply::HttpStatusRow;
use crate::violation::Grade;

/// A code of an error body, old or new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorCodeRow {
    /// The code.
    pub code: &'static str,
    /// Whether the messages may be sent again, when it comes with a success status: then nothing else says it.
    pub resend: Resend,
    /// How well that is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: &'static str,
}

const ERRORS: &str = "vendor's page on handling errors: a 4xx repeated unchanged fails in the same way";
const THROTTLING: &str = "vendor's page on rate limits: throttled requests may come again, after a while";
const SERVER: &str = "vendor's page on handling errors; no document says whether a failed send may have gone out";

const fn row(code: &'static str, resend: Resend, grade: Grade, source: &'static str) -> ErrorCodeRow {
    ErrorCodeRow { code, resend, grade, source }
}

use Grade::{Documented, Inferred};
use Resend::{AfterFix, SafeAfter, Uncertain};

/// Every code that the documents name for a request as a whole. Others are `uncertain`.
pub const ERROR_CODES: &[ErrorCodeRow] = &[
    row("BAD_REQUEST", AfterFix, Documented, ERRORS),
    row("E400", AfterFix, Documented, ERRORS),
    row("UNAUTHORIZED", AfterFix, Documented, ERRORS),
    row("E401", AfterFix, Documented, ERRORS),
    row("FORBIDDEN", AfterFix, Documented, ERRORS),
    row("E403", AfterFix, Documented, ERRORS),
    row("NOT_FOUND", AfterFix, Documented, ERRORS),
    row("E404", AfterFix, Documented, ERRORS),
    row("TOO_MANY_REQUESTS", SafeAfter, Documented, THROTTLING),
    row("E429", SafeAfter, Documented, THROTTLING),
    row("GENERAL_ERROR", Uncertain, Inferred, SERVER),
    row("E500", Uncertain, Inferred, SERVER),
];

const fn advice(row: &ErrorCodeRow) -> (&'static str, Resend) {
    (row.code, row.resend)
}

excerpt! { ADVICE: (&'static str, Resend) = advice, ERROR_CODES }

/// What a code means for sending again when it comes with a success status.
pub(crate) fn resend_of(code: &str) -> Resend {
    ADVICE.iter().find(|(known, _)| *known == code).map_or(Uncertain, |(_, resend)| *resend)
}

const OPENAPI: &str = "vendor's OpenAPI file and its page on handling errors";

/// The HTTP statuses that the documents name.
pub const HTTP_STATUSES: &[HttpStatusRow] = &[
    HttpStatusRow::new(200, "taken; single messages may be rejected inside", Documented, OPENAPI),
    HttpStatusRow::new(400, "malformed or invalid", Documented, OPENAPI),
    HttpStatusRow::new(401, "no credentials, or wrong ones", Documented, OPENAPI),
    HttpStatusRow::new(403, "the credentials lack the permission", Documented, OPENAPI),
    HttpStatusRow::new(404, "no such path or bulk", Documented, OPENAPI),
    HttpStatusRow::new(429, "throttled", Documented, OPENAPI),
    HttpStatusRow::new(500, "an error of the gateway's", Documented, OPENAPI),
    HttpStatusRow::new(502, "no answer from behind the gateway", Documented, OPENAPI),
    HttpStatusRow::new(503, "not available", Documented, OPENAPI),
];
