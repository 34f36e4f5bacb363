//! The answers of the two sends.

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use super::core;
use super::schemas::{ItemPagination, MessageGroupStatus, maybe, open};
use crate::answer::{Kind, answer};
use crate::call::IntoPython;
use crate::shared::Shared;
use crate::violation::{Outcome, flag, integer, outcome, some_integer, some_text, text, tuple};

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

fn messages(py: Python<'_>, core: &[core::SentMessage]) -> PyResult<Py<PyAny>> {
    let (mut statuses, mut outcomes) = (Shared::new(), Shared::new());
    let mut messages = Vec::with_capacity(core.len());
    for message in core {
        let status = match &message.message_group_status {
            Some(given) => statuses.get(py, given, |given| MessageGroupStatus::of(py, given))?,
            None => py.None(),
        };
        let message = SentMessage {
            position: integer(py, message.position),
            destination: integer(py, message.destination),
            to: text(py, &message.to),
            message_id: some_text(py, message.message_id.as_deref()),
            sms_count: some_integer(py, message.sms_count),
            smsc_reference: some_text(py, message.smsc_reference.as_deref()),
            delivery_status: some_text(py, message.delivery_status.as_deref()),
            message_group_status: status,
            outcome: outcomes.get(py, &message.outcome, |given| outcome(py, given))?,
        };
        messages.push(Py::new(py, message)?);
    }
    tuple(py, messages)
}

fn unmatched(py: Python<'_>, core: &[core::SmsMessageDeliveryStatus]) -> PyResult<Py<PyAny>> {
    let entries = core.iter().map(|entry| {
        let status = entry.message_group_status.as_ref();
        let entry = SmsMessageDeliveryStatus {
            message_id: some_text(py, entry.message_id.as_deref()),
            message_group_status: maybe(py, status, MessageGroupStatus::of)?,
            destination: some_text(py, entry.destination.as_deref()),
            sms_count: some_integer(py, entry.sms_count),
            smsc_reference: some_text(py, entry.smsc_reference.as_deref()),
        };
        Py::new(py, entry)
    });
    tuple(py, entries.collect::<PyResult<Vec<_>>>()?)
}

/// Makes the answer of one of the sends: the results, then its own members, then what both envelopes have.
macro_rules! sent {
    (
        $(#[$outer:meta])*
        $name:ident |$py:ident, $core:ident| {
            $( $(#[$doc:meta])* $field:ident $(= $default:ident)? : $kind:expr => $value:expr, )*
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

        impl IntoPython for core::$name {
            fn into_python(self, $py: Python<'_>, raw_body: &Bound<'_, PyBytes>) -> PyResult<Py<PyAny>> {
                let $core = self;
                let answer = $name {
                    messages: messages($py, &$core.messages)?,
                    $( $field: $value, )*
                    code: some_integer($py, $core.code),
                    message: open($py, $core.message.as_ref())?,
                    data: open($py, $core.data.as_ref())?,
                    correlation_id: some_text($py, $core.correlation_id.as_deref()),
                    conversation_id: some_text($py, $core.conversation_id.as_deref()),
                    request_id: some_text($py, $core.request_id.as_deref()),
                    items: open($py, $core.items.as_ref())?,
                    item_pagination: maybe($py, $core.item_pagination.as_ref(), ItemPagination::of)?,
                    is_successful: $core.is_successful.map_or_else(|| $py.None(), |value| flag($py, value)),
                    raw_body: raw_body.clone().into_any().unbind(),
                };
                Ok(Py::new($py, answer)?.into_any())
            }
        }
    };
}

sent! {
    /// The answer to `Gateway.send_message`.
    SimpleSmsMessageResponse |py, answer| {
        /// The message's `deliveryStatus`.
        delivery_status = None: Kind::SOME_TEXT => some_text(py, answer.delivery_status.as_deref()),
    }
}

sent! {
    /// The answer to `Gateway.send_bulk`. The entries of `smsMessageDeliveryStatuses` stand in `messages`, those about
    /// none of yours in `unmatched`.
    BulkSmsMessageResponse |py, answer| {
        /// Entries of the reply that are about none of the messages sent: a tuple of `SmsMessageDeliveryStatus`.
        unmatched: Kind::many::<SmsMessageDeliveryStatus>() => unmatched(py, &answer.unmatched)?,
        /// The id of the bulk.
        bulk_id = None: Kind::SOME_TEXT => some_text(py, answer.bulk_id.as_deref()),
    }
}
