//! Messages that came in.

use pyo3::prelude::*;

use super::reports::Price;
use crate::answer::{Kind, answer};
use crate::webhook::MalformedEvent;

answer! {
    /// The answer to `Gateway.get_inbox_reports` and `Gateway.get_inbox_logs`.
    InboundMessages in "smskernel.infobip" {
        /// The messages, in the order of the reply: a tuple of `InboundMessage`.
        results: Kind::many::<InboundMessage>(),
        /// How many there are, by the gateway's count.
        message_count = None: Kind::SOME_INTEGER,
        /// How many more wait to be asked for.
        pending_message_count = None: Kind::SOME_INTEGER,
        /// Entries that are no messages, with their text: a tuple of `MalformedEvent`.
        malformed: Kind::many::<MalformedEvent>(),
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// A message that somebody sent to you. All of it is optional.
    InboundMessage in "smskernel.infobip" as event "inbound_message" {
        /// The gateway's id of the message.
        message_id = None: Kind::SOME_TEXT,
        /// The number of who sent it, `from` on the wire.
        sender = None: Kind::SOME_NUMBER,
        /// Your number or short code that received it.
        to = None: Kind::SOME_NUMBER,
        /// Its whole text.
        text = None: Kind::SOME_CONTENT,
        /// Its text without the keyword.
        clean_text = None: Kind::SOME_CONTENT,
        /// The keyword that it begins with; none, or empty, where it has none that you set up.
        keyword = None: Kind::SOME_TEXT,
        /// When it came, as the gateway wrote it; `datetime.fromisoformat` reads it.
        received_at = None: Kind::SOME_TEXT,
        /// How many parts it came in.
        sms_count = None: Kind::SOME_INTEGER,
        /// What it cost.
        price = None: Kind::maybe::<Price>(),
        /// What you set up to come with it.
        callback_data = None: Kind::SOME_CONTENT,
        /// The entity that it came for.
        entity_id = None: Kind::SOME_TEXT,
        /// The application that it came for.
        application_id = None: Kind::SOME_TEXT,
        /// The campaign that it belongs to.
        campaign_reference_id = None: Kind::SOME_TEXT,
    }
}
