//! One case of a vector file.

use serde_json::{Map, Value as Json};
use smskernel::Timestamp;

/// A case: its members with every `$repeat` expanded.
pub struct Case {
    members: Map<String, Json>,
}

impl Case {
    pub fn new(raw: &Json) -> Case {
        let Json::Object(members) = expand(raw) else { panic!("a case is an object") };
        let case = Case { members };
        for needed in ["id", "documentation", "source"] {
            assert!(!case.text(needed).unwrap_or_default().is_empty(), "{} has no `{needed}`", case.id());
        }
        case
    }

    /// A part of a case, which has no name of its own.
    pub fn part(raw: &Json) -> Case {
        Case { members: raw.as_object().expect("a part is an object").clone() }
    }

    pub fn id(&self) -> &str {
        self.text("id").unwrap_or("a case")
    }

    pub fn get(&self, name: &str) -> Option<&Json> {
        self.members.get(name)
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).map(|value| value.as_str().unwrap_or_else(|| panic!("`{name}` is a string")))
    }

    pub fn list(&self, name: &str) -> Option<&[Json]> {
        self.get(name).map(|value| value.as_array().unwrap_or_else(|| panic!("`{name}` is a list")).as_slice())
    }

    pub fn now(&self) -> Option<Timestamp> {
        self.text("now").map(|text| text.parse().expect("`now` is a point in time"))
    }

    /// The members that are not among those named: a misspelt one would go unnoticed.
    pub fn unknown_members(&self, known: &[&str]) -> Vec<&str> {
        self.members.keys().map(String::as_str).filter(|name| !known.contains(name)).collect()
    }

    /// The pairs of an object of texts, if it is given.
    pub fn pairs(&self, name: &str) -> Vec<(String, String)> {
        let members = self.get(name).map(|value| value.as_object().expect("pairs are an object"));
        let text = |value: &Json| value.as_str().expect("a text").to_owned();
        members.into_iter().flatten().map(|(name, value)| (name.clone(), text(value))).collect()
    }

    /// What is given as `name` (a value), `name_text` or `name_hex`, as bytes.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        match (self.get(name), self.text(&format!("{name}_text")), self.text(&format!("{name}_hex"))) {
            (Some(value), None, None) => serde_json::to_vec(value).expect("a value is JSON"),
            (None, Some(text), None) => text.as_bytes().to_vec(),
            (None, None, Some(hex)) => from_hex(hex),
            _ => panic!("{}: exactly one of `{name}`, `{name}_text`, `{name}_hex` is given", self.id()),
        }
    }

    /// The gateway's options: the file's with the case's own laid over them.
    pub fn gateway(&self, default: &Json) -> Json {
        let mut options = default.as_object().expect("`gateway` is an object").clone();
        if let Some(own) = self.get("gateway") {
            options.extend(own.as_object().expect("`gateway` is an object").clone());
        }
        Json::Object(options)
    }
}

/// `{"$repeat": ["x", 3]}` is `"xxx"`.
fn expand(json: &Json) -> Json {
    match json {
        Json::Object(members) => match members.get("$repeat") {
            Some(repeat) => {
                let (text, count) =
                    (repeat[0].as_str(), repeat[1].as_u64().and_then(|count| usize::try_from(count).ok()));
                Json::String(text.expect("a string").repeat(count.expect("a count")))
            }
            None => Json::Object(members.iter().map(|(key, value)| (key.clone(), expand(value))).collect()),
        },
        Json::Array(items) => Json::Array(items.iter().map(expand).collect()),
        other => other.clone(),
    }
}

fn from_hex(hex: &str) -> Vec<u8> {
    assert!(hex.is_ascii() && hex.len().is_multiple_of(2), "hex has two digits a byte");
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex digits")).collect()
}
