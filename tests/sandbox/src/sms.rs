//! How many parts a text is sent in, well enough for a `smsCount`.

/// The GSM 7-bit default alphabet.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// Its extension table, each character costing two.
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

/// Whether a character is printable in the GSM 7-bit alphabet.
pub(crate) fn is_gsm_printable(character: char) -> bool {
    !character.is_control() && (BASIC.contains(character) || EXTENDED.contains(character))
}

/// How the characters of a text travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alphabet {
    Gsm,
    /// GSM 7-bit with a national language table, which is taken to hold every character.
    National,
    Ucs2,
}

/// Whether a text can be written in the GSM 7-bit alphabet.
pub(crate) fn is_gsm(text: &str) -> bool {
    text.chars().all(|character| BASIC.contains(character) || EXTENDED.contains(character))
}

/// The alphabet of a text for which nothing was asked.
pub(crate) fn alphabet(text: &str) -> Alphabet {
    if is_gsm(text) { Alphabet::Gsm } else { Alphabet::Ucs2 }
}

/// The parts of a text, and how many characters more would fit into them, by the arithmetic of the preview samples
/// (Infobip reference, section 6.5): 160 or 153 in 7 bits, 70 or 67 in UCS-2, 155 or 149 with a national language table.
pub(crate) fn count(text: &str, alphabet: Alphabet) -> (usize, usize) {
    let extended: usize = text.chars().filter(|character| EXTENDED.contains(*character)).count();
    let septets = text.chars().count() + extended;
    let (length, single, several) = match alphabet {
        Alphabet::Gsm => (septets, 160, 153),
        Alphabet::National => (septets, 155, 149),
        Alphabet::Ucs2 => (text.encode_utf16().count(), 70, 67),
    };
    if length <= single {
        return (1, single - length);
    }
    let parts = length.div_ceil(several);
    (parts, parts * several - length)
}

/// The number of parts. A text with transliteration is counted as if all of it could be written in 7 bits, and one with
/// a language as if its table held every character.
pub(crate) fn parts(text: &str, language: bool, transliteration: bool) -> usize {
    let alphabet = if transliteration || is_gsm(text) {
        Alphabet::Gsm
    } else if language {
        Alphabet::National
    } else {
        Alphabet::Ucs2
    };
    count(text, alphabet).0
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn counts_like_the_previews() {
        assert_eq!(parts("Let's see how many characters remain unused in this message.", false, false), 1);
        let turkish =
            "Mesaj gönderimi yapmadan önce önizleme seçeneğini kullanmanız doğru karar vermenize yardımcı olur.";
        assert_eq!(parts(turkish, false, false), 2);
        assert_eq!(parts(turkish, true, false), 1);
        let greek = "Ως Μεγαρικό ψήφισμα είναι γνωστή η απόφαση της Εκκλησίας του δήμου των Αθηναίων (πιθανόν γύρω στο \
                     433/2 π.Χ.) να επιβάλει αυστηρό και καθολικό εμπάργκο στα";
        assert_eq!(parts(greek, false, false), 3);
        assert_eq!(parts(greek, false, true), 1);
        assert_eq!(parts(&"€".repeat(80), false, false), 1);
        assert_eq!(parts(&"€".repeat(81), false, false), 2);
    }
}
