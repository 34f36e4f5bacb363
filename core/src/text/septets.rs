//! Texts as septets or UTF-16, and septets packed into octets (3GPP TS 23.038, 6.1.2).

use super::tables::{ASCII, BEHIND_ESCAPE, ESCAPE, NOWHERE, character, septet, single_character, single_septet};
use super::{Encoding, TextError};

/// What fills seven bits that are left over, for zeros would read as `@`. Documented for USSD (3GPP TS 23.038, 6.1.2.3.1); a
/// short message tells its length, so that there it only helps those who do not look at it.
const CARRIAGE_RETURN: u8 = 0x0D;

/// Packs septets into octets, behind a user data header (its length octet first) or nothing. The septets begin at a boundary of
/// septets counted from the start of the header. Seven bits that are left over at the end are a carriage return.
#[must_use]
pub fn pack(header: &[u8], septets: &[u8]) -> Vec<u8> {
    let mut octets = Vec::with_capacity(header.len() + septets.len() + 1);
    octets.extend_from_slice(header);
    octets.extend_from_slice(septets);
    pack_behind(header.len(), &mut octets);
    octets
}

/// Packs the septets behind so many octets where they are, the lowest bits first.
pub(super) fn pack_behind(header: usize, octets: &mut Vec<u8>) {
    let mut end = header;
    // Bits that are not in an octet yet, and how many they are.
    let mut bits = 0;
    let mut count = (7 - header * 8 % 7) % 7;
    for place in header..octets.len() {
        let septet = octets.get(place).copied().unwrap_or_default();
        bits |= u32::from(septet & 0x7F) << count;
        count += 7;
        if count >= 8
            && let Some(octet) = octets.get_mut(end)
        {
            *octet = bits.to_le_bytes()[0];
            end += 1;
            bits >>= 8;
            count -= 8;
        }
    }
    octets.truncate(end);
    if count == 1 {
        bits |= u32::from(CARRIAGE_RETURN) << 1;
    }
    if count > 0 {
        octets.push(bits.to_le_bytes()[0]);
    }
}

/// The septets of packed octets behind so many octets of a header. `length` is how many septets the whole has, the header with
/// its fill bits among them, as a TPDU tells it. Without it, all that the octets hold are given, but for a carriage return or
/// nothing but zeros in the last seven bits: the first is what fills them, and older senders leave zeros. A text that ends
/// with `@` just there needs the length.
#[must_use]
pub fn unpack(octets: &[u8], header: usize, length: Option<usize>) -> Vec<u8> {
    let skipped = (header * 8).div_ceil(7);
    let held = octets.len() * 8 / 7;
    let end = length.map_or(held, |length| length.min(held));
    let mut septets = Vec::with_capacity(end.saturating_sub(skipped));
    for place in skipped..end {
        septets.push(septet_at(octets, place));
    }
    let fills = length.is_none() && (octets.len() * 8).is_multiple_of(7);
    // What stands behind an escape belongs to it.
    if fills && matches!(septets.last(), Some(&(CARRIAGE_RETURN | 0))) && !matches!(&septets[..], [.., ESCAPE, _]) {
        septets.pop();
    }
    septets
}

fn septet_at(octets: &[u8], place: usize) -> u8 {
    let (octet, bit) = (place * 7 / 8, place * 7 % 8);
    let at = |octet: usize| u16::from(octets.get(octet).copied().unwrap_or(0));
    let [low, _] = ((at(octet) | at(octet + 1) << 8) >> bit).to_le_bytes();
    low & 0x7F
}

/// A text as septets, one in each octet, or as UTF-16 with the high octet first. This is what SMPP calls a short message, and
/// what goes into a binary body.
pub fn encode(text: &str, encoding: Encoding) -> Result<Vec<u8>, TextError> {
    let mut units = Vec::with_capacity(text.len());
    push_units(text, encoding, &mut units)?;
    Ok(units)
}

/// Writes the same behind other octets.
pub(super) fn push_units(text: &str, encoding: Encoding, units: &mut Vec<u8>) -> Result<(), TextError> {
    for (offset, character) in text.char_indices() {
        match encoding {
            Encoding::Gsm7 { locking, single } => {
                let known = if encoding == Encoding::GSM7 { ASCII.get(character as usize) } else { None };
                if let Some(known) = known.filter(|known| **known != NOWHERE) {
                    if known & BEHIND_ESCAPE != 0 {
                        units.push(ESCAPE);
                    }
                    units.push(known & !BEHIND_ESCAPE);
                } else if let Some(alone) = septet(locking, character) {
                    units.push(alone);
                } else if let Some(behind) = single_septet(single, character) {
                    units.extend([ESCAPE, behind]);
                } else {
                    return Err(TextError::NotEncodable { offset, character });
                }
            }
            Encoding::Ucs2 => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    units.extend(unit.to_be_bytes());
                }
            }
        }
    }
    Ok(())
}

/// The text of septets, one in each octet, or of UTF-16 with the high octet first.
///
/// An escape and a septet that has no character behind one are that septet's own character; two escapes are a space, and so is
/// a void cell (3GPP TS 23.038, 6.2.1 and 6.2.1.1). Halves of surrogate pairs, and a last octet alone, are U+FFFD.
#[must_use]
pub fn decode(octets: &[u8], encoding: Encoding) -> String {
    let mut text = String::with_capacity(octets.len());
    match encoding {
        Encoding::Gsm7 { locking, single } => {
            let mut septets = octets.iter().map(|octet| octet & 0x7F);
            while let Some(septet) = septets.next() {
                let found = match septet {
                    ESCAPE => match septets.next() {
                        None | Some(ESCAPE) => None,
                        Some(behind) => single_character(single, behind).or_else(|| character(locking, behind)),
                    },
                    septet => character(locking, septet),
                };
                text.push(found.unwrap_or(' '));
            }
        }
        Encoding::Ucs2 => {
            let (units, rest) = octets.as_chunks::<2>();
            let mut units = units.iter().map(|unit| u32::from(u16::from_be_bytes(*unit))).peekable();
            while let Some(unit) = units.next() {
                let low = units.next_if(|low| (0xD800..0xDC00).contains(&unit) && (0xDC00..0xE000).contains(low));
                let code = low.map_or(unit, |low| 0x1_0000 + ((unit - 0xD800) << 10 | (low - 0xDC00)));
                text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            if !rest.is_empty() {
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn septets_come_back() {
        for length in 0..40_usize {
            let septets: Vec<u8> = (0..length).map(|place| u8::try_from(place * 37 % 127 + 1).unwrap()).collect();
            for header in [&[][..], &[5, 0, 3, 7, 2, 1], &[3, 0x25, 1, 1], &[6, 8, 4, 0, 7, 2, 1]] {
                let octets = pack(header, &septets);
                let total = (header.len() * 8).div_ceil(7) + length;
                assert_eq!(octets.len(), (total * 7).div_ceil(8));
                assert_eq!(unpack(&octets, header.len(), Some(total)), septets);
                if septets.last() != Some(&0x0D) {
                    assert_eq!(unpack(&octets, header.len(), None), septets);
                }
            }
        }
    }

    #[test]
    fn hello_is_packed_as_everywhere() {
        assert_eq!(pack(&[], b"hellohello"), [0xE8, 0x32, 0x9B, 0xFD, 0x46, 0x97, 0xD9, 0xEC, 0x37]);
    }

    #[test]
    fn seven_bits_left_over_are_no_commercial_at() {
        let octets = pack(&[], b"1234567");
        assert_eq!(octets.last(), Some(&(CARRIAGE_RETURN << 1)));
        assert_eq!(unpack(&octets, 0, None), b"1234567");
        assert_eq!(unpack(&octets, 0, Some(7)), b"1234567");
        // A text of eight with `@` at its end needs its length.
        let octets = pack(&[], b"1234567\0");
        assert_eq!(unpack(&octets, 0, Some(8)), b"1234567\0");
        assert_eq!(unpack(&octets, 0, None), b"1234567");
        // Behind an escape it is one of the single shift tables of India.
        assert_eq!(unpack(&pack(&[], b"123456\x1B\0"), 0, None), b"123456\x1B\0");
    }

    #[test]
    fn escapes_say_what_the_documents_say() {
        let text = |septets: &[u8]| decode(septets, Encoding::GSM7);
        assert_eq!(text(&[0x1B, 0x65, 0x1B, 0x0A]), "€\u{C}");
        assert_eq!(text(&[0x1B, 0x41, 0x1B, 0x1B, 0x41, 0x1B]), "A A ");
        let turkish = Encoding::Gsm7 { locking: Some(Language::Turkish), single: Some(Language::Turkish) };
        assert_eq!(decode(&[0x1B, 0x53, 0x07], turkish), "Şı");
        assert_eq!(decode(&[0xD8, 0x3D, 0x00, 0x41, 0x00], Encoding::Ucs2), "\u{FFFD}A\u{FFFD}");
    }

    #[test]
    fn what_cannot_be_encoded_is_named() {
        let error = encode("a`", Encoding::GSM7).unwrap_err();
        assert_eq!((error.code(), error.offset()), ("not_encodable", Some(1)));
        let told = "the character U+0060 at 1 is not in this encoding; send the text as UCS-2, or replace it";
        assert_eq!(error.to_string(), told);
        assert_eq!(encode("€👋", Encoding::Ucs2).unwrap(), [0x20, 0xAC, 0xD8, 0x3D, 0xDC, 0x4B]);
        assert_eq!(encode("[@", Encoding::GSM7).unwrap(), [0x1B, 0x3C, 0x00]);
    }
}
