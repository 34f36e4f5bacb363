//! The base URL of a gateway: scheme, host, port, and a path prefix where a white label has one.
//!
//! Endpoints are appended to it, never put in its place: white labels of the Infobip API live under prefixes such as
//! `/restapi` (vendor samples). It carries the credentials of every call in a header or body, hence `https`; and it
//! is printed, hence no user info. The grammar is RFC 3986's, narrowed to what every HTTP client reads in the same way.

mod address;

use core::fmt;

use crate::pieces::{behind_last, parts, split_before, split_once};

/// The most bytes of a base URL. HTTP has no limit (RFC 9110, 4.1, asks recipients for 8,000 at least); with an
/// endpoint and a query added it still fits every client.
const MAX_LEN: usize = 2_048;

/// A checked base URL, without trailing slash, scheme and host in lower case.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct BaseUrl {
    url: String,
}

/// Why a text is no base URL. None of these repeats the text, which may hold a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BaseUrlError {
    /// The text is empty.
    Empty,
    /// It is no URL that every client reads in the same way.
    Form(UrlFault),
    /// It does not begin with `https://` (or `http://`).
    Scheme,
    /// `http` towards another machine, and the caller did not allow it.
    HttpsRequired,
    /// It holds user info (`user:password@`).
    UserInfo,
    /// It holds a query, be it empty.
    Query,
    /// It holds a fragment, be it empty.
    Fragment,
}

/// What is wrong with the form of a URL. Offsets are in bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UrlFault {
    /// A space, a control character, or another that has to be percent-encoded.
    Character {
        /// Where it begins.
        offset: usize,
    },
    /// A backslash, which browsers read as a slash and others do not.
    Backslash {
        /// Where it stands.
        offset: usize,
    },
    /// A character outside ASCII: a host is to be written in punycode (`xn--…`), a path percent-encoded.
    NonAscii {
        /// Where it begins.
        offset: usize,
    },
    /// No host, or none that the DNS could have, or no IP address where it looks like one.
    Host,
    /// The port is empty, over 65535, no number, or begins with 0.
    Port,
    /// A `%` without two hexadecimal digits after it.
    Percent,
    /// `.` or `..` as a part of the path, plain or percent-encoded.
    DotSegment,
    /// Two slashes in a row in the path.
    EmptySegment,
    /// Over 2,048 bytes.
    TooLong,
}

impl BaseUrl {
    /// Checks a base URL and brings it into one form. Plain `http` passes towards this machine (`localhost`,
    /// `*.localhost` by RFC 6761, `127.0.0.0/8`, `[::1]`), elsewhere only with `allow_http`.
    ///
    /// # Errors
    ///
    /// See [`BaseUrlError`]. Nothing is trimmed or repaired: white space around it is a [`UrlFault::Character`].
    pub(crate) fn parse(text: &str, allow_http: bool) -> Result<Self, BaseUrlError> {
        if text.is_empty() {
            return Err(BaseUrlError::Empty);
        }
        if text.len() > MAX_LEN {
            return Err(BaseUrlError::Form(UrlFault::TooLong));
        }
        check_characters(text)?;
        let (scheme, rest) = split_once(text, ":").ok_or(BaseUrlError::Scheme)?;
        let rest = rest.strip_prefix("//").ok_or(BaseUrlError::Scheme)?;
        let secure = scheme.eq_ignore_ascii_case("https");
        if !secure && !scheme.eq_ignore_ascii_case("http") {
            return Err(BaseUrlError::Scheme);
        }
        let (authority, path) = split_before(rest, b"/");
        if authority.as_bytes().contains(&b'@') {
            return Err(BaseUrlError::UserInfo);
        }
        let authority = Authority::parse(authority).map_err(BaseUrlError::Form)?;
        let (_, from_bracket) = split_before(path, b"[]");
        if !from_bracket.is_empty() {
            // Reserved for the host (RFC 3986, 3.3).
            return Err(BaseUrlError::Form(UrlFault::Character { offset: text.len() - from_bracket.len() }));
        }
        let path = path.strip_suffix('/').unwrap_or(path);
        check_path(path).map_err(BaseUrlError::Form)?;
        if !secure && !allow_http && !authority.is_local {
            return Err(BaseUrlError::HttpsRequired);
        }
        let mut url = String::with_capacity(text.len());
        url.push_str(if secure { "https://" } else { "http://" });
        url.push_str(&authority.text);
        url.push_str(path);
        Ok(Self { url })
    }

    /// The whole of it, without trailing slash.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.url
    }

    /// The URL of an endpoint: the base with its prefix, then `path`, with one slash between. `path` may have a query
    /// and is expected to be encoded.
    #[must_use]
    pub(crate) fn join(&self, path: &str) -> String {
        let path = path.strip_prefix('/').unwrap_or(path);
        let mut url = String::with_capacity(self.url.len() + 1 + path.len());
        url.push_str(&self.url);
        url.push('/');
        url.push_str(path);
        url
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

/// Refuses the characters that no part of a base URL may have, the first one first.
fn check_characters(text: &str) -> Result<(), BaseUrlError> {
    for (offset, character) in text.char_indices() {
        let fault = match character {
            '?' => return Err(BaseUrlError::Query),
            '#' => return Err(BaseUrlError::Fragment),
            '\\' => UrlFault::Backslash { offset },
            // RFC 3986, 2: none of these is reserved or unreserved.
            // U+0080 to U+009F are control characters too; a hint at punycode would mislead.
            '\0'..=' ' | '"' | '<' | '>' | '^' | '`' | '{' | '|' | '}' | '\x7f'..='\u{a0}' => {
                UrlFault::Character { offset }
            }
            _ if !character.is_ascii() => UrlFault::NonAscii { offset },
            _ => continue,
        };
        return Err(BaseUrlError::Form(fault));
    }
    Ok(())
}

/// Checks the path and query of an endpoint that a setting gives: what every client reads in the same way.
pub(crate) fn check_endpoint(path: &str, query: &str) -> Result<(), UrlFault> {
    for (start, text) in [(0, path), (path.len() + 1, query)] {
        match check_characters(text) {
            Ok(()) => {}
            Err(BaseUrlError::Form(UrlFault::Character { offset })) => {
                return Err(UrlFault::Character { offset: start + offset });
            }
            Err(BaseUrlError::Form(UrlFault::Backslash { offset })) => {
                return Err(UrlFault::Backslash { offset: start + offset });
            }
            Err(BaseUrlError::Form(fault)) => return Err(fault),
            // A second question mark or a number sign.
            Err(_) => return Err(UrlFault::Character { offset: start + split_before(text, b"?#").0.len() }),
        }
    }
    check_path(path)
}

/// The path, which is empty or begins with a slash.
fn check_path(path: &str) -> Result<(), UrlFault> {
    for segment in parts(path, b'/').skip(1) {
        if segment.is_empty() {
            return Err(UrlFault::EmptySegment);
        }
        let mut dots = 0;
        let mut others = 0;
        let mut rest = segment;
        while let Some(first) = rest.chars().next() {
            let (token, after) = rest.split_at_checked(if first == '%' { 3 } else { 1 }).ok_or(UrlFault::Percent)?;
            match token.as_bytes() {
                b"." | b"%2e" | b"%2E" => dots += 1,
                [b'%', high, low] if !(high.is_ascii_hexdigit() && low.is_ascii_hexdigit()) => {
                    return Err(UrlFault::Percent);
                }
                _ => others += 1,
            }
            rest = after;
        }
        if others == 0 && (1..=2).contains(&dots) {
            return Err(UrlFault::DotSegment);
        }
    }
    Ok(())
}

/// Host and port.
struct Authority {
    text: String,
    /// Whether the host is this machine.
    is_local: bool,
}

impl Authority {
    fn parse(text: &str) -> Result<Self, UrlFault> {
        let end =
            if text.starts_with('[') { split_before(text, b"]").0.len() + 1 } else { split_before(text, b":").0.len() };
        let (host, port) = text.split_at_checked(end).unwrap_or((text, ""));
        let mut text = host.to_ascii_lowercase();
        let is_local = is_local(&text)?;
        if !port.is_empty() {
            let digits = port.strip_prefix(':').ok_or(UrlFault::Port)?;
            if !digits.starts_with(|first: char| matches!(first, '1'..='9'))
                || !digits.parse::<i64>().is_ok_and(|port| port <= 65_535)
            {
                return Err(UrlFault::Port);
            }
            text.push_str(port);
        }
        Ok(Self { text, is_local })
    }
}

/// Whether a host in lower case is this machine.
fn is_local(host: &str) -> Result<bool, UrlFault> {
    if let Some(inside) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return address::v6(inside).map(|address| address == [0, 0, 0, 0, 0, 0, 0, 1]).ok_or(UrlFault::Host);
    }
    // One dot at the end is the DNS's root.
    let name = host.strip_suffix('.').unwrap_or(host);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let labels_fit = parts(name, b'.').all(|label| (1..=63).contains(&label.len()) && label.bytes().all(plain));
    if !labels_fit || name.len() > 253 {
        return Err(UrlFault::Host);
    }
    // Clients differ about `127.1` and `0x7f.0.0.1`: a name whose last label is a number is an address or nothing.
    let last = behind_last(name, b'.');
    if last.bytes().all(|byte| byte.is_ascii_digit()) || last.starts_with("0x") {
        return address::v4(host).map(|address| matches!(address, [127, ..])).ok_or(UrlFault::Host);
    }
    Ok(last == "localhost")
}

#[cfg(test)]
mod tests;
