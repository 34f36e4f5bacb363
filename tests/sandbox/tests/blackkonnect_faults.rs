//! Blackkonnect calls with one planted fault each: every one is refused, and the fault is named by its path.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::json;
use smskernel_sandbox::start;
use support::{
    BLACKKONNECT, BULK_MESSAGES, Fault, MESSAGE, Reply, SEND_BULK, SEND_MESSAGE, TOKEN_CALL, blackkonnect, exchange,
    plant_with,
};

#[rustfmt::skip]
const MESSAGE_FAULTS: &[Fault] = &[
    ("message_id", "Unknown", r#""messageId""#, r#""message_id""#),
    ("to", "Unknown", r#""destination""#, r#""to""#),
    ("destination", "Required", r#""destination""#, r#""to""#),
    ("destination", "Null", r#""254712345678""#, "null"),
    ("destination", "Type", r#""254712345678""#, "254712345678"),
    ("destination", "Type", r#""254712345678""#, r#"["254712345678"]"#),
    ("destination", "Length", r#""254712345678""#, r#""""#),
    ("destination", "Form", r#""254712345678""#, r#""+""#),
    ("destination", "Form", r#""254712345678""#, r#""++254712345678""#),
    ("destination", "Form", r#""254712345678""#, r#""254 712 345678""#),
    ("destination", "Form", r#""254712345678""#, r#""SANDBOX""#),
    ("destination", "Form", r#""254712345678""#, r#""٢٥٤٧١٢""#),
    ("destination", "Duplicate", r#""destination""#, r#""destination": "1", "destination""#),
    ("messageId", "Type", r#""M-1""#, "1"),
    ("requestId", "Null", r#""Q-1""#, "null"),
    ("text", "Type", r#""Good morning""#, "7"),
    ("text", "Nul", "Good morning", r"Good\u0000morning"),
    ("priority", "Type", r#""priority": 0"#, r#""priority": "0""#),
    ("priority", "Type", r#""priority": 0"#, r#""priority": 0.5"#),
    ("sender", "Unknown", r#""sourceAddress""#, r#""sender""#),
    ("bulkId", "Unknown", r#""messageId""#, r#""bulkId""#),
    ("body", "Json", r#""text":"#, r#""text""#),
];

#[rustfmt::skip]
const BULK_FAULTS: &[Fault] = &[
    ("message", "Unknown", r#""messages""#, r#""message""#),
    ("messages", "Required", r#""messages""#, r#""message""#),
    ("bulkId", "Type", r#""B-1""#, "1"),
    ("text", "Unknown", r#""bulkId": "B-1""#, r#""text": "Hi""#),
    ("messages[0].to", "Unknown", r#""destinations""#, r#""to""#),
    ("messages[0].destinations", "Required", r#""destinations""#, r#""to""#),
    ("messages[1].destinations", "Length", r#"[{"destination": "+254712345670", "messageId": "M-3"}]"#, "[]"),
    ("messages[1].destinations", "Type", r#"[{"destination": "+254712345670", "messageId": "M-3"}]"#, r#""+254712345670""#),
    ("messages[1].destinations[0]", "Type", r#"[{"destination": "+254712345670", "messageId": "M-3"}]"#, r#"["+254712345670"]"#),
    ("messages[1].destinations[0].destination", "Required", r#"{"destination": "+254712345670", "messageId""#, r#"{"messageId""#),
    ("messages[0].destinations[1].destination", "Length", r#""254712345679""#, r#""""#),
    ("messages[0].destinations[1].destination", "Form", r#""254712345679""#, r#""25471234567x""#),
    ("messages[0].destinations[1].destination", "Null", r#""254712345679""#, "null"),
    ("messages[0].destinations[0].message_id", "Unknown", r#""messageId": "M-1""#, r#""message_id": "M-1""#),
    ("messages[0].destinations[0].sourceAddress", "Type", r#""OTHER""#, "1"),
    ("messages[0].sourceAddress", "Unknown", r#""callbackData""#, r#""sourceAddress": "X", "callbackData""#),
    ("messages[0].callbackData", "Null", r#""callback data""#, "null"),
    ("messages[0].deliveryTimeWindow.days[0]", "Choice", r#""MONDAY""#, r#""Monday""#),
    ("messages[0].deliveryTimeWindow.days[1]", "Choice", r#""FRIDAY""#, r#""WEEKDAY""#),
    ("messages[0].deliveryTimeWindow.days[1]", "Type", r#""FRIDAY""#, "5"),
    ("messages[0].deliveryTimeWindow.days", "Type", r#"["MONDAY", "FRIDAY"]"#, r#""MONDAY""#),
    ("messages[0].deliveryTimeWindow.from.hour", "Range", r#""hour": 6"#, r#""hour": 24"#),
    ("messages[0].deliveryTimeWindow.from.hour", "Range", r#""hour": 6"#, r#""hour": -1"#),
    ("messages[0].deliveryTimeWindow.to.minute", "Range", r#""minute": 30"#, r#""minute": 60"#),
    ("messages[0].deliveryTimeWindow.to.minute", "Type", r#""minute": 30"#, r#""minute": "30""#),
    ("messages[0].deliveryTimeWindow.from.second", "Unknown", r#""minute": 0"#, r#""second": 0"#),
    ("messages[0].deliveryTimeWindow.from", "Type", r#"{"hour": 6, "minute": 0}"#, r#""06:00""#),
    ("messages[0].sendAt", "Form", ".123Z", ""),
    ("messages[0].sendAt", "Form", ".123Z", ".123+0000"),
    ("messages[0].sendAt", "Form", "2019-08-24", "2019-02-29"),
    ("messages[0].sendAt", "Form", "2019-08-24T", "2019-08-24 "),
    ("messages[0].sendAt", "Type", r#""2019-08-24T14:15:22.123Z""#, "1566656122"),
    ("messages[0].validityPeriod", "Unknown", r#""validityPeriodMinutes""#, r#""validityPeriod""#),
    ("messages[0].validityPeriodMinutes", "Type", "720", "720.5"),
    ("messages[0].text", "Duplicate", r#""text": "Good morning""#, r#""text": "a", "text": "b""#),
];

fn is_named(reply: &Reply, status: u16, path: &str, rule: &str) {
    assert_eq!(reply.status, status, "{path} {rule}: {}", reply.body);
    assert_eq!(reply.header("content-type"), Some("application/problem+json"));
    assert_eq!((reply.at("/type"), reply.at("/status")), (json!("about:blank"), json!(status)));
    assert!(reply.json()["errors"][path][rule].is_string(), "{path} {rule}: {}", reply.body);
    assert!(reply.at("/title").is_string() && reply.at("/instance").is_string());
    assert!(reply.at("/detail").as_str().unwrap().contains(':'));
}

#[test]
fn faults_in_bodies_are_named() {
    let server = start().unwrap();
    let nothing = ("messages", "Length", "", "");
    let messages = MESSAGE_FAULTS.iter().map(|fault| (SEND_MESSAGE, MESSAGE, fault));
    let bulks = BULK_FAULTS.iter().map(|fault| (SEND_BULK, BULK_MESSAGES, fault));
    for (index, (path, good, fault)) in
        messages.chain(bulks).chain([(SEND_BULK, r#"{"messages":[]}"#, &nothing)]).enumerate()
    {
        let reply = plant_with(&BLACKKONNECT, &server, &index.to_string(), path, good, fault);
        is_named(&reply, 400, fault.0, fault.1);
        assert_eq!(reply.at("/instance"), path);
    }
}

#[test]
fn faults_around_bodies_are_named() {
    let server = start().unwrap();
    let [authorization, account, organisation, kind, accept] = BLACKKONNECT;
    let id = "header.x-serviceaccount-id";
    for (status, path, rule, headers) in [
        (401, "header.authorization", "Credential", vec![account, organisation, kind]),
        (401, "header.authorization", "Credential", vec![("authorization", "Bearer other"), kind]),
        (401, "header.authorization", "Credential", vec![("authorization", "sandbox-blackkonnect-token"), kind]),
        (401, "header.authorization", "Credential", vec![authorization, authorization, kind]),
        (401, id, "Credential", vec![authorization, (account.0, "other"), kind]),
        (401, "header.x-organisation-id", "Credential", vec![authorization, (organisation.0, "other"), kind]),
        (400, id, "Length", vec![authorization, (account.0, ""), kind]),
        (400, id, "Duplicate", vec![authorization, account, account, kind]),
        (400, "header.content-type", "Header", vec![authorization]),
        (400, "header.content-type", "Header", vec![authorization, (kind.0, "text/plain")]),
        (400, "header.accept", "Header", vec![authorization, kind, (accept.0, "text/html")]),
    ] {
        let reply = exchange("POST", &(server.url() + SEND_MESSAGE), &headers, MESSAGE.as_bytes()).unwrap();
        is_named(&reply, status, path, rule);
    }
    let url = server.url() + SEND_MESSAGE;
    let wrong = exchange("GET", &url, &BLACKKONNECT, b"").unwrap();
    is_named(&wrong, 405, "method", "Method");
    assert_eq!(wrong.header("allow"), Some("POST"));
    is_named(&blackkonnect(&(url + "?page=0"), MESSAGE), 400, "query", "Unknown");
    assert!(server.accepted(None).is_empty());
}

#[test]
fn faults_in_status_calls_are_named() {
    let server = start().unwrap();
    let correlation_id = blackkonnect(&(server.url() + SEND_BULK), BULK_MESSAGES).at("/correlationId");
    let bulk = format!("/bulk/{}/v1", correlation_id.as_str().unwrap());
    for (path, rule, tail) in [
        ("query.page", "Type", format!("{bulk}?page=-1")),
        ("query.page", "Type", format!("{bulk}?page")),
        ("query.page", "Range", format!("{bulk}?page=2147483648")),
        ("query.page", "Duplicate", format!("{bulk}?page=0&page=1")),
        ("query.size", "Range", format!("{bulk}?size=0")),
        ("query.size", "Type", format!("{bulk}?size=ten")),
        ("query.sort", "Form", format!("{bulk}?sort=destination")),
        ("query.sort", "Form", format!("{bulk}?sort=destination,up")),
        ("query.sort", "Choice", format!("{bulk}?sort=number,asc")),
        ("query.limit", "Unknown", format!("{bulk}?limit=1")),
        ("query", "Form", format!("{bulk}?page=%")),
        ("path.bulkCorrelationId", "Unknown", "/bulk/B-1/v1".to_owned()),
        ("path.bulkCorrelationId", "Length", "/bulk//v1".to_owned()),
        ("path.bulkCorrelationId", "Form", "/bulk/%zz/v1".to_owned()),
        ("path.messageId", "Unknown", "/M-2/v1".to_owned()),
        ("query", "Unknown", "/M-1/v1?page=0".to_owned()),
    ] {
        is_named(&blackkonnect(&format!("{}/api/sms/messages/status{tail}", server.url()), ""), 400, path, rule);
    }
    let url = format!("{}/api/sms/messages/status/M-1/v1", server.url());
    is_named(&exchange("GET", &url, &BLACKKONNECT, b"{}").unwrap(), 400, "body", "Unknown");
    is_named(&exchange("POST", &url, &BLACKKONNECT, b"").unwrap(), 405, "method", "Method");
}

#[test]
fn faults_in_token_calls_are_named() {
    const FORM: &str = "scope=sms&client_id=sandbox-client%40example.com&client_secret=sandbox-client-secret\
                        &grant_type=client_credentials";
    let server = start().unwrap();
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let faults: &[(u16, Fault)] = &[
        (401, ("client_id", "Credential", "sandbox-client%40", "other%40")),
        (401, ("client_secret", "Credential", "client-secret", "client%2Dsecret%2D")),
        (400, ("client_id", "Required", "client_id", "clientId")),
        (400, ("clientId", "Unknown", "client_id", "clientId")),
        (400, ("client_secret", "Length", "=sandbox-client-secret", "=")),
        (400, ("client_secret", "Duplicate", "scope=sms", "client_secret=sandbox-client-secret")),
        (400, ("grant_type", "Choice", "client_credentials", "password")),
        (400, ("grant_type", "Required", "grant_type=client_credentials", "")),
        (400, ("scope", "Length", "scope=sms", "scope")),
        (400, ("body", "Form", "sandbox-client%40", "sandbox-client%4g")),
        (400, ("body", "Form", "scope=sms", "scope=s m")),
    ];
    for (index, (status, fault)) in faults.iter().enumerate() {
        let reply = plant_with(&[kind], &server, &index.to_string(), TOKEN_CALL, FORM, fault);
        is_named(&reply, *status, fault.0, fault.1);
    }
    for (path, rule, headers) in [
        ("header.content-type", "Header", vec![BLACKKONNECT[3]]),
        ("header.authorization", "Unknown", vec![kind, BLACKKONNECT[0]]),
        ("header.x-organisation-id", "Unknown", vec![kind, BLACKKONNECT[2]]),
    ] {
        let reply = exchange("POST", &(server.url() + TOKEN_CALL), &headers, FORM.as_bytes()).unwrap();
        is_named(&reply, 400, path, rule);
    }
}
