//! `POST {base}/sms/1/text/single`, with `api_version` 2 `POST {base}/sms/2/text/single`.
//!
//! Documented: the 2015 manual of a white label and the vendor's older pages, one of which has version 2 of it; the further
//! fields are those of a version 1 SDK. One text to one or many numbers, without ids and options: those are with
//! [`send_text`](mod@crate::infobip::send_text). The reply is that of `send_text`, and its entries are joined by their numbers.

use crate::infobip::estimate::judge_text_size;
use crate::infobip::gateway::{Gateway, LIMITS};
use crate::infobip::parts::Regional;
use crate::infobip::reply::SentMessages;
use crate::infobip::simple::{Endpoint, Simple, judge_single, of_advanced, simple_message};
use crate::infobip::value_rules as check;
use crate::judge::Judge;
use crate::path::Path;
use crate::text::{Options, Segments, segments};
use crate::values::{Sender, Text};

const ADVANCED: &[(&str, &str)] = of_advanced! {
    "It is a field of `send_text`, which sends to /sms/1/text/advanced.":
    "destinations" "flash" "language" "intermediateReport" "notifyUrl" "notifyContentType" "callbackData" "validityPeriod"
    "sendAt" "deliveryTimeWindow" "messageId" "tracking" "notify";
    "binary" => "Binary bodies go with `send_binary_single`, to /sms/1/binary/single.";
    "messages" => "Several messages go with `send_text_multi`, to /sms/1/text/multi.";
};

simple_message! {
    /// A text to one or many numbers: the request of
    /// [`Gateway::send_text_single`](crate::infobip::Gateway::send_text_single), and an element of
    /// [`SendTextMulti`](crate::infobip::SendTextMulti).
    SimpleText, "a simple message", judged by judge_size, elsewhere ADVANCED,
    {
        /// The text, at most 25 parts and 4,000 bytes of UTF-8.
        @required pub text = "text": Option<Text>, check::text;
        /// What the gateway does about characters outside of the alphabet: a name such as `TURKISH`. In a version 1 SDK.
        pub transliteration = "transliteration": Option<String>, check::transliteration;
        /// What the rules of single countries ask for. In a version 1 SDK.
        pub regional = "regional": Option<Regional>, Regional::judge;
        /// In a version 1 SDK; no document says what it does.
        pub campaign_id = "campaignId": Option<String>, crate::values::plain;
        /// In a version 1 SDK; no document says what it does.
        pub operator_client_id = "operatorClientId": Option<String>, crate::values::plain;
    }
}

crate::fields::setters! { SimpleText {
    sender: Sender, transliteration: String, regional: Regional, campaign_id: String, operator_client_id: String,
} }

/// The request of [`Gateway::send_text_single`](crate::infobip::Gateway::send_text_single).
pub type SendTextSingle = SimpleText;

impl SimpleText {
    /// A message of that text, so far to nobody.
    pub fn new(text: impl Into<Text>) -> SimpleText {
        SimpleText { text: Some(text.into()), ..SimpleText::default() }
    }

    /// How the gateway may send the text, by `transliteration`; see
    /// [`TextMessage::text_options`](crate::infobip::TextMessage::text_options).
    #[must_use]
    pub fn text_options(&self) -> Options {
        crate::infobip::text_options(None, None, None, self.transliteration.as_deref())
    }

    /// What the text costs, and why. An estimate.
    #[must_use]
    pub fn segments(&self) -> Segments<'_> {
        segments(self.text.as_ref().map_or("", Text::as_str), &self.text_options())
    }
}

fn judge_size(message: &SimpleText, at: &Path, judge: &mut Judge) {
    judge_text_size(message.text.as_ref(), &|| message.text_options(), at, judge);
}

pub(crate) struct TextSingle;

impl Endpoint for TextSingle {
    const NAME: &'static str = "infobip.send_text_single";
    const PATHS: [&'static str; 2] = ["/sms/1/text/single", "/sms/2/text/single"];
    type Request = SimpleText;

    fn judge(request: &SimpleText, judge: &mut Judge) {
        judge_single(request, judge);
    }
}

/// The operation.
pub(crate) type SendTextSingleOperation = Simple<TextSingle>;

crate::operation::entries! {
    /// Sends one text to one or many numbers. See [`send_text_single`](mod@crate::infobip::send_text_single).
    Gateway: SendTextSingleOperation, SimpleText, SentMessages, send_text_single, send_text_single_json, send_text_single_value
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_text_single` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included.
    check_text_single, check_text_single_value, SendTextSingleOperation, LIMITS
}
