//! `GET {base}/sms/1/logs?from&to&bulkId&messageId&generalStatus&sentSince&sentUntil&limit&mcc&mnc`
//!
//! Documented: "Sent messages logs" of the vendor's OpenAPI file, which calls it deprecated, of a white label and of the 2015
//! manual of another: what became of the messages of the last 48 hours, the newest 50 unless `limit` says otherwise, as
//! often as it is asked. What the gateway tells of a message is what its report tells, and the text.
//!
//! Also documented: 120 requests a minute, then HTTP 429, which is `Refused` and says `safe_after`. To follow many messages, take
//! their reports ([`get_reports`](mod@crate::infobip::get_reports), or pushed); the log is for those whose report was
//! lost, and for messages whose fate is [`uncertain`](crate::Resend::Uncertain): ask with their ids before sending again.
//!
//! The list has no pages. What has more messages than `limit` is asked for in pieces: by bulks, or by times.

use crate::call::Parts;
use crate::fields::{setters, wire};
use crate::form::{judge_scalars, query};
use crate::infobip::asking::asks;
use crate::infobip::gateway::Gateway;
use crate::infobip::ids::{Ids, ids, one};
use crate::infobip::query_rules as check;
use crate::infobip::reports::Logs;
use crate::infobip::rules;
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::roll::INTERNATIONAL;
use crate::sent::Sent;
use crate::values::{Id, Number, Sender, Time};

wire! {
    /// The request of [`Gateway::get_logs`]: which messages of the last 48 hours to tell of.
    pub struct GetLogs, "a request for logs", judged by whole_request {
        /// Those of this sender.
        pub sender = "from": Option<Sender>, check::party;
        /// Those to this number.
        pub to = "to": Option<Number>, number;
        /// Those of these bulks, up to 2,048 characters with the commas between them.
        pub bulk_id = "bulkId": Option<Ids>, ids;
        /// Those of these ids, likewise.
        pub message_id = "messageId": Option<Ids>, ids;
        /// Those whose status is of this group, one of [`GENERAL_STATUSES`](crate::infobip::GENERAL_STATUSES).
        pub general_status = "generalStatus": Option<String>, check::general_status;
        /// Those sent at this time or later.
        pub sent_since = "sentSince": Option<Time>, check::moment;
        /// Those sent until this time.
        pub sent_until = "sentUntil": Option<Time>, check::moment;
        /// How many at most, up to 1,000; the gateway gives 50 when it is unset.
        pub limit = "limit": Option<i64>, check::limit;
        /// Those to networks of the country of this code.
        pub mcc = "mcc": Option<Id>, one;
        /// Those to the network of this code; needs `mcc`.
        pub mnc = "mnc": Option<Id>, one;
    }
}

setters! {
    GetLogs {
        sender: Sender, to: Number, bulk_id: Ids, message_id: Ids, general_status: String, sent_since: Time,
        sent_until: Time, limit: i64, mcc: Id, mnc: Id,
    }
}

impl GetLogs {
    /// The newest messages, 50 at most.
    #[must_use]
    pub fn new() -> GetLogs {
        GetLogs::default()
    }
}

fn number(number: &Number, at: &Path, judge: &mut Judge) {
    judge.enter_number(number.as_str(), at, &INTERNATIONAL);
    judge.close(None, 0);
}

fn whole_request(request: &GetLogs, at: &Path, judge: &mut Judge) {
    if request.mnc.is_some() && request.mcc.is_none() {
        judge.report(&rules::MNC_ALONE, &at.key("mcc"), Shown::Nothing, &[]);
    }
    let ends = (request.sent_since.as_ref(), request.sent_until.as_ref());
    check::span(ends.0, ends.1, ["sentSince", "sentUntil"], at, judge);
    judge_scalars(&request.extra, at, judge);
}

fn finish(gateway: &Gateway, request: &GetLogs, sent: &Sent) -> Parts {
    gateway.ask("GET", &query("/sms/1/logs", request, sent))
}

asks! { GetLogsOperation, "infobip.get_logs", GetLogs => Logs, finish }

crate::operation::entries! {
    /// Asks what became of messages of the last 48 hours. See [`get_logs`](mod@crate::infobip::get_logs).
    Gateway: GetLogsOperation, GetLogs, Logs, get_logs + get_logs_at, get_logs_json, get_logs_value
}
