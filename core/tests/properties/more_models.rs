//! Good requests of binary messages and of Blackkonnect, and what can be planted in them.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value as Json, json};

use crate::models::{message, number, object, send_text, sender, set, text, word};

/// A user data header of at most 140 octets: elements that fill it, the known ones in their form.
pub fn header() -> impl Strategy<Value = Vec<u8>> {
    let octets = |length: usize| vec(any::<u8>(), length);
    let part = |total: u8, seed: u8| seed % total + 1;
    let element = prop_oneof![
        (any::<u8>(), 1..=255_u8, any::<u8>()).prop_map(move |(reference, total, seed)| vec![
            0,
            3,
            reference,
            total,
            part(total, seed)
        ]),
        (any::<[u8; 2]>(), 1..=255_u8, any::<u8>()).prop_map(move |(reference, total, seed)| vec![
            8,
            4,
            reference[0],
            reference[1],
            total,
            part(total, seed)
        ]),
        (select(vec![6, 7, 0x20, 0x24, 0x25]), octets(1)).prop_map(|(name, data)| [vec![name, 1], data].concat()),
        (select(vec![1, 4, 0x0b, 0x0d]), octets(2)).prop_map(|(name, data)| [vec![name, 2], data].concat()),
        (select(vec![5, 0x21]), octets(4)).prop_map(|(name, data)| [vec![name, 4], data].concat()),
        (select(vec![2, 3, 9, 0x0a, 0x22, 0x70, 0xA0, 0xFF]), vec(any::<u8>(), 0..20))
            .prop_map(|(name, data)| { [vec![name, u8::try_from(data.len()).unwrap()], data].concat() }),
    ];
    vec(element, 0..6).prop_map(|elements| {
        let elements = elements.concat();
        [vec![u8::try_from(elements.len()).unwrap()], elements].concat()
    })
}

/// Octets in one of the ways in which people write them.
pub fn written(octets: &[u8], style: usize) -> String {
    let pairs: Vec<String> = octets
        .iter()
        .map(|octet| if style.is_multiple_of(2) { format!("{octet:02x}") } else { format!("{octet:02X}") })
        .collect();
    match style / 2 {
        0 => pairs.join(" "),
        1 => pairs.concat(),
        group => pairs.chunks(group).map(<[String]>::concat).collect::<Vec<_>>().join(" "),
    }
}

fn binary() -> impl Strategy<Value = Json> {
    let coding = || set(0..=255_i64);
    let plain = (vec(any::<u8>(), 1..=140), 0..8_usize, coding(), set((0..=255_i64).prop_map(|class| class & !64)));
    let headed = (header(), vec(any::<u8>(), 0..20), 0..8_usize, coding(), (0..=255_i64).prop_map(|class| class | 64));
    let whole = |octets: &[u8], style, coding, class| {
        object(vec![("hex", Some(written(octets, style).into())), ("dataCoding", coding), ("esmClass", class)])
    };
    prop_oneof![
        plain.prop_map(move |(octets, style, coding, class)| whole(&octets, style, coding, class)),
        headed.prop_map(move |(header, content, style, coding, class)| {
            let octets = [header, content].concat();
            whole(&octets, style, coding, Some(class.into()))
        }),
    ]
}

/// A text message with octets in the place of its text.
fn with_octets(message: &Json, binary: &Json) -> Json {
    let members = message.as_object().unwrap().iter();
    members
        .filter(|(name, _)| !["language", "transliteration"].contains(&name.as_str()))
        .map(|(name, value)| match name.as_str() {
            "text" => ("binary".to_owned(), binary.clone()),
            _ => (name.clone(), value.clone()),
        })
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// A good binary message without ids.
pub fn binary_message() -> impl Strategy<Value = Json> {
    (message(), binary()).prop_map(|(message, binary)| with_octets(&message, &binary))
}

/// A good request of `infobip.send_binary`.
pub fn send_binary() -> impl Strategy<Value = Json> {
    (send_text(), vec(binary(), 4)).prop_map(|(mut request, binaries)| {
        request.as_object_mut().unwrap().shift_remove("urlOptions");
        for (message, binary) in request["messages"].as_array_mut().unwrap().iter_mut().zip(&binaries) {
            *message = with_octets(message, binary);
        }
        request
    })
}

/// The six members that both sends have.
fn generic() -> impl Strategy<Value = Vec<(&'static str, Option<Json>)>> {
    let names = ["messageId", "referenceId1", "referenceId2", "serviceId", "requestId", "initiatorId"];
    vec(set(word()), names.len()).prop_map(move |ids| names.into_iter().zip(ids).collect())
}

/// A good request of `blackkonnect.send_message`.
pub fn simple() -> impl Strategy<Value = Json> {
    (generic(), set(text()), number(), set(sender()), set(any::<i64>())).prop_map(
        |(generic, text, number, sender, priority)| {
            let own = vec![
                ("text", text),
                ("destination", Some(number.into())),
                ("sourceAddress", sender),
                ("priority", priority),
            ];
            object([generic, own].concat())
        },
    )
}

fn window() -> impl Strategy<Value = Json> {
    let days = vec!["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    let time = || (0..24_i64, 0..60_i64).prop_map(|(hour, minute)| json!({ "hour": hour, "minute": minute }));
    (of(subsequence(days, 0..=7)), of(time()), of(time()))
        .prop_map(|(days, from, to)| object(vec![("days", days.map(Into::into)), ("from", from), ("to", to)]))
}

/// A moment as it goes out.
pub fn utc() -> impl Strategy<Value = String> {
    (0..=9999_u16, 1..=12_u8, 1..=28_u8, 0..24_u8, 0..60_u8, 0..60_u8, 0..1000_u16).prop_map(
        |(year, month, day, hour, minute, second, milli)| {
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
        },
    )
}

/// A good message of a bulk, its ids beginning with that text.
pub fn bulk_message(prefix: &'static str) -> impl Strategy<Value = Json> {
    let destination = (number(), any::<bool>(), set(sender()));
    let strategy = (
        vec(destination, 1..4),
        set(text()),
        of(window()),
        set(text()),
        set(word()),
        set(utc()),
        set(any::<i64>()),
        set(any::<i64>()),
        any::<u32>(),
    );
    strategy.prop_map(move |(to, callback, window, text, entity, send_at, validity, priority, id)| {
        let destinations: Vec<Json> = to
            .into_iter()
            .enumerate()
            .map(|(index, (number, has_id, sender))| {
                object(vec![
                    ("destination", Some(number.into())),
                    ("messageId", has_id.then(|| format!("{prefix}-{id}-{index}").into())),
                    ("sourceAddress", sender),
                ])
            })
            .collect();
        object(vec![
            ("destinations", Some(destinations.into())),
            ("callbackData", callback),
            ("deliveryTimeWindow", window),
            ("text", text),
            ("entityId", entity),
            ("sendAt", send_at),
            ("validityPeriodMinutes", validity),
            ("priority", priority),
        ])
    })
}

/// A good request of `blackkonnect.send_bulk`.
pub fn bulk() -> impl Strategy<Value = Json> {
    (generic(), set(word()), set(sender()), vec(bulk_message("ID"), 1..5)).prop_map(
        |(generic, bulk_id, sender, messages)| {
            let own = vec![("bulkId", bulk_id), ("sourceAddress", sender), ("messages", Some(messages.into()))];
            object([generic, own].concat())
        },
    )
}
