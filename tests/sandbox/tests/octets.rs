//! Binary messages: good bodies are kept octet by octet, and bodies with one planted fault are refused by name.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::{Value, json};
use smskernel_sandbox::{Binary, start};
use support::{BINARY, BINARY_1, BINARY_2, Fault, INFOBIP, TEXT, get, plant, post};

#[test]
fn bodies_are_answered_and_kept() {
    let server = start().unwrap();
    let reply = post(&format!("{}{BINARY_1}", server.url_for("one", "")), BINARY);
    let enroute = json!({"groupId": 1, "groupName": "PENDING", "id": 7, "name": "PENDING_ENROUTE",
        "description": "Message sent to next instance"});
    let accepted = json!({"groupId": 1, "groupName": "PENDING", "id": 26, "name": "PENDING_ACCEPTED",
        "description": "Pending Accepted"});
    let expected = json!({
        "bulkId": "BULK-ID-123-xyz",
        "messages": [
            {"to": "41793026727", "status": enroute, "smsCount": 1, "messageId": "MESSAGE-ID-123-xyz"},
            {"to": "41793026834", "status": enroute, "smsCount": 1, "messageId": "2033912860760522207"},
            {"to": "41793026700", "status": accepted, "messageId": "2033912860760522208"},
        ]
    });
    assert_eq!((reply.status, reply.json()), (200, expected));

    let kept = get(&(server.url() + "/accepted?run=one"));
    let test_message = "54657374206d6573736167652e";
    assert_eq!(kept.each("", "octets"), [test_message, test_message, "050003cc020100480065"]);
    let last = json!({"run": "one", "dialect": "infobip", "to": "41793026700", "id": "2033912860760522208",
        "gateway_id": "2033912860760522208", "octets": "050003cc020100480065", "data_coding": 8, "esm_class": 64,
        "sender": "41793026700", "outcome": "accepted"});
    assert_eq!(kept.at("/2"), last);
    let binary = Binary { octets: b"Test message.".to_vec(), data_coding: 0, esm_class: 0 };
    assert_eq!(server.accepted(Some("one"))[1].binary, Some(binary));
}

#[test]
fn version_2_waits_and_takes_longer_ids() {
    let server = start().unwrap();
    let id = "e".repeat(66);
    let body = BINARY.replacen(r#""bulkId""#, r#""includeSmsCountInResponse": true, "bulkId""#, 1).replacen(
        r#""from""#,
        &format!(r#""entityId": "{id}", "applicationId": "{id}", "flash": true, "from""#),
        1,
    );
    let reply = post(&(server.url() + BINARY_2), &body);
    assert_eq!(reply.each("/messages", "smsCount"), [1, 1, 1].map(|count| json!(count)), "{}", reply.body);
    assert_eq!(reply.at("/messages/0/status/id"), 26);
    assert_eq!(post(&(server.url() + BINARY_2), &body.replace(&id, &"e".repeat(67))).status, 400);
    assert_eq!(post(&(server.url() + BINARY_2), BINARY).each("/messages", "smsCount"), vec![Value::Null; 3]);
}

#[test]
fn every_kind_of_header_and_spacing_is_taken() {
    let server = start().unwrap();
    let longest = vec!["ff"; 140].join(" ");
    for (esm_class, hex) in [
        (0, "0f c2 4a bf 34 13 ba"),
        (0, "0048 0065 006c"),
        (0, "00"),
        (0, longest.as_str()),
        (64, "06 08 04 12 34 03 03 00"),
        (64, "0605040B8423F0 01"),
        (64, "04 04 02 f0 f0"),
        (67, "03 25 01 01 41"),
        (64, "06 24 01 02 25 01 02"),
        (64, "02 70 00"),
    ] {
        let body = BINARY.replace(r#""esmClass": 0"#, &format!(r#""esmClass": {esm_class}"#)).replacen(
            "54 65 73 74 20 6d 65 73 73 61 67 65 2e",
            hex,
            1,
        );
        let reply = post(&(server.url() + BINARY_1), &body);
        assert_eq!(reply.status, 200, "{hex}: {}", reply.body);
    }
    let tracked = BINARY.replacen(r#""bulkId""#, r#""tracking": {"track": "SMS", "type": "T"}, "bulkId""#, 1);
    assert_eq!(post(&(server.url() + BINARY_1), &tracked).status, 200);
}

const HEX: &str = r#""54 65 73 74 20 6d 65 73 73 61 67 65 2e""#;
const PART: &str = "050003CC0201 0048 0065";

#[rustfmt::skip]
const FAULTS: &[Fault] = &[
    ("messages[0].text", "Unknown", r#""from""#, r#""text": "Hi", "from""#),
    ("messages[0].text", "Unknown", r#""binary""#, r#""text""#),
    ("messages[0].binary", "Required", r#""binary""#, r#""text""#),
    ("messages[0].binary", "Null", r#"{"dataCoding": 0, "esmClass": 0, "hex": "54 65 73 74 20 6d 65 73 73 61 67 65 2e"}"#, "null"),
    ("messages[0].binary", "Type", r#"{"dataCoding": 0, "esmClass": 0, "hex": "54 65 73 74 20 6d 65 73 73 61 67 65 2e"}"#, r#""5465""#),
    ("messages[0].language", "Unknown", r#""from""#, r#""language": {"languageCode": "TR"}, "from""#),
    ("messages[0].transliteration", "Unknown", r#""from""#, r#""transliteration": "TURKISH", "from""#),
    ("messages[0].binary.hex", "Required", r#""hex""#, r#""octets""#),
    ("messages[0].binary.octets", "Unknown", r#""hex""#, r#""octets""#),
    ("messages[0].binary.data_coding", "Unknown", r#""dataCoding""#, r#""data_coding""#),
    ("messages[0].binary.hex", "Type", HEX, "54"),
    ("messages[0].binary.hex", "Length", HEX, r#""""#),
    ("messages[0].binary.hex", "Form", HEX, r#"" ""#),
    ("messages[0].binary.hex", "Form", HEX, r#""54  65""#),
    ("messages[0].binary.hex", "Form", HEX, r#"" 54 65""#),
    ("messages[0].binary.hex", "Form", HEX, r#""54 65 ""#),
    ("messages[0].binary.hex", "Form", HEX, r#""54\t65""#),
    ("messages[0].binary.hex", "Form", HEX, r#""0x54""#),
    ("messages[0].binary.hex", "Form", HEX, r#""41 20 6C 6F 6E 67 20 74 …20 45 6D 70 69 72 65 2E""#),
    ("messages[0].binary.hex", "Form", HEX, r#""zz q""#),
    ("messages[0].binary.hex", "Pairs", HEX, r#""5 4""#),
    ("messages[0].binary.hex", "Pairs", HEX, r#""54 657""#),
    ("messages[0].binary.dataCoding", "Range", r#""dataCoding": 0"#, r#""dataCoding": 256"#),
    ("messages[0].binary.dataCoding", "Range", r#""dataCoding": 0"#, r#""dataCoding": -1"#),
    ("messages[0].binary.dataCoding", "Type", r#""dataCoding": 0"#, r#""dataCoding": "0""#),
    ("messages[0].binary.esmClass", "Range", r#""esmClass": 0"#, r#""esmClass": 256"#),
    ("messages[0].binary.esmClass", "Null", r#""esmClass": 0"#, r#""esmClass": null"#),
    ("messages[0].binary.hex", "Header", r#""esmClass": 0"#, r#""esmClass": 64"#),
    ("messages[1].binary.hex", "Header", PART, "0B0003CC0201 0048 0065"),
    ("messages[1].binary.hex", "Header", PART, "040003CC0201 0048 0065"),
    ("messages[1].binary.hex", "Header", PART, "060003CC0201 0048 0065"),
    ("messages[1].binary.hex", "Header", PART, "050004CC0201 0048 0065"),
    ("messages[1].binary.hex", "Header", PART, "050002CC02 00 0048 0065"),
    ("messages[1].binary.hex", "Header", PART, "050003CC0203 0048 0065"),
    ("messages[1].binary.hex", "Header", PART, "050003CC0200 0048 0065"),
    ("messages[1].binary.hex", "Header", PART, "050003CC0000 0048 0065"),
    ("messages[1].binary.hex", "Header", PART, "0608041234 0001 0048"),
    ("messages[1].binary.hex", "Header", PART, "04250201010048"),
    ("messages[0].destinations[0].to", "Form", r#""41793026727""#, r#""+41793026727""#),
    ("messages[0].validityPeriod", "Range", "720", "2881"),
    ("messages[1].sendAt", "Form", ".000+0000", "Z"),
    ("urlOptions", "Unknown", r#""bulkId""#, r#""urlOptions": {"shortenUrl": true}, "bulkId""#),
    ("includeSmsCountInResponse", "Version", r#""bulkId""#, r#""includeSmsCountInResponse": true, "bulkId""#),
];

#[rustfmt::skip]
const VERSION_2_FAULTS: &[Fault] = &[
    ("tracking", "Version", r#""bulkId""#, r#""tracking": {"track": "SMS"}, "bulkId""#),
    ("messages[0].notify", "Version", r#""from""#, r#""notify": true, "from""#),
];

#[test]
fn faults_are_named() {
    let server = start().unwrap();
    let long = |length: usize| -> &'static str { format!("\"{}\"", vec!["00"; length].join(" ")).leak() };
    let too_long = ("messages[0].binary.hex", "Length", HEX, long(161));
    let content = r#"{"dataCoding": 0, "esmClass": 0, "hex": "54 65 73 74 20 6d 65 73 73 61 67 65 2e"}"#;
    let data: &'static str = format!("{{\"dataCoding\": 4, \"hex\": {}}}", long(141)).leak();
    let too_much_data = ("messages[0].binary.hex", "Length", content, data);
    let first = FAULTS.iter().chain([&too_long, &too_much_data]).map(|fault| (BINARY_1, BINARY, fault));
    let second = VERSION_2_FAULTS.iter().map(|fault| (BINARY_2, BINARY, fault));
    let in_text = ("messages[0].binary", "Unknown", r#""flash""#, r#""binary": {"hex": "00"}, "flash""#);
    for (index, (path, good, fault)) in first.chain(second).chain([(TEXT, INFOBIP, &in_text)]).enumerate() {
        let reply = plant(&server, &index.to_string(), path, good, fault);
        assert_eq!(reply.status, 400, "{fault:?}");
        let errors = reply.at("/requestError/serviceException/validationErrors");
        assert!(errors[fault.0][0].is_string(), "{fault:?}: {errors}");
    }
}
