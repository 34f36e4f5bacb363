//! No reply is lost: whatever arrives becomes an answer with one result for each message sent, or an error that holds it.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};
use smskernel::infobip::{SendText, SentMessages, TextMessage};
use smskernel::smslist::{BulkMessage, SendBulk, SentBulk};
use smskernel::{Call, ReplyError, ReplyHeaders, ReplyReader, Resend, State};

use crate::{account, partner};

/// Numbers and ids of a call, few enough that some stand twice.
fn sent() -> impl Strategy<Value = Vec<(String, Option<String>)>> {
    let number = select(vec!["254712345678", "254733123456", "254112345678", "254700000001"]).prop_map(str::to_owned);
    let id = select(vec!["1", "2", "3", "4", "5", "6"]).prop_map(str::to_owned);
    vec((number, of(id)), 1..6)
}

/// The call of a text request; ids that stand twice are left out, for the gateway refuses them.
fn text_call(sent: &[(String, Option<String>)]) -> Call<SentMessages> {
    let mut used = Vec::new();
    let messages = sent.iter().map(|(number, id)| {
        let mut to = smskernel::infobip::Destination::new(number);
        if let Some(id) = id.as_ref().filter(|id| !used.contains(*id)) {
            used.push(id.clone());
            to = to.message_id(id.as_str());
        }
        TextMessage::new("Hi").to(to)
    });
    account(&json!({})).send_text(&SendText::new(messages)).unwrap()
}

fn bulk_call(sent: &[(String, Option<String>)]) -> Call<SentBulk> {
    let messages = sent.iter().map(|(number, id)| {
        let message = BulkMessage::new(number, "Hi");
        match id {
            Some(id) => message.client_sms_id(id.as_str()),
            None => message,
        }
    });
    partner(&json!({})).send_bulk(&SendBulk::new(messages)).unwrap()
}

/// An entry of a reply about one of a few numbers and ids, ours and others.
fn entry() -> impl Strategy<Value = (Option<&'static str>, Option<&'static str>, Option<i64>)> {
    (
        of(select(vec!["254712345678", "+254 733 123 456", "0112345678", "700000001", "254799999999", "x", ""])),
        of(select(vec!["1", "2", "3", "4", "5", "6", "99"])),
        of(select(vec![0, 1, 2, 5, 7, 21, 26, 52, 200, 402, 1004, 1005, 1006, 4090, 777])),
    )
}

fn text_reply(entries: &[(Option<&str>, Option<&str>, Option<i64>)]) -> Json {
    let entries: Vec<Json> = entries
        .iter()
        .map(|(to, id, status)| {
            let mut entry = json!({});
            if let Some(to) = to {
                entry["to"] = json!(to);
            }
            if let Some(id) = id {
                entry["messageId"] = json!(id);
            }
            if let Some(status) = status {
                entry["status"] = json!({ "groupId": status % 7, "id": status, "name": "SOME_NAME" });
            }
            entry
        })
        .collect();
    json!({ "bulkId": "b", "messages": entries })
}

fn bulk_reply(entries: &[(Option<&str>, Option<&str>, Option<i64>)]) -> Json {
    let entries: Vec<Json> = entries
        .iter()
        .enumerate()
        .map(|(index, (mobile, id, code))| {
            let mut entry = json!({ "networkid": 1 });
            if let Some(mobile) = mobile {
                entry["mobile"] =
                    if index % 3 == 2 { json!({ "mobile": mobile, "apikey": "key" }) } else { json!(mobile) };
            }
            if let Some(id) = id {
                entry["clientsmsid"] = if index % 2 == 0 { json!(id) } else { json!(id.parse::<i64>().unwrap()) };
            }
            if let Some(code) = code {
                entry[if index % 2 == 0 { "response-code" } else { "respose-code" }] = json!(code);
            }
            entry
        })
        .collect();
    json!({ "responses": entries })
}

/// Statuses that come, and some that do not.
pub fn status() -> impl Strategy<Value = i64> {
    prop_oneof![
        3 => Just(200),
        3 => 100..600_i64,
        1 => any::<i64>(),
    ]
}

/// One thing that happens to bytes on their way.
#[derive(Clone, Debug)]
pub enum Accident {
    Flip(Index, u8),
    Insert(Index, u8),
    Remove(Index),
    Cut(Index),
    Repeat(Index, Index),
}

pub fn accidents() -> impl Strategy<Value = Vec<Accident>> {
    let accident = prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Accident::Flip(at, byte)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Accident::Insert(at, byte)),
        any::<Index>().prop_map(Accident::Remove),
        any::<Index>().prop_map(Accident::Cut),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Accident::Repeat(from, to)),
    ];
    vec(accident, 0..4)
}

pub fn happened(mut bytes: Vec<u8>, accidents: &[Accident]) -> Vec<u8> {
    for accident in accidents {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        match accident {
            Accident::Flip(at, mask) => bytes[at.index(length)] ^= mask,
            Accident::Insert(at, byte) => bytes.insert(at.index(length), *byte),
            Accident::Remove(at) => drop(bytes.remove(at.index(length))),
            Accident::Cut(at) => bytes.truncate(at.index(length)),
            Accident::Repeat(from, to) => {
                let (from, to) = (from.index(length), to.index(length));
                let piece = bytes[from.min(to)..from.max(to)].to_vec();
                bytes.extend(piece);
            }
        }
    }
    bytes
}

/// What holds of every error.
pub fn error_holds(error: &ReplyError, status: i64, body: &[u8]) -> Result<(), TestCaseError> {
    prop_assert_eq!(error.status(), status);
    prop_assert_eq!(error.raw_body(), body);
    let outcome = error.outcome();
    prop_assert_eq!(outcome.is_final, outcome.state != State::Unknown);
    prop_assert_eq!(outcome.state == State::Unknown, outcome.resend == Resend::Uncertain);
    match error {
        ReplyError::Refused(refused) => {
            prop_assert!((200..300).contains(&status) || (400..600).contains(&status));
            prop_assert_eq!(refused.resend, outcome.resend);
        }
        ReplyError::Unreadable(_) => {
            prop_assert!(!(400..500).contains(&status) || status == 408);
            prop_assert_eq!(outcome.resend, Resend::Uncertain);
        }
    }
    prop_assert!(!error.to_string().is_empty());
    Ok(())
}

fn text_holds(sent: &[(String, Option<String>)], status: i64, body: &[u8]) -> Result<(), TestCaseError> {
    let call = text_call(sent);
    match call.parse(status, &ReplyHeaders::default(), body) {
        Ok(answer) => {
            prop_assert_eq!(&answer.raw_body, body);
            prop_assert_eq!(answer.messages.len(), sent.len());
            for (index, (message, (number, _))) in answer.messages.iter().zip(sent).enumerate() {
                prop_assert_eq!((message.position as usize, message.destination, &message.to), (index, 0, number));
                prop_assert!(message.outcome.is_final || message.outcome.resend != Resend::AfterFix);
            }
        }
        Err(error) => error_holds(&error, status, body)?,
    }
    Ok(())
}

fn bulk_holds(sent: &[(String, Option<String>)], status: i64, body: &[u8]) -> Result<(), TestCaseError> {
    let call = bulk_call(sent);
    match call.parse(status, &ReplyHeaders::default(), body) {
        Ok(answer) => {
            prop_assert_eq!(&answer.raw_body, body);
            prop_assert_eq!(answer.messages.len(), sent.len());
            for (index, (message, (number, id))) in answer.messages.iter().zip(sent).enumerate() {
                prop_assert_eq!((message.position as usize, message.destination, &message.to), (index, 0, number));
                prop_assert_eq!(&message.client_sms_id, id);
            }
        }
        Err(error) => error_holds(&error, status, body)?,
    }
    Ok(())
}

/// How many entries an answer accounts for; without a code or a status one leaves no trace, so this is a lower bound.
fn at_most(entries: usize, told: usize, unmatched: usize) -> bool {
    told + unmatched <= entries && unmatched <= entries
}

proptest! {
    #[test]
    fn any_bytes(sent in sent(), status in status(), body in vec(any::<u8>(), 0..200)) {
        text_holds(&sent, status, &body)?;
        bulk_holds(&sent, status, &body)?;
    }

    #[test]
    fn bytes_that_look_like_json(sent in sent(), status in status(), body in "[\\[\\]{}:,\"0-9a-z\\\\ .-]{0,80}") {
        text_holds(&sent, status, body.as_bytes())?;
        bulk_holds(&sent, status, body.as_bytes())?;
    }

    #[test]
    fn damaged_replies(sent in sent(), status in status(), entries in vec(entry(), 0..7), accidents in accidents()) {
        text_holds(&sent, status, &happened(text_reply(&entries).to_string().into_bytes(), &accidents))?;
        bulk_holds(&sent, status, &happened(bulk_reply(&entries).to_string().into_bytes(), &accidents))?;
    }

    #[test]
    fn every_entry_is_somewhere(sent in sent(), entries in vec(entry(), 1..7)) {
        let body = text_reply(&entries).to_string();
        if let Ok(answer) = text_call(&sent).parse(200, &ReplyHeaders::default(), body.as_bytes()) {
            let told = answer.messages.iter().filter(|message| message.status.is_some()).count();
            prop_assert!(at_most(entries.len(), told, answer.unmatched.len()));
            let with_status = entries.iter().filter(|entry| entry.2.is_some()).count();
            let kept = told + answer.unmatched.iter().filter(|entry| entry.status.is_some()).count();
            prop_assert_eq!(kept, with_status);
        }
        let body = bulk_reply(&entries).to_string();
        if let Ok(answer) = bulk_call(&sent).parse(200, &ReplyHeaders::default(), body.as_bytes()) {
            let with_code = entries.iter().filter(|entry| entry.2.is_some()).count();
            let told = answer.messages.iter().filter(|message| message.response_code.is_some()).count();
            let kept = told + answer.unmatched.iter().filter(|entry| entry.response_code.is_some()).count();
            prop_assert_eq!(kept, with_code);
        }
    }

    #[test]
    fn shuffled_replies_with_ids_say_the_same(count in 1..8_usize, seed in any::<u64>()) {
        let sent: Vec<(String, Option<String>)> =
            (0..count).map(|n| (format!("25471234567{}", n % 3), Some(format!("id-{n}")))).collect();
        let entry = |n: usize| (sent[n].0.as_str(), sent[n].1.as_deref().unwrap(), i64::try_from(n % 6).unwrap());
        let mut order: Vec<usize> = (0..count).collect();
        let straight = text_of(&order.iter().map(|n| entry(*n)).collect::<Vec<_>>());
        order.sort_by_key(|n| (seed >> (n * 5)) & 31);
        let shuffled = text_of(&order.iter().map(|n| entry(*n)).collect::<Vec<_>>());
        let call = text_call(&sent);
        let one = call.parse(200, &ReplyHeaders::default(), straight.as_bytes()).unwrap();
        let other = call.parse(200, &ReplyHeaders::default(), shuffled.as_bytes()).unwrap();
        prop_assert_eq!(one.messages, other.messages);
        prop_assert_eq!(one.unmatched.len() + other.unmatched.len(), 0);
    }

    #[test]
    fn saved_readers_read_the_same(sent in sent(), status in status(), entries in vec(entry(), 0..7)) {
        let body = text_reply(&entries).to_string();
        let call = text_call(&sent);
        let saved = ReplyReader::<SentMessages>::from_bytes(&call.reader().to_bytes()).unwrap();
        let headers = ReplyHeaders::default();
        prop_assert_eq!(saved.parse_parts(status, &headers, body.as_bytes()), call.parse(status, &headers, body.as_bytes()));
    }
}

fn text_of(entries: &[(&str, &str, i64)]) -> String {
    let entries: Vec<_> = entries.iter().map(|(to, id, status)| (Some(*to), Some(*id), Some(*status))).collect();
    text_reply(&entries).to_string()
}
