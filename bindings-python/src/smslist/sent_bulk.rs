//! The answer of `send_bulk`.

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use super::core;
use crate::answer::{Kind, answer};
use crate::call::IntoPython;
use crate::shared::Shared;
use crate::violation::{Outcome, integer, outcome, some_text, text, tuple};

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

impl IntoPython for core::SentBulk {
    fn into_python(self, py: Python<'_>, raw_body: &Bound<'_, PyBytes>) -> PyResult<Py<PyAny>> {
        let mut outcomes = Shared::new();
        let mut messages = Vec::with_capacity(self.messages.len());
        for message in &self.messages {
            let message = SentMessage {
                position: integer(py, message.position),
                destination: integer(py, message.destination),
                to: text(py, &message.to),
                client_sms_id: some_text(py, message.client_sms_id.as_deref()),
                message_id: some_text(py, message.message_id.as_deref()),
                network_id: some_text(py, message.network_id.as_deref()),
                response_code: some_text(py, message.response_code.as_deref()),
                response_description: some_text(py, message.response_description.as_deref()),
                outcome: outcomes.get(py, &message.outcome, |given| outcome(py, given))?,
            };
            messages.push(Py::new(py, message)?);
        }
        let mut unmatched = Vec::with_capacity(self.unmatched.len());
        for entry in &self.unmatched {
            let entry = UnmatchedMessage {
                to: some_text(py, entry.to.as_deref()),
                client_sms_id: some_text(py, entry.client_sms_id.as_deref()),
                message_id: some_text(py, entry.message_id.as_deref()),
                network_id: some_text(py, entry.network_id.as_deref()),
                response_code: some_text(py, entry.response_code.as_deref()),
                response_description: some_text(py, entry.response_description.as_deref()),
            };
            unmatched.push(Py::new(py, entry)?);
        }
        let answer = SentBulk {
            messages: tuple(py, messages)?,
            unmatched: tuple(py, unmatched)?,
            raw_body: raw_body.clone().into_any().unbind(),
        };
        Ok(Py::new(py, answer)?.into_any())
    }
}
