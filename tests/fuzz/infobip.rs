//! What must hold of Infobip's simple sends, and of what asks and sets there. The first octet of an input says which of them.

use serde_json::{Value as Json, json};
use smskernel::infobip::{
    self, Auth, ConfirmConversion, CreateSession, EndSession, Gateway, GetBalance, GetBulkStatus, GetOauthToken,
    GetSchedule, PreviewRequest, SendTextMulti, SentMessages, SimpleText,
};
use smskernel::{Call, CheckOptions, InvalidRequest, ReadReply, ReplyError, ReplyReader, Tell};

use crate::form::pairs;
use crate::{any_reply, any_request, infobip_gateway, now, split};

/// Requests of the four simple sends as JSON text.
pub fn infobip_simple_request(data: &[u8]) {
    let Some((which, data)) = data.split_first() else { return };
    let gateway = infobip_gateway();
    let options = CheckOptions::new().now(now().expect("given above")).allow("unknown_key");
    match which % 4 {
        0 => any_request(
            |text| gateway.send_text_single_json(text, now()),
            |body| infobip::check_text_single(body, &options),
            data,
        ),
        1 => any_request(
            |text| gateway.send_text_multi_json(text, now()),
            |body| infobip::check_text_multi(body, &options),
            data,
        ),
        2 => any_request(
            |text| gateway.send_binary_single_json(text, now()),
            |body| infobip::check_binary_single(body, &options),
            data,
        ),
        _ => any_request(
            |text| gateway.send_binary_multi_json(text, now()),
            |body| infobip::check_binary_multi(body, &options),
            data,
        ),
    }
}

/// Whatever is asked for is a request that a client can make, or an error that says why; neither shows a credential.
fn asked<A: ReadReply>(built: Result<Call<A>, InvalidRequest>, method: &str, data: &[u8]) {
    match built {
        Ok(call) => {
            assert_eq!(call.method(), method);
            let uri: http::Uri = call.url().parse().expect("a URL");
            let query = pairs(uri.query().unwrap_or_default()).expect("a query");
            let is_form = call.headers().iter().any(|(_, value)| value.ends_with("urlencoded"));
            if is_form {
                let form = std::str::from_utf8(call.body()).expect("a form is ASCII");
                assert!(pairs(form).expect("a form").len() >= 3);
            } else if !call.body().is_empty() {
                let body: Json = serde_json::from_slice(call.body()).expect("the body is JSON");
                assert!(query.is_empty() || body.get("bulkId").is_none(), "the id stands once");
            }
            let holds_key = call.headers().iter().any(|(name, _)| *name == "Authorization");
            let opens = ["/auth/1/session", "/auth/1/oauth2/token"].contains(&uri.path()) && method == "POST";
            assert_eq!(holds_key, !opens);
            let saved = ReplyReader::<A>::from_bytes(&call.reader().to_bytes()).expect("what was saved opens");
            assert!(saved.is_empty());
            assert!(!format!("{call:?}").contains("planted-secret"));
            let pieces = call.into_parts().0;
            assert_eq!(pieces.method(), method);
        }
        Err(error) => {
            assert!(error.errors().next().is_some(), "an error says why");
            let Ok(Json::Object(given)) = serde_json::from_slice::<Json>(data) else { return };
            let secrets = ["password", "client_secret"].into_iter().filter_map(|name| given.get(name)?.as_str());
            let text = String::from_utf8_lossy(data);
            let printed = format!("{error} {error:?} {}", serde_json::to_string(&error.violations).expect("JSON"));
            for secret in secrets.filter(|secret| secret.len() > 15 && text.matches(secret).count() == 1) {
                assert!(!printed.contains(secret), "a secret is shown");
            }
        }
    }
}

/// Requests of what asks and sets as JSON text.
pub fn infobip_ask_request(data: &[u8]) {
    let Some((which, data)) = data.split_first() else { return };
    let gateway = infobip_gateway();
    match which % 10 {
        0 => asked(gateway.get_schedule_json(data, now()), "GET", data),
        1 => asked(gateway.reschedule_json(data, now()), "PUT", data),
        2 => asked(gateway.get_bulk_status_json(data, now()), "GET", data),
        3 => asked(gateway.set_bulk_status_json(data, now()), "PUT", data),
        4 => asked(gateway.preview_json(data, now()), "POST", data),
        5 => asked(gateway.get_balance_json(data, now()), "GET", data),
        6 => asked(gateway.create_session_json(data, now()), "POST", data),
        7 => asked(gateway.end_session_json(data, now()), "DELETE", data),
        8 => asked(gateway.get_oauth_token_json(data, now()), "POST", data),
        _ => asked(gateway.confirm_conversion_json(data, now()), "POST", data),
    }
}

/// A reply is an answer, under a success only, or an error; either keeps the body.
fn answered<A: ReadReply + Tell + std::fmt::Debug>(
    call: Result<Call<A>, InvalidRequest>,
    data: &[u8],
    raw_body: impl Fn(&A) -> &[u8],
) -> Option<A> {
    let call = call.expect("a good request");
    let (status, headers, body) = split(data);
    match call.parse(status, &headers, body) {
        Ok(answer) => {
            assert!((200..300).contains(&status));
            assert_eq!(raw_body(&answer), body);
            serde_json::to_value(answer.told()).expect("an answer is JSON");
            assert!(!format!("{answer:?}").is_empty());
            Some(answer)
        }
        Err(error) => {
            assert_eq!((error.raw_body(), error.status()), (body, status));
            assert!(!error.to_string().is_empty());
            assert!(matches!(error, ReplyError::Unreadable(_)) || (200..=599).contains(&status));
            None
        }
    }
}

/// A token prints nothing of itself, and becomes credentials or an error without it.
fn token(text: &str, printed: &str, auth: Auth) {
    // A short one may be a piece of what is printed for any token.
    assert!(text.len() < 120 || !printed.contains(text));
    match infobip_gateway().with_auth(auth) {
        Ok(gateway) => {
            let call = gateway.end_session(&EndSession::default()).expect("a good request");
            assert!(call.headers()[0].1.ends_with(text));
        }
        Err(error) => {
            assert!(error.violations.iter().all(|violation| violation.value().is_none()));
            assert!(text.len() < 400 || !error.to_string().contains(text));
        }
    }
}

/// Replies to the simple sends, and to what asks and sets.
pub fn infobip_ask_reply(data: &[u8]) {
    let Some((which, data)) = data.split_first() else { return };
    let gateway: Gateway = infobip_gateway();
    match which % 9 {
        0 => drop(answered(gateway.get_schedule(&GetSchedule::new("b")), data, |answer| {
            let _ = answer.send_time();
            &answer.raw_body
        })),
        1 => drop(answered(gateway.get_bulk_status(&GetBulkStatus::new("b")), data, |answer| &answer.raw_body)),
        2 => drop(answered(gateway.preview(&PreviewRequest::new("Hi")), data, |answer| &answer.raw_body)),
        3 => drop(answered(gateway.get_balance(&GetBalance::default()), data, |answer| &answer.raw_body)),
        4 => {
            let answer =
                answered(gateway.create_session(&CreateSession::new("u", "p")), data, |answer| &answer.raw_body);
            if let Some(answer) = answer {
                token(answer.reveal(), &format!("{answer:?} {}", json!(answer)), Auth::from(&answer));
            }
        }
        5 => {
            let answer =
                answered(gateway.get_oauth_token(&GetOauthToken::new("u", "p")), data, |answer| &answer.raw_body);
            if let Some(answer) = answer {
                // What else it says may hold the same text.
                token(answer.reveal(), &format!("{answer:?}"), Auth::from(&answer));
            }
        }
        6 => drop(answered(gateway.end_session(&EndSession::default()), data, |answer| &answer.raw_body)),
        7 => {
            let call = gateway.confirm_conversion(&ConfirmConversion::new("m"));
            drop(answered(call, data, |answer| &answer.raw_body));
        }
        _ => {
            let request = SendTextMulti::new([
                SimpleText::new("a").to("41793026727").to("41793026834"),
                SimpleText::new("b").to("41793026785"),
                SimpleText::new("c").to("41793026785"),
            ]);
            let call = gateway.send_text_multi(&request).expect("a good request");
            assert_eq!(call.predicted_parts(), [1; 4]);
            any_reply::<SentMessages>(call.reader(), data, |answer| answer.raw_body.clone());
        }
    }
}
