//! A long list becomes calls: cut by count and by bytes, bad rows set aside or all told at once.
//!
//! A planner is fed one message after the other and hands out calls as they fill. It holds the numbers and ids met so far,
//! to notice repeated ones, and with [`OnInvalid::Raise`] all messages until the last was judged; with
//! [`OnInvalid::SetAside`] only those of the call at hand.

mod packer;
mod planner;
mod public;
mod splice;

pub(crate) use planner::Planner;
pub(crate) use public::planner;

use crate::fields::{Field, Out, wrong_type};
use crate::json::Value;
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

/// How the requests of an operation hold their messages, in the gateway's own names.
pub(crate) struct Form {
    /// The list of messages.
    pub(crate) list: &'static str,
    /// The count of messages, where one stands before the list.
    pub(crate) count: Option<&'static str>,
    /// The list of a message's destinations, or the member that is its only one.
    pub(crate) destinations: &'static str,
    /// Which destination a place within a message belongs to; `None` for what all of them share.
    pub(crate) destination_at: fn(&str) -> Option<usize>,
}

impl Form {
    /// An envelope as the request without messages that it is: its list is given, and empty. `None` of what is no object.
    fn whole_envelope<'v>(&self, envelope: Option<Value<'v>>, judge: &mut Judge) -> Option<Value<'v>> {
        let mut members = match envelope {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Object(members)) => members,
            Some(other) => return wrong_type("an object", &other, &Path::Root, judge),
        };
        judge.added = Some(self.list);
        members.push((self.list.into(), Value::List(Vec::new())));
        Some(Value::Object(members))
    }
}

/// An operation that sends many messages at once.
pub(crate) trait Bulk: Operation {
    /// What the plan iterates over.
    type Message: Field;
    /// Where its messages stand.
    const FORM: &'static Form;

    /// Every rule on what the calls have in common.
    fn judge_envelope(gateway: &Self::Gateway, envelope: &Self::Request, judge: &mut Judge);
    /// Every rule on one message; enters its destinations into the roll.
    fn judge_message(gateway: &Self::Gateway, message: &Self::Message, at: &Path, judge: &mut Judge);
    /// Takes the destinations at these places, which are in order, out of a message, if it can have several.
    fn drop_destinations(_message: &mut Self::Message, _places: &[usize]) {}
    /// Writes one message.
    fn write_message(gateway: &Self::Gateway, message: &Self::Message, out: &mut Out);
    /// A copy of an envelope without messages of its own.
    fn without_messages(envelope: &Self::Request) -> Self::Request;
}

/// Takes the elements at these places, which are in order, out of a list.
pub(crate) fn drop_at<T>(list: &mut Vec<T>, places: &[usize]) {
    let mut place = 0;
    list.retain(|_| {
        place += 1;
        places.binary_search(&(place - 1)).is_err()
    });
}
