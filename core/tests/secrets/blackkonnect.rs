//! Blackkonnect's token, the client's id and secret, and the account's two ids; numbers and texts of its requests and replies,
//! and of binary messages.

use serde_json::{Value as Json, json};
use smskernel::blackkonnect::{
    BulkSmsMessageRequest, DeliveryWindow, Gateway, GenericRequest, GetBulkStatus, GetMessageStatus,
    MessageDestination, Options, ProblemDetail, SimpleSmsMessageRequest, SmsMessage, Token, TokenRequest, check_bulk,
    check_message,
};
use smskernel::infobip::{self, Auth, Binary, BinaryMessage, Hex, SendBinary};
use smskernel::{
    Call, CheckOptions, InvalidRequest, OnInvalid, ReadReply, ReplyError, ReplyHeaders, Saved, Secret, merge_answers,
};

use crate::search::Printed;
use crate::support::{json as as_json, tree};

const TOKEN: &str = "pl4nted.Token/+=~end";
const CLIENT: &str = "pl4nted~client@example.com";
const SECRET: &str = "pl4nted~Secret/+=?&% word";
const SERVICE: &str = "pl4nted~Service&Account";
const ORGANISATION: &str = "pl4nted~c9b3f279/Organisation";
const ALL: [&str; 5] = [TOKEN, CLIENT, SECRET, SERVICE, ORGANISATION];

const NUMBER: &str = "254712345678";
const TEXT: &str = "a text that nobody but its reader should see";

fn options() -> Options {
    Options::new("https://example.com").token(TOKEN).service_account_id(SERVICE).organisation_id(ORGANISATION)
}

fn gateway() -> Gateway {
    options().build().unwrap()
}

fn bulk() -> BulkSmsMessageRequest {
    let to = MessageDestination::new(NUMBER).message_id("A").sender(NUMBER);
    let generic = GenericRequest::default().request_id("R");
    BulkSmsMessageRequest::new([SmsMessage::new(TEXT).callback_data(TEXT).to(to)]).generic(generic).sender(NUMBER)
}

fn simple() -> SimpleSmsMessageRequest {
    SimpleSmsMessageRequest::new(NUMBER, TEXT).sender(NUMBER).message_id("A")
}

/// All that can be printed of a call. Its URL, headers and body hold what they must.
fn call_prints<A: ReadReply + Clone>(printed: &mut Printed, name: &str, call: &Call<A>) {
    printed.debug(name, call);
    printed.debug(name, call.reader());
    printed.text(name, String::from_utf8_lossy(&call.reader().to_bytes()));
    printed.debug(name, &Saved::open(&call.reader().to_bytes()).unwrap());
    printed.debug(name, &call.clone().into_pieces());
    for warning in call.warnings() {
        printed.display(name, warning);
        printed.json(name, warning);
    }
    let request = call.clone().into_parts().0;
    printed.debug(name, request.headers());
    printed.debug(name, request.uri());
}

#[test]
fn calls_print_no_credential() {
    let mut printed = Printed::default();
    printed.debug("options", &options());
    printed.debug("gateway", &gateway());
    printed.debug("gateway", &gateway().with_token(format!("{TOKEN}2")).unwrap());
    let request = TokenRequest::new(CLIENT, SECRET).scope("scope").grant_type("password");
    printed.debug("token request", &request);
    let call = gateway().get_token(&request).unwrap();
    call_prints(&mut printed, "get_token", &call);
    call_prints(&mut printed, "send_message", &gateway().send_message(&simple()).unwrap());
    call_prints(&mut printed, "send_bulk", &gateway().send_bulk(&bulk()).unwrap());
    call_prints(&mut printed, "get_bulk_status", &gateway().get_bulk_status(&GetBulkStatus::new("id")).unwrap());
    let call = gateway().get_message_status(&GetMessageStatus::new("id")).unwrap();
    call_prints(&mut printed, "get_message_status", &call);
    printed.debug("planner", &gateway().bulk_planner(None, OnInvalid::Raise, None).unwrap());
    printed.debug("plan", &gateway().plan_bulk([SmsMessage::new(TEXT).to(NUMBER)], OnInvalid::Raise).unwrap());
    // The call itself has them, or it could not be sent; a request for a token has none of the account's.
    let sent: Vec<&str> = call.headers().iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(sent[..3], [&format!("Bearer {TOKEN}"), SERVICE, ORGANISATION]);
    let call = gateway().get_token(&request).unwrap();
    assert!(call.headers().iter().all(|(_, value)| ALL.iter().all(|secret| !value.contains(secret))));
    assert!(String::from_utf8_lossy(call.body()).contains("client_secret=pl4nted%7ESecret"));
    printed.holds_none_of(&ALL);
}

#[test]
fn refused_options_and_tokens_print_no_credential() {
    let mut printed = Printed::default();
    let mut refused = |name: &str, error: InvalidRequest| {
        assert!(error.violations.iter().all(|violation| violation.value().is_none()), "{error:?}");
        printed.invalid(name, &error);
        printed.json(name, &error.violations);
    };
    for broken in [format!("{TOKEN}\r\nX-Evil: 1"), format!(" {TOKEN}"), format!("\"{TOKEN}\""), format!("{TOKEN}é")] {
        refused("token", Options::new("https://example.com").token(broken.clone()).build().unwrap_err());
        refused("service", options().service_account_id(broken.clone()).build().unwrap_err());
        refused("organisation", options().organisation_id(broken.clone()).build().unwrap_err());
        refused("with_token", gateway().with_token(broken).unwrap_err());
    }
    for name in ["token", "service_account_id", "organisation_id"] {
        for value in [json!([TOKEN]), json!({ "token": TOKEN }), json!(-5), json!(1.5), json!(TOKEN.to_owned() + "\n")]
        {
            let given = json!({ "base_url": "https://example.com", name: value });
            refused(name, Gateway::from_value(tree(&given)).unwrap_err());
        }
    }
    for (name, value) in [("tokn", TOKEN), ("service_account", SERVICE), ("organization_id", ORGANISATION)] {
        let given = json!({ "base_url": "https://example.com", name: value });
        refused(name, Gateway::from_value(tree(&given)).unwrap_err());
    }
    printed.holds_none_of(&ALL);
}

#[test]
fn refused_token_requests_print_no_credential() {
    let mut printed = Printed::default();
    let good = json!({ "client_id": CLIENT, "client_secret": SECRET });
    let with = |name: &str, value: Json| {
        let mut request = good.clone();
        request[name] = value;
        request
    };
    for request in [
        with("client_secret", json!([SECRET])),
        with("client_secret", json!({ "value": SECRET })),
        with("client_secret", json!(format!("{SECRET}\n"))),
        with("client_secret", json!(98_765_432_100_i64)),
        with("client_secret", json!(9_876_543_210.5)),
        with("client_id", json!([CLIENT])),
        with("client_id", json!(format!("{CLIENT}\0"))),
        with("client_id", json!(9_876_543_210.5)),
        with("client_id", json!(-98_765_432_100_i64)),
        with("clientSecret", json!(format!("{SECRET}2"))),
        with("clientsecret", json!(SECRET)),
        with("password", json!([SECRET])),
        with("extra", json!(SECRET)),
        with("extra", json!({ "client_secret": SECRET })),
        with("extra", json!({ "assertion": [SECRET] })),
        with("extra", json!({ "assertion": format!("{SECRET}\0") })),
        json!([good]),
        json!([CLIENT, SECRET]),
        json!(SECRET),
    ] {
        let by_tree = gateway().get_token_value(tree(&request), None).unwrap_err();
        let by_text = gateway().get_token_json(request.to_string().as_bytes(), None).unwrap_err();
        assert_eq!(by_tree, by_text);
        for violation in &by_tree.violations {
            let value = violation.value().map(as_json).unwrap_or_default().to_string();
            assert!(!value.contains("98765432"), "{violation:?} {value}");
        }
        printed.invalid("token request", &by_tree);
        printed.json("token request", &by_tree.violations);
        printed.debug("tree", &tree(&request));
    }
    let text = good.to_string();
    for broken in [&text[..text.len() - 1], &text[..text.len() - 5], &format!("{text}{text}"), &text.replace(':', "=")]
    {
        printed.invalid("text", &gateway().get_token_json(broken.as_bytes(), None).unwrap_err());
    }
    let twice = format!("{},\"client_secret\":\"{SECRET}2\"}}", &text[..text.len() - 1]);
    printed.invalid("twice", &gateway().get_token_json(twice.as_bytes(), None).unwrap_err());
    let allowed = options().allow("unknown_key").build().unwrap();
    let call = allowed.get_token_value(tree(&with("assertion", json!(SECRET))), None).unwrap();
    call_prints(&mut printed, "allowed", &call);
    let mut typed = TokenRequest::new(CLIENT, SECRET);
    typed.extra.push(("assertion".to_owned(), smskernel::Value::String(SECRET.into())));
    printed.debug("typed", &typed);
    printed.holds_none_of(&ALL);
}

#[test]
fn a_token_shows_its_expiry_alone() {
    let mut printed = Printed::default();
    let call = gateway().get_token(&TokenRequest::new(CLIENT, SECRET)).unwrap();
    let expiring = format!("pl4nted.eyJleHAiOjE1MTYyMzkwMjJ9.{SECRET}");
    let read = |body: Json| call.parse(200, &ReplyHeaders::default(), body.to_string().as_bytes());
    for (body, shown) in [
        (json!({ "token": TOKEN }), json!({})),
        (json!({ "access_token": TOKEN, "token_type": "bearer" }), json!({})),
        (json!({ "token": expiring }), json!({ "expiresAt": "2018-01-18T01:30:22.000Z" })),
    ] {
        let token = read(body).unwrap();
        assert_eq!(as_json(&token), shown);
        assert_eq!(token.reveal(), Secret::from(&token).reveal());
        printed.debug("token", &token);
        printed.json("token", &token);
        printed.debug("secret", &Secret::from(token.clone()));
        printed.debug("gateway", &gateway().with_token(&token).unwrap());
        printed.debug("result", &Ok::<Token, ReplyError>(token));
    }
    // What cannot be a header is told when it is to become one.
    let broken = read(json!({ "token": format!("{TOKEN}\n") })).unwrap();
    printed.invalid("broken", &gateway().with_token(&broken).unwrap_err());
    printed.debug("broken", &broken);
    let headers = ReplyHeaders::from_pairs([("Location", format!("https://example.com/?token={TOKEN}"))]);
    for (status, body) in [
        (200, json!([TOKEN]).to_string()),
        (200, json!({ "token": [TOKEN] }).to_string()),
        (200, json!({ "data": { "token": TOKEN } }).to_string()),
        (200, TOKEN.to_owned()),
        (302, json!({ "token": TOKEN }).to_string()),
        (400, json!({ "token": TOKEN }).to_string()),
        (401, json!({ "error": "invalid_client", "client_secret": SECRET }).to_string()),
        (500, format!("<html>{SECRET}</html>")),
        (500, json!({ "token": TOKEN }).to_string()),
    ] {
        let error = call.parse(status, &headers, body.as_bytes()).unwrap_err();
        assert_eq!(error.raw_body(), body.as_bytes());
        printed.display("error", &error);
        printed.json("error", &error);
    }
    printed.holds_none_of(&ALL);
}

/// A reply of every kind, full of the number and the text.
fn entry() -> Json {
    json!({
        "uuid": "u", "messageId": "A", "destination": NUMBER, "sourceAddress": NUMBER, "deliveryStatus": "QUEUED",
        "messageContent": TEXT, "messageGroupStatus": { "deliveryStatus": "QUEUED" }, "text": TEXT,
    })
}

#[test]
fn numbers_and_texts_are_masked_where_they_are_printed() {
    let mut printed = Printed::default();
    let typed = bulk();
    printed.debug("bulk", &typed);
    printed.debug("message", &typed.messages[0]);
    printed.debug("destination", &typed.messages[0].to[0]);
    printed.debug("simple", &simple());
    for request in [
        json!({ "to": format!("+{NUMBER}"), "text": TEXT, "sender": format!("+{NUMBER}") }),
        json!({ "to": format!("{NUMBER}x"), "text": [TEXT], "sender": [NUMBER] }),
        json!({ "to": format!("1(0){NUMBER}"), "text": format!("{TEXT}\0\u{FFFD}") }),
        json!({ "to": format!("{NUMBER}{NUMBER}"), "text": { "text": TEXT }, "sender": format!("{NUMBER}\0") }),
        json!({ "to": [NUMBER, NUMBER], "text": TEXT, "callback_data": format!("{TEXT}\0") }),
        json!({ "to": [[NUMBER]], "text": TEXT, "callback_data": [TEXT], "extra": { "note": [TEXT, NUMBER] } }),
        json!({ "to": { "number": NUMBER }, "text": TEXT, "words": TEXT }),
    ] {
        printed.debug("tree", &tree(&request));
        if let Err(error) = gateway().send_message_value(tree(&request), None) {
            printed.invalid("simple", &error);
        }
        for violation in check_message(request.to_string().as_bytes(), &CheckOptions::new()).unwrap() {
            printed.display("check", &violation);
        }
        let list = json!({ "messages": [request] });
        match gateway().send_bulk_value(tree(&list), None) {
            Ok(call) => call.warnings().iter().for_each(|warning| printed.display("warning", warning)),
            Err(error) => printed.invalid("bulk", &error),
        }
        for violation in check_bulk(list.to_string().as_bytes(), &CheckOptions::new()).unwrap() {
            printed.display("check", &violation);
        }
        let mut planner = gateway().bulk_planner(None, OnInvalid::SetAside, None).unwrap();
        planner.push_value(tree(&request));
        planner.finish().unwrap();
        printed.debug("planner", &planner);
        for rejected in planner.rejected() {
            printed.debug("rejected", rejected);
            printed.outcome("outcome", &rejected.outcome());
        }
    }
    let headers = ReplyHeaders::default();
    let call = gateway().send_bulk(&bulk()).unwrap();
    let stranger = json!({ "messageId": "Z", "destination": NUMBER.replace("78", "79"), "smscReference": NUMBER });
    let body = json!({ "smsMessageDeliveryStatuses": [entry(), stranger], "data": entry(), "items": [entry()],
        "message": { "text": TEXT }, "correlationId": "c", "isSuccessful": true });
    let answer = call.parse(200, &headers, body.to_string().as_bytes()).unwrap();
    assert_eq!((answer.messages[0].to.as_str(), answer.unmatched.len()), (NUMBER, 1));
    printed.debug("answer", &answer);
    printed.debug("message", &answer.messages[0]);
    printed.debug("unmatched", &answer.unmatched[0]);
    printed.debug("no reply", &call.no_reply());
    let merged = merge_answers(&[(call.reader().clone(), Some(Ok(answer)))], &[]).unwrap();
    printed.debug("merged", &merged);
    let call = gateway().send_message(&simple()).unwrap();
    printed.debug("answer", &call.parse(200, &headers, body.to_string().as_bytes()).unwrap());
    printed.debug("no reply", &call.no_reply());
    let call = gateway().get_bulk_status(&GetBulkStatus::new("id").size(1)).unwrap();
    let mut envelope = body.clone();
    envelope["correlationId"] = json!(NUMBER);
    envelope["conversationId"] = json!(format!("to {NUMBER}"));
    for body in [json!([entry()]), entry(), body, envelope] {
        let answer = call.parse(200, &headers, body.to_string().as_bytes()).unwrap();
        assert!(as_json(&answer).to_string().contains(NUMBER), "what a program reads is plain");
        printed.debug("statuses", &answer);
        printed.debug("status", &answer.statuses[0]);
        printed.debug("response", &answer.response);
    }
    let problem = json!({ "type": "about:blank", "title": format!("no {NUMBER}"), "detail": NUMBER, "text": TEXT });
    printed.debug("problem", &ProblemDetail::from_body(problem.to_string().as_bytes()).unwrap());
    printed.display("refused", &call.parse(400, &headers, problem.to_string().as_bytes()).unwrap_err());
    printed.holds_none_of(&[NUMBER, &NUMBER[..6], &NUMBER[4..], TEXT, &TEXT[..10]]);
}

#[test]
fn windows_and_times_print_as_they_are() {
    // Were everything masked, nobody could find a fault.
    let window = DeliveryWindow::new([smskernel::blackkonnect::Day::Monday]);
    assert!(format!("{window:?}").contains("Monday"));
    assert!(format!("{:?}", GetBulkStatus::new("bulk-A").size(3)).contains("bulk-A"));
}

#[test]
fn octets_are_not_shown() {
    let mut printed = Printed::default();
    let account = infobip::Gateway::new("https://example.com", Auth::api_key("key")).unwrap();
    let digits: Vec<String> = TEXT.bytes().map(|byte| format!("{byte:02x}")).collect();
    let (spaced, dense) = (digits.join(" "), digits.concat());
    let octets = TEXT.as_bytes().to_vec();
    for hex in [Hex::from(spaced.as_str()), Hex::from(dense.as_str()), Hex::from(octets.clone())] {
        printed.debug("hex", &hex);
        let message = BinaryMessage::new(Binary::new(hex)).sender(NUMBER).callback_data(TEXT).to(NUMBER);
        printed.debug("message", &message);
        let request = SendBinary::new([message]);
        printed.debug("request", &request);
        let call = account.send_binary(&request).unwrap();
        assert!(call.warnings().is_empty());
        printed.debug("call", &call);
        let saved = call.reader().to_bytes();
        assert!(!String::from_utf8_lossy(&saved).contains(&TEXT[..10]), "a reader keeps no content");
    }
    for hex in [
        json!(format!("{spaced} ")),
        json!(format!("{dense}0")),
        json!(format!("{dense}x")),
        json!([spaced]),
        json!(dense.repeat(9)),
    ] {
        for binary in [json!({ "hex": hex }), json!({ "hex": hex, "esmClass": 64 }), hex.clone()] {
            let request = json!({ "messages": [{ "to": NUMBER, "binary": binary }] });
            printed.invalid("request", &account.send_binary_value(tree(&request), None).unwrap_err());
            for violation in infobip::check_binary(request.to_string().as_bytes(), &CheckOptions::new()).unwrap() {
                printed.display("check", &violation);
            }
        }
    }
    let header = BinaryMessage::new(Binary::new(octets).esm_class(64)).to(NUMBER);
    let mut plan = account.plan_binary([header], OnInvalid::SetAside).unwrap();
    assert!(plan.next().is_none());
    printed.debug("rejected", &plan.rejected());
    printed.holds_none_of(&[TEXT, NUMBER, &spaced[..11], &dense[..8]]);
}
