//! How phone numbers and texts are shown where people and logs read along: never whole.
//!
//! A number shows enough to recognise it in a list one already has, a text only its length.

mod words;

use core::fmt;

use crate::pieces::{concat, split_before, split_once};
use crate::sentence::{Say, Sentence, print_as_said};

pub(crate) use self::words::words;

/// A phone number, printed as its first 4 and last 3 digits with always five dots between (`4179.....727`), or, under
/// 10 digits, as five dots and the last 2.
///
/// The dots are as many whatever they hide. Only ASCII digits count as digits; all else is left out.
#[derive(Clone, Copy)]
pub(crate) struct MaskedNumber<'a>(&'a str);

/// A text, printed as its length in code points: `text of 92 characters`.
#[derive(Clone, Copy)]
pub(crate) struct MaskedText {
    characters: usize,
}

/// Masks a phone number, for printing.
#[must_use]
pub(crate) fn number(text: &str) -> MaskedNumber<'_> {
    MaskedNumber(text)
}

/// Scheme and host of a URL, for printing: user info, path and query may hold what nobody should see.
#[must_use]
pub(crate) fn url(text: &str) -> String {
    let Some((scheme, rest)) = split_once(text, "://") else { return "(not shown)".to_owned() };
    // A password with a slash in it looks like a host, so wherever an @ stands nothing is sure.
    let host = if rest.as_bytes().contains(&b'@') { "" } else { split_before(rest, b"/?#").0 };
    let more = if rest.len() > host.len() { "/…" } else { "" };
    concat(&[scheme, "://", host, more])
}

/// Masks a text, for printing.
#[must_use]
pub(crate) fn text(text: &str) -> MaskedText {
    MaskedText { characters: text.chars().count() }
}

impl Say for MaskedNumber<'_> {
    fn say(&self, sentence: &mut Sentence) {
        let digits = || self.0.chars().filter(char::is_ascii_digit);
        let count = digits().count();
        let (first, last) = if count < 10 { (0, 2) } else { (4, 3) };
        for digit in digits().take(first) {
            sentence.character(digit);
        }
        sentence.text(".....");
        for digit in digits().skip(count.saturating_sub(last)) {
            sentence.character(digit);
        }
    }
}

impl Say for MaskedText {
    fn say(&self, sentence: &mut Sentence) {
        sentence.text("text of ").counted(self.characters, "character");
    }
}

print_as_said!(MaskedNumber<'_>, MaskedText);

impl fmt::Debug for MaskedNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for MaskedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::{number, text, url};
    use proptest::prelude::*;

    #[test]
    fn numbers() {
        let cases = [
            ("41793026727", "4179.....727"),
            ("+41 79 302 67 27", "4179.....727"),
            ("254712345678", "2547.....678"),
            ("1234567890", "1234.....890"),
            ("123456789", ".....89"),
            ("1234567", ".....67"),
            ("12", ".....12"),
            ("1", ".....1"),
            ("", "....."),
            ("InfoSMS", "....."),
            ("٤١٧٩٣٠٢٦٧٢٧", "....."),
        ];
        for (input, expected) in cases {
            assert_eq!(number(input).to_string(), expected);
            assert_eq!(format!("{:?}", number(input)), expected);
        }
    }

    #[test]
    fn texts() {
        assert_eq!(text("").to_string(), "text of 0 characters");
        assert_eq!(text("é").to_string(), "text of 1 character");
        assert_eq!(text("e\u{301}").to_string(), "text of 2 characters");
        assert_eq!(format!("{:?}", text("😀😀")), "text of 2 characters");
        assert_eq!(text(&"x".repeat(92)).to_string(), "text of 92 characters");
    }

    #[test]
    fn urls() {
        let cases = [
            ("https://example.com", "https://example.com"),
            ("https://example.com:8443/reports?key=secret", "https://example.com:8443/…"),
            ("https://user:secret@example.com", "https:///…"),
            ("https://user:sec/ret@example.com", "https:///…"),
            ("https://example.com?secret", "https://example.com/…"),
            ("secret", "(not shown)"),
            ("", "(not shown)"),
        ];
        for (input, expected) in cases {
            assert_eq!(url(input), expected);
        }
    }

    proptest! {
        #[test]
        fn never_shows_more(input in "\\+?[0-9]{3,20}|.{0,30}") {
            let shown = number(&input).to_string();
            let digits: String = input.chars().filter(char::is_ascii_digit).collect();
            let (first, last) = if digits.len() < 10 { (0, 2) } else { (4, 3) };
            let (head, tail) = shown.split_once(".....").unwrap_or_default();
            prop_assert_eq!((head.len(), tail.len()), (first, last.min(digits.len())));
            prop_assert!(digits.starts_with(head) && digits.ends_with(tail));
        }
    }
}
