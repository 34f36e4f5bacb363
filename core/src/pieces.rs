//! Small steps on short texts. Those of the standard library are made for long texts and any pattern, and are as large.

/// Texts one behind the other.
pub(crate) fn concat(pieces: &[&str]) -> String {
    join(pieces, "")
}

/// Texts one behind the other, with that between them. Nothing of them is left in memory elsewhere, for they may be secret.
pub(crate) fn join(pieces: &[&str], between: &str) -> String {
    let mut length = 0;
    for piece in pieces {
        length += piece.len() + between.len();
    }
    let mut whole = String::with_capacity(length);
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            whole.push_str(between);
        }
        whole.push_str(piece);
    }
    whole
}

/// What stands before and behind the first of these.
pub(crate) fn split_once<'t>(text: &'t str, by: &str) -> Option<(&'t str, &'t str)> {
    let at = text.as_bytes().windows(by.len()).position(|window| window == by.as_bytes())?;
    Some((text.get(..at)?, text.get(at + by.len()..)?))
}

/// The text up to the first of these ASCII characters, and the text from it on; the whole and nothing where there is none.
pub(crate) fn split_before<'t>(text: &'t str, any: &[u8]) -> (&'t str, &'t str) {
    let at = text.bytes().position(|byte| any.contains(&byte)).unwrap_or(text.len());
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// The text behind the last of this ASCII character; the whole where there is none.
pub(crate) fn behind_last(text: &str, by: u8) -> &str {
    let at = text.bytes().rposition(|byte| byte == by).map_or(0, |at| at + 1);
    text.get(at..).unwrap_or(text)
}

/// The parts between this ASCII character: one more than there are of it.
pub(crate) fn parts(text: &str, by: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let (part, behind) = split_before(rest?, &[by]);
        rest = behind.get(1..);
        Some(part)
    })
}

/// A number of things, in words: `1 digit`, `2 digits`.
pub(crate) fn counted(count: u64, thing: &str) -> String {
    let mut out = String::new();
    push_counted(count, thing, &mut out);
    out
}

/// The same at the end of a text.
pub(crate) fn push_counted(count: u64, thing: &str, out: &mut String) {
    push_number(count, out);
    out.push(' ');
    out.push_str(thing);
    out.push_str(if count == 1 { "" } else { "s" });
}

/// Two bounds in words: `3 to 14`.
pub(crate) fn bounds(min: u64, max: u64) -> String {
    let mut out = String::new();
    push_number(min, &mut out);
    out.push_str(" to ");
    push_number(max, &mut out);
    out
}

/// An integer as a text.
pub(crate) fn integer(number: i64) -> String {
    let mut out = String::new();
    push_integer(number, &mut out);
    out
}

/// A number's digits.
pub(crate) fn whole(number: u64) -> String {
    let mut out = String::new();
    push_number(number, &mut out);
    out
}

/// The digits of a number that may be negative, at the end of a text.
pub(crate) fn push_integer(number: i64, out: &mut String) {
    if number < 0 {
        out.push('-');
    }
    push_number(number.unsigned_abs(), out);
}

/// A number's digits at the end of a text.
pub(crate) fn push_number(number: u64, out: &mut String) {
    if number >= 10 {
        push_number(number / 10, out);
    }
    out.push(char::from(b'0' + (number % 10).to_le_bytes()[0]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces() {
        assert_eq!(concat(&["a", "", "b"]), "ab");
        assert_eq!(join(&["a", "", "b"], ", "), "a, , b");
        assert_eq!(join(&[], ", "), "");
    }

    #[test]
    fn numbers() {
        for number in [0, 9, 10, 305, -1, -10, i64::MAX, i64::MIN] {
            assert_eq!(integer(number), number.to_string());
        }
        let mut most = String::new();
        push_number(u64::MAX, &mut most);
        assert_eq!(most, u64::MAX.to_string());
        assert_eq!((counted(1, "digit"), counted(2, "digit")), ("1 digit".to_owned(), "2 digits".to_owned()));
        assert_eq!(bounds(3, 14), "3 to 14");
    }

    #[test]
    fn places() {
        for text in ["", "a", ".", "a.b.c", ".a..é.", "é", "a..", "é.é"] {
            assert_eq!(split_once(text, "."), text.split_once('.'), "{text}");
            assert_eq!(split_once(text, ".."), text.split_once(".."), "{text}");
            assert_eq!(split_before(text, b"."), text.split_at(text.find('.').unwrap_or(text.len())), "{text}");
            assert_eq!(Some(behind_last(text, b'.')), text.rsplit('.').next(), "{text}");
            assert_eq!(parts(text, b'.').collect::<Vec<_>>(), text.split('.').collect::<Vec<_>>(), "{text}");
        }
        assert_eq!(split_before("a?b#c", b"#?"), ("a", "?b#c"));
    }
}
