//! The answer of the calls that ask for statuses.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyType};

use super::core;
use super::schemas::{ItemPagination, NetworkOperatorMessageDeliveryDTO, extra, maybe, open};
use crate::answer::{Kind, answer};
use crate::call::IntoPython;
use crate::moment;
use crate::shared::Shared;
use crate::violation::{Outcome, flag, outcome, some_integer, some_text, tuple};

answer! {
    /// The answer to `Gateway.get_bulk_status` and `Gateway.get_message_status`.
    DeliveryStatuses in "smskernel.blackkonnect" {
        /// The statuses, in the order of the reply: a tuple of `GatewayMessageDeliveryStatus`.
        statuses: Kind::many::<GatewayMessageDeliveryStatus>(),
        /// The whole envelope, where the gateway answers with one; `statuses` then says what its deliveries have in
        /// common with others.
        response = None: Kind::maybe::<GenericResponseNetworkOperatorMessageDeliveryDTO>(),
        /// The request for the next page of a bulk, a `GetBulkStatus`; None behind the last.
        next = None: Kind::request("GetBulkStatus or None", is_request),
        /// Whether this page is the one before it once more: the gateway does not part this bulk into pages, or counts
        /// them from 1.
        is_repeated: Kind::FLAG,
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// Where one message, or one part of it, stands.
    GatewayMessageDeliveryStatus in "smskernel.blackkonnect" {
        /// The gateway's id of the delivery.
        uuid = None: Kind::SOME_TEXT,
        /// The message's id.
        message_id = None: Kind::SOME_TEXT,
        /// The bulk's id.
        bulk_reference_id = None: Kind::SOME_TEXT,
        /// The part's id.
        part_reference_id = None: Kind::SOME_TEXT,
        /// The number, as the gateway wrote it.
        destination = None: Kind::SOME_NUMBER,
        /// The sender. Not in replies of May 2025.
        source_address = None: Kind::SOME_SENDER,
        /// The status.
        delivery_status = None: Kind::SOME_TEXT,
        /// When that was, as the gateway wrote it: ISO 8601.
        delivery_timestamp = None: Kind::SOME_TEXT,
        /// What that means.
        outcome: Kind::one::<Outcome>(),
    }
}

answer! {
    /// The reply that holds deliveries of the network operator's side.
    GenericResponseNetworkOperatorMessageDeliveryDTO in "smskernel.blackkonnect" {
        /// A code. No document gives the values.
        code = None: Kind::SOME_INTEGER,
        /// What it says, in any form: plain values.
        message = None: Kind::OPEN,
        /// A delivery.
        data = None: Kind::maybe::<NetworkOperatorMessageDeliveryDTO>(),
        /// The gateway's id of the request.
        correlation_id = None: Kind::SOME_TEXT,
        /// The gateway's id of the exchange.
        conversation_id = None: Kind::SOME_TEXT,
        /// Your id of the request.
        request_id = None: Kind::SOME_TEXT,
        /// Deliveries: a tuple of `NetworkOperatorMessageDeliveryDTO`.
        items: Kind::many::<NetworkOperatorMessageDeliveryDTO>(),
        /// Which part of the list they are.
        item_pagination = None: Kind::maybe::<ItemPagination>(),
        /// Whether the gateway says that it worked.
        is_successful = None: Kind::SOME_FLAG,
    }
}

/// The class of requests for a bulk's statuses, which is written in Python.
fn request_class(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    moment::class(py, &CLASS, "smskernel.blackkonnect", "GetBulkStatus")
}

fn is_request(value: &Bound<'_, PyAny>) -> bool {
    value.is_none() || request_class(value.py()).is_ok_and(|class| value.is_instance(class).unwrap_or(false))
}

fn request(py: Python<'_>, core: &core::GetBulkStatus) -> PyResult<Py<PyAny>> {
    let fields = PyDict::new(py);
    fields.set_item("bulk_correlation_id", core.bulk_correlation_id.as_ref().map(smskernel::Id::as_str))?;
    fields.set_item("page", core.page)?;
    fields.set_item("size", core.size)?;
    fields.set_item("sort", core.sort.as_deref())?;
    fields.set_item("seen", core.seen.as_deref())?;
    if !core.extra.is_empty() {
        fields.set_item("extra", extra(py, &core.extra)?)?;
    }
    Ok(request_class(py)?.call((), Some(&fields))?.unbind())
}

fn response(
    py: Python<'_>,
    core: &core::GenericResponseNetworkOperatorMessageDeliveryDTO,
) -> PyResult<Py<GenericResponseNetworkOperatorMessageDeliveryDTO>> {
    let items = core.items.iter().map(|item| NetworkOperatorMessageDeliveryDTO::of(py, item));
    let response = GenericResponseNetworkOperatorMessageDeliveryDTO {
        code: some_integer(py, core.code),
        message: open(py, core.message.as_ref())?,
        data: maybe(py, core.data.as_ref(), NetworkOperatorMessageDeliveryDTO::of)?,
        correlation_id: some_text(py, core.correlation_id.as_deref()),
        conversation_id: some_text(py, core.conversation_id.as_deref()),
        request_id: some_text(py, core.request_id.as_deref()),
        items: tuple(py, items.collect::<PyResult<Vec<_>>>()?)?,
        item_pagination: maybe(py, core.item_pagination.as_ref(), ItemPagination::of)?,
        is_successful: core.is_successful.map_or_else(|| py.None(), |value| flag(py, value)),
    };
    Py::new(py, response)
}

impl IntoPython for core::DeliveryStatuses {
    fn into_python(self, py: Python<'_>, raw_body: &Bound<'_, PyBytes>) -> PyResult<Py<PyAny>> {
        let mut outcomes = Shared::new();
        let mut statuses = Vec::with_capacity(self.statuses.len());
        for status in &self.statuses {
            let status = GatewayMessageDeliveryStatus {
                uuid: some_text(py, status.uuid.as_deref()),
                message_id: some_text(py, status.message_id.as_deref()),
                bulk_reference_id: some_text(py, status.bulk_reference_id.as_deref()),
                part_reference_id: some_text(py, status.part_reference_id.as_deref()),
                destination: some_text(py, status.destination.as_deref()),
                source_address: some_text(py, status.source_address.as_deref()),
                delivery_status: some_text(py, status.delivery_status.as_deref()),
                delivery_timestamp: some_text(py, status.delivery_timestamp.as_deref()),
                outcome: outcomes.get(py, &status.outcome, |given| outcome(py, given))?,
            };
            statuses.push(Py::new(py, status)?);
        }
        let answer = DeliveryStatuses {
            statuses: tuple(py, statuses)?,
            response: maybe(py, self.response.as_deref(), response)?,
            next: self.next.as_ref().map_or_else(|| Ok(py.None()), |next| request(py, next))?,
            is_repeated: flag(py, self.is_repeated),
            raw_body: raw_body.clone().into_any().unbind(),
        };
        Ok(Py::new(py, answer)?.into_any())
    }
}
