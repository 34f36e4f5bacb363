//! An account, and the judging of finished payloads.

use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::core;
use crate::call::Call;
use crate::options::{Options, check_options, payload, request};
use crate::plan::{Plan, planner};
use crate::violation::violations;
use crate::{errors, moment, reply};

planner!(core::BulkPlanner);

/// One account of the `smslist` family: base URL, credentials, sender and options. Immutable; `repr()` shows
/// no credential.
///
/// `base_url` is `https://…` as the operator names it; a path prefix stays. `partner_id`, `api_key` and
/// `sender` are written into every item. `trailing_slash` ends the path in a slash; `pass_type=None` leaves
/// that field out of the items. `limits` sets numbers of the rules by name (old deployments:
/// `{"messages_per_call": 20}`), `allow` makes errors of those codes warnings, `forbid` warnings errors.
/// `numbers="exact"` refuses numbers that would have to be changed. `allow_http` lets plain http go elsewhere
/// than to loopback.
///
/// Raises `InvalidRequest` with paths such as `gateway.base_url`.
#[pyclass(frozen, module = "smskernel.smslist")]
#[derive(Debug)]
pub(super) struct Gateway {
    gateway: core::Gateway,
}

#[pymethods]
impl Gateway {
    #[new]
    #[pyo3(
        signature = (*arguments, **options),
        text_signature = "(base_url, *, partner_id, api_key, sender, trailing_slash=..., pass_type=..., numbers=..., limits=..., allow=..., forbid=..., allow_http=...)"
    )]
    fn new(arguments: &Bound<'_, pyo3::types::PyTuple>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Gateway> {
        let py = arguments.py();
        let options = Options::new(arguments, options)?.read(|_, _| None)?;
        match core::Gateway::from_value(options) {
            Ok(gateway) => Ok(Gateway { gateway }),
            Err(error) => Err(errors::invalid(py, &error)),
        }
    }

    /// The base URL.
    #[getter]
    fn base_url(&self) -> &str {
        self.gateway.base_url()
    }

    /// The sender ID that every message goes out under.
    #[getter]
    fn sender(&self) -> &str {
        self.gateway.sender()
    }

    /// `POST {base}/api/services/sendbulk`: texts, each to one number.
    ///
    /// Takes a `SendBulk`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
    /// Raises `InvalidRequest` with all that is wrong.
    #[pyo3(
        signature = (given=None, /, *, now=None, **fields),
        text_signature = "($self, request=None, /, *, messages=..., extra=..., now=None)"
    )]
    fn send_bulk(
        &self,
        py: Python<'_>,
        given: Option<&Bound<'_, PyAny>>,
        now: Option<&Bound<'_, PyAny>>,
        fields: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Call> {
        let (request, now) = (request(given, fields)?, moment::now(now)?);
        let built = py.detach(|| self.gateway.send_bulk_value(request, now));
        Call::of(py, built)
    }

    /// The same from JSON text: str, or bytes as they are.
    #[pyo3(signature = (text, /, *, now=None))]
    fn send_bulk_json(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyAny>,
        now: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Call> {
        let (text, now) = (reply::bytes(text, "text")?, moment::now(now)?);
        let bytes = text.as_bytes();
        let built = py.detach(|| self.gateway.send_bulk_json(bytes, now));
        Call::of(py, built)
    }

    /// Cuts a long list of messages into calls of `send_bulk`, by count and by bytes. Any iterable will do.
    ///
    /// `on_invalid="raise"` judges everything first and raises `InvalidRequest` with all that is wrong;
    /// `"set_aside"` puts what cannot be sent into the plan's `rejected` and goes on. The other keyword arguments
    /// go into every call.
    #[pyo3(
        signature = (messages, /, *, on_invalid=None, now=None, **envelope),
        text_signature = "($self, messages, /, *, on_invalid='raise', extra=..., now=None)"
    )]
    fn plan(
        &self,
        messages: &Bound<'_, PyAny>,
        on_invalid: Option<&Bound<'_, PyAny>>,
        now: Option<&Bound<'_, PyAny>>,
        envelope: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Plan> {
        Plan::new(messages, on_invalid, now, envelope, |envelope, on_invalid, now| {
            self.gateway.bulk_planner(envelope, on_invalid, now)
        })
    }

    fn __repr__(&self) -> String {
        format!("<smslist.Gateway {} sender {:?}>", self.gateway.base_url(), self.gateway.sender())
    }

    fn __copy__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __deepcopy__<'py>(this: PyRef<'py, Self>, _memo: &Bound<'py, PyAny>) -> PyRef<'py, Self> {
        this
    }

    #[expect(clippy::unused_self, reason = "Python's method")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(errors::holds_credentials("a Gateway", "make it again where it is needed"))
    }
}

/// Judges a finished payload of `send_bulk` in the gateway's own JSON, whoever built it: a dict, str or
/// bytes.
///
/// Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
/// Raises `InvalidRequest` for options that are wrong.
#[pyfunction]
#[pyo3(name = "check_bulk", signature = (given, /, *, limits=None, allow=None, forbid=None, now=None), text_signature = "(payload, /, *, limits=None, allow=None, forbid=None, now=None)")]
pub(super) fn check_bulk(
    given: &Bound<'_, PyAny>,
    limits: Option<&Bound<'_, PyAny>>,
    allow: Option<&Bound<'_, PyAny>>,
    forbid: Option<&Bound<'_, PyAny>>,
    now: Option<&Bound<'_, PyAny>>,
) -> PyResult<Py<PyAny>> {
    let options = check_options(given.py(), limits, allow, forbid, now)?;
    let found = payload(given, |json| core::check_bulk(json, &options), |tree| core::check_bulk_value(tree, &options))?;
    violations(given.py(), &found)
}
