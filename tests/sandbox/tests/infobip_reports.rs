//! The fate of messages by the clock of their run, reports that are handed out once, and the log.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::{Value, json};
use smskernel_sandbox::{Server, start};
use support::{HEADERS, Reply, TEXT, advance, call, control, exchange, post, problems, single};

const SINGLE: &str = "/sms/1/text/single";

fn send(server: &Server, run: &str, modes: &str, to: &str) -> Reply {
    let reply = post(&format!("{}{SINGLE}", server.url_for(run, modes)), &single(to));
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply
}

fn ask(server: &Server, run: &str, modes: &str, path: &str) -> Reply {
    let reply = call("GET", &format!("{}/sms/1/{path}", server.url_for(run, modes)), "");
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply
}

fn names(reply: &Reply) -> Vec<Value> {
    reply.each("/results", "status").iter().map(|status| status["name"].clone()).collect()
}

#[test]
fn a_report_is_handed_out_once() {
    let server = start().unwrap();
    let body = r#"{"bulkId":"BULK-ID-123-xyz","messages":[{"destinations":[{"to":"41793026727","messageId":"MESSAGE-ID-123-xyz"}],
        "text":"Hi","from":"SMSC","callbackData":"callbackData"}]}"#;
    assert_eq!(post(&format!("{}{TEXT}", server.url_for("r", "")), body).status, 200);
    assert_eq!(ask(&server, "r", "", "reports").json(), json!({"results": []}));
    advance(&server, "r", 19);
    assert_eq!(ask(&server, "r", "", "reports").json(), json!({"results": []}));
    advance(&server, "r", 1);
    let report = json!({"results": [{
        "bulkId": "BULK-ID-123-xyz", "messageId": "MESSAGE-ID-123-xyz", "to": "41793026727", "from": "SMSC",
        "sentAt": "2025-01-01T00:00:00.000+0000", "doneAt": "2025-01-01T00:00:20.000+0000", "smsCount": 1,
        "mccMnc": "22801", "callbackData": "callbackData", "price": {"pricePerMessage": 0.01, "currency": "EUR"},
        "status": {"groupId": 3, "groupName": "DELIVERED", "id": 5, "name": "DELIVERED_TO_HANDSET",
            "description": "Message delivered to handset"},
        "error": {"groupId": 0, "groupName": "Ok", "id": 0, "name": "NO_ERROR", "description": "No Error",
            "permanent": false}
    }]});
    assert_eq!(ask(&server, "other", "", "reports").json(), json!({"results": []}));
    assert_eq!(ask(&server, "r", "", "reports").json(), report);
    assert_eq!(ask(&server, "r", "", "reports").json(), json!({"results": []}));
    assert_eq!(server.fates(Some("r"))[0].pulled, 1);
}

#[test]
fn a_number_says_its_fate() {
    let server = start().unwrap();
    let rows = [
        ("90", "undeliverable", "UNDELIVERABLE_NOT_DELIVERED", 27),
        ("91", "undeliverable", "UNDELIVERABLE_REJECTED_OPERATOR", 1),
        ("92", "undeliverable", "UNDELIVERABLE_NOT_SENT", 500),
        ("93", "expired", "EXPIRED_EXPIRED", 4098),
        ("94", "expired", "EXPIRED_DLR_UNKNOWN", 2048),
        ("95", "rejected", "REJECTED_NETWORK", 2053),
        ("96", "rejected", "REJECTED_DND", 2052),
        ("27", "delivered", "DELIVERED_TO_HANDSET", 0),
    ];
    for (ending, ..) in rows {
        send(&server, "f", "", &format!("417930267{ending}"));
    }
    for (ending, state, name) in [
        ("97", "sent", "DELIVERED_TO_OPERATOR"),
        ("98", "pending", "PENDING_WAITING_DELIVERY"),
        ("99", "pending", "PENDING_WAITING_DELIVERY"),
    ] {
        let run = format!("never{ending}");
        send(&server, &run, "", &format!("417930267{ending}"));
        advance(&server, &run, 9);
        assert_eq!(server.fates(Some(&run))[0].state, "enroute");
        advance(&server, &run, 40 * 3600);
        assert_eq!(ask(&server, &run, "", "reports").json(), json!({"results": []}));
        assert_eq!(names(&ask(&server, &run, "", "logs")), [name]);
        let fate = &server.fates(Some(&run))[0];
        assert_eq!((fate.state, fate.is_final), (state, false));
    }
    advance(&server, "f", 24 * 3600);
    let reply = ask(&server, "f", "", "reports");
    assert_eq!(names(&reply), rows.map(|(_, _, name, _)| name));
    let errors: Vec<_> = reply.each("/results", "error").iter().map(|error| error["id"].clone()).collect();
    assert_eq!(errors, rows.map(|(.., id)| id));
    assert_eq!(reply.at("/results/1/error/permanent"), true);
    let fates = server.fates(Some("f"));
    let states: Vec<_> = fates.iter().map(|fate| fate.state).collect();
    assert_eq!(states, rows.map(|(_, state, ..)| state));
    assert!(fates.iter().all(|fate| fate.is_final && fate.pulled == 1));
    send(&server, "f", "fate-expired", "41793026727");
    advance(&server, "f", 24 * 3600);
    assert_eq!(server.fates(Some("f"))[8].state, "expired");
    assert_eq!(server.fates(Some("f"))[8].status, Some("EXPIRED_EXPIRED"));
}

#[test]
fn states_move_with_the_clock_alone() {
    let server = start().unwrap();
    send(&server, "c", "", "41793026727");
    let scheduled = r#"{"messages":[{"destinations":[{"to":"41793026793"}],"text":"Hi","validityPeriod":2,
        "sendAt":"2025-01-01T02:00:00.000+0100"}]}"#;
    assert_eq!(post(&format!("{}{TEXT}", server.url_for("c", "")), scheduled).status, 200);
    let state = || server.fates(Some("c")).iter().map(|fate| fate.state).collect::<Vec<_>>();
    assert_eq!(state(), ["enroute", "scheduled"]);
    advance(&server, "c", 10);
    assert_eq!(state(), ["waiting", "scheduled"]);
    control(&server, "c", "clock", r#"{"now":"2025-01-01T01:00:00.000+0000"}"#);
    assert_eq!(state(), ["delivered", "enroute"]);
    advance(&server, "c", 119);
    assert_eq!(state(), ["delivered", "waiting"]);
    advance(&server, "c", 1);
    assert_eq!(state(), ["delivered", "expired"]);
    assert_eq!(server.fates(None).len(), 2);
}

#[test]
fn reports_are_chosen_and_bounded() {
    let server = start().unwrap();
    let destinations: Vec<_> =
        (0..120).map(|index| format!(r#"{{"to":"41793020{index:03}","messageId":"m{index}"}}"#)).collect();
    let body = format!(r#"{{"bulkId":"b1","messages":[{{"destinations":[{}],"text":"Hi"}}]}}"#, destinations.join(","));
    assert_eq!(post(&format!("{}{TEXT}", server.url_for("r", "")), &body).status, 200);
    send(&server, "r", "", "41793026727");
    advance(&server, "r", 60);
    let reports = |query: &str| ask(&server, "r", "", &format!("reports{query}")).each("/results", "messageId");
    assert_eq!(reports("?messageId=m7"), ["m7"]);
    assert_eq!(reports("?messageId=m7"), [""; 0]);
    assert_eq!(reports("?bulkId=b1&limit=2"), ["m0", "m1"]);
    assert_eq!(reports("?bulkId=b2").len(), 0);
    assert_eq!(reports("").len(), 50);
    assert_eq!(reports("?limit=1000").len(), 121 - 53 - 5, "two expire tomorrow, three have no end");
    advance(&server, "r", 48 * 3600);
    assert_eq!(reports("?limit=1000").len(), 2, "the two that expired a day ago");
    let logs = |query: &str| ask(&server, "r", "", &format!("logs{query}")).each("/results", "messageId").len();
    assert_eq!(logs(""), 0, "the log reaches back two days");
}

#[test]
fn a_lost_answer_loses_its_reports() {
    let server = start().unwrap();
    for run in ["close", "status-500", "redirect", "truncated", "missing"] {
        send(&server, run, "", "41793026727");
        advance(&server, run, 60);
        let url = format!("{}/sms/1/reports", server.url_for(run, run));
        let reply = exchange("GET", &url, &HEADERS, b"");
        assert_eq!(reply.is_none(), run == "close");
        let kept = ["status-500", "redirect"].contains(&run);
        assert_eq!(ask(&server, run, "", "reports").each("/results", "to").len(), usize::from(kept), "{run}");
        assert_eq!(ask(&server, run, "", "logs").each("/results", "to").len(), 1);
    }
    send(&server, "twice", "", "41793026727");
    advance(&server, "twice", 60);
    assert_eq!(ask(&server, "twice", "doubled", "reports").each("/results", "to").len(), 2);
}

#[test]
fn an_id_can_be_had_once() {
    let server = start().unwrap();
    let body = |id: &str| {
        format!(r#"{{"messages":[{{"destinations":[{{"to":"41793026727","messageId":"{id}"}}],"text":"Hi"}}]}}"#)
    };
    let send = |modes: &str, id: &str| {
        let url = format!("{}{TEXT}", server.url_for("u", modes));
        exchange("POST", &url, &HEADERS, body(id).as_bytes()).map(|reply| reply.at("/messages/0/status/id"))
    };
    assert_eq!(send("unique-ids+close", "a"), None, "the answer is lost, the message goes");
    assert_eq!(send("unique-ids", "a"), Some(json!(23)));
    assert_eq!(send("unique-ids", "b"), Some(json!(7)));
    assert_eq!(send("", "b"), Some(json!(7)), "unless it is asked for");
    advance(&server, "u", 20);
    assert_eq!(ask(&server, "u", "", "reports").each("/results", "messageId"), ["a", "b", "b"]);
}

#[test]
fn the_log_is_searched() {
    let server = start().unwrap();
    send(&server, "l", "", "41793026727");
    advance(&server, "l", 100);
    let body = r#"{"bulkId":"b","messages":[{"from":"Other","text":"Two","destinations":[{"to":"254712345690","messageId":"m1"},{"to":"254712345678","messageId":"m2"}]}]}"#;
    assert_eq!(post(&format!("{}{TEXT}", server.url_for("l", "")), body).status, 200);
    advance(&server, "l", 60);
    let found = |query: &str| ask(&server, "l", "", &format!("logs{query}")).each("/results", "to");
    let (first, second, third) = ("41793026727", "254712345690", "254712345678");
    assert_eq!(found(""), [third, second, first]);
    assert_eq!(found(""), [third, second, first]);
    for (query, expected) in [
        ("?limit=1", &[third][..]),
        ("?from=Other&to=254712345690", &[second]),
        ("?bulkId=b", &[third, second]),
        ("?bulkId=a,b&messageId=m1,m3", &[second]),
        ("?messageId=m1&messageId=m2", &[third, second]),
        ("?messageId=m1%2Cm2", &[third, second]),
        ("?generalStatus=UNDELIVERABLE", &[second]),
        ("?generalStatus=PENDING", &[]),
        ("?sentSince=2025-01-01T00:01:00.000%2B0000", &[third, second]),
        ("?sentUntil=2025-01-01T01:01:00.000%2B01:00", &[first]),
        ("?mcc=639", &[third, second]),
        ("?mcc=228&mnc=01", &[first]),
        ("?mcc=228&mnc=02", &[]),
    ] {
        assert_eq!(found(query), expected, "{query}");
    }
    let log = ask(&server, "l", "", "logs?limit=1").at("/results/0");
    assert_eq!(
        (&log["text"], &log["mccMnc"], &log["doneAt"]),
        (&json!("Two"), &json!("63902"), &json!("2025-01-01T00:02:00.000+0000"))
    );
    let old = ask(&server, "l", "old", "logs?limit=1").at("/results/0");
    assert_eq!((&old["mccmnc"], &old["sentAt"]), (&json!("63902"), &json!("2025-01-01T00:01:40.000+00:00")));
}

#[test]
fn faults_are_named() {
    let server = start().unwrap();
    let long = format!("messageId={}", "x".repeat(2049));
    let faults = [
        ("reports", "limit=0", "query.limit", "Range"),
        ("reports", "limit=1001", "query.limit", "Range"),
        ("reports", "limit=-1", "query.limit", "Type"),
        ("reports", "bulk_id=1", "query.bulk_id", "Unknown"),
        ("reports", "bulkId=1&bulkId=2", "query.bulkId", "Duplicate"),
        ("reports", "messageId=", "query.messageId", "Length"),
        ("reports", "generalStatus=PENDING", "query.generalStatus", "Unknown"),
        ("reports", "messageId=%zz", "query", "Form"),
        ("logs", "generalStatus=Pending", "query.generalStatus", "Choice"),
        ("logs", "sentSince=2015-02-22T17:42:05.390+01:00", "query.sentSince", "Form"),
        ("logs", "sentSince=yesterday", "query.sentSince", "Form"),
        ("logs", "sentUntil=2015-02-22", "query.sentUntil", "Form"),
        ("logs", "mnc=01", "query.mcc", "Pair"),
        ("logs", &long, "query.messageId", "Length"),
        ("inbox/reports", "keyword=A", "query.keyword", "Unknown"),
        ("inbox/logs", "receivedSince=1", "query.receivedSince", "Form"),
    ];
    for (path, query, place, rule) in faults {
        let reply = call("GET", &format!("{}/sms/1/{path}?{query}", server.url_for("x", "")), "");
        assert_eq!(reply.status, 400, "{query}");
        assert!(problems(&server, "x").contains(&(place.to_owned(), rule)), "{query}: {:?}", problems(&server, "x"));
    }
    let url = server.url_for("x", "") + "/sms/1/reports";
    assert_eq!(call("POST", &url, "").status, 405);
    assert_eq!(call("GET", &url, "{}").status, 400);
    assert_eq!(exchange("GET", &url, &HEADERS[1..], b"").unwrap().status, 401);
    assert_eq!(exchange("GET", &url, &HEADERS[..1], b"").unwrap().status, 400, "without Accept");
    assert_eq!(exchange("GET", &url, &[HEADERS[0], HEADERS[2]], b"").unwrap().status, 200, "without Content-Type");
}
