//! `POST {base}/api/sms/send-message/v1`
//!
//! Documented: "Send a simple SMS message", by its examples. One text to one number; the reply repeats the request's id
//! and has no `messageId`, so which of its ids the status endpoints take is not documented.

use crate::blackkonnect::gateway::{Gateway, LIMITS};
use crate::blackkonnect::generic::{generic_request, takes_generic};
use crate::blackkonnect::reply::SimpleSmsMessageResponse;
use crate::blackkonnect::value_rules::{absent_text, number, sender, text};
use crate::call::Parts;
use crate::fields::{Field, Out, any, setters};
use crate::judge::{Judge, Policy};
use crate::operation::Operation;
use crate::path::Path;
use crate::sent::Sent;
use crate::values::{Id, Number, Sender, Text};

generic_request! {
    /// The request of [`Gateway::send_message`]: one text to one number.
    SimpleSmsMessageRequest, "a simple message", judged by whole_request {
        /// The text.
        pub text = "text": Option<Text>, text;
        /// The phone number. `destination` on the wire.
        @required pub to = "destination": Option<Number>, number;
        /// The sender. `sourceAddress` on the wire.
        pub sender = "sourceAddress": Option<Sender>, sender;
        /// How urgent it is. No document says which way it counts.
        pub priority = "priority": Option<i64>, any;
    }
}

setters! { SimpleSmsMessageRequest { sender: Sender, priority: i64 } }

takes_generic! { SimpleSmsMessageRequest }

impl SimpleSmsMessageRequest {
    /// That text to that number.
    pub fn new(to: impl Into<Number>, text: impl Into<Text>) -> SimpleSmsMessageRequest {
        SimpleSmsMessageRequest { to: Some(to.into()), text: Some(text.into()), ..SimpleSmsMessageRequest::default() }
    }
}

fn whole_request(request: &SimpleSmsMessageRequest, at: &Path, judge: &mut Judge) {
    absent_text(request.text.as_ref(), at, judge);
    judge.close(request.message_id.as_ref().map(Id::as_str), 0);
}

/// The operation.
pub(crate) struct SendMessageOperation;

impl Operation for SendMessageOperation {
    const NAME: &'static str = "blackkonnect.send_message";
    type Gateway = Gateway;
    type Request = SimpleSmsMessageRequest;
    type Answer = SimpleSmsMessageResponse;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &SimpleSmsMessageRequest, judge: &mut Judge) {
        if let Some(gateway) = gateway {
            gateway.need_token(judge);
        }
        request.judge(&Path::Root, judge);
    }

    fn finish(gateway: &Gateway, request: &SimpleSmsMessageRequest, sent: &Sent) -> Parts {
        let mut out = Out::new(512, sent);
        request.write(&mut out);
        gateway.post("/api/sms/send-message/v1", out.json.into_bytes())
    }
}

crate::operation::entries! {
    /// Sends one text to one number. See [`send_message`](mod@crate::blackkonnect::send_message).
    Gateway: SendMessageOperation, SimpleSmsMessageRequest, SimpleSmsMessageResponse, send_message, send_message_json, send_message_value
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_message` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_message, check_message_value, SendMessageOperation, LIMITS
}
