//! Every mode, over a real socket.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};
use smskernel_sandbox::{MODES, Outcome, Server, Verdict, start};
use support::{BULK, HEADERS, INFOBIP, Reply, SEND_BULK, SMSLIST, TEXT, blackkonnect, exchange, get, post};

const RESPONSES: &str = "/responses";
const MESSAGES: &str = "/messages";

fn infobip(server: &Server, modes: &str) -> Reply {
    post(&format!("{}/as/{modes}{TEXT}", server.url()), INFOBIP)
}

fn smslist(server: &Server, modes: &str) -> Reply {
    post(&format!("{}/as/{modes}{BULK}", server.url()), SMSLIST)
}

fn numbers(reply: &Reply, list: &str) -> Vec<Value> {
    reply.each(list, if list == MESSAGES { "to" } else { "mobile" })
}

#[test]
fn the_root_lists_the_modes() {
    let server = start().unwrap();
    let modes = get(&(server.url() + "/")).at("/modes");
    assert_eq!(modes.as_object().unwrap().len(), MODES.len());
    assert!(modes["refuse-<digits>"].is_string());
}

#[test]
fn forced_statuses_send_nothing() {
    let server = start().unwrap();
    for (mode, status) in [
        ("status-401", 401),
        ("status-403", 403),
        ("status-429", 429),
        ("status-429-date", 429),
        ("status-500", 500),
        ("status-500-html", 500),
        ("status-503", 503),
        ("redirect", 302),
        ("redirect-307", 307),
    ] {
        server.clear(None);
        for reply in [infobip(&server, mode), smslist(&server, mode)] {
            assert_eq!(reply.status, status, "{mode}");
        }
        assert!(server.accepted(None).is_empty());
        let received = server.received(None);
        assert!(received.iter().all(|one| one.verdict == Verdict::Refused && one.problems.is_empty()));
        assert_eq!(received[1].status, Some(status));
    }
    let code = "/requestError/serviceException/messageId";
    assert_eq!(infobip(&server, "status-401").at(code), "UNAUTHORIZED");
    assert_eq!(infobip(&server, "status-403").at(code), "FORBIDDEN");
    assert_eq!(infobip(&server, "status-500").at(code), "GENERAL_ERROR");
    assert_eq!(smslist(&server, "status-401").at("/response-code"), 1006);
    assert_eq!(smslist(&server, "status-500").at("/response-code"), 4090);
    let page = infobip(&server, "status-500-html");
    assert!(page.body.starts_with("<!DOCTYPE html>") && page.header("content-type").unwrap().contains("html"));
    assert!(serde_json::from_str::<Value>(&infobip(&server, "status-503").body).is_err());
}

#[test]
fn throttling_says_when_to_come_back() {
    let server = start().unwrap();
    let reply = infobip(&server, "status-429");
    assert_eq!((reply.header("retry-after"), reply.at("/errorCode")), (Some("7"), json!("E429")));
    assert!(["description", "action", "violations", "resources"].iter().all(|key| reply.json().get(key).is_some()));
    let reply = smslist(&server, "status-429-date");
    assert_eq!(reply.header("date"), Some("Wed, 01 Jan 2025 00:00:00 GMT"));
    assert_eq!(reply.header("retry-after"), Some("Wed, 01 Jan 2025 00:00:30 GMT"));
}

#[test]
fn redirects_lead_to_a_recorded_place() {
    let server = start().unwrap();
    assert_eq!(infobip(&server, "redirect").header("location"), Some("/elsewhere"));
    let reply = post(&format!("{}{BULK}", server.url_for("mine", "redirect-307")), SMSLIST);
    assert_eq!(reply.header("location"), Some("/run/mine/elsewhere"));
    assert_eq!(exchange("GET", &(server.url() + "/run/mine/elsewhere"), &[], b"").unwrap().status, 404);
    assert_eq!(server.received(Some("mine"))[1].method, "GET");
}

#[test]
fn lost_answers_leave_messages_accepted() {
    let server = start().unwrap();
    let whole = infobip(&server, "new").body.len();
    server.clear(None);
    let empty = infobip(&server, "empty");
    assert_eq!((empty.status, empty.body.as_str()), (200, ""));
    let half = infobip(&server, "truncated");
    assert_eq!((half.status, half.body.len()), (200, whole / 2));
    assert!(serde_json::from_str::<Value>(&half.body).is_err());
    for (path, body) in [(TEXT, INFOBIP), (BULK, SMSLIST)] {
        let url = format!("{}/as/close{path}", server.url());
        assert!(exchange("POST", &url, &HEADERS, body.as_bytes()).is_none());
    }
    assert_eq!(server.accepted(None).len(), 3 * 3 + 2);
    assert!(server.accepted(None).iter().all(|message| message.outcome == Outcome::Accepted));
    let statuses: Vec<_> = server.received(None).iter().map(|one| one.status).collect();
    assert_eq!(statuses, [Some(200), Some(200), None, None]);
}

#[test]
fn a_slow_answer_is_recorded_before_it_comes() {
    let server = start().unwrap();
    let mut stream = TcpStream::connect(server.url().strip_prefix("http://").unwrap()).unwrap();
    let head = "POST /as/slow-10000/api/services/sendbulk HTTP/1.1\r\nhost: localhost\r\n";
    let head = format!("{head}content-type: application/json\r\ncontent-length: {}\r\n\r\n", SMSLIST.len());
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(SMSLIST.as_bytes()).unwrap();
    while server.received(None).is_empty() {
        std::thread::yield_now();
    }
    assert_eq!(server.accepted(None).len(), 2);
    drop(server);
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(rest.is_empty());

    let server = start().unwrap();
    assert_eq!(infobip(&server, "slow-5").status, 200);
    assert_eq!(infobip(&server, "slow-10001").status, 404);
}

#[test]
fn numbers_are_refused_inside_a_200() {
    let server = start().unwrap();
    let reply = infobip(&server, "refuse-834");
    assert_eq!(reply.status, 200);
    let statuses = reply.each(MESSAGES, "status");
    assert_eq!([&statuses[0]["id"], &statuses[1]["id"], &statuses[2]["id"]], [7, 12, 26]);
    assert_eq!(statuses[1]["groupId"], 5);
    assert_eq!(statuses[1]["name"], "REJECTED_NOT_ENOUGH_CREDITS");

    let text = "Low credit units to send message, Current balance 0.00, Required 1";
    let entry = json!({"response-code": 1004, "response-description": text, "mobile": "0733345679"});
    assert_eq!(smslist(&server, "refuse-679").at("/responses/1"), entry);
    assert_eq!(smslist(&server, "echo").each(RESPONSES, "response-code"), [200, 200]);
    let echoed = smslist(&server, "refuse-679+echo").at("/responses/1/mobile");
    assert_eq!(echoed, serde_json::from_str::<Value>(SMSLIST).unwrap()["smslist"][1]);
    assert_eq!(echoed["apikey"], "sandbox-apikey");
    let mixed = smslist(&server, "old+refuse-679");
    assert_eq!(mixed.at("/responses/0/respose-code"), 200);
    assert_eq!(mixed.at("/responses/1/response-code"), 1004);
    let outcomes: Vec<_> = server.accepted(None).into_iter().map(|message| message.outcome).collect();
    assert_eq!(
        outcomes[..5],
        [Outcome::Accepted, Outcome::Rejected, Outcome::Accepted, Outcome::Accepted, Outcome::Rejected]
    );
}

#[test]
fn entries_go_missing_double_and_change_places() {
    let server = start().unwrap();
    assert_eq!(numbers(&infobip(&server, "missing"), MESSAGES), ["41793026727", "41793026834"]);
    assert_eq!(numbers(&smslist(&server, "missing"), RESPONSES), ["254712345678"]);
    assert_eq!(numbers(&smslist(&server, "doubled"), RESPONSES), ["254712345678", "254712345678", "0733345679"]);
    assert_eq!(numbers(&infobip(&server, "reordered"), MESSAGES), ["41793026700", "41793026834", "41793026727"]);
    assert_eq!(numbers(&smslist(&server, "old+reordered"), RESPONSES), [254_733_345_679_u64, 254_712_345_678]);
    assert_eq!(numbers(&infobip(&server, "missing%2Bdoubled,reordered"), MESSAGES).len(), 3);
}

#[test]
fn entries_lose_ids_and_change_codes() {
    let server = start().unwrap();
    assert_eq!(infobip(&server, "no-ids").each(MESSAGES, "messageId"), vec![Value::Null; 3]);
    let bare = json!({"response-code": 200, "response-description": "Success", "mobile": "254712345678"});
    assert_eq!(smslist(&server, "no-ids").at("/responses/0"), bare);
    let both = smslist(&server, "both-codes+string-codes");
    assert_eq!(both.each(RESPONSES, "response-code"), ["200", "200"]);
    assert_eq!(both.each(RESPONSES, "respose-code"), ["200", "200"]);
    let wrong = post(&(server.url() + "/as/both-codes" + BULK), &SMSLIST.replace("12345\"", "1\""));
    let expected = json!({"respose-code": 1006, "response-code": 1006, "response-description": "Invalid credentials"});
    assert_eq!(wrong.json(), expected);
    let nameless = smslist(&server, "nameless");
    let entry = json!({"response-code": 1006, "response-description": "Invalid credentials"});
    assert_eq!((nameless.status, nameless.json()), (200, json!({"responses": [entry]})));
}

#[test]
fn a_wrong_request_is_refused_whatever_the_mode() {
    let server = start().unwrap();
    for (mode, _) in MODES {
        let mode = mode.replace("<ms>", "1").replace("<digits>", "7").replace("<n>", "1");
        let mode = mode.replace("<name>", "expired");
        let reply = post(&format!("{}/as/{mode}{TEXT}", server.url()), "{}");
        assert_eq!(reply.status, 400, "{mode}");
        assert!(reply.body.contains("validationErrors"));
        let reply = blackkonnect(&format!("{}/as/{mode}{SEND_BULK}", server.url()), "{}");
        assert_eq!((reply.status, reply.at("/errors/messages/Required")), (400, json!("is missing")), "{mode}");
    }
}
