//! `POST {base}/sms/1/text/advanced`, with `api_version` 2 `POST {base}/sms/2/text/advanced`.
//!
//! Documented: "Fully featured textual message" of a white label of Infobip, the 2015 manual of another, and the
//! vendor's OpenAPI file for version 2, whose request is the same. Texts, each to one or many numbers, in one request;
//! the reply has one entry for each number, and a number may be rejected inside of HTTP 200.

use crate::fields::wire;
use crate::infobip::advanced::{Advanced, advanced_message, envelope, messages};
use crate::infobip::estimate::judge_size;
use crate::infobip::gateway::{Gateway, LIMITS};
use crate::infobip::parts::{Language, SendingSpeedLimit, Tracking, UrlOptions};
use crate::infobip::reply::SentMessages;
use crate::infobip::rules;
use crate::infobip::value_rules as check;
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::values::{Id, Text};

wire! {
    /// The request of [`Gateway::send_text`](crate::infobip::Gateway::send_text): texts, each to one or many numbers.
    pub struct SendText, "a request", judged by whole_request {
        /// An id for the request as a whole, up to 100 characters; the gateway makes one up when it is unset.
        pub bulk_id = "bulkId": Option<Id>, check::bulk_id;
        /// The messages; at least one.
        @required pub messages = "messages": Vec<TextMessage>, messages;
        /// Conversion or URL tracking.
        pub tracking = "tracking": Option<Tracking>, Tracking::judge;
        /// How fast the gateway sends. Version 2.
        pub sending_speed_limit = "sendingSpeedLimit": Option<SendingSpeedLimit>, SendingSpeedLimit::judge;
        /// Shortening and tracking of links. Version 2.
        pub url_options = "urlOptions": Option<UrlOptions>, UrlOptions::judge;
        /// Whether the reply tells the number of parts. Version 2, where it does not by default.
        pub include_sms_count_in_response = "includeSmsCountInResponse": Option<bool>, check::include_sms_count;
    }
}

/// Documented: the samples of a white label post a binary body to the path of texts.
const BINARY: &[(&str, &str)] = &[("binary", "Binary bodies go with `send_binary`, to /sms/1/binary/advanced.")];

advanced_message! {
    /// One text and where it goes.
    TextMessage, "a message", judged by judge_size, elsewhere BINARY, entity by check::entity_id, application by check::application_id,
    {
        /// The text, at most 25 parts and 4,000 bytes of UTF-8.
        @required pub text = "text": Option<Text>, check::text;
    }
    {
        /// The national language tables to use.
        pub language = "language": Option<Language>, Language::judge;
        /// What the gateway does about characters outside of the alphabet: a name such as `TURKISH`.
        pub transliteration = "transliteration": Option<String>, check::transliteration;
    }
}

impl TextMessage {
    /// A message of that text, so far to nobody.
    pub fn new(text: impl Into<Text>) -> TextMessage {
        TextMessage { text: Some(text.into()), ..TextMessage::default() }
    }
}

crate::fields::setters! {
    SendText { bulk_id: Id, tracking: Tracking, sending_speed_limit: SendingSpeedLimit, url_options: UrlOptions,
        include_sms_count_in_response: bool }
    TextMessage { language: Language, transliteration: String }
}

envelope! { SendText of TextMessage, "infobip.send_text", "/sms/1/text/advanced", "/sms/2/text/advanced" }

/// What of the envelope does not go together.
fn whole_request(request: &SendText, at: &Path, judge: &mut Judge) {
    let tracks_urls = request.tracking.as_ref().and_then(|tracking| tracking.track.as_deref()) == Some("URL");
    if request.url_options.is_some() && tracks_urls {
        judge.report(&rules::URL_OPTIONS_AND_TRACKING, &at.key("urlOptions"), Shown::Nothing, &[]);
    }
}

/// The operation.
pub(crate) type SendTextOperation = Advanced<SendText>;

crate::operation::entries! {
    /// Sends texts: judges the request and finishes the call. See [`send_text`](mod@crate::infobip::send_text).
    Gateway: SendTextOperation, SendText, SentMessages, send_text + send_text_at, send_text_json, send_text_value
}

crate::plan::planner! {
    TextPlanner, TextPlan, SendTextOperation, SendText, Gateway, TextMessage, SentMessages, text_planner, plan_text, plan_text_with
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_text` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_text, check_text_value, SendTextOperation, LIMITS
}
