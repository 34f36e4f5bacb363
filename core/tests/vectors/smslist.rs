//! `smslist.send_bulk`, and the way from a vector's `params` to the typed request.

use serde_json::Value as Json;
use smskernel::smslist::{BulkMessage, Gateway, SendBulk, SendTime, SentBulk, check_bulk, check_bulk_value};
use smskernel::{Call, CheckOptions, InvalidRequest, OnInvalid, Timestamp, Value, Violation};

use crate::dialect::{Dialect, Planned, run_planner};
use crate::typed::{Fit, Members, Unfit, items, text};

pub struct SmslistSendBulk;

impl Dialect for SmslistSendBulk {
    type Gateway = Gateway;
    type Answer = SentBulk;

    const FILE: &'static str = "smslist/send_bulk";

    fn gateway(options: Value<'_>) -> Result<Gateway, InvalidRequest> {
        Gateway::from_value(options)
    }

    fn text(gateway: &Gateway, request: &[u8], now: Option<Timestamp>) -> Result<Call<SentBulk>, InvalidRequest> {
        gateway.send_bulk_json(request, now)
    }

    fn tree(gateway: &Gateway, request: Value<'_>, now: Option<Timestamp>) -> Result<Call<SentBulk>, InvalidRequest> {
        gateway.send_bulk_value(request, now)
    }

    fn typed(
        gateway: &Gateway,
        request: &Json,
        _: Option<Timestamp>,
    ) -> Option<Result<Call<SentBulk>, InvalidRequest>> {
        Some(gateway.send_bulk(&send_bulk(request).ok()?))
    }

    fn plan(
        gateway: &Gateway,
        envelope: Option<Value<'_>>,
        on_invalid: OnInvalid,
        now: Option<Timestamp>,
        messages: &mut dyn Iterator<Item = Value<'static>>,
    ) -> Planned<SentBulk> {
        run_planner!(gateway.bulk_planner(envelope, on_invalid, now), on_invalid, messages)
    }

    fn check_text(payload: &[u8], options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest> {
        check_bulk(payload, options)
    }

    fn check_tree(payload: Value<'_>, options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest> {
        check_bulk_value(payload, options)
    }
}

/// The typed request has no `count` and no account data: both are the gateway's to write.
fn send_bulk(json: &Json) -> Fit<SendBulk> {
    let mut members = Members::of(json)?;
    let mut request = SendBulk::new(items(&members.required("smslist", "messages")?, message)?);
    request.extra = members.extra()?;
    Ok(request)
}

fn message(json: &Json) -> Fit<BulkMessage> {
    let mut members = Members::of(json)?;
    let mut message = BulkMessage::default();
    message.pass_type = members.optional("pass_type", "pass_type", text)?;
    message.client_sms_id = members.optional("clientsmsid", "client_sms_id", crate::typed::id)?;
    message.to = members.optional("mobile", "to", crate::typed::number)?;
    message.text = members.optional("message", "text", text)?;
    message.send_at = members.optional("timeToSend", "send_at", |json| match json {
        Json::String(text) => Ok(SendTime::from(text.as_str())),
        _ => json.as_u64().map(SendTime::from_unix_seconds).ok_or(Unfit),
    })?;
    message.extra = members.extra()?;
    Ok(message)
}
