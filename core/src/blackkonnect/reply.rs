//! What the gateway says to a send.

use std::fmt;
use std::sync::Arc;

use crate::blackkonnect::envelope::{Body, read_body};
use crate::blackkonnect::schemas::{ItemPagination, MessageGroupStatus, SmsMessageDeliveryStatus};
use crate::blackkonnect::status;
use crate::call::SendAnswer;
use crate::join::{Named, comparable, join};
use crate::json::Value;
use crate::mask;
use crate::number::Home;
use crate::outcome::Outcome;
use crate::reply::{Fault, ReadReply, Reading, SentRef, sealed};
use crate::reply_json::{Envelope, Shared, open, owned};
use crate::sent::Sent;
use crate::tell::answer;

answer! {
    /// What the gateway says of one message.
    #[derive(Clone, PartialEq)]
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
        /// The network's reference.
        pub smsc_reference = "smscReference": Option<String>,
        /// Its `deliveryStatus`; [`DELIVERY_STATUSES`](crate::blackkonnect::DELIVERY_STATUSES) has those that are known.
        pub delivery_status = "deliveryStatus": Option<String>,
        /// Its status with all that the gateway says of it, in the reply to a bulk.
        pub message_group_status = "messageGroupStatus": Option<Arc<MessageGroupStatus>>,
        /// What that means.
        pub outcome = "outcome": Arc<Outcome>,
    }
}

impl fmt::Debug for SentMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = mask::words(self.message_id.as_deref().unwrap_or("without id"));
        write!(f, "{} {id}: {}", mask::number(&self.to), self.outcome)
    }
}

/// Declares the answer to a send: the results, then its own members, then what both envelopes have.
macro_rules! answer_to_send {
    ($(#[$outer:meta])* $name:ident { $( $(#[$doc:meta])* $field:ident = $told:literal : $type:ty, )* }) => {
        answer! {
        $(#[$outer])*
        #[derive(Clone, PartialEq)]
        pub struct $name {
            /// One result for each message sent, one text to one number, in the order sent.
            pub messages = "messages": Vec<SentMessage>,
            $( $(#[$doc])* pub $field = $told: $type, )*
            /// A code. No document gives the values.
            pub code = "code": Option<i64>,
            /// What the gateway says, in any form.
            pub message = "message": Option<Value<'static>>,
            /// What the request was about: for a bulk a message, as the documents have it.
            pub data = "data": Option<Value<'static>>,
            /// The gateway's id of the request, by which its statuses are likely asked for.
            pub correlation_id = "correlationId": Option<String>,
            /// The gateway's id of the exchange.
            pub conversation_id = "conversationId": Option<String>,
            /// Your id of the request.
            pub request_id = "requestId": Option<String>,
            /// What the request was about, as a list: for a bulk its messages.
            pub items = "items": Option<Value<'static>>,
            /// Which part of the list they are.
            pub item_pagination = "itemPagination": Option<ItemPagination>,
            /// Whether the gateway says that it worked.
            pub is_successful = "isSuccessful": Option<bool>,
            /// The body as it came. Never printed, never serialised.
            pub raw_body: Vec<u8>,
        }
        }

        impl $name {
            /// The answer of a body of which `messages` are already known.
            fn of(body: Body, messages: Vec<SentMessage>, raw_body: &[u8], $( $field: $type ),*) -> $name {
                let whole = body.said.into_whole();
                $name {
                    messages,
                    $( $field, )*
                    code: whole.code,
                    message: whole.message,
                    data: body.data,
                    correlation_id: whole.correlation_id,
                    conversation_id: whole.conversation_id,
                    request_id: whole.request_id,
                    items: body.items,
                    item_pagination: body.item_pagination,
                    is_successful: whole.is_successful,
                    raw_body: raw_body.to_vec(),
                }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("messages", &self.messages)
                    .field("code", &self.code)
                    .field("correlation_id", &self.correlation_id.as_deref().map(mask::words))
                    .field("is_successful", &self.is_successful)
                    .field("raw_body", &format_args!("{} bytes", self.raw_body.len()))
                    .finish_non_exhaustive()
            }
        }

        impl sealed::Sealed for $name {}

        impl SendAnswer for $name {
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
            fn without_reply(sent: SentRef<'_>) -> $name {
                let messages = all_alike(sent.0, Outcome::unknown());
                $name::of(Body::default(), messages, &[], $( <$type>::default() ),*)
            }
        }
    };
}

answer_to_send! {
    /// The answer to [`Gateway::send_message`](crate::blackkonnect::Gateway::send_message).
    SimpleSmsMessageResponse {
        /// The message's `deliveryStatus`.
        delivery_status = "deliveryStatus": Option<String>,
    }
}

answer_to_send! {
    /// The answer to [`Gateway::send_bulk`](crate::blackkonnect::Gateway::send_bulk). The entries of
    /// `smsMessageDeliveryStatuses` stand in `messages`, those about none of ours in `unmatched`.
    BulkSmsMessageResponse {
        /// Entries of the reply that are about none of the messages sent.
        unmatched = "unmatched": Vec<SmsMessageDeliveryStatus>,
        /// The id of the bulk.
        bulk_id = "bulkId": Option<String>,
    }
}

/// One result for each message, of the entry, the status and the outcome that `of` gives for its place.
fn results(
    sent: &Sent,
    of: &mut dyn FnMut(usize) -> (SmsMessageDeliveryStatus, Option<Arc<MessageGroupStatus>>, Arc<Outcome>),
) -> Vec<SentMessage> {
    let mut results = Vec::with_capacity(sent.len());
    for message in 0..sent.len() {
        let (position, destination) = sent.place(message);
        let (entry, status, outcome) = of(message);
        results.push(SentMessage {
            position,
            destination,
            to: sent.number(message).to_owned(),
            message_id: entry.message_id.or_else(|| sent.id(message).map(str::to_owned)),
            sms_count: entry.sms_count,
            smsc_reference: entry.smsc_reference,
            delivery_status: status.as_ref().and_then(|status| status.delivery_status.clone()),
            message_group_status: status,
            outcome,
        });
    }
    results
}

/// One result for each message, with an outcome that all of them have.
fn all_alike(sent: &Sent, outcome: Outcome) -> Vec<SentMessage> {
    let outcome = Arc::new(outcome);
    results(sent, &mut |_| (SmsMessageDeliveryStatus::default(), None, Arc::clone(&outcome)))
}

/// Whether the gateway says that it took the request as a whole. A reply that leaves `isSuccessful` out says so by an id or a
/// status, inferred.
fn is_accepted(body: &Body) -> bool {
    let has_status = body.delivery_status.as_deref().is_some_and(|status| !status.trim().is_empty());
    let is_said = body.said.is_successful.is_some() || body.said.has_correlation_id() || has_status;
    is_said && body.said.is_agreeable()
}

impl ReadReply for SimpleSmsMessageResponse {
    const OPERATIONS: &'static [&'static str] = &["blackkonnect.send_message"];
    const SENDS: bool = true;

    fn read(raw_body: &[u8], sent: SentRef<'_>) -> Reading<SimpleSmsMessageResponse> {
        let opened = open(raw_body);
        let mut body = match opened.read(read_body) {
            Envelope::Read(body) => body,
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        if let [delivery] = body.statuses.list.as_slice()
            && body.delivery_status.is_none()
        {
            body.delivery_status = delivery.delivery_status().map(|status| status.to_owned().into());
        }
        if !is_accepted(&body) {
            let fault = body.fault.take();
            let fault = fault.unwrap_or_else(|| Fault::shape("expected true", Some("isSuccessful")));
            return body.said.into_reading(fault);
        }
        let delivery_status = owned(body.delivery_status.take());
        let mut messages = all_alike(sent.0, status::outcome(delivery_status.as_deref(), None, true));
        for message in &mut messages {
            message.delivery_status.clone_from(&delivery_status);
        }
        Reading::Success(SimpleSmsMessageResponse::of(body, messages, raw_body, delivery_status))
    }
}

impl SmsMessageDeliveryStatus {
    fn delivery_status(&self) -> Option<&str> {
        self.message_group_status.as_ref()?.delivery_status.as_deref()
    }

    fn named(&self) -> Named<'_> {
        let number = self.destination.as_deref().and_then(|number| comparable(number, Home::International));
        let refusal = status::outcome(self.delivery_status(), None, false).is_failure();
        Named { id: self.message_id.as_deref(), number, refusal }
    }
}

/// The status of an entry, if it has one, and what it means.
type Judged = (Option<Arc<MessageGroupStatus>>, Arc<Outcome>);

fn judged(status: Option<MessageGroupStatus>, shared: &mut Shared<Judged>) -> Judged {
    let is = |status: &Option<MessageGroupStatus>, known: &Judged| known.0.as_deref() == status.as_ref();
    shared.get(status, is, |status| {
        let text = status.as_ref().and_then(|status| status.status_description.as_deref().or(status.action.as_deref()));
        let word = status.as_ref().and_then(|status| status.delivery_status.as_deref());
        // An entry that says nothing of its message says nothing of its fate.
        let outcome = Arc::new(status::outcome(word, text, false));
        (status.map(Arc::new), outcome)
    })
}

impl ReadReply for BulkSmsMessageResponse {
    const OPERATIONS: &'static [&'static str] = &["blackkonnect.send_bulk"];
    const SENDS: bool = true;

    fn read(raw_body: &[u8], sent: SentRef<'_>) -> Reading<BulkSmsMessageResponse> {
        let opened = open(raw_body);
        let mut body = match opened.read(read_body) {
            Envelope::Read(body) => body,
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        let accepted = is_accepted(&body);
        let bulk_id = owned(body.bulk_id.take());
        let mut entries = std::mem::take(&mut body.statuses);
        let mut named = entries.list.iter().map(SmsMessageDeliveryStatus::named);
        let joined = join(sent.0, &mut named, entries.whole, Home::International);
        if joined.any() {
            let mut shared = Shared::default();
            let messages = results(sent.0, &mut |message| {
                let mut entry = joined.take(message, &mut entries.list).unwrap_or_default();
                let (status, outcome) = judged(entry.message_group_status.take(), &mut shared);
                (entry, status, outcome)
            });
            let unmatched = joined.take_unmatched(&mut entries.list, |entry| entry);
            return Reading::Answer(BulkSmsMessageResponse::of(body, messages, raw_body, unmatched, bulk_id));
        }
        if !entries.list.is_empty() && !body.said.is_refusal() {
            return body.said.into_reading(Fault::no_known_message());
        }
        if !accepted || !entries.whole {
            let fault = body.fault.take();
            let fault =
                fault.unwrap_or_else(|| Fault::shape("expected a list of entries", Some("smsMessageDeliveryStatuses")));
            return body.said.into_reading(fault);
        }
        // Documented: "Bulk messages queued successfully". It names no message, hence all of them.
        let messages = all_alike(sent.0, status::outcome(None, None, true));
        Reading::Success(BulkSmsMessageResponse::of(body, messages, raw_body, entries.list, bulk_id))
    }
}
