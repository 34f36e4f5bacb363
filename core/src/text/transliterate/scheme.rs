//! The schemes, and what each makes of a character.

use std::fmt;

use super::{cyrillic, greek, latin, marks, signs};

/// By which customs a text is transliterated.
///
/// The names are the gateway's (documented). The tables are inferred, each after what is said beside it, but for one text
/// that the vendor shows through [`Scheme::Greek`], and which comes out as shown.
///
/// Every scheme also replaces typographic punctuation, unusual spaces and what is invisible, since one curly quote that
/// stays would cost as much as all the letters; the vendor does not say what it does with them. Only
/// [`Scheme::NonUnicode`] replaces signs: `©`, `½`, `²`, `₹`. None replaces a character that GSM-7 has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// `ç ğ ı ş` and their capitals, `â î û`, to the letter below the mark.
    Turkish,
    /// All to capitals: those that only Greek has as GSM-7 has them, the others as the Latin ones that look like them.
    Greek,
    /// Russian, Ukrainian and Belarusian, by the sound for an English reader: `Щ` is `Shch`. Hard and soft sign go. Where
    /// the languages differ (`г`, `и`), the Russian reading holds. Letters of Serbian, Macedonian and the Turkic languages
    /// are read, too.
    Cyrillic,
    /// Serbian and Macedonian, as written without marks: `ч`, `ћ` and `ц` are `c`, `ђ` is `dj`, `љ` is `lj`. The Latin
    /// letters of these languages in the same way. Others as in [`Scheme::Cyrillic`].
    SerbianCyrillic,
    /// Bulgarian by its streamlined system, `щ` as `sht`, `ъ` as `a`, and `ия` at the end of a word as `ia`. Others as in
    /// [`Scheme::Cyrillic`].
    BulgarianCyrillic,
    /// The Latin letters of Polish, Czech, Slovak, Hungarian, Romanian, Slovenian and Croatian, to the letter below the
    /// mark; but `ő ű` to `ö ü`, which GSM-7 has, and `đ` to `dj`.
    CentralEuropean,
    /// The letters of Lithuanian, Latvian and Estonian, to the letter below the mark.
    Baltic,
    /// `á â ã ç ê í ó ô õ ú` and their capitals, `À`, `ª` and `º`, to the letter below the mark.
    Portuguese,
    /// Spanish: `á í ó ú` and their capitals, `ª` and `º`, to the letter below the mark.
    Colombian,
    /// All that can be said in GSM-7: every Latin letter with marks to what stands below them, ligatures apart, signs in
    /// words, Greek as in [`Scheme::Greek`], Cyrillic as in [`Scheme::Cyrillic`]. What is left is other scripts and
    /// pictures.
    NonUnicode,
}

impl Scheme {
    /// Every scheme.
    pub const ALL: &'static [Scheme] = &[
        Scheme::Turkish,
        Scheme::Greek,
        Scheme::Cyrillic,
        Scheme::SerbianCyrillic,
        Scheme::BulgarianCyrillic,
        Scheme::CentralEuropean,
        Scheme::Baltic,
        Scheme::Portuguese,
        Scheme::Colombian,
        Scheme::NonUnicode,
    ];

    /// The gateway's name of it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Scheme::Turkish => "TURKISH",
            Scheme::Greek => "GREEK",
            Scheme::Cyrillic => "CYRILLIC",
            Scheme::SerbianCyrillic => "SERBIAN_CYRILLIC",
            Scheme::BulgarianCyrillic => "BULGARIAN_CYRILLIC",
            Scheme::CentralEuropean => "CENTRAL_EUROPEAN",
            Scheme::Baltic => "BALTIC",
            Scheme::Portuguese => "PORTUGUESE",
            Scheme::Colombian => "COLOMBIAN",
            Scheme::NonUnicode => "NON_UNICODE",
        }
    }

    /// The scheme of that name, which is the gateway's, in capitals.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Scheme> {
        Self::ALL.iter().copied().find(|scheme| scheme.as_str() == text)
    }

    /// What stands for a character, whatever is around it.
    pub(super) fn of(self, character: char) -> Option<&'static str> {
        if character.is_ascii_graphic() && character != '`' {
            return None;
        }
        if let Some(to) = signs::everywhere(character) {
            return Some(to);
        }
        // Most of what the other texts of the world hold, decided without a search.
        if matches!(character, '\u{3001}'..='\u{faff}' | '\u{10000}'..) {
            return None;
        }
        match self {
            Scheme::Turkish => latin::among(latin::TURKISH, character),
            Scheme::Greek => greek::capital(character),
            Scheme::Cyrillic => cyrillic::letter("", character),
            Scheme::SerbianCyrillic => latin::south_slavic(latin::SERBIAN, character)
                .or_else(|| cyrillic::letter(cyrillic::SERBIAN, character)),
            Scheme::BulgarianCyrillic => cyrillic::letter(cyrillic::BULGARIAN, character),
            Scheme::CentralEuropean => latin::south_slavic(latin::CENTRAL_EUROPEAN, character),
            Scheme::Baltic => latin::among(latin::BALTIC, character),
            Scheme::Portuguese => latin::among(latin::PORTUGUESE, character),
            Scheme::Colombian => latin::among(latin::COLOMBIAN, character),
            Scheme::NonUnicode => marks::is_mark(character)
                .then_some("")
                .or_else(|| latin::letter(character))
                .or_else(|| cyrillic::letter("", character))
                .or_else(|| greek::capital(character))
                .or_else(|| signs::sign(character)),
        }
    }

    /// The letter that a character begins with once it is transliterated.
    pub(super) fn letter(self, character: char) -> Option<char> {
        let first = match self.of(character) {
            Some(to) => to.chars().next()?,
            None => character,
        };
        first.is_ascii_alphabetic().then_some(first)
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
