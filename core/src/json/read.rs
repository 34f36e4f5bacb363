//! A pull reader: the caller says what comes next, and gets it borrowed from the text.

use std::fmt;

use super::{Array, Error, ErrorKind, Object};

/// What kind of value comes next, as its first byte tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number of any form and size.
    Number,
    /// A string.
    String,
    /// A list.
    Array,
    /// An object.
    Object,
}

/// Reads one JSON text from front to back.
///
/// Every method skips white space, then reads exactly what its name says or fails. After a failure the position is
/// within the value at fault, and only [`Reader::offset`] is of use.
#[derive(Clone)]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) lenient: bool,
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reader({} of {} bytes)", self.at, self.text.len())
    }
}

impl<'a> Reader<'a> {
    /// A reader of JSON as its standard has it.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, lenient: false }
    }

    /// A reader that also lets raw control characters stand in strings.
    pub fn lenient(text: &'a str) -> Self {
        Self { text, at: 0, lenient: true }
    }

    /// How many bytes have been read.
    #[inline]
    pub fn offset(&self) -> usize {
        self.at
    }

    /// The kind of the next value, which stays unread.
    #[inline]
    #[cfg_attr(small, optimize(speed))]
    pub fn peek(&mut self) -> Result<Kind, Error> {
        match self.next_byte() {
            Some(b'"') => Ok(Kind::String),
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::Array),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(b't' | b'f') => Ok(Kind::Bool),
            Some(b'n') => Ok(Kind::Null),
            _ => Err(self.expected("a value")),
        }
    }

    /// Reads `null`.
    pub fn null(&mut self) -> Result<(), Error> {
        self.next_byte();
        self.word("null").ok_or_else(|| self.expected("null"))
    }

    /// Reads `true` or `false`.
    pub fn boolean(&mut self) -> Result<bool, Error> {
        self.next_byte();
        if self.word("true").is_some() {
            return Ok(true);
        }
        self.word("false").map(|()| false).ok_or_else(|| self.expected("true or false"))
    }

    /// Reads a number, and gives its text.
    pub fn number(&mut self) -> Result<&'a str, Error> {
        self.any_number().map(|(text, _)| text)
    }

    /// Reads a number: its text, and whether it has neither fraction nor exponent.
    #[inline]
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn any_number(&mut self) -> Result<(&'a str, bool), Error> {
        if !matches!(self.next_byte(), Some(b'-' | b'0'..=b'9')) {
            return Err(self.expected("a number"));
        }
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        let mut integer = true;
        if self.byte() == Some(b'.') {
            integer = false;
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            integer = false;
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok((self.since(start), integer))
    }

    /// Reads the opening bracket of a list:
    /// `let mut list = reader.array()?; while list.next(&mut reader)? { … }`.
    #[inline]
    pub fn array(&mut self) -> Result<Array, Error> {
        self.take(b'[', "a list").map(|()| Array::default())
    }

    /// Reads the opening bracket of an object:
    /// `let mut object = reader.object()?; while let Some(key) = object.next(&mut reader)? { … }`.
    #[inline]
    pub fn object(&mut self) -> Result<Object, Error> {
        self.take(b'{', "an object").map(|()| Object::default())
    }

    /// Makes sure that only white space follows.
    pub fn end(&mut self) -> Result<(), Error> {
        match self.next_byte() {
            None => Ok(()),
            Some(_) => Err(Error { offset: self.at, kind: ErrorKind::TrailingData }),
        }
    }

    /// The byte at the position.
    #[inline]
    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The text from `start` to the position.
    #[inline]
    pub(super) fn since(&self, start: usize) -> &'a str {
        // Both ends stand beside ASCII bytes, so that there is always such a text.
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The next byte that is not white space, which stays unread.
    #[inline]
    pub(super) fn next_byte(&mut self) -> Option<u8> {
        while let Some(byte) = self.byte() {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    /// Reads one byte of punctuation, after white space.
    #[inline]
    pub(super) fn take(&mut self, byte: u8, what: &'static str) -> Result<(), Error> {
        if self.next_byte() != Some(byte) {
            return Err(self.expected(what));
        }
        self.at += 1;
        Ok(())
    }

    /// Directly behind an opening bracket: true if `close` was read.
    #[inline]
    pub(super) fn closes(&mut self, close: u8) -> bool {
        let closed = self.next_byte() == Some(close);
        self.at += usize::from(closed);
        closed
    }

    /// After a value within brackets: true if `close` was read, false if a comma was.
    #[inline]
    pub(super) fn follows(&mut self, close: u8) -> Result<bool, Error> {
        match self.next_byte() {
            Some(byte) if byte == close || byte == b',' => {
                self.at += 1;
                Ok(byte == close)
            }
            _ => Err(self.expected("a comma or a closing bracket")),
        }
    }

    /// Reads a word that must stand here.
    #[inline]
    pub(super) fn word(&mut self, word: &str) -> Option<()> {
        let rest = self.text.as_bytes().get(self.at..)?;
        rest.starts_with(word.as_bytes()).then(|| self.at += word.len())
    }

    /// Reads at least one digit.
    #[inline]
    fn digits(&mut self) -> Result<(), Error> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at == start { Err(self.expected("a digit")) } else { Ok(()) }
    }

    /// What went wrong if `what` does not stand at the position.
    #[cold]
    pub(super) fn expected(&self, what: &'static str) -> Error {
        let kind = if self.at < self.text.len() { ErrorKind::Expected(what) } else { ErrorKind::UnexpectedEnd };
        Error { offset: self.at, kind }
    }
}
