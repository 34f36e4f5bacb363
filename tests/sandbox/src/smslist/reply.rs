//! Answers of either generation (smslist reference, sections 3 to 5).

use super::INVALID_CREDENTIALS;
use super::bulk::Item;
use super::credentials::SHORTCODE;
use crate::accepted::{Accepted, Outcome};
use crate::exchange::{Answer, Request, Ruling};
use crate::json::Json;
use crate::judge::Findings;
use crate::mischief::Modes;
use crate::modes::Mode;
use crate::run::{Amount, Terms};
use crate::sms;

/// Where generated ids start: below the sample of the older documents (section 3.1).
const MESSAGE_IDS: u64 = 8_290_841;

/// The answer to a request in order, of either generation (sections 3.1, 3.2 and 4).
pub(super) fn accept(request: &Request<'_>, items: &[Item<'_>]) -> Ruling {
    let modes = request.modes;
    let (mut entries, mut accepted) = (Vec::new(), Vec::new());
    for item in items {
        let parts = sms::parts(item.message, false, false);
        let left = if modes.refuses(item.mobile) { Err(Amount::units(0)) } else { request.pay("smslist", parts) };
        if let Err(left) = left {
            entries.push(refused(modes, item, left, parts));
            accepted.push(record(item, None, Outcome::Rejected));
            continue;
        }
        let id = MESSAGE_IDS + request.ids.next();
        let mut entry = Json::Object(codes(modes, (200, "Success")));
        entry.push("mobile", mobile(modes, item));
        if !modes.has(&Mode::NoIds) {
            let network = network(item.mobile);
            let old = modes.has(&Mode::Old);
            entry.push("messageid", if old { Json::number(id) } else { Json::text(id.to_string()) });
            if let Some(client_id) = item.client_id {
                entry.push("clientsmsid", client_id.clone());
            }
            entry.push("networkid", if old { Json::text(network.to_string()) } else { Json::number(network) });
        }
        entries.push(entry);
        accepted.push(record(item, Some(id.to_string()), Outcome::Accepted));
    }
    modes.arrange(&mut entries);
    Ruling::Good(Answer::json(200, &Json::object([("responses", Json::List(entries))])), accepted)
}

/// One refusal without a name for a request of several, as one client guards against (section 3.2).
pub(super) fn nameless(modes: &Modes, items: &[Item<'_>]) -> Ruling {
    let entry = Json::Object(codes(modes, INVALID_CREDENTIALS));
    let accepted = items.iter().map(|item| record(item, None, Outcome::Rejected)).collect();
    Ruling::Good(Answer::json(200, &Json::object([("responses", Json::List(vec![entry]))])), accepted)
}

/// An item refused for want of credit, as captured from one deployment (section 3.2): no ids, the newer code key even
/// beside older successes, and with `echo` the whole item, API key included, in the place of its number.
fn refused(modes: &Modes, item: &Item<'_>, left: Amount, parts: usize) -> Json {
    let left = left.short();
    let text = format!("Low credit units to send message, Current balance {left}, Required {parts}");
    let both = modes.has(&Mode::BothCodes);
    let mut entry = Json::Object(codes_as(modes, both, true, (1004, text.as_str())));
    entry.push(
        "mobile",
        if modes.has(&Mode::Echo) && item.whole != Json::Null { item.whole.clone() } else { mobile(modes, item) },
    );
    entry
}

/// Section 4: the newer generation writes the number as a string, the older one as a number, which has no leading 0.
fn mobile(modes: &Modes, item: &Item<'_>) -> Json {
    if !modes.has(&Mode::Old) && !item.bare || item.mobile.len() > 15 {
        return Json::text(item.mobile);
    }
    item.mobile.strip_prefix('0').map_or_else(|| Json::number(item.mobile), |rest| Json::number(format!("254{rest}")))
}

/// Section 4, as far as samples tell: 2 for numbers like 0733…, 1 for all others.
pub(super) fn network(mobile: &str) -> u8 {
    let rest = mobile.trim_start_matches("254").trim_start_matches('0');
    if rest.starts_with("73") || rest.starts_with("78") { 2 } else { 1 }
}

/// Code and text under the key or keys of the generation (section 4).
fn codes(modes: &Modes, code: (u16, &str)) -> Vec<(String, Json)> {
    let both = modes.has(&Mode::BothCodes);
    codes_as(modes, both || modes.has(&Mode::Old), both || !modes.has(&Mode::Old), code)
}

fn codes_as(modes: &Modes, old: bool, new: bool, (code, text): (u16, &str)) -> Vec<(String, Json)> {
    let value = || {
        if modes.has(&Mode::StringCodes) { Json::text(code.to_string()) } else { Json::number(code) }
    };
    let keys = [("respose-code", old), ("response-code", new)];
    let mut entries: Vec<_> =
        keys.iter().filter(|(_, wanted)| *wanted).map(|(key, _)| ((*key).to_owned(), value())).collect();
    entries.push(("response-description".to_owned(), Json::text(text)));
    entries
}

/// The code of a flat answer, under one key: its generation's.
pub(super) fn code_entry(modes: &Modes, code: u16) -> (String, Json) {
    codes(modes, (code, "")).swap_remove(0)
}

/// A refusal of the whole request: code and text at the top level (section 3.2).
pub(super) fn refusal(modes: &Modes, status: u16, code: (u16, &str)) -> Answer {
    Answer::json(status, &Json::Object(codes(modes, code)))
}

/// The validation body with its map of field, rule and text (section 4).
pub(super) fn invalid(modes: &Modes, findings: &Findings) -> Answer {
    let mut body = Json::Object(codes(modes, (1003, "Validation Errors...")));
    body.push("errors", Json::Object(findings.by_path()));
    Answer::json(422, &body)
}

fn record(item: &Item<'_>, gateway_id: Option<String>, outcome: Outcome) -> Accepted {
    let client_id = match item.client_id {
        Some(Json::Text(text) | Json::Number(text)) => Some(text.clone()),
        _ => None,
    };
    Accepted {
        dialect: "smslist",
        to: item.mobile.to_owned(),
        id: client_id.or_else(|| gateway_id.clone()),
        gateway_id,
        text: item.message.to_owned(),
        sender: Some(SHORTCODE.to_owned()),
        outcome,
        terms: Terms { send_at: item.send_at, parts: sms::parts(item.message, false, false), ..Terms::default() },
        ..Accepted::default()
    }
}
