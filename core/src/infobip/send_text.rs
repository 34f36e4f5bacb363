//! `POST {base}/sms/1/text/advanced`, with `api_version` 2 `POST {base}/sms/2/text/advanced`.
//!
//! Documented: "Fully featured textual message" of a white label of Infobip, the 2015 manual of another, and the vendor's
//! OpenAPI file for version 2, whose request is the same. Texts, each to one or many numbers, in one request; the reply
//! has one entry for each number, and a number may be rejected inside of HTTP 200.

use crate::fields::{Field, Out};
use crate::infobip::gateway::{Gateway, LIMITS};
use crate::infobip::message::{SendText, TextMessage};
use crate::infobip::reply::SentText;
use crate::judge::{Judge, Policy};
use crate::operation::{Endpoint, Operation};
use crate::path::Path;
use crate::plan::Bulk;
use crate::sent::Sent;

/// The operation.
pub(crate) struct SendTextOperation;

impl Operation for SendTextOperation {
    type Gateway = Gateway;
    type Request = SendText;
    type Answer = SentText;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(_: Option<&Gateway>, request: &SendText, judge: &mut Judge) {
        request.judge(&Path::Root, judge);
    }

    fn endpoint(gateway: &Gateway) -> Endpoint {
        gateway.post(match gateway.api_version() {
            2 => "/sms/2/text/advanced",
            _ => "/sms/1/text/advanced",
        })
    }

    fn body(_: &Gateway, request: &SendText, sent: &Sent) -> Vec<u8> {
        let mut out = Out::new(256 + request.messages.len() * 512, sent, 0);
        request.write(&mut out);
        out.json.into_bytes()
    }
}

impl Bulk for SendTextOperation {
    type Message = TextMessage;
    const LIST: &'static str = "messages";

    fn introduce(_: &Gateway, _: &mut Judge) {}

    fn judge_envelope(envelope: &SendText, judge: &mut Judge) {
        envelope.judge_envelope(&Path::Root, judge);
    }

    fn judge_message(message: &TextMessage, at: &Path, judge: &mut Judge) {
        message.judge(at, judge);
    }

    fn destination_at(place: &str) -> Option<usize> {
        place.strip_prefix("destinations[")?.split_once(']')?.0.parse().ok()
    }

    fn destinations(message: &TextMessage) -> usize {
        message.to.len()
    }

    fn part(message: &TextMessage, destinations: &[usize]) -> TextMessage {
        let to = destinations.iter().filter_map(|index| message.to.get(*index)).cloned().collect();
        let rest = TextMessage { to: Vec::new(), ..message.clone() };
        TextMessage { to, ..rest }
    }

    fn write_destination(message: &TextMessage, index: usize, out: &mut Out) {
        if let Some(destination) = message.to.get(index) {
            destination.write(out);
        }
    }

    fn write_message(_: &Gateway, message: &TextMessage, out: &mut Out) {
        message.write(out);
    }

    fn request(envelope: &SendText, messages: Vec<TextMessage>) -> SendText {
        SendText { messages, ..envelope.clone() }
    }
}

crate::plan::planner! {
    TextPlanner, TextPlan, SendTextOperation, Gateway, TextMessage, SentText, text_planner, plan_text
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_text` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_text, check_text_value, SendTextOperation, LIMITS
}
