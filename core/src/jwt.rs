//! What a JSON Web Token says of itself (RFC 7519). Its signature is the gateway's business and is not looked at.

use crate::json::{Kind, Reader};
use crate::pieces::{parts, split_once};
use crate::reply_json::{members, text};
use crate::time::Timestamp;

/// When a token expires, by its claim `exp`; none for a token of another kind, or without that claim.
pub(crate) fn expires_at(token: &str) -> Option<Timestamp> {
    let mut thirds = parts(token, b'.');
    let (_, claims, _) = (thirds.next()?, thirds.next()?, thirds.next()?);
    if thirds.next().is_some() {
        return None;
    }
    let claims = String::from_utf8(base64url(claims)?).ok()?;
    let mut reader = Reader::lenient(&claims);
    let mut expires = None;
    let is_object = members(&mut reader, &mut [], &mut |key, reader| {
        if key != "exp" {
            return Ok(false);
        }
        // A text is no `NumericDate`.
        let is_number = reader.peek()? == Kind::Number;
        expires = text(reader)?.filter(|_| is_number).and_then(|number| seconds(&number));
        Ok(true)
    });
    is_object.ok().filter(|is_object| *is_object)?;
    reader.end().ok()?;
    expires.map(Timestamp::from_unix_seconds)
}

/// A `NumericDate` in whole seconds: the RFC allows fractions, which are cut. None for one with an exponent.
fn seconds(number: &str) -> Option<i64> {
    let (whole, fraction) = split_once(number, ".").unwrap_or((number, ""));
    whole.parse().ok().filter(|_| fraction.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Decodes Base64 with the alphabet for URLs, without padding (RFC 4648, 5; RFC 7515, 2).
fn base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut group, mut bits) = (0_u32, 0);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        group = group << 6 & 0xFFFF | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(group >> bits & 0xFF).unwrap_or_default());
        }
    }
    // One letter alone is no byte.
    (text.len() % 4 != 1).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A token of those claims.
    fn token(claims: &str) -> String {
        let encoded = crate::secret::base64(claims.as_bytes()).replace('+', "-").replace('/', "_");
        format!("e30.{}.sig", encoded.trim_end_matches('='))
    }

    #[test]
    fn the_documents_sample_has_no_expiry() {
        // jwt.io's sample, which the gateway's page shows.
        let sample = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.c2ln";
        assert_eq!(expires_at(sample), None);
        let claims = base64url("eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ");
        assert_eq!(claims.as_deref(), Some(&br#"{"sub":"1234567890","name":"John Doe","iat":1516239022}"#[..]));
    }

    #[test]
    fn the_expiry_is_read() {
        let at = |claims: &str| expires_at(&token(claims)).map(Timestamp::unix_seconds);
        assert_eq!(at(r#"{"exp":1516239022}"#), Some(1_516_239_022));
        assert_eq!(at(r#"{"a":[{}],"exp":1516239022.9,"b":"ü?>~"}"#), Some(1_516_239_022));
        // RFC 7519: the last of doubled claims counts, as JSON parsers have it.
        assert_eq!(at(r#"{"exp":1,"exp":2}"#), Some(2));
        assert_eq!(at(r#"{"exp":1.516239022e9}"#), None, "not one second after 1970");
        assert_eq!(at(r#"{"exp":1,"exp":"2"}"#), None);
        for claims in [r#"{"exp":"1516239022"}"#, r#"{"exp":1e9}"#, r#"{"exp":null}"#, "{}", "[]", "", r#"{"exp":1"#] {
            assert_eq!(at(claims), None, "{claims}");
        }
        for token in ["", "opaque", "a.b", "a.b.c.d", "e30.e30=.x", "e30.A.x", "e30.é.x"] {
            assert_eq!(expires_at(token), None, "{token}");
        }
    }
}
