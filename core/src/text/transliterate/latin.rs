//! Latin letters with marks, and ligatures.

use super::find;

/// The letters of each scheme that GSM-7 does not have.
pub(super) const TURKISH: &str = "âçğıîşûÂĞİÎŞÛ";
pub(super) const SERBIAN: &str = "čćđšžČĆĐŠŽǄǅǆǇǈǉǊǋǌ";
pub(super) const CENTRAL_EUROPEAN: &str =
    concat!("áâăąćčďđěęíîĺľłńňóôőŕřśšșşťțţúůűýźžż", "ÁÂĂĄĆČĎĐĚĘÍÎĹĽŁŃŇÓÔŐŔŘŚŠȘŞŤȚŢÚŮŰÝŹŽŻ", "ǄǅǆǇǈǉǊǋǌ",);
pub(super) const BALTIC: &str = "āąčēėęģīįķļņōõŗšūųžĀĄČĒĖĘĢĪĮĶĻŅŌÕŖŠŪŲŽ";
pub(super) const PORTUGUESE: &str = "áâãçêíóôõúÀÁÂÃÊÍÓÔÕÚªº";
pub(super) const COLOMBIAN: &str = "áíóúÁÍÓÚªº";

/// U+00C0 to U+024F: the letter below the mark, or a dot where it is none of ASCII or GSM-7 has the letter.
const FIRST: &str = concat!(
    "AAAA....E.EEIIII", // U+00C0
    "D.OOOO...UUU.Y..",
    ".aaa...c..ee.iii",
    "d..ooo....uu.y.y",
    "AaAaAaCcCcCcCcDd", // U+0100
    "DdEeEeEeEeEeGgGg",
    "GgGgHhHhIiIiIiIi",
    "Ii..JjKkkLlLlLlL",
    "lLlNnNnNn.NnOoOo", // U+0140
    "....RrRrRrSsSsSs",
    "SsTtTtTtUuUuUuUu",
    "..UuWwYyYZzZzZzs",
    "bBBb..OCcDDDd.EE", // U+0180
    "EFfGG.IIKkl..NnO",
    "Oo..Pp.....tTtTU",
    "u.VYyZz.........",
    ".............AaI", // U+01C0
    "iOoUu........e..",
    "Aa..GgGgKkOoOo..",
    "j...Gg..Nn......",
    "AaAaEeEeIiIiOoOo", // U+0200
    "RrRrUuUuSsTt..Hh",
    "Nd..ZzAaEe..OoOo",
    "OoYylntj..ACcLTs",
    "z..BU.EeJjQqRrYy", // U+0240
);

/// U+1E00 to U+1EFF, in the same way.
const ADDITIONAL: &str = concat!(
    "AaBbBbBb.cDdDdDd", // U+1E00
    "DdDdEeEeEeEeEeFf",
    "GgHhHhHhHhHhIiIi",
    "KkKkKkLlLlLlLlMm",
    "MmMmNnNnNnNnOoOo", // U+1E40
    "OoOoPpPpRrRrRrRr",
    "SsSsSsSsSsTtTtTt",
    "TtUuUuUuUuUuVvVv",
    "WwWwWwWwWwXxXxYy", // U+1E80
    "ZzZzZzhtwy.sss..",
    "AaAaAaAaAaAaAaAa",
    "AaAaAaAaEeEeEeEe",
    "EeEeEeEeIiIiOoOo", // U+1EC0
    "OoOoOoOoOoOoOoOo",
    "OoOoUuUuUuUuUuUu",
    "UuYyYyYyYy....Yy",
);

/// Letters that are near to one of GSM-7 beyond ASCII, ligatures, letters for which two are written, and those of African
/// languages, of Azerbaijani and of the letter-like signs.
const OTHERS: &str = "\
Ǟ Ä
ǟ ä
Ǻ\u{212b} Å
ǻ å
ǢǼ Æ
ǣǽ æ
Ḉ Ç
ŐȪ Ö
őȫ ö
Ǿ Ø
ǿ ø
ŰǕǗǙǛ Ü
űǖǘǚǜ ü
Þ Th
þ th
Œ Oe
œ oe
Ĳ IJ
ĳ ij
ŉ 'n
ẞ SS
ǄǱ DZ
ǅǲ Dz
ǆǳ dz
Ǉ LJ
ǈ Lj
ǉ lj
Ǌ NJ
ǋ Nj
ǌ nj
ﬀ ff
ﬁ fi
ﬂ fl
ﬃ ffi
ﬄ ffl
ﬅﬆ st
ª a
ɓ b
ɖɗ d
əɛ e
ɠɡɣ g
ɨɩ i
\u{212a} K
ɲ n
ºɔɵ o
ʉ u
ʋ v
ƷǮ Z
ʒǯ z
";

/// What stands for a letter with marks, or a ligature.
pub(super) fn letter(character: char) -> Option<&'static str> {
    let place = character as usize;
    let (chart, cell) =
        if place < 0x1E00 { (FIRST, place.checked_sub(0xC0)) } else { (ADDITIONAL, Some(place - 0x1E00)) };
    let below = cell.and_then(|cell| chart.get(cell..=cell)).filter(|letter| *letter != ".");
    below.or_else(|| find(OTHERS, character))
}

/// What stands for one of these letters.
pub(super) fn among(letters: &str, character: char) -> Option<&'static str> {
    letters.chars().any(|one| one == character).then(|| letter(character))?
}

/// What stands for one of these letters where `đ` is written `dj`.
pub(super) fn south_slavic(letters: &str, character: char) -> Option<&'static str> {
    match character {
        'Đ' => Some("Dj"),
        'đ' => Some("dj"),
        _ => among(letters, character),
    }
}
