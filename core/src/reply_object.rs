//! The parts of replies that are kept as the gateway's documents name them, each described once.

/// Declares an object of a reply: its struct, whose members are all optional, its reader, its JSON and what it prints.
///
/// Kinds: `text`, `number` (a phone number, printed masked), `content` (a text that was sent, printed as its length),
/// `integer`, `decimal` (a number as its text). With `, open rest` the members that the documents
/// do not name are kept, too.
macro_rules! reply_object {
    (
        $(#[$outer:meta])*
        pub struct $name:ident $(, open $extra:ident)? {
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
                )?
            }
        }

        impl $name {
            /// The names of its members.
            pub(crate) const NAMES: [&str; [$($wire),*].len()] = [$($wire),*];

            /// Reads one; `None` for what is no object or names none of its members.
            #[allow(dead_code, reason = "some are read together with what stands beside them")]
            pub(crate) fn read(reader: &mut $crate::json::Reader<'_>) -> Result<Option<$name>, $crate::json::Error> {
                let mut texts = [const { None }; $name::NAMES.len()];
                $( let mut $extra = $crate::reply_object::Rest::default(); )?
                let names = $crate::reply_json::Found(&$name::NAMES, &mut texts);
                $crate::reply_json::members(reader, &mut [names], &mut |key, reader| {
                    $crate::reply_object::reply_object!(@rest key, reader $(, $extra)?)
                })?;
                let this = $name { $( $extra: $extra.finish(), )? ..$name::of(texts) };
                Ok(Some(this).filter(|this| $crate::reply_object::says_something(this)))
            }

            /// One of these texts, which belong to its [`NAMES`](Self::NAMES).
            pub(crate) fn of(texts: [$crate::reply_json::Text<'_>; $name::NAMES.len()]) -> $name {
                let [$($field),*] = texts.map($crate::reply_json::owned);
                $name {
                    $( $field: $crate::reply_object::reply_object!(@as $kind $field), )*
                    $( $extra: $crate::Extra::new(), )?
                }
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut out = f.debug_struct(stringify!($name));
                $(
                    if let Some(value) = &self.$field {
                        $crate::reply_object::show::$kind(&mut out, stringify!($field), value);
                    }
                )*
                $( out.field(stringify!($extra), &format_args!("{} members", self.$extra.len())); )?
                out.finish()
            }
        }
    };
    (@rest $key:ident, $reader:ident) => { $crate::reply_json::pass_over($key, $reader) };
    (@rest $key:ident, $reader:ident, $extra:ident) => { $extra.read($key, $reader) };
    (@as integer $text:ident) => { $text.as_deref().and_then($crate::reply_json::whole_number) };
    (@as $kind:ident $text:ident) => { $text };
    (@type text) => { String };
    (@type number) => { String };
    (@type content) => { String };
    (@type decimal) => { String };
    (@type integer) => { i64 };
}
pub(crate) use reply_object;

use crate::fields::Extra;
use crate::json::{Error, Reader};
use crate::lookup;
use crate::tell::{Members, Told};

/// Members that the documents do not name.
#[derive(Default)]
pub(crate) struct Rest(Extra);

impl Rest {
    /// Reads one, and keeps it.
    pub(crate) fn read(&mut self, key: &str, reader: &mut Reader<'_>) -> Result<bool, Error> {
        if let Some(value) = read::open(reader)? {
            self.0.push((key.to_owned(), value));
        }
        Ok(true)
    }

    /// All of them; of members of one name the last counts.
    pub(crate) fn finish(mut self) -> Extra {
        let mut met = lookup::Texts::default();
        let mut last: Vec<bool> = self.0.iter().rev().map(|(key, _)| met.insert(key, 0).is_ok()).collect();
        self.0.retain(|_| last.pop().unwrap_or(true));
        self.0
    }
}

/// Whether any member is set.
pub(crate) fn says_something(object: &dyn Members) -> bool {
    let mut says_something = false;
    object.members(&mut |_, value| says_something |= !matches!(value.told(), Told::Unset));
    says_something
}

/// How each kind of member is read.
pub(crate) mod read {
    use crate::json::{self, Error, Kind, MAX_DEPTH, Reader, Value};

    /// Any JSON but null. What lies too deep to be kept is passed over; the raw body has it.
    pub(crate) fn open(reader: &mut Reader) -> Result<Option<Value<'static>>, Error> {
        if reader.peek()? == Kind::Null {
            return reader.null().map(|()| None);
        }
        let raw = reader.raw()?;
        Ok(json::read(&mut Reader::lenient(raw), MAX_DEPTH).ok().map(Value::into_owned))
    }
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

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "one form for all kinds")]
    pub(crate) fn integer(out: &mut DebugStruct<'_, '_>, name: &str, value: &i64) {
        out.field(name, value);
    }
}
