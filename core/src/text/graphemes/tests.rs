#![allow(clippy::unwrap_used, reason = "tests")]

use std::fmt::Write as _;

use proptest::prelude::*;
use unicode_segmentation::{GraphemeCursor, UNICODE_VERSION};

use super::*;

/// One or more of each class, and of what is among them for another reason.
const SAMPLES: [&str; 20] = [
    "a",
    "\r",
    "\n",
    "\u{7}",
    "\u{301}",  // extends
    "\u{93C}",  // nukta, which extends, too
    "\u{200C}", // extends, and ends a conjunct
    "\u{94D}",  // linker
    "क",
    "\u{200D}",  // zero width joiner
    "\u{903}",   // spacing mark
    "\u{600}",   // prepended
    "\u{1F1F0}", // regional indicator
    "👩",
    "\u{1F3FD}", // skin tone
    "\u{1100}",
    "\u{1160}",
    "\u{11A8}",
    "가",
    "각",
];

/// Whether the library has a boundary at this place.
fn has_boundary(text: &str, place: usize) -> bool {
    GraphemeCursor::new(place, text.len(), true).is_boundary(text, 0).unwrap()
}

/// The class of a character, told from what the library does with it.
fn class_by_library(character: char) -> Class {
    let mut text = String::new();
    // Where the rows of characters have the one in question, they have a `?`.
    let mut joins = |before: &str, after: &str| {
        text.clear();
        let mut put = |row: &str| {
            text.extend(row.chars().map(|each| if each == '?' { character } else { each }));
            text.len()
        };
        let place = put(before);
        put(after);
        !has_boundary(&text, place)
    };
    if !joins("?", "\u{301}") {
        return match (joins("?", "\n"), joins("\r", "?")) {
            (true, _) => Class::CarriageReturn,
            (_, true) => Class::LineFeed,
            _ => Class::Control,
        };
    }
    if joins("a", "?") {
        return match () {
            () if joins("👩?", "👩") => Class::ZeroWidthJoiner,
            () if joins("क?", "क") => Class::Linker,
            () if joins("क\u{94D}?", "क") => Class::Extend,
            () if joins("👩?\u{200D}", "👩") => Class::ExtendOnly,
            () => Class::SpacingMark,
        };
    }
    match () {
        () if joins("?", "a") => Class::Prepend,
        () if joins("?", "\u{1F1F0}") => Class::RegionalIndicator,
        () if joins("?\u{200D}", "👩") => Class::Pictographic,
        () if joins("?\u{94D}", "क") => Class::Consonant,
        () if joins("?", "\u{1100}") => Class::HangulL,
        () if joins("가", "?") && joins("각", "?") => Class::HangulT,
        () if joins("가", "?") => Class::HangulV,
        () if joins("\u{1100}", "?") && joins("?", "\u{1160}") => Class::HangulLv,
        () if joins("\u{1100}", "?") => Class::HangulLvt,
        () => Class::Other,
    }
}

/// The letter of the table; where the code tells the class without it, that of what is around.
fn letter(class: Class) -> char {
    match class {
        Class::Other | Class::HangulLv | Class::HangulLvt => '.',
        Class::Control | Class::CarriageReturn | Class::LineFeed => 'C',
        Class::Extend => 'E',
        Class::ExtendOnly => 'X',
        Class::Linker => 'J',
        Class::Consonant => 'K',
        Class::ZeroWidthJoiner => 'Z',
        Class::SpacingMark => 'S',
        Class::Prepend => 'P',
        Class::RegionalIndicator => 'R',
        Class::Pictographic => 'I',
        Class::HangulL => 'L',
        Class::HangulV => 'V',
        Class::HangulT => 'T',
    }
}

/// `table.rs`, from the classes of all characters.
fn written(classes: &[(char, Class)]) -> String {
    let mut tokens = Vec::new();
    let (mut start, mut last) = (0, '.');
    for (character, class) in classes {
        let code = u32::from(*character);
        if letter(*class) != last {
            match code - start {
                0 => {}
                1 => tokens.push(last.to_string()),
                length => tokens.push(format!("{length}{last}")),
            }
            (start, last) = (code, letter(*class));
        }
    }
    let (major, minor, patch) = UNICODE_VERSION;
    let mut file = format!(
        "//! The classes of all characters, by Unicode {major}.{minor}.{patch}. Written by a test, which fails where it is not so.\n\n\
         /// Runs of one class, from U+0000 on: how many characters, where it is not one, and the letter of [`super::Class::of`].\n\
         /// What is behind the last run is of class `.`.\n\
         pub(super) static RUNS: &[u8] = b\"\\\n"
    );
    let mut line = String::new();
    for token in tokens {
        if line.len() + token.len() > 110 {
            let _ = writeln!(file, "    {line}\\");
            line.clear();
        }
        line.push_str(&token);
    }
    let _ = writeln!(file, "    {line}\";");
    file
}

#[test]
fn the_table_is_that_of_the_library() {
    let classes: Vec<(char, Class)> = ('\0'..=char::MAX).map(|each| (each, class_by_library(each))).collect();
    let written = written(&classes);
    assert!(
        written == include_str!("table.rs"),
        "unicode-segmentation has another Unicode now, or the table was changed; write this to core/src/text/graphemes/table.rs:\n{written}"
    );
    let mut graphemes = Graphemes::default();
    for (character, class) in classes {
        assert_eq!(graphemes.class(character), class, "U+{:04X}", u32::from(character));
    }
}

/// For every end: what the library says of the text from `start` on.
fn check(graphemes: &mut Graphemes, text: &str, start: usize) {
    let rest = &text[start..];
    let is_whole = has_boundary(text, start);
    let mut last = None;
    for end in rest.char_indices().map(|(place, each)| start + place + each.len_utf8()) {
        let is_boundary = has_boundary(rest, end - start);
        if is_boundary {
            last = Some(end);
        }
        assert_eq!(graphemes.last_boundary(text, start, end), last, "{text:?} {start} {end}");
        // What is before a boundary changes nothing.
        assert!(!is_whole || has_boundary(text, end) == is_boundary, "{text:?} {start} {end}");
    }
}

fn check_everywhere(text: &str) {
    let mut graphemes = Graphemes::default();
    for (start, _) in text.char_indices() {
        check(&mut graphemes, text, start);
    }
}

#[test]
fn the_rules_are_those_of_the_library() {
    let mut graphemes = Graphemes::default();
    for [first, second] in SAMPLES.iter().flat_map(|first| SAMPLES.map(|second| [*first, second])) {
        for [third, fourth] in SAMPLES.iter().flat_map(|third| SAMPLES.map(|fourth| [*third, fourth])) {
            check(&mut graphemes, &[first, second, third, fourth].concat(), 0);
        }
    }
}

#[test]
fn every_character_of_a_class_beside_every_class() {
    let mut graphemes = Graphemes::default();
    let mut last = Class::Other;
    for character in '\0'..=char::MAX {
        let class = graphemes.class(character);
        // Of the many others, the first ones of their runs do.
        if class != Class::Other || class != last {
            let pairs = SAMPLES.iter().flat_map(|sample| [character.to_string(), (*sample).to_owned()]);
            check(&mut graphemes, &pairs.collect::<String>(), 0);
        }
        last = class;
    }
}

#[test]
fn what_readers_see_as_one_character() {
    let clusters = [
        "🇰🇪",
        "🇹🇿",
        "👨‍👩‍👧‍👦",
        "👋🏽",
        "❤️‍🔥",
        "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        "e\u{301}\u{323}",
        "क्षि",
        "क्‍ष",
        "ড়্ড",
        "\u{600}1",
        "각",
        "\u{1112}\u{1161}\u{11AB}",
        "\r\n",
        "\u{7}",
        "நி",
        "a",
    ];
    let text = clusters.concat();
    let mut graphemes = Graphemes::default();
    let mut start = 0;
    for cluster in clusters {
        let end = start + cluster.len();
        for (place, _) in cluster.char_indices().skip(1) {
            assert_eq!(graphemes.last_boundary(&text, 0, start + place), (start > 0).then_some(start), "{cluster}");
        }
        assert_eq!(graphemes.last_boundary(&text, start, end), Some(end), "{cluster}");
        start = end;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn rows_of_what_is_tricky(pieces in prop::collection::vec(prop::sample::select(&SAMPLES[..]), 0..24)) {
        check_everywhere(&pieces.concat());
    }

    #[test]
    fn rows_of_anything(text in any::<String>()) {
        check_everywhere(&text);
    }
}
