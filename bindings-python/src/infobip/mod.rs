//! The `infobip` dialect.

mod answers;
mod auth;
mod gateway;
mod inbound;
mod reports;
mod sent_messages;

use pyo3::prelude::*;

pub(crate) use answers::{Balance, BulkStatus, ConversionConfirmed, Preview, Schedule, SessionEnded};
pub(crate) use inbound::InboundMessages;
pub(crate) use reports::{Logs, Reports};
pub(crate) use sent_messages::SentMessages;
pub(crate) use smskernel::infobip as core;

crate::webhook::parse_webhook! {
    "delivery_report": reports::DeliveryReport,
    "inbound_message": inbound::InboundMessage,
    "url_click": reports::UrlClick,
}

/// Adds the dialect's classes and functions.
pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<gateway::Gateway>()?;
    module.add_class::<auth::ApiKey>()?;
    module.add_class::<auth::Basic>()?;
    module.add_class::<auth::Ibsso>()?;
    module.add_class::<auth::Bearer>()?;
    module.add_class::<auth::Session>()?;
    module.add_class::<auth::OauthToken>()?;
    module.add_class::<SentMessages>()?;
    module.add_class::<sent_messages::SentMessage>()?;
    module.add_class::<sent_messages::UnmatchedMessage>()?;
    module.add_class::<sent_messages::Status>()?;
    module.add_class::<Reports>()?;
    module.add_class::<Logs>()?;
    module.add_class::<reports::DeliveryReport>()?;
    module.add_class::<reports::DeliveryError>()?;
    module.add_class::<reports::Price>()?;
    module.add_class::<reports::UrlClick>()?;
    module.add_class::<reports::RecipientInfo>()?;
    module.add_class::<reports::GeoLocationInfo>()?;
    module.add_class::<InboundMessages>()?;
    module.add_class::<inbound::InboundMessage>()?;
    module.add_class::<Schedule>()?;
    module.add_class::<BulkStatus>()?;
    module.add_class::<Preview>()?;
    module.add_class::<answers::TextPreview>()?;
    module.add_class::<Balance>()?;
    module.add_class::<SessionEnded>()?;
    module.add_class::<ConversionConfirmed>()?;
    module.add_function(wrap_pyfunction!(parse_webhook, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_text, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_text_single, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_text_multi, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_binary, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_binary_single, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_binary_multi, module)?)
}
