//! The words about reports, logs and inbound messages.

use smskernel::infobip::{GetReports, InboundMessage, Reports, UrlClick, parse_webhook};
use smskernel::webhook::{Headers, Request};
use smskernel::{ReplyHeaders, Violation};

use crate::{account, now};

/// All that is found in a question to the log.
fn logs(question: &str) -> Vec<Violation> {
    match account("{}").unwrap().get_logs_json(question.as_bytes(), Some(now())) {
        Ok(call) => call.warnings().to_vec(),
        Err(error) => error.violations,
    }
}

/// The rules in the order of their list.
#[rustfmt::skip]
pub fn table() -> Vec<(&'static str, Vec<Violation>, &'static str)> {
    let ids = "m".repeat(2_049);
    vec![
        ("RESULTS_LIMIT", logs(r#"{"limit":1001}"#), "limit: 1001 is not from 1 to 1000. [out_of_range]"),
        ("ID_COMMA", logs(r#"{"messageId":["A,B"]}"#), "messageId[0]: \"A,B\" holds a comma, and the gateway would take it for two ids. Ask for its bulk or its time instead. [id_characters]"),
        ("IDS_LONG", logs(&format!(r#"{{"bulkId":"{ids}"}}"#)), "bulkId: has 2049 characters with its commas; at most 2048 fit. Ask for fewer ids at a time. [too_long]"),
        ("LOG_PAST", logs(r#"{"sentUntil":"2026-11-19T07:59:59Z"}"#), "sentUntil: \"2026-11-19T07:59:59Z\" is more than 48 hours ago, and the gateway tells of the last 48 hours only. [too_far_back]"),
        ("TIMES_REVERSED", logs(r#"{"sentSince":"2026-11-21T07:00:00Z","sentUntil":"2026-11-21T06:00:00Z"}"#), "sentUntil: is before `sentSince`, so that nothing lies between them. Exchange them. [incompatible_fields]"),
        ("MNC_ALONE", logs(r#"{"mnc":"01"}"#), "mcc: is required beside `mnc`, for each country counts its networks anew. [missing]"),
    ]
}

fn reports(status: i64, body: &str) -> Result<Reports, String> {
    let call = account("{}").unwrap().get_reports(&GetReports::new()).unwrap();
    call.parse(status, &ReplyHeaders::default(), body.as_bytes()).map_err(|error| error.to_string())
}

#[test]
fn what_comes_once_says_so_where_it_cannot_be_read() {
    #[rustfmt::skip]
    let table = [
        (200, r#"{"results":5}"#, "the reply with HTTP 200 and 13 bytes is no answer: expected a list of results or an error at results; asking again does no harm [unexpected_json]"),
        (200, "[]", "the reply with HTTP 200 and 2 bytes is no answer: its JSON is no object; asking again does no harm [unexpected_json]"),
        (200, r#"{"results":["#, "the reply with HTTP 200 and 12 bytes is no answer: its JSON ends early at byte 12; asking again does no harm [not_json]"),
        (500, r#"{"results":[]}"#, "the reply with HTTP 500 and 14 bytes is no answer: its body tells of success, and its status does not; asking again does no harm [unexpected_json]"),
    ];
    for (status, body, expected) in table {
        assert_eq!(reports(status, body).unwrap_err(), expected);
    }
}

#[test]
fn reports_and_events_print_in_words() {
    let body = r#"{"results":[{"messageId":"A-1","to":"41793026727","text":"Hi","status":{"groupId":2,"id":9,
        "name":"UNDELIVERABLE_NOT_DELIVERED"},"error":{"id":1,"name":"EC_UNKNOWN_SUBSCRIBER","permanent":true},
        "price":{"pricePerMessage":0.01,"currency":"EUR"}},{"status":{}},7]}"#;
    let answer = reports(200, body).unwrap();
    assert_eq!(
        format!("{answer:?}"),
        "Reports { results: [4179.....727 A-1: undeliverable (UNDELIVERABLE_NOT_DELIVERED), resend after_fix], \
         malformed: [MalformedEvent: entry 1 of 13 bytes is no event: it says of no message what became of it: it has \
         neither `messageId` nor `to`, MalformedEvent: entry 2 of 1 bytes is no event: it is no object], raw_body: 280 bytes }"
    );
    let report = &answer.results[0];
    assert_eq!(
        format!("{:?} {:?}", report.error.as_ref().unwrap(), report.price.as_ref().unwrap()),
        "DeliveryError { group_id: None, group_name: None, id: Some(1), name: Some(\"EC_UNKNOWN_SUBSCRIBER\"), \
         description: None, permanent: Some(true) } Price { price_per_message: \"0.01\", currency: \"EUR\" }"
    );
    let body = r#"{"results":[{"messageId":"M","from":"41793026727","to":"40404","text":"Hi"},
        {"recipient":"41793026727","notificationType":"CLICKED","url":"https://example.com/?a=b"}]}"#;
    let webhook = parse_webhook(&Request::new("POST", Headers::default(), "", body.as_bytes())).unwrap();
    assert_eq!(
        format!("{:?}", webhook.events),
        "[M from 4179.....727 to .....04: text of 2 characters, 4179.....727 without id: CLICKED https://example.com/…]"
    );
    let empty: (InboundMessage, UrlClick) = Default::default();
    assert_eq!(
        format!("{empty:?}"),
        "(without id from ..... to .....: text of 0 characters, ..... without id: a click (not shown))"
    );
}

#[test]
fn times_are_read_in_every_spelling() {
    let body = r#"{"results":[{"to":"1","sentAt":"2019-11-09T16:00:00.000+0000","doneAt":"2019-11-09T17:00:00.5+01:00"},
        {"to":"1","sentAt":"2019-11-09T16:00:00.123456789Z","doneAt":"soon"},{"to":"1","doneAt":"2019-11-09T16:00:00"}]}"#;
    let times: Vec<[String; 2]> = reports(200, body)
        .unwrap()
        .results
        .iter()
        .map(|report| [report.sent_time(), report.done_time()])
        .map(|times| times.map(|time| time.map_or_else(|| "none".to_owned(), |time| time.to_string())))
        .collect();
    assert_eq!(
        times,
        [
            ["2019-11-09T16:00:00.000Z", "2019-11-09T17:00:00.500+01:00"],
            ["2019-11-09T16:00:00.123Z", "none"],
            ["none", "none"]
        ]
    );
    let mut message = InboundMessage::default();
    assert_eq!(message.received_time(), None);
    message.received_at = Some("2024-12-10T15:12:28.074+0000".to_owned());
    assert_eq!(message.received_time().unwrap().to_rfc3339(), "2024-12-10T15:12:28.074Z");
    let mut click = UrlClick::default();
    assert_eq!(click.send_time(), None);
    click.send_date_time = Some(1_573_315_200_000);
    assert_eq!(click.send_time().unwrap().to_rfc3339(), "2019-11-09T16:00:00.000Z");
}
