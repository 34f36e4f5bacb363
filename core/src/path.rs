//! Where in a request something stands, in the gateway's own names.

use crate::pieces::push_number;
use std::borrow::Cow;
use std::fmt;

/// A path such as `messages[1].destinations[0].to`, kept as links on the stack so that naming a place costs nothing
/// until a violation needs its text.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    /// The whole request; its text is empty.
    Root,
    /// A member of an object.
    Key(&'a Path<'a>, &'a str),
    /// An element of a list.
    Index(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    /// The member `key` of this place.
    pub(crate) fn key(&'a self, key: &'a str) -> Path<'a> {
        Path::Key(self, key)
    }

    /// The element `index` of this place.
    pub(crate) fn index(&'a self, index: usize) -> Path<'a> {
        Path::Index(self, index)
    }
}

/// The longest key of a path, in bytes. No documented one comes near it; a caller's own may have any length.
const LONGEST: usize = 100;

/// A key, cut when it is long.
fn shown(key: &str) -> Cow<'_, str> {
    if key.len() <= LONGEST {
        return Cow::Borrowed(key);
    }
    let end = (0..=LONGEST).rev().find(|end| key.is_char_boundary(*end)).unwrap_or_default();
    Cow::Owned([key.get(..end).unwrap_or_default(), "…"].concat())
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text_and_ends().0)
    }
}

impl Path<'_> {
    /// Its text, and where in it the text of each place on the way ends, outermost first; its own end is the last.
    pub(crate) fn text_and_ends(&self) -> (String, Vec<usize>) {
        match self {
            Path::Root => (String::new(), vec![0]),
            Path::Key(parent, key) => {
                let (mut text, mut ends) = parent.text_and_ends();
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(&shown(key));
                ends.push(text.len());
                (text, ends)
            }
            Path::Index(parent, index) => {
                let (mut text, mut ends) = parent.text_and_ends();
                text.push('[');
                push_number(*index as u64, &mut text);
                text.push(']');
                ends.push(text.len());
                (text, ends)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_path() {
        let root = Path::Root;
        let messages = root.key("messages");
        let second = messages.index(1);
        assert_eq!(second.key("text").to_string(), "messages[1].text");
        assert_eq!(root.to_string(), "");
    }

    #[test]
    fn long_keys_are_cut() {
        let long = "ä".repeat(5_000_000);
        let cut = format!("messages.{}…", "ä".repeat(50));
        let messages = Path::Root.key("messages");
        let path = messages.key(&long);
        assert_eq!(path.to_string(), cut);
        assert_eq!(path.text_and_ends().0, cut);
        assert_eq!(Path::Root.key(&"x".repeat(100)).to_string().len(), 100);
    }

    #[test]
    fn ends_are_those_of_whole_names() {
        let messages = Path::Root.key("messages");
        let second = messages.index(11);
        let (text, ends) = second.key("a.b").text_and_ends();
        let places: Vec<&str> = ends.iter().filter_map(|end| text.get(..*end)).collect();
        assert_eq!(places, ["", "messages", "messages[11]", "messages[11].a.b"]);
    }
}
