//! `POST /api/sms/send-bulk-messages/v1`: the body (Blackkonnect reference, sections 4 and 6.5 to 6.10).

use super::message::{self, Asked};
use crate::forms;
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must};
use crate::run::clock;

/// Section 6.5.
const BODY: &[Field] = &[
    may("messageId"),
    may("referenceId1"),
    may("referenceId2"),
    may("serviceId"),
    may("requestId"),
    may("initiatorId"),
    may("bulkId"),
    may("sourceAddress"),
    must("messages"),
];

/// Section 6.10.
const MESSAGE: &[Field] = &[
    must("destinations"),
    may("callbackData"),
    may("deliveryTimeWindow"),
    may("text"),
    may("entityId"),
    may("sendAt"),
    may("validityPeriodMinutes"),
    may("priority"),
];

/// Section 6.9.
const DESTINATION: &[Field] = &[must("destination"), may("messageId"), may("sourceAddress")];

/// Sections 6.7 and 6.6. Nothing says that a window has both ends, or a time both members.
const WINDOW: &[Field] = &[may("days"), may("from"), may("to")];
const TIME: &[Field] = &[may("hour"), may("minute")];
const DAYS: &[&str] = &["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/// A bulk that was read.
pub(super) struct Bulk<'a> {
    pub(super) request_id: Option<String>,
    pub(super) id: Option<String>,
    pub(super) sender: Option<String>,
    /// One for each destination.
    pub(super) asked: Vec<Asked>,
    /// The messages as they came, for the answer to repeat.
    pub(super) items: &'a [Json],
}

/// Judges a body. What it returns is whole only if nothing was found.
pub(super) fn judge<'a>(body: &'a Json, findings: &mut Findings) -> Option<Bulk<'a>> {
    let fields = Fields::open(body, "", BODY, 1, findings)?;
    let (_, request_id) = message::judge_generic(&fields, findings);
    let id = message::any_text(&fields, "bulkId", findings);
    let sender = message::any_text(&fields, "sourceAddress", findings);
    let mut asked = Vec::new();
    for message in fields.objects("messages", MESSAGE, findings) {
        judge_message(&message, sender.as_deref(), &mut asked, findings);
    }
    let items = match fields.get("messages") {
        Some(Json::List(items)) => items.as_slice(),
        _ => &[],
    };
    Some(Bulk { request_id, id, sender, asked, items })
}

fn judge_message(fields: &Fields<'_>, sender: Option<&str>, asked: &mut Vec<Asked>, findings: &mut Findings) {
    for name in ["callbackData", "entityId"] {
        message::any_text(fields, name, findings);
    }
    let validity = message::any_integer(fields, "validityPeriodMinutes", findings).filter(|minutes| *minutes > 0);
    message::any_integer(fields, "priority", findings);
    judge_window(fields, findings);
    let send_at = fields.text("sendAt", 0..=usize::MAX, findings);
    if send_at.is_some_and(|text| !forms::is_date_time(text)) {
        findings.add(fields.at("sendAt"), "Form", "must be a date-time of RFC 3339, as 2019-08-24T14:15:22.123Z");
    }
    let text = message::any_text(fields, "text", findings).unwrap_or_default();
    for destination in fields.objects("destinations", DESTINATION, findings) {
        // The sender of a destination goes before that of the bulk (section 4).
        let own = message::any_text(&destination, "sourceAddress", findings);
        asked.push(Asked {
            to: message::judge_number(&destination, findings).unwrap_or_default(),
            id: message::any_text(&destination, "messageId", findings),
            text: text.clone(),
            sender: own.or_else(|| sender.map(str::to_owned)),
            send_at: send_at.and_then(clock::read),
            validity,
        });
    }
}

/// Sections 6.6 and 6.7.
fn judge_window(fields: &Fields<'_>, findings: &mut Findings) {
    let Some(window) = fields.open_in("deliveryTimeWindow", WINDOW, findings) else {
        return;
    };
    match window.get("days") {
        Some(Json::List(days)) => {
            for (index, day) in days.iter().enumerate() {
                let path = window.at(&format!("days[{index}]"));
                match day {
                    Json::Text(day) if DAYS.contains(&day.as_str()) => {}
                    Json::Text(_) => findings.add(path, "Choice", format!("must be one of {}", DAYS.join(", "))),
                    other => findings.add(path, "Type", format!("must be a string, not {}", other.kind())),
                }
            }
        }
        Some(other) => findings.add(window.at("days"), "Type", format!("must be a list, not {}", other.kind())),
        None => {}
    }
    for name in ["from", "to"] {
        if let Some(time) = window.open_in(name, TIME, findings) {
            time.integer("hour", 0..=23, findings);
            time.integer("minute", 0..=59, findings);
        }
    }
}
