//! Strings as they are read: borrowed or not, escapes, control characters, bytes that are no text.

use std::borrow::Cow;

use super::super::{Reader, decode};
use super::{end, expected};

fn string(text: &str) -> String {
    Reader::new(text).string().unwrap().into_owned()
}

#[test]
fn strings_without_escapes_are_borrowed() {
    for text in ["", "a", "Artık", "twelve chars", "more than sixteen characters", "\u{7f}\u{2028}😀/"] {
        let json = format!(" \"{text}\"");
        let mut reader = Reader::new(&json);
        assert!(matches!(reader.string(), Ok(Cow::Borrowed(read)) if read == text));
        assert_eq!(reader.end(), Ok(()));
    }
}

#[test]
fn escapes_are_resolved() {
    assert_eq!(string(r#""\"\\\/\b\f\n\r\t""#), "\"\\/\u{8}\u{c}\n\r\t");
    assert_eq!(string(r#""\u0041\u00e9\u20AC\u0000""#), "Aé€\0");
    assert_eq!(string(r#""before \ud83d\uDE00 after""#), "before 😀 after");
    assert_eq!(string(r#""\\u0041""#), "\\u0041");
}

#[test]
fn half_surrogates_become_replacement_characters() {
    for (json, text) in [
        (r#""\ud800""#, "\u{fffd}"),
        (r#""\udc00""#, "\u{fffd}"),
        (r#""a\ud83db""#, "a\u{fffd}b"),
        (r#""\ud83d\n""#, "\u{fffd}\n"),
        (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
        (r#""\ud83d\u0041""#, "\u{fffd}A"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        (r#""\udbff\udfff\ud800\udc00""#, "\u{10ffff}\u{10000}"),
    ] {
        assert_eq!(string(json), text, "{json}");
    }
}

#[test]
fn faulty_strings_are_refused_at_the_fault() {
    let escape = "one of \"\\/bfnrtu after a backslash";
    let hexadecimal = "four hexadecimal digits";
    for (json, error) in [
        ("a", expected(0, "a string")),
        ("'a'", expected(0, "a string")),
        ("\"", end(1)),
        ("\"abc", end(4)),
        ("\"abcdefghijkl", end(13)),
        ("\"\\", end(2)),
        ("\"\\u12", end(5)),
        ("\"\\ud800\\u", end(9)),
        ("\"\\ud800", end(7)),
        (r#""\x""#, expected(2, escape)),
        (r#""\U0041""#, expected(2, escape)),
        (r#""\u12g4""#, expected(5, hexadecimal)),
        (r#""\u+123""#, expected(3, hexadecimal)),
        (r#""\u12""#, expected(5, hexadecimal)),
        (r#""\ud83d\uzzzz""#, expected(9, hexadecimal)),
        ("\"\\é\"", expected(2, escape)),
    ] {
        assert_eq!(Reader::new(json).string(), Err(error), "{json}");
        assert_eq!(
            Reader::new(json).skip().err(),
            if json.starts_with('"') { Some(error) } else { Some(expected(0, "a value")) }
        );
    }
}

#[test]
fn raw_control_characters_pass_only_a_lenient_reader() {
    for control in (0..0x20).map(char::from) {
        for before in 0..17 {
            let text = format!("{}{control}tail\\{control}", "x".repeat(before)).replace('\\', "");
            let json = format!("\"{text}\"");
            let error = expected(before + 1, "an escape instead of a raw control character");
            assert_eq!(Reader::new(&json).string(), Err(error));
            assert_eq!(Reader::new(&json).skip(), Err(error));
            assert_eq!(Reader::lenient(&json).string().unwrap(), text);
            let mut reader = Reader::lenient(&json);
            assert_eq!(reader.skip(), Ok(()));
            assert_eq!(reader.end(), Ok(()));
        }
    }
    assert_eq!(Reader::lenient("\"a\nb\\nc\0\"").string().unwrap(), "a\nb\nc\0");
}

#[test]
fn every_stop_is_found_at_every_place() {
    // All that the search for eight bytes at once could mistake for one another stands here.
    let neighbours = ['\u{1}', '\u{1f}', ' ', '!', '"', '#', '[', '\\', ']', '\u{7f}', '\u{80}', 'Ü', '∢', '𐢢'];
    for length in 0..20 {
        for at in 0..=length {
            for (first, second) in neighbours.iter().flat_map(|&a| neighbours.map(|b| (a, b))) {
                let text: String = ["x".repeat(at), [first, second].iter().collect(), "y".repeat(length - at)].concat();
                let json = serde_json::to_string(&text).unwrap();
                assert_eq!(string(&json), text);
                let mut writer = super::Writer::with_capacity(0);
                writer.string(&text);
                assert_eq!(writer.into_bytes(), json.as_bytes());
            }
        }
    }
}

#[test]
fn bytes_become_text() {
    for (bytes, text, skipped) in [
        (&b""[..], "", 0),
        (b"{}", "{}", 0),
        (b"\xEF\xBB\xBF{}", "{}", 3),
        (b"\xEF\xBB\xBF\xEF\xBB\xBF", "\u{feff}", 3),
        (b"\xEF\xBB", "\u{fffd}", 0),
        (b"a\xFFb\xC3", "a\u{fffd}b\u{fffd}", 0),
        (b"\xEF\xBB\xBF\xED\xA0\x80", "\u{fffd}\u{fffd}\u{fffd}", 3),
    ] {
        assert_eq!(decode::text(bytes), (text.into(), skipped));
    }
    assert!(matches!(decode::text("Türkçe".as_bytes()).0, Cow::Borrowed(_)));
}
