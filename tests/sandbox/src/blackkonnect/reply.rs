//! The answers to both sends, of either generation (Blackkonnect reference, sections 3, 4 and 6.8 to 6.12).

use super::bulk::Bulk;
use super::envelope::{self, Envelope, nothing, pagination, uuid};
use super::message::{Asked, Message};
use crate::accepted::{Accepted, Outcome};
use crate::exchange::{Answer, Request, Ruling};
use crate::json::Json;
use crate::modes::Mode;
use crate::run::Terms;
use crate::sms;

/// The answer to one message: its status stands beside the envelope, and no id of the message (section 3).
pub(super) fn accept_message(request: &Request<'_>, message: &Message) -> Ruling {
    let modes = request.modes;
    if modes.has(&Mode::Unsuccessful) {
        return envelope::unsuccessful(request);
    }
    let mut accepted = record(request, &message.asked);
    let (mut body, correlation_id) =
        Envelope::empty(modes, message.request_id.as_deref()).open(modes, request.ids, 0, nothing(modes));
    body.push("deliveryStatus", Json::text(delivery_status(accepted.outcome)));
    body.push("isSuccessful", Json::Bool(true));
    accepted.correlation_id = Some(correlation_id);
    Ruling::Good(Answer::json(200, &body), vec![accepted])
}

/// The answer to a bulk: the messages as they came, and a status for each destination (section 4).
pub(super) fn accept_bulk(request: &Request<'_>, bulk: &Bulk<'_>) -> Ruling {
    let modes = request.modes;
    if modes.has(&Mode::Unsuccessful) {
        return envelope::unsuccessful(request);
    }
    let items: Vec<Json> = bulk.items.iter().map(|item| repeat(request, bulk, item)).collect();
    let envelope = Envelope {
        request_id: bulk.request_id.clone(),
        data: items.first().cloned().unwrap_or(Json::Null),
        pagination: pagination(items.len(), items.len(), 0),
        items,
    };
    let (mut body, correlation_id) = envelope.open(modes, request.ids, 0, nothing(modes));
    let bulk_id = bulk.id.clone().unwrap_or_else(|| uuid("b0", request.ids.next()));
    let (mut accepted, mut statuses) = (Vec::new(), Vec::new());
    for asked in &bulk.asked {
        let mut kept = record(request, asked);
        kept.correlation_id = Some(correlation_id.clone());
        kept.bulk_id = Some(bulk_id.clone());
        statuses.push(status(request, &kept));
        accepted.push(kept);
    }
    modes.arrange(&mut statuses);
    if !modes.has(&Mode::NoIds) {
        body.push("bulkId", Json::text(bulk_id));
    }
    body.push("smsMessageDeliveryStatuses", Json::List(statuses));
    body.push("isSuccessful", Json::Bool(true));
    Ruling::Good(Answer::json(200, &body), accepted)
}

/// The only documented `deliveryStatus`, and the name that SMPP has for a refusal.
fn delivery_status(outcome: Outcome) -> &'static str {
    if outcome == Outcome::Accepted { "QUEUED" } else { "REJECTED" }
}

/// `SmsMessageDeliveryStatus` (section 6.12); the older generation has no `smscReference`.
fn status(request: &Request<'_>, kept: &Accepted) -> Json {
    let (group, description, action) = match kept.outcome {
        Outcome::Accepted => ("PENDING", "Message queued", "None"),
        Outcome::Rejected => ("REJECTED", "Not enough credits", "Top up the account"),
    };
    let mut entry = Json::Object(Vec::new());
    let with_ids = !request.modes.has(&Mode::NoIds);
    if let Some(id) = kept.id.as_deref().filter(|_| with_ids) {
        entry.push("messageId", Json::text(id));
    }
    let group = Json::object([
        ("statusGroupName", Json::text(group)),
        ("deliveryStatus", Json::text(delivery_status(kept.outcome))),
        ("statusDescription", Json::text(description)),
        ("action", Json::text(action)),
    ]);
    entry.push("messageGroupStatus", group);
    entry.push("destination", Json::text(kept.to.as_str()));
    entry.push("smsCount", Json::number(sms::parts(&kept.text, false, false)));
    if with_ids && !request.modes.has(&Mode::Old) {
        entry.push("smscReference", Json::text(format!("smsc-{}", kept.gateway_id.as_deref().unwrap_or_default())));
    }
    entry
}

/// A message as it came. The newer generation tells each destination's sender; the older one knows no such field, and
/// writes times without milliseconds.
fn repeat(request: &Request<'_>, bulk: &Bulk<'_>, message: &Json) -> Json {
    let Json::Object(entries) = message else {
        return message.clone();
    };
    let old = request.modes.has(&Mode::Old);
    let entry = |(key, value): &(String, Json)| {
        let value = match (key.as_str(), value) {
            ("destinations", Json::List(items)) => {
                Json::List(items.iter().map(|item| destination(item, old, bulk.sender.as_deref())).collect())
            }
            ("sendAt", Json::Text(time)) if old => Json::text(without_fraction(time)),
            _ => value.clone(),
        };
        (key.clone(), value)
    };
    Json::Object(entries.iter().map(entry).collect())
}

fn destination(item: &Json, old: bool, sender: Option<&str>) -> Json {
    let Json::Object(entries) = item else {
        return item.clone();
    };
    let mut entries = entries.clone();
    if old {
        entries.retain(|(key, _)| key != "sourceAddress");
    } else if let Some(sender) = sender.filter(|_| !entries.iter().any(|(key, _)| key == "sourceAddress")) {
        entries.push(("sourceAddress".to_owned(), Json::text(sender)));
    }
    Json::Object(entries)
}

/// A date-time without what stands between its seconds and its zone.
fn without_fraction(time: &str) -> String {
    let (clock, rest) = time.split_once('.').unwrap_or((time, ""));
    format!("{clock}{}", rest.trim_start_matches(|character: char| character.is_ascii_digit()))
}

/// What is kept of a message; it gets an id if it brought none, and always a `uuid`.
fn record(request: &Request<'_>, asked: &Asked) -> Accepted {
    let number = request.ids.next();
    let parts = sms::parts(&asked.text, false, false);
    let refused = request.modes.refuses(&asked.to) || request.pay("blackkonnect", parts).is_err();
    Accepted {
        dialect: "blackkonnect",
        to: asked.to.clone(),
        id: Some(asked.id.clone().unwrap_or_else(|| uuid("a0", number))),
        gateway_id: Some(uuid("a1", number)),
        text: asked.text.clone(),
        sender: asked.sender.clone(),
        outcome: if refused { Outcome::Rejected } else { Outcome::Accepted },
        terms: Terms { parts, send_at: asked.send_at, validity: asked.validity, ..Terms::default() },
        ..Accepted::default()
    }
}
