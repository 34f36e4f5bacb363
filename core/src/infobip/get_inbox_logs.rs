//! `GET {base}/sms/1/inbox/logs?keyword&to&receivedSince&receivedUntil&limit`
//!
//! Documented: "Received messages logs" of the 2015 manual of a white label, and an SDK of the vendor's of 2020: messages that
//! came in, as often as it is asked; `NO_KEYWORD` as `keyword` selects those without one. That the log reaches back 48 hours
//! and `limit` to 1,000 is documented of its sister of sent messages, and taken for this one (inferred).

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
use crate::values::{Sender, Time};

wire! {
    /// The request of [`Gateway::get_inbox_logs`]: which messages that came in to tell of.
    pub struct GetInboxLogs, "a request for the log of inbound messages", judged by whole_request {
        /// Those that begin with this keyword; `NO_KEYWORD` for those that begin with none.
        pub keyword = "keyword": Option<String>, check::word;
        /// Those to this number or short code of yours.
        pub to = "to": Option<Sender>, check::party;
        /// Those that came at this time or later.
        pub received_since = "receivedSince": Option<Time>, check::moment;
        /// Those that came until this time.
        pub received_until = "receivedUntil": Option<Time>, check::moment;
        /// How many at most, up to 1,000; the gateway gives 50 when it is unset.
        pub limit = "limit": Option<i64>, check::limit;
    }
}

setters! { GetInboxLogs { keyword: String, to: Sender, received_since: Time, received_until: Time, limit: i64 } }

impl GetInboxLogs {
    /// The newest messages, 50 at most.
    #[must_use]
    pub fn new() -> GetInboxLogs {
        GetInboxLogs::default()
    }
}

fn whole_request(request: &GetInboxLogs, at: &Path, judge: &mut Judge) {
    let ends = (request.received_since.as_ref(), request.received_until.as_ref());
    check::span(ends.0, ends.1, ["receivedSince", "receivedUntil"], at, judge);
    judge_scalars(&request.extra, at, judge);
}

fn finish(gateway: &Gateway, request: &GetInboxLogs, sent: &Sent) -> Parts {
    gateway.ask("GET", &query("/sms/1/inbox/logs", request, sent))
}

asks! { GetInboxLogsOperation, "infobip.get_inbox_logs", GetInboxLogs => InboundMessages, finish }

crate::operation::entries! {
    /// Asks which messages came in. See [`get_inbox_logs`](mod@crate::infobip::get_inbox_logs).
    Gateway: GetInboxLogsOperation, GetInboxLogs, InboundMessages,
    get_inbox_logs + get_inbox_logs_at, get_inbox_logs_json, get_inbox_logs_value
}
