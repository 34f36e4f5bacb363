//! Reading what was sent, and what nobody would send.

use proptest::collection::vec;
use proptest::prelude::*;
use smskernel::text::{
    Concatenation, DataCoding, Decoded, Element, Language, Options, Ports, Reference, Septets, TextError,
    UserDataHeader, Way, binary_bodies, decode_part, describe, octet_bodies, reassemble, split,
};

use crate::more_models::header;
use crate::text::cases;

fn ports() -> impl Strategy<Value = Ports> {
    any::<(u16, u16)>().prop_map(|(destination, source)| Ports { destination, source })
}

/// A text, how it may be sent, and a reference.
fn messages() -> impl Strategy<Value = (String, Options, Way, u16)> {
    (cases(), prop::option::of(ports()), any::<(bool, bool, u16)>()).prop_map(
        |((text, options), ports, (flash, by_graphemes, reference))| {
            let options = match ports {
                Some(ports) => options.ports(ports).flash(flash),
                None => options.flash(flash),
            };
            let way = if by_graphemes { Way::Graphemes } else { Way::Gateway };
            (text, options, way, if options.reference == Reference::Bits8 { reference & 0xFF } else { reference })
        },
    )
}

/// Elements as they are written, so that they come back as themselves.
fn element() -> impl Strategy<Value = Element> {
    let part = (any::<u16>(), any::<bool>(), 1..=255_u8, any::<u8>()).prop_map(|(reference, wide, total, seed)| {
        let (width, reference) =
            if wide { (Reference::Bits16, reference) } else { (Reference::Bits8, reference & 0xFF) };
        Element::Concatenation(Concatenation { reference, width, total, sequence: seed % total + 1 })
    });
    let other = (any::<u8>(), vec(any::<u8>(), 0..12))
        .prop_filter("of its own kind", |(identifier, data)| {
            !matches!((identifier, data.len()), (0, 3) | (4, 2) | (5 | 8, 4) | (0x24 | 0x25, 1))
        })
        .prop_map(|(identifier, data)| Element::Other { identifier, data });
    prop_oneof![
        part,
        any::<(u8, u8)>().prop_map(|(destination, source)| Element::Ports8 { destination, source }),
        ports().prop_map(Element::Ports16),
        any::<u8>().prop_map(Element::LockingShift),
        any::<u8>().prop_map(Element::SingleShift),
        other,
    ]
}

/// Octets that often begin with a header, or with one that was harmed.
fn octets() -> impl Strategy<Value = Vec<u8>> {
    let harmed = (header(), vec(any::<u8>(), 0..20), any::<prop::sample::Index>(), any::<u8>(), any::<bool>())
        .prop_map(|(header, content, at, octet, is_harmed)| {
            let mut octets = [header, content].concat();
            if is_harmed {
                let at = at.index(octets.len());
                octets[at] = octet;
            }
            octets
        });
    prop_oneof![harmed, vec(any::<u8>(), 0..200)]
}

fn is_malformed(error: &TextError) -> bool {
    error.code() == "malformed_header"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn texts_come_back_from_their_parts(
        (text, options, way, reference) in messages(),
        packed in any::<bool>(),
        order in any::<prop::sample::Index>(),
        twice in any::<prop::sample::Index>(),
    ) {
        let Ok(split) = split(&text, &options, way, reference) else { return Ok(()) };
        let mut parts = Vec::new();
        for part in split.parts() {
            let (coding, class) = (part.data_coding(), part.esm_class());
            let unpacked = decode_part(&part.short_message(), coding, class, Septets::Unpacked).unwrap();
            let length = Some(part.user_data_length());
            let read = decode_part(&part.user_data(), coding, class, Septets::Packed { length }).unwrap();
            prop_assert_eq!(&read.octets, &unpacked.octets);
            prop_assert_eq!(read.text.as_deref(), Some(part.text()));
            prop_assert_eq!(read.encoding(), Some(split.encoding()));
            prop_assert_eq!((read.header.ports(), read.data_coding.class), (options.ports, options.flash.then_some(0)));
            let part_of = read.header.concatenation().map(|part| (part.reference, usize::from(part.total)));
            prop_assert_eq!(part_of, (split.len() > 1).then_some((reference, split.len())));
            parts.push(if packed { read } else { unpacked });
        }
        let same = parts[twice.index(parts.len())].clone();
        let turn = order.index(parts.len());
        parts.rotate_left(turn);
        parts.swap(0, turn);
        parts.push(same);
        let whole = reassemble(&parts).unwrap();
        prop_assert_eq!(whole.text.as_deref(), Some(&text[..]));
        prop_assert_eq!(whole.encoding, Some(split.encoding()));
        prop_assert_eq!((whole.parts, whole.ports), (split.len(), options.ports));
    }

    #[test]
    fn without_a_length_only_the_end_is_in_doubt((text, options, way, reference) in messages()) {
        let Ok(split) = split(&text, &options, way, reference) else { return Ok(()) };
        for part in split.parts() {
            let septets = Septets::Packed { length: None };
            let read = decode_part(&part.user_data(), part.data_coding(), part.esm_class(), septets).unwrap();
            let text = read.text.unwrap();
            let rest = part.text().strip_prefix(&text);
            prop_assert!(rest.is_some_and(|rest| rest.is_empty() || rest.chars().count() == 1), "{text:?} {:?}", part.text());
        }
    }

    #[test]
    fn bodies_describe_what_was_asked((text, options, way, reference) in messages()) {
        let Ok(bodies) = binary_bodies(&text, &options, way, reference) else { return Ok(()) };
        let parts: Vec<Decoded> = bodies
            .iter()
            .map(|body| describe(&body.octets, body.data_coding, body.esm_class).unwrap())
            .collect();
        prop_assert_eq!(reassemble(&parts).unwrap().text, Some(text));
    }

    #[test]
    fn data_comes_back(
        data in vec(any::<u8>(), 0..900),
        ports in prop::option::of(ports()),
        wide in any::<bool>(),
        flash in any::<bool>(),
        reference in any::<u8>(),
    ) {
        let mut options = Options::default().flash(flash);
        options.ports = ports;
        options.reference = if wide { Reference::Bits16 } else { Reference::Bits8 };
        let bodies = octet_bodies(&data, &options, u16::from(reference)).unwrap();
        let mut parts = Vec::new();
        for body in &bodies {
            prop_assert!(body.octets.len() <= 140);
            parts.push(describe(&body.octets, body.data_coding, body.esm_class).unwrap());
        }
        prop_assert!(bodies.iter().rev().skip(1).all(|body| body.octets.len() == 140));
        let whole = reassemble(&parts).unwrap();
        prop_assert_eq!((&whole.octets, whole.text, whole.ports), (&data, None, ports));
        prop_assert_eq!(whole.data_coding.class, flash.then_some(0));
        // Whatever part is taken away is told.
        for index in 0..parts.len() {
            let mut others = parts.clone();
            others.remove(index);
            let error = reassemble(&others).unwrap_err();
            match error {
                TextError::NoParts => prop_assert_eq!(parts.len(), 1),
                TextError::MissingParts { missing, total } => prop_assert_eq!((missing, total), (vec![index + 1], parts.len())),
                other => prop_assert!(false, "{other}"),
            }
        }
    }

    #[test]
    fn headers_come_back(elements in vec(element(), 0..8), content in vec(any::<u8>(), 0..20)) {
        let header = UserDataHeader { elements };
        let octets = header.to_octets().unwrap();
        let read = UserDataHeader::parse(&[&octets[..], &content].concat());
        prop_assert_eq!(read, Ok((header, octets.len())));
    }

    #[test]
    fn what_is_read_is_written_again(octets in octets()) {
        let parsed = UserDataHeader::parse(&octets);
        let checked = UserDataHeader::check(&octets);
        match parsed {
            Ok((header, taken)) => {
                prop_assert_eq!(header.to_octets().unwrap(), &octets[..taken]);
                prop_assert!(!header.to_string().is_empty());
                let is_other = |element: &Element| matches!(element, Element::Other { .. });
                let passes_over = header.elements.iter().any(is_other);
                prop_assert!(checked.is_ok() || passes_over);
            }
            Err(error) => {
                prop_assert!(is_malformed(&error) && error.offset().is_some_and(|offset| offset <= octets.len()));
                prop_assert!(checked.is_err());
            }
        }
    }

    #[test]
    fn any_octets_are_read_or_refused(
        octets in vec(octets(), 1..6),
        coding in any::<u8>(),
        class in any::<u8>(),
        length in prop::option::of(0..300_usize),
    ) {
        let mut parts = Vec::new();
        for octets in &octets {
            for septets in [Septets::Unpacked, Septets::Packed { length }] {
                match decode_part(octets, coding, class, septets) {
                    Ok(part) => {
                        prop_assert!(!part.to_string().is_empty());
                        parts.push(part);
                    }
                    Err(error) => prop_assert!(is_malformed(&error) || error.code() == "truncated"),
                }
            }
            let read = decode_part(octets, coding, class, Septets::Unpacked);
            match describe(octets, coding, class) {
                Ok(part) => prop_assert_eq!(Ok(part), read),
                Err(error) => {
                    let offset = error.offset().unwrap();
                    prop_assert!(offset <= octets.len() && error.to_string().contains(&offset.to_string()));
                }
            }
        }
        match reassemble(&parts) {
            Ok(whole) => {
                prop_assert!((1..=parts.len()).contains(&whole.parts));
                prop_assert!(!whole.to_string().is_empty());
            }
            Err(error) => {
                let codes = ["no_parts", "missing_parts", "contradictory_parts"];
                prop_assert!(codes.contains(&error.code()), "{error}");
            }
        }
    }

    #[test]
    fn surrogates_and_escapes_are_healed_wherever_they_are_cut(text in prop_oneof![".{1,60}", "[a€~]{1,60}", "[a👋]{1,30}"], turkish in any::<bool>(), cut in any::<prop::sample::Index>()) {
        let mut options = Options::default();
        if turkish {
            options = options.languages(Language::Turkish);
        }
        let split = split(&text, &options, Way::Gateway, 7).unwrap();
        prop_assume!(split.len() == 1);
        let only = split.part(0).unwrap();
        let whole = only.short_message();
        let (header, content) = whole.split_at(only.header().len());
        let cut = cut.index(content.len() + 1);
        let parts: Vec<Decoded> = [(2, &content[cut..]), (1, &content[..cut])]
            .into_iter()
            .map(|(number, content)| {
                let languages = header.get(1..).unwrap_or_default();
                let length = u8::try_from(5 + languages.len()).unwrap();
                let octets = [&[length, 0, 3, 7, 2, number], languages, content].concat();
                decode_part(&octets, only.data_coding(), 64, Septets::Unpacked).unwrap()
            })
            .collect();
        prop_assert_eq!(reassemble(&parts).unwrap().text, Some(text));
    }
}

#[test]
fn every_data_coding_has_an_alphabet_with_a_name() {
    for octet in 0..=255 {
        for coding in [DataCoding::of_smpp(octet), DataCoding::of_tpdu(octet)] {
            assert_eq!(coding.octet, octet);
            assert!(!coding.alphabet.as_str().is_empty() && coding.class.is_none_or(|class| class < 4));
        }
    }
}
