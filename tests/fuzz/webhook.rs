//! What must hold of whatever arrives at an address that takes webhooks.

use std::fmt::Debug;

use serde_json::{Value as Json, json};
use smskernel::webhook::{Headers, Request, UnreadableWebhook, Webhook};
use smskernel::{Tell, blackkonnect, infobip};

use crate::form::pairs;

fn post(body: &[u8]) -> Request<'_> {
    Request::new("POST", Headers::default(), "", body)
}

/// Either way what came is kept, and nothing of it is needed to print or to serialise it.
pub(crate) fn is_kept<E: Debug + Tell>(body: &[u8], result: &Result<Webhook<E>, UnreadableWebhook>) {
    match result {
        Ok(webhook) => {
            assert_eq!(webhook.raw_body, body);
            let mut last = None;
            for entry in &webhook.malformed {
                assert!(!entry.raw.is_empty() && !entry.reason.is_empty());
                assert!(last.is_none_or(|last| last < entry.position), "in the order of the body");
                last = Some(entry.position);
            }
            assert!(!format!("{webhook:?}").is_empty());
            serde_json::to_value(webhook).expect("a webhook is JSON");
        }
        Err(error) => {
            assert_eq!(error.raw_body, body);
            assert!(error.offset.is_none_or(|offset| offset <= body.len()));
            assert!(error.to_string().ends_with(&format!("[{}]", error.code)));
            serde_json::to_value(error).expect("an error is JSON");
        }
    }
}

/// Blackkonnect's: of a list, each entry that is no null is an event or malformed.
pub fn blackkonnect_webhook(data: &[u8]) {
    let result = blackkonnect::parse_webhook(&post(data));
    is_kept(data, &result);
    let Ok(Json::Array(entries)) = serde_json::from_slice(data) else { return };
    let webhook = result.expect("a list is read");
    let entries = entries.iter().filter(|entry| !entry.is_null()).count();
    assert_eq!(webhook.events.len() + webhook.malformed.len(), entries);
}

/// A form says what the object of its pairs says, whether it is a body or a query.
pub fn webhook_form(data: &[u8]) {
    let headers = Headers::from_pairs([("Content-Type", "application/x-www-form-urlencoded")]);
    let result = blackkonnect::parse_webhook(&Request::new("POST", headers, "", data));
    is_kept(data, &result);
    let Ok(text) = std::str::from_utf8(data) else { return };
    is_kept(data, &blackkonnect::parse_webhook(&Request::new("GET", Headers::default(), text, b"")));
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_ascii();
    // Another reader of forms, which takes fewer of them. One value may be JSON itself, and a text may begin like another kind.
    let Some(pairs) = pairs(text) else { return };
    let is_json = |part: &str| part.trim_ascii_start().starts_with(['{', '[']);
    if text.is_empty()
        || text.starts_with(['{', '[', '<'])
        || pairs.iter().any(|(name, value)| is_json(name) || is_json(value))
    {
        return;
    }
    // A member may stand there twice, as a pair may.
    let members: Vec<String> = pairs.iter().map(|(name, value)| format!("{}:{}", json!(name), json!(value))).collect();
    let as_json = blackkonnect::parse_webhook(&post(format!("{{{}}}", members.join(",")).as_bytes()));
    match (result, as_json) {
        (Ok(form), Ok(json)) => assert_eq!(form.events, json.events),
        (Err(form), Err(json)) => assert_eq!(form.code, json.code),
        (form, json) => panic!("a form and its object differ: {form:?} {json:?}"),
    }
}

/// Infobip's, as XML or as JSON.
pub fn webhook_xml(data: &[u8]) {
    let result = infobip::parse_webhook(&post(data));
    is_kept(data, &result);
    // What is read does not depend on what stands around it.
    let Ok(webhook) = result else { return };
    let Ok(text) = std::str::from_utf8(data) else { return };
    if !text.trim_ascii_start().starts_with('<') {
        return;
    }
    let commented = format!("<!-- a comment --><?a b?>{}\n<!-- another -->", text.trim_ascii());
    if !text.contains("<?xml") {
        let again = infobip::parse_webhook(&post(commented.as_bytes())).expect("comments say nothing");
        assert_eq!((again.events, again.malformed), (webhook.events, webhook.malformed));
    }
}
