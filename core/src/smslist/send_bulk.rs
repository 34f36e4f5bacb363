//! `POST {base}/api/services/sendbulk`
//!
//! Documented: "Send bulk" of Fast Message and Advanta, and the older pages of TextSMS, Sunface, TeamWeb and Kemrut. Up to
//! 1,000 messages (20 on old deployments), each one text to one number; partner id, API key and sender stand in every item.
//! The reply has one entry for each item, in no promised order, and refusals come inside of HTTP 200.

use std::sync::Arc;

use crate::call::Parts;
use crate::fields::Out;
use crate::judge::{Account, Judge, Mode, Policy, Shown};
use crate::operation::Operation;
use crate::path::Path;
use crate::plan::{Bulk, Form};
use crate::secret::Secret;
use crate::sent::Sent;
use crate::shared_rules as shared;
use crate::smslist::gateway::{Gateway, LIMITS};
use crate::smslist::message::{BulkMessage, SendBulk};
use crate::smslist::reply::SentBulk;
use crate::smslist::rules;

/// The operation.
pub(crate) struct SendBulkOperation;

impl Operation for SendBulkOperation {
    const NAME: &'static str = "smslist.send_bulk";
    type Gateway = Gateway;
    type Request = SendBulk;
    type Answer = SentBulk;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &SendBulk, judge: &mut Judge) {
        judge.account = Some(match gateway {
            Some(gateway) => Arc::clone(gateway.account()),
            None => first_account(request),
        });
        let at = Path::Root;
        let length = request.messages.len();
        match request.count {
            Some(count) if usize::try_from(count) != Ok(length) && !judge.is_broken(&at.key("smslist")) => {
                judge.report(&rules::COUNT, &at.key("count"), Shown::Integer(count), &[&length]);
            }
            None if judge.mode == Mode::Check => judge.report(&shared::MISSING, &at.key("count"), Shown::Nothing, &[]),
            _ => {}
        }
        request.judge(&at, judge);
    }

    fn finish(gateway: &Gateway, request: &SendBulk, sent: &Sent) -> Parts {
        let mut out = Out::new(64 + request.messages.len() * 256, sent);
        request.write_for(gateway, &mut out);
        gateway.post("sendbulk", out.json.into_bytes())
    }
}

/// The account that a finished payload's first item names; the gateway would use it for all. What that item lacks is told
/// as missing there, and the first item that has it stands in.
fn first_account(request: &SendBulk) -> Arc<Account> {
    let messages = || request.messages.iter();
    Arc::new(Account {
        partner_id: messages()
            .find_map(|item| item.partner_id.as_ref())
            .map_or_else(|| Secret::new(""), |id| Secret::new(id.reveal())),
        api_key: messages().find_map(|item| item.api_key.clone()).unwrap_or_else(|| Secret::new("")),
        sender: messages().find_map(|item| item.sender.clone()).unwrap_or_default(),
        pass_type: None,
    })
}

impl Bulk for SendBulkOperation {
    type Message = BulkMessage;
    const FORM: &'static Form = &Form {
        list: "smslist",
        count: Some("count"),
        destinations: "mobile",
        destination_at: |place| (place == "mobile").then_some(0),
    };

    fn judge_envelope(_: &Gateway, envelope: &SendBulk, judge: &mut Judge) {
        if let Some(count) = envelope.count {
            judge.report(&rules::PLAN_COUNT, &Path::Root.key("count"), Shown::Integer(count), &[]);
        }
        envelope.judge_but(Self::FORM.list, &Path::Root, judge);
    }

    fn judge_message(gateway: &Gateway, message: &BulkMessage, at: &Path, judge: &mut Judge) {
        judge.account = Some(Arc::clone(gateway.account()));
        message.judge(at, judge);
    }

    fn write_message(gateway: &Gateway, message: &BulkMessage, out: &mut Out) {
        message.write_for(gateway, out);
    }

    fn without_messages(envelope: &SendBulk) -> SendBulk {
        SendBulk { messages: Vec::new(), ..envelope.clone() }
    }
}

crate::operation::entries! {
    /// Sends a list: judges the request and finishes the call. See [`send_bulk`](mod@crate::smslist::send_bulk).
    Gateway: SendBulkOperation, SendBulk, SentBulk, send_bulk, send_bulk_json, send_bulk_value
}

crate::plan::planner! {
    BulkPlanner, BulkPlan, SendBulkOperation, SendBulk, Gateway, BulkMessage, SentBulk, bulk_planner, plan_bulk, plan_bulk_with
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_bulk` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_bulk, check_bulk_value, SendBulkOperation, LIMITS
}
