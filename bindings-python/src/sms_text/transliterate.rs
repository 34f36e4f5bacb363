//! `transliterate`: other letters for those that GSM-7 does not have.

use pyo3::prelude::*;

use super::arguments;
use super::core::{self, words};
use super::positions::CodePoints;
use super::segments::number;
use crate::answer::{Kind, answer};
use crate::violation::{text, tuple};

answer! {
    /// One replacement in a text.
    Replacement in "smskernel.text" {
        /// Where it stood in the text as given, in code points.
        position: Kind::INTEGER,
        /// What stood there: one character, and the combining marks that followed it.
        original: Kind::TEXT,
        /// What stands there now; empty where something invisible went.
        replacement: Kind::TEXT,
    }
}

answer! {
    /// A text with other letters for some, and what was replaced.
    Transliterated in "smskernel.text" {
        /// The text.
        text: Kind::CONTENT,
        /// Every replacement, in order: a tuple of `Replacement`.
        replaced: Kind::many::<Replacement>(),
    }
}

/// The replacements in a text, which is the one given.
pub(crate) fn replaced(py: Python<'_>, given: &str, replaced: &[core::Replacement<'_>]) -> PyResult<Py<PyAny>> {
    let positions = CodePoints::of(given);
    let replaced = replaced.iter().map(|one| {
        let replacement = Replacement {
            position: number(py, positions.at(one.position)),
            original: text(py, one.original),
            replacement: text(py, one.replacement),
        };
        Py::new(py, replacement)
    });
    tuple(py, replaced.collect::<PyResult<_>>()?)
}

/// Writes a text with the letters of GSM-7, as far as a scheme goes, and says what it replaced.
///
/// `scheme` is one of the gateway's names: `TURKISH`, `GREEK`, `CYRILLIC`, `SERBIAN_CYRILLIC`,
/// `BULGARIAN_CYRILLIC`, `CENTRAL_EUROPEAN`, `BALTIC`, `PORTUGUESE`, `COLOMBIAN`, `NON_UNICODE`. The names
/// are documented; the tables are this project's own reading (inferred), but for one text that the vendor
/// shows, which comes out as shown. Each also replaces typographic punctuation, unusual spaces and what is
/// invisible. Raises `TextError`: `unknown_option`, `lone_surrogate`.
#[pyfunction]
pub(crate) fn transliterate(text: &Bound<'_, PyAny>, scheme: &Bound<'_, PyAny>) -> PyResult<Transliterated> {
    let py = text.py();
    let scheme = arguments::word(scheme, "scheme")?;
    let scheme = words::scheme("scheme", &scheme).map_err(|error| arguments::misunderstood(py, &error))?;
    let given = arguments::given(text, || "text".to_owned())?;
    let made = core::transliterate(given, scheme);
    Ok(Transliterated { text: crate::violation::text(py, &made.text), replaced: replaced(py, given, &made.replaced)? })
}
