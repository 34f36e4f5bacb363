//! A text as the parts that are sent, with their headers and octets.

use std::borrow::Cow;
use std::ops::Range;

use super::count::{count_as_is, fill, units_of};
use super::graphemes::Graphemes;
use super::header::{CONCATENATION_8, CONCATENATION_16, HEADER_INDICATOR, LOCKING_SHIFT, SINGLE_SHIFT};
use super::septets::{pack_behind, push_units};
use super::{Concatenation, Encoding, Language, Options, Ports, Reference, TextError};

/// Where a text may be cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Way {
    /// As gateways cut it: each part is filled up, but for an escape and its character, or the halves of a surrogate pair.
    #[default]
    Gateway,
    /// Between what a reader sees as one character (Unicode's extended grapheme clusters): flags, families of emoji,
    /// combining marks and conjuncts stay whole where they fit a part. This can take more parts.
    Graphemes,
}

impl Way {
    /// The choice of that name: `gateway` or `graphemes`.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Way> {
        match text {
            "gateway" => Some(Way::Gateway),
            "graphemes" => Some(Way::Graphemes),
            _ => None,
        }
    }
}

/// The most parts of a message.
pub(super) const MOST_PARTS: usize = 255;

/// A text cut into parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split<'t> {
    text: Cow<'t, str>,
    encoding: Encoding,
    options: Options,
    reference: u16,
    /// Where each part ends, and its units.
    cuts: Vec<(usize, usize)>,
}

/// Cuts a text into parts, in the encoding that [`count`](super::count) finds.
///
/// `reference` is what the parts of one message have in common: a number that the messages sent to one phone before and after
/// do not have. It does not matter where there is one part. Errors: `reference_too_large`, `too_many_parts`.
pub fn split<'t>(text: &'t str, options: &Options, way: Way, reference: u16) -> Result<Split<'t>, TextError> {
    check_reference(options, reference)?;
    let text = options.applied(text).text;
    let cost = count_as_is(&text, options);
    let encoding = cost.encoding;
    let mut cuts = Vec::new();
    if cost.parts == 1 {
        cuts.push((text.len(), cost.units));
    } else {
        let budget = encoding.budget(options, true);
        let mut graphemes = Graphemes::default();
        let mut start = 0;
        while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
            let (mut length, mut units) = fill(rest, encoding, budget);
            if way == Way::Graphemes {
                // What is longer than a part is cut as gateways cut it.
                let whole = graphemes.last_boundary(&text, start, start + length).map_or(length, |end| end - start);
                units -=
                    rest.get(whole..length).unwrap_or_default().chars().map(|c| units_of(c, encoding)).sum::<usize>();
                length = whole;
            }
            start += length;
            cuts.push((start, units));
        }
    }
    if cuts.len() > MOST_PARTS {
        return Err(TextError::TooManyParts { parts: cuts.len() });
    }
    Ok(Split { text, encoding, options: *options, reference, cuts })
}

pub(super) fn check_reference(options: &Options, reference: u16) -> Result<(), TextError> {
    match options.reference {
        Reference::Bits8 if reference > 255 => Err(TextError::ReferenceTooLarge { reference }),
        _ => Ok(()),
    }
}

impl Split<'_> {
    /// The encoding of all parts.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The text that the parts make, which is the one given but for what was transliterated.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many parts there are; at least one.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "it never is")]
    pub fn len(&self) -> usize {
        self.cuts.len()
    }

    /// The part at an index.
    #[must_use]
    pub fn part(&self, index: usize) -> Option<Part<'_>> {
        (index < self.len()).then(|| self.part_at(index))
    }

    /// The same where there is one.
    fn part_at(&self, index: usize) -> Part<'_> {
        let cut = |index: Option<usize>| index.and_then(|index| self.cuts.get(index)).copied().unwrap_or_default();
        let (start, _) = cut(index.checked_sub(1));
        let (end, units) = cut(Some(index));
        let concatenation = Concatenation::of(&self.options, self.reference, self.len(), index + 1);
        Part {
            text: self.text.get(start..end).unwrap_or_default(),
            range: start..end,
            units,
            encoding: self.encoding,
            data_coding: self.encoding.data_coding() | self.options.class_bits(),
            header: Header::new(concatenation, self.options.ports, Some(self.encoding)),
        }
    }

    /// The parts in their order.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = Part<'_>> {
        (0..self.len()).map(|index| self.part_at(index))
    }
}

impl Concatenation {
    /// What the header of a part says, one of 255 at most; nothing where it is the only one.
    pub(super) fn of(options: &Options, reference: u16, total: usize, sequence: usize) -> Option<Concatenation> {
        let [total, sequence] = [total, sequence].map(|number| number.to_le_bytes()[0]);
        (total > 1).then_some(Concatenation { reference, width: options.reference, total, sequence })
    }
}

/// A user data header, its length octet first. The elements come in this order: concatenation, ports, languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    octets: [u8; 19],
    length: usize,
}

impl Header {
    pub(super) fn new(part: Option<Concatenation>, ports: Option<Ports>, encoding: Option<Encoding>) -> Header {
        let mut header = Header::default();
        if let Some(Concatenation { reference, width, total, sequence }) = part {
            let [high, low] = reference.to_be_bytes();
            match width {
                Reference::Bits8 => header.push(&[CONCATENATION_8, 3, low, total, sequence]),
                Reference::Bits16 => header.push(&[CONCATENATION_16, 4, high, low, total, sequence]),
            }
        }
        if let Some(ports) = ports {
            header.push(&ports.element());
        }
        let [locking, single] = encoding.map_or([None, None], |encoding| [encoding.locking(), encoding.single()]);
        for (element, language) in [(LOCKING_SHIFT, locking), (SINGLE_SHIFT, single)] {
            if let Some(language) = language.map(Language::number) {
                header.push(&[element, 1, language]);
            }
        }
        header
    }

    /// Adds an information element.
    fn push(&mut self, element: &[u8]) {
        let start = self.length.max(1);
        for (slot, octet) in self.octets.iter_mut().skip(start).zip(element) {
            *slot = *octet;
        }
        self.length = start + element.len();
        self.octets[0] = (self.length - 1).to_le_bytes()[0];
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        self.octets.get(..self.length).unwrap_or_default()
    }

    pub(super) fn esm_class(&self) -> u8 {
        if self.length > 0 { HEADER_INDICATOR } else { 0 }
    }
}

/// One short message of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'s> {
    text: &'s str,
    range: Range<usize>,
    units: usize,
    encoding: Encoding,
    data_coding: u8,
    header: Header,
}

impl<'s> Part<'s> {
    /// Its text.
    #[must_use]
    pub fn text(&self) -> &'s str {
        self.text
    }

    /// Where it stands in [`Split::text`], in bytes.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Septets or UTF-16 code units of its text.
    #[must_use]
    pub fn units(&self) -> usize {
        self.units
    }

    /// Its encoding, which is that of all parts.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The user data header, its length octet first; empty where there is none.
    #[must_use]
    pub fn header(&self) -> &[u8] {
        self.header.as_slice()
    }

    /// The user data of a TPDU: the header, then packed septets with fill bits, or UTF-16. 140 octets at most.
    #[must_use]
    pub fn user_data(&self) -> Vec<u8> {
        let mut octets = self.short_message();
        if self.encoding != Encoding::Ucs2 {
            pack_behind(self.header.length, &mut octets);
        }
        octets
    }

    /// The length of the user data as a TPDU tells it: in septets, those of the header with its fill bits among them, or in
    /// octets.
    #[must_use]
    pub fn user_data_length(&self) -> usize {
        match self.encoding {
            Encoding::Gsm7 { .. } => (self.header.length * 8).div_ceil(7) + self.units,
            Encoding::Ucs2 => self.header.length + self.units * 2,
        }
    }

    /// The short message of SMPP, and the octets of a binary body: the header, then one septet in each octet, or UTF-16.
    #[must_use]
    pub fn short_message(&self) -> Vec<u8> {
        let mut octets = Vec::with_capacity(self.header.length + self.units * 2 + 1);
        octets.extend_from_slice(self.header());
        // The encoding was chosen for having every character of the text.
        let _ = push_units(self.text, self.encoding, &mut octets);
        octets
    }

    /// The data coding, of TPDUs and of SMPP: that of the encoding, with the bits of class 0 where it is to be shown at once.
    #[must_use]
    pub fn data_coding(&self) -> u8 {
        self.data_coding
    }

    /// SMPP's `esm_class`: 64 where there is a header.
    #[must_use]
    pub fn esm_class(&self) -> u8 {
        self.header.esm_class()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;

    fn texts(text: &str, options: &Options, way: Way) -> Vec<String> {
        split(text, options, way, 7).unwrap().parts().map(|part| part.text().to_owned()).collect()
    }

    #[test]
    fn headers_come_in_their_order() {
        let options = Options::default().languages(Language::Turkish).reference(Reference::Bits16);
        let text = format!("{}ş€ğ", "ı".repeat(154));
        let split = split(&text, &options, Way::Gateway, 0x1234).unwrap();
        let headers: Vec<Vec<u8>> = split.parts().map(|part| part.header().to_vec()).collect();
        assert_eq!(headers, [[9, 8, 4, 0x12, 0x34, 2, 1, 0x25, 1, 1], [9, 8, 4, 0x12, 0x34, 2, 2, 0x25, 1, 1]]);
        assert!(split.parts().all(|part| part.esm_class() == 64 && part.user_data().len() <= 140));
    }

    #[test]
    fn pairs_stay_together_and_visible_characters_too_where_asked() {
        let plain = Options::default();
        let text = format!("{}€{}", "a".repeat(152), "b".repeat(20));
        assert_eq!(texts(&text, &plain, Way::Gateway)[0].len(), 152);
        let family = "👨‍👩‍👧‍👦";
        let text = format!("{}{family}{}", "я".repeat(60), "я".repeat(60));
        assert!(texts(&text, &plain, Way::Gateway)[0].ends_with('\u{200D}'));
        assert_eq!(texts(&text, &plain, Way::Graphemes)[0], "я".repeat(60));
        assert_eq!(texts(&text, &plain, Way::Graphemes).concat(), text);
        // What fits no part is cut as gateways cut it.
        let marks = format!("e{}", "\u{301}".repeat(200));
        assert_eq!(texts(&marks, &plain, Way::Graphemes), texts(&marks, &plain, Way::Gateway));
    }

    #[test]
    fn what_cannot_be_sent_is_refused() {
        let told = |length: usize, reference: u16| {
            split(&"a".repeat(length), &Options::default(), Way::Gateway, reference)
                .map(|split| split.len())
                .map_err(|error| error.to_string())
        };
        assert_eq!(told(255 * 153, 255), Ok(255));
        let long = "it would have 256 parts, and a message has 255 at most; send it as several messages";
        assert_eq!(told(255 * 153 + 1, 0), Err(long.to_owned()));
        let wide = "the reference 256 is over 255; give a smaller one, or allow references of 16 bits";
        assert_eq!(told(1, 256), Err(wide.to_owned()));
    }
}
