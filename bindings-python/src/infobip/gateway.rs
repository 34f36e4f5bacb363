//! An account, and the judging of finished payloads.

use pyo3::prelude::*;

use super::{auth, core};

crate::gateway::gateway! {
    /// One account of an Infobip-compatible gateway: base URL, credentials and options. Immutable; `repr()` shows
    /// no credential.
    ///
    /// `base_url` is `https://…` as the operator names it; a path prefix stays. `auth` is `ApiKey`, `Basic`,
    /// `Ibsso` or `Bearer`. `api_version` chooses the version of the endpoints, 1 or 2. `limits` sets numbers of
    /// the rules by name, `allow` makes errors of those codes warnings, `forbid` warnings errors.
    /// `numbers="exact"` refuses numbers that would have to be changed. `allow_http` lets plain http go elsewhere
    /// than to loopback.
    ///
    /// Raises `InvalidRequest` with paths such as `gateway.base_url`.
    "smskernel.infobip" of core::Gateway,
    "(base_url, *, auth, api_version=..., numbers=..., limits=..., allow=..., forbid=..., allow_http=...)",
    options by |name, value| (name == "auth").then(|| auth::value(value));

    calls {
        /// `POST {base}/sms/1/text/advanced`: texts, each to one or many numbers.
        ///
        /// Takes a `SendText`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
        /// `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest` with all that is
        /// wrong.
        send_text, send_text_json, send_text_value (now),
        "($self, request=None, /, *, messages=..., bulk_id=..., tracking=..., sending_speed_limit=..., url_options=..., include_sms_count_in_response=..., extra=..., now=None)";

        /// `POST {base}/sms/1/binary/advanced`: octets, each to one or many numbers.
        ///
        /// Takes a `SendBinary`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
        /// `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest` with all that is
        /// wrong.
        send_binary, send_binary_json, send_binary_value (now),
        "($self, request=None, /, *, messages=..., bulk_id=..., tracking=..., sending_speed_limit=..., include_sms_count_in_response=..., extra=..., now=None)";
    }

    plans {
        plan of send_text, text_planner: core::TextPlanner,
        "($self, messages, /, *, on_invalid='raise', tracking=..., sending_speed_limit=..., url_options=..., include_sms_count_in_response=..., extra=..., now=None)";

        plan_binary of send_binary, binary_planner: core::BinaryPlanner,
        "($self, messages, /, *, on_invalid='raise', tracking=..., sending_speed_limit=..., include_sms_count_in_response=..., extra=..., now=None)";
    }

    also {
        /// The version of the endpoints.
        #[getter]
        fn api_version(&self) -> u8 {
            self.gateway.api_version()
        }

        fn __repr__(&self) -> String {
            format!("<infobip.Gateway {} version {}>", self.gateway.base_url(), self.gateway.api_version())
        }
    }
}

crate::gateway::check! { check_text, check_text_value of send_text, api_version }
crate::gateway::check! { check_binary, check_binary_value of send_binary, api_version }
