//! What the dialects' gateways have in common: each is a table of its calls and plans, of which [`gateway!`] makes the
//! class.

/// Makes the class `Gateway` of a dialect.
///
/// `calls` are operations: the method, its form for JSON text, the core's function for a tree, `(now)` where a call is
/// judged against the current time, and the signature that Python shows. `plans` are the core's planners, `over` what is no
/// list of messages. `also` are further methods.
macro_rules! gateway {
    (
        $(#[$outer:meta])*
        $module:literal of $core:ty, $signature:literal, options by $special:expr;
        calls { $(
            $(#[$call_doc:meta])*
            $call:ident, $json:ident, $value:ident ($($now:ident)?), $call_signature:literal;
        )* }
        plans { $( $plan:ident of $planned:ident $(over $what:literal)?, $make:ident: $planner:ty, $plan_signature:literal; )* }
        also { $($more:tt)* }
    ) => {
        $(#[$outer])*
        #[pyclass(frozen, module = $module)]
        #[derive(Debug)]
        pub(super) struct Gateway {
            gateway: $core,
        }

        #[pymethods]
        impl Gateway {
            #[new]
            #[pyo3(signature = (*arguments, **options), text_signature = $signature)]
            fn new(
                arguments: &Bound<'_, pyo3::types::PyTuple>,
                options: Option<&Bound<'_, pyo3::types::PyDict>>,
            ) -> PyResult<Gateway> {
                let options = $crate::options::Options::new(arguments, options)?.read($special)?;
                match <$core>::from_value(options) {
                    Ok(gateway) => Ok(Gateway { gateway }),
                    Err(error) => Err($crate::errors::invalid(arguments.py(), &error)),
                }
            }

            /// The base URL.
            #[getter]
            fn base_url(&self) -> &str {
                self.gateway.base_url()
            }

            $(
                $(#[$call_doc])*
                #[pyo3(signature = (given=None, /, $(*, $now=None,)? **fields), text_signature = $call_signature)]
                fn $call(
                    &self,
                    py: Python<'_>,
                    given: Option<&Bound<'_, PyAny>>,
                    $($now: Option<&Bound<'_, PyAny>>,)?
                    fields: Option<&Bound<'_, pyo3::types::PyDict>>,
                ) -> PyResult<$crate::call::Call> {
                    let request = $crate::options::request(given, fields)?;
                    let now = $crate::moment::now(None$(.or($now))?)?;
                    let built = py.detach(|| self.gateway.$value(request, now));
                    $crate::call::Call::of(py, built)
                }

                /// The same from JSON text: str, or bytes as they are.
                #[pyo3(signature = (text, / $(, *, $now=None)?))]
                fn $json(
                    &self,
                    py: Python<'_>,
                    text: &Bound<'_, PyAny>,
                    $($now: Option<&Bound<'_, PyAny>>,)?
                ) -> PyResult<$crate::call::Call> {
                    let text = $crate::reply::bytes(text, "text")?;
                    let (bytes, now) = (text.as_bytes(), $crate::moment::now(None$(.or($now))?)?);
                    let built = py.detach(|| self.gateway.$json(bytes, now));
                    $crate::call::Call::of(py, built)
                }
            )*

            $(
                #[doc = concat!(
                    "Cuts a long list of ",
                    $crate::gateway::what!($($what)?),
                    " into calls of `",
                    stringify!($planned),
                    "`, by count and by bytes. Any iterable will do.\n\n",
                    "`on_invalid=\"raise\"` judges everything first and raises `InvalidRequest` with all that is wrong;\n",
                    "`\"set_aside\"` puts what cannot be sent into the plan's `rejected` and goes on. ",
                    "The other keyword arguments\ngo into every call."
                )]
                #[pyo3(
                    signature = (messages, /, *, on_invalid=None, now=None, **envelope),
                    text_signature = $plan_signature
                )]
                fn $plan(
                    &self,
                    messages: &Bound<'_, PyAny>,
                    on_invalid: Option<&Bound<'_, PyAny>>,
                    now: Option<&Bound<'_, PyAny>>,
                    envelope: Option<&Bound<'_, pyo3::types::PyDict>>,
                ) -> PyResult<$crate::plan::Plan> {
                    $crate::plan::Plan::new(messages, on_invalid, now, envelope, |envelope, on_invalid, now| {
                        self.gateway.$make(envelope, on_invalid, now)
                    })
                }
            )*

            $($more)*

            fn __copy__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
                this
            }

            fn __deepcopy__<'py>(this: PyRef<'py, Self>, _memo: &Bound<'py, PyAny>) -> PyRef<'py, Self> {
                this
            }

            fn __reduce__(&self) -> PyResult<()> {
                Err($crate::errors::holds_credentials("a Gateway", "make it again where it is needed"))
            }
        }

        $( $crate::plan::planner!($planner); )*
    };
}
pub(crate) use gateway;

/// What a plan cuts: messages, unless it says otherwise.
macro_rules! what {
    () => {
        "messages"
    };
    ($what:literal) => {
        $what
    };
}
pub(crate) use what;

/// Makes the function that judges finished payloads of an operation: its name, the core's function for a tree, the
/// operation's method, and `api_version` where the dialect has several.
macro_rules! check {
    ($check:ident, $value:ident of $call:ident $(, $version:ident)?) => {
        #[doc = concat!(
            "Judges a finished payload of `",
            stringify!($call),
            "` in the gateway's own JSON, whoever built it: a dict, str or\nbytes.\n\n",
            "Returns all violations, warnings included, in the order of the payload, as a tuple; ",
            "content never raises.\nRaises `InvalidRequest` for options that are wrong."
        )]
        #[pyfunction]
        #[pyo3(signature = (payload, /, *, limits=None, allow=None, forbid=None, $($version=None,)? now=None))]
        pub(super) fn $check(
            payload: &Bound<'_, PyAny>,
            limits: Option<&Bound<'_, PyAny>>,
            allow: Option<&Bound<'_, PyAny>>,
            forbid: Option<&Bound<'_, PyAny>>,
            $($version: Option<&Bound<'_, PyAny>>,)?
            now: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Py<PyAny>> {
            let py = payload.py();
            let options = $crate::options::check_options(py, limits, allow, forbid, None$(.or($version))?, now)?;
            let (json, value) = (|json: &[u8]| core::$check(json, &options), |tree| core::$value(tree, &options));
            $crate::violation::violations(py, &$crate::options::payload(payload, json, value)?)
        }
    };
}
pub(crate) use check;
