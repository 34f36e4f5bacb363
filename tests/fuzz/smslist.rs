//! What must hold of the smslist operations whose body is one object, and of what the platform pushes.

use smskernel::smslist::{self, Credit, Event, GetBalance, GetDeliveryReport, Options, SendOtp, SendSms, SentBulk};
use smskernel::webhook::{Headers, Request};
use smskernel::{
    Call, CheckOptions, InvalidRequest, Number, OnInvalid, ReadReply, ReplyError, ReplyReader, merge_answers,
};

use crate::form::pairs;
use crate::{any_reply, any_request, saved, smslist_gateway, split};

fn options() -> Options {
    Options::new("https://gateway.example", "12345", "planted-secret", "SENDER")
}

/// Requests of both sends as JSON text; by GET they say the same.
pub fn smslist_request(data: &[u8]) {
    let gateway = smslist_gateway();
    let gets = options().get_with_key_in_url(true).build().expect("good options");
    let options = CheckOptions::new().allow("unknown_key");
    any_request(|text| gateway.send_sms_json(text, None), |body| smslist::check_sms(body, &options), data);
    any_request(|text| gateway.send_otp_json(text, None), |body| smslist::check_otp(body, &options), data);
    same_by_get(gateway.send_sms_json(data, None), gets.send_sms_json(data, None));
    same_by_get(gateway.send_otp_json(data, None), gets.send_otp_json(data, None));
    for check in [smslist::check_sms, smslist::check_otp] {
        assert_eq!(check(data, &options).expect("good options"), check(data, &options).expect("good options"));
    }
}

/// What goes by GET says in its query what the body of a POST says. What a URL cannot hold is refused.
fn same_by_get<A: ReadReply>(posted: Result<Call<A>, InvalidRequest>, got: Result<Call<A>, InvalidRequest>) {
    let Ok(got) = got else { return };
    let posted = posted.expect("what goes by GET can be posted");
    assert_eq!((got.method(), got.body()), ("GET", &b""[..]));
    let body: serde_json::Value = serde_json::from_slice(posted.body()).expect("the body is JSON");
    let (path, query) = got.url().split_once('?').expect("the key is in the query");
    let pairs = pairs(query).expect("a query is pairs");
    assert_eq!(path, posted.url());
    let members = body.as_object().expect("an object");
    // Of numbers serde_json keeps the value and not the text.
    let texts = members.iter().filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
    assert!(texts.into_iter().all(|pair| pairs.contains(&pair)));
    assert_eq!(pairs.len(), members.len());
    assert!(!format!("{got:?}").contains("planted-secret"));
}

/// Plans of one text to the numbers of each line.
pub fn smslist_plan(data: &[u8]) {
    let Some((limits, data)) = data.split_first_chunk::<2>() else { return };
    let gateway = options()
        .limit("messages_per_call", i64::from(limits[0] % 8))
        .limit("body_bytes", i64::from(limits[1]) * 4)
        .allow("number_characters")
        .build()
        .expect("good options");
    let numbers: Vec<Number> =
        data.split(|byte| *byte == b'\n').take(64).map(|line| Number::from(&*String::from_utf8_lossy(line))).collect();
    let count = numbers.len();
    let mut plan = gateway.plan_sms(&SendSms::with_text("Hi"), numbers, OnInvalid::SetAside).expect("a good envelope");
    let mut results = Vec::new();
    for call in plan.by_ref() {
        let call = call.expect("a large body is a warning");
        let body: serde_json::Value = serde_json::from_slice(call.body()).expect("the body is JSON");
        let told: Vec<String> = call.no_reply().messages.into_iter().map(|message| message.to).collect();
        assert_eq!(body["mobile"].as_str().expect("a text"), told.join(","));
        results.push((call.reader().clone(), None));
    }
    let rows = merge_answers::<SentBulk>(&results, plan.rejected()).expect("they belong together");
    assert_eq!(rows.len(), count);
}

/// Replies to what only asks, and to a credit: an answer or an error, and either keeps the body.
pub fn smslist_asking(data: &[u8]) {
    let gateway = smslist_gateway();
    one_reply(&gateway.get_delivery_report(&GetDeliveryReport::new("1889191")).expect("good"), data, |answer| {
        answer.raw_body.clone()
    });
    one_reply(&gateway.get_balance(&GetBalance::new()).expect("good"), data, |answer| answer.raw_body.clone());
    let error =
        one_reply(&gateway.credit(&Credit::new("client", 5)).expect("good"), data, |answer| answer.raw_body.clone());
    // What moves money is never said to be safe to repeat, unless the gateway says that it was not done.
    if let Some(error) = error {
        assert_ne!(error.resend(), smskernel::Resend::Safe);
    }
    let many = gateway.send_sms(&SendSms::new(["254712345678", "254722345678", "254722345678"], "a")).expect("good");
    any_reply(many.reader(), data, |answer| answer.raw_body.clone());
    let hashed = SendOtp::new("5994471abb01112afcc18159f6cc74b4", "a").hashed(true);
    any_reply(gateway.send_otp(&hashed).expect("good").reader(), data, |answer| answer.raw_body.clone());
}

fn one_reply<A: ReadReply>(call: &Call<A>, data: &[u8], raw_body: fn(&A) -> Vec<u8>) -> Option<ReplyError> {
    let (status, headers, body) = split(data);
    match call.parse(status, &headers, body) {
        Ok(answer) => {
            assert_eq!(raw_body(&answer), body);
            assert!((200..300).contains(&status));
            None
        }
        Err(error) => {
            assert_eq!((error.raw_body(), error.status()), (body, status));
            assert!(!error.to_string().is_empty());
            Some(error)
        }
    }
}

/// Webhooks: whatever arrives is read or is an error, and is kept.
pub fn smslist_webhook(data: &[u8]) {
    let (how, rest) = data.split_first().unwrap_or((&0, data));
    let method = if how & 1 == 0 { "POST" } else { "GET" };
    let kind = ["", "application/json", "application/x-www-form-urlencoded", "text/xml"][usize::from(how >> 1 & 3)];
    let headers = Headers::from_pairs([("Content-Type", kind)]);
    let text = String::from_utf8_lossy(rest);
    let (query, body) = if how & 8 == 0 { ("", rest) } else { (&*text, &b""[..]) };
    let request = Request::new(method, headers, query, body);
    match smslist::parse_webhook(&request) {
        Ok(webhook) => {
            assert!(webhook.raw_body == body || webhook.raw_body == query.as_bytes());
            for event in &webhook.events {
                match event {
                    Event::DeliveryReport(report) => assert!(report.message_id.is_some() && report.raw_body.is_empty()),
                    Event::InboundMessage(message) => assert!(message.sender.is_some() && message.text.is_some()),
                    _ => unreachable!("another kind"),
                }
            }
            assert!(webhook.malformed.iter().all(|entry| !entry.raw.is_empty() && !entry.reason.is_empty()));
            serde_json::to_string(&webhook).expect("everything public can be serialised");
        }
        Err(error) => {
            assert!(error.raw_body == body || error.raw_body == query.as_bytes());
            assert!(!error.to_string().is_empty());
        }
    }
}

/// Saved readers of what only asks.
pub fn any_saved_reader(data: &[u8]) {
    let empty = |length: usize| assert_eq!(length, 0);
    let readers: [Option<usize>; 3] = [
        saved::<smslist::DeliveryReport>(data).as_ref().map(ReplyReader::len),
        saved::<smslist::Balance>(data).as_ref().map(ReplyReader::len),
        saved::<smslist::Credited>(data).as_ref().map(ReplyReader::len),
    ];
    readers.into_iter().flatten().for_each(empty);
}
