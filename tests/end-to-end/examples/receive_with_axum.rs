//! Receives what Infobip pushes, with axum and tokio, and tells the fate of each message.
//!
//! `SMS_SECRET` is a long random text that stands in the address; `SMS_LISTEN` is where to listen (`127.0.0.1:8080`). What to
//! give the gateway as `notifyUrl` is then `https://your.example/sms/<secret>`, behind what ends TLS.
#![allow(clippy::print_stdout, reason = "the example prints")]

use std::env;
use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Path, State};
use axum::http::{Request, StatusCode};
use axum::routing::any;
use smskernel::infobip::{Event, parse_webhook};
use smskernel::webhook::secret_matches;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Ten thousand reports in XML.
const BODY_BYTES: usize = 16_000_000;

/// What every request needs: the secret, and where what came is kept. Here that is a queue in memory; what must not be lost
/// belongs into a table or a queue that survives the process.
struct Inbox {
    secret: String,
    kept: Sender<Request<Bytes>>,
}

/// Looks at the secret, keeps the request and answers, before anything is read: a gateway that waits too long calls again.
async fn receive(State(inbox): State<Arc<Inbox>>, Path(secret): Path<String>, request: Request<Body>) -> StatusCode {
    if !secret_matches(&secret, &inbox.secret) {
        return StatusCode::NOT_FOUND;
    }
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_BYTES).await else { return StatusCode::PAYLOAD_TOO_LARGE };
    match inbox.kept.try_send(Request::from_parts(head, body)) {
        Ok(()) => StatusCode::OK,
        // It comes again when there is room.
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Reads what was kept, one after the other. An event may come twice, and a later one before an earlier one.
async fn read(mut kept: Receiver<Request<Bytes>>) {
    while let Some(request) = kept.recv().await {
        match parse_webhook(&(&request).into()) {
            Ok(webhook) => {
                for event in &webhook.events {
                    tell(event);
                }
                for malformed in &webhook.malformed {
                    println!("{malformed}");
                }
            }
            // The error holds the body: keep it where somebody looks.
            Err(error) => println!("{error}"),
        }
    }
}

fn tell(event: &Event) {
    match event {
        Event::DeliveryReport(report) => {
            let id = report.message_id.as_deref().unwrap_or("-");
            let last = if report.outcome.is_final { "final" } else { "not final" };
            println!("{id} {} {} {last}", report.outcome.state, report.outcome.resend);
        }
        Event::InboundMessage(message) => println!("in: {message:?}"),
        other => println!("{}: {other:?}", other.kind()),
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let secret = env::var("SMS_SECRET")?;
    let listener = TcpListener::bind(env::var("SMS_LISTEN").as_deref().unwrap_or("127.0.0.1:8080")).await?;
    println!("listening on {}", listener.local_addr()?);
    let (kept, inbox) = channel(1_000);
    tokio::spawn(read(inbox));
    let routes = Router::new().route("/sms/{secret}", any(receive)).with_state(Arc::new(Inbox { secret, kept }));
    axum::serve(listener, routes).await?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    Builder::new_current_thread().enable_all().build()?.block_on(run())
}
