//! An account, and the judging of finished payloads.

use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::{auth, core};
use crate::call::Call;
use crate::options::{Options, check_options, payload, request};
use crate::plan::{Plan, planner};
use crate::violation::violations;
use crate::{errors, moment, reply};

planner!(core::TextPlanner);

/// One account of an Infobip-compatible gateway: base URL, credentials and options. Immutable; `repr()` shows
/// no credential.
///
/// `base_url` is `https://…` as the operator names it; a path prefix stays. `auth` is `ApiKey`, `Basic`,
/// `Ibsso` or `Bearer`. `api_version` chooses the version of the endpoints, 1 or 2. `limits` sets numbers of
/// the rules by name, `allow` makes errors of those codes warnings, `forbid` warnings errors.
/// `numbers="exact"` refuses numbers that would have to be changed. `allow_http` lets plain http go elsewhere
/// than to loopback.
///
/// Raises `InvalidRequest` with paths such as `gateway.base_url`.
#[pyclass(frozen, module = "smskernel.infobip")]
#[derive(Debug)]
pub(super) struct Gateway {
    gateway: core::Gateway,
}

#[pymethods]
impl Gateway {
    #[new]
    #[pyo3(
        signature = (*arguments, **options),
        text_signature = "(base_url, *, auth, api_version=..., numbers=..., limits=..., allow=..., forbid=..., allow_http=...)"
    )]
    fn new(arguments: &Bound<'_, pyo3::types::PyTuple>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Gateway> {
        let py = arguments.py();
        let options = Options::new(arguments, options)?.read(|name, value| match name {
            "auth" => Some(auth::value(value)),
            _ => None,
        })?;
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

    /// The version of the endpoints.
    #[getter]
    fn api_version(&self) -> u8 {
        self.gateway.api_version()
    }

    /// `POST {base}/sms/1/text/advanced`: texts, each to one or many numbers.
    ///
    /// Takes a `SendText`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
    /// `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest` with all that is
    /// wrong.
    #[pyo3(
        signature = (given=None, /, *, now=None, **fields),
        text_signature = "($self, request=None, /, *, messages=..., bulk_id=..., tracking=..., sending_speed_limit=..., url_options=..., include_sms_count_in_response=..., extra=..., now=None)"
    )]
    fn send_text(
        &self,
        py: Python<'_>,
        given: Option<&Bound<'_, PyAny>>,
        now: Option<&Bound<'_, PyAny>>,
        fields: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Call> {
        let (request, now) = (request(given, fields)?, moment::now(now)?);
        let built = py.detach(|| self.gateway.send_text_value(request, now));
        Call::of(py, built)
    }

    /// The same from JSON text: str, or bytes as they are.
    #[pyo3(signature = (text, /, *, now=None))]
    fn send_text_json(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyAny>,
        now: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Call> {
        let (text, now) = (reply::bytes(text, "text")?, moment::now(now)?);
        let bytes = text.as_bytes();
        let built = py.detach(|| self.gateway.send_text_json(bytes, now));
        Call::of(py, built)
    }

    /// Cuts a long list of messages into calls of `send_text`, by count and by bytes. Any iterable will do.
    ///
    /// `on_invalid="raise"` judges everything first and raises `InvalidRequest` with all that is wrong;
    /// `"set_aside"` puts what cannot be sent into the plan's `rejected` and goes on. The other keyword arguments
    /// go into every call.
    #[pyo3(
        signature = (messages, /, *, on_invalid=None, now=None, **envelope),
        text_signature = "($self, messages, /, *, on_invalid='raise', tracking=..., sending_speed_limit=..., url_options=..., include_sms_count_in_response=..., extra=..., now=None)"
    )]
    fn plan(
        &self,
        messages: &Bound<'_, PyAny>,
        on_invalid: Option<&Bound<'_, PyAny>>,
        now: Option<&Bound<'_, PyAny>>,
        envelope: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Plan> {
        Plan::new(messages, on_invalid, now, envelope, |envelope, on_invalid, now| {
            self.gateway.text_planner(envelope, on_invalid, now)
        })
    }

    fn __repr__(&self) -> String {
        format!("<infobip.Gateway {} version {}>", self.gateway.base_url(), self.gateway.api_version())
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

/// Judges a finished payload of `send_text` in the gateway's own JSON, whoever built it: a dict, str or
/// bytes.
///
/// Returns all violations, warnings included, in the order of the payload, as a tuple; content never raises.
/// Raises `InvalidRequest` for options that are wrong.
#[pyfunction]
#[pyo3(name = "check_text", signature = (given, /, *, limits=None, allow=None, forbid=None, now=None), text_signature = "(payload, /, *, limits=None, allow=None, forbid=None, now=None)")]
pub(super) fn check_text(
    given: &Bound<'_, PyAny>,
    limits: Option<&Bound<'_, PyAny>>,
    allow: Option<&Bound<'_, PyAny>>,
    forbid: Option<&Bound<'_, PyAny>>,
    now: Option<&Bound<'_, PyAny>>,
) -> PyResult<Py<PyAny>> {
    let options = check_options(given.py(), limits, allow, forbid, now)?;
    let found = payload(given, |json| core::check_text(json, &options), |tree| core::check_text_value(tree, &options))?;
    violations(given.py(), &found)
}
