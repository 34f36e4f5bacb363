//! From a path to a gateway: the run and the modes a path names, the dialect it ends in, and the record of what came.

use std::sync::Arc;

use axum::body::{self, Body};
use axum::extract::{Request as HttpRequest, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, Response};

use crate::accepted::Accepted;
use crate::exchange::{Answer, Dialect, Request, Ruling};
use crate::judge::Findings;
use crate::memory::Sandbox;
use crate::mischief::Modes;
use crate::received::{Received, Verdict};
use crate::server::respond;
use crate::{blackkonnect, control, cors, infobip, smslist};

/// The largest body that is judged.
const BODY_LIMIT: usize = 8 * 1024 * 1024;

/// The largest body that is read to its end, so that its sender can read the refusal.
const READ_LIMIT: usize = 8 * BODY_LIMIT;

/// A path taken apart: the run and the modes it names, and the rest, which must end in an endpoint.
struct Address<'a> {
    run: Option<&'a str>,
    modes: Result<Modes, String>,
    rest: Vec<&'a str>,
}

impl<'a> Address<'a> {
    fn parse(path: &'a str) -> Self {
        let (mut run, mut modes, mut rest) = (None, Ok(Modes::default()), Vec::new());
        let mut segments = path.split('/').skip(1);
        while let Some(segment) = segments.next() {
            match segment {
                "run" => run = segments.next(),
                "as" => {
                    let words = segments.next().unwrap_or_default();
                    modes = modes.and_then(|mut modes| modes.add(words).map(|()| modes));
                }
                _ => rest.push(segment),
            }
        }
        Self { run, modes, rest }
    }

    fn dialect(&self) -> Option<Box<dyn Dialect>> {
        infobip::find(&self.rest).or_else(|| smslist::find(&self.rest)).or_else(|| blackkonnect::find(&self.rest))
    }
}

/// Judges, records and answers whatever is sent to a gateway. The record comes first, so that it holds what a client
/// sent even if it does not wait for the answer.
pub(crate) async fn gateway(State(sandbox): State<Arc<Sandbox>>, request: HttpRequest) -> Response<Body> {
    let (head, body) = request.into_parts();
    let Ok(mut body) = body::to_bytes(body, READ_LIMIT).await else {
        return respond(Answer::new(400, "text/plain", "the body broke off or is far too large\n"));
    };
    let address = Address::parse(head.uri.path());
    if let [.., "control", what] = address.rest.as_slice() {
        let (run, modes, what) = (address.run.map(str::to_owned), address.modes.clone(), (*what).to_owned());
        let method = head.method.clone();
        // A task of its own: what is under way is brought to its end even if who asked goes away.
        let done = tokio::spawn(async move {
            control::answer(&sandbox, run.as_deref(), &modes, method.as_str(), &what, &body).await
        });
        return respond(done.await.unwrap_or_else(|_| Answer::new(500, "text/plain", "the command broke off\n")));
    }
    let decision = if body.len() > BODY_LIMIT {
        body.clear();
        too_large()
    } else {
        decide(&sandbox, &address, &head, &body)
    };
    // What a browser asks before the call is answered at once: it is the call that shall wait.
    let modes = address.modes.as_ref().ok().filter(|_| head.method != Method::OPTIONS);
    let wait = modes.map(Modes::wait).unwrap_or_default();
    let answer = match &address.modes {
        Ok(modes) => cors::open(modes, &head, decision.answer),
        Err(_) => decision.answer,
    };
    let header = |(name, value): (&HeaderName, &HeaderValue)| {
        (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    let received = Received {
        run: address.run.map(str::to_owned),
        method: head.method.to_string(),
        path: head.uri.to_string(),
        headers: head.headers.iter().map(header).collect(),
        body: String::from_utf8_lossy(&body).into_owned(),
        status: (!answer.hang_up).then_some(answer.status),
        verdict: decision.verdict,
        problems: decision.findings.into_list(),
    };
    let plan = modes.and_then(Modes::plan);
    sandbox.keep(received, decision.messages, plan);
    tokio::time::sleep(wait).await;
    respond(answer)
}

/// What is answered and what is recorded.
struct Decision {
    answer: Answer,
    messages: Vec<Accepted>,
    findings: Findings,
    verdict: Verdict,
}

impl Decision {
    fn refuse(answer: Answer, findings: Findings) -> Self {
        Self { answer, messages: Vec::new(), findings, verdict: Verdict::Refused }
    }
}

fn too_large() -> Decision {
    let mut findings = Findings::default();
    findings.add("body", "Length", "is larger than 8 MB");
    Decision::refuse(Answer::new(413, "text/plain", "the body is larger than 8 MB\n"), findings)
}

fn decide(sandbox: &Sandbox, address: &Address<'_>, head: &Parts, body: &[u8]) -> Decision {
    let mut findings = Findings::default();
    let modes = match &address.modes {
        Ok(modes) => modes,
        Err(word) => {
            let text = format!("{word} is not a mode of this sandbox");
            findings.add("mode", "Mode", text.as_str());
            return Decision::refuse(infobip::not_found(&text), findings);
        }
    };
    let Some(dialect) = address.dialect() else {
        findings.add("path", "Path", "is no endpoint of any gateway");
        return Decision::refuse(infobip::not_found("Requested URL not found"), findings);
    };
    if let Some(answer) = cors::preflight(modes, head) {
        return Decision { answer, messages: Vec::new(), findings, verdict: Verdict::Accepted };
    }
    let (method, query, headers, ids) = (head.method.as_str(), head.uri.query(), &head.headers, &sandbox.ids);
    match dialect.rule(&Request { method, query, headers, body, modes, ids, run: address.run, sandbox }) {
        Ruling::Bad(answer, findings) => Decision::refuse(answer, findings),
        Ruling::Good(answer, messages) => {
            let elsewhere = address.run.map_or_else(|| "/elsewhere".to_owned(), |run| format!("/run/{run}/elsewhere"));
            match modes.instead(dialect.as_ref(), &elsewhere) {
                Some(answer) => Decision::refuse(answer, findings),
                None => Decision { answer: modes.spoil(answer), messages, findings, verdict: Verdict::Accepted },
            }
        }
    }
}
