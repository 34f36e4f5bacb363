//! Sends the crate's calls over a real socket. A program of yours needs no more than [`send`].

use std::time::Duration;

use smskernel::{Call, ReadReply, ReplyError, ReplyReader};

/// What came of a call: the answer or error, or nothing when the connection broke.
pub type Outcome<A> = Option<Result<A, ReplyError>>;

/// An HTTP client as the calls want it: it follows no redirect, and a refusal's status is no error of its own.
#[must_use]
pub fn client() -> ureq::Agent {
    ureq::Agent::config_builder()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(20)))
        .build()
        .into()
}

/// Sends a request; none when the connection broke before the whole reply was there.
pub fn exchange(client: &ureq::Agent, request: http::Request<Vec<u8>>) -> Option<http::Response<Vec<u8>>> {
    let (parts, mut body) = client.run(request).ok()?.into_parts();
    let body = body.with_config().limit(64_000_000).read_to_vec().ok()?;
    Some(http::Response::from_parts(parts, body))
}

/// Sends a call and understands its reply. Keeps the reader, for a plan's results want it.
pub fn send<A: ReadReply>(client: &ureq::Agent, call: Call<A>) -> (ReplyReader<A>, Outcome<A>) {
    let (request, reader) = call.into_parts();
    let outcome = exchange(client, request).map(|reply| reader.parse(&reply));
    (reader, outcome)
}
