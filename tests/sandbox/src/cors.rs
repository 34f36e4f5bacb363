//! What a browser asks before a page of another origin may call a gateway, and may read what it answers. No gateway's
//! documents say that it allows pages to, so this one does so only where the modes `cors` and `cors-fields` stand.

use axum::http::request::Parts;
use axum::http::{HeaderName, Method, header};

use crate::exchange::Answer;
use crate::mischief::Modes;
use crate::modes::Mode;

/// The header fields of calls that a browser asks for. The others it sends unasked.
const FIELDS: &str = "authorization, content-type, x-organisation-id, x-serviceaccount-id";

fn allowed(modes: &Modes) -> bool {
    modes.has(&Mode::Cors) || modes.has(&Mode::CorsFields)
}

/// The answer to a preflight; none if this is no preflight, or pages may not call.
pub(crate) fn preflight(modes: &Modes, head: &Parts) -> Option<Answer> {
    let has = |name: HeaderName| head.headers.contains_key(name);
    let asks = head.method == Method::OPTIONS && has(header::ORIGIN) && has(header::ACCESS_CONTROL_REQUEST_METHOD);
    (asks && allowed(modes)).then(|| {
        let headers = vec![
            ("access-control-allow-methods", "GET, POST, PUT, DELETE".to_owned()),
            ("access-control-allow-headers", FIELDS.to_owned()),
        ];
        Answer { status: 204, headers, body: Vec::new(), hang_up: false }
    })
}

/// Lets the page that asked read an answer, whatever it says.
pub(crate) fn open(modes: &Modes, head: &Parts, answer: Answer) -> Answer {
    if !allowed(modes) || !head.headers.contains_key(header::ORIGIN) {
        return answer;
    }
    let answer = answer.header("access-control-allow-origin", "*");
    if modes.has(&Mode::CorsFields) {
        answer.header("access-control-expose-headers", "date, retry-after")
    } else {
        answer
    }
}
