//! A gateway's own words in print: they may be long, span lines, or name a number.

use std::fmt;

use crate::sentence::{Say, Sentence, print_as_said};

/// How many code points are shown.
const SHOWN: usize = 200;
/// So many digits in a row may be a phone number.
const NUMBER: usize = 7;

/// A gateway's words, printed in one line: control characters and marks of writing direction escaped, digits masked like
/// a phone number where 7 or more follow each other, cut after 200 code points.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a>(&'a str);

/// Masks a gateway's words, for printing.
#[must_use]
pub(crate) fn words(text: &str) -> Words<'_> {
    Words(text)
}

impl Say for Words<'_> {
    fn say(&self, sentence: &mut Sentence) {
        let mut rest = self.0;
        let mut left = SHOWN;
        while let Some(character) = rest.chars().next() {
            if left == 0 {
                sentence.text("…");
                return;
            }
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if digits >= NUMBER {
                // As a whole, even where the cut is within it.
                let (number, after) = rest.split_at(digits);
                sentence.of(&super::number(number));
                left = left.saturating_sub(digits);
                rest = after;
                continue;
            }
            if is_disruptive(character) {
                sentence.hidden(character);
            } else {
                sentence.character(character);
            }
            left -= 1;
            rest = rest.split_at(character.len_utf8()).1;
        }
    }
}

print_as_said!(Words<'_>);

/// Whether a character would move the cursor, or turn around what stands beside it.
fn is_disruptive(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::words;
    use proptest::prelude::*;

    #[test]
    fn what_is_shown() {
        let cases = [
            ("", ""),
            ("Success", "Success"),
            ("Ungültige Nummer \"+\\\" नमस्ते 😀", "Ungültige Nummer \"+\\\" नमस्ते 😀"),
            ("a\r\n\tb\0c\u{1b}[31m\u{7f}\u{85}", "a\\r\\n\\tb\\u{0}c\\u{1b}[31m\\u{7f}\\u{85}"),
            ("a\u{202e}b\u{2028}c\u{2066}", "a\\u{202e}b\\u{2028}c\\u{2066}"),
            ("to 41793026727 from 254712345678.", "to 4179.....727 from 2547.....678."),
            ("code 123456, account 1234567", "code 123456, account .....67"),
            ("41 793 026 727", "41 793 026 727"),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text).to_string(), expected);
            assert_eq!(format!("{:?}", words(text)), format!("\"{expected}\""));
        }
    }

    #[test]
    fn the_cut() {
        let two_hundred = "é".repeat(200);
        assert_eq!(words(&two_hundred).to_string(), two_hundred);
        assert_eq!(words(&format!("{two_hundred}é")).to_string(), format!("{two_hundred}…"));
        let head = "x".repeat(197);
        assert_eq!(words(&format!("{head}41793026727")).to_string(), format!("{head}4179.....727"));
        assert_eq!(words(&format!("{head}41793026727 and")).to_string(), format!("{head}4179.....727…"));
        assert_eq!(words(&format!("{head}123456")).to_string(), format!("{head}123…"));
        assert_eq!(words(&"1".repeat(1_000_000)).to_string(), "1111.....111");
    }

    proptest! {
        #[test]
        fn one_line_without_numbers(text in ".{0,40}|[0-9 \\n\u{202e}]{0,400}") {
            let shown = words(&text).to_string();
            prop_assert!(!shown.chars().any(char::is_control));
            let longest = shown.split(|character: char| !character.is_ascii_digit()).map(str::len).max();
            prop_assert!(longest.unwrap_or_default() < 7);
        }
    }
}
