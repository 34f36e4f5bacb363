//! The user data header at the start of a binary body: its length, then elements of an identifier, a length and data
//! (3GPP TS 23.040, section 9.2.3.24; Infobip reference, section 2.1, has two examples).

/// Checks the header. The error is a sentence for people.
pub(super) fn check(octets: &[u8]) -> Result<(), String> {
    let Some((length, rest)) = octets.split_first() else {
        return Err("the header has no length".to_owned());
    };
    let Some(mut elements) = rest.get(..usize::from(*length)) else {
        return Err(format!("the header is {length} octets long, {} follow", rest.len()));
    };
    while let [identifier, after @ ..] = elements {
        let Some((length, after)) = after.split_first() else {
            return Err(format!("element {identifier:02x} of the header has no length"));
        };
        let Some((data, next)) = after.split_at_checked(usize::from(*length)) else {
            return Err(format!("element {identifier:02x} of the header goes beyond its end"));
        };
        check_element(*identifier, data)?;
        elements = next;
    }
    Ok(())
}

/// Elements whose length the standard fixes: concatenation with a reference of 8 or 16 bits, ports of 8 or 16 bits,
/// special message indication, SMSC control, and the two national language tables.
fn check_element(identifier: u8, data: &[u8]) -> Result<(), String> {
    let wanted = match identifier {
        0x00 => 3,
        0x08 | 0x05 => 4,
        0x01 | 0x04 => 2,
        0x06 | 0x24 | 0x25 => 1,
        _ => return Ok(()),
    };
    if data.len() != wanted {
        return Err(format!("element {identifier:02x} of the header must have {wanted} octets, has {}", data.len()));
    }
    match (identifier, data) {
        (0x00 | 0x08, [.., total, part]) if *total == 0 || !(1..=*total).contains(part) => {
            Err(format!("part {part} of {total} does not exist"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn headers() {
        for good in [
            &[0x05, 0x00, 0x03, 0xcc, 0x02, 0x01, 0x54][..],
            &[0x06, 0x08, 0x04, 0x12, 0x34, 0x02, 0x02],
            &[0x06, 0x05, 0x04, 0x0b, 0x84, 0x23, 0xf0, 0x01],
            &[0x04, 0x04, 0x02, 0xf0, 0xf0],
            &[0x03, 0x25, 0x01, 0x01],
            &[0x08, 0x00, 0x03, 0x01, 0x02, 0x01, 0x24, 0x01, 0x02, 0x41],
            &[0x02, 0x70, 0x00],
            &[0x00],
        ] {
            assert_eq!(check(good), Ok(()), "{good:02x?}");
        }
        for bad in [
            &[][..],
            &[0x05, 0x00, 0x03, 0xcc, 0x02],
            &[0x01, 0x00],
            &[0x04, 0x00, 0x03, 0xcc, 0x02, 0x01],
            &[0x05, 0x00, 0x03, 0xcc, 0x00, 0x00],
            &[0x05, 0x00, 0x03, 0xcc, 0x02, 0x00],
            &[0x05, 0x00, 0x03, 0xcc, 0x02, 0x03],
            &[0x06, 0x00, 0x04, 0xcc, 0x02, 0x01, 0x00],
            &[0x05, 0x08, 0x03, 0x12, 0x02, 0x01],
            &[0x04, 0x05, 0x02, 0x0b, 0x84],
            &[0x04, 0x25, 0x02, 0x01, 0x01],
            &[0x03, 0x01, 0x01, 0x00],
            &[0x04, 0x06, 0x02, 0x00, 0x00],
            &[0x06, 0x00, 0x03, 0xcc, 0x02, 0x01, 0x24],
        ] {
            assert!(check(bad).is_err(), "{bad:02x?}");
        }
    }
}
