//! Passing over values, however deep.

use super::super::Reader;
use super::{end, expected};

#[test]
fn raw_gives_the_text_of_one_value() {
    for value in ["null", "true", "-0.10e+5", "\"a\\\"b\"", "[ 1 , [] , {\"a\" : {}} ]", "{}", "[]", "[[],[[]]]"] {
        let text = format!(" \n{value} , 1");
        let mut reader = Reader::new(&text);
        assert_eq!(reader.raw(), Ok(value));
        assert_eq!(reader.offset(), 2 + value.len());
    }
    assert_eq!(Reader::new(" ").raw(), Err(end(1)));
}

#[test]
fn a_million_brackets_pass() {
    const DEPTH: usize = 1_000_000;
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":[1,", "]}]")] {
        let complete = format!("{}1{}", open.repeat(DEPTH), close.repeat(DEPTH));
        let mut reader = Reader::new(&complete);
        assert_eq!(reader.raw(), Ok(complete.as_str()));
        assert_eq!(reader.end(), Ok(()));
        let incomplete = open.repeat(DEPTH);
        assert_eq!(Reader::new(&incomplete).skip(), Err(end(incomplete.len())));
    }
}

#[test]
fn each_bracket_must_close_as_it_opened() {
    // Patterns of lists and objects around the sizes at which the memory of open brackets grows.
    for depth in [1, 2, 3, 62, 63, 64, 65, 66, 127, 128, 129, 130, 193] {
        for pattern in [0_usize, 1, 2, 3, 5] {
            let is_object = |level: usize| pattern != 0 && matches!(level * pattern % 7, 1 | 2 | 4 | 5);
            let open: String = (0..depth).map(|level| if is_object(level) { "{\"\":" } else { "[" }).collect();
            let close: Vec<char> = (0..depth).rev().map(|level| if is_object(level) { '}' } else { ']' }).collect();
            let text = format!("{open}0{}", close.iter().collect::<String>());
            assert_eq!(Reader::new(&text).raw(), Ok(text.as_str()));
            for wrong in 0..depth {
                let mut close = close.clone();
                close[wrong] = if close[wrong] == '}' { ']' } else { '}' };
                let text = format!("{open}0{}", close.iter().collect::<String>());
                let error = expected(open.len() + 1 + wrong, "a comma or a closing bracket");
                assert_eq!(Reader::new(&text).skip(), Err(error));
            }
        }
    }
}
