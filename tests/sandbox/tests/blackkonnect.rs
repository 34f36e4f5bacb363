//! Good Blackkonnect sends are answered as the documents of either generation do, and kept; the modes that bear on
//! them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::{Value, json};
use smskernel_sandbox::{Outcome, Server, Verdict, start};
use support::{BLACKKONNECT, BULK_MESSAGES, MESSAGE, Reply, SEND_BULK, SEND_MESSAGE, blackkonnect, exchange, get};

fn message(server: &Server, modes: &str) -> Reply {
    blackkonnect(&format!("{}{SEND_MESSAGE}", server.url_for("r", modes)), MESSAGE)
}

fn bulk(server: &Server, modes: &str) -> Reply {
    blackkonnect(&format!("{}{SEND_BULK}", server.url_for("r", modes)), BULK_MESSAGES)
}

const STATUSES: &str = "/smsMessageDeliveryStatuses";

#[test]
fn a_message_is_answered_in_either_generation() {
    let server = start().unwrap();
    let pagination = json!({"totalElements": 0, "pageSize": 0, "totalPages": 0, "pageNumber": 0, "offSet": 0});
    let reply = message(&server, "new");
    let expected = json!({
        "code": 0, "message": null, "data": null,
        "correlationId": "c0000000-0000-4000-8000-000000000002",
        "conversationId": "c1000000-0000-4000-8000-000000000003",
        "requestId": "Q-1", "items": [null], "itemPagination": pagination,
        "deliveryStatus": "QUEUED", "isSuccessful": true,
    });
    assert_eq!((reply.status, reply.json()), (200, expected.clone()));
    assert_eq!(reply.header("content-type"), Some("application/json"));

    let mut old = expected;
    old["message"] = json!({});
    old["data"] = json!({});
    old["items"] = json!([{}]);
    old["correlationId"] = json!("c0000000-0000-4000-8000-000000000005");
    old["conversationId"] = json!("c1000000-0000-4000-8000-000000000006");
    assert_eq!(message(&server, "old").json(), old);

    let kept = json!({"run": "r", "dialect": "blackkonnect", "to": "254712345678", "id": "M-1",
        "gateway_id": "a1000000-0000-4000-8000-000000000001", "text": "Good morning", "sender": "SANDBOX",
        "correlation_id": "c0000000-0000-4000-8000-000000000002", "outcome": "accepted"});
    assert_eq!(get(&(server.url() + "/accepted?run=r")).at("/0"), kept);
}

#[test]
fn a_bulk_is_answered_in_either_generation() {
    let server = start().unwrap();
    let status = |id: &str, number: &str, reference: &str| {
        json!({
            "messageId": id,
            "messageGroupStatus": {"statusGroupName": "PENDING", "deliveryStatus": "QUEUED",
                "statusDescription": "Message queued", "action": "None"},
            "destination": number, "smsCount": 1,
            "smscReference": format!("smsc-a1000000-0000-4000-8000-{reference}"),
        })
    };
    let sent: Value = serde_json::from_str(BULK_MESSAGES).unwrap();
    let mut items = sent["messages"].clone();
    items[0]["destinations"][1]["sourceAddress"] = json!("SANDBOX");
    items[1]["destinations"][0]["sourceAddress"] = json!("SANDBOX");
    let statuses = json!([
        status("M-1", "254712345678", "000000000003"),
        status("a0000000-0000-4000-8000-000000000004", "254712345679", "000000000004"),
        status("M-3", "+254712345670", "000000000005"),
    ]);
    let expected = json!({
        "code": 0, "message": null, "data": items[0],
        "correlationId": "c0000000-0000-4000-8000-000000000001",
        "conversationId": "c1000000-0000-4000-8000-000000000002",
        "requestId": "Q-1", "items": items,
        "itemPagination": {"totalElements": 2, "pageSize": 2, "totalPages": 1, "pageNumber": 0, "offSet": 0},
        "bulkId": "B-1", "smsMessageDeliveryStatuses": statuses, "isSuccessful": true,
    });
    let reply = bulk(&server, "new");
    assert_eq!((reply.status, reply.json()), (200, expected));

    let old = bulk(&server, "old");
    assert_eq!(old.at("/message"), json!({}));
    assert_eq!(old.at("/data/sendAt"), "2019-08-24T14:15:22Z");
    assert!(!old.body.contains("sourceAddress") && !old.body.contains("smscReference"));
    assert_eq!(old.each(STATUSES, "messageId")[2], "M-3");

    let senders: Vec<_> = server.accepted(None).into_iter().map(|kept| kept.sender.unwrap()).collect();
    assert_eq!(senders[..3], ["OTHER", "SANDBOX", "SANDBOX"]);
    let kept = get(&(server.url() + "/accepted"));
    assert_eq!(kept.each("", "bulk_id"), ["B-1"; 6]);
    assert_eq!(kept.at("/0/correlation_id"), "c0000000-0000-4000-8000-000000000001");
}

#[test]
fn little_is_enough() {
    let server = start().unwrap();
    let reply = blackkonnect(&(server.url() + SEND_MESSAGE), r#"{"destination":"+254712345678"}"#);
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert!(reply.at("/requestId").as_str().unwrap().starts_with("c2"));
    let headers = [BLACKKONNECT[0], BLACKKONNECT[3]];
    for window in [r#"{"days":[]}"#, r#"{"from":{"hour":23}}"#, r#"{"to":{"hour":0,"minute":0}}"#] {
        let body = format!(
            r#"{{"messages":[{{"destinations":[{{"destination":"254712345678"}}],"text":"",
            "deliveryTimeWindow":{window},"validityPeriodMinutes":0,"sendAt":"2019-08-24T14:15:22+03:00"}}]}}"#
        );
        let url = server.url() + "/any/prefix" + SEND_BULK;
        let reply = exchange("POST", &url, &headers, body.as_bytes()).unwrap();
        assert_eq!(reply.status, 200, "{}", reply.body);
        assert!(reply.at("/bulkId").as_str().unwrap().starts_with("b0"));
        assert_eq!(reply.json()["data"]["destinations"][0].get("sourceAddress"), None);
    }
}

#[test]
fn refusals_inside_a_success() {
    let server = start().unwrap();
    for (reply, old) in [message, bulk]
        .iter()
        .flat_map(|send| [(send(&server, "unsuccessful"), false), (send(&server, "old+unsuccessful"), true)])
    {
        assert_eq!((reply.status, reply.at("/isSuccessful"), reply.at("/code")), (200, json!(false), json!(1001)));
        let text = "The request could not be processed";
        assert_eq!(reply.at("/message"), if old { json!({"reason": text}) } else { json!(text) });
    }
    assert!(server.accepted(None).is_empty());
    assert!(server.received(None).iter().all(|one| one.verdict == Verdict::Refused && one.problems.is_empty()));

    assert_eq!(message(&server, "refuse-78").at("/deliveryStatus"), "REJECTED");
    let reply = bulk(&server, "refuse-79");
    let statuses: Vec<_> =
        reply.each(STATUSES, "messageGroupStatus").into_iter().map(|group| group["deliveryStatus"].clone()).collect();
    assert_eq!(statuses, ["QUEUED", "REJECTED", "QUEUED"]);
    assert_eq!(reply.at("/smsMessageDeliveryStatuses/1/messageGroupStatus/statusDescription"), "Not enough credits");
    let outcomes: Vec<_> = server.accepted(None).into_iter().map(|kept| kept.outcome).collect();
    assert_eq!(outcomes, [Outcome::Rejected, Outcome::Accepted, Outcome::Rejected, Outcome::Accepted]);
}

#[test]
fn entries_go_missing_double_and_change_places() {
    let server = start().unwrap();
    let numbers = |modes: &str| bulk(&server, modes).each(STATUSES, "destination");
    assert_eq!(numbers("missing"), ["254712345678", "254712345679"]);
    assert_eq!(numbers("doubled").len(), 4);
    assert_eq!(numbers("reordered"), ["+254712345670", "254712345679", "254712345678"]);
    let bare = bulk(&server, "no-ids");
    for id in ["correlationId", "conversationId", "requestId", "bulkId"] {
        assert_eq!(bare.json().get(id), None);
        assert_eq!(message(&server, "no-ids").json().get(id), None);
    }
    let entry = bare.at("/smsMessageDeliveryStatuses/0");
    assert!(entry.get("messageId").is_none() && entry.get("smscReference").is_none());
}

#[test]
fn forced_statuses_send_nothing() {
    let server = start().unwrap();
    for (mode, status, title) in [
        ("status-401", 401, "Unauthorized"),
        ("status-403", 403, "Forbidden"),
        ("status-429", 429, "Too Many Requests"),
        ("status-500", 500, "Internal Server Error"),
    ] {
        for reply in [message(&server, mode), bulk(&server, mode)] {
            assert_eq!((reply.status, reply.at("/title")), (status, json!(title)));
            assert_eq!(reply.header("content-type"), Some("application/problem+json"));
            assert_eq!(reply.json().get("errors"), None);
        }
    }
    assert_eq!(message(&server, "status-429").header("retry-after"), Some("7"));
    assert_eq!(message(&server, "redirect-307").header("location"), Some("/run/r/elsewhere"));
    assert_eq!(message(&server, "status-500-html").status, 500);
    assert!(server.accepted(None).is_empty());
    assert_eq!(message(&server, "empty").body, "");
    assert!(serde_json::from_str::<Value>(&bulk(&server, "truncated").body).is_err());
    let url = format!("{}{SEND_BULK}", server.url_for("r", "close"));
    assert!(exchange("POST", &url, &BLACKKONNECT, BULK_MESSAGES.as_bytes()).is_none());
    assert_eq!(server.accepted(None).len(), 1 + 3 + 3);
}
