//! The answer to a send (Infobip reference, section 4; statuses from section 10.2).

use super::call::Send;
use super::message::Asked;
use super::{Status, statuses};
use crate::accepted::{Accepted, Outcome};
use crate::exchange::{Answer, Request, Ruling};
use crate::json::Json;
use crate::modes::Mode;
use crate::run::{Message, Terms};

/// The most parts one text may have; status 25 says so.
const MOST_PARTS: usize = 25;

/// Where generated ids start: below the samples of the page "Fully featured textual message", which the first few then
/// equal.
const MESSAGE_IDS: u64 = 2_033_912_860_760_522_206;
const BULK_IDS: u64 = 2_034_072_219_640_523_072;
const PROCESS_KEYS: u128 = 0x9243_E3F4_BEDC_719D_83C2_A38A_483E_6CB2;

/// Accepts a request that is in order and answers as its version does: version 1 sends at once with status 7 and a
/// count of parts, scheduled messages and version 2 wait with status 26, and version 2 counts only when asked to.
pub(super) fn accept(request: &Request<'_>, version: u8, send: &Send) -> Ruling {
    let mut accepted: Vec<Accepted> = Vec::new();
    let mut entries = Vec::new();
    for asked in &send.messages {
        let id = asked.id.clone().unwrap_or_else(|| (MESSAGE_IDS + request.ids.next()).to_string());
        let pending = version == 2 || asked.scheduled;
        let with_count = if version == 2 { send.with_count } else { !asked.scheduled };
        let refusal = if asked.id.is_some() && is_known(request, &id) {
            Some(&statuses::DUPLICATE_MESSAGE_ID)
        } else if request.modes.refuses(&asked.to) {
            Some(&statuses::NOT_ENOUGH_CREDITS)
        } else if asked.parts > MOST_PARTS {
            Some(&statuses::TOO_LONG)
        } else {
            request.pay("infobip", asked.parts).is_err().then_some(&statuses::NOT_ENOUGH_CREDITS)
        };
        let status = refusal.unwrap_or(if pending { &statuses::ACCEPTED } else { &statuses::ENROUTE });
        let mut entry = Json::object([("to", Json::text(asked.to.as_str())), ("status", status.to_json())]);
        if with_count && refusal.is_none() {
            entry.push("smsCount", Json::number(asked.parts));
        }
        if !request.modes.has(&Mode::NoIds) {
            entry.push("messageId", Json::text(id.as_str()));
        }
        entries.push(entry);
        accepted.push(record(asked, id, refusal));
    }
    request.modes.arrange(&mut entries);
    let mut body = Json::Object(Vec::new());
    // Section 4: a request for one destination gets no bulk id unless it brought one.
    let several = send.messages.len() > 1;
    let generated = || several.then(|| (BULK_IDS + request.ids.next()).to_string());
    if let Some(bulk_id) = send.bulk_id.clone().or_else(generated) {
        for kept in &mut accepted {
            kept.terms.bulk_id = Some(bulk_id.clone());
        }
        body.push("bulkId", Json::text(bulk_id));
    }
    if send.tracked && version == 1 {
        let key = PROCESS_KEYS + u128::from(request.ids.next());
        body.push("trackingProcessKey", Json::text(format!("{key:032X}")));
    }
    body.push("messages", Json::List(entries));
    Ruling::Good(Answer::json(200, &body), accepted)
}

/// Whether a message of the run has an id already, where that counts.
fn is_known(request: &Request<'_>, id: &str) -> bool {
    let has_it = |message: &Message| message.is_of("infobip") && message.accepted.gateway_id.as_deref() == Some(id);
    request.modes.has(&Mode::UniqueIds) && request.in_run(|run| run.messages.iter().any(has_it))
}

fn record(asked: &Asked, id: String, refusal: Option<&'static Status>) -> Accepted {
    Accepted {
        dialect: "infobip",
        to: asked.to.clone(),
        id: Some(id.clone()),
        gateway_id: Some(id),
        text: asked.text.clone(),
        binary: asked.binary.clone(),
        sender: asked.sender.clone(),
        outcome: if refusal.is_some() { Outcome::Rejected } else { Outcome::Accepted },
        terms: Terms { parts: asked.parts, refusal, ..asked.terms.clone() },
        ..Accepted::default()
    }
}
