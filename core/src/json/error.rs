//! Why a text is not JSON, and where.

use std::fmt;

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

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expected(what) => write!(f, "expected {what}"),
            Self::TooDeep => f.write_str("nested too deeply"),
            Self::TrailingData => f.write_str("more text after the end of the document"),
            Self::UnexpectedEnd => f.write_str("the text ends inside the document"),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.kind, self.offset)
    }
}

impl std::error::Error for Error {}
