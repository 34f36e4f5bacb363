//! What a status says (Blackkonnect reference, sections 6.14 to 6.16), asked for or pushed.

use super::ORGANISATION_ID;
use super::envelope::{Envelope, nothing, pagination};
use crate::exchange::Ids;
use crate::json::Json;
use crate::mischief::Modes;
use crate::modes::Mode;
use crate::run::clock::{self, Time};
use crate::run::{Balances, Message, Stage};

/// What is told in a status but is an id, which the mode `no-ids` leaves out.
const IDS: [&str; 4] = ["uuid", "messageId", "bulkReferenceId", "partReferenceId"];

/// What is pushed of messages at the time of their end.
pub(crate) fn callback(messages: &[Message], shape: &str, now: Time, modes: &Modes, ids: &Ids) -> Json {
    let mut entries = messages.iter().map(|message| {
        if ["status", "list"].contains(&shape) { brief(modes, message, now) } else { full(modes, message, now) }
    });
    if shape == "list" {
        let mut entries: Vec<Json> = entries.collect();
        modes.arrange(&mut entries);
        return Json::List(entries);
    }
    let entry = entries.next().unwrap_or(Json::Null);
    if shape == "envelope" {
        return enveloped(modes, ids, entry, vec![nothing(modes)], pagination(1, 1, 0));
    }
    entry
}

/// The values that both forms of a status share, by name.
fn common(modes: &Modes, message: &Message, now: Time) -> Vec<(&'static str, Json)> {
    let old = modes.has(&Mode::Old);
    let (kept, stage) = (&message.accepted, message.stage(now));
    let text = |text: &Option<String>| text.as_deref().map(Json::text);
    let part = kept.id.as_deref().map(|id| Json::text(format!("{id}/1")));
    let changed = match stage {
        Stage::Ended => message.ended_at(),
        Stage::Waiting => message.waiting_at(),
        Stage::Enroute => Some(message.send_at),
        Stage::Scheduled => None,
    };
    let values = [
        ("uuid", text(&kept.gateway_id)),
        ("messageId", text(&kept.id)),
        ("bulkReferenceId", text(&kept.bulk_id)),
        ("partReferenceId", part),
        ("destination", Some(Json::text(kept.to.as_str()))),
        ("sourceAddress", text(&kept.sender).filter(|_| !old)),
        ("deliveryStatus", Some(Json::text(message.delivery_status(stage)))),
        ("deliveryTimestamp", Some(Json::text(clock::rfc3339(changed.unwrap_or(now), !old)))),
    ];
    let shown = |name: &str| !(modes.has(&Mode::NoIds) && IDS.contains(&name));
    values.into_iter().filter(|(name, _)| shown(name)).filter_map(|(name, value)| Some((name, value?))).collect()
}

/// `GatewayMessageDeliveryStatus` (section 6.16).
pub(super) fn brief(modes: &Modes, message: &Message, now: Time) -> Json {
    Json::Object(common(modes, message, now).into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// `NetworkOperatorMessageDeliveryDTO` (section 6.15), as far as its page is stored.
pub(super) fn full(modes: &Modes, message: &Message, now: Time) -> Json {
    let shared = common(modes, message, now);
    let own = |name: &str| {
        Some(match name {
            "id" => Json::number(1),
            "networkOperatorId" => Json::text("bf60cbdb-d391-41a1-ac4d-945b6a497d96"),
            "organisationId" => Json::text(ORGANISATION_ID),
            "cost" => Json::number(Balances::price("blackkonnect", message.terms.parts).short()),
            "messageContent" => Json::text(message.accepted.text.as_str()),
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
pub(super) fn enveloped(modes: &Modes, ids: &Ids, data: Json, items: Vec<Json>, pagination: Json) -> Json {
    let envelope = Envelope { request_id: None, data, items, pagination };
    let (mut body, _) = envelope.open(modes, ids, 0, nothing(modes));
    body.push("isSuccessful", Json::Bool(true));
    body
}
