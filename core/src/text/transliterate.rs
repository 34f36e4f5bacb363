//! Other letters for those that GSM-7 does not have, so that a text need not go out as UCS-2.
//!
//! The vendor names its schemes and shows one text through one of them; its tables it does not publish. What stands here is
//! this project's own reading, after the customs of each language.

mod cyrillic;
mod greek;
mod latin;
mod marks;
mod scheme;
mod signs;

pub use scheme::Scheme;
use std::borrow::Cow;

use crate::pieces::{parts, split_before, split_once};

/// One replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Replacement<'t> {
    /// Where it stood in the text as given, in bytes.
    pub position: usize,
    /// What stood there: one character, and the combining marks that followed it.
    pub original: &'t str,
    /// What stands there now; empty where something invisible went.
    pub replacement: &'static str,
}

/// A text with other letters for some, and what was replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Transliterated<'t> {
    /// The text, borrowed where nothing was replaced.
    pub text: Cow<'t, str>,
    /// Every replacement, in order.
    pub replaced: Vec<Replacement<'t>>,
}

/// Writes a text with the letters of GSM-7, as far as a scheme goes.
///
/// A letter and its combining marks (`e` and U+0301) are read as the one letter they make (`é`), and become it where GSM-7
/// has it. Marks on anything that is replaced go with it. Where several letters stand for a capital, all are capitals in a
/// word of capitals: `Щука` is `Shchuka`, `БОРЩ` is `BORSHCH`. Joiners, variation selectors and direction marks stay beside
/// a character of other scripts or a picture, whose look they decide. A scheme changes nothing in what it has written.
#[must_use]
pub fn transliterate(text: &str, scheme: Scheme) -> Transliterated<'_> {
    let mut made = String::new();
    let mut replaced = Vec::new();
    let mut kept_from = 0;
    let mut position = 0;
    while let Some((done, rest)) = text.split_at_checked(position).filter(|(_, rest)| !rest.is_empty()) {
        let kept = done.get(kept_from..).unwrap_or_default();
        let before = kept.chars().next_back().or_else(|| made.chars().next_back());
        let Some((original, replacement)) = (Place { scheme, done, before, rest }).replacement() else {
            position += unchanged(rest);
            continue;
        };
        made.push_str(kept);
        made.push_str(replacement);
        replaced.push(Replacement { position, original, replacement });
        position += original.len();
        kept_from = position;
    }
    if replaced.is_empty() {
        return Transliterated { text: Cow::Borrowed(text), replaced };
    }
    made.push_str(text.get(kept_from..).unwrap_or_default());
    Transliterated { text: Cow::Owned(made), replaced }
}

/// What to write instead of a character that GSM-7 does not have: nothing (an empty text) where it is invisible. There is
/// none for the characters of GSM-7, for pictures, and for scripts that no scheme knows.
///
/// It is what [`Scheme::NonUnicode`] makes of the character alone.
#[must_use]
pub fn suggestion(character: char) -> Option<&'static str> {
    Scheme::NonUnicode.of(character).map(alone)
}

/// The length of a character that stays, and of the plain ones behind it: up to the last, which a mark may follow.
fn unchanged(rest: &str) -> usize {
    let mut characters = rest.chars();
    characters.next();
    let behind = characters.as_str();
    let plain = behind.bytes().take_while(|byte| matches!(byte, b' '..=b'~' if *byte != b'`')).count();
    rest.len() - behind.len() + if plain == behind.len() { plain } else { plain.saturating_sub(1) }
}

/// A whole number and a fraction are kept apart by a space, which a fraction alone does not need.
fn alone(to: &'static str) -> &'static str {
    to.strip_prefix(' ').filter(|rest| !rest.is_empty()).unwrap_or(to)
}

/// A place in a text, at which something may be replaced.
struct Place<'t> {
    scheme: Scheme,
    /// The text as given up to here.
    done: &'t str,
    /// The last character of what was written.
    before: Option<char>,
    /// The text as given from here on.
    rest: &'t str,
}

impl<'t> Place<'t> {
    /// What is replaced here, and by what.
    fn replacement(&self) -> Option<(&'t str, &'static str)> {
        let first = self.rest.chars().next()?;
        let behind = self.rest.get(first.len_utf8()..)?;
        if let Some(mark) = behind.chars().next()
            && let Some((letter, written)) = marks::compose(first, mark)
        {
            if let Some(to) = self.scheme.of(letter) {
                return self.with_marks(behind, to);
            }
            if marks::in_gsm7(letter) {
                return Some((self.rest.get(..first.len_utf8() + mark.len_utf8())?, written));
            }
        }
        let to = self.scheme.of(first)?;
        if signs::is_joiner(first) && self.is_beside_other_script(behind) {
            return None;
        }
        self.with_marks(behind, to)
    }

    /// What is replaced here together with the marks behind it, and by what.
    fn with_marks(&self, behind: &str, to: &'static str) -> Option<(&'t str, &'static str)> {
        let after = behind.trim_start_matches(marks::is_mark);
        let whole = self.rest.get(..self.rest.len() - after.len())?;
        Some((whole, self.fitting(to, after)))
    }

    /// Whether the last character written or the next one is of a script or a set of pictures that no scheme knows.
    fn is_beside_other_script(&self, behind: &str) -> bool {
        let is_other = |character: char| character >= '\u{590}' && character != '€';
        self.before.is_some_and(is_other)
            || behind.chars().next().is_some_and(|next| is_other(next) && self.scheme.of(next).is_none())
    }

    /// A replacement as it reads in this place.
    fn fitting(&self, to: &'static str, after: &str) -> &'static str {
        let next = || after.chars().next().and_then(|next| self.scheme.letter(next));
        match (to, self.before) {
            // The streamlined system's one rule on places.
            ("ya", Some('i' | 'I')) if self.scheme == Scheme::BulgarianCyrillic && next().is_none() => return "a",
            ("Ya", Some('i' | 'I')) if self.scheme == Scheme::BulgarianCyrillic && next().is_none() => return "A",
            _ => {}
        }
        if is_title(to)
            && let Some(capitals) = parts(CAPITALS, b' ').find(|capitals| capitals.eq_ignore_ascii_case(to))
        {
            let in_capitals = match next() {
                Some(next) => next.is_ascii_uppercase(),
                None => self.before.is_some_and(|before| before.is_ascii_uppercase()),
            };
            return if in_capitals { capitals } else { to };
        }
        if to.starts_with(' ') && !self.before.is_some_and(|before| before.is_ascii_digit()) {
            return alone(to);
        }
        // The second digit of an exponent.
        to.strip_prefix('^').filter(|rest| !rest.is_empty() && self.follows_exponent()).unwrap_or(to)
    }

    /// Whether the character before this one is a raised digit, too.
    fn follows_exponent(&self) -> bool {
        let last = self.done.chars().next_back().and_then(|last| self.scheme.of(last));
        last.is_some_and(|to| to.len() > 1 && to.starts_with('^'))
    }
}

/// Whether a capital is followed by a small letter.
fn is_title(to: &str) -> bool {
    matches!(to.as_bytes(), [b'A'..=b'Z', b'a'..=b'z', ..])
}

/// What stands for one capital, as in a word of capitals; elsewhere only the first is one.
const CAPITALS: &str = "CH DJ DZ GJ KH KJ LJ NJ OE SH SHCH SHT TH TS YA YE YI YO YU ZH";

/// What stands for a character. A row of a table holds characters, a space, and what stands for each of them, if anything.
fn find(table: &'static str, character: char) -> Option<&'static str> {
    let mut is_left = true;
    for (at, one) in table.char_indices() {
        match one {
            '\n' => is_left = true,
            ' ' => is_left = false,
            _ if is_left && one == character => {
                let (row, _) = split_before(table.get(at..)?, b"\n");
                return Some(split_once(row, " ").map_or("", |(_, to)| to));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests;
