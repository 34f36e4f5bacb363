//! The `blackkonnect` dialect.

mod delivery_statuses;
mod gateway;
mod schemas;
mod sent;
mod token;

use pyo3::prelude::*;

pub(crate) use delivery_statuses::DeliveryStatuses;
pub(crate) use sent::{BulkSmsMessageResponse, SimpleSmsMessageResponse};
pub(crate) use smskernel::blackkonnect as core;

crate::webhook::parse_webhook! {
    "delivery_status": delivery_statuses::GatewayMessageDeliveryStatus,
    "operator_delivery": schemas::NetworkOperatorMessageDeliveryDTO,
}

/// Adds the dialect's classes and functions.
pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<gateway::Gateway>()?;
    module.add_class::<token::Token>()?;
    module.add_class::<SimpleSmsMessageResponse>()?;
    module.add_class::<BulkSmsMessageResponse>()?;
    module.add_class::<sent::SentMessage>()?;
    module.add_class::<sent::SmsMessageDeliveryStatus>()?;
    module.add_class::<delivery_statuses::DeliveryStatuses>()?;
    module.add_class::<delivery_statuses::GatewayMessageDeliveryStatus>()?;
    module.add_class::<delivery_statuses::GenericResponseNetworkOperatorMessageDeliveryDTO>()?;
    module.add_class::<schemas::NetworkOperatorMessageDeliveryDTO>()?;
    module.add_class::<schemas::MessageGroupStatus>()?;
    module.add_class::<schemas::ItemPagination>()?;
    module.add_class::<schemas::ProblemDetail>()?;
    module.add_function(wrap_pyfunction!(parse_webhook, module)?)?;
    module.add_function(wrap_pyfunction!(schemas::problem_detail, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_message, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_bulk, module)?)
}
