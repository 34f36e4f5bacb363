//! The parts of replies that are kept as the gateway's documents name them, each described once.

/// Declares an object of a reply: its struct, whose members are all optional, its reader, its JSON and what it prints.
///
/// Kinds: `text`, `number` (a phone number, printed masked), `content` (a text that was sent, printed as its length),
/// `integer`, `decimal` (a number as its text). With `, open rest` the members that the documents
/// do not name are kept, too, and with `and outcome by of` what `of` makes of it stands behind them. With `, whole raw_body`
/// the whole body is.
macro_rules! reply_object {
    (
        $(#[$outer:meta])*
        pub struct $name:ident $(, open $extra:ident $(and $outcome:ident by $of:path)?)? $(, whole $raw:ident)? {
            $( $(#[$doc:meta])* $field:ident = $wire:literal : $kind:ident; )*
        }
    ) => {
        $crate::tell::answer! {
            $(#[$outer])*
            #[derive(Clone, Default, PartialEq)]
            pub struct $name {
                $( $(#[$doc])* pub $field = $wire: Option<$crate::reply_object::reply_object!(@type $kind)>, )*
                $(
                    /// Members that the documents do not name, in the order in which they came.
                    pub $extra = "extra": $crate::Extra,
                    $(
                        /// What its status means.
                        pub $outcome = "outcome": std::sync::Arc<$crate::Outcome>,
                    )?
                )?
                $(
                    /// The body as it came. Never printed, never serialised.
                    pub $raw: Vec<u8>,
                )?
            }
        }

        impl $name {
            /// Reads one; `None` for what is no object or names none of its members.
            #[allow(dead_code, reason = "some are read together with what stands beside them")]
            pub(crate) fn read(reader: &mut $crate::json::Reader<'_>) -> Result<Option<$name>, $crate::json::Error> {
                let mut this = $name::default();
                let says_something = $crate::reply_object::read(reader, &mut this)?;
                $($( this.$outcome = std::sync::Arc::new($of(&this)); )?)?
                Ok(says_something.then_some(this))
            }
        }

        impl $crate::reply_object::Kept for $name {
            fn slot(&mut self, name: &str) -> Option<$crate::reply_object::Slot<'_>> {
                match name {
                    $( $wire => Some($crate::reply_object::Slot::from(&mut self.$field)), )*
                    _ => None,
                }
            }

            $( fn rest(&mut self) -> Option<&mut $crate::Extra> { Some(&mut self.$extra) } )?
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut out = f.debug_struct(stringify!($name));
                $(
                    if let Some(value) = &self.$field {
                        $crate::reply_object::show::$kind(&mut out, stringify!($field), value);
                    }
                )*
                $(
                    out.field(stringify!($extra), &format_args!("{} members", self.$extra.len()));
                    $( out.field(stringify!($outcome), &self.$outcome); )?
                )?
                $( out.field(stringify!($raw), &format_args!("{} bytes", self.$raw.len())); )?
                out.finish()
            }
        }
    };
    (@type text) => { String };
    (@type number) => { String };
    (@type content) => { String };
    (@type decimal) => { String };
    (@type integer) => { i64 };
}
pub(crate) use reply_object;

use crate::fields::Extra;
use crate::json::{self, Error, Kind, MAX_DEPTH, Reader, Value};
use crate::lookup::Texts;
use crate::reply_json::{Text, integer, members, owned, text};

/// Where a member goes.
pub(crate) enum Slot<'a> {
    Text(&'a mut Option<String>),
    Integer(&'a mut Option<i64>),
}

impl<'a> From<&'a mut Option<String>> for Slot<'a> {
    fn from(slot: &'a mut Option<String>) -> Slot<'a> {
        Slot::Text(slot)
    }
}

impl<'a> From<&'a mut Option<i64>> for Slot<'a> {
    fn from(slot: &'a mut Option<i64>) -> Slot<'a> {
        Slot::Integer(slot)
    }
}

/// An object that is kept.
pub(crate) trait Kept {
    /// Where the member of that name goes.
    fn slot(&mut self, name: &str) -> Option<Slot<'_>>;

    /// Where members go that the documents do not name, if they are kept.
    fn rest(&mut self) -> Option<&mut Extra> {
        None
    }
}

impl Slot<'_> {
    /// Puts what was read there; false of what is not of its kind.
    pub(crate) fn put(self, text: Text) -> bool {
        match self {
            Slot::Text(slot) => {
                *slot = owned(text);
                slot.is_some()
            }
            Slot::Integer(slot) => {
                *slot = integer(&text);
                slot.is_some()
            }
        }
    }
}

/// Reads a member that the documents name; false for another one, which is not yet read.
pub(crate) fn read_member(object: &mut dyn Kept, name: &str, reader: &mut Reader) -> Result<bool, Error> {
    let Some(slot) = object.slot(name) else { return Ok(false) };
    slot.put(text(reader)?);
    Ok(true)
}

/// Reads an object's members, or passes over what is none. Whether any says something.
pub(crate) fn read(reader: &mut Reader, object: &mut dyn Kept) -> Result<bool, Error> {
    let mut says_something = false;
    members(reader, &mut [], &mut |name, reader| {
        if let Some(slot) = object.slot(name) {
            says_something |= slot.put(text(reader)?);
            return Ok(true);
        }
        let Some(rest) = object.rest() else { return Ok(false) };
        if let Some(value) = read_any(reader)? {
            rest.push((name.to_owned(), value));
            says_something = true;
        }
        Ok(true)
    })?;
    if let Some(rest) = object.rest() {
        keep_last(rest);
    }
    Ok(says_something)
}

/// Of members of one name the last counts.
pub(crate) fn keep_last(extra: &mut Extra) {
    let mut met = Texts::default();
    extra.reverse();
    extra.retain(|(name, _)| met.insert(name, 0).is_ok());
    extra.reverse();
}

/// Any JSON but null. What lies too deep to be kept is passed over; the raw body has it.
pub(crate) fn read_any(reader: &mut Reader) -> Result<Option<Value<'static>>, Error> {
    if reader.peek()? == Kind::Null {
        return reader.null().map(|()| None);
    }
    let raw = reader.raw()?;
    Ok(json::read(&mut Reader::lenient(raw), MAX_DEPTH).ok().map(Value::into_owned))
}

/// How each kind of member is printed.
pub(crate) mod show {
    use std::fmt::DebugStruct;

    use crate::mask;

    pub(crate) fn text(out: &mut DebugStruct<'_, '_>, name: &str, value: &str) {
        out.field(name, &mask::words(value));
    }

    pub(crate) fn decimal(out: &mut DebugStruct<'_, '_>, name: &str, value: &str) {
        text(out, name, value);
    }

    pub(crate) fn number(out: &mut DebugStruct<'_, '_>, name: &str, value: &str) {
        out.field(name, &format_args!("{}", mask::number(value)));
    }

    pub(crate) fn content(out: &mut DebugStruct<'_, '_>, name: &str, value: &str) {
        out.field(name, &format_args!("{}", mask::text(value)));
    }

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "one form for all kinds")]
    pub(crate) fn integer(out: &mut DebugStruct<'_, '_>, name: &str, value: &i64) {
        out.field(name, value);
    }
}
