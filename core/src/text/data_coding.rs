//! What a data coding says: the alphabet of a message, and how a phone takes it.

use crate::sentence::{Say, Sentence, print_as_said};

/// What the octets of a message are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Alphabet {
    /// The GSM 7-bit alphabet.
    Gsm7,
    /// UTF-16, high octet first; the documents say UCS-2.
    Ucs2,
    /// Data, and no text.
    Octets,
    /// ASCII, which SMPP calls IA5.
    Ascii,
    /// ISO 8859-1.
    Latin1,
    /// JIS X 0208. This and what follows is told, and not decoded.
    Jis,
    /// ISO 8859-5. The vendor's own samples have UTF-8 there, so that nobody can tell what it is.
    Cyrillic,
    /// ISO 8859-8. The same.
    Hebrew,
    /// Pictograms.
    Pictograms,
    /// ISO 2022-JP, for music codes.
    Iso2022Jp,
    /// JIS X 0212.
    ExtendedKanji,
    /// KS C 5601.
    Korean,
    /// A value that SMPP reserves.
    Reserved,
}

impl Alphabet {
    /// Its name in snake case, such as `gsm7`, `ucs2`, `octets`, `latin1`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.words().0
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Alphabet::Gsm7 => ("gsm7", "GSM-7"),
            Alphabet::Ucs2 => ("ucs2", "UCS-2"),
            Alphabet::Octets => ("octets", "8-bit data"),
            Alphabet::Ascii => ("ascii", "ASCII"),
            Alphabet::Latin1 => ("latin1", "ISO 8859-1 (Latin-1)"),
            Alphabet::Jis => ("jis", "JIS X 0208"),
            Alphabet::Cyrillic => ("cyrillic", "ISO 8859-5 (Cyrillic)"),
            Alphabet::Hebrew => ("hebrew", "ISO 8859-8 (Latin/Hebrew)"),
            Alphabet::Pictograms => ("pictograms", "pictograms"),
            Alphabet::Iso2022Jp => ("iso_2022_jp", "ISO 2022-JP"),
            Alphabet::ExtendedKanji => ("extended_kanji", "JIS X 0212"),
            Alphabet::Korean => ("korean", "KS C 5601"),
            Alphabet::Reserved => ("reserved", "a reserved alphabet"),
        }
    }
}

impl Say for Alphabet {
    fn say(&self, sentence: &mut Sentence) {
        sentence.text(self.words().1);
    }
}

/// That messages of some kind wait for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Waiting {
    /// `voicemail`, `fax`, `email`, or `other` messages.
    pub kind: &'static str,
    /// Whether there are any; otherwise the sign for them goes out.
    pub active: bool,
    /// Whether the phone keeps the message; otherwise it may throw it away and show the sign alone.
    pub stored: bool,
}

/// The bits of a data coding scheme that say: class 0, shown at once and not kept (3GPP TS 23.038, 4).
pub(super) const FLASH: u8 = 0x10;

/// What a data coding says.
///
/// SMPP and the data coding schemes of TPDUs (3GPP TS 23.038, 4) agree on 0, 4 and 8 and not on the other values below 16, so
/// that each has its own reading. Infobip's `dataCoding` is SMPP's: its documents have 0, 1, 4, 8 and 0xF5 (documented), its
/// samples 6 and 7. SMPP reserves most values from 16 on, and gateways hand them through (inferred), so that they are read as
/// 3GPP TS 23.038 says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DataCoding {
    /// The value itself.
    pub octet: u8,
    /// What the octets are.
    pub alphabet: Alphabet,
    /// Whether they are compressed (3GPP TS 23.042), which is not undone here.
    pub compressed: bool,
    /// The message class: 0 is shown at once (flash), 1 is for the phone, 2 for the SIM, 3 for what hangs on the phone.
    pub class: Option<u8>,
    /// That messages wait.
    pub waiting: Option<Waiting>,
    /// Whether the value is reserved. Receivers of TPDUs take such a one for 0.
    pub reserved: bool,
}

impl DataCoding {
    fn plain(octet: u8, alphabet: Alphabet) -> DataCoding {
        DataCoding { octet, alphabet, compressed: false, class: None, waiting: None, reserved: false }
    }

    /// The `data_coding` of SMPP (3.4, 5.2.19), which Infobip's binary bodies have, too.
    #[must_use]
    pub fn of_smpp(octet: u8) -> DataCoding {
        let alphabet = match octet {
            0 => Alphabet::Gsm7,
            1 => Alphabet::Ascii,
            2 | 4 => Alphabet::Octets,
            3 => Alphabet::Latin1,
            5 => Alphabet::Jis,
            6 => Alphabet::Cyrillic,
            7 => Alphabet::Hebrew,
            8 => Alphabet::Ucs2,
            9 => Alphabet::Pictograms,
            10 => Alphabet::Iso2022Jp,
            13 => Alphabet::ExtendedKanji,
            14 => Alphabet::Korean,
            11 | 12 | 15 => Alphabet::Reserved,
            _ => return DataCoding::of_tpdu(octet),
        };
        DataCoding { reserved: alphabet == Alphabet::Reserved, ..DataCoding::plain(octet, alphabet) }
    }

    /// The TP-DCS of a TPDU (3GPP TS 23.038, 4).
    #[must_use]
    pub fn of_tpdu(octet: u8) -> DataCoding {
        let class = Some(octet & 3);
        match octet >> 4 {
            // The general groups, and those of messages that are deleted once they were read.
            0..=7 => {
                let (alphabet, reserved) = match octet >> 2 & 3 {
                    0 => (Alphabet::Gsm7, false),
                    1 => (Alphabet::Octets, false),
                    2 => (Alphabet::Ucs2, false),
                    _ => (Alphabet::Gsm7, true),
                };
                DataCoding {
                    compressed: octet & 0x20 != 0,
                    class: class.filter(|_| octet & 0x10 != 0),
                    reserved,
                    ..DataCoding::plain(octet, alphabet)
                }
            }
            group @ 0xC..=0xE => {
                let kind = match octet & 3 {
                    0 => "voicemail",
                    1 => "fax",
                    2 => "email",
                    _ => "other",
                };
                let alphabet = if group == 0xE { Alphabet::Ucs2 } else { Alphabet::Gsm7 };
                let waiting = Some(Waiting { kind, active: octet & 8 != 0, stored: group != 0xC });
                DataCoding { waiting, ..DataCoding::plain(octet, alphabet) }
            }
            0xF => {
                let alphabet = if octet & 4 == 0 { Alphabet::Gsm7 } else { Alphabet::Octets };
                DataCoding { class, ..DataCoding::plain(octet, alphabet) }
            }
            _ => DataCoding { reserved: true, ..DataCoding::plain(octet, Alphabet::Gsm7) },
        }
    }

    /// Whether a TPDU packs it as septets.
    pub(super) fn is_septets(self) -> bool {
        self.alphabet == Alphabet::Gsm7 && !self.compressed
    }

    /// Says what it says beside the alphabet.
    pub(super) fn say_details(self, sentence: &mut Sentence) {
        if self.reserved {
            sentence.text(", by a reserved data coding");
        }
        if self.compressed {
            sentence.text(", compressed");
        }
        if let Some(class) = self.class {
            sentence.text(", class ").number(class.into()).text(if class == 0 { " (flash)" } else { "" });
        }
        if let Some(Waiting { kind, active, .. }) = self.waiting {
            sentence.text(if active { ", " } else { ", no " }).text(kind).text(" waiting");
        }
    }
}

/// `UCS-2, class 0 (flash)`.
impl Say for DataCoding {
    fn say(&self, sentence: &mut Sentence) {
        self.say_details(sentence.of(&self.alphabet));
    }
}

print_as_said!(Alphabet, DataCoding);

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn values_of_smpp_are_its_own() {
        let words = [
            "GSM-7",
            "ASCII",
            "8-bit data",
            "ISO 8859-1 (Latin-1)",
            "8-bit data",
            "JIS X 0208",
            "ISO 8859-5 (Cyrillic)",
            "ISO 8859-8 (Latin/Hebrew)",
            "UCS-2",
            "pictograms",
            "ISO 2022-JP",
            "a reserved alphabet, by a reserved data coding",
            "a reserved alphabet, by a reserved data coding",
            "JIS X 0212",
            "KS C 5601",
            "a reserved alphabet, by a reserved data coding",
        ];
        for (octet, words) in (0..).zip(words) {
            assert_eq!(DataCoding::of_smpp(octet).to_string(), words, "{octet}");
        }
        for octet in 16..=255 {
            assert_eq!(DataCoding::of_smpp(octet), DataCoding::of_tpdu(octet));
        }
    }

    #[test]
    fn schemes_of_tpdus_are_read_by_their_groups() {
        let cases = [
            (0x00, "GSM-7"),
            // Without their bit, class bits say nothing.
            (0x03, "GSM-7"),
            (0x04, "8-bit data"),
            (0x08, "UCS-2"),
            (0x0C, "GSM-7, by a reserved data coding"),
            (0x10, "GSM-7, class 0 (flash)"),
            (0x14, "8-bit data, class 0 (flash)"),
            (0x18, "UCS-2, class 0 (flash)"),
            (0x19, "UCS-2, class 1"),
            (0x32, "GSM-7, compressed, class 2"),
            (0x53, "GSM-7, class 3"),
            (0x80, "GSM-7, by a reserved data coding"),
            (0xB8, "GSM-7, by a reserved data coding"),
            (0xC8, "GSM-7, voicemail waiting"),
            (0xD1, "GSM-7, no fax waiting"),
            (0xEA, "UCS-2, email waiting"),
            (0xDB, "GSM-7, other waiting"),
            (0xF0, "GSM-7, class 0 (flash)"),
            (0xF5, "8-bit data, class 1"),
        ];
        for (octet, words) in cases {
            assert_eq!(DataCoding::of_tpdu(octet).to_string(), words, "{octet:#x}");
        }
        let stored = |octet| DataCoding::of_tpdu(octet).waiting.map(|waiting| waiting.stored);
        assert_eq!(
            [stored(0xC8), stored(0xD8), stored(0xE8), stored(0xF8)],
            [Some(false), Some(true), Some(true), None]
        );
    }
}
