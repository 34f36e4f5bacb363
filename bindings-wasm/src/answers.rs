//! Answers as JSON text in which equal parts stand once.
//!
//! A thousand messages mostly have one status and one outcome, and the core lets them share both. So those go into a table,
//! and a message has their places in it; TypeScript puts the objects back. That halves what an answer costs on its way.

use std::sync::Arc;

use serde::Serialize;
use smskernel::{infobip, smslist};

/// How many of the latest parts a new one is compared with. More would make the work grow with their number.
const COMPARED: usize = 8;

/// An answer that can be told so.
pub(crate) trait Told {
    /// `{"done": …, "shared": […], "members": […]}`: the answer, the table, and the names of members that point into it.
    fn text(&self) -> String;
}

/// One part of a message.
#[derive(Serialize)]
#[serde(untagged)]
enum Part<'a> {
    Status(&'a Arc<infobip::Status>),
    Outcome(&'a Arc<smskernel::Outcome>),
}

impl Part<'_> {
    fn is(&self, other: &Part<'_>) -> bool {
        match (self, other) {
            (Part::Status(one), Part::Status(other)) => Arc::ptr_eq(one, other),
            (Part::Outcome(one), Part::Outcome(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

#[derive(Default)]
struct Table<'a>(Vec<Part<'a>>);

impl<'a> Table<'a> {
    fn place(&mut self, part: Part<'a>) -> usize {
        let known = self.0.iter().enumerate().rev().take(COMPARED).find(|(_, known)| known.is(&part));
        if let Some((place, _)) = known {
            return place;
        }
        self.0.push(part);
        self.0.len() - 1
    }
}

#[derive(Serialize)]
struct Answer<'a, T> {
    done: T,
    shared: Vec<Part<'a>>,
    members: [&'static str; 2],
}

fn finish<T: Serialize>(done: T, table: Table<'_>) -> String {
    // Nothing that is written here can fail: there are no maps with other keys than strings.
    serde_json::to_string(&Answer { done, shared: table.0, members: ["outcome", "status"] }).unwrap_or_default()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Text<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    bulk_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tracking_process_key: Option<&'a str>,
    messages: Vec<TextMessage<'a>>,
    unmatched: &'a [infobip::UnmatchedMessage],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TextMessage<'a> {
    position: u32,
    destination: u32,
    to: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sms_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<usize>,
    outcome: usize,
}

impl Told for infobip::SentMessages {
    fn text(&self) -> String {
        let mut table = Table::default();
        let messages = self.messages.iter().map(|message| TextMessage {
            position: message.position,
            destination: message.destination,
            to: &message.to,
            message_id: message.message_id.as_deref(),
            sms_count: message.sms_count,
            status: message.status.as_ref().map(|status| table.place(Part::Status(status))),
            outcome: table.place(Part::Outcome(&message.outcome)),
        });
        let done = Text {
            bulk_id: self.bulk_id.as_deref(),
            tracking_process_key: self.tracking_process_key.as_deref(),
            messages: messages.collect(),
            unmatched: &self.unmatched,
        };
        finish(done, table)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bulk<'a> {
    messages: Vec<BulkMessage<'a>>,
    unmatched: &'a [smslist::UnmatchedMessage],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BulkMessage<'a> {
    position: u32,
    destination: u32,
    to: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_sms_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    network_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_description: Option<&'a str>,
    outcome: usize,
}

impl Told for smslist::SentBulk {
    fn text(&self) -> String {
        let mut table = Table::default();
        let messages = self.messages.iter().map(|message| BulkMessage {
            position: message.position,
            destination: message.destination,
            to: &message.to,
            client_sms_id: message.client_sms_id.as_deref(),
            message_id: message.message_id.as_deref(),
            network_id: message.network_id.as_deref(),
            response_code: message.response_code.as_deref(),
            response_description: message.response_description.as_deref(),
            outcome: table.place(Part::Outcome(&message.outcome)),
        });
        let done = Bulk { messages: messages.collect(), unmatched: &self.unmatched };
        finish(done, table)
    }
}
