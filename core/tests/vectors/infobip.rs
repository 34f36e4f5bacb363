//! `infobip.send_text`.

use serde_json::Value as Json;
use smskernel::infobip::{Gateway, SentMessages, check_text, check_text_value};
use smskernel::{Call, CheckOptions, InvalidRequest, OnInvalid, Timestamp, Value, Violation};

use crate::dialect::{Dialect, Planned, run_planner};
use crate::support::infobip::send_text;

pub struct InfobipSendText;

impl Dialect for InfobipSendText {
    type Gateway = Gateway;
    type Answer = SentMessages;

    const FILE: &'static str = "infobip/send_text";

    fn gateway(options: Value<'_>) -> Result<Gateway, InvalidRequest> {
        Gateway::from_value(options)
    }

    fn text(gateway: &Gateway, request: &[u8], now: Option<Timestamp>) -> Result<Call<SentMessages>, InvalidRequest> {
        gateway.send_text_json(request, now)
    }

    fn tree(
        gateway: &Gateway,
        request: Value<'_>,
        now: Option<Timestamp>,
    ) -> Result<Call<SentMessages>, InvalidRequest> {
        gateway.send_text_value(request, now)
    }

    fn typed(
        gateway: &Gateway,
        request: &Json,
        now: Option<Timestamp>,
    ) -> Option<Result<Call<SentMessages>, InvalidRequest>> {
        let request = send_text(request).ok()?;
        Some(match now {
            Some(now) => gateway.send_text_at(&request, now),
            None => gateway.send_text(&request),
        })
    }

    fn plan(
        gateway: &Gateway,
        envelope: Option<Value<'_>>,
        on_invalid: OnInvalid,
        now: Option<Timestamp>,
        messages: &mut dyn Iterator<Item = Value<'static>>,
    ) -> Planned<SentMessages> {
        run_planner!(gateway.text_planner(envelope, on_invalid, now), on_invalid, messages)
    }

    fn check_text(payload: &[u8], options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest> {
        check_text(payload, options)
    }

    fn check_tree(payload: Value<'_>, options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest> {
        check_text_value(payload, options)
    }
}
