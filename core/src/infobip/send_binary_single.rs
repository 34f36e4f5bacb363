//! `POST {base}/sms/1/binary/single`, whatever `api_version` says: no document shows another version of it.
//!
//! Documented: the 2015 manual of a white label and the vendor's older pages. Octets to one or many numbers, without ids and
//! options: those are with [`send_binary`](mod@crate::infobip::send_binary). The reply is that of `send_text`, and its entries
//! are joined by their numbers.

use crate::fields::any;
use crate::infobip::gateway::{Gateway, LIMITS};
use crate::infobip::hex::Binary;
use crate::infobip::reply::SentMessages;
use crate::infobip::simple::{Endpoint, Simple, judge_single, of_advanced, simple_message};
use crate::judge::Judge;
use crate::values::Sender;

const ADVANCED: &[(&str, &str)] = of_advanced! {
    "It is a field of `send_binary`, which sends to /sms/1/binary/advanced.":
    "destinations" "flash" "intermediateReport" "notifyUrl" "notifyContentType" "callbackData" "validityPeriod" "sendAt"
    "deliveryTimeWindow" "messageId" "regional" "tracking" "notify";
    "text" => "Texts go with `send_text_single`, to /sms/1/text/single.";
    "messages" => "Several messages go with `send_binary_multi`, to /sms/1/binary/multi.";
};

simple_message! {
    /// Octets to one or many numbers: the request of
    /// [`Gateway::send_binary_single`](crate::infobip::Gateway::send_binary_single), and an element of
    /// [`SendBinaryMulti`](crate::infobip::SendBinaryMulti).
    SimpleBinary, "a simple binary message", judged by any, elsewhere ADVANCED,
    {
        /// The content.
        @required pub binary = "binary": Option<Binary>, Binary::judge;
    }
}

crate::fields::setters! { SimpleBinary { sender: Sender } }

/// The request of [`Gateway::send_binary_single`](crate::infobip::Gateway::send_binary_single).
pub type SendBinarySingle = SimpleBinary;

impl SimpleBinary {
    /// A message of that content, so far to nobody.
    pub fn new(binary: impl Into<Binary>) -> SimpleBinary {
        SimpleBinary { binary: Some(binary.into()), ..SimpleBinary::default() }
    }
}

pub(crate) struct BinarySingle;

impl Endpoint for BinarySingle {
    const NAME: &'static str = "infobip.send_binary_single";
    const PATHS: [&'static str; 2] = ["/sms/1/binary/single"; 2];
    type Request = SimpleBinary;

    fn judge(request: &SimpleBinary, judge: &mut Judge) {
        judge_single(request, judge);
    }
}

/// The operation.
pub(crate) type SendBinarySingleOperation = Simple<BinarySingle>;

crate::operation::entries! {
    /// Sends octets to one or many numbers. See [`send_binary_single`](mod@crate::infobip::send_binary_single).
    Gateway: SendBinarySingleOperation, SimpleBinary, SentMessages, send_binary_single, send_binary_single_json, send_binary_single_value
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_binary_single` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included.
    check_binary_single, check_binary_single_value, SendBinarySingleOperation, LIMITS
}
