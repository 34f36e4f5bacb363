//! Simple sends are judged and answered as the advanced ones are, and what asks takes anything and loses no reply.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};
use smskernel::infobip::{
    Binary, BinaryMessage, ConfirmConversion, CreateSession, EndSession, Gateway, GetBalance, GetBulkStatus,
    GetOauthToken, GetSchedule, PreviewRequest, Recipients, Reschedule, SendBinary, SendBinaryMulti, SendText,
    SendTextMulti, SetBulkStatus, SimpleBinary, SimpleText, TextMessage,
};
use smskernel::{Call, Id, InvalidRequest, ReadReply, ReplyError, ReplyHeaders, Resend, Violation};

use crate::account;
use crate::replies::{Accident, accidents, happened, status};

/// A message: its sender, its numbers, its content.
type Message = (Option<String>, Vec<String>, String);

fn message() -> impl Strategy<Value = Message> {
    let number = prop_oneof![
        3 => select(vec!["41793026727", "41793026834", "+41 79 302 67 85", "0041793026700", "0793026727", "12", ""])
            .prop_map(str::to_owned),
        1 => "\\+?[0-9]{5,17}",
        1 => ".{0,12}",
    ];
    let sender = prop_oneof![Just(None), "[A-Za-z0-9]{1,15}".prop_map(Some), ".{0,12}".prop_map(Some)];
    let content = prop_oneof![3 => ".{0,40}", 1 => (0..4100_usize).prop_map(|count| "ü".repeat(count))];
    (sender, vec(number, 1..4), content)
}

/// What is found, with the places of both endpoints made alike.
fn told<A>(built: Result<Call<A>, InvalidRequest>) -> Vec<(String, String, String)> {
    let found: Vec<Violation> = match built {
        Ok(call) => call.warnings().to_vec(),
        Err(error) => error.violations,
    };
    let of = |found: &Violation| {
        let path = found.path().replace("].to[", "].destinations[").replace("].to", "]");
        (path, found.code().to_string(), found.message().to_owned())
    };
    found.iter().map(of).collect()
}

fn numbers(message: &Message) -> Recipients {
    Recipients::from(message.1.iter().map(String::as_str).collect::<Vec<_>>())
}

fn texts(messages: &[Message]) -> (SendText, SendTextMulti) {
    let advanced = messages.iter().map(|(sender, to, text)| {
        let message = to.iter().fold(TextMessage::new(text), |message, to| message.to(to.as_str()));
        match sender {
            Some(sender) => message.sender(sender.as_str()),
            None => message,
        }
    });
    let simple = messages.iter().map(|message| {
        let mut simple = SimpleText::new(&message.2);
        simple.to = Some(numbers(message));
        simple.sender = message.0.as_deref().map(Into::into);
        simple
    });
    (SendText::new(advanced), SendTextMulti::new(simple))
}

fn binaries(messages: &[Message]) -> (SendBinary, SendBinaryMulti) {
    let advanced = messages.iter().map(|(sender, to, hex)| {
        let binary = Binary::new(hex.as_str());
        let message = to.iter().fold(BinaryMessage::new(binary), |message, to| message.to(to.as_str()));
        match sender {
            Some(sender) => message.sender(sender.as_str()),
            None => message,
        }
    });
    let simple = messages.iter().map(|message| {
        let mut simple = SimpleBinary::new(Binary::new(message.2.as_str()));
        simple.to = Some(numbers(message));
        simple.sender = message.0.as_deref().map(Into::into);
        simple
    });
    (SendBinary::new(advanced), SendBinaryMulti::new(simple))
}

/// A call's answer to a reply, or its error, as JSON.
fn read<A: ReadReply + serde::Serialize>(call: &Call<A>, status: i64, body: &[u8]) -> Json {
    match call.parse(status, &ReplyHeaders::default(), body) {
        Ok(answer) => serde_json::to_value(&answer).unwrap(),
        Err(error) => serde_json::to_value(&error).unwrap(),
    }
}

/// An answer comes under a success alone and keeps the body; so does an error, under any status.
fn answered<A: ReadReply + Clone>(
    call: Result<Call<A>, InvalidRequest>,
    raw_body: impl Fn(&A) -> &[u8],
    status: i64,
    body: &[u8],
) -> Result<(), TestCaseError> {
    match call.unwrap().parse(status, &ReplyHeaders::default(), body) {
        Ok(answer) => {
            prop_assert!((200..300).contains(&status));
            prop_assert_eq!(raw_body(&answer), body);
        }
        Err(error) => {
            prop_assert_eq!((error.status(), error.raw_body()), (status, body));
            // Nothing was sent, so that nothing is on its way.
            let resend = match &error {
                ReplyError::Refused(error) => error.resend,
                ReplyError::Unreadable(error) => error.resend,
            };
            prop_assert_ne!(resend, Resend::Uncertain);
            prop_assert!(!error.to_string().is_empty());
        }
    }
    Ok(())
}

fn everything_answered(account: &Gateway, status: i64, body: &[u8]) -> Result<(), TestCaseError> {
    answered(account.get_schedule(&GetSchedule::new("b")), |answer| &answer.raw_body, status, body)?;
    answered(
        account.reschedule(&Reschedule::new("b", "2026-12-01T08:00:00Z")),
        |answer| &answer.raw_body,
        status,
        body,
    )?;
    answered(account.get_bulk_status(&GetBulkStatus::new("b")), |answer| &answer.raw_body, status, body)?;
    answered(account.set_bulk_status(&SetBulkStatus::new("b", "PAUSED")), |answer| &answer.raw_body, status, body)?;
    answered(account.preview(&PreviewRequest::new("Hi")), |answer| &answer.raw_body, status, body)?;
    answered(account.get_balance(&GetBalance::default()), |answer| &answer.raw_body, status, body)?;
    answered(account.create_session(&CreateSession::new("u", "p")), |answer| &answer.raw_body, status, body)?;
    answered(account.end_session(&EndSession::default()), |answer| &answer.raw_body, status, body)?;
    answered(account.get_oauth_token(&GetOauthToken::new("u", "p")), |answer| &answer.raw_body, status, body)?;
    answered(account.confirm_conversion(&ConfirmConversion::new("m")), |answer| &answer.raw_body, status, body)
}

fn damaged(reply: &Json, accidents: &[Accident]) -> Vec<u8> {
    happened(reply.to_string().into_bytes(), accidents)
}

proptest! {
    #[test]
    fn simple_messages_are_judged_as_advanced_ones(messages in vec(message(), 1..4)) {
        let account = account(&json!({}));
        let (advanced, simple) = texts(&messages);
        prop_assert_eq!(told(account.send_text(&advanced)), told(account.send_text_multi(&simple)));
        if let ([single], Ok(call)) = (&simple.messages[..], account.send_text_multi(&simple)) {
            let single = account.send_text_single(single).unwrap();
            prop_assert_eq!(single.predicted_parts(), call.predicted_parts());
            let (whole, alone): (Json, Json) =
                (serde_json::from_slice(call.body()).unwrap(), serde_json::from_slice(single.body()).unwrap());
            prop_assert_eq!(&whole["messages"][0], &alone);
        }
        let (advanced, simple) = binaries(&messages);
        prop_assert_eq!(told(account.send_binary(&advanced)), told(account.send_binary_multi(&simple)));
    }

    #[test]
    fn simple_messages_are_answered_as_advanced_ones(
        counts in vec(1..4_usize, 1..4),
        entries in vec((select(vec!["41793026727", "+41793026728", "41793026729", "41700000000", "x", ""]), 0..60_i64), 0..8),
        status in status(),
        accidents in accidents(),
    ) {
        let account = account(&json!({}));
        let messages: Vec<Message> = counts
            .iter()
            .map(|count| (None, (0..*count).map(|place| format!("4179302672{}", 7 + place)).collect(), "Hi".to_owned()))
            .collect();
        let (advanced, simple) = texts(&messages);
        let (advanced, simple) = (account.send_text(&advanced).unwrap(), account.send_text_multi(&simple).unwrap());
        prop_assert_eq!(advanced.predicted_parts(), simple.predicted_parts());
        let entries: Vec<Json> = entries
            .iter()
            .map(|(to, status)| json!({ "to": to, "status": { "groupId": status % 7, "id": status, "name": "SOME" } }))
            .collect();
        let body = damaged(&json!({ "bulkId": "b", "messages": entries }), &accidents);
        prop_assert_eq!(read(&advanced, status, &body), read(&simple, status, &body));
    }

    #[test]
    fn no_reply_to_a_question_is_lost(status in status(), body in vec(any::<u8>(), 0..60)) {
        everything_answered(&account(&json!({})), status, &body)?;
    }

    #[test]
    fn no_damaged_reply_to_a_question_is_lost(status in status(), accidents in accidents()) {
        let reply = json!({
            "bulkId": "b", "sendAt": "2021-08-25T16:00:00.000+0000", "status": "PAUSED", "balance": 47.79134, "currency": "EUR",
            "token": "t", "access_token": "a", "expires_in": 3600, "processKey": "p", "originalText": "Hi",
            "previews": [{ "textPreview": "Hi", "messageCount": 1, "configuration": { "language": { "languageCode": "TR" } } }],
            "requestError": { "serviceException": { "messageId": "BAD_REQUEST", "text": "Bad request" } },
        });
        let mut good = reply.clone();
        good.as_object_mut().unwrap().remove("requestError");
        let account = account(&json!({}));
        everything_answered(&account, status, &damaged(&reply, &accidents))?;
        everything_answered(&account, status, &damaged(&good, &accidents))?;
    }

    #[test]
    fn ids_stand_in_urls_as_they_are(id in "[^\\x00\u{FFFD}]{1,30}") {
        let account = account(&json!({}));
        prop_assume!(![".", ".."].contains(&id.as_str()));
        let call = account.get_schedule(&GetSchedule::new(Id::from(id.as_str()))).unwrap();
        let uri: http::Uri = call.url().parse().unwrap();
        let query = crate::support::form::pairs(uri.query().unwrap()).unwrap();
        prop_assert_eq!(query, [("bulkId".to_owned(), id.clone())]);
        let call = account.confirm_conversion(&ConfirmConversion::new(id.as_str())).unwrap();
        let uri: http::Uri = call.url().parse().unwrap();
        let part = uri.path().strip_prefix("/ct/1/log/end/").unwrap();
        prop_assert_eq!(crate::support::form::percent_decoded(part).unwrap(), id.into_bytes());
    }
}
