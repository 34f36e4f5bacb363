//! Inbound messages and clicks, told by hand (Infobip reference, sections 6.4 and 7; smslist reference, section 7).

use super::Command;
use super::account::judge_url;
use crate::inbound::{self, Inbound};
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must};
use crate::modes::Mode;
use crate::push::{self, Push};
use crate::run::clock::Time;

const INFOBIP: &[Field] = &[
    must("dialect"),
    must("from"),
    must("to"),
    must("text"),
    may("keyword"),
    may("callback_data"),
    may("url"),
    may("format"),
];
const SMSLIST: &[Field] = &[
    must("dialect"),
    must("from"),
    must("to"),
    must("text"),
    must("url"),
    may("method"),
    may("interactive"),
    may("partner_id"),
];
const CLICK: &[Field] = &[must("message_id"), must("link"), may("url")];

/// A message to a number of the account: for infobip to be pulled, or pushed where a URL is given; for smslist always
/// pushed. Tells its id.
pub(super) fn inbound(command: &Command<'_>, body: &Json, findings: &mut Findings) -> Option<String> {
    let dialect = match body {
        Json::Object(entries) => entries.iter().find(|(key, _)| key == "dialect").map(|(_, value)| value),
        _ => None,
    };
    let smslist = dialect == Some(&Json::text("smslist"));
    let fields = Fields::open(body, "", if smslist { SMSLIST } else { INFOBIP }, 1, findings)?;
    fields.choice("dialect", &["infobip", "smslist"], findings);
    let mut text = |name| fields.text(name, 0..=usize::MAX, findings).map(str::to_owned).unwrap_or_default();
    let (from, to, text) = (text("from"), text("to"), text("text"));
    if smslist {
        return shortcode(command, &fields, &[from, to, text], findings);
    }
    let optional = |name, findings: &mut Findings| fields.text(name, 0..=usize::MAX, findings).map(str::to_owned);
    let (keyword, callback_data) = (optional("keyword", findings), optional("callback_data", findings));
    let xml = fields.choice("format", &["json", "xml"], findings) == Some("xml");
    let url = fields.get("url").and_then(|_| judge_url(&fields, findings));
    if !findings.is_empty() {
        return None;
    }
    let id = format!("inbound-{}", command.sandbox.ids.next());
    command.in_run(|run| {
        let (id, received_at, gone) = (id.clone(), run.clock, url.is_some());
        let message = Inbound { id, from, to, text, keyword, callback_data, received_at, gone };
        let results = vec![message.to_json(command.modes.has(&Mode::Old))];
        run.inbox.push(message);
        if let Some(url) = url {
            let (kind, body) = if xml {
                ("application/xml", push::inbox_xml(&results, 0, command.modes))
            } else {
                ("application/json", inbound::envelope(results, 0).to_string())
            };
            run.outbox.add(Push::post("inbound", &url, kind, body, received_at));
        }
    });
    Some(id)
}

/// A message to a shortcode: `mobile`, or for an interactive service `msisdn` and `partnerId`, in the query of a `GET`
/// or the body of a `POST`.
fn shortcode(
    command: &Command<'_>,
    fields: &Fields<'_>,
    [from, to, text]: &[String; 3],
    findings: &mut Findings,
) -> Option<String> {
    let get = fields.choice("method", &["GET", "POST"], findings) == Some("GET");
    let interactive = fields.flag("interactive", findings).unwrap_or(false);
    let partner = fields.text("partner_id", 1..=usize::MAX, findings).unwrap_or("1001");
    let url = judge_url(fields, findings)?;
    if !findings.is_empty() {
        return None;
    }
    let number = if interactive { "msisdn" } else { "mobile" };
    let mut pairs = vec![("shortcode", to.as_str()), (number, from.as_str()), ("message", text.as_str())];
    if interactive {
        pairs.push(("partnerId", partner));
    }
    command.in_run(|run| {
        let push = if get {
            let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
            let joint = if url.contains('?') { '&' } else { '?' };
            Push::get("inbound", format!("{url}{joint}{query}"), run.clock)
        } else {
            let entries = pairs.iter().map(|(key, value)| ((*key).to_owned(), Json::text(*value))).collect();
            Push::post("inbound", &url, "application/json", Json::Object(entries).to_string(), run.clock)
        };
        run.outbox.add(push);
    });
    Some(format!("inbound-{}", command.sandbox.ids.next()))
}

/// A click on the link of a message, told to the `trackingUrl` of its call or to the URL that is given.
pub(super) fn click(command: &Command<'_>, body: &Json, findings: &mut Findings) -> Option<String> {
    let fields = Fields::open(body, "", CLICK, 1, findings)?;
    let id = fields.text("message_id", 1..=usize::MAX, findings).unwrap_or_default();
    let link = fields.text("link", 1..=usize::MAX, findings).unwrap_or_default();
    let url = fields.get("url").and_then(|_| judge_url(&fields, findings));
    if !findings.is_empty() {
        return None;
    }
    command.in_run(|run| {
        let now = run.clock;
        let ours =
            |kept: &&crate::run::Message| kept.is_of("infobip") && kept.accepted.gateway_id.as_deref() == Some(id);
        let Some(message) = run.messages.iter().find(ours) else {
            findings.add("message_id", "Unknown", "is the id of no message in this run");
            return None;
        };
        let Some(url) = url.or_else(|| message.terms.tracking_url.clone()) else {
            findings.add("url", "Required", "the message names no trackingUrl");
            return None;
        };
        let body = clicked(message, link, now);
        run.outbox.add(Push::post("click", &url, "application/json", body.to_string(), now));
        Some(id.to_owned())
    })
}

fn clicked(message: &crate::run::Message, link: &str, now: Time) -> Json {
    let mut body = Json::object([
        ("notificationType", Json::text("CLICKED")),
        ("recipient", Json::text(message.accepted.to.as_str())),
        ("url", Json::text(link)),
        ("sendDateTime", Json::number(now.timestamp_millis())),
        ("messageId", Json::text(message.accepted.gateway_id.as_deref().unwrap_or_default())),
    ]);
    for (key, value) in [("bulkId", &message.terms.bulk_id), ("callbackData", &message.terms.callback_data)] {
        if let Some(value) = value {
            body.push(key, Json::text(value.as_str()));
        }
    }
    let device = [("deviceType", "Phone"), ("os", "Android"), ("deviceName", "Sandbox")];
    body.push("recipientInfo", Json::object(device.map(|(key, value)| (key, Json::text(value)))));
    let place = [("countryName", "Switzerland"), ("city", "Zurich")];
    body.push("geoLocationInfo", Json::object(place.map(|(key, value)| (key, Json::text(value)))));
    body
}
