//! Messages that came in.

use std::fmt;

use crate::infobip::reply::listed::{Entry, NO_OBJECT, read_listed};
use crate::infobip::reports::{Price, moment};
use crate::mask;
use crate::reply::{ReadReply, Reading, SentRef, sealed};
use crate::tell::answer;
use crate::time::Timestamp;
use crate::webhook::{Collected, MalformedEvent};

answer! {
    /// A message that somebody sent to you. All members are optional.
    #[derive(Clone, Default, PartialEq)]
    pub struct InboundMessage {
        /// The gateway's id of the message.
        pub message_id = "messageId": Option<String>,
        /// The number of who sent it.
        pub sender = "from": Option<String>,
        /// Your number or short code that received it.
        pub to = "to": Option<String>,
        /// Its whole text.
        pub text = "text": Option<String>,
        /// Its text without the keyword.
        pub clean_text = "cleanText": Option<String>,
        /// The keyword that it begins with; none, or empty, where it has none that you set up.
        pub keyword = "keyword": Option<String>,
        /// When it came, as the gateway wrote it; [`received_time`](InboundMessage::received_time) reads it.
        pub received_at = "receivedAt": Option<String>,
        /// How many parts it came in.
        pub sms_count = "smsCount": Option<i64>,
        /// What it cost.
        pub price = "price": Option<Price>,
        /// What you set up to come with it.
        pub callback_data = "callbackData": Option<String>,
        /// The entity that it came for.
        pub entity_id = "entityId": Option<String>,
        /// The application that it came for.
        pub application_id = "applicationId": Option<String>,
        /// The campaign that it belongs to.
        pub campaign_reference_id = "campaignReferenceId": Option<String>,
    }
}

impl InboundMessage {
    /// When it came, if the gateway wrote a point in time: any spelling of the offset, any fraction.
    #[must_use]
    pub fn received_time(&self) -> Option<Timestamp> {
        moment(self.received_at.as_ref())
    }
}

impl fmt::Debug for InboundMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sender = mask::number(self.sender.as_deref().unwrap_or_default());
        let to = mask::number(self.to.as_deref().unwrap_or_default());
        let id = mask::words(self.message_id.as_deref().unwrap_or("without id"));
        let text = mask::text(self.text.as_deref().unwrap_or_default());
        write!(f, "{id} from {sender} to {to}: {text}")
    }
}

answer! {
    /// The answer to [`Gateway::get_inbox_reports`](crate::infobip::Gateway::get_inbox_reports) and
    /// [`Gateway::get_inbox_logs`](crate::infobip::Gateway::get_inbox_logs).
    #[derive(Clone, PartialEq)]
    pub struct InboundMessages {
        /// The messages, in the order of the reply.
        pub results = "results": Vec<InboundMessage>,
        /// How many there are, by the gateway's count.
        pub message_count = "messageCount": Option<i64>,
        /// How many more wait to be asked for.
        pub pending_message_count = "pendingMessageCount": Option<i64>,
        /// Entries that are no messages, with their text.
        pub malformed = "malformed": Vec<MalformedEvent>,
        /// The body as it came. Never printed, never serialised.
        pub raw_body: Vec<u8>,
    }
}

impl fmt::Debug for InboundMessages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InboundMessages")
            .field("results", &self.results)
            .field("message_count", &self.message_count)
            .field("pending_message_count", &self.pending_message_count)
            .field("malformed", &self.malformed)
            .field("raw_body", &format_args!("{} bytes", self.raw_body.len()))
            .finish()
    }
}

impl sealed::Sealed for InboundMessages {}

impl ReadReply for InboundMessages {
    const OPERATIONS: &'static [&'static str] = &["infobip.get_inbox_reports", "infobip.get_inbox_logs"];
    const SENDS: bool = false;

    fn read(body: &[u8], _: SentRef<'_>) -> Reading<InboundMessages> {
        let mut collected = Collected::default();
        let counts = read_listed(body, &mut |reader| {
            collected
                .entry(reader, &mut |reader| Ok(Entry::read(reader)?.ok_or(NO_OBJECT).and_then(Entry::into_inbound)))
        });
        match counts {
            Ok([message_count, pending_message_count]) => {
                let raw_body = body.to_vec();
                let Collected { events: results, malformed, .. } = collected;
                Reading::Success(InboundMessages { results, message_count, pending_message_count, malformed, raw_body })
            }
            Err(no_answer) => no_answer.into_reading(),
        }
    }
}
