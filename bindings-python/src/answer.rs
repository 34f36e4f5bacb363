//! Answers: immutable Python classes whose attributes are ready Python objects, so that reading one costs no conversion.
//!
//! [`answer!`] makes a class of a table of attributes: constructor, `repr`, equality, hash, pickling, matching and
//! `to_dict()` all follow from it.

use std::sync::OnceLock;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyBytes, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple, PyType};

use crate::told::{self, Fill, KIND, Make, Order};
use crate::tree::DEPTH;
use crate::{moment, text};

/// How an attribute is made and printed, and what `to_dict()` makes of it.
#[derive(Clone, Copy)]
pub(crate) enum Look {
    /// As it is.
    Plain,
    /// A phone number: printed masked.
    Number,
    /// A sender: printed masked if it is a number.
    Sender,
    /// A text that was sent: its length is printed.
    Content,
    /// Not printed.
    Hidden,
    /// JSON of any form, as plain values, which may hold what is personal: that it is there is printed.
    Open,
    /// The same of an object, which is empty where there is none.
    OpenObject,
    /// The kept body: only its size is printed, and `to_dict()` leaves it out.
    Body,
    /// Octets, which may hold a text: their number is printed, and `to_dict()` writes them as hexadecimal digits.
    Octets,
    /// Numbers, as a tuple: a list in `to_dict()`.
    Numbers,
    /// Numbers, as an array: how many they are is printed. A list in `to_dict()`.
    Column,
    /// A duration, a moment or nothing.
    After,
    /// Another answer, or nothing.
    One,
    /// A tuple of answers.
    Many,
    /// A tuple of events, which `to_dict()` tells with their kinds.
    Events,
    /// A request, or nothing.
    Request,
}

/// What an attribute holds.
pub(crate) struct Kind {
    expected: &'static str,
    fits: fn(&Bound<'_, PyAny>) -> bool,
    pub(crate) look: Look,
    /// What makes its objects, if it holds any of a class.
    pub(crate) make: Option<Make>,
}

fn is_text(value: &Bound<'_, PyAny>) -> bool {
    value.is_instance_of::<PyString>()
}

fn is_some_text(value: &Bound<'_, PyAny>) -> bool {
    value.is_none() || is_text(value)
}

fn is_integer(value: &Bound<'_, PyAny>) -> bool {
    value.is_instance_of::<PyInt>() && !value.is_instance_of::<PyBool>()
}

fn is_given(value: &Bound<'_, PyAny>) -> bool {
    is_some_text(value) || value.is_instance_of::<PyInt>() || value.is_instance_of::<PyFloat>()
}

/// Whether a value is plain, as what a reply holds in any form.
fn is_open(value: &Bound<'_, PyAny>, depth: usize) -> bool {
    if let Ok(list) = value.cast::<PyList>() {
        return depth > 0 && list.iter().all(|item| is_open(&item, depth - 1));
    }
    is_open_object(value, depth) || is_some_text(value) || value.is_instance_of::<PyInt>()
}

fn is_open_object(value: &Bound<'_, PyAny>, depth: usize) -> bool {
    let fits = |(key, item): (Bound<'_, PyAny>, Bound<'_, PyAny>)| is_text(&key) && is_open(&item, depth - 1);
    value.cast::<PyDict>().is_ok_and(|dict| depth > 0 && dict.iter().all(fits))
}

/// A copy as deep as the value is, so that whoever changes it changes no answer.
fn copy<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    value.py().import("copy")?.call_method1("deepcopy", (value,))
}

fn is_message(value: &Bound<'_, PyAny>) -> bool {
    value.is_none() || value.hasattr("to_dict").unwrap_or(false)
}

fn is_events(value: &Bound<'_, PyAny>) -> bool {
    let is_event = |item: Bound<'_, PyAny>| item.hasattr(KIND).unwrap_or(false) && is_message(&item);
    value.cast::<PyTuple>().is_ok_and(|items| items.iter().all(is_event))
}

fn is_numbers(value: &Bound<'_, PyAny>) -> bool {
    value.cast::<PyTuple>().is_ok_and(|items| items.iter().all(|item| is_integer(&item)))
}

/// The class of columns: `array.array`.
pub(crate) fn array(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static ARRAY: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    moment::class(py, &ARRAY, "array", "array")
}

fn is_column(value: &Bound<'_, PyAny>) -> bool {
    array(value.py()).and_then(|array| value.is_instance(array)).unwrap_or(false)
}

fn is_many<T: Answer>(value: &Bound<'_, PyAny>) -> bool {
    value.cast::<PyTuple>().is_ok_and(|items| items.iter().all(|item| item.is_instance_of::<T>()))
}

impl Kind {
    const fn new(expected: &'static str, fits: fn(&Bound<'_, PyAny>) -> bool, look: Look) -> Kind {
        Kind { expected, fits, look, make: None }
    }

    const fn made(expected: &'static str, fits: fn(&Bound<'_, PyAny>) -> bool, look: Look, make: Make) -> Kind {
        Kind { expected, fits, look, make: Some(make) }
    }

    pub(crate) const INTEGER: Kind = Kind::new("int", is_integer, Look::Plain);
    pub(crate) const SOME_INTEGER: Kind = Kind::new("int or None", |v| v.is_none() || is_integer(v), Look::Plain);
    pub(crate) const FLAG: Kind = Kind::new("bool", |v| v.is_instance_of::<PyBool>(), Look::Plain);
    pub(crate) const TEXT: Kind = Kind::new("str", is_text, Look::Plain);
    pub(crate) const SOME_TEXT: Kind = Kind::new("str or None", is_some_text, Look::Plain);
    pub(crate) const NUMBER: Kind = Kind::new("str", is_text, Look::Number);
    pub(crate) const SOME_NUMBER: Kind = Kind::new("str or None", is_some_text, Look::Number);
    pub(crate) const SOME_FLAG: Kind =
        Kind::new("bool or None", |v| v.is_none() || v.is_instance_of::<PyBool>(), Look::Plain);
    pub(crate) const SOME_SENDER: Kind = Kind::new("str or None", is_some_text, Look::Sender);
    pub(crate) const SOME_HIDDEN: Kind = Kind::new("str or None", is_some_text, Look::Hidden);
    pub(crate) const SOME_CONTENT: Kind = Kind::new("str or None", is_some_text, Look::Content);
    pub(crate) const OPEN: Kind = Kind::new("dict, list, str, int, bool or None", |v| is_open(v, DEPTH), Look::Open);
    pub(crate) const OPEN_OBJECT: Kind = Kind::new("dict", |v| is_open_object(v, DEPTH), Look::OpenObject);
    pub(crate) const BODY: Kind = Kind::new("bytes", |v| v.is_instance_of::<PyBytes>(), Look::Body);
    pub(crate) const AFTER: Kind = Kind::new("timedelta, datetime or None", moment::is_after, Look::After);
    pub(crate) const CONTENT: Kind = Kind::new("str", is_text, Look::Content);
    pub(crate) const OCTETS: Kind = Kind::new("bytes", |v| v.is_instance_of::<PyBytes>(), Look::Octets);
    pub(crate) const SOME_OCTETS: Kind =
        Kind::new("bytes or None", |v| v.is_none() || v.is_instance_of::<PyBytes>(), Look::Octets);
    pub(crate) const NUMBERS: Kind = Kind::new("a tuple of int", is_numbers, Look::Numbers);
    pub(crate) const COLUMN: Kind = Kind::new("an array.array", is_column, Look::Column);
    pub(crate) const GIVEN: Kind = Kind::new("str, int, float, bool or None", is_given, Look::Hidden);

    /// Events of any dialect.
    pub(crate) const EVENTS: Kind = Kind::new("a tuple of events", is_events, Look::Events);

    /// A message of any operation's answer, or nothing.
    pub(crate) const MESSAGE: Kind = Kind::new("a message of an answer or None", is_message, Look::One);

    /// A request that continues the one that was answered, or nothing.
    pub(crate) const fn request(expected: &'static str, fits: fn(&Bound<'_, PyAny>) -> bool, make: Make) -> Kind {
        Kind::made(expected, fits, Look::Request, make)
    }

    /// An answer of that class.
    pub(crate) const fn one<T: Answer>() -> Kind {
        Kind::made(T::NAME, |v| v.is_instance_of::<T>(), Look::One, told::object::<T>)
    }

    /// The same, or nothing.
    pub(crate) const fn maybe<T: Answer>() -> Kind {
        Kind::made(T::OR_NONE, |v| v.is_none() || v.is_instance_of::<T>(), Look::One, told::object::<T>)
    }

    /// A tuple of such answers.
    pub(crate) const fn many<T: Answer>() -> Kind {
        Kind::made(T::TUPLE, is_many::<T>, Look::Many, told::object::<T>)
    }
}

/// A class that [`answer!`] made.
pub(crate) trait Answer: pyo3::PyTypeInfo {
    const NAME: &'static str;
    const OR_NONE: &'static str;
    const TUPLE: &'static str;
    const FIELDS: &'static [(&'static str, Kind)];

    /// The attributes, in the table's order.
    fn values(&self) -> Vec<&Py<PyAny>>;

    /// An object of it, whose attributes `fill` sets, in the table's order.
    fn build(py: Python<'_>, fill: Fill<'_>) -> PyResult<Py<PyAny>>;

    /// Where the names are kept by which the core tells its members.
    fn order() -> &'static OnceLock<Order>;
}

/// An attribute's name: Rust marks those that are its own words.
pub(crate) const fn name(field: &'static str) -> &'static str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// Refuses what an attribute cannot hold.
pub(crate) fn check<'py>(
    class: &str,
    (name, kind): &(&'static str, Kind),
    value: Option<Bound<'py, PyAny>>,
    py: Python<'py>,
) -> PyResult<Py<PyAny>> {
    let value = value.unwrap_or_else(|| py.None().into_bound(py));
    if (kind.fits)(&value) {
        return Ok(value.unbind());
    }
    let found = text::type_name(&value);
    Err(PyTypeError::new_err(format!("{class}.{name} is {}, not {found}", kind.expected)))
}

fn fields<'a, 'py: 'a, T: Answer>(
    this: &'a T,
    py: Python<'py>,
) -> impl Iterator<Item = (&'static str, &'static Kind, &'a Bound<'py, PyAny>)> {
    T::FIELDS.iter().zip(this.values()).map(move |((name, kind), value)| (*name, kind, value.bind(py)))
}

pub(crate) fn repr<T: Answer>(this: &T, py: Python<'_>) -> PyResult<String> {
    let mut out = String::from(T::NAME);
    out.push('(');
    let mut first = true;
    for (name, kind, value) in fields(this, py) {
        // What is not set would only lengthen the line.
        if matches!(kind.look, Look::Hidden) || value.is_none() {
            continue;
        }
        if !first {
            out.push_str(", ");
        }
        first = false;
        out.push_str(name);
        out.push('=');
        match kind.look {
            Look::Number => out.extend(["'", &text::masked_number(&value.extract::<String>()?), "'"]),
            Look::Sender => out.extend(["'", &text::masked_sender(&value.extract::<String>()?), "'"]),
            Look::Content => out.extend(["<", &text::masked_text(&value.extract::<String>()?), ">"]),
            Look::Open | Look::OpenObject => out.push_str("<…>"),
            Look::Body => out.extend(["<", &value.len()?.to_string(), " bytes>"]),
            Look::Octets => out.extend(["<", &text::counted(value.len()?, "octet"), ">"]),
            Look::Column => out.extend(["<", &text::counted(value.len()?, "number"), ">"]),
            _ => out.push_str(value.repr()?.to_str()?),
        }
    }
    out.push(')');
    Ok(out)
}

/// An event's dict with its kind before the other members.
fn event_to_dict<'py>(event: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
    let out = PyDict::new(event.py());
    out.set_item(KIND, event.getattr(KIND)?)?;
    out.update(event.call_method0("to_dict")?.cast::<pyo3::types::PyMapping>()?)?;
    Ok(out)
}

pub(crate) fn to_dict<'py, T: Answer>(this: &T, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
    let out = PyDict::new(py);
    for (name, kind, value) in fields(this, py) {
        match kind.look {
            Look::Body => {}
            Look::Octets | Look::One | Look::Request if value.is_none() => out.set_item(name, value)?,
            Look::Plain | Look::Number | Look::Sender | Look::Content | Look::Hidden => out.set_item(name, value)?,
            Look::Open | Look::OpenObject => out.set_item(name, copy(value)?)?,
            Look::Octets => out.set_item(name, value.call_method0("hex")?)?,
            Look::Numbers => out.set_item(name, PyList::new(py, value.cast::<PyTuple>()?)?)?,
            Look::Column => out.set_item(name, value.call_method0("tolist")?)?,
            Look::After => out.set_item(name, moment::after_to_dict(value)?)?,
            Look::Request => {
                let fields = py.import("dataclasses")?.call_method1("asdict", (value,))?;
                out.set_item(name, fields)?;
            }
            Look::One => out.set_item(name, value.call_method0("to_dict")?)?,
            Look::Many => {
                let items: PyResult<Vec<_>> = value.try_iter()?.map(|item| item?.call_method0("to_dict")).collect();
                out.set_item(name, items?)?;
            }
            Look::Events => {
                let items: PyResult<Vec<_>> = value.try_iter()?.map(|item| event_to_dict(&item?)).collect();
                out.set_item(name, items?)?;
            }
        }
    }
    Ok(out)
}

/// The hash of all attributes that surely have one: dicts, lists and arrays have none, nor have requests that hold some.
pub(crate) fn hash<T: Answer>(this: &T, py: Python<'_>) -> PyResult<isize> {
    let hashed = fields(this, py)
        .filter(|(_, kind, _)| !matches!(kind.look, Look::Open | Look::OpenObject | Look::Request | Look::Column));
    PyTuple::new(py, hashed.map(|(_, _, value)| value).collect::<Vec<_>>())?.hash()
}

/// All attributes as one tuple, for comparing.
pub(crate) fn tuple<'py, T: Answer>(this: &T, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, this.values())
}

/// The arguments that make the same object again.
pub(crate) fn arguments<'py, T: Answer>(
    this: &T,
    py: Python<'py>,
) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
    let named = PyDict::new(py);
    for (name, _, value) in fields(this, py) {
        named.set_item(name, value)?;
    }
    Ok((PyTuple::empty(py), named))
}

/// Makes the class of an answer. A kind is one of [`Kind`]'s; `= None` makes an attribute optional in the
/// constructor. What stands behind `also` are further methods. A `generic` class can be indexed, for type checkers.
/// The class of an event says which kind it is.
macro_rules! answer {
    (
        $(#[$outer:meta])*
        $name:ident in $module:literal $(as event $event:literal)? $(, $generic:ident)? {
            $( $(#[$doc:meta])* $field:ident $(= $default:ident)? : $kind:expr, )*
        }
        $(also { $($more:tt)* })?
    ) => {
        $(#[$outer])*
        #[pyclass(frozen, get_all, module = $module $(, $generic)?)]
        #[derive(Debug)]
        #[allow(clippy::struct_field_names, reason = "the names are those of the public API")]
        pub(crate) struct $name {
            $( $(#[$doc])* pub(crate) $field: Py<PyAny>, )*
        }

        impl $crate::answer::Answer for $name {
            const NAME: &'static str = stringify!($name);
            const OR_NONE: &'static str = concat!(stringify!($name), " or None");
            const TUPLE: &'static str = concat!("a tuple of ", stringify!($name));
            const FIELDS: &'static [(&'static str, $crate::answer::Kind)] =
                &[ $( ($crate::answer::name(stringify!($field)), $kind), )* ];

            fn values(&self) -> Vec<&Py<PyAny>> {
                vec![ $( &self.$field ),* ]
            }

            fn build(py: Python<'_>, fill: $crate::told::Fill<'_>) -> PyResult<Py<PyAny>> {
                $( let $field: Option<Py<PyAny>> = None; )*
                let mut values = [ $($field),* ];
                fill(&mut values)?;
                let [ $($field),* ] = values;
                Ok(Py::new(py, $name { $($field: $field.unwrap_or_else(|| py.None())),* })?.into_any())
            }

            fn order() -> &'static std::sync::OnceLock<$crate::told::Order> {
                static ORDER: std::sync::OnceLock<$crate::told::Order> = std::sync::OnceLock::new();
                &ORDER
            }
        }

        #[pymethods]
        impl $name {
            #[new]
            #[pyo3(signature = (*, $($field $(= $default)?),*))]
            #[allow(clippy::too_many_arguments, reason = "one for each attribute")]
            fn new(py: Python<'_>, $($field: Option<Bound<'_, PyAny>>),*) -> PyResult<$name> {
                use $crate::answer::{Answer, check};
                let mut kinds = $name::FIELDS.iter();
                $( let $field = match kinds.next() {
                    Some(field) => check($name::NAME, field, $field, py)?,
                    None => py.None(),
                }; )*
                Ok($name { $($field),* })
            }

            $(
                /// Which kind of event it is.
                #[classattr]
                fn kind() -> &'static str {
                    $event
                }
            )?

            #[classattr]
            fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, pyo3::types::PyTuple>> {
                use $crate::answer::Answer;
                pyo3::types::PyTuple::new(py, $name::FIELDS.iter().map(|(name, _)| *name).collect::<Vec<_>>())
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                $crate::answer::repr(self, py)
            }

            fn __eq__<'py>(&self, other: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
                let py = other.py();
                match other.cast::<$name>() {
                    Ok(other) => {
                        let same = $crate::answer::tuple(self, py)?.eq($crate::answer::tuple(other.get(), py)?)?;
                        Ok(pyo3::types::PyBool::new(py, same).to_owned().into_any())
                    }
                    Err(_) => Ok(py.NotImplemented().into_bound(py)),
                }
            }

            fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
                $crate::answer::hash(self, py)
            }

            fn __getnewargs_ex__<'py>(
                &self,
                py: Python<'py>,
            ) -> PyResult<(Bound<'py, pyo3::types::PyTuple>, Bound<'py, pyo3::types::PyDict>)> {
                $crate::answer::arguments(self, py)
            }

            /// The attributes as a dict of plain values that `json.dumps` takes. Numbers and texts stand in it unmasked;
            /// `raw_body` is left out.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, pyo3::types::PyDict>> {
                $crate::answer::to_dict(self, py)
            }

            $($($more)*)?
        }
    };
}
pub(crate) use answer;
