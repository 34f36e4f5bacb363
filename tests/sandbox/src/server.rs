//! The server: where a path leads, and what is kept of each exchange.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::{self, Body};
use axum::extract::{Query, Request as HttpRequest, State};
use axum::http::{HeaderValue, Response, StatusCode};
use axum::routing::get;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tower::ServiceExt;

use crate::exchange::{Answer, Dialect, Ids, Request, Ruling};
use crate::json::Json;
use crate::judge::Findings;
use crate::mischief::{MODES, Modes};
use crate::received::{Accepted, Entry, Received, Shelf, Verdict};
use crate::{infobip, smslist};

/// The largest body that is read.
const BODY_LIMIT: usize = 8 * 1024 * 1024;

/// All that the server remembers.
#[derive(Debug)]
pub(crate) struct Sandbox {
    ids: Ids,
    received: Mutex<Shelf<Received>>,
    accepted: Mutex<Shelf<Accepted>>,
}

/// A thread that panicked while it held the lock leaves whole entries behind, so the lock may be taken.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Sandbox {
    pub(crate) fn new() -> Self {
        Self {
            ids: Ids::default(),
            received: Mutex::new(Shelf::new(10_000, 256 * 1024 * 1024)),
            accepted: Mutex::new(Shelf::new(200_000, 256 * 1024 * 1024)),
        }
    }

    pub(crate) fn received(&self, run: Option<&str>) -> Vec<Received> {
        lock(&self.received).of(run)
    }

    pub(crate) fn accepted(&self, run: Option<&str>) -> Vec<Accepted> {
        lock(&self.accepted).of(run)
    }

    pub(crate) fn clear(&self, run: Option<&str>) {
        lock(&self.received).clear(run);
        lock(&self.accepted).clear(run);
    }
}

/// Answers connections until the listener fails.
pub(crate) async fn run(listener: TcpListener, sandbox: Arc<Sandbox>) -> io::Result<()> {
    let router = Router::new()
        .route("/", get(catalogue))
        .route("/received", get(received).delete(clear))
        .route("/accepted", get(accepted))
        .fallback(gateway)
        .with_state(sandbox);
    loop {
        let (stream, _) = listener.accept().await?;
        let router = router.clone();
        let service = service_fn(move |request: HttpRequest<Incoming>| {
            let router = router.clone();
            async move {
                let answered: Result<_, Infallible> = router.oneshot(request.map(Body::new)).await;
                let Ok(response) = answered;
                if response.extensions().get::<HangUp>().is_some() {
                    Err(HangUp)
                } else {
                    Ok(response)
                }
            }
        });
        // An error here is a client that went away, or one that was to be left without an answer.
        tokio::spawn(async move {
            http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await
        });
    }
}

/// Marks a response that must not be sent; as an error it makes the server drop the connection.
#[derive(Clone, Copy, Debug)]
struct HangUp;

impl fmt::Display for HangUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is to be closed without an answer")
    }
}

impl std::error::Error for HangUp {}

type Runs = Query<HashMap<String, String>>;

async fn received(State(sandbox): State<Arc<Sandbox>>, Query(query): Runs) -> Response<Body> {
    list(&sandbox.received(query.get("run").map(String::as_str)))
}

async fn accepted(State(sandbox): State<Arc<Sandbox>>, Query(query): Runs) -> Response<Body> {
    list(&sandbox.accepted(query.get("run").map(String::as_str)))
}

async fn clear(State(sandbox): State<Arc<Sandbox>>, Query(query): Runs) -> StatusCode {
    sandbox.clear(query.get("run").map(String::as_str));
    StatusCode::NO_CONTENT
}

fn list<T: Entry>(entries: &[T]) -> Response<Body> {
    respond(Answer::json(
        200,
        &Json::List(entries.iter().map(Entry::to_json).collect()),
    ))
}

/// What can be asked of this server.
async fn catalogue() -> Response<Body> {
    let texts = |list: &[&str]| Json::List(list.iter().map(|text| Json::text(*text)).collect());
    let modes = MODES
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Json::text(*text)))
        .collect();
    respond(Answer::json(
        200,
        &Json::object([
            (
                "infobip",
                texts(&["POST …/sms/1/text/advanced", "POST …/sms/2/text/advanced"]),
            ),
            ("smslist", texts(&["POST …/api/services/sendbulk"])),
            ("prefixes", texts(&["/run/<name>", "/as/<mode>+<mode>…"])),
            (
                "records",
                texts(&[
                    "GET /received?run=",
                    "GET /accepted?run=",
                    "DELETE /received?run=",
                ]),
            ),
            ("modes", Json::Object(modes)),
        ]),
    ))
}

fn respond(answer: Answer) -> Response<Body> {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() =
        StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    if answer.hang_up {
        response.extensions_mut().insert(HangUp);
    }
    response
}

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
        infobip::find(&self.rest).or_else(|| smslist::find(&self.rest))
    }
}

/// Judges, records and answers whatever is sent to a gateway. Records come first, so that they hold what a client
/// sent even if it does not wait for the answer.
async fn gateway(State(sandbox): State<Arc<Sandbox>>, request: HttpRequest) -> Response<Body> {
    let (head, body) = request.into_parts();
    let Ok(body) = body::to_bytes(body, BODY_LIMIT).await else {
        return respond(Answer::new(
            413,
            "text/plain",
            "the body is larger than 8 MB, or broke off\n",
        ));
    };
    let address = Address::parse(head.uri.path());
    let run = address.run.map(str::to_owned);
    let (answer, messages, findings, verdict) = {
        let (ids, method) = (&sandbox.ids, head.method.as_str());
        let request = |modes| Request {
            method,
            query: head.uri.query(),
            headers: &head.headers,
            body: &body,
            modes,
            ids,
        };
        decide(&address, request)
    };
    let header = |(name, value): (&axum::http::HeaderName, &HeaderValue)| {
        (
            name.as_str().to_owned(),
            String::from_utf8_lossy(value.as_bytes()).into_owned(),
        )
    };
    {
        let mut shelf = lock(&sandbox.accepted);
        for message in messages {
            shelf.add(Accepted {
                run: run.clone(),
                ..message
            });
        }
    }
    lock(&sandbox.received).add(Received {
        run,
        method: head.method.to_string(),
        path: head
            .uri
            .path_and_query()
            .map(ToString::to_string)
            .unwrap_or_default(),
        headers: head.headers.iter().map(header).collect(),
        body: String::from_utf8_lossy(&body).into_owned(),
        status: (!answer.hang_up).then_some(answer.status),
        verdict,
        problems: findings.into_list(),
    });
    if let Ok(modes) = &address.modes {
        tokio::time::sleep(modes.wait()).await;
    }
    respond(answer)
}

/// The answer to a request, the messages it brought, and the verdict.
fn decide<'a>(
    address: &'a Address<'a>,
    request: impl FnOnce(&'a Modes) -> Request<'a>,
) -> (Answer, Vec<Accepted>, Findings, Verdict) {
    let mut findings = Findings::default();
    let modes = match &address.modes {
        Ok(modes) => modes,
        Err(word) => {
            findings.add(
                "mode",
                "Mode",
                format!("{word} is not a mode of this sandbox"),
            );
            let answer = infobip::not_found(&format!("{word} is not a mode of this sandbox"));
            return (answer, Vec::new(), findings, Verdict::Refused);
        }
    };
    let Some(dialect) = address.dialect() else {
        findings.add("path", "Path", "is no endpoint of any gateway");
        return (
            infobip::not_found("Requested URL not found"),
            Vec::new(),
            findings,
            Verdict::Refused,
        );
    };
    match dialect.rule(&request(modes)) {
        Ruling::Bad(answer, problems) => (answer, Vec::new(), problems, Verdict::Refused),
        Ruling::Good(answer, messages) => {
            let elsewhere = address.run.map_or_else(
                || "/elsewhere".to_owned(),
                |run| format!("/run/{run}/elsewhere"),
            );
            match modes.instead(dialect.as_ref(), &elsewhere) {
                Some(answer) => (answer, Vec::new(), findings, Verdict::Refused),
                None => (modes.spoil(answer), messages, findings, Verdict::Accepted),
            }
        }
    }
}
