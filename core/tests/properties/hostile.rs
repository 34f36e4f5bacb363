//! Any text and any tree, at every entry: an answer or violations, never a panic, and no time beyond the input's size.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;
use smskernel::infobip::{check_text, check_text_value};
use smskernel::smslist::{check_bulk, check_bulk_value};
use smskernel::{CheckOptions, InvalidRequest, Level, OnInvalid, Value, blackkonnect, infobip, smslist};

use crate::models::{send_bulk, send_text};
use crate::more_models::{bulk, send_binary, simple};
use crate::{account, client, partner};

fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => select(vec![
            "messages", "smslist", "destinations", "to", "text", "from", "sender", "extra", "deliveryTimeWindow", "days",
            "hour", "binary", "hex", "esmClass", "destination", "sendAt", "client_id", "client_secret", "scope", "page",
            "messageId", "bulkId", "status", "username", "password", "languageCode", "bulkCorrelationId", "seen", "token", "message_status_path", "mobile", "message", "count", "apikey", "base_url", "auth", "type", "key", "limits", "depth", "allow",
        ]).prop_map(str::to_owned),
        1 => ".{0,6}",
    ]
}

/// Any tree that a host language could make.
fn value() -> impl Strategy<Value = Value<'static>> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Integer),
        select(vec!["1e400", "-0", "123456789012345678901234567890", "0.1", "-1e-5"])
            .prop_map(|text| Value::Number(text.into())),
        ".{0,16}".prop_map(|text| Value::String(text.into())),
        vec(any::<u8>(), 0..8).prop_map(|bytes| Value::Bytes(bytes.into())),
        ".{0,8}".prop_map(|name| Value::Foreign(name.into())),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::List),
            vec((key().prop_map(Into::into), inner), 0..6).prop_map(Value::Object),
        ]
    })
}

/// A call is built, or an error says why not.
fn built_or_told<A>(result: Result<smskernel::Call<A>, InvalidRequest>) -> Result<(), TestCaseError> {
    if let Err(error) = result {
        prop_assert!(has_an_error(&error));
    }
    Ok(())
}

/// The doors of Infobip's simple sends, and of what asks and sets there.
fn simple_and_asking_take(account: &infobip::Gateway, value: &Value<'static>) -> Result<(), TestCaseError> {
    let options = CheckOptions::new();
    built_or_told(account.send_text_single_value(value.clone(), None))?;
    built_or_told(account.send_text_multi_value(value.clone(), None))?;
    built_or_told(account.send_binary_single_value(value.clone(), None))?;
    built_or_told(account.send_binary_multi_value(value.clone(), None))?;
    infobip::check_text_single_value(value.clone(), &options).unwrap();
    infobip::check_text_multi_value(value.clone(), &options).unwrap();
    infobip::check_binary_single_value(value.clone(), &options).unwrap();
    infobip::check_binary_multi_value(value.clone(), &options).unwrap();
    built_or_told(account.get_schedule_value(value.clone(), None))?;
    built_or_told(account.reschedule_value(value.clone(), None))?;
    built_or_told(account.get_bulk_status_value(value.clone(), None))?;
    built_or_told(account.set_bulk_status_value(value.clone(), None))?;
    built_or_told(account.preview_value(value.clone(), None))?;
    built_or_told(account.get_balance_value(value.clone(), None))?;
    built_or_told(account.create_session_value(value.clone(), None))?;
    built_or_told(account.end_session_value(value.clone(), None))?;
    built_or_told(account.get_oauth_token_value(value.clone(), None))?;
    built_or_told(account.confirm_conversion_value(value.clone(), None))
}

/// The doors of binary messages and of Blackkonnect.
fn binary_and_blackkonnect_take(value: &Value<'static>) -> Result<(), TestCaseError> {
    let options = CheckOptions::new();
    let (account, client) = (account(&json!({})), client(&json!({})));
    built_or_told(account.send_binary_value(value.clone(), None))?;
    built_or_told(client.get_token_value(value.clone(), None))?;
    built_or_told(client.send_message_value(value.clone(), None))?;
    built_or_told(client.send_bulk_value(value.clone(), None))?;
    built_or_told(client.get_bulk_status_value(value.clone(), None))?;
    built_or_told(client.get_message_status_value(value.clone(), None))?;
    infobip::check_binary_value(value.clone(), &options).unwrap();
    simple_and_asking_take(&account, value)?;
    blackkonnect::check_message_value(value.clone(), &options).unwrap();
    blackkonnect::check_bulk_value(value.clone(), &options).unwrap();
    if let Err(error) = blackkonnect::Gateway::from_value(value.clone()) {
        prop_assert!(has_an_error(&error));
        prop_assert!(error.violations.iter().all(|violation| violation.path().starts_with("gateway")));
    }
    for on_invalid in [OnInvalid::Raise, OnInvalid::SetAside] {
        let mut planner = account.binary_planner(None, on_invalid, None).unwrap();
        planner.push_value(value.clone());
        let _ = planner.finish();
        while let Some(call) = planner.next_call() {
            call.unwrap();
        }
        match client.bulk_planner(Some(value.clone()), on_invalid, None) {
            Ok(mut planner) => {
                planner.push_value(value.clone());
                let _ = planner.finish();
                while let Some(call) = planner.next_call() {
                    call.unwrap();
                }
            }
            Err(error) => prop_assert!(has_an_error(&error)),
        }
    }
    Ok(())
}

fn has_an_error(error: &InvalidRequest) -> bool {
    error.errors().next().is_some() && !error.to_string().is_empty() && !format!("{error:?}").is_empty()
}

fn every_entry_takes(value: &Value<'static>) -> Result<(), TestCaseError> {
    binary_and_blackkonnect_take(value)?;
    let options = CheckOptions::new();
    if let Err(error) = account(&json!({})).send_text_value(value.clone(), None) {
        prop_assert!(has_an_error(&error));
    }
    if let Err(error) = partner(&json!({})).send_bulk_value(value.clone(), None) {
        prop_assert!(has_an_error(&error));
    }
    check_text_value(value.clone(), &options).unwrap();
    check_bulk_value(value.clone(), &options).unwrap();
    if let Err(error) = infobip::Gateway::from_value(value.clone()) {
        prop_assert!(has_an_error(&error));
        prop_assert!(error.violations.iter().all(|violation| violation.path().starts_with("gateway")));
    }
    if let Err(error) = smslist::Gateway::from_value(value.clone()) {
        prop_assert!(has_an_error(&error));
    }
    if let Err(error) = CheckOptions::from_values(value.clone(), value.clone(), value.clone(), value.clone(), None) {
        prop_assert!(has_an_error(&error));
    }
    for on_invalid in [OnInvalid::Raise, OnInvalid::SetAside] {
        match account(&json!({})).text_planner(Some(value.clone()), on_invalid, None) {
            Ok(mut planner) => {
                planner.push_value(value.clone());
                let _ = planner.finish();
                while let Some(call) = planner.next_call() {
                    prop_assert!(call.unwrap().warnings().iter().all(|warning| warning.level() == Level::Warning));
                }
            }
            Err(error) => prop_assert!(has_an_error(&error)),
        }
        let mut planner = partner(&json!({})).bulk_planner(None, on_invalid, None).unwrap();
        planner.push_value(value.clone());
        let _ = planner.finish();
        while let Some(call) = planner.next_call() {
            call.unwrap();
        }
    }
    Ok(())
}

fn every_text_entry_takes(text: &[u8]) -> Result<(), TestCaseError> {
    if let Err(error) = account(&json!({})).send_text_json(text, None) {
        prop_assert!(has_an_error(&error));
    }
    if let Err(error) = partner(&json!({})).send_bulk_json(text, None) {
        prop_assert!(has_an_error(&error));
    }
    check_text(text, &CheckOptions::new()).unwrap();
    check_bulk(text, &CheckOptions::new()).unwrap();
    let (account, client, options) = (account(&json!({})), client(&json!({})), CheckOptions::new());
    built_or_told(account.send_binary_json(text, None))?;
    built_or_told(client.get_token_json(text, None))?;
    built_or_told(client.send_message_json(text, None))?;
    built_or_told(client.send_bulk_json(text, None))?;
    built_or_told(client.get_bulk_status_json(text, None))?;
    built_or_told(client.get_message_status_json(text, None))?;
    infobip::check_binary(text, &options).unwrap();
    blackkonnect::check_message(text, &options).unwrap();
    blackkonnect::check_bulk(text, &options).unwrap();
    Ok(())
}

proptest! {
    #[test]
    fn any_tree(value in value()) {
        every_entry_takes(&value)?;
        let list = |name: &'static str| Value::Object(vec![(name.into(), Value::List(vec![value.clone()]))]);
        every_entry_takes(&list("messages"))?;
        every_entry_takes(&list("smslist"))?;
    }

    #[test]
    fn any_text(text in ".{0,100}") {
        every_text_entry_takes(text.as_bytes())?;
    }

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..100)) {
        every_text_entry_takes(&bytes)?;
    }

    #[test]
    fn cut_texts(
        text in send_text(), list in send_bulk(), binary in send_binary(), simple in simple(), bulk in bulk(),
        cut in any::<prop::sample::Index>(),
    ) {
        for text in [text, list, binary, simple, bulk].map(|request| request.to_string()) {
            every_text_entry_takes(&text.as_bytes()[..cut.index(text.len())])?;
        }
    }
}

/// Input of some megabytes is done with in a moment. Were anything quadratic in it, this would take minutes.
#[test]
fn large_inputs_take_no_more_than_linear_time() {
    const MANY: usize = 40_000;
    let join = |each: &dyn Fn(usize) -> String| (0..MANY).map(each).collect::<Vec<_>>().join(",");
    let keys = join(&|n| format!("\"k{n}\":{n}"));
    let broken = join(&|n| format!("{{\"to\":\"4179{n:07}\",\"text\":5}}"));
    let numbers = join(&|n| format!("\"+4179{n:07}\""));
    let ids = join(&|n| format!("{{\"to\":\"4179{n:07}\",\"messageId\":\"{n}\"}}"));
    let items = join(&|n| format!("{{\"mobile\":\"25471{n:07}\",\"message\":\"Hi\",\"clientsmsid\":\"{n}\"}}"));
    let destinations = join(&|n| format!("{{\"destination\":\"4179{n:07}\",\"messageId\":\"{n}\"}}"));
    let days = join(&|_| "\"MONDAY\"".to_owned());
    for text in [
        format!("{{{keys}}}"),
        format!("{{\"messages\":[{{\"to\":\"41793026727\",\"text\":\"Hi\",{keys}}}]}}"),
        format!("{{\"messages\":[{{\"to\":\"41793026727\",\"text\":\"Hi\",\"extra\":{{{keys}}}}}]}}"),
        format!("{{\"messages\":[{broken}]}}"),
        format!("{{\"messages\":[{{\"to\":[{numbers}],\"text\":\"Hi\"}}]}}"),
        format!("{{\"messages\":[{{\"to\":[{ids}],\"text\":\"Hi\"}}]}}"),
        format!(
            "{{\"messages\":[{{\"to\":\"41793026727\",\"text\":\"Hi\",\"deliveryTimeWindow\":{{\"days\":[{days}]}}}}]}}"
        ),
        format!("{{\"smslist\":[{items}]}}"),
        format!("{{\"messages\":[{{\"destinations\":[{numbers}],\"text\":\"Hi\"}}]}}"),
        format!("{{\"messages\":[{{\"destinations\":[{destinations}],\"text\":\"Hi\"}}]}}"),
        format!("{{\"messages\":[{{\"to\":\"41793026727\",\"binary\":{{\"hex\":\"{}\"}}}}]}}", "41 ".repeat(MANY)),
        format!(
            "{{\"messages\":[{{\"to\":\"41793026727\",\"binary\":{{\"esmClass\":64,\"hex\":\"ff{}\"}}}}]}}",
            "00".repeat(MANY)
        ),
        format!("{{\"client_id\":\"a\",\"client_secret\":\"b\",\"extra\":{{{keys}}}}}"),
        format!("{{\"bulkCorrelationId\":\"a\",\"extra\":{{{keys}}}}}"),
        format!("{{\"text\":\"{}\"}}", "\\ud800".repeat(MANY)),
        "[".repeat(MANY),
    ] {
        every_text_entry_takes(text.as_bytes()).unwrap();
        let lax = account(&json!({ "allow": ["unknown_key"] }));
        let _ = lax.send_text_json(text.as_bytes(), None);
    }
    let mut planner = account(&json!({})).text_planner(None, OnInvalid::SetAside, None).unwrap();
    planner.push_value(Value::Object(vec![
        ("to".into(), Value::List((0..MANY).map(|n| Value::String(format!("4179{n:07}").into())).collect())),
        ("text".into(), Value::String("Hi".into())),
    ]));
    planner.finish().unwrap();
    let calls = std::iter::from_fn(|| planner.next_call()).map(Result::unwrap).count();
    assert_eq!(calls, MANY / 1000);
}
