//! `segments`: what a text costs, and why.

use std::fmt;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyString, PyTuple};

use super::core::{self, Options};
use super::positions::CodePoints;
use super::{arguments, transliterate};
use crate::answer::{Kind, answer};
use crate::violation::{some_text, text, tuple};

answer! {
    /// What a text costs.
    Cost in "smskernel.text" {
        /// `gsm7` or `ucs2`.
        encoding: Kind::TEXT,
        /// The code of the language whose locking shift table is used, such as `tr`.
        locking = None: Kind::SOME_TEXT,
        /// The code of the language whose single shift table is used.
        single = None: Kind::SOME_TEXT,
        /// Septets or UTF-16 code units of the text, those of escapes among them and those of headers not.
        units: Kind::INTEGER,
        /// What units are: `septet` or `UTF-16 code unit`.
        unit: Kind::TEXT,
        /// How many short messages; an empty text is one. More than 255 cannot be sent.
        parts: Kind::INTEGER,
        /// How many more units the last part holds.
        units_left: Kind::INTEGER,
    }
}

answer! {
    /// A character that makes its text cost more.
    Culprit in "smskernel.text" {
        /// The character.
        character: Kind::TEXT,
        /// Where it stands in `Segments.text`: code points, in order.
        positions: Kind::NUMBERS,
        /// `forces_ucs2`: no GSM-7 table that is allowed has it; or `costs_two`: it takes two units.
        reason: Kind::TEXT,
        /// Units that it takes each time.
        units: Kind::INTEGER,
        /// What could be written instead, empty to leave it out; None where nothing says the same.
        replacement = None: Kind::SOME_TEXT,
        /// What the whole text would cost with the replacement everywhere: a `Cost`. Not told of a text of over a
        /// thousand parts.
        instead = None: Kind::maybe::<Cost>(),
    }
}

/// A length or a position as a Python object.
pub(crate) fn number(py: Python<'_>, number: usize) -> Py<PyAny> {
    match number.into_pyobject(py) {
        Ok(number) => number.into_any().unbind(),
        Err(never) => match never {},
    }
}

/// The code of a language, if there is one.
pub(crate) fn code(py: Python<'_>, language: Option<core::Language>) -> Py<PyAny> {
    some_text(py, language.map(core::Language::code))
}

/// A cost as a Python object.
pub(crate) fn cost(py: Python<'_>, cost: &core::Cost) -> PyResult<Py<PyAny>> {
    let core::Cost { encoding, units, parts, units_left, .. } = *cost;
    row(py, encoding, number(py, units), number(py, parts), number(py, units_left))
}

/// A cost of finished numbers.
pub(crate) fn row(
    py: Python<'_>,
    encoding: core::Encoding,
    units: Py<PyAny>,
    parts: Py<PyAny>,
    units_left: Py<PyAny>,
) -> PyResult<Py<PyAny>> {
    let cost = Cost {
        encoding: text(py, encoding.as_str()),
        locking: code(py, encoding.locking()),
        single: code(py, encoding.single()),
        units,
        unit: text(py, encoding.unit()),
        parts,
        units_left,
    };
    Ok(Py::new(py, cost)?.into_any())
}

fn culprit(py: Python<'_>, culprit: &core::Culprit, positions: &CodePoints<'_>) -> PyResult<Py<Culprit>> {
    let places = culprit.positions.iter().map(|byte| positions.at(*byte)).collect::<Vec<_>>();
    let instead = culprit.instead.as_ref().map(|instead| cost(py, instead)).transpose()?;
    let culprit = Culprit {
        character: text(py, culprit.character.encode_utf8(&mut [0; 4])),
        positions: PyTuple::new(py, places)?.into_any().unbind(),
        reason: text(py, culprit.reason.as_str()),
        units: number(py, culprit.units),
        replacement: some_text(py, culprit.replacement),
        instead: instead.unwrap_or_else(|| py.None()),
    };
    Py::new(py, culprit)
}

/// What a text costs, and why. An estimate, by the documents' rules: gateways may count otherwise.
///
/// `str()` and `repr()` tell all of it but the text. What only explains (`culprits`, `replaced`,
/// `if_replaced`) is worked out when it is asked for.
#[pyclass(frozen, module = "smskernel.text")]
pub(crate) struct Segments {
    given: Py<PyString>,
    options: Options,
    cost: core::Cost,
    culprits: PyOnceLock<Py<PyAny>>,
}

impl fmt::Debug for Segments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Segments").field("options", &self.options).field("cost", &self.cost).finish_non_exhaustive()
    }
}

/// The attributes, as they are told and compared.
const ATTRIBUTES: [&str; 11] = [
    "encoding",
    "locking",
    "single",
    "units",
    "unit",
    "parts",
    "units_left",
    "text",
    "culprits",
    "replaced",
    "if_replaced",
];

impl Segments {
    fn core<'a>(&'a self, py: Python<'a>) -> PyResult<core::Segments<'a>> {
        Ok(core::segments(self.given.bind(py).to_str()?, &self.options))
    }
}

#[pymethods]
impl Segments {
    /// `gsm7` or `ucs2`.
    #[getter]
    fn encoding(&self) -> &'static str {
        self.cost.encoding.as_str()
    }

    /// The code of the language whose locking shift table is used, such as `tr`, or None.
    #[getter]
    fn locking(&self) -> Option<&'static str> {
        self.cost.encoding.locking().map(core::Language::code)
    }

    /// The code of the language whose single shift table is used, or None.
    #[getter]
    fn single(&self) -> Option<&'static str> {
        self.cost.encoding.single().map(core::Language::code)
    }

    /// Septets or UTF-16 code units of the text, those of escapes among them and those of headers not.
    #[getter]
    fn units(&self) -> usize {
        self.cost.units
    }

    /// What units are: `septet` or `UTF-16 code unit`.
    #[getter]
    fn unit(&self) -> &'static str {
        self.cost.encoding.unit()
    }

    /// How many short messages; an empty text is one. More than 255 cannot be sent.
    #[getter]
    fn parts(&self) -> usize {
        self.cost.parts
    }

    /// How many more units the last part holds.
    #[getter]
    fn units_left(&self) -> usize {
        self.cost.units_left
    }

    /// The text that is counted: the one given, but for what was transliterated.
    #[getter]
    fn text<'py>(&'py self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        match self.options.transliteration {
            Some(_) => Ok(PyString::new(py, self.core(py)?.text())),
            None => Ok(self.given.bind(py).clone()),
        }
    }

    /// The characters that make the text cost more, each once, in the order of their first positions: a tuple of
    /// `Culprit`.
    #[getter]
    fn culprits(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let culprits = self.culprits.get_or_try_init(py, || {
            let segments = self.core(py)?;
            let positions = CodePoints::of(segments.text());
            let culprits = segments.culprits();
            let culprits: PyResult<Vec<_>> = culprits.iter().map(|found| culprit(py, found, &positions)).collect();
            tuple(py, culprits?)
        })?;
        Ok(culprits.clone_ref(py))
    }

    /// What transliteration replaced, in order: a tuple of `Replacement`.
    #[getter]
    fn replaced(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        transliterate::replaced(py, self.given.bind(py).to_str()?, &self.core(py)?.replaced)
    }

    /// What the text would cost with every suggested replacement: a `Cost`, or None where there is no
    /// suggestion.
    #[getter]
    fn if_replaced(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.core(py)?.if_replaced().map(|found| cost(py, &found)).transpose()
    }

    /// The attributes as a dict of plain values that `json.dumps` takes. The text stands in it.
    fn to_dict<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        let out = PyDict::new(this.py());
        for name in ATTRIBUTES {
            let value = this.getattr(name)?;
            if let Ok(items) = value.cast::<PyTuple>() {
                let plain: PyResult<Vec<_>> = items.iter().map(|item| item.call_method0("to_dict")).collect();
                out.set_item(name, PyList::new(this.py(), plain?)?)?;
            } else if value.is_instance_of::<Cost>() {
                out.set_item(name, value.call_method0("to_dict")?)?;
            } else {
                out.set_item(name, value)?;
            }
        }
        Ok(out)
    }

    fn __str__(&self, py: Python<'_>) -> PyResult<String> {
        let segments = self.core(py)?;
        let positions = CodePoints::of(segments.text());
        Ok(segments.describe(&|byte| positions.at(byte)))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<Segments: {}>", self.__str__(py)?))
    }

    #[classattr]
    fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, ATTRIBUTES)
    }

    fn __eq__<'py>(&self, other: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = other.py();
        let Ok(other) = other.cast::<Segments>() else { return Ok(py.NotImplemented().into_bound(py)) };
        let other = other.get();
        let same = self.options == other.options && self.given.bind(py).as_any().eq(other.given.bind(py))?;
        Ok(pyo3::types::PyBool::new(py, same).to_owned().into_any())
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.given.bind(py).hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let named = arguments::of_options(py, self.options)?;
        let function = py.import("smskernel.text")?.getattr("segments")?;
        let restore = py.import("functools")?.getattr("partial")?.call((function,), Some(&named))?;
        Ok((restore, PyTuple::new(py, [self.given.bind(py)])?))
    }
}

/// What a text costs as short messages, and why.
///
/// `languages` are the codes of the languages whose tables may be used, such as `["tr", "es"]`, one code, or
/// `"all"`; none by default, since a gateway uses them when it is told to. `shifts` says which of their
/// tables: `both`, `single` or `locking`. `reference_bits` is the width of the reference that parts have in
/// common, 8 or 16. `transliteration` names the scheme by which characters are replaced first: see
/// `transliterate`. `ports`, a pair of destination and source, take room in every part; `flash` costs
/// nothing.
///
/// The cheapest encoding that is allowed is found: the one of the fewest parts, of those GSM-7 before UCS-2,
/// then the one of the smallest header, then of the fewest units. An estimate: documented are the alphabets
/// and budgets (3GPP TS 23.038 and 23.040), not what a gateway does. Raises `TextError` for a lone surrogate
/// or an unknown option.
#[pyfunction]
#[pyo3(
    signature = (text, **options),
    text_signature = "(text, *, languages=(), shifts='both', reference_bits=8, transliteration=None, \
                      ports=None, flash=False)"
)]
pub(crate) fn segments(text: &Bound<'_, PyAny>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Segments> {
    let options = arguments::options("segments", options)?;
    let cost = core::count(arguments::given(text, || "text".to_owned())?, &options);
    let given = text.cast::<PyString>()?.clone().unbind();
    Ok(Segments { given, options, cost, culprits: PyOnceLock::new() })
}
