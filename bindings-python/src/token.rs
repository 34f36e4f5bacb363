//! Tokens that gateways give out: answers that hold a credential.

use pyo3::prelude::*;
use smskernel::Timestamp;

/// Makes the class of a token from the core's. `also` are attributes beside the token: the core's members.
macro_rules! token {
    (
        $(#[$outer:meta])*
        $name:ident in $module:literal of $core:ty, $what:literal {
            $( $(#[$doc:meta])* $field:ident: $type:ty, )*
        }
    ) => {
        $(#[$outer])*
        ///
        /// `repr()` says when it expires and nothing of the token, and `to_dict()` leaves it out; it does not pickle.
        #[pyclass(frozen, module = $module)]
        #[derive(Debug)]
        pub(crate) struct $name {
            secret: $core,
            /// When it expires, a datetime in UTC, if it is a JSON Web Token that says so; else None.
            #[pyo3(get)]
            expires_at: Py<PyAny>,
            /// The body as it came; the token stands in it. Never printed.
            #[pyo3(get)]
            raw_body: Py<pyo3::types::PyBytes>,
        }

        #[pymethods]
        impl $name {
            #[classattr]
            fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, pyo3::types::PyTuple>> {
                pyo3::types::PyTuple::new(py, [$(stringify!($field),)* "expires_at", "raw_body"])
            }

            $(
                $(#[$doc])*
                #[getter]
                fn $field(&self) -> $type {
                    self.secret.$field.clone()
                }
            )*

            /// The token itself. Whoever keeps it keeps a copy.
            fn reveal(&self) -> &str {
                self.secret.reveal()
            }

            /// What is known of it, as a dict that `json.dumps` takes: neither the token nor `raw_body` is in it.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, pyo3::types::PyDict>> {
                let out = pyo3::types::PyDict::new(py);
                $( out.set_item(stringify!($field), &self.secret.$field)?; )*
                out.set_item("expires_at", self.secret.expires_at.map(|time| time.to_rfc3339()))?;
                Ok(out)
            }

            fn __repr__(&self) -> String {
                format!("<{:?}>", self.secret)
            }

            fn __eq__<'py>(&self, other: &Bound<'py, PyAny>) -> Bound<'py, PyAny> {
                let py = other.py();
                match other.cast::<$name>() {
                    Ok(other) => {
                        pyo3::types::PyBool::new(py, self.secret == other.get().secret).to_owned().into_any()
                    }
                    Err(_) => py.NotImplemented().into_bound(py),
                }
            }

            fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
                self.raw_body.bind(py).hash()
            }

            fn __copy__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
                this
            }

            fn __deepcopy__<'py>(this: PyRef<'py, Self>, _memo: &Bound<'py, PyAny>) -> PyRef<'py, Self> {
                this
            }

            fn __reduce__(&self) -> PyResult<()> {
                Err($crate::errors::holds_credentials($what, "ask for another where it is needed"))
            }
        }

        impl $name {
            /// The core's token.
            pub(super) fn secret(&self) -> &$core {
                &self.secret
            }
        }

        impl $crate::call::IntoPython for $core {
            fn into_python(
                self,
                py: Python<'_>,
                raw_body: &Bound<'_, pyo3::types::PyBytes>,
            ) -> PyResult<Py<PyAny>> {
                let expires_at = $crate::token::expiry(py, self.expires_at).map_or_else(|| py.None(), Bound::unbind);
                let token = $name { secret: self, expires_at, raw_body: raw_body.clone().unbind() };
                Ok(Py::new(py, token)?.into_any())
            }
        }
    };
}
pub(crate) use token;

/// When a token expires. Python's years end at 9999; a claim beyond them says no more than none.
pub(crate) fn expiry(py: Python<'_>, claim: Option<Timestamp>) -> Option<Bound<'_, PyAny>> {
    claim.and_then(|time| crate::moment::moment(py, time).ok())
}
