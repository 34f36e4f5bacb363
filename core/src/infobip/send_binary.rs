//! `POST {base}/sms/1/binary/advanced`, with `api_version` 2 `POST {base}/sms/2/binary/advanced`.
//!
//! Documented: "Fully featured binary message" of a white label of Infobip, whose heading names this path (its samples
//! post to others), the 2015 manual of another, and the vendor's OpenAPI file for version 2, whose request is the same.
//! Octets take the place of the text; the reply is that of texts.

use crate::fields::{any, wire};
use crate::infobip::advanced::{Advanced, advanced_message, envelope, messages};
use crate::infobip::gateway::{Gateway, LIMITS};
use crate::infobip::hex::Binary;
use crate::infobip::parts::{SendingSpeedLimit, Tracking};
use crate::infobip::reply::SentMessages;
use crate::infobip::rules;
use crate::infobip::value_rules as check;
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::values::Id;

wire! {
    /// The request of [`Gateway::send_binary`](crate::infobip::Gateway::send_binary): octets, each to one or many numbers.
    pub struct SendBinary, "a binary request", judged by crate::fields::any {
        /// An id for the request as a whole, up to 100 characters; the gateway makes one up when it is unset.
        pub bulk_id = "bulkId": Option<Id>, check::bulk_id;
        /// The messages; at least one.
        @required pub messages = "messages": Vec<BinaryMessage>, messages;
        /// Conversion tracking. Version 1.
        pub tracking = "tracking": Option<Tracking>, tracking;
        /// How fast the gateway sends. Version 2.
        pub sending_speed_limit = "sendingSpeedLimit": Option<SendingSpeedLimit>, SendingSpeedLimit::judge;
        /// Whether the reply tells the number of parts. Version 2, where it does not by default.
        pub include_sms_count_in_response = "includeSmsCountInResponse": Option<bool>, check::include_sms_count;
    }
}

const TEXT: &[(&str, &str)] = &[("text", "Texts go with `send_text`, to /sms/1/text/advanced.")];

advanced_message! {
    /// Octets and where they go.
    BinaryMessage, "a binary message", judged by any, elsewhere TEXT, entity by check::binary_entity_id, application by check::binary_application_id,
    {
        /// The content.
        @required pub binary = "binary": Option<Binary>, Binary::judge;
    }
    {}
}

impl BinaryMessage {
    /// A message of that content, so far to nobody.
    pub fn new(binary: impl Into<Binary>) -> BinaryMessage {
        BinaryMessage { binary: Some(binary.into()), ..BinaryMessage::default() }
    }
}

crate::fields::setters! {
    SendBinary { bulk_id: Id, tracking: Tracking, sending_speed_limit: SendingSpeedLimit,
        include_sms_count_in_response: bool }
}

envelope! { SendBinary of BinaryMessage, "infobip.send_binary", "/sms/1/binary/advanced", "/sms/2/binary/advanced" }

fn tracking(tracking: &Tracking, at: &Path, judge: &mut Judge) {
    if judge.policy.version > 1 {
        judge.report(&rules::BINARY_TRACKING, at, Shown::Nothing, &[]);
    }
    tracking.judge(at, judge);
}

/// The operation.
pub(crate) type SendBinaryOperation = Advanced<SendBinary>;

crate::operation::entries! {
    /// Sends octets: judges the request and finishes the call. See [`send_binary`](mod@crate::infobip::send_binary).
    Gateway: SendBinaryOperation, SendBinary, SentMessages, send_binary + send_binary_at, send_binary_json, send_binary_value
}

crate::plan::planner! {
    BinaryPlanner, BinaryPlan, SendBinaryOperation, SendBinary, Gateway, BinaryMessage, SentMessages, binary_planner, plan_binary, plan_binary_with
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_binary` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_binary, check_binary_value, SendBinaryOperation, LIMITS
}
