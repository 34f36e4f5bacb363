//! What the gateway says to a list.
//!
//! Documents and deployments disagree on almost every key, so all spellings are read: `response-code` and `respose-code`
//! (also in one object, where the right spelling counts), numbers as strings, `mobile` as an object that echoes the item, a
//! bare list in the place of `responses`. Seen in the field unless said otherwise.

mod body;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use self::body::{Body, EntryText, read_body};
use crate::call::SendAnswer;
use crate::join::{Named, join};
use crate::mask;
use crate::number::Home;
use crate::outcome::Outcome;
use crate::reply::{Fault, ReadReply, Reading, SentRef, sealed};
use crate::reply_json::{Envelope, open};
use crate::sent::Sent;
use crate::smslist::code;

/// The answer to [`Gateway::send_bulk`](crate::smslist::Gateway::send_bulk).
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SentBulk {
    /// One result for each message sent, in the order sent.
    pub messages: Vec<SentMessage>,
    /// Entries of the reply that are about none of them.
    pub unmatched: Vec<UnmatchedMessage>,
    /// The body as it came. Never printed, never serialised.
    #[serde(skip)]
    pub raw_body: Vec<u8>,
}

/// What the gateway says of one message.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SentMessage {
    /// Index of the message in the request or plan.
    pub position: u32,
    /// Always 0: a message has one destination.
    pub destination: u32,
    /// The number as it was sent.
    pub to: String,
    /// Our id, if we gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_sms_id: Option<String>,
    /// The gateway's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// The network's id. No document says what its values mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_id: Option<Arc<str>>,
    /// The gateway's code; [`CODES`](crate::smslist::CODES) has those that are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_code: Option<Arc<str>>,
    /// The gateway's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_description: Option<Arc<str>>,
    /// What that means.
    pub outcome: Arc<Outcome>,
}

/// An entry of a reply that is about no message of the call.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnmatchedMessage {
    /// The number, as the gateway wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Its `clientsmsid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_sms_id: Option<String>,
    /// The gateway's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// The network's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_id: Option<String>,
    /// The gateway's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_code: Option<String>,
    /// The gateway's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_description: Option<String>,
}

impl fmt::Debug for SentBulk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentBulk")
            .field("messages", &self.messages)
            .field("unmatched", &self.unmatched)
            .field("raw_body", &format_args!("{} bytes", self.raw_body.len()))
            .finish()
    }
}

impl fmt::Debug for SentMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = mask::words(self.message_id.as_deref().unwrap_or("without id"));
        write!(f, "{} {id}: {}", mask::number(&self.to), self.outcome)
    }
}

impl fmt::Debug for UnmatchedMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = mask::number(self.to.as_deref().unwrap_or_default());
        let id = mask::words(self.message_id.as_deref().unwrap_or("without id"));
        write!(f, "{to} {id}: {:?}", self.response_code.as_deref().map(mask::words))
    }
}

impl SendAnswer for SentBulk {
    type Message = SentMessage;
    fn message(&self, index: usize) -> Option<&SentMessage> {
        self.messages.get(index)
    }
    fn len(&self) -> usize {
        self.messages.len()
    }
    fn outcome(&self, index: usize) -> Option<&Outcome> {
        self.messages.get(index).map(|message| &*message.outcome)
    }
}

impl sealed::Sealed for SentBulk {}

impl ReadReply for SentBulk {
    const OPERATION: &'static str = "smslist.send_bulk";

    fn read(body: &[u8], sent: SentRef<'_>) -> Reading<SentBulk> {
        let opened = open(body);
        let parsed = match opened.read(read_body) {
            Envelope::Read(parsed) => parsed,
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        let entries = parsed.responses.as_ref();
        let (list, whole) = entries.map_or((&[][..], true), |entries| (&entries.list, entries.whole));
        let named: Vec<Named> = list.iter().map(EntryText::named).collect();
        let joined = join(sent.0, &named, whole, Home::Kenya);
        drop(named);
        if !joined.any() {
            return without_entries(parsed);
        }
        let (of_message, unmatched) = joined.deal(parsed.responses.unwrap_or_default().list);
        Reading::Answer(SentBulk {
            messages: results(sent.0, of_message),
            unmatched: unmatched.into_iter().map(left_over).collect(),
            raw_body: body.to_vec(),
        })
    }

    fn without_reply(sent: SentRef<'_>) -> SentBulk {
        let messages = results(sent.0, (0..sent.0.len()).map(|_| None).collect());
        SentBulk { messages, unmatched: Vec::new(), raw_body: Vec::new() }
    }
}

/// What a body means of which no entry is about one of our messages.
fn without_entries(Body { top, responses: entries, fault }: Body) -> Reading<SentBulk> {
    if top.is_refusal() {
        return Reading::Refusal(top.into_refusal());
    }
    let had_list = entries.is_some() || top.code.get().is_some();
    let mut entries = entries.unwrap_or_default();
    // One entry that names nobody, where several were sent, is about the whole request.
    let is_about_all = |entry: &EntryText| {
        let named = entry.named();
        named.id.is_none() && named.number.is_none() && named.refusal
    };
    if entries.whole
        && entries.list.len() == 1
        && let Some(entry) = entries.list.pop().filter(is_about_all)
    {
        return Reading::Refusal(entry.into_refusal());
    }
    let fault = match fault {
        Some(fault) => fault,
        None if had_list => Fault::no_known_message(),
        None => Fault::shape("expected a list of entries or a code", Some("responses")),
    };
    Reading::Other(fault.saying(top.into_refusal()))
}

fn results(sent: &Sent, of_message: Vec<Option<EntryText>>) -> Vec<SentMessage> {
    let mut shared = Shared::default();
    of_message.into_iter().enumerate().map(|(message, entry)| result(sent, message, entry, &mut shared)).collect()
}

/// The entries of a reply mostly say the same, so those that say what the one before them said share it.
#[derive(Default)]
struct Shared {
    outcome: Option<Arc<Outcome>>,
    network_id: Option<Arc<str>>,
    code: Option<Arc<str>>,
    description: Option<Arc<str>>,
}

impl Shared {
    fn outcome(&mut self, code: Option<&str>, description: Option<&str>) -> Arc<Outcome> {
        match &self.outcome {
            Some(last) if last.code.as_deref() == code && last.text.as_deref() == description => Arc::clone(last),
            _ => Arc::clone(self.outcome.insert(Arc::new(code::outcome(code, description)))),
        }
    }
}

fn share(last: &mut Option<Arc<str>>, text: Option<Cow<'_, str>>) -> Option<Arc<str>> {
    let text = text?;
    match last {
        Some(last) if **last == *text => Some(Arc::clone(last)),
        _ => Some(Arc::clone(last.insert(text.into()))),
    }
}

fn result(sent: &Sent, message: usize, entry: Option<EntryText>, shared: &mut Shared) -> SentMessage {
    let (position, destination) = sent.place(message);
    let entry = entry.unwrap_or_default();
    SentMessage {
        position,
        destination,
        to: sent.number(message).to_owned(),
        client_sms_id: sent.id(message).map(str::to_owned),
        outcome: shared.outcome(entry.code.get(), entry.description.as_deref()),
        message_id: entry.message_id.map(Cow::into_owned),
        network_id: share(&mut shared.network_id, entry.network_id),
        response_code: share(&mut shared.code, entry.code.take()),
        response_description: share(&mut shared.description, entry.description),
    }
}

fn left_over(entry: EntryText) -> UnmatchedMessage {
    UnmatchedMessage {
        to: entry.mobile.map(Cow::into_owned),
        client_sms_id: entry.client_sms_id.map(Cow::into_owned),
        message_id: entry.message_id.map(Cow::into_owned),
        network_id: entry.network_id.map(Cow::into_owned),
        response_code: entry.code.take().map(Cow::into_owned),
        response_description: entry.description.map(Cow::into_owned),
    }
}
