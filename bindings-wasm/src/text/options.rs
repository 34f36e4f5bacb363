//! Options and encodings as numbers, and from the words that JavaScript has for them.

use smskernel::text::words::{self, ArgumentError};
use smskernel::text::{Encoding, Language, Languages, Options, Ports, Reference, Scheme, Shifts};

const SHIFTS: [Shifts; 3] = [Shifts::Both, Shifts::Single, Shifts::Locking];
const REFERENCES: [Reference; 2] = [Reference::Bits8, Reference::Bits16];

/// Where the numbers stand within the one number: languages by their identifiers, then what the tables above index, then one
/// more than the index of the scheme, then whether there are ports, and flash. Ports are a number of their own.
const SHIFTS_AT: u32 = 16;
const REFERENCE_AT: u32 = 18;
const SCHEME_AT: u32 = 19;
const PORTS_AT: u32 = 27;
const FLASH_AT: u32 = 28;

/// The part of the number of options that one of their words stands for, or what to say of a word that is none.
pub(super) fn number(name: &str, word: &str) -> Result<u32, ArgumentError> {
    match name {
        "shifts" => Ok(index_of(&SHIFTS, &words::shifts(word)?) << SHIFTS_AT),
        "referenceBits" => {
            let reference = words::reference_bits(word).map_err(|error| error.called("referenceBits"))?;
            Ok(index_of(&REFERENCES, &reference) << REFERENCE_AT)
        }
        "ports" => Ok(1 << PORTS_AT),
        "flash" => Ok(1 << FLASH_AT),
        "transliteration" => Ok((index_of(Scheme::ALL, &words::scheme("transliteration", word)?) + 1) << SCHEME_AT),
        _ => {
            let languages = words::languages([word])?;
            Ok(languages.iter().fold(0, |numbers, language| numbers | 1 << language.number()))
        }
    }
}

fn index_of<T: PartialEq>(all: &[T], one: &T) -> u32 {
    all.iter().position(|other| other == one).and_then(|index| u32::try_from(index).ok()).unwrap_or_default()
}

/// The options of a number, and of that of their ports: the one they go to in the upper half.
pub(super) fn options_of(number: u32, ports: u32) -> Options {
    let index = |at: u32, bits: u32| (number >> at & ((1 << bits) - 1)) as usize;
    let languages: Languages =
        Language::ALL.into_iter().filter(|language| number >> language.number() & 1 == 1).collect();
    let mut options = Options::default()
        .flash(index(FLASH_AT, 1) == 1)
        .languages(languages)
        .shifts(SHIFTS.get(index(SHIFTS_AT, 2)).copied().unwrap_or_default())
        .reference(REFERENCES.get(index(REFERENCE_AT, 1)).copied().unwrap_or_default());
    if index(PORTS_AT, 1) == 1 {
        let [to, to_low, from, from_low] = ports.to_be_bytes();
        let [destination, source] = [[to, to_low], [from, from_low]].map(u16::from_be_bytes);
        options = options.ports(Ports { destination, source });
    }
    let scheme = index(SCHEME_AT, 8).checked_sub(1).and_then(|index| Scheme::ALL.get(index));
    scheme.map_or(options, |scheme| options.transliteration(*scheme))
}

/// The encoding of a number as [`super::answer::number_of`] makes it.
pub(super) fn encoding_of(number: u32) -> Encoding {
    let [coding, locking, single, _] = number.to_le_bytes();
    if coding == Encoding::Ucs2.data_coding() {
        return Encoding::Ucs2;
    }
    Encoding::Gsm7 { locking: Language::from_number(locking), single: Language::from_number(single) }
}
