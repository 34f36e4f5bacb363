//! A small HTTP client that sends exactly the bytes it is told to, and the bodies that the documents print.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "each test file uses a part of this, and a failed unwrap is a failed test"
)]

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::Value;
use smskernel_sandbox::{Server, Verdict};

/// The body of the page "Fully featured textual message".
pub const INFOBIP: &str = include_str!("infobip.json");

/// A body of the shape of the page "Send bulk", its placeholders filled and the key it prints twice printed once.
pub const SMSLIST: &str = include_str!("smslist.json");

/// The body of the page "Fully featured binary message", its second body, which the page cuts short, replaced by a part
/// with a user data header.
pub const BINARY: &str = include_str!("binary.json");

/// Blackkonnect bodies of the shape of the pages "Send a simple SMS message" and "Send bulk SMS messages".
pub const MESSAGE: &str = include_str!("message.json");
pub const BULK_MESSAGES: &str = include_str!("bulk.json");

pub const TEXT: &str = "/sms/1/text/advanced";
pub const TEXT_2: &str = "/sms/2/text/advanced";
pub const BINARY_1: &str = "/sms/1/binary/advanced";
pub const BINARY_2: &str = "/sms/2/binary/advanced";
pub const BULK: &str = "/api/services/sendbulk";
pub const TOKEN_CALL: &str = "/api/sms/authenticate/access-token/token/v1";
pub const SEND_MESSAGE: &str = "/api/sms/send-message/v1";
pub const SEND_BULK: &str = "/api/sms/send-bulk-messages/v1";

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find_map(|(key, value)| key.eq_ignore_ascii_case(name).then_some(value))
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// One place in the body.
    pub fn at(&self, pointer: &str) -> Value {
        self.json().pointer(pointer).cloned().unwrap_or_else(|| panic!("no {pointer} in {}", self.body))
    }

    /// One key of each entry.
    pub fn each(&self, list: &str, key: &str) -> Vec<Value> {
        self.at(list).as_array().unwrap().iter().map(|entry| entry[key].clone()).collect()
    }
}

/// Sends a request with just these headers besides the framing. None if no answer came.
pub fn exchange(method: &str, url: &str, headers: &[(&str, &str)], body: &[u8]) -> Option<Reply> {
    let (host, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    let mut head = format!("{method} /{path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n");
    for (name, value) in headers {
        write!(head, "{name}: {value}\r\n").unwrap();
    }
    write!(head, "content-length: {}\r\n\r\n", body.len()).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body).unwrap();
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply).unwrap();
    if reply.is_empty() {
        return None;
    }
    let reply = String::from_utf8(reply).unwrap();
    let (head, body) = reply.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Some(Reply { status, head: head.to_owned(), body: body.to_owned() })
}

/// The headers of a call in order.
pub const HEADERS: [(&str, &str); 3] =
    [("authorization", "App sandbox-api-key"), ("content-type", "application/json"), ("accept", "application/json")];

pub fn post(url: &str, body: &str) -> Reply {
    exchange("POST", url, &HEADERS, body.as_bytes()).unwrap()
}

/// The headers of a Blackkonnect call in order.
pub const BLACKKONNECT: [(&str, &str); 5] = [
    ("authorization", "Bearer sandbox-blackkonnect-token"),
    ("x-serviceaccount-id", "sandbox-service-account"),
    ("x-organisation-id", "c9b3f279-e3b5-4204-ad99-646257417f98"),
    ("content-type", "application/json"),
    ("accept", "application/json"),
];

/// Sends a body, or asks for a status if there is none.
pub fn blackkonnect(url: &str, body: &str) -> Reply {
    let method = if body.is_empty() { "GET" } else { "POST" };
    exchange(method, url, &BLACKKONNECT, body.as_bytes()).unwrap()
}

pub fn get(url: &str) -> Reply {
    exchange("GET", url, &[], b"").unwrap()
}

/// A body of so many items, for numbers 254712345000 and up.
pub fn smslist_of(length: usize) -> String {
    let item = |index: usize| {
        format!(
            r#"{{"partnerID":"12345","apikey":"sandbox-apikey","shortcode":"SANDBOX","mobile":"254712345{index:03}","message":"Hi","clientsmsid":{index}}}"#
        )
    };
    let items: Vec<_> = (0..length).map(|index| item(index % 1000)).collect();
    format!(r#"{{"count":{length},"smslist":[{}]}}"#, items.join(","))
}

/// Where the fault lies, the rule it breaks, what is replaced in the good body, and by what.
pub type Fault = (&'static str, &'static str, &'static str, &'static str);

/// Sends the good body with one fault in it; the reply, after the record has been found to name the fault.
pub fn plant(server: &Server, name: &str, path: &str, good: &str, fault: &Fault) -> Reply {
    plant_with(&HEADERS, server, name, path, good, fault)
}

/// The same with headers of one's own.
pub fn plant_with(
    headers: &[(&str, &str)],
    server: &Server,
    name: &str,
    path: &str,
    good: &str,
    fault: &Fault,
) -> Reply {
    let (place, rule, old, new) = fault;
    assert!(good.contains(old), "{old} is not in the good body");
    let body = good.replacen(old, new, 1);
    let url = format!("{}{path}", server.url_for(name, ""));
    let reply = exchange("POST", &url, headers, body.as_bytes()).unwrap();
    let received = server.received(Some(name));
    let [received] = received.as_slice() else { panic!("{fault:?}: {received:?}") };
    assert_eq!(received.verdict, Verdict::Refused, "{fault:?}");
    assert_eq!(received.body, body);
    let named = received.problems.iter().any(|problem| problem.path == *place && problem.rule == *rule);
    assert!(named, "{fault:?}: {:?}", received.problems);
    assert!(server.accepted(Some(name)).is_empty());
    reply
}

/// Asks, changes or ends something, with the headers of a call in order.
pub fn call(method: &str, url: &str, body: &str) -> Reply {
    exchange(method, url, &HEADERS, body.as_bytes()).unwrap()
}

/// Does something to a run.
pub fn control(server: &Server, run: &str, what: &str, body: &str) -> Reply {
    control_as(server, run, "", what, body)
}

/// The same with modes.
pub fn control_as(server: &Server, run: &str, modes: &str, what: &str, body: &str) -> Reply {
    let url = format!("{}/control/{what}", server.url_for(run, modes));
    let reply = exchange("POST", &url, &HEADERS, body.as_bytes()).unwrap();
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply
}

/// Moves the clock of a run; what was pushed then.
pub fn advance(server: &Server, run: &str, seconds: i64) -> Reply {
    control(server, run, "clock", &format!(r#"{{"advance":{seconds}}}"#))
}

/// The problems of the last request of a run.
pub fn problems(server: &Server, run: &str) -> Vec<(String, &'static str)> {
    let received = server.received(Some(run));
    received.last().unwrap().problems.iter().map(|problem| (problem.path.clone(), problem.rule)).collect()
}

/// One text message as the short call sends it.
pub fn single(to: &str) -> String {
    format!(r#"{{"from":"InfoSMS","to":"{to}","text":"Test SMS."}}"#)
}
