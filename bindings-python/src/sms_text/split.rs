//! `split`: a text as the parts that are sent.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use super::arguments;
use super::core;
use super::positions::CodePoints;
use super::segments::{code, number};
use crate::answer::{Kind, answer};
use crate::violation::{integer, text};

answer! {
    /// One short message of a text.
    Part in "smskernel.text" {
        /// Its text.
        text: Kind::CONTENT,
        /// Where it begins in the text (after transliteration, where that was asked for), in code points.
        start: Kind::INTEGER,
        /// Where it ends: the next part begins there.
        end: Kind::INTEGER,
        /// `gsm7` or `ucs2`; the same for all parts.
        encoding: Kind::TEXT,
        /// The code of the language whose locking shift table is used, such as `tr`.
        locking = None: Kind::SOME_TEXT,
        /// The code of the language whose single shift table is used.
        single = None: Kind::SOME_TEXT,
        /// Septets or UTF-16 code units of its text.
        units: Kind::INTEGER,
        /// The user data header, its length octet first; empty where there is none.
        header: Kind::OCTETS,
        /// The user data of a TPDU: the header, then packed septets with fill bits, or UTF-16. 140 octets at most.
        user_data: Kind::OCTETS,
        /// The length of the user data as a TPDU tells it: septets, those of the header with its fill bits among
        /// them, or octets.
        user_data_length: Kind::INTEGER,
        /// The short message of SMPP, and the octets of a binary body: the header, then one septet in each octet, or
        /// UTF-16.
        short_message: Kind::OCTETS,
        /// SMPP's data coding: 0 is GSM-7, 8 is UCS-2.
        data_coding: Kind::INTEGER,
        /// SMPP's `esm_class`: 64 where there is a header.
        esm_class: Kind::INTEGER,
    }
}

fn part(py: Python<'_>, part: &core::Part<'_>, positions: &CodePoints<'_>) -> PyResult<Py<Part>> {
    let octets = |octets: &[u8]| PyBytes::new(py, octets).into_any().unbind();
    let (range, encoding) = (part.range(), part.encoding());
    let part = Part {
        text: text(py, part.text()),
        start: number(py, positions.at(range.start)),
        end: number(py, positions.at(range.end)),
        encoding: text(py, encoding.as_str()),
        locking: code(py, encoding.locking()),
        single: code(py, encoding.single()),
        units: number(py, part.units()),
        header: octets(part.header()),
        user_data: octets(&part.user_data()),
        user_data_length: number(py, part.user_data_length()),
        short_message: octets(&part.short_message()),
        data_coding: integer(py, part.data_coding()),
        esm_class: integer(py, part.esm_class()),
    };
    Py::new(py, part)
}

/// Cuts a text into the parts that are sent, in the encoding that `segments` finds with the same options.
///
/// `reference` is the number that the parts of one message have in common, 0 to 255, or to 65535 with
/// `reference_bits=16`: one that the messages sent to one phone before and after do not have. `split` says
/// where a text may be cut: `gateway` fills each part up, as gateways do; `graphemes` keeps what a reader
/// sees as one character (flags, families of emoji, combining marks) whole where it fits a part, which can
/// take more parts. Neither cuts within an escape pair or a surrogate pair.
///
/// Raises `TextError`: `too_many_parts`, `reference_too_large`, `unknown_option`, `lone_surrogate`.
/// Documented: 3GPP TS 23.040, 9.2.3.24.
#[pyfunction]
#[pyo3(
    signature = (text, *, reference, split=None, **options),
    text_signature = "(text, *, reference, split='gateway', languages=(), shifts='both', reference_bits=8, transliteration=None, \
                      ports=None, flash=False)"
)]
pub(crate) fn split(
    text: &Bound<'_, PyAny>,
    reference: &Bound<'_, PyAny>,
    split: Option<&Bound<'_, PyAny>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<Vec<Py<Part>>> {
    let py = text.py();
    let options = arguments::options("split", options)?;
    let way = arguments::way(py, split)?;
    let reference = arguments::number(reference, "reference")?;
    let text = arguments::given(text, || "text".to_owned())?;
    let split = core::split(text, &options, way, reference).map_err(|error| arguments::refused(py, text, error))?;
    let positions = CodePoints::of(split.text());
    split.parts().map(|each| part(py, &each, &positions)).collect()
}
