//! Letters that come in pieces: a plain one, and combining marks behind it.

/// Combining marks, each with pairs of what stands before it and the letter that both make: the letters that a scheme
/// replaces and those of GSM-7. A mark that is not here goes with the letter it is on, if that one is replaced.
const PAIRS: [(char, &str); 17] = [
    // Grave.
    ('\u{300}', "AÀEÈIÌOÒUÙaàeèiìoòuùЕЀИЍеѐиѝΩῺ"),
    // Acute.
    ('\u{301}', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźΩΏГЃКЌгѓкќ"),
    // Circumflex.
    ('\u{302}', "AÂEÊIÎOÔUÛaâeêiîoôuû"),
    // Tilde.
    ('\u{303}', "AÃNÑOÕaãnñoõ"),
    // Macron.
    ('\u{304}', "AĀaāEĒeēIĪiīOŌoōUŪuūИӢиӣУӮуӯ"),
    // Breve.
    ('\u{306}', "AĂaăGĞgğУЎИЙийуў"),
    // Dot above. Lower-casing an `İ` leaves one on the `i`, which has its own.
    ('\u{307}', "EĖeėIİZŻzżii"),
    // Diaeresis.
    ('\u{308}', "AÄEËIÏOÖUÜaäeëiïoöuüЕЁІЇеёії"),
    // Ring above.
    ('\u{30a}', "AÅaåUŮuů"),
    // Double acute.
    ('\u{30b}', "OŐoőUŰuű"),
    // Caron.
    ('\u{30c}', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzž"),
    // Greek breathings, and the iota below.
    ('\u{313}', "ΩὨ"),
    ('\u{314}', "ΩὩ"),
    ('\u{345}', "Ωῼ"),
    // Comma below.
    ('\u{326}', "SȘsșTȚtț"),
    // Cedilla.
    ('\u{327}', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ"),
    // Ogonek.
    ('\u{328}', "AĄaąEĘeęIĮiįUŲuų"),
];

/// Of the letters that are made of a plain one and a mark, those of GSM-7, and the one whose mark says nothing.
const IN_GSM7: &str = "àèéìòùäöüåñÄÖÜÅÑÇÉi";

/// Whether a character is a mark on the letter before it: accents and the like, not what strikes a sign out.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{333}' | '\u{339}'..='\u{36f}')
}

/// The letter that a plain one and a mark make, also as a text.
pub(super) fn compose(plain: char, mark: char) -> Option<(char, &'static str)> {
    let (_, pairs) = PAIRS.iter().find(|(one, _)| *one == mark)?;
    let mut characters = pairs.chars();
    while let (Some(first), from, Some(letter)) = (characters.next(), characters.as_str(), characters.next()) {
        if first == plain {
            return Some((letter, from.get(..letter.len_utf8())?));
        }
    }
    None
}

/// Whether GSM-7 has a letter that was made of two.
pub(super) fn in_gsm7(letter: char) -> bool {
    IN_GSM7.chars().any(|one| one == letter)
}
