//! Bulks that are asked for, moved, paused and cancelled.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::{Value, json};
use smskernel_sandbox::{Server, start};
use support::{Reply, TEXT, advance, call, post, problems};

const TEN: &str = "2025-01-01T10:00:00.000+0000";

fn url(server: &Server, path: &str, id: &str) -> String {
    format!("{}/sms/1/{path}?bulkId={id}", server.url_for("b", ""))
}

fn status(server: &Server, id: &str) -> Value {
    call("GET", &url(server, "bulks/status", id), "").at("/status")
}

fn set(server: &Server, id: &str, status: &str) -> Reply {
    call("PUT", &url(server, "bulks/status", id), &format!(r#"{{"status":"{status}"}}"#))
}

/// A bulk of so many messages, for ten o'clock.
fn schedule(server: &Server, id: &str, messages: usize) {
    let message =
        format!(r#"{{"destinations":[{{"to":"41793026727"}},{{"to":"41793026834"}}],"text":"Hi","sendAt":"{TEN}"}}"#);
    let body = format!(r#"{{"bulkId":"{id}","messages":[{}]}}"#, vec![message; messages].join(","));
    assert_eq!(post(&format!("{}{TEXT}", server.url_for("b", "")), &body).status, 200);
}

#[test]
fn a_bulk_is_moved() {
    let server = start().unwrap();
    schedule(&server, "one", 1);
    let answer = json!({"bulkId": "one", "sendAt": TEN});
    assert_eq!(call("GET", &url(&server, "bulks", "one"), "").json(), answer);
    assert_eq!(
        call("GET", &url(&server, "bulks/status", "one"), "").json(),
        json!({"bulkId": "one", "status": "PENDING"})
    );
    let moved = call("PUT", &url(&server, "bulks", "one"), r#"{"sendAt":"2025-01-01T01:00:00.000+0100"}"#);
    assert_eq!(moved.json(), json!({"bulkId": "one", "sendAt": "2025-01-01T00:00:00.000+0000"}));
    assert_eq!(status(&server, "one"), "PROCESSING");
    advance(&server, "b", 20);
    assert_eq!(status(&server, "one"), "FINISHED");
    assert!(server.fates(Some("b")).iter().all(|fate| fate.state == "delivered"));
    let late = call("PUT", &url(&server, "bulks", "one"), &format!(r#"{{"sendAt":"{TEN}"}}"#));
    assert_eq!((late.status, problems(&server, "b")[0].1), (400, "Over"));
}

#[test]
fn a_bulk_is_paused_and_goes_on() {
    let server = start().unwrap();
    schedule(&server, "one", 1);
    assert_eq!(set(&server, "one", "PAUSED").json(), json!({"bulkId": "one", "status": "PAUSED"}));
    advance(&server, "b", 12 * 3600);
    assert_eq!((status(&server, "one"), server.fates(None)[0].state), (json!("PAUSED"), "paused"));
    assert_eq!(set(&server, "one", "PENDING").at("/status"), "PROCESSING", "its time has passed, so it goes at once");
    advance(&server, "b", 20);
    assert_eq!(server.fates(None)[0].state, "delivered");
    assert_eq!(call("GET", &url(&server, "bulks", "one"), "").at("/sendAt"), "2025-01-01T12:00:00.000+0000");
}

#[test]
fn a_bulk_is_cancelled_for_good() {
    let server = start().unwrap();
    schedule(&server, "one", 1);
    assert_eq!(set(&server, "one", "CANCELED").at("/status"), "CANCELED");
    assert_eq!((set(&server, "one", "PENDING").status, problems(&server, "b")[0].1), (400, "Over"));
    advance(&server, "b", 12 * 3600);
    assert_eq!((status(&server, "one"), server.fates(None)[0].state), (json!("CANCELED"), "cancelled"));
    let reports = call("GET", &format!("{}/sms/1/reports", server.url_for("b", "")), "");
    assert_eq!((reports.at("/results/0/status/id"), reports.at("/results/0/error/id")), (json!(31), json!(4100)));
}

#[test]
fn a_bulk_of_several_messages_stays_as_it_is() {
    let server = start().unwrap();
    schedule(&server, "two", 2);
    schedule(&server, "again", 1);
    schedule(&server, "again", 1);
    for id in ["two", "again"] {
        assert_eq!((set(&server, id, "PAUSED").status, problems(&server, "b")[0].1), (400, "Several"));
        assert_eq!(call("PUT", &url(&server, "bulks", id), &format!(r#"{{"sendAt":"{TEN}"}}"#)).status, 400);
        assert_eq!(status(&server, id), "PENDING");
    }
}

#[test]
fn faults_are_named() {
    let server = start().unwrap();
    schedule(&server, "one", 1);
    let unknown = call("GET", &url(&server, "bulks", "other"), "");
    let body = json!({"requestError": {"serviceException": {"messageId": "NOT_FOUND", "text": "Bulk not found"}}});
    assert_eq!((unknown.status, unknown.json()), (404, body));
    for path in ["bulks", "bulks/status"] {
        assert_eq!(call("GET", &format!("{}/sms/1/{path}", server.url_for("b", "")), "").status, 400);
        assert_eq!(problems(&server, "b")[0], ("query.bulkId".to_owned(), "Required"));
        assert_eq!(call("POST", &url(&server, path, "one"), "{}").status, 405);
    }
    for (path, body, place, rule) in [
        ("bulks", "{}", "sendAt", "Required"),
        ("bulks", r#"{"sendAt":"2025-01-01"}"#, "sendAt", "Form"),
        ("bulks", r#"{"sendAt":null}"#, "sendAt", "Null"),
        ("bulks", r#"{"send_at":"2025-01-01T10:00:00.000+0000"}"#, "send_at", "Unknown"),
        ("bulks/status", r#"{"status":"CANCELLED"}"#, "status", "Choice"),
        ("bulks/status", r#"{"status":"FINISHED"}"#, "status", "Choice"),
        ("bulks/status", r#"{"status":1}"#, "status", "Type"),
        ("bulks/status", "[", "body", "Json"),
    ] {
        assert_eq!(call("PUT", &url(&server, path, "one"), body).status, 400, "{body}");
        assert!(problems(&server, "b").contains(&(place.to_owned(), rule)), "{body}: {:?}", problems(&server, "b"));
    }
    // An answer in place of its own changes nothing.
    let forced = format!("{}/sms/1/bulks/status?bulkId=one", server.url_for("b", "status-500"));
    assert_eq!(call("PUT", &forced, r#"{"status":"CANCELED"}"#).status, 500);
    assert_eq!(status(&server, "one"), "PENDING");
}
