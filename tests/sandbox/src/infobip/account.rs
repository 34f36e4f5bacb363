//! `/account/1/balance`, `/auth/1/session`, `/auth/1/oauth2/token` and `/ct/1/log/end/{messageId}` (Infobip reference,
//! sections 1, 6.8 and 8).

use super::authorization::{LIFETIME, PASSWORD, USERNAME, has_session};
use super::errors::legacy;
use super::{Outcome, errors};
use crate::exchange::{Answer, Request};
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must};
use crate::modes::Mode;
use crate::run::clock::later;
use crate::urlencoded;

/// An example of the vendor's has `unsafe`, too, and does not say what it does.
const LOGIN: &[Field] = &[must("username"), must("password"), may("unsafe")];

/// What the account has left.
pub(super) fn balance(request: &Request<'_>) -> Outcome {
    let left = request.in_run(|run| run.balances.infobip).exact();
    let body = Json::object([("balance", Json::number(left)), ("currency", Json::text("EUR"))]);
    Outcome::Answer(Answer::json(200, &body))
}

/// Opens a session. A second one cannot be opened before the first has ended; what such a call is answered is not
/// documented.
pub(super) fn open_session(request: &Request<'_>, body: &Json, findings: &mut Findings) -> Outcome {
    let Some(fields) = Fields::open(body, "", LOGIN, 1, findings) else {
        return Outcome::Refused;
    };
    for (name, right) in [("username", USERNAME), ("password", PASSWORD)] {
        if fields.text(name, 1..=usize::MAX, findings).is_some_and(|text| text != right) {
            findings.add(name, "Credential", "is unknown to this gateway");
        }
    }
    fields.flag("unsafe", findings);
    if !findings.is_empty() {
        return Outcome::Refused;
    }
    if request.in_run(|run| has_session(run, run.clock)) {
        return Outcome::Impossible(Answer::json(403, &legacy("FORBIDDEN", "A session is open already", None)));
    }
    let token = format!("5e551000-0000-4000-8000-{:012x}", request.ids.next());
    if request.takes_effect() {
        request.in_run(|run| run.sessions.insert(token.clone(), later(run.clock, LIFETIME)));
    }
    Outcome::Answer(Answer::json(200, &Json::object([("token", Json::text(token))])))
}

/// Ends the session whose token the call carries. The older page promises a 204 without a body, and shows `{}`.
pub(super) fn end_session(request: &Request<'_>, findings: &mut Findings) -> Outcome {
    let token = request.header("authorization").and_then(|header| header.strip_prefix("IBSSO "));
    let Some(token) = token else {
        findings.add("header.authorization", "Header", "must be IBSSO and the token of the session to end");
        return Outcome::Refused;
    };
    if request.takes_effect() {
        request.in_run(|run| run.sessions.remove(token));
    }
    let old = request.modes.has(&Mode::Old);
    let nothing = || Answer { status: 204, headers: Vec::new(), body: Vec::new(), hang_up: false };
    Outcome::Answer(if old { Answer::json(200, &Json::Object(Vec::new())) } else { nothing() })
}

/// The client-credentials grant of RFC 6749, section 4.4, and the answer of its section 5.1.
pub(super) fn access_token(request: &Request<'_>, findings: &mut Findings) -> Outcome {
    let text = String::from_utf8_lossy(request.body);
    let pairs = urlencoded::pairs(&text).unwrap_or_else(|text| {
        findings.add("body", "Form", text);
        Vec::new()
    });
    let wanted = [("client_id", USERNAME), ("client_secret", PASSWORD), ("grant_type", "client_credentials")];
    for (index, (name, _)) in pairs.iter().enumerate() {
        if !wanted.iter().any(|(known, _)| known == name) {
            findings.add(name.as_str(), "Unknown", "is not a documented field");
        } else if pairs.iter().take(index).any(|(earlier, _)| earlier == name) {
            findings.add(name.as_str(), "Duplicate", "is given more than once");
        }
    }
    for (name, right) in wanted {
        match pairs.iter().find(|(given, _)| given == name) {
            None => findings.add(name, "Required", "is missing"),
            Some((_, value)) if value == right => {}
            Some(_) if name == "grant_type" => findings.add(name, "Choice", format!("must be {right}")),
            Some(_) => findings.add(name, "Credential", "is unknown to this gateway"),
        }
    }
    if !findings.is_empty() {
        return Outcome::Refused;
    }
    let token = format!("sandbox-access-token-{}", request.ids.next());
    if request.takes_effect() {
        request.in_run(|run| run.access_tokens.insert(token.clone(), later(run.clock, LIFETIME)));
    }
    let body = Json::object([
        ("access_token", Json::text(token)),
        ("token_type", Json::text("Bearer")),
        ("expires_in", Json::number(LIFETIME)),
    ]);
    Outcome::Answer(Answer::json(200, &body))
}

/// Notes that a message led to what it was sent for.
pub(super) fn confirm(request: &Request<'_>, segment: &str, findings: &mut Findings) -> Outcome {
    let Some(id) = urlencoded::decode(segment).filter(|id| !id.is_empty()) else {
        findings.add("path.messageId", "Form", "must be percent-encoded UTF-8, and not empty");
        return Outcome::Refused;
    };
    let known = request.in_run(|run| {
        run.messages.iter().any(|message| message.is_of("infobip") && message.accepted.gateway_id.as_ref() == Some(&id))
    });
    if known {
        let body = Json::object([("processKey", Json::text(format!("process-{id}")))]);
        Outcome::Answer(Answer::json(200, &body))
    } else {
        findings.add("path.messageId", "Unknown", "is the id of no message in this run");
        Outcome::Impossible(errors::not_found("Message not found"))
    }
}
