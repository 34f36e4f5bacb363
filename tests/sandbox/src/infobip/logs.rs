//! `GET /sms/1/reports` and `GET /sms/1/logs` (Infobip reference, sections 6.2 and 6.3).

use super::query::Query;
use super::report::{self, network_of};
use super::{Outcome, report::report};
use crate::exchange::{Answer, Request};
use crate::json::Json;
use crate::judge::Findings;
use crate::run::clock::{Time, later};
use crate::run::{Message, Stage};

/// Reports and logs reach back two days.
const REACH: i64 = 48 * 3600;

const LABELS: [&str; 3] = ["entityId", "applicationId", "campaignReferenceId"];
const STATUSES: &[&str] = &["ACCEPTED", "PENDING", "UNDELIVERABLE", "DELIVERED", "EXPIRED", "REJECTED"];

/// Final reports that were not handed out yet, each once. Those that are pushed do not stand here.
pub(super) fn reports(request: &Request<'_>, findings: &mut Findings) -> Outcome {
    let names = ["bulkId", "messageId", "limit", "entityId", "applicationId", "campaignReferenceId"];
    let query = Query::open(request, &names, &[], findings);
    let limit = query.limit(findings);
    if !findings.is_empty() {
        return Outcome::Refused;
    }
    let wanted = |message: &Message| {
        let is =
            |name: &str, value: &Option<String>| query.get(name).is_none_or(|asked| Some(asked) == value.as_deref());
        let labels = LABELS.iter().zip(&message.terms.labels).all(|(name, label)| is(name, label));
        is("bulkId", &message.terms.bulk_id) && is("messageId", &message.accepted.gateway_id) && labels
    };
    let takes_effect = request.takes_effect();
    let mut results = request.in_run(|run| {
        let now = run.clock;
        let is_due = |time: Time| (later(now, -REACH)..=now).contains(&time);
        let due = run.messages.iter_mut().filter(|message| {
            let fresh = message.is_of("infobip") && message.pulled == 0 && !message.is_pushed();
            fresh && message.ended_at().is_some_and(is_due) && wanted(message)
        });
        let take = |message: &mut Message| {
            message.pulled += u32::from(takes_effect);
            report(message, Stage::Ended, request.modes)
        };
        due.take(limit).map(take).collect::<Vec<_>>()
    });
    request.modes.arrange(&mut results);
    Outcome::Answer(Answer::json(200, &Json::object([("results", Json::List(results))])))
}

/// What was sent, as often as asked, the newest first.
pub(super) fn logs(request: &Request<'_>, findings: &mut Findings) -> Outcome {
    let names = ["from", "to", "generalStatus", "sentSince", "sentUntil", "limit", "mcc", "mnc"];
    let query = Query::open(request, &names, &["bulkId", "messageId"], findings);
    let limit = query.limit(findings);
    let (since, until) = (query.instant("sentSince", findings), query.instant("sentUntil", findings));
    let (bulks, ids) = (query.list("bulkId", findings), query.list("messageId", findings));
    if query.get("generalStatus").is_some_and(|status| !STATUSES.contains(&status)) {
        findings.add("query.generalStatus", "Choice", format!("must be one of {}", STATUSES.join(", ")));
    }
    if query.get("mnc").is_some() && query.get("mcc").is_none() {
        findings.add("query.mcc", "Pair", "mnc goes with mcc");
    }
    if !findings.is_empty() {
        return Outcome::Refused;
    }
    let wanted = |message: &Message, now: Time| {
        let is = |name: &str, value: &str| query.get(name).is_none_or(|asked| asked == value);
        let among =
            |list: &[String], id: &Option<String>| list.is_empty() || id.as_ref().is_some_and(|id| list.contains(id));
        let (mcc, mnc) = network_of(&message.accepted.to);
        message.is_of("infobip")
            && message.send_at >= later(now, -REACH)
            && message.send_at <= now
            && since.is_none_or(|since| message.send_at >= since)
            && until.is_none_or(|until| message.send_at <= until)
            && is("to", &message.accepted.to)
            && is("from", message.accepted.sender.as_deref().unwrap_or_default())
            && is("generalStatus", message.status(message.stage(now)).group())
            && is("mcc", mcc)
            && is("mnc", mnc)
            && among(&bulks, &message.terms.bulk_id)
            && among(&ids, &message.accepted.gateway_id)
    };
    let mut results = request.in_run(|run| {
        let now = run.clock;
        let found = run.messages.iter().rev().filter(|message| wanted(message, now)).take(limit);
        found.map(|message| report::log(message, message.stage(now), request.modes)).collect::<Vec<_>>()
    });
    request.modes.arrange(&mut results);
    Outcome::Answer(Answer::json(200, &Json::object([("results", Json::List(results))])))
}
