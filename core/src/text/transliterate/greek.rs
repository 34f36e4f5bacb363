//! Greek in the capitals of GSM-7: of those that Latin has, too, GSM-7 has only the Latin ones.

use super::find;

/// With the ohm sign.
const LETTERS: &str = "\
αάΑΆ A
βΒ B
γ Γ
δ Δ
εέΕΈ E
ζΖ Z
ηήΗΉ H
θϑ Θ
ιίϊΐΙΊΪ I
κΚ K
λ Λ
μΜ M
νΝ N
ξ Ξ
οόΟΌ O
π Π
ρΡ P
σς Σ
τΤ T
υύϋΰΥΎΫ Y
φϕ Φ
χΧ X
ψ Ψ
ωώΏ\u{2126} Ω
";

/// U+1F00 to U+1FFF, the letters with the marks of the old spelling: the letter below them, `W` for omega, a dot for none.
const EXTENDED: &str = concat!(
    "AAAAAAAAAAAAAAAA", // U+1F00
    "EEEEEE..EEEEEE..",
    "HHHHHHHHHHHHHHHH",
    "IIIIIIIIIIIIIIII",
    "OOOOOO..OOOOOO..", // U+1F40
    "YYYYYYYY.Y.Y.Y.Y",
    "WWWWWWWWWWWWWWWW",
    "AAEEHHIIOOYYWW..",
    "AAAAAAAAAAAAAAAA", // U+1F80
    "HHHHHHHHHHHHHHHH",
    "WWWWWWWWWWWWWWWW",
    "AAAAA.AAAAAAA.I.",
    "..HHH.HHEEHHH...", // U+1FC0
    "IIII..IIIIII....",
    "YYYYPPYYYYYYP...",
    "..WWW.WWOOWWW...",
);

/// The capital that stands for a letter.
pub(super) fn capital(character: char) -> Option<&'static str> {
    let Some(cell) = (character as usize).checked_sub(0x1F00) else { return find(LETTERS, character) };
    match EXTENDED.get(cell..=cell) {
        Some(".") => None,
        Some("W") => Some("Ω"),
        Some(letter) => Some(letter),
        None => find(LETTERS, character),
    }
}
