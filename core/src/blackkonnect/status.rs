//! The values of `deliveryStatus`, and what each means for a message.
//!
//! The documents show `QUEUED` alone, and say of no value what it means. The other names are the message states of SMPP
//! 3.4, 5.2.28, and words that gateways commonly use for them; a message that failed by one of them may still be tried
//! again by the gateway, so that nothing here says that sending it again is safe.

use crate::outcome::{Outcome, Resend, State, excerpt};
use crate::reply::HttpStatusRow;
use crate::violation::Grade;

/// One value of `deliveryStatus`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeliveryStatusRow {
    /// The value.
    pub name: &'static str,
    /// Where the message stands.
    pub state: State,
    /// Whether that is settled.
    pub is_final: bool,
    /// Whether it may be sent again.
    pub resend: Resend,
    /// How well that is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: &'static str,
}

const SMPP: &str = "SMPP 3.4, 5.2.28; not in this gateway's documents";
const COMMON: &str = "a common word of gateways; not in this gateway's documents";

const fn row(name: &'static str, state: State, source: &'static str) -> DeliveryStatusRow {
    let (is_final, resend) = match state {
        State::Accepted | State::Pending => (false, Resend::Never),
        State::Delivered => (true, Resend::Never),
        State::Undeliverable | State::Expired | State::Rejected => (true, Resend::Uncertain),
        State::Unknown => (false, Resend::Uncertain),
    };
    DeliveryStatusRow { name, state, is_final, resend, grade: Grade::Inferred, source }
}

use State::{Delivered, Expired, Pending, Rejected, Undeliverable, Unknown};

/// Every value that is known.
pub const DELIVERY_STATUSES: &[DeliveryStatusRow] = &[
    row("QUEUED", Pending, "the documents' examples of all replies; its meaning is that of the word"),
    row("SCHEDULED", Pending, "SMPP 5.0, 4.7.15; not in this gateway's documents"),
    row("ENROUTE", Pending, SMPP),
    row("ACCEPTED", Pending, COMMON),
    row("SUBMITTED", Pending, COMMON),
    row("SENT", Pending, COMMON),
    row("PENDING", Pending, COMMON),
    row("DELIVERED", Delivered, SMPP),
    row("EXPIRED", Expired, SMPP),
    row("DELETED", Undeliverable, SMPP),
    row("UNDELIVERABLE", Undeliverable, SMPP),
    row("UNDELIVERED", Undeliverable, COMMON),
    row("FAILED", Undeliverable, COMMON),
    row("REJECTED", Rejected, SMPP),
    row("UNKNOWN", Unknown, SMPP),
];

/// What counts of a value.
#[derive(Clone, Copy)]
struct Meaning {
    name: &'static str,
    state: State,
    is_final: bool,
    resend: Resend,
}

const fn meaning(row: &DeliveryStatusRow) -> Meaning {
    Meaning { name: row.name, state: row.state, is_final: row.is_final, resend: row.resend }
}

excerpt! { MEANINGS: Meaning = meaning, DELIVERY_STATUSES }

const PAGES: &str = "the pages of the calls, which list their statuses";

/// The HTTP statuses that the documents name; what an error's body says they do not show.
pub const HTTP_STATUSES: &[HttpStatusRow] = &[
    HttpStatusRow::new(
        200,
        "taken, queued or found; `isSuccessful` inside may say otherwise",
        Grade::Documented,
        PAGES,
    ),
    HttpStatusRow::new(400, "bad request; not listed for tokens", Grade::Documented, PAGES),
    HttpStatusRow::new(401, "unauthorized", Grade::Documented, PAGES),
    HttpStatusRow::new(500, "an error of the gateway's; for tokens listed since 2026", Grade::Documented, PAGES),
];

/// What a `deliveryStatus` means. Without one, `accepted` says whether the gateway took the request.
pub(crate) fn outcome(status: Option<&str>, text: Option<&str>, accepted: bool) -> Outcome {
    let mut outcome = Outcome::unknown();
    outcome.code = status.map(str::to_owned);
    outcome.text = text.map(str::to_owned);
    match status {
        Some(status) => {
            if let Some(row) = MEANINGS.iter().find(|row| row.name.eq_ignore_ascii_case(status)) {
                (outcome.state, outcome.is_final, outcome.resend) = (row.state, row.is_final, row.resend);
            }
        }
        None if accepted => (outcome.state, outcome.resend) = (State::Accepted, Resend::Never),
        None => {}
    }
    outcome
}
