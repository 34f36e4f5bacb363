//! The Infobip-compatible gateway: paths, headers, credentials and error bodies. One file judges each kind of body;
//! another operation is another [`Kind`], its path in [`find`], and its file.

mod binary;
mod call;
mod header;
mod message;
mod reply;
mod text;

use crate::exchange::{Answer, Dialect, Request, Ruling};
use crate::json::Json;
use crate::judge::Findings;

/// The `Authorization` values this gateway knows: an API key, a user with a password, a session token and an access
/// token (Infobip reference, section 8). The second is `sandbox-user:sandbox-password` in base64.
pub const AUTHORIZATIONS: [&str; 4] = [
    "App sandbox-api-key",
    "Basic c2FuZGJveC11c2VyOnNhbmRib3gtcGFzc3dvcmQ=",
    "IBSSO sandbox-session-token",
    "Bearer sandbox-access-token",
];

/// What an endpoint does.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Binary,
}

/// One endpoint.
struct Endpoint {
    version: u8,
    kind: Kind,
}

/// The endpoints, for `GET /`.
pub(crate) const PATHS: &[&str] = &[
    "POST …/sms/1/text/advanced",
    "POST …/sms/2/text/advanced",
    "POST …/sms/1/binary/advanced",
    "POST …/sms/2/binary/advanced",
];

/// The endpoint a path ends in (Infobip reference, section 1): versions 1 and 2 share their request bodies but for a
/// few fields.
pub(crate) fn find(path: &[&str]) -> Option<Box<dyn Dialect>> {
    let (version, kind) = match path {
        [.., "sms", "1", "text", "advanced"] => (1, Kind::Text),
        [.., "sms", "2", "text", "advanced"] => (2, Kind::Text),
        [.., "sms", "1", "binary", "advanced"] => (1, Kind::Binary),
        [.., "sms", "2", "binary", "advanced"] => (2, Kind::Binary),
        _ => return None,
    };
    Some(Box::new(Endpoint { version, kind }))
}

/// The answer to a path that no gateway has, in the legacy body (Infobip reference, section 5).
pub(crate) fn not_found(text: &str) -> Answer {
    Answer::json(404, &legacy("NOT_FOUND", text, None))
}

/// The newer platform body for throttling (Infobip reference, section 5.1).
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

/// The legacy error body of all version 1 endpoints (Infobip reference, section 5.1).
fn legacy(code: &str, text: &str, findings: Option<&Findings>) -> Json {
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

fn bad_request(findings: Findings) -> Ruling {
    Ruling::Bad(Answer::json(400, &legacy("BAD_REQUEST", "Bad request", Some(&findings))), findings)
}

impl Dialect for Endpoint {
    fn rule(&self, request: &Request<'_>) -> Ruling {
        let mut findings = Findings::default();
        if request.method != "POST" {
            findings.add("method", "Method", format!("must be POST, not {}", request.method));
            let answer = Answer::json(405, &legacy("METHOD_NOT_ALLOWED", "Method not allowed", None));
            return Ruling::Bad(answer.header("allow", "POST"), findings);
        }
        let authorization = request.header("authorization").unwrap_or_default();
        if !AUTHORIZATIONS.contains(&authorization) {
            findings.add("header.authorization", "Credential", "is missing or unknown to this gateway");
            return Ruling::Bad(self.error(401), findings);
        }
        judge_envelope(request, &mut findings);
        let body = match Json::parse(request.body) {
            Ok(body) => body,
            Err(text) => {
                findings.add("body", "Json", text);
                return bad_request(findings);
            }
        };
        let asked = match self.kind {
            Kind::Text => text::judge(&body, self.version, &mut findings),
            Kind::Binary => binary::judge(&body, self.version, &mut findings),
        };
        if findings.is_empty() { reply::accept(request, self.version, &asked) } else { bad_request(findings) }
    }

    /// HTTP errors and their symbols (Infobip reference, section 5.2).
    fn error(&self, status: u16) -> Answer {
        let (code, text) = match status {
            401 => ("UNAUTHORIZED", "Invalid login details"),
            403 => ("FORBIDDEN", "Forbidden"),
            _ => ("GENERAL_ERROR", "Something went wrong. Please contact support."),
        };
        Answer::json(status, &legacy(code, text, None))
    }
}

/// Every call carries `Content-Type` and `Accept`, both JSON here, since the format of the answer follows `Accept`
/// (Infobip reference, section 1); sends have nothing in the query.
fn judge_envelope(request: &Request<'_>, findings: &mut Findings) {
    if !request.is_json() {
        findings.add("header.content-type", "Header", "must be application/json");
    }
    if request.header("accept") != Some("application/json") {
        findings.add("header.accept", "Header", "must be application/json");
    }
    if request.query.is_some() {
        findings.add("query", "Unknown", "a send takes no query");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_end_in_an_endpoint() {
        assert!(find(&["sms", "1", "text", "advanced"]).is_some());
        assert!(find(&["restapi", "sms", "2", "text", "advanced"]).is_some());
        for path in
            [&["sms", "3", "text", "advanced"][..], &["sms", "1", "text", "advanced", ""], &["text", "advanced"]]
        {
            assert!(find(path).is_none(), "{path:?}");
        }
    }
}
