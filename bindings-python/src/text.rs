//! Texts of Python as texts of Rust, and names and masks of values.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

/// A Python string's text. A lone surrogate, which no encoding of Unicode can say, becomes U+FFFD.
pub(crate) fn of(string: &Bound<'_, PyString>) -> PyResult<String> {
    match string.to_str() {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => without_surrogates(string),
    }
}

#[cold]
fn without_surrogates(string: &Bound<'_, PyString>) -> PyResult<String> {
    let encoded = string.call_method1("encode", ("utf-16-le", "surrogatepass"))?.cast_into::<PyBytes>()?;
    let units = encoded.as_bytes().chunks_exact(2).filter_map(|unit| unit.try_into().ok().map(u16::from_le_bytes));
    Ok(char::decode_utf16(units).map(|decoded| decoded.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// A type's name as people write it: `int`, `decimal.Decimal`.
pub(crate) fn type_name(value: &Bound<'_, PyAny>) -> String {
    let name = value.get_type().fully_qualified_name();
    match name.as_ref().map(|name| name.to_string_lossy()) {
        Ok(name) => name.into_owned(),
        Err(_) => "object".to_owned(),
    }
}

/// `1 message`, `2 messages`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A phone number for printing.
pub(crate) fn masked_number(number: &str) -> String {
    format!("{:?}", smskernel::Number::from(number))
}

/// A text for printing: its length.
pub(crate) fn masked_text(text: &str) -> String {
    format!("{:?}", smskernel::Text::from(text))
}

/// A sender for printing: masked if it is a number.
pub(crate) fn masked_sender(sender: &str) -> String {
    let shown = format!("{:?}", smskernel::Sender::from(sender));
    // What is no number stands there between quotation marks.
    if shown.starts_with('"') { sender.to_owned() } else { shown }
}
