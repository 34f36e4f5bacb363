//! What holds of the smslist operations whose body is one object, and of what the platform pushes.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};
use smskernel::smslist::{DELIVERY_STATUSES, Event, GetDeliveryReport, SendSms, check_otp, check_sms, parse_webhook};
use smskernel::webhook::{Headers, Request};
use smskernel::{CheckOptions, Level, Number, OnInvalid, ReplyHeaders, merge_answers};

use crate::partner;
use crate::support::form::pairs;
use crate::support::tree;

/// A number that goes out as it is, and its entry's text.
fn good() -> impl Strategy<Value = String> {
    "254[17][0-9]{8}"
}

/// A number in any state: fine, to be completed, bad, or no number at all.
fn any_number() -> impl Strategy<Value = Json> {
    prop_oneof![
        4 => good().prop_map(Json::from),
        1 => "0[17][0-9]{8}".prop_map(Json::from),
        1 => select(vec![json!("0812345678"), json!(""), json!(null), json!(["x"]), json!("x"), json!(true)]),
    ]
}

proptest! {
    #[test]
    fn a_url_says_what_a_body_would(numbers in vec(good(), 1..4), text in "[^\0\u{FFFD}]{1,40}", sender in "[^\0\u{FFFD}\\p{C}]{1,11}", time in 0..2_000_000_000_u64) {
        let request = json!({ "to": numbers, "text": text, "sender": sender, "send_at": time, "extra": { "a b": true, "c": 1.5 } });
        let posted = partner(&json!({})).send_sms_value(tree(&request), None).unwrap();
        let got = partner(&json!({ "get_with_key_in_url": true })).send_sms_value(tree(&request), None).unwrap();
        prop_assert_eq!((posted.method(), got.method(), got.body()), ("POST", "GET", &b""[..]));
        let (path, query) = got.url().split_once('?').unwrap();
        prop_assert_eq!(path, posted.url());
        let body: Json = serde_json::from_slice(posted.body()).unwrap();
        let members: Vec<(String, String)> = body.as_object().unwrap().iter()
            .map(|(name, value)| (name.clone(), value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
            .collect();
        prop_assert_eq!(pairs(query).unwrap(), members);
        prop_assert_eq!(posted.reader().to_bytes(), got.reader().to_bytes());
        // What was built has nothing wrong as a finished payload, and builds to the same bytes.
        let found = check_sms(posted.body(), &CheckOptions::new().allow("unknown_key")).unwrap();
        prop_assert!(found.iter().all(|violation| violation.level() == Level::Warning), "{:?}", found);
        let again = partner(&json!({ "allow": ["unknown_key"] })).send_sms_json(posted.body(), None).unwrap();
        prop_assert_eq!(again.body(), posted.body());
    }

    #[test]
    fn numbers_go_out_once_or_are_set_aside(numbers in vec(any_number(), 0..20), most in 1..5_usize, bytes in 60..300_usize) {
        let gateway = partner(&json!({ "limits": { "messages_per_call": most, "body_bytes": bytes } }));
        let envelope = tree(&json!({ "text": "Hi" }));
        let mut planner = gateway.sms_planner(Some(envelope), OnInvalid::SetAside, None).unwrap();
        for number in &numbers {
            planner.push_value(tree(number));
        }
        planner.finish().unwrap();
        let mut results = Vec::new();
        while let Some(call) = planner.next_call() {
            let call = call.unwrap();
            let body: Json = serde_json::from_slice(call.body()).unwrap();
            let sent: Vec<&str> = body["mobile"].as_str().unwrap().split(',').collect();
            prop_assert!(sent.len() <= most && (call.body().len() <= bytes || sent.len() == 1));
            prop_assert!(sent.iter().all(|number| number.len() == 12 && number.starts_with("254")));
            let told = call.no_reply().messages;
            let told: Vec<&str> = told.iter().map(|message| message.to.as_str()).collect();
            prop_assert_eq!(&told, &sent);
            prop_assert_eq!(call.predicted_parts(), vec![1; call.reader().len()]);
            // The same numbers, asked for in one request, give the same bytes.
            let alone = gateway.send_sms(&SendSms::new(told, "Hi")).unwrap();
            prop_assert_eq!(alone.body(), call.body());
            results.push((call.reader().clone(), None));
        }
        let rows = merge_answers(&results, planner.rejected()).unwrap();
        let positions: Vec<u32> = rows.iter().map(|row| row.row.position).collect();
        prop_assert_eq!(positions, (0..u32::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());
    }

    #[test]
    fn a_plan_raises_what_one_request_would_tell(numbers in vec(any_number(), 1..12)) {
        let gateway = partner(&json!({}));
        let whole = gateway.send_sms_value(tree(&json!({ "to": numbers, "text": "Hi" })), None);
        let mut planner = gateway.sms_planner(Some(tree(&json!({ "text": "Hi" }))), OnInvalid::Raise, None).unwrap();
        for number in &numbers {
            planner.push_value(tree(number));
        }
        match (planner.finish(), whole) {
            (Ok(()), Ok(call)) => {
                let planned = planner.next_call().unwrap().unwrap();
                prop_assert_eq!(planned.body(), call.body());
                prop_assert_eq!(planned.warnings(), call.warnings());
                prop_assert_eq!(planned.reader().to_bytes(), call.reader().to_bytes());
            }
            (Err(plan), Err(whole)) => prop_assert_eq!(plan.violations, whole.violations),
            (plan, whole) => prop_assert!(false, "{:?} {:?}", plan, whole.map(drop)),
        }
    }

    #[test]
    fn one_text_to_many_is_joined_in_any_order(numbers in prop::collection::btree_set(good(), 1..12), turn in 0..12_usize) {
        let numbers: Vec<String> = numbers.into_iter().collect();
        let call = partner(&json!({})).send_sms(&SendSms::new(numbers.clone(), "Hi")).unwrap();
        let mut entries: Vec<Json> = numbers.iter()
            .map(|number| json!({ "respose-code": "200", "mobile": format!("0{}", &number[3..]), "messageid": number }))
            .collect();
        entries.rotate_left(turn % numbers.len());
        let answer = call.parse(200, &ReplyHeaders::default(), json!({ "responses": entries }).to_string().as_bytes()).unwrap();
        for (message, number) in answer.messages.iter().zip(&numbers) {
            prop_assert_eq!((&message.to, message.message_id.as_ref()), (number, Some(number)));
        }
    }

    #[test]
    fn what_is_no_plain_number_passes_as_a_hash(hash in "[0-9a-f]{16,64}", signs in "\\+?[ -]{0,2}") {
        let gateway = partner(&json!({}));
        let request = |to: &str| tree(&json!({ "to": to, "text": "Hi", "hashed": true }));
        let call = gateway.send_otp_value(request(&hash), None).unwrap();
        prop_assert_eq!(&call.no_reply().messages[0].to, &hash);
        let found = check_otp(call.body(), &CheckOptions::new()).unwrap();
        prop_assert!(found.is_empty(), "{:?}", found);
        // A plain number never does, however it is written.
        let plain = format!("{signs}254712345678");
        prop_assert!(gateway.send_otp_value(request(&plain), None).is_err());
    }

    #[test]
    fn a_report_is_the_same_asked_or_told(
        row in 0..DELIVERY_STATUSES.len(), id in "[0-9]{1,12}", upper: bool, spaced: bool,
        names in select(vec![["message-id", "delivery-description"], ["messageid", "description"], ["messageID", "description"], ["MESSAGE_ID", "deliveryDescription"]]),
    ) {
        let row = &DELIVERY_STATUSES[row];
        let mut words = row.name.to_owned();
        if upper {
            words = words.to_uppercase();
        }
        if spaced {
            words.insert(3, ' ');
        }
        let body = json!({ names[0]: id, names[1]: words }).to_string();
        let call = partner(&json!({})).get_delivery_report(&GetDeliveryReport::new(id.as_str())).unwrap();
        let asked = call.parse(200, &ReplyHeaders::default(), body.as_bytes()).unwrap();
        prop_assert_eq!((asked.outcome.state, asked.outcome.is_final, asked.outcome.resend), (row.state, row.is_final, row.resend));
        prop_assert_eq!(asked.outcome.code.as_deref(), Some(words.as_str()));
        let form = format!("{}={id}&{}={}", names[0], names[1], words.replace(' ', "+"));
        for (method, query, body) in [("POST", "", body.as_str()), ("POST", "", &form), ("GET", &form, "")] {
            let webhook = parse_webhook(&Request::new(method, Headers::default(), query, body.as_bytes())).unwrap();
            let [Event::DeliveryReport(told)] = webhook.events.as_slice() else { panic!("one report") };
            prop_assert_eq!(&json!(told), &json!(asked));
        }
    }

    #[test]
    fn any_webhook_is_kept(
        method in select(vec!["GET", "POST"]), query: String, body: Vec<u8>,
        start in select(vec!["", "{", "[{\"messageid\":", "messageid=1&description=", "mobile=1&message=", "\u{feff}{\"mobile\":"]),
    ) {
        let body = [start.as_bytes(), &body].concat();
        let request = Request::new(method, Headers::default(), &query, &body);
        let result = parse_webhook(&request);
        prop_assert_eq!(&parse_webhook(&request), &result);
        let kept = match result {
            Ok(webhook) => webhook.raw_body,
            Err(error) => error.raw_body,
        };
        prop_assert!(kept == body || kept == query.as_bytes());
    }
}

#[test]
fn ten_thousand_reports_in_one_body() {
    let reports: Vec<Json> =
        (0..10_000).map(|row| json!({ "messageid": row, "description": "DeliveredToTerminal" })).collect();
    let body = json!(reports).to_string();
    let webhook = parse_webhook(&Request::new("POST", Headers::default(), "", body.as_bytes())).unwrap();
    assert_eq!((webhook.events.len(), webhook.malformed.len()), (10_000, 0));
}

#[test]
fn a_list_of_numbers_streams_through_a_plan() {
    let gateway = partner(&json!({}));
    let numbers = (0..2_500_u64).map(|row| Number::from(254_710_000_000 + row));
    let plan = gateway.plan_sms(&SendSms::with_text("Hi"), numbers, OnInvalid::SetAside).unwrap();
    let sizes: Vec<usize> = plan.map(|call| call.unwrap().reader().len()).collect();
    assert_eq!(sizes, [1_000, 1_000, 500]);
}
