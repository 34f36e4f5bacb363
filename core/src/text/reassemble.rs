//! The parts of a message, put together again.

use std::fmt;

use super::decoded::Kind;
use super::{Concatenation, DataCoding, Decoded, Encoding, Ports, TextError};
use crate::pieces::counted;

/// A message that was put together of its parts. Its `Display` is what it is, and not what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Whole {
    /// How many parts it has; 1 of a message that has no concatenation.
    pub parts: usize,
    /// What its parts have in common.
    pub reference: Option<u16>,
    /// Its ports.
    pub ports: Option<Ports>,
    /// What the data coding of its first part says.
    pub data_coding: DataCoding,
    /// Its encoding; nothing of what is not one of those that phones have.
    pub encoding: Option<Encoding>,
    /// The septets, one in each octet, or octets of all parts.
    pub octets: Vec<u8>,
    /// Its text; nothing where a part has none, either.
    pub text: Option<String>,
    first: Decoded,
}

/// Puts a message together from its parts, in any order.
///
/// Octets are joined before they become text, so that an escape and its character, the halves of a surrogate pair and the octets
/// of a code unit come together, whoever cut them apart. A part that is there twice, with the same content, is no fault. Errors:
/// `no_parts`, `contradictory_parts` where two are not of one message, or have one number, or one has none, and `missing_parts`.
pub fn reassemble(parts: &[Decoded]) -> Result<Whole, TextError> {
    let first = parts.first().ok_or(TextError::NoParts)?;
    // By number, where each stands in `parts`.
    let mut places: Vec<Option<usize>> =
        vec![None; first.header.concatenation().map_or(1, |part| usize::from(part.total))];
    for (position, part) in parts.iter().enumerate() {
        let contradicts = |other, reason| Err(TextError::ContradictoryParts { position, other, reason });
        if let Some(reason) = difference(part, first) {
            return contradicts(0, reason);
        }
        let number = part.header.concatenation().map_or(1, |part| usize::from(part.sequence));
        let Some(place) = number.checked_sub(1).and_then(|index| places.get_mut(index)) else {
            return contradicts(0, format!("there is no part {number} of {}", places.len()));
        };
        match place.and_then(|other| Some((other, parts.get(other)?))) {
            Some((_, same)) if same.octets == part.octets => {}
            Some((other, _)) => {
                return contradicts(other, format!("both are part {number}, and they hold different octets"));
            }
            None => *place = Some(position),
        }
    }
    let missing: Vec<usize> =
        (1..).zip(&places).filter(|(_, place)| place.is_none()).map(|(number, _)| number).collect();
    if !missing.is_empty() {
        return Err(TextError::MissingParts { missing, total: places.len() });
    }
    let in_order = || places.iter().flatten().filter_map(|place| parts.get(*place));
    let octets: Vec<u8> = in_order().flat_map(|part| &part.octets).copied().collect();
    let first = in_order().next().unwrap_or(first).clone();
    Ok(Whole {
        parts: places.len(),
        reference: first.header.concatenation().map(|part| part.reference),
        ports: first.header.ports(),
        data_coding: first.data_coding,
        encoding: first.encoding(),
        text: first.text_of(&octets),
        octets,
        first: Decoded { octets: Vec::new(), text: None, ..first },
    })
}

/// Why a part is not of the message of another one.
fn difference(part: &Decoded, other: &Decoded) -> Option<String> {
    let (own, others) = (part.header.concatenation(), other.header.concatenation());
    match (own, others) {
        (None, None) => {}
        (None, Some(_)) => return Some("it has no concatenation, and that one has".to_owned()),
        (Some(_), None) => return Some("it has a concatenation, and that one has none".to_owned()),
        (Some(own), Some(others)) => {
            let message = |part: Concatenation| (part.reference, part.width, part.total);
            if message(own) != message(others) {
                return Some(format!("it is {}, and that one {}", Named(own), Named(others)));
            }
        }
    }
    let what = |decoded: &Decoded| (decoded.alphabet(), decoded.data_coding.compressed, decoded.encoding());
    if what(part) != what(other) {
        return Some(format!("it is {}, and that one {}", Kind(part), Kind(other)));
    }
    match (part.header.ports(), other.header.ports()) {
        (own, others) if own == others => None,
        (own, others) => Some(format!("it goes {}, and that one {}", named_ports(own), named_ports(others))),
    }
}

/// A concatenation with what tells messages apart.
struct Named(Concatenation);

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} bits", self.0, self.0.width.bits())
    }
}

fn named_ports(ports: Option<Ports>) -> String {
    ports.map_or_else(|| "to no port".to_owned(), |ports| ports.to_string())
}

/// One line: encoding, length, and in how many parts it came.
impl fmt::Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.write_sizes(self.octets.len(), f)?;
        if let Some(reference) = self.reference {
            write!(f, "; {}, reference {reference}", counted(self.parts as u64, "part"))?;
        }
        if let Some(ports) = self.ports { write!(f, "; {ports}") } else { Ok(()) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use crate::text::{Language, Options, Septets, Way, decode_part, split};

    fn read(octets: &[u8], data_coding: u8, esm_class: u8) -> Decoded {
        decode_part(octets, data_coding, esm_class, Septets::Unpacked).unwrap()
    }

    fn part(number: u8, total: u8, content: &[u8]) -> Decoded {
        read(&[&[5, 0, 3, 7, total, number], content].concat(), 0, 64)
    }

    fn told(parts: &[Decoded]) -> (&'static str, String) {
        let error = reassemble(parts).unwrap_err();
        (error.code(), error.to_string())
    }

    #[test]
    fn parts_come_together_in_any_order() {
        let options = Options::default().languages(Language::Turkish);
        let text = "ş€".repeat(200);
        let split = split(&text, &options, Way::Gateway, 200).unwrap();
        let mut parts: Vec<Decoded> =
            split.parts().map(|part| read(&part.short_message(), part.data_coding(), part.esm_class())).collect();
        parts.reverse();
        parts.push(parts[1].clone());
        let whole = reassemble(&parts).unwrap();
        assert_eq!(whole.text.as_ref(), Some(&text));
        assert_eq!(whole.to_string(), "GSM-7 with Turkish locking shift: 400 septets; 3 parts, reference 200");
        assert_eq!((whole.parts, whole.reference, whole.encoding), (3, Some(200), Some(split.encoding())));
    }

    #[test]
    fn a_message_without_concatenation_is_whole() {
        let whole = reassemble(&[read(b"Hi", 0, 0), read(b"Hi", 0, 0)]).unwrap();
        assert_eq!((whole.text.as_deref(), whole.parts, whole.reference), (Some("Hi"), 1, None));
        assert_eq!(whole.to_string(), "GSM-7: 2 septets");
        let data = reassemble(&[read(&[6, 5, 4, 0x0B, 0x84, 0x23, 0xF0, 1, 2], 4, 64)]).unwrap();
        assert_eq!((data.text.as_deref(), &data.octets[..]), (None, &[1, 2][..]));
        assert_eq!(data.to_string(), "8-bit data: 2 octets; to port 2948 from 9200");
    }

    #[test]
    fn what_others_cut_apart_is_healed() {
        let whole = reassemble(&[part(2, 2, &[0x65, b'!']), part(1, 2, &[b'a', 0x1B])]).unwrap();
        assert_eq!(whole.text.as_deref(), Some("a€!"));
        let wide = |number, content: &[u8]| read(&[&[5, 0, 3, 7, 2, number], content].concat(), 8, 64);
        for cut in [2, 3, 4, 5] {
            let octets = [0, 0x41, 0xD8, 0x3D, 0xDC, 0x4B];
            let parts = [wide(1, &octets[..cut]), wide(2, &octets[cut..])];
            assert_eq!(reassemble(&parts).unwrap().text.as_deref(), Some("A👋"), "{cut}");
        }
    }

    #[test]
    fn missing_parts_are_listed() {
        assert_eq!(told(&[]), ("no_parts", "there are no parts; give every part of one message".to_owned()));
        let missing = "of 4 parts these are missing: 1, 3; give every part of the message".to_owned();
        assert_eq!(told(&[part(4, 4, b"d"), part(2, 4, b"b")]), ("missing_parts", missing));
        let many =
            "of 255 parts these are missing: 2, 3, 4, 5, 6, 7, 8, 9 and 246 more; give every part of the message";
        assert_eq!(told(&[part(1, 255, b"a")]), ("missing_parts", many.to_owned()));
    }

    #[test]
    fn contradictions_are_named() {
        let turkish = |number, language| read(&[8, 0, 3, 7, 2, number, 0x25, 1, language, b'a'], 0, 64);
        let ports = |number, port| read(&[11, 0, 3, 7, 2, number, 5, 4, 0, port, 0, 1, b'a'], 0, 64);
        let wide = read(&[6, 8, 4, 0, 7, 2, 2, b'b'], 0, 64);
        let mut impossible = part(2, 2, b"b");
        for element in &mut impossible.header.elements {
            if let crate::text::Element::Concatenation(part) = element {
                part.sequence = 0;
            }
        }
        let first = || part(1, 2, b"a");
        let cases = [
            (
                first(),
                part(2, 3, b"b"),
                "it is part 2 of 3, reference 7 of 8 bits, and that one part 1 of 2, reference 7 of 8 bits",
            ),
            (
                first(),
                wide,
                "it is part 2 of 2, reference 7 of 16 bits, and that one part 1 of 2, reference 7 of 8 bits",
            ),
            (first(), part(1, 2, b"b"), "both are part 1, and they hold different octets"),
            (first(), read(b"b", 0, 0), "it has no concatenation, and that one has"),
            (read(b"b", 0, 0), first(), "it has a concatenation, and that one has none"),
            (read(b"b", 0, 0), read(b"c", 0, 0), "both are part 1, and they hold different octets"),
            (first(), turkish(2, 1), "it is GSM-7 with Turkish locking shift, and that one GSM-7"),
            (
                turkish(1, 3),
                turkish(2, 1),
                "it is GSM-7 with Turkish locking shift, and that one GSM-7 with Portuguese locking shift",
            ),
            (first(), read(&[5, 0, 3, 7, 2, 2, 0, 0x41], 8, 64), "it is UCS-2, and that one GSM-7"),
            (first(), read(&[5, 0, 3, 7, 2, 2, 0, 0x41], 0x20, 64), "it is GSM-7, compressed, and that one GSM-7"),
            (ports(1, 1), ports(2, 2), "it goes to port 2 from 1, and that one to port 1 from 1"),
            (first(), ports(2, 2), "it goes to port 2 from 1, and that one to no port"),
            (first(), impossible, "there is no part 0 of 2"),
        ];
        for (first, second, reason) in cases {
            let expected = format!("the part at 1 contradicts the one at 0: {reason}; give the parts of one message");
            assert_eq!(told(&[first, second]), ("contradictory_parts", expected));
        }
        // Messages shown in another way are of one message all the same.
        assert!(reassemble(&[first(), read(&[5, 0, 3, 7, 2, 2, b'b'], 0xF0, 64)]).is_ok());
    }
}
