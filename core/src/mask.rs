//! How phone numbers and texts are shown where people and logs read along: never whole.
//!
//! A number shows enough to recognise it in a list one already has, a text only its length.

use core::fmt;

/// A phone number, printed as its first 4 and last 3 digits with always five dots between (`4179.....727`), or, under
/// 10 digits, as five dots and the last 2.
///
/// The dots are as many whatever they hide. Only ASCII digits count as digits; all else is left out.
#[derive(Clone, Copy)]
pub struct MaskedNumber<'a>(&'a str);

/// A text, printed as its length in code points: `text of 92 characters`.
#[derive(Clone, Copy)]
pub struct MaskedText {
    characters: usize,
}

/// Masks a phone number, for printing.
#[must_use]
pub fn number(text: &str) -> MaskedNumber<'_> {
    MaskedNumber(text)
}

/// Masks a text, for printing.
#[must_use]
pub fn text(text: &str) -> MaskedText {
    MaskedText {
        characters: text.chars().count(),
    }
}

impl fmt::Display for MaskedNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = || self.0.chars().filter(char::is_ascii_digit);
        let count = digits().count();
        let (first, last) = if count < 10 { (0, 2) } else { (4, 3) };
        for digit in digits().take(first) {
            fmt::Write::write_char(f, digit)?;
        }
        f.write_str(".....")?;
        for digit in digits().skip(count.saturating_sub(last)) {
            fmt::Write::write_char(f, digit)?;
        }
        Ok(())
    }
}

impl fmt::Display for MaskedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.characters == 1 { "" } else { "s" };
        write!(f, "text of {} character{plural}", self.characters)
    }
}

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
