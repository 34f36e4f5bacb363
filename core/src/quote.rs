//! How what a caller gave stands in a sentence: in quotes, and with nothing in it that cannot be seen.

/// A text in double quotes, cut behind so many code points.
pub(crate) fn quoted(text: &str, longest: usize) -> String {
    let mut out = String::new();
    push_quoted(text, longest, &mut out);
    out
}

/// The same at the end of a text.
pub(crate) fn push_quoted(text: &str, longest: usize, out: &mut String) {
    out.push('"');
    for (count, character) in text.chars().enumerate() {
        if count == longest {
            out.push('…');
            break;
        }
        push_escaped(character, '"', out);
    }
    out.push('"');
}

/// A character in single quotes, and its number: `'ä' (U+00E4)`.
pub(crate) fn named(character: char) -> String {
    let mut out = String::new();
    push_named(character, &mut out);
    out
}

/// The same at the end of a text.
pub(crate) fn push_named(character: char, out: &mut String) {
    out.push('\'');
    push_escaped(character, '\'', out);
    out.push_str("' (U+");
    push_hex(u64::from(character), 4, char::to_ascii_uppercase, out);
    out.push(')');
}

fn push_escaped(character: char, quote: char, out: &mut String) {
    match character {
        own if own == quote || own == '\\' => {
            out.push('\\');
            out.push(own);
        }
        '\0' => out.push_str("\\0"),
        hidden if is_hidden(hidden) => push_hidden(hidden, out),
        shown => out.push(shown),
    }
}

/// What stands for a character that cannot be seen.
pub(crate) fn push_hidden(character: char, out: &mut String) {
    match character {
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        '\n' => out.push_str("\\n"),
        other => {
            out.push_str("\\u{");
            push_hex(u64::from(other), 1, |digit| *digit, out);
            out.push('}');
        }
    }
}

/// The hexadecimal digits of a number, no fewer than `least`.
pub(crate) fn push_hex(number: u64, least: u32, case: fn(&char) -> char, out: &mut String) {
    let digits = (64 - number.leading_zeros()).div_ceil(4).max(least);
    for place in (0..digits).rev() {
        let [digit, ..] = (number >> (4 * place) & 15).to_le_bytes();
        out.extend(char::from_digit(u32::from(digit), 16).as_ref().map(case));
    }
}

/// Whether a character shows nothing of itself, moves the cursor, or turns around what stands beside it: Unicode's
/// controls, format characters, blanks other than the space, fillers, and what is for private use.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{1680}' | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}'
                | '\u{3000}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown() {
        let quoted = |text| super::quoted(text, 10);
        assert_eq!(quoted(""), r#""""#);
        assert_eq!(quoted("Grüße 😀 नमस"), r#""Grüße 😀 नम…""#);
        assert_eq!(quoted("a\"b'c\\\t\r\n\0"), r#""a\"b'c\\\t\r\n\0""#);
        assert_eq!(
            quoted("\u{1b}\u{85}\u{a0}\u{200b}\u{202e}\u{e0001}"),
            r#""\u{1b}\u{85}\u{a0}\u{200b}\u{202e}\u{e0001}""#
        );
    }

    #[test]
    fn names() {
        let cases = [
            ('a', "'a' (U+0061)"),
            ('\'', "'\\'' (U+0027)"),
            ('"', "'\"' (U+0022)"),
            ('€', "'€' (U+20AC)"),
            ('😀', "'😀' (U+1F600)"),
            ('\u{b}', "'\\u{b}' (U+000B)"),
        ];
        for (character, name) in cases {
            assert_eq!(named(character), name);
        }
    }
}
