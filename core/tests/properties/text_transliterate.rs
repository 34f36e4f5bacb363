//! Transliterated texts: what a scheme promises, on any text.

use std::borrow::Cow;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use smskernel::text::{Scheme, suggestion, transliterate};

/// What each scheme must leave in GSM-7: the alphabet of its languages.
fn alphabet(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Turkish => "abcçdefgğhıijklmnoöprsştuüvyzâîûABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZÂÎÛ",
        Scheme::Greek => "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋΐΰςΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫἀᾧῷ",
        Scheme::Cyrillic => "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЇЄҐЎ№",
        Scheme::SerbianCyrillic => "абвгдђежзијклљмнњопрстћуфхцчџшѓѕќАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШЃЅЌčćđšžČĆĐŠŽ",
        Scheme::BulgarianCyrillic => "абвгдежзийклмнопрстуфхцчшщъьюяѝАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯЍ",
        Scheme::CentralEuropean => "ąćęłńóśźżáčďéěíňřšťúůýžäôĺľŕöüőűăâîșțşţđĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÔĹĽŔÖÜŐŰĂÂÎȘȚŞŢĐ",
        Scheme::Baltic => "āčēģīķļņšūžąęėįųõäöüĀČĒĢĪĶĻŅŠŪŽĄĘĖĮŲÕÄÖÜ",
        Scheme::Portuguese => "áâãàçéêíóôõúüÁÂÃÀÇÉÊÍÓÔÕÚÜªº",
        Scheme::Colombian => "áéíóúüñÁÉÍÓÚÜÑ¿¡ªº",
        _ => "ḁẹİǆŒœßþÐłŊⅴ½²©€™яљѣΩώἄＺ～",
    }
}

/// What `NON_UNICODE` cannot say, of the above.
const UNSAID: [char; 2] = ['ⅴ', 'ѣ'];

const EVERYWHERE: &str = "“”‘’«»–—…•`\t\u{a0}\u{ad}\u{200b}\u{200d}\u{200e}\u{2028}\u{fe0f}\u{feff}aZ 0.\n";

const GSM7: &str = "\n\u{c}\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~\
    ¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ€";

fn scheme() -> impl Strategy<Value = Scheme> {
    select(Scheme::ALL)
}

/// Any characters, most of them such as schemes look at, in any order: also marks on what can carry none.
fn text() -> impl Strategy<Value = String> {
    let known: Vec<char> = Scheme::ALL
        .iter()
        .flat_map(|scheme| alphabet(scheme.to_owned()).chars())
        .chain(EVERYWHERE.chars())
        .chain("漢°10²½".chars())
        .collect();
    // What changes how its neighbours are read, and letters that are read otherwise beside it.
    let near: Vec<char> =
        "\u{300}\u{301}\u{308}\u{327}\u{34f}\u{338}\u{200b}\u{200d}\u{fe0f}\u{2067}\u{2069}👩\u{1f3fd}ש漢eеuιияЩ½²"
            .chars()
            .collect();
    prop_oneof![
        3 => vec(prop_oneof![3 => select(known), 4 => select(near), 1 => any::<char>()], 0..24).prop_map(String::from_iter),
        1 => ".{0,40}",
    ]
}

fn text_of_a_scheme() -> impl Strategy<Value = (Scheme, String)> {
    scheme().prop_flat_map(|scheme| {
        let known: Vec<char> = alphabet(scheme)
            .chars()
            .chain(EVERYWHERE.chars())
            .filter(|character| !UNSAID.contains(character))
            .collect();
        (Just(scheme), vec(select(known), 0..40).prop_map(String::from_iter))
    })
}

proptest! {
    #[test]
    fn a_schemes_own_texts_become_gsm7((scheme, text) in text_of_a_scheme()) {
        let made = transliterate(&text, scheme).text;
        prop_assert!(made.chars().all(|character| GSM7.contains(character)), "{made:?} by {scheme}");
    }

    #[test]
    fn every_replacement_is_told(text in text(), scheme in scheme()) {
        let transliterated = transliterate(&text, scheme);
        let mut rebuilt = String::new();
        let mut from = 0;
        for one in &transliterated.replaced {
            prop_assert!(one.position >= from);
            rebuilt.push_str(text.get(from..one.position).unwrap());
            prop_assert!(!one.original.is_empty() && text.get(one.position..).unwrap().starts_with(one.original));
            prop_assert!(one.replacement.chars().all(|character| GSM7.contains(character)));
            prop_assert_ne!(one.original, one.replacement);
            rebuilt.push_str(one.replacement);
            from = one.position + one.original.len();
        }
        rebuilt.push_str(text.get(from..).unwrap());
        prop_assert_eq!(&rebuilt, &transliterated.text);
        prop_assert_eq!(matches!(transliterated.text, Cow::Borrowed(_)), transliterated.replaced.is_empty());
    }

    #[test]
    fn nothing_is_left_to_replace(text in text(), scheme in scheme()) {
        let once = transliterate(&text, scheme).text;
        let twice = transliterate(&once, scheme);
        prop_assert!(twice.replaced.is_empty(), "{once:?} becomes {:?} by {scheme}", twice.text);
    }

    #[test]
    fn texts_of_gsm7_stay(text in vec(select(GSM7.chars().collect::<Vec<_>>()), 0..40), scheme in scheme()) {
        let text = String::from_iter(text);
        prop_assert!(matches!(transliterate(&text, scheme).text, Cow::Borrowed(_)));
    }

    #[test]
    fn what_is_suggested_is_what_all_that_can_be_said_becomes(character in any::<char>()) {
        let text = String::from(character);
        let alone = transliterate(&text, Scheme::NonUnicode).text;
        prop_assert_eq!(suggestion(character).unwrap_or(&text), alone);
    }
}
