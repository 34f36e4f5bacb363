//! From the JSON of requests to typed ones.
#![allow(clippy::field_reassign_with_default, reason = "the types are non-exhaustive, so there is no other way")]

use serde_json::Value as Json;
use smskernel::smslist::{
    Amount, BulkMessage, Credit, GetBalance, GetDeliveryReport, Numbers, SendBulk, SendOtp, SendSms, SendTime,
};

use super::typed::{Fit, Members, Unfit, boolean, id, items, number, text};

/// The typed request has no `count` and no account data: both are the gateway's to write.
pub fn send_bulk(json: &Json) -> Fit<SendBulk> {
    let mut members = Members::of(json)?;
    let mut request = SendBulk::new(items(&members.required("smslist", "messages")?, message)?);
    request.extra = members.extra()?;
    Ok(request)
}

pub fn message(json: &Json) -> Fit<BulkMessage> {
    let mut members = Members::of(json)?;
    let mut message = BulkMessage::default();
    message.pass_type = members.optional("pass_type", "pass_type", text)?;
    message.client_sms_id = members.optional("clientsmsid", "client_sms_id", id)?;
    message.to = members.optional("mobile", "to", number)?;
    message.text = members.optional("message", "text", text)?;
    message.send_at = members.optional("timeToSend", "send_at", send_time)?;
    message.extra = members.extra()?;
    Ok(message)
}

fn send_time(json: &Json) -> Fit<SendTime> {
    match json {
        Json::String(text) => Ok(SendTime::from(text.as_str())),
        _ => json.as_u64().map(SendTime::from_unix_seconds).ok_or(Unfit),
    }
}

fn numbers(json: &Json) -> Fit<Numbers> {
    match json {
        Json::String(text) => Ok(Numbers::from(text.as_str())),
        Json::Array(_) => items(json, number).map(Numbers::from),
        _ => json.as_u64().map(Numbers::from).ok_or(Unfit),
    }
}

/// The typed request has no account data: they are the gateway's to write.
pub fn send_sms(json: &Json) -> Fit<SendSms> {
    let mut members = Members::of(json)?;
    let mut request = SendSms::default();
    request.text = members.optional("message", "text", text)?;
    request.sender = members.optional("shortcode", "sender", text)?;
    request.to = members.optional("mobile", "to", numbers)?;
    request.send_at = members.optional("timeToSend", "send_at", send_time)?;
    request.pass_type = members.optional("pass_type", "pass_type", text)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn send_otp(json: &Json) -> Fit<SendOtp> {
    let mut members = Members::of(json)?;
    let mut request = SendOtp::default();
    request.text = members.optional("message", "text", text)?;
    request.sender = members.optional("shortcode", "sender", text)?;
    request.to = members.optional("mobile", "to", number)?;
    request.hashed = members.optional("hashed", "hashed", boolean)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn get_delivery_report(json: &Json) -> Fit<GetDeliveryReport> {
    let mut members = Members::of(json)?;
    let mut request = GetDeliveryReport::default();
    request.message_id = members.optional("messageID", "message_id", id)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn get_balance(json: &Json) -> Fit<GetBalance> {
    let mut request = GetBalance::new();
    request.extra = Members::of(json)?.extra()?;
    Ok(request)
}

pub fn credit(json: &Json) -> Fit<Credit> {
    let mut members = Members::of(json)?;
    let mut request = Credit::default();
    request.child_id = members.optional("childID", "child_id", id)?;
    request.amount = members.optional("amount", "amount", |json| match json {
        Json::String(text) => Ok(Amount::from(text.as_str())),
        _ => json.as_u64().map(Amount::from).ok_or(Unfit),
    })?;
    request.extra = members.extra()?;
    Ok(request)
}
