//! The exact words of every rule, of every error of a reply, and of outcomes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(unreachable_pub, reason = "modules of a test program")]
#![allow(clippy::too_many_lines, reason = "a table with one line for each rule")]
#![cfg(feature = "all")]

mod blackkonnect;
mod infobip_lists;
#[path = "infobip.rs"]
mod of_infobip;
mod smslist_words;
#[path = "../support/mod.rs"]
mod support;

use serde_json::{Value as Json, json};
use smskernel::infobip::{self, SendText, SentMessages, TextMessage};
use smskernel::smslist::{self, BulkMessage, SendBulk, SentBulk};
use smskernel::{CheckOptions, Fate, OnInvalid, ReplyHeaders, ReplyReader, Rule, Timestamp, Violation, merge};

const NOW: &str = "2026-11-21T08:00:00Z";

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

fn over(defaults: &mut Json, options: &str) {
    let options: Json = serde_json::from_str(options).unwrap();
    defaults.as_object_mut().unwrap().extend(options.as_object().unwrap().clone());
}

/// An Infobip gateway with those options laid over plain ones.
fn account(options: &str) -> Result<infobip::Gateway, Vec<Violation>> {
    let mut all = json!({ "base_url": "https://example.com", "auth": { "type": "api_key", "key": "key" } });
    over(&mut all, options);
    infobip::Gateway::from_value(support::tree(&all)).map_err(|error| error.violations)
}

/// An smslist gateway with those options laid over plain ones.
fn partner(options: &str) -> Result<smslist::Gateway, Vec<Violation>> {
    let mut all = json!({ "base_url": "https://example.com", "partner_id": "1", "api_key": "key", "sender": "SENDER" });
    over(&mut all, options);
    smslist::Gateway::from_value(support::tree(&all)).map_err(|error| error.violations)
}

/// All that is found in a text request, be it refused or built.
fn request_with(options: &str, request: &str) -> Vec<Violation> {
    match account(options).unwrap().send_text_json(request.as_bytes(), Some(now())) {
        Ok(call) => call.warnings().to_vec(),
        Err(error) => error.violations,
    }
}

fn request(request: &str) -> Vec<Violation> {
    request_with("{}", request)
}

/// A message of those members, to which a number and a text are added.
fn message_with(options: &str, members: &str) -> Vec<Violation> {
    request_with(
        options,
        &format!(r#"{{"messages":[{{"destinations":[{{"to":"41793026727"}}],"text":"Hi",{members}}}]}}"#),
    )
}

fn message(members: &str) -> Vec<Violation> {
    message_with("{}", members)
}

/// A message to that destination.
fn to_with(options: &str, destination: &str) -> Vec<Violation> {
    request_with(options, &format!(r#"{{"messages":[{{"destinations":[{destination}],"text":"Hi"}}]}}"#))
}

fn to(number: &str) -> Vec<Violation> {
    to_with("{}", &format!(r#"{{"to":"{number}"}}"#))
}

/// All that is found in a binary request.
fn binary_with(options: &str, request: &str) -> Vec<Violation> {
    match account(options).unwrap().send_binary_json(request.as_bytes(), None) {
        Ok(call) => call.warnings().to_vec(),
        Err(error) => error.violations,
    }
}

/// A binary message of that content.
fn binary(content: &str) -> Vec<Violation> {
    binary_with("{}", &format!(r#"{{"messages":[{{"to":"41793026727","binary":{{{content}}}}}]}}"#))
}

/// All that is found in a list of those items.
fn items_with(options: &str, members: &str) -> Vec<Violation> {
    match partner(options).unwrap().send_bulk_json(format!("{{{members}}}").as_bytes(), None) {
        Ok(call) => call.warnings().to_vec(),
        Err(error) => error.violations,
    }
}

/// An item of those members, to which a number and a text are added.
fn item(members: &str) -> Vec<Violation> {
    items_with("{}", &format!(r#""smslist":[{{"mobile":"254712345678","message":"Hi",{members}}}]"#))
}

fn check_bulk(payload: &str) -> Vec<Violation> {
    smslist::check_bulk(payload.as_bytes(), &CheckOptions::new()).unwrap()
}

fn options(options: &str) -> Vec<Violation> {
    account(options).unwrap_err()
}

fn reader() -> ReplyReader<SentMessages> {
    let request = SendText::new([TextMessage::new("Hi").to("41793026727").to("41793026834")]);
    account("{}").unwrap().send_text(&request).unwrap().into_parts().1
}

/// The rules in the order of their lists, each with what makes it speak and what it then says.
#[rustfmt::skip]
fn table() -> Vec<(&'static str, Vec<Violation>, &'static str)> {
    let wrong_pair = Fate::of_answer(&{
        let request = SendText::new([TextMessage::new("Hi").to("41793026727")]);
        account("{}").unwrap().send_text(&request).unwrap().no_reply()
    });
    let long_list: Vec<String> =
        (0..1001).map(|n| format!(r#"{{"mobile":"25471{n:07}","message":"Hi"}}"#)).collect();
    let long_list = long_list.join(",");
    let mut table = vec![
        ("WRONG_TYPE", message(r#""flash":"yes""#), "messages[0].flash: expected true or false, found a string. [wrong_type]"),
        ("MISSING", request(r#"{"messages":[{"destinations":[{"to":"41793026727"}]}]}"#), "messages[0].text: is required and was not given. [missing]"),
        ("INVALID_JSON", request(r#"{"messages":"#), "the text is not JSON: at byte 12, the text ends inside the document. [invalid_json]"),
        ("TOO_DEEP", request_with(r#"{"limits":{"depth":3}}"#, "[[[[]]]]"), "lists and objects lie more than 3 deep in each other. [too_deep]"),
        ("UNKNOWN_KEY", message(r#""sendat":"x""#), "messages[0].sendat: is not a field of a message. Did you mean `sendAt`? To send it as it is, put it under `extra`. [unknown_key]"),
        ("MIXED_NAMES", message(r#""sender":"InfoSMS""#), "messages[0].sender: is our name, but the same object uses the gateway's name `destinations`. Use one spelling throughout: here `from`. [mixed_names]"),
        ("DUPLICATE_KEY", message(r#""flash":true,"flash":false"#), "messages[0].flash: is given twice, with different values. Remove one. [duplicate_key]"),
        ("EXTRA_KNOWN", message(r#""extra":{"flash":true}"#), "messages[0].flash: is a field of a message and cannot be given under `extra`. Give it as the field. [known_key]"),
        ("REPEATED_KEY", message(r#""flash":true,"flash":true"#), "messages[0].flash: is given twice, with the same value. It is sent once. [repeated_key]"),
        ("NULL_FIELD", infobip::check_text(br#"{"messages":[{"destinations":[{"to":"41793026727"}],"text":"Hi"}],"bulkId":null}"#, &CheckOptions::new()).unwrap(), "bulkId: is null. Leave an unset field out. [null_field]"),
        ("EMPTY", request(r#"{"messages":[]}"#), "messages: must not be empty. [empty]"),
        ("INTEGER_BEYOND", message(r#""validityPeriod":12345678901234567890123"#), "messages[0].validityPeriod: \"12345678901234567890123\" is beyond any number that the field can hold. [out_of_range]"),
        ("REPLACEMENT_CHARACTER", message(r#""callbackData":"caf\ufffd""#), "messages[0].callbackData: holds U+FFFD at byte 3: a character was lost in decoding before the text came here. Repair the source. [replacement_character]"),
        ("NUL", message(r#""callbackData":"caf\u0000""#), "messages[0].callbackData: holds a NUL character at byte 3. Remove it. [control_character]"),
        ("NUMBER_CHARACTERS", to("41793026727x"), "messages[0].destinations[0].to: 4179.....727 is no phone number: 'x' (U+0078) at byte 11 cannot stand in one. Give digits in international form, such as 41793026727. [number_characters]"),
        ("NUMBER_WITHOUT_DIGITS", to("+"), "messages[0].destinations[0].to: is no phone number: there is no digit in it. Give digits in international form, such as 41793026727. [number_characters]"),
        ("NUMBER_TRUNK_ZERO", to("+44 (0) 20 7946 0018"), "messages[0].destinations[0].to: 4402.....018 holds the domestic (0), which is not dialled from abroad. Leave it out. [number_trunk_zero]"),
        ("LOCAL_NUMBER", to("0793026727"), "messages[0].destinations[0].to: 0793.....727 is in a domestic form: it begins with 0. Give it with its country code, without the 0. [local_number]"),
        ("NUMBER_LENGTH", to("417930"), "messages[0].destinations[0].to: .....30 has 6 digits; a phone number has 7 to 15. Give it in international form. [number_length]"),
        ("NUMBER_CHANGED", to("+41 79 302 67 27"), "messages[0].destinations[0].to: 4179.....727 was not in the gateway's form, and is sent as 4179.....727. [number_changed]"),
        ("NUMBER_COMPLETED", partner("{}").unwrap().send_bulk(&SendBulk::new([BulkMessage::new("0712345678", "Hi")])).unwrap().warnings().to_vec(), "smslist[0].mobile: 0712.....678 is sent as 2547.....678, with the country code of Kenya. [number_changed]"),
        ("NUMBER_UNUSUAL", infobip::check_text(br#"{"messages":[{"destinations":[{"to":"+41793026727"}],"text":"Hi"}]}"#, &CheckOptions::new()).unwrap(), "messages[0].destinations[0].to: 4179.....727 is not in the gateway's form, which is 4179.....727. [number_changed]"),
        ("NUMBER_NOT_EXACT", to_with(r#"{"numbers":"exact"}"#, r#"{"to":"+41793026727"}"#), "messages[0].destinations[0].to: 4179.....727 is not in the gateway's form, and `numbers` = exact lets nothing be changed. Give its digits alone, the country code first. [number_not_exact]"),
        ("DUPLICATE_RECIPIENT", to_with("{}", r#"{"to":"41793026727"},{"to":"41793026727"}"#), "messages[0].destinations[1].to: 4179.....727 is in the list already: that number gets both messages. [duplicate_recipient]"),
        ("UNKNOWN_VALUE", message(r#""transliteration":"TURKISCH""#), "messages[0].transliteration: \"TURKISCH\" is not one of TURKISH, GREEK, CYRILLIC, SERBIAN_CYRILLIC, BULGARIAN_CYRILLIC, CENTRAL_EUROPEAN, BALTIC, PORTUGUESE, COLOMBIAN, NON_UNICODE, NONE, ALL. Did you mean TURKISH? [unknown_value]"),
        ("UNKNOWN_OPTION", account(r#"{"numbers":"exactly"}"#).unwrap_err(), "gateway.numbers: \"exactly\" is not one of clean, exact. [unknown_value]"),
        ("INVALID_TIME", message(r#""sendAt":"2026-02-30T08:00:00Z""#), "messages[0].sendAt: \"2026-02-30T08:00:00Z\" is not a point in time: there is no such date. Give it like 2026-12-01T08:00:00.000+0000. [invalid_time]"),
        ("NAIVE_DATETIME", message(r#""sendAt":"2026-12-01T08:00:00""#), "messages[0].sendAt: \"2026-12-01T08:00:00\" does not say its offset from UTC, so the moment is not known. Add one, such as +0000. [naive_datetime]"),
        ("MORE_VIOLATIONS", message_with(r#"{"limits":{"violations":0}}"#, r#""from":"AB""#), "1 more, beyond `limits.violations`. [more_violations]"),
        ("MORE_VIOLATIONS", message_with(r#"{"limits":{"violations":0}}"#, r#""from":"AB","validityPeriod":0"#), "2 more, beyond `limits.violations`. [more_violations]"),
        ("TOO_MANY_MESSAGES", to_with(r#"{"limits":{"messages_per_call":1}}"#, r#"{"to":"41793026727"},{"to":"41793026834"}"#), "messages: holds 2 messages, one text to one number each, over `limits.messages_per_call` = 1. Use `plan`, which cuts a long list into calls. [too_many_messages]"),
        ("BODY_TOO_LARGE", to_with(r#"{"limits":{"body_bytes":10}}"#, r#"{"to":"41793026727"}"#), "the body has 66 bytes, over `limits.body_bytes` = 10. Use `plan`, which cuts a long list into calls. [body_too_large]"),
        ("INVALID_BASE_URL", options(r#"{"base_url":"https://user:secret@example.com"}"#), "gateway.base_url: is not a usable base URL: it holds a user name or password; credentials have their own options. [invalid_base_url]"),
        ("HTTPS_REQUIRED", options(r#"{"base_url":"http://example.com"}"#), "gateway.base_url: must begin with https://, for every request carries the credentials. Loopback is excepted; else set `allow_http`. [https_required]"),
        ("HEADER_INJECTION", options(r#"{"auth":{"type":"api_key","key":"a\r\nb"}}"#), "gateway.auth: holds a control character, which no credential has and which could end a header. Look at how it was read. [header_injection]"),
        ("CREDENTIAL_CHARACTERS", options(r#"{"auth":{"type":"api_key","key":"'key'"}}"#), "gateway.auth: is wrapped in quotation marks. Look at how it was pasted. [credential_characters]"),
        ("LIMIT_NEGATIVE", options(r#"{"limits":{"depth":-1}}"#), "gateway.limits.depth: -1 is below zero; a limit is a whole number from 0 on. [out_of_range]"),
        ("LIMIT_DEPTH", options(r#"{"limits":{"depth":129}}"#), "gateway.limits.depth: 129 is over 128, the deepest nesting that is ever read. Give 128 or less. [out_of_range]"),
        ("UNKNOWN_CODE", options(r#"{"allow":["sender_lenght"]}"#), "gateway.allow[0]: \"sender_lenght\" is no code. Did you mean sender_length? [unknown_code]"),
        ("FIXED_CODE", options(r#"{"forbid":["missing"]}"#), "gateway.forbid[0]: \"missing\" cannot be moved: a request with it could not be built, or not safely. [fixed_code]"),
        ("INVALID_READER", ReplyReader::<SentMessages>::from_bytes(b"nonsense").unwrap_err().violations, "reader: is no saved reply reader: the bytes were not made by a reply reader. [invalid_reader]"),
        ("INVALID_READER", ReplyReader::<SentBulk>::from_bytes(&reader().to_bytes()).unwrap_err().violations, "reader: is no saved reply reader: it is one of \"infobip.send_text\", and smslist.send_bulk or smslist.send_sms or smslist.send_otp was asked for. [invalid_reader]"),
        ("INVALID_RESULT", merge(&[&reader()], &[wrong_pair], &[]).unwrap_err().violations, "results[0]: messages in the answer: 1, in its call: 2; they do not belong together. [invalid_result]"),
        ("BULK_ID_LONG", request(&format!(r#"{{"bulkId":"{}","messages":[{{"to":"41793026727","text":"Hi"}}]}}"#, "b".repeat(101))), "bulkId: has 101 characters; the gateway would silently clip it at 100. Shorten it. [too_long]"),
        ("MESSAGE_ID_LONG", to_with("{}", &format!(r#"{{"to":"41793026727","messageId":"{}"}}"#, "m".repeat(201))), "messages[0].destinations[0].messageId: has 201 characters; the gateway would silently clip it at 200. Shorten it. [too_long]"),
        ("MESSAGE_ID_TWICE", to_with("{}", r#"{"to":"41793026727","messageId":"m-1"},{"to":"41793026834","messageId":"m-1"}"#), "messages[0].destinations[1].messageId: \"m-1\" is used by an earlier message; the gateway rejects the second (status 23). Give each its own. [duplicate_id]"),
        ("CALLBACK_DATA_LONG", message(&format!(r#""callbackData":"{}""#, "c".repeat(4001))), "messages[0].callbackData: has 4001 characters; at most 4000 fit. Shorten it. [too_long]"),
        ("CALLBACK_DATA_LONG_FOR_SOME", message(&format!(r#""callbackData":"{}""#, "c".repeat(201))), "messages[0].callbackData: has 201 characters; operators with older software keep 200. [too_long]"),
        ("TEXT_PARTS", request(&format!(r#"{{"messages":[{{"to":"41793026727","text":"{}"}}]}}"#, "t".repeat(3826))), "messages[0].text: takes 26 parts of GSM-7 by our count, and the gateway takes 25 at most. Shorten it, or send it as several messages. [too_long]"),
        ("TEXT_BYTES", request(&format!(r#"{{"messages":[{{"to":"41793026727","text":"{}"}}]}}"#, "é".repeat(2001))), "messages[0].text: has 4002 bytes of UTF-8, and the gateway takes 4000 at most. Shorten it, or send it as several messages. [too_long]"),
        ("SENDER_LENGTH", message(r#""from":"AB""#), "messages[0].from: has 2 characters; a sender of letters has 3 to 11. [sender_length]"),
        ("SENDER_DIGITS", message(r#""from":"123456789012345""#), "messages[0].from: has 15 digits; a sender of digits has 3 to 14. [sender_length]"),
        ("SENDER_SIGNS", message(r#""from":"Info SMS""#), "messages[0].from: \"Info SMS\" holds ' ' (U+0020): documented are letters and digits, and networks may replace or refuse others. [sender_characters]"),
        ("SENDER_FOREIGN", message(r#""from":"Ğüven""#), "messages[0].from: \"Ğüven\" holds 'Ğ' (U+011E), which the GSM alphabet of senders does not have. Use letters and digits. [sender_characters]"),
        ("SENDER_CONTROL", message(r#""from":"Info\u0007""#), "messages[0].from: holds a control character. Use letters and digits. [control_character]"),
        ("NEEDS_VERSION_2", message(r#""entityId":"e""#), "messages[0].entityId: entityId is documented for version 2 only; this gateway uses version 1, and its operator may ignore or refuse it. [needs_version_2]"),
        ("URL_OPTIONS_AND_TRACKING", request_with(r#"{"api_version":2}"#, r#"{"messages":[{"to":"41793026727","text":"Hi"}],"tracking":{"track":"URL"},"urlOptions":{}}"#), "urlOptions: is not compatible with tracking.track = URL. Use one of them. [incompatible_fields]"),
        ("VALIDITY_PERIOD_LONG", message(r#""validityPeriod":2881"#), "messages[0].validityPeriod: 2881 is over 2880 minutes, and the gateway would silently make it 2880. Give 2880 or less. [out_of_range]"),
        ("VALIDITY_PERIOD_SHORT", message(r#""validityPeriod":0"#), "messages[0].validityPeriod: 0 minutes leave no time for delivery. Give 1 or more. [out_of_range]"),
        ("WHOLE_NUMBER", request_with(r#"{"api_version":2}"#, r#"{"messages":[{"to":"41793026727","text":"Hi"}],"sendingSpeedLimit":{"amount":0}}"#), "sendingSpeedLimit.amount: 0 is not from 1 to 2147483647. [out_of_range]"),
        ("CLOCK", message(r#""deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":24,"minute":0},"to":{"hour":6,"minute":0}}"#), "messages[0].deliveryTimeWindow.from.hour: 24 is not from 0 to 23. [out_of_range]"),
        ("TIME_OF_DAY", message(r#""deliveryTimeWindow":{"days":["MONDAY"],"from":"06:30:15","to":{"hour":8,"minute":0}}"#), "messages[0].deliveryTimeWindow.from: \"06:30:15\" is no time of day in whole minutes, UTC. Give it like 06:30. [invalid_time]"),
        ("DAY_TWICE", message(r#""deliveryTimeWindow":{"days":["MONDAY","MONDAY"]}"#), "messages[0].deliveryTimeWindow.days[1]: \"MONDAY\" is in the list already. Remove one. [duplicate_day]"),
        ("WINDOW_INCOMPLETE", message(r#""deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":6,"minute":0}}"#), "messages[0].deliveryTimeWindow: has only one of `from` and `to`. Give both, or neither for whole days. [window_incomplete]"),
        ("WINDOW_SHORT", message(r#""deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":6,"minute":0},"to":{"hour":6,"minute":30}}"#), "messages[0].deliveryTimeWindow: is open for 30 minutes; the gateway asks for at least 60. [window_too_short]"),
        ("WINDOW_MIDNIGHT", message(r#""deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":22,"minute":0},"to":{"hour":6,"minute":0}}"#), "messages[0].deliveryTimeWindow: ends before it begins, hence on the next day, and no document says what the gateway makes of that. [window_crosses_midnight]"),
        ("SEND_AT_PAST", message(r#""sendAt":"2021-08-25T16:00:00.000+0000""#), "messages[0].sendAt: \"2021-08-25T16:00:00.000+0000\" has passed: it is 2026-11-21T08:00:00.000Z now. Leave it out to send at once. [time_in_past]"),
        ("SEND_AT_FAR", message(r#""sendAt":"2027-11-21T08:00:00.000+0000""#), "messages[0].sendAt: \"2027-11-21T08:00:00.000+0000\" is more than 180 days ahead. [too_far_ahead]"),
        ("NOTIFY_URL", message(r#""notifyUrl":"example.com/reports?key=secret""#), "messages[0].notifyUrl: is no absolute http or https URL. Give it like https://example.com/reports. [invalid_url]"),
        ("FIELD_LONG", message_with(r#"{"api_version":2}"#, &format!(r#""entityId":"{}""#, "e".repeat(51))), "messages[0].entityId: has 51 characters; at most 50 fit. Shorten it. [too_long]"),
        ("PLAN_BULK_ID", account("{}").unwrap().text_planner(Some(support::tree(&json!({ "bulkId": "b" }))), OnInvalid::Raise, None).unwrap_err().violations, "bulkId: cannot be given for a plan, which makes several requests. [incompatible_fields]"),
        ("HEX_CHARACTERS", binary(r#""hex":"41 20 …6""#), "messages[0].binary.hex: holds '…' (U+2026) at byte 6, where a hexadecimal digit is expected. Give two for each octet, with or without single spaces between groups. [hex_characters]"),
        ("HEX_ODD", binary(r#""hex":"41 2""#), "messages[0].binary.hex: has a single hexadecimal digit at byte 3; each octet takes two. [hex_odd]"),
        ("BINARY_LONG", binary(&format!(r#""hex":"{}","dataCoding":4"#, "41".repeat(141))), "messages[0].binary.hex: has 141 octets, and one SMS carries 140: what begins at byte 280 is too much. Send it as several messages with a concatenation header. [too_long]"),
        ("OCTET", binary(r#""hex":"41","esmClass":256"#), "messages[0].binary.esmClass: 256 is not from 0 to 255. [out_of_range]"),
        ("INVALID_UDH", binary(r#""hex":"05 00 03 cc 02 03","esmClass":64"#), "messages[0].binary.hex: begins, as esmClass says, with a user data header, which is malformed at byte 15: there is no part 3 of 2. [invalid_udh]"),
        ("BINARY_TRACKING", binary_with(r#"{"api_version":2}"#, r#"{"messages":[{"to":"41793026727","binary":{"hex":"41"}}],"tracking":{"track":"SMS"}}"#), "tracking: is documented for binary messages of version 1 only; this gateway uses version 2, and its operator may ignore or refuse it. [unconfirmed_field]"),
        ("COUNT", items_with("{}", r#""count":3,"smslist":[{"mobile":"254712345678","message":"Hi"}]"#), "count: is 3, and the length of the list is 1. Give the length; a request may leave it out. [count_mismatch]"),
        ("PLAN_COUNT", partner("{}").unwrap().bulk_planner(Some(support::tree(&json!({ "count": 3 }))), OnInvalid::Raise, None).unwrap_err().violations, "count: cannot be given for a plan, which makes several requests and counts their items. [incompatible_fields]"),
        ("NOT_THE_GATEWAYS", item(r#""apikey":"another""#), "smslist[0].apikey: is not the gateway's API key. Leave it out: the gateway writes its own into every item. [credential_mismatch]"),
        ("NOT_THE_FIRSTS", check_bulk(r#"{"count":2,"smslist":[{"partnerID":"1","apikey":"a","mobile":"254712345678","message":"Hi","shortcode":"S"},{"partnerID":"1","apikey":"b","mobile":"254733123456","message":"Hi","shortcode":"S"}]}"#), "smslist[1].apikey: is not the first item's API key; the gateway would use the first item's for all. [credential_mismatch]"),
        ("TOO_MANY_ITEMS", items_with("{}", &format!(r#""smslist":[{long_list}]"#)), "smslist: holds 1001 items, over `limits.messages_per_call` = 1000. Use `plan`, which cuts a long list into calls. [too_many_messages]"),
        ("CLIENT_ID_TWICE", items_with("{}", r#""messages":[{"to":"254712345678","text":"Hi","client_sms_id":7},{"to":"254733123456","text":"Hi","client_sms_id":7}]"#), "smslist[1].clientsmsid: \"7\" is used by an earlier item, so the reply may not tell the two apart. Give each its own. [duplicate_id]"),
        ("BM5", item(r#""pass_type":"bm5""#), "smslist[0].pass_type: is bm5: the text is sent as given and must be base64 already. No program that does so was found. [pass_type_bm5]"),
        ("TIME_TO_SEND", item(r#""timeToSend":"2026-12-01 18:00""#), "smslist[0].timeToSend: is documented for single messages only, and whether it works in a list is not confirmed. [unconfirmed_field]"),
        ("TIME_FORM", partner(r#"{"limits":{"violations":9}}"#).unwrap().send_bulk(&SendBulk::new([BulkMessage::new("254712345678", "Hi").send_at("1 December")])).unwrap_err().errors().cloned().collect(), "smslist[0].timeToSend: \"1 December\" is no time: it is of no known form. Give it like 2026-12-01 18:00, as Unix seconds, or with its offset from UTC. [invalid_time]"),
        ("TIME_WITHOUT_OFFSET", partner(r#"{"limits":{"violations":9}}"#).unwrap().send_bulk(&SendBulk::new([BulkMessage::new("254712345678", "Hi").send_at("2026-12-01T18:00:00")])).unwrap_err().errors().cloned().collect(), "smslist[0].timeToSend: \"2026-12-01T18:00:00\" does not say its offset from UTC. Add one, such as +03:00, or give the operator's local form, 2026-12-01 18:00. [naive_datetime]"),
        ("SENDER_CONTROL", partner(r#"{"sender":"SEN\u0007DER"}"#).unwrap_err(), "gateway.sender: holds a control character. Look at how it was pasted. [control_character]"),
    ];
    table.extend(smslist_words::table());
    table.extend(of_infobip::table());
    table.extend(blackkonnect::table());
    table.extend(infobip_lists::table());
    table
}

/// Whether a message is that rule's sentence with its placeholders filled.
fn is_said_by(rule: &Rule, message: &str) -> bool {
    let mut rest = message;
    let mut pieces = Vec::new();
    let mut sentence = rule.sentence;
    while let Some((before, after)) = sentence.split_once('{') {
        pieces.push(before);
        sentence = after.split_once('}').unwrap().1;
    }
    if pieces.is_empty() {
        return message == sentence;
    }
    for (index, piece) in pieces.iter().enumerate() {
        match rest.find(piece) {
            Some(0) => rest = &rest[piece.len()..],
            Some(at) if index > 0 => rest = &rest[at + piece.len()..],
            _ => return false,
        }
    }
    rest.ends_with(sentence)
}

fn is_of(rule: &Rule, violation: &Violation) -> bool {
    rule.code == violation.code()
        && rule.grade == violation.grade()
        && rule.source == violation.source()
        && is_said_by(rule, violation.message())
}

fn all_rules() -> Vec<&'static Rule> {
    let of_dialects = smskernel::DIALECTS.iter().flat_map(|dialect| dialect.rules);
    smskernel::RULES.iter().chain(of_dialects).copied().collect()
}

#[test]
fn every_rule_speaks_in_these_words() {
    for (name, found, expected) in table() {
        let texts: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(texts, [expected], "{name}");
    }
}

#[test]
fn every_rule_is_in_the_table() {
    let table = table();
    let missing: Vec<&str> = all_rules()
        .into_iter()
        .filter(|rule| !table.iter().any(|(_, found, _)| is_of(rule, &found[0])))
        .map(|rule| rule.sentence)
        .collect();
    assert!(missing.is_empty(), "not in the table: {missing:#?}");
    for (name, found, _) in &table {
        let of: Vec<_> = all_rules().into_iter().filter(|rule| is_of(rule, &found[0])).collect();
        assert_eq!(of.len(), 1, "{name} is one rule: {of:#?}");
        assert!(of.iter().all(|rule| rule.level == found[0].level()), "{name} has its rule's level");
    }
}

#[test]
fn every_sentence_is_one_in_form_and_says_where_it_comes_from() {
    for rule in all_rules() {
        assert!(!rule.source.is_empty() && !rule.source.ends_with('.'), "{:?}", rule.source);
        let last = rule.sentence.trim_end_matches("{0}").trim_end_matches("{1}");
        assert!(last.ends_with('.'), "{:?}", rule.sentence);
        assert!(!rule.sentence.contains("  "), "{:?}", rule.sentence);
    }
}

#[test]
fn the_text_of_an_invalid_request_names_ten_errors() {
    let one = account("{}").unwrap().send_text_json(br#"{"messages":[]}"#, None).unwrap_err();
    assert_eq!(one.to_string(), "nothing was built, for one reason:\n  messages: must not be empty. [empty]");
    assert_eq!(format!("{one:?}"), format!("InvalidRequest: {one}"));
    let many = SendText::new((0..12).map(|_| TextMessage::new("Hi").to("")));
    let many = account("{}").unwrap().send_text(&many).unwrap_err().to_string();
    assert!(many.starts_with(
        "nothing was built, for 12 reasons:\n  messages[0].destinations[0].to: must not be empty. [empty]\n"
    ));
    assert!(
        many.ends_with(
            "\n  messages[9].destinations[0].to: must not be empty. [empty]\n  … and 2 more in `violations`"
        )
    );
}

/// What a reply to two texts, or to a list of two, becomes in words.
fn said(status: i64, headers: &[(&str, &str)], body: &str) -> String {
    reader()
        .parse_parts(status, &ReplyHeaders::from_pairs(headers.iter().copied()), body.as_bytes())
        .unwrap_err()
        .to_string()
}

#[test]
fn errors_of_replies_in_words() {
    let exception =
        |id: &str| format!(r#"{{"requestError":{{"serviceException":{{"messageId":"{id}","text":"Some text"}}}}}}"#);
    let errors = r#"{"requestError":{"serviceException":{"messageId":"BAD_REQUEST","text":"Bad Request","validationErrors":{"messages[0].text":["too long","not good"],"messages[0].from":["bad"],"bulkId":["used"]}}}}"#;
    #[rustfmt::skip]
    let table = [
        (said(400, &[], &exception("BAD_REQUEST")), "the gateway refused the request with HTTP 400, BAD_REQUEST: Some text; mend the cause before sending again [refused]"),
        (said(400, &[], errors), "the gateway refused the request with HTTP 400, BAD_REQUEST: Bad Request; messages[0].text: too long; messages[0].text: not good; messages[0].from: bad; … and 1 more in `errors`; mend the cause before sending again [refused]"),
        (said(401, &[], ""), "the gateway refused the request with HTTP 401 and a body of 0 bytes that says no more; mend the cause before sending again [refused]"),
        (said(403, &[], "<html>"), "the gateway refused the request with HTTP 403 and a body of 6 bytes that says no more; mend the cause before sending again [refused]"),
        (said(429, &[("Retry-After", "7")], &exception("TOO_MANY_REQUESTS")), "the gateway refused the request with HTTP 429, TOO_MANY_REQUESTS: Some text; sending again is safe after 7 s [refused]"),
        (said(429, &[("Retry-After", "Sat, 21 Nov 2026 08:00:00 GMT")], ""), "the gateway refused the request with HTTP 429 and a body of 0 bytes that says no more; sending again is safe after 2026-11-21T08:00:00Z [refused]"),
        (said(429, &[], ""), "the gateway refused the request with HTTP 429 and a body of 0 bytes that says no more; sending again is safe after a while [refused]"),
        (said(500, &[], &exception("GENERAL_ERROR")), "the gateway refused the request with HTTP 500, GENERAL_ERROR: Some text; the messages may be on their way: ask with their ids before sending again [refused]"),
        (said(302, &[("Location", "https://user:pw@example.com/login?key=secret")], ""), "the reply with HTTP 302 and 0 bytes is no answer: it is a redirect, which was not followed (to https://example.com/login); the messages may be on their way: ask with their ids before sending again [redirected]"),
        (said(0, &[], ""), "the reply with HTTP 0 and 0 bytes is no answer: browsers show status 0 for a redirect that is not followed, and for a reply that they keep from the page; the messages may be on their way: ask with their ids before sending again [bad_status]"),
        (said(101, &[], ""), "the reply with HTTP 101 and 0 bytes is no answer: its status does not end an exchange; the messages may be on their way: ask with their ids before sending again [bad_status]"),
        (said(200, &[], " \n"), "the reply with HTTP 200 and 2 bytes is no answer: it has no body; the messages may be on their way: ask with their ids before sending again [empty_body]"),
        (said(200, &[], "<html>"), "the reply with HTTP 200 and 6 bytes is no answer: its body is not JSON: expected a value at byte 0; the messages may be on their way: ask with their ids before sending again [not_json]"),
        (said(200, &[], r#"{"messages":[{"to":"41"#), "the reply with HTTP 200 and 22 bytes is no answer: its JSON ends early at byte 22; the messages may be on their way: ask with their ids before sending again [not_json]"),
        (said(200, &[], r#"{"messages":5}"#), "the reply with HTTP 200 and 14 bytes is no answer: expected a list at messages; the messages may be on their way: ask with their ids before sending again [unexpected_json]"),
        (said(200, &[], "[]"), "the reply with HTTP 200 and 2 bytes is no answer: its JSON is no object; the messages may be on their way: ask with their ids before sending again [unexpected_json]"),
        (said(200, &[], "{}"), "the reply with HTTP 200 and 2 bytes is no answer: expected a list of entries or an error at messages; the messages may be on their way: ask with their ids before sending again [unexpected_json]"),
        (said(200, &[], r#"{"messages":[{"to":"1234567"}]}"#), "the reply with HTTP 200 and 31 bytes is no answer: none of its entries is about a message of this call; the messages may be on their way: ask with their ids before sending again [no_known_message]"),
    ];
    for (found, expected) in table {
        assert_eq!(found, expected);
    }
    let small = account(r#"{"limits":{"reply_bytes":5}}"#).unwrap();
    let small = small.send_text(&SendText::new([TextMessage::new("Hi").to("41793026727")])).unwrap();
    assert_eq!(
        small.parse(200, &ReplyHeaders::default(), b"{\"messages\":[]}").unwrap_err().to_string(),
        "the reply with HTTP 200 and 15 bytes is no answer: its 15 bytes are over `limits.reply_bytes` = 5; the messages may be on their way: ask with their ids before sending again [reply_too_large]"
    );
}

#[test]
fn every_reply_code_is_in_the_table_above() {
    let source = include_str!("main.rs");
    for code in smskernel::ReplyCode::ALL {
        assert!(source.contains(&format!("[{code}]\"")), "{code}");
    }
}

#[test]
fn outcomes_in_words() {
    let body = r#"{"messages":[
        {"to":"41793026727","status":{"groupId":1,"id":7,"name":"PENDING_ENROUTE","description":"Message sent to next instance"}},
        {"to":"41793026834","status":{"groupId":5,"id":52,"name":"REJECTED_DESTINATION"}}]}"#;
    let answer = reader().parse_parts(200, &ReplyHeaders::default(), body.as_bytes()).unwrap();
    let words: Vec<String> = answer.messages.iter().map(|message| message.outcome.to_string()).collect();
    assert_eq!(
        words,
        [
            "pending (PENDING_ENROUTE: Message sent to next instance), resend never",
            "rejected (REJECTED_DESTINATION), resend after_fix"
        ]
    );
    assert_eq!(
        format!("{:?}", answer.messages[0]),
        "4179.....727 without id: pending (PENDING_ENROUTE: Message sent to next instance), resend never"
    );
    assert_eq!(reader().no_reply().messages[0].outcome.to_string(), "unknown, resend uncertain");

    let list = partner("{}").unwrap().send_bulk(&SendBulk::new([BulkMessage::new("254712345678", "Hi")])).unwrap();
    let later =
        br#"{"responses":[{"mobile":"254712345678","response-code":4090,"response-description":"Internal Error"}]}"#;
    let answer = list.parse(200, &ReplyHeaders::default(), later).unwrap();
    assert_eq!(answer.messages[0].outcome.to_string(), "rejected (4090: Internal Error), resend safe_after 300 s");

    let refused = |status, headers: &[(&str, &str)], body: &[u8]| {
        let headers = ReplyHeaders::from_pairs(headers.iter().copied());
        reader().parse_parts(status, &headers, body).unwrap_err().outcome().to_string()
    };
    let error = br#"{"errorCode":"E429","description":"Too many requests sent."}"#;
    assert_eq!(
        refused(429, &[("retry-after", "Sat, 21 Nov 2026 08:00:00 GMT")], error),
        "rejected (E429: Too many requests sent.), resend safe_after 2026-11-21T08:00:00Z"
    );
    assert_eq!(refused(401, &[], b""), "rejected, resend after_fix");
    assert_eq!(refused(500, &[], error), "unknown (E429: Too many requests sent.), resend uncertain");
    assert_eq!(refused(500, &[], b""), "unknown, resend uncertain");
}
