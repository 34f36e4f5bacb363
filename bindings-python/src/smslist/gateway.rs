//! An account, and the judging of finished payloads.

use pyo3::prelude::*;

use super::core;

crate::gateway::gateway! {
    /// One account of the `smslist` family: base URL, credentials, sender and options. Immutable; `repr()` shows
    /// no credential.
    ///
    /// `base_url` is `https://…` as the operator names it; a path prefix stays. `partner_id`, `api_key` and
    /// `sender` are written into every item. `trailing_slash` ends the path in a slash; `pass_type=None` leaves
    /// that field out of the items. `limits` sets numbers of the rules by name (old deployments:
    /// `{"messages_per_call": 20}`), `allow` makes errors of those codes warnings, `forbid` warnings errors.
    /// `numbers="exact"` refuses numbers that would have to be changed. `allow_http` lets plain http go elsewhere
    /// than to loopback.
    ///
    /// Raises `InvalidRequest` with paths such as `gateway.base_url`.
    "smskernel.smslist" of core::Gateway,
    "(base_url, *, partner_id, api_key, sender, trailing_slash=..., pass_type=..., numbers=..., limits=..., allow=..., forbid=..., allow_http=...)",
    options by |_, _| None;

    calls {
        /// `POST {base}/api/services/sendbulk`: texts, each to one number.
        ///
        /// Takes a `SendBulk`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        send_bulk, send_bulk_json, send_bulk_value (now),
        "($self, request=None, /, *, messages=..., extra=..., now=None)";
    }

    plans {
        plan of send_bulk, bulk_planner: core::BulkPlanner,
        "($self, messages, /, *, on_invalid='raise', extra=..., now=None)";
    }

    also {
        /// The sender ID that every message goes out under.
        #[getter]
        fn sender(&self) -> &str {
            self.gateway.sender()
        }

        fn __repr__(&self) -> String {
            format!("<smslist.Gateway {} sender {:?}>", self.gateway.base_url(), self.gateway.sender())
        }
    }
}

crate::gateway::check! { check_bulk, check_bulk_value of send_bulk }
