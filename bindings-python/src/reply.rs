//! A reply as any HTTP client gives it.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyByteArray, PyBytes, PyInt, PyMemoryView, PyString};
use smskernel::ReplyHeaders;

use crate::text;

/// The status: any integer.
pub(crate) fn status(value: &Bound<'_, PyAny>) -> PyResult<i64> {
    if value.is_instance_of::<PyBool>() || !value.is_instance_of::<PyInt>() {
        return Err(PyTypeError::new_err(format!("status is an int, not {}", text::type_name(value))));
    }
    // One beyond 64 bits is no status either way.
    Ok(value.extract().unwrap_or(i64::MAX))
}

/// The header fields of a reply.
pub(crate) fn headers(value: &Bound<'_, PyAny>) -> PyResult<ReplyHeaders> {
    pairs(value, &ReplyHeaders::NAMES).map(ReplyHeaders::from_pairs)
}

/// The header fields of those names: of a mapping with `items()`, of pairs of name and value, or of None.
pub(crate) fn pairs(value: &Bound<'_, PyAny>, names: &[&str]) -> PyResult<Vec<(String, String)>> {
    let py = value.py();
    let mut found = Vec::new();
    if value.is_none() {
        return Ok(found);
    }
    let wrong = |found: &Bound<'_, PyAny>| {
        PyTypeError::new_err(format!(
            "headers is a mapping, pairs of name and value, or None, not {}",
            text::type_name(found)
        ))
    };
    let pairs = match value.getattr_opt(pyo3::intern!(py, "items"))? {
        Some(items) => items.call0()?,
        None if value.is_instance_of::<PyString>() || value.is_instance_of::<PyBytes>() => return Err(wrong(value)),
        None => value.clone(),
    };
    for pair in pairs.try_iter().map_err(|_| wrong(value))? {
        let pair = pair?;
        let Ok((name, value)) = pair.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>() else {
            return Err(wrong(&pair));
        };
        let Some(name) = header_text(&name)? else { continue };
        if names.iter().any(|known| known.eq_ignore_ascii_case(&name))
            && let Some(value) = header_text(&value)?
        {
            found.push((name, value));
        }
    }
    Ok(found)
}

fn header_text(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    if let Ok(string) = value.cast::<PyString>() {
        return text::of(string).map(Some);
    }
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(Some(String::from_utf8_lossy(bytes.as_bytes()).into_owned()));
    }
    if value.is_instance_of::<PyInt>() { value.str()?.extract().map(Some) } else { Ok(None) }
}

/// Bytes, or a text as its UTF-8.
pub(crate) fn bytes<'py>(value: &Bound<'py, PyAny>, what: &str) -> PyResult<Bound<'py, PyBytes>> {
    let py = value.py();
    if let Ok(bytes) = value.cast_exact::<PyBytes>() {
        return Ok(bytes.clone());
    }
    if let Ok(string) = value.cast::<PyString>() {
        return Ok(PyBytes::new(py, text::of(string)?.as_bytes()));
    }
    if value.is_instance_of::<PyBytes>()
        || value.is_instance_of::<PyByteArray>()
        || value.is_instance_of::<PyMemoryView>()
    {
        return Ok(py.get_type::<PyBytes>().call1((value,))?.cast_into()?);
    }
    Err(PyTypeError::new_err(format!("{what} is bytes or str, not {}", text::type_name(value))))
}
