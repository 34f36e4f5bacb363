//! Both calls for a status (Blackkonnect reference, sections 5.1, 5.2 and 6.14 to 6.16). They find the messages of the
//! same run that are still kept.

use super::delivery::{brief, enveloped, full};
use super::envelope::{nothing, pagination};
use super::{headers, query};
use crate::accepted::Accepted;
use crate::exchange::{Answer, Request};
use crate::json::Json;
use crate::judge::Findings;
use crate::modes::Mode;
use crate::run::{Message, Stage};
use crate::urlencoded;

/// The fields of a status (section 5.1), by which a list may be sorted.
pub(super) const FIELDS: &[&str] = &[
    "uuid",
    "messageId",
    "bulkReferenceId",
    "partReferenceId",
    "destination",
    "sourceAddress",
    "deliveryStatus",
    "deliveryTimestamp",
];

/// One page of a bulk's statuses, found by the correlation id that the bulk's answer had (section 5.1).
pub(super) fn of_bulk(request: &Request<'_>, segment: &str, findings: &mut Findings) -> Option<Answer> {
    let modes = request.modes;
    let page = query::judge(request, findings);
    let id = read_id("bulkCorrelationId", segment, findings)?;
    let of_it = |kept: &Accepted| kept.bulk_id.is_some() && kept.correlation_id.as_deref() == Some(id.as_str());
    let (mut messages, now) = request.in_run(|run| {
        let found = run.messages.iter().filter(|message| message.is_of("blackkonnect") && of_it(&message.accepted));
        (found.cloned().collect::<Vec<Message>>(), run.clock)
    });
    if messages.is_empty() {
        findings.add("path.bulkCorrelationId", "Unknown", "is the correlationId of no bulk in this run");
        return None;
    }
    if let Some((_, descending)) = page.sort.as_ref().filter(|(field, _)| field == "destination") {
        messages.sort_by_key(|message| message.accepted.to.clone());
        if *descending {
            messages.reverse();
        }
    }
    let number = if modes.has(&Mode::IgnorePage) { 0 } else { page.number };
    let on_page: Vec<&Message> = messages.iter().skip(number.saturating_mul(page.size)).take(page.size).collect();
    for message in on_page.iter().filter(|_| findings.is_empty()) {
        note(request, message);
    }
    if modes.has(&Mode::Envelope) {
        let mut items: Vec<Json> = on_page.iter().map(|message| full(modes, message, now)).collect();
        modes.arrange(&mut items);
        let pagination = pagination(messages.len(), page.size, number);
        return Some(Answer::json(200, &enveloped(modes, request.ids, nothing(modes), items, pagination)));
    }
    let mut entries: Vec<Json> = on_page.iter().map(|message| brief(modes, message, now)).collect();
    modes.arrange(&mut entries);
    if modes.has(&Mode::Old) {
        let entry = entries.into_iter().next();
        return Some(Answer::json(200, &entry.unwrap_or_else(|| nothing(modes))));
    }
    Some(Answer::json(200, &Json::List(entries)))
}

/// The status of the newest message with an id, its own or that of the answer to it (section 5.2).
pub(super) fn of_message(request: &Request<'_>, segment: &str, findings: &mut Findings) -> Option<Answer> {
    headers::judge_no_query(request, findings);
    let modes = request.modes;
    let id = Some(read_id("messageId", segment, findings)?);
    let is_it = |kept: &Accepted| [&kept.id, &kept.correlation_id].contains(&&id);
    let (found, now) = request.in_run(|run| {
        let mut messages = run.messages.iter().rev();
        let found = messages.find(|message| message.is_of("blackkonnect") && is_it(&message.accepted));
        (found.cloned(), run.clock)
    });
    let Some(message) = found else {
        findings.add("path.messageId", "Unknown", "is the messageId or correlationId of no message in this run");
        return None;
    };
    if findings.is_empty() {
        note(request, &message);
    }
    if modes.has(&Mode::Envelope) {
        let (data, items) = (full(modes, &message, now), vec![nothing(modes)]);
        return Some(Answer::json(200, &enveloped(modes, request.ids, data, items, pagination(1, 1, 0))));
    }
    let entry = brief(modes, &message, now);
    let body = if modes.has(&Mode::ArrayOfOne) { Json::List(vec![entry]) } else { entry };
    Some(Answer::json(200, &body))
}

/// Notes that the last word on a message was told.
fn note(request: &Request<'_>, message: &Message) {
    if request.takes_effect() && !request.modes.has(&Mode::Unsuccessful) {
        request.in_run(|run| {
            let now = run.clock;
            if let Some(message) = run.message(message.serial) {
                message.pulled += u32::from(message.stage(now) == Stage::Ended);
            }
        });
    }
}

fn read_id(name: &str, segment: &str, findings: &mut Findings) -> Option<String> {
    let id = urlencoded::decode(segment);
    let path = format!("path.{name}");
    match &id {
        None => findings.add(path, "Form", "is not percent-encoded UTF-8"),
        Some(id) if id.is_empty() => findings.add(path, "Length", "must not be empty"),
        Some(_) => return id,
    }
    None
}
