//! Cyrillic by its sound.

use super::find;

/// What Serbian and Macedonian read otherwise, or write with a mark that GSM-7 does not have.
pub(super) const SERBIAN: &str = "\
ЦЧ C
цч c
Х H
х h
Ш S
ш s
Ж Z
ж z
";

/// What Bulgarian reads otherwise.
pub(super) const BULGARIAN: &str = "\
Ъ A
ъ a
Х H
х h
Щ Sht
щ sht
Ь Y
ь y
";

/// Russian first, then what only other languages have. The Turkic letters as these languages write them in Latin, where
/// GSM-7 has the letter.
const LETTERS: &str = "\
А A
а a
Б B
б b
В V
в v
ГҐҒ G
гґғ g
Д D
д d
ЕЭЀ E
еэѐ e
Ё Yo
ё yo
Ж Zh
ж zh
З Z
з z
ИІЍӢ I
иіѝӣ i
ЙЫ Y
йы y
К K
к k
Л L
л l
М M
м m
НҢ N
нң n
О O
о o
П P
п p
Р R
р r
С S
с s
Т T
т t
УЎҰӮ U
уўұӯ u
Ф F
ф f
Х Kh
х kh
Ц Ts
ц ts
Ч Ch
ч ch
Ш Sh
ш sh
Щ Shch
щ shch
ЪЬъь
Ю Yu
ю yu
Я Ya
я ya
Є Ye
є ye
Ї Yi
ї yi
Ђ Dj
ђ dj
ЈҖҶ J
јҗҷ j
Љ Lj
љ lj
Њ Nj
њ nj
Ћ C
ћ c
ЏЅ Dz
џѕ dz
Ѓ Gj
ѓ gj
Ќ Kj
ќ kj
Ә Ä
ә ä
ҺҲ H
һҳ h
Ө Ö
ө ö
Қ Q
қ q
Ү Ü
ү ü
№ No
";

/// What stands for a letter: after a language's own rows, as in all languages.
pub(super) fn letter(own: &'static str, character: char) -> Option<&'static str> {
    matches!(character, '\u{400}'..='\u{52f}' | '№')
        .then(|| find(own, character).or_else(|| find(LETTERS, character)))?
}
