//! `PUT {base}/sms/1/bulks?bulkId`
//!
//! Documented: the vendor's older pages and its OpenAPI file. Moves a scheduled bulk to another time, at most 180 days ahead.
//! It works only for a bulk whose request had one message (to however many numbers) and a `bulkId` that was used once; the
//! gateway refuses others.
//!
//! After a lost reply the same request can be made again: it says when the bulk is sent, not by how much it moves. Or ask with
//! [`get_schedule`](mod@crate::infobip::get_schedule). A bulk whose old time came in between is on its way.

use crate::call::Parts;
use crate::fields::wire;
use crate::infobip::asking::{asks, put_to_bulk};
use crate::infobip::gateway::Gateway;
use crate::infobip::get_schedule::{PATH, Schedule};
use crate::infobip::value_rules as check;
use crate::sent::Sent;
use crate::values::{Id, Time};

wire! {
    /// The request of [`Gateway::reschedule`](crate::infobip::Gateway::reschedule).
    pub struct Reschedule, "a rescheduling", judged by crate::fields::any {
        /// The bulk's id, yours or that of the reply to the send. It stands in the URL.
        @required pub bulk_id = "bulkId": Option<Id>, check::bulk_id;
        /// When it shall be sent, at most 180 days ahead.
        @required pub send_at = "sendAt": Option<Time>, check::new_send_at;
    }
}

impl Reschedule {
    /// The bulk of that id, to be sent at that time.
    pub fn new(bulk_id: impl Into<Id>, send_at: impl Into<Time>) -> Reschedule {
        Reschedule { bulk_id: Some(bulk_id.into()), send_at: Some(send_at.into()), ..Reschedule::default() }
    }
}

fn finish(gateway: &Gateway, request: &Reschedule, sent: &Sent) -> Parts {
    put_to_bulk(gateway, PATH, request.bulk_id.as_ref(), request, sent)
}

asks! { RescheduleOperation, "infobip.reschedule", Reschedule => Schedule, finish }

crate::operation::entries! {
    /// Moves a scheduled bulk to another time. See [`reschedule`](mod@crate::infobip::reschedule).
    Gateway: RescheduleOperation, Reschedule, Schedule, reschedule + reschedule_at, reschedule_json, reschedule_value
}
