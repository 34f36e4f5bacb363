//! `Call` and `ReplyReader`, the same two classes for every operation.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple, PyType};
use smskernel::{CallPieces, InvalidRequest, ReadReply, Saved};

use crate::violation::violations;
use crate::{blackkonnect, errors, infobip, plan, reply, smslist, text, told};

/// An operation's answer, on its way to Python.
pub(crate) trait IntoPython: ReadReply + Send {
    /// The answer as an object of its own class; `raw_body` is the reply's body.
    fn into_python(self, py: Python<'_>, raw_body: &Bound<'_, PyBytes>) -> PyResult<Py<PyAny>>;
}

/// Gives an answer to Python as an object of that class. One without a class has its own way, for it holds credentials.
macro_rules! into_python {
    ($told:ty) => {};
    ($told:ty as $class:ty) => {
        impl IntoPython for $told {
            fn into_python(self, py: Python<'_>, raw_body: &Bound<'_, PyBytes>) -> PyResult<Py<PyAny>> {
                told::answer::<$class>(py, &self, raw_body)
            }
        }
    };
}

/// Lists the answers: a name for each, its type in the core, and its Python class. Several operations may share one.
macro_rules! answers {
    (
        sends { $( $send:ident = $sent:ty as $class:ty; )* }
        asks { $( $ask:ident = $told:ty $(as $answer:ty)?; )* }
    ) => {
        $( into_python! { $sent as $class } )*
        $( into_python! { $told $(as $answer)? } )*

        /// A reader of one of the answers.
        #[derive(Clone, Debug)]
        pub(crate) enum Reader {
            $( $send(smskernel::ReplyReader<$sent>), )*
            $( $ask(smskernel::ReplyReader<$told>), )*
        }

        $( impl From<smskernel::ReplyReader<$sent>> for Reader {
            fn from(reader: smskernel::ReplyReader<$sent>) -> Reader {
                Reader::$send(reader)
            }
        } )*

        $( impl From<smskernel::ReplyReader<$told>> for Reader {
            fn from(reader: smskernel::ReplyReader<$told>) -> Reader {
                Reader::$ask(reader)
            }
        } )*

        impl Reader {
            pub(crate) fn operation(&self) -> &'static str {
                match self {
                    $( Reader::$send(reader) => reader.operation(), )*
                    $( Reader::$ask(reader) => reader.operation(), )*
                }
            }

            /// How many messages were sent; none of what only asks.
            fn sent(&self) -> Option<usize> {
                match self {
                    $( Reader::$send(reader) => Some(reader.len()), )*
                    $( Reader::$ask(_) => None, )*
                }
            }

            pub(crate) fn sends(&self) -> bool {
                self.sent().is_some()
            }

            fn to_bytes(&self) -> Vec<u8> {
                match self {
                    $( Reader::$send(reader) => reader.to_bytes(), )*
                    $( Reader::$ask(reader) => reader.to_bytes(), )*
                }
            }

            fn from_bytes(bytes: &[u8]) -> Result<Reader, InvalidRequest> {
                let saved = Saved::open(bytes)?;
                $( if <$sent as ReadReply>::OPERATIONS.contains(&saved.operation()) {
                    return saved.reader::<$sent>().map(Reader::$send);
                } )*
                $( if <$told as ReadReply>::OPERATIONS.contains(&saved.operation()) {
                    return saved.reader::<$told>().map(Reader::$ask);
                } )*
                Err(saved.unknown())
            }

            fn parse(
                &self,
                py: Python<'_>,
                status: i64,
                headers: &smskernel::ReplyHeaders,
                body: &Bound<'_, PyBytes>,
            ) -> PyResult<Py<PyAny>> {
                match self {
                    $( Reader::$send(reader) => parse(py, reader, status, headers, body), )*
                    $( Reader::$ask(reader) => parse(py, reader, status, headers, body), )*
                }
            }

            fn no_reply(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                match self {
                    $( Reader::$send(reader) => reader.no_reply().into_python(py, &PyBytes::new(py, b"")), )*
                    $( Reader::$ask(reader) => Err(errors::sends_nothing(reader.operation())), )*
                }
            }

            /// Whether an object is an answer to this operation, if it sends messages.
            pub(crate) fn is_answer(&self, object: &Bound<'_, PyAny>) -> bool {
                match self {
                    $( Reader::$send(_) => object.is_instance_of::<$class>(), )*
                    $( Reader::$ask(_) => false, )*
                }
            }

            /// Merges the results of calls of this operation.
            pub(crate) fn merge(&self, others: &[&Reader], fates: &[smskernel::Fate], rejected: &[smskernel::Rejected])
                -> PyResult<Result<Vec<smskernel::Merged>, InvalidRequest>> {
                // Operations that share an answer are different plans all the same.
                if let Some(other) = others.iter().find(|other| other.operation() != self.operation()) {
                    return Err(plan::other_operation(self.operation(), other.operation()));
                }
                match self {
                    $( Reader::$send(_) => {
                        let readers = others.iter().filter_map(|other| match other {
                            Reader::$send(reader) => Some(reader),
                            _ => None,
                        });
                        Ok(smskernel::merge(&readers.collect::<Vec<_>>(), fates, rejected))
                    } )*
                    $( Reader::$ask(reader) => Err(errors::sends_nothing(reader.operation())), )*
                }
            }
        }
    };
}

answers! {
    sends {
        InfobipSentMessages = infobip::core::SentMessages as infobip::SentMessages;
        SmslistSentBulk = smslist::core::SentBulk as smslist::SentBulk;
        BlackkonnectSimple = blackkonnect::core::SimpleSmsMessageResponse as blackkonnect::SimpleSmsMessageResponse;
        BlackkonnectBulk = blackkonnect::core::BulkSmsMessageResponse as blackkonnect::BulkSmsMessageResponse;
    }
    asks {
        InfobipReports = infobip::core::Reports as infobip::Reports;
        InfobipLogs = infobip::core::Logs as infobip::Logs;
        InfobipInboundMessages = infobip::core::InboundMessages as infobip::InboundMessages;
        InfobipSchedule = infobip::core::Schedule as infobip::Schedule;
        InfobipBulkStatus = infobip::core::BulkStatus as infobip::BulkStatus;
        InfobipPreview = infobip::core::Preview as infobip::Preview;
        InfobipBalance = infobip::core::Balance as infobip::Balance;
        InfobipSession = infobip::core::Session;
        InfobipSessionEnded = infobip::core::SessionEnded as infobip::SessionEnded;
        InfobipOauthToken = infobip::core::OauthToken;
        InfobipConversionConfirmed = infobip::core::ConversionConfirmed as infobip::ConversionConfirmed;
        SmslistDeliveryReport = smslist::core::DeliveryReport as smslist::DeliveryReport;
        SmslistBalance = smslist::core::Balance as smslist::Balance;
        SmslistCredited = smslist::core::Credited as smslist::Credited;
        BlackkonnectToken = blackkonnect::core::Token;
        BlackkonnectStatuses = blackkonnect::core::DeliveryStatuses as blackkonnect::DeliveryStatuses;
    }
}

impl Reader {
    /// Merges what was set aside, where there was no call at all.
    pub(crate) fn merge_nothing(rejected: &[smskernel::Rejected]) -> Result<Vec<smskernel::Merged>, InvalidRequest> {
        smskernel::merge::<infobip::core::SentMessages>(&[], &[], rejected)
    }
}

fn parse<A: IntoPython>(
    py: Python<'_>,
    reader: &smskernel::ReplyReader<A>,
    status: i64,
    headers: &smskernel::ReplyHeaders,
    body: &Bound<'_, PyBytes>,
) -> PyResult<Py<PyAny>> {
    let bytes = body.as_bytes();
    match py.detach(|| reader.parse_parts(status, headers, bytes)) {
        Ok(answer) => answer.into_python(py, body),
        Err(error) => Err(errors::reply(py, &error, body)),
    }
}

/// One prepared exchange: send `method`, `url`, `headers` and `body` with any HTTP client, redirects turned
/// off, and give what came back to `parse`.
///
/// `url`, `headers` and `body` hold the credentials; `repr()` shows none of them, and a call does not pickle:
/// its `reader` does.
#[pyclass(frozen, generic, module = "smskernel")]
#[derive(Debug)]
pub(crate) struct Call {
    /// The HTTP method.
    #[pyo3(get)]
    method: Py<PyString>,
    /// The absolute URL.
    #[pyo3(get)]
    url: Py<PyString>,
    headers: Vec<(&'static str, String)>,
    /// The body's bytes.
    #[pyo3(get)]
    body: Py<PyBytes>,
    /// What is unusual about the request, though not wrong: a tuple of `Violation`.
    #[pyo3(get)]
    warnings: Py<PyAny>,
    reader: Reader,
}

impl Call {
    /// A finished call, or the exception of a request that was not built.
    pub(crate) fn of<A>(py: Python<'_>, built: Result<smskernel::Call<A>, InvalidRequest>) -> PyResult<Call>
    where
        Reader: From<smskernel::ReplyReader<A>>,
    {
        let call = built.map_err(|error| errors::invalid(py, &error))?;
        let CallPieces { method, url, headers, body, warnings, reader, .. } = call.into_pieces();
        Ok(Call {
            method: PyString::new(py, &method).unbind(),
            url: PyString::new(py, &url).unbind(),
            headers,
            body: PyBytes::new(py, &body).unbind(),
            warnings: violations(py, &warnings)?,
            reader: reader.into(),
        })
    }

    pub(crate) fn reader(&self) -> &Reader {
        &self.reader
    }
}

#[pymethods]
impl Call {
    /// The header fields: a dict of its own each time.
    #[getter]
    fn headers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let headers = PyDict::new(py);
        for (name, value) in &self.headers {
            headers.set_item(name, value)?;
        }
        Ok(headers)
    }

    /// The reader of the reply: small, without credentials, and it can be saved.
    #[getter(reader)]
    fn python_reader(&self) -> ReplyReader {
        ReplyReader { reader: self.reader.clone() }
    }

    /// Understands the reply: returns the answer, or raises `Refused` or `UnreadableReply`, which hold status and
    /// body.
    ///
    /// `headers` is a mapping, an iterable of pairs, or None; `body` is bytes, or str, which stands for its
    /// UTF-8.
    fn parse(
        &self,
        status: &Bound<'_, PyAny>,
        headers: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
    ) -> PyResult<Py<PyAny>> {
        self.python_reader().parse(status, headers, body)
    }

    /// How many parts each message takes, one text to one number each, in the order sent. An estimate, which
    /// `sms_count` of the answer's messages can be compared with; empty for a call that sends no message. Reads the
    /// body each time.
    fn predicted_parts(&self, py: Python<'_>) -> Vec<usize> {
        let (operation, body) = (self.reader.operation(), self.body.as_bytes(py));
        py.detach(|| smskernel::predicted_parts(operation, body))
    }

    /// The answer that stands for a reply that never came: every message `unknown`, resend `uncertain`.
    ///
    /// Raises `TypeError` where no message was sent: what only asks can be asked again.
    fn no_reply(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.reader.no_reply(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (operation, method) = (self.reader.operation(), self.method.bind(py).to_str()?);
        let bytes = text::counted(self.body.as_bytes(py).len(), "byte");
        let warnings = text::counted(self.warnings.bind(py).len()?, "warning");
        let content = match self.reader.sent() {
            Some(count) => format!("of {} in {bytes}", text::counted(count, "message")),
            None => format!("of {bytes}"),
        };
        Ok(format!("<Call {operation}: {method} {content}, {warnings}>"))
    }

    fn __copy__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __deepcopy__<'py>(this: PyRef<'py, Self>, _memo: &Bound<'py, PyAny>) -> PyRef<'py, Self> {
        this
    }

    #[expect(clippy::unused_self, reason = "Python's method")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(errors::holds_credentials("a Call", "pickle its reader, which understands the reply as well"))
    }
}

/// Understands the reply of one call. Holds the numbers and ids that were sent or asked for and nothing else: no
/// texts, no credentials. Its length is the number of messages sent, one text to one number each.
///
/// It pickles, and `to_bytes()` makes bytes for another process, another language or a later day.
#[pyclass(frozen, generic, module = "smskernel")]
#[derive(Debug)]
pub(crate) struct ReplyReader {
    reader: Reader,
}

impl ReplyReader {
    pub(crate) fn reader(&self) -> &Reader {
        &self.reader
    }
}

#[pymethods]
impl ReplyReader {
    /// The operation's name: `infobip.send_text`.
    #[getter]
    fn operation(&self) -> &'static str {
        self.reader.operation()
    }

    /// Understands the reply, as `Call.parse` does.
    fn parse(
        &self,
        status: &Bound<'_, PyAny>,
        headers: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
    ) -> PyResult<Py<PyAny>> {
        let (status, headers, body) = (reply::status(status)?, reply::headers(headers)?, reply::bytes(body, "body")?);
        self.reader.parse(body.py(), status, &headers, &body)
    }

    /// The answer that stands for a reply that never came: every message `unknown`, resend `uncertain`.
    ///
    /// Raises `TypeError` where no message was sent: what only asks can be asked again.
    fn no_reply(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.reader.no_reply(py)
    }

    /// The reader as bytes. They hold the numbers and ids that were sent.
    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.reader.to_bytes())
    }

    /// The reader of those bytes. Raises `InvalidRequest` for bytes of another format or operation.
    #[classmethod]
    #[pyo3(signature = (data, /))]
    fn from_bytes(_class: &Bound<'_, PyType>, data: &Bound<'_, PyAny>) -> PyResult<ReplyReader> {
        let data = reply::bytes(data, "data")?;
        match Reader::from_bytes(data.as_bytes()) {
            Ok(reader) => Ok(ReplyReader { reader }),
            Err(error) => Err(errors::invalid(data.py(), &error)),
        }
    }

    fn __len__(&self) -> usize {
        self.reader.sent().unwrap_or_default()
    }

    #[expect(clippy::unused_self, reason = "Python's method")]
    fn __bool__(&self) -> bool {
        // Without this a reader of what sends nothing would be false, for its length is 0.
        true
    }

    fn __repr__(&self) -> String {
        match self.reader.sent() {
            Some(count) => format!("<ReplyReader {}: {}>", self.reader.operation(), text::counted(count, "message")),
            None => format!("<ReplyReader {}>", self.reader.operation()),
        }
    }

    fn __eq__<'py>(&self, other: &Bound<'py, PyAny>) -> Bound<'py, PyAny> {
        let py = other.py();
        match other.cast::<ReplyReader>() {
            Ok(other) => {
                let same = self.reader.to_bytes() == other.get().reader.to_bytes();
                pyo3::types::PyBool::new(py, same).to_owned().into_any()
            }
            Err(_) => py.NotImplemented().into_bound(py),
        }
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.to_bytes(py).hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let restore = py.get_type::<ReplyReader>().getattr("from_bytes")?;
        Ok((restore, PyTuple::new(py, [self.to_bytes(py)])?))
    }
}
