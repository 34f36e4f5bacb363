//! Runs the cases of one file.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Map, Value as Json, json};
use smskernel::{
    Call, CheckOptions, InvalidRequest, Level, OnInvalid, ReplyError, ReplyHeaders, ReplyReader, Value, Violation,
};

use crate::case::Case;
use crate::dialect::{Checks, Dialect, Plans, Walks};
use crate::support;

/// What one file gave.
#[derive(Default)]
pub struct Report {
    pub ran: usize,
    pub skipped: usize,
    /// Requests that also went through the typed door.
    pub typed: usize,
    pub failures: Vec<String>,
    /// What came out, for the comparison between languages.
    pub results: BTreeMap<String, Json>,
}

/// One or more things that are not as expected.
pub type Checked<T = ()> = Result<T, String>;

/// Runs a case of one section, and gives its result.
pub type Section<'a> = dyn Fn(&Case, &Json, &mut Report) -> Checked<Json> + 'a;

/// Runs the file of an operation that only asks.
pub fn asks<D: Dialect>(file: &Json) -> Report {
    run::<D>(file, &[])
}

/// The same for one whose answers say what to ask next.
pub fn walks<D: Walks>(file: &Json) -> Report {
    run::<D>(file, &[("walks", &|case, default, _| walk::<D>(case, default))])
}

/// The same for one that sends a single message.
pub fn sends<D: Checks>(file: &Json) -> Report {
    run::<D>(file, &[("checks", &|case, _, _| check::<D>(case))])
}

/// The same for one that sends many.
pub fn plans<D: Plans>(file: &Json) -> Report {
    let plans: &Section = &|case, default, _| plan::<D>(case, default);
    run::<D>(file, &[("checks", &|case, _, _| check::<D>(case)), ("plans", plans)])
}

/// Runs the two lists that the file of every operation has, and further ones.
fn run<D: Dialect>(file: &Json, further: &[(&str, &Section)]) -> Report {
    let default = file.get("gateway").expect("a file has a default gateway");
    let requests: &Section = &|case, default, report| request::<D>(case, default, report);
    let replies: &Section = &|case, default, _| reply::<D>(case, default);
    sections(file, default, &[&[("requests", requests), ("replies", replies)], further].concat())
}

/// Runs the lists of a file, and no other may stand there.
pub fn sections(file: &Json, default: &Json, sections: &[(&str, &Section)]) -> Report {
    let mut report = Report::default();
    let members = file.as_object().expect("a file is an object");
    let name = members.get("operation").and_then(Json::as_str).expect("a file names its operation");
    for member in members.keys() {
        let known = ["operation", "gateway"].contains(&member.as_str())
            || sections.iter().any(|(section, _)| section == member);
        assert!(known, "{name}: nobody runs `{member}`");
    }
    for (section, runner) in sections {
        let cases = file.get(section).and_then(Json::as_array).unwrap_or_else(|| panic!("{name} has no `{section}`"));
        for raw in cases {
            let case = Case::new(raw);
            let key = format!("{section}/{}", case.id());
            let result = catch_unwind(AssertUnwindSafe(|| runner(&case, default, &mut report)));
            report.ran += 1;
            let result = match result {
                Ok(Ok(result)) => result,
                Ok(Err(failure)) => {
                    report.failures.push(format!("{key}: {failure}"));
                    continue;
                }
                Err(_) => {
                    report.failures.push(format!("{key}: panicked"));
                    continue;
                }
            };
            assert!(report.results.insert(key, result).is_none(), "{name}: {} stands twice", case.id());
        }
    }
    report
}

/// The result of a request, without its types, so that doors can be compared.
#[derive(Debug, PartialEq)]
enum Built {
    Call { method: String, url: String, headers: Vec<(String, String)>, body: String, warnings: Vec<Violation> },
    Refused(Vec<Violation>),
}

fn built<A>(result: Result<Call<A>, InvalidRequest>) -> Built {
    match result {
        Ok(call) => Built::Call {
            method: call.method().to_owned(),
            url: call.url().to_owned(),
            headers: call.headers().iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            body: String::from_utf8(call.body().to_vec()).expect("a body is UTF-8"),
            warnings: call.warnings().to_vec(),
        },
        Err(error) => Built::Refused(error.violations),
    }
}

pub fn only_known(case: &Case, known: &[&str]) -> Checked {
    let unknown = case.unknown_members(known);
    if unknown.is_empty() { Ok(()) } else { Err(format!("nobody looks at {unknown:?}")) }
}

fn request<D: Dialect>(case: &Case, default: &Json, report: &mut Report) -> Checked<Json> {
    only_known(
        case,
        &[
            "id",
            "documentation",
            "source",
            "gateway",
            "now",
            "params",
            "params_text",
            "params_hex",
            "expect",
            "violations",
        ],
    )?;
    let built = match D::gateway(support::tree(&case.gateway(default))) {
        Err(error) => Built::Refused(error.violations),
        Ok(gateway) => {
            let by_text = built(D::text(&gateway, &case.bytes("params"), case.now()));
            if let Some(params) = case.get("params") {
                let by_tree = built(D::tree(&gateway, support::tree(params), case.now()));
                if by_tree != by_text {
                    return Err(format!("a tree gives another result than text:\n    {by_tree:?}\n    {by_text:?}"));
                }
                if let Some(by_type) = D::typed(&gateway, params, case.now()) {
                    report.typed += 1;
                    let by_type = built(by_type);
                    if by_type != by_text {
                        return Err(format!(
                            "a typed request gives another result than text:\n    {by_type:?}\n    {by_text:?}"
                        ));
                    }
                }
            }
            by_text
        }
    };
    match (&built, case.get("expect"), case.list("violations")) {
        (Built::Call { method, url, headers, body, warnings }, Some(expect), None) => {
            equal("method", &expect["method"], &json!(method))?;
            equal("url", &expect["url"], &json!(url))?;
            let header =
                |name: &str| headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value);
            for (name, value) in expect.get("headers").and_then(Json::as_object).into_iter().flatten() {
                equal(name, value, &json!(header(name)))?;
            }
            for name in expect.get("forbid_headers").and_then(Json::as_array).into_iter().flatten() {
                equal("forbidden header", &Json::Null, &json!(header(name.as_str().expect("a name"))))?;
            }
            match (expect.get("body"), expect.get("body_text")) {
                (Some(value), None) => {
                    equal(
                        "body",
                        value,
                        &serde_json::from_str(body).map_err(|error| format!("the body is not JSON: {error}"))?,
                    )?;
                }
                (None, Some(text)) => equal("body", text, &json!(body))?,
                _ => return Err("exactly one of `body` and `body_text` is expected".to_owned()),
            }
            same_violations(expect["warnings"].as_array().ok_or("no `warnings`")?, warnings)?;
            if warnings.iter().any(|warning| warning.level() == Level::Error) {
                return Err("an error stands among the warnings".to_owned());
            }
            let headers: BTreeMap<_, _> = headers.iter().cloned().collect();
            Ok(json!({ "url": url, "headers": headers, "body": body, "warnings": rows(warnings) }))
        }
        (Built::Refused(violations), None, Some(expected)) => {
            same_violations(expected, violations)?;
            if !violations.iter().any(|violation| violation.level() == Level::Error) {
                return Err("it was refused without an error".to_owned());
            }
            Ok(json!({ "violations": rows(violations) }))
        }
        (Built::Call { warnings, body, .. }, ..) => Err(format!("it was built, with {warnings:?}: {body}")),
        (Built::Refused(violations), ..) => Err(format!("it was refused: {violations:?}")),
    }
}

fn check<D: Checks>(case: &Case) -> Checked<Json> {
    only_known(
        case,
        &[
            "id",
            "documentation",
            "source",
            "now",
            "limits",
            "allow",
            "forbid",
            "api_version",
            "payload",
            "payload_text",
            "payload_hex",
            "violations",
        ],
    )?;
    let option = |name: &str| case.get(name).map_or(Value::Null, support::tree);
    let options = CheckOptions::from_values(
        option("limits"),
        option("allow"),
        option("forbid"),
        option("api_version"),
        case.now(),
    )
    .map_err(|error| error.to_string())?;
    let violations = D::check_text(&case.bytes("payload"), &options).map_err(|error| error.to_string())?;
    if let Some(payload) = case.get("payload") {
        let by_tree = D::check_tree(support::tree(payload), &options).map_err(|error| error.to_string())?;
        if by_tree != violations {
            return Err(format!("a tree gives another result than text:\n    {by_tree:?}\n    {violations:?}"));
        }
    }
    same_violations(case.list("violations").ok_or("no `violations`")?, &violations)?;
    Ok(json!({ "violations": rows(&violations) }))
}

fn reply<D: Dialect>(case: &Case, default: &Json) -> Checked<Json> {
    only_known(
        case,
        &[
            "id",
            "documentation",
            "source",
            "gateway",
            "sent",
            "status",
            "headers",
            "body",
            "body_text",
            "body_hex",
            "answer",
            "reveals",
            "refused",
            "unreadable",
        ],
    )?;
    let gateway = D::gateway(support::tree(&case.gateway(default))).map_err(|error| error.to_string())?;
    let sent = case.get("sent").ok_or("no `sent`")?;
    let call = D::tree(&gateway, support::tree(sent), None).map_err(|error| error.to_string())?;
    let (result, body) = parsed::<D>(&call, case)?;
    match result {
        Ok(answer) => {
            equal("reveals", case.get("reveals").unwrap_or(&Json::Null), &json!(D::reveals(&answer)))?;
            let answer = support::json(&answer);
            match case.get("answer") {
                Some(expected) => same_answer(expected, &answer)?,
                None => return Err(format!("it became an answer: {answer}")),
            }
            Ok(json!({ "answer": answer }))
        }
        Err(error) => {
            if error.raw_body() != body {
                return Err("the error does not hold the body".to_owned());
            }
            let whole = support::json(&error);
            let (name, kind) = match error {
                ReplyError::Refused(_) => ("refused", &[][..]),
                ReplyError::Unreadable(_) => ("unreadable", &["reason", "path", "offset"][..]),
            };
            let Some(expected) = case.get(name) else { return Err(format!("it became an error: {whole}")) };
            // The sentence is not compared, nor is where reading failed, unless the vector says it.
            let mut actual = whole.as_object().ok_or("an error is an object")?.clone();
            for free in ["message"].iter().chain(kind) {
                if expected.get(*free).is_none() {
                    actual.remove(*free);
                }
            }
            equal(name, expected, &Json::Object(actual))?;
            Ok(json!({ "error": whole }))
        }
    }
}

/// An answer or an error, and the body that became it.
type Read<A> = (Result<A, ReplyError>, Vec<u8>);

/// What a call makes of the reply that a case gives.
fn parsed<D: Dialect>(call: &Call<D::Answer>, case: &Case) -> Checked<Read<D::Answer>> {
    let status = case.get("status").and_then(Json::as_i64).ok_or("no `status`")?;
    let pairs = case.pairs("headers");
    let headers = ReplyHeaders::from_pairs(pairs.iter().map(|(name, value)| (name, value)));
    let body = case.bytes("body");
    let result = call.parse(status, &headers, &body);
    other_ways::<D>(call, status, &pairs, &body, &result)?;
    Ok((result, body))
}

/// Asks for one page after the other, each as the answer before it says.
fn walk<D: Walks>(case: &Case, default: &Json) -> Checked<Json> {
    only_known(case, &["id", "documentation", "source", "gateway", "sent", "pages"])?;
    let gateway = D::gateway(support::tree(&case.gateway(default))).map_err(|error| error.to_string())?;
    let mut ask = case.get("sent").cloned();
    let mut answers = Vec::new();
    for (index, page) in case.list("pages").ok_or("no `pages`")?.iter().enumerate() {
        let page = Case::part(page);
        only_known(&page, &["url", "status", "headers", "body", "body_text", "body_hex", "answer"])?;
        let asked = ask.ok_or_else(|| format!("the walk ends before page {index}"))?;
        let call = D::tree(&gateway, support::tree(&asked), None).map_err(|error| error.to_string())?;
        equal(&format!("url of page {index}"), page.get("url").ok_or("no `url`")?, &json!(call.url()))?;
        let answer = parsed::<D>(&call, &page)?.0.map_err(|error| format!("page {index}: {error}"))?;
        let shown = support::json(&answer);
        same_answer(page.get("answer").ok_or("no `answer`")?, &shown)
            .map_err(|error| format!("page {index}: {error}"))?;
        answers.push(shown);
        ask = D::next(&answer);
    }
    match ask {
        None => Ok(json!({ "answers": answers })),
        Some(next) => Err(format!("the walk goes on: {next}")),
    }
}

/// A reply means the same to a reader that was saved, and as an `http::Response`.
fn other_ways<D: Dialect>(
    call: &Call<D::Answer>,
    status: i64,
    headers: &[(String, String)],
    body: &[u8],
    result: &Result<D::Answer, ReplyError>,
) -> Checked {
    let saved = ReplyReader::<D::Answer>::from_bytes(&call.reader().to_bytes()).map_err(|error| error.to_string())?;
    let pairs = ReplyHeaders::from_pairs(headers.iter().map(|(name, value)| (name, value)));
    if saved.parse_parts(status, &pairs, body) != *result {
        return Err("a saved reader reads it differently".to_owned());
    }
    let Some(status) = u16::try_from(status).ok().and_then(|status| http::StatusCode::from_u16(status).ok()) else {
        return Ok(());
    };
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    for (name, value) in headers {
        let name = http::HeaderName::try_from(name).expect("a name");
        response.headers_mut().append(name, http::HeaderValue::try_from(value).expect("a value"));
    }
    if saved.parse(&response) == *result {
        Ok(())
    } else {
        Err("as an http::Response it is read differently".to_owned())
    }
}

fn plan<D: Plans>(case: &Case, default: &Json) -> Checked<Json> {
    only_known(
        case,
        &[
            "id",
            "documentation",
            "source",
            "gateway",
            "now",
            "messages",
            "envelope",
            "options",
            "bodies",
            "warnings",
            "rejected",
            "violations",
        ],
    )?;
    let gateway = D::gateway(support::tree(&case.gateway(default))).map_err(|error| error.to_string())?;
    let options = case.get("options").and_then(Json::as_object).ok_or("no `options`")?;
    let on_invalid = match options.get("on_invalid").map(Json::as_str) {
        None => OnInvalid::default(),
        Some(word) => word.and_then(OnInvalid::from_text).ok_or("no such `on_invalid`")?,
    };
    if options.keys().any(|name| name != "on_invalid") {
        return Err(format!("nobody looks at all of {options:?}"));
    }
    let messages = case.list("messages").ok_or("no `messages`")?;
    let mut trees = messages.iter().map(support::tree);
    let envelope = case.get("envelope").map(support::tree);
    match (D::plan(&gateway, envelope, on_invalid, case.now(), &mut trees), case.list("violations")) {
        (Err(error), Some(expected)) => {
            same_violations(expected, &error.violations)?;
            Ok(json!({ "violations": rows(&error.violations) }))
        }
        (Err(error), None) => Err(error.to_string()),
        (Ok(_), Some(_)) => Err("the plan was not refused".to_owned()),
        (Ok((calls, rejected)), None) => {
            let bodies: Vec<&str> =
                calls.iter().map(|call| std::str::from_utf8(call.body()).expect("a body is UTF-8")).collect();
            let parsed: Json =
                bodies.iter().map(|body| serde_json::from_str::<Json>(body).expect("a body is JSON")).collect();
            equal("bodies", case.get("bodies").ok_or("no `bodies`")?, &parsed)?;
            let warnings: Vec<Violation> = calls.iter().flat_map(|call| call.warnings().to_vec()).collect();
            if let Some(expected) = case.list("warnings") {
                same_violations(expected, &warnings)?;
            }
            let expected = case.list("rejected").ok_or("no `rejected`")?;
            if expected.len() != rejected.len() {
                return Err(format!("expected {} set aside, found {rejected:?}", expected.len()));
            }
            for (expected, found) in expected.iter().zip(&rejected) {
                equal("position", &expected["position"], &json!(found.position))?;
                equal("destination", expected.get("destination").unwrap_or(&Json::Null), &json!(found.destination))?;
                same_violations(expected["violations"].as_array().ok_or("no `violations`")?, &found.violations)?;
            }
            let rejected: Json = rejected
                .iter()
                .map(|row| {
                    let mut json = json!({ "position": row.position, "violations": rows(&row.violations) });
                    if let Some(destination) = row.destination {
                        json["destination"] = json!(destination);
                    }
                    json
                })
                .collect();
            Ok(json!({ "bodies": bodies, "warnings": rows(&warnings), "rejected": rejected }))
        }
    }
}

pub fn equal(what: &str, expected: &Json, actual: &Json) -> Checked {
    if expected == actual { Ok(()) } else { Err(format!("{what}:\n    expected {expected}\n    found    {actual}")) }
}

/// The answer is the expected one; `{"$any": "text"}` stands for any text that is not empty.
pub fn same_answer(expected: &Json, actual: &Json) -> Checked {
    if fits(expected, actual) { Ok(()) } else { equal("answer", expected, actual) }
}

fn fits(expected: &Json, actual: &Json) -> bool {
    match (expected, actual) {
        (Json::Object(expected), Json::String(actual)) => {
            expected.len() == 1 && expected.get("$any") == Some(&json!("text")) && !actual.is_empty()
        }
        (Json::Object(expected), Json::Object(actual)) => {
            expected.len() == actual.len()
                && expected.iter().all(|(key, value)| actual.get(key).is_some_and(|actual| fits(value, actual)))
        }
        (Json::Array(expected), Json::Array(actual)) => {
            expected.len() == actual.len()
                && expected.iter().zip(actual).all(|(expected, actual)| fits(expected, actual))
        }
        _ => expected == actual,
    }
}

/// Violations are exact and in order; of each, the members that the vector names are compared.
fn same_violations(expected: &[Json], actual: &[Violation]) -> Checked {
    let same =
        expected.len() == actual.len() && expected.iter().zip(actual).all(|(expected, actual)| is(expected, actual));
    if same {
        return Ok(());
    }
    let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
    let actual: Vec<String> = actual.iter().map(|violation| support::json(violation).to_string()).collect();
    let (expected, actual) = (expected.join("\n      "), actual.join("\n      "));
    Err(format!("violations:\n    expected\n      {expected}\n    found\n      {actual}"))
}

fn is(expected: &Json, actual: &Violation) -> bool {
    let whole = support::json(actual);
    expected.as_object().expect("a violation is an object").iter().all(|(name, value)| match name.as_str() {
        "path" | "code" | "level" | "grade" => whole.get(name) == Some(value),
        "value" => whole.get("value").unwrap_or(&Json::Null) == value,
        "message" => value.as_str().is_some_and(|part| actual.message().contains(part)),
        other => panic!("nobody compares a violation's `{other}`"),
    })
}

fn rows(violations: &[Violation]) -> Json {
    violations
        .iter()
        .map(|violation| {
            json!([
                violation.path(),
                violation.code(),
                violation.level().as_str(),
                violation.grade().as_str(),
                violation.message()
            ])
        })
        .collect()
}

/// The results of a file, keys sorted.
pub fn sorted(results: BTreeMap<String, Json>) -> Json {
    Json::Object(results.into_iter().map(|(key, value)| (key, sort(value))).collect::<Map<_, _>>())
}

fn sort(json: Json) -> Json {
    match json {
        Json::Object(members) => Json::Object(
            members
                .into_iter()
                .map(|(key, value)| (key, sort(value)))
                .collect::<BTreeMap<_, _>>()
                .into_iter()
                .collect(),
        ),
        Json::Array(items) => Json::Array(items.into_iter().map(sort).collect()),
        other => other,
    }
}
