//! How fast requests are judged and written, and replies read and joined, as ratios to plain serde in the same run; and how
//! fast texts are counted, beside a plain loop and another crate.
//!
//! The two sides of a ratio take turns, so that whatever else the machine does falls on both. `cargo bench` prints the
//! ratios, then criterion's statistics of every side.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs, reason = "a benchmark")]
#![allow(unreachable_pub, reason = "modules of a program")]
#![allow(clippy::struct_field_names, reason = "the gateway's names")]
#![allow(clippy::cast_precision_loss, reason = "ratios need no 53 bits")]
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a benchmark reads the clock")]

mod blackkonnect;
mod plain;
mod text;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use smskernel::infobip::{self, Auth, Binary, BinaryMessage, Destination, Language, SendBinary, SendText, TextMessage};
use smskernel::smslist::{self, BulkMessage, SendBulk};
use smskernel::{ReplyHeaders, ReplyReader};

/// Messages in a call.
const MESSAGES: usize = 1_000;
/// How often the two sides take turns.
const ROUNDS: usize = 300;

const TEXT: &str = "Artık Ulusal Dil Tanımlayıcısı ile Türkçe karakterli smslerinizi rahatlıkla iletebilirsiniz.";
const KEY: &str = "0123456789abcdef0123456789abcdef";

fn number(index: usize) -> String {
    format!("41793{index:06}")
}

fn id(index: usize) -> String {
    format!("MESSAGE-ID-{index}-xyz")
}

/// The seed's first message, each time with its own number and id.
fn full_plain() -> plain::Request {
    let message = |index| plain::Message {
        from: Some("SMSC".to_owned()),
        destinations: vec![plain::Destination { to: number(index), message_id: Some(id(index)) }],
        text: Some(TEXT.to_owned()),
        flash: Some(false),
        language: Some(plain::Language { language_code: "TR".to_owned() }),
        transliteration: Some("TURKISH".to_owned()),
        intermediate_report: Some(true),
        notify_url: Some("https://www.example.com/sms/advanced".to_owned()),
        notify_content_type: Some("application/json".to_owned()),
        callback_data: Some("DLR callback data".to_owned()),
        validity_period: Some(720),
    };
    plain::Request { bulk_id: Some("BULK-ID-123-xyz".to_owned()), messages: (0..MESSAGES).map(message).collect() }
}

fn full_ours() -> SendText {
    let message = |index| {
        TextMessage::new(TEXT)
            .sender("SMSC")
            .to(Destination::new(number(index)).message_id(id(index)))
            .flash(false)
            .language(Language::default().language_code("TR"))
            .transliteration("TURKISH")
            .intermediate_report(true)
            .notify_url("https://www.example.com/sms/advanced")
            .notify_content_type("application/json")
            .callback_data("DLR callback data")
            .validity_period(720)
    };
    SendText::new((0..MESSAGES).map(message)).bulk_id("BULK-ID-123-xyz")
}

/// Sender, number and text only.
fn small_plain() -> plain::Request {
    let message = |index| plain::Message {
        from: Some("SMSC".to_owned()),
        destinations: vec![plain::Destination { to: number(index), message_id: None }],
        text: Some("A long time ago, in a galaxy far, far away...".to_owned()),
        ..plain::Message::default()
    };
    plain::Request { bulk_id: None, messages: (0..MESSAGES).map(message).collect() }
}

fn small_ours() -> SendText {
    let text = "A long time ago, in a galaxy far, far away...";
    SendText::new((0..MESSAGES).map(|index| TextMessage::new(text).sender("SMSC").to(number(index))))
}

/// Octets of a part of a concatenated message: a header and 134 octets.
fn octets(index: usize) -> Vec<u8> {
    let low = |value: usize| u8::try_from(value % 256).unwrap();
    [5, 0, 3, low(index), 2, 1].into_iter().chain((0..134).map(|place| low(index + place))).collect()
}

fn binary_plain() -> plain::BinaryRequest {
    let message = |index| plain::BinaryMessage {
        from: "SMSC".to_owned(),
        destinations: vec![plain::Destination { to: number(index), message_id: Some(id(index)) }],
        binary: plain::Binary {
            hex: octets(index).iter().map(|octet| format!("{octet:02x}")).collect::<Vec<_>>().join(" "),
            data_coding: 4,
            esm_class: 64,
        },
        callback_data: "DLR callback data".to_owned(),
        validity_period: 720,
    };
    plain::BinaryRequest { messages: (0..MESSAGES).map(message).collect() }
}

/// The same, of digits or of bytes.
fn binary_ours(as_bytes: bool) -> SendBinary {
    let messages = binary_plain().messages.into_iter().enumerate().map(|(index, message)| {
        let binary = if as_bytes { Binary::new(octets(index)) } else { Binary::new(message.binary.hex) };
        BinaryMessage::new(binary.data_coding(4).esm_class(64))
            .sender("SMSC")
            .to(Destination::new(number(index)).message_id(id(index)))
            .callback_data("DLR callback data")
            .validity_period(720)
    });
    SendBinary::new(messages)
}

fn list_plain() -> plain::List {
    let item = |index: usize| plain::Item {
        partner_id: "12345".to_owned(),
        apikey: KEY.to_owned(),
        pass_type: "plain".to_owned(),
        clientsmsid: index as u64,
        mobile: format!("254712{index:06}"),
        message: "This is a test message 1".to_owned(),
        shortcode: "SENDER".to_owned(),
    };
    plain::List { count: MESSAGES, smslist: (0..MESSAGES).map(item).collect() }
}

fn list_ours() -> SendBulk {
    SendBulk::new((0..MESSAGES).map(|index| {
        BulkMessage::new(format!("254712{index:06}"), "This is a test message 1").client_sms_id(index as u64)
    }))
}

fn reply(order: impl Iterator<Item = usize>, id: impl Fn(usize) -> String) -> Vec<u8> {
    let sent = |index| plain::Sent {
        to: number(index),
        status: plain::Status {
            group_id: 1,
            group_name: "PENDING".to_owned(),
            id: 7,
            name: "PENDING_ENROUTE".to_owned(),
            description: "Message sent to next instance".to_owned(),
        },
        sms_count: Some(1),
        message_id: id(index),
    };
    serde_json::to_vec(&plain::Reply {
        bulk_id: Some("BULK-ID-123-xyz".to_owned()),
        messages: order.map(sent).collect(),
    })
    .unwrap()
}

fn responses() -> Vec<u8> {
    let response = |index: usize| plain::Response {
        response_code: 200,
        response_description: "Success".to_owned(),
        mobile: format!("254712{index:06}"),
        messageid: format!("75085{index}"),
        clientsmsid: index as u64,
        networkid: 1,
    };
    serde_json::to_vec(&plain::Responses { responses: (0..MESSAGES).map(response).collect() }).unwrap()
}

/// What is compared: a name, the most that the ratio should be if that was asked for, our side and the other.
struct Pair {
    name: &'static str,
    aim: Option<f64>,
    ours: Box<dyn Fn()>,
    plain: Box<dyn Fn()>,
}

impl Pair {
    fn new(name: &'static str, aim: Option<f64>, ours: impl Fn() + 'static, plain: impl Fn() + 'static) -> Pair {
        Pair { name, aim, ours: Box::new(ours), plain: Box::new(plain) }
    }
}

fn pairs() -> Vec<Pair> {
    let gateway = infobip::Gateway::new("https://example.com", Auth::api_key(KEY)).unwrap();
    let partner = smslist::Gateway::new("https://example.com", "12345", KEY, "SENDER").unwrap();
    let mut pairs = Vec::new();

    for (name, aim, ours, plain) in [
        ("typed request to bytes, every field", Some(1.3), full_ours(), full_plain()),
        ("typed request to bytes, three fields", Some(1.6), small_ours(), small_plain()),
    ] {
        // The same bytes, or the comparison means nothing.
        let call = gateway.send_text(&ours).unwrap();
        assert_eq!(call.body(), serde_json::to_vec(&plain).unwrap());
        assert!(call.warnings().is_empty());
        let gateway = gateway.clone();
        pairs.push(Pair::new(
            name,
            aim,
            move || drop(black_box(gateway.send_text(black_box(&ours)).unwrap())),
            move || drop(black_box(serde_json::to_vec(black_box(&plain)).unwrap())),
        ));
    }

    for (name, aim, plain) in [
        ("JSON text to bytes, every field", Some(1.6), full_plain()),
        ("JSON text to bytes, three fields", None, small_plain()),
    ] {
        let text = serde_json::to_vec(&plain).unwrap();
        let (gateway, other) = (gateway.clone(), text.clone());
        pairs.push(Pair::new(
            name,
            aim,
            move || drop(black_box(gateway.send_text_json(black_box(&text), None).unwrap())),
            move || {
                let request: plain::Request = serde_json::from_slice(black_box(&other)).unwrap();
                drop(black_box(serde_json::to_vec(&request).unwrap()));
            },
        ));
    }

    let with_ids = gateway.send_text(&full_ours()).unwrap().into_parts().1;
    let without_ids = gateway.send_text(&small_ours()).unwrap().into_parts().1;
    let gateways_id = |index| format!("20339128607605222{index:03}");
    pairs.push(reading("reply read and joined, ids in order", &with_ids, reply(0..MESSAGES, id)));
    pairs.push(reading("reply read and joined, ids in another order", &with_ids, reply((0..MESSAGES).rev(), id)));
    pairs.push(reading("reply read and joined, numbers in order", &without_ids, reply(0..MESSAGES, gateways_id)));
    let backwards = reply((0..MESSAGES).rev(), gateways_id);
    pairs.push(reading("reply read and joined, numbers in another order", &without_ids, backwards));

    pairs.extend(binary_pairs(&gateway));
    pairs.extend(blackkonnect::pairs());
    pairs.extend(text::pairs());

    let (ours, plain) = (list_ours(), list_plain());
    let call = partner.send_bulk(&ours).unwrap();
    assert_eq!(call.body(), serde_json::to_vec(&plain).unwrap());
    let reader = call.into_parts().1;
    pairs.push(Pair::new(
        "typed list to bytes",
        None,
        move || drop(black_box(partner.send_bulk(black_box(&ours)).unwrap())),
        move || drop(black_box(serde_json::to_vec(black_box(&plain)).unwrap())),
    ));
    let (body, other) = (responses(), responses());
    let headers = ReplyHeaders::default();
    assert_eq!(reader.parse_parts(200, &headers, &body).unwrap().messages.len(), MESSAGES);
    pairs.push(Pair::new(
        "list's reply read and joined",
        None,
        move || drop(black_box(reader.parse_parts(200, &headers, black_box(&body)).unwrap())),
        move || drop(black_box(serde_json::from_slice::<plain::Responses>(black_box(&other)).unwrap())),
    ));
    pairs
}

fn binary_pairs(gateway: &infobip::Gateway) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (name, as_bytes) in
        [("typed binary messages to bytes, of digits", false), ("typed binary messages to bytes, of octets", true)]
    {
        let (ours, plain, gateway) = (binary_ours(as_bytes), binary_plain(), gateway.clone());
        let call = gateway.send_binary(&ours).unwrap();
        assert_eq!(call.body(), serde_json::to_vec(&plain).unwrap());
        assert!(call.warnings().is_empty());
        pairs.push(Pair::new(
            name,
            None,
            move || drop(black_box(gateway.send_binary(black_box(&ours)).unwrap())),
            move || drop(black_box(serde_json::to_vec(black_box(&plain)).unwrap())),
        ));
    }
    let (text, gateway) = (serde_json::to_vec(&binary_plain()).unwrap(), gateway.clone());
    let other = text.clone();
    pairs.push(Pair::new(
        "JSON text of binary messages to bytes",
        None,
        move || drop(black_box(gateway.send_binary_json(black_box(&text), None).unwrap())),
        move || {
            let request: plain::BinaryRequest = serde_json::from_slice(black_box(&other)).unwrap();
            drop(black_box(serde_json::to_vec(&request).unwrap()));
        },
    ));
    pairs
}

fn reading(name: &'static str, reader: &ReplyReader<infobip::SentMessages>, body: Vec<u8>) -> Pair {
    let headers = ReplyHeaders::default();
    let answer = reader.parse_parts(200, &headers, &body).unwrap();
    assert!(answer.messages.iter().all(|message| message.status.is_some()) && answer.unmatched.is_empty());
    let (reader, other) = (reader.clone(), body.clone());
    Pair::new(
        name,
        Some(1.2),
        move || drop(black_box(reader.parse_parts(200, &headers, black_box(&body)).unwrap())),
        move || drop(black_box(serde_json::from_slice::<plain::Reply>(black_box(&other)).unwrap())),
    )
}

fn timed(side: &dyn Fn()) -> Duration {
    let start = Instant::now();
    side();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times.get(times.len() / 2).map_or(0.0, Duration::as_secs_f64) * 1e6
}

fn ratios(pairs: &[Pair]) {
    println!("{MESSAGES} messages a call, 100 texts; medians of {ROUNDS} turns each\n");
    for Pair { name, aim, ours, plain } in pairs {
        for _ in 0..ROUNDS / 10 {
            ours();
            plain();
        }
        let (mut one, mut other) = (Vec::with_capacity(ROUNDS), Vec::with_capacity(ROUNDS));
        for _ in 0..ROUNDS {
            one.push(timed(&**ours));
            other.push(timed(&**plain));
        }
        let (one, other) = (median(one), median(other));
        let ratio = one / other;
        let (aim, missed) = match aim {
            Some(aim) => (format!("{aim:.2}"), if ratio > *aim { "  (over)" } else { "" }),
            None => ("–".to_owned(), ""),
        };
        println!("ratio {ratio:.2}  aim {aim:>4}  {one:>6.0} µs to {other:>6.0} µs  {name}{missed}");
    }
    println!();
}

fn main() {
    let pairs = pairs();
    ratios(&pairs);
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    for Pair { name, ours, plain, .. } in &pairs {
        criterion.bench_function(&format!("{name}, ours"), |bencher| bencher.iter(&**ours));
        criterion.bench_function(&format!("{name}, the other"), |bencher| bencher.iter(&**plain));
    }
    criterion.final_summary();
}
