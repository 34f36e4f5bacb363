//! The Infobip-compatible gateway: what its calls have in common. Their paths stand in `paths.rs`, credentials in
//! `authorization.rs`, and one file judges and answers each kind of call.

mod account;
mod authorization;
mod binary;
mod bulks;
mod call;
mod errors;
mod header;
mod inbox;
mod logs;
mod message;
mod paths;
mod preview;
mod query;
mod reply;
mod report;
mod short;
mod status;
mod text;

use crate::exchange::{Answer, Dialect, Request, Ruling};
use crate::json::Json;
use crate::judge::Findings;

pub use self::authorization::{AUTHORIZATIONS, PASSWORD, USERNAME};
use self::errors::legacy;
pub(crate) use self::errors::{not_found, throttled};
use self::paths::{Endpoint, Kind};
pub(crate) use self::paths::{PATHS, find};
pub(crate) use self::report::{price, report};
pub(crate) use self::status::{Fault, Status, faults, statuses};

/// What a call comes to.
enum Outcome {
    /// An answer to a call that does not send.
    Answer(Answer),
    /// The answer to a call that sends.
    Sent(Ruling),
    /// Something was found.
    Refused,
    /// The call is in order and cannot be done.
    Impossible(Answer),
}

impl Endpoint {
    fn judge(&self, request: &Request<'_>, findings: &mut Findings) -> Outcome {
        match &self.kind {
            Kind::Reports => logs::reports(request, findings),
            Kind::Logs => logs::logs(request, findings),
            Kind::InboxReports => inbox::reports(request, findings),
            Kind::InboxLogs => inbox::logs(request, findings),
            Kind::Balance => account::balance(request),
            Kind::Conversion(id) => account::confirm(request, id, findings),
            Kind::AccessToken => account::access_token(request, findings),
            Kind::Session if request.method == "DELETE" => account::end_session(request, findings),
            Kind::Schedule if request.method == "GET" => bulks::schedule(request, findings),
            Kind::BulkStatus if request.method == "GET" => bulks::status(request, findings),
            _ => self.judge_body(request, findings),
        }
    }

    fn judge_body(&self, request: &Request<'_>, findings: &mut Findings) -> Outcome {
        let body = match Json::parse(request.body) {
            Ok(body) => body,
            Err(text) => {
                findings.add("body", "Json", text);
                return Outcome::Refused;
            }
        };
        let send = match &self.kind {
            Kind::Text => text::judge(&body, self.version, findings),
            Kind::Binary => binary::judge(&body, self.version, findings),
            Kind::Single(content) => short::judge_single(&body, *content, findings),
            Kind::Multi(content) => short::judge_multi(&body, *content, findings),
            Kind::Preview => return preview::answer(&body, findings),
            Kind::Session => return account::open_session(request, &body, findings),
            Kind::Schedule => return bulks::reschedule(request, &body, findings),
            _ => return bulks::change(request, &body, findings),
        };
        if findings.is_empty() { Outcome::Sent(reply::accept(request, self.version, &send)) } else { Outcome::Refused }
    }

    /// Every call carries `Accept`, and one with a body `Content-Type`, both JSON here, since the format of the answer
    /// follows `Accept` (Infobip reference, section 1); where there is no body, neither its type nor an `Accept` is
    /// asked for. Only what asks or changes a bulk has something in the query.
    fn judge_envelope(&self, request: &Request<'_>, findings: &mut Findings) {
        let kind = self.media_type(request.method);
        let typed = request.headers.contains_key("content-type");
        match kind {
            Some(kind) if !request.is_of(kind) => {
                findings.add("header.content-type", "Header", format!("must be {kind}"));
            }
            None if typed && !request.is_json() => {
                findings.add("header.content-type", "Header", "must be application/json, or be left out");
            }
            None if !request.body.is_empty() => findings.add("body", "Unknown", "this call takes no body"),
            _ => {}
        }
        if request.header("accept") != Some("application/json") {
            findings.add("header.accept", "Header", "must be application/json");
        }
        if request.query.is_some() && !self.has_query() {
            findings.add("query", "Unknown", "this call takes no query");
        }
    }
}

impl Dialect for Endpoint {
    fn rule(&self, request: &Request<'_>) -> Ruling {
        let mut findings = Findings::default();
        let methods = self.methods();
        if !methods.contains(&request.method) {
            let allowed = methods.join(", ");
            findings.add("method", "Method", format!("must be {allowed}, not {}", request.method));
            let answer = Answer::json(405, &legacy("METHOD_NOT_ALLOWED", "Method not allowed", None));
            return Ruling::Bad(answer.header("allow", &allowed), findings);
        }
        if let Err(text) = authorization::check(request, self.opens(request.method)) {
            findings.add("header.authorization", "Credential", text);
            return Ruling::Bad(self.error(401), findings);
        }
        self.judge_envelope(request, &mut findings);
        match self.judge(request, &mut findings) {
            Outcome::Sent(ruling) if findings.is_empty() => ruling,
            Outcome::Answer(answer) if findings.is_empty() => Ruling::Good(answer, Vec::new()),
            Outcome::Impossible(answer) => Ruling::Bad(answer, findings),
            _ => self.refuse(findings),
        }
    }

    /// HTTP errors and their symbols (Infobip reference, section 5.2).
    fn error(&self, status: u16) -> Answer {
        errors::answer(status)
    }
}

impl Endpoint {
    /// 401 where a credential in the body is wrong, 404 where a bulk is unknown, 400 for all else.
    fn refuse(&self, findings: Findings) -> Ruling {
        let has = |rule: &str| findings.iter().any(|problem| problem.rule == rule);
        let answer = if has("Credential") {
            self.error(401)
        } else if has("Bulk") {
            not_found("Bulk not found")
        } else {
            Answer::json(400, &legacy("BAD_REQUEST", "Bad request", Some(&findings)))
        };
        Ruling::Bad(answer, findings)
    }
}
