//! What the dialects have in common, by a dialect of its own: an event is an object with an `id`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(unreachable_pub, reason = "a dialect's items are public")]

use super::*;
use crate::json::{Error, Kind, Reader};
use crate::reply_json::{Found, members, owned, pass_over};
use crate::tell::answer;

answer! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Ping {
        pub id = "id": Option<String>,
    }
}

events! {
    pub enum Event {
        Ping(Ping) = "ping";
    }
}

const RESULTS: List = List { name: "results", entry: "result" };

fn read_ping(reader: &mut Reader<'_>) -> ReadEntry<Event> {
    let mut texts = [None];
    members(reader, &mut [Found(&["id"], &mut texts)], &mut pass_over)?;
    let [id] = texts;
    Ok(if id.is_some() { Ok(Event::Ping(Ping { id: owned(id) })) } else { Err("expected an `id`".into()) })
}

fn read(reader: &mut Reader<'_>, collected: &mut Collected<Event>) -> Result<Option<Fault>, Error> {
    let mut found = false;
    if reader.peek()? != Kind::Object {
        reader.skip()?;
        return Ok(Some(Fault::no_event("expected an object", None)));
    }
    members(reader, &mut [], &mut |key, reader| {
        if key != "results" {
            return Ok(false);
        }
        found = true;
        let mut items = reader.array()?;
        while items.next(reader)? {
            collected.entry(reader, &mut read_ping)?;
        }
        Ok(true)
    })?;
    Ok((!found).then(|| Fault::no_event("expected a list", Some("results"))))
}

fn parsed(request: &Request<'_>) -> Result<Webhook<Event>, UnreadableWebhook> {
    parse(request, Some(&RESULTS), read)
}

fn posted(body: &str) -> Result<Webhook<Event>, UnreadableWebhook> {
    parsed(&Request::new("POST", Headers::default(), "", body.as_bytes()))
}

fn json(webhook: &Webhook<Event>) -> String {
    serde_json::to_string(webhook).unwrap_or_default()
}

#[test]
fn an_event_among_malformed_ones_is_found_and_they_keep_their_texts() {
    let webhook = posted(r#"{"results":[{"id":1}, {"od" : 2} ,"x",{"id":"3"}]}"#).unwrap();
    let found = r#"{"events":[{"kind":"ping","id":"1"},{"kind":"ping","id":"3"}],"malformed":[{"position":1,"raw":"{\"od\" : 2}","reason":"expected an `id`"},{"position":2,"raw":"\"x\"","reason":"expected an `id`"}]}"#;
    assert_eq!(json(&webhook), found);
    assert_eq!(webhook.malformed[0].to_string(), "entry 1 of 10 bytes is no event: expected an `id`");
    assert_eq!(
        format!("{:?}", webhook.malformed),
        "[MalformedEvent: entry 1 of 10 bytes is no event: expected an `id`, MalformedEvent: entry 2 of 3 bytes is no event: expected an `id`]"
    );
    assert_eq!((webhook.events[0].kind(), Event::KINDS), ("ping", &["ping"][..]));
}

#[cfg(feature = "xml")]
#[test]
fn malformed_xml_keeps_its_text_too() {
    let body =
        "\u{feff}<r><é/><results><result><id>1</id></result>\n<result><od x='y'>2</od></result><result/></results></r>";
    let webhook = posted(body).unwrap();
    let found = r#"{"events":[{"kind":"ping","id":"1"}],"malformed":[{"position":1,"raw":"<result><od x='y'>2</od></result>","reason":"expected an `id`"},{"position":2,"raw":"<result/>","reason":"expected an `id`"}]}"#;
    assert_eq!(json(&webhook), found);
    assert_eq!(webhook.raw_body, body.as_bytes());
}

#[test]
fn every_error_in_words() {
    let post = |content_type: &str, body: &[u8]| {
        let headers = Headers::from_pairs([("Content-Type", content_type)]);
        let mut request = Request::new("POST", headers, "", body);
        request.limits.depth = 2;
        request.limits.body_bytes = 60;
        parsed(&request).map_or_else(|error| error.to_string(), |webhook| json(&webhook))
    };
    let keep = "keep its raw body, for the gateway may not send it again once it is answered 2xx";
    #[cfg(feature = "xml")]
    let xml = [
        (
            post("", b"<a><b></a>"),
            format!(
                "the webhook of 10 bytes holds no event: its XML closes elements in another order than it opens them at byte 6; {keep} [not_xml]"
            ),
        ),
        (
            post("", b"\xEF\xBB\xBF<!DOCTYPE a><a/>"),
            format!(
                "the webhook of 19 bytes holds no event: its XML has a document type, which no gateway sends and which could define entities at byte 3; {keep} [xml_doctype]"
            ),
        ),
        (
            post("", b"<a><b><c/></b></a>"),
            format!(
                "the webhook of 18 bytes holds no event: its elements lie deeper in each other than `limits.depth` = 2 at byte 6; {keep} [xml_too_deep]"
            ),
        ),
    ];
    #[cfg(not(feature = "xml"))]
    let xml = [(
        post("", b"<a/>"),
        format!(
            "the webhook of 4 bytes holds no event: its body is XML, which this build does not read: have JSON sent, or take a build with the feature `xml`, which is the entry `smskernel/webhooks` of the npm package; {keep} [xml_left_out]"
        ),
    )];
    let others = [
        (post("", b""), "the webhook of 0 bytes holds no event: neither body nor query say anything; answer 2xx if it only asks whether you are there [empty_webhook]".to_owned()),
        (post("", &[b'{'; 61]), "the webhook of 61 bytes holds no event: its 61 bytes are over `limits.body_bytes` = 60; raise the limit if it is the gateway that sends so much [webhook_too_large]".to_owned()),
        (post("", b"{\"a\":"), format!("the webhook of 5 bytes holds no event: its JSON ends early at byte 5; {keep} [not_json]")),
        (post("", b"{} {}"), format!("the webhook of 5 bytes holds no event: its JSON is broken: more text after the end of the document at byte 3; {keep} [not_json]")),
        (post("application/json", b" OK"), format!("the webhook of 3 bytes holds no event: its body is not JSON, as which it is announced at byte 0; {keep} [not_json]")),
        (post("text/xml", b"OK"), format!("the webhook of 2 bytes holds no event: its body is not XML, as which it is announced at byte 0; {keep} [not_xml]")),
        (post("", b"\x1F\x8B\x08"), format!("the webhook of 3 bytes holds no event: its body is compressed with gzip: give it decompressed; {keep} [unsupported_encoding]")),
        (post("text/plain", b"OK"), format!("the webhook of 2 bytes holds no event: its body is neither JSON nor XML nor a form; {keep} [unsupported_content]")),
        (post("", b"{}"), format!("the webhook of 2 bytes holds no event: expected a list at results; {keep} [no_event]")),
    ];
    for (found, expected) in xml.into_iter().chain(others) {
        assert_eq!(found, expected);
    }
    let words = include_str!("tests.rs");
    for code in WebhookCode::ALL {
        assert!(words.contains(&format!("[{code}]")), "{code}");
    }
}

#[test]
fn what_is_printed_are_sizes() {
    let headers =
        Headers::from_pairs([("CONTENT-type", "SECRET"), ("Authorization", "SECRET"), ("content-type", "no")]);
    assert_eq!(format!("{headers:?} {:?}", Headers::default()), "Headers[\"content-type\"] Headers[]");
    let request = Request::new("POST", headers, "key=SECRET", b"SECRET");
    assert_eq!(
        format!("{request:?}"),
        "Request { method: POST, headers: Headers[\"content-type\"], query: 10 bytes, body: 6 bytes, .. }"
    );
    let webhook = posted(r#"{"results":[{"SECRET":1}]}"#).unwrap();
    assert_eq!(
        format!("{webhook:?}"),
        "Webhook { events: [], malformed: [MalformedEvent: entry 0 of 12 bytes is no event: expected an `id`], raw_body: 26 bytes }"
    );
}
