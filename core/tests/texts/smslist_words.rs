//! The words of the rules on requests of the smslist family that stand alone.

use smskernel::{Call, InvalidRequest, OnInvalid, Violation};

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
