//! Texts as octets, and octets packed.

use serde_json::json;
use smskernel::text;

use crate::case::{Input, Outcome, refusal};
use crate::members::hex;

pub fn encode(input: &Input) -> Outcome {
    let given = input.text("text");
    let octets = text::encode(given, input.encoding()).map_err(|error| refusal(&error, given))?;
    Ok(json!({ "octets": hex(&octets) }))
}

pub fn decode(input: &Input) -> Outcome {
    Ok(json!({ "text": text::decode(&input.octets("octets"), input.encoding()) }))
}

pub fn pack(input: &Input) -> Outcome {
    Ok(json!({ "octets": hex(&text::pack(&input.octets("header"), &input.octets("septets"))) }))
}

pub fn unpack(input: &Input) -> Outcome {
    let header = usize::try_from(input.number("header").unwrap()).unwrap();
    let length = input.number("length").map(|length| usize::try_from(length).unwrap());
    Ok(json!({ "septets": hex(&text::unpack(&input.octets("octets"), header, length)) }))
}
