//! The user data header at the beginning of a binary message: 3GPP TS 23.040, 9.2.3.24.

/// What is wrong with a header, and at which octet, the first one being 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UdhFault {
    pub(crate) octet: usize,
    pub(crate) reason: String,
}

/// Elements whose length 3GPP TS 23.040 fixes: identifier, length in octets, what it is.
const KNOWN: [(u8, usize, &str); 13] = [
    (0x00, 3, "concatenation with an 8-bit reference"),
    (0x01, 2, "special message indication"),
    (0x04, 2, "application ports of 8 bits"),
    (0x05, 4, "application ports of 16 bits"),
    (0x06, 1, "SMSC control parameters"),
    (0x07, 1, "source indicator"),
    (0x08, 4, "concatenation with a 16-bit reference"),
    (0x0b, 2, "predefined sound"),
    (0x0d, 2, "predefined animation"),
    (0x20, 1, "length of a mail header"),
    (0x21, 4, "hyperlink"),
    (0x24, 1, "national language single shift"),
    (0x25, 1, "national language locking shift"),
];

/// Checks that the octets begin with a well-formed header: its elements fill the length that it states, and those that
/// are known have their form.
///
/// # Errors
///
/// The first fault.
pub(crate) fn check(octets: &[u8]) -> Result<(), UdhFault> {
    let fault = |octet: usize, reason: String| Err(UdhFault { octet, reason });
    let Some((&length, rest)) = octets.split_first() else {
        return fault(0, "there is no octet for its length".to_owned());
    };
    let Some(header) = rest.get(..usize::from(length)) else {
        return fault(0, format!("it states {length} octets, and {} follow", rest.len()));
    };
    let mut elements = header;
    while let Some((&identifier, rest)) = elements.split_first() {
        let at = 1 + header.len() - elements.len();
        let Some((&stated, rest)) = rest.split_first() else {
            return fault(at, format!("the element 0x{identifier:02x} has no length"));
        };
        let Some((data, rest)) = rest.split_at_checked(usize::from(stated)) else {
            let left = rest.len();
            return fault(
                at + 1,
                format!("the element 0x{identifier:02x} states {stated} octets, and {left} are left"),
            );
        };
        if let Some((_, known, name)) = KNOWN.iter().find(|(known, ..)| *known == identifier)
            && *known != data.len()
        {
            return fault(at + 1, format!("{name} (0x{identifier:02x}) has {known} octets, not {}", data.len()));
        }
        if let (0x00 | 0x08, [.., total, part]) = (identifier, data)
            && !(1..=*total).contains(part)
        {
            let last = at + 2 + data.len() - 1;
            let (octet, reason) = match total {
                0 => (last - 1, "it states 0 parts".to_owned()),
                _ => (last, format!("there is no part {part} of {total}")),
            };
            return fault(octet, reason);
        }
        elements = rest;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_the_documents_pass() {
        let headers: [&[u8]; 7] = [
            // Locking shift, Turkish, and single shift, Spanish: vendor pages on national languages.
            &[3, 0x25, 1, 1, b'x'],
            &[3, 0x24, 1, 2],
            // Both kinds of concatenation: 3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8.
            &[5, 0x00, 3, 0xCC, 2, 1, b'x'],
            &[6, 0x08, 4, 0xCC, 0xCC, 2, 2],
            // Ports and a concatenation together.
            &[11, 0x05, 4, 0x0B, 0x84, 0x23, 0xF0, 0x00, 3, 7, 2, 1],
            &[0],
            // An element that this table does not know has any length.
            &[4, 0x70, 2, 0, 0],
        ];
        for header in headers {
            assert_eq!(check(header), Ok(()), "{header:02x?}");
        }
    }

    #[test]
    fn faults_are_told_with_their_octet() {
        let cases: [(&[u8], usize, &str); 9] = [
            (&[], 0, "there is no octet for its length"),
            (&[5, 0, 3], 0, "it states 5 octets, and 2 follow"),
            (&[1, 0x25], 1, "the element 0x25 has no length"),
            (&[3, 0x25, 2, 1], 2, "the element 0x25 states 2 octets, and 1 are left"),
            (&[4, 0x25, 2, 1, 1], 2, "national language locking shift (0x25) has 1 octets, not 2"),
            (&[5, 0x00, 3, 1, 2, 3], 5, "there is no part 3 of 2"),
            (&[5, 0x00, 3, 1, 2, 0], 5, "there is no part 0 of 2"),
            (&[6, 0x08, 4, 1, 1, 0, 1], 5, "it states 0 parts"),
            (&[4, 0x25, 1, 1, 0x24], 4, "the element 0x24 has no length"),
        ];
        for (header, octet, reason) in cases {
            assert_eq!(check(header), Err(UdhFault { octet, reason: reason.to_owned() }), "{header:02x?}");
        }
    }
}
