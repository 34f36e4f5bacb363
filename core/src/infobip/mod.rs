//! Infobip's SMS API and its white labels.
//!
//! | operation | request |
//! | --- | --- |
//! | [`Gateway::send_text`] | `POST {base}/sms/1/text/advanced`, version 2: `/sms/2/` |
//! | [`Gateway::send_binary`] | `POST {base}/sms/1/binary/advanced`, version 2: `/sms/2/` |
//! | [`check_text`], [`check_binary`] | judge a finished payload of them |

mod advanced;
mod auth;
mod delivery_errors;
mod destination;
mod errors;
mod estimate;
mod gateway;
mod hex;
mod parts;
mod reply;
pub(crate) mod rules;
pub mod send_binary;
pub mod send_text;
mod status;
mod value_rules;

pub use crate::window::{DAYS, Day};
pub use auth::Auth;
pub use delivery_errors::{DELIVERY_ERRORS, DELIVERY_ERRORS_SOURCE, DeliveryError, DeliveryErrorRow};
pub use destination::Destination;
pub use errors::{ERROR_CODES, ErrorCodeRow, HTTP_STATUSES};
pub(crate) use estimate::text_options;
pub use gateway::{Gateway, LIMITS, Options};
pub use hex::{Binary, Hex};
pub use parts::{
    DeliveryTimeWindow, IndiaDlt, Language, Regional, SendingSpeedLimit, SouthKorea, TimeOfDay, Tracking, TurkeyIys,
    UrlOptions,
};
pub use reply::{SentMessage, SentMessages, UnmatchedMessage};
pub use rules::RULES;
pub use send_binary::{BinaryMessage, BinaryPlan, BinaryPlanner, SendBinary, check_binary, check_binary_value};
pub use send_text::{SendText, TextMessage, TextPlan, TextPlanner, check_text, check_text_value};
pub use status::{STATUSES, Status, StatusRow};
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
];
