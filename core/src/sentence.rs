//! Sentences, written piece by piece. The formatting of the standard library does it for any type in any layout, and is larger
//! than most of what would be written with it.

use crate::pieces::{push_counted, push_integer, push_number};
use crate::quote::{push_hex, push_hidden, push_named, push_quoted};

/// A text that is being written.
#[derive(Debug, Default)]
pub(crate) struct Sentence(String);

impl Sentence {
    pub(crate) fn text(&mut self, text: &str) -> &mut Sentence {
        self.0.push_str(text);
        self
    }

    pub(crate) fn character(&mut self, character: char) -> &mut Sentence {
        self.0.push(character);
        self
    }

    pub(crate) fn number(&mut self, number: usize) -> &mut Sentence {
        push_number(number as u64, &mut self.0);
        self
    }

    pub(crate) fn integer(&mut self, number: i64) -> &mut Sentence {
        push_integer(number, &mut self.0);
        self
    }

    /// Hexadecimal digits in small letters, two or more, behind `0x`.
    pub(crate) fn hex(&mut self, octet: u8) -> &mut Sentence {
        self.0.push_str("0x");
        push_hex(u64::from(octet), 2, |digit| *digit, &mut self.0);
        self
    }

    /// The number of a character or a code unit, as Unicode writes it: `U+00E4`.
    pub(crate) fn code(&mut self, code: u32) -> &mut Sentence {
        self.0.push_str("U+");
        push_hex(u64::from(code), 4, char::to_ascii_uppercase, &mut self.0);
        self
    }

    /// `1 part`, `2 parts`.
    pub(crate) fn counted(&mut self, count: usize, thing: &str) -> &mut Sentence {
        push_counted(count as u64, thing, &mut self.0);
        self
    }

    /// Numbers, and how many more there are than a reader wants: ` 1, 2 and 5 more`.
    pub(crate) fn first_of(&mut self, numbers: &[usize], most: usize, told: &dyn Fn(usize) -> usize) -> &mut Sentence {
        for (index, number) in numbers.iter().take(most).enumerate() {
            self.text(if index > 0 { ", " } else { " " }).number(told(*number));
        }
        match numbers.len().checked_sub(most) {
            None | Some(0) => self,
            Some(more) => self.text(" and ").number(more).text(" more"),
        }
    }

    pub(crate) fn quoted(&mut self, text: &str) -> &mut Sentence {
        push_quoted(text, usize::MAX, &mut self.0);
        self
    }

    /// A character and its number.
    pub(crate) fn named(&mut self, character: char) -> &mut Sentence {
        push_named(character, &mut self.0);
        self
    }

    /// What stands for a character that cannot be seen.
    pub(crate) fn hidden(&mut self, character: char) -> &mut Sentence {
        push_hidden(character, &mut self.0);
        self
    }

    /// What something says of itself.
    pub(crate) fn of(&mut self, what: &dyn Say) -> &mut Sentence {
        what.say(self);
        self
    }

    /// What was written.
    pub(crate) fn finish(&mut self) -> String {
        std::mem::take(&mut self.0)
    }
}

/// What can be told within a sentence.
pub(crate) trait Say {
    /// Writes it.
    fn say(&self, sentence: &mut Sentence);

    /// It alone.
    fn said(&self) -> String {
        let mut sentence = Sentence::default();
        self.say(&mut sentence);
        sentence.finish()
    }
}

/// Lets types print what they say.
macro_rules! print_as_said {
    ($($type:ty),*) => {
        $(impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&$crate::sentence::Say::said(self))
            }
        })*
    };
}

pub(crate) use print_as_said;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_stand_behind_one_another() {
        let written = Sentence::default()
            .text("the octet ")
            .hex(0x0B)
            .text(", ")
            .code(0xE4)
            .text(" and ")
            .named('ä')
            .text(" at")
            .first_of(&[1, 2, 3], 2, &|place| place * 2)
            .text(" of ")
            .integer(-7)
            .character('.')
            .finish();
        assert_eq!(written, "the octet 0x0b, U+00E4 and 'ä' (U+00E4) at 2, 4 and 1 more of -7.");
    }

    #[test]
    fn as_many_as_are_told_are_all() {
        let told = |numbers: &[usize]| Sentence::default().first_of(numbers, 2, &|number| number).finish();
        assert_eq!([told(&[]), told(&[5]), told(&[5, 6])], ["", " 5", " 5, 6"]);
    }
}
