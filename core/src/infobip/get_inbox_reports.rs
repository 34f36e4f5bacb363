//! `GET {base}/sms/1/inbox/reports?limit`
//!
//! Documented: "Pull received messages" of the vendor's OpenAPI file and of the 2015 manual of a white label: messages of the
//! last 48 hours that came in and were not handed out yet, 50 at a time unless `limit` says otherwise.
//!
//! Each message is handed out once. What that asks of a program is what a delivery report asks of it: store the body as it came,
//! then read it; see [`get_reports`](mod@crate::infobip::get_reports). `pending_message_count` of the answer says how many wait
//! behind it.

use crate::call::Parts;
use crate::fields::{setters, wire};
use crate::form::{judge_scalars, query};
use crate::infobip::asking::asks;
use crate::infobip::gateway::Gateway;
use crate::infobip::inbound::InboundMessages;
use crate::infobip::query_rules as check;
use crate::judge::Judge;
use crate::path::Path;
use crate::sent::Sent;

wire! {
    /// The request of [`Gateway::get_inbox_reports`]: the messages that came in and were not handed out yet.
    pub struct GetInboxReports, "a request for inbound messages", judged by whole_request {
        /// How many at most, up to 1,000; the gateway gives 50 when it is unset.
        pub limit = "limit": Option<i64>, check::limit;
    }
}

setters! { GetInboxReports { limit: i64 } }

impl GetInboxReports {
    /// All messages that were not handed out yet, 50 at a time.
    #[must_use]
    pub fn new() -> GetInboxReports {
        GetInboxReports::default()
    }
}

fn whole_request(request: &GetInboxReports, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

fn finish(gateway: &Gateway, request: &GetInboxReports, sent: &Sent) -> Parts {
    gateway.ask("GET", &query("/sms/1/inbox/reports", request, sent))
}

asks! { GetInboxReportsOperation, "infobip.get_inbox_reports", GetInboxReports => InboundMessages, finish }

crate::operation::entries! {
    /// Asks for messages that came in, each of which is handed out once. See
    /// [`get_inbox_reports`](mod@crate::infobip::get_inbox_reports).
    Gateway: GetInboxReportsOperation, GetInboxReports, InboundMessages,
    get_inbox_reports, get_inbox_reports_json, get_inbox_reports_value
}
