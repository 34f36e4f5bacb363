//! `decode_part`, `describe` and `reassemble`: messages read from their octets.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyTuple};

use super::arguments;
use super::core::{self, Septets};
use super::header::{DataCoding, Element, data_coding, element};
use crate::violation::tuple;

/// The attributes of an object by name, as plain values. What is no answer is JSON as it is, but for octets.
fn to_dict<'py>(this: &Bound<'py, PyAny>, names: &[&str]) -> PyResult<Bound<'py, PyDict>> {
    let out = PyDict::new(this.py());
    for name in names {
        let value = this.getattr(*name)?;
        if value.is_instance_of::<PyBytes>() {
            out.set_item(name, value.call_method0("hex")?)?;
        } else if value.hasattr("to_dict")? {
            out.set_item(name, value.call_method0("to_dict")?)?;
        } else if *name == "header" {
            let plain: PyResult<Vec<_>> = value.try_iter()?.map(|item| item?.call_method0("to_dict")).collect();
            out.set_item(name, plain?)?;
        } else if let Ok(numbers) = value.cast::<PyTuple>() {
            out.set_item(name, numbers.to_list())?;
        } else {
            out.set_item(name, value)?;
        }
    }
    Ok(out)
}

fn ports(ports: Option<core::Ports>) -> Option<(u16, u16)> {
    ports.map(|ports| (ports.destination, ports.source))
}

/// One message or part of a message, as its octets say. `str()` tells in one line what it is, and not what
/// it says.
#[pyclass(frozen, module = "smskernel.text")]
#[derive(Debug)]
pub(crate) struct Decoded {
    core: core::Decoded,
    /// What makes it again.
    octets: Py<PyBytes>,
    esm_class: u8,
    septets: Septets,
}

#[pymethods]
impl Decoded {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("text", "octets")
    }

    /// The elements of its header, in their order: a tuple of `Element`, empty where there is no header.
    #[getter]
    fn header(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let elements: PyResult<Vec<_>> = self.core.header.elements.iter().map(|one| element(py, one)).collect();
        tuple(py, elements?)
    }

    /// Which part of which message it is: the `Element` that counts, or None.
    #[getter]
    fn concatenation(&self, py: Python<'_>) -> PyResult<Option<Py<Element>>> {
        let found = self.core.header.concatenation();
        found.map(|part| element(py, &core::Element::Concatenation(part))).transpose()
    }

    /// The ports that it goes to and comes from, or None.
    #[getter]
    fn ports(&self) -> Option<(u16, u16)> {
        ports(self.core.header.ports())
    }

    /// What its data coding says: a `DataCoding`.
    #[getter]
    fn data_coding(&self, py: Python<'_>) -> PyResult<Py<DataCoding>> {
        data_coding(py, self.core.data_coding)
    }

    /// `gsm7` or `ucs2`; None where it is neither.
    #[getter]
    fn encoding(&self) -> Option<&'static str> {
        self.core.encoding().map(core::Encoding::as_str)
    }

    /// The code of the language whose locking shift table is used, or None.
    #[getter]
    fn locking(&self) -> Option<&'static str> {
        self.core.encoding()?.locking().map(core::Language::code)
    }

    /// The code of the language whose single shift table is used, or None.
    #[getter]
    fn single(&self) -> Option<&'static str> {
        self.core.encoding()?.single().map(core::Language::code)
    }

    /// What stands behind the header: one septet in each octet, or the octets as they are.
    #[getter]
    fn octets<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.core.octets)
    }

    /// The same as text; None where it is data, compressed, or of an alphabet that is not decoded.
    #[getter]
    fn text(&self) -> Option<&str> {
        self.core.text.as_deref()
    }

    /// The attributes as a dict of plain values that `json.dumps` takes. Octets are hexadecimal digits.
    fn to_dict<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        let names =
            ["header", "concatenation", "ports", "data_coding", "encoding", "locking", "single", "octets", "text"];
        to_dict(this, &names)
    }

    fn __str__(&self) -> String {
        self.core.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<Decoded: {}>", self.core)
    }

    fn __eq__<'py>(&self, other: &Bound<'py, PyAny>) -> Bound<'py, PyAny> {
        let py = other.py();
        match other.cast::<Decoded>() {
            Ok(other) => pyo3::types::PyBool::new(py, self.core == other.get().core).to_owned().into_any(),
            Err(_) => py.NotImplemented().into_bound(py),
        }
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.octets(py).hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let named = PyDict::new(py);
        named.set_item("data_coding", self.core.data_coding.octet)?;
        named.set_item("esm_class", self.esm_class)?;
        if let Septets::Packed { length } = self.septets {
            named.set_item("packed", true)?;
            named.set_item("length", length)?;
        }
        let function = py.import("smskernel.text")?.getattr("decode_part")?;
        let restore = py.import("functools")?.getattr("partial")?.call((function,), Some(&named))?;
        Ok((restore, PyTuple::new(py, [self.octets.bind(py)])?))
    }
}

/// A message that was put together of its parts. `str()` tells in one line what it is, and not what it says.
#[pyclass(frozen, module = "smskernel.text")]
#[derive(Debug)]
pub(crate) struct Whole {
    whole: core::Whole,
    /// What makes it again.
    made_of: Py<PyTuple>,
}

#[pymethods]
impl Whole {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("text", "octets")
    }

    /// How many parts it has; 1 where there is no concatenation.
    #[getter]
    fn parts(&self) -> usize {
        self.whole.parts
    }

    /// What its parts have in common, or None.
    #[getter]
    fn reference(&self) -> Option<u16> {
        self.whole.reference
    }

    /// The ports that it goes to and comes from, or None.
    #[getter]
    fn ports(&self) -> Option<(u16, u16)> {
        ports(self.whole.ports)
    }

    /// What the data coding of its first part says: a `DataCoding`.
    #[getter]
    fn data_coding(&self, py: Python<'_>) -> PyResult<Py<DataCoding>> {
        data_coding(py, self.whole.data_coding)
    }

    /// `gsm7` or `ucs2`; None where it is neither.
    #[getter]
    fn encoding(&self) -> Option<&'static str> {
        self.whole.encoding.map(core::Encoding::as_str)
    }

    /// The code of the language whose locking shift table is used, or None.
    #[getter]
    fn locking(&self) -> Option<&'static str> {
        self.whole.encoding?.locking().map(core::Language::code)
    }

    /// The code of the language whose single shift table is used, or None.
    #[getter]
    fn single(&self) -> Option<&'static str> {
        self.whole.encoding?.single().map(core::Language::code)
    }

    /// The septets, one in each octet, or octets of all parts.
    #[getter]
    fn octets<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.whole.octets)
    }

    /// Its text; None where a part has none, either.
    #[getter]
    fn text(&self) -> Option<&str> {
        self.whole.text.as_deref()
    }

    /// The attributes as a dict of plain values that `json.dumps` takes. Octets are hexadecimal digits.
    fn to_dict<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        let names = ["parts", "reference", "ports", "data_coding", "encoding", "locking", "single", "octets", "text"];
        to_dict(this, &names)
    }

    fn __str__(&self) -> String {
        self.whole.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<Whole: {}>", self.whole)
    }

    fn __eq__<'py>(&self, other: &Bound<'py, PyAny>) -> Bound<'py, PyAny> {
        let py = other.py();
        match other.cast::<Whole>() {
            Ok(other) => pyo3::types::PyBool::new(py, self.whole == other.get().whole).to_owned().into_any(),
            Err(_) => py.NotImplemented().into_bound(py),
        }
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.octets(py).hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyTuple>,))> {
        Ok((py.import("smskernel.text")?.getattr("reassemble")?, (self.made_of.bind(py).clone(),)))
    }
}

/// Reads a message, or a part of one, as a phone does.
///
/// `octets` are a short message of SMPP or a binary body, one septet in each octet, with SMPP's
/// `data_coding`; with `packed=True` the user data of a TPDU, with its data coding scheme and, where it is
/// known, its `length` (TP-UDL). `esm_class` says with 64 that there is a header. What cannot be decoded is
/// U+FFFD or a space. Raises `TextError`: `malformed_header`, `truncated`, `unknown_option`. Documented:
/// 3GPP TS 23.038, 4, and 23.040, 9.2.3.24; SMPP 3.4, 5.2.19.
#[pyfunction]
#[pyo3(
    signature = (octets, *, data_coding, esm_class, packed=None, length=None),
    text_signature = "(octets, *, data_coding, esm_class, packed=False, length=None)"
)]
pub(crate) fn decode_part(
    octets: &Bound<'_, PyAny>,
    data_coding: &Bound<'_, PyAny>,
    esm_class: &Bound<'_, PyAny>,
    packed: Option<&Bound<'_, PyAny>>,
    length: Option<&Bound<'_, PyAny>>,
) -> PyResult<Decoded> {
    let coding = arguments::octet(data_coding, "data_coding")?;
    let esm_class = arguments::octet(esm_class, "esm_class")?;
    let packed = packed.map(|packed| arguments::flag(packed, "packed")).transpose()?.unwrap_or_default();
    let length = length.map(|length| arguments::size(length, "length")).transpose()?;
    let septets = match (packed, length) {
        (true, length) => Septets::Packed { length },
        (false, None) => Septets::Unpacked,
        (false, Some(_)) => return Err(PyTypeError::new_err("length is that of a TPDU: give packed=True with it")),
    };
    let octets = arguments::octets(octets, "octets")?;
    match core::decode_part(octets.as_bytes(), coding, esm_class, septets) {
        Ok(core) => Ok(Decoded { core, octets: octets.unbind(), esm_class, septets }),
        Err(error) => Err(arguments::unreadable(octets.py(), &error)),
    }
}

/// Reads the octets of a binary body as a phone does, and refuses what its sender cannot have meant: a
/// header that a phone would pass over in part, an octet that is no septet, half a code unit, more than a
/// short message carries.
///
/// Raises `TextError`: `malformed_header`, `not_a_septet`, `odd_octets`, `too_long`, each with the offset;
/// `unknown_option`.
#[pyfunction]
#[pyo3(signature = (octets, *, data_coding, esm_class))]
pub(crate) fn describe(
    octets: &Bound<'_, PyAny>,
    data_coding: &Bound<'_, PyAny>,
    esm_class: &Bound<'_, PyAny>,
) -> PyResult<Decoded> {
    let coding = arguments::octet(data_coding, "data_coding")?;
    let esm_class = arguments::octet(esm_class, "esm_class")?;
    let octets = arguments::octets(octets, "octets")?;
    match core::describe(octets.as_bytes(), coding, esm_class) {
        Ok(core) => Ok(Decoded { core, octets: octets.unbind(), esm_class, septets: Septets::Unpacked }),
        Err(error) => Err(arguments::unreadable(octets.py(), &error)),
    }
}

/// Puts a message together from its parts, which may come in any order and twice.
///
/// `parts` are what `decode_part` gives. Octets are joined before they become text, so that what another
/// sender cut apart comes together. Raises `TextError`: `no_parts`, `missing_parts`, whose `missing` has the
/// numbers, `contradictory_parts`, whose `positions` are the two in `parts` that do not go together.
#[pyfunction]
pub(crate) fn reassemble(parts: &Bound<'_, PyAny>) -> PyResult<Whole> {
    let py = parts.py();
    let items = parts.try_iter().map_err(|_| arguments::wrong_type("parts", "an iterable of Decoded", parts))?;
    let made_of = PyTuple::new(py, items.collect::<PyResult<Vec<_>>>()?)?;
    let decoded: PyResult<Vec<_>> = made_of
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let part = part
                .cast::<Decoded>()
                .map_err(|_| arguments::wrong_type(&format!("parts[{index}]"), "a Decoded", &part))?;
            Ok(part.get().core.clone())
        })
        .collect();
    match core::reassemble(&decoded?) {
        Ok(whole) => Ok(Whole { whole, made_of: made_of.unbind() }),
        Err(error) => Err(arguments::unreadable(py, &error)),
    }
}
