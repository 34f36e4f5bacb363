//! `getdlr`, and the callback that tells the same by itself (smslist reference, sections 3.5 and 7).

use super::reply::{code_entry, network};
use super::{Judged, reply};
use crate::exchange::{Answer, Request};
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, must};
use crate::mischief::Modes;
use crate::modes::Mode;
use crate::run::Message;
use crate::run::clock::{self, Time};

/// Section 3.5: the name of the id is compared exactly, as the gateway does.
pub(super) const FIELDS: &[Field] = &[must("apikey"), must("partnerID"), must("messageID")];

/// How the keys of a callback are spelled: as documented, as one client also takes them, and as `getdlr` answers.
pub(crate) const SHAPES: &[&str] = &["messageid", "messageID", "message-id", "getdlr"];

/// The report of one message, as often as asked. There is none before the network told something.
pub(super) fn answer(request: &Request<'_>, fields: &Fields<'_>, findings: &mut Findings) -> Judged<'static> {
    let id = match fields.get("messageID") {
        Some(Json::Number(digits)) => digits.as_str(),
        _ => fields.text("messageID", 1..=usize::MAX, findings).unwrap_or_default(),
    };
    let takes_effect = findings.is_empty() && request.takes_effect();
    let told = request.in_run(|run| {
        let now = run.clock;
        let ours =
            |message: &&mut Message| message.is_of("smslist") && message.accepted.gateway_id.as_deref() == Some(id);
        let message = run.messages.iter_mut().find(ours)?;
        let time = message.told_at().filter(|time| *time <= now)?;
        message.pulled += u32::from(takes_effect);
        Some(full(message, time, request.modes))
    });
    // The page of the call says 1009, the table of codes 1008.
    let old = request.modes.has(&Mode::Old);
    let none = if old { (1008, "No Delivery Report") } else { (1009, "No dlr") };
    Judged::Answer(
        told.map_or_else(
            || reply::refusal(request.modes, 200, none),
            |entries| Answer::json(200, &Json::Object(entries)),
        ),
    )
}

/// The answer of `getdlr`.
fn full(message: &Message, time: Time, modes: &Modes) -> Vec<(String, Json)> {
    let (status, description) = message.plan.smslist;
    let old = modes.has(&Mode::Old);
    let mut entries = vec![code_entry(modes, 200)];
    entries.extend(
        [
            ("message-id", id(message, old)),
            ("response-description", Json::text("Success")),
            ("delivery-status", Json::number(status)),
            ("delivery-description", Json::text(description)),
            ("delivery-tat", Json::text(taken(message, time, old))),
            ("delivery-networkid", Json::number(network(&message.accepted.to))),
            ("delivery-time", Json::text(clock::kenyan(time))),
        ]
        .map(|(key, value)| (key.to_owned(), value)),
    );
    entries
}

/// What is pushed for a message.
pub(crate) fn callback(message: &Message, time: Time, shape: &str, modes: &Modes) -> Vec<(String, Json)> {
    if shape == "getdlr" {
        return full(message, time, modes);
    }
    let old = modes.has(&Mode::Old);
    let tat = if shape == "message-id" { "delivery-tat" } else { "timeTaken" };
    [
        ("description", Json::text(message.plan.smslist.1)),
        (shape, id(message, old)),
        (tat, Json::text(taken(message, time, true))),
        ("timestamp", Json::text(clock::kenyan(time))),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .to_vec()
}

/// The gateway's id, in older answers a number.
fn id(message: &Message, number: bool) -> Json {
    let id = message.accepted.gateway_id.as_deref().unwrap_or_default();
    if number { Json::number(id) } else { Json::text(id) }
}

/// How long it took: `00:02:30`, or `22s`.
fn taken(message: &Message, time: Time, short: bool) -> String {
    let seconds = (time - message.send_at).num_seconds();
    if short {
        return format!("{seconds}s");
    }
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
