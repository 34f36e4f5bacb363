//! Strings and keys, and their escapes.

use std::borrow::Cow;

use super::{Error, Reader, scan};

impl<'a> Reader<'a> {
    /// Reads a string: borrowed if it has no escapes. An escaped surrogate without its other half becomes U+FFFD.
    #[inline]
    #[cfg_attr(small, optimize(speed))]
    pub fn string(&mut self) -> Result<Cow<'a, str>, Error> {
        self.take(b'"', "a string")?;
        self.rest_of_string()
    }

    /// Reads a key and its colon.
    #[inline]
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn key(&mut self) -> Result<Cow<'a, str>, Error> {
        self.take(b'"', "a key in double quotes")?;
        let key = self.rest_of_string()?;
        self.take(b':', "a colon")?;
        Ok(key)
    }

    /// Reads a string behind its opening quote.
    #[inline]
    #[cfg_attr(small, optimize(speed))]
    fn rest_of_string(&mut self) -> Result<Cow<'a, str>, Error> {
        let start = self.at;
        let stop = self.run()?;
        let clean = self.since(start);
        if stop == b'"' {
            self.at += 1;
            return Ok(Cow::Borrowed(clean));
        }
        self.unescape(clean).map(Cow::Owned)
    }

    /// Goes to the next quote or backslash of a string, and says which it is.
    #[inline]
    #[cfg_attr(small, optimize(speed))]
    fn run(&mut self) -> Result<u8, Error> {
        loop {
            self.at = scan::special(self.text.as_bytes(), self.at);
            match self.byte() {
                Some(stop @ (b'"' | b'\\')) => return Ok(stop),
                Some(_) if self.lenient => self.at += 1,
                _ => return Err(self.expected("an escape instead of a raw control character")),
            }
        }
    }

    /// The rest of a string from its first backslash on, behind what stands before it.
    fn unescape(&mut self, clean: &str) -> Result<String, Error> {
        let mut out = String::from(clean);
        loop {
            out.push(self.escape()?);
            let start = self.at;
            let stop = self.run()?;
            out.push_str(self.since(start));
            if stop == b'"' {
                self.at += 1;
                return Ok(out);
            }
        }
    }

    /// Reads an escape, from its backslash on.
    fn escape(&mut self) -> Result<char, Error> {
        self.at += 1;
        let plain = match self.byte() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            _ => return Err(self.expected("one of \"\\/bfnrtu after a backslash")),
        };
        self.at += 1;
        Ok(plain)
    }

    /// The character of a `\u` escape, whose digits come next, and of the one after it if the two make a pair.
    fn unicode(&mut self) -> Result<char, Error> {
        let code = self.hexadecimal()?;
        if let 0xD800..0xDC00 = code
            && self.word("\\u").is_some()
        {
            let behind_first = self.at - 2;
            let low = self.hexadecimal()?;
            if let 0xDC00..0xE000 = low {
                let pair = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                return Ok(char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = behind_first;
        }
        Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// Reads four hexadecimal digits.
    fn hexadecimal(&mut self) -> Result<u32, Error> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.byte().and_then(|byte| char::from(byte).to_digit(16));
            code = code << 4 | digit.ok_or_else(|| self.expected("four hexadecimal digits"))?;
            self.at += 1;
        }
        Ok(code)
    }

    /// Reads a string without keeping it.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn skip_string(&mut self) -> Result<(), Error> {
        self.at += 1;
        while self.run()? == b'\\' {
            self.escape()?;
        }
        self.at += 1;
        Ok(())
    }
}
