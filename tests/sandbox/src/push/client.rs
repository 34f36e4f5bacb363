//! The client that makes pushes. It calls loopback alone, waits for five seconds at most, and reads the beginning of an
//! answer.

use std::time::Duration;

use axum::body::{self, Body};
use axum::http::{Request, Uri};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::Push;

const PATIENCE: Duration = Duration::from_secs(5);

/// The most of an answer that is read, which is an automatic reply at best.
const MOST: usize = 64 * 1024;

/// Host and port of an `http` URL that names this machine; none for all others, which are never called.
pub(crate) fn place(url: &str) -> Option<(String, u16)> {
    let uri: Uri = url.parse().ok()?;
    let host = uri.host().filter(|host| ["127.0.0.1", "localhost", "[::1]"].contains(host))?;
    let plain = uri.scheme_str() == Some("http");
    plain.then(|| (host.trim_matches(['[', ']']).to_owned(), uri.port_u16().unwrap_or(80)))
}

/// Makes a push. The error says why no answer came.
pub(super) async fn send(push: &Push) -> Result<(u16, String), String> {
    let sent = tokio::time::timeout(PATIENCE, exchange(push)).await;
    sent.unwrap_or_else(|_| Err("no answer within five seconds".to_owned()))
}

async fn exchange(push: &Push) -> Result<(u16, String), String> {
    let (host, port) = place(&push.url).ok_or("the URL is not on loopback")?;
    let stream = TcpStream::connect((host.as_str(), port)).await.map_err(|error| error.to_string())?;
    let there = stream.peer_addr().map_err(|error| error.to_string())?;
    if !there.ip().is_loopback() {
        return Err("the URL is not on loopback".to_owned());
    }
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error: hyper::Error| error.to_string())?;
    // Its errors come to light where the answer is awaited.
    tokio::spawn(connection);
    let uri: Uri = push.url.parse().map_err(|_| "the URL cannot be read")?;
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    let authority = uri.authority().map_or("localhost", |authority| authority.as_str());
    let mut request = Request::builder().method(push.method).uri(target).header("host", authority);
    if !push.content_type.is_empty() {
        request = request.header("content-type", push.content_type);
    }
    let request = request.body(Body::from(push.body.clone())).map_err(|error| error.to_string())?;
    let answer = sender.send_request(request).await.map_err(|error| error.to_string())?;
    let status = answer.status().as_u16();
    let reply = body::to_bytes(Body::new(answer.into_body()), MOST).await.map_err(|error| error.to_string())?;
    Ok((status, String::from_utf8_lossy(&reply).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn only_loopback_is_called() {
        assert_eq!(place("http://127.0.0.1:8080/a?b=c"), Some(("127.0.0.1".to_owned(), 8080)));
        assert_eq!(place("http://localhost/"), Some(("localhost".to_owned(), 80)));
        assert_eq!(place("http://[::1]:1/"), Some(("::1".to_owned(), 1)));
        for other in
            ["https://127.0.0.1/", "http://example.com/", "http://127.0.0.1.example.com/", "http://10.0.0.1/", ""]
        {
            assert_eq!(place(other), None, "{other}");
        }
        assert_eq!(place("http://127.0.0.1@example.com/"), None);
    }
}
