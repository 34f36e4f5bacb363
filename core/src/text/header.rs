//! The user data header at the beginning of a message: 3GPP TS 23.040, 9.2.3.24.

use super::{Language, Reference, TextError};
use crate::sentence::{Say, Sentence, print_as_said};

/// The bit of SMPP's `esm_class` (SMPP 3.4, 5.2.12), and of a TPDU's first octet, that says that there is a header.
pub(crate) const HEADER_INDICATOR: u8 = 64;

/// Identifiers of the elements that are understood here.
pub(super) const CONCATENATION_8: u8 = 0x00;
pub(super) const CONCATENATION_16: u8 = 0x08;
pub(super) const PORTS_8: u8 = 0x04;
pub(super) const PORTS_16: u8 = 0x05;
pub(super) const SINGLE_SHIFT: u8 = 0x24;
pub(super) const LOCKING_SHIFT: u8 = 0x25;

/// Elements whose length 3GPP TS 23.040 fixes: identifier, length in octets, what it is.
const KNOWN: [(u8, usize, &str); 13] = [
    (CONCATENATION_8, 3, "concatenation with an 8-bit reference"),
    (0x01, 2, "special message indication"),
    (PORTS_8, 2, "application ports of 8 bits"),
    (PORTS_16, 4, "application ports of 16 bits"),
    (0x06, 1, "SMSC control parameters"),
    (0x07, 1, "source indicator"),
    (CONCATENATION_16, 4, "concatenation with a 16-bit reference"),
    (0x0b, 2, "predefined sound"),
    (0x0d, 2, "predefined animation"),
    (0x20, 1, "length of a mail header"),
    (0x21, 4, "hyperlink"),
    (SINGLE_SHIFT, 1, "national language single shift"),
    (LOCKING_SHIFT, 1, "national language locking shift"),
];

/// What is wrong with a header, and at which octet, the first one being 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeaderFault {
    pub(crate) offset: usize,
    pub(crate) reason: String,
}

fn fault<T>(offset: usize, reason: &mut Sentence) -> Result<T, HeaderFault> {
    Err(HeaderFault { offset, reason: reason.finish() })
}

/// Says that a number is no part's.
pub(super) fn no_part(number: usize, total: usize, sentence: &mut Sentence) -> &mut Sentence {
    sentence.text("there is no part ").number(number).text(" of ").number(total)
}

/// Which part of which message this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Concatenation {
    /// What the parts of one message have in common.
    pub reference: u16,
    /// How wide that number is written.
    pub width: Reference,
    /// How many parts there are.
    pub total: u8,
    /// Which one this is; the first is 1.
    pub sequence: u8,
}

/// Application ports: which program on the phone a message is for, and which one sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ports {
    /// The port it goes to.
    pub destination: u16,
    /// The port it comes from.
    pub source: u16,
}

/// An information element of a header.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Element {
    /// 0x00 or 0x08, by the width of the reference.
    Concatenation(Concatenation),
    /// 0x04: ports of 8 bits.
    Ports8 {
        /// The port it goes to.
        destination: u8,
        /// The port it comes from.
        source: u8,
    },
    /// 0x05: ports of 16 bits.
    Ports16(Ports),
    /// 0x25: the national language identifier of the table in the place of the default alphabet.
    LockingShift(u8),
    /// 0x24: the national language identifier of the table in the place of the extension table.
    SingleShift(u8),
    /// Any other, and each that a receiver passes over: a length that is not its own, a part 0, a part of fewer.
    Other {
        /// Its identifier.
        identifier: u8,
        /// What it holds, 255 octets at most.
        data: Vec<u8>,
    },
}

/// A user data header.
///
/// It is read as 3GPP TS 23.040, 9.2.3.24 tells receivers to read it (documented): what is not known, or has values that cannot
/// be, is passed over, and stays among the elements as [`Element::Other`]; of elements that say the same thing the last one counts;
/// reserved languages do not count. Where the lengths do not add up there is no telling what is header and what is text, so that
/// this is an error. [`UserDataHeader::check`] also refuses what a receiver would pass over, for a sender did not mean that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct UserDataHeader {
    /// Its elements, in their order.
    pub elements: Vec<Element>,
}

/// An element as it stands in octets, and where.
struct Raw<'o> {
    at: usize,
    identifier: u8,
    data: &'o [u8],
}

/// Gives each element to `each`; what it returns is how many octets the header takes.
fn walk(octets: &[u8], each: &mut dyn FnMut(&Raw<'_>) -> Result<(), HeaderFault>) -> Result<usize, HeaderFault> {
    let sentence = &mut Sentence::default();
    let Some((&length, rest)) = octets.split_first() else {
        return fault(0, sentence.text("there is no octet for its length"));
    };
    let Some(header) = rest.get(..usize::from(length)) else {
        return fault(
            0,
            sentence.text("it states ").number(length.into()).text(" octets, and ").number(rest.len()).text(" follow"),
        );
    };
    let mut elements = header;
    while let Some((&identifier, rest)) = elements.split_first() {
        let at = 1 + header.len() - elements.len();
        let Some((&stated, rest)) = rest.split_first() else {
            return fault(at, sentence.text("the element ").hex(identifier).text(" has no length"));
        };
        let Some((data, rest)) = rest.split_at_checked(usize::from(stated)) else {
            sentence.text("the element ").hex(identifier).text(" states ").number(stated.into());
            return fault(at + 1, sentence.text(" octets, and ").number(rest.len()).text(" are left"));
        };
        each(&Raw { at, identifier, data })?;
        elements = rest;
    }
    Ok(1 + header.len())
}

/// Refuses a known element that does not have its form.
fn check_element(element: &Raw<'_>) -> Result<(), HeaderFault> {
    let Raw { at, identifier, data } = element;
    let sentence = &mut Sentence::default();
    if let Some((_, length, name)) = KNOWN.iter().find(|(known, ..)| known == identifier)
        && *length != data.len()
    {
        sentence.text(name).text(" (").hex(*identifier).text(") has ").number(*length);
        return fault(at + 1, sentence.text(" octets, not ").number(data.len()));
    }
    if let (CONCATENATION_8 | CONCATENATION_16, [.., total, sequence]) = (*identifier, *data)
        && !(1..=*total).contains(sequence)
    {
        let last = at + 1 + data.len();
        return match total {
            0 => fault(last - 1, sentence.text("it states 0 parts")),
            _ => fault(last, no_part((*sequence).into(), (*total).into(), sentence)),
        };
    }
    Ok(())
}

impl Element {
    fn read(raw: &Raw<'_>) -> Element {
        let part = |reference, width, total, sequence| {
            Element::Concatenation(Concatenation { reference, width, total, sequence })
        };
        match (raw.identifier, raw.data) {
            (CONCATENATION_8, &[reference, total, sequence]) if (1..=total).contains(&sequence) => {
                part(u16::from(reference), Reference::Bits8, total, sequence)
            }
            (CONCATENATION_16, &[high, low, total, sequence]) if (1..=total).contains(&sequence) => {
                part(u16::from_be_bytes([high, low]), Reference::Bits16, total, sequence)
            }
            (PORTS_8, &[destination, source]) => Element::Ports8 { destination, source },
            (PORTS_16, &[high, low, source_high, source_low]) => Element::Ports16(Ports {
                destination: u16::from_be_bytes([high, low]),
                source: u16::from_be_bytes([source_high, source_low]),
            }),
            (LOCKING_SHIFT, &[language]) => Element::LockingShift(language),
            (SINGLE_SHIFT, &[language]) => Element::SingleShift(language),
            (identifier, data) => Element::Other { identifier, data: data.to_vec() },
        }
    }

    /// Writes it behind the octets of a header.
    fn write(&self, octets: &mut Vec<u8>) -> Result<(), TextError> {
        match self {
            Element::Concatenation(part) => match (part.width, part.reference.to_be_bytes()) {
                (Reference::Bits8, [0, low]) => {
                    octets.extend([CONCATENATION_8, 3, low, part.total, part.sequence]);
                }
                (Reference::Bits8, _) => return Err(TextError::ReferenceTooLarge { reference: part.reference }),
                (Reference::Bits16, [high, low]) => {
                    octets.extend([CONCATENATION_16, 4, high, low, part.total, part.sequence]);
                }
            },
            Element::Ports8 { destination, source } => octets.extend([PORTS_8, 2, *destination, *source]),
            Element::Ports16(ports) => octets.extend(ports.element()),
            Element::LockingShift(language) => octets.extend([LOCKING_SHIFT, 1, *language]),
            Element::SingleShift(language) => octets.extend([SINGLE_SHIFT, 1, *language]),
            Element::Other { identifier, data } => {
                let Ok(length) = u8::try_from(data.len()) else {
                    let reason = Sentence::default()
                        .text("the element ")
                        .hex(*identifier)
                        .text(" has ")
                        .number(data.len())
                        .text(" octets, and 255 are the most")
                        .finish();
                    return Err(TextError::MalformedHeader { offset: octets.len() + 1, reason });
                };
                octets.extend([*identifier, length]);
                octets.extend_from_slice(data);
            }
        }
        Ok(())
    }
}

impl Ports {
    /// As an element of 16 bits.
    pub(super) fn element(self) -> [u8; 6] {
        let ([to, to_low], [from, from_low]) = (self.destination.to_be_bytes(), self.source.to_be_bytes());
        [PORTS_16, 4, to, to_low, from, from_low]
    }
}

impl UserDataHeader {
    /// Reads the header that octets begin with, and says how many of them it takes. Error: `malformed_header`.
    pub fn parse(octets: &[u8]) -> Result<(UserDataHeader, usize), TextError> {
        let mut elements = Vec::new();
        let taken = walk(octets, &mut |raw| {
            elements.push(Element::read(raw));
            Ok(())
        })?;
        Ok((UserDataHeader { elements }, taken))
    }

    /// Refuses octets whose header a receiver could not read, or would pass over in part: one with a known element that does not
    /// have its form. Error: `malformed_header`.
    pub fn check(octets: &[u8]) -> Result<(), TextError> {
        Ok(check(octets)?)
    }

    /// The header as octets, its length first. Errors: `reference_too_large`, `malformed_header` for what no header can say.
    pub fn to_octets(&self) -> Result<Vec<u8>, TextError> {
        let mut octets = vec![0];
        for element in &self.elements {
            element.write(&mut octets)?;
            if let Element::Concatenation(part) = element
                && !(1..=part.total).contains(&part.sequence)
            {
                let reason = no_part(part.sequence.into(), part.total.into(), &mut Sentence::default()).finish();
                return Err(TextError::MalformedHeader { offset: octets.len() - 1, reason });
            }
        }
        let all = octets.len() - 1;
        let Ok(length) = u8::try_from(all) else {
            let reason = Sentence::default()
                .text("its elements have ")
                .number(all)
                .text(" octets, and 255 are the most")
                .finish();
            return Err(TextError::MalformedHeader { offset: 0, reason });
        };
        if let Some(first) = octets.first_mut() {
            *first = length;
        }
        Ok(octets)
    }

    fn last<T>(&self, of: impl Fn(&Element) -> Option<T>) -> Option<T> {
        self.elements.iter().rev().find_map(of)
    }

    /// Which part of which message it says this is.
    #[must_use]
    pub fn concatenation(&self) -> Option<Concatenation> {
        self.last(|element| match element {
            Element::Concatenation(part) => Some(*part),
            _ => None,
        })
    }

    /// The ports, of 8 or 16 bits.
    #[must_use]
    pub fn ports(&self) -> Option<Ports> {
        self.last(|element| match element {
            Element::Ports8 { destination, source } => {
                Some(Ports { destination: u16::from(*destination), source: u16::from(*source) })
            }
            Element::Ports16(ports) => Some(*ports),
            _ => None,
        })
    }

    /// The language whose table is in the place of the default alphabet.
    #[must_use]
    pub fn locking(&self) -> Option<Language> {
        self.last(|element| match element {
            Element::LockingShift(language) => Language::from_number(*language),
            _ => None,
        })
    }

    /// The language whose table is in the place of the extension table.
    #[must_use]
    pub fn single(&self) -> Option<Language> {
        self.last(|element| match element {
            Element::SingleShift(language) => Language::from_number(*language),
            _ => None,
        })
    }
}

/// The same as [`UserDataHeader::check`], for judges that have words of their own.
pub(crate) fn check(octets: &[u8]) -> Result<(), HeaderFault> {
    walk(octets, &mut check_element).map(|_| ())
}

impl From<HeaderFault> for TextError {
    fn from(HeaderFault { offset, reason }: HeaderFault) -> TextError {
        TextError::MalformedHeader { offset, reason }
    }
}

impl Say for Concatenation {
    fn say(&self, sentence: &mut Sentence) {
        let Concatenation { reference, total, sequence, .. } = *self;
        sentence.text("part ").number(sequence.into()).text(" of ").number(total.into());
        sentence.text(", reference ").number(reference.into());
    }
}

impl Say for Ports {
    fn say(&self, sentence: &mut Sentence) {
        sentence.text("to port ").number(self.destination.into()).text(" from ").number(self.source.into());
    }
}

impl Say for Element {
    fn say(&self, sentence: &mut Sentence) {
        let (language, kind) = match self {
            Element::Concatenation(part) => return part.say(sentence),
            Element::Ports8 { destination, source } => {
                return Ports { destination: u16::from(*destination), source: u16::from(*source) }.say(sentence);
            }
            Element::Ports16(ports) => return ports.say(sentence),
            Element::Other { identifier, data } => {
                sentence.text("element ").hex(*identifier).text(" of ").counted(data.len(), "octet");
                return;
            }
            Element::LockingShift(language) => (*language, "locking shift"),
            Element::SingleShift(language) => (*language, "single shift"),
        };
        match Language::from_number(language) {
            Some(language) => sentence.text(language.name()).text(" ").text(kind),
            None => sentence.text(kind).text(" of the unknown language ").number(language.into()),
        };
    }
}

/// One line: what its elements say.
impl Say for UserDataHeader {
    fn say(&self, sentence: &mut Sentence) {
        for (index, element) in self.elements.iter().enumerate() {
            sentence.text(if index > 0 { "; " } else { "" }).of(element);
        }
        if self.elements.is_empty() {
            sentence.text("no elements");
        }
    }
}

print_as_said!(Concatenation, Ports, Element, UserDataHeader);

#[cfg(test)]
mod tests;
