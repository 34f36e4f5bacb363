//! Which tables hold a character.

#![expect(clippy::indexing_slicing, reason = "it happens while compiling, and says so there if it fails")]

use super::cells::{Cells, LOCKING, LOCKING_CHARTS, SINGLE, SINGLE_CHARTS, byte_of, language_of};
use crate::text::Language;

/// The tables that hold a character, a bit each by the language's identifier; bit 0 is the default alphabet, or the extension
/// table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::text) struct Tables {
    pub(in crate::text) locking: u16,
    pub(in crate::text) single: u16,
}

/// The tables that can hold that character.
pub(in crate::text) fn tables_of(character: char) -> Tables {
    let Ok(code) = u16::try_from(u32::from(character)) else { return Tables::default() };
    if let Some(byte) = byte_of(0, code) {
        return SHARED.get(usize::from(byte)).copied().unwrap_or_default();
    }
    // The letters of a language are in its tables alone.
    let Some(language) = language_of(code) else { return Tables::default() };
    let Some(byte) = byte_of(language, code) else { return Tables::default() };
    let in_table = |tables: &[Cells]| tables.get(language).is_some_and(|cells| cells.contains(&byte));
    Tables { locking: u16::from(in_table(&LOCKING)) << language, single: u16::from(in_table(&SINGLE)) << language }
}

/// The tables of what several languages have, by the bytes of the default alphabet.
static SHARED: [Tables; 256] = {
    let mut shared = [Tables { locking: 0, single: 0 }; 256];
    let mut language = 0;
    while language < LOCKING_CHARTS.len() {
        let mut cell = 0;
        while cell < 128 {
            // Spanish has no table of its own, whatever stands for it.
            if language != Language::Spanish as usize
                && let Some(byte) = byte_of(0, LOCKING_CHARTS[language][cell])
            {
                shared[byte as usize].locking |= 1 << language;
            }
            if let Some(byte) = byte_of(0, SINGLE_CHARTS[language][cell]) {
                shared[byte as usize].single |= 1 << language;
            }
            cell += 1;
        }
        language += 1;
    }
    // Telugu's `€` is never sent; see `single_septet`.
    if let Some(byte) = byte_of(0, '€' as u16) {
        shared[byte as usize].single &= !(1 << Language::Telugu as usize);
    }
    shared
};
