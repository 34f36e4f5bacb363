//! `POST {base}/api/sms/send-bulk-messages/v1`
//!
//! Documented: "Send bulk SMS messages", by its examples. Texts, each to one or many numbers, in one request; the reply
//! has one entry for each number. No document gives a limit.

use crate::blackkonnect::gateway::{Gateway, LIMITS};
use crate::blackkonnect::generic::{generic_request, takes_generic};
use crate::blackkonnect::reply::BulkSmsMessageResponse;
use crate::blackkonnect::rules;
use crate::blackkonnect::sms_message::SmsMessage;
use crate::blackkonnect::value_rules::{id, sender};
use crate::call::Parts;
use crate::fields::{Field, Out, any, setters};
use crate::judge::{Judge, Policy, Shown};
use crate::message_list::{FORM, judge_messages};
use crate::operation::Operation;
use crate::path::Path;
use crate::plan::{Bulk, Form, drop_at};
use crate::sent::Sent;
use crate::shared_rules as shared;
use crate::values::{Id, Sender};

generic_request! {
    /// The request of [`Gateway::send_bulk`]: texts, each to one or many numbers.
    BulkSmsMessageRequest, "a bulk request", judged by any {
        /// Your id for the bulk as a whole.
        pub bulk_id = "bulkId": Option<Id>, id;
        /// The sender of all messages that name no other. `sourceAddress` on the wire.
        pub sender = "sourceAddress": Option<Sender>, sender;
        /// The messages; at least one.
        @required pub messages = "messages": Vec<SmsMessage>, messages;
    }
}

setters! { BulkSmsMessageRequest { bulk_id: Id, sender: Sender } }

takes_generic! { BulkSmsMessageRequest }

impl BulkSmsMessageRequest {
    /// A request of those messages.
    pub fn new(messages: impl IntoIterator<Item = SmsMessage>) -> BulkSmsMessageRequest {
        BulkSmsMessageRequest { messages: messages.into_iter().collect(), ..BulkSmsMessageRequest::default() }
    }
}

fn messages(messages: &[SmsMessage], at: &Path, judge: &mut Judge) {
    let count = |message: &SmsMessage| message.to.len();
    judge_messages(messages, count, &shared::TOO_MANY_MESSAGES, SmsMessage::judge, at, judge);
}

/// The operation.
pub(crate) struct SendBulkOperation;

impl Operation for SendBulkOperation {
    const NAME: &'static str = "blackkonnect.send_bulk";
    type Gateway = Gateway;
    type Request = BulkSmsMessageRequest;
    type Answer = BulkSmsMessageResponse;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &BulkSmsMessageRequest, judge: &mut Judge) {
        if let Some(gateway) = gateway {
            gateway.need_token(judge);
        }
        request.judge(&Path::Root, judge);
    }

    fn finish(gateway: &Gateway, request: &BulkSmsMessageRequest, sent: &Sent) -> Parts {
        let mut out = Out::new(256 + request.messages.len() * 512, sent);
        request.write(&mut out);
        gateway.post("/api/sms/send-bulk-messages/v1", out.json.into_bytes())
    }
}

impl Bulk for SendBulkOperation {
    type Message = SmsMessage;
    const FORM: &'static Form = FORM;

    fn judge_envelope(gateway: &Gateway, envelope: &BulkSmsMessageRequest, judge: &mut Judge) {
        gateway.need_token(judge);
        let at = Path::Root;
        let ids =
            [("messageId", &envelope.message_id), ("requestId", &envelope.request_id), ("bulkId", &envelope.bulk_id)];
        for (name, _) in ids.iter().filter(|(_, id)| id.is_some()) {
            judge.report(&rules::PLAN_ID, &at.key(name), Shown::Nothing, &[]);
        }
        envelope.judge_but(FORM.list, &at, judge);
    }

    fn judge_message(_: &Gateway, message: &SmsMessage, at: &Path, judge: &mut Judge) {
        message.judge(at, judge);
    }

    fn drop_destinations(message: &mut SmsMessage, bad: &[usize]) {
        drop_at(&mut message.to, bad);
    }

    fn write_message(_: &Gateway, message: &SmsMessage, out: &mut Out) {
        message.write(out);
    }

    fn without_messages(envelope: &BulkSmsMessageRequest) -> BulkSmsMessageRequest {
        BulkSmsMessageRequest { messages: Vec::new(), ..envelope.clone() }
    }
}

crate::operation::entries! {
    /// Sends texts: judges the request and finishes the call. See [`send_bulk`](mod@crate::blackkonnect::send_bulk).
    Gateway: SendBulkOperation, BulkSmsMessageRequest, BulkSmsMessageResponse, send_bulk + send_bulk_at, send_bulk_json, send_bulk_value
}

crate::plan::planner! {
    BulkPlanner, BulkPlan, SendBulkOperation, BulkSmsMessageRequest, Gateway, SmsMessage, BulkSmsMessageResponse, bulk_planner, plan_bulk, plan_bulk_with
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_bulk` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_bulk, check_bulk_value, SendBulkOperation, LIMITS
}
