//! What somebody may have meant.

use super::{ObjectNames, is_camel_of};
use crate::judge::Mode;
use crate::pieces::concat;

/// ` Did you mean `text`?` where a known name is near, and how to send the field all the same.
pub(crate) fn suggest(names: &ObjectNames, key: &str, mode: Mode) -> String {
    if let Some((_, where_to)) = names.elsewhere.iter().find(|(known, _)| *known == key) {
        return concat(&[" ", where_to]);
    }
    let mut best: Option<(usize, &'static str)> = None;
    for field in names.fields {
        let candidates = if mode == Mode::Check { [field.wire, field.wire] } else { [field.wire, field.ours] };
        for candidate in candidates {
            let distance = distance(key, candidate);
            if distance <= allowed_distance(candidate) && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        // Somebody who wrote our name into a finished payload meant the gateway's.
        if mode == Mode::Check && (field.ours == key || is_camel_of(field.ours.as_bytes(), key.as_bytes())) {
            best = Some((0, field.wire));
        }
    }
    let mut words = match best {
        Some((_, name)) => concat(&[" Did you mean `", name, "`?"]),
        None => String::new(),
    };
    if mode == Mode::Request {
        words.push_str(" To send it as it is, put it under `extra`.");
    }
    words
}

/// The nearest of some words, as ` Did you mean "TR"?`, or nothing.
pub(crate) fn nearest(text: &str, words: &[&'static str]) -> String {
    let mut best: Option<(usize, &str)> = None;
    for word in words {
        let found = (distance(text, word), *word);
        if found.0 <= allowed_distance(word) && best.is_none_or(|best| found < best) {
            best = Some(found);
        }
    }
    best.map_or_else(String::new, |(_, word)| concat(&[" Did you mean ", word, "?"]))
}

fn allowed_distance(word: &str) -> usize {
    match word.len() {
        0..=2 => 0,
        3..=4 => 1,
        _ => 2,
    }
}

/// Edit distance over letters and digits, in lower case: `send-at`, `sendAT` and `send_at` are one.
fn distance(one: &str, other: &str) -> usize {
    // Nobody means a short name with a long one; this also bounds the work.
    const LONGEST: usize = 40;
    let fold = |text: &str| {
        let mut folded = Vec::new();
        for character in text.chars() {
            if folded.len() <= LONGEST && (!character.is_ascii() || character.is_ascii_alphanumeric()) {
                folded.push(character.to_ascii_lowercase());
            }
        }
        folded
    };
    let (one, other) = (fold(one), fold(other));
    if one.len() > LONGEST || one.is_empty() {
        return usize::MAX;
    }
    let mut row = vec![0; other.len() + 1];
    for (place, slot) in row.iter_mut().enumerate() {
        *slot = place;
    }
    for (i, left) in one.iter().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (slot, right) in row.iter_mut().skip(1).zip(&other) {
            let cost = diagonal + usize::from(left != right);
            diagonal = *slot;
            before = cost.min(diagonal + 1).min(before + 1);
            *slot = before;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_folds_case_and_signs() {
        assert_eq!(distance("send-AT", "send_at"), 0);
        assert_eq!(distance("mesage", "message"), 1);
        assert_eq!(distance("form", "from"), 2);
        assert_eq!(distance("", "from"), usize::MAX);
    }
}
