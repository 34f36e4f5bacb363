//! Where a message goes: a number, and the caller's id for the message to it.

use crate::fields::{any, setters, wire};
use crate::infobip::{rules, value_rules as check};
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::roll::INTERNATIONAL;
use crate::shared_rules as shared;
use crate::values::{Id, Number};

wire! {
    /// One number, and your id for the message to it.
    pub struct Destination, "a destination", judged by any, alone its "to" {
        /// The phone number in international form.
        @required pub to = "to": Option<Number>, number;
        /// Your id for this message, up to 200 characters, each used once; the gateway makes one up when it is unset.
        pub message_id = "messageId": Option<Id>, message_id;
    }
}

setters! { Destination { message_id: Id } }

impl Destination {
    /// The message to that number.
    pub fn new(to: impl Into<Number>) -> Destination {
        Destination { to: Some(to.into()), ..Destination::default() }
    }
}

impl<N: Into<Number>> From<N> for Destination {
    fn from(to: N) -> Destination {
        Destination::new(to)
    }
}

fn number(number: &Number, at: &Path, judge: &mut Judge) {
    judge.enter_number(number.as_str(), at, &INTERNATIONAL);
}

fn message_id(id: &Id, at: &Path, judge: &mut Judge) {
    check::message_id(id, at, judge);
    judge.enter_id(id.as_str(), at, &rules::MESSAGE_ID_TWICE);
}

/// Every rule on the destinations of a message; enters each into the roll.
pub(crate) fn destinations(destinations: &[Destination], at: &Path, judge: &mut Judge) {
    if destinations.is_empty() {
        judge.report(&shared::EMPTY, at, Shown::Nothing, &[]);
    }
    for (index, destination) in destinations.iter().enumerate() {
        destination.judge(&at.index(index), judge);
        judge.close(destination.message_id.as_ref().map(Id::as_str), index);
    }
}
