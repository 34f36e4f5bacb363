//! What the gateway says to messages, be they a list or one text to many numbers.
//!
//! Documents and deployments disagree on almost every key, so all spellings are read: `response-code` and `respose-code`
//! (also in one object, where the right spelling counts), numbers as strings, `mobile` as an object that echoes the item, a
//! bare list in the place of `responses`. Seen in the field unless said otherwise.

pub(super) mod body;

use std::fmt;
use std::sync::Arc;

use self::body::{Body, EntryText, read_body};
use crate::call::SendAnswer;
use crate::join::join;
use crate::mask;
use crate::number::Home;
use crate::outcome::Outcome;
use crate::reply::{Fault, ReadReply, Reading, SentRef, sealed};
use crate::reply_json::{Envelope, open, owned};
use crate::sent::Sent;
use crate::smslist::code;
use crate::tell::answer;

answer! {
    /// The answer to [`Gateway::send_bulk`](crate::smslist::Gateway::send_bulk),
    /// [`Gateway::send_sms`](crate::smslist::Gateway::send_sms) and [`Gateway::send_otp`](crate::smslist::Gateway::send_otp):
    /// one text to one number is one message.
    #[derive(Clone, PartialEq, Eq)]
    pub struct SentBulk {
        /// One result for each message sent, in the order sent.
        pub messages = "messages": Vec<SentMessage>,
        /// Entries of the reply that are about none of them.
        pub unmatched = "unmatched": Vec<UnmatchedMessage>,
        /// The body as it came. Never printed, never serialised.
        pub raw_body: Vec<u8>,
    }
}

answer! {
    /// What the gateway says of one message.
    #[derive(Clone, PartialEq, Eq)]
    pub struct SentMessage {
        /// Index of the message in the request or plan; of one text to many numbers, index of the number.
        pub position = "position": u32,
        /// Always 0: a message has one destination.
        pub destination = "destination": u32,
        /// The number as it was sent; of a hashed one its hash.
        pub to = "to": String,
        /// Our id, if we gave one.
        pub client_sms_id = "clientSmsId": Option<String>,
        /// The gateway's id.
        pub message_id = "messageId": Option<String>,
        /// The network's id. No document says what its values mean.
        pub network_id = "networkId": Option<String>,
        /// The gateway's code; [`CODES`](crate::smslist::CODES) has those that are known.
        pub response_code = "responseCode": Option<String>,
        /// The gateway's words.
        pub response_description = "responseDescription": Option<String>,
        /// What that means.
        pub outcome = "outcome": Arc<Outcome>,
    }
}

answer! {
    /// An entry of a reply that is about no message of the call.
    #[derive(Clone, PartialEq, Eq)]
    pub struct UnmatchedMessage {
        /// The number, as the gateway wrote it.
        pub to = "to": Option<String>,
        /// Its `clientsmsid`.
        pub client_sms_id = "clientSmsId": Option<String>,
        /// The gateway's id.
        pub message_id = "messageId": Option<String>,
        /// The network's id.
        pub network_id = "networkId": Option<String>,
        /// The gateway's code.
        pub response_code = "responseCode": Option<String>,
        /// The gateway's words.
        pub response_description = "responseDescription": Option<String>,
    }
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

    fn without_reply(sent: SentRef<'_>) -> SentBulk {
        SentBulk { messages: results(sent.0, &mut |_| None), unmatched: Vec::new(), raw_body: Vec::new() }
    }
}

impl sealed::Sealed for SentBulk {}

impl ReadReply for SentBulk {
    const OPERATIONS: &'static [&'static str] = &["smslist.send_bulk", "smslist.send_sms", "smslist.send_otp"];
    const SENDS: bool = true;

    fn read(body: &[u8], sent: SentRef<'_>) -> Reading<SentBulk> {
        let opened = open(body);
        let parsed = match opened.read(read_body) {
            Envelope::Read(parsed) => parsed,
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        let entries = parsed.responses.as_ref();
        let (list, whole) = entries.map_or((&[][..], true), |entries| (&entries.list, entries.whole));
        let hashed = is_hashed(sent.0);
        let named = |entry| EntryText::named(entry, hashed);
        let joined = join(sent.0, &mut list.iter().map(named), whole, Home::Kenya);
        if !joined.any() {
            return without_entries(parsed);
        }
        let mut entries = parsed.responses.unwrap_or_default().list;
        Reading::Answer(SentBulk {
            messages: results(sent.0, &mut |message| joined.take(message, &mut entries)),
            unmatched: joined.take_unmatched(&mut entries, left_over),
            raw_body: body.to_vec(),
        })
    }
}

/// What a body means of which no entry is about one of our messages.
fn without_entries(Body { top, responses: entries, fault }: Body) -> Reading<SentBulk> {
    if top.is_refusal() {
        return Reading::Refusal(top.into_refusal());
    }
    let had_list = entries.is_some() || top.code.is_some();
    let mut entries = entries.unwrap_or_default();
    // One entry that names nobody, where several were sent, is about the whole request.
    let is_about_all = |entry: &EntryText| {
        let named = entry.named(false);
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

/// Whether what was sent instead of a number is its hash. Then no document says whose number the reply shows, the hash or the
/// number itself, so that it names nobody.
fn is_hashed(sent: &Sent) -> bool {
    sent.len() == 1 && sent.number(0).bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// The entries of a reply mostly say the same, so neighbours that do share one outcome.
fn shared_outcome(entry: &EntryText, last: &mut Option<Arc<Outcome>>) -> Arc<Outcome> {
    let (code, description) = (entry.code.as_deref(), entry.description.as_deref());
    if let Some(outcome) = last
        && outcome.code.as_deref() == code
        && outcome.text.as_deref() == description
    {
        return Arc::clone(outcome);
    }
    let outcome = Arc::new(code::outcome(code, description));
    *last = Some(Arc::clone(&outcome));
    outcome
}

/// One result for each message, of the entry that `of` gives for its place.
fn results<'a>(sent: &Sent, of: &mut dyn FnMut(usize) -> Option<EntryText<'a>>) -> Vec<SentMessage> {
    let mut last = None;
    let mut results = Vec::with_capacity(sent.len());
    for message in 0..sent.len() {
        let (position, destination) = sent.place(message);
        let entry = of(message).unwrap_or_default();
        let outcome = shared_outcome(&entry, &mut last);
        results.push(SentMessage {
            position,
            destination,
            to: sent.number(message).to_owned(),
            client_sms_id: sent.id(message).map(str::to_owned),
            message_id: owned(entry.message_id),
            network_id: owned(entry.network_id),
            response_code: owned(entry.code),
            response_description: owned(entry.description),
            outcome,
        });
    }
    results
}

fn left_over(entry: EntryText) -> UnmatchedMessage {
    UnmatchedMessage {
        to: owned(entry.mobile),
        client_sms_id: owned(entry.client_sms_id),
        message_id: owned(entry.message_id),
        network_id: owned(entry.network_id),
        response_code: owned(entry.code),
        response_description: owned(entry.description),
    }
}
