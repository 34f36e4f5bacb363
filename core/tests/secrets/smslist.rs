//! Key and partner id of the operations whose body is one object, or whose URL has it all; numbers, hashes and texts of theirs,
//! and of what the platform pushes.

use serde_json::json;
use smskernel::smslist::{
    Credit, Gateway, GetBalance, GetDeliveryReport, Options, SendOtp, SendSms, check_otp, check_sms, parse_webhook,
};
use smskernel::webhook::{Headers, Request};
use smskernel::{Call, CheckOptions, InvalidRequest, Number, OnInvalid, ReadReply, ReplyError, ReplyHeaders, Saved};

use crate::search::Printed;
use crate::support::form::pairs;
use crate::support::tree;
use crate::{KEY, NUMBER, TEXT};

const PARTNER: &str = "pl4nted~Partner/+=&id";
const HASH: &str = "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5";

fn options() -> Options {
    Options::new("https://example.com", PARTNER, KEY, "SENDER")
}

/// All that can be printed of a call but what its URL, headers and body must hold.
fn call_prints<A: ReadReply + Clone>(printed: &mut Printed, name: &str, call: &Call<A>) {
    printed.debug(name, call);
    printed.debug(name, call.reader());
    printed.text(name, String::from_utf8_lossy(&call.reader().to_bytes()));
    printed.debug(name, &Saved::open(&call.reader().to_bytes()).unwrap());
    printed.debug(name, &call.clone().into_pieces());
    for warning in call.warnings() {
        printed.display(name, warning);
        printed.json(name, warning);
    }
    let stands_in_the_url = |secret: &str| {
        let query = call.url().split_once('?').map_or("", |(_, query)| query);
        pairs(query).unwrap().iter().any(|(_, value)| value == secret)
    };
    // The call has them, or it could not be sent: in the body, or by the option in the URL.
    let body = String::from_utf8_lossy(call.body());
    for secret in [KEY, PARTNER] {
        assert_ne!(body.contains(secret), stands_in_the_url(secret), "{name}");
        assert_eq!(call.method() == "GET", body.is_empty(), "{name}");
    }
}

fn every_call(printed: &mut Printed, gateway: &Gateway) {
    call_prints(printed, "send_sms", &gateway.send_sms(&SendSms::new([NUMBER, "0712345678"], TEXT)).unwrap());
    call_prints(printed, "send_otp", &gateway.send_otp(&SendOtp::new(NUMBER, TEXT)).unwrap());
    call_prints(printed, "send_otp", &gateway.send_otp(&SendOtp::new(HASH, TEXT).hashed(true)).unwrap());
    let report = gateway.get_delivery_report(&GetDeliveryReport::new("1889191")).unwrap();
    call_prints(printed, "get_delivery_report", &report);
    call_prints(printed, "get_balance", &gateway.get_balance(&GetBalance::new()).unwrap());
    call_prints(printed, "credit", &gateway.credit(&Credit::new("client", "5")).unwrap());
}

#[test]
fn calls_print_no_credential() {
    let mut printed = Printed::default();
    let posts = options().build().unwrap();
    every_call(&mut printed, &posts);
    let options = options().get_with_key_in_url(true);
    printed.debug("options", &options);
    let gets = options.build().unwrap();
    printed.debug("gateway", &gets);
    every_call(&mut printed, &gets);
    printed.debug(
        "planner",
        &posts.plan_sms(&SendSms::with_text(TEXT), [Number::from(NUMBER)], OnInvalid::Raise).unwrap(),
    );
    printed.holds_none_of(&[KEY, PARTNER]);
}

#[test]
fn a_key_in_a_pasted_request_is_not_shown() {
    let mut printed = Printed::default();
    let gateway = Gateway::new("https://example.com", "12345", "another", "SENDER").unwrap();
    let mut refused = |name: &str, error: InvalidRequest| {
        printed.invalid(name, &error);
        printed.json(name, &error.violations);
    };
    for key in [json!(KEY), json!([KEY]), json!({ "key": KEY }), json!(KEY.to_owned() + "\n")] {
        for name in ["apikey", "partnerID"] {
            let pasted = |more: serde_json::Value| {
                let mut all = json!({ name: key.clone() });
                all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
                tree(&all)
            };
            let message = json!({ "mobile": NUMBER, "message": "Hi" });
            refused("send_sms", gateway.send_sms_value(pasted(message.clone()), None).unwrap_err());
            refused("send_otp", gateway.send_otp_value(pasted(message), None).unwrap_err());
            let report = pasted(json!({ "messageID": "1" }));
            refused("get_delivery_report", gateway.get_delivery_report_value(report, None).unwrap_err());
            refused("get_balance", gateway.get_balance_value(pasted(json!({})), None).unwrap_err());
            let money = pasted(json!({ "childID": "client", "amount": "5" }));
            refused("credit", gateway.credit_value(money, None).unwrap_err());
        }
    }
    let payload = json!({ "apikey": KEY, "partnerID": PARTNER, "mobile": "x", "message": "", "shortcode": "S" });
    for check in [check_sms, check_otp] {
        for violation in check(payload.to_string().as_bytes(), &CheckOptions::new()).unwrap() {
            printed.display("check", &violation);
            printed.json("check", &violation);
        }
    }
    printed.holds_none_of(&[KEY, PARTNER]);
}

#[test]
fn what_is_echoed_stays_in_the_raw_body() {
    let mut printed = Printed::default();
    let gateway = options().build().unwrap();
    let headers = ReplyHeaders::from_pairs([("Location", format!("https://example.com/?apikey={KEY}"))]);
    let echo = json!({ "apikey": KEY, "message": TEXT, "mobile": NUMBER });
    let balance = json!({ "response-code": 200, "credit": "1.00", "partner-id": PARTNER, "echo": echo });
    let answer = gateway.get_balance(&GetBalance::new()).unwrap();
    let answer = answer.parse(200, &headers, balance.to_string().as_bytes()).unwrap();
    printed.debug("balance", &answer);
    assert_eq!(answer.partner_id.as_deref(), Some(PARTNER));
    let words = format!("Partner ID {NUMBER} has been credited");
    let done = json!({ "response-code": 200, "response-description": words, "new-balance": "2.00", "apikey": KEY });
    let credit = gateway.credit(&Credit::new("client", 5)).unwrap();
    let answer = credit.parse(200, &headers, done.to_string().as_bytes()).unwrap();
    printed.debug("credited", &answer);
    let report =
        json!({ "message-id": "1", "delivery-description": "DeliveredToTerminal", "apikey": KEY, "mobile": NUMBER });
    let ask = gateway.get_delivery_report(&GetDeliveryReport::new("1")).unwrap();
    let answer = ask.parse(200, &headers, report.to_string().as_bytes()).unwrap();
    printed.debug("report", &answer);
    printed.json("report", &answer);
    for (status, body) in [
        (200, json!({ "response-code": 1006, "apikey": KEY, "message": TEXT }).to_string()),
        (500, format!("<html>{KEY} {TEXT} {NUMBER}</html>")),
        (302, String::new()),
        (
            422,
            json!({ "response-code": 1003, "errors": { "apikey": { "apikey": "is wrong" } }, "apikey": KEY })
                .to_string(),
        ),
    ] {
        for error in [
            credit.parse(status, &headers, body.as_bytes()).unwrap_err(),
            ask.parse(status, &headers, body.as_bytes()).unwrap_err(),
        ] {
            printed.display("error", &error);
            printed.json("error", &error);
            match &error {
                ReplyError::Refused(error) => printed.display("refused", error),
                ReplyError::Unreadable(error) => printed.display("unreadable", error),
            }
        }
    }
    printed.holds_none_of(&[KEY, PARTNER, TEXT, NUMBER]);
}

#[test]
fn numbers_hashes_and_texts_are_masked_where_they_are_printed() {
    let mut printed = Printed::default();
    let gateway = options().build().unwrap();
    printed.debug("sms", &SendSms::new([NUMBER], TEXT));
    printed.debug("otp", &SendOtp::new(HASH, TEXT).hashed(true));
    for request in [
        json!({ "to": [NUMBER, format!("+{NUMBER}"), format!("{NUMBER}x")], "text": TEXT }),
        json!({ "to": format!("{NUMBER},{NUMBER}{NUMBER}"), "text": [TEXT] }),
        json!({ "to": [[NUMBER]], "text": format!("{TEXT}\0") }),
    ] {
        match gateway.send_sms_value(tree(&request), None) {
            Ok(call) => call.warnings().iter().for_each(|warning| printed.display("warning", warning)),
            Err(error) => printed.invalid("violation", &error),
        }
    }
    for to in [NUMBER.to_owned(), format!("{HASH} "), format!("{HASH}é")] {
        let request = json!({ "to": to, "text": TEXT, "hashed": true });
        printed.invalid("hash", &gateway.send_otp_value(tree(&request), None).unwrap_err());
    }
    let call = gateway.send_otp(&SendOtp::new(HASH, TEXT).hashed(true)).unwrap();
    let body = json!({ "responses": [{ "response-code": 200, "mobile": NUMBER, "messageid": "1" }] }).to_string();
    let answer = call.parse(200, &ReplyHeaders::default(), body.as_bytes()).unwrap();
    assert_eq!(answer.messages[0].to, HASH);
    printed.debug("answer", &answer);
    printed.debug("no reply", &call.no_reply());
    let inbound = [
        json!({ "shortcode": "12345", "mobile": NUMBER, "message": TEXT }),
        json!({ "shortcode": "12345", "msisdn": NUMBER, "message": TEXT, "partnerId": PARTNER }),
        json!([{ "shortcode": "12345", "mobile": NUMBER, "message": TEXT }, { "message": TEXT, "partnerId": PARTNER }]),
        json!({ "message": TEXT, "number": NUMBER }),
    ];
    for body in inbound.iter().map(ToString::to_string) {
        match parse_webhook(&Request::new("POST", Headers::default(), "", body.as_bytes())) {
            Ok(webhook) => printed.debug("webhook", &webhook),
            Err(error) => {
                printed.display("error", &error);
                printed.json("error", &error);
            }
        }
    }
    printed.holds_none_of(&[NUMBER, &NUMBER[..6], TEXT, &TEXT[..10], &HASH[..12], PARTNER]);
}
