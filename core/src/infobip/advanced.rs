//! What the two endpoints `…/advanced` have in common: an envelope of messages, each to one or many numbers.

use std::marker::PhantomData;

use crate::call::Parts;
use crate::fields::{Field, Out};
use crate::infobip::destination::Destination;
use crate::infobip::gateway::{Gateway, need_auth};
use crate::infobip::reply::SentMessages;
use crate::infobip::rules;
use crate::judge::{Judge, Policy, Shown};
use crate::message_list::{FORM, judge_messages};
use crate::operation::Operation;
use crate::path::Path;
use crate::plan::{Bulk, Form, drop_at};
use crate::sent::Sent;
use crate::shared_rules as shared;
use crate::values::Id;

/// A message of one of the two endpoints.
pub(crate) trait Message: Field + Clone + Default {
    /// Where it goes.
    fn destinations(&self) -> &[Destination];
    /// The same, to be changed.
    fn destinations_mut(&mut self) -> &mut Vec<Destination>;
    /// Every rule on it; enters its destinations into the roll.
    fn judge_whole(&self, at: &Path, judge: &mut Judge);
}

/// The request of one of the two endpoints.
pub(crate) trait Envelope: Field + Clone + Default {
    /// What it sends.
    type Message: Message;
    /// The operation's name.
    const NAME: &'static str;
    /// The endpoint of version 1 and that of version 2.
    const PATHS: [&'static str; 2];

    /// The messages.
    fn messages(&self) -> &[Self::Message];
    /// A copy without messages.
    fn without_messages(&self) -> Self;
    /// The id of the whole.
    fn bulk_id(&self) -> Option<&Id>;
    /// Every rule on it but those on one field.
    fn judge_without(&self, left_out: &str, at: &Path, judge: &mut Judge);
}

/// Every rule on a list of messages.
pub(crate) fn messages<M: Message>(messages: &[M], at: &Path, judge: &mut Judge) {
    let count = |message: &M| message.destinations().len();
    judge_messages(messages, count, &shared::TOO_MANY_MESSAGES, M::judge_whole, at, judge);
}

/// The operation of one of the two endpoints.
pub(crate) struct Advanced<E>(PhantomData<E>);

impl<E: Envelope> Operation for Advanced<E> {
    const NAME: &'static str = E::NAME;
    type Gateway = Gateway;
    type Request = E;
    type Answer = SentMessages;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &E, judge: &mut Judge) {
        need_auth(gateway, judge);
        request.judge_without("", &Path::Root, judge);
    }

    fn finish(gateway: &Gateway, request: &E, sent: &Sent) -> Parts {
        let mut out = Out::new(256 + request.messages().len() * 512, sent);
        request.write(&mut out);
        gateway.post(gateway.path_of(E::PATHS), out.json.into_bytes())
    }
}

impl<E: Envelope> Bulk for Advanced<E> {
    type Message = E::Message;
    const FORM: &'static Form = FORM;

    fn judge_envelope(gateway: &Gateway, envelope: &E, judge: &mut Judge) {
        let at = Path::Root;
        need_auth(Some(gateway), judge);
        if envelope.bulk_id().is_some() {
            judge.report(&rules::PLAN_BULK_ID, &at.key("bulkId"), Shown::Nothing, &[]);
        }
        envelope.judge_without(FORM.list, &at, judge);
    }

    fn judge_message(_: &Gateway, message: &E::Message, at: &Path, judge: &mut Judge) {
        message.judge_whole(at, judge);
    }

    fn drop_destinations(message: &mut E::Message, bad: &[usize]) {
        drop_at(message.destinations_mut(), bad);
    }

    fn write_message(_: &Gateway, message: &E::Message, out: &mut Out) {
        message.write(out);
    }

    fn without_messages(envelope: &E) -> E {
        envelope.without_messages()
    }
}

/// Declares the message of one of the two endpoints: what both have, around what is each one's own, in the gateway's
/// order.
macro_rules! advanced_message {
    (
        $(#[$outer:meta])*
        $name:ident, $called:literal, judged by $whole:path, elsewhere $elsewhere:ident,
        entity by $entity:path, application by $application:path,
        { $($content:tt)* }
        { $($of_content:tt)* }
    ) => {
        $crate::fields::wire! {
            $(#[$outer])*
            pub struct $name, $called, judged by $whole, elsewhere $elsewhere {
                /// The sender: 3 to 11 letters and digits, or 3 to 14 digits. `from` on the wire.
                pub sender = "from": Option<$crate::values::Sender>, $crate::infobip::value_rules::sender;
                /// Where it goes; at least one. `destinations` on the wire.
                @required pub to = "destinations": Vec<$crate::infobip::Destination>, $crate::infobip::destination::destinations;
                $($content)*
                /// Whether it shows at once and is not stored (class 0). False by default.
                pub flash = "flash": Option<bool>, $crate::fields::any;
                $($of_content)*
                /// Whether intermediate delivery reports are pushed. False by default.
                pub intermediate_report = "intermediateReport": Option<bool>, $crate::fields::any;
                /// Where delivery reports are pushed to.
                pub notify_url = "notifyUrl": Option<$crate::values::Url>, $crate::infobip::value_rules::notify_url;
                /// In what form: `application/json` or `application/xml`.
                pub notify_content_type = "notifyContentType": Option<String>, $crate::infobip::value_rules::notify_content_type;
                /// Data of yours that comes back in the delivery report, up to 4,000 characters (200 with older operators).
                pub callback_data = "callbackData": Option<$crate::values::Text>, $crate::infobip::value_rules::callback_data;
                /// How long the message may wait for delivery, in minutes, 1 to 2,880.
                pub validity_period = "validityPeriod": Option<$crate::minutes::Minutes>, $crate::infobip::value_rules::validity_period;
                /// When it is sent, at most 180 days ahead; at once when unset.
                pub send_at = "sendAt": Option<$crate::values::Time>, $crate::infobip::value_rules::send_at;
                /// On which days and between which times of day it may be sent.
                pub delivery_time_window = "deliveryTimeWindow": Option<$crate::infobip::DeliveryTimeWindow>, $crate::infobip::DeliveryTimeWindow::judge;
                /// What the rules of single countries ask for.
                pub regional = "regional": Option<$crate::infobip::Regional>, $crate::infobip::Regional::judge;
                /// In the version 1 SDKs; no document says what it does.
                pub notify = "notify": Option<bool>, $crate::fields::any;
                /// In the version 1 SDKs; no document says what it does.
                pub campaign_id = "campaignId": Option<String>, $crate::values::plain;
                /// In the version 1 SDKs; no document says what it does.
                pub operator_client_id = "operatorClientId": Option<String>, $crate::values::plain;
                /// The entity that sends. Version 2, up to 50 characters, for binary messages 66.
                pub entity_id = "entityId": Option<String>, $entity;
                /// The application that sends. Version 2, up to 50 characters, for binary messages 66.
                pub application_id = "applicationId": Option<String>, $application;
                /// The campaign that it counts to. Version 2, up to 255 characters.
                pub campaign_reference_id = "campaignReferenceId": Option<String>, $crate::infobip::value_rules::campaign_reference_id;
            }
        }

        $crate::fields::setters! { $name {
            sender: $crate::values::Sender, flash: bool, intermediate_report: bool, notify_url: $crate::values::Url,
            notify_content_type: String, callback_data: $crate::values::Text, validity_period: $crate::minutes::Minutes,
            send_at: $crate::values::Time, delivery_time_window: $crate::infobip::DeliveryTimeWindow,
            regional: $crate::infobip::Regional, notify: bool, campaign_id: String, operator_client_id: String,
            entity_id: String, application_id: String, campaign_reference_id: String,
        } }

        impl $name {
            /// Adds a destination: a number, or a [`Destination`](crate::infobip::Destination).
            pub fn to(mut self, destination: impl Into<$crate::infobip::Destination>) -> $name {
                self.to.push(destination.into());
                self
            }
        }

        impl $crate::infobip::advanced::Message for $name {
            fn destinations(&self) -> &[$crate::infobip::Destination] {
                &self.to
            }
            fn destinations_mut(&mut self) -> &mut Vec<$crate::infobip::Destination> {
                &mut self.to
            }
            fn judge_whole(&self, at: &$crate::path::Path, judge: &mut $crate::judge::Judge) {
                self.judge(at, judge);
            }
        }
    };
}
pub(crate) use advanced_message;

/// Makes a request one of the two envelopes.
macro_rules! envelope {
    ($name:ident of $message:ident, $operation:literal, $first:literal, $second:literal) => {
        impl $name {
            /// A request of those messages.
            pub fn new(messages: impl IntoIterator<Item = $message>) -> $name {
                $name { messages: messages.into_iter().collect(), ..$name::default() }
            }
        }

        impl $crate::infobip::advanced::Envelope for $name {
            type Message = $message;
            const NAME: &'static str = $operation;
            const PATHS: [&'static str; 2] = [$first, $second];

            fn messages(&self) -> &[$message] {
                &self.messages
            }
            fn without_messages(&self) -> $name {
                $name { messages: Vec::new(), ..self.clone() }
            }
            fn bulk_id(&self) -> Option<&$crate::values::Id> {
                self.bulk_id.as_ref()
            }
            fn judge_without(&self, left_out: &str, at: &$crate::path::Path, judge: &mut $crate::judge::Judge) {
                self.judge_but(left_out, at, judge);
            }
        }
    };
}
pub(crate) use envelope;
