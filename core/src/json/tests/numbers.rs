//! The grammar of numbers, and which of them are integers of a tree.

use super::super::{Reader, Value, parse};
use super::{end, expected};

#[test]
fn integers_are_plain_digits_within_64_bits() {
    for (text, value) in [
        ("0", 0),
        ("7", 7),
        ("-1", -1),
        ("720", 720),
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808", i64::MIN),
    ] {
        assert_eq!(parse(text, 0), Ok(Value::Integer(value)));
    }
}

#[test]
fn all_other_numbers_keep_their_text() {
    for text in [
        "-0",
        "0.0",
        "-0.5",
        "1.10",
        "1e5",
        "1E+5",
        "12.5e-007",
        "1e999",
        "9223372036854775808",
        "-9223372036854775809",
        "20330000000000000000091",
    ] {
        assert_eq!(parse(text, 0), Ok(Value::Number(text.into())));
    }
}

#[test]
fn what_is_not_a_number_is_refused_where_it_ends_to_be_one() {
    for (text, error) in [
        ("", end(0)),
        ("-", end(1)),
        ("1.", end(2)),
        ("1e", end(2)),
        ("1e+", end(3)),
        ("+1", expected(0, "a number")),
        (".5", expected(0, "a number")),
        ("NaN", expected(0, "a number")),
        ("\"1\"", expected(0, "a number")),
        ("-x", expected(1, "a digit")),
        ("--1", expected(1, "a digit")),
        ("1.e5", expected(2, "a digit")),
        ("1e.5", expected(2, "a digit")),
        ("1ee5", expected(2, "a digit")),
        ("-Infinity", expected(1, "a digit")),
    ] {
        assert_eq!(Reader::new(text).number(), Err(error), "{text}");
    }
}

#[test]
fn a_number_ends_where_its_grammar_does() {
    for (text, number, offset) in [("01", "0", 1), ("-00", "-0", 2), ("1.5.2", "1.5", 3), (" 12abc", "12", 3)] {
        let mut reader = Reader::new(text);
        assert_eq!(reader.number(), Ok(number));
        assert_eq!(reader.offset(), offset);
        assert!(reader.end().is_err());
    }
}
