//! The rules on single values of a message, one function a field.

use crate::fields::nearest;
use crate::infobip::rules;
use crate::judge::{Judge, Mode, Shown};
use crate::minutes::Minutes;
use crate::path::Path;
use crate::pieces::bounds;
use crate::pieces::{counted, join};
use crate::quote::named;
use crate::shared_rules as shared;
use crate::text::is_gsm7;
use crate::time::{self, TimeError, Timestamp};
use crate::values::{Id, Sender, Text, Time, Url, judge_characters, judge_length};

/// The languages that the gateway knows. `AUTODETECT` and `NONE` are of version 2.
pub const LANGUAGES: [&str; 5] = ["TR", "ES", "PT", "AUTODETECT", "NONE"];

/// The transliterations that the gateway knows: the union of all documents since 2015.
pub const TRANSLITERATIONS: [&str; 12] = [
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

/// The forms in which delivery reports are pushed.
pub const NOTIFY_CONTENT_TYPES: [&str; 2] = ["application/json", "application/xml"];

/// Reports a value that is none of a documented few.
pub(crate) fn one_of(text: &str, known: &[&'static str], at: &Path, judge: &mut Judge) -> bool {
    if known.contains(&text) {
        return true;
    }
    judge.report(&shared::UNKNOWN_VALUE, at, Shown::Plain(text), &[&join(known, ", "), &nearest(text, known)]);
    false
}

/// Reports a field or value that only version 2 documents.
pub(crate) fn needs_version_2(what: &str, at: &Path, judge: &mut Judge) {
    if judge.policy.version < 2 {
        judge.report(&rules::NEEDS_VERSION_2, at, Shown::Nothing, &[&what]);
    }
}

fn id(id: &Id, limit: u64, rule: &'static crate::violation::Rule, at: &Path, judge: &mut Judge) {
    let shown = Shown::Plain(id.as_str());
    if judge.mode == Mode::Check && id.is_integer() {
        judge.report(&shared::WRONG_TYPE, at, shown, &[&"a string", &"an integer"]);
    }
    if id.as_str().is_empty() {
        judge.report(&shared::EMPTY, at, shown, &[]);
    }
    judge_characters(id.as_str(), at, judge, shown);
    judge_length(id.as_str(), limit, rule, at, judge, shown);
}

pub(crate) fn bulk_id(value: &Id, at: &Path, judge: &mut Judge) {
    id(value, judge.limits().bulk_id, &rules::BULK_ID_LONG, at, judge);
}

pub(crate) fn message_id(value: &Id, at: &Path, judge: &mut Judge) {
    id(value, judge.limits().message_id, &rules::MESSAGE_ID_LONG, at, judge);
}

pub(crate) fn text(text: &Text, at: &Path, judge: &mut Judge) {
    let shown = Shown::Text(text.as_str());
    if text.as_str().is_empty() {
        judge.report(&shared::EMPTY, at, shown, &[]);
    }
    judge_characters(text.as_str(), at, judge, shown);
}

pub(crate) fn callback_data(data: &Text, at: &Path, judge: &mut Judge) {
    let shown = Shown::Text(data.as_str());
    judge_characters(data.as_str(), at, judge, shown);
    let (limit, safe) = (judge.limits().callback_data, judge.limits().callback_data_safe);
    if judge_length(data.as_str(), limit, &rules::CALLBACK_DATA_LONG, at, judge, shown) {
        judge_length(data.as_str(), safe, &rules::CALLBACK_DATA_LONG_FOR_SOME, at, judge, shown);
    }
}

pub(crate) fn sender(sender: &Sender, at: &Path, judge: &mut Judge) {
    let text = sender.as_str();
    let shown = sender.shown();
    if text.is_empty() {
        judge.report(&shared::EMPTY, at, shown, &[]);
        return;
    }
    let limits = judge.limits();
    let (rule, thing, min, max) = if sender.is_number() {
        (&rules::SENDER_DIGITS, "digit", limits.sender_digits_min, limits.sender_digits_max)
    } else {
        (&rules::SENDER_LENGTH, "character", limits.sender_min, limits.sender_max)
    };
    let length = text.chars().count() as u64;
    if length < min || length > max {
        judge.report(rule, at, shown, &[&counted(length, thing), &bounds(min, max)]);
    }
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) || !judge_characters(text, at, judge, shown) {
        return;
    }
    if text.chars().any(char::is_control) {
        judge.report(&rules::SENDER_CONTROL, at, shown, &[]);
        return;
    }
    let mut others = text.chars().filter(|character| !character.is_ascii_alphanumeric());
    if let Some(foreign) = others.clone().find(|character| !is_gsm7(*character)) {
        judge.report(&rules::SENDER_FOREIGN, at, shown, &[&named(foreign)]);
    } else if let Some(sign) = others.next() {
        judge.report(&rules::SENDER_SIGNS, at, shown, &[&named(sign)]);
    }
}

pub(crate) fn transliteration(name: &str, at: &Path, judge: &mut Judge) {
    one_of(name, &TRANSLITERATIONS, at, judge);
}

pub(crate) fn language_code(code: &str, at: &Path, judge: &mut Judge) {
    if one_of(code, &LANGUAGES, at, judge) && matches!(code, "AUTODETECT" | "NONE") {
        needs_version_2(code, at, judge);
    }
}

pub(crate) fn notify_content_type(value: &str, at: &Path, judge: &mut Judge) {
    one_of(value, &NOTIFY_CONTENT_TYPES, at, judge);
}

pub(crate) fn notify_url(url: &Url, at: &Path, judge: &mut Judge) {
    // The URL is the receiver's and may hold a secret of its own, so it is not shown.
    if !is_http_url(url.as_str()) && judge_characters(url.as_str(), at, judge, Shown::Nothing) {
        judge.report(&rules::NOTIFY_URL, at, Shown::Nothing, &[]);
    }
}

/// Whether a text is an absolute http or https URL: a host, and only characters that RFC 3986 knows.
fn is_http_url(url: &str) -> bool {
    let bytes = url.as_bytes();
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| bytes.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme.as_bytes())));
    let Some(rest) = scheme.and_then(|scheme| bytes.get(scheme.len()..)) else { return false };
    let authority = rest.split(|byte| matches!(byte, b'/' | b'?' | b'#')).next().unwrap_or_default();
    let host_and_port = authority.rsplit(|byte| *byte == b'@').next().unwrap_or_default();
    let digits = host_and_port.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let host = match host_and_port.split_at_checked(host_and_port.len() - digits) {
        Some(([host @ .., b':'], _)) => host,
        _ => host_and_port,
    };
    let known = |byte: u8| {
        byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
    };
    let has_name = !host.is_empty() && (host.starts_with(b"[") || !host.contains(&b':'));
    has_name && bytes.iter().copied().all(known)
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "rules take what their field holds by reference")]
pub(crate) fn validity_period(minutes: &Minutes, at: &Path, judge: &mut Judge) {
    let (min, max) = (judge.limits().validity_period_min, judge.limits().validity_period_max);
    let shown = Shown::Integer(minutes.get());
    match u64::try_from(minutes.get()) {
        Ok(minutes) if minutes > max => judge.report(&rules::VALIDITY_PERIOD_LONG, at, shown, &[&max]),
        Ok(minutes) if minutes >= min => {}
        _ => judge.report(&rules::VALIDITY_PERIOD_SHORT, at, shown, &[&min]),
    }
}

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

pub(crate) fn send_at(given: &Time, at: &Path, judge: &mut Judge) {
    moment(given, &rules::SEND_AT_PAST, at, judge);
}

/// The same of what is scheduled already.
pub(crate) fn new_send_at(given: &Time, at: &Path, judge: &mut Judge) {
    moment(given, &rules::RESCHEDULE_PAST, at, judge);
}

fn moment(given: &Time, past: &'static crate::violation::Rule, at: &Path, judge: &mut Judge) {
    let Some(time) = point_in_time(given, at, judge) else { return };
    let Some(now) = judge.now else { return };
    let shown = Shown::Plain(given.as_str());
    if time.unix_millis() < now.unix_millis() {
        judge.report(past, at, shown, &[&now.to_rfc3339()]);
        return;
    }
    let days = judge.limits().send_at_days;
    let horizon = i64::try_from(days).unwrap_or(i64::MAX).saturating_mul(DAY);
    if time.unix_millis().saturating_sub(now.unix_millis()) > horizon {
        judge.report(&rules::SEND_AT_FAR, at, shown, &[&days]);
    }
}

/// The moment that a text says, or a violation.
pub(crate) fn point_in_time(given: &Time, at: &Path, judge: &mut Judge) -> Option<Timestamp> {
    let shown = Shown::Plain(given.as_str());
    match time::parse(given.as_str()) {
        Ok(time) if judge.mode != Mode::Check || time::is_documented(given.as_str()) => return Some(time),
        Ok(_) => judge.report(&shared::INVALID_TIME, at, shown, &[&TimeError::Form.as_str()]),
        Err(TimeError::NoOffset) => judge.report(&shared::NAIVE_DATETIME, at, shown, &[]),
        Err(reason) => judge.report(&shared::INVALID_TIME, at, shown, &[&reason.as_str()]),
    }
    None
}

fn long_field(text: &str, limit: u64, at: &Path, judge: &mut Judge) {
    let shown = Shown::Plain(text);
    judge_characters(text, at, judge, shown);
    judge_length(text, limit, &rules::FIELD_LONG, at, judge, shown);
}

pub(crate) fn entity_id(text: &str, at: &Path, judge: &mut Judge) {
    needs_version_2("entityId", at, judge);
    long_field(text, judge.limits().entity_id, at, judge);
}

pub(crate) fn application_id(text: &str, at: &Path, judge: &mut Judge) {
    needs_version_2("applicationId", at, judge);
    long_field(text, judge.limits().application_id, at, judge);
}

pub(crate) fn binary_entity_id(text: &str, at: &Path, judge: &mut Judge) {
    needs_version_2("entityId", at, judge);
    long_field(text, judge.limits().binary_entity_id, at, judge);
}

pub(crate) fn binary_application_id(text: &str, at: &Path, judge: &mut Judge) {
    needs_version_2("applicationId", at, judge);
    long_field(text, judge.limits().binary_application_id, at, judge);
}

pub(crate) fn campaign_reference_id(text: &str, at: &Path, judge: &mut Judge) {
    needs_version_2("campaignReferenceId", at, judge);
    long_field(text, judge.limits().campaign_reference_id, at, judge);
}

pub(crate) fn south_korea_title(text: &str, at: &Path, judge: &mut Judge) {
    long_field(text, judge.limits().south_korea_title, at, judge);
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "rules take what their field holds by reference")]
pub(crate) fn include_sms_count(_: &bool, at: &Path, judge: &mut Judge) {
    needs_version_2("includeSmsCountInResponse", at, judge);
}
