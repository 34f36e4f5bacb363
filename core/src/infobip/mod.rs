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
//! | [`parse_webhook`] | what the gateway pushes: reports, messages, clicks |
//! | [`check_text`], [`check_binary`] | judge a finished payload of them |

mod advanced;
mod asking;
mod auth;
mod delivery_errors;
mod destination;
mod errors;
mod estimate;
mod gateway;
pub mod get_inbox_logs;
pub mod get_inbox_reports;
pub mod get_logs;
pub mod get_reports;
mod hex;
mod ids;
mod inbound;
pub mod parse_webhook;
mod parts;
mod query_rules;
mod reply;
mod reports;
pub(crate) mod rules;
pub mod send_binary;
pub mod send_text;
mod status;
mod url_click;
mod value_rules;

pub use crate::window::{DAYS, Day};
pub use auth::Auth;
pub use delivery_errors::{DELIVERY_ERRORS, DELIVERY_ERRORS_SOURCE, DeliveryError, DeliveryErrorRow};
pub use destination::Destination;
pub use errors::{ERROR_CODES, ErrorCodeRow, HTTP_STATUSES};
pub(crate) use estimate::text_options;
pub use gateway::{Gateway, LIMITS, Options};
pub use get_inbox_logs::GetInboxLogs;
pub use get_inbox_reports::GetInboxReports;
pub use get_logs::GetLogs;
pub use get_reports::GetReports;
pub use hex::{Binary, Hex};
pub use ids::Ids;
pub use inbound::{InboundMessage, InboundMessages};
pub use parse_webhook::{Event, parse_webhook};
pub use parts::{
    DeliveryTimeWindow, IndiaDlt, Language, Regional, SendingSpeedLimit, SouthKorea, TimeOfDay, Tracking, TurkeyIys,
    UrlOptions,
};
pub use query_rules::GENERAL_STATUSES;
pub use reply::{SentMessage, SentMessages, UnmatchedMessage};
pub use reports::{DeliveryReport, Log, Logs, Price, Reports};
pub use rules::RULES;
pub use send_binary::{BinaryMessage, BinaryPlan, BinaryPlanner, SendBinary, check_binary, check_binary_value};
pub use send_text::{SendText, TextMessage, TextPlan, TextPlanner, check_text, check_text_value};
pub use status::{STATUSES, Status, StatusRow};
pub use url_click::{GeoLocationInfo, RecipientInfo, UrlClick};
pub use value_rules::{LANGUAGES, NOTIFY_CONTENT_TYPES, TRANSLITERATIONS};

use crate::fields::ObjectNames;

/// The objects of this dialect's requests with their fields' two names, for bindings.
pub const OBJECTS: &[&ObjectNames] = &[
    SendText::NAMES,
    TextMessage::NAMES,
    SendBinary::NAMES,
    BinaryMessage::NAMES,
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
];
