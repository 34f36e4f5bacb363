//! `infobip.send_text` and `infobip.send_binary`.

use serde_json::Value as Json;
use smskernel::infobip::{Gateway, SentMessages, check_binary, check_binary_value, check_text, check_text_value};
use smskernel::{Call, CheckOptions, InvalidRequest, OnInvalid, Timestamp, Value, Violation};

use crate::dialect::{Dialect, Planned, run_planner};
use crate::support::infobip::{send_binary, send_text};

/// One of the two endpoints `…/advanced`, which have the same doors.
macro_rules! advanced {
    (
        $name:ident, $file:literal, $send:ident, $send_at:ident, $send_json:ident, $send_value:ident, $planner:ident,
        $check:ident, $check_value:ident
    ) => {
        pub struct $name;

        impl Dialect for $name {
            type Gateway = Gateway;
            type Answer = SentMessages;

            const FILE: &'static str = $file;

            fn gateway(options: Value<'_>) -> Result<Gateway, InvalidRequest> {
                Gateway::from_value(options)
            }

            fn text(
                gateway: &Gateway,
                request: &[u8],
                now: Option<Timestamp>,
            ) -> Result<Call<SentMessages>, InvalidRequest> {
                gateway.$send_json(request, now)
            }

            fn tree(
                gateway: &Gateway,
                request: Value<'_>,
                now: Option<Timestamp>,
            ) -> Result<Call<SentMessages>, InvalidRequest> {
                gateway.$send_value(request, now)
            }

            fn typed(
                gateway: &Gateway,
                request: &Json,
                now: Option<Timestamp>,
            ) -> Option<Result<Call<SentMessages>, InvalidRequest>> {
                let request = $send(request).ok()?;
                Some(match now {
                    Some(now) => gateway.$send_at(&request, now),
                    None => gateway.$send(&request),
                })
            }

            fn plan(
                gateway: &Gateway,
                envelope: Option<Value<'_>>,
                on_invalid: OnInvalid,
                now: Option<Timestamp>,
                messages: &mut dyn Iterator<Item = Value<'static>>,
            ) -> Planned<SentMessages> {
                run_planner!(gateway.$planner(envelope, on_invalid, now), on_invalid, messages)
            }

            fn check_text(payload: &[u8], options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest> {
                $check(payload, options)
            }

            fn check_tree(payload: Value<'_>, options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest> {
                $check_value(payload, options)
            }
        }
    };
}

advanced! {
    InfobipSendText, "infobip/send_text", send_text, send_text_at, send_text_json, send_text_value, text_planner,
    check_text, check_text_value
}

advanced! {
    InfobipSendBinary, "infobip/send_binary", send_binary, send_binary_at, send_binary_json, send_binary_value,
    binary_planner, check_binary, check_binary_value
}
