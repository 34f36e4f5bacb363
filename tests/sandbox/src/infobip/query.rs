//! Queries of the calls that ask.

use std::ops::RangeInclusive;

use crate::exchange::Request;
use crate::forms;
use crate::judge::Findings;
use crate::run::clock::{self, Time};
use crate::urlencoded;

/// The parameters of a call, judged for their names.
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// Reads a query. Each name once, but those that are lists.
    pub(super) fn open(request: &Request<'_>, names: &[&str], lists: &[&str], findings: &mut Findings) -> Self {
        let pairs = urlencoded::pairs(request.query.unwrap_or_default()).unwrap_or_else(|text| {
            findings.add("query", "Form", text);
            Vec::new()
        });
        for (index, (name, value)) in pairs.iter().enumerate() {
            let path = format!("query.{name}");
            if lists.contains(&name.as_str()) {
                // Section 6.3: one SDK repeats these.
            } else if !names.contains(&name.as_str()) {
                findings.add(path.as_str(), "Unknown", "is not a documented parameter");
            } else if pairs.iter().take(index).any(|(earlier, _)| earlier == name) {
                findings.add(path.as_str(), "Duplicate", "is given more than once");
            }
            if value.is_empty() {
                findings.add(path, "Length", "must not be empty");
            }
        }
        Self(pairs)
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find_map(|(key, value)| (key == name).then_some(value.as_str()))
    }

    /// A parameter that must be there.
    pub(super) fn must(&self, name: &str, findings: &mut Findings) -> &str {
        if !self.0.iter().any(|(key, _)| key == name) {
            findings.add(format!("query.{name}"), "Required", "is missing");
        }
        self.get(name).unwrap_or_default()
    }

    /// A list, separated by commas or given again and again; empty if it is not asked for.
    pub(super) fn list(&self, name: &str, findings: &mut Findings) -> Vec<String> {
        let values = self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let whole = values.collect::<Vec<_>>().join(",");
        if whole.chars().count() > 2048 {
            findings.add(format!("query.{name}"), "Length", "must have at most 2048 characters");
        }
        whole.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect()
    }

    fn number(&self, name: &str, range: RangeInclusive<usize>, findings: &mut Findings) -> Option<usize> {
        let text = self.get(name).filter(|text| !text.is_empty())?;
        let path = format!("query.{name}");
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            findings.add(path, "Type", "must be a whole number");
            return None;
        }
        let number = text.parse().ok().filter(|number| range.contains(number));
        if number.is_none() {
            findings.add(path, "Range", format!("must lie within {} to {}", range.start(), range.end()));
        }
        number
    }

    /// `limit`: 50 unless given, 1000 at most.
    pub(super) fn limit(&self, findings: &mut Findings) -> usize {
        self.number("limit", 1..=1000, findings).unwrap_or(50)
    }

    /// An instant, its offset with or without colon (section 6.3 has one with).
    pub(super) fn instant(&self, name: &str, findings: &mut Findings) -> Option<Time> {
        let text = self.get(name).filter(|text| !text.is_empty())?;
        let plain = text.rsplit_once(':').filter(|(_, minutes)| minutes.len() == 2);
        let plain = plain.map_or_else(|| text.to_owned(), |(head, minutes)| format!("{head}{minutes}"));
        let time = clock::read(text).filter(|_| forms::is_instant(&plain));
        if time.is_none() {
            findings.add(format!("query.{name}"), "Form", "must have the form yyyy-MM-dd'T'HH:mm:ss.SSSZ");
        }
        time
    }
}
