//! One message or part of a message, read from its octets.

use super::encoding::OCTETS;
use super::header::HEADER_INDICATOR;
use super::septets::{decode, unpack};
use super::{Alphabet, DataCoding, Encoding, TextError, UserDataHeader};
use crate::sentence::{Say, Sentence, print_as_said};

/// How octets hold septets, which is a question of where they come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Septets {
    /// One in each octet: a short message of SMPP, or a binary body. The data coding is SMPP's.
    #[default]
    Unpacked,
    /// Packed: the user data of a TPDU. The data coding is its data coding scheme.
    Packed {
        /// The length that the TPDU states (TP-UDL): of septets, those of the header among them, or of octets. Without it, all
        /// octets are read, and [`unpack`] says what becomes of the last seven bits.
        length: Option<usize>,
    },
}

/// A message or a part of one, as its octets say. Its `Display` is what it is, and not what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded {
    /// Its header; without elements where there is none.
    pub header: UserDataHeader,
    /// What its data coding says.
    pub data_coding: DataCoding,
    /// What stands behind the header: one septet in each octet, or the octets as they are.
    pub octets: Vec<u8>,
    /// The same as text; nothing where it is data, compressed, or of an alphabet that is not decoded.
    pub text: Option<String>,
}

/// Reads a message as a phone does.
///
/// `esm_class` says with 64 that there is a header, as bit 6 of a TPDU's first octet does; its other bits do not matter. Language
/// elements of the header choose tables; the vendor's pages allow the data coding 1 beside them (documented), which is ASCII
/// otherwise. What cannot be decoded is U+FFFD or a space, as [`decode`] says. Errors: `malformed_header`, `truncated`.
pub fn decode_part(octets: &[u8], data_coding: u8, esm_class: u8, septets: Septets) -> Result<Decoded, TextError> {
    let coding = match septets {
        Septets::Unpacked => DataCoding::of_smpp(data_coding),
        Septets::Packed { .. } => DataCoding::of_tpdu(data_coding),
    };
    let octets = match septets {
        Septets::Packed { length: Some(stated) } => {
            let needed = if coding.is_septets() { stated.saturating_mul(7).div_ceil(8) } else { stated };
            octets.get(..needed).ok_or(TextError::Truncated { needed, held: octets.len() })?
        }
        _ => octets,
    };
    let (header, taken) = match esm_class & HEADER_INDICATOR {
        0 => (UserDataHeader::default(), 0),
        _ => UserDataHeader::parse(octets)?,
    };
    let octets = match septets {
        Septets::Packed { length } if coding.is_septets() => unpack(octets, taken, length),
        _ => octets.get(taken..).unwrap_or_default().to_vec(),
    };
    let text = Kind::of(coding, &header).text(&octets);
    Ok(Decoded { header, data_coding: coding, octets, text })
}

/// Reads the octets of a binary body as a phone does, and refuses what its sender cannot have meant: a header that a phone would
/// pass over in part, an octet that is no septet, half a code unit of UTF-16, more than a short message carries.
///
/// Errors: `malformed_header`, `not_a_septet`, `odd_octets`, `too_long`.
pub fn describe(octets: &[u8], data_coding: u8, esm_class: u8) -> Result<Decoded, TextError> {
    if esm_class & HEADER_INDICATOR != 0 {
        UserDataHeader::check(octets)?;
    }
    let decoded = decode_part(octets, data_coding, esm_class, Septets::Unpacked)?;
    let header = octets.len() - decoded.octets.len();
    let kind = decoded.kind();
    let is_septets = matches!(kind.encoding, Some(Encoding::Gsm7 { .. }));
    if is_septets || kind.alphabet == Alphabet::Ascii {
        let wrong = decoded.octets.iter().enumerate().find(|(_, octet)| **octet > 0x7F);
        if let Some((place, octet)) = wrong {
            return Err(TextError::NotASeptet { offset: header + place, octet: *octet });
        }
    }
    if kind.encoding == Some(Encoding::Ucs2) && decoded.octets.len() % 2 == 1 {
        return Err(TextError::OddOctets { offset: octets.len() - 1 });
    }
    let most = if is_septets { room(header, OCTETS) } else { OCTETS };
    if octets.len() > most {
        return Err(TextError::TooLong { offset: most });
    }
    Ok(decoded)
}

/// How many octets a short message or a binary body has at most, where so many are sent: more where each is a septet, of which
/// eight are packed into seven.
pub(crate) fn most_octets(octets: &[u8], data_coding: u8, esm_class: u8, sent: usize) -> usize {
    let coding = DataCoding::of_smpp(data_coding);
    if coding.compressed || !matches!(coding.alphabet, Alphabet::Gsm7 | Alphabet::Ascii) {
        return sent;
    }
    let has_header = esm_class & HEADER_INDICATOR != 0;
    let Ok((header, taken)) = (if has_header { UserDataHeader::parse(octets) } else { Ok(Default::default()) }) else {
        return sent;
    };
    if Kind::of(coding, &header).alphabet == Alphabet::Gsm7 { room(taken, sent) } else { sent }
}

/// How many octets have room in so many that are sent, where those behind the header are septets.
fn room(header: usize, sent: usize) -> usize {
    let left = sent.saturating_sub(header);
    header.min(sent).saturating_add(left.saturating_mul(8) / 7)
}

/// What a message is by its data coding and its header: `GSM-7 with Turkish locking shift, class 0 (flash)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// The alphabet, in which language elements have their say.
    alphabet: Alphabet,
    /// The encoding; nothing of what is not one of those that phones have.
    pub(super) encoding: Option<Encoding>,
    data_coding: DataCoding,
}

impl Kind {
    pub(super) fn of(data_coding: DataCoding, header: &UserDataHeader) -> Kind {
        let (locking, single) = (header.locking(), header.single());
        let alphabet = match data_coding.alphabet {
            Alphabet::Ascii if locking.or(single).is_some() => Alphabet::Gsm7,
            alphabet => alphabet,
        };
        let encoding = match alphabet {
            _ if data_coding.compressed => None,
            Alphabet::Gsm7 => Some(Encoding::Gsm7 { locking, single }),
            Alphabet::Ucs2 => Some(Encoding::Ucs2),
            _ => None,
        };
        Kind { alphabet, encoding, data_coding }
    }

    /// Whether messages are of one kind, however phones take them.
    pub(super) fn is_that_of(self, other: Kind) -> bool {
        let compressed = self.data_coding.compressed == other.data_coding.compressed;
        self.alphabet == other.alphabet && self.encoding == other.encoding && compressed
    }

    /// The text of such octets as the message has.
    pub(super) fn text(self, octets: &[u8]) -> Option<String> {
        if let Some(encoding) = self.encoding {
            return Some(decode(octets, encoding));
        }
        let highest = match self.alphabet {
            _ if self.data_coding.compressed => return None,
            Alphabet::Ascii => '\u{7F}',
            Alphabet::Latin1 => '\u{FF}',
            _ => return None,
        };
        let mut text = String::with_capacity(octets.len());
        for octet in octets {
            let character = char::from(*octet);
            text.push(if character <= highest { character } else { char::REPLACEMENT_CHARACTER });
        }
        Some(text)
    }

    /// What it is, and how long so many octets of it are: `GSM-7, class 0 (flash): 5 septets`.
    pub(super) fn say_with_size(self, octets: usize, sentence: &mut Sentence) {
        let (count, unit) = match self.encoding {
            Some(Encoding::Gsm7 { .. }) => (octets, Encoding::GSM7.unit()),
            Some(Encoding::Ucs2) if octets.is_multiple_of(2) => (octets / 2, Encoding::Ucs2.unit()),
            _ => (octets, "octet"),
        };
        sentence.of(&self).text(": ").counted(count, unit);
    }
}

impl Say for Kind {
    fn say(&self, sentence: &mut Sentence) {
        match &self.encoding {
            Some(encoding) => encoding.say(sentence),
            None => self.alphabet.say(sentence),
        }
        self.data_coding.say_details(sentence);
    }
}

impl Decoded {
    pub(super) fn kind(&self) -> Kind {
        Kind::of(self.data_coding, &self.header)
    }

    /// The encoding; nothing of what is not one of those that phones have.
    #[must_use]
    pub fn encoding(&self) -> Option<Encoding> {
        self.kind().encoding
    }

    /// What its `Display` prints.
    #[must_use]
    pub fn description(&self) -> String {
        self.said()
    }
}

/// One line: encoding, length, and what the header says.
impl Say for Decoded {
    fn say(&self, sentence: &mut Sentence) {
        self.kind().say_with_size(self.octets.len(), sentence);
        if !self.header.elements.is_empty() {
            sentence.text("; ").of(&self.header);
        }
    }
}

print_as_said!(Decoded);

#[cfg(test)]
mod tests;
