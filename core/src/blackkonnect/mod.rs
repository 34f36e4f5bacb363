//! Blackkonnect's SMS API.
//!
//! | operation | request |
//! | --- | --- |
//! | [`Gateway::get_token`] | `POST {base}/api/sms/authenticate/access-token/token/v1` |
//! | [`Gateway::send_message`] | `POST {base}/api/sms/send-message/v1` |
//! | [`Gateway::send_bulk`] | `POST {base}/api/sms/send-bulk-messages/v1` |
//! | [`Gateway::get_bulk_status`] | `GET {base}/api/sms/messages/status/bulk/{bulkCorrelationId}/v1` |
//! | [`Gateway::get_message_status`] | `GET {base}/api/sms/messages/status/{messageId}/v1`, a path that is a setting |
//! | [`check_message`], [`check_bulk`] | judge a finished payload of the sends |
//! | [`parse_webhook`](mod@parse_webhook) | reads deliveries that arrive at an address of yours; no document describes any |
//!
//! Its documents show examples and nothing else: no limits, no required fields, no lists of values. So nothing is refused here
//! but what has the wrong type, an hour that no clock shows, and a message that has nobody to go to; all else is a warning at
//! most, and no limit of another gateway applies.
//!
//! That the token goes into `Authorization: Bearer …` is inferred: the pages have an Authorization part and do not show
//! what is in it.
//!
//! The objects bear the names of the documents' schemas.

mod envelope;
mod gateway;
mod generic;
pub mod get_bulk_status;
pub mod get_message_status;
pub mod get_token;
pub mod parse_webhook;
mod problem;
mod reply;
pub(crate) mod rules;
mod schemas;
pub mod send_bulk;
pub mod send_message;
mod sms_message;
mod status;
mod statuses;
mod value_rules;

pub use gateway::{Gateway, LIMITS, MESSAGE_STATUS_PATH, Options};
pub use generic::GenericRequest;
pub use get_bulk_status::GetBulkStatus;
pub use get_message_status::GetMessageStatus;
pub use get_token::{Token, TokenRequest};
pub use parse_webhook::{Event, parse_webhook};
pub use problem::ProblemDetail;
pub use reply::{BulkSmsMessageResponse, SentMessage, SimpleSmsMessageResponse};
pub use rules::RULES;
pub use schemas::{
    GenericResponseNetworkOperatorMessageDeliveryDTO, ItemPagination, MessageGroupStatus,
    NetworkOperatorMessageDeliveryDTO, SmsMessageDeliveryStatus,
};
pub use send_bulk::{BulkPlan, BulkPlanner, BulkSmsMessageRequest, check_bulk, check_bulk_value};
pub use send_message::{SimpleSmsMessageRequest, check_message, check_message_value};
pub use sms_message::{DeliveryTime, DeliveryWindow, MessageDestination, SmsMessage};
pub use status::{DELIVERY_STATUSES, DeliveryStatusRow, HTTP_STATUSES};
pub use statuses::{DeliveryStatuses, GatewayMessageDeliveryStatus};

pub use crate::window::{DAYS, Day};

/// Of this schema no document shows a field: an open object, kept as it came. It likely stands behind `messageContent` of
/// a [`NetworkOperatorMessageDeliveryDTO`], in its `extra`.
pub type GatewayMessageDeliveryStatusDTO = crate::Value<'static>;

use crate::fields::ObjectNames;

/// The objects of this dialect's requests with their fields' two names, for bindings.
pub const OBJECTS: &[&ObjectNames] = &[
    TokenRequest::NAMES,
    GenericRequest::NAMES,
    SimpleSmsMessageRequest::NAMES,
    BulkSmsMessageRequest::NAMES,
    SmsMessage::NAMES,
    MessageDestination::NAMES,
    DeliveryWindow::NAMES,
    DeliveryTime::NAMES,
    GetBulkStatus::NAMES,
    GetMessageStatus::NAMES,
];

crate::named::named! {
    get_token::GetTokenOperation,
    send_message::SendMessageOperation,
    send_bulk::SendBulkOperation,
    get_bulk_status::GetBulkStatusOperation,
    get_message_status::GetMessageStatusOperation,
}
