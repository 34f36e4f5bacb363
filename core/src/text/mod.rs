//! What a text costs as short messages, how it is cut into parts, and what its octets are.
//!
//! ```
//! use smskernel::text::{Encoding, Language, Options, segments};
//!
//! let told = segments("It’s 5 o’clock", &Options::default());
//! assert_eq!((told.cost.encoding, told.cost.parts), (Encoding::Ucs2, 1));
//! let culprit = &told.culprits()[0];
//! assert_eq!((culprit.character, culprit.replacement), ('’', Some("'")));
//!
//! let turkish = Options::default().languages(Language::Turkish);
//! assert_eq!(segments("Şişli'de görüşürüz", &turkish).cost.encoding.to_string(), "GSM-7 with Turkish locking shift");
//! ```
//!
//! Documented: 3GPP TS 23.038 (alphabets, language tables, data coding) and 23.040 (parts, user data headers). What a
//! gateway makes of a text is its own affair, so that every count is an estimate: by the documents' rules, cut as gateways cut.
//!
//! Positions are bytes of the text.

mod bodies;
mod count;
mod data_coding;
mod decoded;
mod encoding;
mod error;
mod graphemes;
pub(crate) mod header;
mod language;
mod reassemble;
mod segments;
mod septets;
mod split;
mod tables;
mod transliterate;
pub mod words;

pub use bodies::{Body, binary_bodies, octet_bodies};
use std::borrow::Cow;

pub(crate) use count::is_gsm7;
pub use count::{Cost, count};
pub use data_coding::{Alphabet, DataCoding, Waiting};
pub(crate) use decoded::most_octets;
pub use decoded::{Decoded, Septets, decode_part, describe};
pub use encoding::Encoding;
pub use error::TextError;
pub use header::{Concatenation, Element, Ports, UserDataHeader};
pub use language::{Language, Languages};
pub use reassemble::{Whole, reassemble};
pub use segments::{Culprit, Reason, Segments, segments};
pub use septets::{decode, encode, pack, unpack};
pub use split::{Part, Split, Way, split};
pub use transliterate::{Replacement, Scheme, Transliterated, suggestion, transliterate};

/// Which national language tables may be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shifts {
    /// Locking shift tables, single shift tables, or both.
    #[default]
    Both,
    /// Single shift tables only.
    Single,
    /// Locking shift tables only.
    Locking,
}

impl Shifts {
    /// The choice of that name: `both`, `single` or `locking`.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Shifts> {
        match text {
            "both" => Some(Shifts::Both),
            "single" => Some(Shifts::Single),
            "locking" => Some(Shifts::Locking),
            _ => None,
        }
    }

    /// `both`, `single` or `locking`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Shifts::Both => "both",
            Shifts::Single => "single",
            Shifts::Locking => "locking",
        }
    }
}

/// How wide the number is that the parts of a message have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reference {
    /// One octet (information element 0x00). What gateways use.
    #[default]
    Bits8,
    /// Two octets (information element 0x08). A part holds one character less.
    Bits16,
}

impl Reference {
    /// How many bits: 8 or 16.
    #[must_use]
    pub fn bits(self) -> u8 {
        match self {
            Reference::Bits8 => 8,
            Reference::Bits16 => 16,
        }
    }

    /// The choice of so many bits: 8 or 16.
    #[must_use]
    pub fn from_bits(bits: u64) -> Option<Reference> {
        match bits {
            8 => Some(Reference::Bits8),
            16 => Some(Reference::Bits16),
            _ => None,
        }
    }
}

/// What may be done to send a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The languages whose tables may be used. None by default: a gateway uses them when it is told to.
    pub languages: Languages,
    /// Which of their tables.
    pub shifts: Shifts,
    /// How wide the references of parts are.
    pub reference: Reference,
    /// How characters are replaced before anything else; not at all by default.
    pub transliteration: Option<Scheme>,
    /// Application ports, which take room in every header; none by default.
    pub ports: Option<Ports>,
    /// Whether phones show it at once and do not keep it (message class 0). Not by default.
    pub flash: bool,
}

impl Options {
    /// The same with the tables of those languages.
    pub fn languages(mut self, languages: impl Into<Languages>) -> Options {
        self.languages = languages.into();
        self
    }

    /// The same with such tables only.
    pub fn shifts(mut self, shifts: Shifts) -> Options {
        self.shifts = shifts;
        self
    }

    /// The same with references that wide.
    pub fn reference(mut self, reference: Reference) -> Options {
        self.reference = reference;
        self
    }

    /// The same with characters replaced by that scheme.
    pub fn transliteration(mut self, scheme: Scheme) -> Options {
        self.transliteration = Some(scheme);
        self
    }

    /// The same, for the program that listens on a port.
    pub fn ports(mut self, ports: Ports) -> Options {
        self.ports = Some(ports);
        self
    }

    /// The same, shown at once or not.
    pub fn flash(mut self, flash: bool) -> Options {
        self.flash = flash;
        self
    }

    /// The tables that it allows, the default ones among them. Spanish has no locking shift table.
    fn tables(&self) -> tables::Tables {
        let all = self.languages.bits() | 1;
        tables::Tables {
            locking: if self.shifts == Shifts::Single { 1 } else { all & !Languages::from(Language::Spanish).bits() },
            single: if self.shifts == Shifts::Locking { 1 } else { all },
        }
    }

    /// What is added to a data coding.
    fn class_bits(&self) -> u8 {
        if self.flash { data_coding::FLASH } else { 0 }
    }

    /// A text as it is counted and sent: transliterated, where that is asked for.
    pub(crate) fn applied<'t>(&self, text: &'t str) -> Transliterated<'t> {
        match self.transliteration {
            Some(scheme) => transliterate(text, scheme),
            None => Transliterated { text: Cow::Borrowed(text), replaced: Vec::new() },
        }
    }
}
