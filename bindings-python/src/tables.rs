//! The core's tables as plain Python values. The package's types and documents are checked against them.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use smskernel::webhook::{Limits, WebhookCode};
use smskernel::{Code, DIALECTS, Grade, Level, ReplyCode, Resend, State, blackkonnect, infobip, smslist};

use crate::text;

/// The codes of violations: `{code: meaning}`, in the table's order.
#[pyfunction]
fn codes(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let codes = PyDict::new(py);
    Code::ALL.iter().try_for_each(|code| codes.set_item(code.as_str(), code.meaning()))?;
    Ok(codes)
}

/// The codes that `allow` and `forbid` cannot move.
#[pyfunction]
fn fixed_codes() -> Vec<&'static str> {
    Code::ALL.iter().filter(|code| code.is_fixed()).map(|code| code.as_str()).collect()
}

/// The codes of replies that are no answer: `{code: meaning}`.
#[pyfunction]
fn reply_codes(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let codes = PyDict::new(py);
    ReplyCode::ALL.iter().try_for_each(|code| codes.set_item(code.as_str(), code.meaning()))?;
    Ok(codes)
}

/// The codes of requests that are no webhook: `{code: meaning}`.
#[pyfunction]
fn webhook_codes(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let codes = PyDict::new(py);
    WebhookCode::ALL.iter().try_for_each(|code| codes.set_item(code.as_str(), code.meaning()))?;
    Ok(codes)
}

/// The names of the limits of webhooks.
#[pyfunction]
fn webhook_limits() -> Vec<&'static str> {
    Limits::NAMES.to_vec()
}

/// The kinds of each dialect's events.
#[pyfunction]
fn event_kinds(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let kinds = PyDict::new(py);
    kinds.set_item("infobip", infobip::Event::KINDS)?;
    kinds.set_item("blackkonnect", blackkonnect::Event::KINDS)?;
    kinds.set_item("smslist", smslist::Event::KINDS)?;
    Ok(kinds)
}

/// The other closed sets of words: `{"state": […], …}`.
#[pyfunction]
fn words(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let words = PyDict::new(py);
    words.set_item("state", State::ALL.iter().map(|state| state.as_str()).collect::<Vec<_>>())?;
    words.set_item("resend", Resend::ALL.iter().map(|resend| resend.as_str()).collect::<Vec<_>>())?;
    words.set_item("level", [Level::Error, Level::Warning].map(Level::as_str))?;
    words.set_item("grade", [Grade::Documented, Grade::Field, Grade::Inferred].map(Grade::as_str))?;
    Ok(words)
}

/// The objects of requests: `{dialect: {object: [(gateway's name, ours), …]}}`.
#[pyfunction]
fn objects(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let dialects = PyDict::new(py);
    for dialect in DIALECTS {
        let fields = PyDict::new(py);
        for object in dialect.objects {
            let names: Vec<_> = object.fields.iter().map(|field| (field.wire, field.ours)).collect();
            fields.set_item(object.name, names)?;
        }
        dialects.set_item(dialect.name, fields)?;
    }
    Ok(dialects)
}

/// The names of each dialect's limits.
#[pyfunction]
fn limits(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let limits = PyDict::new(py);
    DIALECTS.iter().try_for_each(|dialect| limits.set_item(dialect.name, dialect.limits))?;
    Ok(limits)
}

/// A phone number as it is printed.
#[pyfunction]
#[pyo3(signature = (number, /))]
fn mask_number(number: &Bound<'_, PyString>) -> PyResult<String> {
    text::of(number).map(|number| text::masked_number(&number))
}

/// A text as it is printed: its length.
#[pyfunction]
#[pyo3(signature = (content, /))]
fn mask_text(content: &Bound<'_, PyString>) -> PyResult<String> {
    text::of(content).map(|content| text::masked_text(&content))
}

/// A sender as it is printed: masked if it is a number.
#[pyfunction]
#[pyo3(signature = (sender, /))]
fn mask_sender(sender: &Bound<'_, PyString>) -> PyResult<String> {
    text::of(sender).map(|sender| text::masked_sender(&sender))
}

/// Adds these functions.
pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(codes, module)?)?;
    module.add_function(wrap_pyfunction!(fixed_codes, module)?)?;
    module.add_function(wrap_pyfunction!(reply_codes, module)?)?;
    module.add_function(wrap_pyfunction!(webhook_codes, module)?)?;
    module.add_function(wrap_pyfunction!(webhook_limits, module)?)?;
    module.add_function(wrap_pyfunction!(event_kinds, module)?)?;
    module.add_function(wrap_pyfunction!(words, module)?)?;
    module.add_function(wrap_pyfunction!(objects, module)?)?;
    module.add_function(wrap_pyfunction!(limits, module)?)?;
    module.add_function(wrap_pyfunction!(mask_number, module)?)?;
    module.add_function(wrap_pyfunction!(mask_text, module)?)?;
    module.add_function(wrap_pyfunction!(mask_sender, module)?)
}
