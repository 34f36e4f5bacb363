//! A long list becomes calls: cut by count and by bytes, bad rows set aside or all told at once.
//!
//! A planner is fed one message after the other and hands out calls as they fill. It holds the numbers and ids met so far,
//! to notice repeated ones, and with [`OnInvalid::Raise`] all messages until the last was judged; with
//! [`OnInvalid::SetAside`] only those of the call at hand.

mod planner;
mod public;

pub(crate) use planner::Planner;
pub(crate) use public::planner;

use crate::fields::{Field, Out};
use crate::judge::Judge;
use crate::operation::Operation;
use crate::path::Path;
use crate::time::Timestamp;
use crate::violation::Violation;

/// What a plan does about a message that cannot be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnInvalid {
    /// Judges everything before the first call, and fails with all violations together.
    #[default]
    Raise,
    /// Puts the bad destination, or the whole message if its text or options are bad, into `rejected`, and goes on.
    SetAside,
}

impl OnInvalid {
    /// The choice of that name: `raise` or `set_aside`.
    #[must_use]
    pub fn from_text(text: &str) -> Option<OnInvalid> {
        match text {
            "raise" => Some(OnInvalid::Raise),
            "set_aside" => Some(OnInvalid::SetAside),
            _ => None,
        }
    }
}

/// A message, or one of its destinations, that was set aside.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rejected {
    /// Index of the message in the input.
    pub position: u32,
    /// Index of the destination in the message; `None` when the whole message was set aside.
    pub destination: Option<u32>,
    /// How many destinations that makes; at least one.
    pub destinations: u32,
    /// What is wrong with it.
    pub violations: Vec<Violation>,
}

/// How a plan goes about its list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlanOptions {
    /// What it does about a message that cannot be sent.
    pub on_invalid: OnInvalid,
    /// The current time, against which moments are judged.
    pub now: Option<Timestamp>,
}

impl PlanOptions {
    /// The same with the current time.
    pub fn now(mut self, now: Timestamp) -> PlanOptions {
        self.now = Some(now);
        self
    }
}

impl From<OnInvalid> for PlanOptions {
    fn from(on_invalid: OnInvalid) -> PlanOptions {
        PlanOptions { on_invalid, now: None }
    }
}

/// An operation that sends many messages at once.
pub(crate) trait Bulk: Operation {
    /// What the plan iterates over.
    type Message: Field + Default;
    /// One of the places that a message goes to.
    type Destination;
    /// The list's name on the wire.
    const LIST: &'static str;

    /// What a judge needs to know of the gateway.
    fn introduce(_gateway: &Self::Gateway, _judge: &mut Judge) {}
    /// Every rule on what the calls have in common.
    fn judge_envelope(gateway: &Self::Gateway, envelope: &Self::Request, judge: &mut Judge);
    /// Every rule on one message; enters its destinations into the roll.
    fn judge_message(message: &Self::Message, at: &Path, judge: &mut Judge);
    /// Which destination a place within a message belongs to; `None` for what all of them share.
    fn destination_at(place: &str) -> Option<usize>;
    /// Takes the destinations out of a message.
    fn take_destinations(message: &mut Self::Message) -> Vec<Self::Destination>;
    /// A copy of a message without destinations, with these.
    fn with_destinations(message: &Self::Message, destinations: Vec<Self::Destination>) -> Self::Message;
    /// Writes one destination, if a message can have several.
    fn write_destination(destination: &Self::Destination, out: &mut Out);
    /// Writes one message.
    fn write_message(gateway: &Self::Gateway, message: &Self::Message, out: &mut Out);
    /// Bytes that the envelope grows by when it holds so many messages instead of none.
    fn envelope_growth(_messages: usize) -> usize {
        0
    }
    /// The request of a call.
    fn request(envelope: &Self::Request, messages: Vec<Self::Message>) -> Self::Request;
}

/// The part of [`Bulk`] about destinations, where a message goes to one number: its field, and that field's name on the wire.
macro_rules! one_destination {
    ($field:ident = $wire:literal) => {
        type Destination = $crate::values::Number;

        fn destination_at(place: &str) -> Option<usize> {
            (place == $wire).then_some(0)
        }
        fn take_destinations(message: &mut Self::Message) -> Vec<$crate::values::Number> {
            // The one destination cannot be parted from its message; a copy of it stands for it.
            message.$field.iter().cloned().collect()
        }
        fn with_destinations(message: &Self::Message, _: Vec<$crate::values::Number>) -> Self::Message {
            message.clone()
        }
        fn write_destination(_: &$crate::values::Number, _: &mut $crate::fields::Out) {}
    };
}
pub(crate) use one_destination;
