//! The tables as the program has them, a byte for each cell: they are half as large, and like one another wherever languages
//! have like letters in one place. Made of the documents' tables when the crate is compiled.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    reason = "each index is below the length that is looked at beside it, or belongs to what happens while compiling"
)]

use super::locking::{self, Chart};
use super::single;
use crate::text::Language;

/// A table. ASCII stands for itself and 0 for nothing; from 0x80 on stand the letters of the table's language, and in the place
/// of control characters what is [`ELSEWHERE`].
pub(super) type Cells = [u8; 128];

/// Where the letters of each language begin, in blocks of 128, by its identifier. Those that are written in Latin have the block
/// behind ASCII, and Urdu's are [`URDU`].
const BLOCKS: [u16; 14] =
    [0x80, 0x80, 0x80, 0x80, 0x980, 0xA80, 0x900, 0xC80, 0xD00, 0xB00, 0xA00, 0xB80, 0xC00, URDU_BLOCK];

/// The block of Urdu's letters is twice as long as the others.
const URDU_BLOCK: u16 = 0x600;

/// The letters of Urdu in the order of its tables.
static URDU: [u16; 128] = {
    let mut letters = [0; 128];
    let mut count = 0;
    let mut cell = 0;
    while cell < 256 {
        let code = if cell < 128 { locking::URDU[cell] } else { single::URDU[cell - 128] };
        if code & 0xFF00 == URDU_BLOCK && place_in(&letters, code).is_none() {
            letters[count] = code;
            count += 1;
        }
        cell += 1;
    }
    letters
};

/// What tables of several blocks have, or of a block that is nobody's. Form feed and the ends of lines stand for themselves.
#[rustfmt::skip]
static ELSEWHERE: [u16; 32] = [
    0, 0x00A1, 0x00A3, 0x00A4, 0x00A5, 0x00BF, 0x011E, 0x011F, 0x0130, 0x0131, 0, 0x015E, 0, 0, 0x015F, 0x0393,
    0x0394, 0x0398, 0x039B, 0x039E, 0x03A0, 0x03A3, 0x03A6, 0x03A8, 0x03A9, 0x0964, 0x0965, 0x20AC, 0x221E, 0, 0, 0,
];

/// The documents' tables of septets that stand alone, by the language's identifier. Spanish has none, and a message that names
/// it anyway means the default alphabet.
pub(super) const LOCKING_CHARTS: [&Chart; 14] = [
    &locking::DEFAULT,
    &locking::TURKISH,
    &locking::DEFAULT,
    &locking::PORTUGUESE,
    &locking::BENGALI,
    &locking::GUJARATI,
    &locking::HINDI,
    &locking::KANNADA,
    &locking::MALAYALAM,
    &locking::ORIYA,
    &locking::PUNJABI,
    &locking::TAMIL,
    &locking::TELUGU,
    &locking::URDU,
];

/// Those of septets behind an escape.
pub(super) const SINGLE_CHARTS: [&Chart; 14] = [
    &single::EXTENSION,
    &single::TURKISH,
    &single::SPANISH,
    &single::PORTUGUESE,
    &single::BENGALI,
    &single::GUJARATI,
    &single::HINDI,
    &single::KANNADA,
    &single::MALAYALAM,
    &single::ORIYA,
    &single::PUNJABI,
    &single::TAMIL,
    &single::TELUGU,
    &single::URDU,
];

/// The tables of septets that stand alone, by the language's identifier.
pub(super) static LOCKING: [Cells; 14] = cells_of(LOCKING_CHARTS);
/// The tables of septets behind an escape.
pub(super) static SINGLE: [Cells; 14] = cells_of(SINGLE_CHARTS);

const fn cells_of(charts: [&Chart; 14]) -> [Cells; 14] {
    let mut tables = [[0; 128]; 14];
    let mut language = 0;
    while language < tables.len() {
        let mut cell = 0;
        while cell < 128 {
            let code = charts[language][cell];
            if code != 0 {
                tables[language][cell] = byte_of(language, code).unwrap();
            }
            cell += 1;
        }
        language += 1;
    }
    tables
}

const fn place_in(list: &[u16], code: u16) -> Option<u8> {
    let mut place = 0;
    while place < list.len() {
        if list[place] == code {
            return Some(place as u8);
        }
        place += 1;
    }
    None
}

/// The byte that stands for a character in the tables of a language.
pub(super) const fn byte_of(language: usize, code: u16) -> Option<u8> {
    if matches!(code, 0x0A | 0x0C | 0x0D | 0x20..=0x7F) {
        return Some(code as u8);
    }
    // Nothing stands in void cells.
    if code == 0 {
        return None;
    }
    let letter = match BLOCKS[language] {
        URDU_BLOCK => place_in(&URDU, code),
        block if code >= block && code - block < 0x80 => Some((code - block) as u8),
        _ => None,
    };
    match letter {
        Some(letter) => Some(0x80 | letter),
        None => place_in(&ELSEWHERE, code),
    }
}

/// What a byte of the tables of a language stands for.
pub(super) fn character_of(language: usize, byte: u8) -> Option<char> {
    let letter = usize::from(byte & 0x7F);
    let code = match byte {
        0x80.. if BLOCKS[language] == URDU_BLOCK => URDU[letter],
        0x80.. => BLOCKS[language] + letter as u16,
        _ => match ELSEWHERE.get(letter) {
            None | Some(0) => u16::from(byte),
            Some(code) => *code,
        },
    };
    char::from_u32(u32::from(code)).filter(|character| *character != '\0')
}

/// The language in whose block a character is.
pub(super) fn language_of(code: u16) -> Option<usize> {
    match code {
        0x600..0x700 => Some(usize::from(Language::Urdu.number())),
        0x900..0xD80 => BLOCKS.iter().position(|block| *block == code & !0x7F),
        _ => None,
    }
}
