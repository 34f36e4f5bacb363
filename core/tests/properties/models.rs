//! Good requests in the gateways' own JSON, and what can go wrong with them.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value as Json, json};

/// Texts of all kinds of characters but those that mark an accident.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{1,40}",
        "\\PC{1,20}",
        select(vec!["Artık Ulusal Dil", "😀", "\u{2028}\t\n\u{1}\u{7f}\"\\/", "e\u{301}", "\u{feff}x", "null"])
            .prop_map(str::to_owned),
    ]
    .prop_map(|text| text.replace(['\0', '\u{FFFD}'], "x"))
}

pub fn word() -> impl Strategy<Value = String> {
    "[A-Za-z0-9_-]{1,20}"
}

pub fn sender() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-z][A-Za-z0-9]{2,10}", "[0-9]{3,14}"]
}

pub fn number() -> impl Strategy<Value = String> {
    "[1-9][0-9]{6,14}"
}

fn kenyan() -> impl Strategy<Value = String> {
    "254[17][0-9]{8}"
}

fn moment() -> impl Strategy<Value = String> {
    (2022..2099_u16, 1..=12_u8, 1..=28_u8, 0..24_u8, 0..60_u8, 0..60_u8, 0..1000_u16, 0..=14_u8, select(vec!["+", "-"]))
        .prop_map(|(year, month, day, hour, minute, second, milli, offset, sign)| {
            let sign = if offset == 0 { "+" } else { sign };
            format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}{sign}{offset:02}00")
        })
}

/// An object of those members that are set.
pub fn object(members: Vec<(&'static str, Option<Json>)>) -> Json {
    Json::Object(members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect::<Map<_, _>>())
}

pub fn set(strategy: impl Strategy<Value = impl Into<Json>>) -> impl Strategy<Value = Option<Json>> {
    of(strategy).prop_map(|value| value.map(Into::into))
}

fn window() -> impl Strategy<Value = Json> {
    let days = vec!["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    let time = |minutes: i64| json!({ "hour": minutes / 60, "minute": minutes % 60 });
    (proptest::sample::subsequence(days, 1..=7), of((0..1440_i64, 60..1440_i64))).prop_map(move |(days, ends)| {
        match ends {
            None => json!({ "days": days }),
            Some((from, length)) => json!({ "days": days, "from": time(from), "to": time((from + length) % 1440) }),
        }
    })
}

fn regional() -> impl Strategy<Value = Json> {
    let india = (set(word()), word(), set(word())).prop_map(|(template, entity, telemarketer)| {
        object(vec![
            ("principalEntityId", Some(entity.into())),
            ("contentTemplateId", template),
            ("telemarketerId", telemarketer),
        ])
    });
    let turkey = (select(vec!["TACIR", "BIREYSEL"]), set(0..=i32::MAX))
        .prop_map(|(recipient, brand)| object(vec![("recipientType", Some(recipient.into())), ("brandCode", brand)]));
    let korea = (set(0..=i32::MAX), set(word()))
        .prop_map(|(reseller, title)| object(vec![("resellerCode", reseller), ("title", title)]));
    (of(india), of(turkey), of(korea)).prop_map(|(india, turkey, korea)| {
        object(vec![("indiaDlt", india), ("turkeyIys", turkey), ("southKorea", korea)])
    })
}

fn language() -> impl Strategy<Value = Json> {
    (select(vec!["TR", "ES", "PT", "AUTODETECT", "NONE"]), set(any::<bool>()), set(any::<bool>())).prop_map(
        |(code, single, locking)| {
            object(vec![("languageCode", Some(code.into())), ("singleShift", single), ("lockingShift", locking)])
        },
    )
}

/// A text message without ids; [`with_ids`] adds them, for they are unique in a request.
pub fn message() -> impl Strategy<Value = Json> {
    let first = (
        set(sender()),
        vec(number(), 1..4),
        text(),
        set(any::<bool>()),
        of(language()),
        set(select(vec!["TURKISH", "GREEK", "NON_UNICODE", "ALL"])),
        set(any::<bool>()),
        set(select(vec!["https://www.example.com/sms/advanced", "http://example.com:8080/?a=b"])),
        set(select(vec!["application/json", "application/xml"])),
        set(text()),
    );
    let second = (
        set(1..=2880_i64),
        set(moment()),
        of(window()),
        of(regional()),
        set(any::<bool>()),
        set(word()),
        set(word()),
        set(word()),
        set(word()),
        set(word()),
    );
    (first, second).prop_map(|(first, second)| {
        let to: Vec<Json> = first.1.into_iter().map(|to| json!({ "to": to })).collect();
        object(vec![
            ("from", first.0),
            ("destinations", Some(to.into())),
            ("text", Some(first.2.into())),
            ("flash", first.3),
            ("language", first.4),
            ("transliteration", first.5),
            ("intermediateReport", first.6),
            ("notifyUrl", first.7),
            ("notifyContentType", first.8),
            ("callbackData", first.9),
            ("validityPeriod", second.0),
            ("sendAt", second.1),
            ("deliveryTimeWindow", second.2),
            ("regional", second.3),
            ("notify", second.4),
            ("campaignId", second.5),
            ("operatorClientId", second.6),
            ("entityId", second.7),
            ("applicationId", second.8),
            ("campaignReferenceId", second.9),
        ])
    })
}

/// Gives ids to the destinations whose turn it is.
pub fn with_ids(messages: Vec<Json>, every: usize) -> Vec<Json> {
    let mut count = 0;
    messages
        .into_iter()
        .map(|mut message| {
            for destination in message["destinations"].as_array_mut().unwrap() {
                count += 1;
                if every > 0 && count % every == 0 {
                    destination["messageId"] = json!(format!("MESSAGE-ID-{count}"));
                }
            }
            message
        })
        .collect()
}

/// A good request in the gateway's own JSON.
pub fn send_text() -> impl Strategy<Value = Json> {
    let tracking = (set(select(vec!["SMS", "URL"])), set(word()), set(word()), set(word())).prop_map(
        |(track, kind, process, base)| {
            object(vec![("track", track), ("type", kind), ("processKey", process), ("baseUrl", base)])
        },
    );
    let speed = (1..=i32::MAX, set(select(vec!["MINUTE", "HOUR", "DAY"])))
        .prop_map(|(amount, unit)| object(vec![("amount", Some(amount.into())), ("timeUnit", unit)]));
    let urls = (set(any::<bool>()), set(word()))
        .prop_map(|(shorten, domain)| object(vec![("shortenUrl", shorten), ("customDomain", domain)]));
    (set(word()), vec(message(), 1..5), 0..3_usize, of(tracking), of(speed), of(urls), set(any::<bool>())).prop_map(
        |(bulk_id, messages, every, tracking, speed, urls, count)| {
            object(vec![
                ("bulkId", bulk_id),
                ("messages", Some(with_ids(messages, every).into())),
                ("tracking", tracking),
                ("sendingSpeedLimit", speed),
                ("urlOptions", urls),
                ("includeSmsCountInResponse", count),
            ])
        },
    )
}

/// A good item without the account's data.
pub fn item() -> impl Strategy<Value = Json> {
    let id = prop_oneof![word().prop_map(Json::from), any::<u32>().prop_map(Json::from)];
    let time = prop_oneof![
        Just(Json::from("2026-12-01 18:00")),
        any::<u32>().prop_map(Json::from),
        moment().prop_map(Json::from)
    ];
    (kenyan(), text(), of(id), set(select(vec!["plain", "bm5"])), of(time)).prop_map(
        |(mobile, text, id, kind, time)| {
            object(vec![
                ("pass_type", kind),
                ("clientsmsid", id),
                ("mobile", Some(mobile.into())),
                ("message", Some(text.into())),
                ("timeToSend", time),
            ])
        },
    )
}

/// A good list in the gateway's own JSON, account data left out.
pub fn send_bulk() -> impl Strategy<Value = Json> {
    vec(item(), 1..6).prop_map(|items| json!({ "smslist": items }))
}

/// Any small JSON value.
pub fn leaf() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null])),
        Just(json!({"to": ["x"]})),
        ".{0,12}".prop_map(Json::from),
        select(vec![
            "0793026727",
            "+41 79 302 67 27",
            "07 12 345 678",
            "abc",
            "+44 (0) 20",
            "\u{FFFD}",
            "\0",
            "MONDAY",
            "SMS"
        ])
        .prop_map(Json::from),
    ]
}

/// One thing to do to a request: at which of its places, counted through, and what.
#[derive(Clone, Debug)]
pub enum Harm {
    Replace(prop::sample::Index, Json),
    Remove(prop::sample::Index),
    Rename(prop::sample::Index, String),
    Double(prop::sample::Index),
}

/// Up to that many things to do.
pub fn harms(most: usize) -> impl Strategy<Value = Vec<Harm>> {
    let name =
        select(vec!["sender", "to", "send_at", "sendAt", "text", "extra", "mobile", "client_sms_id", "x", "from", ""]);
    let harm = prop_oneof![
        3 => (any::<prop::sample::Index>(), leaf()).prop_map(|(at, value)| Harm::Replace(at, value)),
        1 => any::<prop::sample::Index>().prop_map(Harm::Remove),
        1 => (any::<prop::sample::Index>(), name).prop_map(|(at, name)| Harm::Rename(at, name.to_owned())),
        1 => any::<prop::sample::Index>().prop_map(Harm::Double),
    ];
    vec(harm, 0..=most)
}

/// Does it.
pub fn harmed(mut request: Json, harms: &[Harm]) -> Json {
    for harm in harms {
        let places = count(&request);
        let at = match harm {
            Harm::Replace(at, _) | Harm::Remove(at) | Harm::Rename(at, _) | Harm::Double(at) => at.index(places),
        };
        apply(&mut request, &mut { at }, harm);
    }
    request
}

/// How many members and elements there are at all depths; at least one.
fn count(json: &Json) -> usize {
    fn inside(json: &Json) -> usize {
        match json {
            Json::Array(items) => items.iter().map(|item| 1 + inside(item)).sum(),
            Json::Object(members) => members.values().map(|value| 1 + inside(value)).sum(),
            _ => 0,
        }
    }
    inside(json).max(1)
}

/// Counts `left` down over all places; harms the one where it reaches zero.
fn apply(json: &mut Json, left: &mut usize, harm: &Harm) -> bool {
    match json {
        Json::Array(items) => {
            for index in 0..items.len() {
                if *left == 0 {
                    match harm {
                        Harm::Replace(_, value) => items[index] = value.clone(),
                        Harm::Remove(_) => drop(items.remove(index)),
                        Harm::Rename(..) | Harm::Double(_) => items.insert(index, items[index].clone()),
                    }
                    return true;
                }
                *left -= 1;
                if apply(&mut items[index], left, harm) {
                    return true;
                }
            }
        }
        Json::Object(members) => {
            let keys: Vec<String> = members.keys().cloned().collect();
            for key in keys {
                if *left == 0 {
                    match harm {
                        Harm::Replace(_, value) => drop(members.insert(key, value.clone())),
                        Harm::Remove(_) => drop(members.shift_remove(&key)),
                        Harm::Rename(_, name) => {
                            let value = members.shift_remove(&key).unwrap();
                            members.insert(name.clone(), value);
                        }
                        Harm::Double(_) => {
                            let value = members[&key].clone();
                            members.insert(format!("{key}2"), value);
                        }
                    }
                    return true;
                }
                *left -= 1;
                if apply(&mut members[&key], left, harm) {
                    return true;
                }
            }
        }
        _ => {}
    }
    false
}
