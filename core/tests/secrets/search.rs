//! All that was printed, searched for every form of a secret.

use std::fmt::{Debug, Display, Write as _};

use serde::Serialize;
use smskernel::{InvalidRequest, Outcome};

use crate::support;

pub fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    bits.chunks(6)
        .map(|chunk| {
            let value = (0..6).fold(0_usize, |value, at| value << 1 | usize::from(chunk.get(at).copied().unwrap_or(0)));
            char::from(ALPHABET[value])
        })
        .collect()
}

fn percent(text: &str, keeps: fn(u8) -> bool) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if keeps(byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").unwrap();
        }
        out
    })
}

/// A secret in every form in which it could be found: plain, base64 at each of the three alignments, percent-encoded in
/// both cases, escaped in JSON, and as the list of bytes that a `Debug` would print.
pub fn forms(secret: &str) -> Vec<String> {
    let mut forms = vec![secret.to_owned(), secret.to_uppercase(), secret.chars().rev().collect()];
    for shift in 0..3 {
        let shifted = [vec![b'x'; shift], secret.as_bytes().to_vec()].concat();
        let encoded = base64(&shifted);
        // The first and last letters depend on the neighbours.
        let inner = &encoded[shift.div_ceil(1) * 2..encoded.len() - 2];
        forms.push(inner.to_owned());
        forms.push(inner.replace('+', "-").replace('/', "_"));
    }
    for keeps in
        [|byte: u8| byte.is_ascii_alphanumeric(), |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)]
    {
        let encoded = percent(secret, keeps);
        forms.extend([encoded.to_lowercase(), encoded.replace("%20", "+"), encoded]);
    }
    forms.push(serde_json::to_string(secret).unwrap().trim_matches('"').to_owned());
    let bytes: Vec<String> = secret.bytes().map(|byte| byte.to_string()).collect();
    forms.push(bytes.join(", "));
    forms
}

/// All that was printed, with what printed it.
#[derive(Default)]
pub struct Printed(Vec<(String, String)>);

impl Printed {
    pub fn text(&mut self, name: &str, text: impl Into<String>) {
        self.0.push((name.to_owned(), text.into()));
    }

    pub fn debug(&mut self, name: &str, value: &impl Debug) {
        self.text(&format!("{name} as {{:?}}"), format!("{value:?}"));
        self.text(&format!("{name} as {{:#?}}"), format!("{value:#?}"));
    }

    pub fn display(&mut self, name: &str, value: &(impl Debug + Display)) {
        self.debug(name, value);
        self.text(&format!("{name} as {{}}"), value.to_string());
    }

    pub fn json(&mut self, name: &str, value: &impl Serialize) {
        self.text(&format!("{name} as JSON"), support::json(value).to_string());
    }

    /// Its `Debug` and `Display` both show the gateway's words.
    pub fn outcome(&mut self, name: &str, outcome: &Outcome) {
        self.debug(name, outcome);
        self.text(name, outcome.to_string());
    }

    pub fn invalid(&mut self, name: &str, error: &InvalidRequest) {
        self.display(name, error);
        for violation in &error.violations {
            self.display(name, violation);
            self.text(name, violation.message());
        }
    }

    /// Nothing of it holds any form of those.
    pub fn holds_none_of(&self, secrets: &[&str]) {
        assert!(self.0.len() > 20, "enough was printed");
        let mut leaks = Vec::new();
        for (name, text) in &self.0 {
            for secret in secrets {
                leaks.extend(
                    forms(secret).into_iter().filter(|form| text.contains(form.as_str())).map(|form| (name, form)),
                );
            }
        }
        assert!(leaks.is_empty(), "{leaks:#?}");
    }
}
