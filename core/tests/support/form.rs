//! A reader of `application/x-www-form-urlencoded` that shares nothing with the one that writes.

/// The octets of percent-encoded text; none where a `%` has no two digits.
pub fn percent_decoded(text: &str) -> Option<Vec<u8>> {
    let mut octets = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        octets.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            other => other,
        });
    }
    Some(octets)
}

fn decoded(text: &str) -> Option<String> {
    String::from_utf8(percent_decoded(&text.replace('+', " "))?).ok()
}

/// The pairs of a form; none where it is no form.
pub fn pairs(form: &str) -> Option<Vec<(String, String)>> {
    if form.is_empty() {
        return Some(Vec::new());
    }
    form.split('&').map(|pair| pair.split_once('=')).map(|pair| Some((decoded(pair?.0)?, decoded(pair?.1)?))).collect()
}
