//! Positions in texts as JavaScript counts them: in UTF-16 code units.

/// How many bytes are looked at for a position.
const STEP: usize = 64;

/// Turns bytes of a text into UTF-16 code units.
pub(super) struct Places<'t> {
    bytes: &'t [u8],
    /// Units before each step.
    marks: Vec<usize>,
}

impl<'t> Places<'t> {
    pub(super) fn of(text: &'t str) -> Places<'t> {
        let bytes = text.as_bytes();
        let mut before = 0;
        let marks = bytes.chunks(STEP).map(|step| {
            let mark = before;
            before += units(step);
            mark
        });
        let mut marks: Vec<usize> = marks.collect();
        marks.push(before);
        Places { bytes, marks }
    }

    /// The UTF-16 code units before a byte.
    pub(super) fn units(&self, byte: usize) -> usize {
        let step = (byte / STEP).min(self.marks.len() - 1);
        let before = self.marks.get(step).copied().unwrap_or_default();
        before + self.bytes.get(step * STEP..byte).map_or(0, units)
    }
}

/// Each character counts where it begins, and one beyond the basic plane counts twice.
fn units(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| usize::from(byte & 0xC0 != 0x80) + usize::from(*byte >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_of_utf16() {
        for text in ["", "a", "é👋ü", &"x👋é€".repeat(50), &"y".repeat(64)] {
            let places = Places::of(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(places.units(byte), text[..byte].encode_utf16().count(), "{byte} of {text}");
            }
        }
    }
}
