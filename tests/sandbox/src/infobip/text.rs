//! `POST /sms/1/text/advanced` and `/sms/2/text/advanced`: the body (Infobip reference, section 2; the page "Fully featured
//! textual message").

use super::message::{self, Asked};
use crate::forms;
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must, only};
use crate::sms;

/// Top level of the body (section 2).
const BODY: &[Field] = &[
    must("messages"),
    may("bulkId"),
    may("tracking"),
    only(2, "sendingSpeedLimit"),
    only(2, "urlOptions"),
    only(2, "includeSmsCountInResponse"),
];

/// A text message (section 2). `to`, the list of numbers that version 1's other endpoints take, is not among the
/// fields of an advanced message in any sample.
const MESSAGE: &[Field] = &[
    must("destinations"),
    must("text"),
    may("from"),
    may("flash"),
    may("language"),
    may("transliteration"),
    may("intermediateReport"),
    may("notifyUrl"),
    may("notifyContentType"),
    may("callbackData"),
    may("validityPeriod"),
    may("sendAt"),
    may("deliveryTimeWindow"),
    may("regional"),
    only(1, "notify"),
    only(1, "campaignId"),
    only(1, "operatorClientId"),
    only(2, "entityId"),
    only(2, "applicationId"),
    only(2, "campaignReferenceId"),
];

/// Section 2.1.
const LANGUAGE: &[Field] = &[may("languageCode"), only(1, "singleShift"), only(1, "lockingShift")];

/// Section 2.1; `NONE` belongs to version 3.
const LANGUAGES: &[&str] = &["TR", "ES", "PT", "AUTODETECT"];

/// Section 2.2, the union of all years.
const TRANSLITERATIONS: &[&str] = &[
    "TURKISH",
    "GREEK",
    "CYRILLIC",
    "SERBIAN_CYRILLIC",
    "BULGARIAN_CYRILLIC",
    "CENTRAL_EUROPEAN",
    "BALTIC",
    "PORTUGUESE",
    "COLOMBIAN",
    "NON_UNICODE",
    "NONE",
    "ALL",
];

/// Section 2.5.
const TRACKING: &[Field] = &[may("track"), may("type"), may("processKey"), may("baseUrl")];

/// Section 2.6.
const SPEED: &[Field] = &[must("amount"), may("timeUnit")];

/// Section 2.6.
const URL_OPTIONS: &[Field] =
    &[may("shortenUrl"), may("trackClicks"), may("trackingUrl"), may("removeProtocol"), may("customDomain")];

/// A request that was read: what the reply needs to know of it.
#[derive(Default)]
pub(super) struct Request {
    pub(super) bulk_id: Option<String>,
    pub(super) tracked: bool,
    pub(super) with_count: bool,
    pub(super) messages: Vec<Asked>,
}

/// Judges a body. What it returns is whole only if nothing was found.
pub(super) fn judge(body: &Json, version: u8, findings: &mut Findings) -> Request {
    let mut request = Request::default();
    let Some(fields) = Fields::open(body, "", BODY, version, findings) else {
        return request;
    };
    // Section 2: past 100 characters the id would be clipped in silence.
    request.bulk_id = fields.text("bulkId", 1..=100, findings).map(str::to_owned);
    let url_mode = judge_tracking(&fields, findings);
    request.tracked = fields.get("tracking").is_some();
    judge_speed(&fields, findings);
    judge_url_options(&fields, url_mode, findings);
    request.with_count = fields.flag("includeSmsCountInResponse", findings).unwrap_or(false);
    let mut ids = message::UsedIds::default();
    for (index, item) in fields.list("messages", findings).unwrap_or_default().iter().enumerate() {
        let path = format!("messages[{index}]");
        if let Some(fields) = Fields::open(item, &path, MESSAGE, version, findings) {
            judge_message(&fields, &mut ids, &mut request.messages, findings);
        }
    }
    request
}

fn judge_message(fields: &Fields<'_>, ids: &mut message::UsedIds, asked: &mut Vec<Asked>, findings: &mut Findings) {
    let language = judge_language(fields, findings);
    let transliteration = fields.choice("transliteration", TRANSLITERATIONS, findings);
    let text = fields.text("text", 1..=usize::MAX, findings).unwrap_or_default();
    let common = message::judge_common(fields, findings);
    let parts = sms::parts(text, language.is_some(), transliteration.is_some_and(|name| name != "NONE"));
    for (to, id) in message::judge_destinations(fields, ids, findings) {
        let (text, sender) = (text.to_owned(), common.sender.map(str::to_owned));
        asked.push(Asked { to, id, text, sender, parts, scheduled: common.scheduled });
    }
}

/// Section 2.1.
fn judge_language<'a>(fields: &Fields<'a>, findings: &mut Findings) -> Option<&'a str> {
    let language = fields.open_in("language", LANGUAGE, findings)?;
    language.flag("singleShift", findings);
    language.flag("lockingShift", findings);
    language.choice("languageCode", LANGUAGES, findings)
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

/// Section 2.6; section 2 says that these options do not go with tracking in URL mode.
fn judge_url_options(fields: &Fields<'_>, url_mode: bool, findings: &mut Findings) {
    let Some(options) = fields.open_in("urlOptions", URL_OPTIONS, findings) else {
        return;
    };
    for flag in ["shortenUrl", "trackClicks", "removeProtocol"] {
        options.flag(flag, findings);
    }
    options.text("customDomain", 1..=usize::MAX, findings);
    if options.text("trackingUrl", 1..=usize::MAX, findings).is_some_and(|url| !forms::is_web_url(url)) {
        findings.add(options.at("trackingUrl"), "Form", "must be an http or https URL");
    }
    if url_mode {
        findings.add("urlOptions", "Pair", "does not go with tracking in URL mode");
    }
}
