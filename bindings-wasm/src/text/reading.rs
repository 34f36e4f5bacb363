//! What octets say: one part, or all parts of a message.

use smskernel::text::{self, DataCoding, Decoded, Element, Encoding, Ports, Septets, TextError, UserDataHeader};
use wasm_bindgen::prelude::wasm_bindgen;

use super::answer::Answer;

/// Reads a part. `length` is that of a TPDU's user data, -1 where nobody knows it, and -2 where septets are not packed.
#[wasm_bindgen(js_name = textDecodePart)]
pub fn text_decode_part(octets: &[u8], data_coding: u8, esm_class: u8, length: i32) -> Vec<u8> {
    decoded(text::decode_part(octets, data_coding, esm_class, septets_of(length)))
}

/// Reads a binary body, and refuses what its sender cannot have meant.
#[wasm_bindgen(js_name = textDescribe)]
pub fn text_describe(octets: &[u8], data_coding: u8, esm_class: u8) -> Vec<u8> {
    decoded(text::describe(octets, data_coding, esm_class))
}

/// Puts parts together. Their octets stand one behind the other; of each there are four numbers: how many octets, data coding,
/// `esm_class`, and the length as above.
#[wasm_bindgen(js_name = textReassemble)]
pub fn text_reassemble(octets: &[u8], numbers: &[i32]) -> Vec<u8> {
    let mut parts = Vec::new();
    let mut rest = octets;
    for (index, part) in numbers.as_chunks::<4>().0.iter().enumerate() {
        let [count, data_coding, esm_class, length] = *part;
        let octet = |number: i32| number.to_le_bytes()[0];
        let (octets, behind) = rest.split_at_checked(usize::try_from(count).unwrap_or(0)).unwrap_or_default();
        rest = behind;
        match text::decode_part(octets, octet(data_coding), octet(esm_class), septets_of(length)) {
            Ok(part) => parts.push(part),
            Err(error) => return Answer::failed_at(Some(index), &error),
        }
    }
    let whole = match text::reassemble(&parts) {
        Ok(whole) => whole,
        Err(error) => return Answer::failed(&error),
    };
    let mut answer = Answer::done();
    answer.text(&whole.description());
    answer.number(whole.parts);
    answer.maybe(whole.reference, |answer, reference| answer.number(usize::from(reference)));
    answer.maybe(whole.ports, ports);
    coding(&mut answer, whole.data_coding, whole.encoding);
    answer.octets(&whole.octets);
    answer.maybe(whole.text.as_deref(), Answer::text);
    answer.finish()
}

fn septets_of(length: i32) -> Septets {
    match length {
        -2 => Septets::Unpacked,
        length => Septets::Packed { length: usize::try_from(length).ok() },
    }
}

fn decoded(decoded: Result<Decoded, TextError>) -> Vec<u8> {
    let decoded = match decoded {
        Ok(decoded) => decoded,
        Err(error) => return Answer::failed(&error),
    };
    let mut answer = Answer::done();
    answer.text(&decoded.description());
    header(&mut answer, &decoded.header);
    coding(&mut answer, decoded.data_coding, decoded.encoding());
    answer.octets(&decoded.octets);
    answer.maybe(decoded.text.as_deref(), Answer::text);
    answer.finish()
}

/// What a data coding says, and the encoding that follows from it and the header.
fn coding(answer: &mut Answer, coding: DataCoding, encoding: Option<Encoding>) {
    answer.number(usize::from(coding.octet));
    answer.text(coding.alphabet.as_str());
    answer.number(usize::from(coding.compressed));
    answer.maybe(coding.class, |answer, class| answer.number(usize::from(class)));
    answer.maybe(coding.waiting, |answer, waiting| {
        answer.text(waiting.kind);
        answer.number(usize::from(waiting.active));
        answer.number(usize::from(waiting.stored));
    });
    answer.number(usize::from(coding.reserved));
    answer.maybe(encoding, Answer::encoding);
}

fn header(answer: &mut Answer, header: &UserDataHeader) {
    answer.list(header.elements.iter(), |answer, element: &Element| match element {
        Element::Concatenation(part) => {
            answer.text("concatenation");
            answer.number(usize::from(part.reference));
            for number in [part.width.bits(), part.total, part.sequence] {
                answer.number(usize::from(number));
            }
        }
        Element::Ports8 { destination, source } => {
            answer.text("ports");
            answer.number(8);
            ports(answer, Ports { destination: u16::from(*destination), source: u16::from(*source) });
        }
        Element::Ports16(both) => {
            answer.text("ports");
            answer.number(16);
            ports(answer, *both);
        }
        Element::LockingShift(language) => {
            answer.text("locking_shift");
            answer.number(usize::from(*language));
        }
        Element::SingleShift(language) => {
            answer.text("single_shift");
            answer.number(usize::from(*language));
        }
        Element::Other { identifier, data } => {
            answer.text("other");
            answer.number(usize::from(*identifier));
            answer.octets(data);
        }
    });
}

fn ports(answer: &mut Answer, ports: Ports) {
    answer.number(usize::from(ports.destination));
    answer.number(usize::from(ports.source));
}
