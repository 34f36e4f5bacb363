//! The answer of `send_bulk`.

use pyo3::prelude::*;

use crate::answer::{Kind, answer};
use crate::violation::Outcome;

answer! {
    /// The answer to `Gateway.send_bulk`.
    SentBulk in "smskernel.smslist" {
        /// One result for each message sent, in the order sent: a tuple of `SentMessage`.
        messages: Kind::many::<SentMessage>(),
        /// Entries of the reply that are about none of them: a tuple of `UnmatchedMessage`.
        unmatched: Kind::many::<UnmatchedMessage>(),
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// What the gateway says of one message.
    SentMessage in "smskernel.smslist" {
        /// Index of the message in the request or plan.
        position: Kind::INTEGER,
        /// Always 0: a message has one destination.
        destination: Kind::INTEGER,
        /// The number as it was sent.
        to: Kind::NUMBER,
        /// Your id of the message, if it has one.
        client_sms_id = None: Kind::SOME_TEXT,
        /// The gateway's id.
        message_id = None: Kind::SOME_TEXT,
        /// The network's id. No document says what its values mean.
        network_id = None: Kind::SOME_TEXT,
        /// The gateway's code.
        response_code = None: Kind::SOME_TEXT,
        /// The gateway's words.
        response_description = None: Kind::SOME_TEXT,
        /// What that means.
        outcome: Kind::one::<Outcome>(),
    }
}

answer! {
    /// An entry of a reply that is about no message of the call.
    UnmatchedMessage in "smskernel.smslist" {
        /// The number, as the gateway wrote it.
        to = None: Kind::SOME_NUMBER,
        /// Its `clientsmsid`.
        client_sms_id = None: Kind::SOME_TEXT,
        /// The gateway's id.
        message_id = None: Kind::SOME_TEXT,
        /// The network's id.
        network_id = None: Kind::SOME_TEXT,
        /// The gateway's code.
        response_code = None: Kind::SOME_TEXT,
        /// The gateway's words.
        response_description = None: Kind::SOME_TEXT,
    }
}
