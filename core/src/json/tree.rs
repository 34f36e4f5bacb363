//! A whole document as a tree.

use std::borrow::Cow;
use std::fmt;

use super::{Error, ErrorKind, Kind, Reader};

/// The deepest nesting that [`parse`] ever accepts, so that what walks a tree by recursion never runs out of stack.
pub const MAX_DEPTH: usize = 128;

/// What a request is made of before it is understood: JSON, and what a host language adds to it.
///
/// Its `Debug` shows keys, kinds and sizes, never what a string or number says.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number written as digits alone, perhaps behind a minus sign, that fits 64 bits.
    Integer(i64),
    /// Any other number, as its text: fractions, exponents, longer integers, `-0`.
    Number(Cow<'a, str>),
    /// Text.
    String(Cow<'a, str>),
    /// Bytes, which only a host language can give.
    Bytes(Cow<'a, [u8]>),
    /// Values in order.
    List(Vec<Value<'a>>),
    /// Named values in their order; a name may stand here more than once.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
    /// Something of a host language that JSON cannot say, as the name of its type.
    Foreign(Cow<'a, str>),
}

impl Value<'_> {
    /// The same tree, holding copies of all that it borrowed.
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(value),
            Self::Integer(value) => Value::Integer(value),
            Self::Number(text) => Value::Number(owned(text)),
            Self::String(text) => Value::String(owned(text)),
            Self::Bytes(bytes) => Value::Bytes(Cow::Owned(bytes.into_owned())),
            Self::List(items) => {
                let mut kept = Vec::with_capacity(items.len());
                for item in items {
                    kept.push(item.into_owned());
                }
                Value::List(kept)
            }
            Self::Object(members) => {
                let mut kept = Vec::with_capacity(members.len());
                for (key, value) in members {
                    kept.push((owned(key), value.into_owned()));
                }
                Value::Object(kept)
            }
            Self::Foreign(name) => Value::Foreign(owned(name)),
        }
    }

    /// What the value is, in words that fit behind "is".
    pub fn type_name(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Integer(..0) => "a negative integer",
            Self::Integer(_) => "an integer",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::Bytes(_) => "bytes",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
            Self::Foreign(name) => name,
        })
    }
}

fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("Null"),
            Self::Bool(_) => f.write_str("Bool"),
            Self::Integer(_) => f.write_str("Integer"),
            Self::Number(text) => write!(f, "Number({})", text.len()),
            Self::String(text) => write!(f, "String({})", text.chars().count()),
            Self::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            Self::List(items) => {
                f.write_str("List ")?;
                f.debug_list().entries(items).finish()
            }
            Self::Object(members) => {
                let mut shape = f.debug_struct("Object");
                for (key, value) in members {
                    shape.field(&key.escape_debug().to_string(), value);
                }
                shape.finish()
            }
            Self::Foreign(name) => write!(f, "Foreign({})", name.escape_debug()),
        }
    }
}

/// Reads a text that is one JSON document: `[1]` needs a `depth` of 1. No depth allows more than [`MAX_DEPTH`].
pub fn parse(text: &str, depth: usize) -> Result<Value<'_>, Error> {
    let mut reader = Reader::new(text);
    let value = read(&mut reader, depth)?;
    reader.end()?;
    Ok(value)
}

/// Reads the next value whole, nested no deeper than `depth` and [`MAX_DEPTH`].
pub fn read<'a>(reader: &mut Reader<'a>, depth: usize) -> Result<Value<'a>, Error> {
    let mut builder = Builder::default();
    builder.value(reader, depth.min(MAX_DEPTH), Builder::put_item)?;
    Ok(builder.items.pop().unwrap_or(Value::Null))
}

/// What has been read of the containers that are still open, innermost last. A container that closes takes its part
/// away in one allocation of the right size.
#[derive(Default)]
struct Builder<'a> {
    items: Vec<Value<'a>>,
    members: Vec<(Cow<'a, str>, Value<'a>)>,
}

impl<'a> Builder<'a> {
    /// Reads a value and hands it to `put`. As a result it would be copied twice more, which is a third of all the
    /// time that a tree takes.
    #[inline]
    fn value(
        &mut self,
        reader: &mut Reader<'a>,
        depth: usize,
        put: impl FnOnce(&mut Self, Value<'a>),
    ) -> Result<(), Error> {
        match reader.peek()? {
            Kind::Null => {
                reader.null()?;
                put(self, Value::Null);
            }
            Kind::Bool => {
                let value = reader.boolean()?;
                put(self, Value::Bool(value));
            }
            Kind::Number => {
                let value = number(reader)?;
                put(self, value);
            }
            Kind::String => {
                let text = reader.string()?;
                put(self, Value::String(text));
            }
            Kind::Array => {
                let items = self.list(reader, depth)?;
                put(self, Value::List(items));
            }
            Kind::Object => {
                let members = self.object(reader, depth)?;
                put(self, Value::Object(members));
            }
        }
        Ok(())
    }

    fn put_item(&mut self, item: Value<'a>) {
        self.items.push(item);
    }

    fn list(&mut self, reader: &mut Reader<'a>, depth: usize) -> Result<Vec<Value<'a>>, Error> {
        let depth = deeper(reader, depth)?;
        let start = self.items.len();
        let mut list = reader.array()?;
        while list.next(reader)? {
            self.value(reader, depth, Self::put_item)?;
        }
        Ok(take(&mut self.items, start))
    }

    fn object(&mut self, reader: &mut Reader<'a>, depth: usize) -> Result<Vec<(Cow<'a, str>, Value<'a>)>, Error> {
        let depth = deeper(reader, depth)?;
        let start = self.members.len();
        let mut object = reader.object()?;
        while let Some(key) = object.next(reader)? {
            self.value(reader, depth, |builder, value| {
                builder.members.push((key, value));
            })?;
        }
        Ok(take(&mut self.members, start))
    }
}

/// Takes off what was pushed since the length was `start`.
fn take<T>(stack: &mut Vec<T>, start: usize) -> Vec<T> {
    // The stack is never shorter; saying so leaves no path to a panic in the code.
    stack.split_off(start.min(stack.len()))
}

fn number<'a>(reader: &mut Reader<'a>) -> Result<Value<'a>, Error> {
    let (text, integer) = reader.any_number()?;
    // The text of an integer can only fail to parse by not fitting.
    Ok(match text.parse() {
        Ok(value) if integer && text != "-0" => Value::Integer(value),
        _ => Value::Number(Cow::Borrowed(text)),
    })
}

/// The depth that is left inside the bracket that comes next.
fn deeper(reader: &Reader<'_>, depth: usize) -> Result<usize, Error> {
    depth.checked_sub(1).ok_or_else(|| Error { offset: reader.offset(), kind: ErrorKind::TooDeep })
}
