//! A plan sends what one request would send, cut into calls, and every row has its result.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use smskernel::{
    Call, Code, Fate, InvalidRequest, Level, OnInvalid, Rejected, ReplyHeaders, Source, State, Violation, merge,
    merge_answers,
};

use crate::models::{Harm, harmed, harms, item, message, with_ids};
use crate::more_models::{binary_message, bulk_message};
use crate::support::tree;
use crate::{account, client, partner};

fn messages() -> impl Strategy<Value = Vec<Json>> {
    harmed_with_ids(message())
}

fn binaries() -> impl Strategy<Value = Vec<Json>> {
    harmed_with_ids(binary_message())
}

fn bulk_messages() -> impl Strategy<Value = Vec<Json>> {
    vec((bulk_message("ID"), harms(1)), 0..8)
        .prop_map(|messages| messages.into_iter().map(|(message, harms)| harmed(message, &harms)).collect())
}

fn harmed_with_ids(message: impl Strategy<Value = Json>) -> impl Strategy<Value = Vec<Json>> {
    (vec((message, harms(1)), 0..8), 0..3_usize).prop_map(|(messages, every)| {
        let (messages, harms): (Vec<Json>, Vec<Vec<Harm>>) = messages.into_iter().unzip();
        with_ids(messages, every).into_iter().zip(harms).map(|(message, harms)| harmed(message, &harms)).collect()
    })
}

fn items() -> impl Strategy<Value = Vec<Json>> {
    vec((item(), harms(1)), 0..8)
        .prop_map(|items| items.into_iter().map(|(item, harms)| harmed(item, &harms)).collect())
}

type Planned<A> = Result<(Vec<Call<A>>, Vec<Rejected>), InvalidRequest>;

macro_rules! planned {
    ($planner:expr, $messages:expr) => {{
        let mut planner = $planner.unwrap();
        let mut calls = Vec::new();
        for message in $messages {
            planner.push_value(tree(message));
            while let Some(call) = planner.next_call() {
                calls.push(call.unwrap());
            }
        }
        planner.finish().map(|()| {
            while let Some(call) = planner.next_call() {
                calls.push(call.unwrap());
            }
            (calls, planner.rejected().to_vec())
        })
    }};
}

fn errors(violations: &[Violation]) -> Vec<(String, Code)> {
    violations
        .iter()
        .filter(|violation| violation.level() == Level::Error && !is_of_size(violation))
        .map(|violation| (violation.path().to_owned(), violation.code()))
        .collect()
}

/// What a plan cuts instead of telling it.
fn is_of_size(violation: &Violation) -> bool {
    matches!(violation.code(), Code::TooManyMessages | Code::BodyTooLarge)
}

/// How many destinations a text message has, be it broken.
fn destinations(message: &Json) -> usize {
    match message.get("destinations").or(message.get("to")) {
        Some(Json::Array(list)) => list.len().max(1),
        _ => 1,
    }
}

/// Every row of `messages` goes out once or is set aside, and merged without any reply each is there.
macro_rules! rows_go_out_once {
    ($planner:expr, $messages:expr, $most:expr, $bytes:expr) => {{
        let (messages, most, bytes) = (&$messages, $most, $bytes);
        let (calls, rejected) = planned!($planner, messages).unwrap();
        let mut rows: BTreeMap<(u32, u32), usize> = BTreeMap::new();
        for call in &calls {
            let body: Json = serde_json::from_slice(call.body()).unwrap();
            let count: usize =
                body["messages"].as_array().unwrap().iter().map(|m| m["destinations"].as_array().unwrap().len()).sum();
            prop_assert_eq!(count, call.reader().len());
            prop_assert!(count <= most);
            prop_assert!(call.body().len() <= bytes || count == 1, "{} bytes, {count} messages", call.body().len());
            prop_assert_eq!(call.warnings().iter().any(is_of_size), call.body().len() > bytes);
            for result in call.no_reply().messages {
                *rows.entry((result.position, result.destination)).or_default() += 1;
                let given = &messages[result.position as usize];
                prop_assert!(given.is_object());
            }
        }
        for rejected in &rejected {
            prop_assert!(rejected.violations.iter().any(|violation| violation.level() == Level::Error));
            let first = rejected.destination.unwrap_or(0);
            for destination in first..first + rejected.destinations {
                *rows.entry((rejected.position, destination)).or_default() += 1;
            }
        }
        let expected: BTreeMap<(u32, u32), usize> = messages
            .iter()
            .enumerate()
            .flat_map(|(position, message)| (0..destinations(message)).map(move |destination| (position, destination)))
            .map(|(position, destination)| ((u32::try_from(position).unwrap(), u32::try_from(destination).unwrap()), 1))
            .collect();
        prop_assert_eq!(&rows, &expected);
        // Merged without any reply, every row is there, in the order of the input.
        let readers: Vec<_> = calls.iter().rev().map(Call::reader).collect();
        let fates = vec![Fate::NoReply; readers.len()];
        let merged = merge(&readers, &fates, &rejected).unwrap();
        let order: Vec<(u32, u32)> = merged.iter().map(|row| (row.position, row.destination)).collect();
        prop_assert_eq!(order, expected.into_keys().collect::<Vec<_>>());
    }};
}

/// Raising tells what one request would tell, and where nothing is wrong it sends what one request would send.
macro_rules! raises_as_one_request {
    ($planner:expr, $whole:expr, $messages:expr) => {{
        let plan: Planned<_> = planned!($planner, &$messages);
        match (plan, $whole) {
            (Ok((calls, rejected)), Ok(call)) => {
                prop_assert_eq!(calls.len(), 1);
                prop_assert!(rejected.is_empty());
                prop_assert_eq!(calls[0].body(), call.body());
                prop_assert_eq!(calls[0].warnings(), call.warnings());
                prop_assert_eq!(calls[0].reader().to_bytes(), call.reader().to_bytes());
            }
            (Err(plan), Err(whole)) => prop_assert_eq!(plan.violations, whole.violations),
            (plan, whole) => prop_assert!(false, "{:?} {:?}", plan.map(drop), whole.map(drop)),
        }
    }};
}

proptest! {
    #[test]
    fn raising_tells_what_one_request_would_tell(
        messages in messages(), binaries in binaries(), bulk_messages in bulk_messages(),
    ) {
        let request = |messages: &[Json]| json!({ "messages": messages }).to_string().into_bytes();
        let (gateway, client) = (account(&json!({})), client(&json!({})));
        if !messages.is_empty() {
            let whole = gateway.send_text_json(&request(&messages), None);
            raises_as_one_request!(gateway.text_planner(None, OnInvalid::Raise, None), whole, messages);
        }
        if !binaries.is_empty() {
            let whole = gateway.send_binary_json(&request(&binaries), None);
            raises_as_one_request!(gateway.binary_planner(None, OnInvalid::Raise, None), whole, binaries);
        }
        if !bulk_messages.is_empty() {
            let whole = client.send_bulk_json(&request(&bulk_messages), None);
            raises_as_one_request!(client.bulk_planner(None, OnInvalid::Raise, None), whole, bulk_messages);
        }
    }

    #[test]
    fn a_list_raises_what_one_request_would_tell(items in items()) {
        prop_assume!(!items.is_empty());
        let gateway = partner(&json!({}));
        let plan: Planned<_> = planned!(gateway.bulk_planner(None, OnInvalid::Raise, None), &items);
        let whole = gateway.send_bulk_json(json!({ "smslist": items }).to_string().as_bytes(), None);
        match (plan, whole) {
            (Ok((calls, _)), Ok(call)) => {
                prop_assert_eq!(calls.len(), 1);
                prop_assert_eq!(calls[0].body(), call.body());
                prop_assert_eq!(calls[0].warnings(), call.warnings());
            }
            (Err(plan), Err(whole)) => prop_assert_eq!(plan.violations, whole.violations),
            (plan, whole) => prop_assert!(false, "{:?} {:?}", plan.map(drop), whole.map(drop)),
        }
    }

    #[test]
    fn every_row_goes_out_once_or_is_set_aside(messages in messages(), most in 1..5_usize, bytes in 60..2_000_usize) {
        let gateway = account(&json!({ "limits": { "messages_per_call": most, "body_bytes": bytes } }));
        rows_go_out_once!(gateway.text_planner(None, OnInvalid::SetAside, None), messages, most, bytes);
    }

    #[test]
    fn every_binary_row_goes_out_once_or_is_set_aside(
        messages in binaries(), most in 1..5_usize, bytes in 60..2_000_usize,
    ) {
        let gateway = account(&json!({ "limits": { "messages_per_call": most, "body_bytes": bytes } }));
        rows_go_out_once!(gateway.binary_planner(None, OnInvalid::SetAside, None), messages, most, bytes);
    }

    #[test]
    fn every_bulk_row_goes_out_once_or_is_set_aside(
        messages in bulk_messages(), most in 1..5_usize, bytes in 60..2_000_usize,
    ) {
        let gateway = client(&json!({ "limits": { "messages_per_call": most, "body_bytes": bytes } }));
        rows_go_out_once!(gateway.bulk_planner(None, OnInvalid::SetAside, None), messages, most, bytes);
    }

    #[test]
    fn setting_aside_finds_what_raising_finds(messages in messages()) {
        let gateway = account(&json!({}));
        let raised: Planned<_> = planned!(gateway.text_planner(None, OnInvalid::Raise, None), &messages);
        let (_, rejected) = planned!(gateway.text_planner(None, OnInvalid::SetAside, None), &messages).unwrap();
        let aside: Vec<(String, Code)> = rejected.iter().flat_map(|rejected| errors(&rejected.violations)).collect();
        let all = raised.map_or_else(|error| errors(&error.violations), |_| Vec::new());
        // A message that is set aside frees its ids, so another may use them.
        prop_assert!(aside.iter().all(|(path, code)| all.contains(&(path.clone(), *code))), "{aside:?} {all:?}");
        let missing = all.iter().filter(|found| !aside.contains(found)).collect::<Vec<_>>();
        prop_assert!(missing.iter().all(|(_, code)| *code == Code::DuplicateId), "{missing:?}");
    }

    #[test]
    fn items_go_out_once_or_are_set_aside(items in items(), most in 1..5_usize, bytes in 60..600_usize) {
        let gateway = partner(&json!({ "limits": { "messages_per_call": most, "body_bytes": bytes } }));
        let (calls, rejected) = planned!(gateway.bulk_planner(None, OnInvalid::SetAside, None), &items).unwrap();
        let mut positions: Vec<u32> = rejected.iter().map(|rejected| rejected.position).collect();
        for call in &calls {
            let body: Json = serde_json::from_slice(call.body()).unwrap();
            let count = body["smslist"].as_array().unwrap().len();
            prop_assert_eq!(&body["count"], &json!(count));
            prop_assert!(count <= most && (call.body().len() <= bytes || count == 1));
            positions.extend(call.no_reply().messages.iter().map(|message| message.position));
        }
        positions.sort_unstable();
        let expected: Vec<u32> = (0..u32::try_from(items.len()).unwrap()).collect();
        prop_assert_eq!(positions, expected);
    }

    #[test]
    fn merging_takes_pairs_in_any_order(messages in messages(), most in 1..4_usize, fate in vec(0..3_u8, 12)) {
        let gateway = account(&json!({ "limits": { "messages_per_call": most } }));
        let (calls, rejected) = planned!(gateway.text_planner(None, OnInvalid::SetAside, None), &messages).unwrap();
        let mut results: Vec<_> = calls
            .into_iter()
            .zip(fate.into_iter().cycle())
            .map(|(call, fate)| {
                let sent = call.no_reply().messages;
                let entries: Vec<Json> = sent.iter().map(|m| json!({ "to": m.to, "messageId": m.message_id, "status": { "id": 7, "groupId": 1 } })).collect();
                let body = json!({ "messages": entries }).to_string();
                let reader = call.reader().clone();
                let result = match fate {
                    0 => Some(reader.parse_parts(200, &ReplyHeaders::default(), body.as_bytes())),
                    1 => Some(reader.parse_parts(401, &ReplyHeaders::default(), b"")),
                    _ => None,
                };
                (reader, result)
            })
            .collect();
        let rows = merge_answers(&results, &rejected).unwrap();
        let total: usize = messages.iter().map(destinations).sum();
        prop_assert_eq!(rows.len(), total);
        results.reverse();
        let reversed = merge_answers(&results, &rejected).unwrap();
        for (row, other) in rows.iter().zip(&reversed) {
            prop_assert_eq!((&row.outcome, &row.message), (&other.outcome, &other.message));
            let place = |row: &smskernel::Merged| (row.position, row.destination, row.to.clone(), row.id.clone());
            prop_assert_eq!(place(&row.row), place(&other.row));
            match &row.row.source {
                Source::Answer { .. } => prop_assert_eq!(row.outcome.state, State::Pending),
                Source::Rejected(_) => prop_assert_eq!(row.outcome.state, State::Rejected),
                _ => prop_assert!(matches!(row.outcome.state, State::Rejected | State::Unknown)),
            }
        }
    }
}
