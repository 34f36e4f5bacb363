//! Reports, and the entries of the log, which are alike (Infobip reference, sections 6.2 and 6.3).

use crate::json::Json;
use crate::mischief::Modes;
use crate::modes::Mode;
use crate::run::clock::{self, Time};
use crate::run::{Balances, Message, Stage};

/// `price`, its digits as they are.
pub(crate) fn price(amount: &str) -> Json {
    Json::object([("pricePerMessage", Json::number(amount)), ("currency", Json::text("EUR"))])
}

/// A delivery report, as it is pulled and pushed.
pub(crate) fn report(message: &Message, stage: Stage, modes: &Modes) -> Json {
    entry(message, stage, modes, false)
}

/// An entry of the log: the fields of a report, and the text. In 2015 the network was spelled otherwise there.
pub(super) fn log(message: &Message, stage: Stage, modes: &Modes) -> Json {
    entry(message, stage, modes, true)
}

fn entry(message: &Message, stage: Stage, modes: &Modes, log: bool) -> Json {
    let (kept, terms, old) = (&message.accepted, &message.terms, modes.has(&Mode::Old));
    let time = |time: Time| Json::text(clock::infobip(time, old));
    let mut entry = Json::Object(Vec::new());
    let with_ids = !modes.has(&Mode::NoIds);
    for (key, id) in [("bulkId", &terms.bulk_id), ("messageId", &kept.gateway_id)] {
        if let Some(id) = id.as_deref().filter(|_| with_ids) {
            entry.push(key, Json::text(id));
        }
    }
    entry.push("to", Json::text(kept.to.as_str()));
    if let Some(sender) = &kept.sender {
        entry.push("from", Json::text(sender.as_str()));
    }
    if log && kept.binary.is_none() {
        entry.push("text", Json::text(kept.text.as_str()));
    }
    entry.push("sentAt", time(message.send_at));
    match stage {
        Stage::Ended => entry.push("doneAt", time(message.ended_at().unwrap_or(message.send_at))),
        Stage::Waiting => entry.push("doneAt", time(message.waiting_at().unwrap_or(message.send_at))),
        Stage::Scheduled | Stage::Enroute => {}
    }
    entry.push("smsCount", Json::number(terms.parts));
    let network = if log && old { "mccmnc" } else { "mccMnc" };
    // A sample of a white label has the word null where the network is unknown.
    let (mcc, mnc) = network_of(&kept.to);
    entry.push(network, Json::text(if mcc.is_empty() { "null".to_owned() } else { format!("{mcc}{mnc}") }));
    if let Some(data) = &terms.callback_data {
        entry.push("callbackData", Json::text(data.as_str()));
    }
    let charged = stage != Stage::Ended || terms.refusal.is_none();
    let paid = if charged { Balances::price("infobip", 1).exact() } else { "0.00".to_owned() };
    entry.push("price", price(&paid));
    entry.push("status", message.status(stage).to_json());
    entry.push("error", message.fault(stage).to_json());
    for (key, label) in ["entityId", "applicationId", "campaignReferenceId"].into_iter().zip(&terms.labels) {
        if let Some(label) = label {
            entry.push(key, Json::text(label.as_str()));
        }
    }
    entry
}

/// The codes of the network of a number, for two countries.
pub(super) fn network_of(number: &str) -> (&'static str, &'static str) {
    match number {
        _ if number.starts_with("41") => ("228", "01"),
        _ if number.starts_with("254") => ("639", "02"),
        _ => ("", ""),
    }
}
