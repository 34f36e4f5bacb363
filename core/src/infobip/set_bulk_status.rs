//! `PUT {base}/sms/1/bulks/status?bulkId`
//!
//! Documented: the vendor's older pages and its OpenAPI file. Holds a scheduled bulk (`PAUSED`), lets it go on (`PENDING`) or
//! calls it off (`CANCELED`, with one L). It works only for a bulk whose request had one message (to however many numbers) and a
//! `bulkId` that was used once; the gateway refuses others.
//!
//! After a lost reply the same request can be made again: it says what the status shall be. Or ask with
//! [`get_bulk_status`](mod@crate::infobip::get_bulk_status). A bulk whose time came in between is on its way.

use crate::call::Parts;
use crate::fields::wire;
use crate::infobip::asking::{asks, put_to_bulk};
use crate::infobip::gateway::Gateway;
use crate::infobip::get_bulk_status::{BulkStatus, PATH};
use crate::infobip::rules;
use crate::infobip::value_rules::{self as check, one_of};
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::sent::Sent;
use crate::values::Id;

/// The statuses of a bulk.
pub const BULK_STATUSES: [&str; 6] = ["PENDING", "PAUSED", "PROCESSING", "CANCELED", "FINISHED", "FAILED"];

/// Those of them that the examples set.
const USERS: [&str; 3] = ["PENDING", "PAUSED", "CANCELED"];

wire! {
    /// The request of [`Gateway::set_bulk_status`](crate::infobip::Gateway::set_bulk_status).
    pub struct SetBulkStatus, "a change of a bulk's status", judged by crate::fields::any {
        /// The bulk's id, yours or that of the reply to the send. It stands in the URL.
        @required pub bulk_id = "bulkId": Option<Id>, check::bulk_id;
        /// The status that it shall have: `PAUSED`, `PENDING` or `CANCELED`.
        @required pub status = "status": Option<String>, status;
    }
}

impl SetBulkStatus {
    /// The bulk of that id, to have that status.
    pub fn new(bulk_id: impl Into<Id>, status: impl Into<String>) -> SetBulkStatus {
        SetBulkStatus { bulk_id: Some(bulk_id.into()), status: Some(status.into()), ..SetBulkStatus::default() }
    }
}

fn status(status: &str, at: &Path, judge: &mut Judge) {
    if one_of(status, &BULK_STATUSES, at, judge) && !USERS.contains(&status) {
        judge.report(&rules::BULK_STATUS_OWN, at, Shown::Plain(status), &[]);
    }
}

fn finish(gateway: &Gateway, request: &SetBulkStatus, sent: &Sent) -> Parts {
    put_to_bulk(gateway, PATH, request.bulk_id.as_ref(), request, sent)
}

asks! { SetBulkStatusOperation, "infobip.set_bulk_status", SetBulkStatus => BulkStatus, finish }

crate::operation::entries! {
    /// Holds a scheduled bulk, lets it go on, or calls it off. See [`set_bulk_status`](mod@crate::infobip::set_bulk_status).
    Gateway: SetBulkStatusOperation, SetBulkStatus, BulkStatus, set_bulk_status, set_bulk_status_json, set_bulk_status_value
}
