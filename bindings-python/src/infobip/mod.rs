//! The `infobip` dialect.

mod auth;
mod gateway;
mod sent_messages;

use pyo3::prelude::*;

pub(crate) use sent_messages::SentMessages;
pub(crate) use smskernel::infobip as core;

/// Adds the dialect's classes and functions.
pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<gateway::Gateway>()?;
    module.add_class::<auth::ApiKey>()?;
    module.add_class::<auth::Basic>()?;
    module.add_class::<auth::Ibsso>()?;
    module.add_class::<auth::Bearer>()?;
    module.add_class::<SentMessages>()?;
    module.add_class::<sent_messages::SentMessage>()?;
    module.add_class::<sent_messages::UnmatchedMessage>()?;
    module.add_class::<sent_messages::Status>()?;
    module.add_function(wrap_pyfunction!(gateway::check_text, module)?)?;
    module.add_function(wrap_pyfunction!(gateway::check_binary, module)?)
}
