//! Runs the cases of a file of webhooks.

use std::fmt::Debug;

use serde_json::{Value as Json, json};
use smskernel::Tell;
use smskernel::webhook::{Headers, Request, UnreadableWebhook, Webhook};

use crate::case::Case;
use crate::run::{Checked, Report, Section, equal, only_known, same_answer, sections};
use crate::support;

/// A dialect's `parse_webhook`.
type Parse<E> = fn(&Request<'_>) -> Result<Webhook<E>, UnreadableWebhook>;

/// Runs the file of a dialect's webhooks.
pub fn webhooks<E: Debug + PartialEq + Tell>(file: &Json, parse: Parse<E>) -> Report {
    let each: &Section = &|case, _, _| webhook(case, parse);
    sections(file, &Json::Null, &[("webhooks", each)])
}

const KNOWN: &[&str] = &[
    "id",
    "documentation",
    "source",
    "method",
    "headers",
    "query",
    "body",
    "body_text",
    "body_hex",
    "limits",
    "events",
    "malformed",
    "unreadable",
];

fn webhook<E: Debug + PartialEq + Tell>(case: &Case, parse: Parse<E>) -> Checked<Json> {
    only_known(case, KNOWN)?;
    let (headers, query) = (case.pairs("headers"), case.text("query").unwrap_or_default());
    let has_body = ["body", "body_text", "body_hex"].iter().any(|name| case.get(name).is_some());
    let body = if has_body { case.bytes("body") } else { Vec::new() };
    let own = Headers::from_pairs(headers.iter().map(|(name, value)| (name, value)));
    let mut request = Request::new(case.text("method").ok_or("no `method`")?, own, query, &body);
    for (name, value) in case.get("limits").and_then(Json::as_object).into_iter().flatten() {
        *request.limits.get_mut(name).ok_or("no such limit")? = value.as_u64().ok_or("a limit is a number")?;
    }
    let result = parse(&request);
    as_http(case, &request, &headers, &result, parse)?;
    match result {
        Ok(webhook) => {
            if ![&body[..], query.as_bytes()].contains(&&webhook.raw_body[..]) {
                return Err("the webhook does not hold what was read".to_owned());
            }
            let whole = support::json(&webhook);
            let malformed = case.get("malformed").cloned().unwrap_or_else(|| json!([]));
            match case.get("events") {
                Some(events) => same_answer(&json!({ "events": events, "malformed": malformed }), &whole)?,
                None => return Err(format!("it was read: {whole}")),
            }
            Ok(whole)
        }
        Err(error) => {
            if ![&body[..], query.as_bytes()].contains(&&error.raw_body[..]) {
                return Err("the error does not hold what was read".to_owned());
            }
            let whole = support::json(&error);
            let Some(expected) = case.get("unreadable") else { return Err(format!("it became an error: {whole}")) };
            // The sentences are not compared, nor is where reading failed, unless the vector says it.
            let mut actual = whole.as_object().ok_or("an error is an object")?.clone();
            actual.retain(|name, _| name == "code" || expected.get(name).is_some());
            equal("unreadable", expected, &Json::Object(actual))?;
            Ok(json!({ "error": whole }))
        }
    }
}

/// It means the same as an `http::Request`.
fn as_http<E: Debug + PartialEq>(
    case: &Case,
    request: &Request<'_>,
    headers: &[(String, String)],
    result: &Result<Webhook<E>, UnreadableWebhook>,
    parse: Parse<E>,
) -> Checked {
    let target = if request.query.is_empty() { "/hook".to_owned() } else { format!("/hook?{}", request.query) };
    let mut builder = http::Request::builder().method(request.method).uri(target);
    for (name, value) in headers {
        builder = builder.header(name, value);
    }
    // A query that no client can send has no such request.
    let Ok(http) = builder.body(request.body) else { return Ok(()) };
    let again = Request::from(&http).limits(request.limits.clone());
    if parse(&again) == *result { Ok(()) } else { Err(format!("{} reads otherwise as an http::Request", case.id())) }
}
