//! What a bulk is made of: messages, their destinations, and their delivery windows.

use crate::blackkonnect::rules;
use crate::blackkonnect::value_rules::{
    DAY_RULES, absent_text, content, id, number, send_at, sender, text, validity, word,
};
use crate::fields::{any, setters, wire};
use crate::judge::{Judge, Shown};
use crate::minutes::Minutes;
use crate::path::Path;
use crate::shared_rules as shared;
use crate::values::{Id, Number, Sender, Text, UtcTime};
use crate::window::{Day, Zone, has_both_ends, judge_days, time_of_day};

wire! {
    /// One text and where it goes.
    pub struct SmsMessage, "a message", judged by whole_message {
        /// Where it goes; at least one. `destinations` on the wire.
        @required pub to = "destinations": Vec<MessageDestination>, destinations;
        /// Data of yours. No document says where it comes back.
        pub callback_data = "callbackData": Option<Text>, content;
        /// On which days and between which times of day it may be sent.
        pub delivery_time_window = "deliveryTimeWindow": Option<DeliveryWindow>, DeliveryWindow::judge;
        /// The text.
        pub text = "text": Option<Text>, text;
        /// The entity that sends. No document says more.
        pub entity_id = "entityId": Option<String>, word;
        /// When it is sent; at once when unset. Written in UTC.
        pub send_at = "sendAt": Option<UtcTime>, send_at;
        /// How long it may wait for delivery, in minutes. The documents' example is 0, without a word on what that means.
        pub validity_period_minutes = "validityPeriodMinutes": Option<Minutes>, validity;
        /// How urgent it is. No document says which way it counts.
        pub priority = "priority": Option<i64>, any;
    }
}

wire! {
    /// One number, and your id for the message to it.
    pub struct MessageDestination, "a destination", judged by any, alone its "destination" {
        /// The phone number. `destination` on the wire.
        @required pub to = "destination": Option<Number>, number;
        /// Your id for this message.
        pub message_id = "messageId": Option<Id>, message_id;
        /// The sender of this message. `sourceAddress` on the wire; that it goes before the request's is inferred.
        pub sender = "sourceAddress": Option<Sender>, sender;
    }
}

time_of_day! {
    /// A time of day on the gateway's clock; no document says in which time zone.
    DeliveryTime, "a delivery time", zone Zone::Unstated, hours by &rules::CLOCK, text by &rules::TIME_OF_DAY,
    missing by Some(&rules::CLOCK_INCOMPLETE)
}

wire! {
    /// On which days and between which times of day a message may be sent.
    pub struct DeliveryWindow, "a delivery window", judged by window {
        /// The days.
        pub days = "days": Option<Vec<Day>>, days;
        /// The beginning.
        pub from = "from": Option<DeliveryTime>, DeliveryTime::judge;
        /// The end.
        pub to = "to": Option<DeliveryTime>, DeliveryTime::judge;
    }
}

setters! {
    SmsMessage { callback_data: Text, delivery_time_window: DeliveryWindow, entity_id: String, send_at: UtcTime,
        validity_period_minutes: Minutes, priority: i64 }
    MessageDestination { message_id: Id, sender: Sender }
    DeliveryWindow { from: DeliveryTime, to: DeliveryTime }
}

impl SmsMessage {
    /// A message of that text, so far to nobody.
    pub fn new(text: impl Into<Text>) -> SmsMessage {
        SmsMessage { text: Some(text.into()), ..SmsMessage::default() }
    }

    /// Adds a destination: a number, or a [`MessageDestination`].
    pub fn to(mut self, destination: impl Into<MessageDestination>) -> SmsMessage {
        self.to.push(destination.into());
        self
    }
}

impl MessageDestination {
    /// The message to that number.
    pub fn new(to: impl Into<Number>) -> MessageDestination {
        MessageDestination { to: Some(to.into()), ..MessageDestination::default() }
    }
}

impl<N: Into<Number>> From<N> for MessageDestination {
    fn from(to: N) -> MessageDestination {
        MessageDestination::new(to)
    }
}

impl DeliveryWindow {
    /// Those days.
    pub fn new(days: impl IntoIterator<Item = Day>) -> DeliveryWindow {
        DeliveryWindow { days: Some(days.into_iter().collect()), ..DeliveryWindow::default() }
    }
}

fn message_id(given: &Id, at: &Path, judge: &mut Judge) {
    id(given, at, judge);
    judge.enter_id(given.as_str(), at, &rules::MESSAGE_ID_TWICE);
}

fn destinations(destinations: &[MessageDestination], at: &Path, judge: &mut Judge) {
    if destinations.is_empty() {
        judge.report(&shared::EMPTY, at, Shown::Nothing, &[]);
    }
    for (index, destination) in destinations.iter().enumerate() {
        destination.judge(&at.index(index), judge);
        judge.close(destination.message_id.as_ref().map(Id::as_str), index);
    }
}

fn whole_message(message: &SmsMessage, at: &Path, judge: &mut Judge) {
    absent_text(message.text.as_ref(), at, judge);
}

fn days(days: &[Day], at: &Path, judge: &mut Judge) {
    judge_days(days, &DAY_RULES, at, judge);
}

fn window(window: &DeliveryWindow, at: &Path, judge: &mut Judge) {
    has_both_ends(window.from.is_some(), window.to.is_some(), &rules::WINDOW_INCOMPLETE, at, judge);
}
