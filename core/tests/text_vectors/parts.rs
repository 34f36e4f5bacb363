//! Texts cut into parts.

use serde_json::{Value as Json, json};
use smskernel::text;

use crate::case::{Input, Outcome, encoding, refusal};
use crate::members::members;

pub fn split(input: &Input) -> Outcome {
    let given = input.text("text");
    let split = text::split(given, &input.options(), input.way(), input.reference());
    let split = split.map_err(|error| refusal(&error, given))?;
    let parts: Vec<Json> = split.parts().map(|part| members(&part)).collect();
    let joined: String = split.parts().map(|part| part.text().to_owned()).collect();
    assert_eq!(joined, split.text(), "the parts are the text");
    let mut told = encoding(split.encoding());
    told.insert("total".to_owned(), json!(split.len()));
    told.insert("last".to_owned(), json!(parts.last()));
    told.insert("parts".to_owned(), Json::Array(parts));
    Ok(Json::Object(told))
}
