//! The answer of `send_text` and `send_binary`.

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use super::core;
use crate::answer::{Kind, answer};
use crate::call::IntoPython;
use crate::shared::Shared;
use crate::violation::{Outcome, integer, outcome, some_integer, some_text, text, tuple};

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

fn status(py: Python<'_>, status: &core::Status) -> PyResult<Py<Status>> {
    let status = Status {
        group_id: some_integer(py, status.group_id),
        group_name: some_text(py, status.group_name.as_deref()),
        id: some_integer(py, status.id),
        name: some_text(py, status.name.as_deref()),
        description: some_text(py, status.description.as_deref()),
        action: some_text(py, status.action.as_deref()),
    };
    Py::new(py, status)
}

impl IntoPython for core::SentMessages {
    fn into_python(self, py: Python<'_>, raw_body: &Bound<'_, PyBytes>) -> PyResult<Py<PyAny>> {
        let (mut statuses, mut outcomes) = (Shared::new(), Shared::new());
        let mut status_of = |given: Option<&std::sync::Arc<core::Status>>| match given {
            Some(given) => statuses.get(py, given, |given| status(py, given)),
            None => Ok(py.None()),
        };
        let mut messages = Vec::with_capacity(self.messages.len());
        for message in &self.messages {
            let message = SentMessage {
                position: integer(py, message.position),
                destination: integer(py, message.destination),
                to: text(py, &message.to),
                message_id: some_text(py, message.message_id.as_deref()),
                sms_count: some_integer(py, message.sms_count),
                status: status_of(message.status.as_ref())?,
                outcome: outcomes.get(py, &message.outcome, |given| outcome(py, given))?,
            };
            messages.push(Py::new(py, message)?);
        }
        let mut unmatched = Vec::with_capacity(self.unmatched.len());
        for entry in &self.unmatched {
            let entry = UnmatchedMessage {
                to: some_text(py, entry.to.as_deref()),
                message_id: some_text(py, entry.message_id.as_deref()),
                sms_count: some_integer(py, entry.sms_count),
                status: status_of(entry.status.as_ref())?,
            };
            unmatched.push(Py::new(py, entry)?);
        }
        let answer = SentMessages {
            bulk_id: some_text(py, self.bulk_id.as_deref()),
            tracking_process_key: some_text(py, self.tracking_process_key.as_deref()),
            messages: tuple(py, messages)?,
            unmatched: tuple(py, unmatched)?,
            raw_body: raw_body.clone().into_any().unbind(),
        };
        Ok(Py::new(py, answer)?.into_any())
    }
}
