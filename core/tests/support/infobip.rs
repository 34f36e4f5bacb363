//! From the JSON of a request to the typed request.
#![allow(clippy::field_reassign_with_default, reason = "the types are non-exhaustive, so there is no other way")]

use serde_json::Value as Json;
use smskernel::infobip::{
    Binary, BinaryMessage, ConfirmConversion, CreateSession, Day, DeliveryTimeWindow, Destination, EndSession,
    GetBalance, GetBulkStatus, GetInboxLogs, GetInboxReports, GetLogs, GetOauthToken, GetReports, GetSchedule, Ids,
    IndiaDlt, Language, PreviewRequest, Recipients, Regional, Reschedule, SendBinary, SendBinaryMulti, SendText,
    SendTextMulti, SendingSpeedLimit, SetBulkStatus, SimpleBinary, SimpleText, SouthKorea, TextMessage, TimeOfDay,
    Tracking, TurkeyIys, UrlOptions,
};
use smskernel::{AccountId, Secret};

use super::typed::{Fit, Members, Unfit, boolean, id, integer, items, number, text};

/// Sets the members that the requests of both endpoints `…/advanced` have.
macro_rules! envelope_members {
    ($request:ident, $members:ident) => {
        $request.bulk_id = $members.optional("bulkId", "bulk_id", id)?;
        $request.tracking = $members.optional("tracking", "tracking", tracking)?;
        $request.sending_speed_limit = $members.optional("sendingSpeedLimit", "sending_speed_limit", speed)?;
        $request.include_sms_count_in_response =
            $members.optional("includeSmsCountInResponse", "include_sms_count_in_response", boolean)?;
    };
}

/// Sets the members that the messages of both endpoints have.
macro_rules! message_members {
    ($message:ident, $members:ident) => {
        $message.sender = $members.optional("from", "sender", text)?;
        $message.to = destinations(&$members.required("destinations", "to")?)?;
        $message.flash = $members.optional("flash", "flash", boolean)?;
        $message.intermediate_report = $members.optional("intermediateReport", "intermediate_report", boolean)?;
        $message.notify_url = $members.optional("notifyUrl", "notify_url", text)?;
        $message.notify_content_type = $members.optional("notifyContentType", "notify_content_type", text)?;
        $message.callback_data = $members.optional("callbackData", "callback_data", text)?;
        $message.validity_period = $members.optional("validityPeriod", "validity_period", integer)?.map(Into::into);
        $message.send_at = $members.optional("sendAt", "send_at", text)?;
        $message.delivery_time_window = $members.optional("deliveryTimeWindow", "delivery_time_window", window)?;
        $message.regional = $members.optional("regional", "regional", regional)?;
        $message.notify = $members.optional("notify", "notify", boolean)?;
        $message.campaign_id = $members.optional("campaignId", "campaign_id", text)?;
        $message.operator_client_id = $members.optional("operatorClientId", "operator_client_id", text)?;
        $message.entity_id = $members.optional("entityId", "entity_id", text)?;
        $message.application_id = $members.optional("applicationId", "application_id", text)?;
        $message.campaign_reference_id = $members.optional("campaignReferenceId", "campaign_reference_id", text)?;
    };
}

pub fn send_text(json: &Json) -> Fit<SendText> {
    let mut members = Members::of(json)?;
    let mut request = SendText::new(items(&members.required("messages", "messages")?, text_message)?);
    envelope_members!(request, members);
    request.url_options = members.optional("urlOptions", "url_options", url_options)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn send_binary(json: &Json) -> Fit<SendBinary> {
    let mut members = Members::of(json)?;
    let mut request = SendBinary::new(items(&members.required("messages", "messages")?, binary_message)?);
    envelope_members!(request, members);
    request.extra = members.extra()?;
    Ok(request)
}

fn text_message(json: &Json) -> Fit<TextMessage> {
    let mut members = Members::of(json)?;
    let mut message = TextMessage::default();
    message_members!(message, members);
    message.text = members.optional("text", "text", text)?;
    message.language = members.optional("language", "language", language)?;
    message.transliteration = members.optional("transliteration", "transliteration", text)?;
    message.extra = members.extra()?;
    Ok(message)
}

fn binary_message(json: &Json) -> Fit<BinaryMessage> {
    let mut members = Members::of(json)?;
    let mut message = BinaryMessage::default();
    message_members!(message, members);
    message.binary = members.optional("binary", "binary", binary)?;
    message.extra = members.extra()?;
    Ok(message)
}

pub fn send_text_multi(json: &Json) -> Fit<SendTextMulti> {
    let mut members = Members::of(json)?;
    let mut request = SendTextMulti::new(items(&members.required("messages", "messages")?, simple_text)?);
    request.bulk_id = members.optional("bulkId", "bulk_id", id)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn send_binary_multi(json: &Json) -> Fit<SendBinaryMulti> {
    let mut members = Members::of(json)?;
    let mut request = SendBinaryMulti::new(items(&members.required("messages", "messages")?, simple_binary)?);
    request.bulk_id = members.optional("bulkId", "bulk_id", id)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn simple_text(json: &Json) -> Fit<SimpleText> {
    let mut members = Members::of(json)?;
    let mut message = SimpleText::default();
    message.sender = members.optional("from", "sender", text)?;
    message.to = members.optional("to", "to", recipients)?;
    message.text = members.optional("text", "text", text)?;
    message.transliteration = members.optional("transliteration", "transliteration", text)?;
    message.regional = members.optional("regional", "regional", regional)?;
    message.campaign_id = members.optional("campaignId", "campaign_id", text)?;
    message.operator_client_id = members.optional("operatorClientId", "operator_client_id", text)?;
    message.extra = members.extra()?;
    Ok(message)
}

pub fn simple_binary(json: &Json) -> Fit<SimpleBinary> {
    let mut members = Members::of(json)?;
    let mut message = SimpleBinary::default();
    message.sender = members.optional("from", "sender", text)?;
    message.to = members.optional("to", "to", recipients)?;
    message.binary = members.optional("binary", "binary", binary)?;
    message.extra = members.extra()?;
    Ok(message)
}

fn recipients(json: &Json) -> Fit<Recipients> {
    if json.is_array() { Ok(items(json, number)?.into()) } else { Ok(Recipients::One(number(json)?)) }
}

pub fn get_schedule(json: &Json) -> Fit<GetSchedule> {
    let mut members = Members::of(json)?;
    let mut request = GetSchedule::default();
    request.bulk_id = members.optional("bulkId", "bulk_id", id)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn reschedule(json: &Json) -> Fit<Reschedule> {
    let mut members = Members::of(json)?;
    let mut request = Reschedule::default();
    request.bulk_id = members.optional("bulkId", "bulk_id", id)?;
    request.send_at = members.optional("sendAt", "send_at", text)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn get_bulk_status(json: &Json) -> Fit<GetBulkStatus> {
    let mut members = Members::of(json)?;
    let mut request = GetBulkStatus::default();
    request.bulk_id = members.optional("bulkId", "bulk_id", id)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn set_bulk_status(json: &Json) -> Fit<SetBulkStatus> {
    let mut members = Members::of(json)?;
    let mut request = SetBulkStatus::default();
    request.bulk_id = members.optional("bulkId", "bulk_id", id)?;
    request.status = members.optional("status", "status", text)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn preview(json: &Json) -> Fit<PreviewRequest> {
    let mut members = Members::of(json)?;
    let mut request = PreviewRequest::default();
    request.text = members.optional("text", "text", text)?;
    request.language_code = members.optional("languageCode", "language_code", text)?;
    request.transliteration = members.optional("transliteration", "transliteration", text)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn get_balance(json: &Json) -> Fit<GetBalance> {
    let mut request = GetBalance::default();
    request.extra = Members::of(json)?.extra()?;
    Ok(request)
}

pub fn create_session(json: &Json) -> Fit<CreateSession> {
    let mut members = Members::of(json)?;
    let mut request = CreateSession::default();
    request.username = members.optional("username", "username", text::<AccountId>)?;
    request.password = members.optional("password", "password", text::<Secret>)?;
    request.is_unsafe = members.optional("unsafe", "unsafe", boolean)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn end_session(json: &Json) -> Fit<EndSession> {
    let mut request = EndSession::default();
    request.extra = Members::of(json)?.extra()?;
    Ok(request)
}

pub fn get_oauth_token(json: &Json) -> Fit<GetOauthToken> {
    let mut members = Members::of(json)?;
    let mut request = GetOauthToken::default();
    request.client_id = members.optional("client_id", "client_id", text::<AccountId>)?;
    request.client_secret = members.optional("client_secret", "client_secret", text::<Secret>)?;
    request.grant_type = members.optional("grant_type", "grant_type", text)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn confirm_conversion(json: &Json) -> Fit<ConfirmConversion> {
    let mut members = Members::of(json)?;
    let mut request = ConfirmConversion::default();
    request.message_id = members.optional("messageId", "message_id", id)?;
    request.extra = members.extra()?;
    Ok(request)
}

/// JSON says octets by their digits alone.
fn binary(json: &Json) -> Fit<Binary> {
    let mut members = Members::of(json)?;
    let mut binary = Binary::default();
    binary.hex = members.optional("hex", "hex", text)?;
    binary.data_coding = members.optional("dataCoding", "data_coding", integer)?;
    binary.esm_class = members.optional("esmClass", "esm_class", integer)?;
    binary.extra = members.extra()?;
    Ok(binary)
}

fn destinations(json: &Json) -> Fit<Vec<Destination>> {
    match json {
        Json::Array(_) => items(json, destination),
        Json::String(_) | Json::Number(_) => Ok(vec![destination(json)?]),
        _ => Err(Unfit),
    }
}

fn destination(json: &Json) -> Fit<Destination> {
    if !json.is_object() {
        return Ok(Destination::new(number(json)?));
    }
    let mut members = Members::of(json)?;
    let mut destination = Destination::default();
    destination.to = members.optional("to", "to", number)?;
    destination.message_id = members.optional("messageId", "message_id", id)?;
    destination.extra = members.extra()?;
    Ok(destination)
}

fn language(json: &Json) -> Fit<Language> {
    let mut members = Members::of(json)?;
    let mut language = Language::default();
    language.language_code = members.optional("languageCode", "language_code", text)?;
    language.single_shift = members.optional("singleShift", "single_shift", boolean)?;
    language.locking_shift = members.optional("lockingShift", "locking_shift", boolean)?;
    language.extra = members.extra()?;
    Ok(language)
}

fn tracking(json: &Json) -> Fit<Tracking> {
    let mut members = Members::of(json)?;
    let mut tracking = Tracking::default();
    tracking.track = members.optional("track", "track", text)?;
    tracking.kind = members.optional("type", "type", text)?;
    tracking.process_key = members.optional("processKey", "process_key", text)?;
    tracking.base_url = members.optional("baseUrl", "base_url", text)?;
    tracking.extra = members.extra()?;
    Ok(tracking)
}

fn speed(json: &Json) -> Fit<SendingSpeedLimit> {
    let mut members = Members::of(json)?;
    let mut speed = SendingSpeedLimit::default();
    speed.amount = members.optional("amount", "amount", integer)?;
    speed.time_unit = members.optional("timeUnit", "time_unit", text)?;
    speed.extra = members.extra()?;
    Ok(speed)
}

fn url_options(json: &Json) -> Fit<UrlOptions> {
    let mut members = Members::of(json)?;
    let mut options = UrlOptions::default();
    options.shorten_url = members.optional("shortenUrl", "shorten_url", boolean)?;
    options.track_clicks = members.optional("trackClicks", "track_clicks", boolean)?;
    options.tracking_url = members.optional("trackingUrl", "tracking_url", text)?;
    options.remove_protocol = members.optional("removeProtocol", "remove_protocol", boolean)?;
    options.custom_domain = members.optional("customDomain", "custom_domain", text)?;
    options.extra = members.extra()?;
    Ok(options)
}

fn window(json: &Json) -> Fit<DeliveryTimeWindow> {
    let mut members = Members::of(json)?;
    let days = items(&members.required("days", "days")?, |day| day.as_str().map(Day::from).ok_or(Unfit))?;
    let mut window = DeliveryTimeWindow::new(days);
    window.from = members.optional("from", "from", time_of_day)?;
    window.to = members.optional("to", "to", time_of_day)?;
    window.extra = members.extra()?;
    Ok(window)
}

fn time_of_day(json: &Json) -> Fit<TimeOfDay> {
    let mut members = Members::of(json)?;
    let mut time = TimeOfDay::default();
    time.hour = members.optional("hour", "hour", integer)?;
    time.minute = members.optional("minute", "minute", integer)?;
    members.nothing_else()?;
    Ok(time)
}

fn regional(json: &Json) -> Fit<Regional> {
    let mut members = Members::of(json)?;
    let mut regional = Regional::default();
    regional.india_dlt = members.optional("indiaDlt", "india_dlt", |json| {
        let mut members = Members::of(json)?;
        let mut india = IndiaDlt::default();
        india.content_template_id = members.optional("contentTemplateId", "content_template_id", text)?;
        india.principal_entity_id = members.optional("principalEntityId", "principal_entity_id", text)?;
        india.telemarketer_id = members.optional("telemarketerId", "telemarketer_id", text)?;
        india.extra = members.extra()?;
        Ok(india)
    })?;
    regional.turkey_iys = members.optional("turkeyIys", "turkey_iys", |json| {
        let mut members = Members::of(json)?;
        let mut turkey = TurkeyIys::default();
        turkey.brand_code = members.optional("brandCode", "brand_code", integer)?;
        turkey.recipient_type = members.optional("recipientType", "recipient_type", text)?;
        turkey.extra = members.extra()?;
        Ok(turkey)
    })?;
    regional.south_korea = members.optional("southKorea", "south_korea", |json| {
        let mut members = Members::of(json)?;
        let mut korea = SouthKorea::default();
        korea.reseller_code = members.optional("resellerCode", "reseller_code", integer)?;
        korea.title = members.optional("title", "title", text)?;
        korea.extra = members.extra()?;
        Ok(korea)
    })?;
    regional.extra = members.extra()?;
    Ok(regional)
}

pub fn get_reports(json: &Json) -> Fit<GetReports> {
    let mut members = Members::of(json)?;
    let mut request = GetReports::default();
    request.bulk_id = members.optional("bulkId", "bulk_id", id)?;
    request.message_id = members.optional("messageId", "message_id", id)?;
    request.limit = members.optional("limit", "limit", integer)?;
    request.application_id = members.optional("applicationId", "application_id", text)?;
    request.entity_id = members.optional("entityId", "entity_id", text)?;
    request.campaign_reference_id = members.optional("campaignReferenceId", "campaign_reference_id", text)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn get_logs(json: &Json) -> Fit<GetLogs> {
    let mut members = Members::of(json)?;
    let mut request = GetLogs::default();
    request.sender = members.optional("from", "sender", text)?;
    request.to = members.optional("to", "to", number)?;
    request.bulk_id = members.optional("bulkId", "bulk_id", ids)?;
    request.message_id = members.optional("messageId", "message_id", ids)?;
    request.general_status = members.optional("generalStatus", "general_status", text)?;
    request.sent_since = members.optional("sentSince", "sent_since", text)?;
    request.sent_until = members.optional("sentUntil", "sent_until", text)?;
    request.limit = members.optional("limit", "limit", integer)?;
    request.mcc = members.optional("mcc", "mcc", id)?;
    request.mnc = members.optional("mnc", "mnc", id)?;
    request.extra = members.extra()?;
    Ok(request)
}

fn ids(json: &Json) -> Fit<Ids> {
    match json {
        Json::String(text) => Ok(Ids::from(text.as_str())),
        Json::Array(_) => Ok(Ids::from(items(json, id)?)),
        _ => Ok(Ids::from(id(json)?)),
    }
}

pub fn get_inbox_reports(json: &Json) -> Fit<GetInboxReports> {
    let mut members = Members::of(json)?;
    let mut request = GetInboxReports::default();
    request.limit = members.optional("limit", "limit", integer)?;
    request.extra = members.extra()?;
    Ok(request)
}

pub fn get_inbox_logs(json: &Json) -> Fit<GetInboxLogs> {
    let mut members = Members::of(json)?;
    let mut request = GetInboxLogs::default();
    request.keyword = members.optional("keyword", "keyword", text)?;
    request.to = members.optional("to", "to", text)?;
    request.received_since = members.optional("receivedSince", "received_since", text)?;
    request.received_until = members.optional("receivedUntil", "received_until", text)?;
    request.limit = members.optional("limit", "limit", integer)?;
    request.extra = members.extra()?;
    Ok(request)
}
