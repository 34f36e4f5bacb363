//! What the gateway says of messages that were sent: delivery reports, and the log.

use std::fmt;
use std::sync::Arc;

use crate::infobip::asking::NoAnswer;
use crate::infobip::delivery_errors::DeliveryError;
use crate::infobip::reply::fate::Fates;
use crate::infobip::reply::listed::{Entry, NO_OBJECT, read_listed};
use crate::infobip::status::Status;
use crate::mask;
use crate::outcome::Outcome;
use crate::reply::{ReadReply, Reading, SentRef, sealed};
use crate::reply_object::reply_object;
use crate::tell::answer;
use crate::time::{self, Timestamp};
use crate::webhook::{Collected, MalformedEvent};

reply_object! {
    /// What a message cost.
    pub struct Price {
        /// The price of one part, as the gateway wrote the number: prices have up to ten digits behind the point.
        price_per_message = "pricePerMessage": decimal;
        /// The currency, such as `EUR`.
        currency = "currency": text;
    }
}

answer! {
    /// What became of one message, as a report or the log tells it. All members are optional but the outcome.
    ///
    /// Times are kept as they came; [`sent_time`](DeliveryReport::sent_time) and [`done_time`](DeliveryReport::done_time)
    /// read them.
    #[derive(Clone, PartialEq)]
    pub struct DeliveryReport {
        /// The id of the request that the message was sent with.
        pub bulk_id = "bulkId": Option<String>,
        /// The message's id.
        pub message_id = "messageId": Option<String>,
        /// The number that it was sent to.
        pub to = "to": Option<String>,
        /// Its sender.
        pub sender = "from": Option<String>,
        /// When it was sent, as the gateway wrote it.
        pub sent_at = "sentAt": Option<String>,
        /// When its status was reached, as the gateway wrote it.
        pub done_at = "doneAt": Option<String>,
        /// How many parts it was sent in.
        pub sms_count = "smsCount": Option<i64>,
        /// The codes of country and network in one, such as `22801`.
        pub mcc_mnc = "mccMnc": Option<String>,
        /// What you gave with the message.
        pub callback_data = "callbackData": Option<String>,
        /// What it cost.
        pub price = "price": Option<Price>,
        /// Its status, as the gateway gave it.
        pub status = "status": Option<Arc<Status>>,
        /// Why it was not delivered; `NO_ERROR` where it was.
        pub error = "error": Option<Arc<DeliveryError>>,
        /// Its text. The log has it; reports of some operators do.
        pub text = "text": Option<String>,
        /// The entity that it was sent for.
        pub entity_id = "entityId": Option<String>,
        /// The application that it was sent by.
        pub application_id = "applicationId": Option<String>,
        /// The campaign that it belongs to.
        pub campaign_reference_id = "campaignReferenceId": Option<String>,
        /// What status and error mean.
        pub outcome = "outcome": Arc<Outcome>,
    }
}

/// What the log tells of one message: the members of a report.
pub type Log = DeliveryReport;

impl DeliveryReport {
    /// When it was sent, if the gateway wrote a point in time: any spelling of the offset, any fraction.
    #[must_use]
    pub fn sent_time(&self) -> Option<Timestamp> {
        moment(self.sent_at.as_ref())
    }

    /// When its status was reached, likewise.
    #[must_use]
    pub fn done_time(&self) -> Option<Timestamp> {
        moment(self.done_at.as_ref())
    }
}

/// The point in time that a text says, if it says one.
pub(in crate::infobip) fn moment(text: Option<&String>) -> Option<Timestamp> {
    time::parse(text?).ok()
}

impl fmt::Debug for DeliveryReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = mask::number(self.to.as_deref().unwrap_or_default());
        let id = mask::words(self.message_id.as_deref().unwrap_or("without id"));
        write!(f, "{to} {id}: {}", self.outcome)
    }
}

/// Declares an answer that lists what became of messages.
macro_rules! reports {
    ($(#[$outer:meta])* $name:ident of $entry:ty, $operation:literal) => {
        answer! {
            $(#[$outer])*
            #[derive(Clone, PartialEq)]
            pub struct $name {
                /// What became of each message, in the order of the reply.
                pub results = "results": Vec<$entry>,
                /// Entries that tell of no message, with their text.
                pub malformed = "malformed": Vec<MalformedEvent>,
                /// The body as it came. Never printed, never serialised.
                pub raw_body: Vec<u8>,
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("results", &self.results)
                    .field("malformed", &self.malformed)
                    .field("raw_body", &format_args!("{} bytes", self.raw_body.len()))
                    .finish()
            }
        }

        impl sealed::Sealed for $name {}

        impl ReadReply for $name {
            const OPERATIONS: &'static [&'static str] = &[$operation];
            const SENDS: bool = false;

            fn read(body: &[u8], _: SentRef<'_>) -> Reading<$name> {
                match read(body) {
                    Ok(Collected { events: results, malformed, .. }) => {
                        Reading::Success($name { results, malformed, raw_body: body.to_vec() })
                    }
                    Err(no_answer) => no_answer.into_reading(),
                }
            }
        }
    };
}

reports! {
    /// The answer to [`Gateway::get_reports`](crate::infobip::Gateway::get_reports): reports that are not handed out again.
    Reports of DeliveryReport, "infobip.get_reports"
}

reports! {
    /// The answer to [`Gateway::get_logs`](crate::infobip::Gateway::get_logs).
    Logs of Log, "infobip.get_logs"
}

fn read(body: &[u8]) -> Result<Collected<DeliveryReport>, NoAnswer> {
    let (mut collected, mut fates) = (Collected::default(), Fates::default());
    read_listed(body, &mut |reader| {
        collected.entry(reader, &mut |reader| {
            let entry = Entry::read(reader)?.ok_or(NO_OBJECT);
            Ok(entry.and_then(|entry| entry.into_report(&mut fates)))
        })
    })?;
    Ok(collected)
}
