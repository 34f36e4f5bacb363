//! Reports, logs and inbound messages hold numbers and texts, in answers, in what is malformed, and in questions.

use serde_json::json;
use smskernel::infobip::{Auth, GetInboxLogs, GetLogs, GetReports, parse_webhook};
use smskernel::webhook::{Headers, Request};
use smskernel::{ReplyError, ReplyHeaders};

use crate::search::Printed;
use crate::{KEY, NUMBER, TEXT, account, support};

/// Bodies that hold a number and a text wherever one can stand.
fn bodies() -> Vec<String> {
    let report = json!({ "messageId": "M", "to": NUMBER, "from": NUMBER, "text": TEXT, "callbackData": TEXT,
        "status": { "id": 5, "groupId": 3, "name": "DELIVERED_TO_HANDSET" }, "error": { "id": 0 } });
    let inbound = json!({ "messageId": "M", "from": NUMBER, "to": NUMBER, "text": TEXT, "cleanText": TEXT,
        "keyword": TEXT, "callbackData": TEXT });
    let click = json!({ "recipient": NUMBER, "url": format!("https://example.com/{NUMBER}?a={TEXT}"),
        "messageId": "M", "callbackData": TEXT, "other": TEXT, "recipientInfo": { "os": "x" } });
    let stranger = json!({ "number": NUMBER, "message": TEXT });
    vec![
        json!({ "results": [report, inbound, stranger, format!("{NUMBER} {TEXT}"), click] }).to_string(),
        click.to_string(),
        stranger.to_string(),
        json!({ "results": format!("{NUMBER} {TEXT}") }).to_string(),
        format!("{{\"results\":[{report},{TEXT}"),
        format!("<r><results><to>{NUMBER}</to><text>{TEXT}</text></results><results><x>{TEXT}</x></results></r>"),
        format!("<html>{TEXT} {NUMBER}</html>"),
        String::new(),
    ]
}

#[test]
fn what_is_asked_and_answered_prints_no_number_no_text_and_no_key() {
    let gateway = account(Auth::api_key(KEY));
    let mut printed = Printed::default();
    let logs = GetLogs::new().to(NUMBER).sender(NUMBER).message_id(["A"]);
    let inbox = GetInboxLogs::new().to(NUMBER);
    printed.debug("question", &logs);
    printed.debug("question", &inbox);
    let reports = gateway.get_reports(&GetReports::new()).unwrap();
    let logs = gateway.get_logs(&logs).unwrap();
    let inbox = gateway.get_inbox_logs(&inbox).unwrap();
    printed.debug("call", &reports);
    printed.debug("call", &logs);
    printed.debug("call", &inbox);
    printed.debug("reader", logs.reader());
    let shape = json!({ "to": format!("{NUMBER}x"), "from": [NUMBER], "messageId": [[NUMBER]] });
    printed.invalid("question", &gateway.get_logs_value(support::tree(&shape), None).unwrap_err());
    for body in bodies() {
        for status in [200, 500] {
            let headers = ReplyHeaders::default();
            let mut error = |error: ReplyError| {
                printed.display("error", &error);
                printed.json("error", &error);
            };
            let mut answers: Vec<Box<dyn std::fmt::Debug>> = Vec::new();
            match reports.parse(status, &headers, body.as_bytes()) {
                Ok(answer) => answers.push(Box::new(answer)),
                Err(found) => error(found),
            }
            match logs.parse(status, &headers, body.as_bytes()) {
                Ok(answer) => answers.push(Box::new(answer)),
                Err(found) => error(found),
            }
            match inbox.parse(status, &headers, body.as_bytes()) {
                Ok(answer) => answers.push(Box::new(answer)),
                Err(found) => error(found),
            }
            for answer in answers {
                printed.debug("answer", &answer);
            }
        }
        match parse_webhook(&Request::new("POST", Headers::default(), "", body.as_bytes())) {
            Ok(webhook) => {
                printed.debug("webhook", &webhook);
                webhook.malformed.iter().for_each(|malformed| printed.display("malformed entry", malformed));
            }
            Err(error) => {
                printed.display("error", &error);
                printed.json("error", &error);
            }
        }
    }
    printed.holds_none_of(&[KEY, NUMBER, TEXT]);
}

#[test]
fn what_a_program_reads_is_plain() {
    let call = account(Auth::api_key(KEY)).get_reports(&GetReports::new()).unwrap();
    let answer = call.parse(200, &ReplyHeaders::default(), bodies()[0].as_bytes()).unwrap();
    let told = support::json(&answer).to_string();
    assert!(told.contains(NUMBER) && told.contains(TEXT) && !told.contains("rawBody"));
}
