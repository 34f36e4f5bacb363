//! Texts as octets, and back.

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use super::{arguments, core};

/// A text as septets, one in each octet, or as UTF-16 with the high octet first: what SMPP calls a short
/// message, without a header.
///
/// `encoding` is `gsm7` or `ucs2`; `locking` and `single` are the codes of the languages whose tables are
/// used, such as `tr`. Raises `TextError` (`not_encodable`, with the position) for a character that these
/// tables do not have. Documented: 3GPP TS 23.038, 6.2.
#[pyfunction]
#[pyo3(signature = (text, *, encoding, locking=None, single=None))]
pub(crate) fn encode<'py>(
    text: &Bound<'py, PyAny>,
    encoding: &Bound<'py, PyAny>,
    locking: Option<&Bound<'py, PyAny>>,
    single: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyBytes>> {
    let py = text.py();
    let encoding = arguments::encoding(encoding, locking, single)?;
    let text = arguments::given(text, || "text".to_owned())?;
    match core::encode(text, encoding) {
        Ok(octets) => Ok(PyBytes::new(py, &octets)),
        Err(error) => Err(arguments::refused(py, text, error)),
    }
}

/// The text of septets, one in each octet, or of UTF-16 with the high octet first.
///
/// It always succeeds: an escape and a septet that has no character behind one are that septet's own
/// character, two escapes are a space; halves of surrogate pairs, and a last octet alone, are U+FFFD.
/// Documented: 3GPP TS 23.038, 6.2.1.
#[pyfunction]
#[pyo3(signature = (octets, *, encoding, locking=None, single=None))]
pub(crate) fn decode(
    octets: &Bound<'_, PyAny>,
    encoding: &Bound<'_, PyAny>,
    locking: Option<&Bound<'_, PyAny>>,
    single: Option<&Bound<'_, PyAny>>,
) -> PyResult<String> {
    let encoding = arguments::encoding(encoding, locking, single)?;
    Ok(core::decode(arguments::octets(octets, "octets")?.as_bytes(), encoding))
}

/// Packs septets, one in each octet, into octets, behind a user data header (its length octet first) or
/// nothing.
///
/// The septets begin at a boundary of septets counted from the start of the header. Seven bits that are left
/// over at the end are a carriage return. Documented: 3GPP TS 23.038, 6.1.2.
#[pyfunction]
#[pyo3(signature = (septets, *, header=None), text_signature = "(septets, *, header=b'')")]
pub(crate) fn pack<'py>(
    septets: &Bound<'py, PyAny>,
    header: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyBytes>> {
    let septets = arguments::octets(septets, "septets")?;
    let header = header.map(|header| arguments::octets(header, "header")).transpose()?;
    let header = header.as_ref().map_or(&[][..], |header| header.as_bytes());
    Ok(PyBytes::new(septets.py(), &core::pack(header, septets.as_bytes())))
}

/// The septets of packed octets, one in each octet, behind a header of so many octets.
///
/// `length` is how many septets the whole has, the header with its fill bits among them, as a TPDU tells it.
/// Without it, all that the octets hold are given, but for a carriage return or zeros in the last seven
/// bits; a text that ends with `@` just there needs the length. Documented: 3GPP TS 23.038, 6.1.2.
#[pyfunction]
#[pyo3(signature = (octets, *, header=None, length=None), text_signature = "(octets, *, header=0, length=None)")]
pub(crate) fn unpack<'py>(
    octets: &Bound<'py, PyAny>,
    header: Option<&Bound<'py, PyAny>>,
    length: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyBytes>> {
    let octets = arguments::octets(octets, "octets")?;
    let header = header.map(|header| arguments::size(header, "header")).transpose()?.unwrap_or_default();
    let length = length.map(|length| arguments::size(length, "length")).transpose()?;
    Ok(PyBytes::new(octets.py(), &core::unpack(octets.as_bytes(), header, length)))
}
