//! `POST {base}/api/services/getdlr`, or `GET` with the same members in the query
//!
//! Documented: "Delivery reports" of Advanta, Fast Message and Speedocom; older pages show the request alone. One message a
//! call, by the gateway's id, which the reply to a send has. Its name is case-sensitive: in the field `messageid` in small
//! letters silently matched nothing.
//!
//! No report yet is an answer, too, with the outcome `unknown`, `uncertain`: the message may be on its way, or the id is that
//! of none. The documents' example has code 1009 for it, their table of codes 1008. It is no news: it has no
//! `delivery_description`, and takes nothing back of what was known before.

use crate::call::Parts;
use crate::fields::{Field, Out, wire, write_extra};
use crate::judge::{Judge, Policy, Shown};
use crate::operation::Operation;
use crate::path::Path;
use crate::reply::{Fault, ReadReply, Reading, SentRef, sealed};
use crate::reply_json::{Envelope, open};
use crate::secret::{AccountId, Secret};
use crate::sent::Sent;
use crate::shared_rules as shared;
use crate::smslist::account::{self, api_key, partner_id};
use crate::smslist::delivery::{Arrived, DeliveryReport};
use crate::smslist::gateway::Gateway;
use crate::values::{Id, judge_characters};

wire! {
    /// The request of [`Gateway::get_delivery_report`](crate::smslist::Gateway::get_delivery_report).
    pub struct GetDeliveryReport, "a delivery report request", judged by crate::fields::any {
        pub(crate) api_key = "apikey": Option<Secret>, api_key;
        pub(crate) partner_id = "partnerID": Option<AccountId>, partner_id;
        /// The gateway's id of the message.
        @required pub message_id = "messageID": Option<Id>, message_id;
    }
}

impl GetDeliveryReport {
    /// The report of the message of that id.
    pub fn new(message_id: impl Into<Id>) -> GetDeliveryReport {
        GetDeliveryReport { message_id: Some(message_id.into()), ..GetDeliveryReport::default() }
    }
}

pub(crate) fn message_id(id: &Id, at: &Path, judge: &mut Judge) {
    let shown = Shown::Plain(id.as_str());
    if id.as_str().is_empty() {
        judge.report(&shared::EMPTY, at, Shown::Nothing, &[]);
    }
    judge_characters(id.as_str(), at, judge, shown);
}

/// The operation.
pub(crate) struct GetDeliveryReportOperation;

impl Operation for GetDeliveryReportOperation {
    const NAME: &'static str = "smslist.get_delivery_report";
    type Gateway = Gateway;
    type Request = GetDeliveryReport;
    type Answer = DeliveryReport;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &GetDeliveryReport, judge: &mut Judge) {
        account::enter_with_method(gateway, &request.extra, judge);
        request.judge(&Path::Root, judge);
    }

    fn finish(gateway: &Gateway, request: &GetDeliveryReport, sent: &Sent) -> Parts {
        let mut out = Out::new(256, sent);
        account::begin(gateway, &mut out);
        if let Some(id) = &request.message_id {
            out.json.known_key("\"messageID\":");
            id.write(&mut out);
        }
        write_extra(&request.extra, &mut out);
        out.json.end_object();
        gateway.post_or_get("getdlr", out.json.into_bytes())
    }
}

crate::operation::entries! {
    /// Asks what became of one message. See [`get_delivery_report`](mod@crate::smslist::get_delivery_report).
    Gateway: GetDeliveryReportOperation, GetDeliveryReport, DeliveryReport, get_delivery_report, get_delivery_report_json, get_delivery_report_value
}

impl sealed::Sealed for DeliveryReport {}

impl ReadReply for DeliveryReport {
    const OPERATIONS: &'static [&'static str] = &[GetDeliveryReportOperation::NAME];
    const SENDS: bool = false;

    fn read(body: &[u8], _: SentRef<'_>) -> Reading<DeliveryReport> {
        let opened = open(body);
        let told = match opened.read(|reader| account::alone(reader, Arrived::read)) {
            Envelope::Read(told) => told.unwrap_or_default(),
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        if told.has_state() || told.has_no_report() {
            return Reading::Success(told.into_report(body));
        }
        account::says_no(told.said, Fault::shape("expected a state", Some("delivery-description")))
    }
}
