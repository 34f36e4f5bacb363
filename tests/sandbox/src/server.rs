//! The server: its routes and its connections.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;
use std::io;
use std::sync::Arc;

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

use crate::exchange::Answer;
use crate::fates::{Fate, Pushed};
use crate::gateway::gateway;
use crate::json::Json;
use crate::memory::Sandbox;
use crate::modes::MODES;
use crate::received::Entry;
use crate::{blackkonnect, control, infobip, smslist};

/// What shows and clears what came in.
const RECORDS: &[&str] =
    &["GET /received?run=", "GET /accepted?run=", "GET /fates?run=", "GET /pushes?run=", "DELETE /received?run="];

/// Answers connections until the listener fails.
pub(crate) async fn run(listener: TcpListener, sandbox: Arc<Sandbox>) -> io::Result<()> {
    let router = Router::new()
        .route("/", get(catalogue))
        .route("/received", get(received).delete(clear))
        .route("/accepted", get(accepted))
        .route("/fates", get(fates))
        .route("/pushes", get(pushes))
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

async fn fates(State(sandbox): State<Arc<Sandbox>>, Query(query): Runs) -> Response<Body> {
    let fates = sandbox.fates(query.get("run").map(String::as_str));
    respond(Answer::json(200, &Json::List(fates.iter().map(Fate::to_json).collect())))
}

async fn pushes(State(sandbox): State<Arc<Sandbox>>, Query(query): Runs) -> Response<Body> {
    let pushes = sandbox.pushes(query.get("run").map(String::as_str));
    respond(Answer::json(200, &Json::List(pushes.iter().map(Pushed::to_json).collect())))
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
            ("infobip", texts(infobip::PATHS)),
            ("smslist", texts(smslist::PATHS)),
            ("blackkonnect", texts(blackkonnect::PATHS)),
            ("prefixes", texts(&["/run/<name>", "/as/<mode>+<mode>…"])),
            ("records", texts(RECORDS)),
            ("control", texts(control::PATHS)),
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
