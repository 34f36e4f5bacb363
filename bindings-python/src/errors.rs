//! The core's errors as the exceptions that `smskernel.errors` declares.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyTuple, PyType};
use smskernel::webhook::UnreadableWebhook;
use smskernel::{InvalidRequest, ReplyError};

use crate::moment;
use crate::violation::{field_errors, outcome, violations};

mod classes {
    pyo3::import_exception!(smskernel.errors, InvalidRequest);
    pyo3::import_exception!(smskernel.errors, ReplyError);
    pyo3::import_exception!(smskernel.errors, Refused);
    pyo3::import_exception!(smskernel.errors, UnreadableReply);
    pyo3::import_exception!(smskernel.errors, TextError);
    pyo3::import_exception!(smskernel.errors, UnreadableWebhook);
}

fn raise(class: &Bound<'_, PyType>, message: &str, fields: &Bound<'_, PyDict>) -> PyErr {
    match class.call((message,), Some(fields)) {
        Ok(error) => PyErr::from_value(error),
        Err(error) => error,
    }
}

/// The exception of a request that was not built.
pub(crate) fn invalid(py: Python<'_>, error: &InvalidRequest) -> PyErr {
    let fields = PyDict::new(py);
    let set = || fields.set_item("violations", violations(py, &error.violations)?);
    match set() {
        Ok(()) => raise(&py.get_type::<classes::InvalidRequest>(), &error.to_string(), &fields),
        Err(error) => error,
    }
}

/// The exception of a reply that is no answer.
pub(crate) fn reply(py: Python<'_>, error: &ReplyError, raw_body: &Bound<'_, PyBytes>) -> PyErr {
    match fields(py, error, raw_body) {
        Ok(fields) => {
            let class = match error {
                ReplyError::Refused(_) => py.get_type::<classes::Refused>(),
                ReplyError::Unreadable(_) => py.get_type::<classes::UnreadableReply>(),
            };
            raise(&class, &error.to_string(), &fields)
        }
        Err(error) => error,
    }
}

fn fields<'py>(py: Python<'py>, error: &ReplyError, raw_body: &Bound<'py, PyBytes>) -> PyResult<Bound<'py, PyDict>> {
    let fields = PyDict::new(py);
    fields.set_item("status", error.status())?;
    fields.set_item("outcome", outcome(py, &error.outcome())?)?;
    fields.set_item("raw_body", raw_body)?;
    match error {
        ReplyError::Refused(error) => {
            fields.set_item("gateway_code", error.gateway_code.as_deref())?;
            fields.set_item("gateway_text", error.gateway_text.as_deref())?;
            fields.set_item("errors", field_errors(py, &error.errors)?)?;
            fields.set_item("resend", error.resend.as_str())?;
            fields.set_item("resend_after", moment::after(py, error.resend_after)?)?;
        }
        ReplyError::Unreadable(error) => {
            fields.set_item("code", error.code.as_str())?;
            fields.set_item("reason", &error.reason)?;
            fields.set_item("path", error.path.as_deref())?;
            fields.set_item("offset", error.offset)?;
            fields.set_item("location", error.location.as_deref())?;
            fields.set_item("resend", error.resend.as_str())?;
        }
    }
    Ok(fields)
}

/// The exception of a request that is no webhook.
pub(crate) fn webhook(py: Python<'_>, error: &UnreadableWebhook, raw_body: &Bound<'_, PyBytes>) -> PyErr {
    let fields = PyDict::new(py);
    let set = || {
        fields.set_item("code", error.code.as_str())?;
        fields.set_item("reason", &error.reason)?;
        fields.set_item("path", error.path.as_deref())?;
        fields.set_item("offset", error.offset)?;
        fields.set_item("raw_body", raw_body)
    };
    match set() {
        Ok(()) => raise(&py.get_type::<classes::UnreadableWebhook>(), &error.to_string(), &fields),
        Err(error) => error,
    }
}

/// The exception of a text that cannot be sent, or of octets that cannot be read. `of_parts` are the further attributes of
/// those that tell of several parts.
pub(crate) fn text(
    py: Python<'_>,
    code: &str,
    offset: Option<usize>,
    message: &str,
    of_parts: &[(&str, &[usize])],
) -> PyErr {
    let fields = PyDict::new(py);
    let set = || {
        fields.set_item("code", code)?;
        fields.set_item("offset", offset)?;
        of_parts.iter().try_for_each(|(name, numbers)| fields.set_item(name, PyTuple::new(py, *numbers)?))
    };
    match set() {
        Ok(()) => raise(&py.get_type::<classes::TextError>(), message, &fields),
        Err(error) => error,
    }
}

/// Whether an object is an exception that [`reply`] makes.
pub(crate) fn is_reply_error(object: &Bound<'_, PyAny>) -> bool {
    object.is_instance_of::<classes::ReplyError>()
}

/// The refusal to say what became of messages where none was sent.
pub(crate) fn sends_nothing(operation: &str) -> PyErr {
    PyTypeError::new_err(format!("{operation} sends no message, so no message has an outcome: ask again"))
}

/// The refusal to pickle what holds credentials.
pub(crate) fn holds_credentials(what: &str, instead: &str) -> PyErr {
    PyTypeError::new_err(format!("{what} holds credentials and cannot be pickled: {instead}"))
}
