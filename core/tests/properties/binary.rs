//! Binary messages: digits and bytes say the same octets, and what stands in them is judged as another reader would.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};
use smskernel::infobip::{Binary, BinaryMessage, Hex, SendBinary};
use smskernel::{Code, Level, Violation};

use crate::account;
use crate::more_models::{header, written};
use crate::requests::errors;

const PLACE: &str = "messages[0].binary.hex";

/// What goes out in the place of these octets or digits, and the errors if nothing does.
fn sent(hex: impl Into<Hex>, esm_class: Option<i64>) -> Result<String, Vec<Violation>> {
    sent_as(hex, None, esm_class)
}

/// The same of content of a data coding.
fn sent_as(hex: impl Into<Hex>, data_coding: Option<i64>, esm_class: Option<i64>) -> Result<String, Vec<Violation>> {
    let mut binary = Binary::new(hex);
    binary.data_coding = data_coding;
    binary.esm_class = esm_class;
    let request = SendBinary::new([BinaryMessage::new(binary).to("41793026727")]);
    let call = account(&json!({})).send_binary(&request).map_err(|error| error.violations)?;
    let body: Json = serde_json::from_slice(call.body()).unwrap();
    Ok(body["messages"][0]["binary"]["hex"].as_str().unwrap().to_owned())
}

/// The octets of a text, group by group, or what is wrong with it at which byte.
fn octets(text: &str) -> Result<Vec<u8>, (Code, usize)> {
    let groups: Vec<&str> = text.split(' ').collect();
    let (mut start, mut all) = (0, Vec::new());
    for (index, group) in groups.iter().enumerate() {
        if group.is_empty() {
            let is_behind = index > 0 && index + 1 == groups.len();
            return if text.is_empty() { Ok(all) } else { Err((Code::HexCharacters, start - usize::from(is_behind))) };
        }
        if let Some((at, _)) = group.char_indices().find(|(_, character)| !character.is_ascii_hexdigit()) {
            return Err((Code::HexCharacters, start + at));
        }
        if group.len() % 2 == 1 {
            return Err((Code::HexOdd, start + group.len() - 1));
        }
        all.extend((0..group.len()).step_by(2).map(|at| u8::from_str_radix(&group[at..at + 2], 16).unwrap()));
        start += group.len() + 1;
    }
    Ok(all)
}

/// Whether octets begin with a header in good form, by its definition: the lengths of the elements add up to its own.
fn begins_with_header(octets: &[u8]) -> bool {
    fn elements(octets: &[u8]) -> bool {
        match octets {
            [] => true,
            [name, length, rest @ ..] if rest.len() >= usize::from(*length) => {
                let (data, rest) = rest.split_at(usize::from(*length));
                let fixed: &[usize] = match name {
                    0 => &[3],
                    6 | 7 | 0x20 | 0x24 | 0x25 => &[1],
                    1 | 4 | 0x0b | 0x0d => &[2],
                    5 | 8 | 0x21 => &[4],
                    _ => &[],
                };
                let is_part = !matches!(name, 0 | 8) || matches!(data, [.., all, part] if 1 <= *part && part <= all);
                (fixed.is_empty() || fixed.contains(&data.len())) && is_part && elements(rest)
            }
            _ => false,
        }
    }
    match octets {
        [length, rest @ ..] => rest.get(..usize::from(*length)).is_some_and(elements),
        [] => false,
    }
}

fn tells(error: &[Violation], code: Code, place: &str, words: &str) -> bool {
    error.iter().any(|found| {
        found.level() == Level::Error
            && found.code() == code
            && found.path() == place
            && found.message().contains(words)
    })
}

/// Digits, spaces and what is neither.
fn digits() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9a-fA-F ]{0,24}",
        "([0-9a-f]{2} ){0,8}[0-9a-f]{1,3}",
        "[0-9a-g \\t\u{2026}\u{660}]{0,8}",
        ".{0,8}",
        (vec(any::<u8>(), 1..20), 0..8_usize, any::<Index>(), select(vec!["", " ", "4", "x", "\u{a0}", "ａ"]))
            .prop_map(|(octets, style, at, piece)| {
                let mut text = written(&octets, style);
                text.insert_str(at.index(text.len() + 1), piece);
                text
            }),
    ]
}

proptest! {
    #[test]
    fn bytes_and_digits_say_the_same_octets(content in vec(any::<u8>(), 1..=140), style in 0..8_usize) {
        let spaced = sent(content.clone(), None).unwrap();
        prop_assert_eq!(octets(&spaced), Ok(content.clone()));
        prop_assert_eq!(&spaced, &written(&content, 0));
        let text = written(&content, style);
        prop_assert_eq!(sent(text.as_str(), None).unwrap(), text);
    }

    #[test]
    fn digits_go_out_as_they_are_or_are_told_with_their_byte(text in digits()) {
        match (octets(&text), sent(text.as_str(), None)) {
            (Ok(content), Ok(sent)) => {
                prop_assert!((1..=140).contains(&content.len()));
                prop_assert_eq!(sent, text);
            }
            (Ok(content), Err(found)) => {
                prop_assert!(content.is_empty());
                prop_assert!(tells(&found, Code::Empty, PLACE, ""), "{found:?}");
            }
            (Err((code, offset)), Err(found)) => {
                prop_assert!(tells(&found, code, PLACE, &format!("at byte {offset}")), "{text:?} {offset} {found:?}");
                prop_assert_eq!(errors(&found).len(), 1);
            }
            (Err(fault), Ok(_)) => prop_assert!(false, "{text:?} {fault:?}"),
        }
    }

    #[test]
    fn no_octet_too_many_goes_out(
        length in 135..300_usize,
        style in 0..8_usize,
        octet in any::<u8>(),
        coding in select(vec![None, Some(0), Some(4), Some(8)]),
    ) {
        // Septets are sent packed.
        let most = if coding.unwrap_or(0) == 0 { 160 } else { 140 };
        let content = vec![octet; length];
        let text = written(&content, style);
        for (hex, given) in [(Hex::from(text.as_str()), &text), (Hex::from(content.clone()), &written(&content, 0))] {
            match sent_as(hex, coding, None) {
                Ok(_) => prop_assert!(length <= most),
                Err(found) => {
                    prop_assert!(length > most);
                    // The first octet too many stands behind what the others take, spaces and all.
                    let digits: Vec<usize> = given.match_indices(|character| character != ' ').map(|(at, _)| at).collect();
                    let words = format!("begins at byte {} is", digits[most * 2]);
                    prop_assert!(tells(&found, Code::TooLong, PLACE, &words), "{words} {found:?}");
                }
            }
        }
    }

    #[test]
    fn good_headers_are_taken(header in header(), content in vec(any::<u8>(), 0..10), class in any::<u8>()) {
        let octets = [header, content].concat();
        prop_assert!(begins_with_header(&octets));
        prop_assert!(sent(octets, Some(i64::from(class | 64))).is_ok());
    }

    #[test]
    fn harmed_headers_are_told_or_are_still_good(
        header in header(),
        content in vec(any::<u8>(), 0..10),
        cut in any::<Index>(),
        changes in vec((any::<Index>(), prop_oneof![0..12_u8, any::<u8>()]), 0..3),
        class in any::<u8>(),
        style in 0..8_usize,
    ) {
        let mut octets = [header, content].concat();
        for (at, value) in changes {
            let at = at.index(octets.len());
            octets[at] = value;
        }
        octets.truncate(1 + cut.index(octets.len()));
        let class = i64::from(class);
        let is_good = class & 64 == 0 || begins_with_header(&octets);
        for hex in [Hex::from(octets.clone()), Hex::from(written(&octets, style))] {
            let result = sent(hex, Some(class));
            prop_assert_eq!(result.is_ok(), is_good, "{:?} {:02x?}", &result, &octets);
            if let Err(found) = result {
                prop_assert!(tells(&found, Code::InvalidUdh, PLACE, "malformed at byte"), "{found:?}");
            }
        }
    }

    #[test]
    fn any_octets_are_judged_as_by_another_reader(octets in vec(prop_oneof![0..9_u8, any::<u8>()], 1..30)) {
        prop_assert_eq!(sent(octets.clone(), Some(64)).is_ok(), begins_with_header(&octets));
        prop_assert!(sent(octets, Some(63)).is_ok());
    }
}
