//! The Kenyan `smslist` family: Fast Message, Advanta, TextSMS, Celcom and other faces of one platform.
//!
//! | operation | request |
//! | --- | --- |
//! | [`Gateway::send_bulk`] | `POST {base}/api/services/sendbulk` |
//! | [`check_bulk`] | judges a finished payload of it |
//! | [`Gateway::send_sms`] | `POST {base}/api/services/sendsms` |
//! | [`Gateway::plan_sms`] | the same, of a long list of numbers |
//! | [`check_sms`] | judges a finished payload of it |
//! | [`Gateway::send_otp`] | `POST {base}/api/services/sendotp` |
//! | [`check_otp`] | judges a finished payload of it |
//! | [`Gateway::get_delivery_report`] | `POST {base}/api/services/getdlr` |
//! | [`Gateway::get_balance`] | `POST {base}/api/services/getbalance` |
//! | [`Gateway::credit`] | `POST {base}/api/services/credit`, for resellers |
//! | [`parse_webhook`](fn@parse_webhook) | reads delivery callbacks, and messages to short codes |

mod account;
mod code;
pub mod credit;
mod delivery;
mod gateway;
pub mod get_balance;
pub mod get_delivery_report;
mod message;
mod numbers;
pub mod parse_webhook;
mod reply;
pub(crate) mod rules;
pub mod send_bulk;
pub mod send_otp;
pub mod send_sms;

pub use code::{CODES, CodeRow, HTTP_STATUSES};
pub use credit::{Amount, Credit, Credited};
pub use delivery::{DELIVERY_STATUSES, DeliveryReport, DeliveryStatusRow};
pub use gateway::{Gateway, LIMITS, Options};
pub use get_balance::{Balance, GetBalance};
pub use get_delivery_report::GetDeliveryReport;
pub use message::{BulkMessage, SendBulk, SendTime};
pub use numbers::Numbers;
pub use parse_webhook::{Event, InboundMessage, parse_webhook};
pub use reply::{SentBulk, SentMessage, UnmatchedMessage};
pub use rules::RULES;
pub use send_bulk::{BulkPlan, BulkPlanner, check_bulk, check_bulk_value};
pub use send_otp::{SendOtp, check_otp, check_otp_value};
pub use send_sms::{SendSms, SmsPlan, SmsPlanner, check_sms, check_sms_value};

use crate::fields::ObjectNames;

/// The objects of this dialect's requests with their fields' two names, for bindings.
pub const OBJECTS: &[&ObjectNames] = &[
    SendBulk::NAMES,
    BulkMessage::NAMES,
    SendSms::NAMES,
    SendOtp::NAMES,
    GetDeliveryReport::NAMES,
    GetBalance::NAMES,
    Credit::NAMES,
];

crate::named::named! {
    send_bulk::SendBulkOperation,
    send_sms::SendSmsOperation,
    send_otp::SendOtpOperation,
    get_delivery_report::GetDeliveryReportOperation,
    get_balance::GetBalanceOperation,
    credit::CreditOperation,
}
