//! `application/x-www-form-urlencoded`, for forms and queries, and the percent-encoding of path segments. What is not
//! encoded as the standards say is refused, since gateways differ in what they make of it.

/// The names and values of a form or a query, in order. The error is a sentence for people.
pub(crate) fn pairs(text: &str) -> Result<Vec<(String, String)>, String> {
    let decoded = |part: &str| {
        decode(&part.replace('+', "%20")).ok_or_else(|| format!("{part:?} is not encoded as a form must be"))
    };
    let pair = |part: &str| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        Ok((decoded(name)?, decoded(value)?))
    };
    text.split('&').filter(|part| !part.is_empty()).map(pair).collect()
}

/// Resolves `%` and two digits; none where those are missing, where a character had to be encoded, or where the octets
/// are not UTF-8.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut octets = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            let digits = digits.iter().all(u8::is_ascii_hexdigit).then_some(digits)?;
            octets.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = after;
        } else {
            octets.push(Some(*first).filter(u8::is_ascii_graphic)?);
        }
    }
    String::from_utf8(octets).ok()
}

#[cfg(test)]
mod tests {
    use super::{decode, pairs};

    #[test]
    fn reads_forms() {
        let read = pairs("a=b&c=%C3%A9%2B+d&e&=").unwrap_or_default();
        let read: Vec<_> = read.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(read, [("a", "b"), ("c", "é+ d"), ("e", ""), ("", "")]);
        assert_eq!(pairs(""), Ok(Vec::new()));
        assert!(pairs("a=%").is_err() && pairs("a=é").is_err());
    }

    #[test]
    fn reads_segments() {
        assert_eq!(decode("a+b%2Fc").as_deref(), Some("a+b/c"));
        for bad in ["%", "%2", "%zz", "%+1", "%ff", "a b", "é"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
