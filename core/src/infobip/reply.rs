//! What the gateway says to a send.

mod body;
pub(in crate::infobip) mod fate;
pub(in crate::infobip) mod listed;
pub(crate) mod said;

use std::fmt;
use std::sync::Arc;

use self::body::{EntryText, read_body};
use crate::call::SendAnswer;
use crate::infobip::status::Status;
use crate::join::join;
use crate::mask;
use crate::number::Home;
use crate::outcome::Outcome;
use crate::reply::{Fault, ReadReply, Reading, SentRef, sealed};
use crate::reply_json::{Envelope, open, owned};
use crate::sent::Sent;
use crate::tell::answer;

answer! {
    /// The answer to [`Gateway::send_text`](crate::infobip::Gateway::send_text).
    #[derive(Clone, PartialEq, Eq)]
    pub struct SentMessages {
        /// The id of the request as a whole. Documented for more than one destination.
        pub bulk_id = "bulkId": Option<String>,
        /// The id of the tracked process, when tracking was asked for.
        pub tracking_process_key = "trackingProcessKey": Option<String>,
        /// One result for each message sent, one text to one number, in the order sent.
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
        /// Index of the message in the request or plan.
        pub position = "position": u32,
        /// Index of the destination within the message.
        pub destination = "destination": u32,
        /// The number as it was sent.
        pub to = "to": String,
        /// The gateway's id of the message, else ours.
        pub message_id = "messageId": Option<String>,
        /// How many parts it was split into.
        pub sms_count = "smsCount": Option<i64>,
        /// Its status, as the gateway gave it.
        pub status = "status": Option<Arc<Status>>,
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
        /// Its id.
        pub message_id = "messageId": Option<String>,
        /// How many parts.
        pub sms_count = "smsCount": Option<i64>,
        /// Its status.
        pub status = "status": Option<Arc<Status>>,
    }
}

impl fmt::Debug for SentMessages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentMessages")
            .field("bulk_id", &self.bulk_id.as_deref().map(mask::words))
            .field("tracking_process_key", &self.tracking_process_key.as_deref().map(mask::words))
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
        write!(f, "{to} {id}: {:?}", self.status)
    }
}

impl SendAnswer for SentMessages {
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

    fn without_reply(sent: SentRef<'_>) -> SentMessages {
        SentMessages {
            bulk_id: None,
            tracking_process_key: None,
            messages: results(sent.0, &mut |_| None),
            unmatched: Vec::new(),
            raw_body: Vec::new(),
        }
    }
}

impl sealed::Sealed for SentMessages {}

impl ReadReply for SentMessages {
    const OPERATIONS: &'static [&'static str] = &[
        "infobip.send_text",
        "infobip.send_binary",
        "infobip.send_text_single",
        "infobip.send_text_multi",
        "infobip.send_binary_single",
        "infobip.send_binary_multi",
    ];
    const SENDS: bool = true;

    fn read(body: &[u8], sent: SentRef<'_>) -> Reading<SentMessages> {
        let opened = open(body);
        let parsed = match opened.read(read_body) {
            Envelope::Read(parsed) => parsed,
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        let has_entries = parsed.messages.is_some();
        let mut entries = parsed.messages.unwrap_or_default();
        let mut named = entries.list.iter().map(EntryText::named);
        let joined = join(sent.0, &mut named, entries.whole, Home::International);
        if !joined.any() {
            let fault = match parsed.fault {
                Some(fault) => fault,
                None if has_entries => Fault::no_known_message(),
                None => Fault::shape("expected a list of entries or an error", Some("messages")),
            };
            return parsed.said.into_reading(fault);
        }
        Reading::Answer(SentMessages {
            bulk_id: owned(parsed.bulk_id),
            tracking_process_key: owned(parsed.tracking_process_key),
            messages: results(sent.0, &mut |message| joined.take(message, &mut entries.list)),
            unmatched: joined.take_unmatched(&mut entries.list, left_over),
            raw_body: body.to_vec(),
        })
    }
}

/// One result for each message, of the entry that `of` gives for its place.
fn results<'a>(sent: &Sent, of: &mut dyn FnMut(usize) -> Option<EntryText<'a>>) -> Vec<SentMessage> {
    let unknown = Arc::new(Outcome::unknown());
    let mut results = Vec::with_capacity(sent.len());
    for message in 0..sent.len() {
        let (position, destination) = sent.place(message);
        let entry = of(message).unwrap_or_default();
        let (status, outcome) = match entry.fate {
            Some(fate) => (fate.status, fate.outcome),
            None => (None, Arc::clone(&unknown)),
        };
        results.push(SentMessage {
            position,
            destination,
            to: sent.number(message).to_owned(),
            message_id: owned(entry.message_id).or_else(|| sent.id(message).map(str::to_owned)),
            sms_count: entry.sms_count,
            status,
            outcome,
        });
    }
    results
}

fn left_over(entry: EntryText) -> UnmatchedMessage {
    UnmatchedMessage {
        to: owned(entry.to),
        message_id: owned(entry.message_id),
        sms_count: entry.sms_count,
        status: entry.fate.and_then(|fate| fate.status),
    }
}
