//! What gateways push: requests that arrive at an address of yours, and the events in them.
//!
//! Each dialect has a `parse_webhook`, which takes a [`Request`] as it came and gives a [`Webhook`]: typed events, and
//! beside them, with their raw text, those entries that are none. What is no webhook of the dialect at all is an
//! [`UnreadableWebhook`]; nothing that arrives is lost.
//!
//! A request that arrives is anybody's: no dialect signs what it pushes. Put a secret into the address that you give the
//! gateway, and compare it with [`secret_matches`] before anything is read.

mod content;
mod error;
mod event;
mod form;
mod request;
mod secret;
#[cfg(test)]
mod tests;
#[cfg(feature = "xml")]
mod xml;

pub(crate) use self::content::{Collected, List, ReadEntry, parse};
pub(crate) use self::error::Fault;
pub use self::error::UnreadableWebhook;
pub(crate) use self::event::events;
pub use self::event::{MalformedEvent, Webhook};
pub use self::request::{Headers, Limits, Request};
pub use self::secret::secret_matches;
pub use crate::codes::WebhookCode;
