//! The names of request fields: the core's tables, and what of them a walk looks up often.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use smskernel::{DIALECTS, ObjectNames};

use crate::text;

/// Every name that a field can be given under, so that known keys need no memory of their own.
static KNOWN: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let objects = DIALECTS.iter().flat_map(|dialect| dialect.objects);
    let names = objects.flat_map(|object| object.fields.iter().flat_map(|field| [field.wire, field.ours]));
    names.map(|name| (name, name)).collect()
});

/// How many keys are remembered by their identity: a power of two.
const SLOTS: usize = 64;

/// The keys met during one walk. Those of many messages are mostly the same objects, so that their identity
/// tells them apart faster than their text. Remembered keys are held, so that no other object takes their
/// place.
pub(crate) struct Keys<'py> {
    slots: [Option<(Bound<'py, PyString>, &'static str)>; SLOTS],
}

impl<'py> Keys<'py> {
    pub(crate) fn new() -> Keys<'py> {
        Keys { slots: [const { None }; SLOTS] }
    }

    /// The text of a key.
    pub(crate) fn text(&mut self, key: &Bound<'py, PyString>) -> PyResult<Cow<'static, str>> {
        // Objects lie at multiples of 16 bytes.
        let slot = self.slots.get_mut((key.as_ptr() as usize >> 4) % SLOTS);
        if let Some(Some((known, name))) = &slot
            && known.is(key)
        {
            return Ok(Cow::Borrowed(name));
        }
        let text = text::of(key)?;
        let Some(name) = KNOWN.get(text.as_str()).copied() else { return Ok(Cow::Owned(text)) };
        if let Some(slot) = slot {
            *slot = Some((key.clone(), name));
        }
        Ok(Cow::Borrowed(name))
    }
}

/// The fields of one class of requests: the class's attributes and the gateway's names, pairwise.
#[pyclass(frozen, module = "smskernel._native")]
#[derive(Debug)]
pub(crate) struct Names {
    object: &'static ObjectNames,
    attributes: Vec<(Py<PyString>, &'static str)>,
}

/// The attribute that a class of requests keeps its names in.
const ATTRIBUTE: &str = "_names";

impl Names {
    /// The names of an object of one of the package's request classes.
    pub(crate) fn of<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<PyRef<'py, Names>>> {
        let py = object.py();
        match object.get_type().getattr_opt(pyo3::intern!(py, ATTRIBUTE))? {
            Some(names) => Ok(names.cast_into::<Names>().ok().map(|names| names.borrow())),
            None => Ok(None),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.attributes.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Py<PyString>, &'static str)> {
        self.attributes.iter().map(|(attribute, wire)| (attribute, *wire))
    }
}

#[pymethods]
impl Names {
    /// Looks an object of a request up by its dialect and what the core calls it. `without` are fields, under our
    /// names, that a class does not offer.
    #[new]
    #[pyo3(signature = (dialect, name, /, *, without=Vec::new()))]
    #[expect(clippy::needless_pass_by_value, reason = "pyo3 gives it so")]
    fn new(py: Python<'_>, dialect: &str, name: &str, without: Vec<String>) -> PyResult<Names> {
        let objects = DIALECTS.iter().find(|known| known.name == dialect).map_or(&[][..], |known| known.objects);
        let object = objects.iter().copied().find(|object| object.name == name);
        let object = object.ok_or_else(|| PyKeyError::new_err(format!("{dialect} has no object called {name}")))?;
        let is_keyword = py.import("keyword")?.getattr("iskeyword")?;
        let mut attributes = Vec::new();
        for field in object.fields.iter().filter(|field| !without.iter().any(|name| name == field.ours)) {
            // `from` is no name in Python.
            let reserved = is_keyword.call1((field.ours,))?.is_truthy()?;
            let attribute = if reserved { format!("{}_", field.ours) } else { field.ours.to_owned() };
            attributes.push((PyString::intern(py, &attribute).unbind(), field.wire));
        }
        if !without.iter().any(|name| name == "extra") {
            attributes.push((PyString::intern(py, "extra").unbind(), "extra"));
        }
        Ok(Names { object, attributes })
    }

    /// What the core calls the object.
    #[getter]
    fn name(&self) -> &'static str {
        self.object.name
    }

    /// Pairs of the class's attribute and the gateway's name, in the gateway's order.
    #[getter]
    fn fields(&self, py: Python<'_>) -> Vec<(Py<PyString>, &'static str)> {
        self.attributes.iter().map(|(attribute, wire)| (attribute.clone_ref(py), *wire)).collect()
    }
}
