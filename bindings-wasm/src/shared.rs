//! What holds lists, as JSON text in which equal parts stand once.
//!
//! A thousand messages mostly have one status and one outcome, and the core lets them share both. So those go into a table,
//! and an entry of a list has their places in it; TypeScript puts the objects back. That halves what an answer costs on its
//! way.

use smskernel::{JsonWriter, Members, Tell, Told};

use crate::report::{list, member, object, text, write};

/// `{"done": …}` and further members. Where entries of lists share parts, `shared` is the table of these, and `links` has
/// pairs of a list's name and the name of a member by which its entries point into the table.
pub(crate) fn told(of: &dyn Members, more: &[(&'static str, &dyn Tell)]) -> String {
    let (mut out, mut table) = (JsonWriter::with_capacity(1024), Table::new());
    out.begin_object();
    out.key("done");
    out.begin_object();
    of.members(&mut |name, value| match value.told() {
        Told::List(entries) => {
            out.key(name);
            list(&mut out, entries, &mut |out, entry| table.entry(name, out, entry.told()));
        }
        told => member(&mut out, name, told),
    });
    out.end_object();
    for (name, value) in more {
        member(&mut out, name, value.told());
    }
    table.finish(&mut out);
    out.end_object();
    text(out)
}

/// The parts that entries share.
struct Table {
    /// Where each lies in memory; all of them live as long as what holds the lists.
    places: Vec<*const ()>,
    parts: JsonWriter,
    /// The lists, and the members of their entries, that point here.
    links: Vec<[String; 2]>,
}

impl Table {
    /// How many of the latest parts a new one is compared with. More would make the work grow with their number.
    const COMPARED: usize = 8;

    fn new() -> Table {
        let mut parts = JsonWriter::with_capacity(256);
        parts.begin_list();
        Table { places: Vec::new(), parts, links: Vec::new() }
    }

    /// Writes an entry with the places of what it shares.
    fn entry(&mut self, list: &str, out: &mut JsonWriter, entry: Told<'_>) {
        let Told::Object(entry) = entry else { return write(out, entry) };
        out.begin_object();
        entry.members(&mut |name, value| match value.told() {
            Told::Shared(part) => {
                if !self.links.iter().any(|[of, known]| known == name && of == list) {
                    self.links.push([list.to_owned(), name.to_owned()]);
                }
                member(out, name, self.place(part).told());
            }
            told => member(out, name, told),
        });
        out.end_object();
    }

    fn place(&mut self, part: &dyn Members) -> usize {
        let address = std::ptr::from_ref(part).cast();
        let known = self.places.iter().enumerate().rev().take(Self::COMPARED).find(|(_, known)| **known == address);
        if let Some((place, _)) = known {
            return place;
        }
        object(&mut self.parts, part);
        self.places.push(address);
        self.places.len() - 1
    }

    fn finish(mut self, out: &mut JsonWriter) {
        if self.places.is_empty() {
            return;
        }
        self.parts.end_list();
        out.key("shared");
        out.raw(&text(self.parts));
        member(out, "links", self.links.told());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    struct Part(&'static str);

    impl Members for Part {
        fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
            each("is", &self.0);
        }
    }

    struct Entry(Arc<Part>, Option<Arc<Part>>);

    impl Members for Entry {
        fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
            each("outcome", &self.0);
            each("status", &self.1);
        }
    }

    impl Tell for Entry {
        fn told(&self) -> Told<'_> {
            Told::Object(self)
        }
    }

    struct Answer {
        results: Vec<Entry>,
        events: Vec<Entry>,
        names: Vec<String>,
        outcome: Arc<Part>,
    }

    impl Members for Answer {
        fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
            each("results", &self.results);
            each("events", &self.events);
            each("names", &self.names);
            each("outcome", &self.outcome);
        }
    }

    #[test]
    fn every_list_shares_and_what_is_no_list_does_not() {
        let (a, b) = (Arc::new(Part("a")), Arc::new(Part("b")));
        let answer = Answer {
            results: vec![Entry(a.clone(), None), Entry(a.clone(), Some(b.clone()))],
            events: vec![Entry(b, None)],
            names: vec!["n".to_owned()],
            outcome: a,
        };
        assert_eq!(
            told(&answer, &[("more", &true)]),
            concat!(
                r#"{"done":{"results":[{"outcome":0},{"outcome":0,"status":1}],"events":[{"outcome":1}],"names":["n"],"#,
                r#""outcome":{"is":"a"}},"more":true,"shared":[{"is":"a"},{"is":"b"}],"#,
                r#""links":[["results","outcome"],["results","status"],["events","outcome"]]}"#,
            )
        );
        let answer = Answer { results: vec![], events: vec![], ..answer };
        assert_eq!(told(&answer, &[]), r#"{"done":{"results":[],"events":[],"names":["n"],"outcome":{"is":"a"}}}"#);
    }
}
