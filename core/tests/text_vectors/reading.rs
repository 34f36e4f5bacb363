//! Parts read back, and put together.

use serde_json::{Map, Value as Json, json};
use smskernel::text::{self, DataCoding, Decoded, Element, Encoding, Septets, TextError};

use crate::case::{Input, Outcome, encoding, refusal};
use crate::members::hex;

/// A part as it is given: of a TPDU, or of SMPP.
fn part(input: &Input) -> Result<Decoded, TextError> {
    let (data_coding, esm_class) = (input.octet("data_coding"), input.octet("esm_class"));
    if input.member("user_data").is_none() {
        return text::decode_part(&input.octets("short_message"), data_coding, esm_class, Septets::Unpacked);
    }
    let length = usize::try_from(input.number("user_data_length").unwrap()).unwrap();
    let septets = Septets::Packed { length: Some(length) };
    text::decode_part(&input.octets("user_data"), data_coding, esm_class, septets)
}

pub fn decode_part(input: &Input) -> Outcome {
    Ok(members(&part(input).map_err(|error| refusal(&error, ""))?))
}

pub fn describe(input: &Input) -> Outcome {
    let body = text::describe(&input.octets("hex"), input.octet("data_coding"), input.octet("esm_class"));
    Ok(members(&body.map_err(|error| refusal(&error, ""))?))
}

pub fn reassemble(input: &Input) -> Outcome {
    let mut parts = Vec::new();
    for given in input.member("parts").unwrap().as_array().unwrap() {
        let given = Input::new(given);
        parts.push(part(&given).map_err(|error| refusal(&error, ""))?);
        assert!(given.unread().is_empty(), "nobody reads {:?} of a part", given.unread());
    }
    let whole = text::reassemble(&parts).map_err(|error| refusal(&error, ""))?;
    let mut told = encoding_or_none(whole.encoding);
    told.insert("parts".to_owned(), json!(whole.parts));
    told.insert("reference".to_owned(), json!(whole.reference));
    told.insert("text".to_owned(), json!(whole.text));
    told.insert("octets".to_owned(), json!(hex(&whole.octets)));
    Ok(Json::Object(told))
}

fn encoding_or_none(known: Option<Encoding>) -> Map<String, Json> {
    let mut told = encoding(known.unwrap_or(Encoding::Ucs2));
    if known.is_none() {
        told.insert("encoding".to_owned(), Json::Null);
    }
    told
}

/// What a part is, as vectors have it.
fn members(decoded: &Decoded) -> Json {
    let mut told = encoding_or_none(decoded.encoding());
    told.insert("header".to_owned(), decoded.header.elements.iter().map(element).collect());
    told.insert("data_coding".to_owned(), coding(decoded.data_coding));
    told.insert("text".to_owned(), json!(decoded.text));
    told.insert("octets".to_owned(), json!(hex(&decoded.octets)));
    Json::Object(told)
}

fn coding(coding: DataCoding) -> Json {
    let waiting = coding
        .waiting
        .map(|waiting| json!({ "kind": waiting.kind, "active": waiting.active, "stored": waiting.stored }));
    json!({
        "alphabet": coding.alphabet.as_str(),
        "compressed": coding.compressed,
        "class": coding.class,
        "waiting": waiting,
        "reserved": coding.reserved,
    })
}

fn element(element: &Element) -> Json {
    let ports = |bits: u8, destination: u16, source: u16| json!({ "element": "ports", "bits": bits, "destination": destination, "source": source });
    match element {
        Element::Concatenation(part) => json!({
            "element": "concatenation",
            "reference": part.reference,
            "reference_bits": part.width.bits(),
            "total": part.total,
            "sequence": part.sequence,
        }),
        Element::Ports8 { destination, source } => ports(8, u16::from(*destination), u16::from(*source)),
        Element::Ports16(both) => ports(16, both.destination, both.source),
        Element::LockingShift(language) => json!({ "element": "locking_shift", "language": language }),
        Element::SingleShift(language) => json!({ "element": "single_shift", "language": language }),
        Element::Other { identifier, data } => {
            json!({ "element": "other", "identifier": identifier, "data": hex(data) })
        }
    }
}
