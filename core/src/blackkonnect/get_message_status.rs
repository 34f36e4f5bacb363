//! `GET {base}/api/sms/messages/status/{messageId}/v1`
//!
//! The documents name this operation, a second "Get message status", and its page is not to be found: path, parameter
//! and reply are inferred from those of the bulk. The path is a setting of the gateway, and as long as it is not set,
//! each call has a warning. Which of a message's ids the gateway takes is not documented, either; the reply is read in
//! every form that the documents show.

use crate::blackkonnect::gateway::Gateway;
use crate::blackkonnect::rules;
use crate::blackkonnect::statuses::DeliveryStatuses;
use crate::blackkonnect::value_rules::path_id;
use crate::call::Parts;
use crate::fields::wire;
use crate::form::{Pairs, judge_scalars};
use crate::judge::{Judge, Policy, Shown};
use crate::operation::Operation;
use crate::path::Path;
use crate::pieces::concat;
use crate::sent::Sent;
use crate::values::Id;

wire! {
    /// The request of [`Gateway::get_message_status`]: the status of one message.
    pub struct GetMessageStatus, "a message status request", judged by whole_request {
        /// The message's id: yours, or whichever your operator takes.
        @required pub message_id = "messageId": Option<Id>, path_id;
    }
}

impl GetMessageStatus {
    /// The status of the message of that id.
    pub fn new(message_id: impl Into<Id>) -> GetMessageStatus {
        GetMessageStatus { message_id: Some(message_id.into()), ..GetMessageStatus::default() }
    }
}

fn whole_request(request: &GetMessageStatus, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

/// The operation.
pub(crate) struct GetMessageStatusOperation;

impl Operation for GetMessageStatusOperation {
    const NAME: &'static str = "blackkonnect.get_message_status";
    type Gateway = Gateway;
    type Request = GetMessageStatus;
    type Answer = DeliveryStatuses;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &GetMessageStatus, judge: &mut Judge) {
        if let Some(gateway) = gateway {
            gateway.need_token(judge);
            if gateway.guesses_message_status_path() {
                judge.report(&rules::STATUS_PATH, &Path::Root, Shown::Nothing, &[]);
            }
        }
        request.judge(&Path::Root, judge);
    }

    fn finish(gateway: &Gateway, request: &GetMessageStatus, _: &Sent) -> Parts {
        let path = gateway.message_status_path(request.message_id.as_ref().map_or("", Id::as_str));
        let mut query = Pairs::default();
        query.push_extra(&request.extra);
        let mark = if path.as_bytes().contains(&b'?') { "&" } else { "?" };
        match query.finish() {
            query if query.is_empty() => gateway.get(&path),
            query => gateway.get(&concat(&[&path, mark, &query])),
        }
    }
}

crate::operation::entries! {
    /// Asks for the status of one message. See [`get_message_status`](mod@crate::blackkonnect::get_message_status).
    Gateway: GetMessageStatusOperation, GetMessageStatus, DeliveryStatuses, get_message_status, get_message_status_json, get_message_status_value
}
