//! Positions in texts: the core counts bytes, Python code points.

/// How many bytes are counted at once.
const STRIDE: usize = 64;

/// Turns bytes of one text into code points.
#[derive(Debug)]
pub(crate) struct CodePoints<'t> {
    text: &'t str,
    /// The code points before each stretch of bytes; empty where each is one byte.
    before: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    pub(crate) fn of(text: &'t str) -> CodePoints<'t> {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for stretch in text.as_bytes().chunks(STRIDE) {
                before.push(count);
                count += beginnings(stretch);
            }
            before.push(count);
        }
        CodePoints { text, before }
    }

    /// The code point that begins at a byte, counted from 0.
    pub(crate) fn at(&self, byte: usize) -> usize {
        let stretch = byte / STRIDE;
        match self.before.get(stretch) {
            Some(before) => before + self.text.as_bytes().get(stretch * STRIDE..byte).map_or(0, beginnings),
            None => byte,
        }
    }
}

/// The code points that begin among these bytes.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found() {
        let texts = ["", "plain", "ä", "€uro 👋 ".repeat(70).as_str(), "👋".repeat(16).as_str()].map(str::to_owned);
        for text in texts {
            let found = CodePoints::of(&text);
            let ends = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
            for (count, byte) in ends.enumerate() {
                assert_eq!(found.at(byte), count, "byte {byte} of {text:?}");
            }
        }
    }
}
