//! Punctuation, spaces, what is invisible, and signs.

use super::find;

/// Quotes, with accents that stand alone, primes, and the apostrophes of Ukrainian and Hawaiian; hyphens, dashes, the minus
/// sign and bullets; dots on the line and in the middle, the Greek one too; the Greek question mark, which to the eye and to
/// Unicode is a semicolon.
const PUNCTUATION: &str = "\
‘’`´‚‛‹›′‵ʹʻʼʽˈ΄᾽᾿\u{1fef}\u{1ffd} '
“”„‟«»″‶ʺ〝〞 \"
‐‑‒–—―−•‣◦⁃▪▫●○■□⸺⸻﹘﹣ -
… ...
‥ ..
·․‧∙\u{387} .
\u{37e} ;
⁄∕ /
∗⁎ *
∶ :
";

/// A fraction behind a whole number needs the space, and a raised digit must not be read as one more digit of a number.
/// Currencies that GSM-7 does not have go by their codes.
const SIGNS: &str = "\
© (c)
® (R)
℗ (P)
™ TM
℠ SM
° deg
µ u
×✕ x
÷ /
± +/-
≠ !=
≤ <=
≥ >=
≈∼˜ ~
¦ |
¨ \"
¯ -
¸ ,
ˆ ^
‼ !!
⁉ !?
⁈ ?!
⁇ ??
→ ->
← <-
↔ <->
⇒ =>
⇔ <=>
½  1/2
⅓  1/3
⅔  2/3
¼  1/4
¾  3/4
⅕  1/5
⅖  2/5
⅗  3/5
⅘  4/5
⅙  1/6
⅚  5/6
⅛  1/8
⅜  3/8
⅝  5/8
⅞  7/8
⁰ ^0
¹ ^1
² ^2
³ ^3
⁴ ^4
⁵ ^5
⁶ ^6
⁷ ^7
⁸ ^8
⁹ ^9
₀ 0
₁ 1
₂ 2
₃ 3
₄ 4
₅ 5
₆ 6
₇ 7
₈ 8
₉ 9
￡ £
￥ ¥
¢￠ c
₡ CRC
₵ GHS
₪ ILS
₹ INR
₩￦ KRW
₸ KZT
₦ NGN
₱ PHP
₽ RUB
฿ THB
₺ TRY
₴ UAH
₫ VND
";

/// U+FF01 to U+FF5E are ASCII in full width.
const FULL_WIDTH: &str =
    "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_'abcdefghijklmnopqrstuvwxyz{|}~";

/// What every scheme replaces.
pub(super) fn everywhere(character: char) -> Option<&'static str> {
    match character {
        '\n' | '\r' | '\u{c}' | ' ' => None,
        '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(" "),
        '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some("\n"),
        // Control characters.
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        // Soft hyphen, grapheme joiner, Mongolian separator, zero-width space, word joiner and invisible operators,
        // deprecated format characters, byte order mark, and the frame of a keycap, whose digit stays.
        | '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        | '\u{20e3}' => Some(""),
        _ if is_joiner(character) => Some(""),
        // Nothing of these is below, and texts are full of them.
        '\u{3100}'..='\u{fdff}' | '\u{10000}'.. => None,
        _ => find(PUNCTUATION, character),
    }
}

/// Whether a character is invisible and decides how its neighbours look: joiners, direction marks, variation selectors, and
/// the tags of which flags are made.
pub(super) fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}'
    )
}

/// What stands for a sign.
pub(super) fn sign(character: char) -> Option<&'static str> {
    let full_width = (character as usize).checked_sub(0xFF01).and_then(|cell| FULL_WIDTH.get(cell..=cell));
    full_width.or_else(|| find(SIGNS, character))
}
