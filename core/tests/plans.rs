//! What a plan makes of lists that are hard on it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![cfg(all(feature = "infobip", feature = "smslist"))]

use smskernel::infobip::{self, Auth, Destination, SendText, TextMessage, Tracking};
use smskernel::smslist::{self, BulkMessage};
use smskernel::{
    CallResult, Code, OnInvalid, PlanOptions, ReplyHeaders, Source, State, Timestamp, Value, merge_answers,
};

fn gateway(limits: &[(&str, i64)]) -> infobip::Gateway {
    let options = infobip::Options::new("https://example.com", Auth::api_key("key"));
    limits.iter().fold(options, |options, (name, value)| options.limit(name, *value)).build().unwrap()
}

fn body<A>(call: &smskernel::Call<A>) -> serde_json::Value {
    serde_json::from_slice(call.body()).unwrap()
}

fn long_message(count: usize, bad: impl Fn(usize) -> bool) -> TextMessage {
    (0..count).fold(TextMessage::new("Hi"), |message, index| {
        message.to(if bad(index) { "nobody".to_owned() } else { format!("+4179302{index:04}") })
    })
}

#[test]
fn one_bad_destination_among_many_is_set_aside_alone() {
    // Each changed number is a warning, far more than are listed.
    let mut plan = gateway(&[]).plan_text([long_message(1_500, |index| index == 1_499)], OnInvalid::SetAside).unwrap();
    let sizes: Vec<usize> = plan.by_ref().map(|call| call.unwrap().reader().len()).collect();
    assert_eq!(sizes, [1_000, 499]);
    let rejected = plan.rejected();
    assert_eq!(rejected.len(), 1);
    assert_eq!((rejected[0].position, rejected[0].destination), (0, Some(1_499)));
}

#[test]
fn more_bad_destinations_than_are_listed_are_all_set_aside() {
    let mut plan = gateway(&[("violations", 3)])
        .plan_text([long_message(20, |index| index % 2 == 0)], OnInvalid::SetAside)
        .unwrap();
    let sizes: Vec<usize> = plan.by_ref().map(|call| call.unwrap().reader().len()).collect();
    assert_eq!(sizes, [10]);
    assert_eq!(plan.rejected().len(), 10);
}

#[test]
fn raise_counts_what_it_does_not_list() {
    let mut plan = gateway(&[]).plan_text([long_message(1_500, |_| true)], OnInvalid::Raise).unwrap();
    let error = plan.next().unwrap().unwrap_err();
    assert_eq!(error.violations.len(), 1_001);
    let last = error.violations.last().unwrap();
    assert_eq!(last.code(), Code::MoreViolations);
    assert!(last.message().starts_with("500 more"), "{last}");
}

#[test]
fn an_id_that_was_set_aside_may_be_used_by_a_good_row() {
    let row = |number: &str| TextMessage::new("Hi").to(Destination::new(number).message_id("A"));
    let mut plan = gateway(&[]).plan_text([row("nobody"), row("41793026727")], OnInvalid::SetAside).unwrap();
    assert_eq!(plan.by_ref().map(|call| call.unwrap().reader().len()).sum::<usize>(), 1);
    assert_eq!(plan.rejected().len(), 1);

    let gateway = smslist::Gateway::new("https://example.com", "1", "key", "SENDER").unwrap();
    let row = |number: &str| BulkMessage::new(number, "Hi").client_sms_id("A");
    let mut plan = gateway.plan_bulk([row("nobody"), row("254712345678")], OnInvalid::SetAside).unwrap();
    let call = plan.next().unwrap().unwrap();
    assert_eq!((call.reader().len(), call.warnings().len()), (1, 0));
}

#[test]
fn a_forbidden_size_sets_the_rows_aside() {
    let options = infobip::Options::new("https://example.com", Auth::api_key("key"));
    let gateway = options.limit("body_bytes", 120).forbid("body_too_large").build().unwrap();
    let rows = [TextMessage::new("Hi").to("41793026727"), TextMessage::new("x".repeat(200)).to("41793026834")];
    let mut plan = gateway.plan_text(rows, OnInvalid::SetAside).unwrap();
    let results: Vec<CallResult<_>> = plan.by_ref().map(|call| (call.unwrap().reader().clone(), None)).collect();
    let rows = merge_answers::<infobip::SentMessages>(&results, plan.rejected()).unwrap();
    let states: Vec<State> = rows.iter().map(|row| row.outcome.state).collect();
    assert_eq!(states, [State::Unknown, State::Rejected]);
    assert_eq!(rows[1].outcome.code.as_deref(), Some("body_too_large"));
}

#[test]
fn the_calls_share_their_envelope_and_it_is_judged_once() {
    let rows = || (0..3).map(|index| TextMessage::new("Hi").to(format!("4179302000{index}")));
    let envelope = SendText::default().tracking(Tracking::default().track("SMS"));
    let gateway = gateway(&[("messages_per_call", 2)]);
    let calls = gateway.plan_text_with(&envelope, rows(), OnInvalid::Raise).unwrap();
    let tracks: Vec<serde_json::Value> = calls.map(|call| body(&call.unwrap())["tracking"]["track"].clone()).collect();
    assert_eq!(tracks, ["SMS", "SMS"]);

    let bad = envelope.tracking(Tracking::default().track("SMOKE")).bulk_id("one");
    let error = gateway.plan_text_with(&bad, rows(), OnInvalid::Raise).unwrap_err();
    let found: Vec<(&str, Code)> = error.violations.iter().map(|found| (found.path(), found.code())).collect();
    assert_eq!(found, [("bulkId", Code::IncompatibleFields), ("tracking.track", Code::UnknownValue)]);
}

#[test]
fn an_envelope_has_no_messages_of_its_own() {
    let extra = |key: &str| {
        Some(Value::Object(vec![("extra".into(), Value::Object(vec![(key.to_owned().into(), Value::List(vec![]))]))]))
    };
    let error = gateway(&[]).text_planner(extra("messages"), OnInvalid::Raise, None).unwrap_err();
    assert_eq!(error.violations[0].code(), Code::KnownKey);
    assert!(gateway(&[]).text_planner(extra("other"), OnInvalid::Raise, None).is_ok());
}

#[test]
fn moments_are_judged_against_the_time_that_was_given() {
    let rows = [TextMessage::new("Hi").to("41793026727").send_at("2021-08-25T16:00:00.000+0000")];
    let options = PlanOptions::from(OnInvalid::SetAside).now(Timestamp::from_unix_seconds(1_700_000_000));
    let mut plan = gateway(&[]).plan_text(rows, options).unwrap();
    assert!(plan.next().is_none());
    assert_eq!(plan.rejected()[0].violations[0].code(), Code::TimeInPast);
}

#[test]
fn a_call_goes_out_with_its_last_message() {
    let mut planner = gateway(&[("messages_per_call", 2)]).text_planner(None, OnInvalid::SetAside, None).unwrap();
    planner.push(TextMessage::new("Hi").to("41793026727"));
    assert!(planner.next_call().is_none());
    planner.push(TextMessage::new("Hi").to("41793026834"));
    assert_eq!(planner.next_call().unwrap().unwrap().reader().len(), 2, "it waits for no third");
}

#[test]
fn what_is_cut_stays_as_it_was_but_for_its_destinations() {
    let destination =
        |index: usize| Destination::new(format!("4179302000{index}")).message_id(format!("[{index}],\"{{"));
    let message = |indices: std::ops::Range<usize>| {
        let message = TextMessage::new("\"destinations\":[]").sender("SMSC").callback_data("[1,2]");
        indices.fold(message, |message, index| message.to(destination(index)))
    };
    let gateway = gateway(&[("messages_per_call", 3)]);
    let plan = gateway.plan_text([message(0..7), message(7..9)], OnInvalid::Raise).unwrap();
    let bodies: Vec<Vec<u8>> = plan.map(|call| call.unwrap().body().to_vec()).collect();
    let whole = |indices| gateway.send_text(&SendText::new([message(indices)])).unwrap().body().to_vec();
    assert_eq!(bodies, [whole(0..3), whole(3..6), whole(6..7), whole(7..9)]);
}

#[test]
fn what_json_cannot_say_is_set_aside_and_the_rest_goes() {
    let mut bad = Destination::new("41793026727");
    bad.extra.push(("other".to_owned(), Value::Number("1,2".into())));
    let message = TextMessage::new("Hi").to(bad).to("41793026834");
    let mut plan = gateway(&[]).plan_text([message], OnInvalid::SetAside).unwrap();
    let call = plan.next().unwrap().unwrap();
    assert_eq!(body(&call)["messages"][0]["destinations"], serde_json::json!([{ "to": "41793026834" }]));
    assert_eq!((plan.rejected().len(), plan.rejected()[0].destination), (1, Some(0)));
}

#[test]
fn of_two_results_for_a_row_the_one_that_says_more_counts() {
    let call = || gateway(&[]).send_text(&SendText::new([TextMessage::new("Hi").to("41793026727")])).unwrap();
    let result = |status: i64, body: &str| {
        let reader = call().reader().clone();
        let parsed = reader.parse_parts(status, &ReplyHeaders::default(), body.as_bytes());
        (reader, Some(parsed))
    };
    let sent = r#"{"messages":[{"to":"41793026727","status":{"groupId":1,"id":7}}]}"#;
    let states = |results: &[CallResult<infobip::SentMessages>]| -> Vec<(State, Source)> {
        let rows = merge_answers(results, &[]).unwrap();
        rows.into_iter().map(|row| (row.outcome.state, row.row.source)).collect()
    };
    let accepted = |pair| vec![(State::Pending, Source::Answer { pair, index: 0 })];
    assert_eq!(states(&[(call().reader().clone(), None), result(401, ""), result(200, sent)]), accepted(2));
    // Of equal weight the first one given counts.
    assert_eq!(states(&[result(200, sent), result(200, sent), result(401, "")]), accepted(0));
}

#[test]
fn a_list_that_no_call_holds_is_cut_in_linear_time() {
    // Quadratic work on these would take minutes.
    let mut plan = gateway(&[]).plan_text([long_message(60_000, |_| false)], OnInvalid::SetAside).unwrap();
    let calls: Vec<_> = plan.by_ref().map(|call| call.unwrap().reader().len()).collect();
    assert_eq!(calls.iter().sum::<usize>(), 60_000 - plan.rejected().len());
}
