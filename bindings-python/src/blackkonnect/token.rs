//! Access tokens.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyBytes, PyDict, PyString};
use smskernel::{Secret, Value};

use super::core;
use crate::call::IntoPython;
use crate::{errors, moment, text};

/// The answer to `Gateway.get_token`: an access token, for `Gateway.with_token`.
///
/// `repr()` says when it expires and nothing of the token, and `to_dict()` the same; it does not pickle.
#[pyclass(frozen, module = "smskernel.blackkonnect")]
#[derive(Debug)]
pub(crate) struct Token {
    secret: core::Token,
    /// When it expires, a datetime in UTC, if it is a JSON Web Token that says so; else None.
    #[pyo3(get)]
    expires_at: Py<PyAny>,
    /// The body as it came; the token stands in it. Never printed.
    #[pyo3(get)]
    raw_body: Py<PyBytes>,
}

#[pymethods]
impl Token {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("expires_at", "raw_body")
    }

    /// The token itself. Whoever keeps it keeps a copy.
    fn reveal(&self) -> &str {
        self.secret.reveal()
    }

    /// When it expires, as RFC 3339 or None, in a dict that `json.dumps` takes: neither the token nor `raw_body` is
    /// in it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let out = PyDict::new(py);
        out.set_item("expires_at", self.secret.expires_at.map(|time| time.to_rfc3339()))?;
        Ok(out)
    }

    fn __repr__(&self) -> String {
        format!("<{:?}>", self.secret)
    }

    fn __eq__<'py>(&self, other: &Bound<'py, PyAny>) -> Bound<'py, PyAny> {
        let py = other.py();
        match other.cast::<Token>() {
            Ok(other) => PyBool::new(py, self.secret == other.get().secret).to_owned().into_any(),
            Err(_) => py.NotImplemented().into_bound(py),
        }
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.raw_body.bind(py).hash()
    }

    fn __copy__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __deepcopy__<'py>(this: PyRef<'py, Self>, _memo: &Bound<'py, PyAny>) -> PyRef<'py, Self> {
        this
    }

    #[expect(clippy::unused_self, reason = "Python's method")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(errors::holds_credentials("a Token", "ask for another where it is needed"))
    }
}

impl IntoPython for core::Token {
    fn into_python(self, py: Python<'_>, raw_body: &Bound<'_, PyBytes>) -> PyResult<Py<PyAny>> {
        // Python's years end at 9999; a claim beyond them says no more than none.
        let moment = self.expires_at.and_then(|time| moment::moment(py, time).ok());
        let expires_at = moment.map_or_else(|| py.None(), Bound::unbind);
        let token = Token { secret: self, expires_at, raw_body: raw_body.clone().unbind() };
        Ok(Py::new(py, token)?.into_any())
    }
}

/// The tree of a `token` option that is a [`Token`].
pub(super) fn value(given: &Bound<'_, PyAny>) -> Option<Value<'static>> {
    let token = given.cast::<Token>().ok()?;
    Some(Value::String(token.get().secret.reveal().to_owned().into()))
}

/// A token, or its text.
pub(super) fn secret(given: &Bound<'_, PyAny>) -> PyResult<Secret> {
    if let Ok(token) = given.cast::<Token>() {
        return Ok((&token.get().secret).into());
    }
    match given.cast::<PyString>() {
        Ok(string) => Ok(Secret::new(text::of(string)?)),
        Err(_) => Err(PyTypeError::new_err(format!("token is a Token or str, not {}", text::type_name(given)))),
    }
}
