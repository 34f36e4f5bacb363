//! Both calls for a status (Blackkonnect reference, sections 5.1, 5.2 and 6.14 to 6.16). They find the messages of the
//! same run that are still kept.

use super::envelope::{Envelope, nothing, pagination};
use super::{ORGANISATION_ID, headers, query, reply};
use crate::accepted::Accepted;
use crate::exchange::{Answer, Request};
use crate::json::Json;
use crate::judge::Findings;
use crate::modes::Mode;
use crate::{sms, urlencoded};

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

/// What is told in a status but is an id, which the mode `no-ids` leaves out.
const IDS: [&str; 4] = ["uuid", "messageId", "bulkReferenceId", "partReferenceId"];

/// One page of a bulk's statuses, found by the correlation id that the bulk's answer had (section 5.1).
pub(super) fn of_bulk(request: &Request<'_>, segment: &str, findings: &mut Findings) -> Option<Answer> {
    let modes = request.modes;
    let page = query::judge(request, findings);
    let id = read_id("bulkCorrelationId", segment, findings)?;
    let mut messages = kept(request);
    messages.retain(|message| message.bulk_id.is_some() && message.correlation_id.as_deref() == Some(id.as_str()));
    if messages.is_empty() {
        findings.add("path.bulkCorrelationId", "Unknown", "is the correlationId of no bulk in this run");
        return None;
    }
    if let Some((field, descending)) = &page.sort {
        messages.sort_by_key(|message| if field == "destination" { message.to.clone() } else { String::new() });
        if *descending && field == "destination" {
            messages.reverse();
        }
    }
    let number = if modes.has(&Mode::IgnorePage) { 0 } else { page.number };
    let on_page = messages.iter().skip(number.saturating_mul(page.size)).take(page.size);
    if modes.has(&Mode::Envelope) {
        let mut items: Vec<Json> = on_page.map(|message| full(request, message)).collect();
        modes.arrange(&mut items);
        let pagination = pagination(messages.len(), page.size, number);
        return Some(enveloped(request, nothing(request), items, pagination));
    }
    let mut entries: Vec<Json> = on_page.map(|message| brief(request, message)).collect();
    modes.arrange(&mut entries);
    if modes.has(&Mode::Old) {
        let entry = entries.into_iter().next();
        return Some(Answer::json(200, &entry.unwrap_or_else(|| nothing(request))));
    }
    Some(Answer::json(200, &Json::List(entries)))
}

/// The status of the newest message with an id, its own or that of the answer to it (section 5.2).
pub(super) fn of_message(request: &Request<'_>, segment: &str, findings: &mut Findings) -> Option<Answer> {
    headers::judge_no_query(request, findings);
    let id = read_id("messageId", segment, findings)?;
    let is_it = |message: &&Accepted| [&message.id, &message.correlation_id].contains(&&Some(id.clone()));
    let messages = kept(request);
    let Some(message) = messages.iter().rev().find(is_it) else {
        findings.add("path.messageId", "Unknown", "is the messageId or correlationId of no message in this run");
        return None;
    };
    if request.modes.has(&Mode::Envelope) {
        return Some(enveloped(request, full(request, message), vec![nothing(request)], pagination(1, 1, 0)));
    }
    let entry = brief(request, message);
    let body = if request.modes.has(&Mode::ArrayOfOne) { Json::List(vec![entry]) } else { entry };
    Some(Answer::json(200, &body))
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

/// The Blackkonnect messages of the request's own run.
fn kept(request: &Request<'_>) -> Vec<Accepted> {
    let mut messages = request.sandbox.accepted(request.run);
    messages.retain(|message| message.dialect == "blackkonnect" && message.run.as_deref() == request.run);
    messages
}

/// The values that both forms of a status share, by name.
fn common(request: &Request<'_>, message: &Accepted) -> Vec<(&'static str, Json)> {
    let old = request.modes.has(&Mode::Old);
    let text = |text: &Option<String>| text.as_deref().map(Json::text);
    let part = message.id.as_deref().map(|id| Json::text(format!("{id}/1")));
    let time = if old { "2025-01-01T00:00:00Z" } else { "2025-01-01T00:00:00.000Z" };
    let values = [
        ("uuid", text(&message.gateway_id)),
        ("messageId", text(&message.id)),
        ("bulkReferenceId", text(&message.bulk_id)),
        ("partReferenceId", part),
        ("destination", Some(Json::text(message.to.as_str()))),
        ("sourceAddress", text(&message.sender).filter(|_| !old)),
        ("deliveryStatus", Some(Json::text(reply::delivery_status(message.outcome)))),
        ("deliveryTimestamp", Some(Json::text(time))),
    ];
    let shown = |name: &str| !(request.modes.has(&Mode::NoIds) && IDS.contains(&name));
    values.into_iter().filter(|(name, _)| shown(name)).filter_map(|(name, value)| Some((name, value?))).collect()
}

/// `GatewayMessageDeliveryStatus` (section 6.16).
fn brief(request: &Request<'_>, message: &Accepted) -> Json {
    Json::Object(common(request, message).into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// `NetworkOperatorMessageDeliveryDTO` (section 6.15), as far as its page is stored.
fn full(request: &Request<'_>, message: &Accepted) -> Json {
    let shared = common(request, message);
    let own = |name: &str| {
        Some(match name {
            "id" => Json::number(1),
            "networkOperatorId" => Json::text("bf60cbdb-d391-41a1-ac4d-945b6a497d96"),
            "organisationId" => Json::text(ORGANISATION_ID),
            "cost" => Json::number(format!("{}.80", sms::parts(&message.text, false, false))),
            "messageContent" => Json::text(message.text.as_str()),
            "mobileCountryCode" => Json::text("639"),
            "mobileNetworkCode" => Json::text("02"),
            "messageReference" | "referenceId1" | "referenceId2" | "serviceName" | "serviceCode"
            | "serviceReference" | "submitId" | "receiptId" | "mobileCountry" | "carrierName" | "operatorName"
            | "clientId" | "clientReference" | "senderName" => Json::text(format!("sandbox {name}")),
            _ => return None,
        })
    };
    let value = |name: &str| {
        let shared = shared.iter().find_map(|(key, value)| (*key == name).then(|| value.clone()));
        Some((name.to_owned(), shared.or_else(|| own(name))?))
    };
    Json::Object(FULL.iter().filter_map(|name| value(name)).collect())
}

/// Section 6.15, in its order.
const FULL: &[&str] = &[
    "id",
    "uuid",
    "messageId",
    "bulkReferenceId",
    "partReferenceId",
    "networkOperatorId",
    "messageReference",
    "referenceId1",
    "referenceId2",
    "serviceName",
    "serviceCode",
    "serviceReference",
    "submitId",
    "receiptId",
    "destination",
    "sourceAddress",
    "mobileCountryCode",
    "mobileCountry",
    "carrierName",
    "mobileNetworkCode",
    "operatorName",
    "clientId",
    "clientReference",
    "senderName",
    "cost",
    "organisationId",
    "deliveryStatus",
    "messageContent",
];

/// `GenericResponseNetworkOperatorMessageDeliveryDTO` (section 6.14).
fn enveloped(request: &Request<'_>, data: Json, items: Vec<Json>, pagination: Json) -> Answer {
    let envelope = Envelope { request_id: None, data, items, pagination };
    let (mut body, _) = envelope.open(request, 0, nothing(request));
    body.push("isSuccessful", Json::Bool(true));
    Answer::json(200, &body)
}
