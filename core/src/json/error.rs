//! Why a text is not JSON, and where.

use crate::sentence::{Say, Sentence, print_as_said};

/// Why and where reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error {
    /// Bytes from the start of the text to where it stops being what was asked for.
    pub offset: usize,
    /// What is wrong there.
    pub kind: ErrorKind,
}

/// What is wrong with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// Something else should stand here.
    Expected(&'static str),
    /// A list or object opens here, inside as many others as are allowed.
    TooDeep,
    /// The document is complete, yet more follows.
    TrailingData,
    /// The text ends inside the document.
    UnexpectedEnd,
}

impl Say for ErrorKind {
    fn say(&self, sentence: &mut Sentence) {
        match self {
            Self::Expected(what) => sentence.text("expected ").text(what),
            Self::TooDeep => sentence.text("nested too deeply"),
            Self::TrailingData => sentence.text("more text after the end of the document"),
            Self::UnexpectedEnd => sentence.text("the text ends inside the document"),
        };
    }
}

impl Say for Error {
    fn say(&self, sentence: &mut Sentence) {
        sentence.of(&self.kind).text(" at byte ").number(self.offset);
    }
}

print_as_said!(ErrorKind, Error);

impl std::error::Error for Error {}
