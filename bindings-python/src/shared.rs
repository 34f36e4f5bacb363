//! Objects that many messages of an answer share: the core shares them, and so does Python.

use std::sync::Arc;

use pyo3::prelude::*;

/// How many are remembered. Answers hold few different ones.
const REMEMBERED: usize = 8;

/// Python objects of the core's shared ones, found by identity.
pub(crate) struct Shared<C, P> {
    known: Vec<(Arc<C>, Py<P>)>,
}

impl<C, P> Shared<C, P> {
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
        if let Some((_, object)) = self.known.iter().find(|(known, _)| Arc::ptr_eq(known, core)) {
            return Ok(object.clone_ref(py).into_any());
        }
        let object = make(core)?;
        if self.known.len() < REMEMBERED {
            self.known.push((Arc::clone(core), object.clone_ref(py)));
        }
        Ok(object.into_any())
    }
}
