//! Access tokens.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use smskernel::{Secret, Value};

use super::core;
use crate::text;

crate::token::token! {
    /// The answer to `Gateway.get_token`: an access token, for `Gateway.with_token`.
    Token in "smskernel.blackkonnect" of core::Token, "a Token" {}
}

/// The tree of a `token` option that is a [`Token`].
pub(super) fn value(given: &Bound<'_, PyAny>) -> Option<Value<'static>> {
    let token = given.cast::<Token>().ok()?;
    Some(Value::String(token.get().secret().reveal().to_owned().into()))
}

/// A token, or its text.
pub(super) fn secret(given: &Bound<'_, PyAny>) -> PyResult<Secret> {
    if let Ok(token) = given.cast::<Token>() {
        return Ok(token.get().secret().into());
    }
    match given.cast::<PyString>() {
        Ok(string) => Ok(Secret::new(text::of(string)?)),
        Err(_) => Err(PyTypeError::new_err(format!("token is a Token or str, not {}", text::type_name(given)))),
    }
}
