//! `binary_bodies` and `octet_bodies`: texts and data as the bodies of binary messages.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use super::arguments;
use super::core::{self, Options};
use crate::answer::{Kind, answer};
use crate::violation::integer;

answer! {
    /// One binary message: what SMPP's `submit_sm` has, and what `infobip.Binary` takes:
    /// `Binary(**body.to_dict())`.
    Body in "smskernel.text" {
        /// The octets: the user data header, then one septet in each octet, UTF-16, or data. Digits in `to_dict()`.
        hex: Kind::OCTETS,
        /// SMPP's data coding: 0 is GSM-7, 8 is UCS-2, 4 is data; 16 more with `flash`.
        data_coding: Kind::INTEGER,
        /// SMPP's `esm_class`: 64 where there is a user data header.
        esm_class: Kind::INTEGER,
    }
}

fn bodies(py: Python<'_>, bodies: &[core::Body]) -> PyResult<Vec<Py<Body>>> {
    let made = bodies.iter().map(|body| {
        let body = Body {
            hex: PyBytes::new(py, &body.octets).into_any().unbind(),
            data_coding: integer(py, body.data_coding),
            esm_class: integer(py, body.esm_class),
        };
        Py::new(py, body)
    });
    made.collect()
}

/// A text as binary messages, cut as `split` cuts it and with the same arguments.
///
/// In GSM-7 each septet takes an octet here, so that a full message has up to 160. `ports` are those of the
/// programs that a message goes to and comes from; `flash` shows it at once. Raises `TextError`:
/// `too_many_parts`, `reference_too_large`, `unknown_option`, `lone_surrogate`.
#[pyfunction]
#[pyo3(
    signature = (text, *, reference, split=None, **options),
    text_signature = "(text, *, reference, split='gateway', languages=(), shifts='both', reference_bits=8, \
                      transliteration=None, ports=None, flash=False)"
)]
pub(crate) fn binary_bodies(
    text: &Bound<'_, PyAny>,
    reference: &Bound<'_, PyAny>,
    split: Option<&Bound<'_, PyAny>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<Vec<Py<Body>>> {
    let py = text.py();
    let options = arguments::options("binary_bodies", options)?;
    let (way, reference) = (arguments::way(py, split)?, arguments::number(reference, "reference")?);
    let text = arguments::given(text, || "text".to_owned())?;
    let made = core::binary_bodies(text, &options, way, reference);
    bodies(py, &made.map_err(|error| arguments::refused(py, text, error))?)
}

/// Data as binary messages: one where it fits, otherwise parts with concatenation headers, all but the last
/// of them full.
///
/// Raises `TextError`: `too_many_parts`, `reference_too_large`, `unknown_option`.
#[pyfunction]
#[pyo3(
    signature = (octets, *, reference, reference_bits=None, ports=None, flash=None),
    text_signature = "(octets, *, reference, reference_bits=8, ports=None, flash=False)"
)]
pub(crate) fn octet_bodies(
    octets: &Bound<'_, PyAny>,
    reference: &Bound<'_, PyAny>,
    reference_bits: Option<&Bound<'_, PyAny>>,
    ports: Option<&Bound<'_, PyAny>>,
    flash: Option<&Bound<'_, PyAny>>,
) -> PyResult<Vec<Py<Body>>> {
    let py = octets.py();
    let mut options = Options::default();
    for (name, value) in [("reference_bits", reference_bits), ("ports", ports), ("flash", flash)] {
        if let Some(value) = value {
            arguments::set(&mut options, name, value)?;
        }
    }
    let reference = arguments::number(reference, "reference")?;
    let octets = arguments::octets(octets, "octets")?;
    let made = core::octet_bodies(octets.as_bytes(), &options, reference);
    bodies(py, &made.map_err(|error| arguments::unreadable(py, &error))?)
}
