//! The header fields of a reply.

use std::fmt;

use crate::outcome::ResendAfter;
use crate::pieces::{behind_last, concat, split_before, split_once};
use crate::time;

/// The header fields of a reply that matter, whatever their spelling. Printing them tells which are there.
#[derive(Clone, Default)]
pub struct ReplyHeaders {
    retry_after: Option<String>,
    date: Option<String>,
    location: Option<String>,
}

impl ReplyHeaders {
    /// The names that are looked at, in lower case; a host language need pass no others.
    pub const NAMES: [&'static str; 3] = ["retry-after", "date", "location"];

    /// Takes them from pairs of name and value. The first of several counts.
    pub fn from_pairs<N: AsRef<str>, V: AsRef<[u8]>>(pairs: impl IntoIterator<Item = (N, V)>) -> ReplyHeaders {
        let mut headers = ReplyHeaders::default();
        for (name, value) in pairs {
            let name = name.as_ref();
            let slot = if name.eq_ignore_ascii_case("retry-after") {
                &mut headers.retry_after
            } else if name.eq_ignore_ascii_case("date") {
                &mut headers.date
            } else if name.eq_ignore_ascii_case("location") {
                &mut headers.location
            } else {
                continue;
            };
            slot.get_or_insert_with(|| String::from_utf8_lossy(value.as_ref()).trim().to_owned());
        }
        headers
    }

    /// How long the gateway asks to wait.
    pub(super) fn retry_after(&self) -> Option<ResendAfter> {
        let value = self.retry_after.as_deref()?;
        time::retry_after(value, self.date.as_deref()).map(ResendAfter::from)
    }

    /// Where a redirect points, without query and user info: either may hold a credential.
    pub(super) fn location(&self) -> Option<String> {
        let (location, _) = split_before(self.location.as_deref()?, b"?#");
        let Some((head, rest)) = location.split_at_checked(host_start(location)?) else {
            return Some(location.to_owned());
        };
        let (authority, path) = split_before(rest, SLASHES);
        let host = behind_last(authority, b'@');
        // A slash or question mark within a password ends what looks like the host; then nothing is sure but the scheme.
        if has_port_or_none(host) { Some(concat(&[head, host, path])) } else { Some(head.to_owned()) }
    }
}

const SLASHES: &[u8] = b"/\\";

/// Where the host begins, user info included: behind a scheme and any slashes, or behind two slashes. The end of the text
/// for a path alone.
fn host_start(location: &str) -> Option<usize> {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    };
    let scheme = split_once(location, ":").map(|(scheme, _)| scheme).filter(|scheme| is_scheme(scheme));
    let after_scheme = scheme.map_or(0, |scheme| scheme.len() + 1);
    let slashes = location.get(after_scheme..)?.bytes().take_while(|byte| SLASHES.contains(byte)).count();
    Some(if scheme.is_some() || slashes > 1 { after_scheme + slashes } else { location.len() })
}

fn has_port_or_none(host: &str) -> bool {
    split_once(behind_last(host, b']'), ":").is_none_or(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
}

impl fmt::Debug for ReplyHeaders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = [&self.retry_after, &self.date, &self.location];
        let present = ReplyHeaders::NAMES.iter().zip(found).filter_map(|(name, found)| found.as_ref().map(|_| name));
        f.write_str("ReplyHeaders")?;
        f.debug_list().entries(present).finish()
    }
}

impl From<&http::HeaderMap> for ReplyHeaders {
    fn from(map: &http::HeaderMap) -> ReplyHeaders {
        ReplyHeaders::from_pairs(map.iter().map(|(name, value)| (name.as_str(), value.as_bytes())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_without_what_may_be_secret() {
        let cases = [
            ("https://example.com/login", "https://example.com/login"),
            ("https://example.com:8443/a?key=SECRET#SECRET", "https://example.com:8443/a"),
            ("https://user:p@SECRET@example.com/x", "https://example.com/x"),
            ("https://SECRET@[::1]:8080/x", "https://[::1]:8080/x"),
            ("HTTPS:\\\\user:SECRET@example.com\\x", "HTTPS:\\\\example.com\\x"),
            ("https:/user:SECRET@example.com/x", "https:/example.com/x"),
            ("//user:SECRET@example.com/x", "//example.com/x"),
            ("https://user:SEC/RET@example.com/x", "https://"),
            ("https://user:SEC?RET@example.com/x", "https://"),
            ("https://example.com/@me/a:b@c", "https://example.com/@me/a:b@c"),
            ("/login//user@example.com", "/login//user@example.com"),
            ("login", "login"),
            ("", ""),
        ];
        for (given, expected) in cases {
            let headers = ReplyHeaders::from_pairs([("location", given)]);
            assert_eq!(headers.location().as_deref(), Some(expected));
            assert_eq!(format!("{headers:?}"), "ReplyHeaders[\"location\"]");
        }
        assert_eq!(ReplyHeaders::default().location(), None);
    }

    #[test]
    fn the_first_of_several_counts_and_printing_tells_names_alone() {
        let pairs = [("RETRY-AFTER", "7"), ("Retry-After", "8"), ("Date", "soon"), ("Set-Cookie", "SECRET")];
        let headers = ReplyHeaders::from_pairs(pairs);
        assert_eq!(headers.retry_after().map(|after| after.to_string()).as_deref(), Some("7 s"));
        assert_eq!(format!("{headers:?}"), "ReplyHeaders[\"retry-after\", \"date\"]");
        assert_eq!(format!("{:?}", ReplyHeaders::default()), "ReplyHeaders[]");
    }
}
