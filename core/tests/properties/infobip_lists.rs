//! Lists of reports and of inbound messages: no entry is lost, whatever it is and however it comes.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};
use smskernel::infobip::{
    Event, GetInboxReports, GetReports, InboundMessages, Reports, STATUSES, parse_webhook as parse,
};
use smskernel::webhook::{Headers, Request};
use smskernel::{Call, ReplyError, ReplyHeaders, ReplyReader, Resend, State};

use crate::account;
use crate::replies::{accidents, happened, status};

fn reports_call() -> Call<Reports> {
    account(&json!({})).get_reports(&GetReports::new()).unwrap()
}

fn inbox_call() -> Call<InboundMessages> {
    account(&json!({})).get_inbox_reports(&GetInboxReports::new()).unwrap()
}

fn read(body: &str) -> Reports {
    reports_call().parse(200, &ReplyHeaders::default(), body.as_bytes()).unwrap()
}

/// A report, as the documents name its members; texts that XML can hold.
fn report() -> impl Strategy<Value = Json> {
    let word = || of("[a-zA-Z0-9 <&>\"'é€.:+-]{1,12}");
    (word(), "[a-z0-9-]{1,12}", word(), of(0..9_i64), of(select(STATUSES.to_vec())), of(any::<bool>()), word())
        .prop_map(|(bulk, id, to, count, status, permanent, text)| {
            let status = status.map(|row| json!({ "groupId": row.group, "id": row.id, "name": row.name }));
            let error = permanent.map(|permanent| json!({ "id": 6, "name": "EC_X", "permanent": permanent }));
            let all = [
                ("bulkId", json!(bulk)),
                ("messageId", json!(id)),
                ("to", json!(to)),
                ("smsCount", json!(count)),
                ("status", json!(status)),
                ("error", json!(error)),
                ("text", json!(text)),
                ("price", json!({ "pricePerMessage": 0.0078, "currency": "EUR" })),
            ];
            all.into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| (name.to_owned(), value))
                .collect()
        })
}

/// What is no report.
fn stranger() -> impl Strategy<Value = Json> {
    select(vec![
        json!(null),
        json!(7),
        json!("text"),
        json!([{ "messageId": "A" }]),
        json!({}),
        json!({ "bulkId": "B" }),
    ])
}

/// An element of XML.
fn xml(name: &str, value: &Json, out: &mut String) {
    write!(out, "<{name}>").unwrap();
    match value {
        Json::Object(members) => members.iter().for_each(|(name, value)| xml(name, value, out)),
        Json::String(text) => out.push_str(&text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")),
        other => out.push_str(&other.to_string()),
    }
    write!(out, "</{name}>").unwrap();
}

/// Each form in which XML has listed results.
fn forms(reports: &[Json]) -> Vec<String> {
    let each = |name: &str| {
        let mut out = String::new();
        for report in reports {
            xml(name, report, &mut out);
        }
        out
    };
    let (inner, outer) = (each("result"), each("results"));
    vec![
        format!("<reportResponse><results>{inner}</results></reportResponse>"),
        format!("<SMSReportResponse>{outer}</SMSReportResponse>"),
        format!("<SMSLogsResponse><results>{outer}</results></SMSLogsResponse>"),
    ]
}

fn pushed(body: &[u8]) -> Option<Vec<Event>> {
    let webhook = parse(&Request::new("POST", Headers::default(), "", body)).ok()?;
    assert!(webhook.malformed.is_empty(), "{webhook:?}");
    Some(webhook.events)
}

fn holds<A>(result: Result<A, ReplyError>, status: i64, body: &[u8], raw_body: impl Fn(&A) -> &[u8]) {
    match result {
        Ok(answer) => assert_eq!((raw_body(&answer), status / 100), (body, 2)),
        Err(error) => {
            assert_eq!((error.raw_body(), error.status()), (body, status));
            assert!(!error.to_string().is_empty());
        }
    }
}

fn any_reply(status: i64, body: &[u8]) {
    let headers = ReplyHeaders::default();
    holds(reports_call().parse(status, &headers, body), status, body, |answer| &answer.raw_body);
    holds(inbox_call().parse(status, &headers, body), status, body, |answer| &answer.raw_body);
    match parse(&Request::new("POST", Headers::default(), "", body)) {
        Ok(webhook) => assert_eq!(webhook.raw_body, body),
        Err(error) => assert_eq!(error.raw_body, body),
    }
}

proptest! {
    #[test]
    fn any_bytes(status in status(), body in vec(any::<u8>(), 0..200)) {
        any_reply(status, &body);
    }

    #[test]
    fn damaged_lists(status in status(), reports in vec(report(), 0..4), accidents in accidents()) {
        any_reply(status, &happened(json!({ "results": reports }).to_string().into_bytes(), &accidents));
        for form in forms(&reports) {
            any_reply(status, &happened(form.into_bytes(), &accidents));
        }
    }

    #[test]
    fn each_entry_is_in_one_of_the_two_lists(entries in vec(prop_oneof![3 => report(), 1 => stranger()], 0..12)) {
        let answer = read(&json!({ "results": entries }).to_string());
        prop_assert_eq!(answer.results.len() + answer.malformed.len(), entries.len());
        let good = |entry: &&Json| entry.get("messageId").is_some();
        let ids: Vec<&str> = entries.iter().filter(good).map(|entry| entry["messageId"].as_str().unwrap()).collect();
        let told: Vec<&str> = answer.results.iter().map(|report| report.message_id.as_deref().unwrap()).collect();
        prop_assert_eq!(told, ids);
        let bad: Vec<(usize, String)> =
            entries.iter().enumerate().filter(|(_, entry)| !good(entry)).map(|(at, entry)| (at, entry.to_string())).collect();
        let kept: Vec<(usize, String)> =
            answer.malformed.iter().map(|entry| (entry.position as usize, entry.raw.clone())).collect();
        prop_assert_eq!(kept, bad);
    }

    #[test]
    fn a_report_is_the_same_asked_for_and_pushed_in_every_form(reports in vec(report(), 1..6)) {
        let body = json!({ "results": reports }).to_string();
        let asked: Vec<Event> = read(&body).results.into_iter().map(Event::DeliveryReport).collect();
        let saved = ReplyReader::<Reports>::from_bytes(&reports_call().reader().to_bytes()).unwrap();
        prop_assert_eq!(saved.parse_parts(200, &ReplyHeaders::default(), body.as_bytes()), Ok(read(&body)));
        // Without a status nothing tells it from other events.
        let are_reports = reports.iter().all(|report| report.get("status").or(report.get("error")).is_some());
        if are_reports {
            prop_assert_eq!(pushed(body.as_bytes()), Some(asked.clone()));
            for form in forms(&reports) {
                prop_assert_eq!(pushed(form.as_bytes()), Some(asked.clone()), "{}", form);
            }
        }
    }

    #[test]
    fn an_error_refines_what_may_be_sent_again_and_nothing_else(row in select(STATUSES.to_vec()), permanent in of(any::<bool>()), id in 0..5_500_i64) {
        let with = |error: Json| {
            let status = json!({ "groupId": row.group, "id": row.id, "name": row.name });
            let entry = json!({ "to": "41793026727", "status": status, "error": error });
            read(&json!({ "results": [entry] }).to_string()).results.remove(0).outcome
        };
        let (plain, refined) = (with(json!(null)), with(json!({ "id": id, "permanent": permanent })));
        prop_assert_eq!((refined.state, refined.is_final, &refined.code), (plain.state, plain.is_final, &plain.code));
        if refined.resend != plain.resend {
            prop_assert!(matches!(plain.state, State::Undeliverable | State::Expired | State::Rejected));
            prop_assert!(matches!(plain.resend, Resend::Safe | Resend::SafeAfter));
            prop_assert_eq!(refined.resend, Resend::AfterFix);
            prop_assert!(permanent != Some(false));
        }
        // The gateway's own word, and the table's where it says none.
        let listed = smskernel::infobip::DELIVERY_ERRORS.iter().any(|row| i64::from(row.id) == id && row.permanent);
        let may_go_again = matches!(plain.resend, Resend::Safe | Resend::SafeAfter) && plain.is_failure();
        prop_assert_eq!(refined.resend == Resend::AfterFix, if may_go_again { permanent.unwrap_or(listed) } else { plain.resend == Resend::AfterFix });
    }
}

#[test]
fn ten_thousand_reports_share_what_is_the_same() {
    let entry = |index: usize| json!({ "messageId": index.to_string(), "status": { "groupId": 3, "id": 5 }, "error": { "id": 0, "permanent": false } });
    let body = json!({ "results": (0..10_000).map(entry).collect::<Vec<_>>() }).to_string();
    let answer = read(&body);
    assert_eq!(answer.results.len(), 10_000);
    let first = &answer.results[0];
    for report in &answer.results {
        assert!(Arc::ptr_eq(&report.outcome, &first.outcome));
        assert!(Arc::ptr_eq(report.status.as_ref().unwrap(), first.status.as_ref().unwrap()));
        assert!(Arc::ptr_eq(report.error.as_ref().unwrap(), first.error.as_ref().unwrap()));
    }
    assert_eq!(pushed(body.as_bytes()).map(|events| events.len()), Some(10_000));
}
