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
            /// Reads one; `None` for what is no object or names none of its members.
            #[allow(dead_code, reason = "some are read member by member")]
            pub(crate) fn read(reader: &mut $crate::json::Reader<'_>) -> Result<Option<$name>, $crate::json::Error> {
                let mut this = $name::default();
                let mut says_something = false;
                let Some(mut members) = $crate::reply_json::object(reader)? else { return Ok(None) };
                while let Some(key) = members.next(reader)? {
                    says_something |= this.read_member(&key, reader)?;
                }
                $( $crate::reply_object::read::keep_last(&mut this.$extra); )?
                Ok(Some(this).filter(|_| says_something))
            }

            /// Reads the member of that name; false, and it is passed over, when it is none of its own or says nothing.
            pub(crate) fn read_member(
                &mut self,
                key: &str,
                reader: &mut $crate::json::Reader<'_>,
            ) -> Result<bool, $crate::json::Error> {
                match key {
                    $(
                        $wire => {
                            self.$field = $crate::reply_object::read::$kind(reader)?;
                            Ok(self.$field.is_some())
                        }
                    )*
                    _ => $crate::reply_object::reply_object!(@rest self, key, reader $(, $extra)?),
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
    (@rest $this:expr, $key:ident, $reader:ident) => { $reader.skip().map(|()| false) };
    (@rest $this:expr, $key:ident, $reader:ident, $extra:ident) => {
        $crate::reply_object::read::rest(&mut $this.$extra, $key, $reader)
    };
    (@type text) => { String };
    (@type number) => { String };
    (@type content) => { String };
    (@type decimal) => { String };
    (@type integer) => { i64 };
}
pub(crate) use reply_object;

/// How each kind of member is read: a value of another kind is passed over.
pub(crate) mod read {
    use crate::fields::Extra;
    use crate::json::{self, Error, Kind, MAX_DEPTH, Reader, Value};
    use crate::lookup::Texts;
    use crate::reply_json;

    pub(crate) fn text(reader: &mut Reader) -> Result<Option<String>, Error> {
        Ok(reply_json::text(reader)?.map(std::borrow::Cow::into_owned))
    }

    pub(crate) fn number(reader: &mut Reader) -> Result<Option<String>, Error> {
        text(reader)
    }

    pub(crate) fn content(reader: &mut Reader) -> Result<Option<String>, Error> {
        text(reader)
    }

    pub(crate) fn decimal(reader: &mut Reader) -> Result<Option<String>, Error> {
        text(reader)
    }

    pub(crate) fn integer(reader: &mut Reader) -> Result<Option<i64>, Error> {
        reply_json::integer(reader)
    }

    /// A member that the documents do not name: kept.
    pub(crate) fn rest(extra: &mut Extra, key: &str, reader: &mut Reader) -> Result<bool, Error> {
        let Some(value) = open(reader)? else { return Ok(false) };
        extra.push((key.to_owned(), value));
        Ok(true)
    }

    /// Of members of one name the last counts.
    pub(crate) fn keep_last(extra: &mut Extra) {
        let mut met = Texts::default();
        let mut last: Vec<bool> = extra.iter().rev().map(|(key, _)| met.insert(key, 0).is_ok()).collect();
        extra.retain(|_| last.pop().unwrap_or(true));
    }

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
