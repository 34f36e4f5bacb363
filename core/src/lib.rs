//! What SMS gateways' wire formats mean, once.
//!
//! ```text
//! what you want to send → validated → one finished HTTP request      (you send it, with the client you like)
//! the HTTP reply        → understood → one typed answer or one typed error, never a lost body
//! ```
//!
//! The crate opens no socket, reads no clock and no environment, keeps no state and logs nothing. You make the HTTP call.
//!
#![cfg_attr(feature = "infobip", doc = "```")]
#![cfg_attr(not(feature = "infobip"), doc = "```ignore")]
//! use smskernel::infobip::{Auth, Destination, Gateway, SendText, TextMessage};
//!
//! let gateway = Gateway::new("https://example.api.infobip.com", Auth::api_key("an-api-key"))?;
//! let message = TextMessage::new("Good morning").sender("SMSC").to(Destination::new("41793026727").message_id("A-1"));
//! let (request, reader) = gateway.send_text(&SendText::new([message]))?.into_parts();
//! assert_eq!(request.uri(), "https://example.api.infobip.com/sms/1/text/advanced");
//!
//! // Send `request` with the client you like, redirects turned off; here its reply is written out.
//! let body = r#"{"messages":[{"to":"41793026727","messageId":"A-1",
//!     "status":{"groupId":1,"groupName":"PENDING","id":7,"name":"PENDING_ENROUTE"}}]}"#;
//! let response = http::Response::builder().status(200).body(body)?;
//! let sent = reader.parse(&response)?;
//! assert_eq!(sent.messages[0].outcome.to_string(), "pending (PENDING_ENROUTE), resend never");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Every request is judged as a whole: an [`InvalidRequest`] holds all that is wrong, each with the gateway's own path, a
//! stable [`Code`], its [`Grade`], and a sentence. Every reply becomes an answer or a [`ReplyError`], and either keeps the
//! body. Each message has an [`Outcome`], which says whether it may be sent again; [`Call::no_reply`] gives the one of a
//! reply that never came.
//!
//! What a gateway pushes to an address of yours is in [`webhook`].
//!
//! What a text costs before it is sent, and what its octets are, is in [`text`].
//!
//! | dialect | module | operations |
//! | --- | --- | --- |
//! | Infobip and its white labels | [`infobip`] | [`send_text`](infobip::Gateway::send_text), [`send_binary`](infobip::Gateway::send_binary), [`send_text_single`](infobip::Gateway::send_text_single), [`send_text_multi`](infobip::Gateway::send_text_multi), [`send_binary_single`](infobip::Gateway::send_binary_single), [`send_binary_multi`](infobip::Gateway::send_binary_multi), [`plan_text`](infobip::Gateway::plan_text), [`plan_binary`](infobip::Gateway::plan_binary), [`get_reports`](infobip::Gateway::get_reports), [`get_logs`](infobip::Gateway::get_logs), [`get_inbox_reports`](infobip::Gateway::get_inbox_reports), [`get_inbox_logs`](infobip::Gateway::get_inbox_logs), [`get_schedule`](infobip::Gateway::get_schedule), [`reschedule`](infobip::Gateway::reschedule), [`get_bulk_status`](infobip::Gateway::get_bulk_status), [`set_bulk_status`](infobip::Gateway::set_bulk_status), [`preview`](infobip::Gateway::preview), [`get_balance`](infobip::Gateway::get_balance), [`create_session`](infobip::Gateway::create_session), [`end_session`](infobip::Gateway::end_session), [`get_oauth_token`](infobip::Gateway::get_oauth_token), [`confirm_conversion`](infobip::Gateway::confirm_conversion), [`check_text`](infobip::check_text), [`check_binary`](infobip::check_binary), [`check_text_single`](infobip::check_text_single), [`check_text_multi`](infobip::check_text_multi), [`check_binary_single`](infobip::check_binary_single), [`check_binary_multi`](infobip::check_binary_multi), [`parse_webhook`](fn@infobip::parse_webhook) |
//! | Blackkonnect | [`blackkonnect`] | [`get_token`](blackkonnect::Gateway::get_token), [`send_message`](blackkonnect::Gateway::send_message), [`send_bulk`](blackkonnect::Gateway::send_bulk), [`plan_bulk`](blackkonnect::Gateway::plan_bulk), [`get_bulk_status`](blackkonnect::Gateway::get_bulk_status), [`get_message_status`](blackkonnect::Gateway::get_message_status), [`check_message`](blackkonnect::check_message), [`check_bulk`](blackkonnect::check_bulk), [`parse_webhook`](fn@blackkonnect::parse_webhook) |
//! | the Kenyan `smslist` family | [`smslist`] | [`send_bulk`](smslist::Gateway::send_bulk), [`plan_bulk`](smslist::Gateway::plan_bulk), [`check_bulk`](smslist::check_bulk), [`send_sms`](smslist::Gateway::send_sms), [`plan_sms`](smslist::Gateway::plan_sms), [`check_sms`](smslist::check_sms), [`send_otp`](smslist::Gateway::send_otp), [`check_otp`](smslist::check_otp), [`get_delivery_report`](smslist::Gateway::get_delivery_report), [`get_balance`](smslist::Gateway::get_balance), [`credit`](smslist::Gateway::credit), [`parse_webhook`](fn@smslist::parse_webhook) |

#![cfg_attr(small, feature(optimize_attribute))]
#![forbid(unsafe_code)]
#![cfg_attr(
    not(feature = "all"),
    allow(dead_code, unused_imports, unused_macros, reason = "what only the other dialects use")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod base_url;
#[cfg(feature = "blackkonnect")]
pub mod blackkonnect;
mod call;
mod check;
mod codes;
mod fields;
mod form;
mod gateway;
#[cfg(feature = "infobip")]
pub mod infobip;
mod join;
mod json;
mod judge;
#[cfg(any(feature = "infobip", feature = "blackkonnect"))]
mod jwt;
mod limits;
mod lookup;
mod mask;
mod message_list;
mod minutes;
mod named;
mod number;
mod operation;
mod outcome;
mod path;
mod pieces;
mod plan;
mod predict;
mod quote;
mod reply;
mod reply_json;
#[cfg(any(feature = "infobip", feature = "blackkonnect"))]
mod reply_object;
mod results;
mod roll;
mod saved;
mod secret;
mod sent;
mod sentence;
mod shared_rules;
#[cfg(feature = "smslist")]
pub mod smslist;
mod tell;
pub mod text;
mod time;
mod values;
mod violation;
pub mod webhook;
#[cfg(any(feature = "infobip", feature = "blackkonnect"))]
mod window;

pub use call::{Call, CallPieces, ReplyReader, SendAnswer};
pub use check::CheckOptions;
pub use codes::{Code, ReplyCode};
pub use fields::{Extra, FieldName, ObjectNames};
pub use json::{Value, Writer as JsonWriter};
pub use limits::Limits;
pub use minutes::Minutes;
pub use named::NamedCall;
pub use operation::Given;
pub use outcome::{Outcome, Resend, ResendAfter, State};
pub use plan::{OnInvalid, PlanOptions, Rejected};
pub use predict::predicted_parts;
pub use reply::{
    FieldError, HttpStatusRow, ReadReply, Reading, Refusal, Refused, ReplyError, ReplyHeaders, SentRef, UnreadableReply,
};
pub use results::{CallResult, Fate, Merged, RowResult, Source, merge, merge_answers, merge_saved};
pub use saved::{ReaderAs, ReplyForm, Saved};
pub use secret::{AccountId, Secret};
pub use tell::{Items, Members, Tell, Told};
pub use time::{TimeError, Timestamp};
pub use values::{Id, Number, Sender, Text, Time, Url, UtcTime};
pub use violation::{Grade, InvalidRequest, Level, Rule, Violation};

/// The rules that hold for every dialect.
pub const RULES: &[&Rule] = shared_rules::RULES;

/// The tables of one dialect, for bindings, pages and tests.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Dialect {
    /// Its module's name.
    pub name: &'static str,
    /// Its rules.
    pub rules: &'static [&'static Rule],
    /// The names of its limits.
    pub limits: &'static [&'static str],
    /// The objects of its requests.
    pub objects: &'static [&'static ObjectNames],
}

macro_rules! dialect {
    ($name:ident) => {
        Dialect { name: stringify!($name), rules: $name::RULES, limits: $name::LIMITS, objects: $name::OBJECTS }
    };
}

/// Every dialect that was built in.
pub const DIALECTS: &[Dialect] = &[
    #[cfg(feature = "infobip")]
    dialect!(infobip),
    #[cfg(feature = "blackkonnect")]
    dialect!(blackkonnect),
    #[cfg(feature = "smslist")]
    dialect!(smslist),
];

/// The example of the crate's README is a test.
#[cfg(all(doctest, feature = "infobip"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// So are those of the page on webhooks.
#[cfg(all(doctest, feature = "blackkonnect"))]
#[doc = include_str!("../../docs/webhooks.md")]
struct Webhooks;
