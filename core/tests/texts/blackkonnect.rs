//! The words of Blackkonnect's rules.

use serde_json::{Value as Json, json};
use smskernel::blackkonnect::{Gateway, SmsMessage, check_bulk};
use smskernel::{Call, CheckOptions, InvalidRequest, OnInvalid, Violation};

use crate::{now, over, support};

/// A gateway with those options laid over plain ones.
fn account(options: &str) -> Result<Gateway, Vec<Violation>> {
    let mut all = json!({ "base_url": "https://example.com", "token": "token" });
    over(&mut all, options);
    Gateway::from_value(support::tree(&all)).map_err(|error| error.violations)
}

fn gateway() -> Gateway {
    account("{}").unwrap()
}

/// All that is found, be it refused or built.
fn found<A>(built: Result<Call<A>, InvalidRequest>) -> Vec<Violation> {
    match built {
        Ok(call) => call.warnings().to_vec(),
        Err(error) => error.violations,
    }
}

/// A simple message of those members, to which a number and a text are added.
fn message(members: &str) -> Vec<Violation> {
    let request = format!(r#"{{"destination":"254712345678","text":"Hi",{members}}}"#);
    found(gateway().send_message_json(request.as_bytes(), Some(now())))
}

fn to(number: &str) -> Vec<Violation> {
    found(gateway().send_message_json(format!(r#"{{"destination":"{number}","text":"Hi"}}"#).as_bytes(), None))
}

/// A bulk of one message of those members, to which a number and a text are added.
fn bulk(members: &str) -> Vec<Violation> {
    let request = format!(r#"{{"messages":[{{"destinations":["254712345678"],"text":"Hi",{members}}}]}}"#);
    found(gateway().send_bulk_json(request.as_bytes(), Some(now())))
}

fn window(members: &str) -> Vec<Violation> {
    bulk(&format!(r#""deliveryTimeWindow":{{{members}}}"#))
}

fn question(id: &str) -> Vec<Violation> {
    found(gateway().get_bulk_status_json(format!(r#"{{"bulkCorrelationId":"{id}"}}"#).as_bytes(), None))
}

/// The rules in the order of their list, behind three shared ones that only this dialect uses.
#[rustfmt::skip]
pub fn table() -> Vec<(&'static str, Vec<Violation>, &'static str)> {
    let envelope: Json = json!({ "bulkId": "b" });
    vec![
        ("PATH_EMPTY", question(""), "bulkCorrelationId: must not be empty: it stands in the path of the request. [empty]"),
        ("PATH_DOTS", question(".."), "bulkCorrelationId: \"..\" cannot stand in a URL: clients take it for a step in the path. Give the gateway's own id. [invalid_path]"),
        ("PATH_TEMPLATE", account(r#"{"message_status_path":"/status"}"#).unwrap_err(), "gateway.message_status_path: is not a usable path: it holds {messageId} 0 times, not once. Give it like /api/sms/messages/status/{messageId}/v1. [invalid_path]"),
        ("PATH_TEMPLATE", account(r#"{"message_status_path":"status/{messageId}"}"#).unwrap_err(), "gateway.message_status_path: is not a usable path: it does not begin with a slash. Give it like /api/sms/messages/status/{messageId}/v1. [invalid_path]"),
        ("PATH_TEMPLATE", account(r#"{"message_status_path":"/a b/{messageId}"}"#).unwrap_err(), "gateway.message_status_path: is not a usable path: the character at byte 2 cannot stand in a URL. Give it like /api/sms/messages/status/{messageId}/v1. [invalid_path]"),
        ("URL_LONG", question(&"i".repeat(8_000)), "the URL has 8052 bytes, and no more than 8000 surely pass. Shorten what stands in it. [too_long]"),
        ("MISSING_TOKEN", found(Gateway::new("https://example.com").unwrap().send_bulk_json(br#"{"messages":[{"destinations":["254712345678"],"text":"Hi"}]}"#, None)), "gateway.token: is needed for this call. Get one with `get_token`, and give it to `with_token`. [missing_token]"),
        ("TEXT_EMPTY", found(gateway().send_message_json(br#"{"destination":"254712345678"}"#, None)), "text: is empty or was not given; no document says what the gateway then sends. [empty]"),
        ("TEXT_EMPTY", found(gateway().plan_bulk([SmsMessage::new("").to("254712345678")], OnInvalid::SetAside).unwrap().next().unwrap()), "messages[0].text: is empty or was not given; no document says what the gateway then sends. [empty]"),
        ("VALUE_EMPTY", message(r#""requestId":"""#), "requestId: is empty. Leave an unset field out. [empty]"),
        ("NUMBER_LENGTH", to("254712"), "destination: .....12 has 6 digits; phone numbers have 7 to 15. It is sent all the same. [number_length]"),
        ("LOCAL_NUMBER", to("0712345678"), "destination: 0712.....678 begins with 0, as domestic numbers do, and is sent so. Give it with its country code. [local_number]"),
        ("NUMBER_CHANGED", to("+254 712 345 678"), "destination: 2547.....678 is sent as 2547.....678. To send it as it is given, set `numbers` to exact. [number_changed]"),
        ("NUMBER_UNUSUAL", check_bulk(br#"{"messages":[{"destinations":[{"destination":"+254712345678"}],"text":"Hi"}]}"#, &CheckOptions::new()).unwrap(), "messages[0].destinations[0].destination: 2547.....678 is not digits alone, which would be 2547.....678. [number_changed]"),
        ("MESSAGE_ID_TWICE", found(gateway().send_bulk_json(br#"{"messages":[{"destinations":[{"destination":"254712345678","messageId":"A"},{"destination":"254733123456","messageId":"A"}],"text":"Hi"}]}"#, None)), "messages[0].destinations[1].messageId: \"A\" is used by an earlier message, so the reply may not tell the two apart. Give each its own. [duplicate_id]"),
        ("BELOW_ZERO", bulk(r#""validityPeriodMinutes":-1"#), "messages[0].validityPeriodMinutes: -1 is below zero, and no document says what that means. [out_of_range]"),
        ("CLOCK", window(r#""from":{"hour":24,"minute":0},"to":{"hour":0,"minute":0}"#), "messages[0].deliveryTimeWindow.from.hour: 24 is not from 0 to 23. [out_of_range]"),
        ("TIME_OF_DAY", window(r#""from":"06:30Z","to":"07:30""#), "messages[0].deliveryTimeWindow.from: \"06:30Z\" is no time of day in whole minutes without time zone. Give it like 06:30, on the gateway's clock. [invalid_time]"),
        ("DAY_UNKNOWN", window(r#""days":["MONTAG"]"#), "messages[0].deliveryTimeWindow.days[0]: \"MONTAG\" is not one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY. Did you mean MONDAY? [unknown_value]"),
        ("DAY_TWICE", window(r#""days":["MONDAY","MONDAY"]"#), "messages[0].deliveryTimeWindow.days[1]: \"MONDAY\" is in the list already. [duplicate_day]"),
        ("WINDOW_INCOMPLETE", window(r#""days":["MONDAY"],"from":{"hour":6,"minute":0}"#), "messages[0].deliveryTimeWindow: has only one of `from` and `to`, and no document says what that means. [window_incomplete]"),
        ("INVALID_TIME", bulk(r#""sendAt":"2026-02-30T08:00:00Z""#), "messages[0].sendAt: \"2026-02-30T08:00:00Z\" is not a point in time: there is no such date. Give it like 2026-12-01T08:00:00.000Z. [invalid_time]"),
        ("NAIVE_DATETIME", bulk(r#""sendAt":"2026-12-01T08:00:00""#), "messages[0].sendAt: \"2026-12-01T08:00:00\" does not say its offset from UTC, so the moment is not known. Add one, such as Z or +03:00. [naive_datetime]"),
        ("CLOCK_INCOMPLETE", window(r#""from":{"hour":6},"to":{"hour":7,"minute":0}"#), "messages[0].deliveryTimeWindow.from: has no `minute`, and no document says what that means. [window_incomplete]"),
        ("SEND_AT_PAST", bulk(r#""sendAt":"2019-08-24T14:15:22Z""#), "messages[0].sendAt: \"2019-08-24T14:15:22Z\" has passed: it is 2026-11-21T08:00:00.000Z now. [time_in_past]"),
        ("GRANT_TYPE", found(gateway().get_token_json(br#"{"client_id":"user@example.com","client_secret":"s","grant_type":"password"}"#, None)), "grant_type: \"password\" is not one of client_credentials. [unknown_value]"),
        ("PLAN_ID", gateway().bulk_planner(Some(support::tree(&envelope)), OnInvalid::Raise, None).map(|mut planner| {
            planner.push(SmsMessage::new("Hi").to("254712345678"));
            planner.finish().unwrap();
            found(planner.next_call().unwrap())
        }).unwrap(), "bulkId: goes into every call of the plan, which makes several requests. [incompatible_fields]"),
        ("STATUS_PATH", found(gateway().get_message_status_json(br#"{"messageId":"A"}"#, None)), "the path of this request is a guess: no document gives it. Set `message_status_path` to the one that your operator names. [unconfirmed_path]"),
    ]
}

#[test]
fn a_path_that_was_set_needs_no_warning() {
    let account = account(r#"{"message_status_path":"/status/{messageId}?kind=sms"}"#).unwrap();
    let call = account.get_message_status_json(br#"{"messageId":"a/b"}"#, None).unwrap();
    assert_eq!((call.url(), call.warnings().len()), ("https://example.com/status/a%2Fb?kind=sms", 0));
}
