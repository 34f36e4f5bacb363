//! The parts of a message, put together again.

use super::decoded::Kind;
use super::header::no_part;
use super::{Concatenation, DataCoding, Decoded, Encoding, Ports, TextError};
use crate::sentence::{Say, Sentence, print_as_said};

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
    kind: Kind,
}

/// Puts a message together from its parts, in any order.
///
/// Octets are joined before they become text, so that an escape and its character, the halves of a surrogate pair and the octets
/// of a code unit come together, whoever cut them apart. A part that is there twice, with the same content, is no fault. Errors:
/// `no_parts`, `contradictory_parts` where two are not of one message, or have one number, or one has none, and `missing_parts`.
pub fn reassemble(parts: &[Decoded]) -> Result<Whole, TextError> {
    let first = parts.first().ok_or(TextError::NoParts)?;
    let numbered = first.header.concatenation();
    // By number, which part it is.
    let mut places: Vec<Option<(usize, &Decoded)>> = vec![None; numbered.map_or(1, |part| usize::from(part.total))];
    for (position, part) in parts.iter().enumerate() {
        let sentence = &mut Sentence::default();
        let number = part.header.concatenation().map_or(1, |part| usize::from(part.sequence));
        let mut other = 0;
        if !differs(part, first, sentence) {
            match number.checked_sub(1).and_then(|index| places.get_mut(index)) {
                None => {
                    no_part(number, places.len(), sentence);
                }
                Some(place @ None) => *place = Some((position, part)),
                Some(Some((_, same))) if same.octets == part.octets => {}
                Some(Some((same, _))) => {
                    other = *same;
                    sentence.text("both are part ").number(number).text(", and they hold different octets");
                }
            }
        }
        let reason = sentence.finish();
        if !reason.is_empty() {
            return Err(TextError::ContradictoryParts { position, other, reason });
        }
    }
    let mut missing = Vec::new();
    let mut octets = Vec::new();
    for (number, place) in (1..).zip(&places) {
        match place {
            Some((_, part)) => octets.extend_from_slice(&part.octets),
            None => missing.push(number),
        }
    }
    if !missing.is_empty() {
        return Err(TextError::MissingParts { missing, total: places.len() });
    }
    let first = places.first().copied().flatten().map_or(first, |(_, part)| part);
    let kind = first.kind();
    Ok(Whole {
        parts: places.len(),
        reference: numbered.map(|part| part.reference),
        ports: first.header.ports(),
        data_coding: first.data_coding,
        encoding: kind.encoding,
        text: kind.text(&octets),
        octets,
        kind,
    })
}

/// Whether a part is not of the message of another one, and why.
fn differs(part: &Decoded, other: &Decoded, sentence: &mut Sentence) -> bool {
    match (part.header.concatenation(), other.header.concatenation()) {
        (None, None) => {}
        (None, Some(_)) => {
            sentence.text("it has no concatenation, and that one has");
            return true;
        }
        (Some(_), None) => {
            sentence.text("it has a concatenation, and that one has none");
            return true;
        }
        (Some(own), Some(others)) => {
            if (Concatenation { sequence: 0, ..own }) != (Concatenation { sequence: 0, ..others }) {
                say_message(own, sentence.text("it is "));
                say_message(others, sentence.text(", and that one "));
                return true;
            }
        }
    }
    let (own, others) = (part.kind(), other.kind());
    if !own.is_that_of(others) {
        sentence.text("it is ").of(&own).text(", and that one ").of(&others);
        return true;
    }
    let (own, others) = (part.header.ports(), other.header.ports());
    if own != others {
        say_ports(own, sentence.text("it goes "));
        say_ports(others, sentence.text(", and that one "));
    }
    own != others
}

/// Says a concatenation with what tells messages apart.
fn say_message(part: Concatenation, sentence: &mut Sentence) {
    sentence.of(&part).text(" of ").number(part.width.bits().into()).text(" bits");
}

fn say_ports(ports: Option<Ports>, sentence: &mut Sentence) {
    match ports {
        Some(ports) => ports.say(sentence),
        None => {
            sentence.text("to no port");
        }
    }
}

impl Whole {
    /// What its `Display` prints.
    #[must_use]
    pub fn description(&self) -> String {
        self.said()
    }
}

/// One line: encoding, length, and in how many parts it came.
impl Say for Whole {
    fn say(&self, sentence: &mut Sentence) {
        self.kind.say_with_size(self.octets.len(), sentence);
        if let Some(reference) = self.reference {
            sentence.text("; ").counted(self.parts, "part").text(", reference ").number(reference.into());
        }
        if let Some(ports) = self.ports {
            sentence.text("; ").of(&ports);
        }
    }
}

print_as_said!(Whole);

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
