//! Credentials: kept so that they are wiped when dropped and never printed, and checked and encoded for headers.

use core::fmt;
use zeroize::Zeroizing;

/// A credential or token.
///
/// Its memory is overwritten when it is dropped. It prints as `Secret(…)`, which tells neither content nor length; it
/// has no serialisation, and one way to its content, [`reveal`](Self::reveal).
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes a text over. A `String` is taken as it is, without a copy that would stay behind.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The content. Whoever copies it keeps the copy.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.reveal() == other.reveal()
    }
}

impl Eq for Secret {}

/// An account's id, which an integer can give, too. Prints as [`Secret`] does.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountId(Secret);

impl AccountId {
    /// The text.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }
}

impl From<String> for AccountId {
    fn from(text: String) -> Self {
        Self(Secret::new(text))
    }
}

impl From<&str> for AccountId {
    fn from(text: &str) -> Self {
        Self(Secret::new(text))
    }
}

impl From<u64> for AccountId {
    fn from(number: u64) -> Self {
        Self(Secret::new(number.to_string()))
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccountId(…)")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Why a text cannot, or surely should not, stand as a credential in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeaderFault {
    /// It is empty.
    Empty,
    /// It holds a control character: a line break would begin another header (RFC 9110, 5.5).
    Control,
    /// It holds a character outside ASCII, which has no certain bytes in a header (RFC 9110, 5.5).
    NonAscii,
    /// It begins or ends with a space, which a recipient strips from a header (RFC 9110, 5.5): left over from a paste.
    Blank,
    /// It is wrapped in quotation marks: left over from a configuration file.
    Quoted,
}

/// The fault of a credential, the gravest first.
#[must_use]
pub(crate) fn header_fault(text: &str) -> Option<HeaderFault> {
    if text.is_empty() {
        Some(HeaderFault::Empty)
    } else if text.bytes().any(|byte| byte.is_ascii_control()) {
        Some(HeaderFault::Control)
    } else if !text.is_ascii() {
        Some(HeaderFault::NonAscii)
    } else if text.starts_with(' ') || text.ends_with(' ') {
        Some(HeaderFault::Blank)
    } else if text.len() > 1 && ['"', '\'', '`'].iter().any(|&mark| text.starts_with(mark) && text.ends_with(mark)) {
        Some(HeaderFault::Quoted)
    } else {
        None
    }
}

/// Base64 with the standard alphabet, padding, and no line breaks (RFC 4648, 4), as `Basic` authentication asks for
/// (RFC 7617, 2). The buffer is made in its final size, so that no part of a credential stays behind in a smaller one;
/// the caller hands it to [`Secret::new`].
#[must_use]
pub(crate) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_u32, |group, &byte| group << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = ALPHABET.get((group >> (18 - 6 * place) & 63) as usize).filter(|_| place <= chunk.len());
            out.push(char::from(*letter.unwrap_or(&b'=')));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn prints_nothing() {
        let secret = Secret::new("hunter2");
        assert_eq!(format!("{secret} {secret:?} {:#?}", secret.clone()), "Secret(…) Secret(…) Secret(…)");
        assert_eq!(secret.reveal(), "hunter2");
        assert_eq!(Secret::new(String::new()).reveal(), "");
    }

    #[test]
    fn header_faults() {
        let cases = [
            ("", Some(HeaderFault::Empty)),
            ("key\r\nX-Other: 1", Some(HeaderFault::Control)),
            ("key\n", Some(HeaderFault::Control)),
            ("k\tey", Some(HeaderFault::Control)),
            ("k\0ey", Some(HeaderFault::Control)),
            ("k\u{7f}ey", Some(HeaderFault::Control)),
            ("clé", Some(HeaderFault::NonAscii)),
            ("k\u{85}ey", Some(HeaderFault::NonAscii)),
            ("\u{201c}key\u{201d}", Some(HeaderFault::NonAscii)),
            (" key", Some(HeaderFault::Blank)),
            ("key ", Some(HeaderFault::Blank)),
            (" ", Some(HeaderFault::Blank)),
            ("\"key\"", Some(HeaderFault::Quoted)),
            ("'key'", Some(HeaderFault::Quoted)),
            ("`key`", Some(HeaderFault::Quoted)),
            ("\"\"", Some(HeaderFault::Quoted)),
            ("\"", None),
            ("\"key'", None),
            ("it's", None),
            ("a b:c=/+~", None),
        ];
        for (text, fault) in cases {
            assert_eq!(header_fault(text), fault, "{text:?}");
        }
    }

    /// RFC 4648, 10, and the example of RFC 7617, 2.
    #[test]
    fn base64_of_the_documents() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("Aladdin:open sesame", "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ];
        for (text, expected) in cases {
            assert_eq!(base64(text.as_bytes()), expected);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xbf]), "+/+/");
    }

    proptest! {
        #[test]
        fn base64_is_read_back(bytes: Vec<u8>) {
            let text = base64(&bytes);
            prop_assert_eq!(text.len(), bytes.len().div_ceil(3) * 4);
            prop_assert_eq!(text.len(), text.capacity());
            let alphabet: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
            // Bits, the highest first.
            let bits_of = |value: u32, width: u32| (0..width).rev().map(move |place| value >> place & 1);
            let mut bits = Vec::new();
            for letter in text.trim_end_matches('=').chars() {
                let value = alphabet.iter().position(|&entry| entry == letter).and_then(|at| u32::try_from(at).ok());
                prop_assert!(value.is_some());
                bits.extend(bits_of(value.unwrap_or(0), 6));
            }
            let expected: Vec<u32> = bytes.iter().flat_map(|&byte| bits_of(u32::from(byte), 8)).collect();
            prop_assert!(bits.starts_with(&expected));
            prop_assert!(bits.len() - expected.len() < 6);
            prop_assert!(bits.iter().skip(expected.len()).all(|&bit| bit == 0));
        }
    }
}
