//! Texts counted and cut, beside a plain loop over a table and the crate `rusmpp-extra`, which makes the octets in passing.

use std::hint::black_box;

use rusmpp_extra::concatenation::owned::Concatenator;
use rusmpp_extra::encoding::gsm7bit::Gsm7BitUnpacked;
use smskernel::text::{Options, Way, count, split};

use crate::Pair;

/// Texts of one turn.
const TEXTS: usize = 100;

/// What a plain loop knows of a character: its units, 0 of one that is not in the default alphabet or the extension table.
struct Table([u8; 0x3000]);

impl Table {
    fn new() -> Table {
        let mut units = [0; 0x3000];
        let one = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
                   abcdefghijklmnopqrstuvwxyzäöñüà";
        for (characters, each) in [(one, 1), ("\u{C}^{}\\[~]|€", 2)] {
            for character in characters.chars() {
                if let Some(slot) = units.get_mut(character as usize) {
                    *slot = each;
                }
            }
        }
        Table(units)
    }

    /// Parts of a text, by dividing.
    fn parts(&self, text: &str) -> usize {
        let mut septets = 0;
        for character in text.chars() {
            match self.0.get(character as usize) {
                Some(0) | None => {
                    let units = text.chars().map(char::len_utf16).sum::<usize>();
                    return if units <= 70 { 1 } else { units.div_ceil(67) };
                }
                Some(units) => septets += usize::from(*units),
            }
        }
        if septets <= 160 { 1 } else { septets.div_ceil(153) }
    }
}

/// The rows that other libraries were measured with.
fn rows() -> [(&'static str, String); 3] {
    let plain = "Let's see how many characters remain unused in this message. ".repeat(3);
    let extended = "{price} [EUR] 5 € ~ ".repeat(25);
    let emoji = "Good morning 👋 to you ".repeat(10);
    [
        ("160 GSM characters", plain.chars().take(160).collect()),
        ("500 with extension characters", extended.chars().take(500).collect()),
        ("200 code points with emoji", emoji.chars().take(200).collect()),
    ]
}

pub fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (row, text) in rows() {
        let table = Table::new();
        assert_eq!(table.parts(&text), count(&text, &Options::default()).parts, "{row}");
        let aim = if row.starts_with("160") { Some(1.25) } else { None };
        let (one, other) = (text.clone(), text.clone());
        pairs.push(Pair::new(
            leak(format!("count {row}, beside a plain loop")),
            aim,
            move || each(&|| _ = black_box(count(black_box(&one), &Options::default()))),
            move || each(&|| _ = black_box(table.parts(black_box(&other)))),
        ));
        if row.ends_with("emoji") {
            continue;
        }
        let (one, other) = (text.clone(), text.clone());
        pairs.push(Pair::new(
            leak(format!("count {row}, beside rusmpp-extra")),
            aim.map(|_| 0.25),
            move || each(&|| _ = black_box(count(black_box(&one), &Options::default()))),
            move || each(&|| drop(black_box(Gsm7BitUnpacked::new().concatenate(black_box(&other), 160, 7).unwrap()))),
        ));
        let other = text.clone();
        pairs.push(Pair::new(
            leak(format!("{row} to short messages, beside rusmpp-extra")),
            None,
            move || {
                each(&|| {
                    let split = split(black_box(&text), &Options::default(), Way::Gateway, 7).unwrap();
                    drop(black_box(split.parts().map(|part| part.short_message()).collect::<Vec<_>>()));
                });
            },
            move || each(&|| drop(black_box(Gsm7BitUnpacked::new().concatenate(black_box(&other), 160, 7).unwrap()))),
        ));
    }
    pairs
}

fn each(step: &dyn Fn()) {
    for _ in 0..TEXTS {
        step();
    }
}

fn leak(name: String) -> &'static str {
    Box::leak(name.into_boxed_str())
}
