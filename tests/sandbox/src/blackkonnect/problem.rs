//! `ProblemDetail`, the body of an HTTP error (Blackkonnect reference, section 6.13; RFC 9457).

use crate::exchange::Answer;
use crate::json::Json;
use crate::judge::Findings;

/// An HTTP error. What was found stands under `errors`, path by path and rule by rule, as RFC 9457 lets a server add
/// members of its own.
pub(super) fn answer(status: u16, path: &str, findings: &Findings) -> Answer {
    let (title, detail) = match status {
        400 => ("Bad Request", "The request breaks a rule."),
        401 => ("Unauthorized", "Credentials are missing, unknown or expired."),
        403 => ("Forbidden", "This account may not do that."),
        405 => ("Method Not Allowed", "This method does not go with this path."),
        429 => ("Too Many Requests", "Too many requests were sent."),
        _ => ("Internal Server Error", "Something went wrong."),
    };
    let detail = findings.iter().next().map_or_else(
        || detail.to_owned(),
        |problem| format!("{detail} {}: {}: {}", problem.path, problem.rule, problem.text),
    );
    let mut body = Json::object([
        ("type", Json::text("about:blank")),
        ("title", Json::text(title)),
        ("status", Json::number(status)),
        ("detail", Json::text(detail)),
        ("instance", Json::text(path)),
    ]);
    if !findings.is_empty() {
        body.push("errors", Json::Object(findings.by_path()));
    }
    Answer::new(status, "application/problem+json", body.to_string())
}
