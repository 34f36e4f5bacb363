//! The `smslist` dialect.

mod gateway;
mod sent_bulk;

use pyo3::prelude::*;

pub(crate) use sent_bulk::SentBulk;
pub(crate) use smskernel::smslist as core;

/// Adds the dialect's classes and functions.
pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<gateway::Gateway>()?;
    module.add_class::<SentBulk>()?;
    module.add_class::<sent_bulk::SentMessage>()?;
    module.add_class::<sent_bulk::UnmatchedMessage>()?;
    module.add_function(wrap_pyfunction!(gateway::check_bulk, module)?)
}
