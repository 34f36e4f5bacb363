//! How arguments become what the core reads: what was not given is not passed, for the core knows the defaults.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple};
use smskernel::{CheckOptions, InvalidRequest, Value};

use crate::{errors, moment, text, tree};

/// The arguments of a gateway's constructor.
pub(crate) struct Options<'a, 'py> {
    base_url: Option<Bound<'py, PyAny>>,
    named: Option<&'a Bound<'py, PyDict>>,
}

impl<'a, 'py> Options<'a, 'py> {
    /// The base URL may be given by position; everything else has its name.
    pub(crate) fn new(
        arguments: &Bound<'py, PyTuple>,
        named: Option<&'a Bound<'py, PyDict>>,
    ) -> PyResult<Options<'a, 'py>> {
        match arguments.len() {
            0 => Ok(Options { base_url: None, named }),
            1 if !named.is_some_and(|named| named.contains("base_url").unwrap_or(false)) => {
                Ok(Options { base_url: Some(arguments.get_item(0)?), named })
            }
            1 => Err(PyTypeError::new_err("base_url was given twice")),
            count => Err(PyTypeError::new_err(format!(
                "a Gateway takes base_url by position and its options by name, but {count} were given by position"
            ))),
        }
    }

    /// The tree of all options. `special` reads those that are no plain values.
    pub(crate) fn read(
        self,
        special: impl Fn(&str, &Bound<'py, PyAny>) -> Option<PyResult<Value<'static>>>,
    ) -> PyResult<Value<'static>> {
        let mut members = Vec::new();
        if let Some(base_url) = &self.base_url {
            members.push(("base_url".into(), tree::of(base_url)?));
        }
        for (name, value) in self.named.into_iter().flat_map(PyDictMethods::iter) {
            let name = text::of(name.cast::<PyString>()?)?;
            let value = special(&name, &value).unwrap_or_else(|| tree::of(&value))?;
            members.push((name.into(), value));
        }
        Ok(Value::Object(members))
    }
}

/// A request: an object, or its fields as keyword arguments.
pub(crate) fn request(
    given: Option<&Bound<'_, PyAny>>,
    fields: Option<&Bound<'_, PyDict>>,
) -> PyResult<Value<'static>> {
    match (given, fields) {
        (Some(_), Some(fields)) if !fields.is_empty() => {
            Err(PyTypeError::new_err("give a request, or its fields by name, not both"))
        }
        (Some(given), _) => tree::of(given),
        (None, fields) => tree::of_arguments(fields),
    }
}

/// The options of a function that judges a finished payload.
pub(crate) fn check_options(
    py: Python<'_>,
    limits: Option<&Bound<'_, PyAny>>,
    allow: Option<&Bound<'_, PyAny>>,
    forbid: Option<&Bound<'_, PyAny>>,
    api_version: Option<&Bound<'_, PyAny>>,
    now: Option<&Bound<'_, PyAny>>,
) -> PyResult<CheckOptions> {
    let value = |given: Option<&Bound<'_, PyAny>>| given.map_or(Ok(Value::Null), tree::of);
    CheckOptions::from_values(value(limits)?, value(allow)?, value(forbid)?, value(api_version)?, moment::now(now)?)
        .map_err(|error| errors::invalid(py, &error))
}

type Checked = Result<Vec<smskernel::Violation>, InvalidRequest>;

/// Judges a payload: JSON text or bytes by the one function, everything else by the other.
pub(crate) fn payload(
    given: &Bound<'_, PyAny>,
    json: impl FnOnce(&[u8]) -> Checked,
    value: impl FnOnce(Value<'static>) -> Checked,
) -> PyResult<Vec<smskernel::Violation>> {
    let checked = if given.is_instance_of::<PyString>() || given.is_instance_of::<PyBytes>() {
        json(crate::reply::bytes(given, "payload")?.as_bytes())
    } else {
        value(tree::of(given)?)
    };
    checked.map_err(|error| errors::invalid(given.py(), &error))
}
