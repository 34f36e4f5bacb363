//! Which septets a character is, and back.

mod cells;
mod index;
mod locking;
mod single;

pub(super) use index::{Tables, tables_of};

use super::Language;
use cells::{Cells, LOCKING, SINGLE, byte_of, character_of};

/// The septet that says: the next one is of the extension table, or of the single shift table in its place.
pub(super) const ESCAPE: u8 = 0x1B;

/// Where the tables of a language stand among all; the default ones are the first. A message that names a reserved identifier
/// means them, too.
fn place_of(language: Option<Language>) -> usize {
    language.map_or(0, |language| usize::from(language.number()))
}

/// Says of an ASCII character that neither the default alphabet nor the extension table has it.
pub(super) const NOWHERE: u8 = 0xFF;
/// Says of a septet that it stands behind an escape.
pub(super) const BEHIND_ESCAPE: u8 = 0x80;

/// The septets of ASCII characters in the default alphabet and its extension table: the short way to most characters.
#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "while compiling; there are 128 cells")]
pub(super) static ASCII: [u8; 128] = {
    let mut septets = [NOWHERE; 128];
    let mut cell = 0;
    while cell < 128 {
        let code = locking::DEFAULT[cell];
        if code != 0 && code < 128 {
            septets[code as usize] = cell as u8;
        }
        let code = single::EXTENSION[cell];
        if code != 0 && code < 128 {
            septets[code as usize] = cell as u8 | BEHIND_ESCAPE;
        }
        cell += 1;
    }
    septets
};

/// The septet that is a character by itself.
pub(super) fn septet(language: Option<Language>, character: char) -> Option<u8> {
    let byte = byte_in(language, character)?;
    let cells = LOCKING.get(place_of(language))?;
    // Most letters and digits stand where ASCII has them.
    match cells.get(usize::from(byte)) {
        Some(own) if *own == byte => Some(byte),
        _ => u8::try_from(cells.iter().position(|cell| *cell == byte)?).ok(),
    }
}

/// The septet that is a character behind an escape. Telugu's `€` is understood and never sent, for where it is not known its
/// reader sees an `e`.
pub(super) fn single_septet(language: Option<Language>, character: char) -> Option<u8> {
    if language == Some(Language::Telugu) && character == '€' {
        return None;
    }
    let byte = byte_in(language, character)?;
    u8::try_from(SINGLE.get(place_of(language))?.iter().rposition(|cell| *cell == byte)?).ok()
}

/// The byte that stands for a character in the tables of a language.
fn byte_in(language: Option<Language>, character: char) -> Option<u8> {
    let code = u16::try_from(u32::from(character)).ok()?;
    byte_of(place_of(language), code)
}

/// What a septet means by itself; nothing where the cell is void, or the escape.
pub(super) fn character(language: Option<Language>, septet: u8) -> Option<char> {
    character_in(&LOCKING, language, septet)
}

/// What a septet means behind an escape; nothing where the table has none.
pub(super) fn single_character(language: Option<Language>, septet: u8) -> Option<char> {
    character_in(&SINGLE, language, septet)
}

fn character_in(tables: &[Cells], language: Option<Language>, septet: u8) -> Option<char> {
    let place = place_of(language);
    character_of(place, *tables.get(place)?.get(usize::from(septet))?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;

    fn languages() -> impl Iterator<Item = Option<Language>> {
        std::iter::once(None).chain(Language::ALL.map(Some))
    }

    #[test]
    fn characters_come_back() {
        let mut characters = 0;
        for language in languages() {
            for code in 0..128_u8 {
                if let Some(alone) = character(language, code) {
                    assert_eq!(septet(language, alone), Some(code), "{language:?} {alone:?}");
                    characters += 1;
                }
                let behind_escape = single_character(language, code);
                if let Some(sent) = behind_escape.and_then(|behind| single_septet(language, behind)) {
                    assert_eq!(single_character(language, sent), behind_escape, "{language:?} {behind_escape:?}");
                    assert!(sent == code || matches!((code, sent), (0x0B, 0x18) | (0x13, 0x15)));
                    characters += 1;
                }
            }
        }
        // The default alphabet stands for Spanish, too; of the 2,411 cells Telugu's `€` is not sent.
        assert_eq!(characters, 127 + 1430 + 127 + 10 + 864 - 1);
    }

    #[test]
    fn the_index_agrees_with_the_tables() {
        for character in '\0'..='\u{FFFF}' {
            let tables = tables_of(character);
            for language in languages() {
                let number = language.map_or(0, Language::number);
                // Spanish has no table of its own, whatever stands for it.
                let alone = language != Some(Language::Spanish) && septet(language, character).is_some();
                assert_eq!(tables.locking >> number & 1 == 1, alone, "{character:?} {language:?}");
                let behind_escape = single_septet(language, character).is_some();
                assert_eq!(tables.single >> number & 1 == 1, behind_escape, "{character:?} {language:?}");
            }
        }
        assert_eq!(tables_of('👋'), Tables::default());
    }
}
