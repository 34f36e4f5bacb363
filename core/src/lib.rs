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
//! | dialect | module | operations |
//! | --- | --- | --- |
//! | Infobip and its white labels | [`infobip`] | [`send_text`](infobip::Gateway::send_text), [`plan_text`](infobip::Gateway::plan_text), [`check_text`](infobip::check_text) |
//! | the Kenyan `smslist` family | [`smslist`] | [`send_bulk`](smslist::Gateway::send_bulk), [`plan_bulk`](smslist::Gateway::plan_bulk), [`check_bulk`](smslist::check_bulk) |

#![forbid(unsafe_code)]
#![cfg_attr(
    not(all(feature = "infobip", feature = "smslist")),
    allow(dead_code, unused_imports, reason = "what only the other dialects use")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod base_url;
mod call;
mod check;
mod codes;
mod fields;
mod gateway;
#[cfg(feature = "infobip")]
pub mod infobip;
mod join;
mod json;
mod judge;
mod limits;
mod lookup;
mod mask;
mod minutes;
mod number;
mod operation;
mod outcome;
mod path;
mod plan;
mod reply;
mod reply_json;
mod results;
mod roll;
mod secret;
mod sent;
mod shared_rules;
#[cfg(feature = "smslist")]
pub mod smslist;
mod time;
mod udh;
mod values;
mod violation;
mod window;

pub use call::{Call, CallPieces, ReplyReader, Saved, SendAnswer};
pub use check::CheckOptions;
pub use codes::{Code, ReplyCode};
pub use fields::{Extra, FieldName, ObjectNames};
pub use json::Value;
pub use limits::Limits;
pub use minutes::Minutes;
pub use outcome::{Outcome, Resend, ResendAfter, State};
pub use plan::{OnInvalid, PlanOptions, Rejected};
pub use reply::{FieldError, ReadReply, Reading, Refusal, Refused, ReplyError, ReplyHeaders, SentRef, UnreadableReply};
pub use results::{CallResult, Fate, Merged, RowResult, Source, merge, merge_answers};
pub use secret::{AccountId, Secret};
pub use time::{TimeError, Timestamp};
pub use values::{Id, Number, Sender, Text, Time, Url};
pub use violation::{Grade, InvalidRequest, Level, Rule, Violation};

/// The rules that hold for every dialect.
pub const RULES: &[&Rule] = shared_rules::RULES;

/// The example of the crate's README is a test.
#[cfg(all(doctest, feature = "infobip"))]
#[doc = include_str!("../README.md")]
struct Readme;
