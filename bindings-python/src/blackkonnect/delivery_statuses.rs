//! The answer of the calls that ask for statuses.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

use super::schemas::{ItemPagination, NetworkOperatorMessageDeliveryDTO};
use crate::answer::{Kind, answer};
use crate::violation::Outcome;
use crate::{moment, told};

answer! {
    /// The answer to `Gateway.get_bulk_status` and `Gateway.get_message_status`.
    DeliveryStatuses in "smskernel.blackkonnect" {
        /// The statuses, in the order of the reply: a tuple of `GatewayMessageDeliveryStatus`.
        statuses: Kind::many::<GatewayMessageDeliveryStatus>(),
        /// The whole envelope, where the gateway answers with one; `statuses` then says what its deliveries have in
        /// common with others.
        response = None: Kind::maybe::<GenericResponseNetworkOperatorMessageDeliveryDTO>(),
        /// The request for the next page of a bulk, a `GetBulkStatus`; None behind the last.
        next = None: Kind::request("GetBulkStatus or None", is_request, |teller, request| {
            told::request(request_class(teller.py)?, request)
        }),
        /// Whether this page was there before: the gateway does not part this bulk into pages, or counts them from 1.
        /// Then `statuses` is empty, so that none is counted twice.
        is_repeated: Kind::FLAG,
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// Where one message, or one part of it, stands.
    GatewayMessageDeliveryStatus in "smskernel.blackkonnect" as event "delivery_status" {
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
