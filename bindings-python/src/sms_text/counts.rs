//! `count_many`: what many texts cost, as columns.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyIterator, PySlice, PyString};

use super::arguments;
use super::core::{self, Encoding, Language};
use super::segments::row;
use crate::answer::{self, Kind, answer};

/// How many texts are held at once.
const AT_ONCE: usize = 4096;

answer! {
    /// What many texts cost: a column for each number, and a row for each text.
    ///
    /// The columns are `array.array`s, which `sum`, numpy, pandas and polars read as they are. `counts[3]` is
    /// the `Cost` of the fourth text, `counts[3:9]` are the `Counts` of six.
    Counts in "smskernel.text" {
        /// Short messages of each text.
        parts: Kind::COLUMN,
        /// Septets or UTF-16 code units of each text.
        units: Kind::COLUMN,
        /// How many more units the last part of each holds.
        units_left: Kind::COLUMN,
        /// The data coding of each: 0 is GSM-7, 8 is UCS-2.
        data_coding: Kind::COLUMN,
        /// The identifier of the language whose locking shift table is used (3GPP TS 23.038, 6.2.1.2.4); 0 where
        /// none is.
        locking: Kind::COLUMN,
        /// The identifier of the language whose single shift table is used; 0 where none is.
        single: Kind::COLUMN,
    }
    also {
        fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
            self.parts.bind(py).len()
        }

        fn __getitem__(&self, py: Python<'_>, index: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
            if index.is_instance_of::<PySlice>() {
                let [parts, units, units_left, data_coding, locking, single] = self.at(py, index)?;
                let counts = Counts { parts, units, units_left, data_coding, locking, single };
                return Ok(Py::new(py, counts)?.into_any());
            }
            let [parts, units, units_left, data_coding, locking, single] = self.at(py, index)?;
            let [data_coding, locking, single] = [data_coding, locking, single].map(|number| number.extract::<u8>(py));
            let language = |number| Language::from_number(number);
            let encoding = if data_coding? == Encoding::Ucs2.data_coding() {
                Encoding::Ucs2
            } else {
                Encoding::Gsm7 { locking: language(locking?), single: language(single?) }
            };
            row(py, encoding, units, parts, units_left)
        }

        fn __iter__<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyIterator>> {
            let py = this.py();
            let row = this.getattr("__getitem__")?;
            py.import("builtins")?.call_method1("map", (row, py.get_type::<pyo3::types::PyRange>().call1((this.len()?,))?))?.cast_into().map_err(PyErr::from)
        }
    }
}

impl Counts {
    /// One index of every column.
    fn at(&self, py: Python<'_>, index: &Bound<'_, PyAny>) -> PyResult<[Py<PyAny>; 6]> {
        let at = |column: &Py<PyAny>| column.bind(py).get_item(index).map(Bound::unbind);
        Ok([
            at(&self.parts)?,
            at(&self.units)?,
            at(&self.units_left)?,
            at(&self.data_coding)?,
            at(&self.locking)?,
            at(&self.single)?,
        ])
    }
}

/// The columns while they grow, as the bytes of their numbers.
#[derive(Default)]
struct Columns {
    parts: Vec<u8>,
    units: Vec<u8>,
    units_left: Vec<u8>,
    data_coding: Vec<u8>,
    locking: Vec<u8>,
    single: Vec<u8>,
}

impl Columns {
    fn push(&mut self, cost: &core::Cost) {
        let number = |language: Option<Language>| language.map_or(0, Language::number);
        self.parts.extend_from_slice(&(cost.parts as u64).to_ne_bytes());
        self.units.extend_from_slice(&(cost.units as u64).to_ne_bytes());
        self.units_left.extend_from_slice(&(cost.units_left as u64).to_ne_bytes());
        self.data_coding.push(cost.encoding.data_coding());
        self.locking.push(number(cost.encoding.locking()));
        self.single.push(number(cost.encoding.single()));
    }

    fn into_counts(self, py: Python<'_>) -> PyResult<Counts> {
        let column = |code: &str, bytes: &[u8]| -> PyResult<Py<PyAny>> {
            Ok(answer::array(py)?.call1((code, PyBytes::new(py, bytes)))?.unbind())
        };
        Ok(Counts {
            parts: column("Q", &self.parts)?,
            units: column("Q", &self.units)?,
            units_left: column("Q", &self.units_left)?,
            data_coding: column("B", &self.data_coding)?,
            locking: column("B", &self.locking)?,
            single: column("B", &self.single)?,
        })
    }
}

/// What each of many texts costs. The same as `segments` of each, and much faster.
///
/// `texts` is any iterable of `str`; at most a few thousand of a generator's are held at once, and other
/// threads run meanwhile. The options are those of `segments`. Raises `TextError`, which says which text it
/// is.
#[pyfunction]
#[pyo3(
    signature = (texts, **options),
    text_signature = "(texts, *, languages=(), shifts='both', reference_bits=8, transliteration=None, \
                      ports=None, flash=False)"
)]
pub(crate) fn count_many(texts: &Bound<'_, PyAny>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Counts> {
    let py = texts.py();
    let options = arguments::options("count_many", options)?;
    if texts.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("texts is an iterable of str, not str: for one text there is segments"));
    }
    let mut items = texts.try_iter().map_err(|_| arguments::wrong_type("texts", "an iterable of str", texts))?;
    let mut columns = Columns::default();
    let mut counted = 0;
    loop {
        let held: Vec<Bound<'_, PyAny>> = items.by_ref().take(AT_ONCE).collect::<PyResult<_>>()?;
        if held.is_empty() {
            return columns.into_counts(py);
        }
        let given = held
            .iter()
            .enumerate()
            .map(|(index, text)| arguments::given(text, || format!("texts[{}]", counted + index)));
        let given: Vec<&str> = given.collect::<PyResult<_>>()?;
        py.detach(|| given.iter().for_each(|text| columns.push(&core::count(text, &options))));
        counted += held.len();
    }
}
