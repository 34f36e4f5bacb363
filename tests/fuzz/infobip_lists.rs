//! What must hold of Infobip's reports, logs, inbound messages and webhooks.

use serde_json::Value as Json;
use smskernel::infobip::{Event, GetInboxReports, GetLogs, GetReports, InboundMessages, Logs, Reports, parse_webhook};
use smskernel::webhook::{Headers, Request};
use smskernel::{Call, ReadReply, ReplyError, ReplyReader, Tell};

use crate::form::pairs;
use crate::webhook::is_kept;
use crate::{infobip_gateway, now, split};

/// What a reply becomes holds it, and a saved reader makes the same of it.
fn any_answer<A: ReadReply + PartialEq + std::fmt::Debug + Tell>(
    call: &Call<A>,
    data: &[u8],
    raw_body: impl Fn(&A) -> &[u8],
) -> Option<A> {
    let (status, headers, body) = split(data);
    let result = call.parse(status, &headers, body);
    let saved = ReplyReader::<A>::from_bytes(&call.reader().to_bytes()).expect("what was saved opens");
    assert_eq!(saved.parse_parts(status, &headers, body), result);
    match result {
        Ok(answer) => {
            assert_eq!(raw_body(&answer), body);
            assert!((200..300).contains(&status));
            serde_json::to_value(answer.told()).expect("an answer is JSON");
            assert!(!format!("{answer:?}").is_empty());
            Some(answer)
        }
        Err(error) => {
            assert_eq!((error.raw_body(), error.status()), (body, status));
            assert!(!error.to_string().is_empty());
            assert!(!matches!(error, ReplyError::Refused(_)) || (200..=599).contains(&status));
            None
        }
    }
}

/// Replies to `infobip.get_reports`, `get_logs` and `get_inbox_reports`: each entry is in one of two lists, and reports and logs
/// are the same.
pub fn infobip_reports(data: &[u8]) {
    let gateway = infobip_gateway();
    let reports = gateway.get_reports(&GetReports::new()).expect("a good question");
    let logs = gateway.get_logs(&GetLogs::new()).expect("a good question");
    let inbox = gateway.get_inbox_reports(&GetInboxReports::new()).expect("a good question");
    let reports = any_answer::<Reports>(&reports, data, |answer| &answer.raw_body);
    let logs = any_answer::<Logs>(&logs, data, |answer| &answer.raw_body);
    let inbox = any_answer::<InboundMessages>(&inbox, data, |answer| &answer.raw_body);
    let entries = |results: usize, malformed: usize| results + malformed;
    let of_reports = reports.as_ref().map(|answer| entries(answer.results.len(), answer.malformed.len()));
    assert_eq!(of_reports, logs.as_ref().map(|answer| entries(answer.results.len(), answer.malformed.len())));
    assert_eq!(of_reports, inbox.map(|answer| entries(answer.results.len(), answer.malformed.len())));
    assert_eq!(reports.map(|answer| answer.results), logs.map(|answer| answer.results));
}

/// Questions to the log as JSON text: a query that asks the same when its pairs are given again, or an error.
pub fn infobip_logs_request(data: &[u8]) {
    let gateway = infobip_gateway();
    match gateway.get_logs_json(data, now()) {
        Ok(call) => {
            assert!(call.body().is_empty());
            let query = call.url().split_once('?').map_or("", |(_, query)| query);
            let mut names = Vec::new();
            for (name, _) in pairs(query).expect("a query") {
                assert!(!names.contains(&name), "{name:?} stands twice");
                names.push(name);
            }
            assert!(call.url().is_ascii() && !format!("{call:?}").contains("planted-secret"));
        }
        Err(error) => assert!(error.errors().next().is_some(), "an error says why"),
    }
}

/// What is pushed: a first line announces what the rest is. Whatever that be, each entry of a JSON list is an event or malformed,
/// and what is kept of a malformed one stands in what came.
pub fn infobip_webhook(data: &[u8]) {
    let line = data.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let (content_type, body) = data.split_at(line);
    if body.trim_ascii().is_empty() {
        return;
    }
    let request = Request::new("POST", Headers::from_pairs([("Content-Type", content_type)]), "", body);
    let result = parse_webhook(&request);
    is_kept(body, &result);
    let Ok(webhook) = result else { return };
    let text = String::from_utf8_lossy(body);
    // JSON in a form is encoded there.
    if text.trim_start_matches('\u{feff}').trim_ascii_start().starts_with(['{', '[', '<']) {
        for malformed in &webhook.malformed {
            assert!(text.contains(&malformed.raw), "{malformed}");
        }
    }
    assert!(webhook.events.iter().all(|event| Event::KINDS.contains(&event.kind())));
    if let Ok(Json::Array(entries)) = serde_json::from_slice(body) {
        assert_eq!(webhook.events.len() + webhook.malformed.len(), entries.len());
    }
}
