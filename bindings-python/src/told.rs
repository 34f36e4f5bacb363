//! From what the core tells of an answer to the package's classes: one way for all answers, so that a class is its table
//! and nothing else.

use std::sync::OnceLock;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyBytes, PyDict, PyList, PyString, PyTuple, PyType};
use smskernel::{Items, Members, Told};

use crate::answer::{Answer, Kind, Look};
use crate::keys::Names;
use crate::moment;

/// Makes the object of a class from the members that the core tells.
pub(crate) type Make = fn(&mut Teller<'_, '_>, &dyn Members) -> PyResult<Py<PyAny>>;

/// What sets the attributes of an object, in its class's order.
pub(crate) type Fill<'a> = &'a mut dyn FnMut(&mut [Option<Py<PyAny>>]) -> PyResult<()>;

/// A dialect's events: the word for each kind, and what makes its object.
pub(crate) type Events = &'static [(&'static str, Make)];

/// The names under which the core tells a class's members, in its order, and the place of each among the class's
/// attributes. It is the same for all objects of a class, so the first one says it for all.
pub(crate) type Order = Vec<(String, Option<usize>)>;

/// How many shared objects are remembered. Answers hold few different ones.
const REMEMBERED: usize = 8;

/// Makes the objects of one answer.
pub(crate) struct Teller<'a, 'py> {
    pub(crate) py: Python<'py>,
    /// The whole body, until the answer itself has taken it: what lies in an answer has none of its own.
    raw_body: Option<&'a Bound<'py, PyBytes>>,
    events: Events,
    shared: Vec<Shared>,
}

/// An object that others of the answer share: where the core shares it, or holds an equal one, Python has one.
struct Shared {
    address: *const (),
    make: Make,
    members: Vec<Member>,
    object: Py<PyAny>,
}

/// A member of a shared object, to tell whether another one is equal.
enum Member {
    Unset,
    Null,
    Bool(bool),
    Integer(i64),
    Text(String),
}

impl Member {
    /// None of what is no plain value.
    fn of(told: Told<'_>) -> Option<Member> {
        match told {
            Told::Unset => Some(Member::Unset),
            Told::Null => Some(Member::Null),
            Told::Bool(value) => Some(Member::Bool(value)),
            Told::Integer(value) => Some(Member::Integer(value)),
            Told::Text(text) => Some(Member::Text(text.to_owned())),
            _ => None,
        }
    }

    fn is(&self, told: Told<'_>) -> bool {
        match (self, told) {
            (Member::Unset, Told::Unset) | (Member::Null, Told::Null) => true,
            (Member::Bool(value), Told::Bool(other)) => *value == other,
            (Member::Integer(value), Told::Integer(other)) => *value == other,
            (Member::Text(text), Told::Text(other)) => text == other,
            _ => false,
        }
    }
}

/// The object of that class. The tables of kinds name it, each for its class.
pub(crate) fn object<T: Answer>(teller: &mut Teller<'_, '_>, told: &dyn Members) -> PyResult<Py<PyAny>> {
    T::build(teller.py, &mut |values| teller.fill(T::NAME, T::FIELDS, T::order(), told, values))
}

/// An answer as an object of that class.
pub(crate) fn answer<T: Answer>(
    py: Python<'_>,
    told: &dyn Members,
    raw_body: &Bound<'_, PyBytes>,
) -> PyResult<Py<PyAny>> {
    with_events::<T>(py, told, raw_body, &[])
}

/// What holds events, as an object of that class.
pub(crate) fn with_events<T: Answer>(
    py: Python<'_>,
    told: &dyn Members,
    raw_body: &Bound<'_, PyBytes>,
    events: Events,
) -> PyResult<Py<PyAny>> {
    object::<T>(&mut Teller { py, raw_body: Some(raw_body), events, shared: Vec::new() }, told)
}

/// A request as an object of its class, which is written in Python.
pub(crate) fn request(class: &Bound<'_, PyType>, told: &dyn Members) -> PyResult<Py<PyAny>> {
    let py = class.py();
    let names = class.getattr(pyo3::intern!(py, "_names"))?.cast_into::<Names>()?;
    let fields = PyDict::new(py);
    let mut done = Ok(());
    told.members(&mut |name, value| {
        let value = value.told();
        if done.is_ok() && !matches!(value, Told::Unset) {
            let attribute = names.get().iter().map(|(attribute, _)| attribute.bind(py));
            let attribute = attribute.into_iter().find(|known| known.to_str().is_ok_and(|known| is_same(known, name)));
            done = plain(py, value).and_then(|value| match attribute {
                Some(attribute) => fields.set_item(attribute, value),
                None => Err(unknown(&class.to_string(), name)),
            });
        }
    });
    done?;
    Ok(class.call((), Some(&fields))?.unbind())
}

/// Whether that is what the core calls an attribute: `reference_id_1` is `referenceId1`, and `from`, which is a word of
/// Python's own, is `sender` here as in requests.
fn is_same(attribute: &str, told: &str) -> bool {
    let told = if told == "from" { "sender" } else { told };
    let letters = attribute.bytes().filter(|byte| *byte != b'_');
    letters.eq(told.bytes().map(|byte| byte.to_ascii_lowercase()))
}

/// What the core tells, and a class has no place for. The vectors reach every class, so that this reaches nobody.
#[cold]
fn unknown(class: &str, name: &str) -> PyErr {
    PyRuntimeError::new_err(format!("{class} has no place for {name}"))
}

impl Teller<'_, '_> {
    fn none(&self) -> Py<PyAny> {
        self.py.None()
    }

    /// Sets the attributes of a class, in the table's order.
    fn fill(
        &mut self,
        class: &str,
        fields: &'static [(&'static str, Kind)],
        order: &OnceLock<Order>,
        told: &dyn Members,
        values: &mut [Option<Py<PyAny>>],
    ) -> PyResult<()> {
        let raw_body = self.raw_body.take();
        let order = order.get_or_init(|| names(fields, told));
        let mut done = Ok(());
        let mut order = order.iter();
        told.members(&mut |name, value| {
            let place = match order.next() {
                Some((known, place)) if known == name => *place,
                _ => place(fields, name),
            };
            let value = value.told();
            if done.is_err() || matches!(value, Told::Unset) {
                return;
            }
            let target = place.and_then(|place| Some((values.get_mut(place)?, fields.get(place)?)));
            match target.map(|(slot, (_, kind))| Ok((slot, self.value(kind, value)?))) {
                Some(Ok((slot, value))) => *slot = Some(value),
                Some(Err(error)) => done = Err(error),
                // An event's kind is its class's.
                None if name == KIND => {}
                None => done = Err(unknown(class, name)),
            }
        });
        done?;
        for (value, (_, kind)) in values.iter_mut().zip(fields) {
            if value.is_none() {
                *value = Some(match (kind.look, raw_body) {
                    (Look::Body, Some(body)) => body.clone().into_any().unbind(),
                    (Look::Body, None) => PyBytes::new(self.py, b"").into_any().unbind(),
                    _ => self.value(kind, Told::Unset)?,
                });
            }
        }
        Ok(())
    }

    /// What an attribute of that kind holds.
    fn value(&mut self, kind: &Kind, told: Told<'_>) -> PyResult<Py<PyAny>> {
        match (kind.look, told) {
            (Look::Many, Told::List(list)) => self.list(list, |teller, told| teller.made(kind, told)),
            (Look::Events, Told::List(list)) => self.list(list, Teller::event),
            (Look::Many | Look::Events, _) => Ok(PyTuple::empty(self.py).into_any().unbind()),
            (Look::OpenObject, Told::Unset) => Ok(PyDict::new(self.py).into_any().unbind()),
            (Look::After, Told::Object(after)) => moment::after_told(self.py, after),
            (Look::One | Look::Request, told) => self.made(kind, told),
            (_, told) => plain(self.py, told),
        }
    }

    /// The object of the class that a kind names.
    fn made(&mut self, kind: &Kind, told: Told<'_>) -> PyResult<Py<PyAny>> {
        match (kind.make, told) {
            (Some(make), Told::Object(object)) => make(self, object),
            (Some(make), Told::Shared(object)) => self.shared(make, object),
            _ => Ok(self.none()),
        }
    }

    fn list(
        &mut self,
        list: &dyn Items,
        item: impl Fn(&mut Self, Told<'_>) -> PyResult<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let mut items = Vec::new();
        while let Some(told) = list.item(items.len()) {
            items.push(item(self, told.told())?);
        }
        Ok(PyTuple::new(self.py, items)?.into_any().unbind())
    }

    /// An event, by its kind.
    fn event(&mut self, told: Told<'_>) -> PyResult<Py<PyAny>> {
        let (Told::Object(event) | Told::Shared(event)) = told else { return Ok(self.none()) };
        let mut make = None;
        event.members(&mut |name, value| {
            if let Told::Text(kind) = value.told()
                && name == KIND
            {
                make = self.events.iter().find(|(known, _)| *known == kind);
            }
        });
        match make {
            Some((_, make)) => make(self, event),
            None => Err(unknown("a Webhook", KIND)),
        }
    }

    /// An object that is shared, made when it is a new one.
    fn shared(&mut self, make: Make, told: &dyn Members) -> PyResult<Py<PyAny>> {
        let address = std::ptr::from_ref(told).cast::<()>();
        let is_of_class = |known: &&Shared| std::ptr::fn_addr_eq(known.make, make);
        let same = self.shared.iter().filter(is_of_class).find(|known| known.address == address);
        let equal = || self.shared.iter().filter(is_of_class).find(|known| known.is(told));
        if let Some(known) = same.or_else(equal) {
            return Ok(known.object.clone_ref(self.py));
        }
        let object = make(self, told)?;
        if self.shared.len() < REMEMBERED
            && let Some(members) = plain_members(told)
        {
            self.shared.push(Shared { address, make, members, object: object.clone_ref(self.py) });
        }
        Ok(object)
    }
}

/// The member of an event that names its kind.
pub(crate) const KIND: &str = "kind";

impl Shared {
    fn is(&self, told: &dyn Members) -> bool {
        let mut known = self.members.iter();
        let mut same = true;
        told.members(&mut |_, value| same = same && known.next().is_some_and(|known| known.is(value.told())));
        same && known.next().is_none()
    }
}

/// The members of an object that has but plain ones.
fn plain_members(told: &dyn Members) -> Option<Vec<Member>> {
    let mut members = Some(Vec::new());
    told.members(&mut |_, value| match (&mut members, Member::of(value.told())) {
        (Some(known), Some(member)) => known.push(member),
        _ => members = None,
    });
    members
}

fn names(fields: &[(&'static str, Kind)], told: &dyn Members) -> Order {
    let mut order = Order::new();
    told.members(&mut |name, _| order.push((name.to_owned(), place(fields, name))));
    order
}

fn place(fields: &[(&'static str, Kind)], name: &str) -> Option<usize> {
    fields.iter().position(|(attribute, _)| is_same(attribute, name))
}

/// A value as plain Python: an object as a dict under the names that it is told by, a list as a list.
fn plain(py: Python<'_>, told: Told<'_>) -> PyResult<Py<PyAny>> {
    Ok(match told {
        Told::Text(text) => PyString::new(py, text).into_any().unbind(),
        Told::Bool(value) => PyBool::new(py, value).to_owned().into_any().unbind(),
        Told::Integer(number) => number.into_pyobject(py)?.into_any().unbind(),
        Told::List(list) => {
            let items = PyList::empty(py);
            while let Some(item) = list.item(items.len()) {
                items.append(plain(py, item.told())?)?;
            }
            items.into_any().unbind()
        }
        Told::Object(object) | Told::Shared(object) => {
            let members = PyDict::new(py);
            let mut done = Ok(());
            object.members(&mut |name, value| {
                if done.is_ok() {
                    done = plain(py, value.told()).and_then(|value| members.set_item(name, value));
                }
            });
            done?;
            members.into_any().unbind()
        }
        _ => py.None(),
    })
}
