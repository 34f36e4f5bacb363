//! Options as words and numbers, for languages that have no types for them.

use super::{Encoding, Language, Languages, Reference, Scheme, Shifts, TextError, Way};
use crate::pieces::concat;
use crate::quote::{push_quoted, quoted};
use crate::sentence::{Say, Sentence, print_as_said};

/// Why an argument cannot be understood. Its text names the argument, the value, and what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArgumentError {
    /// A word or a number that names no choice.
    UnknownOption {
        /// The argument.
        option: &'static str,
        /// The value: quoted if it is a word.
        given: String,
        /// What it can be.
        expected: String,
    },
    /// Half of a surrogate pair, which is no character.
    LoneSurrogate {
        /// Where it stands, in the units of the language that gave the text.
        position: usize,
        /// The half.
        unit: u16,
    },
}

impl ArgumentError {
    /// Every code and what it means.
    pub const CODES: &'static [(&'static str, &'static str)] = &[
        ("unknown_option", "A word or a number names no choice of that option."),
        ("lone_surrogate", "The text holds half of a surrogate pair, which is no character."),
    ];

    fn unknown(option: &'static str, given: String, expected: impl Into<String>) -> ArgumentError {
        ArgumentError::UnknownOption { option, given, expected: expected.into() }
    }

    /// The same of an argument of another name, as another language writes it.
    #[must_use]
    pub fn called(self, option: &'static str) -> ArgumentError {
        match self {
            ArgumentError::UnknownOption { given, expected, .. } => {
                ArgumentError::UnknownOption { option, given, expected }
            }
            lone @ ArgumentError::LoneSurrogate { .. } => lone,
        }
    }

    /// A stable name: `unknown_option`, `lone_surrogate`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            ArgumentError::UnknownOption { .. } => "unknown_option",
            ArgumentError::LoneSurrogate { .. } => "lone_surrogate",
        }
    }

    /// Its text.
    #[must_use]
    pub fn message(&self) -> String {
        self.said()
    }

    /// Where in the text, if at one place.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        match self {
            ArgumentError::UnknownOption { .. } => None,
            ArgumentError::LoneSurrogate { position, .. } => Some(*position),
        }
    }
}

impl Say for ArgumentError {
    fn say(&self, sentence: &mut Sentence) {
        match self {
            ArgumentError::UnknownOption { option, given, expected } => {
                sentence.text(option).text(" is ").text(expected).text(", not ").text(given)
            }
            ArgumentError::LoneSurrogate { position, unit } => sentence
                .text("half of a surrogate pair, ")
                .code(u32::from(*unit))
                .text(", stands at ")
                .number(*position)
                .text(": it is no character and cannot be sent; mend the text where it was cut"),
        };
    }
}

print_as_said!(ArgumentError);

impl std::error::Error for ArgumentError {}

/// How much of a value is told.
const LONGEST: usize = 40;

/// The digits of a number, as far as anybody reads them.
fn cut(digits: &str) -> String {
    match digits.char_indices().nth(LONGEST) {
        Some((end, _)) => concat(&[digits.get(..end).unwrap_or_default(), "…"]),
        None => digits.to_owned(),
    }
}

/// `"a", "b" or "c"`.
fn any_of(words: &[&str]) -> String {
    let mut out = String::new();
    for (index, word) in words.iter().enumerate() {
        out.push_str(match index {
            0 => "",
            _ if index + 1 == words.len() => " or ",
            _ => ", ",
        });
        push_quoted(word, usize::MAX, &mut out);
    }
    out
}

fn codes_of_languages(last: Option<&'static str>) -> String {
    let mut codes = Vec::new();
    for language in &Language::ALL {
        codes.push(language.code());
    }
    codes.extend(last);
    any_of(&codes)
}

/// The languages of codes, in either case; `all` is every one.
pub fn languages<'a>(codes: impl IntoIterator<Item = &'a str>) -> Result<Languages, ArgumentError> {
    let mut set = Languages::NONE;
    for code in codes {
        set = match Language::from_code(code) {
            Some(language) => set.with(language),
            None if code == "all" => Languages::ALL,
            None => {
                return Err(ArgumentError::unknown(
                    "languages",
                    quoted(code, LONGEST),
                    codes_of_languages(Some("all")),
                ));
            }
        };
    }
    Ok(set)
}

/// The tables that a word allows: `both`, `single` or `locking`.
pub fn shifts(word: &str) -> Result<Shifts, ArgumentError> {
    Shifts::from_text(word)
        .ok_or_else(|| ArgumentError::unknown("shifts", quoted(word, LONGEST), any_of(&["both", "single", "locking"])))
}

/// The width of references of so many bits. `digits` are those of the number, whatever its size.
pub fn reference_bits(digits: &str) -> Result<Reference, ArgumentError> {
    match digits {
        "8" => Ok(Reference::Bits8),
        "16" => Ok(Reference::Bits16),
        _ => Err(ArgumentError::unknown("reference_bits", cut(digits), "8 or 16")),
    }
}

/// A reference or a port. `digits` are those of the number, whatever its size.
pub fn number(option: &'static str, digits: &str) -> Result<u16, ArgumentError> {
    digits.parse().map_err(|_| ArgumentError::unknown(option, cut(digits), "a number from 0 to 65535"))
}

/// A number of octets or septets. `digits` are those of the number, whatever its size.
pub fn size(option: &'static str, digits: &str) -> Result<usize, ArgumentError> {
    digits.parse().map_err(|_| ArgumentError::unknown(option, cut(digits), "a number from 0 on"))
}

/// An octet. `digits` are those of the number, whatever its size.
pub fn octet(option: &'static str, digits: &str) -> Result<u8, ArgumentError> {
    digits.parse().map_err(|_| ArgumentError::unknown(option, cut(digits), "a number from 0 to 255"))
}

/// The scheme that a word names; `option` is the argument's name.
pub fn scheme(option: &'static str, word: &str) -> Result<Scheme, ArgumentError> {
    Scheme::from_text(word).ok_or_else(|| {
        let mut words = Vec::new();
        for scheme in Scheme::ALL {
            words.push(scheme.as_str());
        }
        ArgumentError::unknown(option, quoted(word, LONGEST), any_of(&words))
    })
}

/// The way of cutting that a word names: `gateway` or `graphemes`.
pub fn way(word: &str) -> Result<Way, ArgumentError> {
    Way::from_text(word)
        .ok_or_else(|| ArgumentError::unknown("split", quoted(word, LONGEST), any_of(&["gateway", "graphemes"])))
}

/// The encoding that a word names, `gsm7` or `ucs2`, with the tables of the languages of these codes.
pub fn encoding(word: &str, locking: Option<&str>, single: Option<&str>) -> Result<Encoding, ArgumentError> {
    let language = |option, code: Option<&str>| match code {
        None => Ok(None),
        Some(code) if word == "ucs2" => {
            Err(ArgumentError::unknown(option, quoted(code, LONGEST), "left out with \"ucs2\", which has no tables"))
        }
        Some(code) => match Language::from_code(code) {
            Some(language) => Ok(Some(language)),
            None => Err(ArgumentError::unknown(option, quoted(code, LONGEST), codes_of_languages(None))),
        },
    };
    let (locking, single) = (language("locking", locking)?, language("single", single)?);
    match word {
        "gsm7" => Ok(Encoding::Gsm7 { locking, single }),
        "ucs2" => Ok(Encoding::Ucs2),
        _ => Err(ArgumentError::unknown("encoding", quoted(word, LONGEST), any_of(&["gsm7", "ucs2"]))),
    }
}

impl TextError {
    /// The same with a place in a text as `position` makes it of bytes. Places in octets stay.
    #[must_use]
    pub fn at(self, position: impl Fn(usize) -> usize) -> TextError {
        match self {
            TextError::NotEncodable { offset, character } => {
                TextError::NotEncodable { offset: position(offset), character }
            }
            TextError::TooManyParts { .. }
            | TextError::ReferenceTooLarge { .. }
            | TextError::MalformedHeader { .. }
            | TextError::Truncated { .. }
            | TextError::NotASeptet { .. }
            | TextError::OddOctets { .. }
            | TextError::TooLong { .. }
            | TextError::NoParts
            | TextError::MissingParts { .. }
            | TextError::ContradictoryParts { .. } => self,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn words_are_read() {
        assert_eq!(languages(["tr", "PT"]).unwrap().iter().map(Language::code).collect::<Vec<_>>(), ["tr", "pt"]);
        assert_eq!(languages(["all"]), Ok(Languages::ALL));
        assert_eq!(languages([]), Ok(Languages::NONE));
        assert_eq!(shifts("single"), Ok(Shifts::Single));
        assert_eq!((reference_bits("16"), number("reference", "65535")), (Ok(Reference::Bits16), Ok(65535)));
        assert_eq!(scheme("scheme", "GREEK"), Ok(Scheme::Greek));
        assert_eq!(way("graphemes"), Ok(Way::Graphemes));
        let turkish = Encoding::Gsm7 { locking: Some(Language::Turkish), single: None };
        assert_eq!(encoding("gsm7", Some("tr"), None), Ok(turkish));
        assert_eq!(encoding("ucs2", None, None), Ok(Encoding::Ucs2));
    }

    #[test]
    fn what_is_not_understood_is_told() {
        let told = |error: Option<ArgumentError>| error.unwrap().to_string();
        assert_eq!(told(shifts("Both").err()), r#"shifts is "both", "single" or "locking", not "Both""#);
        assert_eq!(told(reference_bits("-8").err()), "reference_bits is 8 or 16, not -8");
        assert_eq!(told(number("reference", "65536").err()), "reference is a number from 0 to 65535, not 65536");
        assert_eq!(told(octet("esm_class", "256").err()), "esm_class is a number from 0 to 255, not 256");
        assert_eq!(told(size("length", "-1").err()), "length is a number from 0 on, not -1");
        let long = format!("reference is a number from 0 to 65535, not {}…", "9".repeat(40));
        assert_eq!(told(number("reference", &"9".repeat(50)).err()), long);
        assert_eq!(told(way("").err()), r#"split is "gateway" or "graphemes", not """#);
        assert_eq!(told(encoding("utf8", None, None).err()), r#"encoding is "gsm7" or "ucs2", not "utf8""#);
        let without = r#"single is left out with "ucs2", which has no tables, not "tr""#;
        assert_eq!(told(encoding("ucs2", None, Some("tr")).err()), without);
        assert!(told(encoding("gsm7", Some("all"), None).err()).ends_with(r#""te" or "ur", not "all""#));
        assert!(told(languages(["de"]).err()).ends_with(r#""ur" or "all", not "de""#));
        assert!(told(scheme("transliteration", "greek").err()).starts_with(r#"transliteration is "TURKISH", "#));
        for error in [shifts("").unwrap_err(), ArgumentError::LoneSurrogate { position: 3, unit: 0xD83D }] {
            assert!(ArgumentError::CODES.iter().any(|(code, _)| *code == error.code()));
        }
    }

    #[test]
    fn places_are_those_of_the_language() {
        let error = TextError::NotEncodable { offset: 4, character: '`' };
        assert_eq!(error.at(|byte| byte / 2).offset(), Some(2));
        assert_eq!(TextError::TooManyParts { parts: 256 }.at(|_| 1).offset(), None);
    }
}
