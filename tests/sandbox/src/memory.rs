//! All that the server remembers from one request to the next.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::accepted::Accepted;
use crate::blackkonnect::Tokens;
use crate::exchange::Ids;
use crate::received::{Received, Shelf};

/// All that the server remembers.
#[derive(Debug)]
pub(crate) struct Sandbox {
    pub(crate) ids: Ids,
    received: Mutex<Shelf<Received>>,
    accepted: Mutex<Shelf<Accepted>>,
    tokens: Mutex<Tokens>,
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
        }
    }

    /// Keeps a request and its messages.
    pub(crate) fn keep(&self, request: Received, messages: Vec<Accepted>) {
        let mut kept = lock(&self.accepted);
        for message in messages {
            kept.add(Accepted { run: request.run.clone(), ..message });
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

    pub(crate) fn clear(&self, run: Option<&str>) {
        lock(&self.received).clear(run);
        lock(&self.accepted).clear(run);
    }
}
