//! IP addresses as hosts (RFC 3986, 3.2.2): what the standard library reads, in a fraction of its code.

use crate::pieces::{parts, split_once};

/// Four numbers up to 255 with dots between. None begins with a zero, which clients read as octal or not.
pub(super) fn v4(text: &str) -> Option<[u8; 4]> {
    let mut address = [0; 4];
    let mut numbers = parts(text, b'.');
    for byte in &mut address {
        *byte = match numbers.next()?.as_bytes() {
            [digit @ b'0'..=b'9'] => digit - b'0',
            digits @ [b'1'..=b'9', _, ..] if digits.len() <= 3 => u8::try_from(number(digits, 10)?).ok()?,
            _ => return None,
        };
    }
    numbers.next().is_none().then_some(address)
}

/// Eight groups of hexadecimal digits with colons between; two colons stand for one group of zeros or more, an IPv4 address
/// for the last two groups.
pub(super) fn v6(text: &str) -> Option<[u16; 8]> {
    let mut address = [0; 8];
    let Some((head, tail)) = split_once(text, "::") else {
        return (groups(text, true, &mut address)? == 8).then_some(address);
    };
    let before = groups(head, false, &mut address)?;
    let mut end = [0; 8];
    let behind = groups(tail, true, &mut end)?;
    for (slot, group) in address.iter_mut().skip(8_usize.checked_sub(behind)?).zip(end) {
        *slot = group;
    }
    (before + behind < 8).then_some(address)
}

/// Reads groups into their places: how many.
fn groups(text: &str, is_end: bool, into: &mut [u16; 8]) -> Option<usize> {
    if text.is_empty() {
        return Some(0);
    }
    let mut count = 0;
    let mut pieces = parts(text, b':').peekable();
    while let Some(piece) = pieces.next() {
        if let Some([a, b, c, d]) = v4(piece).filter(|_| is_end && pieces.peek().is_none() && piece.len() > 4) {
            *into.get_mut(count)? = u16::from_be_bytes([a, b]);
            *into.get_mut(count + 1)? = u16::from_be_bytes([c, d]);
            return Some(count + 2);
        }
        if !(1..=4).contains(&piece.len()) {
            return None;
        }
        *into.get_mut(count)? = u16::try_from(number(piece.as_bytes(), 16)?).ok()?;
        count += 1;
    }
    Some(count)
}

/// A number of a few digits.
fn number(digits: &[u8], radix: u32) -> Option<u32> {
    let mut number = 0;
    for digit in digits {
        number = number * radix + char::from(*digit).to_digit(radix)?;
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};

    use super::*;
    use proptest::prelude::*;

    fn agree(text: &str) {
        assert_eq!(v4(text), text.parse().ok().map(|address: Ipv4Addr| address.octets()), "{text}");
        assert_eq!(v6(text), text.parse().ok().map(|address: Ipv6Addr| address.segments()), "{text}");
    }

    #[test]
    fn the_standard_library_reads_the_same() {
        for text in [
            "",
            ":",
            "::",
            ":::",
            "::1",
            "1::",
            ":1",
            "1:",
            "::1::",
            "0:0:0:0:0:0:0:1",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4::5:6:7:8",
            "1:2:3:4:5:6:7:8:9",
            "::1.2.3.4",
            "1.2.3.4::",
            "1:2:3:4:5:6:1.2.3.4",
            "1:2:3:4:5:6:7:1.2.3.4",
            "::1.2.3.4:5",
            "1:2:3:4:5::1.2.3.4",
            "1:2:3:4:5:6::1.2.3.4",
            "::00001",
            "::+1",
            "::g",
            "1.2.3.4",
            "0.0.0.0",
            "255.255.255.255",
            "256.1.1.1",
            "00.1.1.1",
            "1.01.1.1",
            "1.1.1",
            "1.1.1.1.1",
            "1..1.1",
            "1.1.1.1.",
            "+1.1.1.1",
            "1.1.1.0001",
            "::1.2.3",
            "::1.2.3.256",
            "::ffff:127.0.0.1",
            "é",
            "::é",
        ] {
            agree(text);
        }
    }

    proptest! {
        #[test]
        fn the_standard_library_reads_any_text_the_same(
            text in "[0-9a-g:.+]{0,12}|([0-9]{1,3}\\.){3}[0-9]{1,3}|(:|::|[0-9a-f]{1,4}:|[0-9a-f]{1,4}::){0,9}([0-9a-f]{0,5}|1\\.2\\.3\\.4)",
        ) {
            agree(&text);
        }
    }
}
