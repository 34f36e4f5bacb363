//! Where in a request something stands, in the gateway's own names.

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

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Key(Path::Root, key) => f.write_str(key),
            Path::Key(parent, key) => write!(f, "{parent}.{key}"),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
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
                text.push_str(key);
                ends.push(text.len());
                (text, ends)
            }
            Path::Index(parent, index) => {
                let (mut text, mut ends) = parent.text_and_ends();
                text.push('[');
                text.push_str(&index.to_string());
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
    fn ends_are_those_of_whole_names() {
        let messages = Path::Root.key("messages");
        let second = messages.index(11);
        let (text, ends) = second.key("a.b").text_and_ends();
        let places: Vec<&str> = ends.iter().filter_map(|end| text.get(..*end)).collect();
        assert_eq!(places, ["", "messages", "messages[11]", "messages[11].a.b"]);
    }
}
