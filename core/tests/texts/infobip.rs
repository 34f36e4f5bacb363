//! The words of the rules on what is scheduled at Infobip, and on credentials that may come later.

use smskernel::infobip::{Gateway, SetBulkStatus};
use smskernel::{Call, InvalidRequest, ReplyHeaders, Violation};

use crate::{account, now};

/// All that is found, be it refused or built.
fn found<A>(built: Result<Call<A>, InvalidRequest>) -> Vec<Violation> {
    match built {
        Ok(call) => call.warnings().to_vec(),
        Err(error) => error.violations,
    }
}

fn gateway() -> Gateway {
    account("{}").unwrap()
}

fn reschedule(time: &str) -> Vec<Violation> {
    let request = format!(r#"{{"bulkId":"b","sendAt":"{time}"}}"#);
    found(gateway().reschedule_json(request.as_bytes(), Some(now())))
}

/// The rules that no text message breaks.
#[rustfmt::skip]
pub fn table() -> Vec<(&'static str, Vec<Violation>, &'static str)> {
    vec![
        ("RESCHEDULE_PAST", reschedule("2021-08-25T16:00:00.000+0000"), "sendAt: \"2021-08-25T16:00:00.000+0000\" has passed: it is 2026-11-21T08:00:00.000Z now. Give a later one. [time_in_past]"),
        ("BULK_STATUS_OWN", found(gateway().set_bulk_status(&SetBulkStatus::new("b", "FINISHED"))), "status: \"FINISHED\" is what the gateway itself says of a bulk, and no document shows it being set. Set PAUSED, PENDING or CANCELED. [unknown_value]"),
    ]
}

/// What else a caller of these operations can get wrong, word for word.
#[test]
#[rustfmt::skip]
fn what_callers_get_wrong_in_words() {
    let poor = Gateway::without_auth("https://example.com").unwrap();
    let single = |request: &str| found(gateway().send_text_single_json(request.as_bytes(), Some(now())));
    let binary = |request: &str| found(gateway().send_binary_single_json(request.as_bytes(), Some(now())));
    let multi = |request: &str| found(gateway().send_text_multi_json(request.as_bytes(), Some(now())));
    let table = [
        (found(poor.get_balance_json(b"{}", None)), "gateway.auth: is required and was not given. [missing]"),
        (found(poor.send_text_single_json(br#"{"to":"41793026727","text":"Hi"}"#, None)), "gateway.auth: is required and was not given. [missing]"),
        (found(poor.end_session_json(b"{}", None)), "gateway.auth: is required and was not given. [missing]"),
        (found(gateway().get_schedule_json(b"{}", None)), "bulkId: is required and was not given. [missing]"),
        (found(gateway().set_bulk_status_json(br#"{"bulkId":"b","status":"CANCELLED"}"#, None)), "status: \"CANCELLED\" is not one of PENDING, PAUSED, PROCESSING, CANCELED, FINISHED, FAILED. Did you mean CANCELED? [unknown_value]"),
        (reschedule("2027-11-21T08:00:00.000+0000"), "sendAt: \"2027-11-21T08:00:00.000+0000\" is more than 180 days ahead. [too_far_ahead]"),
        (reschedule("2026-12-01T08:00:00"), "sendAt: \"2026-12-01T08:00:00\" does not say its offset from UTC, so the moment is not known. Add one, such as +0000. [naive_datetime]"),
        (found(gateway().create_session_json(br#"{"username":"u\n","password":"p"}"#, None)), "username: holds a control character, which no credential has and which could end a header. Look at how it was read. [header_injection]"),
        (found(gateway().get_oauth_token_json(br#"{"client_id":"u","client_secret":"p","grant_type":"password"}"#, None)), "grant_type: \"password\" is not one of client_credentials. [unknown_value]"),
        (found(gateway().confirm_conversion_json(br#"{"messageId":".."}"#, None)), "messageId: \"..\" cannot stand in a URL: clients take it for a step in the path. Give the gateway's own id. [invalid_path]"),
        (found(gateway().preview_json(br#"{"text":"Hi","languageCode":"NONE"}"#, None)), "languageCode: \"NONE\" is not one of TR, ES, PT, AUTODETECT. [unknown_value]"),
        (single(r#"{"to":{},"text":"Hi"}"#), "to: expected a phone number or a list of them, found an object. [wrong_type]"),
        (single(r#"{"to":"41793026727","text":"Hi","flash":true}"#), "flash: is not a field of a simple message. It is a field of `send_text`, which sends to /sms/1/text/advanced. [unknown_key]"),
        (single(r#"{"to":"41793026727","text":"Hi","binary":{}}"#), "binary: is not a field of a simple message. Binary bodies go with `send_binary_single`, to /sms/1/binary/single. [unknown_key]"),
        (binary(r#"{"to":"41793026727","binary":{"hex":"41"},"sendAt":"x"}"#), "sendAt: is not a field of a simple binary message. It is a field of `send_binary`, which sends to /sms/1/binary/advanced. [unknown_key]"),
        (multi(r#"{"messages":[{"to":"41793026727","text":"Hi"}],"tracking":{}}"#), "tracking: is not a field of a request of simple messages. It is a field of `send_text`, which sends to /sms/1/text/advanced. [unknown_key]"),
    ];
    for (found, expected) in table {
        let texts: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(texts, [expected]);
    }
    assert_eq!(
        poor.with_auth(smskernel::infobip::Auth::api_key("a\r\nb")).unwrap_err().to_string(),
        "nothing was built, for one reason:\n  gateway.auth: holds a control character, which no credential has and which could end a header. Look at how it was read. [header_injection]"
    );
}

#[test]
fn errors_of_replies_in_words() {
    let call = gateway().set_bulk_status(&SetBulkStatus::new("b", "PAUSED")).unwrap();
    let said = |status: i64, body: &str| {
        call.parse(status, &ReplyHeaders::default(), body.as_bytes()).unwrap_err().to_string()
    };
    let not_found = r#"{"requestError":{"serviceException":{"messageId":"NOT_FOUND","text":"Bulk not found"}}}"#;
    assert_eq!(
        said(404, not_found),
        "the gateway refused the request with HTTP 404, NOT_FOUND: Bulk not found; mend the cause before asking again [refused]"
    );
    assert_eq!(
        said(200, "{}"),
        "the reply with HTTP 200 and 2 bytes is no answer: expected an answer or an error at status; asking again does no harm [unexpected_json]"
    );
    assert_eq!(
        said(200, ""),
        "the reply with HTTP 200 and 0 bytes is no answer: it has no body; asking again does no harm [empty_body]"
    );
}
