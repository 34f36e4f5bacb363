//! Infobip's SMS API and its white labels.
//!
//! | operation | request |
//! | --- | --- |
//! | [`Gateway::send_text`] | `POST {base}/sms/1/text/advanced`, version 2: `/sms/2/` |
//! | [`check_text`] | judges a finished payload of it |

mod auth;
mod gateway;
mod message;
mod parts;
mod reply;
pub(crate) mod rules;
pub mod send_text;
mod status;
mod value_rules;

pub use auth::Auth;
pub use gateway::{Gateway, LIMITS, Options};
pub use message::{Destination, SendText, TextMessage};
pub use parts::{
    DAYS, Day, DeliveryTimeWindow, IndiaDlt, Language, Regional, SendingSpeedLimit, SouthKorea, TimeOfDay, Tracking,
    TurkeyIys, UrlOptions,
};
pub use reply::{SentMessage, SentText, UnmatchedMessage};
pub use rules::RULES;
pub use send_text::{TextPlan, TextPlanner, check_text, check_text_value};
pub use status::{STATUSES, Status, StatusRow};
pub use value_rules::{LANGUAGES, NOTIFY_CONTENT_TYPES, TRANSLITERATIONS};

use crate::fields::ObjectNames;

/// The objects of this dialect's requests with their fields' two names, for bindings.
pub const OBJECTS: &[&ObjectNames] = &[
    SendText::NAMES,
    TextMessage::NAMES,
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
