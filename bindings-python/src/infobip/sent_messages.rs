//! The answer of `send_text` and `send_binary`.

use pyo3::prelude::*;

use crate::answer::{Kind, answer};
use crate::violation::Outcome;

answer! {
    /// The answer to `Gateway.send_text` and `Gateway.send_binary`.
    SentMessages in "smskernel.infobip" {
        /// The id of the request as a whole. Documented for more than one destination.
        bulk_id = None: Kind::SOME_TEXT,
        /// The id of the tracked process, when tracking was asked for.
        tracking_process_key = None: Kind::SOME_TEXT,
        /// One result for each message sent, one text to one number, in the order sent: a tuple of `SentMessage`.
        messages: Kind::many::<SentMessage>(),
        /// Entries of the reply that are about none of them: a tuple of `UnmatchedMessage`.
        unmatched: Kind::many::<UnmatchedMessage>(),
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// What the gateway says of one message.
    SentMessage in "smskernel.infobip" {
        /// Index of the message in the request or plan.
        position: Kind::INTEGER,
        /// Index of the destination within the message.
        destination: Kind::INTEGER,
        /// The number as it was sent.
        to: Kind::NUMBER,
        /// The gateway's id of the message, else yours.
        message_id = None: Kind::SOME_TEXT,
        /// How many parts it was split into.
        sms_count = None: Kind::SOME_INTEGER,
        /// Its status, as the gateway gave it.
        status = None: Kind::maybe::<Status>(),
        /// What that means.
        outcome: Kind::one::<Outcome>(),
    }
}

answer! {
    /// An entry of a reply that is about no message of the call.
    UnmatchedMessage in "smskernel.infobip" {
        /// The number, as the gateway wrote it.
        to = None: Kind::SOME_NUMBER,
        /// Its id.
        message_id = None: Kind::SOME_TEXT,
        /// How many parts.
        sms_count = None: Kind::SOME_INTEGER,
        /// Its status.
        status = None: Kind::maybe::<Status>(),
    }
}

answer! {
    /// A status as the gateway gave it. All of it is optional, and no value is closed.
    Status in "smskernel.infobip" {
        /// The group's number.
        group_id = None: Kind::SOME_INTEGER,
        /// The group's name.
        group_name = None: Kind::SOME_TEXT,
        /// The status's number.
        id = None: Kind::SOME_INTEGER,
        /// The status's name.
        name = None: Kind::SOME_TEXT,
        /// What it says to people.
        description = None: Kind::SOME_TEXT,
        /// What to do about it.
        action = None: Kind::SOME_TEXT,
    }
}
