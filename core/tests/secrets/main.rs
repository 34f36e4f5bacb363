//! Nothing that is printed or saved holds a credential, and nothing that is printed holds a whole number or a text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(unreachable_pub, reason = "modules of a test program")]
#![cfg(feature = "all")]

mod blackkonnect;
mod bounds;
mod infobip_lists;
#[path = "infobip.rs"]
mod of_infobip;
mod search;
#[path = "smslist.rs"]
mod smslist_secrets;
#[path = "../support/mod.rs"]
mod support;
mod webhooks;

use serde_json::json;
use smskernel::infobip::{self, Auth, SendText, TextMessage};
use smskernel::smslist::{self, BulkMessage, SendBulk};
use smskernel::{CheckOptions, OnInvalid, ReplyError, ReplyHeaders, Saved, Secret, Value, merge_answers};

use crate::search::{Printed, base64, forms};

/// A credential that looks different in every encoding.
const KEY: &str = "pl4nted~Key/+=?&%<end>";
const USER: &str = "pl4nted~User";
const PASSWORD: &str = "pl4nted~Pass/+=?&% word";
const TOKEN: &str = "pl4nted.Token/+=~end";

const NUMBER: &str = "254712345678";
const TEXT: &str = "a text that nobody but its reader should see";

fn auths() -> [Auth; 4] {
    [Auth::api_key(KEY), Auth::basic(USER, PASSWORD), Auth::ibsso(TOKEN), Auth::bearer(TOKEN)]
}

fn account(auth: Auth) -> infobip::Gateway {
    infobip::Gateway::new("https://example.com", auth).unwrap()
}

fn partner() -> smslist::Gateway {
    smslist::Gateway::new("https://example.com", "12345", KEY, "SENDER").unwrap()
}

fn text_request() -> SendText {
    SendText::new([TextMessage::new(TEXT).sender(NUMBER).callback_data(TEXT).to(NUMBER)])
}

fn bulk_request() -> SendBulk {
    SendBulk::new([BulkMessage::new(NUMBER, TEXT).client_sms_id(7)])
}

/// An echo of the request, key and all, as some deployments send with code 1004.
fn echo() -> String {
    let item = json!({ "partnerID": "12345", "apikey": KEY, "mobile": NUMBER, "message": TEXT, "shortcode": "SENDER" });
    json!({ "responses": [{ "response-code": 1004, "response-description": "Low credit units", "mobile": item, "apikey": KEY }] })
        .to_string()
}

#[test]
fn the_forms_are_found_where_they_are() {
    // The search itself must find a secret in each encoding, or it proves nothing.
    let pair = base64(format!("{USER}:{PASSWORD}").as_bytes());
    assert!(forms(PASSWORD).iter().any(|form| pair.contains(form.as_str())));
    let header = account(Auth::basic(USER, PASSWORD)).send_text(&text_request()).unwrap();
    assert!(forms(PASSWORD).iter().any(|form| header.headers()[0].1.contains(form.as_str())));
    assert!(forms(KEY).iter().any(|form| format!("{:?}", KEY.as_bytes()).contains(form.as_str())));
    assert!(forms(KEY).contains(&"pl4nted~Key%2F%2B%3D%3F%26%25%3Cend%3E".to_owned()));
}

#[test]
fn what_holds_credentials_prints_none() {
    let mut printed = Printed::default();
    for auth in auths() {
        printed.debug("auth", &auth);
        let options = infobip::Options::new("https://example.com", auth.clone());
        printed.debug("options", &options);
        let gateway = options.build().unwrap();
        printed.debug("gateway", &gateway);
        let call = gateway.send_text(&text_request()).unwrap();
        printed.debug("call", &call);
        printed.debug("reader", call.reader());
        printed.text("saved reader", String::from_utf8_lossy(&call.reader().to_bytes()));
        printed.debug("saved", &Saved::open(&call.reader().to_bytes()).unwrap());
        printed.debug("pieces", &call.clone().into_pieces());
        printed.debug("request", &call.into_parts().0.headers());
    }
    let options = smslist::Options::new("https://example.com", "12345", KEY, "SENDER");
    printed.debug("options", &options);
    let gateway = options.build().unwrap();
    printed.debug("gateway", &gateway);
    let call = gateway.send_bulk(&bulk_request()).unwrap();
    printed.debug("call", &call);
    printed.debug("reader", call.reader());
    printed.text("saved reader", String::from_utf8_lossy(&call.reader().to_bytes()));
    printed.debug("pieces", &call.clone().into_pieces());
    printed.debug("planner", &gateway.bulk_planner(None, OnInvalid::Raise, None).unwrap());
    printed.debug("plan", &gateway.plan_bulk([BulkMessage::new(NUMBER, TEXT)], OnInvalid::Raise).unwrap());
    printed.display("secret", &Secret::new(KEY));
    // The call itself has them, or it could not be sent.
    assert!(String::from_utf8_lossy(call.body()).contains(&KEY.replace('"', "\\\"")));
    printed.holds_none_of(&[KEY, USER, PASSWORD, TOKEN]);
}

#[test]
fn refused_options_print_no_credential() {
    let mut printed = Printed::default();
    let mut refused = |name: &str, options: &infobip::Options| {
        printed.debug(name, options);
        let error = options.build().unwrap_err();
        printed.invalid(name, &error);
        for violation in &error.violations {
            assert_eq!(violation.value(), None, "{violation:?}");
        }
        printed.json(name, &error.violations);
    };
    for broken in [format!("{KEY}\r\nX-Evil: 1"), format!(" {KEY}"), format!("\"{KEY}\""), format!("{KEY}é")] {
        refused("key", &infobip::Options::new("https://example.com", Auth::api_key(broken.clone())));
        refused("token", &infobip::Options::new("https://example.com", Auth::bearer(broken.clone())));
        refused("session", &infobip::Options::new("https://example.com", Auth::ibsso(broken)));
    }
    refused("password", &infobip::Options::new("https://example.com", Auth::basic(USER, format!("{PASSWORD}\n"))));
    refused("user", &infobip::Options::new("https://example.com", Auth::basic(format!("{USER}:"), PASSWORD)));
    for base_url in [
        format!("https://{USER}:{KEY}@example.com"),
        format!("https://example.com/?key={KEY}"),
        format!("https://example.com/#{KEY}"),
        format!("ftp://{KEY}.example.com"),
        format!("http://example.com/{TOKEN}"),
        format!("https://example.com/{KEY}"),
    ] {
        refused("base URL", &infobip::Options::new(base_url, Auth::api_key("key")));
    }
    for broken in [format!("{KEY}\n"), format!("{KEY} "), format!("'{KEY}'")] {
        let options = smslist::Options::new("https://example.com", "12345", broken.clone(), "SENDER");
        printed.debug("smslist key", &options);
        printed.invalid("smslist key", &options.build().unwrap_err());
        printed.invalid(
            "partner",
            &smslist::Gateway::new("https://example.com", broken.as_str(), "key", "SENDER").unwrap_err(),
        );
    }
    // Options as a tree, of a wrong shape at the credential's place.
    for auth in [
        json!(KEY),
        json!([KEY]),
        json!({ "type": "api_key", "key": [KEY] }),
        json!({ "type": "api_key", "token": KEY }),
        json!({ "type": "apikey", "key": KEY }),
        json!({ "type": "basic", "username": USER, "password": { "value": PASSWORD } }),
        json!({ "type": "basic", "username": USER, "pasword": PASSWORD }),
    ] {
        let tree = support::tree(&json!({ "base_url": "https://example.com", "auth": auth }));
        printed.debug("tree", &tree);
        let error = infobip::Gateway::from_value(tree).unwrap_err();
        printed.invalid("tree", &error);
        printed.json("tree", &error.violations);
    }
    for api_key in [json!([KEY]), json!({ "key": KEY }), json!(5)] {
        let tree = json!({ "base_url": "https://example.com", "partner_id": "1", "api_key": api_key, "sender": "S" });
        let error = smslist::Gateway::from_value(support::tree(&tree)).unwrap_err();
        printed.invalid("tree", &error);
        printed.json("tree", &error.violations);
    }
    printed.holds_none_of(&[KEY, USER, PASSWORD, TOKEN]);
}

#[test]
fn a_key_in_a_pasted_body_is_not_shown() {
    let mut printed = Printed::default();
    let gateway = smslist::Gateway::new("https://example.com", "12345", "another", "SENDER").unwrap();
    for apikey in [json!(KEY), json!([KEY]), json!({ "key": KEY })] {
        let item = json!({ "apikey": apikey, "mobile": NUMBER, "message": "Hi" });
        let error = gateway.send_bulk_value(support::tree(&json!({ "smslist": [item] })), None).unwrap_err();
        printed.invalid("item", &error);
        printed.json("item", &error.violations);
        let payload = json!({ "count": 2, "smslist": [item, { "apikey": TOKEN, "mobile": NUMBER, "message": "Hi" }] });
        for violation in smslist::check_bulk(payload.to_string().as_bytes(), &CheckOptions::new()).unwrap() {
            printed.display("check", &violation);
            printed.json("check", &violation);
        }
    }
    printed.holds_none_of(&[KEY, TOKEN]);
}

#[test]
fn an_echoed_key_stays_in_the_raw_body() {
    let mut printed = Printed::default();
    let call = partner().send_bulk(&bulk_request()).unwrap();
    let headers = ReplyHeaders::from_pairs([("Location", format!("https://example.com/?apikey={KEY}"))]);
    printed.debug("headers", &headers);
    let answer = call.parse(200, &headers, echo().as_bytes()).unwrap();
    assert!(String::from_utf8_lossy(&answer.raw_body).contains(KEY));
    printed.debug("answer", &answer);
    printed.debug("message", &answer.messages[0]);
    printed.json("answer", &answer);
    let stranger = echo().replace(NUMBER, "254733123456").replace("\"mobile\":{", "\"clientsmsid\":99,\"mobile\":{");
    let body = format!("{}{}", &echo()[..echo().len() - 2], stranger.replace("{\"responses\":[", ","));
    let answer = call.parse(200, &headers, body.as_bytes()).unwrap();
    assert_eq!(answer.unmatched.len(), 1);
    printed.debug("unmatched", &answer.unmatched[0]);
    printed.json("answer", &answer);
    for (status, body) in [
        (400, echo().replace(NUMBER, "254799999999")),
        (500, format!("<html>{KEY}</html>")),
        (200, KEY.to_owned()),
        (302, String::new()),
        (401, json!({ "response-code": 1006, "apikey": KEY }).to_string()),
        (
            422,
            json!({ "response-code": 1003, "errors": { "apikey": { "apikey": "is wrong" } }, "apikey": KEY })
                .to_string(),
        ),
    ] {
        let error = call.parse(status, &headers, body.as_bytes()).unwrap_err();
        assert_eq!(error.raw_body(), body.as_bytes());
        printed.display("error", &error);
        printed.json("error", &error);
        match &error {
            ReplyError::Refused(error) => printed.display("refused", error),
            ReplyError::Unreadable(error) => printed.display("unreadable", error),
        }
        printed.outcome("outcome", &error.outcome());
    }
    printed.holds_none_of(&[KEY]);
}

#[test]
fn numbers_and_texts_are_masked_where_they_are_printed() {
    let mut printed = Printed::default();
    printed.debug("request", &text_request());
    printed.debug("request", &bulk_request());
    printed.debug("number", &smskernel::Number::from(NUMBER));
    printed.debug("sender", &smskernel::Sender::from(NUMBER));
    printed.debug("text", &smskernel::Text::from(TEXT));
    let tree = support::tree(&json!({ "messages": [{ "from": NUMBER, "to": NUMBER, "text": TEXT }] }));
    printed.debug("tree", &tree);
    // Each violation about a number or a text, and what holds them.
    for request in [
        json!({ "to": format!("+{NUMBER}"), "text": TEXT }),
        json!({ "to": [NUMBER, NUMBER], "text": TEXT }),
        json!({ "to": format!("{NUMBER}x"), "text": TEXT }),
        json!({ "to": format!("0{}", &NUMBER[1..]), "text": TEXT }),
        json!({ "to": format!("{NUMBER}{NUMBER}"), "text": TEXT }),
        json!({ "to": format!("(0){NUMBER}"), "text": TEXT }),
        json!({ "to": format!("1(0){NUMBER}"), "text": TEXT }),
        json!({ "to": [[NUMBER]], "text": [TEXT] }),
        json!({ "to": { "number": NUMBER }, "text": { "text": TEXT } }),
        json!({ "to": NUMBER, "text": format!("{TEXT}\0\u{FFFD}") }),
        json!({ "to": NUMBER, "text": TEXT.repeat(100), "callback_data": TEXT.repeat(100) }),
        json!({ "to": NUMBER, "sender": format!("{NUMBER}000"), "text": TEXT, "callback_data": format!("{TEXT}\0") }),
    ] {
        let gateway = account(Auth::api_key("key"));
        let tree = support::tree(&json!({ "messages": [request] }));
        match gateway.send_text_value(tree.clone(), None) {
            Ok(call) => call.warnings().iter().for_each(|warning| printed.display("warning", warning)),
            Err(error) => printed.invalid("violation", &error),
        }
        let mut planner = gateway.text_planner(None, OnInvalid::SetAside, None).unwrap();
        let Value::Object(members) = tree else { unreachable!() };
        let Value::List(messages) = members[0].1.clone() else { unreachable!() };
        for message in messages {
            planner.push_value(message);
        }
        planner.finish().unwrap();
        printed.debug("planner", &planner);
        planner.rejected().iter().for_each(|rejected| {
            printed.debug("rejected", rejected);
            printed.outcome("outcome", &rejected.outcome());
        });
    }
    let call = account(Auth::api_key("key")).send_text(&text_request()).unwrap();
    let body =
        json!({ "messages": [{ "to": NUMBER, "messageId": "1" }, { "to": format!("+{NUMBER}"), "messageId": "2" }] });
    let answer = call.parse(200, &ReplyHeaders::default(), body.to_string().as_bytes()).unwrap();
    printed.debug("answer", &answer);
    printed.debug("no reply", &call.no_reply());
    let results = [(call.reader().clone(), Some(Ok(answer)))];
    let merged = merge_answers(&results, &[]).unwrap();
    printed.debug("merged", &merged);
    printed.debug("merged", &merged[0].row);
    let call = partner().send_bulk(&bulk_request()).unwrap();
    let answer = call.parse(200, &ReplyHeaders::default(), echo().as_bytes()).unwrap();
    printed.debug("answer", &answer);
    // What a program reads is plain.
    assert_eq!(answer.messages[0].to, NUMBER);
    assert!(support::json(&answer).to_string().contains(NUMBER));
    printed.holds_none_of(&[NUMBER, &NUMBER[..6], &NUMBER[4..], TEXT, &TEXT[..10]]);
}

#[test]
fn values_of_violations_are_plain() {
    let request = SendText::new([TextMessage::new("Hi").to("+41 79 302 67 27")]);
    let call = account(Auth::api_key("key")).send_text(&request).unwrap();
    assert_eq!(call.warnings()[0].value(), Some(&Value::String("+41 79 302 67 27".into())));
}

#[test]
fn a_saved_reader_holds_no_text() {
    let call = account(Auth::api_key(KEY)).send_text(&text_request()).unwrap();
    let saved = call.reader().to_bytes();
    assert!(saved.windows(NUMBER.len()).any(|window| window == NUMBER.as_bytes()));
    assert!(!String::from_utf8_lossy(&saved).contains(&TEXT[..10]));
}
