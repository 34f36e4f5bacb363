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
//! The walk ends at an empty page, at a bare object, at the last page by `itemPagination`, and at a page that was there
//! before, for a gateway may not look at `page`; of one that counts from 1 the first page comes twice, and the walk goes
//! on. A page that comes again has no `statuses`. A question can be asked again after a lost reply, and is plain data
//! that can be kept. Further parameters, given as `extra`, go to every page: the reader of the reply and `next` keep them, so that no
//! credential should be among them.

use crate::blackkonnect::gateway::Gateway;
use crate::blackkonnect::schemas::ItemPagination;
use crate::blackkonnect::statuses::{DeliveryStatuses, Form, GatewayMessageDeliveryStatus};
use crate::blackkonnect::value_rules::{not_below_zero, path_id, word};
use crate::call::Parts;
use crate::fields::{Extra, any, setters, wire};
use crate::form::{Pairs, judge_scalars, path_part, scalar};
use crate::json::Value;
use crate::judge::{Judge, Policy};
use crate::lookup::fixed_hash;
use crate::operation::Operation;
use crate::path::Path;
use crate::pieces::concat;
use crate::pieces::integer;
use crate::quote::push_hex;
use crate::sent::Sent;
use crate::tell::{Members, Tell, told_by_members};
use crate::values::Id;

wire! {
    /// The request of [`Gateway::get_bulk_status`]: one page of a bulk's statuses.
    pub struct GetBulkStatus, "a bulk status request", judged by whole_request {
        /// The `correlationId` of the reply to the bulk.
        @required pub bulk_correlation_id = "bulkCorrelationId": Option<Id>, path_id;
        /// Which page, the first being 0; the gateway's choice when unset.
        pub page = "page": Option<i64>, not_below_zero;
        /// How many statuses a page has; the gateway's choice when unset.
        pub size = "size": Option<i64>, not_below_zero;
        /// In which order, such as `destination,asc`.
        pub sort = "sort": Option<String>, word;
        /// Which pages were there before, as the answer's `next` says it. Never sent.
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

/// Its members by their names, so that what is kept can be given again.
impl Members for GetBulkStatus {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        each("bulkCorrelationId", &self.bulk_correlation_id.as_ref().map_or("", Id::as_str));
        each("page", &self.page);
        each("size", &self.size);
        each("sort", &self.sort);
        each("seen", &self.seen);
        each("extra", &self.extra);
    }
}

told_by_members!(GetBulkStatus);

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
        query.push_some("page", digits(request.page).as_deref());
        query.push_some("size", digits(request.size).as_deref());
        query.push_some("sort", request.sort.as_deref());
        query.push_extra(&request.extra);
        gateway.get(&query.behind(&concat(&["/api/sms/messages/status/bulk/", &id, "/v1"])))
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
    let id = request.bulk_correlation_id.as_ref().map(Id::as_str);
    let (page, size) = (digits(request.page), digits(request.size));
    let named: [Option<&str>; NAMED] =
        [id, page.as_deref(), size.as_deref(), request.sort.as_deref(), request.seen.as_deref()];
    for text in named {
        sent.text.push_str(text.unwrap_or_default());
        sent.push(None, 0, 0);
    }
    for (name, value) in &request.extra {
        sent.text.push_str(name);
        sent.push(scalar(value).as_deref(), 0, 0);
    }
}

fn digits(number: Option<i64>) -> Option<String> {
    number.map(integer)
}

/// The request that was remembered; `None` of a reader of another operation.
fn recall(sent: &Sent) -> Option<GetBulkStatus> {
    let text = |place: usize| Some(sent.number(place)).filter(|text| !text.is_empty()).map(str::to_owned);
    let number = |place: usize| sent.number(place).parse().ok();
    let mut extra = Extra::new();
    for place in NAMED..sent.len() {
        let value = sent.id(place).unwrap_or_default().to_owned();
        extra.push((sent.number(place).to_owned(), Value::String(value.into())));
    }
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
    /// What the page holds, in 16 letters: whose statuses, in whatever order, not what they are, for those may change
    /// from one reply to the next. Where they bear no names, what they are has to do.
    fn mark(&self) -> String {
        let of = |status: &GatewayMessageDeliveryStatus| {
            let names = [&status.uuid, &status.message_id, &status.part_reference_id, &status.destination];
            let states = [&status.delivery_status, &status.delivery_timestamp];
            let chosen = if names.iter().any(|name| name.is_some()) { &names[..] } else { &states[..] };
            let mut text = String::new();
            for part in chosen {
                text.push_str(part.as_deref().unwrap_or_default());
                text.push('\0');
            }
            fixed_hash(&text)
        };
        let sum = self.statuses.iter().map(of).fold(0_u64, u64::wrapping_add);
        let mut digits = String::new();
        push_hex(sum, 16, |digit| *digit, &mut digits);
        digits
    }

    /// Whether nothing stands behind it. A page shorter than was asked for is not the last for that: a gateway may have
    /// a longest page of its own. `itemPagination` counts only where it is about the page that was asked for, and where it is
    /// sure whether the gateway counts from 0: it does if as many pages were there before, and its last page else bears the
    /// number of all.
    fn is_last(&self, asked: &GetBulkStatus) -> bool {
        let page = asked.page.unwrap_or(0);
        let before = asked.seen.as_ref().map_or(0, |seen| seen.len() / MARK);
        let by_pagination = self.pagination.is_some_and(|part| {
            let pages_behind = part.total_pages.and_then(|pages| pages.checked_sub(page));
            let is_from_zero = usize::try_from(page) == Ok(before);
            part.page_number == Some(page) && page >= 0 && pages_behind == Some(i64::from(is_from_zero))
        });
        self.form == Form::Object || self.statuses.is_empty() || by_pagination
    }
}

/// The letters of one page's mark.
const MARK: usize = 16;

/// The question for the page behind this one, and whether this one was there before.
pub(super) fn after(sent: &Sent, page: &Page) -> (Option<GetBulkStatus>, bool) {
    let Some(asked) = recall(sent) else { return (None, false) };
    let seen = asked.seen.clone().unwrap_or_default();
    let mark = page.mark();
    let is_repeated = !page.statuses.is_empty() && seen.as_bytes().chunks(MARK).any(|before| before == mark.as_bytes());
    if is_repeated {
        // A gateway that counts from 1 gives its first page for no page, or for 0, and for 1.
        let next = (asked.page == Some(1) && seen.len() == MARK).then_some(GetBulkStatus { page: Some(2), ..asked });
        return (next, true);
    }
    if page.is_last(&asked) {
        return (None, false);
    }
    let next = asked.page.unwrap_or(0).saturating_add(1);
    (Some(GetBulkStatus { page: Some(next), seen: Some(seen + &mark), ..asked }), false)
}
