//! `POST /sms/1/preview` (Infobip reference, section 6.5).

use super::Outcome;
use super::text::{LANGUAGES, TRANSLITERATIONS};
use crate::exchange::Answer;
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must};
use crate::sms::{self, Alphabet};

const BODY: &[Field] = &[must("text"), may("languageCode"), may("transliteration")];

/// A preview without a configuration, then one for each that was asked for.
pub(super) fn answer(body: &Json, findings: &mut Findings) -> Outcome {
    let Some(fields) = Fields::open(body, "", BODY, 1, findings) else {
        return Outcome::Refused;
    };
    let text = fields.text("text", 1..=usize::MAX, findings).unwrap_or_default();
    let language = fields.choice("languageCode", LANGUAGES, findings);
    let transliteration = fields.choice("transliteration", TRANSLITERATIONS, findings);
    if !findings.is_empty() {
        return Outcome::Refused;
    }
    let nothing = Json::Object(Vec::new());
    let mut previews = vec![preview(text, sms::alphabet(text), nothing)];
    if let Some(code) = language {
        let alphabet = if sms::is_gsm(text) { Alphabet::Gsm } else { Alphabet::National };
        let language = Json::object([("languageCode", Json::text(code))]);
        previews.push(preview(text, alphabet, Json::object([("language", language)])));
    }
    if let Some(name) = transliteration {
        let written = transliterated(text, name);
        let configuration = Json::object([("transliteration", Json::text(name))]);
        previews.push(preview(&written, sms::alphabet(&written), configuration));
    }
    let body = Json::object([("originalText", Json::text(text)), ("previews", Json::List(previews))]);
    Outcome::Answer(Answer::json(200, &body))
}

fn preview(text: &str, alphabet: Alphabet, configuration: Json) -> Json {
    let (parts, left) = sms::count(text, alphabet);
    Json::object([
        ("textPreview", Json::text(text)),
        ("messageCount", Json::number(parts)),
        ("charactersRemaining", Json::number(left)),
        ("configuration", configuration),
    ])
}

/// Greek as the one sample has it: capitals without accents, and Latin letters where they look alike. No other table is
/// published, so other texts lose the accents of letters that Turkish and Central European languages put on Latin ones,
/// and stay as they are else.
fn transliterated(text: &str, name: &str) -> String {
    let greek = ["GREEK", "ALL", "NON_UNICODE"].contains(&name) && text.chars().any(is_greek_small);
    let latin = |character: char| LATIN.iter().find_map(|(from, to)| from.contains(character).then_some(*to));
    let written = |character: char| match latin(character) {
        _ if name == "NONE" => character.to_string(),
        Some(letter) => letter.to_owned(),
        None if greek => capital(character),
        None => character.to_string(),
    };
    text.chars().map(written).collect()
}

fn is_greek_small(character: char) -> bool {
    ('\u{3ac}'..='\u{3ce}').contains(&character)
}

/// A Greek letter, or one of a text that has such letters, as a capital.
fn capital(character: char) -> String {
    let place = |(plain, accented): &(char, &str)| accented.contains(character).then_some(*plain);
    let character = ACCENTS.iter().find_map(place).unwrap_or(character);
    let capital: String = character.to_uppercase().collect();
    let like = |character: char| GREEK.iter().find_map(|(from, to)| (*from == character).then_some(*to));
    capital.chars().map(|character| like(character).unwrap_or(character)).collect()
}

const ACCENTS: &[(char, &str)] =
    &[('Α', "άΆ"), ('Ε', "έΈ"), ('Η', "ήΉ"), ('Ι', "ίΊϊΐΪ"), ('Ο', "όΌ"), ('Υ', "ύΎϋΰΫ"), ('Ω', "ώΏ"), ('Σ', "ς")];

/// Greek capitals that look like Latin ones.
const GREEK: &[(char, char)] = &[
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
];

const LATIN: &[(&str, &str)] = &[
    ("ğ", "g"),
    ("Ğ", "G"),
    ("ı", "i"),
    ("İ", "I"),
    ("ş", "s"),
    ("Ş", "S"),
    ("çćč", "c"),
    ("ĆČ", "C"),
    ("š", "s"),
    ("Š", "S"),
    ("ž", "z"),
    ("Ž", "Z"),
    ("đ", "d"),
    ("Đ", "D"),
];
