//! An account, and the judging of finished payloads.

use pyo3::prelude::*;

use super::{auth, core};
use crate::errors;

crate::gateway::gateway! {
    /// One account of an Infobip-compatible gateway: base URL, credentials and options. Immutable; `repr()` shows
    /// no credential.
    ///
    /// `base_url` is `https://…` as the operator names it; a path prefix stays. `auth` is `ApiKey`, `Basic`,
    /// `Ibsso`, `Bearer`, or a token that the gateway gave; without it only `create_session` and `get_oauth_token`
    /// can be called. `api_version` chooses the version of the endpoints, 1 or 2. `limits` sets numbers of
    /// the rules by name, `allow` makes errors of those codes warnings, `forbid` warnings errors.
    /// `numbers="exact"` refuses numbers that would have to be changed. `allow_http` lets plain http go elsewhere
    /// than to loopback.
    ///
    /// Raises `InvalidRequest` with paths such as `gateway.base_url`.
    "smskernel.infobip" of core::Gateway,
    "(base_url, *, auth=..., api_version=..., numbers=..., limits=..., allow=..., forbid=..., allow_http=...)",
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

        /// `POST {base}/sms/1/text/single`: one text to one or many numbers, without ids and options.
        ///
        /// Takes a `SimpleText`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        send_text_single, send_text_single_json, send_text_single_value (),
        "($self, request=None, /, *, sender=..., to=..., text=..., transliteration=..., regional=..., campaign_id=..., operator_client_id=..., extra=...)";

        /// `POST {base}/sms/1/text/multi`: texts, each to one or many numbers, without ids and options.
        ///
        /// Takes a `SendTextMulti`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        send_text_multi, send_text_multi_json, send_text_multi_value (),
        "($self, request=None, /, *, bulk_id=..., messages=..., extra=...)";

        /// `POST {base}/sms/1/binary/single`: octets to one or many numbers, without ids and options.
        ///
        /// Takes a `SimpleBinary`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        send_binary_single, send_binary_single_json, send_binary_single_value (),
        "($self, request=None, /, *, sender=..., to=..., binary=..., extra=...)";

        /// `POST {base}/sms/1/binary/multi`: octets, each to one or many numbers, without ids and options.
        ///
        /// Takes a `SendBinaryMulti`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        send_binary_multi, send_binary_multi_json, send_binary_multi_value (),
        "($self, request=None, /, *, bulk_id=..., messages=..., extra=...)";

        /// `GET {base}/sms/1/reports`: delivery reports, each of which is handed out once.
        ///
        /// For the gateway a report is delivered when it has answered, so store the body as it came before anything
        /// looks at it: the reader of this call, or `parse_webhook`, reads stored bytes as it reads fresh ones.
        ///
        /// Takes a `GetReports`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        get_reports, get_reports_json, get_reports_value (),
        "($self, request=None, /, *, bulk_id=..., message_id=..., limit=..., application_id=..., entity_id=..., campaign_reference_id=..., extra=...)";

        /// `GET {base}/sms/1/logs`: what became of messages of the last 48 hours.
        ///
        /// Takes a `GetLogs`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
        /// `now`, a datetime with time zone, times are judged against it. Raises `InvalidRequest` with all that is
        /// wrong.
        get_logs, get_logs_json, get_logs_value (now),
        "($self, request=None, /, *, sender=..., to=..., bulk_id=..., message_id=..., general_status=..., sent_since=..., sent_until=..., limit=..., mcc=..., mnc=..., extra=..., now=None)";

        /// `GET {base}/sms/1/inbox/reports`: messages that came in, each of which is handed out once.
        ///
        /// Store the body as it came before anything looks at it, as with `get_reports`.
        ///
        /// Takes a `GetInboxReports`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        get_inbox_reports, get_inbox_reports_json, get_inbox_reports_value (),
        "($self, request=None, /, *, limit=..., extra=...)";

        /// `GET {base}/sms/1/inbox/logs`: which messages came in.
        ///
        /// Takes a `GetInboxLogs`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// With `now`, a datetime with time zone, times are judged against it. Raises `InvalidRequest` with all that is
        /// wrong.
        get_inbox_logs, get_inbox_logs_json, get_inbox_logs_value (now),
        "($self, request=None, /, *, keyword=..., to=..., received_since=..., received_until=..., limit=..., extra=..., now=None)";

        /// `GET {base}/sms/1/bulks`: when a scheduled bulk will be sent.
        ///
        /// Takes a `GetSchedule`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        get_schedule, get_schedule_json, get_schedule_value (),
        "($self, request=None, /, *, bulk_id=..., extra=...)";

        /// `PUT {base}/sms/1/bulks`: moves a scheduled bulk to another time.
        ///
        /// Takes a `Reschedule`, a dict shaped as in the gateway's documents, or the fields as keyword arguments. With
        /// `now`, a datetime with time zone, `send_at` is judged against it. Raises `InvalidRequest` with all that is
        /// wrong.
        reschedule, reschedule_json, reschedule_value (now),
        "($self, request=None, /, *, bulk_id=..., send_at=..., extra=..., now=None)";

        /// `GET {base}/sms/1/bulks/status`: the status of a scheduled bulk.
        ///
        /// Takes a `GetBulkStatus`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        get_bulk_status, get_bulk_status_json, get_bulk_status_value (),
        "($self, request=None, /, *, bulk_id=..., extra=...)";

        /// `PUT {base}/sms/1/bulks/status`: holds a scheduled bulk, lets it go on, or calls it off.
        ///
        /// Takes a `SetBulkStatus`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        set_bulk_status, set_bulk_status_json, set_bulk_status_value (),
        "($self, request=None, /, *, bulk_id=..., status=..., extra=...)";

        /// `POST {base}/sms/1/preview`: how many parts a text takes. Nothing is sent.
        ///
        /// Takes a `PreviewRequest`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        preview, preview_json, preview_value (),
        "($self, request=None, /, *, text=..., language_code=..., transliteration=..., extra=...)";

        /// `GET {base}/account/1/balance`: what is left on the account.
        ///
        /// Takes a `GetBalance`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        get_balance, get_balance_json, get_balance_value (),
        "($self, request=None, /, *, extra=...)";

        /// `POST {base}/auth/1/session`: asks for the token of a session, for `with_auth`.
        ///
        /// Takes a `CreateSession`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        create_session, create_session_json, create_session_value (),
        "($self, request=None, /, *, username=..., password=..., unsafe=..., extra=...)";

        /// `DELETE {base}/auth/1/session`: ends the session whose token the gateway has.
        ///
        /// Takes an `EndSession`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        end_session, end_session_json, end_session_value (),
        "($self, request=None, /, *, extra=...)";

        /// `POST {base}/auth/1/oauth2/token`: asks for an access token, for `with_auth`.
        ///
        /// Takes a `GetOauthToken`, a dict shaped as in the gateway's documents, or the fields as keyword arguments.
        /// Raises `InvalidRequest` with all that is wrong.
        get_oauth_token, get_oauth_token_json, get_oauth_token_value (),
        "($self, request=None, /, *, client_id=..., client_secret=..., grant_type=..., extra=...)";

        /// `POST {base}/ct/1/log/end/{messageId}`: tells that a tracked message did its work.
        ///
        /// Takes a `ConfirmConversion`, a dict shaped as in the gateway's documents, or the fields as keyword
        /// arguments. Raises `InvalidRequest` with all that is wrong.
        confirm_conversion, confirm_conversion_json, confirm_conversion_value (),
        "($self, request=None, /, *, message_id=..., extra=...)";
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

        /// Whether it has credentials.
        #[getter]
        fn has_auth(&self) -> bool {
            self.gateway.has_auth()
        }

        /// The same account with those credentials: `ApiKey`, `Basic`, `Ibsso` or `Bearer`, or the answer of
        /// `create_session` or `get_oauth_token`.
        ///
        /// Raises `InvalidRequest` for what is no credentials, or none that a header can carry.
        #[pyo3(signature = (auth, /))]
        fn with_auth(&self, auth: &Bound<'_, PyAny>) -> PyResult<Gateway> {
            match self.gateway.with_auth_value(auth::value(auth)?) {
                Ok(gateway) => Ok(Gateway { gateway }),
                Err(error) => Err(errors::invalid(auth.py(), &error)),
            }
        }

        fn __repr__(&self) -> String {
            let (url, version) = (self.gateway.base_url(), self.gateway.api_version());
            let auth = if self.gateway.has_auth() { "" } else { " without credentials" };
            format!("<infobip.Gateway {url} version {version}{auth}>")
        }
    }
}

crate::gateway::check! { check_text, check_text_value of send_text, api_version }
crate::gateway::check! { check_binary, check_binary_value of send_binary, api_version }
crate::gateway::check! { check_text_single, check_text_single_value of send_text_single, api_version }
crate::gateway::check! { check_text_multi, check_text_multi_value of send_text_multi, api_version }
crate::gateway::check! { check_binary_single, check_binary_single_value of send_binary_single, api_version }
crate::gateway::check! { check_binary_multi, check_binary_multi_value of send_binary_multi, api_version }
