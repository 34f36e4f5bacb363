//! The top level that text and binary calls share (Infobip reference, sections 2, 2.5 and 2.6).

use super::message::{self, Asked};
use crate::forms;
use crate::judge::{Field, Fields, Findings, may, must};

/// Section 2.5.
const TRACKING: &[Field] = &[may("track"), may("type"), may("processKey"), may("baseUrl")];

/// Section 2.6.
const SPEED: &[Field] = &[must("amount"), may("timeUnit")];

/// A request that was read: what the reply needs to know of it.
#[derive(Default)]
pub(super) struct Send {
    pub(super) bulk_id: Option<String>,
    /// Whether the answer gets a `trackingProcessKey`.
    pub(super) tracked: bool,
    pub(super) with_count: bool,
    pub(super) messages: Vec<Asked>,
}

/// Judges what is beside the messages; tells too whether links are tracked.
pub(super) fn judge(fields: &Fields<'_>, findings: &mut Findings) -> (Send, bool) {
    // Section 2: past 100 characters the id would be clipped in silence.
    let bulk_id = fields.text("bulkId", 1..=100, findings).map(str::to_owned);
    let url_mode = judge_tracking(fields, findings);
    judge_speed(fields, findings);
    let with_count = fields.flag("includeSmsCountInResponse", findings).unwrap_or(false);
    (Send { bulk_id, with_count, ..Send::default() }, url_mode)
}

/// Judges the messages by their table and by a reader of what is their own; one [`Asked`] for each destination.
pub(super) fn judge_messages(
    fields: &Fields<'_>,
    table: &[Field],
    findings: &mut Findings,
    read: impl Fn(&Fields<'_>, &mut Findings) -> Asked,
) -> Vec<Asked> {
    let (mut ids, mut messages) = (message::UsedIds::default(), Vec::new());
    for (entry, message) in fields.objects("messages", table, findings).iter().enumerate() {
        let mut asked = read(message, findings);
        asked.terms.entry = entry;
        for (to, id) in message::judge_destinations(message, &mut ids, findings) {
            messages.push(Asked { to, id, ..asked.clone() });
        }
    }
    messages
}

/// Section 2.5: `track` is `SMS` or `URL`, `type` any name. Tells whether links are tracked.
fn judge_tracking(fields: &Fields<'_>, findings: &mut Findings) -> bool {
    let Some(tracking) = fields.open_in("tracking", TRACKING, findings) else {
        return false;
    };
    tracking.text("type", 1..=usize::MAX, findings);
    tracking.text("processKey", 1..=usize::MAX, findings);
    if tracking.text("baseUrl", 1..=usize::MAX, findings).is_some_and(|url| !forms::is_web_url(url)) {
        findings.add(tracking.at("baseUrl"), "Form", "must be an http or https URL");
    }
    tracking.choice("track", &["SMS", "URL"], findings) == Some("URL")
}

/// Section 2.6.
fn judge_speed(fields: &Fields<'_>, findings: &mut Findings) {
    if let Some(speed) = fields.open_in("sendingSpeedLimit", SPEED, findings) {
        speed.integer("amount", 1..=i64::from(i32::MAX), findings);
        speed.choice("timeUnit", &["MINUTE", "HOUR", "DAY"], findings);
    }
}
