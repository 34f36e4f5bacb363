//! How many parts a text takes, and in which encoding it takes the fewest.

use super::tables::{self, Tables, tables_of};
use super::{Encoding, Language, Options};
use crate::fields::SMALL;

/// What a text costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cost {
    /// The encoding it is sent in.
    pub encoding: Encoding,
    /// Septets or UTF-16 code units of the text, those of escapes among them and those of headers not.
    pub units: usize,
    /// How many short messages; an empty text is one. More than 255 cannot be sent.
    pub parts: usize,
    /// How many more units the last part holds.
    pub units_left: usize,
}

/// What a text costs in the cheapest encoding that is allowed.
///
/// That is the one of the fewest parts; of those GSM 7-bit before UCS-2; then the one of the smallest header; then of the
/// fewest units; then of the lowest language identifiers, that of the locking shift table first. Parts are cut as gateways cut
/// them: filled up, but for an escape and its character, or the halves of a surrogate pair, which stay together.
#[must_use]
pub fn count(text: &str, options: &Options) -> Cost {
    count_as_is(&options.applied(text).text, options)
}

/// The same of a text whose characters stay as they are.
#[cfg_attr(small, optimize(speed))]
pub(super) fn count_as_is(text: &str, options: &Options) -> Cost {
    let plain = plain_units(text).map(|(units, pairs)| cost(text, Encoding::GSM7, units, pairs, options));
    if options.languages.is_empty() {
        return plain.unwrap_or_else(|| in_ucs2(text, options));
    }
    // Nothing is cheaper than one part without a header.
    match plain {
        Some(plain) if plain.parts == 1 => plain,
        _ => with_languages(text, options).unwrap_or_else(|| in_ucs2(text, options)),
    }
}

/// Units of each ASCII character in the default alphabet with its extension table; 0 where it is in neither.
#[expect(clippy::indexing_slicing, reason = "it happens while compiling, and says so there if it fails")]
static ASCII: [u8; 128] = {
    let mut units = [0; 128];
    let mut code = 0;
    while code < 128 {
        units[code] = match tables::ASCII[code] {
            tables::NOWHERE => 0,
            behind if behind & tables::BEHIND_ESCAPE != 0 => 2,
            _ => 1,
        };
        code += 1;
    }
    units
};

/// Bytes that are looked at together.
const TOGETHER: usize = 32;

/// How many bytes at the start of a text are characters of one unit, as far as whole rows of bytes tell. Where a processor
/// looks at many bytes at once, this takes a third of the time of looking each up.
fn simple(bytes: &[u8]) -> usize {
    if SMALL {
        return 0;
    }
    #[expect(clippy::needless_bitwise_bool, reason = "a row is looked at as a whole")]
    let is_simple = |byte: &u8| {
        let (plain, letter) = (byte.wrapping_sub(b' ') <= b'Z' - b' ', byte.wrapping_sub(b'a') <= b'z' - b'a');
        plain | letter | (*byte == b'_') | (*byte == b'\n') | (*byte == b'\r')
    };
    let (rows, _) = bytes.as_chunks::<TOGETHER>();
    rows.iter().take_while(|row| row.iter().fold(true, |all, byte| all & is_simple(byte))).count() * TOGETHER
}

/// Septets of a text in the default alphabet with its extension table, and how many of its characters take two; nothing where
/// one is in neither.
#[cfg_attr(small, optimize(speed))]
fn plain_units(text: &str) -> Option<(usize, usize)> {
    let mut units = 0;
    let mut characters = 0;
    let mut rest = text;
    loop {
        let mut ascii = simple(rest.as_bytes());
        units += ascii;
        for byte in rest.as_bytes().get(ascii..).unwrap_or_default() {
            let Some(each) = ASCII.get(usize::from(*byte)) else { break };
            if *each == 0 {
                return None;
            }
            units += usize::from(*each);
            ascii += 1;
        }
        characters += ascii;
        let mut others = rest.get(ascii..)?.chars();
        let Some(character) = others.next() else { return Some((units, units - characters)) };
        units += plain_units_of(character)?;
        characters += 1;
        rest = others.as_str();
    }
}

/// Septets of a character in the default alphabet with its extension table.
pub(super) fn plain_units_of(character: char) -> Option<usize> {
    let code = u32::from(character);
    if let Some(units) = usize::try_from(code).ok().and_then(|code| ASCII.get(code)) {
        return Some(usize::from(*units)).filter(|units| *units > 0);
    }
    let Tables { locking, single } = tables_of(character);
    if locking & 1 == 1 { Some(1) } else { (single & 1 == 1).then_some(2) }
}

/// Whether the default alphabet or its extension table has a character.
pub(crate) fn is_gsm7(character: char) -> bool {
    plain_units_of(character).is_some()
}

/// Units of a character in an encoding that has it.
pub(super) fn units_of(character: char, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Ucs2 => character.len_utf16(),
        Encoding::GSM7 => plain_units_of(character).unwrap_or(1),
        Encoding::Gsm7 { locking, .. } => {
            let number = locking.map_or(0, Language::number);
            if tables_of(character).locking >> number & 1 == 1 { 1 } else { 2 }
        }
    }
}

/// How many bytes of a text fit that many units, and how many units they are. At least one character, so that a cut always
/// goes on.
pub(super) fn fill(text: &str, encoding: Encoding, budget: usize) -> (usize, usize) {
    match encoding {
        Encoding::Ucs2 => fill_ucs2(text, budget),
        Encoding::Gsm7 { .. } => fill_one_by_one(text, encoding, budget),
    }
}

/// UTF-16 code units of the character that begins with that byte; none if it is no first one.
fn units_at(byte: u8) -> u8 {
    u8::from(byte & 0xC0 != 0x80) + u8::from(byte >= 0xF0)
}

/// A 1 in each octet.
const ONES: u64 = u64::MAX / 0xFF;

/// UTF-16 code units of the characters that begin within eight bytes, and how many of these take two: what [`units_at`] says of
/// each, with the eight of them in one number.
fn units_in(bytes: [u8; 8]) -> (usize, usize) {
    let bits = u64::from_le_bytes(bytes);
    let begun = !(bits >> 7 & !(bits >> 6)) & ONES;
    let wide = bits >> 7 & bits >> 6 & bits >> 5 & bits >> 4 & ONES;
    // The highest octet of the product is the sum of all.
    let sum = |each: u64| usize::from(each.wrapping_mul(ONES).to_be_bytes()[0]);
    (sum(begun + wide), sum(wide))
}

/// The same in UTF-16, many bytes at once. On its own, for what is compiled into code made for size is made for size, too.
#[cfg_attr(small, optimize(speed))]
#[inline(never)]
fn fill_ucs2(text: &str, budget: usize) -> (usize, usize) {
    let (blocks, _) = text.as_bytes().as_chunks::<8>();
    let mut offset = 0;
    let mut filled = 0;
    for block in blocks {
        let (units, _) = units_in(*block);
        if filled + units > budget {
            break;
        }
        filled += units;
        offset += block.len();
    }
    for byte in text.as_bytes().iter().skip(offset) {
        let units = usize::from(units_at(*byte));
        if filled + units > budget && offset > 0 {
            return (offset, filled);
        }
        filled += units;
        offset += 1;
    }
    (text.len(), filled)
}

#[cfg_attr(small, optimize(speed))]
#[inline(never)]
fn fill_one_by_one(text: &str, encoding: Encoding, budget: usize) -> (usize, usize) {
    let mut filled = 0;
    for (offset, character) in text.char_indices() {
        let units = units_of(character, encoding);
        if filled + units > budget && offset > 0 {
            return (offset, filled);
        }
        filled += units;
    }
    (text.len(), filled)
}

/// What a text of so many units costs, of which so many characters take two.
fn cost(text: &str, encoding: Encoding, units: usize, pairs: usize, options: &Options) -> Cost {
    let whole = encoding.budget(options, false);
    if units <= whole {
        return Cost { encoding, units, parts: 1, units_left: whole - units };
    }
    let budget = encoding.budget(options, true);
    if pairs == 0 {
        let parts = units.div_ceil(budget);
        return Cost { encoding, units, parts, units_left: parts * budget - units };
    }
    let mut rest = text;
    let mut parts = 0;
    let mut last = 0;
    while !rest.is_empty() {
        let (bytes, filled) = fill(rest, encoding, budget);
        rest = rest.get(bytes..).unwrap_or_default();
        parts += 1;
        last = filled;
    }
    Cost { encoding, units, parts, units_left: budget - last }
}

#[cfg_attr(small, optimize(speed))]
fn in_ucs2(text: &str, options: &Options) -> Cost {
    let (mut units, mut pairs) = (0, 0);
    let (blocks, rest) = text.as_bytes().as_chunks::<8>();
    let mut last = [0x80; 8];
    last.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
    // What fills the last block up begins no character.
    for block in blocks.iter().chain([&last]) {
        let (of_block, pairs_of_block) = units_in(*block);
        units += of_block;
        pairs += pairs_of_block;
    }
    cost(text, Encoding::Ucs2, units, pairs, options)
}

/// The characters of a text that are in the same tables.
struct Group {
    tables: Tables,
    characters: usize,
}

/// There are few groups, so that they are searched one by one.
fn groups_of(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for character in text.chars() {
        let tables = tables_of(character);
        match groups.iter_mut().find(|group| group.tables == tables) {
            Some(group) => group.characters += 1,
            None => groups.push(Group { tables, characters: 1 }),
        }
    }
    groups
}

/// Units and pairs of characters in groups, with these tables; nothing where a character is in neither.
fn units_with(groups: &[Group], locking: u8, single: u8) -> Option<(usize, usize)> {
    let mut units = 0;
    let mut pairs = 0;
    for Group { tables, characters } in groups {
        if tables.locking >> locking & 1 == 1 {
            units += characters;
        } else if tables.single >> single & 1 == 1 {
            units += characters * 2;
            pairs += characters;
        } else {
            return None;
        }
    }
    Some((units, pairs))
}

/// How many tables there are of each kind: the default one, and one for each language's identifier.
const TABLES: u8 = 14;

/// The cheapest of the encodings with the tables of these languages; nothing where none has all characters. UCS-2 never takes
/// fewer parts: two septets and the largest header leave room for more characters than 16 bits without one.
#[inline(never)]
fn with_languages(text: &str, options: &Options) -> Option<Cost> {
    let groups = groups_of(text);
    let allowed = options.tables();
    let mut best: Option<Cost> = None;
    for locking in (0..TABLES).filter(|number| allowed.locking >> number & 1 == 1) {
        for single in (0..TABLES).filter(|number| allowed.single >> number & 1 == 1) {
            let Some((units, pairs)) = units_with(&groups, locking, single) else { continue };
            let [locking, single] = [locking, single].map(Language::from_number);
            let encoding = Encoding::Gsm7 { locking, single };
            // No cut makes fewer parts than this, so most need not be cut.
            let fewest = if units <= encoding.budget(options, false) {
                1
            } else {
                units.div_ceil(encoding.budget(options, true))
            };
            if best.is_some_and(|best| best.parts < fewest) {
                continue;
            }
            let found = cost(text, encoding, units, pairs, options);
            if best.is_none_or(|best| rank(&found, options) < rank(&best, options)) {
                best = Some(found);
            }
        }
    }
    best
}

/// What makes one GSM 7-bit encoding cheaper than another; of those that are equal the first stays.
fn rank(cost: &Cost, options: &Options) -> (usize, usize, usize) {
    (cost.parts, cost.encoding.header_octets(options, false), cost.units)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_ascii_table_agrees_with_the_tables() {
        for character in '\0'..='\x7F' {
            let Tables { locking, single } = tables_of(character);
            let units = if locking & 1 == 1 { Some(1) } else { (single & 1 == 1).then_some(2) };
            assert_eq!(plain_units_of(character), units, "{character:?}");
        }
    }

    #[test]
    fn many_bytes_at_once_fill_what_characters_fill() {
        for text in ["a", "ä€👋", "👋a", "я👋я", "abcdefghijklmn👋"].map(|piece| piece.repeat(60)) {
            for budget in 2..200 {
                assert_eq!(
                    fill_ucs2(&text, budget),
                    fill_one_by_one(&text, Encoding::Ucs2, budget),
                    "{budget} of {text:?}"
                );
            }
        }
    }

    #[test]
    fn the_previews_of_the_vendor_come_out() {
        let turkish =
            "Mesaj gönderimi yapmadan önce önizleme seçeneğini kullanmanız doğru karar vermenize yardımcı olur.";
        let told = |text: &str, options: &Options| {
            let cost = count(text, options);
            (cost.parts, cost.units_left, cost.encoding.to_string())
        };
        let plain = Options::default();
        assert_eq!(
            told("Let's see how many characters remain unused in this message.", &plain),
            (1, 100, "GSM-7".to_owned())
        );
        assert_eq!(told(turkish, &plain), (2, 36, "UCS-2".to_owned()));
        let with_turkish = plain.languages(Language::Turkish);
        assert_eq!(told(turkish, &with_turkish), (1, 57, "GSM-7 with Turkish locking shift".to_owned()));
    }
}
