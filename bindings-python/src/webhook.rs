//! What gateways push: a request that arrived as the objects of its events.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use smskernel::webhook::{self, Headers, Limits, Request, UnreadableWebhook};
use smskernel::{Tell, Value};

use crate::answer::{Kind, answer};
use crate::told::Events;
use crate::{errors, reply, text, told, tree};

answer! {
    /// A webhook that was read. Each entry of it is in `events` or in `malformed`.
    Webhook in "smskernel", generic {
        /// The events, in the order of the body: a tuple of objects of the dialect's classes. Each says in `kind` which
        /// it is.
        events: Kind::EVENTS,
        /// The entries that are no events, in the same order: a tuple of `MalformedEvent`.
        malformed: Kind::many::<MalformedEvent>(),
        /// What was read, as it came: the body, or the query where that was read in its place. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// An entry, among others, that is no event; the others are not lost for it.
    MalformedEvent in "smskernel" {
        /// Index among the entries of the body, the good ones counted too.
        position: Kind::INTEGER,
        /// The entry's own text as it came: JSON, XML or a form. Its length is printed.
        raw: Kind::CONTENT,
        /// Why it is no event. Of what it says only names of members stand here, no values.
        reason: Kind::TEXT,
    }
}

/// Whether what a request gave is the secret that you expect, in a time that does not tell how much of it was right.
///
/// Gateways sign nothing; what they can do is to call an address that nobody else knows. Put a long random text into
/// the path or the query of the address, or into a header where your operator lets you set one, and hand over here
/// what arrived, decoded as you gave it. str stands for its UTF-8. An empty expectation never matches, so that a
/// setting that was forgotten lets nobody in.
#[pyfunction]
#[pyo3(signature = (given, expected, /))]
pub(crate) fn secret_matches(given: &Bound<'_, PyAny>, expected: &Bound<'_, PyAny>) -> PyResult<bool> {
    let (given, expected) = (reply::bytes(given, "given")?, reply::bytes(expected, "expected")?);
    Ok(webhook::secret_matches(given.as_bytes(), expected.as_bytes()))
}

/// The arguments of a dialect's `parse_webhook`.
pub(crate) struct Arguments<'a, 'py> {
    pub(crate) method: &'a Bound<'py, PyAny>,
    pub(crate) headers: &'a Bound<'py, PyAny>,
    pub(crate) query: &'a Bound<'py, PyAny>,
    pub(crate) body: &'a Bound<'py, PyAny>,
    pub(crate) limits: Option<&'a Bound<'py, PyAny>>,
}

fn method(given: &Bound<'_, PyAny>) -> PyResult<String> {
    match given.cast::<PyString>() {
        Ok(method) => text::of(method),
        Err(_) => Err(PyTypeError::new_err(format!("method is str, not {}", text::type_name(given)))),
    }
}

/// A query: some frameworks give its bytes, and some nothing where there is none.
fn query(given: &Bound<'_, PyAny>) -> PyResult<String> {
    if given.is_none() {
        return Ok(String::new());
    }
    if let Ok(query) = given.cast::<PyString>() {
        return text::of(query);
    }
    match given.cast::<PyBytes>() {
        Ok(query) => Ok(String::from_utf8_lossy(query.as_bytes()).into_owned()),
        Err(_) => Err(PyTypeError::new_err(format!("query is str, bytes or None, not {}", text::type_name(given)))),
    }
}

/// A request's events, read by the dialect's function.
pub(crate) fn parse<E: Tell + Send>(
    arguments: &Arguments<'_, '_>,
    parse: fn(&Request<'_>) -> Result<webhook::Webhook<E>, UnreadableWebhook>,
    events: Events,
) -> PyResult<Py<PyAny>> {
    let py = arguments.method.py();
    let (method, query) = (method(arguments.method)?, query(arguments.query)?);
    let headers = Headers::from_pairs(reply::pairs(arguments.headers, &Headers::NAMES)?);
    let body = reply::bytes(arguments.body, "body")?;
    let limits = Limits::from_value(arguments.limits.map_or(Ok(Value::Null), tree::of)?);
    let limits = limits.map_err(|error| errors::invalid(py, &error))?;
    let bytes = body.as_bytes();
    let read = py.detach(|| parse(&Request::new(&method, headers, &query, bytes).limits(limits)));
    let own = |raw: &[u8]| if raw == bytes { body.clone() } else { PyBytes::new(py, raw) };
    match read {
        Ok(webhook) => told::with_events::<Webhook>(py, &webhook, &own(&webhook.raw_body), events),
        Err(error) => Err(errors::webhook(py, &error, &own(&error.raw_body))),
    }
}

/// Makes a dialect's `parse_webhook`, its events being the classes of those names, each with the word for its kind.
macro_rules! parse_webhook {
    ($($kind:literal: $event:ty),+ $(,)?) => {
        pub(crate) const EVENTS: $crate::told::Events = &[$( ($kind, $crate::told::object::<$event>), )+];

        /// Reads a request that arrived at an address of yours, as any framework gives it: the events in it, and beside
        /// them the entries that are none.
        ///
        /// `headers` is a mapping, an iterable of pairs, or None; `query` is what stands behind the question mark, still
        /// encoded, as str or bytes, or None; `body` is bytes, or str, which stands for its UTF-8. `limits` sets by name
        /// how much is read: `body_bytes` and `depth`. Raises `UnreadableWebhook` for what is no webhook of the dialect;
        /// it holds what came. Nothing is signed: see `smskernel.secret_matches`.
        #[pyfunction]
        #[pyo3(signature = (method, headers, query, body, *, limits=None))]
        pub(super) fn parse_webhook(
            method: &Bound<'_, PyAny>,
            headers: &Bound<'_, PyAny>,
            query: &Bound<'_, PyAny>,
            body: &Bound<'_, PyAny>,
            limits: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Py<PyAny>> {
            let arguments = $crate::webhook::Arguments { method, headers, query, body, limits };
            $crate::webhook::parse(&arguments, core::parse_webhook, EVENTS)
        }
    };
}
pub(crate) use parse_webhook;
