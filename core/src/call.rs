//! One prepared exchange: the finished request, and the reader of its reply.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::codes::Code;
use crate::judge::{Judge, Mode, Policy, Shown};
use crate::outcome::Outcome;
use crate::path::Path;
use crate::reply::{ReadReply, Received, ReplyError, ReplyHeaders, SentRef, decide};
use crate::sent::{Entry, Sent};
use crate::shared_rules as rules;
use crate::violation::{InvalidRequest, Violation};

/// One prepared exchange: send `method`, `url`, `headers` and `body` with any HTTP client, redirects turned off, and give
/// what came back to [`parse`](Call::parse).
///
/// `url`, `headers` and `body` hold the credentials; printing a call shows none of them.
#[derive(Clone)]
pub struct Call<A> {
    pub(crate) method: http::Method,
    pub(crate) url: String,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) warnings: Vec<Violation>,
    pub(crate) reader: ReplyReader<A>,
}

impl<A> Call<A> {
    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &str {
        self.method.as_str()
    }

    /// The absolute URL.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The header fields, names in their usual spelling.
    #[must_use]
    pub fn headers(&self) -> &[(&'static str, String)] {
        &self.headers
    }

    /// The body's bytes.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
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
        CallPieces {
            method: self.method.as_str().to_owned(),
            url: self.url,
            headers: self.headers,
            body: self.body,
            warnings: self.warnings,
            reader: self.reader,
        }
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
        let mut request = http::Request::new(self.body);
        *request.method_mut() = self.method;
        // Both were checked: what a URL is made of is encoded and not too long, credentials fit into a header field.
        if let Ok(uri) = http::Uri::try_from(self.url) {
            *request.uri_mut() = uri;
        }
        for (name, value) in self.headers {
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
            self.reader.operation,
            self.method,
            self.body.len(),
            self.reader.len(),
            self.warnings.len()
        )
    }
}

/// Understands the reply of one call. Holds the numbers and ids that were sent, or what was asked for, and nothing else:
/// no texts, no credentials.
pub struct ReplyReader<A> {
    operation: &'static str,
    pub(crate) sent: Arc<Sent>,
    pub(crate) reply_bytes: u64,
    answer: PhantomData<fn() -> A>,
}

impl<A> Clone for ReplyReader<A> {
    fn clone(&self) -> Self {
        ReplyReader { sent: Arc::clone(&self.sent), ..*self }
    }
}

impl<A: ReadReply> fmt::Debug for ReplyReader<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplyReader({}, {} messages)", self.operation, self.len())
    }
}

/// The first bytes of a saved reader.
const MAGIC: &[u8] = b"smskernel reader";
/// The version of the format behind them.
const FORMAT: u64 = 1;

impl<A: ReadReply> ReplyReader<A> {
    pub(crate) fn new(operation: &'static str, sent: Sent, reply_bytes: u64) -> ReplyReader<A> {
        ReplyReader { operation, sent: Arc::new(sent), reply_bytes, answer: PhantomData }
    }

    /// The operation's name: `infobip.send_text`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// How many messages were sent, one text to one number each.
    #[must_use]
    pub fn len(&self) -> usize {
        // What only asks keeps in their place what it asked for.
        if A::SENDS { self.sent.len() } else { 0 }
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
        decide(&Received { status, headers, body }, self.reply_bytes, |body| A::read(body, SentRef(&self.sent)))
    }

    /// The reader as bytes, for another process or a later day. They hold the numbers and ids that were sent.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let sent = &*self.sent;
        let mut out = Vec::with_capacity(MAGIC.len() + 64 + sent.text.len() + sent.entries.len() * 5);
        out.extend_from_slice(MAGIC);
        put(&mut out, FORMAT);
        put(&mut out, self.operation.len() as u64);
        out.extend_from_slice(self.operation.as_bytes());
        put(&mut out, self.reply_bytes);
        put(&mut out, sent.text.len() as u64);
        out.extend_from_slice(sent.text.as_bytes());
        put(&mut out, sent.entries.len() as u64);
        let mut end = 0;
        for entry in &sent.entries {
            put(&mut out, u64::from(entry.number_end - end));
            put(&mut out, u64::from(entry.id_end - entry.number_end));
            put(&mut out, u64::from(entry.position));
            put(&mut out, u64::from(entry.destination));
            end = entry.id_end;
        }
        out
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
        A::without_reply(SentRef(&self.sent))
    }
}

/// Saved bytes whose operation is known, for a host language that has one class of readers.
#[derive(Debug)]
pub struct Saved<'a> {
    operation: &'a str,
    rest: &'a [u8],
}

fn invalid(reason: &str) -> InvalidRequest {
    let policy = Policy::default();
    let mut judge = Judge::new(&policy, Mode::Request);
    judge.report(&rules::INVALID_READER, &Path::Root.key("reader"), Shown::Nothing, &[reason]);
    let (violations, _) = judge.finish();
    debug_assert_eq!(violations.first().map(Violation::code), Some(Code::InvalidReader));
    InvalidRequest { violations }
}

impl<'a> Saved<'a> {
    /// Looks at format and operation.
    pub fn open(bytes: &'a [u8]) -> Result<Saved<'a>, InvalidRequest> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or_else(|| invalid("the bytes were not made by to_bytes"))?;
        match take(&mut rest) {
            Some(FORMAT) => {}
            Some(other) => return Err(invalid(&format!("its format is {other}, and this version knows {FORMAT}"))),
            None => return Err(invalid("the bytes end early")),
        }
        let operation = take(&mut rest).and_then(|length| take_text(&mut rest, length));
        operation.map(|operation| Saved { operation, rest }).ok_or_else(|| invalid("the bytes end early"))
    }

    /// The operation's name.
    #[must_use]
    pub fn operation(&self) -> &'a str {
        self.operation
    }

    /// The error of an operation that this version does not have.
    #[must_use]
    pub fn unknown(&self) -> InvalidRequest {
        let known: String = self.operation.chars().take(60).collect();
        invalid(&format!("it is one of {known:?}, an operation that this version does not have"))
    }

    /// The reader, if it is one of this operation.
    pub fn reader<A: ReadReply>(&self) -> Result<ReplyReader<A>, InvalidRequest> {
        let Some(operation) = A::OPERATIONS.iter().find(|known| **known == self.operation) else {
            let known: String = self.operation.chars().take(60).collect();
            let asked = A::OPERATIONS.join(" or ");
            return Err(invalid(&format!("it is one of {known:?}, and {asked} was asked for")));
        };
        self.read(operation).ok_or_else(|| invalid("the bytes are damaged"))
    }

    fn read<A: ReadReply>(&self, operation: &'static str) -> Option<ReplyReader<A>> {
        let mut rest = self.rest;
        let reply_bytes = take(&mut rest)?;
        let length = take(&mut rest)?;
        let text = take_text(&mut rest, length)?.to_owned();
        let count = usize::try_from(take(&mut rest)?).ok()?;
        // Four numbers of at least one byte each: a count beyond that cannot be true.
        if count > rest.len() / 4 {
            return None;
        }
        let mut entries = Vec::with_capacity(count);
        let mut end: u32 = 0;
        for _ in 0..count {
            let number_end = end.checked_add(u32::try_from(take(&mut rest)?).ok()?)?;
            let id_end = number_end.checked_add(u32::try_from(take(&mut rest)?).ok()?)?;
            if !text.is_char_boundary(number_end as usize) || !text.is_char_boundary(id_end as usize) {
                return None;
            }
            let position = u32::try_from(take(&mut rest)?).ok()?;
            let destination = u32::try_from(take(&mut rest)?).ok()?;
            entries.push(Entry { number_end, id_end, position, destination });
            end = id_end;
        }
        let sent = Sent { text, entries };
        (rest.is_empty() && end as usize == sent.text.len()).then(|| ReplyReader::new(operation, sent, reply_bytes))
    }
}

/// Writes a number in groups of seven bits, lowest first.
fn put(out: &mut Vec<u8>, mut number: u64) {
    loop {
        let low = u8::try_from(number & 0x7F).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

fn take(rest: &mut &[u8]) -> Option<u64> {
    let mut number: u64 = 0;
    for shift in (0..64).step_by(7) {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(byte & 0x7F).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn take_text<'a>(rest: &mut &'a [u8], length: u64) -> Option<&'a str> {
    let (text, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    *rest = after;
    std::str::from_utf8(text).ok()
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
