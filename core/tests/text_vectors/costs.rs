//! What texts cost, and why.

use serde_json::{Map, Value as Json, json};
use smskernel::text::{self, Cost, Way};

use crate::case::{Input, Outcome, encoding, refusal};

/// A cost as vectors have it.
fn members(cost: Cost) -> Map<String, Json> {
    let mut told = encoding(cost.encoding);
    for (name, number) in [("units", cost.units), ("parts", cost.parts), ("units_left", cost.units_left)] {
        told.insert(name.to_owned(), json!(number));
    }
    told
}

/// What counting says, and the units of the parts that are cut.
pub fn count(input: &Input) -> Outcome {
    let (given, options) = (input.text("text"), input.options());
    let cost = text::count(given, &options);
    assert_eq!(text::segments(given, &options).cost, cost, "both count the same");
    let split = text::split(given, &options, Way::Gateway, 1).map_err(|error| refusal(&error, given))?;
    assert_eq!((split.encoding(), split.len()), (cost.encoding, cost.parts), "what is counted is what is cut");
    let mut told = members(cost);
    told.insert("part_units".to_owned(), split.parts().map(|part| part.units()).collect());
    Ok(Json::Object(told))
}

pub fn segments(input: &Input) -> Outcome {
    let segments = text::segments(input.text("text"), &input.options());
    let counted = segments.text();
    let place = |at: &usize| counted[..*at].chars().count();
    let culprits = segments.culprits().into_iter().map(|culprit| {
        json!({
            "character": culprit.character,
            "positions": culprit.positions.iter().map(place).collect::<Vec<_>>(),
            "reason": culprit.reason.as_str(),
            "units": culprit.units,
            "replacement": culprit.replacement,
            "instead": culprit.instead.map(members),
        })
    });
    let mut told = members(segments.cost);
    told.insert("culprits".to_owned(), culprits.collect());
    told.insert("text".to_owned(), json!(counted));
    told.insert("if_replaced".to_owned(), json!(segments.if_replaced().map(members)));
    Ok(Json::Object(told))
}
