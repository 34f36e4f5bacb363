//! What vectors give, and what is expected of them.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};
use smskernel::text::{Encoding, Language, Options, Ports, Reference, Scheme, Shifts, TextError, Way};

/// What came out, or the refusal; both as vectors have them.
pub type Outcome = Result<Json, Json>;

/// The input of a case, which knows what was read of it.
pub struct Input<'c> {
    members: &'c Map<String, Json>,
    read: RefCell<BTreeSet<&'static str>>,
}

impl<'c> Input<'c> {
    pub fn new(given: &'c Json) -> Input<'c> {
        Input { members: given.as_object().unwrap(), read: RefCell::default() }
    }

    /// Members that nobody read, which may be misspelt.
    pub fn unread(&self) -> Vec<&'c str> {
        self.members.keys().map(String::as_str).filter(|member| !self.read.borrow().contains(member)).collect()
    }

    pub fn member(&self, name: &'static str) -> Option<&'c Json> {
        self.read.borrow_mut().insert(name);
        self.members.get(name).filter(|member| !member.is_null())
    }

    pub fn text(&self, name: &'static str) -> &'c str {
        self.member(name).and_then(Json::as_str).unwrap_or_else(|| panic!("`{name}` is a text"))
    }

    pub fn number(&self, name: &'static str) -> Option<u64> {
        self.member(name).map(|member| member.as_u64().unwrap_or_else(|| panic!("`{name}` is a number")))
    }

    pub fn octets(&self, name: &'static str) -> Vec<u8> {
        let hex = self.text(name);
        assert!(hex.len().is_multiple_of(2), "`{name}` is hex");
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    pub fn octet(&self, name: &'static str) -> u8 {
        u8::try_from(self.number(name).unwrap()).unwrap()
    }

    pub fn reference(&self) -> u16 {
        u16::try_from(self.number("reference").unwrap()).unwrap()
    }

    fn language(&self, name: &'static str) -> Option<Language> {
        self.member(name).map(|code| Language::from_code(code.as_str().unwrap()).unwrap())
    }

    pub fn encoding(&self) -> Encoding {
        let (locking, single) = (self.language("locking"), self.language("single"));
        match self.text("encoding") {
            "gsm7" => Encoding::Gsm7 { locking, single },
            "ucs2" => Encoding::Ucs2,
            other => panic!("{other} is no encoding"),
        }
    }

    pub fn way(&self) -> Way {
        self.member("split").map_or(Way::Gateway, |way| Way::from_text(way.as_str().unwrap()).unwrap())
    }

    pub fn options(&self) -> Options {
        let mut options = Options::default();
        if let Some(codes) = self.member("languages") {
            let languages = codes.as_array().unwrap().iter().map(|code| Language::from_code(code.as_str().unwrap()));
            options.languages = languages.map(Option::unwrap).collect();
        }
        if let Some(shifts) = self.member("shifts") {
            options.shifts = Shifts::from_text(shifts.as_str().unwrap()).unwrap();
        }
        if let Some(bits) = self.number("reference_bits") {
            options.reference = Reference::from_bits(bits).unwrap();
        }
        if let Some(scheme) = self.member("transliteration") {
            options.transliteration = Some(Scheme::from_text(scheme.as_str().unwrap()).unwrap());
        }
        if let Some(ports) = self.member("ports") {
            let port = |name: &str| u16::try_from(ports[name].as_u64().unwrap()).unwrap();
            options.ports = Some(Ports { destination: port("destination"), source: port("source") });
        }
        options.flash = self.member("flash").is_some_and(|flash| flash.as_bool().unwrap());
        options
    }
}

/// `{"$repeat": ["x", 3]}` is `xxx`, and `{"$join": ["x", "y"]}` is `xy`.
pub fn expand(value: &Json) -> Json {
    match value {
        Json::Object(members) => match (members.get("$repeat"), members.get("$join")) {
            (Some(repeat), _) => {
                let times = usize::try_from(repeat[1].as_u64().unwrap()).unwrap();
                Json::from(repeat[0].as_str().unwrap().repeat(times))
            }
            (_, Some(pieces)) => {
                let pieces = pieces.as_array().unwrap().iter().map(expand);
                Json::from(pieces.map(|piece| piece.as_str().unwrap().to_owned()).collect::<String>())
            }
            _ => members.iter().map(|(name, member)| (name.clone(), expand(member))).collect(),
        },
        Json::Array(items) => items.iter().map(expand).collect(),
        _ => value.clone(),
    }
}

/// Where what came out is not as expected. Members that are not expected are not compared.
pub fn unfit(expected: &Json, found: &Json) -> Option<String> {
    match (expected, found) {
        (Json::Object(expected), Json::Object(members)) => expected.iter().find_map(|(name, expected)| {
            let Some(found) = members.get(name) else {
                return Some(format!("there is no `{name}` in {}", shown(found)));
            };
            unfit(expected, found).map(|inner| format!("{name}: {inner}"))
        }),
        (Json::Array(expected), Json::Array(items)) if expected.len() == items.len() => (0..)
            .zip(expected.iter().zip(items))
            .find_map(|(at, (expected, found))| Some(format!("[{at}] {}", unfit(expected, found)?))),
        _ if expected == found => None,
        _ => Some(format!("expected {}, found {}", shown(expected), shown(found))),
    }
}

fn shown(value: &Json) -> String {
    let text = value.to_string();
    match text.char_indices().nth(300) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// An encoding as vectors have it.
pub fn encoding(encoding: Encoding) -> Map<String, Json> {
    let code = |language: Option<Language>| json!(language.map(Language::code));
    let members = [
        ("encoding", json!(encoding.as_str())),
        ("locking", code(encoding.locking())),
        ("single", code(encoding.single())),
    ];
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A refusal as vectors have it; its offset in code points where it is one in `text`.
pub fn refusal(error: &TextError, text: &str) -> Json {
    let mut told = json!({ "code": error.code() });
    match (error, error.offset()) {
        (TextError::NotEncodable { offset, .. }, _) => told["position"] = json!(text[..*offset].chars().count()),
        (TextError::MissingParts { missing, .. }, _) => told["missing"] = json!(missing),
        (_, Some(offset)) => told["offset"] = json!(offset),
        _ => {}
    }
    json!({ "error": told })
}
