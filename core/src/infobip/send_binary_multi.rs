//! `POST {base}/sms/1/binary/multi`, whatever `api_version` says: no document shows another version of it.
//!
//! Documented: the 2015 manual of a white label. Several binary messages, each to one or many numbers, without ids and
//! options: those are with [`send_binary`](mod@crate::infobip::send_binary). The reply is that of `send_text`, and its entries
//! are joined by their numbers.

use crate::fields::{any, wire};
use crate::infobip::gateway::{Gateway, LIMITS};
use crate::infobip::reply::SentMessages;
use crate::infobip::send_binary_single::SimpleBinary;
use crate::infobip::simple::{Endpoint, Simple, messages};
use crate::infobip::value_rules as check;
use crate::judge::Judge;
use crate::path::Path;
use crate::values::Id;

const ADVANCED: &[(&str, &str)] =
    &[("tracking", "It is a field of `send_binary`, which sends to /sms/1/binary/advanced.")];

wire! {
    /// The request of [`Gateway::send_binary_multi`](crate::infobip::Gateway::send_binary_multi): octets, each to one or many numbers.
    pub struct SendBinaryMulti, "a request of simple binary messages", judged by any, elsewhere ADVANCED {
        /// An id for the request as a whole, up to 100 characters; the gateway makes one up when it is unset.
        pub bulk_id = "bulkId": Option<Id>, check::bulk_id;
        /// The messages; at least one.
        @required pub messages = "messages": Vec<SimpleBinary>, messages;
    }
}

crate::fields::setters! { SendBinaryMulti { bulk_id: Id } }

impl SendBinaryMulti {
    /// A request of those messages.
    pub fn new(messages: impl IntoIterator<Item = SimpleBinary>) -> SendBinaryMulti {
        SendBinaryMulti { messages: messages.into_iter().collect(), ..SendBinaryMulti::default() }
    }
}

pub(crate) struct BinaryMulti;

impl Endpoint for BinaryMulti {
    const NAME: &'static str = "infobip.send_binary_multi";
    const PATHS: [&'static str; 2] = ["/sms/1/binary/multi"; 2];
    type Request = SendBinaryMulti;

    fn judge(request: &SendBinaryMulti, judge: &mut Judge) {
        request.judge(&Path::Root, judge);
    }
}

/// The operation.
pub(crate) type SendBinaryMultiOperation = Simple<BinaryMulti>;

crate::operation::entries! {
    /// Sends several binary messages. See [`send_binary_multi`](mod@crate::infobip::send_binary_multi).
    Gateway: SendBinaryMultiOperation, SendBinaryMulti, SentMessages, send_binary_multi, send_binary_multi_json, send_binary_multi_value
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_binary_multi` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_binary_multi, check_binary_multi_value, SendBinaryMultiOperation, LIMITS
}
