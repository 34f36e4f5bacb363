//! The request of `send_text`: an envelope, messages, and their destinations.

use crate::fields::{
    Extra, Field, FieldName, ObjectNames, Out, any, judge_extra, members, unit, wire, write_extra, wrong_type,
};
use crate::infobip::parts::{DeliveryTimeWindow, Language, Regional, SendingSpeedLimit, Tracking, UrlOptions};
use crate::infobip::value_rules as check;
use crate::json::Value;
use crate::judge::{Judge, Mode, Shown};
use crate::minutes::Minutes;
use crate::number::Home;
use crate::path::Path;
use crate::shared_rules as rules;
use crate::values::{Id, Number, Sender, Text, Time, Url};

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

wire! {
    /// One text and where it goes.
    pub struct TextMessage, "a message", judged by any {
        /// The sender: 3 to 11 letters and digits, or 3 to 14 digits. `from` on the wire.
        pub sender = "from": Option<Sender>, check::sender;
        /// Where it goes; at least one. `destinations` on the wire.
        @required pub to = "destinations": Vec<Destination>, destinations;
        /// The text, at most 25 parts.
        @required pub text = "text": Option<Text>, check::text;
        /// Whether it shows at once and is not stored (class 0). False by default.
        pub flash = "flash": Option<bool>, any;
        /// The national language tables to use.
        pub language = "language": Option<Language>, Language::judge;
        /// What the gateway does about characters outside of the alphabet: a name such as `TURKISH`.
        pub transliteration = "transliteration": Option<String>, check::transliteration;
        /// Whether intermediate delivery reports are pushed. False by default.
        pub intermediate_report = "intermediateReport": Option<bool>, any;
        /// Where delivery reports are pushed to.
        pub notify_url = "notifyUrl": Option<Url>, check::notify_url;
        /// In what form: `application/json` or `application/xml`.
        pub notify_content_type = "notifyContentType": Option<String>, check::notify_content_type;
        /// Data of yours that comes back in the delivery report, up to 4,000 characters (200 with older operators).
        pub callback_data = "callbackData": Option<Text>, check::callback_data;
        /// How long the message may wait for delivery, in minutes, 1 to 2,880.
        pub validity_period = "validityPeriod": Option<Minutes>, check::validity_period;
        /// When it is sent, at most 180 days ahead; at once when unset.
        pub send_at = "sendAt": Option<Time>, check::send_at;
        /// On which days and between which times of day it may be sent.
        pub delivery_time_window = "deliveryTimeWindow": Option<DeliveryTimeWindow>, DeliveryTimeWindow::judge;
        /// What the rules of single countries ask for.
        pub regional = "regional": Option<Regional>, Regional::judge;
        /// In the version 1 SDKs; no document says what it does.
        pub notify = "notify": Option<bool>, any;
        /// In the version 1 SDKs; no document says what it does.
        pub campaign_id = "campaignId": Option<String>, crate::values::plain;
        /// In the version 1 SDKs; no document says what it does.
        pub operator_client_id = "operatorClientId": Option<String>, crate::values::plain;
        /// The entity that sends. Version 2, up to 50 characters.
        pub entity_id = "entityId": Option<String>, check::entity_id;
        /// The application that sends. Version 2, up to 50 characters.
        pub application_id = "applicationId": Option<String>, check::application_id;
        /// The campaign that it counts to. Version 2, up to 255 characters.
        pub campaign_reference_id = "campaignReferenceId": Option<String>, check::campaign_reference_id;
    }
}

/// One number, and your id for the message to it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Destination {
    /// The phone number in international form.
    pub to: Option<Number>,
    /// Your id for this message, up to 200 characters, each used once; the gateway makes one up when it is unset.
    pub message_id: Option<Id>,
    /// Fields that the documents do not name: sent unchanged after the others.
    pub extra: Extra,
}

impl SendText {
    /// A request of those messages.
    pub fn new(messages: impl IntoIterator<Item = TextMessage>) -> SendText {
        SendText { messages: messages.into_iter().collect(), ..SendText::default() }
    }
}

impl SendText {
    /// Every rule on what is not a message, for a plan.
    pub(crate) fn judge_envelope(&self, at: &Path, judge: &mut Judge) {
        if self.bulk_id.is_some() {
            judge.report(&crate::infobip::rules::PLAN_BULK_ID, &at.key("bulkId"), Shown::Nothing, &[]);
        }
        self.judge_but("messages", at, judge);
    }
}

impl TextMessage {
    /// A message of that text, so far to nobody.
    pub fn new(text: impl Into<Text>) -> TextMessage {
        TextMessage { text: Some(text.into()), ..TextMessage::default() }
    }

    /// Adds a destination: a number, or a [`Destination`].
    pub fn to(mut self, destination: impl Into<Destination>) -> TextMessage {
        self.to.push(destination.into());
        self
    }
}

crate::fields::setters! {
    SendText { bulk_id: Id, tracking: Tracking, sending_speed_limit: SendingSpeedLimit, url_options: UrlOptions,
        include_sms_count_in_response: bool }
    TextMessage { sender: Sender, flash: bool, language: Language, transliteration: String, intermediate_report: bool,
        notify_url: Url, notify_content_type: String, callback_data: Text, validity_period: Minutes, send_at: Time,
        delivery_time_window: DeliveryTimeWindow, regional: Regional, notify: bool, campaign_id: String,
        operator_client_id: String, entity_id: String, application_id: String, campaign_reference_id: String }
    Destination { message_id: Id }
}

impl Destination {
    /// The message to that number.
    pub fn new(to: impl Into<Number>) -> Destination {
        Destination { to: Some(to.into()), ..Destination::default() }
    }

    /// What it is called, and its fields' two names in the gateway's order.
    pub const NAMES: &'static ObjectNames = &ObjectNames {
        name: "a destination",
        fields: &[FieldName::new("to", "to"), FieldName::new("messageId", "message_id")],
    };
}

impl<N: Into<Number>> From<N> for Destination {
    fn from(to: N) -> Destination {
        Destination::new(to)
    }
}

impl Field for Destination {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Destination> {
        let mut this = Destination::default();
        let Value::Object(mut entries) = value else {
            // Our `to` takes plain numbers; a finished payload has objects only.
            if !Self::stands_alone(&value, judge.mode) {
                return wrong_type("an object with `to`", &value, at, judge);
            }
            this.to = Number::read(value, &at.key("to"), judge);
            return Some(this);
        };
        let found = members::<2>(Self::NAMES, &mut entries, &mut this.extra, at, judge);
        let [to, id] = found.at;
        let mut take = |position: Option<usize>| {
            position
                .and_then(|position| entries.get_mut(position))
                .map(|(_, value)| std::mem::replace(value, Value::Null))
        };
        let (to, id) = (take(to), take(id));
        // A null is told as missing by the rule below.
        if let Some(to) = to.filter(|to| !matches!(to, Value::Null)) {
            this.to = Number::read(to, &at.key("to"), judge);
        }
        if let Some(id) = id {
            this.message_id = Option::<Id>::read(id, &at.key("messageId"), judge).flatten();
        }
        Some(this)
    }

    fn stands_alone(value: &Value, mode: Mode) -> bool {
        mode != Mode::Check && matches!(value, Value::String(_) | Value::Integer(_) | Value::Number(_))
    }

    fn write(&self, out: &mut Out) {
        out.json.begin_object();
        out.json.known_key("\"to\":");
        let number = out.next_number();
        out.json.string(number);
        if let Some(id) = &self.message_id {
            out.json.known_key("\"messageId\":");
            id.write(out);
        }
        write_extra(&self.extra, out);
        out.json.end_object();
    }
}

fn messages(messages: &[TextMessage], at: &Path, judge: &mut Judge) {
    if messages.is_empty() {
        judge.report(&rules::EMPTY, at, Shown::Nothing, &[]);
    }
    let count: usize = messages.iter().map(|message| message.to.len()).sum();
    let limit = judge.limits().messages_per_call;
    if count as u64 > limit {
        judge.report(&rules::TOO_MANY_MESSAGES, at, Shown::Nothing, &[&count.to_string(), &limit.to_string()]);
    }
    judge.roll.reserve(count);
    for (index, message) in messages.iter().enumerate() {
        judge.unit = unit(index);
        message.judge(&at.index(index), judge);
    }
    judge.unit = u32::MAX;
}

fn destinations(destinations: &[Destination], at: &Path, judge: &mut Judge) {
    if destinations.is_empty() {
        judge.report(&rules::EMPTY, at, Shown::Nothing, &[]);
    }
    for (index, destination) in destinations.iter().enumerate() {
        let here = at.index(index);
        judge.enter_number(destination.to.as_ref().map(Number::as_str), &here.key("to"), Home::International);
        let id = destination.message_id.as_ref();
        if let Some(id) = id {
            let id_at = here.key("messageId");
            check::message_id(id, &id_at, judge);
            judge.enter_id(id.as_str(), &id_at, &crate::infobip::rules::MESSAGE_ID_TWICE);
        }
        judge_extra(&destination.extra, Destination::NAMES, &here, judge);
        judge.close(id.map(Id::as_str), index);
    }
}

fn whole_request(request: &SendText, at: &Path, judge: &mut Judge) {
    check::whole_request(request, at, judge);
}
