//! `GET {base}/sms/1/bulks?bulkId`
//!
//! Documented: the vendor's older pages and its OpenAPI file. When a scheduled bulk will be sent. A bulk that the gateway does
//! not know is refused with HTTP 404.

use crate::call::Parts;
use crate::fields::wire;
use crate::form::{judge_scalars, query};
use crate::infobip::asking::{asks, object_answer};
use crate::infobip::gateway::Gateway;
use crate::infobip::value_rules as check;
use crate::judge::Judge;
use crate::path::Path;
use crate::sent::Sent;
use crate::time::{self, Timestamp};
use crate::values::Id;

/// Where schedules are.
pub(super) const PATH: &str = "/sms/1/bulks";

wire! {
    /// The request of [`Gateway::get_schedule`](crate::infobip::Gateway::get_schedule).
    pub struct GetSchedule, "a schedule request", judged by whole_request {
        /// The bulk's id, yours or that of the reply to the send.
        @required pub bulk_id = "bulkId": Option<Id>, check::bulk_id;
    }
}

impl GetSchedule {
    /// The schedule of the bulk of that id.
    pub fn new(bulk_id: impl Into<Id>) -> GetSchedule {
        GetSchedule { bulk_id: Some(bulk_id.into()), ..GetSchedule::default() }
    }
}

fn whole_request(request: &GetSchedule, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

fn finish(gateway: &Gateway, request: &GetSchedule, sent: &Sent) -> Parts {
    gateway.ask("GET", &query(PATH, request, sent))
}

asks! { GetScheduleOperation, "infobip.get_schedule", GetSchedule => Schedule, finish }

crate::operation::entries! {
    /// Asks when a scheduled bulk will be sent. See [`get_schedule`](mod@crate::infobip::get_schedule).
    Gateway: GetScheduleOperation, GetSchedule, Schedule, get_schedule, get_schedule_json, get_schedule_value
}

object_answer! {
    /// The answer to [`Gateway::get_schedule`](crate::infobip::Gateway::get_schedule) and
    /// [`Gateway::reschedule`](crate::infobip::Gateway::reschedule).
    pub struct Schedule of ["infobip.get_schedule", "infobip.reschedule"], expected "sendAt" {
        /// The bulk's id.
        bulk_id = "bulkId": text;
        /// When it will be sent, as the gateway writes it.
        send_at = "sendAt": text;
    }
}

impl Schedule {
    /// When the bulk will be sent, if the gateway wrote a point in time.
    #[must_use]
    pub fn send_time(&self) -> Option<Timestamp> {
        time::parse(self.send_at.as_deref()?).ok()
    }
}
