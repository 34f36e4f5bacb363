//! Compact JSON, written straight into the bytes of a body.

use std::fmt;

use super::{Value, scan};

/// Writes one JSON document without white space, and puts the commas.
///
/// That brackets close and that every key gets its value is up to the caller.
pub struct Writer {
    out: Vec<u8>,
    /// Whether a value stands before the position, so that the next one needs a comma.
    comma: bool,
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Writer({} bytes)", self.out.len())
    }
}

impl Writer {
    /// A writer with room for so many bytes, which grows beyond them.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { out: Vec::with_capacity(bytes), comma: false }
    }

    /// Opens an object.
    #[inline]
    pub fn begin_object(&mut self) {
        self.begin(b'{');
    }

    /// Closes the innermost object.
    #[inline]
    pub fn end_object(&mut self) {
        self.end(b'}');
    }

    /// Opens a list.
    #[inline]
    pub fn begin_list(&mut self) {
        self.begin(b'[');
    }

    /// Closes the innermost list.
    #[inline]
    pub fn end_list(&mut self) {
        self.end(b']');
    }

    /// Writes any key; its value comes next.
    pub fn key(&mut self, key: &str) {
        self.separate();
        self.quoted(key);
        self.out.push(b':');
        self.comma = false;
    }

    /// Writes a key of the program's own, given as it stands in the text: `"key":`. Its value comes next.
    #[inline]
    pub fn known_key(&mut self, key: &'static str) {
        self.separate();
        self.out.extend_from_slice(key.as_bytes());
        self.comma = false;
    }

    /// The same of a key that is given bare, and in which nothing needs an escape.
    pub(crate) fn known_name(&mut self, key: &'static str) {
        self.separate();
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
        self.comma = false;
    }

    /// Writes a string.
    #[cfg_attr(small, optimize(speed))]
    pub fn string(&mut self, text: &str) {
        self.separate();
        self.quoted(text);
    }

    /// Writes what is JSON already, such as the digits of a number.
    #[inline]
    pub fn raw(&mut self, json: &str) {
        self.separate();
        self.out.extend_from_slice(json.as_bytes());
    }

    /// Writes an integer.
    pub fn integer(&mut self, value: i64) {
        self.separate();
        let mut digits = [0; 20];
        let mut length = 0;
        let mut rest = value.unsigned_abs();
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            length += 1;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if value < 0 {
            self.out.push(b'-');
        }
        self.out.extend_from_slice(digits.get(digits.len() - length..).unwrap_or_default());
    }

    /// Writes `true` or `false`.
    #[inline]
    pub fn boolean(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    /// Writes `null`.
    #[inline]
    pub fn null(&mut self) {
        self.raw("null");
    }

    /// Writes a tree. What JSON cannot say becomes `null`: bytes, foreign things.
    pub fn value(&mut self, value: &Value<'_>) {
        match value {
            Value::Null | Value::Bytes(_) | Value::Foreign(_) => self.null(),
            Value::Bool(value) => self.boolean(*value),
            Value::Integer(value) => self.integer(*value),
            Value::Number(text) => self.raw(text),
            Value::String(text) => self.string(text),
            Value::List(items) => {
                self.begin_list();
                for item in items {
                    self.value(item);
                }
                self.end_list();
            }
            Value::Object(members) => {
                self.begin_object();
                for (key, value) in members {
                    self.key(key);
                    self.value(value);
                }
                self.end_object();
            }
        }
    }

    /// All that was written.
    #[inline]
    pub fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    #[inline]
    fn begin(&mut self, bracket: u8) {
        self.separate();
        self.out.push(bracket);
        self.comma = false;
    }

    #[inline]
    fn end(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.comma = true;
    }

    /// Puts the comma before a value or key that is not the first one within its brackets.
    #[inline]
    fn separate(&mut self) {
        if self.comma {
            self.out.push(b',');
        }
        self.comma = true;
    }

    /// A string in its quotes: clean runs are copied, what stands between them is escaped.
    #[cfg_attr(small, optimize(speed))]
    fn quoted(&mut self, text: &str) {
        let bytes = text.as_bytes();
        self.out.reserve(bytes.len() + 3);
        self.out.push(b'"');
        let mut start = 0;
        loop {
            let stop = scan::special(bytes, start);
            self.out.extend_from_slice(bytes.get(start..stop).unwrap_or_default());
            let Some(&byte) = bytes.get(stop) else { break };
            self.escape(byte);
            start = stop + 1;
        }
        self.out.push(b'"');
    }

    /// A quote, a backslash or a control character.
    fn escape(&mut self, byte: u8) {
        let short = match byte {
            0x08 => b'b',
            0x0C => b'f',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            b'"' | b'\\' => byte,
            _ => {
                let low = byte & 0xF;
                let low = if low < 10 { b'0' + low } else { b'a' - 10 + low };
                self.out.extend_from_slice(&[b'\\', b'u', b'0', b'0', b'0' + (byte >> 4), low]);
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }
}
