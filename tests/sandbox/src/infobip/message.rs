//! The fields that text and binary messages share (Infobip reference, sections 2, 2.3 and 2.4).

use std::collections::HashSet;

use crate::accepted::Binary;
use crate::forms;
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must, only};
use crate::run::{Terms, clock};
use crate::sms;

/// Section 2.
const DESTINATION: &[Field] = &[must("to"), may("messageId")];

/// Section 2.3.
const WINDOW: &[Field] = &[must("days"), may("from"), may("to")];
const TIME: &[Field] = &[must("hour"), must("minute")];
const DAYS: &[&str] = &["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/// Section 2.4: version 1 knows only India, and of it two fields.
const REGIONAL: &[Field] = &[may("indiaDlt"), only(2, "turkeyIys"), only(2, "southKorea")];
const INDIA: &[Field] = &[must("principalEntityId"), may("contentTemplateId"), only(2, "telemarketerId")];
const TURKEY: &[Field] = &[must("recipientType"), may("brandCode")];
const KOREA: &[Field] = &[may("resellerCode"), may("title")];

/// One body to one number.
#[derive(Clone, Default)]
pub(super) struct Asked {
    pub(super) to: String,
    pub(super) id: Option<String>,
    /// Empty for a binary message.
    pub(super) text: String,
    pub(super) binary: Option<Binary>,
    pub(super) sender: Option<String>,
    pub(super) parts: usize,
    pub(super) scheduled: bool,
    pub(super) terms: Terms,
}

/// The message ids of one request so far.
#[derive(Default)]
pub(super) struct UsedIds(HashSet<String>);

/// What the reply needs to know of the shared fields.
pub(super) struct Common<'a> {
    pub(super) sender: Option<&'a str>,
    pub(super) scheduled: bool,
    pub(super) terms: Terms,
}

/// Judges every shared field but the destinations. Text and binary messages differ in how long the two ids of version
/// 2 may be.
pub(super) fn judge_common<'a>(fields: &Fields<'a>, longest_id: usize, findings: &mut Findings) -> Common<'a> {
    for flag in ["flash", "notify"] {
        fields.flag(flag, findings);
    }
    let intermediate = fields.flag("intermediateReport", findings).unwrap_or(false);
    let notify_url = fields.text("notifyUrl", 1..=usize::MAX, findings).map(str::to_owned);
    if notify_url.as_deref().is_some_and(|url| !forms::is_web_url(url)) {
        findings.add(fields.at("notifyUrl"), "Form", "must be an http or https URL");
    }
    let xml = fields.choice("notifyContentType", &["application/json", "application/xml"], findings);
    let xml = xml == Some("application/xml");
    // 4000 by the current documents; operators of version 1 may stop at 200.
    let callback_data = fields.text("callbackData", 0..=4000, findings).map(str::to_owned);
    // Minutes; above 48 hours the gateway would shorten it in silence.
    let validity = fields.integer("validityPeriod", 1..=2880, findings);
    for name in ["campaignId", "operatorClientId"] {
        fields.text(name, 1..=usize::MAX, findings);
    }
    let labels = [("entityId", longest_id), ("applicationId", longest_id), ("campaignReferenceId", 255)];
    let labels = labels.map(|(name, most)| fields.text(name, 1..=most, findings).map(str::to_owned));
    judge_window(fields, findings);
    judge_regional(fields, findings);
    let scheduled = fields.text("sendAt", 0..=usize::MAX, findings);
    if scheduled.is_some_and(|text| !forms::is_instant(text)) {
        findings.add(fields.at("sendAt"), "Form", "must have the form yyyy-MM-dd'T'HH:mm:ss.SSSZ, as +0000");
    }
    let send_at = scheduled.and_then(clock::read);
    let terms = Terms { send_at, validity, notify_url, xml, intermediate, callback_data, labels, ..Terms::default() };
    Common { sender: judge_sender(fields, findings), scheduled: scheduled.is_some(), terms }
}

/// Section 2: a sender has 3 to 11 characters, or 3 to 14 if all are digits; it travels in the GSM 7-bit alphabet.
fn judge_sender<'a>(fields: &Fields<'a>, findings: &mut Findings) -> Option<&'a str> {
    let sender = fields.text("from", 0..=usize::MAX, findings)?;
    let numeric = sender.bytes().all(|byte| byte.is_ascii_digit());
    let most = if numeric { 14 } else { 11 };
    if !(3..=most).contains(&sender.chars().count()) {
        findings.add(fields.at("from"), "Length", format!("must have 3 to {most} characters"));
    } else if !sender.chars().all(sms::is_gsm_printable) {
        findings.add(fields.at("from"), "Form", "must be written in the GSM 7-bit alphabet");
    }
    Some(sender)
}

/// Section 2: at least one destination, each with a number in international format and perhaps an id of at most 200
/// characters (past that it would be clipped). An id used twice would be refused with status 23.
pub(super) fn judge_destinations(
    fields: &Fields<'_>,
    ids: &mut UsedIds,
    findings: &mut Findings,
) -> Vec<(String, Option<String>)> {
    let mut destinations = Vec::new();
    for (index, item) in fields.list("destinations", findings).unwrap_or_default().iter().enumerate() {
        let path = fields.at(&format!("destinations[{index}]"));
        let Some(destination) = Fields::open(item, &path, DESTINATION, 1, findings) else {
            continue;
        };
        let to = destination.text("to", 0..=usize::MAX, findings).unwrap_or_default();
        if destination.get("to").is_some_and(|to| matches!(to, Json::Text(_))) {
            judge_number(&destination.at("to"), to, findings);
        }
        let id = destination.text("messageId", 1..=200, findings);
        if id.is_some_and(|id| !ids.0.insert(id.to_owned())) {
            findings.add(destination.at("messageId"), "Unique", "is used by an earlier destination");
        }
        destinations.push((to.to_owned(), id.map(str::to_owned)));
    }
    destinations
}

/// International format: E.164 has at most 15 digits, and no country code begins with 0.
pub(super) fn judge_number(path: &str, text: &str, findings: &mut Findings) {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if !(7..=15).contains(&text.len()) || !digits || text.starts_with('0') {
        findings.add(path, "Form", "must be 7 to 15 digits that begin with a country code");
    }
}

/// Section 2.3: at least one day, none twice; both ends or neither; at least an hour between them. The documents do
/// not speak of windows across midnight; they are measured forwards from `from`.
fn judge_window(fields: &Fields<'_>, findings: &mut Findings) {
    let Some(window) = fields.open_in("deliveryTimeWindow", WINDOW, findings) else {
        return;
    };
    let mut seen = Vec::new();
    for (index, day) in window.list("days", findings).unwrap_or_default().iter().enumerate() {
        let path = window.at(&format!("days[{index}]"));
        match day {
            Json::Text(day) if seen.contains(&day) => {
                findings.add(path, "Unique", "is given twice");
            }
            Json::Text(day) if DAYS.contains(&day.as_str()) => seen.push(day),
            Json::Text(_) => findings.add(path, "Choice", format!("must be one of {}", DAYS.join(", "))),
            other => findings.add(path, "Type", format!("must be a string, not {}", other.kind())),
        }
    }
    let mut end = |name| {
        let time = window.open_in(name, TIME, findings)?;
        let (hour, minute) = (time.integer("hour", 0..=23, findings), time.integer("minute", 0..=59, findings));
        Some(hour? * 60 + minute?)
    };
    let (from, to) = (end("from"), end("to"));
    if window.get("from").is_some() != window.get("to").is_some() {
        let missing = if window.get("from").is_some() { "to" } else { "from" };
        findings.add(window.at(missing), "Pair", "from and to go together");
    }
    if let (Some(from), Some(to)) = (from, to)
        && (to - from).rem_euclid(24 * 60) < 60
    {
        findings.add(window.at("to"), "Window", "must lie at least one hour after from");
    }
}

/// Section 2.4.
fn judge_regional(fields: &Fields<'_>, findings: &mut Findings) {
    let Some(regional) = fields.open_in("regional", REGIONAL, findings) else {
        return;
    };
    let int32 = i64::from(i32::MIN)..=i64::from(i32::MAX);
    if let Some(india) = regional.open_in("indiaDlt", INDIA, findings) {
        for name in ["principalEntityId", "contentTemplateId", "telemarketerId"] {
            india.text(name, 1..=usize::MAX, findings);
        }
    }
    if let Some(turkey) = regional.open_in("turkeyIys", TURKEY, findings) {
        turkey.choice("recipientType", &["TACIR", "BIREYSEL"], findings);
        turkey.integer("brandCode", int32.clone(), findings);
    }
    if let Some(korea) = regional.open_in("southKorea", KOREA, findings) {
        korea.integer("resellerCode", int32, findings);
        korea.text("title", 1..=66, findings);
    }
}
