//! Error bodies (Infobip reference, section 5).

use crate::exchange::Answer;
use crate::json::Json;
use crate::judge::Findings;

/// An HTTP error and its symbol (section 5.2).
pub(super) fn answer(status: u16) -> Answer {
    let (code, text) = match status {
        401 => ("UNAUTHORIZED", "Invalid login details"),
        403 => ("FORBIDDEN", "Forbidden"),
        _ => ("GENERAL_ERROR", "Something went wrong. Please contact support."),
    };
    Answer::json(status, &legacy(code, text, None))
}

/// The answer to a path that no gateway has, and to a bulk that this one does not know, in the legacy body.
pub(crate) fn not_found(text: &str) -> Answer {
    Answer::json(404, &legacy("NOT_FOUND", text, None))
}

/// The newer platform body for throttling (section 5.1).
pub(crate) fn throttled() -> Answer {
    let name = Json::text("Throttling handling errors");
    let url = Json::text("https://www.infobip.com/docs/essentials/api-fundamentals/rate-limits-and-throttling");
    Answer::json(
        429,
        &Json::object([
            ("errorCode", Json::text("E429")),
            ("description", Json::text("Too many requests sent.")),
            ("action", Json::text("Check request rate limit specified in the API endpoint documentation resource.")),
            ("violations", Json::List(Vec::new())),
            ("resources", Json::List(vec![Json::object([("name", name), ("url", url)])])),
        ]),
    )
}

/// The legacy error body of all version 1 endpoints (section 5.1).
pub(super) fn legacy(code: &str, text: &str, findings: Option<&Findings>) -> Json {
    let mut exception = Json::object([("messageId", Json::text(code)), ("text", Json::text(text))]);
    if let Some(findings) = findings {
        let mut map: Vec<(String, Json)> = Vec::new();
        for problem in findings.iter() {
            let text = Json::text(problem.text.as_str());
            match map.iter_mut().find(|(path, _)| *path == problem.path) {
                Some((_, Json::List(texts))) => texts.push(text),
                _ => map.push((problem.path.clone(), Json::List(vec![text]))),
            }
        }
        exception.push("validationErrors", Json::Object(map));
    }
    Json::object([("requestError", Json::object([("serviceException", exception)]))])
}
