//! Texts as octets, and octets as texts.

use smskernel::text::{
    Decoded, Language, Languages, Options, Ports, Reference, Scheme, Septets, Shifts, UserDataHeader, Way,
    binary_bodies, count, decode, decode_part, describe, encode, octet_bodies, reassemble, segments, split,
    transliterate,
};

/// Octets as parts, each behind its length; the first two are data coding and class. They are read or refused, and what was read
/// of a header is what stands there.
pub fn text_parts(data: &[u8]) {
    let Some(([coding, class], mut rest)) = data.split_first_chunk::<2>() else { return };
    let mut parts: Vec<Decoded> = Vec::new();
    while let Some((length, behind)) = rest.split_first() {
        let (octets, behind) = behind.split_at(usize::from(*length).min(behind.len()));
        rest = behind;
        if let Ok((header, taken)) = UserDataHeader::parse(octets) {
            assert_eq!(header.to_octets().as_deref(), Ok(&octets[..taken]));
        }
        for septets in [
            Septets::Unpacked,
            Septets::Packed { length: None },
            Septets::Packed { length: Some(octets.len() * 8 / 7) },
            Septets::Packed { length: Some(usize::from(*length)) },
        ] {
            match decode_part(octets, *coding, *class, septets) {
                Ok(part) => {
                    assert!(!part.to_string().is_empty());
                    let alone = reassemble(&[part.clone(), part.clone()]);
                    if part.header.concatenation().is_none_or(|part| part.total == 1) {
                        let whole = alone.expect("one part is whole");
                        assert_eq!((whole.octets, whole.text), (part.octets.clone(), part.text.clone()));
                    } else {
                        assert_eq!(alone.expect_err("others are missing").code(), "missing_parts");
                    }
                    parts.push(part);
                }
                Err(error) => assert!(error.offset().is_some_and(|offset| offset <= octets.len())),
            }
        }
        match describe(octets, *coding, *class) {
            Ok(part) => assert_eq!(Ok(part), decode_part(octets, *coding, *class, Septets::Unpacked)),
            Err(error) => assert!(error.offset().is_some_and(|offset| offset <= octets.len())),
        }
    }
    match reassemble(&parts) {
        Ok(whole) => assert!(whole.parts <= parts.len() && !whole.to_string().is_empty()),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// How a text is sent: languages, ports, and bits for the rest.
fn options([how, low, high, ports @ ..]: [u8; 7]) -> Options {
    let allowed = u16::from_le_bytes([low, high]);
    let languages: Languages =
        Language::ALL.into_iter().filter(|language| allowed >> language.number() & 1 == 1).collect();
    let shifts = [Shifts::Both, Shifts::Single, Shifts::Locking, Shifts::Both][usize::from(how & 3)];
    let reference = if how & 4 == 0 { Reference::Bits8 } else { Reference::Bits16 };
    let options = Options::default().languages(languages).shifts(shifts).reference(reference).flash(how & 8 != 0);
    let [a, b, c, d] = ports;
    let ports = Ports { destination: u16::from_le_bytes([a, b]), source: u16::from_le_bytes([c, d]) };
    if how & 16 == 0 { options } else { options.ports(ports) }
}

/// A text, or data, behind what says how it is sent: its bodies are well formed, and say it again in any order.
pub fn text_bodies(data: &[u8]) {
    let Some((how, data)) = data.split_first_chunk::<8>() else { return };
    let [reference, how @ ..] = *how;
    let options = options(how);
    let parts = |bodies: Vec<smskernel::text::Body>| {
        let described = bodies.iter().rev().map(|body| describe(&body.octets, body.data_coding, body.esm_class));
        described.collect::<Result<Vec<_>, _>>().expect("our own bodies are well formed")
    };
    let text = String::from_utf8_lossy(data);
    for way in [Way::Gateway, Way::Graphemes] {
        match binary_bodies(&text, &options, way, u16::from(reference)) {
            Ok(bodies) => {
                assert!(way == Way::Graphemes || bodies.len() == count(&text, &options).parts);
                let whole = reassemble(&parts(bodies)).expect("every part is there");
                assert_eq!(whole.text.as_deref(), Some(&*text));
                assert_eq!(whole.ports, options.ports);
            }
            Err(error) => assert_eq!(error.code(), "too_many_parts"),
        }
    }
    match octet_bodies(data, &options, u16::from(reference)) {
        Ok(bodies) => assert_eq!(reassemble(&parts(bodies)).expect("every part is there").octets, data),
        Err(error) => assert_eq!(error.code(), "too_many_parts"),
    }
}

/// A text behind what says how it is sent: what is told of it holds together, and transliteration has an end.
pub fn text_segments(data: &[u8]) {
    let Some((how, data)) = data.split_first_chunk::<8>() else { return };
    let [scheme, how @ ..] = *how;
    let scheme = Scheme::ALL.get(usize::from(scheme)).copied();
    let options = scheme.into_iter().fold(options(how), Options::transliteration);
    let text = String::from_utf8_lossy(data);
    let told = segments(&text, &options);
    assert_eq!(told.cost, count(&text, &options));
    assert!(!told.to_string().is_empty());
    for culprit in told.culprits() {
        assert!(culprit.positions.iter().all(|place| told.text()[*place..].starts_with(culprit.character)));
    }
    if let Some(scheme) = scheme {
        assert_eq!(transliterate(told.text(), scheme).text, told.text(), "a second time changes nothing");
    }
    let octets = encode(told.text(), told.cost.encoding).expect("the encoding has every character");
    assert_eq!(decode(&octets, told.cost.encoding), told.text());
    if let Ok(split) = split(&text, &options, Way::Gateway, 7) {
        assert_eq!(split.len(), told.cost.parts);
        assert_eq!(split.parts().map(|part| part.text()).collect::<String>(), told.text());
        assert!(split.parts().all(|part| part.user_data().len() <= 140));
    } else {
        assert!(told.cost.parts > 255);
    }
}
