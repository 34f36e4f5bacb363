//! From JSON to typed requests, where the types can say it.

use serde_json::{Map, Value as Json};
use smskernel::{Extra, Id, Number};

use super::tree;

/// The types cannot say it: a wrong kind, an unknown or missing member, a null in a list.
#[derive(Debug)]
pub struct Unfit;

pub type Fit<T> = Result<T, Unfit>;

/// An object whose members are taken out one by one.
pub struct Members {
    left: Map<String, Json>,
    /// Whether one stood under a name that only the gateway has.
    gateways: bool,
    /// Whether one stood under a name that only we have.
    ours: bool,
}

impl Members {
    pub fn of(json: &Json) -> Fit<Members> {
        let left = json.as_object().cloned().ok_or(Unfit)?;
        Ok(Members { left, gateways: false, ours: false })
    }

    fn take(&mut self, wire: &str, ours: &str) -> Fit<Option<Json>> {
        let camel = camel(ours);
        let mut found = None;
        for name in [wire, ours, &camel] {
            if let Some(value) = self.left.shift_remove(name) {
                self.gateways |= name != ours && name != camel;
                self.ours |= name != wire;
                if found.replace(value).is_some() {
                    return Err(Unfit);
                }
            }
        }
        Ok(found)
    }

    pub fn required(&mut self, wire: &str, ours: &str) -> Fit<Json> {
        self.take(wire, ours)?.filter(|value| !value.is_null()).ok_or(Unfit)
    }

    pub fn optional<T>(&mut self, wire: &str, ours: &str, read: impl FnOnce(&Json) -> Fit<T>) -> Fit<Option<T>> {
        self.take(wire, ours)?.filter(|value| !value.is_null()).map(|value| read(&value)).transpose()
    }

    /// What stands under `extra`; all else must have been taken.
    pub fn extra(mut self) -> Fit<Extra> {
        let extra = match self.left.shift_remove("extra") {
            None | Some(Json::Null) => Extra::new(),
            Some(Json::Object(members)) => members.iter().map(|(key, value)| (key.clone(), tree(value))).collect(),
            Some(_) => return Err(Unfit),
        };
        self.nothing_else()?;
        Ok(extra)
    }

    /// All members were taken, and their names were of one vocabulary.
    pub fn nothing_else(self) -> Fit<()> {
        if self.left.is_empty() && !(self.gateways && self.ours) { Ok(()) } else { Err(Unfit) }
    }
}

fn camel(snake: &str) -> String {
    let mut words = snake.split('_');
    let mut out = words.next().unwrap_or_default().to_owned();
    for word in words {
        let (first, rest) = word.split_at(1);
        out.push_str(&first.to_ascii_uppercase());
        out.push_str(rest);
    }
    out
}

pub fn items<T>(json: &Json, read: impl Fn(&Json) -> Fit<T>) -> Fit<Vec<T>> {
    json.as_array().ok_or(Unfit)?.iter().map(read).collect()
}

pub fn text<T: for<'a> From<&'a str>>(json: &Json) -> Fit<T> {
    json.as_str().map(T::from).ok_or(Unfit)
}

pub fn boolean(json: &Json) -> Fit<bool> {
    json.as_bool().ok_or(Unfit)
}

pub fn integer(json: &Json) -> Fit<i64> {
    json.as_i64().ok_or(Unfit)
}

pub fn number(json: &Json) -> Fit<Number> {
    match json {
        Json::String(text) => Ok(Number::from(text)),
        _ => json.as_u64().map(Number::from).ok_or(Unfit),
    }
}

pub fn id(json: &Json) -> Fit<Id> {
    match json {
        Json::String(text) => Ok(Id::from(text.as_str())),
        _ => json.as_u64().map(Id::from).ok_or(Unfit),
    }
}
