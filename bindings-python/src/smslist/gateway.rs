//! An account, and the judging of finished payloads.

use pyo3::prelude::*;

use super::core;

crate::gateway::gateway! {
    /// One account of the `smslist` family: base URL, credentials, sender and options. Immutable; `repr()` shows
    /// no credential.
    ///
    /// `base_url` is `https://…` as the operator names it; a path prefix stays. `partner_id`, `api_key` and
    /// `sender` are written into every item. `trailing_slash` ends the path in a slash; `pass_type=None` leaves
    /// that field out of the items. `get_with_key_in_url` sends what can go as `GET` so, with the API key in the
    /// URL, where proxies and servers log it. `limits` sets numbers of the rules by name (old deployments:
    /// `{"messages_per_call": 20}`), `allow` makes errors of those codes warnings, `forbid` warnings errors.
    /// `numbers="exact"` refuses numbers that would have to be changed. `allow_http` lets plain http go elsewhere
    /// than to loopback.
    ///
    /// Raises `InvalidRequest` with paths such as `gateway.base_url`.
    "smskernel.smslist" of core::Gateway,
    "(base_url, *, partner_id, api_key, sender, trailing_slash=..., pass_type=..., get_with_key_in_url=..., numbers=..., limits=..., allow=..., forbid=..., allow_http=...)",
    options by |_, _| None;

    calls {
        /// `POST {base}/api/services/sendbulk`: texts, each to one number.
        ///
        /// Takes a `SendBulk`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        send_bulk, send_bulk_json, send_bulk_value (now),
        "($self, request=None, /, *, messages=..., extra=..., now=None)";

        /// `POST {base}/api/services/sendsms`: one text to one number or many.
        ///
        /// With the gateway's option `get_with_key_in_url` it goes as `GET`, with the API key in the URL, and warns of
        /// it.
        ///
        /// Takes a `SendSms`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
        /// `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest` with all that is
        /// wrong.
        send_sms, send_sms_json, send_sms_value (now),
        "($self, request=None, /, *, text=..., sender=..., to=..., send_at=..., pass_type=..., extra=..., now=None)";

        /// `POST {base}/api/services/sendotp`: one transactional text to one number, or to the hash of one.
        ///
        /// With the gateway's option `get_with_key_in_url` it goes as `GET`, with the API key in the URL, and warns of
        /// it.
        ///
        /// Takes a `SendOtp`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. Raises
        /// `InvalidRequest` with all that is wrong.
        send_otp, send_otp_json, send_otp_value (),
        "($self, request=None, /, *, text=..., sender=..., to=..., hashed=..., extra=...)";

        /// `POST {base}/api/services/getdlr`: where one message stands.
        ///
        /// With the gateway's option `get_with_key_in_url` it goes as `GET`, with the API key in the URL, and warns of
        /// it.
        ///
        /// Takes a `GetDeliveryReport`, a dict shaped as in the gateway's documents, or the fields as keyword
        /// arguments. Raises `InvalidRequest` with all that is wrong.
        get_delivery_report, get_delivery_report_json, get_delivery_report_value (),
        "($self, request=None, /, *, message_id=..., extra=...)";

        /// `POST {base}/api/services/getbalance`: the SMS units that are left.
        ///
        /// With the gateway's option `get_with_key_in_url` it goes as `GET`, with the API key in the URL, and warns of
        /// it.
        ///
        /// Takes a `GetBalance`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        get_balance, get_balance_json, get_balance_value (),
        "($self, request=None, /, *, extra=...)";

        /// `POST {base}/api/services/credit`: moves money to the account of a client, for resellers.
        ///
        /// It must not be done twice: where no reply came, or one that says `uncertain`, ask `get_balance` before
        /// trying again.
        ///
        /// Takes a `Credit`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. Raises
        /// `InvalidRequest` with all that is wrong.
        credit, credit_json, credit_value (),
        "($self, request=None, /, *, child_id=..., amount=..., extra=...)";
    }

    plans {
        plan of send_bulk, bulk_planner: core::BulkPlanner,
        "($self, messages, /, *, on_invalid='raise', extra=..., now=None)";

        plan_sms of send_sms over "numbers", sms_planner: core::SmsPlanner,
        "($self, numbers, /, *, on_invalid='raise', text=..., sender=..., send_at=..., pass_type=..., extra=..., now=None)";
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
crate::gateway::check! { check_sms, check_sms_value of send_sms }
crate::gateway::check! { check_otp, check_otp_value of send_otp }
