//! Encodings, and how much of a text fits a part.

use super::{Language, Options, Reference};
use crate::sentence::{Say, Sentence, print_as_said};

/// Octets that a short message carries (3GPP TS 23.040, 9.2.3.24).
pub(super) const OCTETS: usize = 140;

/// How a text is written into octets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// The GSM 7-bit alphabet, with national language tables where these are named.
    Gsm7 {
        /// The language whose table is in the place of the default alphabet.
        locking: Option<Language>,
        /// The language whose table is in the place of the extension table.
        single: Option<Language>,
    },
    /// UTF-16, high octet first; the documents say UCS-2.
    Ucs2,
}

impl Encoding {
    /// GSM 7-bit with the default alphabet and its extension table.
    pub const GSM7: Encoding = Encoding::Gsm7 { locking: None, single: None };

    /// `gsm7` or `ucs2`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Encoding::Gsm7 { .. } => "gsm7",
            Encoding::Ucs2 => "ucs2",
        }
    }

    /// The language whose locking shift table is used.
    #[must_use]
    pub fn locking(self) -> Option<Language> {
        match self {
            Encoding::Gsm7 { locking, .. } => locking,
            Encoding::Ucs2 => None,
        }
    }

    /// The language whose single shift table is used.
    #[must_use]
    pub fn single(self) -> Option<Language> {
        match self {
            Encoding::Gsm7 { single, .. } => single,
            Encoding::Ucs2 => None,
        }
    }

    /// What a part is measured in.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Encoding::Gsm7 { .. } => "septet",
            Encoding::Ucs2 => "UTF-16 code unit",
        }
    }

    /// The data coding scheme (3GPP TS 23.038, 4), which SMPP and Infobip's binary bodies call data coding: 0 or 8.
    #[must_use]
    pub fn data_coding(self) -> u8 {
        match self {
            Encoding::Gsm7 { .. } => 0,
            Encoding::Ucs2 => 8,
        }
    }

    /// Octets of the user data header of a message alone, or of one of several, its length octet with them; 0 where there is
    /// none.
    pub(super) fn header_octets(self, options: &Options, concatenated: bool) -> usize {
        let elements = match options.reference {
            _ if !concatenated => 0,
            Reference::Bits8 => 5,
            Reference::Bits16 => 6,
        } + options.ports.map_or(0, |_| 6)
            + [self.locking(), self.single()].into_iter().flatten().count() * 3;
        if elements == 0 { 0 } else { elements + 1 }
    }

    /// How many units a message alone holds, or one of several.
    pub(super) fn budget(self, options: &Options, concatenated: bool) -> usize {
        let octets = OCTETS - self.header_octets(options, concatenated);
        match self {
            Encoding::Gsm7 { .. } => octets * 8 / 7,
            Encoding::Ucs2 => octets / 2,
        }
    }
}

impl Say for Encoding {
    fn say(&self, sentence: &mut Sentence) {
        let Encoding::Gsm7 { locking, single } = self else {
            sentence.text("UCS-2");
            return;
        };
        sentence.text("GSM-7");
        if let Some(locking) = locking {
            sentence.text(" with ").text(locking.name());
            sentence.text(if single == &Some(*locking) { " locking and single shift" } else { " locking shift" });
        }
        if let Some(single) = single.filter(|single| locking != &Some(*single)) {
            sentence.text(if locking.is_some() { " and " } else { " with " }).text(single.name()).text(" single shift");
        }
    }
}

print_as_said!(Encoding);

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use crate::text::Ports;

    #[test]
    fn budgets_are_those_of_the_documents() {
        let one = Encoding::Gsm7 { locking: None, single: Some(Language::Spanish) };
        let two = Encoding::Gsm7 { locking: Some(Language::Turkish), single: Some(Language::Turkish) };
        let narrow = Options::default();
        let wide = narrow.reference(Reference::Bits16);
        let budgets = |encoding: Encoding| {
            [(narrow, false), (narrow, true), (wide, true)]
                .map(|(options, concatenated)| encoding.budget(&options, concatenated))
        };
        assert_eq!(budgets(Encoding::GSM7), [160, 153, 152]);
        assert_eq!(budgets(one), [155, 149, 148]);
        assert_eq!(budgets(two), [152, 146, 145]);
        assert_eq!(budgets(Encoding::Ucs2), [70, 67, 66]);
        // Ports take six octets, and one for the length of the header if nothing else is in it.
        let ports = wide.ports(Ports { destination: 2948, source: 9200 });
        let with_ports = |encoding: Encoding| [false, true].map(|several| encoding.budget(&ports, several));
        assert_eq!(with_ports(Encoding::GSM7), [152, 145]);
        assert_eq!(with_ports(two), [145, 138]);
        assert_eq!(with_ports(Encoding::Ucs2), [66, 63]);
    }

    #[test]
    fn encodings_print_their_tables() {
        let (tr, pt) = (Some(Language::Turkish), Some(Language::Portuguese));
        let shown = |locking, single| Encoding::Gsm7 { locking, single }.to_string();
        assert_eq!(Encoding::Ucs2.to_string(), "UCS-2");
        assert_eq!(shown(None, None), "GSM-7");
        assert_eq!(shown(tr, None), "GSM-7 with Turkish locking shift");
        assert_eq!(shown(None, pt), "GSM-7 with Portuguese single shift");
        assert_eq!(shown(tr, tr), "GSM-7 with Turkish locking and single shift");
        assert_eq!(shown(tr, pt), "GSM-7 with Turkish locking shift and Portuguese single shift");
    }
}
