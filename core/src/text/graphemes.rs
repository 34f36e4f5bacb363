//! Where what a reader sees as one character ends: the boundaries of Unicode's extended grapheme clusters.
//!
//! Documented: Unicode Standard Annex #29, the rules GB1 to GB13 and GB999. Which Unicode it is, its table says. A library
//! would cost the wasm module five times as many bytes; the tests hold every character, and the rules, to one.

use std::ops::RangeInclusive;
use std::str::Chars;

mod table;

#[cfg(test)]
mod tests;

/// What a character is to the rules: its `Grapheme_Cluster_Break`, and in its place `Extended_Pictographic` and
/// `Indic_Conjunct_Break` where they say more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Other,
    CarriageReturn,
    LineFeed,
    Control,
    /// Stays with what is before it, and may stand between a linker and its consonant.
    Extend,
    /// An `Extend` that ends a conjunct.
    ExtendOnly,
    /// An `Extend` that makes a conjunct of the consonants around it.
    Linker,
    Consonant,
    ZeroWidthJoiner,
    SpacingMark,
    Prepend,
    RegionalIndicator,
    Pictographic,
    HangulL,
    HangulV,
    HangulT,
    HangulLv,
    HangulLvt,
}

impl Class {
    /// The class that the table has this letter for.
    fn of(letter: u8) -> Class {
        match letter {
            b'C' => Class::Control,
            b'E' => Class::Extend,
            b'X' => Class::ExtendOnly,
            b'J' => Class::Linker,
            b'K' => Class::Consonant,
            b'Z' => Class::ZeroWidthJoiner,
            b'S' => Class::SpacingMark,
            b'P' => Class::Prepend,
            b'R' => Class::RegionalIndicator,
            b'I' => Class::Pictographic,
            b'L' => Class::HangulL,
            b'V' => Class::HangulV,
            b'T' => Class::HangulT,
            _ => Class::Other,
        }
    }
}

/// Hangul's syllables: each one without a last consonant is followed by 27 with one.
const SYLLABLES: RangeInclusive<u32> = 0xAC00..=0xD7A3;

/// What knows the classes of characters.
#[derive(Debug, Default)]
pub(super) struct Graphemes {
    /// Where each run of the table ends, and its class. Read when a character outside of ASCII comes first.
    runs: Vec<(u32, Class)>,
}

impl Graphemes {
    /// The last boundary up to `end` and behind `start`, if there is one.
    ///
    /// Nothing before `start` is looked at. Where it is a boundary itself, nothing there matters: no rule looks behind one,
    /// and flags are counted from it. Where it is not, because something longer than a part was cut, what is left of that is
    /// taken as if a text began there. So a cut costs no more than the length of its part.
    pub(super) fn last_boundary(&mut self, text: &str, start: usize, end: usize) -> Option<usize> {
        let Some(next) = text.get(end..).and_then(|rest| rest.chars().next()) else { return Some(end) };
        let mut after = self.class(next);
        let mut left = text.get(start..end)?.chars();
        loop {
            let before = left.clone();
            let class = self.class(left.next_back()?);
            if self.is_boundary(before.clone(), class, after) {
                return Some(start + before.as_str().len());
            }
            after = class;
        }
    }

    /// Whether there is a boundary behind `text`, whose last character is a `before`, and in front of an `after`.
    #[allow(
        clippy::enum_glob_use,
        clippy::match_same_arms,
        reason = "the rules read as they are written, in their order"
    )]
    fn is_boundary(&mut self, text: Chars<'_>, before: Class, after: Class) -> bool {
        use Class::{
            CarriageReturn, Consonant, Control, Extend, ExtendOnly, HangulL, HangulLv, HangulLvt, HangulT, HangulV,
            LineFeed, Linker, Pictographic, Prepend, RegionalIndicator, SpacingMark, ZeroWidthJoiner,
        };
        let mut backwards = text.rev().map(|character| self.class(character));
        match (before, after) {
            // GB3, GB4, GB5.
            (CarriageReturn, LineFeed) => false,
            (Control | CarriageReturn | LineFeed, _) | (_, Control | CarriageReturn | LineFeed) => true,
            // GB6, GB7, GB8.
            (HangulL, HangulL | HangulV | HangulLv | HangulLvt)
            | (HangulLv | HangulV, HangulV | HangulT)
            | (HangulLvt | HangulT, HangulT) => false,
            // GB9, GB9a, GB9b.
            (_, Extend | ExtendOnly | Linker | ZeroWidthJoiner | SpacingMark) | (Prepend, _) => false,
            // GB9c: a consonant, and a linker anywhere among what extends it.
            (Linker | Extend | ZeroWidthJoiner, Consonant) => {
                let mut linked = false;
                let first = backwards.find(|class| {
                    linked |= *class == Linker;
                    !matches!(class, Linker | Extend | ZeroWidthJoiner)
                });
                !linked || first != Some(Consonant)
            }
            // GB11.
            (ZeroWidthJoiner, Pictographic) => {
                backwards.skip(1).find(|class| !matches!(class, Linker | Extend | ExtendOnly)) != Some(Pictographic)
            }
            // GB12, GB13: two make a flag.
            (RegionalIndicator, RegionalIndicator) => {
                backwards.take_while(|class| *class == RegionalIndicator).count() % 2 == 0
            }
            // GB999.
            _ => true,
        }
    }

    fn class(&mut self, character: char) -> Class {
        match character {
            ' '..='~' => return Class::Other,
            '\r' => return Class::CarriageReturn,
            '\n' => return Class::LineFeed,
            _ => {}
        }
        let code = u32::from(character);
        if SYLLABLES.contains(&code) {
            let is_open = (code - SYLLABLES.start()).is_multiple_of(28);
            return if is_open { Class::HangulLv } else { Class::HangulLvt };
        }
        if self.runs.is_empty() {
            self.runs = runs();
        }
        let index = self.runs.partition_point(|(end, _)| *end <= code);
        self.runs.get(index).map_or(Class::Other, |(_, class)| *class)
    }
}

/// The table, read.
fn runs() -> Vec<(u32, Class)> {
    let mut runs = Vec::new();
    let mut end = 0;
    let mut length = 0;
    for byte in table::RUNS {
        if byte.is_ascii_digit() {
            length = length * 10 + u32::from(byte - b'0');
        } else {
            end += length.max(1);
            runs.push((end, Class::of(*byte)));
            length = 0;
        }
    }
    runs
}
