//! Arguments of the module's functions: Python's types are looked at here, words and numbers by the core.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyByteArray, PyBytes, PyDict, PyInt, PyMemoryView, PyString};

use super::core::words::{self, ArgumentError};
use super::core::{Encoding, Language, Options, Ports, TextError, Way};
use super::positions::CodePoints;
use crate::{errors, text};

/// The refusal of a value's type.
#[cold]
pub(crate) fn wrong_type(name: &str, expected: &str, found: &Bound<'_, PyAny>) -> PyErr {
    PyTypeError::new_err(format!("{name} is {expected}, not {}", text::type_name(found)))
}

/// The exception of an argument that the core does not understand.
#[cold]
pub(crate) fn misunderstood(py: Python<'_>, error: &ArgumentError) -> PyErr {
    errors::text(py, error.code(), error.offset(), &error.to_string(), &[])
}

/// The exception of a text that cannot be sent so.
#[cold]
pub(crate) fn refused(py: Python<'_>, text: &str, error: TextError) -> PyErr {
    let positions = CodePoints::of(text);
    unreadable(py, &error.at(|byte| positions.at(byte)))
}

/// The exception of octets that cannot be read.
#[cold]
pub(crate) fn unreadable(py: Python<'_>, error: &TextError) -> PyErr {
    let told =
        |of_parts: &[(&str, &[usize])]| errors::text(py, error.code(), error.offset(), &error.to_string(), of_parts);
    match error {
        TextError::MissingParts { missing, .. } => told(&[("missing", missing)]),
        TextError::ContradictoryParts { position, other, .. } => told(&[("positions", &[*position, *other])]),
        _ => told(&[]),
    }
}

/// A text without a copy. `name` is the argument's.
pub(crate) fn given<'a>(value: &'a Bound<'_, PyAny>, name: impl Fn() -> String) -> PyResult<&'a str> {
    let string = value.cast::<PyString>().map_err(|_| wrong_type(&name(), "str", value))?;
    string.to_str().map_err(|error| half_a_pair(string, &error, &name()))
}

/// The exception of a `str` that holds half of a surrogate pair, or of what else keeps it from being read.
#[cold]
fn half_a_pair(string: &Bound<'_, PyString>, error: &PyErr, name: &str) -> PyErr {
    let py = string.py();
    let found = || -> PyResult<ArgumentError> {
        let position: usize = error.value(py).getattr("start")?.extract()?;
        let unit = py.import("builtins")?.call_method1("ord", (string.get_item(position)?,))?.extract()?;
        Ok(ArgumentError::LoneSurrogate { position, unit })
    };
    match found() {
        Ok(found) => errors::text(py, found.code(), found.offset(), &format!("{name}: {found}"), &[]),
        Err(_) => error.clone_ref(py),
    }
}

/// A word of an option.
pub(crate) fn word(value: &Bound<'_, PyAny>, name: &str) -> PyResult<String> {
    text::of(value.cast::<PyString>().map_err(|_| wrong_type(name, "str", value))?)
}

/// A whole number as its digits, whatever its size.
pub(crate) fn digits(value: &Bound<'_, PyAny>, name: &str) -> PyResult<String> {
    if !value.is_instance_of::<PyInt>() || value.is_instance_of::<PyBool>() {
        return Err(wrong_type(name, "int", value));
    }
    // Python writes numbers of thousands of digits in base 16 only.
    value
        .str()
        .or_else(|_| value.call_method1("__format__", ("#x",))?.cast_into::<PyString>().map_err(PyErr::from))?
        .extract()
}

/// A length.
pub(crate) fn size(value: &Bound<'_, PyAny>, name: &'static str) -> PyResult<usize> {
    words::size(name, &digits(value, name)?).map_err(|error| misunderstood(value.py(), &error))
}

/// Octets without a copy, where they are `bytes`.
pub(crate) fn octets<'py>(value: &Bound<'py, PyAny>, name: &str) -> PyResult<Bound<'py, PyBytes>> {
    if let Ok(bytes) = value.cast_exact::<PyBytes>() {
        return Ok(bytes.clone());
    }
    if value.is_instance_of::<PyBytes>()
        || value.is_instance_of::<PyByteArray>()
        || value.is_instance_of::<PyMemoryView>()
    {
        return Ok(value.py().get_type::<PyBytes>().call1((value,))?.cast_into()?);
    }
    Err(wrong_type(name, "bytes", value))
}

/// What may be done to send a text, by the names of arguments; what is not given is as the core has it.
pub(crate) fn options(function: &str, given: Option<&Bound<'_, PyDict>>) -> PyResult<Options> {
    let mut options = Options::default();
    for (name, value) in given.into_iter().flat_map(PyDictMethods::iter) {
        let name: String = name.extract()?;
        if !set(&mut options, &name, &value)? {
            return Err(PyTypeError::new_err(format!("{function}() got an unexpected keyword argument '{name}'")));
        }
    }
    Ok(options)
}

/// Sets the option of that name, if there is one. None is as if it were not given.
pub(crate) fn set(options: &mut Options, name: &str, value: &Bound<'_, PyAny>) -> PyResult<bool> {
    let told = |error: ArgumentError| misunderstood(value.py(), &error);
    match name {
        "languages" | "shifts" | "reference_bits" | "transliteration" | "ports" | "flash" if value.is_none() => {}
        "languages" => {
            options.languages = words::languages(codes(value)?.iter().map(String::as_str)).map_err(told)?;
        }
        "shifts" => options.shifts = words::shifts(&word(value, "shifts")?).map_err(told)?,
        "reference_bits" => {
            options.reference = words::reference_bits(&digits(value, "reference_bits")?).map_err(told)?;
        }
        "transliteration" => {
            let scheme = word(value, "transliteration")?;
            options.transliteration = Some(words::scheme("transliteration", &scheme).map_err(told)?);
        }
        "ports" => {
            let (destination, source): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
                value.extract().map_err(|_| wrong_type("ports", "a tuple of destination and source", value))?;
            options.ports =
                Some(Ports { destination: number(&destination, "ports[0]")?, source: number(&source, "ports[1]")? });
        }
        "flash" => options.flash = flag(value, "flash")?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// A truth value.
pub(crate) fn flag(value: &Bound<'_, PyAny>, name: &str) -> PyResult<bool> {
    Ok(value.cast::<PyBool>().map_err(|_| wrong_type(name, "bool", value))?.is_true())
}

/// A reference or a port.
pub(crate) fn number(value: &Bound<'_, PyAny>, name: &'static str) -> PyResult<u16> {
    words::number(name, &digits(value, name)?).map_err(|error| misunderstood(value.py(), &error))
}

/// One octet.
pub(crate) fn octet(value: &Bound<'_, PyAny>, name: &'static str) -> PyResult<u8> {
    words::octet(name, &digits(value, name)?).map_err(|error| misunderstood(value.py(), &error))
}

/// Codes of languages: one, or an iterable of them.
fn codes(languages: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    if languages.is_instance_of::<PyString>() {
        return Ok(vec![word(languages, "languages")?]);
    }
    let items = languages.try_iter().map_err(|_| wrong_type("languages", "str or an iterable of str", languages))?;
    items.enumerate().map(|(index, item)| word(&item?, &format!("languages[{index}]"))).collect()
}

/// An encoding as its name and the languages of its tables.
pub(crate) fn encoding(
    encoding: &Bound<'_, PyAny>,
    locking: Option<&Bound<'_, PyAny>>,
    single: Option<&Bound<'_, PyAny>>,
) -> PyResult<Encoding> {
    let name = word(encoding, "encoding")?;
    let locking = locking.map(|code| word(code, "locking")).transpose()?;
    let single = single.map(|code| word(code, "single")).transpose()?;
    words::encoding(&name, locking.as_deref(), single.as_deref()).map_err(|error| misunderstood(encoding.py(), &error))
}

/// The way of cutting; the core's own where none is given.
pub(crate) fn way(py: Python<'_>, given: Option<&Bound<'_, PyAny>>) -> PyResult<Way> {
    match given {
        None => Ok(Way::default()),
        Some(given) => words::way(&word(given, "split")?).map_err(|error| misunderstood(py, &error)),
    }
}

/// Options as the arguments that make them, those left out that are as the core has them.
pub(crate) fn of_options(py: Python<'_>, options: Options) -> PyResult<Bound<'_, PyDict>> {
    let named = PyDict::new(py);
    let plain = Options::default();
    if options.languages != plain.languages {
        let codes: Vec<_> = options.languages.iter().map(Language::code).collect();
        named.set_item("languages", codes)?;
    }
    if options.shifts != plain.shifts {
        named.set_item("shifts", options.shifts.as_str())?;
    }
    if options.reference != plain.reference {
        named.set_item("reference_bits", options.reference.bits())?;
    }
    if let Some(scheme) = options.transliteration {
        named.set_item("transliteration", scheme.as_str())?;
    }
    if let Some(ports) = options.ports {
        named.set_item("ports", (ports.destination, ports.source))?;
    }
    if options.flash != plain.flash {
        named.set_item("flash", options.flash)?;
    }
    Ok(named)
}
