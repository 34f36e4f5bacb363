//! Infobip's SMS API and its white labels.
//!
//! | operation | request |
//! | --- | --- |
//! | [`Gateway::send_text`] | `POST {base}/sms/1/text/advanced`, version 2: `/sms/2/` |
//! | [`Gateway::send_binary`] | `POST {base}/sms/1/binary/advanced`, version 2: `/sms/2/` |
//! | [`Gateway::get_reports`] | `GET {base}/sms/1/reports`, each report once |
//! | [`Gateway::get_logs`] | `GET {base}/sms/1/logs` |
//! | [`Gateway::get_inbox_reports`] | `GET {base}/sms/1/inbox/reports`, each message once |
//! | [`Gateway::get_inbox_logs`] | `GET {base}/sms/1/inbox/logs` |
//! | [`parse_webhook()`] | what the gateway pushes: reports, messages, clicks |
//! | [`Gateway::send_text_single`] | `POST {base}/sms/1/text/single`, version 2: `/sms/2/` |
//! | [`Gateway::send_text_multi`] | `POST {base}/sms/1/text/multi` |
//! | [`Gateway::send_binary_single`] | `POST {base}/sms/1/binary/single` |
//! | [`Gateway::send_binary_multi`] | `POST {base}/sms/1/binary/multi` |
//! | [`Gateway::get_schedule`], [`Gateway::reschedule`] | `GET`, `PUT {base}/sms/1/bulks?bulkId` |
//! | [`Gateway::get_bulk_status`], [`Gateway::set_bulk_status`] | `GET`, `PUT {base}/sms/1/bulks/status?bulkId` |
//! | [`Gateway::preview`] | `POST {base}/sms/1/preview` |
//! | [`Gateway::get_balance`] | `GET {base}/account/1/balance` |
//! | [`Gateway::create_session`], [`Gateway::end_session`] | `POST`, `DELETE {base}/auth/1/session` |
//! | [`Gateway::get_oauth_token`] | `POST {base}/auth/1/oauth2/token` |
//! | [`Gateway::confirm_conversion`] | `POST {base}/ct/1/log/end/{messageId}` |
//! | [`check_text`], [`check_binary`], [`check_text_single`], [`check_text_multi`], [`check_binary_single`], [`check_binary_multi`] | judge a finished payload of the sends |

mod advanced;
mod asking;
mod auth;
pub mod confirm_conversion;
pub mod create_session;
mod delivery_errors;
mod destination;
pub mod end_session;
mod errors;
mod estimate;
mod gateway;
pub mod get_balance;
pub mod get_bulk_status;
pub mod get_inbox_logs;
pub mod get_inbox_reports;
pub mod get_logs;
pub mod get_oauth_token;
pub mod get_reports;
pub mod get_schedule;
mod hex;
mod ids;
mod inbound;
pub mod parse_webhook;
mod parts;
pub mod preview;
mod query_rules;
mod recipients;
mod reply;
mod reports;
pub mod reschedule;
pub(crate) mod rules;
pub mod send_binary;
pub mod send_binary_multi;
pub mod send_binary_single;
pub mod send_text;
pub mod send_text_multi;
pub mod send_text_single;
pub mod set_bulk_status;
mod simple;
mod status;
mod token;
mod url_click;
mod value_rules;

pub use crate::window::{DAYS, Day};
pub use auth::Auth;
pub use confirm_conversion::{ConfirmConversion, ConversionConfirmed};
pub use create_session::CreateSession;
pub use delivery_errors::{DELIVERY_ERRORS, DELIVERY_ERRORS_SOURCE, DeliveryError, DeliveryErrorRow};
pub use destination::Destination;
pub use end_session::{EndSession, SessionEnded};
pub use errors::{ERROR_CODES, ErrorCodeRow, HTTP_STATUSES};
pub(crate) use estimate::text_options;
pub use gateway::{Gateway, LIMITS, Options};
pub use get_balance::{Balance, GetBalance};
pub use get_bulk_status::{BulkStatus, GetBulkStatus};
pub use get_inbox_logs::GetInboxLogs;
pub use get_inbox_reports::GetInboxReports;
pub use get_logs::GetLogs;
pub use get_oauth_token::GetOauthToken;
pub use get_reports::GetReports;
pub use get_schedule::{GetSchedule, Schedule};
pub use hex::{Binary, Hex};
pub use ids::Ids;
pub use inbound::{InboundMessage, InboundMessages};
pub use parse_webhook::{Event, parse_webhook};
pub use parts::{
    DeliveryTimeWindow, IndiaDlt, Language, Regional, SendingSpeedLimit, SouthKorea, TimeOfDay, Tracking, TurkeyIys,
    UrlOptions,
};
pub use preview::{Preview, PreviewRequest, TextPreview};
pub use query_rules::GENERAL_STATUSES;
pub use recipients::Recipients;
pub use reply::{SentMessage, SentMessages, UnmatchedMessage};
pub use reports::{DeliveryReport, Log, Logs, Price, Reports};
pub use reschedule::Reschedule;
pub use rules::RULES;
pub use send_binary::{BinaryMessage, BinaryPlan, BinaryPlanner, SendBinary, check_binary, check_binary_value};
pub use send_binary_multi::{SendBinaryMulti, check_binary_multi, check_binary_multi_value};
pub use send_binary_single::{SendBinarySingle, SimpleBinary, check_binary_single, check_binary_single_value};
pub use send_text::{SendText, TextMessage, TextPlan, TextPlanner, check_text, check_text_value};
pub use send_text_multi::{SendTextMulti, check_text_multi, check_text_multi_value};
pub use send_text_single::{SendTextSingle, SimpleText, check_text_single, check_text_single_value};
pub use set_bulk_status::{BULK_STATUSES, SetBulkStatus};
pub use status::{STATUSES, Status, StatusRow};
pub use token::{OauthToken, Session};
pub use url_click::{GeoLocationInfo, RecipientInfo, UrlClick};
pub use value_rules::{LANGUAGES, NOTIFY_CONTENT_TYPES, TRANSLITERATIONS};

use crate::fields::ObjectNames;

/// The objects of this dialect's requests with their fields' two names, for bindings.
pub const OBJECTS: &[&ObjectNames] = &[
    SendText::NAMES,
    TextMessage::NAMES,
    SendBinary::NAMES,
    BinaryMessage::NAMES,
    SimpleText::NAMES,
    SendTextMulti::NAMES,
    SimpleBinary::NAMES,
    SendBinaryMulti::NAMES,
    Binary::NAMES,
    Destination::NAMES,
    Language::NAMES,
    DeliveryTimeWindow::NAMES,
    TimeOfDay::NAMES,
    Regional::NAMES,
    IndiaDlt::NAMES,
    TurkeyIys::NAMES,
    SouthKorea::NAMES,
    Tracking::NAMES,
    SendingSpeedLimit::NAMES,
    UrlOptions::NAMES,
    GetReports::NAMES,
    GetLogs::NAMES,
    GetInboxReports::NAMES,
    GetInboxLogs::NAMES,
    GetSchedule::NAMES,
    Reschedule::NAMES,
    GetBulkStatus::NAMES,
    SetBulkStatus::NAMES,
    PreviewRequest::NAMES,
    GetBalance::NAMES,
    CreateSession::NAMES,
    EndSession::NAMES,
    GetOauthToken::NAMES,
    ConfirmConversion::NAMES,
];

crate::named::named! {
    send_text::SendTextOperation,
    send_binary::SendBinaryOperation,
    send_text_single::SendTextSingleOperation,
    send_text_multi::SendTextMultiOperation,
    send_binary_single::SendBinarySingleOperation,
    send_binary_multi::SendBinaryMultiOperation,
    get_reports::GetReportsOperation,
    get_logs::GetLogsOperation,
    get_inbox_reports::GetInboxReportsOperation,
    get_inbox_logs::GetInboxLogsOperation,
    get_schedule::GetScheduleOperation,
    reschedule::RescheduleOperation,
    get_bulk_status::GetBulkStatusOperation,
    set_bulk_status::SetBulkStatusOperation,
    preview::PreviewOperation,
    get_balance::GetBalanceOperation,
    create_session::CreateSessionOperation,
    end_session::EndSessionOperation,
    get_oauth_token::GetOauthTokenOperation,
    confirm_conversion::ConfirmConversionOperation,
}
