//! `POST {base}/sms/1/text/advanced`, with `api_version` 2 `POST {base}/sms/2/text/advanced`.
//!
//! Documented: "Fully featured textual message" of a white label of Infobip, the 2015 manual of another, and the vendor's
//! OpenAPI file for version 2, whose request is the same. Texts, each to one or many numbers, in one request; the reply
//! has one entry for each number, and a number may be rejected inside of HTTP 200.

use crate::fields::{Field, Out};
use crate::infobip::gateway::{Gateway, LIMITS};
use crate::infobip::message::{Destination, SendText, TextMessage};
use crate::infobip::reply::SentText;
use crate::judge::{Judge, Policy};
use crate::operation::{Operation, Parts};
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

    fn finish(gateway: &Gateway, request: &SendText, sent: &Sent) -> Parts {
        let path = match gateway.api_version() {
            2 => "/sms/2/text/advanced",
            _ => "/sms/1/text/advanced",
        };
        let mut out = Out::new(256 + request.messages.len() * 512, sent, 0);
        request.write(&mut out);
        gateway.post(path, out.json.into_bytes())
    }
}

impl Bulk for SendTextOperation {
    type Message = TextMessage;
    type Destination = Destination;
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

    fn take_destinations(message: &mut TextMessage) -> Vec<Destination> {
        std::mem::take(&mut message.to)
    }

    fn with_destinations(message: &TextMessage, destinations: Vec<Destination>) -> TextMessage {
        TextMessage { to: destinations, ..message.clone() }
    }

    fn write_destination(destination: &Destination, out: &mut Out) {
        destination.write(out);
    }

    fn write_message(_: &Gateway, message: &TextMessage, out: &mut Out) {
        message.write(out);
    }

    fn request(envelope: &SendText, messages: Vec<TextMessage>) -> SendText {
        SendText { messages, ..envelope.clone() }
    }
}

crate::plan::planner! {
    TextPlanner, TextPlan, SendTextOperation, SendText, Gateway, TextMessage, SentText, text_planner, plan_text, plan_text_with
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_text` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_text, check_text_value, SendTextOperation, LIMITS
}
