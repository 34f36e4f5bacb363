//! The Python package `smskernel`: Python objects in, Python objects out, and every rule in the core.

mod answer;
mod blackkonnect;
mod call;
mod errors;
mod gateway;
mod infobip;
mod keys;
mod moment;
mod options;
mod plan;
mod reply;
mod sms_text;
mod smslist;
mod tables;
mod text;
mod token;
mod told;
mod tree;
mod violation;
mod webhook;

use pyo3::prelude::*;
use pyo3::types::PyDict;

/// The private half of `smskernel`. Its names are public in `smskernel`, `smskernel.infobip`,
/// `smskernel.blackkonnect`, `smskernel.smslist` and `smskernel.text`.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<call::Call>()?;
    module.add_class::<call::ReplyReader>()?;
    module.add_class::<violation::Violation>()?;
    module.add_class::<violation::Outcome>()?;
    module.add_class::<violation::FieldError>()?;
    module.add_class::<plan::Plan>()?;
    module.add_class::<plan::Rejected>()?;
    module.add_class::<plan::RowResult>()?;
    module.add_class::<webhook::Webhook>()?;
    module.add_class::<webhook::MalformedEvent>()?;
    module.add_class::<keys::Names>()?;
    module.add_function(wrap_pyfunction!(plan::merge, module)?)?;
    module.add_function(wrap_pyfunction!(webhook::secret_matches, module)?)?;
    module.add_function(wrap_pyfunction!(moment::after_to_dict, module)?)?;
    tables::fill(module)?;
    submodule(module, "infobip", infobip::fill)?;
    submodule(module, "blackkonnect", blackkonnect::fill)?;
    submodule(module, "smslist", smslist::fill)?;
    submodule(module, "text", sms_text::fill)?;
    private(module)
}

/// What is public is said by the package's modules, not here.
fn private(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.dict().del_item("__all__")
}

/// Adds a module of its own, which can be imported as one.
fn submodule(
    parent: &Bound<'_, PyModule>,
    name: &str,
    fill: impl FnOnce(&Bound<'_, PyModule>) -> PyResult<()>,
) -> PyResult<()> {
    let py = parent.py();
    let path = format!("{}.{name}", parent.name()?);
    let module = PyModule::new(py, &path)?;
    fill(&module)?;
    private(&module)?;
    parent.add(name, &module)?;
    let modules = py.import("sys")?.getattr("modules")?.cast_into::<PyDict>()?;
    modules.set_item(path, module)
}
