//! What the server remembers of the messages in requests that were in order.

use std::fmt::Write as _;

use crate::json::Json;
use crate::received::{Entry, optional};
use crate::run::Terms;

/// What became of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// The gateway took it.
    #[default]
    Accepted,
    /// The gateway refused this message and took the request.
    Rejected,
}

/// The body of a binary message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Binary {
    /// The octets that the hex digits stand for.
    pub octets: Vec<u8>,
    /// `dataCoding`, 0 where none was given.
    pub data_coding: u8,
    /// `esmClass`, 0 where none was given.
    pub esm_class: u8,
}

/// One message, one body to one number, of a request that was in order.
#[derive(Clone, Debug, Default)]
pub struct Accepted {
    /// The `/run/NAME/` in the request's path.
    pub run: Option<String>,
    /// `infobip`, `smslist` or `blackkonnect`.
    pub dialect: &'static str,
    /// The number as sent.
    pub to: String,
    /// The client's id (`messageId`, `clientsmsid`), or the gateway's where the client gave none.
    pub id: Option<String>,
    /// The gateway's id of the message: on infobip the client's, if it gave one; on blackkonnect the `uuid`.
    pub gateway_id: Option<String>,
    /// The text as sent; empty for a binary message.
    pub text: String,
    /// The body of a binary message.
    pub binary: Option<Binary>,
    /// `from`, `shortcode` or `sourceAddress`.
    pub sender: Option<String>,
    /// Blackkonnect: the `correlationId` of the reply, by which the status is asked for.
    pub correlation_id: Option<String>,
    /// Blackkonnect: the `bulkId` of the reply.
    pub bulk_id: Option<String>,
    /// Taken or refused.
    pub outcome: Outcome,
    /// What is known of what shall become of it.
    pub(crate) terms: Terms,
}

impl Entry for Accepted {
    fn run(&self) -> Option<&str> {
        self.run.as_deref()
    }

    fn weight(&self) -> usize {
        300 + self.to.len() + self.text.len() + self.binary.as_ref().map_or(0, |binary| binary.octets.len())
    }

    fn to_json(&self) -> Json {
        let outcome = if self.outcome == Outcome::Accepted { "accepted" } else { "rejected" };
        let mut entry = Json::object([
            ("run", optional(self.run())),
            ("dialect", Json::text(self.dialect)),
            ("to", Json::text(self.to.as_str())),
            ("id", optional(self.id.as_deref())),
            ("gateway_id", optional(self.gateway_id.as_deref())),
        ]);
        if let Some(binary) = &self.binary {
            entry.push("octets", Json::text(hex(&binary.octets)));
            entry.push("data_coding", Json::number(binary.data_coding));
            entry.push("esm_class", Json::number(binary.esm_class));
        } else {
            entry.push("text", Json::text(self.text.as_str()));
        }
        entry.push("sender", optional(self.sender.as_deref()));
        for (key, id) in [("correlation_id", &self.correlation_id), ("bulk_id", &self.bulk_id)] {
            if let Some(id) = id {
                entry.push(key, Json::text(id.as_str()));
            }
        }
        entry.push("outcome", Json::text(outcome));
        entry
    }
}

/// Lower-case digits without spaces.
fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::new(), |mut text, octet| {
        // Writing to a String does not fail.
        let _ = write!(text, "{octet:02x}");
        text
    })
}
