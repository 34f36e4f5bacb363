//! From the JSON of a request to the typed request.
#![allow(clippy::field_reassign_with_default, reason = "the types are non-exhaustive, so there is no other way")]

use serde_json::Value as Json;
use smskernel::blackkonnect::{
    BulkSmsMessageRequest, Day, DeliveryTime, DeliveryWindow, GetBulkStatus, GetMessageStatus, MessageDestination,
    SimpleSmsMessageRequest, SmsMessage, TokenRequest,
};

use super::typed::{Fit, Members, Unfit, id, integer, items, number, text};

/// Sets the members that both sends have.
macro_rules! generic_members {
    ($request:ident, $members:ident) => {
        $request.message_id = $members.optional("messageId", "message_id", id)?;
        $request.reference_id_1 = $members.optional("referenceId1", "reference_id_1", id)?;
        $request.reference_id_2 = $members.optional("referenceId2", "reference_id_2", id)?;
        $request.service_id = $members.optional("serviceId", "service_id", id)?;
        $request.request_id = $members.optional("requestId", "request_id", id)?;
        $request.initiator_id = $members.optional("initiatorId", "initiator_id", id)?;
    };
}

pub fn get_token(json: &Json) -> Fit<TokenRequest> {
    let mut members = Members::of(json)?;
    let mut request = TokenRequest::default();
    request.scope = members.optional("scope", "scope", text)?;
    request.client_id = members.optional("client_id", "client_id", text)?;
    request.client_secret = members.optional("client_secret", "client_secret", text)?;
    request.grant_type = members.optional("grant_type", "grant_type", text)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn send_message(json: &Json) -> Fit<SimpleSmsMessageRequest> {
    let mut members = Members::of(json)?;
    let mut request = SimpleSmsMessageRequest::default();
    generic_members!(request, members);
    request.text = members.optional("text", "text", text)?;
    request.to = members.optional("destination", "to", number)?;
    request.sender = members.optional("sourceAddress", "sender", text)?;
    request.priority = members.optional("priority", "priority", integer)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn send_bulk(json: &Json) -> Fit<BulkSmsMessageRequest> {
    let mut members = Members::of(json)?;
    let mut request = BulkSmsMessageRequest::new(items(&members.required("messages", "messages")?, message)?);
    generic_members!(request, members);
    request.bulk_id = members.optional("bulkId", "bulk_id", id)?;
    request.sender = members.optional("sourceAddress", "sender", text)?;
    request.extra = members.extra()?;
    Ok(request)
}

fn message(json: &Json) -> Fit<SmsMessage> {
    let mut members = Members::of(json)?;
    let mut message = SmsMessage::default();
    message.to = destinations(&members.required("destinations", "to")?)?;
    message.callback_data = members.optional("callbackData", "callback_data", text)?;
    message.delivery_time_window = members.optional("deliveryTimeWindow", "delivery_time_window", window)?;
    message.text = members.optional("text", "text", text)?;
    message.entity_id = members.optional("entityId", "entity_id", text)?;
    message.send_at = members.optional("sendAt", "send_at", text)?;
    message.validity_period_minutes =
        members.optional("validityPeriodMinutes", "validity_period_minutes", integer)?.map(Into::into);
    message.priority = members.optional("priority", "priority", integer)?;
    message.extra = members.extra()?;
    Ok(message)
}

fn destinations(json: &Json) -> Fit<Vec<MessageDestination>> {
    match json {
        Json::Array(_) => items(json, destination),
        Json::String(_) | Json::Number(_) => Ok(vec![destination(json)?]),
        _ => Err(Unfit),
    }
}

fn destination(json: &Json) -> Fit<MessageDestination> {
    if !json.is_object() {
        return Ok(MessageDestination::new(number(json)?));
    }
    let mut members = Members::of(json)?;
    let mut destination = MessageDestination::default();
    destination.to = members.optional("destination", "to", number)?;
    destination.message_id = members.optional("messageId", "message_id", id)?;
    destination.sender = members.optional("sourceAddress", "sender", text)?;
    destination.extra = members.extra()?;
    Ok(destination)
}

fn window(json: &Json) -> Fit<DeliveryWindow> {
    let mut members = Members::of(json)?;
    let mut window = DeliveryWindow::default();
    window.days =
        members.optional("days", "days", |days| items(days, |day| day.as_str().map(Day::from).ok_or(Unfit)))?;
    window.from = members.optional("from", "from", time)?;
    window.to = members.optional("to", "to", time)?;
    window.extra = members.extra()?;
    Ok(window)
}

fn time(json: &Json) -> Fit<DeliveryTime> {
    let mut members = Members::of(json)?;
    let mut time = DeliveryTime::default();
    time.hour = members.optional("hour", "hour", integer)?;
    time.minute = members.optional("minute", "minute", integer)?;
    time.extra = members.extra()?;
    Ok(time)
}

pub fn get_bulk_status(json: &Json) -> Fit<GetBulkStatus> {
    let mut members = Members::of(json)?;
    let mut request = GetBulkStatus::default();
    request.bulk_correlation_id = members.optional("bulkCorrelationId", "bulk_correlation_id", id)?;
    request.page = members.optional("page", "page", integer)?;
    request.size = members.optional("size", "size", integer)?;
    request.sort = members.optional("sort", "sort", text)?;
    request.seen = members.optional("seen", "seen", text)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn get_message_status(json: &Json) -> Fit<GetMessageStatus> {
    let mut members = Members::of(json)?;
    let mut request = GetMessageStatus::default();
    request.message_id = members.optional("messageId", "message_id", id)?;
    request.extra = members.extra()?;
    Ok(request)
}
