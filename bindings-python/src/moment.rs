//! Points in time and durations, in both directions.

use std::time::Duration;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyType};
use smskernel::{Members, ResendAfter, Timestamp, Told};

use crate::text;

/// A class of the standard library.
pub(crate) fn class<'py>(
    py: Python<'py>,
    cell: &'static PyOnceLock<Py<PyType>>,
    module: &str,
    name: &str,
) -> PyResult<&'py Bound<'py, PyType>> {
    cell.import(py, module, name)
}

static DATETIME: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static TIMEDELTA: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static TIMEZONE: PyOnceLock<Py<PyType>> = PyOnceLock::new();

pub(crate) fn datetime(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    class(py, &DATETIME, "datetime", "datetime")
}

pub(crate) fn timedelta(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    class(py, &TIMEDELTA, "datetime", "timedelta")
}

fn timezone(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    class(py, &TIMEZONE, "datetime", "timezone")
}

fn delta<'py>(py: Python<'py>, unit: &str, amount: impl IntoPyObject<'py>) -> PyResult<Bound<'py, PyAny>> {
    let named = PyDict::new(py);
    named.set_item(unit, amount)?;
    timedelta(py)?.call((), Some(&named))
}

/// 1970-01-01T00:00:00Z.
fn epoch(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    datetime(py)?.call1((1970, 1, 1, 0, 0, 0, 0, timezone(py)?.getattr("utc")?))
}

/// A duration's whole seconds and what is left of them in microseconds.
pub(crate) fn parts(delta: &Bound<'_, PyAny>) -> PyResult<(i64, i64)> {
    let py = delta.py();
    let part = |name| delta.getattr(name)?.extract::<i64>();
    let days = part(pyo3::intern!(py, "days"))?;
    let seconds = part(pyo3::intern!(py, "seconds"))?;
    Ok((days * 86_400 + seconds, part(pyo3::intern!(py, "microseconds"))?))
}

/// The current time as the caller gives it: a `datetime` with a time zone.
pub(crate) fn now(value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Timestamp>> {
    match value {
        Some(value) if !value.is_none() => timestamp(value).map(Some),
        _ => Ok(None),
    }
}

fn timestamp(value: &Bound<'_, PyAny>) -> PyResult<Timestamp> {
    let py = value.py();
    if !value.is_instance(datetime(py)?)? {
        return Err(PyTypeError::new_err(format!(
            "now is a datetime with a time zone, not {}",
            text::type_name(value)
        )));
    }
    let offset = value.call_method0("utcoffset")?;
    if offset.is_none() {
        return Err(PyValueError::new_err("now has no time zone: use datetime.now(timezone.utc)"));
    }
    let (seconds, micros) = parts(&value.sub(epoch(py)?)?)?;
    let minutes = i16::try_from(parts(&offset)?.0.div_euclid(60)).unwrap_or_default();
    Ok(Timestamp::from_unix_millis(seconds * 1_000 + micros / 1_000).with_offset_minutes(minutes))
}

/// When a message may be sent again: a `timedelta` after the reply, or a `datetime`.
pub(crate) fn after(py: Python<'_>, after: Option<ResendAfter>) -> PyResult<Bound<'_, PyAny>> {
    match after {
        Some(ResendAfter::Delay(delay)) => duration(py, delay),
        Some(ResendAfter::At(time)) => moment(py, time),
        _ => Ok(py.None().into_bound(py)),
    }
}

/// The same as the core tells it: `{"seconds": 7}` or `{"at": "…"}`.
pub(crate) fn after_told(py: Python<'_>, told: &dyn Members) -> PyResult<Py<PyAny>> {
    let mut after = Ok(py.None());
    told.members(&mut |_, value| {
        let made = match value.told() {
            Told::Integer(seconds) => delta(py, "seconds", seconds),
            Told::Text(at) => datetime(py).and_then(|datetime| datetime.call_method1("fromisoformat", (at,))),
            _ => return,
        };
        after = made.map(Bound::unbind);
    });
    after
}

fn duration(py: Python<'_>, duration: Duration) -> PyResult<Bound<'_, PyAny>> {
    delta(py, "seconds", duration.as_secs())
}

pub(crate) fn moment(py: Python<'_>, time: Timestamp) -> PyResult<Bound<'_, PyAny>> {
    let zone = timezone(py)?.call1((delta(py, "minutes", time.offset_minutes())?,))?;
    let utc = epoch(py)?.add(delta(py, "milliseconds", time.unix_millis())?)?;
    utc.call_method1("astimezone", (zone,))
}

/// Whether a value is what [`after`] gives.
pub(crate) fn is_after(value: &Bound<'_, PyAny>) -> bool {
    let py = value.py();
    let is = |class: PyResult<&Bound<'_, PyType>>| class.is_ok_and(|class| value.is_instance(class).unwrap_or(false));
    value.is_none() || is(timedelta(py)) || is(datetime(py))
}

/// What [`after`] gives, for the core.
pub(crate) fn after_of(value: &Bound<'_, PyAny>) -> PyResult<Option<ResendAfter>> {
    if value.is_none() {
        return Ok(None);
    }
    if value.is_instance(timedelta(value.py())?)? {
        let seconds = u64::try_from(parts(value)?.0).unwrap_or_default();
        return Ok(Some(ResendAfter::Delay(Duration::from_secs(seconds))));
    }
    timestamp(value).map(|time| Some(ResendAfter::At(time)))
}

/// When a message may be sent again, as `{"seconds": 7}` or `{"at": "…"}`.
#[pyfunction]
#[pyo3(signature = (value, /))]
pub(crate) fn after_to_dict<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let py = value.py();
    if value.is_none() {
        return Ok(value.clone());
    }
    let out = PyDict::new(py);
    if value.is_instance(timedelta(py)?)? {
        out.set_item("seconds", parts(value)?.0)?;
    } else {
        out.set_item("at", ResendAfter::At(timestamp(value)?).to_string())?;
    }
    Ok(out.into_any())
}
