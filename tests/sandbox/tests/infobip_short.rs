//! The short sends: one text or binary to one or many numbers, and several of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::json;
use smskernel_sandbox::start;
use support::{Fault, call, plant, post, single};

const SINGLE: &str = "/sms/1/text/single";
const MULTI: &str = "/sms/1/text/multi";
const BINARY_SINGLE: &str = "/sms/1/binary/single";
const BINARY_MULTI: &str = "/sms/1/binary/multi";

const ONE: &str = r#"{"from":"InfoSMS","to":["41793026727","41793026834"],"text":"Test SMS."}"#;
const SEVERAL: &str = r#"{"bulkId":"B-1","messages":[
    {"from":"InfoSMS","to":["41793026727","41793026834"],"text":"One"},{"to":"41793026700","text":"Two"}]}"#;
const OCTETS: &str =
    r#"{"from":"InfoSMS","to":"41793026727","binary":{"hex":"54 65 73 74","dataCoding":0,"esmClass":0}}"#;

#[test]
fn they_are_answered_like_the_long_ones() {
    let server = start().unwrap();
    let reply = post(&(server.url() + SINGLE), &single("41793026727"));
    let status = json!({"groupId": 1, "groupName": "PENDING", "id": 7, "name": "PENDING_ENROUTE",
        "description": "Message sent to next instance"});
    let entry = json!({"to": "41793026727", "status": status, "smsCount": 1, "messageId": "2033912860760522207"});
    assert_eq!(reply.json(), json!({"messages": [entry]}));
    let reply = post(&(server.url() + SINGLE), ONE);
    assert_eq!(reply.each("/messages", "to"), ["41793026727", "41793026834"]);
    assert!(reply.json()["bulkId"].is_string());
    let reply = post(&(server.url() + MULTI), SEVERAL);
    assert_eq!(reply.each("/messages", "to"), ["41793026727", "41793026834", "41793026700"]);
    assert_eq!(reply.at("/bulkId"), "B-1");
    assert_eq!(post(&(server.url() + "/sms/2/text/single"), ONE).at("/messages/0/status/id"), 26);
    let reply = post(&(server.url() + BINARY_SINGLE), OCTETS);
    assert_eq!(reply.status, 200, "{}", reply.body);
    let several = format!(r#"{{"messages":[{OCTETS},{OCTETS}]}}"#);
    assert_eq!(post(&(server.url() + BINARY_MULTI), &several).each("/messages", "smsCount"), [1, 1]);
    let accepted = server.accepted(None);
    assert_eq!(accepted[3].text, "One");
    assert_eq!(accepted[3].sender.as_deref(), Some("InfoSMS"));
    assert_eq!(accepted[8].binary.as_ref().unwrap().octets, b"Test");
    let more = ONE.replacen('{', r#"{"transliteration":"GREEK","regional":{"indiaDlt":{"principalEntityId":"1"}},"campaignId":"c","operatorClientId":"o","#, 1);
    assert_eq!(post(&(server.url() + SINGLE), &more).status, 200);
}

#[test]
#[rustfmt::skip]
fn their_faults_are_named() {
    let server = start().unwrap();
    let text: &[Fault] = &[
        ("to", "Required", r#""to":["41793026727","41793026834"],"#, ""),
        ("to", "Length", r#"["41793026727","41793026834"]"#, "[]"),
        ("to", "Type", r#"["41793026727","41793026834"]"#, "41793026727"),
        ("to[1]", "Form", r#""41793026834""#, r#""+41793026834""#),
        ("to[0]", "Type", r#""41793026727""#, "41793026727"),
        ("to", "Form", r#"["41793026727","41793026834"]"#, r#""41793026727,41793026834""#),
        ("text", "Length", r#""Test SMS.""#, r#""""#),
        ("destinations", "Unknown", r#""to""#, r#""destinations":[],"to""#),
        ("bulkId", "Unknown", r#""to""#, r#""bulkId":"b","to""#),
        ("notifyUrl", "Unknown", r#""to""#, r#""notifyUrl":"http://127.0.0.1/","to""#),
        ("sender", "Unknown", r#""from""#, r#""sender""#),
        ("from", "Length", "InfoSMS", "In"),
        ("transliteration", "Choice", r#""to""#, r#""transliteration":"LATIN","to""#),
        ("body", "Json", r#""to":"#, r#""to""#),
    ];
    let several: &[Fault] = &[
        ("messages", "Required", "messages", "message"),
        ("bulkId", "Length", "B-1", ""),
        ("messages[0].to[1]", "Form", "41793026834", "041793026834"),
        ("messages[1].to", "Form", "41793026700", "4179"),
        ("messages[1].text", "Required", r#","text":"Two""#, ""),
        ("messages[0].transliteration", "Choice", r#""from""#, r#""transliteration":"LATIN","from""#),
    ];
    let octets: &[Fault] = &[
        ("binary", "Required", "binary", "body"),
        ("binary.hex", "Pairs", "54 65", "5 65"),
        ("binary.hex", "Header", r#""esmClass":0"#, r#""esmClass":64"#),
        ("text", "Unknown", r#""to""#, r#""text":"x","to""#),
    ];
    for (path, good, faults) in [(SINGLE, ONE, text), (MULTI, SEVERAL, several), (BINARY_SINGLE, OCTETS, octets)] {
        assert_eq!(post(&(server.url() + path), good).status, 200);
        for (index, fault) in faults.iter().enumerate() {
            let name = format!("{path}{index}").replace('/', "-");
            assert_eq!(plant(&server, &name, path, good, fault).status, 400, "{fault:?}");
        }
    }
    assert_eq!(call("GET", &(server.url() + SINGLE), "").status, 405);
    assert_eq!(post(&(server.url() + SINGLE + "?a=b"), ONE).status, 400);
}
