//! What every judge needs: a list of findings, and a reader that checks the shape of an object against a table of
//! documented fields. Both dialects' documents list fields with a type and a need; this module turns such a list into
//! refusals that name the path.

use std::ops::RangeInclusive;

use crate::json::Json;

/// The most findings kept for one request.
const MOST: usize = 1000;

/// One thing wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, in the gateway's own names, such as `messages[0].destinations[1].to` or `header.accept`.
    pub path: String,
    /// Which kind of rule was broken, in one word, such as `Unknown` or `Length`.
    pub rule: &'static str,
    /// What is wrong, as a sentence.
    pub text: String,
}

/// The problems of one request, in the order they were met.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<Problem>);

impl Findings {
    /// Notes a problem.
    pub(crate) fn add(&mut self, path: impl Into<String>, rule: &'static str, text: impl Into<String>) {
        if self.0.len() < MOST {
            self.0.push(Problem { path: path.into(), rule, text: text.into() });
        }
    }

    /// Whether nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problems so far.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// Path by path, an object of rules and what is wrong.
    pub(crate) fn by_path(&self) -> Vec<(String, Json)> {
        let mut map: Vec<(String, Json)> = Vec::new();
        for problem in &self.0 {
            let text = Json::text(problem.text.as_str());
            match map.iter_mut().find(|(path, _)| *path == problem.path) {
                Some((_, rules)) => rules.push(problem.rule, text),
                None => map.push((problem.path.clone(), Json::object([(problem.rule, text)]))),
            }
        }
        map
    }

    /// The list itself.
    pub(crate) fn into_list(self) -> Vec<Problem> {
        self.0
    }
}

/// One row of a document's field table.
pub(crate) struct Field {
    name: &'static str,
    required: bool,
    only: Option<u8>,
}

/// A field that must be there.
pub(crate) const fn must(name: &'static str) -> Field {
    Field { name, required: true, only: None }
}

/// A field that may be there.
pub(crate) const fn may(name: &'static str) -> Field {
    Field { name, required: false, only: None }
}

/// An optional field that only one version of the interface documents.
pub(crate) const fn only(version: u8, name: &'static str) -> Field {
    Field { name, required: false, only: Some(version) }
}

/// An object whose keys have been compared with a field table.
pub(crate) struct Fields<'a> {
    path: String,
    entries: &'a [(String, Json)],
    version: u8,
}

impl<'a> Fields<'a> {
    /// Compares an object with its table: every key documented for this version, given once and not null; every
    /// required key present. None if the value is not an object at all.
    pub(crate) fn open(
        value: &'a Json,
        path: &str,
        table: &[Field],
        version: u8,
        findings: &mut Findings,
    ) -> Option<Self> {
        let Json::Object(entries) = value else {
            let name = if path.is_empty() { "body" } else { path };
            findings.add(name, "Type", format!("must be an object, not {}", value.kind()));
            return None;
        };
        let fields = Self { path: path.to_owned(), entries, version };
        for (index, (key, value)) in entries.iter().enumerate() {
            let at = fields.at(key);
            match table.iter().find(|field| field.name == key) {
                None => findings.add(at, "Unknown", "is not a documented field"),
                Some(field) if field.only.is_some_and(|only| only != version) => {
                    findings.add(at, "Version", format!("is not a field of version {version}"));
                }
                Some(_) if entries.iter().take(index).any(|(earlier, _)| earlier == key) => {
                    findings.add(at, "Duplicate", "is given more than once");
                }
                Some(_) if *value == Json::Null => findings.add(at, "Null", "must not be null"),
                Some(_) => {}
            }
        }
        for field in table.iter().filter(|field| field.required) {
            if !entries.iter().any(|(key, _)| key == field.name) {
                findings.add(fields.at(field.name), "Required", "is missing");
            }
        }
        Some(fields)
    }

    /// The full path of one key.
    pub(crate) fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// The value of a key; none if it is missing or null.
    pub(crate) fn get(&self, key: &str) -> Option<&'a Json> {
        let value = self.entries.iter().find_map(|(name, value)| (name == key).then_some(value));
        value.filter(|value| **value != Json::Null)
    }

    /// A string without NUL, its length counted in characters.
    pub(crate) fn text(&self, key: &str, length: RangeInclusive<usize>, findings: &mut Findings) -> Option<&'a str> {
        let value = self.get(key)?;
        let Json::Text(text) = value else {
            findings.add(self.at(key), "Type", format!("must be a string, not {}", value.kind()));
            return None;
        };
        let count = text.chars().count();
        if !length.contains(&count) {
            let (least, most) = (length.start(), length.end());
            let limits = if *most == usize::MAX { format!("at least {least}") } else { format!("{least} to {most}") };
            findings.add(self.at(key), "Length", format!("must have {limits} characters, has {count}"));
        } else if text.contains('\0') {
            findings.add(self.at(key), "Nul", "must not contain the character NUL");
        } else {
            return Some(text);
        }
        None
    }

    /// One of the documented words, compared exactly.
    pub(crate) fn choice(&self, key: &str, words: &[&str], findings: &mut Findings) -> Option<&'a str> {
        let text = self.text(key, 0..=usize::MAX, findings)?;
        if words.contains(&text) {
            return Some(text);
        }
        findings.add(self.at(key), "Choice", format!("must be one of {}", words.join(", ")));
        None
    }

    /// A whole number written without fraction or exponent.
    pub(crate) fn integer(&self, key: &str, range: RangeInclusive<i64>, findings: &mut Findings) -> Option<i64> {
        let value = self.get(key)?;
        let whole = matches!(value, Json::Number(text) if !text.contains(['.', 'e', 'E']));
        if !whole {
            findings.add(self.at(key), "Type", format!("must be a whole number, not {}", value.kind()));
            return None;
        }
        let number = value.integer().filter(|number| range.contains(number));
        if number.is_none() {
            let (least, most) = (range.start(), range.end());
            findings.add(self.at(key), "Range", format!("must lie within {least} to {most}"));
        }
        number
    }

    /// A boolean.
    pub(crate) fn flag(&self, key: &str, findings: &mut Findings) -> Option<bool> {
        match self.get(key)? {
            Json::Bool(value) => Some(*value),
            value => {
                findings.add(self.at(key), "Type", format!("must be a boolean, not {}", value.kind()));
                None
            }
        }
    }

    /// A list with at least one element.
    pub(crate) fn list(&self, key: &str, findings: &mut Findings) -> Option<&'a [Json]> {
        match self.get(key)? {
            Json::List(items) if items.is_empty() => {
                findings.add(self.at(key), "Length", "must not be empty");
            }
            Json::List(items) => return Some(items),
            value => findings.add(self.at(key), "Type", format!("must be a list, not {}", value.kind())),
        }
        None
    }

    /// The objects of a list with at least one element, each compared with one table.
    pub(crate) fn objects(&self, key: &str, table: &[Field], findings: &mut Findings) -> Vec<Fields<'a>> {
        let items = self.list(key, findings).unwrap_or_default().iter().enumerate();
        let open =
            |(index, item)| Fields::open(item, &self.at(&format!("{key}[{index}]")), table, self.version, findings);
        items.filter_map(open).collect()
    }

    /// An object below this one, compared with its own table.
    pub(crate) fn open_in(&self, key: &str, table: &[Field], findings: &mut Findings) -> Option<Fields<'a>> {
        Fields::open(self.get(key)?, &self.at(key), table, self.version, findings)
    }
}
