//! The Blackkonnect gateway: its five calls, their paths and credentials (Blackkonnect reference, sections 2 to 5).

mod bulk;
mod delivery;
mod envelope;
mod headers;
mod message;
mod problem;
mod query;
mod reply;
mod status;
mod token;

use crate::exchange::{Answer, Dialect, Request, Ruling};
use crate::json::Json;
use crate::judge::Findings;
use crate::modes::Mode;

pub(crate) use self::delivery::callback;
pub(crate) use self::token::Tokens;

/// The account's `client_id`.
pub const CLIENT_ID: &str = "sandbox-client@example.com";
/// The account's `client_secret`.
pub const CLIENT_SECRET: &str = "sandbox-client-secret";
/// The only good value of `X-ServiceAccount-ID`.
pub const SERVICE_ACCOUNT_ID: &str = "sandbox-service-account";
/// The only good value of `X-Organisation-ID`.
pub const ORGANISATION_ID: &str = "c9b3f279-e3b5-4204-ad99-646257417f98";
/// A token that always works, whatever the token endpoint hands out.
pub const TOKEN: &str = "sandbox-blackkonnect-token";

/// The objects that a callback may bring: a status, an operator's delivery, that in its envelope, a list of statuses.
pub(crate) const SHAPES: &[&str] = &["status", "delivery", "envelope", "list"];

/// The endpoints, for `GET /`.
pub(crate) const PATHS: &[&str] = &[
    "POST …/api/sms/authenticate/access-token/token/v1",
    "POST …/api/sms/send-message/v1",
    "POST …/api/sms/send-bulk-messages/v1",
    "GET …/api/sms/messages/status/bulk/{bulkCorrelationId}/v1",
    "GET …/api/sms/messages/status/{messageId}/v1",
];

/// What an endpoint does; ids as they stand in the path, still encoded.
enum Kind {
    Token,
    SendMessage,
    SendBulk,
    BulkStatus(String),
    MessageStatus(String),
}

/// One endpoint, with its own part of the path.
struct Endpoint {
    kind: Kind,
    path: String,
}

/// The endpoint a path ends in (sections 2.1, 3, 4 and 5). The path of a message's status is stored nowhere; it is
/// taken from that of a bulk's (section 5.2).
pub(crate) fn find(path: &[&str]) -> Option<Box<dyn Dialect>> {
    (0..path.len()).find_map(|start| {
        let own = path.get(start..)?;
        let kind = match own {
            ["api", "sms", "authenticate", "access-token", "token", "v1"] => Kind::Token,
            ["api", "sms", "send-message", "v1"] => Kind::SendMessage,
            ["api", "sms", "send-bulk-messages", "v1"] => Kind::SendBulk,
            ["api", "sms", "messages", "status", "bulk", id, "v1"] => Kind::BulkStatus((*id).to_owned()),
            ["api", "sms", "messages", "status", id, "v1"] => Kind::MessageStatus((*id).to_owned()),
            _ => return None,
        };
        Some(Box::new(Endpoint { kind, path: format!("/{}", own.join("/")) }) as Box<dyn Dialect>)
    })
}

impl Endpoint {
    fn method(&self) -> &'static str {
        if matches!(self.kind, Kind::BulkStatus(_) | Kind::MessageStatus(_)) { "GET" } else { "POST" }
    }

    /// A refusal: 401 if what was found is about credentials, 400 if not.
    fn refuse(&self, findings: Findings) -> Ruling {
        let status = if findings.iter().any(|problem| problem.rule == "Credential") { 401 } else { 400 };
        Ruling::Bad(problem::answer(status, &self.path, &findings), findings)
    }

    /// Judges the body of a send and answers it.
    fn send(&self, request: &Request<'_>, mut findings: Findings) -> Ruling {
        let body = match Json::parse(request.body) {
            Ok(body) => body,
            Err(text) => {
                findings.add("body", "Json", text);
                return self.refuse(findings);
            }
        };
        if matches!(self.kind, Kind::SendBulk) {
            match bulk::judge(&body, &mut findings) {
                Some(bulk) if findings.is_empty() => reply::accept_bulk(request, &bulk),
                _ => self.refuse(findings),
            }
        } else {
            match message::judge(&body, &mut findings) {
                Some(message) if findings.is_empty() => reply::accept_message(request, &message),
                _ => self.refuse(findings),
            }
        }
    }
}

impl Dialect for Endpoint {
    fn rule(&self, request: &Request<'_>) -> Ruling {
        let mut findings = Findings::default();
        if request.method != self.method() {
            findings.add("method", "Method", format!("must be {}, not {}", self.method(), request.method));
            let answer = problem::answer(405, &self.path, &findings).header("allow", self.method());
            return Ruling::Bad(answer, findings);
        }
        if let Kind::Token = self.kind {
            headers::judge_token_call(request, &mut findings);
            return match token::hand_out(request, &mut findings) {
                Some(answer) => Ruling::Good(answer, Vec::new()),
                None => self.refuse(findings),
            };
        }
        if let Err(text) = token::check(request) {
            findings.add("header.authorization", "Credential", text);
            return self.refuse(findings);
        }
        headers::judge(request, self.method() == "POST", &mut findings);
        let found = match &self.kind {
            Kind::BulkStatus(id) => status::of_bulk(request, id, &mut findings),
            Kind::MessageStatus(id) => status::of_message(request, id, &mut findings),
            _ => return self.send(request, findings),
        };
        match found {
            Some(_) if findings.is_empty() && request.modes.has(&Mode::Unsuccessful) => envelope::unsuccessful(request),
            Some(answer) if findings.is_empty() => Ruling::Good(answer, Vec::new()),
            _ => self.refuse(findings),
        }
    }

    /// Section 8; section 6.13 for the body.
    fn error(&self, status: u16) -> Answer {
        problem::answer(status, &self.path, &Findings::default())
    }

    fn throttled(&self) -> Answer {
        self.error(429)
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn paths_end_in_an_endpoint() {
        let found = |path: &str| find(&path.split('/').collect::<Vec<_>>()).is_some();
        assert!(found("any/prefix/api/sms/send-message/v1"));
        assert!(found("api/sms/messages/status/bulk/api/v1") && found("api/sms/messages/status/bulk/v1"));
        for path in
            ["api/sms/send-message/v2", "api/sms/send-message/v1/", "sms/send-message/v1", "api/sms/status/x/v1"]
        {
            assert!(!found(path), "{path}");
        }
    }
}
