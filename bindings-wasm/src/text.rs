//! What a text costs as short messages, how it is cut, and what its octets are: the functions behind `smskernel/text`.
//!
//! Positions go out in UTF-16 code units. The options of a text are a number, which [`text_option`] makes, and one of its ports.

mod answer;
mod options;
mod places;
pub mod reading;

use answer::{Answer, narrow, number_of};
use options::{encoding_of, options_of};
use places::Places;
use smskernel::text::words::{self, ArgumentError};
use smskernel::text::{self, Body, Culprit, Options, TextError};
use wasm_bindgen::prelude::wasm_bindgen;

/// A word of an option as a number. The number of all options is those of their words together, and 0 where there are none.
#[wasm_bindgen(js_name = textOption)]
pub fn text_option(name: &str, word: &str) -> Vec<u8> {
    told(options::number(name, word))
}

/// Where four numbers stand: encoding, parts, units, units left. They stay until memory is let go of.
#[wasm_bindgen(js_name = textCount)]
pub fn text_count(text: &str, options: u32, ports: u32) -> *const u32 {
    Box::into_raw(Box::new(row(text, &options_of(options, ports)))).cast()
}

/// The same four of each of many texts, which stand one behind the other and are so many bytes each.
#[wasm_bindgen(js_name = textCountMany)]
pub fn text_count_many(texts: &[u8], lengths: &[u32], options: u32, ports: u32) -> Vec<u32> {
    let options = options_of(options, ports);
    let mut rows = Vec::with_capacity(lengths.len() * 4);
    debug_assert!(std::str::from_utf8(texts).is_ok());
    // Sound: they were written by an encoder that cannot write anything but UTF-8.
    #[expect(unsafe_code, reason = "as wasm-bindgen takes texts from JavaScript's encoder")]
    let mut rest = unsafe { std::str::from_utf8_unchecked(texts) };
    for length in lengths {
        let (text, behind) = rest.split_at_checked(*length as usize).unwrap_or_default();
        rest = behind;
        rows.extend(row(text, &options));
    }
    rows
}

fn row(text: &str, options: &Options) -> [u32; 4] {
    let cost = text::count(text, options);
    [number_of(cost.encoding), narrow(cost.parts), narrow(cost.units), narrow(cost.units_left)]
}

/// The words of an encoding: its own, its unit's, and the codes of its languages.
#[wasm_bindgen(js_name = textEncoding)]
pub fn text_encoding(number: u32) -> Vec<u8> {
    let encoding = encoding_of(number);
    let mut answer = Answer::done();
    answer.text(encoding.as_str());
    answer.text(encoding.unit());
    for language in [encoding.locking(), encoding.single()] {
        answer.maybe(language, |answer, language| answer.text(language.code()));
    }
    answer.finish()
}

/// Why a text costs what it costs: the text that is counted, what was replaced in it, the culprits, and what it would cost with
/// all replacements.
#[wasm_bindgen(js_name = textReasons)]
pub fn text_reasons(text: &str, options: u32, ports: u32) -> Vec<u8> {
    let told = text::segments(text, &options_of(options, ports));
    let places = Places::of(told.text());
    let mut answer = Answer::done();
    answer.text(told.text());
    answer.replaced(&told.replaced, &Places::of(text));
    answer.list(told.culprits().iter(), |answer, culprit: &Culprit| {
        answer.text(culprit.character.encode_utf8(&mut [0; 4]));
        answer.list(culprit.positions.iter(), |answer, position| answer.number(places.units(*position)));
        answer.text(culprit.reason.as_str());
        answer.number(culprit.units);
        answer.maybe(culprit.replacement, Answer::text);
        answer.maybe(culprit.instead, Answer::cost);
    });
    answer.maybe(told.if_replaced(), Answer::cost);
    answer.finish()
}

/// What a text costs and why, for people.
#[wasm_bindgen(js_name = textDescription)]
pub fn text_description(text: &str, options: u32, ports: u32) -> String {
    let told = text::segments(text, &options_of(options, ports));
    let places = Places::of(told.text());
    told.describe(&|byte| places.units(byte))
}

/// The parts of a text: how it is encoded, then each part.
#[wasm_bindgen(js_name = textSplit)]
pub fn text_split(text: &str, options: u32, ports: u32, way: &str, reference: u16) -> Vec<u8> {
    let way = match words::way(way) {
        Ok(way) => way,
        Err(error) => return Answer::wrong(&error),
    };
    let split = match text::split(text, &options_of(options, ports), way, reference) {
        Ok(split) => split,
        Err(error) => return Answer::failed(&error),
    };
    let places = Places::of(split.text());
    let mut answer = Answer::done();
    answer.encoding(split.encoding());
    answer.list(split.parts(), |answer, part| {
        answer.text(part.text());
        for number in [places.units(part.range().start), places.units(part.range().end), part.units()] {
            answer.number(number);
        }
        answer.octets(part.header());
        answer.octets(&part.user_data());
        answer.number(part.user_data_length());
        answer.octets(&part.short_message());
        answer.number(usize::from(part.data_coding()));
        answer.number(usize::from(part.esm_class()));
    });
    answer.finish()
}

/// A text as binary bodies.
#[wasm_bindgen(js_name = textBinaryBodies)]
pub fn text_binary_bodies(text: &str, options: u32, ports: u32, way: &str, reference: u16) -> Vec<u8> {
    match words::way(way) {
        Ok(way) => bodies(text::binary_bodies(text, &options_of(options, ports), way, reference)),
        Err(error) => Answer::wrong(&error),
    }
}

/// Data as binary bodies.
#[wasm_bindgen(js_name = textOctetBodies)]
pub fn text_octet_bodies(octets: &[u8], options: u32, ports: u32, reference: u16) -> Vec<u8> {
    bodies(text::octet_bodies(octets, &options_of(options, ports), reference))
}

fn bodies(bodies: Result<Vec<Body>, TextError>) -> Vec<u8> {
    let bodies = match bodies {
        Ok(bodies) => bodies,
        Err(error) => return Answer::failed(&error),
    };
    let mut answer = Answer::done();
    answer.list(bodies.iter(), |answer, body: &Body| {
        answer.octets(&body.octets);
        answer.number(usize::from(body.data_coding));
        answer.number(usize::from(body.esm_class));
    });
    answer.finish()
}

/// The number of an encoding by its words.
#[wasm_bindgen(js_name = textEncodingOf)]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen has no references to texts that may be missing")]
pub fn text_encoding_of(encoding: &str, locking: Option<String>, single: Option<String>) -> Vec<u8> {
    told(words::encoding(encoding, locking.as_deref(), single.as_deref()).map(number_of))
}

/// A text as septets, one in each octet, or as UTF-16 with the high octet first.
#[wasm_bindgen(js_name = textEncode)]
pub fn text_encode(text: &str, encoding: u32) -> Vec<u8> {
    match text::encode(text, encoding_of(encoding)) {
        Ok(octets) => {
            let mut answer = Answer::done();
            answer.octets(&octets);
            answer.finish()
        }
        Err(error) => Answer::failed(&in_units(error, text)),
    }
}

/// The text of such octets.
#[wasm_bindgen(js_name = textDecode)]
pub fn text_decode(octets: &[u8], encoding: u32) -> String {
    text::decode(octets, encoding_of(encoding))
}

/// Septets packed into octets behind a header.
#[wasm_bindgen(js_name = textPack)]
pub fn text_pack(septets: &[u8], header: &[u8]) -> Vec<u8> {
    text::pack(header, septets)
}

/// The septets of packed octets behind so many octets of a header; `length` is negative where it is unset.
#[wasm_bindgen(js_name = textUnpack)]
pub fn text_unpack(octets: &[u8], header: u32, length: i32) -> Vec<u8> {
    text::unpack(octets, header as usize, usize::try_from(length).ok())
}

/// A text with other letters for those that GSM-7 does not have, and what was replaced.
#[wasm_bindgen(js_name = textTransliterate)]
pub fn text_transliterate(text: &str, scheme: &str) -> Vec<u8> {
    let scheme = match words::scheme("scheme", scheme) {
        Ok(scheme) => scheme,
        Err(error) => return Answer::wrong(&error),
    };
    let done = text::transliterate(text, scheme);
    let mut answer = Answer::done();
    answer.text(&done.text);
    answer.replaced(&done.replaced, &Places::of(text));
    answer.finish()
}

/// A number, or what is wrong with a word.
fn told(number: Result<u32, ArgumentError>) -> Vec<u8> {
    match number {
        Ok(number) => {
            let mut answer = Answer::done();
            answer.number(number as usize);
            answer.finish()
        }
        Err(error) => Answer::wrong(&error),
    }
}

/// The same error with its position in UTF-16 code units.
fn in_units(error: TextError, text: &str) -> TextError {
    match error {
        TextError::NotEncodable { offset, character } => {
            TextError::NotEncodable { offset: Places::of(text).units(offset), character }
        }
        other => other,
    }
}
