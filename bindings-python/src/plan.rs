//! Plans: a long list cut into calls, and the merging of their results.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyList};
use smskernel::{Fate, InvalidRequest, Merged, OnInvalid, Source, State, Value};

use crate::answer::{Kind, answer};
use crate::call::{Call, Reader, ReplyReader};
use crate::violation::{Outcome, Violation, integer, outcome, outcome_of, some_integer, some_text, tuple, violations};
use crate::{errors, moment, text, tree};

answer! {
    /// A message of a plan, or one of its destinations, that was set aside.
    Rejected in "smskernel" {
        /// Index of the message in the input.
        position: Kind::INTEGER,
        /// Index of the destination within the message; None when the whole message was set aside.
        destination = None: Kind::SOME_INTEGER,
        /// How many destinations that makes.
        destinations: Kind::INTEGER,
        /// What is wrong with it: a tuple of `Violation`.
        violations: Kind::many::<Violation>(),
        /// Its fate: never sent; code and text are those of the first error.
        outcome: Kind::one::<Outcome>(),
    }
}

answer! {
    /// The result of one row of a plan: one text to one number.
    RowResult in "smskernel" {
        /// Index of the message in the input.
        position: Kind::INTEGER,
        /// Index of the destination within the message.
        destination: Kind::INTEGER,
        /// The number as it was sent; None if the row was set aside.
        to = None: Kind::SOME_NUMBER,
        /// Your id of the message, if it has one.
        id = None: Kind::SOME_TEXT,
        /// What became of it.
        outcome: Kind::one::<Outcome>(),
        /// What the gateway says of it, if an answer told: one of the answer's `messages`.
        message = None: Kind::MESSAGE,
        /// Why it was set aside: a tuple of `Violation`, empty if it was sent.
        violations: Kind::many::<Violation>(),
    }
}

/// The planner of an operation.
pub(crate) trait Planner: Send {
    fn push(&mut self, message: Value<'static>);
    fn finish(&mut self) -> Result<(), InvalidRequest>;
    fn next_call(&mut self, py: Python<'_>) -> Option<PyResult<Call>>;
    fn rejected(&self) -> &[smskernel::Rejected];
}

/// Lets the core's planners stand behind [`Planner`].
macro_rules! planner {
    ($planner:ty) => {
        impl $crate::plan::Planner for $planner {
            fn push(&mut self, message: smskernel::Value<'static>) {
                self.push_value(message);
            }
            fn finish(&mut self) -> Result<(), smskernel::InvalidRequest> {
                self.finish()
            }
            fn next_call(&mut self, py: Python<'_>) -> Option<PyResult<$crate::call::Call>> {
                let call = py.detach(|| self.next_call())?;
                Some($crate::call::Call::of(py, call))
            }
            fn rejected(&self) -> &[smskernel::Rejected] {
                self.rejected()
            }
        }
    };
}
pub(crate) use planner;

/// What a plan works with: the planner, and where messages come from until they end.
struct Machine {
    planner: Box<dyn Planner>,
    source: Option<Py<PyIterator>>,
}

/// Where a plan stands.
enum Stage {
    Waiting(Machine),
    /// Somebody asks for the next call at this moment.
    Running,
    Ended,
}

/// The calls of a long list: an iterator, to be gone through once.
///
/// With `on_invalid="raise"` all messages were read and judged when the plan was made. With `"set_aside"` it
/// takes only as many as the next call needs, and what cannot be sent goes to `rejected`.
#[pyclass(frozen, generic, module = "smskernel")]
pub(crate) struct Plan {
    stage: Mutex<Stage>,
    rejected: Mutex<Vec<Py<Rejected>>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Plan {
    /// The plan of an iterable of messages. `make` is given the envelope, the choice, and the current time.
    pub(crate) fn new<P: Planner + 'static>(
        messages: &Bound<'_, PyAny>,
        on_invalid: Option<&Bound<'_, PyAny>>,
        now: Option<&Bound<'_, PyAny>>,
        envelope: Option<&Bound<'_, PyDict>>,
        make: impl FnOnce(Option<Value<'_>>, OnInvalid, Option<smskernel::Timestamp>) -> Result<P, InvalidRequest>,
    ) -> PyResult<Plan> {
        let py = messages.py();
        let on_invalid = match on_invalid {
            Some(word) => word.extract::<String>().ok().and_then(|word| OnInvalid::from_text(&word)),
            None => Some(OnInvalid::default()),
        };
        let on_invalid = on_invalid.ok_or_else(|| PyValueError::new_err("on_invalid is \"raise\" or \"set_aside\""))?;
        let now = moment::now(now)?;
        let envelope = tree::of_arguments(envelope)?;
        let planner = make(Some(envelope), on_invalid, now).map_err(|error| errors::invalid(py, &error))?;
        let mut machine = Machine { planner: Box::new(planner), source: None };
        let source = messages.try_iter()?;
        if on_invalid == OnInvalid::Raise {
            for message in source {
                machine.planner.push(tree::of(&message?)?);
            }
            machine.planner.finish().map_err(|error| errors::invalid(py, &error))?;
        } else {
            machine.source = Some(source.unbind());
        }
        Ok(Plan { stage: Mutex::new(Stage::Waiting(machine)), rejected: Mutex::new(Vec::new()) })
    }

    fn advance(&self, py: Python<'_>, machine: &mut Machine) -> PyResult<Option<Call>> {
        loop {
            let call = machine.planner.next_call(py);
            self.note_rejected(py, machine)?;
            if let Some(call) = call {
                return call.map(Some);
            }
            let Some(source) = &machine.source else { return Ok(None) };
            let mut source = source.bind(py).clone();
            if let Some(message) = source.next() {
                machine.planner.push(tree::of(&message?)?);
            } else {
                machine.source = None;
                machine.planner.finish().map_err(|error| errors::invalid(py, &error))?;
            }
        }
    }

    fn note_rejected(&self, py: Python<'_>, machine: &Machine) -> PyResult<()> {
        // Making objects may run other Python code, which may look at the plan, so no lock is held meanwhile.
        let known = lock(&self.rejected).len();
        for rejected in machine.planner.rejected().iter().skip(known) {
            let rejected = Rejected {
                position: integer(py, rejected.position),
                destination: some_integer(py, rejected.destination.map(i64::from)),
                destinations: integer(py, rejected.destinations),
                violations: violations(py, &rejected.violations)?,
                outcome: outcome(py, &rejected.outcome())?.into_any(),
            };
            let rejected = Py::new(py, rejected)?;
            lock(&self.rejected).push(rejected);
        }
        Ok(())
    }
}

#[pymethods]
impl Plan {
    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Call>> {
        let mut machine = {
            let mut stage = lock(&self.stage);
            match std::mem::replace(&mut *stage, Stage::Running) {
                Stage::Waiting(machine) => machine,
                Stage::Running => return Err(PyValueError::new_err("the plan is already asked for its next call")),
                Stage::Ended => {
                    *stage = Stage::Ended;
                    return Ok(None);
                }
            }
        };
        let call = self.advance(py, &mut machine);
        // As with a generator, nothing follows an exception.
        *lock(&self.stage) = if matches!(call, Ok(Some(_))) { Stage::Waiting(machine) } else { Stage::Ended };
        call
    }

    /// What was set aside so far: a tuple of `Rejected`, in the order of the input.
    #[getter]
    fn rejected(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let rejected: Vec<_> = lock(&self.rejected).iter().map(|rejected| rejected.clone_ref(py)).collect();
        tuple(py, rejected)
    }

    /// One result for each destination, in the order of the input. `results` are pairs as `merge` takes them, in
    /// any order; what was set aside so far is in it.
    #[pyo3(signature = (results, /))]
    fn merge<'py>(&self, results: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyList>> {
        let rejected = self.rejected(results.py())?;
        merge(results, Some(rejected.bind(results.py())))
    }

    fn __repr__(&self) -> String {
        let state = match &*lock(&self.stage) {
            Stage::Waiting(_) => "waiting",
            Stage::Running => "running",
            Stage::Ended => "ended",
        };
        format!("<Plan: {state}, {} set aside>", lock(&self.rejected).len())
    }

    #[expect(clippy::unused_self, reason = "Python's method")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(errors::holds_credentials("a Plan", "pickle the readers of its calls and what it set aside"))
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        if let Ok(stage) = self.stage.try_lock()
            && let Stage::Waiting(Machine { source: Some(source), .. }) = &*stage
        {
            visit.call(source)?;
        }
        Ok(())
    }

    fn __clear__(&self) {
        let stage = self.stage.try_lock().map(|mut stage| std::mem::replace(&mut *stage, Stage::Ended));
        drop(stage);
    }
}

impl std::fmt::Debug for Plan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Plan")
    }
}

/// The error of pairs that are not of one operation.
pub(crate) fn other_operation(first: &str, other: &str) -> PyErr {
    PyValueError::new_err(format!("results belong to one plan, but there are calls of {first} and of {other}"))
}

/// One pair of `results`, and what became of it.
struct Pair<'py> {
    reader: Reader,
    /// The answer's messages, or None.
    messages: Option<Bound<'py, PyAny>>,
    fate: Fate,
}

fn pair<'py>(item: &Bound<'py, PyAny>, index: usize) -> PyResult<Pair<'py>> {
    let py = item.py();
    let wrong = |what: &str| PyTypeError::new_err(format!("results[{index}]: {what}"));
    let Ok((call, result)) = item.extract::<(Bound<'py, PyAny>, Bound<'py, PyAny>)>() else {
        return Err(wrong("expected a pair of a call, or its reader, and what became of it"));
    };
    let reader = if let Ok(call) = call.cast::<Call>() {
        call.get().reader().clone()
    } else if let Ok(reader) = call.cast::<ReplyReader>() {
        reader.get().reader().clone()
    } else {
        return Err(wrong(&format!("the first of a pair is a Call or a ReplyReader, not {}", text::type_name(&call))));
    };
    if !reader.sends() {
        return Err(wrong(&format!("{} sends no message, so it has no results to merge", reader.operation())));
    }
    if result.is_none() {
        return Ok(Pair { reader, messages: None, fate: Fate::NoReply });
    }
    if reader.is_answer(&result) {
        let messages = result.getattr("messages")?;
        let states: PyResult<Vec<State>> =
            messages.try_iter()?.map(|message| state(&message?.getattr("outcome")?)).collect();
        return Ok(Pair { reader, messages: Some(messages), fate: Fate::Answer(states?) });
    }
    if errors::is_reply_error(&result) {
        let outcome = outcome_of(result.getattr("outcome")?.cast::<Outcome>()?.get(), py)?;
        return Ok(Pair { reader, messages: None, fate: Fate::Failed(outcome) });
    }
    let (operation, found) = (reader.operation(), text::type_name(&result));
    Err(wrong(&format!(
        "what becomes of a call of {operation} is its answer, Refused, UnreadableReply or None, not {found}"
    )))
}

fn state(outcome: &Bound<'_, PyAny>) -> PyResult<State> {
    let state = outcome.getattr("state")?.extract::<String>()?;
    Ok(State::from_text(&state).unwrap_or(State::Unknown))
}

/// One result for each destination of a plan, in the order of the input, including those of calls without
/// reply.
///
/// `results` are pairs of a call, or its `reader`, and what became of it: the answer, the `Refused` or
/// `UnreadableReply` that `parse` raised, or None where no reply came. They may come in any order, and from
/// several processes. `rejected` is the plan's. Pure: it looks at nothing but its arguments. Raises
/// `InvalidRequest` where an answer is not that of its call.
#[pyfunction]
#[pyo3(signature = (results, rejected=None))]
pub(crate) fn merge<'py>(
    results: &Bound<'py, PyAny>,
    rejected: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyList>> {
    let py = results.py();
    let pairs: PyResult<Vec<Pair<'py>>> =
        results.try_iter()?.enumerate().map(|(index, item)| pair(&item?, index)).collect();
    let pairs = pairs?;
    let mut set_aside = Vec::new();
    let mut places = Vec::new();
    if let Some(rejected) = rejected.filter(|rejected| !rejected.is_none()) {
        for (index, item) in rejected.try_iter()?.enumerate() {
            let row = item?.cast_into::<Rejected>().map_err(|error| {
                let found = text::type_name(&error.into_inner());
                PyTypeError::new_err(format!("rejected[{index}]: expected a Rejected, not {found}"))
            })?;
            places.push(place(row.get(), py)?);
            set_aside.push(row);
        }
    }
    let readers: Vec<&Reader> = pairs.iter().map(|pair| &pair.reader).collect();
    let fates: Vec<Fate> = pairs.iter().map(|pair| pair.fate.clone()).collect();
    let rows = match readers.first() {
        Some(first) => first.merge(&readers, &fates, &places)?,
        None => Reader::merge_nothing(&places),
    };
    let rows = rows.map_err(|error| errors::invalid(py, &error))?;
    let none = tuple::<PyAny>(py, Vec::new())?;
    let mut failed = Failed { last: None };
    let results = PyList::empty(py);
    for row in rows {
        results.append(Py::new(py, row_result(py, &row, &pairs, &set_aside, &none, &mut failed)?)?)?;
    }
    Ok(results)
}

/// The outcomes of calls that failed. All messages of one have the same, so that they share an object.
struct Failed {
    last: Option<(smskernel::Outcome, Py<Outcome>)>,
}

impl Failed {
    fn get(&mut self, py: Python<'_>, core: &smskernel::Outcome) -> PyResult<Py<PyAny>> {
        if let Some((last, object)) = &self.last
            && last == core
        {
            return Ok(object.clone_ref(py).into_any());
        }
        let object = outcome(py, core)?;
        self.last = Some((core.clone(), object.clone_ref(py)));
        Ok(object.into_any())
    }
}

fn place(row: &Rejected, py: Python<'_>) -> PyResult<smskernel::Rejected> {
    let (position, destinations) = (row.position.extract(py)?, row.destinations.extract(py)?);
    Ok(smskernel::Rejected::placed(position, row.destination.extract(py)?, destinations))
}

fn row_result<'py>(
    py: Python<'py>,
    row: &Merged,
    pairs: &[Pair<'py>],
    set_aside: &[Bound<'py, Rejected>],
    no_violations: &Py<PyAny>,
    failed: &mut Failed,
) -> PyResult<RowResult> {
    let no_violations = no_violations.clone_ref(py);
    let (outcome, message, violations) = match &row.source {
        Source::Answer { pair, index } => {
            let messages = pairs.get(*pair).and_then(|pair| pair.messages.as_ref());
            let message = messages
                .ok_or_else(|| PyValueError::new_err("results changed while they were merged"))?
                .get_item(*index)?;
            (message.getattr("outcome")?.unbind(), message.unbind(), no_violations)
        }
        Source::Rejected(index) => match set_aside.get(*index).map(Bound::get) {
            Some(rejected) => (rejected.outcome.clone_ref(py), py.None(), rejected.violations.clone_ref(py)),
            None => (failed.get(py, &smskernel::Outcome::unknown())?, py.None(), no_violations),
        },
        Source::Outcome(outcome) => (failed.get(py, outcome)?, py.None(), no_violations),
        _ => (failed.get(py, &smskernel::Outcome::unknown())?, py.None(), no_violations),
    };
    Ok(RowResult {
        position: integer(py, row.position),
        destination: integer(py, row.destination),
        to: some_text(py, row.to.as_deref()),
        id: some_text(py, row.id.as_deref()),
        outcome,
        message,
        violations,
    })
}
