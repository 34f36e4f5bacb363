//! What the server remembers of requests, and the shelf that bounds what it remembers.

use std::collections::VecDeque;

use crate::json::Json;
use crate::judge::Problem;

/// Whether a request kept to the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It did, and the gateway took it.
    Accepted,
    /// It did not, or a mode made the gateway refuse it.
    Refused,
}

/// One request as it came.
#[derive(Clone, Debug)]
pub struct Received {
    /// The `/run/NAME/` in its path.
    pub run: Option<String>,
    /// The HTTP method.
    pub method: String,
    /// The whole path with its prefix, and the query if there was one.
    pub path: String,
    /// Names in lower case, in the order they came.
    pub headers: Vec<(String, String)>,
    /// The body, with U+FFFD for what is not UTF-8.
    pub body: String,
    /// The HTTP status answered; none if the connection was closed instead.
    pub status: Option<u16>,
    /// What the judge said.
    pub verdict: Verdict,
    /// Why it was refused. Empty where a mode refused a request that was in order.
    pub problems: Vec<Problem>,
}

/// Something that can be filed under a run and written as JSON.
pub(crate) trait Entry: Clone {
    fn run(&self) -> Option<&str>;
    fn weight(&self) -> usize;
    fn to_json(&self) -> Json;
}

/// The last entries, bounded in number and size.
#[derive(Debug)]
pub(crate) struct Shelf<T> {
    entries: VecDeque<T>,
    bytes: usize,
    most_entries: usize,
    most_bytes: usize,
}

impl<T: Entry> Shelf<T> {
    pub(crate) fn new(most_entries: usize, most_bytes: usize) -> Self {
        Self { entries: VecDeque::new(), bytes: 0, most_entries, most_bytes }
    }

    /// Adds an entry and lets go of the oldest ones beyond the bounds; the newest always stays.
    pub(crate) fn add(&mut self, entry: T) {
        self.bytes += entry.weight();
        self.entries.push_back(entry);
        while self.entries.len() > 1 && (self.entries.len() > self.most_entries || self.bytes > self.most_bytes) {
            let oldest = self.entries.pop_front();
            self.bytes -= oldest.map_or(0, |oldest| oldest.weight());
        }
    }

    /// The entries of one run, or all.
    pub(crate) fn of(&self, run: Option<&str>) -> Vec<T> {
        self.entries.iter().filter(|entry| run.is_none() || entry.run() == run).cloned().collect()
    }

    /// Forgets the entries of one run, or all.
    pub(crate) fn clear(&mut self, run: Option<&str>) {
        self.entries.retain(|entry| run.is_some() && entry.run() != run);
        self.bytes = self.entries.iter().map(Entry::weight).sum();
    }
}

/// A text, or null.
pub(crate) fn optional(text: Option<&str>) -> Json {
    text.map_or(Json::Null, Json::text)
}

impl Entry for Received {
    fn run(&self) -> Option<&str> {
        self.run.as_deref()
    }

    fn weight(&self) -> usize {
        let headers: usize = self.headers.iter().map(|(name, value)| name.len() + value.len()).sum();
        let problems: usize = self.problems.iter().map(|problem| problem.path.len() + problem.text.len()).sum();
        1000 + self.path.len() + self.body.len() + headers + problems
    }

    fn to_json(&self) -> Json {
        let headers = self.headers.iter().map(|(name, value)| (name.clone(), Json::text(value.as_str())));
        let problems = self.problems.iter().map(|problem| {
            Json::object([
                ("path", Json::text(problem.path.as_str())),
                ("rule", Json::text(problem.rule)),
                ("text", Json::text(problem.text.as_str())),
            ])
        });
        let verdict = if self.verdict == Verdict::Accepted { "accepted" } else { "refused" };
        Json::object([
            ("run", optional(self.run())),
            ("method", Json::text(self.method.as_str())),
            ("path", Json::text(self.path.as_str())),
            ("headers", Json::Object(headers.collect())),
            ("body", Json::text(self.body.as_str())),
            ("status", self.status.map_or(Json::Null, Json::number)),
            ("verdict", Json::text(verdict)),
            ("problems", Json::List(problems.collect())),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone)]
    struct Note(&'static str, usize);

    impl Entry for Note {
        fn run(&self) -> Option<&str> {
            Some(self.0)
        }

        fn weight(&self) -> usize {
            self.1
        }

        fn to_json(&self) -> Json {
            Json::Null
        }
    }

    #[test]
    fn lets_go_of_the_oldest() {
        let mut shelf = Shelf::new(3, 100);
        for weight in [10, 20, 30, 40] {
            shelf.add(Note("a", weight));
        }
        assert_eq!(shelf.of(None).iter().map(|note| note.1).collect::<Vec<_>>(), [20, 30, 40]);
        shelf.add(Note("b", 200));
        assert_eq!(shelf.of(None).len(), 1);
        shelf.add(Note("a", 5));
        assert_eq!(shelf.of(Some("a")).len(), 1);
        shelf.clear(Some("b"));
        assert_eq!((shelf.of(None).len(), shelf.bytes), (1, 5));
        shelf.clear(None);
        assert_eq!((shelf.of(None).len(), shelf.bytes), (0, 0));
    }
}
