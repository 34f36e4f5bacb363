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

/// The places that a path lies within: the whole request, every place on the way, and its own.
pub(crate) fn around(path: &str) -> impl Iterator<Item = &str> {
    let inner = path.char_indices().filter(|(_, character)| matches!(character, '.' | '['));
    std::iter::once("").chain(inner.filter_map(|(end, _)| path.get(..end))).chain(std::iter::once(path))
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
    fn around_knows_whole_names_only() {
        let places: Vec<&str> = around("messages[11].text").collect();
        assert_eq!(places, ["", "messages", "messages[11]", "messages[11].text"]);
        assert_eq!(around("").collect::<Vec<_>>(), ["", ""]);
    }
}
