//! The languages that have tables of their own.

/// A language with national language tables, by its identifier (3GPP TS 23.038, 6.2.1.2.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Language {
    /// Turkish.
    Turkish = 1,
    /// Spanish. It has no locking shift table.
    Spanish,
    /// Portuguese.
    Portuguese,
    /// Bengali.
    Bengali,
    /// Gujarati.
    Gujarati,
    /// Hindi.
    Hindi,
    /// Kannada.
    Kannada,
    /// Malayalam.
    Malayalam,
    /// Oriya.
    Oriya,
    /// Punjabi.
    Punjabi,
    /// Tamil.
    Tamil,
    /// Telugu.
    Telugu,
    /// Urdu.
    Urdu,
}

/// Codes (ISO 639-1) and names, in the order of the identifiers.
const WORDS: [(&str, &str); 13] = [
    ("tr", "Turkish"),
    ("es", "Spanish"),
    ("pt", "Portuguese"),
    ("bn", "Bengali"),
    ("gu", "Gujarati"),
    ("hi", "Hindi"),
    ("kn", "Kannada"),
    ("ml", "Malayalam"),
    ("or", "Oriya"),
    ("pa", "Punjabi"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("ur", "Urdu"),
];

impl Language {
    /// All of them, in the order of their identifiers.
    pub const ALL: [Language; 13] = [
        Language::Turkish,
        Language::Spanish,
        Language::Portuguese,
        Language::Bengali,
        Language::Gujarati,
        Language::Hindi,
        Language::Kannada,
        Language::Malayalam,
        Language::Oriya,
        Language::Punjabi,
        Language::Tamil,
        Language::Telugu,
        Language::Urdu,
    ];

    /// The national language identifier, 1 to 13, as it stands in a user data header.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8
    }

    /// The language of an identifier; `None` of one that is reserved.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Language> {
        Language::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    fn words(self) -> (&'static str, &'static str) {
        WORDS.get(usize::from(self.number()) - 1).copied().unwrap_or_default()
    }

    /// Its code in ISO 639-1, such as `tr`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.words().0
    }

    /// The language of a code, in either case: `tr` and `TR` are Turkish.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.iter().copied().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// Its name in English.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.words().1
    }
}

/// A set of languages: those whose tables may be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Languages(u16);

impl Languages {
    /// No language: the default alphabet and its extension table only.
    pub const NONE: Languages = Languages(0);
    /// Every language.
    pub const ALL: Languages = Languages(0b11_1111_1111_1110);

    /// The same with that language.
    #[must_use]
    pub const fn with(self, language: Language) -> Languages {
        Languages(self.0 | 1 << language as u8)
    }

    /// Whether a language is in it.
    #[must_use]
    pub const fn contains(self, language: Language) -> bool {
        self.0 & 1 << language as u8 != 0
    }

    /// Whether none is.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// A bit for each, by its identifier.
    pub(super) const fn bits(self) -> u16 {
        self.0
    }

    /// Its languages, in the order of their identifiers.
    pub fn iter(self) -> impl Iterator<Item = Language> {
        Language::ALL.iter().copied().filter(move |language| self.contains(*language))
    }
}

impl From<Language> for Languages {
    fn from(language: Language) -> Languages {
        Languages::NONE.with(language)
    }
}

impl FromIterator<Language> for Languages {
    fn from_iter<I: IntoIterator<Item = Language>>(languages: I) -> Languages {
        languages.into_iter().fold(Languages::NONE, Languages::with)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_codes_come_back() {
        for (place, language) in (1..).zip(Language::ALL) {
            assert_eq!(language.number(), place);
            assert_eq!(Language::from_number(place), Some(language));
            assert_eq!(Language::from_code(language.code()), Some(language));
            assert_eq!(Language::from_code(&language.code().to_uppercase()), Some(language));
        }
        assert_eq!((Language::from_number(0), Language::from_number(14)), (None, None));
        assert_eq!((Language::from_code("de"), Language::from_code("")), (None, None));
    }

    #[test]
    fn sets_hold_what_was_put_in() {
        let two: Languages = [Language::Urdu, Language::Turkish].into_iter().collect();
        assert_eq!(two.iter().collect::<Vec<_>>(), [Language::Turkish, Language::Urdu]);
        assert!(two.contains(Language::Urdu) && !two.contains(Language::Hindi) && !two.is_empty());
        assert_eq!(Languages::ALL, Language::ALL.into_iter().collect());
        assert!(Languages::default().is_empty());
    }
}
