//! `POST /sms/1/text/advanced` and `/sms/2/text/advanced`: the body (Infobip reference, section 2; the page "Fully
//! featured textual message").

use super::call::{self, Send};
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
pub(super) const LANGUAGES: &[&str] = &["TR", "ES", "PT", "AUTODETECT"];

/// Section 2.2, the union of all years.
pub(super) const TRANSLITERATIONS: &[&str] = &[
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

/// Section 2.6.
const URL_OPTIONS: &[Field] =
    &[may("shortenUrl"), may("trackClicks"), may("trackingUrl"), may("removeProtocol"), may("customDomain")];

/// Judges a body. What it returns is whole only if nothing was found.
pub(super) fn judge(body: &Json, version: u8, findings: &mut Findings) -> Send {
    let Some(fields) = Fields::open(body, "", BODY, version, findings) else {
        return Send::default();
    };
    let (mut send, url_mode) = call::judge(&fields, findings);
    send.tracked = fields.get("tracking").is_some();
    let tracking_url = judge_url_options(&fields, url_mode, findings);
    send.messages = call::judge_messages(&fields, MESSAGE, findings, judge_message);
    for asked in &mut send.messages {
        asked.terms.tracking_url = tracking_url.map(str::to_owned);
    }
    send
}

fn judge_message(fields: &Fields<'_>, findings: &mut Findings) -> Asked {
    let language = judge_language(fields, findings);
    let transliteration = judge_transliteration(fields, findings);
    let text = fields.text("text", 1..=usize::MAX, findings).unwrap_or_default();
    let common = message::judge_common(fields, 50, findings);
    Asked {
        text: text.to_owned(),
        sender: common.sender.map(str::to_owned),
        parts: sms::parts(text, language.is_some(), transliteration),
        terms: common.terms,
        scheduled: common.scheduled,
        ..Asked::default()
    }
}

/// Section 2.2. Tells whether characters are replaced.
pub(super) fn judge_transliteration(fields: &Fields<'_>, findings: &mut Findings) -> bool {
    fields.choice("transliteration", TRANSLITERATIONS, findings).is_some_and(|name| name != "NONE")
}

/// Section 2.1.
fn judge_language<'a>(fields: &Fields<'a>, findings: &mut Findings) -> Option<&'a str> {
    let language = fields.open_in("language", LANGUAGE, findings)?;
    language.flag("singleShift", findings);
    language.flag("lockingShift", findings);
    language.choice("languageCode", LANGUAGES, findings)
}

/// Section 2.6; section 2 says that these options do not go with tracking in URL mode. Tells where clicks are told.
fn judge_url_options<'a>(fields: &Fields<'a>, url_mode: bool, findings: &mut Findings) -> Option<&'a str> {
    let options = fields.open_in("urlOptions", URL_OPTIONS, findings)?;
    for flag in ["shortenUrl", "trackClicks", "removeProtocol"] {
        options.flag(flag, findings);
    }
    options.text("customDomain", 1..=usize::MAX, findings);
    let tracking_url = options.text("trackingUrl", 1..=usize::MAX, findings);
    if tracking_url.is_some_and(|url| !forms::is_web_url(url)) {
        findings.add(options.at("trackingUrl"), "Form", "must be an http or https URL");
    }
    if url_mode {
        findings.add("urlOptions", "Pair", "does not go with tracking in URL mode");
    }
    tracking_url
}
