//! What the public types can do, whatever they hold.

use std::fmt::Debug;

use serde::Serialize;
use smskernel::blackkonnect;
use smskernel::infobip::{self, Auth, BinaryMessage, SentMessages, TextMessage};
use smskernel::smslist::{self, SentBulk};
use smskernel::text;
use smskernel::webhook::{self, MalformedEvent, UnreadableWebhook, Webhook};
use smskernel::{
    Call, CallPieces, CallResult, CheckOptions, Fate, InvalidRequest, Merged, Number, Outcome, Refused, Rejected,
    ReplyError, ReplyReader, RowResult, Secret, Timestamp, UnreadableReply, Value, Violation,
};

/// What is public can go to any thread and stay there.
#[test]
#[expect(clippy::too_many_lines, reason = "a line for each type")]
fn everything_public_is_send_sync_and_static() {
    fn free<T: Send + Sync + 'static>() {}
    fn cheap<T: Send + Sync + Clone + Debug + 'static>() {}
    cheap::<infobip::Gateway>();
    cheap::<infobip::Options>();
    cheap::<infobip::SendText>();
    cheap::<Auth>();
    cheap::<Call<SentMessages>>();
    cheap::<ReplyReader<SentMessages>>();
    cheap::<SentMessages>();
    cheap::<infobip::SentMessage>();
    cheap::<infobip::UnmatchedMessage>();
    cheap::<infobip::Status>();
    cheap::<infobip::SendBinary>();
    cheap::<infobip::BinaryMessage>();
    cheap::<infobip::Binary>();
    cheap::<infobip::Hex>();
    cheap::<infobip::GetReports>();
    cheap::<infobip::GetLogs>();
    cheap::<infobip::GetInboxReports>();
    cheap::<infobip::GetInboxLogs>();
    cheap::<infobip::Ids>();
    cheap::<infobip::Reports>();
    cheap::<infobip::Logs>();
    cheap::<infobip::DeliveryReport>();
    cheap::<infobip::DeliveryError>();
    cheap::<infobip::Price>();
    cheap::<infobip::InboundMessages>();
    cheap::<infobip::InboundMessage>();
    cheap::<infobip::UrlClick>();
    cheap::<infobip::RecipientInfo>();
    cheap::<infobip::GeoLocationInfo>();
    cheap::<infobip::Event>();
    cheap::<Call<infobip::Reports>>();
    cheap::<ReplyReader<infobip::Reports>>();
    cheap::<ReplyReader<infobip::InboundMessages>>();
    cheap::<blackkonnect::Gateway>();
    cheap::<blackkonnect::Options>();
    cheap::<blackkonnect::TokenRequest>();
    cheap::<blackkonnect::GenericRequest>();
    cheap::<blackkonnect::SimpleSmsMessageRequest>();
    cheap::<blackkonnect::BulkSmsMessageRequest>();
    cheap::<blackkonnect::SmsMessage>();
    cheap::<blackkonnect::MessageDestination>();
    cheap::<blackkonnect::DeliveryWindow>();
    cheap::<blackkonnect::DeliveryTime>();
    cheap::<blackkonnect::GetBulkStatus>();
    cheap::<blackkonnect::GetMessageStatus>();
    cheap::<blackkonnect::Token>();
    cheap::<blackkonnect::SimpleSmsMessageResponse>();
    cheap::<blackkonnect::BulkSmsMessageResponse>();
    cheap::<blackkonnect::SentMessage>();
    cheap::<blackkonnect::SmsMessageDeliveryStatus>();
    cheap::<blackkonnect::MessageGroupStatus>();
    cheap::<blackkonnect::ItemPagination>();
    cheap::<blackkonnect::DeliveryStatuses>();
    cheap::<blackkonnect::GatewayMessageDeliveryStatus>();
    cheap::<blackkonnect::GenericResponseNetworkOperatorMessageDeliveryDTO>();
    cheap::<blackkonnect::NetworkOperatorMessageDeliveryDTO>();
    cheap::<blackkonnect::ProblemDetail>();
    cheap::<Call<blackkonnect::Token>>();
    cheap::<Call<blackkonnect::SimpleSmsMessageResponse>>();
    cheap::<Call<blackkonnect::BulkSmsMessageResponse>>();
    cheap::<Call<blackkonnect::DeliveryStatuses>>();
    cheap::<ReplyReader<blackkonnect::Token>>();
    cheap::<ReplyReader<blackkonnect::BulkSmsMessageResponse>>();
    cheap::<ReplyReader<blackkonnect::DeliveryStatuses>>();
    cheap::<smslist::Gateway>();
    cheap::<smslist::Options>();
    cheap::<smslist::SendBulk>();
    cheap::<smslist::SendSms>();
    cheap::<smslist::Numbers>();
    cheap::<smslist::SendOtp>();
    cheap::<smslist::GetDeliveryReport>();
    cheap::<smslist::GetBalance>();
    cheap::<smslist::Credit>();
    cheap::<smslist::Amount>();
    cheap::<smslist::DeliveryReport>();
    cheap::<smslist::Balance>();
    cheap::<smslist::Credited>();
    cheap::<smslist::InboundMessage>();
    cheap::<smslist::Event>();
    cheap::<Webhook<smslist::Event>>();
    cheap::<Call<smslist::DeliveryReport>>();
    cheap::<Call<smslist::Balance>>();
    cheap::<Call<smslist::Credited>>();
    cheap::<ReplyReader<smslist::Credited>>();
    cheap::<Call<SentBulk>>();
    cheap::<ReplyReader<SentBulk>>();
    cheap::<SentBulk>();
    cheap::<InvalidRequest>();
    cheap::<Violation>();
    cheap::<ReplyError>();
    cheap::<Refused>();
    cheap::<UnreadableReply>();
    cheap::<Outcome>();
    cheap::<Rejected>();
    cheap::<Merged>();
    cheap::<RowResult<infobip::SentMessage>>();
    cheap::<Fate>();
    cheap::<CheckOptions>();
    cheap::<Timestamp>();
    cheap::<Secret>();
    cheap::<Value<'static>>();
    cheap::<text::Body>();
    cheap::<text::DataCoding>();
    cheap::<text::Decoded>();
    cheap::<text::UserDataHeader>();
    cheap::<text::Whole>();
    cheap::<webhook::Request<'static>>();
    cheap::<webhook::Headers>();
    cheap::<webhook::Limits>();
    cheap::<MalformedEvent>();
    cheap::<UnreadableWebhook>();
    cheap::<Webhook<blackkonnect::Event>>();
    free::<CallPieces<SentMessages>>();
    free::<infobip::TextPlanner>();
    free::<infobip::TextPlan<std::vec::IntoIter<TextMessage>>>();
    free::<infobip::BinaryPlanner>();
    free::<infobip::BinaryPlan<std::vec::IntoIter<BinaryMessage>>>();
    free::<CallPieces<blackkonnect::Token>>();
    free::<blackkonnect::BulkPlanner>();
    free::<blackkonnect::BulkPlan<std::vec::IntoIter<blackkonnect::SmsMessage>>>();
    free::<CallResult<blackkonnect::BulkSmsMessageResponse>>();
    free::<smslist::BulkPlanner>();
    free::<smslist::SmsPlanner>();
    free::<smslist::SmsPlan<std::vec::IntoIter<Number>>>();
    free::<CallResult<SentMessages>>();
}

#[test]
fn errors_are_errors_and_answers_serialise() {
    fn error<T: std::error::Error + Send + Sync + 'static>() {}
    fn json<T: Serialize>() {}
    error::<InvalidRequest>();
    error::<ReplyError>();
    error::<Refused>();
    error::<UnreadableReply>();
    error::<smskernel::TimeError>();
    error::<text::TextError>();
    error::<UnreadableWebhook>();
    json::<SentMessages>();
    json::<SentBulk>();
    json::<infobip::Reports>();
    json::<infobip::Logs>();
    json::<infobip::InboundMessages>();
    json::<infobip::Event>();
    json::<blackkonnect::Token>();
    json::<blackkonnect::SimpleSmsMessageResponse>();
    json::<blackkonnect::BulkSmsMessageResponse>();
    json::<blackkonnect::DeliveryStatuses>();
    json::<blackkonnect::GetBulkStatus>();
    json::<blackkonnect::ProblemDetail>();
    json::<Violation>();
    json::<ReplyError>();
    json::<Outcome>();
    json::<UnreadableWebhook>();
    json::<Webhook<blackkonnect::Event>>();
}
