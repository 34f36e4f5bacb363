//! The content of a binary message: octets, as hexadecimal digits or as bytes.

use std::borrow::Cow;
use std::fmt;

use crate::fields::{Field, Out, setters, wire, wrong_type};
use crate::infobip::rules;
use crate::json::Value;
use crate::judge::{Judge, Mode, Shown};
use crate::mask;
use crate::path::Path;
use crate::quote::named;
use crate::shared_rules as shared;
use crate::text::header::{self, HEADER_INDICATOR};
use crate::text::{Body, most_octets};

/// Octets: hexadecimal digits, which are sent as they were given, or bytes, which become pairs of lower-case digits
/// with a space between them, as the documents print them. Prints its length only.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Hex {
    /// Two digits an octet, in either case, with or without single spaces between groups: `48 65`, `0048 0065`, `4865`.
    Digits(String),
    /// The octets themselves.
    Octets(Vec<u8>),
}

impl From<&str> for Hex {
    fn from(digits: &str) -> Hex {
        Hex::Digits(digits.to_owned())
    }
}

impl From<String> for Hex {
    fn from(digits: String) -> Hex {
        Hex::Digits(digits)
    }
}

impl From<&[u8]> for Hex {
    fn from(octets: &[u8]) -> Hex {
        Hex::Octets(octets.to_vec())
    }
}

impl From<Vec<u8>> for Hex {
    fn from(octets: Vec<u8>) -> Hex {
        Hex::Octets(octets)
    }
}

impl fmt::Debug for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Hex::Digits(digits) => write!(f, "{}", mask::text(digits)),
            Hex::Octets(octets) => write!(f, "{} octets", octets.len()),
        }
    }
}

/// Why digits say no octets, and at which byte of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HexFault {
    Character(usize, char),
    Single(usize),
}

/// What a digit is worth.
fn value_of(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// The octets that digits say.
fn octets(digits: &str) -> Result<Vec<u8>, HexFault> {
    let mut octets = Vec::with_capacity(digits.len() / 2);
    // The first digit of an octet that waits for its second, and where it stands.
    let mut open: Option<(usize, u8)> = None;
    // Whether a space may come next: behind a group of digits, and not at the end.
    let mut space_may_follow = false;
    for (offset, byte) in digits.bytes().enumerate() {
        match (value_of(byte), open) {
            (Some(high), None) => open = Some((offset, high)),
            (Some(low), Some((_, high))) => {
                octets.push(high << 4 | low);
                open = None;
                space_may_follow = true;
            }
            (None, Some((single, _))) if byte == b' ' => return Err(HexFault::Single(single)),
            (None, None) if byte == b' ' && space_may_follow && offset + 1 < digits.len() => space_may_follow = false,
            (None, _) => {
                let character = digits.get(offset..).and_then(|rest| rest.chars().next()).unwrap_or_default();
                return Err(HexFault::Character(offset, character));
            }
        }
    }
    match open {
        Some((single, _)) => Err(HexFault::Single(single)),
        None => Ok(octets),
    }
}

impl Hex {
    /// The byte of the text, as it is sent, at which that octet begins.
    fn offset_of(&self, octet: usize) -> usize {
        match self {
            Hex::Digits(digits) => {
                let mut places = digits.bytes().enumerate().filter(|(_, byte)| *byte != b' ').map(|(place, _)| place);
                places.nth(octet * 2).unwrap_or(digits.len())
            }
            Hex::Octets(_) => octet * 3,
        }
    }

    /// No fewer than its octets are: those of half its digits, or of what is none.
    fn at_most(&self) -> usize {
        match self {
            Hex::Digits(digits) => digits.bytes().filter(|byte| *byte != b' ').count().div_ceil(2),
            Hex::Octets(octets) => octets.len(),
        }
    }

    fn shown(&self) -> Shown<'_> {
        match self {
            Hex::Digits(digits) => Shown::Text(digits),
            Hex::Octets(_) => Shown::Nothing,
        }
    }

    /// The octets.
    fn octets(&self) -> Result<Cow<'_, [u8]>, HexFault> {
        match self {
            Hex::Digits(digits) => octets(digits).map(Cow::Owned),
            Hex::Octets(octets) => Ok(Cow::Borrowed(octets)),
        }
    }
}

impl Field for Hex {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Hex> {
        match value {
            Value::String(digits) => Some(Hex::Digits(digits.into_owned())),
            // A finished payload is JSON, which has no bytes.
            Value::Bytes(octets) if judge.mode == Mode::Request => Some(Hex::Octets(octets.into_owned())),
            other => wrong_type("hexadecimal digits as a string, or bytes", &other, at, judge),
        }
    }

    fn write(&self, out: &mut Out) {
        match self {
            Hex::Digits(digits) => out.json.string(digits),
            Hex::Octets(octets) => {
                const DIGITS: [char; 16] =
                    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
                let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or('0');
                let mut text = String::with_capacity(octets.len() * 3);
                for octet in octets {
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    text.push(digit(octet >> 4));
                    text.push(digit(octet & 15));
                }
                out.json.string(&text);
            }
        }
    }
}

wire! {
    /// The content of a binary message, and how the handset takes it.
    pub struct Binary, "a binary content", judged by content {
        /// The octets, 1 to 140.
        @required pub hex = "hex": Option<Hex>, hex;
        /// The SMPP `data_coding`, 0 to 255: 0 (the default) is the GSM alphabet, 8 is UTF-16.
        pub data_coding = "dataCoding": Option<i64>, octet;
        /// The SMPP `esm_class`, 0 to 255: with 64 the octets begin with a user data header. 0 by default.
        pub esm_class = "esmClass": Option<i64>, octet;
    }
}

setters! { Binary { data_coding: i64, esm_class: i64 } }

impl Binary {
    /// Those octets.
    pub fn new(hex: impl Into<Hex>) -> Binary {
        Binary { hex: Some(hex.into()), ..Binary::default() }
    }
}

impl From<Body> for Binary {
    fn from(body: Body) -> Binary {
        Binary::new(body.octets).data_coding(i64::from(body.data_coding)).esm_class(i64::from(body.esm_class))
    }
}

fn hex(hex: &Hex, at: &Path, judge: &mut Judge) {
    let octets = match hex.octets() {
        Ok(octets) => octets,
        Err(HexFault::Character(offset, character)) => {
            let name = match character {
                ' ' => "a space too many".to_owned(),
                other => named(other),
            };
            return judge.report(&rules::HEX_CHARACTERS, at, hex.shown(), &[&name, &offset]);
        }
        Err(HexFault::Single(offset)) => return judge.report(&rules::HEX_ODD, at, hex.shown(), &[&offset]),
    };
    if octets.is_empty() {
        judge.report(&shared::EMPTY, at, hex.shown(), &[]);
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "rules take what their field holds by reference")]
fn octet(value: &i64, at: &Path, judge: &mut Judge) {
    if !(0..=255).contains(value) {
        judge.report(&rules::OCTET, at, Shown::Integer(*value), &[]);
    }
}

/// The data coding of octets that are no text (SMPP 3.4, 5.2.19).
const OCTETS: u8 = 4;

/// What stands in the octets, by the other two fields: a user data header as it should be, and no more than one SMS carries.
fn content(binary: &Binary, at: &Path, judge: &mut Judge) {
    let Some(given) = &binary.hex else { return };
    let octet = |field: Option<i64>| u8::try_from(field.unwrap_or(0)).ok();
    let coding = octet(binary.data_coding).unwrap_or(OCTETS);
    let class = octet(binary.esm_class).unwrap_or(0);
    let limit = usize::try_from(judge.limits().binary_octets).unwrap_or(usize::MAX);
    let has_header = class & HEADER_INDICATOR != 0;
    if !has_header && given.at_most() <= limit {
        return;
    }
    // What is no hexadecimal text, or an empty one, is told by the field's own rule; so is what is no octet.
    let Ok(octets) = given.octets() else { return };
    let at = at.key("hex");
    let most = most_octets(&octets, coding, class, limit);
    if octets.len() > most {
        let beyond = given.offset_of(most);
        judge.report(&rules::BINARY_LONG, &at, given.shown(), &[&octets.len(), &most, &beyond]);
    }
    if has_header
        && !octets.is_empty()
        && let Err(fault) = header::check(&octets)
    {
        let offset = given.offset_of(fault.offset);
        judge.report(&rules::INVALID_UDH, &at, given.shown(), &[&offset, &fault.reason]);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn digits_of_the_documents_are_read() {
        assert_eq!(octets("54 65 73 74 20 6d 65 73 73 61 67 65 2e").as_deref(), Ok(&b"Test message."[..]));
        assert_eq!(octets("0048 0065").as_deref(), Ok(&[0, 0x48, 0, 0x65][..]));
        assert_eq!(octets("4aBf").as_deref(), Ok(&[0x4a, 0xbf][..]));
        assert_eq!(octets(""), Ok(Vec::new()));
    }

    #[test]
    fn faults_are_told_with_their_byte() {
        let cases = [
            ("41 20 \u{2026}20", HexFault::Character(6, '\u{2026}')),
            (" 41", HexFault::Character(0, ' ')),
            ("41  42", HexFault::Character(3, ' ')),
            ("41 ", HexFault::Character(2, ' ')),
            ("41\t42", HexFault::Character(2, '\t')),
            ("4g", HexFault::Character(1, 'g')),
            ("0x41", HexFault::Character(1, 'x')),
            ("4", HexFault::Single(0)),
            ("41 4 2", HexFault::Single(3)),
            ("414", HexFault::Single(2)),
        ];
        for (text, fault) in cases {
            assert_eq!(octets(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn octets_are_found_in_the_text() {
        let spaced = Hex::from("0048 00 65");
        assert_eq!([0, 1, 2, 3, 4].map(|octet| spaced.offset_of(octet)), [0, 2, 5, 8, 10]);
        assert_eq!(Hex::from(vec![1, 2, 3]).offset_of(2), 6);
        assert_eq!(format!("{spaced:?} {:?}", Hex::from(vec![1])), "text of 10 characters 1 octets");
    }

    #[test]
    fn bodies_of_texts_become_contents() {
        use crate::text::{Language, Options, Way, binary_bodies};
        let binary = |text: &str, options: &Options| {
            let bodies = binary_bodies(text, options, Way::Gateway, 7).unwrap();
            bodies.into_iter().map(Binary::from).collect::<Vec<_>>()
        };
        let content =
            |octets: &[u8], data_coding, esm_class| [Binary::new(octets).data_coding(data_coding).esm_class(esm_class)];
        let sample = octets("54 65 73 74 20 6d 65 73 73 61 67 65 2e").unwrap();
        assert_eq!(binary("Test message.", &Options::default()), content(&sample, 0, 0));
        let sample = octets("0048 0065 006c 006c 006f 0020 039a 03b1").unwrap();
        assert_eq!(binary("Hello Κα", &Options::default()), content(&sample, 8, 0));
        // Headers of the vendor's page on national languages: Turkish locking shift, Spanish single shift.
        let turkish = Options::default().languages(Language::Turkish);
        assert_eq!(binary("ş", &turkish), content(&octets("03 25 01 01 1d").unwrap(), 0, 64));
        let spanish = Options::default().languages(Language::Spanish);
        assert_eq!(binary("ç", &spanish), content(&octets("03 24 01 02 1b 09").unwrap(), 0, 64));
    }
}
