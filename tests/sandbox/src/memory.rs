//! All that the server remembers from one request to the next.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::accepted::Accepted;
use crate::blackkonnect::Tokens;
use crate::exchange::Ids;
use crate::fates::{Fate, Pushed};
use crate::received::{Received, Shelf};
use crate::run::plan::Plan;
use crate::run::{Run, Runs, Terms};

/// All that the server remembers.
#[derive(Debug)]
pub(crate) struct Sandbox {
    pub(crate) ids: Ids,
    received: Mutex<Shelf<Received>>,
    accepted: Mutex<Shelf<Accepted>>,
    tokens: Mutex<Tokens>,
    runs: Mutex<Runs>,
}

/// A thread that panicked while it held the lock leaves whole entries behind, so the lock may be taken.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Sandbox {
    pub(crate) fn new() -> Self {
        Self {
            ids: Ids::default(),
            received: Mutex::new(Shelf::new(10_000, 256 * 1024 * 1024)),
            accepted: Mutex::new(Shelf::new(200_000, 256 * 1024 * 1024)),
            tokens: Mutex::default(),
            runs: Mutex::default(),
        }
    }

    /// Keeps a request and its messages, of which a plan may say what becomes of them all.
    pub(crate) fn keep(&self, request: Received, mut messages: Vec<Accepted>, plan: Option<&'static Plan>) {
        for message in &mut messages {
            message.run.clone_from(&request.run);
        }
        lock(&self.runs).follow(request.run.as_deref(), &messages, plan);
        let mut kept = lock(&self.accepted);
        for message in messages {
            kept.add(Accepted { terms: Terms::default(), ..message });
        }
        drop(kept);
        lock(&self.received).add(request);
    }

    pub(crate) fn received(&self, run: Option<&str>) -> Vec<Received> {
        lock(&self.received).of(run)
    }

    pub(crate) fn accepted(&self, run: Option<&str>) -> Vec<Accepted> {
        lock(&self.accepted).of(run)
    }

    /// The tokens that were handed out.
    pub(crate) fn tokens(&self) -> MutexGuard<'_, Tokens> {
        lock(&self.tokens)
    }

    /// Looks at, or changes, what is known of a run.
    pub(crate) fn run<T>(&self, name: Option<&str>, act: impl FnOnce(&mut Run) -> T) -> T {
        act(lock(&self.runs).of(name))
    }

    /// What became of the messages of one run, or all.
    pub(crate) fn fates(&self, name: Option<&str>) -> Vec<Fate> {
        let runs = lock(&self.runs);
        let of = |(name, run): (Option<&str>, &Run)| -> Vec<Fate> {
            run.messages.iter().map(|message| message.fate(name, run.clock)).collect()
        };
        runs.each(name).flat_map(of).collect()
    }

    /// The pushes of one run, or all.
    pub(crate) fn pushes(&self, name: Option<&str>) -> Vec<Pushed> {
        lock(&self.runs).each(name).flat_map(|(_, run)| run.outbox.made()).cloned().collect()
    }

    pub(crate) fn clear(&self, run: Option<&str>) {
        lock(&self.received).clear(run);
        lock(&self.accepted).clear(run);
        lock(&self.runs).clear(run);
    }
}
