//! What must hold of Blackkonnect's requests, replies and plans.

use serde_json::{Value as Json, json};
use smskernel::blackkonnect::{
    self, BulkSmsMessageRequest, BulkSmsMessageResponse, DeliveryStatuses, Gateway, GetMessageStatus,
    MessageDestination, SimpleSmsMessageRequest, SimpleSmsMessageResponse, SmsMessage, Token, TokenRequest,
};
use smskernel::{CheckOptions, Level, OnInvalid, ReplyError, ReplyHeaders, ReplyReader};

use crate::form::{pairs, percent_decoded};
use crate::{any_plan, any_reply, any_request, now, saved, split};

fn gateway() -> Gateway {
    let gateway = Gateway::new("https://gateway.example").expect("good options");
    gateway.with_token("planted-secret").expect("a good token")
}

/// Requests of `blackkonnect.send_message` as JSON text.
pub fn blackkonnect_message_request(data: &[u8]) {
    let gateway = gateway();
    let options = CheckOptions::new().now(now().expect("given above")).allow("unknown_key");
    let check = |body: &[u8]| blackkonnect::check_message(body, &options);
    any_request(|text| gateway.send_message_json(text, now()), check, data);
}

/// Requests of `blackkonnect.send_bulk` as JSON text.
pub fn blackkonnect_bulk_request(data: &[u8]) {
    let gateway = gateway();
    let options = CheckOptions::new().now(now().expect("given above")).allow("unknown_key");
    any_request(|text| gateway.send_bulk_json(text, now()), |body| blackkonnect::check_bulk(body, &options), data);
}

/// Finished payloads of `blackkonnect.send_message`: two runs find the same, and one without errors builds.
pub fn blackkonnect_check_message(data: &[u8]) {
    let options = CheckOptions::new();
    let found = blackkonnect::check_message(data, &options).expect("good options");
    assert_eq!(blackkonnect::check_message(data, &options).expect("good options"), found);
    if found.iter().all(|violation| violation.level() == Level::Warning) {
        gateway().send_message_json(data, None).expect("a payload without errors builds");
    }
}

/// The same of `blackkonnect.send_bulk`.
pub fn blackkonnect_check_bulk(data: &[u8]) {
    let options = CheckOptions::new();
    let found = blackkonnect::check_bulk(data, &options).expect("good options");
    assert_eq!(blackkonnect::check_bulk(data, &options).expect("good options"), found);
    if found.iter().all(|violation| violation.level() == Level::Warning) {
        gateway().send_bulk_json(data, None).expect("a payload without errors builds");
    }
}

/// Replies to `blackkonnect.send_message`.
pub fn blackkonnect_message_reply(data: &[u8]) {
    let request = SimpleSmsMessageRequest::new("41793026727", "a").message_id("MESSAGE-ID-123-xyz");
    let call = gateway().send_message(&request).expect("a good request");
    any_reply::<SimpleSmsMessageResponse>(call.reader(), data, |answer| answer.raw_body.clone());
}

/// Replies to `blackkonnect.send_bulk`.
pub fn blackkonnect_bulk_reply(data: &[u8]) {
    let to = |number: &str, id: &str| MessageDestination::new(number).message_id(id);
    let request = BulkSmsMessageRequest::new([
        SmsMessage::new("a").to(to("254712345678", "A-1")).to(to("254712345679", "A-2")),
        SmsMessage::new("b").to("254712345680"),
        SmsMessage::new("c").to("254712345680"),
    ]);
    let call = gateway().send_bulk(&request).expect("a good request");
    any_reply::<BulkSmsMessageResponse>(call.reader(), data, |answer| answer.raw_body.clone());
}

/// Plans of `blackkonnect.send_bulk`.
pub fn blackkonnect_bulk_plan(data: &[u8]) {
    let Some((limits, data)) = data.split_first_chunk::<2>() else { return };
    let gateway = blackkonnect::Options::new("https://gateway.example")
        .token("k")
        .limit("messages_per_call", i64::from(limits[0] % 8))
        .limit("body_bytes", i64::from(limits[1]) * 4)
        .build()
        .expect("good options");
    let planner = gateway.bulk_planner(None, OnInvalid::SetAside, None);
    any_plan!(planner, BulkSmsMessageResponse, data, |content: String, numbers: Vec<(String, String)>| {
        let message = SmsMessage::new(content.as_str()).send_at(content);
        let to = numbers.into_iter().map(|(number, id)| MessageDestination::new(number).message_id(id));
        to.fold(message, SmsMessage::to)
    });
}

/// Requests for tokens as JSON text: a form that says the same when it is given again, or an error without the secret.
pub fn blackkonnect_token_request(data: &[u8]) {
    let gateway = gateway();
    match gateway.get_token_json(data, None) {
        Ok(call) => {
            assert!(call.headers().iter().all(|(name, _)| ["Accept", "Content-Type"].contains(name)));
            let form = std::str::from_utf8(call.body()).expect("a form is ASCII");
            let mut again = json!({});
            let mut names = Vec::new();
            for (name, value) in pairs(form).expect("a form") {
                assert!(!names.contains(&name), "{name:?} stands twice");
                match name.as_str() {
                    "scope" | "client_id" | "client_secret" | "grant_type" => again[&name] = json!(value),
                    _ => again["extra"][&name] = json!(value),
                }
                names.push(name);
            }
            assert!(["client_id", "client_secret", "grant_type"].iter().all(|name| names.iter().any(|n| n == name)));
            let again = gateway.get_token_json(again.to_string().as_bytes(), None).expect("the same request");
            // What is no documented field keeps no order in the tree between.
            let sorted = |body: &[u8]| {
                let mut pairs = pairs(std::str::from_utf8(body).expect("ASCII")).expect("a form");
                pairs.sort();
                pairs
            };
            assert_eq!(sorted(again.body()), sorted(call.body()));
        }
        Err(error) => {
            assert!(error.errors().next().is_some(), "an error says why");
            let Ok(Json::Object(given)) = serde_json::from_slice::<Json>(data) else { return };
            let Some(secret) = given.get("client_secret").and_then(Json::as_str).filter(|text| text.len() > 15) else {
                return;
            };
            let text = String::from_utf8_lossy(data);
            let printed = format!("{error} {error:?} {}", serde_json::to_string(&error.violations).expect("JSON"));
            assert!(text.matches(secret).count() != 1 || !printed.contains(secret), "the secret is shown");
        }
    }
}

/// The claims of a JSON Web Token, by another reader.
fn claims(token: &str) -> Option<Json> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let parts: Vec<&str> = token.split('.').collect();
    let [_, claims, _] = parts[..] else { return None };
    let mut bits = Vec::new();
    for letter in claims.bytes() {
        let value = ALPHABET.iter().position(|known| *known == letter)?;
        bits.extend((0..6).rev().map(|place| value >> place & 1 == 1));
    }
    let octets: Vec<u8> =
        bits.chunks_exact(8).map(|bits| bits.iter().fold(0, |octet, bit| octet << 1 | u8::from(*bit))).collect();
    serde_json::from_slice(&octets).ok().filter(|_| claims.len() % 4 != 1)
}

/// Replies with tokens: the token as it came, its expiry where it says one, and neither printed nor in its JSON.
pub fn blackkonnect_token_reply(data: &[u8]) {
    let call = gateway().get_token(&TokenRequest::new("client", "secret")).expect("a good request");
    let (status, headers, body) = split(data);
    match call.parse(status, &headers, body) {
        Ok(token) => {
            assert_eq!(token.raw_body, body);
            let expires_at = token.expires_at.map(|time| time.to_rfc3339());
            let shown = serde_json::to_value(&token).expect("JSON");
            let expected = expires_at.as_ref().map_or_else(|| json!({}), |time| json!({ "expiresAt": time }));
            assert_eq!(shown, expected);
            if let Some(time) = claims(token.reveal()).as_ref().and_then(|claims| claims.get("exp")?.as_i64()) {
                let expected = smskernel::Timestamp::from_unix_seconds(time);
                assert_eq!(token.expires_at, Some(expected));
            }
            let text = token.reveal();
            let printed = format!("{token:?} {shown}");
            // A short one may be a piece of what is printed for any token.
            assert!(text.len() < 120 || !printed.contains(text));
            match gateway().with_token(&token) {
                Ok(gateway) => {
                    let call = gateway.get_message_status(&GetMessageStatus::new("id")).expect("a good request");
                    assert_eq!(call.headers()[0], ("Authorization", format!("Bearer {text}")));
                }
                Err(error) => {
                    assert!(error.violations.iter().all(|violation| violation.value().is_none()));
                    assert!(text.len() < 400 || !error.to_string().contains(text));
                }
            }
        }
        Err(error) => {
            assert_eq!((error.raw_body(), error.status()), (body, status));
            assert!(!error.to_string().is_empty());
            let is_refused = matches!(error, ReplyError::Refused(_));
            assert!(!is_refused || (200..=599).contains(&status));
        }
    }
}

/// A first line asks; each line behind it is a page, and what is asked for behind the last is empty. The walk ends, asks for
/// one page after the other and for nothing else, and keeps its way through saved readers and saved questions.
pub fn blackkonnect_status_walk(data: &[u8]) {
    let gateway = gateway();
    let mut lines = data.splitn(33, |byte| *byte == b'\n');
    let Ok(mut call) = gateway.get_bulk_status_json(lines.next().unwrap_or_default(), None) else { return };
    let headers = ReplyHeaders::default();
    loop {
        let asked = query(&call);
        let page = lines.next();
        let answer = call.parse(200, &headers, page.unwrap_or(b"[]"));
        let saved =
            ReplyReader::<DeliveryStatuses>::from_bytes(&call.reader().to_bytes()).expect("what was saved opens");
        assert_eq!(saved.parse_parts(200, &headers, page.unwrap_or(b"[]")), answer);
        let Ok(answer) = answer else { return };
        assert_eq!(answer.raw_body, page.unwrap_or(b"[]"));
        assert!(!answer.is_repeated || answer.statuses.is_empty());
        if let Some(response) = answer.response.as_ref().filter(|_| !answer.is_repeated) {
            // One delivery may stand in both places.
            assert!(answer.statuses.len() >= response.items.len().max(usize::from(response.data.is_some())));
            assert!(answer.statuses.len() <= response.items.len() + usize::from(response.data.is_some()));
        }
        serde_json::to_value(&answer).expect("an answer is JSON");
        assert!(!format!("{answer:?}").is_empty());
        let Some(next) = answer.next else { return };
        assert!(page.is_some(), "nothing stands behind an empty page");
        call = gateway.get_bulk_status(&next).expect("what stands in an answer can be asked");
        let mut expected = asked;
        let first = expected.pages.take().unwrap_or(0);
        expected.pages = Some(first.saturating_add(1));
        assert_eq!(query(&call), expected);
        let kept = serde_json::to_vec(&next).expect("a question is JSON");
        let again = gateway.get_bulk_status_json(&kept, None).expect("what was kept can be asked");
        assert_eq!((again.url(), again.reader().to_bytes()), (call.url(), call.reader().to_bytes()));
    }
}

/// What a question asks for.
#[derive(Debug, PartialEq)]
struct Query {
    id: Vec<u8>,
    pages: Option<i64>,
    rest: Vec<(String, String)>,
}

fn query(call: &smskernel::Call<DeliveryStatuses>) -> Query {
    let uri: http::Uri = call.url().parse().expect("a URL");
    let part = uri.path().strip_prefix("/api/sms/messages/status/bulk/").and_then(|path| path.strip_suffix("/v1"));
    let part = part.expect("the documented path");
    assert!(!["", ".", ".."].contains(&part) && !part.contains('/'));
    let mut rest = pairs(uri.query().unwrap_or_default()).expect("a query");
    let page = rest.iter().position(|(name, _)| name == "page").map(|place| rest.remove(place).1);
    // An empty order is told of, and not asked for again; nor are further parameters, which a reader does not keep.
    rest.retain(|(name, value)| name == "size" || (name == "sort" && !value.is_empty()));
    Query {
        id: percent_decoded(part).expect("percent-encoded"),
        pages: page.map(|page| page.parse().expect("a number")),
        rest,
    }
}

/// Readers of this dialect's replies: those that only ask have no results, and read a page as they did before they were saved.
pub(crate) fn any_saved_reader(data: &[u8]) {
    if let Some(reader) = saved::<DeliveryStatuses>(data) {
        assert!(reader.is_empty());
        let page = br#"[{"messageId":"A"},{"messageId":"B"}]"#;
        let answer = reader.parse_parts(200, &ReplyHeaders::default(), page).expect("a page");
        let again = saved::<DeliveryStatuses>(&reader.to_bytes()).expect("what was saved opens");
        assert_eq!(again.parse_parts(200, &ReplyHeaders::default(), page), Ok(answer));
    }
    if let Some(reader) = saved::<Token>(data) {
        assert!(reader.is_empty());
    }
    if let Some(reader) = saved::<BulkSmsMessageResponse>(data) {
        assert_eq!(reader.no_reply().messages.len(), reader.len());
    }
    if let Some(reader) = saved::<SimpleSmsMessageResponse>(data) {
        assert_eq!(reader.no_reply().messages.len(), reader.len());
    }
}
