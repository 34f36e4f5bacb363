//! `POST /api/sms/send-message/v1`: the body (Blackkonnect reference, sections 3, 6.1 and 6.2), and what the bodies of
//! both sends share. The documents give no limits, so a text may have any length, none included.

use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must};
use crate::run::clock::Time;

/// Sections 6.1 and 6.2. Nothing says what is required; a message to nobody makes no sense.
const BODY: &[Field] = &[
    may("messageId"),
    may("referenceId1"),
    may("referenceId2"),
    may("serviceId"),
    may("requestId"),
    may("initiatorId"),
    may("text"),
    must("destination"),
    may("sourceAddress"),
    may("priority"),
];

/// One text to one number.
#[derive(Debug, Default)]
pub(super) struct Asked {
    pub(super) to: String,
    pub(super) id: Option<String>,
    pub(super) text: String,
    pub(super) sender: Option<String>,
    pub(super) send_at: Option<Time>,
    /// In minutes.
    pub(super) validity: Option<i64>,
}

/// A request for one message.
pub(super) struct Message {
    pub(super) request_id: Option<String>,
    pub(super) asked: Asked,
}

/// Judges a body. What it returns is whole only if nothing was found.
pub(super) fn judge(body: &Json, findings: &mut Findings) -> Option<Message> {
    let fields = Fields::open(body, "", BODY, 1, findings)?;
    let (id, request_id) = judge_generic(&fields, findings);
    any_integer(&fields, "priority", findings);
    let asked = Asked {
        to: judge_number(&fields, findings).unwrap_or_default(),
        id,
        text: any_text(&fields, "text", findings).unwrap_or_default(),
        sender: any_text(&fields, "sourceAddress", findings),
        ..Asked::default()
    };
    Some(Message { request_id, asked })
}

/// The six fields of `GenericRequest` (section 6.2): the ids of the message and of the request.
pub(super) fn judge_generic(fields: &Fields<'_>, findings: &mut Findings) -> (Option<String>, Option<String>) {
    for name in ["referenceId1", "referenceId2", "serviceId", "initiatorId"] {
        any_text(fields, name, findings);
    }
    (any_text(fields, "messageId", findings), any_text(fields, "requestId", findings))
}

/// Section 6.9 does not say how numbers are written: digits, and a `+` in front passes.
pub(super) fn judge_number(fields: &Fields<'_>, findings: &mut Findings) -> Option<String> {
    let number = fields.text("destination", 1..=usize::MAX, findings)?;
    let digits = number.strip_prefix('+').unwrap_or(number);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        findings.add(fields.at("destination"), "Form", "must be digits, with + in front or not");
    }
    Some(number.to_owned())
}

/// A string of any length.
pub(super) fn any_text(fields: &Fields<'_>, key: &str, findings: &mut Findings) -> Option<String> {
    fields.text(key, 0..=usize::MAX, findings).map(str::to_owned)
}

/// A whole number of any size.
pub(super) fn any_integer(fields: &Fields<'_>, key: &str, findings: &mut Findings) -> Option<i64> {
    fields.integer(key, i64::MIN..=i64::MAX, findings)
}
