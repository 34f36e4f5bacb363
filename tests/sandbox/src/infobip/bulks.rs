//! `/sms/1/bulks` and `/sms/1/bulks/status` (Infobip reference, section 6.6).

use super::Outcome;
use super::query::Query;
use crate::exchange::{Answer, Request};
use crate::forms;
use crate::json::Json;
use crate::judge::{Fields, Findings, must};
use crate::run::clock::{self, Time};
use crate::run::{Change, Fixed};

const STATUSES: &[&str] = &["PENDING", "PAUSED", "PROCESSING", "CANCELED", "FINISHED", "FAILED"];

fn bulk_id(request: &Request<'_>, findings: &mut Findings) -> String {
    Query::open(request, &["bulkId"], &[], findings).must("bulkId", findings).to_owned()
}

fn answer(id: &str, key: &str, value: impl Into<String>) -> Outcome {
    let body = Json::object([("bulkId", Json::text(id)), (key, Json::text(value))]);
    Outcome::Answer(Answer::json(200, &body))
}

fn unknown(findings: &mut Findings) -> Outcome {
    findings.add("query.bulkId", "Bulk", "is the id of no bulk in this run");
    Outcome::Refused
}

/// `{"bulkId","sendAt"}`.
pub(super) fn schedule(request: &Request<'_>, findings: &mut Findings) -> Outcome {
    let id = bulk_id(request, findings);
    if !findings.is_empty() {
        return Outcome::Refused;
    }
    match request.in_run(|run| run.bulk_send_at(&id)) {
        Some(time) => answer(&id, "sendAt", clock::infobip(time, false)),
        None => unknown(findings),
    }
}

/// `{"bulkId","status"}`.
pub(super) fn status(request: &Request<'_>, findings: &mut Findings) -> Outcome {
    let id = bulk_id(request, findings);
    if !findings.is_empty() {
        return Outcome::Refused;
    }
    match request.in_run(|run| run.bulk_status(&id)) {
        Some(status) => answer(&id, "status", status),
        None => unknown(findings),
    }
}

/// Moves a bulk.
pub(super) fn reschedule(request: &Request<'_>, body: &Json, findings: &mut Findings) -> Outcome {
    let id = bulk_id(request, findings);
    let Some(fields) = Fields::open(body, "", &[must("sendAt")], 1, findings) else {
        return Outcome::Refused;
    };
    let text = fields.text("sendAt", 0..=usize::MAX, findings).unwrap_or_default();
    let time = clock::read(text).filter(|_| forms::is_instant(text));
    match time {
        Some(time) if findings.is_empty() => change_by(request, &id, findings, Step::Move(time)),
        None if fields.get("sendAt").is_some() && findings.is_empty() => {
            findings.add("sendAt", "Form", "must have the form yyyy-MM-dd'T'HH:mm:ss.SSSZ, as +0000");
            Outcome::Refused
        }
        _ => Outcome::Refused,
    }
}

/// Pauses, resumes or cancels a bulk. The other states come by themselves.
pub(super) fn change(request: &Request<'_>, body: &Json, findings: &mut Findings) -> Outcome {
    let id = bulk_id(request, findings);
    let Some(fields) = Fields::open(body, "", &[must("status")], 1, findings) else {
        return Outcome::Refused;
    };
    let status = fields.choice("status", STATUSES, findings);
    let change = match status {
        Some("PENDING") => Change::None,
        Some("PAUSED") => Change::Paused,
        Some("CANCELED") => Change::Cancelled,
        Some(_) => {
            findings.add("status", "Choice", "is a state that a bulk comes to by itself");
            return Outcome::Refused;
        }
        None => return Outcome::Refused,
    };
    if findings.is_empty() { change_by(request, &id, findings, Step::Change(change)) } else { Outcome::Refused }
}

#[derive(Clone, Copy)]
enum Step {
    Move(Time),
    Change(Change),
}

fn change_by(request: &Request<'_>, id: &str, findings: &mut Findings, step: Step) -> Outcome {
    let takes_effect = request.takes_effect();
    let done = request.in_run(|run| {
        run.bulk_to_change(id)?;
        if takes_effect {
            match step {
                Step::Move(time) => run.move_bulk(id, time),
                Step::Change(change) => run.change_bulk(id, change),
            }
        }
        let time = run.bulk_send_at(id).ok_or(Fixed::Unknown)?;
        Ok((time, run.bulk_status(id).unwrap_or_default(), matches!(step, Step::Move(_))))
    });
    match done {
        Ok((time, _, true)) => answer(id, "sendAt", clock::infobip(time, false)),
        Ok((_, status, false)) => answer(id, "status", status),
        Err(Fixed::Unknown) => unknown(findings),
        Err(Fixed::Several) => {
            findings.add("query.bulkId", "Several", "is a bulk of several messages, which cannot be changed");
            Outcome::Refused
        }
        Err(Fixed::Over) => {
            findings.add("query.bulkId", "Over", "is a bulk that was cancelled or has gone");
            Outcome::Refused
        }
    }
}
