//! The server: its routes, its connections, and its memory.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request as HttpRequest, State};
use axum::http::{HeaderValue, Response, StatusCode};
use axum::routing::get;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tower::ServiceExt;

use crate::exchange::{Answer, Ids};
use crate::gateway::gateway;
use crate::json::Json;
use crate::mischief::MODES;
use crate::received::{Accepted, Entry, Received, Shelf};

/// All that the server remembers.
#[derive(Debug)]
pub(crate) struct Sandbox {
    pub(crate) ids: Ids,
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

    /// Keeps a request and its messages.
    pub(crate) fn keep(&self, request: Received, messages: Vec<Accepted>) {
        let mut kept = lock(&self.accepted);
        for message in messages {
            kept.add(Accepted { run: request.run.clone(), ..message });
        }
        drop(kept);
        lock(&self.received).add(request);
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
                if response.extensions().get::<HangUp>().is_some() { Err(HangUp) } else { Ok(response) }
            }
        });
        // An error here is a client that went away, or one that was to be left without an answer.
        tokio::spawn(async move { http1::Builder::new().serve_connection(TokioIo::new(stream), service).await });
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
    respond(Answer::json(200, &Json::List(entries.iter().map(Entry::to_json).collect())))
}

/// What can be asked of this server.
async fn catalogue() -> Response<Body> {
    let texts = |list: &[&str]| Json::List(list.iter().map(|text| Json::text(*text)).collect());
    let modes = MODES.iter().map(|(name, text)| ((*name).to_owned(), Json::text(*text))).collect();
    respond(Answer::json(
        200,
        &Json::object([
            ("infobip", texts(&["POST …/sms/1/text/advanced", "POST …/sms/2/text/advanced"])),
            ("smslist", texts(&["POST …/api/services/sendbulk"])),
            ("prefixes", texts(&["/run/<name>", "/as/<mode>+<mode>…"])),
            ("records", texts(&["GET /received?run=", "GET /accepted?run=", "DELETE /received?run="])),
            ("modes", Json::Object(modes)),
        ]),
    ))
}

pub(crate) fn respond(answer: Answer) -> Response<Body> {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
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
