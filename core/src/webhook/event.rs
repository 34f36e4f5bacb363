//! What a webhook holds.

use std::borrow::Cow;
use std::fmt;

use crate::tell::{Members, Tell, Told, answer};

answer! {
    /// An entry, among others, that is no event; the others are not lost for it.
    #[derive(Clone, PartialEq, Eq)]
    pub struct MalformedEvent {
        /// Index among the entries of the body, the good ones counted too.
        pub position = "position": u32,
        /// The entry's own text as it came, JSON or XML. Never printed.
        pub raw = "raw": String,
        /// Why it is no event. Of what it says only names of members stand here, no values.
        pub reason = "reason": Cow<'static, str>,
    }
}

impl MalformedEvent {
    /// One that stands at that place among the entries.
    pub(crate) fn new(position: usize, raw: impl Into<String>, reason: impl Into<Cow<'static, str>>) -> MalformedEvent {
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        MalformedEvent { position, raw: raw.into(), reason: reason.into() }
    }
}

impl fmt::Display for MalformedEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {} of {} bytes is no event: {}", self.position, self.raw.len(), self.reason)
    }
}

impl fmt::Debug for MalformedEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MalformedEvent: {self}")
    }
}

/// A webhook that was read. Each entry of it is in `events` or in `malformed`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Webhook<E> {
    /// The events, in the order of the body.
    pub events: Vec<E>,
    /// The entries that are no events, in the same order.
    pub malformed: Vec<MalformedEvent>,
    /// What was read, as it came: the body, or the query where that was read in its place. Never printed, never serialised.
    pub raw_body: Vec<u8>,
}

impl<E: Tell> Members for Webhook<E> {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        each("events", &self.events);
        each("malformed", &self.malformed);
    }
}

impl<E: Tell> Tell for Webhook<E> {
    fn told(&self) -> Told<'_> {
        Told::Object(self)
    }
}

impl<E: Tell> serde::Serialize for Webhook<E> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.told().serialize(serializer)
    }
}

impl<E: fmt::Debug> fmt::Debug for Webhook<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook")
            .field("events", &self.events)
            .field("malformed", &self.malformed)
            .field("raw_body", &format_args!("{} bytes", self.raw_body.len()))
            .finish()
    }
}

/// Declares a dialect's events: an enum whose told form is that of the event, with its kind before the other members.
macro_rules! events {
    (
        $(#[$outer:meta])*
        pub enum $name:ident { $( $(#[$doc:meta])* $variant:ident($event:ty) = $kind:literal; )+ }
    ) => {
        $(#[$outer])*
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name { $( $(#[$doc])* $variant($event), )+ }

        impl $name {
            /// Every kind.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// Which kind it is, in one stable word.
            pub fn kind(&self) -> &'static str {
                match self { $( $name::$variant(_) => $kind, )+ }
            }
        }

        impl $crate::tell::Members for $name {
            fn members(&self, each: &mut dyn FnMut(&str, &dyn $crate::tell::Tell)) {
                each("kind", &self.kind());
                match self { $( $name::$variant(event) => $crate::tell::Members::members(event, each), )+ }
            }
        }

        $crate::tell::told_by_members!($name);

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $( $name::$variant(event) => std::fmt::Debug::fmt(event, f), )+ }
            }
        }

    };
}
pub(crate) use events;
