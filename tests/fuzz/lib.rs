//! What must hold for any input, one function a target. Each panics when it does not.

mod blackkonnect;
#[path = "../../core/tests/support/form.rs"]
mod form;
mod infobip_lists;
#[path = "infobip.rs"]
mod of_infobip;
#[path = "smslist.rs"]
mod smslist_targets;
mod text;
mod webhook;

pub use blackkonnect::{
    blackkonnect_bulk_plan, blackkonnect_bulk_reply, blackkonnect_bulk_request, blackkonnect_check_bulk,
    blackkonnect_check_message, blackkonnect_message_reply, blackkonnect_message_request, blackkonnect_status_walk,
    blackkonnect_token_reply, blackkonnect_token_request,
};

pub use infobip_lists::{infobip_logs_request, infobip_reports, infobip_webhook};
pub use of_infobip::{infobip_ask_reply, infobip_ask_request, infobip_simple_request};
pub use smslist_targets::{smslist_asking, smslist_plan, smslist_request, smslist_webhook};
pub use text::{text_bodies, text_parts, text_segments};
pub use webhook::{blackkonnect_webhook, webhook_form, webhook_xml};

use smskernel::infobip::{self, Auth, Binary, BinaryMessage, Destination, SendBinary, SendText, TextMessage};
use smskernel::smslist::{self, BulkMessage, SendBulk};
use smskernel::{
    CheckOptions, Code, InvalidRequest, Level, OnInvalid, ReadReply, ReplyError, ReplyHeaders, ReplyReader, SendAnswer,
    Timestamp, merge_answers,
};

fn infobip_gateway() -> infobip::Gateway {
    infobip::Gateway::new("https://gateway.example", Auth::api_key("planted-secret")).expect("good options")
}

fn smslist_gateway() -> smslist::Gateway {
    smslist::Gateway::new("https://gateway.example", "12345", "planted-secret", "SENDER").expect("good options")
}

/// The moment against which times are judged.
fn now() -> Option<Timestamp> {
    Some(Timestamp::from_unix_seconds(1_629_900_000))
}

/// A status, header fields and a body out of one input: two bytes, a line, the rest.
fn split(data: &[u8]) -> (i64, ReplyHeaders, &[u8]) {
    let (status, rest) =
        data.split_first_chunk::<2>().map_or((200, data), |(two, rest)| (i64::from(u16::from_le_bytes(*two)), rest));
    let line = rest.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let (value, body) = rest.split_at(line);
    let headers = ReplyHeaders::from_pairs([("Retry-After", value), ("Location", value), ("Date", value)]);
    (status, headers, body)
}

/// Any reply becomes an answer with one result for each message, or an error; either way it keeps the body.
fn any_reply<A: SendAnswer>(reader: &ReplyReader<A>, data: &[u8], raw_body: impl Fn(&A) -> Vec<u8>) {
    let (status, headers, body) = split(data);
    match reader.parse_parts(status, &headers, body) {
        Ok(answer) => {
            assert_eq!(answer.len(), reader.len());
            assert_eq!(raw_body(&answer), body);
            assert!((0..answer.len()).all(|index| answer.outcome(index).is_some()));
            let rows = merge_answers(&[(reader.clone(), Some(Ok(answer)))], &[]).expect("an answer fits its reader");
            assert_eq!(rows.len(), reader.len());
        }
        Err(error) => {
            assert_eq!((error.raw_body(), error.status()), (body, status));
            assert!(!error.to_string().is_empty());
            let is_refused = matches!(error, ReplyError::Refused(_));
            assert!(!is_refused || (200..=599).contains(&status));
        }
    }
}

/// Replies to `infobip.send_text`.
pub fn infobip_reply(data: &[u8]) {
    let request = SendText::new([
        TextMessage::new("a").to(Destination::new("41793026727").message_id("MESSAGE-ID-123-xyz")).to("41793026834"),
        TextMessage::new("b").to("41793026785"),
        TextMessage::new("c").to("41793026785"),
    ]);
    let call = infobip_gateway().send_text(&request).expect("a good request");
    any_reply(call.reader(), data, |answer| answer.raw_body.clone());
}

/// Replies to `smslist.send_bulk`.
pub fn smslist_reply(data: &[u8]) {
    let request = SendBulk::new([
        BulkMessage::new("254712345678", "a").client_sms_id(1234),
        BulkMessage::new("254722345678", "b").client_sms_id(1235),
        BulkMessage::new("254722345678", "c"),
    ]);
    let call = smslist_gateway().send_bulk(&request).expect("a good request");
    any_reply(call.reader(), data, |answer| answer.raw_body.clone());
}

fn holds(data: &[u8], part: &[u8]) -> bool {
    data.windows(part.len()).any(|window| window == part)
}

/// A request that is built is JSON, holds no violation of its own as a finished payload, and builds to the same bytes again.
fn any_request<A: ReadReply>(
    build: impl Fn(&[u8]) -> Result<smskernel::Call<A>, InvalidRequest>,
    check: impl Fn(&[u8]) -> Result<Vec<smskernel::Violation>, InvalidRequest>,
    data: &[u8],
) {
    match build(data) {
        Ok(call) => {
            serde_json::from_slice::<serde_json::Value>(call.body()).expect("the body is JSON");
            let found = check(call.body()).expect("good options");
            assert!(found.iter().all(|violation| violation.level() == Level::Warning), "{found:?}");
            // What was sent under `extra` is no field, and may bear one of our names when it is read again. What is left of +00… was
            // told to be a domestic number, and a second reading takes it for an international one.
            let is_open = |code: Code| matches!(code, Code::UnknownKey | Code::LocalNumber);
            if !found.iter().chain(call.warnings()).any(|violation| is_open(violation.code())) {
                let again = build(call.body()).expect("what was built builds again");
                assert_eq!(again.body(), call.body());
            }
            let saved = ReplyReader::<A>::from_bytes(&call.reader().to_bytes()).expect("what was saved opens");
            assert_eq!(saved.to_bytes(), call.reader().to_bytes());
            assert!(!format!("{call:?}").contains("planted-secret"));
        }
        Err(error) => {
            assert!(error.errors().next().is_some(), "an error says why");
            // Where the input holds the secret itself, be it escaped, it may stand in the name of a key, which is shown.
            let is_given = [&b"planted-secret"[..], b"\\u"].iter().any(|part| holds(data, part));
            assert!(is_given || !error.to_string().contains("planted-secret"));
        }
    }
}

/// Requests of `infobip.send_text` as JSON text.
pub fn text_request(data: &[u8]) {
    let gateway = infobip_gateway();
    let options = CheckOptions::new().now(now().expect("given above")).allow("unknown_key");
    any_request(|text| gateway.send_text_json(text, now()), |body| infobip::check_text(body, &options), data);
}

/// Requests of `infobip.send_binary` as JSON text.
pub fn binary_request(data: &[u8]) {
    let gateway = infobip_gateway();
    let options = CheckOptions::new().now(now().expect("given above")).allow("unknown_key");
    any_request(|text| gateway.send_binary_json(text, now()), |body| infobip::check_binary(body, &options), data);
}

/// Requests of `smslist.send_bulk` as JSON text.
pub fn bulk_request(data: &[u8]) {
    let gateway = smslist_gateway();
    let options = CheckOptions::new().allow("unknown_key");
    any_request(|text| gateway.send_bulk_json(text, None), |body| smslist::check_bulk(body, &options), data);
}

/// Finished payloads: two runs find the same, and one without errors builds.
pub fn check_text(data: &[u8]) {
    let options = CheckOptions::new();
    let found = infobip::check_text(data, &options).expect("good options");
    assert_eq!(infobip::check_text(data, &options).expect("good options"), found);
    if found.iter().all(|violation| violation.level() == Level::Warning) {
        infobip_gateway().send_text_json(data, None).expect("a payload without errors builds");
    }
}

/// The same for binary messages. Octets say no more and no less than the digits that were accepted for them.
pub fn check_binary(data: &[u8]) {
    let options = CheckOptions::new();
    let found = infobip::check_binary(data, &options).expect("good options");
    assert_eq!(infobip::check_binary(data, &options).expect("good options"), found);
    if found.iter().any(|violation| violation.level() == Level::Error) {
        return;
    }
    let gateway = infobip_gateway();
    let call = gateway.send_binary_json(data, None).expect("a payload without errors builds");
    let body: serde_json::Value = serde_json::from_slice(call.body()).expect("the body is JSON");
    for message in body["messages"].as_array().expect("a list") {
        let digits = message["binary"]["hex"].as_str().expect("digits");
        let letters: Vec<u8> = digits.bytes().filter(|byte| *byte != b' ').collect();
        let octets: Vec<u8> = letters
            .chunks_exact(2)
            .map(|pair| std::str::from_utf8(pair).expect("ASCII"))
            .map(|pair| u8::from_str_radix(pair, 16).expect("two digits"))
            .collect();
        assert!((1..=140).contains(&octets.len()) && octets.len() * 2 == letters.len());
        let mut binary = Binary::new(octets);
        binary.esm_class = message["binary"]["esmClass"].as_i64();
        let again = SendBinary::new([BinaryMessage::new(binary).to("41793026727")]);
        let call = gateway.send_binary(&again).expect("the same octets are as good");
        let body: serde_json::Value = serde_json::from_slice(call.body()).expect("the body is JSON");
        let written = body["messages"][0]["binary"]["hex"].as_str().expect("digits");
        let spaceless = |text: &str| text.replace(' ', "").to_ascii_lowercase();
        assert_eq!(spaceless(written), spaceless(digits));
    }
}

/// The same for lists; one without errors is one account's, which need not be ours.
pub fn check_bulk(data: &[u8]) {
    let options = CheckOptions::new();
    let found = smslist::check_bulk(data, &options).expect("good options");
    assert_eq!(smslist::check_bulk(data, &options).expect("good options"), found);
}

/// Lines of numbers as messages: the content of each, and its numbers with an id each.
fn lines(data: &[u8]) -> impl Iterator<Item = (String, Vec<(String, String)>)> {
    data.split(|byte| *byte == b'\n').take(32).enumerate().map(|(position, line)| {
        let text = String::from_utf8_lossy(line);
        let numbers = text.split(',').take(16).map(|number| (number.to_owned(), format!("{position}-{number}")));
        (text.chars().rev().collect(), numbers.collect())
    })
}

/// A plan has one result for each destination, whatever the messages are and however small its calls.
macro_rules! any_plan {
    ($planner:expr, $answer:ty, $data:expr, $message:expr) => {{
        let mut planner = $planner.expect("no envelope");
        let mut destinations = 0;
        for (content, numbers) in $crate::lines($data) {
            destinations += numbers.len();
            planner.push($message(content, numbers));
        }
        planner.finish().expect("set aside, never raised");
        let mut results = Vec::new();
        while let Some(call) = planner.next_call() {
            let call = call.expect("a large body is a warning");
            assert!(!call.reader().is_empty());
            serde_json::from_slice::<serde_json::Value>(call.body()).expect("the body is JSON");
            results.push((call.reader().clone(), None));
        }
        let rows = smskernel::merge_answers::<$answer>(&results, planner.rejected()).expect("they belong together");
        assert_eq!(rows.len(), destinations);
        let order: Vec<_> = rows.iter().map(|row| (row.row.position, row.row.destination)).collect();
        assert!(order.is_sorted());
    }};
}
pub(crate) use any_plan;

fn planning_gateway(limits: [u8; 2]) -> infobip::Gateway {
    infobip::Options::new("https://gateway.example", Auth::api_key("k"))
        .limit("messages_per_call", i64::from(limits[0] % 8))
        .limit("body_bytes", i64::from(limits[1]) * 4)
        .build()
        .expect("good options")
}

/// Plans of `infobip.send_text`.
pub fn text_plan(data: &[u8]) {
    let Some((limits, data)) = data.split_first_chunk::<2>() else { return };
    let planner = planning_gateway(*limits).text_planner(None, OnInvalid::SetAside, None);
    any_plan!(planner, infobip::SentMessages, data, |content: String, numbers: Vec<(String, String)>| {
        let to = numbers.into_iter().map(|(number, id)| Destination::new(number).message_id(id));
        to.fold(TextMessage::new(content), TextMessage::to)
    });
}

/// Plans of `infobip.send_binary`; every other message is given as digits.
pub fn binary_plan(data: &[u8]) {
    let Some((limits, data)) = data.split_first_chunk::<2>() else { return };
    let planner = planning_gateway(*limits).binary_planner(None, OnInvalid::SetAside, None);
    any_plan!(planner, infobip::SentMessages, data, |content: String, numbers: Vec<(String, String)>| {
        let binary = if content.len() % 2 == 0 {
            Binary::new(content.as_str())
        } else {
            Binary::new(content.into_bytes()).esm_class(64)
        };
        let to = numbers.into_iter().map(|(number, id)| Destination::new(number).message_id(id));
        to.fold(BinaryMessage::new(binary), BinaryMessage::to)
    });
}

/// The reader of saved bytes, which saves to what opens as itself.
fn saved<A: ReadReply>(data: &[u8]) -> Option<ReplyReader<A>> {
    let reader = ReplyReader::<A>::from_bytes(data).ok()?;
    let bytes = reader.to_bytes();
    let again = ReplyReader::<A>::from_bytes(&bytes).expect("what was saved opens");
    assert_eq!((again.to_bytes(), again.len()), (bytes, reader.len()));
    Some(reader)
}

/// Any bytes are refused, or are a reader, which has as many results as messages.
pub fn saved_reader(data: &[u8]) {
    fn of_send<A: SendAnswer>(data: &[u8]) {
        if let Some(reader) = saved::<A>(data) {
            assert_eq!(reader.no_reply().len(), reader.len());
        }
    }
    of_send::<infobip::SentMessages>(data);
    of_send::<smslist::SentBulk>(data);
    blackkonnect::any_saved_reader(data);
    smslist_targets::any_saved_reader(data);
}

/// A text is JSON to us when it is to serde_json, and the other way round but for what we read on purpose: a byte order mark,
/// half of a surrogate pair, numbers beyond 64-bit floats. What was read goes out as the same value.
pub fn json_vs_serde(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let theirs = serde_json::from_str::<serde_json::Value>(text);
    let found = infobip::check_text(data, &CheckOptions::new()).expect("good options");
    let is = |code: Code| found.iter().any(|violation| violation.code() == code && violation.path().is_empty());
    let (is_json, is_deep) = (!is(Code::InvalidJson), is(Code::TooDeep));
    let Ok(theirs) = theirs else {
        let on_purpose = text.starts_with('\u{feff}')
            || text.to_ascii_lowercase().contains("\\ud")
            || text.contains(['e', 'E'])
            || text.len() > 300;
        assert!(!is_json || is_deep || on_purpose, "serde_json refuses what we read");
        return;
    };
    assert!(is_json, "serde_json reads what we refuse");
    let extra = format!(r#"{{"messages":[{{"to":"41793026727","text":"Hi","extra":{{"x":{text}}}}}]}}"#);
    let Ok(call) = infobip_gateway().send_text_json(extra.as_bytes(), None) else { return };
    let body: serde_json::Value = serde_json::from_slice(call.body()).expect("the body is JSON");
    assert_eq!(body["messages"][0]["x"], theirs);
}
