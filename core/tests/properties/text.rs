//! Counting and cutting texts, against searches that try everything.

use proptest::prelude::*;
use smskernel::text::{
    Cost, Encoding, Language, Languages, Options, Part, Reference, Shifts, Way, count, decode, encode, segments, split,
    unpack,
};
use unicode_segmentation::UnicodeSegmentation;

/// Pieces of texts, and languages that have most of them: of one unit, of two, and what is seen as one character and is many.
const ALPHABETS: &[(&[&str], &[Language])] = &[
    (&["a", "b ", "@", "Ω", "\n", "€", "[", "~", "\u{C}", "é", "\r\n"], &[Language::Turkish, Language::Spanish]),
    (&["a", "ı", "ş", "Ğ", "€", "ç", "[", "i"], &[Language::Turkish, Language::Portuguese]),
    (&["á", "ã", "ç", "Ó", "a", "€", "ê"], &[Language::Spanish, Language::Portuguese]),
    (&["क", "क्षि", "ड़", "a", "1", "।", "€"], &[Language::Hindi, Language::Bengali]),
    (&["அ", "ு", "a", "௧", "ب", "۱"], &[Language::Tamil, Language::Urdu]),
    (&["a", "`", "’", "ø", "👋", "👨‍👩‍👧‍👦", "🇰🇪", "e\u{301}", "я", "क्ष"], &[Language::Hindi]),
];

fn text_of(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    // Many of one piece come near to the ends of parts.
    let run = (prop::sample::select(pieces), prop_oneof![3 => 1..4_usize, 1 => 20..170_usize]);
    prop::collection::vec(run.prop_map(|(piece, times)| piece.repeat(times)), 0..6).prop_map(|runs| runs.concat())
}

fn languages_about(likely: &'static [Language]) -> impl Strategy<Value = Languages> {
    let some = |languages: Vec<Language>, most| {
        let most = languages.len().min(most);
        prop::sample::subsequence(languages, 0..=most).prop_map(|languages| languages.into_iter().collect())
    };
    prop_oneof![
        1 => Just(Languages::NONE),
        1 => Just(Languages::ALL),
        1 => some(Language::ALL.to_vec(), 3),
        4 => some(likely.to_vec(), 3),
    ]
}

/// A text, and how it may be sent.
pub fn cases() -> impl Strategy<Value = (String, Options)> {
    let of_alphabet =
        prop::sample::select(ALPHABETS).prop_flat_map(|(pieces, likely)| (text_of(pieces), languages_about(likely)));
    let anything = (any::<String>(), languages_about(&[]));
    let shifts = prop::sample::select(vec![Shifts::Both, Shifts::Both, Shifts::Single, Shifts::Locking]);
    (prop_oneof![6 => of_alphabet, 1 => anything], shifts, any::<bool>()).prop_map(
        |((text, languages), shifts, wide)| {
            let reference = if wide { Reference::Bits16 } else { Reference::Bits8 };
            (text, Options::default().languages(languages).shifts(shifts).reference(reference))
        },
    )
}

/// Units of a character in an encoding; nothing where it is not in it.
fn units(character: char, encoding: Encoding) -> Option<usize> {
    let octets = encode(character.encode_utf8(&mut [0; 4]), encoding).ok()?.len();
    Some(if encoding == Encoding::Ucs2 { octets / 2 } else { octets })
}

/// Units of a part by the table of the documents: of one that is alone, and of one of many.
fn budgets(encoding: Encoding, reference: Reference) -> (usize, usize) {
    let wide = reference == Reference::Bits16;
    match ([encoding.locking(), encoding.single()].iter().flatten().count(), encoding, wide) {
        (_, Encoding::Ucs2, false) => (70, 67),
        (_, Encoding::Ucs2, true) => (70, 66),
        (0, _, false) => (160, 153),
        (0, _, true) => (160, 152),
        (1, _, false) => (155, 149),
        (1, _, true) => (155, 148),
        (_, _, false) => (152, 146),
        (_, _, true) => (152, 145),
    }
}

/// The fewest parts that these pieces can be cut into, of all cuts between them.
fn fewest(pieces: &[usize], (alone, of_many): (usize, usize)) -> usize {
    if pieces.iter().sum::<usize>() <= alone {
        return 1;
    }
    // The fewest parts of what stands before each place.
    let mut fewest = vec![usize::MAX; pieces.len() + 1];
    fewest[0] = 0;
    for end in 1..=pieces.len() {
        let mut room = of_many;
        for start in (0..end).rev() {
            let Some(left) = room.checked_sub(pieces[start]) else { break };
            room = left;
            fewest[end] = fewest[end].min(fewest[start].saturating_add(1));
        }
    }
    fewest[pieces.len()]
}

/// The cheapest encoding by trying all of them: fewest parts, smallest header, fewest units, lowest numbers.
fn cheapest(text: &str, options: &Options) -> Found {
    let allowed = |used: bool| {
        std::iter::once(None).chain(options.languages.iter().filter(move |_| used).map(Some)).collect::<Vec<_>>()
    };
    let mut best: Option<(usize, usize, usize, Encoding)> = None;
    for locking in allowed(options.shifts != Shifts::Single) {
        for single in allowed(options.shifts != Shifts::Locking) {
            if locking == Some(Language::Spanish) {
                continue;
            }
            let encoding = Encoding::Gsm7 { locking, single };
            let Some(pieces) = text.chars().map(|each| units(each, encoding)).collect::<Option<Vec<_>>>() else {
                continue;
            };
            let budgets = budgets(encoding, options.reference);
            let found = (fewest(&pieces, budgets), 160 - budgets.0, pieces.iter().sum::<usize>(), encoding);
            if best.is_none_or(|best| (found.0, found.1, found.2) < (best.0, best.1, best.2)) {
                best = Some(found);
            }
        }
    }
    let (parts, _, units, encoding) = best.unwrap_or_else(|| {
        let pieces: Vec<usize> = text.chars().map(char::len_utf16).collect();
        let budgets = budgets(Encoding::Ucs2, options.reference);
        (fewest(&pieces, budgets), 0, pieces.iter().sum(), Encoding::Ucs2)
    });
    Found { parts, units, encoding }
}

#[derive(Debug, PartialEq)]
struct Found {
    parts: usize,
    units: usize,
    encoding: Encoding,
}

impl From<Cost> for Found {
    fn from(cost: Cost) -> Found {
        Found { parts: cost.parts, units: cost.units, encoding: cost.encoding }
    }
}

fn read_packed(part: &Part<'_>) -> String {
    let data = part.user_data();
    let header = part.header().len();
    if part.encoding() == Encoding::Ucs2 {
        return decode(&data[header..], Encoding::Ucs2);
    }
    decode(&unpack(&data, header, Some(part.user_data_length())), part.encoding())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn nothing_is_cheaper((text, options) in cases()) {
        prop_assert_eq!(Found::from(count(&text, &options)), cheapest(&text, &options));
    }

    #[test]
    fn parts_come_back_and_fit((text, options) in cases(), by_graphemes in any::<bool>(), reference in 0..256_u16) {
        let way = if by_graphemes { Way::Graphemes } else { Way::Gateway };
        let cost = count(&text, &options);
        let Ok(split) = split(&text, &options, way, reference) else {
            prop_assert!(cost.parts > 100);
            return Ok(());
        };
        prop_assert_eq!(split.encoding(), cost.encoding);
        let (alone, of_many) = budgets(cost.encoding, options.reference);
        let room = if split.len() == 1 { alone } else { of_many };
        let mut whole = String::new();
        let mut all_units = 0;
        for part in split.parts() {
            prop_assert_eq!(part.range().start, whole.len());
            whole.push_str(part.text());
            all_units += part.units();
            prop_assert!(part.units() <= room);
            prop_assert!(part.user_data().len() <= 140);
            prop_assert_eq!(read_packed(&part), part.text());
            let short_message = part.short_message();
            prop_assert_eq!(&short_message[..part.header().len()], part.header());
            prop_assert_eq!(decode(&short_message[part.header().len()..], part.encoding()), part.text());
        }
        prop_assert_eq!(&whole, &text);
        prop_assert_eq!(all_units, cost.units);
        match way {
            Way::Gateway => {
                prop_assert_eq!(split.len(), cost.parts);
                let last = split.parts().last().map_or(0, |part| part.units());
                prop_assert_eq!(cost.units_left, room - last);
            }
            Way::Graphemes => {
                let graphemes: Vec<&str> = text.graphemes(true).collect();
                let sizes: Vec<usize> =
                    graphemes.iter().map(|whole| whole.chars().filter_map(|each| units(each, cost.encoding)).sum()).collect();
                if sizes.iter().all(|size| *size <= of_many) {
                    let ends: Vec<usize> = text.grapheme_indices(true).map(|(place, _)| place).collect();
                    prop_assert!(split.parts().skip(1).all(|part| ends.contains(&part.range().start)));
                    prop_assert_eq!(split.len(), fewest(&sizes, (alone, of_many)));
                }
            }
        }
    }

    #[test]
    fn what_is_told_is_true((text, options) in cases()) {
        let told = segments(&text, &options);
        prop_assert_eq!(told.cost, count(&text, &options));
        prop_assert!(told.to_string().contains("estimate"));
        let culprits = told.culprits();
        for culprit in &culprits {
            prop_assert!(culprit.positions.iter().all(|place| text[*place..].starts_with(culprit.character)));
            prop_assert_eq!(culprit.positions.len(), text.chars().filter(|each| *each == culprit.character).count());
            if let (Some(replacement), Some(instead)) = (culprit.replacement, culprit.instead) {
                let replaced = text.replace(culprit.character, replacement);
                prop_assert_eq!(instead, count(&replaced, &options));
            }
        }
        prop_assert_eq!(culprits.is_empty(), told.cost.encoding != Encoding::Ucs2 && told.cost.units == text.chars().count());
        prop_assert_eq!(told.if_replaced().is_some(), culprits.iter().any(|culprit| culprit.replacement.is_some()));
    }
}
