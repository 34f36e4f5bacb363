//! `GET {base}/sms/1/bulks/status?bulkId`
//!
//! Documented: the vendor's older pages and its OpenAPI file. Whether a scheduled bulk waits, is held, is being sent, or is
//! done with. A bulk that the gateway does not know is refused with HTTP 404.

use crate::call::Parts;
use crate::fields::wire;
use crate::form::{judge_scalars, query};
use crate::infobip::asking::{asks, object_answer};
use crate::infobip::gateway::Gateway;
use crate::infobip::value_rules as check;
use crate::judge::Judge;
use crate::path::Path;
use crate::sent::Sent;
use crate::values::Id;

/// Where states of bulks are.
pub(super) const PATH: &str = "/sms/1/bulks/status";

wire! {
    /// The request of [`Gateway::get_bulk_status`](crate::infobip::Gateway::get_bulk_status).
    pub struct GetBulkStatus, "a bulk status request", judged by whole_request {
        /// The bulk's id, yours or that of the reply to the send.
        @required pub bulk_id = "bulkId": Option<Id>, check::bulk_id;
    }
}

impl GetBulkStatus {
    /// The status of the bulk of that id.
    pub fn new(bulk_id: impl Into<Id>) -> GetBulkStatus {
        GetBulkStatus { bulk_id: Some(bulk_id.into()), ..GetBulkStatus::default() }
    }
}

fn whole_request(request: &GetBulkStatus, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

fn finish(gateway: &Gateway, request: &GetBulkStatus, sent: &Sent) -> Parts {
    gateway.ask("GET", &query(PATH, request, sent))
}

asks! { GetBulkStatusOperation, "infobip.get_bulk_status", GetBulkStatus => BulkStatus, finish }

crate::operation::entries! {
    /// Asks for the status of a scheduled bulk. See [`get_bulk_status`](mod@crate::infobip::get_bulk_status).
    Gateway: GetBulkStatusOperation, GetBulkStatus, BulkStatus, get_bulk_status, get_bulk_status_json, get_bulk_status_value
}

object_answer! {
    /// The answer to [`Gateway::get_bulk_status`](crate::infobip::Gateway::get_bulk_status) and
    /// [`Gateway::set_bulk_status`](crate::infobip::Gateway::set_bulk_status).
    pub struct BulkStatus of ["infobip.get_bulk_status", "infobip.set_bulk_status"], expected "status" {
        /// The bulk's id.
        bulk_id = "bulkId": text;
        /// Its status: one of [`BULK_STATUSES`](crate::infobip::BULK_STATUSES), or another one that the gateway has.
        status = "status": text;
    }
}
