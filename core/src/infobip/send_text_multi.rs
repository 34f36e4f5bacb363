//! `POST {base}/sms/1/text/multi`, whatever `api_version` says: no document shows another version of it.
//!
//! Documented: the 2015 manual of a white label. Several texts, each to one or many numbers, without ids and options: those
//! are with [`send_text`](mod@crate::infobip::send_text). The reply is that of `send_text`, and its entries are joined by their
//! numbers.

use crate::fields::{any, wire};
use crate::infobip::gateway::{Gateway, LIMITS};
use crate::infobip::reply::SentMessages;
use crate::infobip::send_text_single::SimpleText;
use crate::infobip::simple::{Endpoint, Simple, messages};
use crate::infobip::value_rules as check;
use crate::judge::Judge;
use crate::path::Path;
use crate::values::Id;

const ADVANCED: &[(&str, &str)] = &[("tracking", "It is a field of `send_text`, which sends to /sms/1/text/advanced.")];

wire! {
    /// The request of [`Gateway::send_text_multi`](crate::infobip::Gateway::send_text_multi): texts, each to one or many numbers.
    pub struct SendTextMulti, "a request of simple messages", judged by any, elsewhere ADVANCED {
        /// An id for the request as a whole, up to 100 characters; the gateway makes one up when it is unset.
        pub bulk_id = "bulkId": Option<Id>, check::bulk_id;
        /// The messages; at least one.
        @required pub messages = "messages": Vec<SimpleText>, messages;
    }
}

crate::fields::setters! { SendTextMulti { bulk_id: Id } }

impl SendTextMulti {
    /// A request of those messages.
    pub fn new(messages: impl IntoIterator<Item = SimpleText>) -> SendTextMulti {
        SendTextMulti { messages: messages.into_iter().collect(), ..SendTextMulti::default() }
    }
}

pub(crate) struct TextMulti;

impl Endpoint for TextMulti {
    const NAME: &'static str = "infobip.send_text_multi";
    const PATHS: [&'static str; 2] = ["/sms/1/text/multi"; 2];
    type Request = SendTextMulti;

    fn judge(request: &SendTextMulti, judge: &mut Judge) {
        request.judge(&Path::Root, judge);
    }
}

/// The operation.
pub(crate) type SendTextMultiOperation = Simple<TextMulti>;

crate::operation::entries! {
    /// Sends several texts. See [`send_text_multi`](mod@crate::infobip::send_text_multi).
    Gateway: SendTextMultiOperation, SendTextMulti, SentMessages, send_text_multi, send_text_multi_json, send_text_multi_value
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_text_multi` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_text_multi, check_text_multi_value, SendTextMultiOperation, LIMITS
}
