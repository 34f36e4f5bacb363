//! In the end one result for each row of a plan, in the order of the input.

use std::fmt;
use std::sync::Arc;

use crate::call::{ReplyReader, SendAnswer};
use crate::judge::refuse;
use crate::mask;
use crate::outcome::{Outcome, Resend, State};
use crate::path::Path;
use crate::plan::Rejected;
use crate::reply::ReplyError;
use crate::saved::Saved;
use crate::sent::Sent;
use crate::sentence::Sentence;
use crate::shared_rules as rules;
use crate::violation::{InvalidRequest, Level};

/// What became of one call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Fate {
    /// An answer, with a result for each message sent: as many as that, and each one's state.
    Answer(Vec<State>),
    /// An error, with the outcome that it means for each message.
    Failed(Outcome),
    /// No reply.
    NoReply,
}

impl Fate {
    /// The fate that an answer means.
    pub fn of_answer<A: SendAnswer>(answer: &A) -> Fate {
        Fate::Answer((0..answer.len()).map(|index| answer.outcome(index).map_or(State::Unknown, |o| o.state)).collect())
    }
}

/// Where a row's result stands.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Source {
    /// In the answer of that pair, at that place.
    Answer {
        /// Index of the pair.
        pair: usize,
        /// Index of the message in its answer.
        index: usize,
    },
    /// In no answer: the call failed, or had no reply.
    Outcome(Outcome),
    /// It was set aside: index in `rejected`.
    Rejected(usize),
}

/// One row of a plan, one text to one number. Prints its number masked.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Merged {
    /// Index of the message in the input.
    pub position: u32,
    /// Index of the destination within it.
    pub destination: u32,
    /// The number as it was sent; `None` if it was set aside.
    pub to: Option<String>,
    /// The caller's id of the message.
    pub id: Option<String>,
    /// Where its result stands.
    pub source: Source,
}

impl fmt::Debug for Merged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = mask::number(self.to.as_deref().unwrap_or_default());
        write!(f, "row {}.{} to {to}: {:?}", self.position, self.destination, self.source)
    }
}

/// Where the result of each row stands, from what became of the calls, in any order, and what was set aside: one for each
/// destination, in the order of the input. A row that two calls carried has the result that says more.
///
/// Pure: it looks at nothing but its arguments. Fails when an answer is not that of its reader.
pub fn merge<A: SendAnswer>(
    readers: &[&ReplyReader<A>],
    fates: &[Fate],
    rejected: &[Rejected],
) -> Result<Vec<Merged>, InvalidRequest> {
    let sent: Vec<Arc<Sent>> = readers.iter().map(|reader| Arc::clone(&reader.kept.sent)).collect();
    rows(&sent, fates, rejected)
}

/// The same of saved readers, for a host language that keeps them as bytes.
pub fn merge_saved<A: SendAnswer>(
    readers: &[Saved<'_>],
    fates: &[Fate],
    rejected: &[Rejected],
) -> Result<Vec<Merged>, InvalidRequest> {
    rows_of_saved(A::OPERATIONS, readers, fates, rejected)
}

fn rows_of_saved(
    operations: &[&'static str],
    readers: &[Saved<'_>],
    fates: &[Fate],
    rejected: &[Rejected],
) -> Result<Vec<Merged>, InvalidRequest> {
    let mut sent = Vec::new();
    for reader in readers {
        sent.push(reader.of_one(operations)?.sent);
    }
    rows(&sent, fates, rejected)
}

/// One row in one call or among what was set aside. Of several for one row the first counts, as these are ordered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    position: u32,
    destination: u32,
    /// Zero where its result says as much as one can.
    lacks: u8,
    /// Index of its pair; behind all of them where it was set aside.
    pair: usize,
    /// Index in the pair's call, or of what was set aside.
    index: usize,
}

/// What a result leaves open: of two for one row the one that says more counts.
fn lacks(state: State) -> u8 {
    match state {
        State::Accepted | State::Pending | State::Delivered => 0,
        State::Undeliverable | State::Expired | State::Rejected => 1,
        State::Unknown => 2,
    }
}

fn rows(sent: &[Arc<Sent>], fates: &[Fate], rejected: &[Rejected]) -> Result<Vec<Merged>, InvalidRequest> {
    if sent.len() != fates.len() {
        let mut reason = Sentence::default();
        reason.text("there are ").number(sent.len()).text(" readers and ").number(fates.len()).text(" fates");
        return Err(invalid_result(&Path::Root.key("results"), &reason.finish()));
    }
    let mut candidates = Vec::new();
    for (pair, (sent, fate)) in sent.iter().zip(fates).enumerate() {
        if let Fate::Answer(states) = fate
            && states.len() != sent.len()
        {
            return Err(wrong_pair(pair, states.len(), sent.len()));
        }
        for index in 0..sent.len() {
            let (position, destination) = sent.place(index);
            candidates.push(Candidate { position, destination, lacks: lacks(fate.state(index)), pair, index });
        }
    }
    let (lacks, pair) = (lacks(State::Rejected), sent.len());
    for (index, rejected) in rejected.iter().enumerate() {
        let (position, first) = (rejected.position, rejected.destination.unwrap_or(0));
        for destination in first..first.saturating_add(rejected.destinations) {
            candidates.push(Candidate { position, destination, lacks, pair, index });
        }
    }
    candidates.sort_unstable();
    candidates.dedup_by_key(|candidate| (candidate.position, candidate.destination));
    let mut rows = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        rows.push(candidate.merged(sent, fates));
    }
    Ok(rows)
}

impl Fate {
    /// The state of a message.
    fn state(&self, index: usize) -> State {
        match self {
            Fate::Answer(states) => states.get(index).copied().unwrap_or(State::Unknown),
            Fate::Failed(outcome) => outcome.state,
            Fate::NoReply => State::Unknown,
        }
    }
}

impl Candidate {
    fn merged(self, sent: &[Arc<Sent>], fates: &[Fate]) -> Merged {
        let Candidate { position, destination, pair, index, .. } = self;
        let sent = sent.get(pair);
        Merged {
            position,
            destination,
            to: sent.map(|sent| sent.number(index).to_owned()),
            id: sent.and_then(|sent| sent.id(index)).map(str::to_owned),
            source: match fates.get(pair) {
                Some(Fate::Answer(_)) => Source::Answer { pair, index },
                Some(Fate::Failed(outcome)) => Source::Outcome(outcome.clone()),
                Some(Fate::NoReply) => Source::Outcome(Outcome::unknown()),
                None => Source::Rejected(index),
            },
        }
    }
}

fn wrong_pair(pair: usize, results: usize, sent: usize) -> InvalidRequest {
    let mut reason = Sentence::default();
    reason.text("messages in the answer: ").number(results).text(", in its call: ").number(sent);
    reason.text("; they do not belong together");
    invalid_result(&Path::Root.key("results").index(pair), &reason.finish())
}

fn invalid_result(at: &Path, reason: &str) -> InvalidRequest {
    refuse(&rules::INVALID_RESULT, at, reason)
}

/// The result of one row, for Rust callers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RowResult<M> {
    /// Which row, and its number and id.
    pub row: Merged,
    /// What the gateway says of it, if an answer told.
    pub message: Option<M>,
    /// Its fate.
    pub outcome: Outcome,
}

/// A call's reader, and what became of it: an answer, an error, or no reply.
pub type CallResult<A> = (ReplyReader<A>, Option<Result<A, ReplyError>>);

/// The same with the messages of the answers in it.
pub fn merge_answers<A: SendAnswer>(
    results: &[CallResult<A>],
    rejected: &[Rejected],
) -> Result<Vec<RowResult<A::Message>>, InvalidRequest> {
    let readers: Vec<&ReplyReader<A>> = results.iter().map(|(reader, _)| reader).collect();
    let fates: Vec<Fate> = results
        .iter()
        .map(|(_, result)| match result {
            Some(Ok(answer)) => Fate::of_answer(answer),
            Some(Err(error)) => Fate::Failed(error.outcome()),
            None => Fate::NoReply,
        })
        .collect();
    let rows = merge(&readers, &fates, rejected)?;
    let message = |pair: usize, index: usize| match results.get(pair) {
        Some((_, Some(Ok(answer)))) => answer.message(index).cloned(),
        _ => None,
    };
    Ok(rows
        .into_iter()
        .map(|row| {
            let (message, outcome) = match &row.source {
                Source::Answer { pair, index } => {
                    let message = message(*pair, *index);
                    let outcome = match results.get(*pair) {
                        Some((_, Some(Ok(answer)))) => answer.outcome(*index).cloned(),
                        _ => None,
                    };
                    (message, outcome.unwrap_or_else(Outcome::unknown))
                }
                Source::Outcome(outcome) => (None, outcome.clone()),
                Source::Rejected(index) => {
                    (None, rejected.get(*index).map_or_else(Outcome::unknown, Rejected::outcome))
                }
            };
            RowResult { row, message, outcome }
        })
        .collect())
}

impl Rejected {
    /// A row that was set aside, as [`merge`] needs it: a host language keeps the violations itself.
    #[must_use]
    pub fn placed(position: u32, destination: Option<u32>, destinations: u32) -> Rejected {
        Rejected { position, destination, destinations, violations: Vec::new() }
    }

    /// The fate of a row that was set aside: it was never sent. Code and text are those of its first error.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let first = self.violations.iter().find(|violation| violation.level() == Level::Error);
        Outcome {
            state: State::Rejected,
            is_final: true,
            code: first.map(|violation| violation.code().as_str().to_owned()),
            text: first.map(|violation| violation.message().to_owned()),
            resend: Resend::AfterFix,
            resend_after: None,
        }
    }
}
