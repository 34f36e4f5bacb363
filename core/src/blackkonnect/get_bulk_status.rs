//! `GET {base}/api/sms/messages/status/bulk/{bulkCorrelationId}/v1?page&size&sort`
//!
//! Documented: "Get message status", by its examples: a list of statuses, in May 2025 one bare object. That the id is
//! the `correlationId` of the reply to the bulk is inferred from its name; that pages count from 0 and that `sort` is
//! like `destination,asc` is inferred from the three parameters, which are those of a well-known framework.
//!
//! A reply does not say how many pages there are. Each answer has in
//! [`next`](crate::blackkonnect::DeliveryStatuses::next) the question for the page behind it, so that a walk is a loop
//! of pure steps:
//!
//! ```
//! # use smskernel::blackkonnect::{DeliveryStatuses, Gateway, GetBulkStatus};
//! # let gateway = Gateway::new("https://sms.example.com")?.with_token("token")?;
//! # let mut replies = [r#"[{"messageId":"A"},{"messageId":"B"}]"#, r#"[{"messageId":"C"}]"#].into_iter();
//! # let mut send = |call: smskernel::Call<DeliveryStatuses>| {
//! #     call.parse(200, &smskernel::ReplyHeaders::default(), replies.next().unwrap_or("[]").as_bytes())
//! # };
//! let mut all = Vec::new();
//! let mut question = Some(GetBulkStatus::new("correlation-id").size(2));
//! while let Some(page) = question {
//!     let answer = send(gateway.get_bulk_status(&page)?)?;
//!     all.extend(answer.statuses);
//!     question = answer.next;
//! }
//! assert_eq!(all.len(), 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The walk ends at an empty page, at one shorter than `size`, at a bare object, at the last page by `itemPagination`,
//! and at a page that holds what the one before it held, for a gateway may not look at `page`. A question can be asked
//! again after a lost reply, and is plain data that can be kept.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::blackkonnect::gateway::Gateway;
use crate::blackkonnect::schemas::ItemPagination;
use crate::blackkonnect::statuses::{DeliveryStatuses, Form, GatewayMessageDeliveryStatus};
use crate::blackkonnect::value_rules::{id, not_below_zero, word};
use crate::fields::{Extra, any, setters, wire};
use crate::form::{Pairs, judge_path_part, judge_scalars, path_part, scalar};
use crate::json::Value;
use crate::judge::{Judge, Policy};
use crate::lookup::fixed_hash;
use crate::operation::{Operation, Parts};
use crate::path::Path;
use crate::sent::Sent;
use crate::values::Id;

wire! {
    /// The request of [`Gateway::get_bulk_status`]: one page of a bulk's statuses.
    pub struct GetBulkStatus, "a bulk status request", judged by whole_request {
        /// The `correlationId` of the reply to the bulk.
        @required pub bulk_correlation_id = "bulkCorrelationId": Option<Id>, correlation_id;
        /// Which page, the first being 0; the gateway's choice when unset.
        pub page = "page": Option<i64>, not_below_zero;
        /// How many statuses a page has; the gateway's choice when unset.
        pub size = "size": Option<i64>, not_below_zero;
        /// In which order, such as `destination,asc`.
        pub sort = "sort": Option<String>, word;
        /// What the page before it held, as the answer's `next` says it. Never sent.
        pub seen = "seen": Option<String>, any;
    }
}

setters! { GetBulkStatus { page: i64, size: i64, sort: String } }

impl GetBulkStatus {
    /// The statuses of the bulk of that `correlationId`.
    pub fn new(bulk_correlation_id: impl Into<Id>) -> GetBulkStatus {
        GetBulkStatus { bulk_correlation_id: Some(bulk_correlation_id.into()), ..GetBulkStatus::default() }
    }
}

impl Serialize for GetBulkStatus {
    /// Its members by their names, so that what is kept can be given again.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(None)?;
        out.serialize_entry("bulkCorrelationId", self.bulk_correlation_id.as_ref().map_or("", Id::as_str))?;
        for (name, number) in [("page", self.page), ("size", self.size)] {
            if let Some(number) = number {
                out.serialize_entry(name, &number)?;
            }
        }
        for (name, text) in [("sort", &self.sort), ("seen", &self.seen)] {
            if let Some(text) = text {
                out.serialize_entry(name, text)?;
            }
        }
        if !self.extra.is_empty() {
            let members = self.extra.iter().map(|(name, value)| (name.clone().into(), value.clone())).collect();
            out.serialize_entry("extra", &Value::Object(members))?;
        }
        out.end()
    }
}

pub(super) fn correlation_id(given: &Id, at: &Path, judge: &mut Judge) {
    judge_path_part(given.as_str(), at, judge);
    if !given.as_str().is_empty() {
        id(given, at, judge);
    }
}

fn whole_request(request: &GetBulkStatus, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

/// The operation.
pub(crate) struct GetBulkStatusOperation;

impl Operation for GetBulkStatusOperation {
    const NAME: &'static str = "blackkonnect.get_bulk_status";
    type Gateway = Gateway;
    type Request = GetBulkStatus;
    type Answer = DeliveryStatuses;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &GetBulkStatus, judge: &mut Judge) {
        if let Some(gateway) = gateway {
            gateway.need_token(judge);
        }
        request.judge(&Path::Root, judge);
        remember(request, &mut judge.roll.sent);
    }

    fn finish(gateway: &Gateway, request: &GetBulkStatus, _: &Sent) -> Parts {
        let id = path_part(request.bulk_correlation_id.as_ref().map_or("", Id::as_str));
        let mut query = Pairs::default();
        query.push_some("page", request.page.map(|page| page.to_string()).as_deref());
        query.push_some("size", request.size.map(|size| size.to_string()).as_deref());
        query.push_some("sort", request.sort.as_deref());
        query.push_extra(&request.extra);
        let (mark, query) = match query.finish() {
            query if query.is_empty() => ("", query),
            query => ("?", query),
        };
        gateway.get(&["/api/sms/messages/status/bulk/", &id, "/v1", mark, &query].concat())
    }
}

crate::operation::entries! {
    /// Asks for one page of a bulk's statuses. See [`get_bulk_status`](mod@crate::blackkonnect::get_bulk_status).
    Gateway: GetBulkStatusOperation, GetBulkStatus, DeliveryStatuses, get_bulk_status, get_bulk_status_json, get_bulk_status_value
}

/// How many places of the reader's buffer the named members take; further parameters stand behind them.
const NAMED: usize = 5;

/// Keeps what was asked for, so that the reader of the reply, which may be saved, knows what comes next.
fn remember(request: &GetBulkStatus, sent: &mut Sent) {
    let number = |number: Option<i64>| number.map(|number| number.to_string());
    let named: [Option<String>; NAMED] = [
        request.bulk_correlation_id.as_ref().map(|id| id.as_str().to_owned()),
        number(request.page),
        number(request.size),
        request.sort.clone(),
        request.seen.clone(),
    ];
    for text in named {
        sent.text.push_str(text.as_deref().unwrap_or_default());
        sent.push(None, 0, 0);
    }
    for (name, value) in &request.extra {
        sent.text.push_str(name);
        sent.push(scalar(value).as_deref(), 0, 0);
    }
}

/// The request that was remembered; `None` of a reader of another operation.
fn recall(sent: &Sent) -> Option<GetBulkStatus> {
    let text = |place: usize| Some(sent.number(place)).filter(|text| !text.is_empty()).map(str::to_owned);
    let number = |place: usize| sent.number(place).parse().ok();
    let extra: Extra = (NAMED..sent.len())
        .map(|place| {
            (sent.number(place).to_owned(), Value::String(sent.id(place).unwrap_or_default().to_owned().into()))
        })
        .collect();
    let id = text(0)?;
    Some(GetBulkStatus {
        bulk_correlation_id: Some(Id::from(id)),
        page: number(1),
        size: number(2),
        sort: text(3),
        seen: text(4),
        extra,
    })
}

/// One page as it came.
pub(super) struct Page<'a> {
    pub(super) form: Form,
    pub(super) statuses: &'a [GatewayMessageDeliveryStatus],
    pub(super) pagination: Option<&'a ItemPagination>,
}

impl Page<'_> {
    /// What the page holds, in a few letters: whose statuses, not what they are, for those may change from one reply to
    /// the next.
    fn mark(&self) -> String {
        let mut names = String::new();
        for status in self.statuses {
            for name in [&status.uuid, &status.message_id, &status.part_reference_id, &status.destination] {
                names.push_str(name.as_deref().unwrap_or_default());
                names.push('\0');
            }
        }
        format!("{:016x}", fixed_hash(&names))
    }

    /// Whether nothing stands behind it.
    fn is_last(&self, asked: &GetBulkStatus) -> bool {
        if self.form == Form::Object || self.statuses.is_empty() {
            return true;
        }
        // A page that bears the number behind the one that was asked for is of a gateway that numbers its pages from 1.
        let first = |number: i64| i64::from(Some(number) == asked.page.unwrap_or(0).checked_add(1));
        let by_pagination = self.pagination.and_then(|part| {
            let number = part.page_number?;
            Some(number.saturating_add(1 - first(number)) >= part.total_pages?)
        });
        let is_short = || {
            let size = asked.size.and_then(|size| usize::try_from(size).ok());
            size.is_some_and(|size| self.statuses.len() < size)
        };
        by_pagination.unwrap_or_else(is_short)
    }
}

/// The question for the page behind this one, and whether this one is the page before it once more.
pub(super) fn after(sent: &Sent, page: &Page) -> (Option<GetBulkStatus>, bool) {
    let Some(asked) = recall(sent) else { return (None, false) };
    let mark = page.mark();
    let is_repeated = !page.statuses.is_empty() && asked.seen.as_deref() == Some(&mark);
    if is_repeated || page.is_last(&asked) {
        return (None, is_repeated);
    }
    let next = asked.page.unwrap_or(0).saturating_add(1);
    (Some(GetBulkStatus { page: Some(next), seen: Some(mark), ..asked }), false)
}
