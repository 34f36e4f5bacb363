//! Objects that many messages of an answer share: where the core shares them, or holds equal ones, Python has one.

use std::sync::Arc;

use pyo3::prelude::*;

/// How many are remembered. Answers hold few different ones.
const REMEMBERED: usize = 8;

/// Python objects of the core's shared ones, found by identity, else by being equal.
pub(crate) struct Shared<C, P> {
    known: Vec<(Arc<C>, Py<P>)>,
}

impl<C: PartialEq, P> Shared<C, P> {
    pub(crate) fn new() -> Shared<C, P> {
        Shared { known: Vec::new() }
    }

    /// The object of `core`, made by `make` when it is a new one.
    pub(crate) fn get(
        &mut self,
        py: Python<'_>,
        core: &Arc<C>,
        make: impl FnOnce(&C) -> PyResult<Py<P>>,
    ) -> PyResult<Py<PyAny>> {
        let same = self.known.iter().find(|(known, _)| Arc::ptr_eq(known, core));
        let equal = || self.known.iter().find(|(known, _)| known == core);
        if let Some((_, object)) = same.or_else(equal) {
            return Ok(object.clone_ref(py).into_any());
        }
        let object = make(core)?;
        if self.known.len() < REMEMBERED {
            self.known.push((Arc::clone(core), object.clone_ref(py)));
        }
        Ok(object.into_any())
    }
}
