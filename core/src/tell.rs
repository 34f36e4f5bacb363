//! What an answer holds, told value by value: one description, from which serde and the bindings take what they write.

use std::borrow::Cow;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::fields::Extra;
use crate::json::Value;

/// A value of an answer, an error or a violation.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Told<'a> {
    /// None: as a member it is left out.
    Unset,
    /// JSON's null.
    Null,
    /// True or false.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A text.
    Text(&'a str),
    /// An object.
    Object(&'a dyn Members),
    /// An object that others of the answer may share.
    Shared(&'a dyn Members),
    /// A list.
    List(&'a dyn Items),
}

impl std::fmt::Debug for Told<'_> {
    /// Which kind of value it is, and nothing of what it says.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Told::Unset => "Unset",
            Told::Null => "Null",
            Told::Bool(_) => "Bool",
            Told::Integer(_) => "Integer",
            Told::Text(_) => "Text",
            Told::Object(_) => "Object",
            Told::Shared(_) => "Shared",
            Told::List(_) => "List",
        })
    }
}

/// Something that can be told.
pub trait Tell {
    /// The value that stands for it.
    fn told(&self) -> Told<'_>;
}

/// What has members: an object's, in their order.
pub trait Members {
    /// Gives each member its name and value, unset ones included.
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell));
}

/// What has values in a row: a list's.
pub trait Items {
    /// The value at that place.
    fn item(&self, index: usize) -> Option<&dyn Tell>;
}

impl<T: Tell> Items for Vec<T> {
    fn item(&self, index: usize) -> Option<&dyn Tell> {
        self.get(index).map(|item| item as &dyn Tell)
    }
}

impl<T: Tell, const N: usize> Items for [T; N] {
    fn item(&self, index: usize) -> Option<&dyn Tell> {
        self.get(index).map(|item| item as &dyn Tell)
    }
}

impl<T: Tell, const N: usize> Tell for [T; N] {
    fn told(&self) -> Told<'_> {
        Told::List(self)
    }
}

impl<T: Tell> Tell for Vec<T> {
    fn told(&self) -> Told<'_> {
        Told::List(self)
    }
}

impl<T: Tell> Tell for Option<T> {
    fn told(&self) -> Told<'_> {
        self.as_ref().map_or(Told::Unset, Tell::told)
    }
}

impl<T: Tell + ?Sized> Tell for &T {
    fn told(&self) -> Told<'_> {
        (*self).told()
    }
}

impl<T: Tell> Tell for Box<T> {
    fn told(&self) -> Told<'_> {
        self.as_ref().told()
    }
}

impl<T: Members + ?Sized> Members for Box<T> {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        self.as_ref().members(each);
    }
}

impl<T: Members> Tell for Arc<T> {
    fn told(&self) -> Told<'_> {
        Told::Shared(self.as_ref())
    }
}

/// What is done and says nothing else.
impl Tell for () {
    fn told(&self) -> Told<'_> {
        Told::Null
    }
}

impl Tell for bool {
    fn told(&self) -> Told<'_> {
        Told::Bool(*self)
    }
}

impl Tell for i64 {
    fn told(&self) -> Told<'_> {
        Told::Integer(*self)
    }
}

impl Tell for u32 {
    fn told(&self) -> Told<'_> {
        Told::Integer(i64::from(*self))
    }
}

impl Tell for usize {
    fn told(&self) -> Told<'_> {
        Told::Integer(i64::try_from(*self).unwrap_or(i64::MAX))
    }
}

impl Tell for u64 {
    fn told(&self) -> Told<'_> {
        Told::Integer(i64::try_from(*self).unwrap_or(i64::MAX))
    }
}

impl Tell for str {
    fn told(&self) -> Told<'_> {
        Told::Text(self)
    }
}

impl Tell for String {
    fn told(&self) -> Told<'_> {
        Told::Text(self)
    }
}

impl Tell for Cow<'_, str> {
    fn told(&self) -> Told<'_> {
        Told::Text(self)
    }
}

impl Tell for Arc<str> {
    fn told(&self) -> Told<'_> {
        Told::Text(self)
    }
}

impl Tell for Value<'_> {
    /// A number beyond 64 bits is told as its text, for most languages have none that holds it; so are fractions, digit for
    /// digit. Bytes and foreign values are null, as in requests.
    fn told(&self) -> Told<'_> {
        match self {
            Value::Null | Value::Bytes(_) | Value::Foreign(_) => Told::Null,
            Value::Bool(value) => Told::Bool(*value),
            Value::Integer(value) => Told::Integer(*value),
            Value::Number(text) | Value::String(text) => Told::Text(text),
            Value::List(items) => Told::List(items),
            Value::Object(members) => Told::Object(members),
        }
    }
}

impl Members for Vec<(Cow<'_, str>, Value<'_>)> {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        for (key, value) in self {
            each(key, value);
        }
    }
}

/// Members that the documents do not name.
impl Members for Extra {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        for (key, value) in self {
            each(key, value);
        }
    }
}

impl Tell for Extra {
    fn told(&self) -> Told<'_> {
        if self.is_empty() { Told::Unset } else { Told::Object(self) }
    }
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Told::Unset | Told::Null => serializer.serialize_unit(),
            Told::Bool(value) => serializer.serialize_bool(*value),
            Told::Integer(value) => serializer.serialize_i64(*value),
            Told::Text(text) => serializer.serialize_str(text),
            Told::Object(object) | Told::Shared(object) => {
                let mut map = serializer.serialize_map(None)?;
                let mut done = Ok(());
                object.members(&mut |name, value| match value.told() {
                    Told::Unset => {}
                    value if done.is_ok() => done = map.serialize_entry(name, &value),
                    _ => {}
                });
                done?;
                map.end()
            }
            Told::List(list) => {
                let mut seq = serializer.serialize_seq(None)?;
                let mut index = 0;
                while let Some(value) = list.item(index) {
                    seq.serialize_element(&value.told())?;
                    index += 1;
                }
                seq.end()
            }
        }
    }
}

/// Makes what has members one that can be told, for us and for serde.
macro_rules! told_by_members {
    ($($name:ty),+) => { $(
        impl $crate::tell::Tell for $name {
            fn told(&self) -> $crate::tell::Told<'_> {
                $crate::tell::Told::Object(self)
            }
        }
        $crate::tell::serialize_as_told!($name);
    )+ };
}
pub(crate) use told_by_members;

/// Tells a word of a closed set by its stable text.
macro_rules! told_as_text {
    ($name:ty) => {
        impl $crate::tell::Tell for $name {
            fn told(&self) -> $crate::tell::Told<'_> {
                $crate::tell::Told::Text(self.as_str())
            }
        }
        $crate::tell::serialize_as_told!($name);
    };
}
pub(crate) use told_as_text;

/// Gives serde what is told.
macro_rules! serialize_as_told {
    ($($name:ty),+) => { $(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$crate::tell::Tell::told(self), serializer)
            }
        }
    )+ };
}
pub(crate) use serialize_as_told;

serialize_as_told!(Value<'_>);

/// Declares a struct of an answer and tells its members by the names given with them. What has no name is not told.
macro_rules! answer {
    (
        $(#[$outer:meta])*
        pub struct $name:ident {
            $( $(#[$doc:meta])* pub $field:ident $(= $told:literal)? : $type:ty, )*
        }
    ) => {
        $(#[$outer])*
        #[non_exhaustive]
        pub struct $name {
            $( $(#[$doc])* pub $field: $type, )*
        }

        impl $crate::tell::Members for $name {
            #[allow(unused_variables, reason = "an answer may tell nothing but that it is one")]
            fn members(&self, each: &mut dyn FnMut(&str, &dyn $crate::tell::Tell)) {
                $( $( each($told, &self.$field); )? )*
            }
        }

        $crate::tell::told_by_members!($name);
    };
}
pub(crate) use answer;

#[cfg(test)]
mod tests {
    use super::*;

    struct Part;

    impl Members for Part {
        fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
            each("unset", &None::<String>);
            each("text", &"a\"b");
            each("list", &vec![Some(1_i64), None]);
        }
    }

    told_by_members!(Part);

    #[test]
    fn unset_members_are_left_out_and_trees_are_told_as_they_stand() {
        let tree = Value::List(vec![
            Value::Number("1.50".into()),
            Value::Bytes(Cow::Borrowed(b"b")),
            Value::Object(vec![("k".into(), Value::Bool(true)), ("n".into(), Value::Null)]),
        ]);
        let json = |told: &dyn Tell| serde_json::to_string(&told.told()).unwrap_or_default();
        assert_eq!(json(&Part), r#"{"text":"a\"b","list":[1,null]}"#);
        assert_eq!(json(&Arc::new(Part)), json(&Part));
        assert_eq!(json(&tree), r#"["1.50",null,{"k":true,"n":null}]"#);
        assert_eq!(json(&[(); 2]), "[null,null]");
        assert_eq!(json(&usize::MAX), i64::MAX.to_string());
    }

    #[test]
    fn printing_tells_the_kind_alone() {
        assert_eq!(format!("{:?} {:?}", "SECRET".told(), Part.told()), "Text Object");
    }
}
