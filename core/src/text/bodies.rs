//! Texts and data as the bodies of binary messages.

use super::encoding::OCTETS;
use super::split::{Header, MOST_PARTS, Part, check_reference};
use super::{Concatenation, Encoding, Options, TextError, Way, split};

/// The data coding of 8-bit data.
const DATA: u8 = 4;

/// One binary message: what SMPP's `submit_sm` has, and Infobip's `binary`, which `infobip::Binary` is made from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Body {
    /// SMPP's `short_message`: the user data header, then one septet in each octet, UTF-16, or data.
    pub octets: Vec<u8>,
    /// SMPP's `data_coding`, which is also the data coding scheme of a TPDU (3GPP TS 23.038, 4): 0 for the GSM 7-bit alphabet, 8
    /// for UTF-16, 4 for data; 16 more to show it at once. No document of the vendor has those last ones, and gateways hand
    /// them through (inferred); Infobip's own way is `flash` of the message.
    pub data_coding: u8,
    /// SMPP's `esm_class`: 64 where there is a user data header.
    pub esm_class: u8,
}

impl From<&Part<'_>> for Body {
    fn from(part: &Part<'_>) -> Body {
        Body { octets: part.short_message(), data_coding: part.data_coding(), esm_class: part.esm_class() }
    }
}

/// A text as binary messages, cut as [`split`] cuts it.
///
/// ```
/// use smskernel::text::{Body, Language, Options, TextError, Way, binary_bodies, describe, reassemble};
///
/// let text = "Şişli'de görüşürüz, ".repeat(10);
/// let options = Options::default().languages(Language::Turkish);
/// let bodies = binary_bodies(&text, &options, Way::Gateway, 204)?;
/// let read = |body: &Body| describe(&body.octets, body.data_coding, body.esm_class);
/// let parts = bodies.iter().map(read).collect::<Result<Vec<_>, _>>()?;
/// assert_eq!(
///     parts[1].to_string(),
///     "GSM-7 with Turkish locking shift: 51 septets; part 2 of 2, reference 204; Turkish locking shift"
/// );
/// assert_eq!(reassemble(&parts)?.text, Some(text.clone()));
/// assert_eq!(
///     reassemble(&parts[1..]).unwrap_err().to_string(),
///     "of 2 parts these are missing: 1; give every part of the message"
/// );
/// # Ok::<(), TextError>(())
/// ```
///
/// In the GSM 7-bit alphabet each septet takes an octet here, so that a full message has up to 160 octets. Errors:
/// `reference_too_large`, `too_many_parts`.
pub fn binary_bodies(text: &str, options: &Options, way: Way, reference: u16) -> Result<Vec<Body>, TextError> {
    let split = split(text, options, way, reference)?;
    let mut bodies = Vec::with_capacity(split.len());
    for part in split.parts() {
        bodies.push(Body::from(&part));
    }
    Ok(bodies)
}

/// Data as binary messages: one where it fits, otherwise parts with concatenation headers, all but the last of them full.
///
/// Of the options the width of references, ports and flash have a meaning here. Errors: `reference_too_large`, `too_many_parts`.
pub fn octet_bodies(octets: &[u8], options: &Options, reference: u16) -> Result<Vec<Body>, TextError> {
    check_reference(options, reference)?;
    // A header without languages is as long as that of UTF-16.
    let room = |several| OCTETS - Encoding::Ucs2.header_octets(options, several);
    let (total, most) =
        if octets.len() <= room(false) { (1, room(false)) } else { (octets.len().div_ceil(room(true)), room(true)) };
    if total > MOST_PARTS {
        return Err(TextError::TooManyParts { parts: total });
    }
    let mut bodies = Vec::with_capacity(total);
    let mut rest = octets;
    for number in 1..=total {
        let (part, behind) = rest.split_at_checked(most).unwrap_or((rest, &[]));
        rest = behind;
        let header = Header::new(Concatenation::of(options, reference, total, number), options.ports, None);
        let mut octets = Vec::with_capacity(OCTETS);
        octets.extend_from_slice(header.as_slice());
        octets.extend_from_slice(part);
        bodies.push(Body { octets, data_coding: DATA | options.class_bits(), esm_class: header.esm_class() });
    }
    Ok(bodies)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use crate::text::{Language, Ports, Reference, describe};

    const PORTS: Ports = Ports { destination: 2948, source: 9200 };

    fn bodies(text: &str, options: &Options) -> Vec<Body> {
        binary_bodies(text, options, Way::Gateway, 7).unwrap()
    }

    #[test]
    fn texts_come_with_their_headers() {
        let told = bodies("ş", &Options::default().languages(Language::Turkish));
        assert_eq!(told, [Body { octets: vec![3, 0x25, 1, 1, 0x1D], data_coding: 0, esm_class: 64 }]);
        let told = bodies("Ω", &Options::default());
        assert_eq!(told, [Body { octets: vec![0x15], data_coding: 0, esm_class: 0 }]);
        let told = bodies("Hé€☺", &Options::default().flash(true));
        assert_eq!(
            told,
            [Body { octets: vec![0, 0x48, 0, 0xE9, 0x20, 0xAC, 0x26, 0x3A], data_coding: 24, esm_class: 0 }]
        );
        assert_eq!(bodies("a", &Options::default().flash(true))[0].data_coding, 16);
    }

    #[test]
    fn ports_stand_behind_the_concatenation_and_take_their_room() {
        let options = Options::default().ports(PORTS).reference(Reference::Bits16);
        let alone = bodies(&"a".repeat(152), &options);
        assert_eq!(alone[0].octets[..8], [6, 5, 4, 0x0B, 0x84, 0x23, 0xF0, b'a']);
        let several = bodies(&"a".repeat(153), &options);
        assert_eq!(several[0].octets[..14], [12, 8, 4, 0, 7, 2, 1, 5, 4, 0x0B, 0x84, 0x23, 0xF0, b'a']);
        assert_eq!([several[0].octets.len(), several[1].octets.len()], [13 + 145, 13 + 8]);
        // Every element there is: 19 octets, and 121 for 138 septets.
        let all = options.languages(Language::Bengali);
        let full = bodies(&format!("{}০", "অ".repeat(200)), &all);
        let header = [18, 8, 4, 0, 7, 2, 1, 5, 4, 0x0B, 0x84, 0x23, 0xF0, 0x25, 1, 4, 0x24, 1, 4];
        assert_eq!((&full[0].octets[..19], full[0].octets.len()), (&header[..], 19 + 138));
    }

    #[test]
    fn data_is_cut_by_octets() {
        let plain = Options::default();
        let sizes = |length: usize, options: &Options| {
            let data = vec![0x5A; length];
            octet_bodies(&data, options, 7)
                .map(|bodies| bodies.iter().map(|body| body.octets.len()).collect::<Vec<_>>())
        };
        assert_eq!(sizes(0, &plain), Ok(vec![0]));
        assert_eq!(sizes(140, &plain), Ok(vec![140]));
        assert_eq!(sizes(141, &plain), Ok(vec![140, 6 + 7]));
        assert_eq!(sizes(268, &plain), Ok(vec![140, 140]));
        assert_eq!(sizes(267, &plain.reference(Reference::Bits16)), Ok(vec![140, 140, 7 + 1]));
        assert_eq!(sizes(133, &plain.ports(PORTS)), Ok(vec![140]));
        assert_eq!(sizes(134, &plain.ports(PORTS)), Ok(vec![140, 12 + 6]));
        assert_eq!(sizes(255 * 134, &plain).map(|sizes| sizes.len()), Ok(255));
        let error = sizes(255 * 134 + 1, &plain).unwrap_err().to_string();
        assert_eq!(error, "it would have 256 parts, and a message has 255 at most; send it as several messages");
        let first = &octet_bodies(&[1; 200], &plain.flash(true), 0xCC).unwrap()[0];
        assert_eq!((&first.octets[..7], first.data_coding, first.esm_class), (&[5, 0, 3, 0xCC, 2, 1, 1][..], 20, 64));
        let error = octet_bodies(&[], &plain, 256).unwrap_err().to_string();
        assert_eq!(error, "the reference 256 is over 255; give a smaller one, or allow references of 16 bits");
    }

    #[test]
    fn bodies_describe_themselves() {
        let told = |body: &Body| describe(&body.octets, body.data_coding, body.esm_class).unwrap().to_string();
        let parts = bodies(&"ş".repeat(160), &Options::default().languages(Language::Turkish).flash(true));
        assert_eq!(
            told(&parts[1]),
            "GSM-7 with Turkish locking shift, class 0 (flash): 11 septets; part 2 of 2, reference 7; Turkish locking shift"
        );
        let data = octet_bodies(&[1], &Options::default().ports(PORTS), 7).unwrap();
        assert_eq!(told(&data[0]), "8-bit data: 1 octet; to port 2948 from 9200");
    }
}
