//! `GET {base}/sms/1/reports?bulkId&messageId&limit`
//!
//! Documented: "Delivery reports" of the vendor's OpenAPI file, of a white label and of the 2015 manual of another:
//! reports of the last 48 hours, 50 at a time unless `limit` says otherwise. `applicationId`, `entityId` and
//! `campaignReferenceId` are in the OpenAPI file alone; whether an operator of a white label knows them, no document
//! says.
//!
//! # Each report is handed out once
//!
//! So it is documented: who asks again gets the reports that came in between, and an empty list where there are none.
//! For the gateway a report is delivered when it has answered. A program that crashes between the answer and its own storage
//! has lost the reports in it, and no second question brings them back. Hence
//!
//! 1. store the body as it came, before anything looks at it: what the HTTP client gave, or `raw_body`. An answer has it,
//!    and so has each error: an [`UnreadableReply`](crate::UnreadableReply) is as much of it as there will ever be;
//! 2. then read it, be it in this process or in another one: the saved reader of the call, or any other reader of this
//!    operation, reads saved bytes as it reads fresh ones, and `parse_webhook` reads them too, for what is pushed has the same
//!    form;
//! 3. then take each report over, by its `message_id`, and forget the bytes. Bytes that were read twice tell the same
//!    reports twice, which does no harm to who keeps the last fate of each message.
//!
//! ```
//! use smskernel::infobip::{Auth, Gateway, GetReports, Reports};
//! use smskernel::{ReplyHeaders, ReplyReader};
//!
//! let gateway = Gateway::new("https://example.api.infobip.com", Auth::api_key("an-api-key"))?;
//! let call = gateway.get_reports(&GetReports::new().limit(1000))?;
//! assert_eq!(call.url(), "https://example.api.infobip.com/sms/1/reports?limit=1000");
//! let reader = call.reader().to_bytes();
//!
//! // Send it with the client you like. What comes back goes to the disk first, beside the reader.
//! let stored = br#"{"results":[{"messageId":"A-1","to":"41793026727",
//!     "status":{"groupId":3,"id":5,"name":"DELIVERED_TO_HANDSET"},"doneAt":"2026-12-01T08:00:02.000+0000"}]}"#;
//!
//! // After a crash:
//! let reports = ReplyReader::<Reports>::from_bytes(&reader)?.parse_parts(200, &ReplyHeaders::default(), stored)?;
//! for report in &reports.results {
//!     assert_eq!(report.message_id.as_deref(), Some("A-1"));
//!     assert_eq!(report.outcome.to_string(), "delivered (DELIVERED_TO_HANDSET), resend never");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! An answer with as many reports as `limit` allows says that there may be more: ask until one is empty. An empty list is an
//! answer, not an error. Whether a report that was pushed to a `notifyUrl` is handed out here as well, no document says. Who
//! cannot bear the loss of a report asks [`get_logs`](mod@crate::infobip::get_logs), which tells of the last 48 hours as
//! often as it is asked.

use crate::call::Parts;
use crate::fields::{setters, wire};
use crate::form::{judge_scalars, query};
use crate::infobip::asking::asks;
use crate::infobip::gateway::Gateway;
use crate::infobip::ids::one;
use crate::infobip::query_rules as check;
use crate::infobip::reports::Reports;
use crate::judge::Judge;
use crate::path::Path;
use crate::sent::Sent;
use crate::values::Id;

wire! {
    /// The request of [`Gateway::get_reports`]: the delivery reports that were not handed out yet.
    pub struct GetReports, "a request for reports", judged by whole_request {
        /// Of this bulk only.
        pub bulk_id = "bulkId": Option<Id>, one;
        /// Of this message only.
        pub message_id = "messageId": Option<Id>, one;
        /// How many at most, up to 1,000; the gateway gives 50 when it is unset.
        pub limit = "limit": Option<i64>, check::limit;
        /// Of this application only.
        pub application_id = "applicationId": Option<String>, check::word;
        /// Of this entity only.
        pub entity_id = "entityId": Option<String>, check::word;
        /// Of this campaign only.
        pub campaign_reference_id = "campaignReferenceId": Option<String>, check::word;
    }
}

setters! {
    GetReports {
        bulk_id: Id, message_id: Id, limit: i64, application_id: String, entity_id: String,
        campaign_reference_id: String,
    }
}

impl GetReports {
    /// All reports that were not handed out yet, 50 at a time.
    #[must_use]
    pub fn new() -> GetReports {
        GetReports::default()
    }
}

fn whole_request(request: &GetReports, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

fn finish(gateway: &Gateway, request: &GetReports, sent: &Sent) -> Parts {
    gateway.ask("GET", &query("/sms/1/reports", request, sent))
}

asks! { GetReportsOperation, "infobip.get_reports", GetReports => Reports, finish }

crate::operation::entries! {
    /// Asks for delivery reports, each of which is handed out once. See [`get_reports`](mod@crate::infobip::get_reports).
    Gateway: GetReportsOperation, GetReports, Reports, get_reports, get_reports_json, get_reports_value
}
