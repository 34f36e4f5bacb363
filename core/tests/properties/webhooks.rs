//! No webhook is lost: whatever arrives is read, or is an error that holds it, and every entry of it is somewhere.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};
use smskernel::blackkonnect::{Event, parse_webhook};
use smskernel::webhook::{Headers, Request, UnreadableWebhook, Webhook};

use crate::models::leaf;

fn post(body: &[u8]) -> Result<Webhook<Event>, UnreadableWebhook> {
    parse_webhook(&Request::new("POST", Headers::default(), "", body))
}

/// A delivery about a message, of either kind, with members that no document names among them.
fn delivery() -> impl Strategy<Value = Json> {
    let name = select(vec!["uuid", "messageId", "partReferenceId", "bulkReferenceId", "destination"]);
    let status = of(select(vec!["QUEUED", "DELIVERED", "REJECTED", "ODD", ""]));
    (name, "[0-9A-Za-z]{1,8}", status, of("[0-9.]{1,5}"), of(leaf())).prop_map(
        |(name, id, status, cost, other)| json!({ name: id, "deliveryStatus": status, "cost": cost, "other": other }),
    )
}

/// What is no delivery.
fn stranger() -> impl Strategy<Value = Json> {
    prop_oneof![
        leaf().prop_filter("a null is nothing", |leaf| !leaf.is_null()),
        leaf().prop_map(|leaf| json!({ "deliveryStatus": "DELIVERED", "other": leaf })),
        leaf().prop_map(|leaf| json!([leaf])),
        Just(json!({})),
    ]
}

/// Entries in order, with what each is: a delivery, a stranger, or nothing.
fn entries() -> impl Strategy<Value = Vec<(Json, Option<bool>)>> {
    let entry = prop_oneof![
        3 => delivery().prop_map(|entry| (entry, Some(true))),
        1 => stranger().prop_map(|entry| (entry, Some(false))),
        1 => Just((Json::Null, None)),
    ];
    vec(entry, 0..12)
}

proptest! {
    #[test]
    fn every_entry_is_an_event_or_malformed(entries in entries(), in_envelope: bool) {
        let list: Json = entries.iter().map(|(entry, _)| entry.clone()).collect();
        let body = if in_envelope { json!({ "data": null, "items": list, "isSuccessful": true }) } else { list };
        let webhook = post(body.to_string().as_bytes()).unwrap();
        let events: Vec<&Json> = entries.iter().filter(|(_, kind)| *kind == Some(true)).map(|(entry, _)| entry).collect();
        prop_assert_eq!(webhook.events.len(), events.len());
        for (event, entry) in webhook.events.iter().zip(events) {
            let told = serde_json::to_value(event).unwrap();
            prop_assert_eq!(told["kind"].as_str().unwrap(), event.kind());
            for name in ["uuid", "messageId", "partReferenceId", "bulkReferenceId", "destination", "cost", "deliveryStatus"] {
                prop_assert_eq!(told.get(name), entry.get(name).filter(|value| !value.is_null()), "{}", name);
            }
            prop_assert_eq!(matches!(event, Event::OperatorDelivery(_)), !entry["cost"].is_null());
        }
        let malformed: Vec<(usize, String)> =
            webhook.malformed.iter().map(|entry| (entry.position as usize, entry.raw.clone())).collect();
        let strangers: Vec<(usize, String)> = entries
            .iter()
            .enumerate()
            .filter(|(_, (_, kind))| *kind == Some(false))
            // Of an envelope this is nothing, as a null is.
            .filter(|(_, (entry, _))| !in_envelope || *entry != json!({}))
            .map(|(position, (entry, _))| (position, entry.to_string()))
            .collect();
        prop_assert_eq!(malformed, strangers);
    }

    #[test]
    fn one_object_is_one_event_or_an_error(delivery in delivery(), stranger in stranger()) {
        prop_assert_eq!(post(delivery.to_string().as_bytes()).unwrap().events.len(), 1);
        let error = post(stranger.to_string().as_bytes());
        prop_assert!(!matches!(&error, Ok(webhook) if !webhook.events.is_empty()));
    }

    #[test]
    fn any_request_is_kept(
        method in select(vec!["GET", "POST", "get", ""]),
        content_type in select(vec!["", "application/json", "text/xml; charset=x", "application/x-www-form-urlencoded"]),
        query: String,
        body: Vec<u8>,
        start in select(vec!["", "{", "[{", "<", "messageId=", "\u{feff}{\"messageId\":"]),
    ) {
        let body = [start.as_bytes(), &body].concat();
        let headers = Headers::from_pairs([("content-type", content_type)]);
        let request = Request::new(method, headers, &query, &body);
        let result = parse_webhook(&request);
        prop_assert_eq!(&parse_webhook(&request), &result);
        let (kept, printed) = match result {
            Ok(webhook) => {
                prop_assert!(webhook.malformed.iter().all(|entry| !entry.raw.is_empty() && !entry.reason.is_empty()));
                serde_json::to_string(&webhook).unwrap();
                (webhook.raw_body, String::new())
            }
            Err(error) => (error.raw_body.clone(), error.to_string()),
        };
        prop_assert!(kept == body || kept == query.as_bytes());
        prop_assert!(printed.len() < 400, "{}", printed);
    }
}

#[test]
fn ten_thousand_events_in_one_body() {
    let entries: Vec<String> =
        (0..10_000).map(|row| format!(r#"{{"messageId":"{row}","deliveryStatus":"DELIVERED"}}"#)).collect();
    let body = format!("[{},7]", entries.join(","));
    let webhook = post(body.as_bytes()).unwrap();
    assert_eq!((webhook.events.len(), webhook.malformed.len()), (10_000, 1));
    assert_eq!(webhook.malformed[0].position, 10_000);
    let Event::DeliveryStatus(last) = &webhook.events[9_999] else { panic!("a status") };
    assert_eq!(last.message_id.as_deref(), Some("9999"));
}
