//! Values within values: lists, objects, and how to pass over them.

use std::borrow::Cow;

use super::{Error, Kind, Reader};

/// A list that is being read.
#[derive(Debug, Default)]
pub struct Array {
    started: bool,
}

impl Array {
    /// Whether another element comes, which the caller then has to read; false once the closing bracket has been read.
    #[inline]
    #[cfg_attr(small, optimize(speed))]
    pub fn next(&mut self, reader: &mut Reader<'_>) -> Result<bool, Error> {
        if self.started {
            return reader.follows(b']').map(|closed| !closed);
        }
        self.started = true;
        Ok(!reader.closes(b']'))
    }
}

/// An object that is being read.
#[derive(Debug, Default)]
pub struct Object {
    started: bool,
}

impl Object {
    /// The key of the next member, whose value the caller then has to read; none once the closing bracket has been
    /// read. Keys come in the order of the text, each as often as it stands there.
    #[inline]
    pub fn next<'a>(&mut self, reader: &mut Reader<'a>) -> Result<Option<Cow<'a, str>>, Error> {
        let closed = if self.started { reader.follows(b'}')? } else { reader.closes(b'}') };
        self.started = true;
        if closed {
            return Ok(None);
        }
        reader.key().map(Some)
    }
}

impl<'a> Reader<'a> {
    /// Reads any value, and checks it without keeping it: at any depth, in constant stack.
    #[cfg_attr(small, optimize(speed))]
    pub fn skip(&mut self) -> Result<(), Error> {
        let mut open = Nesting::default();
        loop {
            match self.peek()? {
                Kind::Null => self.null()?,
                Kind::Bool => self.boolean().map(drop)?,
                Kind::Number => self.any_number().map(drop)?,
                Kind::String => self.skip_string()?,
                Kind::Array => {
                    self.at += 1;
                    if !self.closes(b']') {
                        open.push(false);
                        continue;
                    }
                }
                Kind::Object => {
                    self.at += 1;
                    if !self.closes(b'}') {
                        open.push(true);
                        self.skip_key()?;
                        continue;
                    }
                }
            }
            // A value is complete: close what ends with it, up to a comma.
            while let Some(in_object) = open.top() {
                if self.follows(if in_object { b'}' } else { b']' })? {
                    open.pop();
                } else if in_object {
                    self.skip_key()?;
                    break;
                } else {
                    break;
                }
            }
            if open.top().is_none() {
                return Ok(());
            }
        }
    }

    /// Reads any value, and gives its text as it stands.
    #[cfg_attr(not(feature = "blackkonnect"), allow(dead_code, reason = "other dialects keep no open parts"))]
    pub fn raw(&mut self) -> Result<&'a str, Error> {
        self.next_byte();
        let start = self.at;
        self.skip()?;
        Ok(self.since(start))
    }

    /// Reads a key and its colon without keeping it.
    fn skip_key(&mut self) -> Result<(), Error> {
        if self.next_byte() != Some(b'"') {
            return Err(self.expected("a key in double quotes"));
        }
        self.skip_string()?;
        self.take(b':', "a colon")
    }
}

/// The brackets that are open, innermost last, at one bit each.
#[derive(Default)]
struct Nesting {
    depth: usize,
    /// The innermost up to 64.
    word: u64,
    /// All others, 64 a word.
    outer: Vec<u64>,
}

impl Nesting {
    /// Whether the innermost bracket is an object's; none if none is open.
    fn top(&self) -> Option<bool> {
        (self.depth > 0).then_some(self.word & 1 == 1)
    }

    fn push(&mut self, object: bool) {
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.outer.push(self.word);
        }
        self.depth += 1;
        self.word = self.word << 1 | u64::from(object);
    }

    fn pop(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.word >>= 1;
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.word = self.outer.pop().unwrap_or_default();
        }
    }
}
