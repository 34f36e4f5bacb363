//! Prints messages of many kinds, cut in parts, as JSON lines for `tests/checkers`: `cargo run -p smskernel --example parts`.
//!
//! The texts come from a fixed row of numbers: lengths around every budget, characters of every table, emoji and marks.

#![allow(clippy::print_stdout, reason = "printing is what this program is for")]
#![allow(clippy::expect_used, reason = "a text that cannot be split here is a fault worth stopping at")]

#[path = "../tests/text_vectors/members.rs"]
mod members;

use members::members;
use serde_json::{Value, json};
use smskernel::text::{Language, Options, Reference, Way, split};

/// Characters that are drawn from, the first of them most often.
const ALPHABETS: [&[&str]; 8] = [
    &["a", "b", " ", "@", "é", "Ω", "\n", "\r", "£", "0"],
    &["a", " ", "€", "[", "]", "{", "}", "\\", "~", "^", "|", "@"],
    &["ğ", "ş", "ı", "a", " ", "İ", "€", "@"],
    &["á", "ú", "a", " ", "€", "Á", "ç"],
    &["क", "ख", " ", "a", "१", "A", "\u{94d}", "ि"],
    &["д", "ж", " ", "a", "«", "—"],
    &["😀", "д", "a", "👍🏽", "🇰🇪", "👨\u{200d}👩\u{200d}👧\u{200d}👦", "e\u{301}"],
    &["你", "好", "。", " ", "😀"],
];

/// Lengths around one, two and three parts.
const LENGTHS: [usize; 12] = [1, 7, 8, 66, 70, 134, 153, 160, 201, 290, 306, 459];

/// A row of numbers that is the same each time (Knuth's constants).
struct Row(u64);

impl Row {
    /// The next one, below a limit.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }

    /// Characters of an alphabet, the first of them about half of all.
    fn text(&mut self, alphabet: &[&str], length: usize) -> String {
        let draws = (0..length).map(|_| if self.below(2) == 0 { 0 } else { self.below(alphabet.len()) });
        draws.filter_map(|place| alphabet.get(place).copied()).collect()
    }
}

fn main() {
    let mut row = Row(1);
    for (number, alphabet) in ALPHABETS.iter().enumerate() {
        for length in LENGTHS {
            for more in 0..3 {
                let text = row.text(alphabet, length - 1 + more);
                for (way, options) in [
                    (Way::Gateway, options(0)),
                    (Way::Graphemes, options(row.below(4))),
                    (Way::Gateway, options(row.below(4))),
                ] {
                    let reference = u16::try_from(row.below(256)).unwrap_or(0);
                    println!(
                        "{}",
                        line(&format!("alphabet {number}, {length}+{more}"), &text, &options, way, reference)
                    );
                }
            }
        }
    }
}

/// One of four kinds of options.
fn options(kind: usize) -> Options {
    let languages = [Language::Turkish, Language::Spanish, Language::Hindi];
    let mut options = Options::default();
    if kind & 1 == 1 {
        options = options.reference(Reference::Bits16);
    }
    if kind & 2 == 2 {
        options.languages = languages.into_iter().collect();
    }
    options
}

/// A message as `tests/checkers` reads it.
fn line(name: &str, text: &str, options: &Options, way: Way, reference: u16) -> Value {
    let split = split(text, options, way, reference).expect("a text of a few parts");
    let encoding = split.encoding();
    json!({
        "name": format!("{name}, {encoding}, {}", if way == Way::Gateway { "gateway" } else { "graphemes" }),
        "encoding": encoding.as_str(),
        "locking": encoding.locking().map(Language::code),
        "single": encoding.single().map(Language::code),
        "reference_bits": if options.reference == Reference::Bits16 { 16 } else { 8 },
        "split": if way == Way::Gateway { "gateway" } else { "graphemes" },
        "parts": split.parts().map(|part| members(&part)).collect::<Vec<_>>(),
    })
}
