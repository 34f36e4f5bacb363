//! Violations, outcomes and field errors: what requests and replies of all dialects have in common.

use pyo3::prelude::*;
use pyo3::types::{PyInt, PyString, PyTuple};
use smskernel::{Resend, State, Value};

use crate::answer::{Kind, answer};
use crate::moment;

answer! {
    /// One thing wrong with what was asked, or unusual about it.
    ///
    /// `str()` and `repr()` mask phone numbers and texts and show no credential; `value` holds what was given.
    Violation in "smskernel" {
        /// Where, in the gateway's own names: `messages[1].destinations[0].to`. Empty for the request as a whole.
        path: Kind::TEXT,
        /// The stable code.
        code: Kind::TEXT,
        /// `error` or `warning`.
        level: Kind::TEXT,
        /// How well the rule is known: `documented`, `field` or `inferred`.
        grade: Kind::TEXT,
        /// Where the rule comes from.
        source: Kind::TEXT,
        /// What is wrong, what was expected, what to do. Safe to log.
        message: Kind::TEXT,
        /// The value as it was given, if it is a text, number or truth value and no credential.
        value = None: Kind::GIVEN,
    }
    also {
        fn __str__(&self, py: Python<'_>) -> PyResult<String> {
            let path = self.path.extract::<String>(py)?;
            let colon = if path.is_empty() { "" } else { ": " };
            Ok(format!("{path}{colon}{} [{}]", self.message.extract::<String>(py)?, self.code.extract::<String>(py)?))
        }
    }
}

answer! {
    /// One message's fate, as far as a reply tells it.
    Outcome in "smskernel" {
        /// `accepted`, `pending`, `delivered`, `undeliverable`, `expired`, `rejected` or `unknown`.
        state: Kind::TEXT,
        /// Whether that cannot change any more.
        is_final: Kind::FLAG,
        /// The gateway's own code or status name.
        code = None: Kind::SOME_TEXT,
        /// The gateway's own words.
        text = None: Kind::SOME_TEXT,
        /// Whether it may be sent again: `never`, `safe`, `safe_after`, `after_fix` or `uncertain`.
        resend: Kind::TEXT,
        /// When, with `safe_after`, if the gateway says so: a `timedelta` after the reply, or a `datetime`.
        resend_after = None: Kind::AFTER,
    }
}

answer! {
    /// One thing that the gateway found wrong with a request.
    FieldError in "smskernel" {
        /// Which field, in the gateway's words.
        path = None: Kind::SOME_TEXT,
        /// Which rule, in the gateway's words.
        rule = None: Kind::SOME_TEXT,
        /// What it says.
        message: Kind::TEXT,
    }
}

/// A text as a Python object.
pub(crate) fn text(py: Python<'_>, text: &str) -> Py<PyAny> {
    PyString::new(py, text).into_any().unbind()
}

/// A text that may be absent.
pub(crate) fn some_text(py: Python<'_>, given: Option<&str>) -> Py<PyAny> {
    given.map_or_else(|| py.None(), |given| text(py, given))
}

/// A whole number as a Python object.
pub(crate) fn integer(py: Python<'_>, number: impl Into<i64>) -> Py<PyAny> {
    match number.into().into_pyobject(py) {
        Ok(number) => number.into_any().unbind(),
        Err(never) => match never {},
    }
}

/// A whole number that may be absent.
pub(crate) fn some_integer(py: Python<'_>, number: Option<i64>) -> Py<PyAny> {
    number.map_or_else(|| py.None(), |number| integer(py, number))
}

/// A truth value as a Python object.
pub(crate) fn flag(py: Python<'_>, value: bool) -> Py<PyAny> {
    pyo3::types::PyBool::new(py, value).to_owned().into_any().unbind()
}

/// A tuple of objects.
pub(crate) fn tuple<'py, T>(py: Python<'py>, items: Vec<Py<T>>) -> PyResult<Py<PyAny>>
where
    Py<T>: IntoPyObject<'py>,
{
    Ok(PyTuple::new(py, items)?.into_any().unbind())
}

/// The value of a violation.
fn given(py: Python<'_>, value: Option<&Value<'_>>) -> Py<PyAny> {
    match value {
        Some(Value::Bool(value)) => flag(py, *value),
        Some(Value::Integer(number)) => integer(py, *number),
        Some(Value::String(given)) => text(py, given),
        Some(Value::Number(digits)) => {
            // What Python will not read as an integer stays a text.
            let whole = py.get_type::<PyInt>().call1((digits.as_ref(),));
            match whole.or_else(|_| py.get_type::<pyo3::types::PyFloat>().call1((digits.as_ref(),))) {
                Ok(number) => number.unbind(),
                Err(_) => text(py, digits),
            }
        }
        _ => py.None(),
    }
}

/// A violation of the core.
pub(crate) fn violation(py: Python<'_>, violation: &smskernel::Violation) -> PyResult<Py<Violation>> {
    let violation = Violation {
        path: text(py, violation.path()),
        code: text(py, violation.code().as_str()),
        level: text(py, violation.level().as_str()),
        grade: text(py, violation.grade().as_str()),
        source: text(py, violation.source()),
        message: text(py, violation.message()),
        value: given(py, violation.value()),
    };
    Py::new(py, violation)
}

/// A tuple of the core's violations.
pub(crate) fn violations(py: Python<'_>, all: &[smskernel::Violation]) -> PyResult<Py<PyAny>> {
    let all: PyResult<Vec<_>> = all.iter().map(|one| violation(py, one)).collect();
    tuple(py, all?)
}

/// An outcome of the core.
pub(crate) fn outcome(py: Python<'_>, outcome: &smskernel::Outcome) -> PyResult<Py<Outcome>> {
    let outcome = Outcome {
        state: text(py, outcome.state.as_str()),
        is_final: flag(py, outcome.is_final),
        code: some_text(py, outcome.code.as_deref()),
        text: some_text(py, outcome.text.as_deref()),
        resend: text(py, outcome.resend.as_str()),
        resend_after: moment::after(py, outcome.resend_after)?.unbind(),
    };
    Py::new(py, outcome)
}

/// The same outcome for the core.
pub(crate) fn outcome_of(given: &Outcome, py: Python<'_>) -> PyResult<smskernel::Outcome> {
    let mut outcome = smskernel::Outcome::unknown();
    outcome.state = State::from_text(&given.state.extract::<String>(py)?).unwrap_or(outcome.state);
    outcome.is_final = given.is_final.extract(py)?;
    outcome.code = given.code.extract(py)?;
    outcome.text = given.text.extract(py)?;
    outcome.resend = Resend::from_text(&given.resend.extract::<String>(py)?).unwrap_or(outcome.resend);
    outcome.resend_after = moment::after_of(given.resend_after.bind(py))?;
    Ok(outcome)
}

/// What the gateway found wrong, field by field.
pub(crate) fn field_errors(py: Python<'_>, errors: &[smskernel::FieldError]) -> PyResult<Py<PyAny>> {
    let errors = errors.iter().map(|error| {
        let error = FieldError {
            path: some_text(py, error.path.as_deref()),
            rule: some_text(py, error.rule.as_deref()),
            message: text(py, &error.message),
        };
        Py::new(py, error)
    });
    tuple(py, errors.collect::<PyResult<Vec<_>>>()?)
}
