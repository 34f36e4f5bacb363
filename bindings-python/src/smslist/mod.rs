//! The `smslist` dialect.

mod answers;
mod gateway;
mod sent_bulk;

use pyo3::prelude::*;

pub(crate) use answers::{Balance, Credited, DeliveryReport};
pub(crate) use sent_bulk::SentBulk;
pub(crate) use smskernel::smslist as core;

crate::webhook::parse_webhook! {
    "delivery_report": DeliveryReport,
    "inbound_message": answers::InboundMessage,
}

/// Adds the dialect's classes and functions.
pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<gateway::Gateway>()?;
    module.add_class::<SentBulk>()?;
    module.add_class::<sent_bulk::SentMessage>()?;
    module.add_class::<sent_bulk::UnmatchedMessage>()?;
    module.add_class::<DeliveryReport>()?;
    module.add_class::<answers::InboundMessage>()?;
    module.add_class::<Balance>()?;
    module.add_class::<Credited>()?;
    module.add_function(wrap_pyfunction!(parse_webhook, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_bulk, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_sms, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_otp, module)?)
}
