//! The Kenyan `smslist` family: Fast Message, Advanta, TextSMS, Celcom and other faces of one platform.
//!
//! | operation | request |
//! | --- | --- |
//! | [`Gateway::send_bulk`] | `POST {base}/api/services/sendbulk` |
//! | [`check_bulk`] | judges a finished payload of it |

mod code;
mod gateway;
mod message;
mod reply;
pub(crate) mod rules;
pub mod send_bulk;

pub use code::{CODES, CodeRow, HTTP_STATUSES};
pub use gateway::{Gateway, LIMITS, Options};
pub use message::{BulkMessage, SendBulk, SendTime};
pub use reply::{SentBulk, SentMessage, UnmatchedMessage};
pub use rules::RULES;
pub use send_bulk::{BulkPlan, BulkPlanner, check_bulk, check_bulk_value};

use crate::fields::ObjectNames;

/// The objects of this dialect's requests with their fields' two names, for bindings.
pub const OBJECTS: &[&ObjectNames] = &[SendBulk::NAMES, BulkMessage::NAMES];
