//! The Kenyan `smslist` family: Fast Message, Advanta, TextSMS, Celcom and other faces of one platform.
//!
//! | operation | request |
//! | --- | --- |
//! | [`Gateway::send_bulk`] | `POST {base}/api/services/sendbulk` |
//! | [`check_bulk`] | judges a finished payload of it |
//! | [`Gateway::send_sms`] | `POST {base}/api/services/sendsms` |
//! | [`Gateway::plan_sms`] | the same, of a long list of numbers |
//! | [`check_sms`] | judges a finished payload of it |

mod account;
mod code;
mod gateway;
mod message;
mod numbers;
mod reply;
pub(crate) mod rules;
pub mod send_bulk;
pub mod send_sms;

pub use code::{CODES, CodeRow, HTTP_STATUSES};
pub use gateway::{Gateway, LIMITS, Options};
pub use message::{BulkMessage, SendBulk, SendTime};
pub use numbers::Numbers;
pub use reply::{SentBulk, SentMessage, UnmatchedMessage};
pub use rules::RULES;
pub use send_bulk::{BulkPlan, BulkPlanner, check_bulk, check_bulk_value};
pub use send_sms::{SendSms, SmsPlan, SmsPlanner, check_sms, check_sms_value};

use crate::fields::ObjectNames;

/// The objects of this dialect's requests with their fields' two names, for bindings.
pub const OBJECTS: &[&ObjectNames] = &[SendBulk::NAMES, BulkMessage::NAMES, SendSms::NAMES];
