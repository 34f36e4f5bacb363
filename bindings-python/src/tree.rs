//! Python objects as the core's input tree: one walk, no copy of the structure in between.

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMemoryView, PyString, PyTuple, PyType,
};
use smskernel::Value;

use crate::keys::{Keys, Names};
use crate::{moment, text};

/// How deep lists and objects may lie in each other before the walk ends. The core's own limits are narrower.
pub(crate) const DEPTH: usize = 128;

/// Why a walk ended early.
pub(crate) enum Stop {
    /// The structure is too deep, or contains itself.
    TooDeep,
    /// Python code that the walk called has raised. Boxed, for every value is returned beside it.
    Raised(Box<PyErr>),
}

impl From<PyErr> for Stop {
    #[cold]
    fn from(error: PyErr) -> Stop {
        Stop::Raised(Box::new(error))
    }
}

type Walked<T> = Result<T, Stop>;
type Member = (std::borrow::Cow<'static, str>, Value<'static>);

/// The tree of any Python object.
pub(crate) fn of(object: &Bound<'_, PyAny>) -> PyResult<Value<'static>> {
    finish(Walker::new(object.py()).value(object, DEPTH))
}

/// The tree of keyword arguments as one object.
pub(crate) fn of_arguments(arguments: Option<&Bound<'_, PyDict>>) -> PyResult<Value<'static>> {
    match arguments {
        Some(arguments) => of(arguments.as_any()),
        None => Ok(Value::Object(Vec::new())),
    }
}

fn finish(walked: Walked<Value<'static>>) -> PyResult<Value<'static>> {
    match walked {
        Ok(value) => Ok(value),
        Err(Stop::TooDeep) => Ok((0..=DEPTH).fold(Value::Null, |inner, _| Value::List(vec![inner]))),
        Err(Stop::Raised(error)) => Err(*error),
    }
}

static DATE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static TIME: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static ENUM: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static MAPPING: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static SEQUENCE: PyOnceLock<Py<PyType>> = PyOnceLock::new();

struct Walker<'py> {
    py: Python<'py>,
    keys: Keys<'py>,
    /// Whether Python code was called.
    ran_python: bool,
}

impl<'py> Walker<'py> {
    fn new(py: Python<'py>) -> Walker<'py> {
        Walker { py, keys: Keys::new(), ran_python: false }
    }

    /// The value of an object. What is of the plain types is known by a pointer; all else takes longer.
    fn value(&mut self, object: &Bound<'py, PyAny>, depth: usize) -> Walked<Value<'static>> {
        if let Ok(string) = object.cast_exact::<PyString>() {
            return Ok(Value::String(text::of(string)?.into()));
        }
        if let Ok(dict) = object.cast_exact::<PyDict>() {
            return self.dict(dict, depth);
        }
        if let Ok(list) = object.cast_exact::<PyList>() {
            return self.items(list.iter().map(Ok), list.len(), depth);
        }
        if object.is_none() {
            return Ok(Value::Null);
        }
        if let Ok(flag) = object.cast_exact::<PyBool>() {
            return Ok(Value::Bool(flag.is_true()));
        }
        if let Ok(integer) = object.cast_exact::<PyInt>() {
            return Ok(integer_value(integer));
        }
        self.unusual(object, depth)
    }

    fn unusual(&mut self, object: &Bound<'py, PyAny>, depth: usize) -> Walked<Value<'static>> {
        if let Ok(string) = object.cast::<PyString>() {
            return Ok(Value::String(text::of(string)?.into()));
        }
        if let Ok(integer) = object.cast::<PyInt>() {
            return Ok(integer_value(integer));
        }
        if let Ok(float) = object.cast::<PyFloat>() {
            return Ok(float_value(float.value()));
        }
        if let Ok(bytes) = object.cast::<PyBytes>() {
            return Ok(Value::Bytes(bytes.as_bytes().to_vec().into()));
        }
        if let Ok(tuple) = object.cast::<PyTuple>() {
            return self.items(tuple.iter().map(Ok), tuple.len(), depth);
        }
        // From here on Python code may run, which can change what is being walked.
        self.ran_python = true;
        if let Some(names) = Names::of(object)? {
            return self.request(object, &names, depth);
        }
        self.rare(object, depth)
    }

    fn items(
        &mut self,
        items: impl Iterator<Item = PyResult<Bound<'py, PyAny>>>,
        length: usize,
        depth: usize,
    ) -> Walked<Value<'static>> {
        let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
        let mut list = Vec::with_capacity(length);
        for item in items {
            list.push(self.value(&item?, depth)?);
        }
        Ok(Value::List(list))
    }

    fn dict(&mut self, dict: &Bound<'py, PyDict>, depth: usize) -> Walked<Value<'static>> {
        let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
        let length = dict.len();
        let mut members = Vec::with_capacity(length);
        let mut entries = dict.iter();
        for _ in 0..length {
            if self.ran_python && dict.len() != length {
                return Err(PyRuntimeError::new_err("dictionary changed size during iteration").into());
            }
            let Some((key, value)) = entries.next() else { break };
            members.push(self.member(&key, &value, depth)?);
        }
        Ok(Value::Object(members))
    }

    #[inline]
    fn member(&mut self, key: &Bound<'py, PyAny>, value: &Bound<'py, PyAny>, depth: usize) -> Walked<Member> {
        if let Ok(key) = key.cast_exact::<PyString>().or_else(|_| key.cast::<PyString>()) {
            return Ok((self.keys.text(key)?, self.value(value, depth)?));
        }
        // JSON has no such key, so its value is none that JSON can say, wherever it stands.
        let name = text::type_name(key);
        Ok((format!("<{name}>").into(), Value::Foreign(format!("a value under a key of the type {name}").into())))
    }

    /// One of the package's request classes: its fields under the gateway's names.
    fn request(&mut self, object: &Bound<'py, PyAny>, names: &Names, depth: usize) -> Walked<Value<'static>> {
        let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
        let mut members = Vec::with_capacity(names.len());
        for (attribute, wire) in names.iter() {
            let value = object.getattr(attribute.bind(self.py))?;
            if !value.is_none() {
                members.push((wire.into(), self.value(&value, depth)?));
            }
        }
        Ok(Value::Object(members))
    }

    fn is(
        &self,
        object: &Bound<'py, PyAny>,
        cell: &'static PyOnceLock<Py<PyType>>,
        path: (&str, &str),
    ) -> PyResult<bool> {
        object.is_instance(moment::class(self.py, cell, path.0, path.1)?)
    }

    #[cold]
    fn rare(&mut self, object: &Bound<'py, PyAny>, depth: usize) -> Walked<Value<'static>> {
        if self.is(object, &DATE, ("datetime", "date"))? {
            return iso(object);
        }
        if self.is(object, &TIME, ("datetime", "time"))? {
            return time_of_day(object);
        }
        if object.is_instance(moment::timedelta(self.py)?)? {
            let (seconds, micros) = moment::parts(object)?;
            return Ok(Value::String(duration(seconds, micros).into()));
        }
        if object.is_instance_of::<PyByteArray>() || object.is_instance_of::<PyMemoryView>() {
            let bytes = self.py.get_type::<PyBytes>().call1((object,)).map_err(Stop::from)?;
            return Ok(Value::Bytes(bytes.extract::<Vec<u8>>()?.into()));
        }
        if self.is(object, &ENUM, ("enum", "Enum"))? {
            let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
            return self.value(&object.getattr("value")?, depth);
        }
        if self.is(object, &MAPPING, ("collections.abc", "Mapping"))? {
            return self.mapping(object, depth);
        }
        if self.is(object, &SEQUENCE, ("collections.abc", "Sequence"))? {
            return self.items(object.try_iter()?, 0, depth);
        }
        Ok(Value::Foreign(text::type_name(object).into()))
    }

    fn mapping(&mut self, object: &Bound<'py, PyAny>, depth: usize) -> Walked<Value<'static>> {
        let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
        let mut members = Vec::new();
        for entry in object.call_method0("items")?.try_iter()? {
            let (key, value) = entry?.extract::<(Bound<'py, PyAny>, Bound<'py, PyAny>)>()?;
            members.push(self.member(&key, &value, depth)?);
        }
        Ok(Value::Object(members))
    }
}

fn integer_value(integer: &Bound<'_, PyInt>) -> Value<'static> {
    if let Ok(number) = integer.extract::<i64>() {
        return Value::Integer(number);
    }
    // Python itself refuses to write out integers of thousands of digits; no field is near that.
    match integer.call_method0("__repr__").and_then(|text| text.extract::<String>()) {
        Ok(text) => Value::Number(text.into()),
        Err(_) => Value::Foreign("an integer of thousands of digits".into()),
    }
}

fn float_value(number: f64) -> Value<'static> {
    if number.is_finite() {
        // The shortest text that reads back as the same number.
        return Value::Number(format!("{number:?}").into());
    }
    Value::Foreign(if number.is_nan() { "NaN" } else { "an infinite number" }.into())
}

fn iso(object: &Bound<'_, PyAny>) -> Walked<Value<'static>> {
    let text = object.call_method0("isoformat")?.extract::<String>()?;
    Ok(Value::String(text.into()))
}

/// A time of day. One whose zone has no fixed offset keeps the zone's name behind it, so that it is not taken
/// for UTC.
fn time_of_day(object: &Bound<'_, PyAny>) -> Walked<Value<'static>> {
    let zone = object.getattr("tzinfo")?;
    if zone.is_none() || !object.call_method0("utcoffset")?.is_none() {
        return iso(object);
    }
    let text = object.call_method0("isoformat")?.extract::<String>()?;
    Ok(Value::String(format!("{text}[{}]", zone.str()?.to_string_lossy()).into()))
}

/// `PT43200S`, `-PT1.5S`.
fn duration(seconds: i64, micros: i64) -> String {
    let total = i128::from(seconds) * 1_000_000 + i128::from(micros);
    let (sign, total) = (if total < 0 { "-" } else { "" }, total.unsigned_abs());
    let (seconds, micros) = (total / 1_000_000, total % 1_000_000);
    if micros == 0 {
        return format!("{sign}PT{seconds}S");
    }
    format!("{sign}PT{seconds}.{micros:06}S")
}
