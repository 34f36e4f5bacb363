//! Why a text costs what it costs, and what would make it cheaper.

use std::borrow::Cow;

use super::count::{Cost, count_as_is, plain_units_of, units_of};
use super::split::MOST_PARTS;
use super::tables::tables_of;
use super::transliterate::{Replacement, Transliterated, suggestion};
use super::{Encoding, Options};
use crate::lookup::Lookup;
use crate::sentence::{Say, Sentence, print_as_said};

/// The parts of a text for which it is worth trying what each replacement brings.
const MOST_PARTS_TRIED: usize = 1000;

/// What a character does to the cost of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It is in no GSM 7-bit table that is allowed, so that the whole text is sent as UCS-2.
    ForcesUcs2,
    /// It takes two units: an escape and a septet.
    CostsTwo,
}

impl Reason {
    /// `forces_ucs2` or `costs_two`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::ForcesUcs2 => "forces_ucs2",
            Reason::CostsTwo => "costs_two",
        }
    }
}

/// A character that makes its text cost more.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Culprit {
    /// The character.
    pub character: char,
    /// Where it stands in [`Segments::text`]: bytes, in order.
    pub positions: Vec<usize>,
    /// What it does.
    pub reason: Reason,
    /// Units that it takes each time.
    pub units: usize,
    /// What could be written instead; none where there is nothing that says the same.
    pub replacement: Option<&'static str>,
    /// What the whole text would cost with the replacement everywhere. Not told of a text of over a thousand parts.
    pub instead: Option<Cost>,
}

/// What a text costs, and why. An estimate: gateways may count otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Segments<'t> {
    /// What it costs.
    pub cost: Cost,
    /// What transliteration replaced, where it was asked for.
    pub replaced: Vec<Replacement<'t>>,
    text: Cow<'t, str>,
    options: Options,
}

/// What a text costs, and why.
#[must_use]
pub fn segments<'t>(text: &'t str, options: &Options) -> Segments<'t> {
    let Transliterated { text, replaced } = options.applied(text);
    let cost = count_as_is(&text, options);
    Segments { cost, replaced, text, options: *options }
}

impl Segments<'_> {
    /// The text that is counted: the one given, but for what was transliterated.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The characters that make the text cost more, each once, in the order of their first positions.
    #[must_use]
    pub fn culprits(&self) -> Vec<Culprit> {
        let mut culprits: Vec<Culprit> = Vec::new();
        let mut places = Lookup::default();
        let is_culprit = self.test();
        for (position, character) in self.text.char_indices() {
            let Some(reason) = is_culprit(character) else { continue };
            let key = u64::from(u32::from(character));
            let known = places.get(key).and_then(|place| culprits.get_mut(usize::try_from(place).ok()?));
            if let Some(known) = known {
                known.positions.push(position);
                continue;
            }
            places.insert(key, u32::try_from(culprits.len()).unwrap_or_default());
            let replacement = instead_of(character, reason);
            culprits.push(Culprit {
                character,
                positions: vec![position],
                reason,
                units: units_of(character, self.cost.encoding),
                replacement,
                instead: replacement
                    .filter(|_| self.cost.parts <= MOST_PARTS_TRIED)
                    .map(|replacement| self.cost_with(&|other| (other == character).then_some(replacement))),
            });
        }
        culprits
    }

    /// What the text would cost with every suggested replacement; nothing where there is none.
    #[must_use]
    pub fn if_replaced(&self) -> Option<Cost> {
        let is_culprit = self.test();
        let replacement = |character| instead_of(character, is_culprit(character)?);
        self.text.chars().any(|character| replacement(character).is_some()).then(|| self.cost_with(&replacement))
    }

    /// Tells of a character whether it makes the text cost more, and how.
    fn test(&self) -> impl Fn(char) -> Option<Reason> {
        let encoding = self.cost.encoding;
        let allowed = self.options.tables();
        let has_table = move |character| {
            let tables = tables_of(character);
            tables.locking & allowed.locking | tables.single & allowed.single != 0
        };
        // Where each character has a table, but none has them all, those are told that need a table of a language.
        let all_have = encoding == Encoding::Ucs2 && self.text.chars().all(has_table);
        move |character| match encoding {
            Encoding::Ucs2 if all_have => plain_units_of(character).is_none().then_some(Reason::ForcesUcs2),
            Encoding::Ucs2 => (!has_table(character)).then_some(Reason::ForcesUcs2),
            Encoding::Gsm7 { .. } => (units_of(character, encoding) == 2).then_some(Reason::CostsTwo),
        }
    }

    /// The cost of the text with characters replaced by what is given for them.
    fn cost_with(&self, replacement: &dyn Fn(char) -> Option<&'static str>) -> Cost {
        let mut text = String::with_capacity(self.text.len());
        for character in self.text.chars() {
            match replacement(character) {
                Some(replacement) => text.push_str(replacement),
                None => text.push(character),
            }
        }
        count_as_is(&text, &self.options)
    }

    /// What `Display` prints, with positions as `position` makes them of bytes.
    #[must_use]
    pub fn describe(&self, position: &dyn Fn(usize) -> usize) -> String {
        let Cost { encoding, units, parts, units_left } = self.cost;
        let mut sentence = Sentence::default();
        sentence.counted(parts, "part").text(" of ").of(&encoding).text(": ").counted(units, encoding.unit());
        sentence.text(", ").number(units_left).text(" left in the last part (an estimate)");
        if parts > MOST_PARTS {
            sentence.text("\n  over 255 parts cannot be sent as one message");
        }
        let culprits = self.culprits();
        for culprit in culprits.iter().take(MOST_TOLD) {
            culprit.say(&self.cost, position, sentence.text("\n  "));
        }
        if let Some(more) = culprits.len().checked_sub(MOST_TOLD).filter(|more| *more > 0) {
            sentence.text("\n  and ").counted(more, "character").text(" more");
        }
        match self.if_replaced() {
            Some(cost) if culprits.len() > 1 && cost.is_below(&self.cost) => {
                sentence.text("\n  with all of these replaced: ").of(&cost);
            }
            _ => {}
        }
        sentence.finish()
    }
}

/// How many characters, and how many places of each, a description tells of.
const MOST_TOLD: usize = 8;

/// What to write instead of a character that costs more.
fn instead_of(character: char, reason: Reason) -> Option<&'static str> {
    match reason {
        // Without what joins pictures, or says how they look, others would be seen.
        Reason::ForcesUcs2 if matches!(character, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}') => None,
        Reason::ForcesUcs2 => suggestion(character),
        // Round brackets take one unit.
        Reason::CostsTwo => match character {
            '[' | '{' => Some("("),
            ']' | '}' => Some(")"),
            _ => None,
        },
    }
}

impl Cost {
    /// Whether it is fewer parts, or as many in a denser encoding or with more room in the last.
    fn is_below(&self, other: &Cost) -> bool {
        let rank = |cost: &Cost| (cost.parts, cost.encoding == Encoding::Ucs2);
        rank(self) < rank(other) || (rank(self) == rank(other) && self.units_left > other.units_left)
    }
}

/// `2 parts of UCS-2, 59 left`.
impl Say for Cost {
    fn say(&self, sentence: &mut Sentence) {
        sentence.counted(self.parts, "part").text(" of ").of(&self.encoding);
        sentence.text(", ").number(self.units_left).text(" left");
    }
}

impl Culprit {
    /// Says what it does to a text of that cost.
    fn say(&self, now: &Cost, position: &dyn Fn(usize) -> usize, sentence: &mut Sentence) {
        sentence.named(self.character).text(" at").first_of(&self.positions, MOST_TOLD, position);
        sentence.text(match self.reason {
            Reason::ForcesUcs2 => " forces UCS-2",
            Reason::CostsTwo => " takes two",
        });
        match (self.replacement, self.instead.filter(|instead| instead.is_below(now))) {
            (Some(""), Some(cost)) => sentence.text("; without it: ").of(&cost),
            (Some(""), None) => sentence.text("; it can be left out"),
            (Some(replacement), Some(cost)) => {
                sentence.text("; with ").quoted(replacement).text(" instead: ").of(&cost)
            }
            (Some(replacement), None) => sentence.text("; ").quoted(replacement).text(" could stand there"),
            (None, _) => sentence,
        };
    }
}

impl Say for Segments<'_> {
    fn say(&self, sentence: &mut Sentence) {
        sentence.text(&self.describe(&|position| position));
    }
}

print_as_said!(Cost, Segments<'_>);

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_curly_quote_is_told() {
        let text = format!("It’s {} [now]", "a".repeat(80));
        let told = segments(&text, &Options::default());
        assert_eq!(
            told.to_string(),
            "2 parts of UCS-2: 91 UTF-16 code units, 43 left in the last part (an estimate)\n  \
             '’' (U+2019) at 2 forces UCS-2; with \"'\" instead: 1 part of GSM-7, 67 left"
        );
        let cost = told.if_replaced().unwrap();
        assert_eq!((cost.encoding, cost.units), (Encoding::GSM7, 93));
    }

    #[test]
    fn what_takes_two_is_told() {
        let told = segments("[a] €", &Options::default());
        assert_eq!(
            told.to_string(),
            "1 part of GSM-7: 8 septets, 152 left in the last part (an estimate)\n  \
             '[' (U+005B) at 0 takes two; with \"(\" instead: 1 part of GSM-7, 153 left\n  \
             ']' (U+005D) at 2 takes two; with \")\" instead: 1 part of GSM-7, 153 left\n  \
             '€' (U+20AC) at 4 takes two\n  \
             with all of these replaced: 1 part of GSM-7, 154 left"
        );
    }

    #[test]
    fn languages_take_the_blame_from_their_characters() {
        let plain = segments("Şişli 👋", &Options::default());
        let characters =
            |told: &Segments<'_>| told.culprits().iter().map(|culprit| culprit.character).collect::<String>();
        assert_eq!(characters(&plain), "Şş👋");
        assert_eq!(characters(&segments("Şişli 👋", &Options::default().languages(Language::Turkish))), "👋");
        // Each has a table, but no two tables go together.
        let both = Options::default().languages(
            [Language::Hindi, Language::Tamil, Language::Urdu].into_iter().collect::<crate::text::Languages>(),
        );
        let told = segments("अ அ ا a", &both);
        assert_eq!((told.cost.encoding, characters(&told)), (Encoding::Ucs2, "अஅا".to_owned()));
    }
}
