#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use super::*;

fn parsed(octets: &[u8]) -> UserDataHeader {
    UserDataHeader::parse(octets).unwrap().0
}

#[test]
fn headers_of_the_documents_pass() {
    let headers: [(&[u8], usize, &str); 8] = [
        // Locking shift, Turkish, and single shift, Spanish: vendor pages on national languages.
        (&[3, 0x25, 1, 1, b'x'], 4, "Turkish locking shift"),
        (&[3, 0x24, 1, 2], 4, "Spanish single shift"),
        // Both kinds of concatenation: 3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8.
        (&[5, 0x00, 3, 0xCC, 2, 1, b'x'], 6, "part 1 of 2, reference 204"),
        (&[6, 0x08, 4, 0xCC, 0xCC, 2, 2], 7, "part 2 of 2, reference 52428"),
        // Ports and a concatenation together.
        (
            &[11, 0x05, 4, 0x0B, 0x84, 0x23, 0xF0, 0x00, 3, 7, 2, 1],
            12,
            "to port 2948 from 9200; part 1 of 2, reference 7",
        ),
        (&[4, 0x04, 2, 0xF0, 0xF1], 5, "to port 240 from 241"),
        (&[0], 1, "no elements"),
        // An element that is not known here has any length.
        (&[4, 0x70, 2, 0, 0], 5, "element 0x70 of 2 octets"),
    ];
    for (octets, length, words) in headers {
        assert_eq!(check(octets), Ok(()), "{octets:02x?}");
        let (header, taken) = UserDataHeader::parse(octets).unwrap();
        assert_eq!((taken, header.to_string()), (length, words.to_owned()));
        assert_eq!(header.to_octets().unwrap(), octets[..taken]);
    }
}

#[test]
fn faults_are_told_with_their_octet() {
    // Whether a receiver passes over the element; otherwise it cannot read the header.
    let cases: [(&[u8], usize, &str, bool); 9] = [
        (&[], 0, "there is no octet for its length", false),
        (&[5, 0, 3], 0, "it states 5 octets, and 2 follow", false),
        (&[1, 0x25], 1, "the element 0x25 has no length", false),
        (&[3, 0x25, 2, 1], 2, "the element 0x25 states 2 octets, and 1 are left", false),
        (&[4, 0x25, 2, 1, 1], 2, "national language locking shift (0x25) has 1 octets, not 2", true),
        (&[5, 0x00, 3, 1, 2, 3], 5, "there is no part 3 of 2", true),
        (&[5, 0x00, 3, 1, 2, 0], 5, "there is no part 0 of 2", true),
        (&[6, 0x08, 4, 1, 1, 0, 1], 5, "it states 0 parts", true),
        (&[4, 0x25, 1, 1, 0x24], 4, "the element 0x24 has no length", false),
    ];
    for (octets, offset, reason, is_passed_over) in cases {
        assert_eq!(check(octets), Err(HeaderFault { offset, reason: reason.to_owned() }), "{octets:02x?}");
        let error = TextError::MalformedHeader { offset, reason: reason.to_owned() };
        assert_eq!(UserDataHeader::check(octets), Err(error.clone()));
        match UserDataHeader::parse(octets) {
            Ok((header, _)) => {
                let [Element::Other { identifier, data }] = &header.elements[..] else { panic!("{header:?}") };
                assert_eq!((*identifier, &data[..], is_passed_over), (octets[1], &octets[3..], true));
                assert_eq!(header.concatenation(), None);
                assert_eq!(header.to_octets().unwrap(), octets);
            }
            Err(found) => assert_eq!((found, is_passed_over), (error, false)),
        }
    }
}

#[test]
fn the_last_of_a_kind_counts() {
    let header = parsed(&[11, 0x00, 3, 1, 2, 1, 0x08, 4, 0, 9, 3, 3]);
    assert_eq!(header.to_string(), "part 1 of 2, reference 1; part 3 of 3, reference 9");
    assert_eq!(header.concatenation().map(|part| (part.reference, part.width.bits())), Some((9, 16)));
    let header = parsed(&[10, 0x05, 4, 0, 1, 0, 2, 0x04, 2, 240, 241]);
    assert_eq!(header.ports(), Some(Ports { destination: 240, source: 241 }));
    // A language that is reserved does not count.
    let header = parsed(&[9, 0x25, 1, 1, 0x25, 1, 14, 0x24, 1, 0]);
    assert_eq!((header.locking(), header.single()), (Some(Language::Turkish), None));
    let words =
        "Turkish locking shift; locking shift of the unknown language 14; single shift of the unknown language 0";
    assert_eq!(header.to_string(), words);
}

#[test]
fn what_no_header_can_say_is_refused() {
    let told = |elements: Vec<Element>| UserDataHeader { elements }.to_octets().unwrap_err().to_string();
    let part = |reference, sequence| {
        Element::Concatenation(Concatenation { reference, width: Reference::Bits8, total: 2, sequence })
    };
    let malformed = |offset, reason| {
        format!(
            "the user data header is malformed at octet {offset}: {reason}; \
             octets without a header go without 64 in esm_class"
        )
    };
    assert_eq!(
        told(vec![part(256, 1)]),
        "the reference 256 is over 255; give a smaller one, or allow references of 16 bits"
    );
    assert_eq!(told(vec![Element::SingleShift(1), part(1, 3)]), malformed(8, "there is no part 3 of 2"));
    let large = |length| Element::Other { identifier: 0x70, data: vec![0; length] };
    assert_eq!(told(vec![large(256)]), malformed(2, "the element 0x70 has 256 octets, and 255 are the most"));
    assert_eq!(told(vec![large(253), large(0)]), malformed(0, "its elements have 257 octets, and 255 are the most"));
}
