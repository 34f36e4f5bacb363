//! From the JSON of a bulk request to the typed request.
#![allow(clippy::field_reassign_with_default, reason = "the types are non-exhaustive, so there is no other way")]

use serde_json::Value as Json;
use smskernel::smslist::{BulkMessage, SendBulk, SendTime};

use super::typed::{Fit, Members, Unfit, id, items, number, text};

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
    message.send_at = members.optional("timeToSend", "send_at", |json| match json {
        Json::String(text) => Ok(SendTime::from(text.as_str())),
        _ => json.as_u64().map(SendTime::from_unix_seconds).ok_or(Unfit),
    })?;
    message.extra = members.extra()?;
    Ok(message)
}
