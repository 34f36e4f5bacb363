//! The words of the rules on requests of the smslist family that stand alone.

use smskernel::smslist::{Credit, GetBalance, GetDeliveryReport, parse_webhook};
use smskernel::webhook::{Headers, Request};
use smskernel::{Call, InvalidRequest, OnInvalid, ReadReply, ReplyHeaders, Violation};

use crate::{partner, support};

/// All that is found, be it refused or built.
fn found<A>(built: Result<Call<A>, InvalidRequest>) -> Vec<Violation> {
    match built {
        Ok(call) => call.warnings().to_vec(),
        Err(error) => error.violations,
    }
}

/// A text message of those members, to which a text is added.
fn sms(options: &str, members: &str) -> Vec<Violation> {
    let request = format!(r#"{{"text":"Hi",{members}}}"#);
    found(partner(options).unwrap().send_sms_json(request.as_bytes(), None))
}

/// A transactional message of those members, to which a text is added.
fn otp(options: &str, members: &str) -> Vec<Violation> {
    let request = format!(r#"{{"text":"Hi",{members}}}"#);
    found(partner(options).unwrap().send_otp_json(request.as_bytes(), None))
}

const GET: &str = r#"{"get_with_key_in_url":true}"#;
const ONE: &str = r#""to":"254712345678""#;
const TWO: &str = r#""to":["254712345678","254733123456"]"#;

/// Those of one code.
fn only(code: &str, violations: Vec<Violation>) -> Vec<Violation> {
    violations.into_iter().filter(|violation| violation.code().as_str() == code).collect()
}

/// The rules in the order of their list, each with what makes it speak and what it then says.
#[rustfmt::skip]
pub fn table() -> Vec<(&'static str, Vec<Violation>, &'static str)> {
    let envelope = support::tree(&serde_json::json!({ "text": "Hi" }));
    vec![
        ("ANOTHER_ACCOUNT", found(partner("{}").unwrap().send_sms_json(br#"{"apikey":"another","mobile":"254712345678","message":"Hi"}"#, None)), "apikey: is not the gateway's API key. Leave it out: the gateway writes its own. [credential_mismatch]"),
        ("KEY_IN_URL", sms(GET, ONE), "the URL holds the API key, which logs and proxies then keep. Leave `get_with_key_in_url` out, unless your operator takes nothing else. [key_in_url]"),
        ("GET_NUMBERS", only("unconfirmed_field", sms(GET, TWO)), "mobile: holds 2 numbers, and with GET most operators document one. Post them: leave `get_with_key_in_url` out. [unconfirmed_field]"),
        ("PLAN_GET", partner(GET).unwrap().sms_planner(Some(envelope), OnInvalid::Raise, None).unwrap_err().violations, "gateway.get_with_key_in_url: cannot be set for a plan, which posts. Make the plan with a gateway that has it not. [incompatible_fields]"),
        ("TOO_MANY_NUMBERS", sms(r#"{"limits":{"messages_per_call":1}}"#, TWO), "mobile: holds 2 numbers, over `limits.messages_per_call` = 1. Use `plan_sms`, which cuts a long list into calls. [too_many_messages]"),
        ("HASH_IS_NUMBER", otp("{}", r#""to":"254712345678","hashed":true"#), "mobile: 2547.....678 is a plain number, and `hashed` says that it is a hash. Give the hash of the number in its form 254…, or leave `hashed` out. [incompatible_fields]"),
        ("HASH_CHARACTERS", otp("{}", r#""to":"5994471abb 01112afcc1","hashed":true"#), "mobile: 5994.....121 is no hash: ' ' (U+0020) at byte 10 cannot stand in one. Give it as you made it, in hexadecimal digits or base64. [number_characters]"),
        ("GET_HASHED", only("unconfirmed_field", otp(GET, r#""to":"5994471abb01112afcc1","hashed":true"#)), "hashed: is documented for POST only. Post it: leave `get_with_key_in_url` out. [unconfirmed_field]"),
        ("AMOUNT", found(partner("{}").unwrap().credit_json(br#"{"child_id":"client","amount":0}"#, None)), "amount: \"0\" is no amount of money above zero. Give decimal digits, such as 100 or 99.50. [invalid_amount]"),
        ("TIME_ZONE", sms("{}", &format!(r#"{ONE},"send_at":"2026-12-01 18:00""#)), "timeToSend: \"2026-12-01 18:00\" is in the operator's own time, and no document says which that is; East Africa Time, +03:00, is likely. A moment with its offset goes out as Unix seconds, which have no zone. [naive_datetime]"),
    ]
}

fn error<A: ReadReply + std::fmt::Debug>(call: &Call<A>, status: i64, body: &str) -> String {
    call.parse(status, &ReplyHeaders::default(), body.as_bytes()).unwrap_err().to_string()
}

#[test]
fn errors_say_whether_to_ask_again() {
    let gateway = partner("{}").unwrap();
    let credit = gateway.credit(&Credit::new("client", 5)).unwrap();
    let report = gateway.get_delivery_report(&GetDeliveryReport::new("1")).unwrap();
    let system = r#"{"response-code":1005,"response-description":"Failed. System error"}"#;
    let key = r#"{"response-code":1006,"response-description":"Invalid credentials"}"#;
    #[rustfmt::skip]
    let table = [
        (error(&credit, 200, ""), "the reply with HTTP 200 and 0 bytes is no answer: it has no body; it may have been done: see whether it was before asking again [empty_body]"),
        (error(&credit, 200, system), "the gateway refused the request with HTTP 200, 1005: Failed. System error; it may have been done: see whether it was before asking again [refused]"),
        (error(&credit, 401, key), "the gateway refused the request with HTTP 401, 1006: Invalid credentials; mend the cause before asking again [refused]"),
        (error(&report, 200, system), "the gateway refused the request with HTTP 200, 1005: Failed. System error; asking again does no harm [refused]"),
        (error(&report, 200, "[]"), "the reply with HTTP 200 and 2 bytes is no answer: expected a state at delivery-description; asking again does no harm [unexpected_json]"),
    ];
    for (found, expected) in table {
        assert_eq!(found, expected);
    }
    let outcome = credit.parse(200, &ReplyHeaders::default(), key.as_bytes()).unwrap_err().outcome();
    assert_eq!(outcome.to_string(), "unknown (1006: Invalid credentials), resend uncertain");
}

#[test]
fn answers_and_events_in_words() {
    let gateway = partner("{}").unwrap();
    let headers = ReplyHeaders::default();
    let report = gateway.get_delivery_report(&GetDeliveryReport::new("1889191")).unwrap();
    let report = report.parse(200, &headers, br#"{"message-id":"1889191","delivery-description":"SentToNetwork"}"#);
    assert_eq!(format!("{:?}", report.unwrap()), ".....91: pending (SentToNetwork), resend uncertain");
    let balance = gateway.get_balance(&GetBalance::new()).unwrap();
    let balance = balance.parse(200, &headers, br#"{"response-code":200,"credit":"545.00","partner-id":"1"}"#);
    assert_eq!(format!("{:?}", balance.unwrap()), "Balance(545.00 units)");
    let credit = gateway.credit(&Credit::new("client", 5)).unwrap();
    let done = br#"{"response-code":200,"prev-balance":"524.00","sms-units":"5","new-balance":"529.00"}"#;
    assert_eq!(format!("{:?}", credit.parse(200, &headers, done).unwrap()), "Credited(5 units, from 524.00 to 529.00)");
    let webhook = |body: &str| parse_webhook(&Request::new("POST", Headers::default(), "", body.as_bytes()));
    let inbound = webhook(r#"{"shortcode":"12345","mobile":"254712345678","message":"Hi"}"#).unwrap();
    assert_eq!(format!("{:?}", inbound.events[0]), "from 2547.....678 to 12345: text of 2 characters");
    assert_eq!(
        webhook(r#"{"messageid":"1"}"#).unwrap_err().to_string(),
        "the webhook of 17 bytes holds no event: expected a delivery report, with `messageid` and `description`, or a message to a short code, with `mobile` or `msisdn`, and `message`; keep its raw body, for the gateway may not send it again once it is answered 2xx [no_event]"
    );
}
