#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::text::{Language, Options, Way, pack, split};

fn text(octets: &[u8], data_coding: u8, esm_class: u8) -> Option<String> {
    decode_part(octets, data_coding, esm_class, Septets::Unpacked).unwrap().text
}

#[test]
fn samples_of_the_documents_are_read() {
    assert_eq!(text(b"Test message.", 0, 0).as_deref(), Some("Test message."));
    let greek = [0x00, 0x48, 0x00, 0x65, 0x03, 0x9A, 0x03, 0xB1, 0x30, 0xB3];
    assert_eq!(text(&greek, 8, 0).as_deref(), Some("HeΚαコ"));
    // Language headers, with either of the data codings that the vendor's page has for them.
    for data_coding in [0, 1] {
        assert_eq!(text(&[3, 0x25, 1, 1, 0x1D, 0x07], data_coding, 64).as_deref(), Some("şı"));
        assert_eq!(text(&[3, 0x24, 1, 2, 0x1B, 0x09], data_coding, 64).as_deref(), Some("ç"));
    }
    // Samples with UTF-8 where SMPP has Cyrillic and Hebrew: what they are is told, and not guessed.
    for data_coding in [6, 7, 4, 0xF5, 0x20] {
        assert_eq!(text("Тест".as_bytes(), data_coding, 0), None, "{data_coding}");
    }
}

#[test]
fn alphabets_of_smpp_are_not_those_of_tpdus() {
    assert_eq!(text(b"@_{\x80", 1, 0).as_deref(), Some("@_{\u{FFFD}"));
    assert_eq!(text(&[0x40, 0xE9, 0xA3], 3, 0).as_deref(), Some("@é£"));
    let packed = pack(&[], &[0x00, 0x11]);
    for data_coding in [0, 1, 0x0C, 0x10, 0x80, 0xC8, 0xF0] {
        let decoded = decode_part(&packed, data_coding, 0, Septets::Packed { length: Some(2) }).unwrap();
        assert_eq!(decoded.text.as_deref(), Some("@_"), "{data_coding:#x}");
    }
}

#[test]
fn parts_are_read_packed_and_unpacked() {
    let options = Options::default().languages(Language::Turkish);
    let message = format!("{}@", "ş€".repeat(76));
    for part in split(&message, &options, Way::Gateway, 200).unwrap().parts() {
        let length = Some(part.user_data_length());
        let packed = decode_part(&part.user_data(), part.data_coding(), 64, Septets::Packed { length }).unwrap();
        let unpacked = decode_part(&part.short_message(), part.data_coding(), 64, Septets::Unpacked).unwrap();
        assert_eq!(packed, unpacked);
        assert_eq!(packed.text.as_deref(), Some(part.text()));
        assert_eq!(packed.encoding(), Some(part.encoding()));
    }
}

#[test]
fn a_length_says_where_the_user_data_ends() {
    let packed = |octets: &[u8], data_coding, length| {
        decode_part(octets, data_coding, 0, Septets::Packed { length: Some(length) })
            .map(|decoded| decoded.octets.len())
            .map_err(|error| (error.code(), error.to_string()))
    };
    assert_eq!(packed(&[0; 7], 0, 8), Ok(8));
    assert_eq!(packed(&[0; 7], 0, 7), Ok(7));
    assert_eq!(packed(&[0; 7], 4, 6), Ok(6));
    let told = "the user data has 7 octets, and 8 by its length; give all of it, or no length".to_owned();
    assert_eq!(packed(&[0; 7], 0, 9), Err(("truncated", told.clone())));
    assert_eq!(packed(&[0; 7], 8, 8), Err(("truncated", told)));
    assert!(packed(&[], 0, usize::MAX).is_err());
    // The header is looked for in what the length leaves.
    let header = [5, 0, 3, 7, 2, 1, 0];
    let error = decode_part(&header, 0, 64, Septets::Packed { length: Some(3) }).unwrap_err().to_string();
    assert_eq!(
        error,
        "the user data header is malformed at octet 0: it states 5 octets, and 2 follow; \
         octets without a header go without 64 in esm_class"
    );
}

#[test]
fn what_a_sender_cannot_have_meant_is_refused() {
    let told = |octets: &[u8], data_coding, esm_class| {
        let error = describe(octets, data_coding, esm_class).unwrap_err();
        (error.code(), error.offset(), error.to_string())
    };
    // A phone reads this as a message of one part.
    let header = [5, 0, 3, 7, 2, 3, b'x'];
    assert_eq!(text(&header, 0, 64).as_deref(), Some("x"));
    assert_eq!(
        told(&header, 0, 64),
        (
            "malformed_header",
            Some(5),
            "the user data header is malformed at octet 5: there is no part 3 of 2; \
             octets without a header go without 64 in esm_class"
                .to_owned()
        )
    );
    let septet = |octet: &str, place| {
        format!(
            "the octet 0x{octet} at {place} is over 0x7f; this data coding has one septet in each octet, not packed; \
             data has the data coding 4"
        )
    };
    assert_eq!(told(&[3, 0x25, 1, 1, b'a', 0xC3], 0, 64), ("not_a_septet", Some(5), septet("c3", 5)));
    assert_eq!(told(&[0x80], 1, 0), ("not_a_septet", Some(0), septet("80", 0)));
    assert_eq!(
        told(&[0x00, 0x41, 0x00], 8, 0),
        ("odd_octets", Some(2), "the octet at 2 is half a code unit; UCS-2 has two octets for each".to_owned())
    );
    let long = |place| {
        let told = format!(
            "what begins at octet {place} is more than a short message carries; \
             send it as parts with concatenation headers"
        );
        ("too_long", Some(place), told)
    };
    assert_eq!(told(&[b'a'; 161], 0, 0), long(160));
    assert_eq!(told(&[0; 141], 4, 0), long(140));
    let numbered = |length: usize| [&[5, 0, 3, 7, 2, 1][..], &vec![b'a'; length]].concat();
    assert_eq!(told(&numbered(154), 0, 64), long(159));
    for (octets, data_coding) in [(numbered(153), 0), (numbered(134), 4), (numbered(134), 8)] {
        assert!(describe(&octets, data_coding, 64).is_ok());
    }
}

#[test]
fn what_was_read_is_told_in_a_line() {
    let told = |octets: &[u8], data_coding, esm_class| {
        decode_part(octets, data_coding, esm_class, Septets::Unpacked).unwrap().to_string()
    };
    assert_eq!(told(b"a", 0, 0), "GSM-7: 1 septet");
    assert_eq!(told(&[0, 0x41, 0, 0x42], 0x18, 0), "UCS-2, class 0 (flash): 2 UTF-16 code units");
    assert_eq!(told(&[0, 0x41, 0], 8, 0), "UCS-2: 3 octets");
    assert_eq!(told(&[1, 2], 0xF5, 0), "8-bit data, class 1: 2 octets");
    assert_eq!(told(&[1, 2], 0x20, 0), "GSM-7, compressed: 2 octets");
    assert_eq!(
        told(&[8, 0, 3, 7, 2, 1, 0x25, 1, 1, 0x1D], 0, 64),
        "GSM-7 with Turkish locking shift: 1 septet; part 1 of 2, reference 7; Turkish locking shift"
    );
}
