//! `smslist.send_bulk`.

use serde_json::Value as Json;
use smskernel::smslist::{Gateway, SentBulk, check_bulk, check_bulk_value};
use smskernel::{Call, CheckOptions, InvalidRequest, OnInvalid, Timestamp, Value, Violation};

use crate::dialect::{Dialect, Planned, run_planner};
use crate::support::smslist::send_bulk;

pub struct SmslistSendBulk;

impl Dialect for SmslistSendBulk {
    type Gateway = Gateway;
    type Answer = SentBulk;

    const FILE: &'static str = "smslist/send_bulk";

    fn gateway(options: Value<'_>) -> Result<Gateway, InvalidRequest> {
        Gateway::from_value(options)
    }

    fn text(gateway: &Gateway, request: &[u8], now: Option<Timestamp>) -> Result<Call<SentBulk>, InvalidRequest> {
        gateway.send_bulk_json(request, now)
    }

    fn tree(gateway: &Gateway, request: Value<'_>, now: Option<Timestamp>) -> Result<Call<SentBulk>, InvalidRequest> {
        gateway.send_bulk_value(request, now)
    }

    fn typed(
        gateway: &Gateway,
        request: &Json,
        _: Option<Timestamp>,
    ) -> Option<Result<Call<SentBulk>, InvalidRequest>> {
        Some(gateway.send_bulk(&send_bulk(request).ok()?))
    }

    fn plan(
        gateway: &Gateway,
        envelope: Option<Value<'_>>,
        on_invalid: OnInvalid,
        now: Option<Timestamp>,
        messages: &mut dyn Iterator<Item = Value<'static>>,
    ) -> Planned<SentBulk> {
        run_planner!(gateway.bulk_planner(envelope, on_invalid, now), on_invalid, messages)
    }

    fn check_text(payload: &[u8], options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest> {
        check_bulk(payload, options)
    }

    fn check_tree(payload: Value<'_>, options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest> {
        check_bulk_value(payload, options)
    }
}
