//! No reply of Blackkonnect's is lost: whatever arrives becomes an answer with one result for each message sent, or an error that
//! holds it, and every entry of it is somewhere.

use std::fmt::Debug;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};
use smskernel::blackkonnect::{
    BulkSmsMessageRequest, BulkSmsMessageResponse, DELIVERY_STATUSES, DeliveryStatuses, GetBulkStatus,
    GetMessageStatus, MessageDestination, ProblemDetail, SimpleSmsMessageRequest, SimpleSmsMessageResponse, SmsMessage,
    Token, TokenRequest,
};
use smskernel::{Call, Outcome, ReadReply, ReplyError, ReplyHeaders, ReplyReader, Resend, State, Timestamp};

use crate::client;
use crate::models::leaf;
use crate::replies::{accidents, error_holds, happened, status};

/// Numbers and ids of a call, few enough that some stand twice.
fn sent() -> impl Strategy<Value = Vec<(String, Option<String>)>> {
    let number = select(vec!["254712345678", "254733123456", "254112345678", "254700000001"]).prop_map(str::to_owned);
    let id = select(vec!["1", "2", "3", "4", "5", "6"]).prop_map(str::to_owned);
    vec((number, of(id)), 1..6)
}

fn bulk_call(sent: &[(String, Option<String>)]) -> Call<BulkSmsMessageResponse> {
    let messages = sent.iter().map(|(number, id)| {
        let to = MessageDestination::new(number);
        SmsMessage::new("Hi").to(match id {
            Some(id) => to.message_id(id.as_str()),
            None => to,
        })
    });
    client(&json!({})).send_bulk(&BulkSmsMessageRequest::new(messages)).unwrap()
}

fn simple_call() -> Call<SimpleSmsMessageResponse> {
    client(&json!({})).send_message(&SimpleSmsMessageRequest::new("254712345678", "Hi").message_id("1")).unwrap()
}

type Entry = (Option<&'static str>, Option<&'static str>, Option<&'static str>);

/// An entry of a reply about one of a few numbers and ids, ours and others.
fn entry() -> impl Strategy<Value = Entry> {
    (
        of(select(vec!["254712345678", "+254 733 123 456", "254112345678", "254799999999", "x", ""])),
        of(select(vec!["1", "2", "3", "4", "5", "6", "99"])),
        of(select(vec!["QUEUED", "DELIVERED", "REJECTED", "EXPIRED", "failed", "UNKNOWN", "ODD", ""])),
    )
}

fn statuses(entries: &[Entry]) -> Json {
    entries
        .iter()
        .map(|(destination, id, status)| {
            let group = status.map(|status| json!({ "deliveryStatus": status, "statusDescription": "words" }));
            json!({ "destination": destination, "messageId": id, "messageGroupStatus": group, "smsCount": 1 })
        })
        .collect()
}

/// The members of an envelope, each there or not, and some of a wrong kind.
fn envelope() -> impl Strategy<Value = Json> {
    let names = [
        "code",
        "message",
        "data",
        "items",
        "correlationId",
        "conversationId",
        "requestId",
        "itemPagination",
        "deliveryStatus",
        "isSuccessful",
        "bulkId",
        "smsMessageDeliveryStatuses",
        "type",
        "title",
        "status",
        "detail",
        "error",
        "error_description",
        "token",
        "access_token",
        "messageId",
        "uuid",
        "destination",
    ];
    let value = prop_oneof![
        3 => select(vec![json!(true), json!(false), json!("QUEUED"), json!("text"), json!(200), json!("200")]),
        1 => leaf(),
        1 => vec(entry(), 0..4).prop_map(|entries| statuses(&entries)),
        1 => Just(json!({ "messageId": "1", "destination": "254712345678", "pageNumber": 0, "totalPages": 2 })),
    ];
    vec((select(names.to_vec()), value), 0..8).prop_map(|members| {
        members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<serde_json::Map<_, _>>().into()
    })
}

/// Reads a reply, twice: the saved reader says the same.
fn parse<A: ReadReply + PartialEq + Debug>(call: &Call<A>, status: i64, body: &[u8]) -> Result<A, ReplyError> {
    let headers = ReplyHeaders::default();
    let answer = call.parse(status, &headers, body);
    let saved = ReplyReader::<A>::from_bytes(&call.reader().to_bytes()).unwrap();
    assert_eq!(saved.parse_parts(status, &headers, body), answer);
    answer
}

/// What an outcome may say: nothing of an answer is safe to send again, for no document of the gateway says so.
fn outcome_holds(outcome: &Outcome) -> Result<(), TestCaseError> {
    let expected = match outcome.state {
        State::Accepted | State::Pending => (false, Resend::Never),
        State::Delivered => (true, Resend::Never),
        State::Unknown => (false, Resend::Uncertain),
        _ => (true, Resend::Uncertain),
    };
    prop_assert_eq!((outcome.is_final, outcome.resend), expected, "{:?}", outcome);
    Ok(())
}

/// What holds of every error of a call that only asks: asking again does no harm.
fn asking_error_holds(error: &ReplyError, status: i64, body: &[u8]) -> Result<(), TestCaseError> {
    prop_assert_eq!((error.status(), error.raw_body()), (status, body));
    prop_assert!(!error.to_string().is_empty());
    match error {
        ReplyError::Refused(refused) => {
            let expected = match status {
                425 | 429 => Resend::SafeAfter,
                408 | 200..=299 | 500..=599 => Resend::Safe,
                _ => Resend::AfterFix,
            };
            prop_assert_eq!(refused.resend, expected);
        }
        ReplyError::Unreadable(unreadable) => prop_assert_eq!(unreadable.resend, Resend::Safe),
    }
    Ok(())
}

fn holds(sent: &[(String, Option<String>)], status: i64, body: &[u8]) -> Result<(), TestCaseError> {
    match parse(&bulk_call(sent), status, body) {
        Ok(answer) => {
            prop_assert_eq!(&answer.raw_body, body);
            prop_assert_eq!(answer.messages.len(), sent.len());
            for (index, (message, (number, _))) in answer.messages.iter().zip(sent).enumerate() {
                prop_assert_eq!((message.position as usize, message.destination, &message.to), (index, 0, number));
                outcome_holds(&message.outcome)?;
            }
        }
        Err(error) => error_holds(&error, status, body)?,
    }
    match parse(&simple_call(), status, body) {
        Ok(answer) => {
            prop_assert_eq!(&answer.raw_body, body);
            prop_assert!((200..300).contains(&status) && answer.messages.len() == 1);
            prop_assert_eq!(answer.messages[0].to.as_str(), "254712345678");
            outcome_holds(&answer.messages[0].outcome)?;
        }
        Err(error) => error_holds(&error, status, body)?,
    }
    let gateway = client(&json!({}));
    let asking: [Call<DeliveryStatuses>; 2] = [
        gateway.get_bulk_status(&GetBulkStatus::new("id")).unwrap(),
        gateway.get_message_status(&GetMessageStatus::new("id")).unwrap(),
    ];
    for call in asking {
        match parse(&call, status, body) {
            Ok(answer) => {
                prop_assert_eq!(&answer.raw_body, body);
                prop_assert!((200..300).contains(&status));
                answer.statuses.iter().try_for_each(|status| outcome_holds(&status.outcome))?;
                prop_assert!(answer.next.is_none() || !answer.statuses.is_empty());
            }
            Err(error) => asking_error_holds(&error, status, body)?,
        }
    }
    match parse(&gateway.get_token(&TokenRequest::new("a", "b")).unwrap(), status, body) {
        Ok(token) => {
            prop_assert_eq!(&token.raw_body, body);
            prop_assert!((200..300).contains(&status) && !token.reveal().is_empty());
        }
        Err(error) => asking_error_holds(&error, status, body)?,
    }
    if let Some(problem) = ProblemDetail::from_body(body) {
        prop_assert_ne!(&problem, &ProblemDetail::default());
        let printed = format!("{problem:?}");
        prop_assert!(printed.starts_with("ProblemDetail"));
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes(sent in sent(), status in status(), body in vec(any::<u8>(), 0..200)) {
        holds(&sent, status, &body)?;
    }

    #[test]
    fn bytes_that_look_like_json(sent in sent(), status in status(), body in "[\\[\\]{}:,\"0-9a-z\\\\ .-]{0,80}") {
        holds(&sent, status, body.as_bytes())?;
    }

    #[test]
    fn any_envelope(sent in sent(), status in status(), envelope in envelope(), accidents in accidents()) {
        holds(&sent, status, envelope.to_string().as_bytes())?;
        holds(&sent, status, json!([&envelope, null, &envelope]).to_string().as_bytes())?;
        holds(&sent, status, &happened(envelope.to_string().into_bytes(), &accidents))?;
    }

    #[test]
    fn damaged_replies(sent in sent(), status in status(), entries in vec(entry(), 0..7), accidents in accidents()) {
        let body = json!({ "isSuccessful": true, "correlationId": "c", "smsMessageDeliveryStatuses": statuses(&entries) });
        holds(&sent, status, &happened(body.to_string().into_bytes(), &accidents))?;
    }

    #[test]
    fn every_entry_is_somewhere(sent in sent(), entries in vec(entry(), 0..7), is_successful in of(any::<bool>())) {
        let body = json!({
            "isSuccessful": is_successful, "correlationId": "c", "smsMessageDeliveryStatuses": statuses(&entries),
        });
        let Ok(answer) = parse(&bulk_call(&sent), 200, body.to_string().as_bytes()) else { return Ok(()) };
        let told = answer.messages.iter().filter(|message| message.sms_count.is_some()).count();
        prop_assert_eq!(told + answer.unmatched.len(), entries.len());
        if told == 0 {
            prop_assert!(answer.messages.iter().all(|message| message.outcome.state == State::Accepted));
            prop_assert!(is_successful != Some(false) && entries.is_empty());
        } else {
            let silent = answer.messages.iter().filter(|message| message.sms_count.is_none());
            prop_assert!(silent.into_iter().all(|message| message.outcome.state == State::Unknown));
        }
        for message in answer.messages.iter().filter(|message| message.delivery_status.is_some()) {
            let word = message.delivery_status.as_deref().unwrap();
            let known = DELIVERY_STATUSES.iter().find(|row| row.name == word.to_uppercase());
            prop_assert_eq!(message.outcome.state, known.map_or(State::Unknown, |row| row.state));
            prop_assert_eq!((message.outcome.code.as_deref(), message.outcome.text.as_deref()), (Some(word), Some("words")));
        }
    }

    #[test]
    fn shuffled_replies_with_ids_say_the_same(count in 1..8_usize, seed in any::<u64>()) {
        let sent: Vec<(String, Option<String>)> =
            (0..count).map(|n| (format!("25471234567{}", n % 3), Some(format!("id-{n}")))).collect();
        let words = ["QUEUED", "DELIVERED", "FAILED"];
        let body = |order: &[usize]| {
            let entry = |n: &usize| json!({
                "destination": sent[*n].0, "messageId": sent[*n].1,
                "messageGroupStatus": { "deliveryStatus": words[n % 3] },
            });
            json!({ "smsMessageDeliveryStatuses": order.iter().map(entry).collect::<Vec<_>>(), "isSuccessful": true }).to_string()
        };
        let mut order: Vec<usize> = (0..count).collect();
        let straight = parse(&bulk_call(&sent), 200, body(&order).as_bytes()).unwrap();
        order.sort_by_key(|n| (seed >> (n * 5)) & 31);
        let shuffled = parse(&bulk_call(&sent), 200, body(&order).as_bytes()).unwrap();
        prop_assert_eq!(&straight.messages, &shuffled.messages);
        prop_assert_eq!(straight.unmatched.len() + shuffled.unmatched.len(), 0);
        let told: Vec<Option<&str>> = straight.messages.iter().map(|message| message.delivery_status.as_deref()).collect();
        prop_assert_eq!(told, (0..count).map(|n| Some(words[n % 3])).collect::<Vec<_>>());
    }

    #[test]
    fn a_token_is_what_came(token in "[!-~]{1,40}", exp in of(any::<i64>()), name in select(vec!["token", "access_token"])) {
        let call = client(&json!({})).get_token(&TokenRequest::new("a", "b")).unwrap();
        let read = |token: &str| parse::<Token>(&call, 200, json!({ name: token }).to_string().as_bytes()).unwrap();
        let answer = read(&token);
        prop_assert_eq!(answer.reveal(), token.as_str());
        let claims = exp.map_or_else(|| json!({ "sub": "a" }), |exp| json!({ "exp": exp, "sub": "a" })).to_string();
        let encoded = encoded(claims.as_bytes());
        let answer = read(&format!("e30.{encoded}.sig"));
        prop_assert_eq!(answer.expires_at.map(Timestamp::unix_millis), exp.map(|exp| exp.saturating_mul(1000)));
        for other in [format!("e30.{encoded}"), format!("e30.{encoded}.a.b"), format!("e30.={encoded}.a"), encoded.clone()] {
            prop_assert_eq!(read(&other).expires_at, None);
        }
    }

    #[test]
    fn a_refusal_says_what_the_body_says(
        status in select(vec![200, 400, 401, 422, 500]), code in of(0..1000_i64), message in of("[a-z]{1,9}"),
    ) {
        let body = json!({ "code": code, "message": message, "isSuccessful": false }).to_string();
        let code = code.map(|code| code.to_string());
        let errors = [
            parse(&simple_call(), status, body.as_bytes()).unwrap_err(),
            parse(&bulk_call(&[("254712345678".to_owned(), None)]), status, body.as_bytes()).unwrap_err(),
        ];
        for error in errors {
            let ReplyError::Refused(refused) = error else { return Err(TestCaseError::fail("no refusal")) };
            prop_assert_eq!((&refused.gateway_code, &refused.gateway_text), (&code, &message));
            prop_assert_eq!(refused.resend, if (400..500).contains(&status) { Resend::AfterFix } else { Resend::Uncertain });
        }
    }

    #[test]
    fn the_last_of_doubled_members_counts(at in any::<Index>()) {
        let values = ["QUEUED", "DELIVERED", "FAILED"];
        let last = values[at.index(values.len())];
        let body = format!(r#"{{"isSuccessful":true,"deliveryStatus":"SENT","deliveryStatus":"{last}"}}"#);
        let answer = parse(&simple_call(), 200, body.as_bytes()).unwrap();
        prop_assert_eq!(answer.delivery_status.as_deref(), Some(last));
        let body = format!(r#"[{{"messageId":"a","deliveryStatus":"SENT","deliveryStatus":"{last}"}}]"#);
        let call = client(&json!({})).get_bulk_status(&GetBulkStatus::new("id")).unwrap();
        let answer = parse(&call, 200, body.as_bytes()).unwrap();
        prop_assert_eq!(answer.statuses[0].delivery_status.as_deref(), Some(last));
    }
}

/// Base64 with the alphabet for URLs, without padding.
fn encoded(octets: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bits: Vec<u8> = octets.iter().flat_map(|octet| (0..8).rev().map(move |place| octet >> place & 1)).collect();
    let letter =
        |bits: &[u8]| (0..6).fold(0_usize, |value, at| value << 1 | usize::from(bits.get(at).copied().unwrap_or(0)));
    bits.chunks(6).map(|bits| char::from(ALPHABET[letter(bits)])).collect()
}
