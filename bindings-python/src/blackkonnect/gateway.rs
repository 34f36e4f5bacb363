//! An account, and the judging of finished payloads.

use pyo3::prelude::*;

use super::{core, token};
use crate::errors;

crate::gateway::gateway! {
    /// One account of Blackkonnect: base URL, access token, ids and options. Immutable; `repr()` shows neither the
    /// token nor the ids.
    ///
    /// `base_url` is `https://…` as the operator names it; a path prefix stays. `token` is a `Token` or its text;
    /// without one only `get_token` can be called, and `with_token` gives the same account with one.
    /// `service_account_id` and `organisation_id` go into headers of their own. `message_status_path` is the path
    /// of `get_message_status`, with `{messageId}` where the id stands: no document gives it. `limits` sets numbers
    /// of the rules by name, `allow` makes errors of those codes warnings, `forbid` warnings errors.
    /// `numbers="exact"` sends numbers as they are given. `allow_http` lets plain http go elsewhere than to loopback.
    ///
    /// Raises `InvalidRequest` with paths such as `gateway.base_url`.
    "smskernel.blackkonnect" of core::Gateway,
    "(base_url, *, token=..., service_account_id=..., organisation_id=..., message_status_path=..., numbers=..., limits=..., allow=..., forbid=..., allow_http=...)",
    options by |name, value| if name == "token" { token::value(value).map(Ok) } else { None };

    calls {
        /// `POST {base}/api/sms/authenticate/access-token/token/v1`: asks for an access token.
        ///
        /// Takes a `TokenRequest`, a dict of the form's fields, or the fields as keyword arguments. Raises
        /// `InvalidRequest` with all that is wrong.
        get_token, get_token_json, get_token_value (),
        "($self, request=None, /, *, scope=..., client_id=..., client_secret=..., grant_type=..., extra=...)";

        /// `POST {base}/api/sms/send-message/v1`: one text to one number.
        ///
        /// Takes a `SimpleSmsMessageRequest`, a dict shaped as in the gateway's documents, or the fields as keyword
        /// arguments. Raises `InvalidRequest` with all that is wrong.
        send_message, send_message_json, send_message_value (),
        "($self, request=None, /, *, message_id=..., reference_id_1=..., reference_id_2=..., service_id=..., request_id=..., initiator_id=..., text=..., to=..., sender=..., priority=..., extra=...)";

        /// `POST {base}/api/sms/send-bulk-messages/v1`: texts, each to one or many numbers.
        ///
        /// Takes a `BulkSmsMessageRequest`, a dict shaped as in the gateway's documents, or the fields as keyword
        /// arguments. With `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest`
        /// with all that is wrong.
        send_bulk, send_bulk_json, send_bulk_value (now),
        "($self, request=None, /, *, message_id=..., reference_id_1=..., reference_id_2=..., service_id=..., request_id=..., initiator_id=..., bulk_id=..., sender=..., messages=..., extra=..., now=None)";

        /// `GET {base}/api/sms/messages/status/bulk/{bulkCorrelationId}/v1`: one page of a bulk's statuses.
        ///
        /// Takes a `GetBulkStatus`, such as the `next` of the page before, a dict, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        get_bulk_status, get_bulk_status_json, get_bulk_status_value (),
        "($self, request=None, /, *, bulk_correlation_id=..., page=..., size=..., sort=..., seen=..., extra=...)";

        /// `GET {base}/api/sms/messages/status/{messageId}/v1`: the status of one message, at a path that no document
        /// confirms.
        ///
        /// Takes a `GetMessageStatus`, a dict, or the fields as keyword arguments. Raises `InvalidRequest` with all
        /// that is wrong.
        get_message_status, get_message_status_json, get_message_status_value (),
        "($self, request=None, /, *, message_id=..., extra=...)";
    }

    plans {
        plan of send_bulk, bulk_planner: core::BulkPlanner,
        "($self, messages, /, *, on_invalid='raise', message_id=..., reference_id_1=..., reference_id_2=..., service_id=..., request_id=..., initiator_id=..., bulk_id=..., sender=..., extra=..., now=None)";
    }

    also {
        /// Whether it has an access token.
        #[getter]
        fn has_token(&self) -> bool {
            self.gateway.has_token()
        }

        /// When its access token expires, a datetime in UTC, if it is a JSON Web Token that says so; else None.
        #[getter]
        fn token_expires_at<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyAny>> {
            crate::token::expiry(py, self.gateway.token_expires_at())
        }

        /// The same account with that access token: the answer of `get_token`, or its text.
        ///
        /// Raises `InvalidRequest` for a text that no header can carry.
        #[pyo3(signature = (token, /))]
        fn with_token(&self, token: &Bound<'_, PyAny>) -> PyResult<Gateway> {
            match self.gateway.with_token(token::secret(token)?) {
                Ok(gateway) => Ok(Gateway { gateway }),
                Err(error) => Err(errors::invalid(token.py(), &error)),
            }
        }

        fn __repr__(&self) -> String {
            let token = if self.gateway.has_token() { "with" } else { "without" };
            format!("<blackkonnect.Gateway {} {token} token>", self.gateway.base_url())
        }
    }
}

crate::gateway::check! { check_message, check_message_value of send_message }
crate::gateway::check! { check_bulk, check_bulk_value of send_bulk }
