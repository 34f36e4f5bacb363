//! Blackkonnect's requests: what is built is read back, through whichever door it came, by readers that share nothing with the
//! writers; and what is planted in a good request is told at its place.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};
use smskernel::blackkonnect::{BulkSmsMessageRequest, GetBulkStatus, GetMessageStatus, SmsMessage, TokenRequest};
use smskernel::{CheckOptions, Code, InvalidRequest, Level, Timestamp, Violation};

use crate::client;
use crate::doors::{Doors, SendBinary, SendBulk, SendMessage};
use crate::models::{harmed, harms};
use crate::more_models::{bulk, send_binary, simple};
use crate::requests::{agrees, codes, errors, in_order, levels_alone_are_moved, plain, violations};
use crate::support::form::{pairs, percent_decoded};
use crate::support::{blackkonnect as typed, tree};

/// What was given goes out as it was given, through every door, and is a good finished payload.
fn is_read_back<D: Doors>(options: &Json, check: &CheckOptions, request: &Json) -> Result<(), TestCaseError> {
    let built = D::text(options, request.to_string().as_bytes());
    let (body, warnings) = built.map_err(|found| TestCaseError::fail(format!("{found:?}")))?;
    prop_assert_eq!(&serde_json::from_slice::<Json>(&body).unwrap(), request);
    prop_assert_eq!(D::typed(options, request), Some(Ok((body.clone(), warnings.clone()))));
    prop_assert_eq!(D::tree(options, request), Ok((body.clone(), warnings.clone())));
    prop_assert_eq!(D::check(check, &body), warnings.clone());
    prop_assert_eq!(D::text(options, &body), Ok((body, warnings)));
    Ok(())
}

/// Whatever was done to a request, it is built or refused, and every door says the same.
fn doors_agree<D: Doors>(request: &Json) -> Result<(), TestCaseError> {
    let by_text = D::text(&json!({}), request.to_string().as_bytes());
    prop_assert_eq!(&D::tree(&json!({}), request), &by_text);
    if let Some(by_type) = D::typed(&json!({}), request) {
        prop_assert_eq!(&by_type, &by_text);
    }
    agrees(&by_text)?;
    let options = CheckOptions::new();
    let checked = D::check(&options, request.to_string().as_bytes());
    prop_assert_eq!(&checked, &D::check_tree(&options, request));
    in_order(&checked)
}

/// Allowing and forbidding codes moves levels and nothing else.
fn levels_move<D: Doors>(request: &Json, allow: &[&str], forbid: &[&str]) -> Result<(), TestCaseError> {
    let text = request.to_string();
    let base = D::text(&json!({}), text.as_bytes());
    let moved = D::text(&json!({ "allow": allow, "forbid": forbid }), text.as_bytes());
    let (found, after) = (violations(&base), violations(&moved));
    prop_assert!(levels_alone_are_moved(found, after, allow, forbid), "{found:?}\n{after:?}");
    prop_assert_eq!(moved.is_err(), !errors(after).is_empty());
    if let (Ok((before, _)), Ok((after, _))) = (base, moved) {
        prop_assert_eq!(before, after);
    }
    Ok(())
}

/// A value to plant below a request or message, and what is told of it at which place.
type Fault = (&'static str, Json, &'static str, Code);

fn message_faults() -> Vec<Fault> {
    vec![
        ("destinations", json!([]), "destinations", Code::Empty),
        ("destinations", json!(null), "destinations", Code::Missing),
        ("destinations", json!([{ "messageId": "A" }]), "destinations[0].destination", Code::Missing),
        ("destinations", json!(["nobody"]), "destinations[0].destination", Code::NumberCharacters),
        ("destinations", json!(["+44 (0) 20 7946 0958"]), "destinations[0].destination", Code::NumberTrunkZero),
        ("destinations", json!([[]]), "destinations[0]", Code::WrongType),
        ("callbackData", json!(5), "callbackData", Code::WrongType),
        ("callbackData", json!("a\0"), "callbackData", Code::ControlCharacter),
        ("text", json!("a\u{fffd}"), "text", Code::ReplacementCharacter),
        ("text", json!(["a"]), "text", Code::WrongType),
        ("entityId", json!(true), "entityId", Code::WrongType),
        ("sendAt", json!("2019-08-24T14:15:22.123"), "sendAt", Code::NaiveDatetime),
        ("sendAt", json!("2019-02-30T14:15:22Z"), "sendAt", Code::InvalidTime),
        ("sendAt", json!("tomorrow"), "sendAt", Code::InvalidTime),
        ("sendAt", json!("9999-12-31T23:30:00-01:00"), "sendAt", Code::InvalidTime),
        ("sendAt", json!("0000-01-01T00:30:00+01:00"), "sendAt", Code::InvalidTime),
        ("validityPeriodMinutes", json!("5"), "validityPeriodMinutes", Code::WrongType),
        ("priority", json!(1.5), "priority", Code::WrongType),
        ("deliveryTimeWindow", json!([]), "deliveryTimeWindow", Code::WrongType),
        ("deliveryTimeWindow", json!({ "days": "MONDAY" }), "deliveryTimeWindow.days", Code::WrongType),
        (
            "deliveryTimeWindow",
            json!({ "from": { "hour": 24, "minute": 0 } }),
            "deliveryTimeWindow.from.hour",
            Code::OutOfRange,
        ),
        ("deliveryTimeWindow", json!({ "to": "25" }), "deliveryTimeWindow.to", Code::InvalidTime),
        ("textt", json!("a"), "textt", Code::UnknownKey),
        ("extra", json!({ "text": "a" }), "text", Code::KnownKey),
    ]
}

fn simple_faults() -> Vec<Fault> {
    vec![
        ("destination", json!(null), "destination", Code::Missing),
        ("destination", json!("nobody"), "destination", Code::NumberCharacters),
        ("destination", json!("+44 (0) 20 7946 0958"), "destination", Code::NumberTrunkZero),
        ("destination", json!(["41793026727"]), "destination", Code::WrongType),
        ("text", json!(5), "text", Code::WrongType),
        ("text", json!("\0"), "text", Code::ControlCharacter),
        ("sourceAddress", json!("a\u{fffd}"), "sourceAddress", Code::ReplacementCharacter),
        ("requestId", json!(-1), "requestId", Code::WrongType),
        ("referenceId2", json!("\0"), "referenceId2", Code::ControlCharacter),
        ("priority", json!("high"), "priority", Code::WrongType),
        ("messages", json!([]), "messages", Code::UnknownKey),
    ]
}

fn binary_faults() -> Vec<Fault> {
    vec![
        ("binary", json!(null), "binary", Code::Missing),
        ("binary", json!({}), "binary.hex", Code::Missing),
        ("binary", json!({ "hex": "" }), "binary.hex", Code::Empty),
        ("binary", json!({ "hex": "41 4" }), "binary.hex", Code::HexOdd),
        ("binary", json!({ "hex": "0x41" }), "binary.hex", Code::HexCharacters),
        ("binary", json!({ "hex": ["41"] }), "binary.hex", Code::WrongType),
        ("binary", json!({ "hex": "41".repeat(141), "dataCoding": 4 }), "binary.hex", Code::TooLong),
        ("binary", json!({ "hex": "41", "esmClass": 64 }), "binary.hex", Code::InvalidUdh),
        ("binary", json!({ "hex": "41", "esmClass": 256 }), "binary.esmClass", Code::OutOfRange),
        ("binary", json!({ "hex": "41", "dataCoding": -1 }), "binary.dataCoding", Code::OutOfRange),
        ("binary", json!({ "hex": "41", "dataCoding": "8" }), "binary.dataCoding", Code::WrongType),
        ("binary", json!("41"), "binary", Code::WrongType),
        ("text", json!("Hi"), "text", Code::UnknownKey),
        ("language", json!({}), "language", Code::UnknownKey),
        ("entityId", json!("x".repeat(67)), "entityId", Code::TooLong),
        ("applicationId", json!("x".repeat(67)), "applicationId", Code::TooLong),
        ("destinations", json!([]), "destinations", Code::Empty),
    ]
}

fn tells(found: &[Violation], code: Code, path: &str) -> bool {
    found.iter().any(|found| found.level() == Level::Error && found.code() == code && found.path() == path)
}

/// Plants a fault in a message of a request, and looks for it where it is.
fn is_told<D: Doors>(request: &Json, at: Index, fault: &Fault) -> Result<(), TestCaseError> {
    let (member, value, path, code) = fault;
    let index = at.index(request["messages"].as_array().unwrap().len());
    let mut request = request.clone();
    request["messages"][index][*member] = value.clone();
    let built = D::text(&json!({}), request.to_string().as_bytes());
    let Err(found) = built else { return Err(TestCaseError::fail(format!("{fault:?} was built"))) };
    let path = format!("messages[{index}].{path}");
    prop_assert!(tells(&found, *code, &path), "{path} {code} {found:?}");
    Ok(())
}

/// What stands in a field of a form.
fn scalar() -> impl Strategy<Value = Json> {
    prop_oneof![
        "[^\0\u{fffd}]{0,12}".prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<bool>().prop_map(Json::from),
    ]
}

fn shown(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Ids of all kinds of characters but those that cannot stand in one.
fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        "[^\0\u{fffd}]{1,12}",
        "[./%?#&+= a-z]{1,8}",
        select(vec!["%2e%2e", "..a", "a..", "...", "a/../b", "http://x", "\u{1}", "\r\n", "é😀", "+", "%"])
            .prop_map(str::to_owned),
    ]
    .prop_filter("two parts are steps in a path", |id| !["", ".", ".."].contains(&id.as_str()))
}

/// The part of a URL's path between two texts, and its query.
fn taken_apart(url: &str, before: &str, behind: &str) -> (String, Vec<(String, String)>) {
    assert!(url.is_ascii() && !url.contains(char::is_whitespace), "{url}");
    let uri: http::Uri = url.parse().unwrap();
    assert_eq!(uri.to_string(), url, "clients send it as it is");
    let part = uri.path().strip_prefix(before).unwrap().strip_suffix(behind).unwrap();
    assert!(!part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
    let id = String::from_utf8(percent_decoded(part).unwrap()).unwrap();
    (id, pairs(uri.query().unwrap_or_default()).unwrap())
}

fn violations_of<A>(result: Result<smskernel::Call<A>, InvalidRequest>) -> Vec<Violation> {
    result.map(drop).unwrap_err().violations
}

proptest! {
    #[test]
    fn requests_are_read_back_as_they_were_given(simple in simple(), bulk in bulk(), binary in send_binary(), version in 1..=2_u8) {
        let options = CheckOptions::new();
        is_read_back::<SendMessage>(&json!({}), &options, &simple)?;
        is_read_back::<SendBulk>(&json!({}), &options, &bulk)?;
        is_read_back::<SendBinary>(&json!({ "api_version": version }), &options.api_version(version), &binary)?;
    }

    #[test]
    fn harmed_requests_are_built_or_refused_and_all_doors_agree(
        simple in simple(), bulk in bulk(), binary in send_binary(), harms in harms(6),
    ) {
        doors_agree::<SendMessage>(&harmed(simple, &harms))?;
        doors_agree::<SendBulk>(&harmed(bulk, &harms))?;
        doors_agree::<SendBinary>(&harmed(binary, &harms))?;
    }

    #[test]
    fn levels_move_and_nothing_else(
        simple in simple(), bulk in bulk(), binary in send_binary(), harms in harms(4), allow in codes(), forbid in codes(),
    ) {
        levels_move::<SendMessage>(&harmed(simple, &harms), &allow, &forbid)?;
        levels_move::<SendBulk>(&harmed(bulk, &harms), &allow, &forbid)?;
        levels_move::<SendBinary>(&harmed(binary, &harms), &allow, &forbid)?;
    }

    #[test]
    fn planted_faults_are_told_at_their_place(
        simple in simple(), bulk in bulk(), binary in send_binary(), at in any::<Index>(),
        of_simple in select(simple_faults()), of_bulk in select(message_faults()), of_binary in select(binary_faults()),
    ) {
        is_told::<SendBulk>(&bulk, at, &of_bulk)?;
        is_told::<SendBinary>(&binary, at, &of_binary)?;
        let (member, value, path, code) = of_simple;
        let mut request = simple;
        request[member] = value;
        let found = SendMessage::text(&json!({}), request.to_string().as_bytes()).unwrap_err();
        prop_assert!(tells(&found, code, path), "{path} {code} {found:?}");
    }

    #[test]
    fn moments_go_out_in_utc(millis in -62_167_219_200_000..253_402_300_800_000_i64, offset in -1080..=1080_i16) {
        let given = Timestamp::from_unix_millis(millis).with_offset_minutes(offset);
        prop_assume!(given.has_four_digit_year());
        let message = SmsMessage::new("Hi").to("41793026727").send_at(given);
        let call = client(&json!({})).send_bulk(&BulkSmsMessageRequest::new([message])).unwrap();
        let body: Json = serde_json::from_slice(call.body()).unwrap();
        let sent = body["messages"][0]["sendAt"].as_str().unwrap();
        prop_assert!(sent.len() == 24 && sent.ends_with('Z'), "{sent}");
        prop_assert_eq!(sent.parse::<Timestamp>().unwrap().unix_millis(), millis);
    }

    #[test]
    fn a_form_decodes_to_what_was_given(
        scope in of("[^\0\u{fffd}]{1,12}"),
        user in "[^\\p{Cc}\u{fffd}]{1,20}",
        secret in "[^\\p{Cc}]{1,20}",
        grant in of("[^\0\u{fffd}]{1,12}"),
        extra in vec(("[^\0\u{fffd}]{0,8}", scalar()), 0..4),
    ) {
        let extra: serde_json::Map<String, Json> = extra.into_iter().collect();
        let documented = ["scope", "client_id", "client_secret", "grant_type"];
        prop_assume!(!extra.keys().any(|name| documented.contains(&name.as_str())));
        let mut request = json!({ "client_secret": &secret, "extra": &extra, "client_id": &user });
        let mut expected = Vec::new();
        if let Some(scope) = &scope {
            request["scope"] = json!(scope);
            expected.push(("scope".to_owned(), scope.clone()));
        }
        expected.extend([("client_id".to_owned(), user.clone()), ("client_secret".to_owned(), secret.clone())]);
        expected.push(("grant_type".to_owned(), grant.clone().unwrap_or("client_credentials".to_owned())));
        if let Some(grant) = &grant {
            request["grant_type"] = json!(grant);
        }
        expected.extend(extra.iter().map(|(name, value)| (name.clone(), shown(value))));
        let gateway = client(&json!({}));
        let call = gateway.get_token_json(request.to_string().as_bytes(), None).unwrap();
        let form = std::str::from_utf8(call.body()).unwrap();
        prop_assert!(form.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._*+%&=".contains(&byte)), "{form}");
        prop_assert_eq!(pairs(form).unwrap(), expected);
        let built = Ok((call.body().to_vec(), call.warnings().to_vec()));
        prop_assert_eq!(plain(gateway.get_token_value(tree(&request), None)), built.clone());
        prop_assert_eq!(plain(gateway.get_token(&typed::get_token(&request).unwrap())), built);
    }

    #[test]
    fn harmed_questions_agree_at_all_doors(harms in harms(4), id in id(), page in any::<i64>()) {
        let gateway = client(&json!({}));
        let request = harmed(json!({ "client_id": &id, "client_secret": "b", "scope": "c", "extra": { "x": 1 } }), &harms);
        let by_text = plain(gateway.get_token_json(request.to_string().as_bytes(), None));
        prop_assert_eq!(&plain(gateway.get_token_value(tree(&request), None)), &by_text);
        if let Ok(request) = typed::get_token(&request) {
            prop_assert_eq!(&plain(gateway.get_token(&request)), &by_text);
        }
        let url = |result: Result<smskernel::Call<_>, InvalidRequest>| match result {
            Ok(call) => Ok((call.url().to_owned(), call.reader().to_bytes(), call.warnings().to_vec())),
            Err(error) => Err(error.violations),
        };
        let request = harmed(json!({ "bulkCorrelationId": &id, "page": page, "sort": "a,asc", "seen": "x" }), &harms);
        let by_text = url(gateway.get_bulk_status_json(request.to_string().as_bytes(), None));
        prop_assert_eq!(&url(gateway.get_bulk_status_value(tree(&request), None)), &by_text);
        if let Ok(request) = typed::get_bulk_status(&request) {
            prop_assert_eq!(&url(gateway.get_bulk_status(&request)), &by_text);
        }
        let request = harmed(json!({ "messageId": id, "extra": { "x": true } }), &harms);
        let by_text = url(gateway.get_message_status_json(request.to_string().as_bytes(), None));
        prop_assert_eq!(&url(gateway.get_message_status_value(tree(&request), None)), &by_text);
        if let Ok(request) = typed::get_message_status(&request) {
            prop_assert_eq!(&url(gateway.get_message_status(&request)), &by_text);
        }
    }

    #[test]
    fn urls_decode_to_what_was_asked(
        id in id(),
        page in of(any::<i64>()),
        size in of(any::<i64>()),
        sort in of("[^\0\u{fffd}]{1,12}"),
        extra in vec(("[^\0\u{fffd}]{0,8}", scalar()), 0..3),
        seen in of("[0-9a-f]{16}"),
    ) {
        let gateway = client(&json!({}));
        let extra: serde_json::Map<String, Json> = extra.into_iter().collect();
        let documented = ["bulkCorrelationId", "page", "size", "sort", "seen", "messageId"];
        prop_assume!(!extra.keys().any(|name| documented.contains(&name.as_str())));
        let more: Vec<(String, String)> = extra.iter().map(|(name, value)| (name.clone(), shown(value))).collect();
        let mut request = GetBulkStatus::new(id.as_str());
        (request.page, request.size, request.sort, request.seen) = (page, size, sort.clone(), seen);
        request.extra = extra.iter().map(|(name, value)| (name.clone(), tree(value))).collect();
        let call = gateway.get_bulk_status(&request).unwrap();
        prop_assert!(call.body().is_empty() && call.method() == "GET" && call.reader().is_empty());
        let (part, query) = taken_apart(call.url(), "/api/sms/messages/status/bulk/", "/v1");
        prop_assert_eq!(&part, &id);
        let named = [("page", page.map(|page| page.to_string())), ("size", size.map(|size| size.to_string())), ("sort", sort)];
        let named = named.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        prop_assert_eq!(query, named.chain(more.clone()).collect::<Vec<_>>());
        let mut request = GetMessageStatus::new(id.as_str());
        request.extra = extra.iter().map(|(name, value)| (name.clone(), tree(value))).collect();
        for (path, before, behind) in [
            ("/api/sms/messages/status/{messageId}/v1", "/api/sms/messages/status/", "/v1"),
            ("/v2/status/{messageId}", "/v2/status/", ""),
        ] {
            let call = client(&json!({ "message_status_path": path })).get_message_status(&request).unwrap();
            prop_assert_eq!(taken_apart(call.url(), before, behind), (id.clone(), more.clone()));
            prop_assert!(call.warnings().is_empty() || call.warnings().iter().all(|found| found.code() == Code::Empty));
        }
        let call = client(&json!({ "message_status_path": "/status?id={messageId}" })).get_message_status(&request).unwrap();
        let query = pairs(call.url().split_once('?').unwrap().1).unwrap();
        prop_assert_eq!(query, [vec![("id".to_owned(), id)], more].concat());
    }

    #[test]
    fn without_a_token_only_a_token_is_asked_for(simple in simple(), bulk in bulk()) {
        let gateway = smskernel::blackkonnect::Gateway::new("https://example.com").unwrap();
        let is_missing = |found: Vec<Violation>| tells(&found, Code::MissingToken, "gateway.token");
        prop_assert!(is_missing(violations_of(gateway.send_message(&typed::send_message(&simple).unwrap()))));
        prop_assert!(is_missing(violations_of(gateway.send_bulk(&typed::send_bulk(&bulk).unwrap()))));
        prop_assert!(is_missing(violations_of(gateway.get_bulk_status(&GetBulkStatus::new("id")))));
        prop_assert!(is_missing(violations_of(gateway.get_message_status(&GetMessageStatus::new("id")))));
        prop_assert!(gateway.get_token(&TokenRequest::new("a", "b")).is_ok());
    }
}

#[test]
fn ids_that_are_no_part_of_a_path_are_refused() {
    for (id, code) in
        [("", Code::Empty), (".", Code::InvalidPath), ("..", Code::InvalidPath), ("a\0", Code::ControlCharacter)]
    {
        let gateway = client(&json!({}));
        let found = violations_of(gateway.get_bulk_status(&GetBulkStatus::new(id)));
        assert!(tells(&found, code, "bulkCorrelationId"), "{found:?}");
        let found = violations_of(gateway.get_message_status(&GetMessageStatus::new(id)));
        assert!(tells(&found, code, "messageId"), "{found:?}");
    }
}

#[test]
fn token_requests_tell_what_is_missing_and_what_no_form_holds() {
    let gateway = client(&json!({}));
    for (request, path, code) in [
        (json!({}), "client_id", Code::Missing),
        (json!({}), "client_secret", Code::Missing),
        (json!({ "client_id": "" }), "client_id", Code::Empty),
        (json!({ "client_id": "a", "client_secret": "b\n" }), "client_secret", Code::HeaderInjection),
        (json!({ "client_id": "a", "client_secret": ["b"] }), "client_secret", Code::WrongType),
        (json!({ "client_id": "a", "client_secret": "b", "scope": ["c"] }), "scope", Code::WrongType),
        (json!({ "client_id": "a", "client_secret": "b", "extra": { "x": ["c"] } }), "x", Code::WrongType),
        (json!({ "client_id": "a", "client_secret": "b", "extra": { "x": null } }), "x", Code::WrongType),
        (json!({ "client_id": "a", "client_secret": "b", "extra": { "scope": "c" } }), "scope", Code::KnownKey),
        (json!({ "client_id": "a", "client_secret": "b", "audience": "c" }), "audience", Code::UnknownKey),
    ] {
        let found = violations_of(gateway.get_token_json(request.to_string().as_bytes(), None));
        assert!(tells(&found, code, path), "{request} {found:?}");
    }
}

/// The URL of a question goes to the client whole, or the question is refused: one that the client's types cannot hold would
/// become another.
#[test]
fn no_url_is_cut() {
    let gateway = client(&json!({}));
    let before = gateway.get_bulk_status(&GetBulkStatus::new("x")).unwrap().url().len() - 1;
    for length in [1, 1_000, 8_000 - before, 8_001 - before, 70_000] {
        let fits = before + length <= 8_000;
        match gateway.get_bulk_status(&GetBulkStatus::new("x".repeat(length))) {
            Ok(call) => {
                assert!(fits, "{length}");
                let url = call.url().to_owned();
                assert_eq!(call.into_parts().0.uri().to_string(), url);
            }
            Err(error) => assert!(!fits && tells(&error.violations, Code::TooLong, ""), "{length} {error}"),
        }
    }
}
