//! Where a message goes: a number, and the caller's id for the message to it.

use crate::fields::{
    Extra, Field, FieldName, ObjectNames, Out, judge_extra, members, setters, write_extra, wrong_type,
};
use crate::infobip::{rules, value_rules as check};
use crate::json::Value;
use crate::judge::{Judge, Mode, Shown};
use crate::path::Path;
use crate::roll::INTERNATIONAL;
use crate::shared_rules as shared;
use crate::values::{Id, Number};

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

setters! { Destination { message_id: Id } }

impl Destination {
    /// The message to that number.
    pub fn new(to: impl Into<Number>) -> Destination {
        Destination { to: Some(to.into()), ..Destination::default() }
    }

    /// What it is called, and its fields' two names in the gateway's order.
    pub const NAMES: &'static ObjectNames =
        &ObjectNames::new("a destination", &[FieldName::new("to", "to"), FieldName::new("messageId", "message_id")]);
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
        let found = members(Self::NAMES, &mut entries, &mut this.extra, at, judge);
        let (to, id) = (found.take(0, &mut entries), found.take(1, &mut entries));
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

/// Every rule on the destinations of a message; enters each into the roll.
pub(crate) fn destinations(destinations: &[Destination], at: &Path, judge: &mut Judge) {
    if destinations.is_empty() {
        judge.report(&shared::EMPTY, at, Shown::Nothing, &[]);
    }
    for (index, destination) in destinations.iter().enumerate() {
        let here = at.index(index);
        judge.enter_number(destination.to.as_ref().map(Number::as_str), &here.key("to"), &INTERNATIONAL);
        let id = destination.message_id.as_ref();
        if let Some(id) = id {
            let id_at = here.key("messageId");
            check::message_id(id, &id_at, judge);
            judge.enter_id(id.as_str(), &id_at, &rules::MESSAGE_ID_TWICE);
        }
        judge_extra(&destination.extra, Destination::NAMES, &here, judge);
        judge.close(id.map(Id::as_str), index);
    }
}
