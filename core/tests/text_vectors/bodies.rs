//! Texts and octets as bodies of binary messages.

use serde_json::{Value as Json, json};
use smskernel::text::{self, Body};

use crate::case::{Input, Outcome, refusal};
use crate::members::hex;

fn members(bodies: &[Body]) -> Json {
    let one =
        |body: &Body| json!({ "hex": hex(&body.octets), "data_coding": body.data_coding, "esm_class": body.esm_class });
    // Without the header, whose first octet is its length.
    let size = |body: &Body| match body.esm_class {
        0 => body.octets.len(),
        _ => body.octets.len() - 1 - usize::from(body.octets[0]),
    };
    json!({
        "bodies": bodies.iter().map(one).collect::<Vec<_>>(),
        "sizes": bodies.iter().map(size).collect::<Vec<_>>(),
        "total": bodies.len(),
        "last": bodies.last().map(one),
    })
}

pub fn binary_bodies(input: &Input) -> Outcome {
    let given = input.text("text");
    let bodies = text::binary_bodies(given, &input.options(), input.way(), input.reference());
    Ok(members(&bodies.map_err(|error| refusal(&error, given))?))
}

pub fn octet_bodies(input: &Input) -> Outcome {
    let bodies = text::octet_bodies(&input.octets("octets"), &input.options(), input.reference());
    Ok(members(&bodies.map_err(|error| refusal(&error, ""))?))
}
