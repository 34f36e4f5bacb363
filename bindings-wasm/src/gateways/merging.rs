//! One result for each row of a plan: the core says where each stands, TypeScript has the results themselves.

use std::time::Duration;

use smskernel::{
    Fate, InvalidRequest, Members, Merged, Outcome, Rejected, ResendAfter, Saved, Source, State, Tell, Told, Value,
};

/// Where a row's result stands: in an answer (`pair`, `index`), in the error of a pair, in `rejected`, or here.
pub(crate) struct Row(Merged);

impl Members for Row {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        let Row(row) = self;
        each("position", &row.position);
        each("destination", &row.destination);
        each("to", &row.to);
        each("id", &row.id);
        match &row.source {
            Source::Answer { pair, index } => {
                each("pair", pair);
                each("index", index);
            }
            Source::Rejected(index) => each("rejected", index),
            Source::Outcome(outcome) => match outcome.resend_after {
                Some(ResendAfter::Delay(pair)) => each("pair", &pair.as_secs()),
                _ => each("outcome", outcome),
            },
            // Nothing else tells where a result stands; no reply told of such a row.
            _ => each("outcome", &Outcome::unknown()),
        }
    }
}

impl Tell for Row {
    fn told(&self) -> Told<'_> {
        Told::Object(self)
    }
}

/// The core's function that places the rows of one operation.
pub(crate) type Place = fn(&[Saved<'_>], &[Fate], &[Rejected]) -> Result<Vec<Merged>, InvalidRequest>;

/// Places the rows. A fate is a list of states (an answer), one state (an error), or null (no reply).
pub(crate) fn merge(place: Place, results: &[Value<'_>], rejected: Vec<Value<'_>>) -> Result<Vec<Row>, InvalidRequest> {
    let (mut readers, mut fates) = (Vec::new(), Vec::new());
    for part in results {
        match part {
            Value::Bytes(bytes) => readers.push(Saved::open(bytes)?),
            Value::List(states) => fates.push(Fate::Answer(states.iter().map(state).collect())),
            Value::Null => fates.push(Fate::NoReply),
            failed => {
                let mut outcome = Outcome::unknown();
                outcome.state = state(failed);
                // TypeScript has the outcome itself; its seconds say here of which pair it is.
                outcome.resend_after = Some(ResendAfter::Delay(Duration::from_secs(fates.len() as u64)));
                fates.push(Fate::Failed(outcome));
            }
        }
    }
    let mut numbers = rejected.into_iter().map(|number| match number {
        Value::Integer(number) => u32::try_from(number).ok(),
        _ => None,
    });
    let mut aside = Vec::new();
    while let (Some(position), Some(destination), Some(count)) = (numbers.next(), numbers.next(), numbers.next()) {
        aside.push(Rejected::placed(position.unwrap_or_default(), destination, count.unwrap_or(1)));
    }
    Ok(place(&readers, &fates, &aside)?.into_iter().map(Row).collect())
}

fn state(value: &Value<'_>) -> State {
    match value {
        Value::String(text) => State::from_text(text).unwrap_or(State::Unknown),
        _ => State::Unknown,
    }
}
