//! What SMS gateways' wire formats mean, once.
//!
//! ```text
//! what you want to send → validated → one finished HTTP request      (you send it, with the client you like)
//! the HTTP reply        → understood → one typed answer or one typed error, never a lost body
//! ```
//!
//! The crate opens no socket, reads no clock and no environment, keeps no state and logs nothing.

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
mod mask;
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
mod values;
mod violation;

pub use call::{Call, CallPieces, ReplyReader, Saved, SendAnswer};
pub use check::CheckOptions;
pub use codes::{Code, ReplyCode};
pub use fields::{Extra, FieldName, ObjectNames};
pub use json::Value;
pub use limits::Limits;
pub use outcome::{Outcome, Resend, ResendAfter, State};
pub use plan::{OnInvalid, Rejected};
pub use reply::{FieldError, ReadReply, Reading, Refusal, Refused, ReplyError, ReplyHeaders, SentRef, UnreadableReply};
pub use results::{CallResult, Fate, Merged, RowResult, Source, merge, merge_answers};
pub use secret::Secret;
pub use time::{TimeError, Timestamp};
pub use values::{Id, Number, Sender, Text, Time};
pub use violation::{Grade, InvalidRequest, Level, Rule, Violation};

/// The rules that hold for every dialect.
pub const RULES: &[&Rule] = shared_rules::RULES;
