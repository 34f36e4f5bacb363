//! Texts in other letters.

use serde_json::{Value as Json, json};
use smskernel::text::{self, Scheme};

use crate::case::{Input, Outcome};

pub fn transliterate(input: &Input) -> Outcome {
    let given = input.text("text");
    let made = text::transliterate(given, Scheme::from_text(input.text("scheme")).unwrap());
    let replaced = made.replaced.iter().map(|one| {
        let position = given[..one.position].chars().count();
        json!({ "position": position, "original": one.original, "replacement": one.replacement })
    });
    Ok(json!({ "text": made.text, "replaced": replaced.collect::<Vec<Json>>() }))
}
