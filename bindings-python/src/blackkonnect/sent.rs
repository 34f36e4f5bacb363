//! The answers of the two sends.

use pyo3::prelude::*;

use super::schemas::{ItemPagination, MessageGroupStatus};
use crate::answer::{Kind, answer};
use crate::violation::Outcome;

answer! {
    /// What the gateway says of one message.
    SentMessage in "smskernel.blackkonnect" {
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
        /// The network's reference.
        smsc_reference = None: Kind::SOME_TEXT,
        /// Its `deliveryStatus`.
        delivery_status = None: Kind::SOME_TEXT,
        /// Its status with all that the gateway says of it, in the reply to a bulk.
        message_group_status = None: Kind::maybe::<MessageGroupStatus>(),
        /// What that means.
        outcome: Kind::one::<Outcome>(),
    }
}

answer! {
    /// An entry of the reply to a bulk that is about no message of the call.
    SmsMessageDeliveryStatus in "smskernel.blackkonnect" {
        /// The message's id.
        message_id = None: Kind::SOME_TEXT,
        /// What the gateway says of it.
        message_group_status = None: Kind::maybe::<MessageGroupStatus>(),
        /// The number, as the gateway wrote it.
        destination = None: Kind::SOME_NUMBER,
        /// How many parts it was split into.
        sms_count = None: Kind::SOME_INTEGER,
        /// The network's reference. Not in replies of 2025.
        smsc_reference = None: Kind::SOME_TEXT,
    }
}

/// Makes the answer of one of the sends: the results, then its own members, then what both envelopes have.
macro_rules! sent {
    (
        $(#[$outer:meta])*
        $name:ident {
            $( $(#[$doc:meta])* $field:ident $(= $default:ident)? : $kind:expr, )*
        }
    ) => {
        answer! {
            $(#[$outer])*
            $name in "smskernel.blackkonnect" {
                /// One result for each message sent, one text to one number, in the order sent: a tuple of
                /// `SentMessage`.
                messages: Kind::many::<SentMessage>(),
                $( $(#[$doc])* $field $(= $default)? : $kind, )*
                /// A code. No document gives the values.
                code = None: Kind::SOME_INTEGER,
                /// What the gateway says, in any form: plain values.
                message = None: Kind::OPEN,
                /// What the request was about, as plain values: for a bulk a message, as the documents have it.
                data = None: Kind::OPEN,
                /// The gateway's id of the request, by which its statuses are likely asked for.
                correlation_id = None: Kind::SOME_TEXT,
                /// The gateway's id of the exchange.
                conversation_id = None: Kind::SOME_TEXT,
                /// Your id of the request.
                request_id = None: Kind::SOME_TEXT,
                /// What the request was about as a list, as plain values: for a bulk its messages.
                items = None: Kind::OPEN,
                /// Which part of the list they are.
                item_pagination = None: Kind::maybe::<ItemPagination>(),
                /// Whether the gateway says that it worked.
                is_successful = None: Kind::SOME_FLAG,
                /// The body as it came. Never printed.
                raw_body: Kind::BODY,
            }
        }
    };
}

sent! {
    /// The answer to `Gateway.send_message`.
    SimpleSmsMessageResponse {
        /// The message's `deliveryStatus`.
        delivery_status = None: Kind::SOME_TEXT,
    }
}

sent! {
    /// The answer to `Gateway.send_bulk`. The entries of `smsMessageDeliveryStatuses` stand in `messages`, those about
    /// none of yours in `unmatched`.
    BulkSmsMessageResponse {
        /// Entries of the reply that are about none of the messages sent: a tuple of `SmsMessageDeliveryStatus`.
        unmatched: Kind::many::<SmsMessageDeliveryStatus>(),
        /// The id of the bulk.
        bulk_id = None: Kind::SOME_TEXT,
    }
}
