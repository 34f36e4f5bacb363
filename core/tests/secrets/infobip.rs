//! Infobip's user names, passwords and tokens; numbers and texts of simple messages and previews.

use serde_json::{Value as Json, json};
use smskernel::infobip::{
    Auth, Binary, ConfirmConversion, CreateSession, EndSession, Gateway, GetBalance, GetBulkStatus, GetOauthToken,
    GetSchedule, Options, PreviewRequest, Recipients, Reschedule, SendBinaryMulti, SendTextMulti, SetBulkStatus,
    SimpleBinary, SimpleText,
};
use smskernel::{Call, InvalidRequest, ReadReply, ReplyHeaders, Saved};

use crate::search::Printed;
use crate::support::{json as as_json, tree};
use crate::{KEY, NUMBER, PASSWORD, TEXT, TOKEN, USER};

const ALL: [&str; 4] = [KEY, USER, PASSWORD, TOKEN];

fn gateway() -> Gateway {
    Gateway::new("https://example.com", Auth::api_key(KEY)).unwrap()
}

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

fn texts() -> [SimpleText; 2] {
    [SimpleText::new(TEXT).sender(NUMBER).to(NUMBER), SimpleText::new(TEXT).to(NUMBER).to(NUMBER)]
}

fn binaries() -> [SimpleBinary; 2] {
    let binary = || Binary::new(TEXT.as_bytes());
    [SimpleBinary::new(binary()).sender(NUMBER).to(NUMBER), SimpleBinary::new(binary()).to(NUMBER).to(NUMBER)]
}

#[test]
fn calls_print_no_credential_and_no_number() {
    let mut printed = Printed::default();
    printed.debug("options", &Options::without_auth("https://example.com"));
    printed.debug("gateway", &Gateway::without_auth("https://example.com").unwrap());
    printed.debug("gateway", &gateway().with_auth(Auth::basic(USER, PASSWORD)).unwrap());
    let session = CreateSession::new(USER, PASSWORD);
    printed.debug("request", &session);
    let call = gateway().create_session(&session).unwrap();
    call_prints(&mut printed, "create_session", &call);
    // The call itself has them, or it could not be sent; and none of the account's.
    assert!(String::from_utf8_lossy(call.body()).contains(PASSWORD));
    assert!(call.headers().iter().all(|(_, value)| !value.contains(KEY)));
    let token = GetOauthToken::new(USER, PASSWORD);
    printed.debug("request", &token);
    let call = gateway().get_oauth_token(&token).unwrap();
    call_prints(&mut printed, "get_oauth_token", &call);
    assert!(call.headers().iter().all(|(_, value)| !value.contains(KEY)));
    call_prints(&mut printed, "end_session", &gateway().end_session(&EndSession::default()).unwrap());
    call_prints(&mut printed, "get_balance", &gateway().get_balance(&GetBalance::default()).unwrap());
    call_prints(&mut printed, "get_schedule", &gateway().get_schedule(&GetSchedule::new("b")).unwrap());
    let call = gateway().reschedule(&Reschedule::new("b", "2026-12-01T08:00:00Z")).unwrap();
    call_prints(&mut printed, "reschedule", &call);
    call_prints(&mut printed, "get_bulk_status", &gateway().get_bulk_status(&GetBulkStatus::new("b")).unwrap());
    let call = gateway().set_bulk_status(&SetBulkStatus::new("b", "FAILED")).unwrap();
    call_prints(&mut printed, "set_bulk_status", &call);
    let call = gateway().confirm_conversion(&ConfirmConversion::new("m")).unwrap();
    call_prints(&mut printed, "confirm_conversion", &call);
    let preview = PreviewRequest::new(TEXT);
    printed.debug("preview", &preview);
    call_prints(&mut printed, "preview", &gateway().preview(&preview).unwrap());
    printed.holds_none_of(&ALL);
    printed.holds_none_of(&[TEXT, &TEXT[..10]]);
}

#[test]
fn refused_requests_for_tokens_print_no_credential() {
    let mut printed = Printed::default();
    let mut refused = |name: &str, error: InvalidRequest| {
        for violation in &error.violations {
            let value = violation.value().map(as_json).unwrap_or_default().to_string();
            assert!(!value.contains("98765432"), "{violation:?} {value}");
        }
        printed.invalid(name, &error);
        printed.json(name, &error.violations);
    };
    for broken in [format!("{TOKEN}\r\nX-Evil: 1"), format!(" {TOKEN}"), format!("\"{TOKEN}\""), format!("{TOKEN}é")] {
        refused("with_auth", gateway().with_auth(Auth::ibsso(broken.clone())).unwrap_err());
        refused("with_auth", gateway().with_auth(Auth::bearer(broken)).unwrap_err());
    }
    refused("with_auth", gateway().with_auth(Auth::basic(USER, format!("{PASSWORD}\n"))).unwrap_err());
    for (name, secret) in [("username", "password"), ("client_id", "client_secret")] {
        let good = json!({ name: USER, secret: PASSWORD });
        let with = |member: &str, value: Json| {
            let mut request = good.clone();
            request[member] = value;
            request
        };
        for request in [
            with(secret, json!([PASSWORD])),
            with(secret, json!({ "value": PASSWORD })),
            with(secret, json!(format!("{PASSWORD}\n"))),
            with(secret, json!(98_765_432_100_i64)),
            with(name, json!([USER])),
            with(name, json!(format!("{USER}\0"))),
            with(name, json!(9_876_543_210.5)),
            with("secret", json!([PASSWORD])),
            with("Password", json!(format!("{PASSWORD}2"))),
            with("extra", json!(PASSWORD)),
            with("extra", json!({ secret: PASSWORD })),
            with("extra", json!({ "assertion": format!("{PASSWORD}\0") })),
            with("unsafe", json!(PASSWORD)),
            json!([good]),
            json!([USER, PASSWORD]),
            json!(PASSWORD),
        ] {
            let (by_tree, by_text) = if name == "username" {
                let text = request.to_string();
                (
                    gateway().create_session_value(tree(&request), None).unwrap_err(),
                    gateway().create_session_json(text.as_bytes(), None).unwrap_err(),
                )
            } else {
                let text = request.to_string();
                (
                    gateway().get_oauth_token_value(tree(&request), None).unwrap_err(),
                    gateway().get_oauth_token_json(text.as_bytes(), None).unwrap_err(),
                )
            };
            assert_eq!(by_tree, by_text);
            refused(name, by_tree);
        }
        let text = good.to_string();
        for broken in [&text[..text.len() - 1], &text[..text.len() - 5], &format!("{text}{text}")] {
            refused(name, gateway().create_session_json(broken.as_bytes(), None).unwrap_err());
            refused(name, gateway().get_oauth_token_json(broken.as_bytes(), None).unwrap_err());
        }
    }
    printed.holds_none_of(&ALL);
}

#[test]
fn a_token_shows_all_but_itself() {
    let mut printed = Printed::default();
    let none = ReplyHeaders::default();
    let expiring = format!("pl4nted.eyJleHAiOjE1MTYyMzkwMjJ9.{PASSWORD}");
    let session = gateway().create_session(&CreateSession::new(USER, PASSWORD)).unwrap();
    let oauth = gateway().get_oauth_token(&GetOauthToken::new(USER, PASSWORD)).unwrap();
    for (token, shown) in [(TOKEN, json!({})), (&*expiring, json!({ "expiresAt": "2018-01-18T01:30:22.000Z" }))] {
        let answer = session.parse(200, &none, json!({ "token": token }).to_string().as_bytes()).unwrap();
        assert_eq!((as_json(&answer), answer.reveal()), (shown.clone(), token));
        printed.debug("session", &answer);
        printed.json("session", &answer);
        printed.debug("auth", &Auth::from(&answer));
        printed.debug("auth", &Auth::from(answer.clone()));
        let body = json!({ "access_token": token, "expires_in": 60 }).to_string();
        let answer = oauth.parse(200, &none, body.as_bytes()).unwrap();
        assert_eq!((answer.expires_in, answer.reveal()), (Some(60), token));
        printed.debug("token", &answer);
        printed.json("token", &answer);
        printed.debug("auth", &Auth::from(&answer));
    }
    // They become the credentials of the calls that follow.
    let answer = session.parse(200, &none, json!({ "token": "s" }).to_string().as_bytes()).unwrap();
    let call = gateway().with_auth(&answer).unwrap().end_session(&EndSession::default()).unwrap();
    assert_eq!(call.headers()[0], ("Authorization", "IBSSO s".to_owned()));
    let answer = oauth.parse(200, &none, json!({ "access_token": "a" }).to_string().as_bytes()).unwrap();
    let call = gateway().with_auth(answer).unwrap().get_balance(&GetBalance::default()).unwrap();
    assert_eq!(call.headers()[0], ("Authorization", "Bearer a".to_owned()));
    // What cannot be a header is told when it is to become one.
    let broken = session.parse(200, &none, json!({ "token": format!("{TOKEN}\n") }).to_string().as_bytes()).unwrap();
    printed.invalid("broken", &gateway().with_auth(&broken).unwrap_err());
    printed.debug("broken", &broken);
    let headers = ReplyHeaders::from_pairs([("Location", format!("https://example.com/?token={TOKEN}"))]);
    for (status, body) in [
        (200, json!([TOKEN]).to_string()),
        (200, json!({ "token": [TOKEN], "access_token": { "x": TOKEN } }).to_string()),
        (200, TOKEN.to_owned()),
        (302, json!({ "token": TOKEN, "access_token": TOKEN }).to_string()),
        (400, json!({ "token": TOKEN, "access_token": TOKEN }).to_string()),
        (401, json!({ "error": "invalid_client", "client_secret": PASSWORD }).to_string()),
        (500, json!({ "token": TOKEN, "access_token": TOKEN }).to_string()),
    ] {
        let errors = [
            session.parse(status, &headers, body.as_bytes()).unwrap_err(),
            oauth.parse(status, &headers, body.as_bytes()).unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.raw_body(), body.as_bytes());
            printed.display("error", &error);
            printed.json("error", &error);
        }
    }
    printed.holds_none_of(&ALL);
}

#[test]
fn numbers_and_texts_are_masked_where_they_are_printed() {
    let mut printed = Printed::default();
    printed.debug("numbers", &Recipients::from([NUMBER, NUMBER]));
    printed.debug("texts", &SendTextMulti::new(texts()));
    printed.debug("binaries", &SendBinaryMulti::new(binaries()));
    let [one, several] = texts();
    for message in [one, several] {
        printed.debug("text", &message);
        call_prints_but_the_reader(&mut printed, &gateway().send_text_single(&message).unwrap());
    }
    let [one, several] = binaries();
    for message in [one, several] {
        printed.debug("binary", &message);
        call_prints_but_the_reader(&mut printed, &gateway().send_binary_single(&message).unwrap());
    }
    for request in [
        json!({ "to": format!("+{NUMBER}"), "text": TEXT }),
        json!({ "to": [NUMBER, NUMBER], "text": TEXT }),
        json!({ "to": [format!("{NUMBER}x")], "text": TEXT }),
        json!({ "to": [[NUMBER]], "text": [TEXT] }),
        json!({ "to": { "number": NUMBER }, "text": { "text": TEXT } }),
        json!({ "to": NUMBER, "text": TEXT.repeat(100) }),
    ] {
        match gateway().send_text_single_value(tree(&request), None) {
            Ok(call) => call.warnings().iter().for_each(|warning| printed.display("warning", warning)),
            Err(error) => printed.invalid("violation", &error),
        }
    }
    let call = gateway().send_text_multi(&SendTextMulti::new(texts())).unwrap();
    printed.debug("no reply", &call.no_reply());
    let body = json!({ "originalText": TEXT, "previews": [{ "textPreview": TEXT, "messageCount": 1 }] });
    let preview = gateway().preview(&PreviewRequest::new(TEXT)).unwrap();
    let answer = preview.parse(200, &ReplyHeaders::default(), body.to_string().as_bytes()).unwrap();
    assert_eq!(answer.original_text.as_deref(), Some(TEXT));
    printed.debug("preview", &answer);
    printed.holds_none_of(&[NUMBER, &NUMBER[..6], &NUMBER[4..], TEXT, &TEXT[..10]]);
}

/// The saved reader holds the numbers, and nothing else of a call does.
fn call_prints_but_the_reader<A: ReadReply + Clone>(printed: &mut Printed, call: &Call<A>) {
    printed.debug("call", call);
    printed.debug("call", call.reader());
    printed.debug("call", &call.clone().into_pieces());
    for warning in call.warnings() {
        printed.display("call", warning);
    }
}
