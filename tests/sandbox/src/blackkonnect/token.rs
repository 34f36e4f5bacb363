//! Access tokens: the call that hands them out, and the check of a call that carries one (Blackkonnect reference,
//! sections 2.1 and 2.2).

use std::collections::VecDeque;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{CLIENT_ID, CLIENT_SECRET, TOKEN};
use crate::exchange::{Answer, Request};
use crate::json::Json;
use crate::judge::Findings;
use crate::modes::Mode;
use crate::urlencoded;

/// The most tokens that are remembered.
const MOST: usize = 10_000;

/// A day in the year 2100, and an hour of 1 January 2000: ends that no clock takes for the other.
const FAR_AHEAD: u64 = 4_102_444_800;
const LONG_PAST: u64 = 946_688_400;

/// How long before its end a token says that it was made.
const LIFETIME: u64 = 3600;

/// The tokens that were handed out.
#[derive(Debug, Default)]
pub(crate) struct Tokens(VecDeque<Issued>);

#[derive(Debug)]
struct Issued {
    text: String,
    expires: u64,
    uses_left: Option<u32>,
}

impl Tokens {
    /// Keeps a new token, and lets go of the oldest beyond the bound.
    fn add(&mut self, text: &str, expires: u64, uses: Option<u32>) {
        self.0.push_back(Issued { text: text.to_owned(), expires, uses_left: uses });
        if self.0.len() > MOST {
            self.0.pop_front();
        }
    }

    /// Takes a token for one call. The error says why it is no good.
    fn spend(&mut self, text: &str, now: u64) -> Result<(), &'static str> {
        let issued = self.0.iter_mut().rev().find(|issued| issued.text == text);
        let issued = issued.ok_or("is unknown to this gateway")?;
        if issued.expires <= now {
            return Err("has expired");
        }
        if let Some(left) = issued.uses_left {
            issued.uses_left = Some(left.checked_sub(1).ok_or("has served all its calls")?);
        }
        Ok(())
    }
}

/// Checks the token of a call. Every call that brings a token uses it, whatever becomes of the call.
pub(super) fn check(request: &Request<'_>) -> Result<(), &'static str> {
    let header = request.header("authorization").ok_or("is missing")?;
    let token = header.strip_prefix("Bearer ").ok_or("must be Bearer and a token")?;
    if token == TOKEN {
        return Ok(());
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    request.sandbox.tokens().spend(token, now)
}

/// Judges the form and hands out a token.
pub(super) fn hand_out(request: &Request<'_>, findings: &mut Findings) -> Option<Answer> {
    judge_form(request, findings);
    if !findings.is_empty() {
        return None;
    }
    let expires = if request.modes.has(&Mode::TokenExpired) { LONG_PAST } else { FAR_AHEAD };
    let token = text(request.ids.next(), expires);
    request.sandbox.tokens().add(&token, expires, request.modes.token_uses());
    Some(Answer::json(200, &Json::object([("token", Json::text(token))])))
}

/// Section 2.1: four fields, of which OAuth 2.0 needs all but `scope`.
fn judge_form(request: &Request<'_>, findings: &mut Findings) {
    let text = String::from_utf8_lossy(request.body);
    let pairs = match urlencoded::pairs(&text) {
        Ok(pairs) => pairs,
        Err(text) => return findings.add("body", "Form", text),
    };
    for (index, (name, value)) in pairs.iter().enumerate() {
        if !["scope", "client_id", "client_secret", "grant_type"].contains(&name.as_str()) {
            findings.add(name.as_str(), "Unknown", "is not a documented field");
        } else if pairs.iter().take(index).any(|(earlier, _)| earlier == name) {
            findings.add(name.as_str(), "Duplicate", "is given more than once");
        } else if value.is_empty() {
            findings.add(name.as_str(), "Length", "must not be empty");
        }
    }
    for (name, right, rule) in [
        ("client_id", CLIENT_ID, "Credential"),
        ("client_secret", CLIENT_SECRET, "Credential"),
        ("grant_type", "client_credentials", "Choice"),
    ] {
        match pairs.iter().find(|(given, _)| given == name) {
            None => findings.add(name, "Required", "is missing"),
            Some((_, value)) if value.is_empty() || value == right => {}
            Some(_) if rule == "Choice" => findings.add(name, rule, format!("must be {right}")),
            Some(_) => findings.add(name, rule, "is unknown to this gateway"),
        }
    }
}

/// A token in the form of a JWT, its number making it one of a kind. The signature is none.
fn text(number: u64, expires: u64) -> String {
    let header = Json::object([("alg", Json::text("HS256")), ("typ", Json::text("JWT"))]);
    let claims = Json::object([
        ("sub", Json::text(CLIENT_ID)),
        ("jti", Json::text(number.to_string())),
        ("iat", Json::number(expires - LIFETIME)),
        ("exp", Json::number(expires)),
    ]);
    let part = |json: &Json| base64url(json.to_string().as_bytes());
    format!("{}.{}.{}", part(&header), part(&claims), base64url(b"no signature"))
}

/// Base64 with the alphabet for URLs and without padding, as JWT has it (RFC 4648, section 5).
fn base64url(octets: &[u8]) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for group in octets.chunks(3) {
        let octet = |index: usize| u32::from(group.get(index).copied().unwrap_or_default());
        let bits = octet(0) << 16 | octet(1) << 8 | octet(2);
        let digits = [18, 12, 6, 0].into_iter().take(group.len() + 1);
        let digit = |shift: u32| usize::try_from(bits >> shift & 63).ok().and_then(|index| alphabet.get(index));
        text.extend(digits.filter_map(digit).map(|digit| char::from(*digit)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_base64() {
        assert_eq!(base64url(b""), "");
        assert_eq!(base64url(b"f"), "Zg");
        assert_eq!(base64url(b"fo"), "Zm8");
        assert_eq!(base64url(b"foobar"), "Zm9vYmFy");
        assert_eq!(base64url(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn tokens_end() {
        let mut tokens = Tokens::default();
        tokens.add("twice", 10, Some(2));
        tokens.add("old", 5, None);
        assert_eq!(tokens.spend("twice", 5), Ok(()));
        assert_eq!(tokens.spend("old", 4), Ok(()));
        assert_eq!(tokens.spend("old", 5), Err("has expired"));
        assert_eq!(tokens.spend("twice", 5), Ok(()));
        assert_eq!(tokens.spend("twice", 5), Err("has served all its calls"));
        assert_eq!(tokens.spend("other", 5), Err("is unknown to this gateway"));
    }
}
