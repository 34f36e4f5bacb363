//! One prepared exchange: the finished request, and the reader of its reply.

use std::fmt;
use std::marker::PhantomData;

use crate::outcome::Outcome;
use crate::reply::{Manner, ReadReply, Received, ReplyError, ReplyHeaders, SentRef, decide};
use crate::saved::{Kept, Saved};
use crate::violation::{InvalidRequest, Violation};

/// A finished request.
#[derive(Clone)]
pub(crate) struct Parts {
    pub(crate) method: &'static str,
    pub(crate) url: String,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Parts {
    /// The same request with another body.
    pub(crate) fn with_body(&self, body: Vec<u8>) -> Parts {
        Parts { method: self.method, url: self.url.clone(), headers: self.headers.clone(), body }
    }
}

/// One prepared exchange, whatever its reply is read as.
pub(crate) struct Exchange {
    pub(crate) parts: Parts,
    pub(crate) warnings: Vec<Violation>,
    pub(crate) kept: Kept,
}

/// One prepared exchange: send `method`, `url`, `headers` and `body` with any HTTP client, redirects turned off, and give
/// what came back to [`parse`](Call::parse).
///
/// `url`, `headers` and `body` hold the credentials; printing a call shows none of them.
#[derive(Clone)]
pub struct Call<A> {
    parts: Parts,
    warnings: Vec<Violation>,
    reader: ReplyReader<A>,
}

impl<A> Call<A> {
    pub(crate) fn of(exchange: Exchange) -> Call<A> {
        let Exchange { parts, warnings, kept } = exchange;
        Call { parts, warnings, reader: ReplyReader::of(kept) }
    }

    pub(crate) fn into_exchange(self) -> Exchange {
        Exchange { parts: self.parts, warnings: self.warnings, kept: self.reader.kept }
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &str {
        self.parts.method
    }

    /// The absolute URL.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.parts.url
    }

    /// The header fields, names in their usual spelling.
    #[must_use]
    pub fn headers(&self) -> &[(&'static str, String)] {
        &self.parts.headers
    }

    /// The body's bytes.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.parts.body
    }

    /// What is unusual about the request, though not wrong.
    #[must_use]
    pub fn warnings(&self) -> &[Violation] {
        &self.warnings
    }

    /// The reader of the reply: small, without credentials, and it can be saved.
    #[must_use]
    pub fn reader(&self) -> &ReplyReader<A> {
        &self.reader
    }

    /// Takes the call apart, so that its pieces need no copy.
    #[must_use]
    pub fn into_pieces(self) -> CallPieces<A> {
        let Parts { method, url, headers, body } = self.parts;
        CallPieces { method: method.to_owned(), url, headers, body, warnings: self.warnings, reader: self.reader }
    }
}

/// A call taken apart.
#[non_exhaustive]
pub struct CallPieces<A> {
    /// The HTTP method.
    pub method: String,
    /// The absolute URL.
    pub url: String,
    /// The header fields.
    pub headers: Vec<(&'static str, String)>,
    /// The body's bytes.
    pub body: Vec<u8>,
    /// What is unusual about the request.
    pub warnings: Vec<Violation>,
    /// The reader of the reply.
    pub reader: ReplyReader<A>,
}

impl<A> fmt::Debug for CallPieces<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CallPieces({}, {} bytes)", self.method, self.body.len())
    }
}

impl<A: ReadReply> Call<A> {
    /// The request for an HTTP client, and the reader of its reply.
    #[must_use]
    pub fn into_parts(self) -> (http::Request<Vec<u8>>, ReplyReader<A>) {
        let mut request = http::Request::new(self.parts.body);
        // The method is a known one, and the others were checked: what a URL is made of is encoded and not too long,
        // credentials fit into a header field.
        if let Ok(method) = http::Method::try_from(self.parts.method) {
            *request.method_mut() = method;
        }
        if let Ok(uri) = http::Uri::try_from(self.parts.url) {
            *request.uri_mut() = uri;
        }
        for (name, value) in self.parts.headers {
            if let Ok(mut value) = http::HeaderValue::try_from(value)
                && let Ok(name) = http::HeaderName::try_from(name)
            {
                // All but what the body is and what is understood belongs to the account.
                value.set_sensitive(![http::header::ACCEPT, http::header::CONTENT_TYPE].contains(&name));
                request.headers_mut().insert(name, value);
            }
        }
        (request, self.reader)
    }

    /// Understands the reply: the answer, or an error that holds status and body.
    pub fn parse(&self, status: i64, headers: &ReplyHeaders, body: &[u8]) -> Result<A, ReplyError> {
        self.reader.parse_parts(status, headers, body)
    }
}

impl<A: SendAnswer> Call<A> {
    /// How many parts each message takes, one text to one number each, in the order sent. An estimate, which the gateway's
    /// own count in its reply can be compared with; see [`predicted_parts`](crate::predicted_parts). Reads the body each time.
    #[must_use]
    pub fn predicted_parts(&self) -> Vec<usize> {
        crate::predict::predicted_parts(self.reader.operation(), &self.parts.body)
    }

    /// The answer that stands for a reply that never came: every message `unknown`, resend `uncertain`.
    #[must_use]
    pub fn no_reply(&self) -> A {
        self.reader.no_reply()
    }
}

impl<A: ReadReply> fmt::Debug for Call<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Call({}, {} with {} bytes for {} messages, {} warnings)",
            self.reader.operation(),
            self.parts.method,
            self.parts.body.len(),
            self.reader.len(),
            self.warnings.len()
        )
    }
}

/// Understands the reply of one call. Holds the numbers and ids that were sent, or what was asked for, and nothing else:
/// no texts, no credentials.
pub struct ReplyReader<A> {
    pub(crate) kept: Kept,
    answer: PhantomData<fn() -> A>,
}

impl<A> ReplyReader<A> {
    pub(crate) fn of(kept: Kept) -> ReplyReader<A> {
        ReplyReader { kept, answer: PhantomData }
    }
}

impl<A> Clone for ReplyReader<A> {
    fn clone(&self) -> Self {
        ReplyReader::of(self.kept.clone())
    }
}

impl<A: ReadReply> fmt::Debug for ReplyReader<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplyReader({}, {} messages)", self.kept.operation, self.len())
    }
}

impl<A: ReadReply> ReplyReader<A> {
    /// The operation's name: `infobip.send_text`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.kept.operation
    }

    /// How many messages were sent, one text to one number each.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.messages(A::SENDS)
    }

    /// Whether no message was sent.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Understands a reply of any HTTP client that uses the `http` crate's types.
    pub fn parse<B: AsRef<[u8]>>(&self, response: &http::Response<B>) -> Result<A, ReplyError> {
        let headers = ReplyHeaders::from(response.headers());
        self.parse_parts(i64::from(response.status().as_u16()), &headers, response.body().as_ref())
    }

    /// The same from its parts.
    pub fn parse_parts(&self, status: i64, headers: &ReplyHeaders, body: &[u8]) -> Result<A, ReplyError> {
        let reply = Received { status, headers, body };
        decide(&reply, self.kept.reply_bytes, Manner::of::<A>(), |body| A::read(body, SentRef(&self.kept.sent)))
    }

    /// The reader as bytes, for another process or a later day. They hold the numbers and ids that were sent.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.kept.to_bytes()
    }

    /// The reader of those bytes. Bytes of another format version or operation are refused by name.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, InvalidRequest> {
        Saved::open(bytes)?.reader()
    }
}

impl<A: SendAnswer> ReplyReader<A> {
    /// The answer that stands for a reply that never came: every message `unknown`, resend `uncertain`.
    #[must_use]
    pub fn no_reply(&self) -> A {
        A::without_reply(SentRef(&self.kept.sent))
    }
}

/// What all answers to a send have in common: one result for each message sent, in the order sent.
pub trait SendAnswer: ReadReply {
    /// How many results; as many as messages sent.
    fn len(&self) -> usize;

    /// Whether nothing was sent.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the gateway says of one message.
    type Message: Clone;

    /// The result at that place.
    fn message(&self, index: usize) -> Option<&Self::Message>;

    /// The fate of the message at that place.
    fn outcome(&self, index: usize) -> Option<&Outcome>;

    /// The answer that stands for a reply that never came.
    #[doc(hidden)]
    fn without_reply(sent: SentRef<'_>) -> Self;
}
