//! What a request says, as JSON text, whatever it came as.

use std::borrow::Cow;
use std::ops::Range;

use crate::codes::WebhookCode;
use crate::json::{Error, ErrorKind, Reader, decode};
use crate::pieces::{concat, split_before, split_once, whole};
use crate::quote::quoted;
use crate::sentence::{Say, Sentence};
use crate::webhook::error::{Fault, UnreadableWebhook};
use crate::webhook::event::{MalformedEvent, Webhook};
use crate::webhook::form;
use crate::webhook::request::{Limits, Request};

/// Which elements directly below the root of an XML body are entries of a list. Both forms are read: the entries themselves,
/// one behind the other under the list's name, and one element of that name around them.
#[derive(Debug)]
pub(crate) struct List {
    /// The name of the list, which its entries may bear, too.
    pub(crate) name: &'static str,
    /// The other name of an entry.
    pub(crate) entry: &'static str,
}

/// A request's content.
struct Content<'a> {
    /// As it came.
    text: Cow<'a, str>,
    /// As JSON, where it came as something else.
    json: Option<String>,
    /// Where each entry of the list stands in the text, of XML.
    entries: Vec<Range<usize>>,
    /// How many bytes were left off its front; none where they were no UTF-8, for then no place is known.
    shift: Option<usize>,
}

/// An event, or why an entry is none.
pub(crate) type ReadEntry<E> = Result<Result<E, Cow<'static, str>>, Error>;

/// The entries of a webhook, or of a list in a reply: events, and what is none.
pub(crate) struct Collected<E> {
    pub(crate) events: Vec<E>,
    pub(crate) malformed: Vec<MalformedEvent>,
    position: usize,
}

impl<E> Default for Collected<E> {
    fn default() -> Collected<E> {
        Collected { events: Vec::new(), malformed: Vec::new(), position: 0 }
    }
}

impl<E> Collected<E> {
    /// Reads the entry that comes next with `read`, which reads one value whole, and gives the event or why it is none.
    pub(crate) fn entry<'a>(
        &mut self,
        reader: &mut Reader<'a>,
        read: &mut dyn FnMut(&mut Reader<'a>) -> ReadEntry<E>,
    ) -> Result<(), Error> {
        let mut before = reader.clone();
        match read(reader)? {
            Ok(event) => self.events.push(event),
            Err(reason) => self.malformed.push(MalformedEvent::new(self.position, before.raw()?, reason)),
        }
        self.position += 1;
        Ok(())
    }

    /// Counts an entry that says nothing, such as a null in a list.
    pub(crate) fn pass_over(&mut self) {
        self.position += 1;
    }
}

/// Reads a request: opens its content, in XML only of a dialect that has it, and hands it to `read` as JSON. `read` reads
/// one value whole, and says what is missing where the dialect has no event in such a value.
pub(crate) fn parse<E>(
    request: &Request<'_>,
    xml: Option<&List>,
    read: impl FnOnce(&mut Reader<'_>, &mut Collected<E>) -> Result<Option<Fault>, Error>,
) -> Result<Webhook<E>, UnreadableWebhook> {
    let (raw_body, content_type) = raw(request);
    let content = open(raw_body, content_type, &request.limits, xml).map_err(|fault| fault.with_body(raw_body))?;
    let mut collected = Collected::default();
    let mut reader = Reader::lenient(content.json.as_deref().unwrap_or(&content.text));
    let read = read(&mut reader, &mut collected).and_then(|fault| reader.end().map(|()| fault));
    match read {
        Ok(None) => {}
        Ok(Some(fault)) => return Err(fault.with_body(raw_body)),
        Err(error) => return Err(content.fault(error).with_body(raw_body)),
    }
    let Collected { events, mut malformed, .. } = collected;
    content.own_texts(&mut malformed);
    Ok(Webhook { events, malformed, raw_body: raw_body.to_vec() })
}

/// What is read of a request, its body or its query, and as what that is announced.
fn raw<'a>(request: &'a Request<'_>) -> (&'a [u8], &'a str) {
    let (body, query) = ((request.body, request.headers.content_type()), (request.query.as_bytes(), FORM));
    let by_query = ["GET", "HEAD"].iter().any(|method| request.method.eq_ignore_ascii_case(method));
    let (first, second) = if by_query { (query, body) } else { (body, query) };
    if first.0.trim_ascii().is_empty() && !second.0.is_empty() { second } else { first }
}

/// The media type of forms, which every query is.
const FORM: &str = "application/x-www-form-urlencoded";

/// Forms in several parts, which look like other forms, and which no gateway sends.
const MULTIPART: &str = "multipart/";

/// Opens what is read. What it is its first byte tells, which is surer than `Content-Type`: JSON that is announced as a form
/// is common, and no form begins like JSON or XML. Inferred: no document says more of a type than that it is JSON.
fn open<'a>(raw: &'a [u8], content_type: &str, limits: &Limits, xml: Option<&List>) -> Result<Content<'a>, Fault> {
    let limit = limits.body_bytes;
    if raw.len() as u64 > limit {
        let mut reason = Sentence::default();
        reason.text("its ").number(raw.len()).text(" bytes are over `limits.body_bytes` = ").text(&whole(limit));
        return Err(Fault::plain(WebhookCode::WebhookTooLarge, reason.finish()));
    }
    check_encoding(raw, content_type)?;
    let (text, skipped) = decode::text(raw);
    let shift = matches!(text, Cow::Borrowed(_)).then_some(skipped);
    let content = |text, json, entries| Content { text, json, entries, shift };
    match text.trim_ascii_start().bytes().next() {
        None => Err(Fault::plain(WebhookCode::EmptyWebhook, "neither body nor query say anything")),
        Some(b'{' | b'[') => Ok(content(text, None, Vec::new())),
        Some(b'<') => {
            let converted = from_xml(&text, xml, limits.depth);
            let (json, entries) = converted.map_err(|fault| fault.moved(shift))?;
            Ok(content(text, Some(json), entries))
        }
        Some(_) if is_form(&text, content_type) => {
            let json = form::to_json(text.trim_ascii());
            Ok(content(text, Some(json), Vec::new()))
        }
        Some(_) if content_type.contains("xml") => {
            Err(Fault::plain(WebhookCode::NotXml, "its body is not XML, as which it is announced").at(skipped))
        }
        Some(_) if content_type.contains("json") => {
            Err(Fault::plain(WebhookCode::NotJson, "its body is not JSON, as which it is announced").at(skipped))
        }
        Some(_) => Err(Fault::plain(WebhookCode::UnsupportedContent, "its body is neither JSON nor XML nor a form")),
    }
}

/// Whether a text that begins neither like JSON nor like XML is a form: a name, then an equals sign, as far as one can see.
fn is_form(text: &str, content_type: &str) -> bool {
    let name = split_once(text.trim_ascii(), "=").map(|(name, _)| name);
    let looks_like_one = name.is_some_and(|name| !name.bytes().any(|byte| byte <= b' ' || b"\"<>{}".contains(&byte)));
    !content_type.starts_with(MULTIPART) && (looks_like_one || content_type.starts_with(FORM))
}

/// Refuses what is not UTF-8, by name.
fn check_encoding(raw: &[u8], content_type: &str) -> Result<(), Fault> {
    let unsupported = |reason: &str| Err(Fault::plain(WebhookCode::UnsupportedEncoding, reason));
    if raw.starts_with(&[0x1F, 0x8B]) {
        return unsupported("its body is compressed with gzip: give it decompressed");
    }
    if raw.starts_with(&[0xFE, 0xFF]) || raw.starts_with(&[0xFF, 0xFE]) {
        return unsupported("its body is in the encoding UTF-16, and only UTF-8 is read");
    }
    let charset = split_once(content_type, "charset=").map(|(_, name)| split_before(name, b"; ").0);
    match charset.map(|name| name.trim_matches('"')) {
        // Of plain ASCII they are all the same.
        Some(name) if !is_utf8(name) && !raw.is_ascii() => unsupported(&concat(&[
            "its Content-Type names the encoding ",
            &quoted(name, 30),
            ", and only UTF-8 is read",
        ])),
        _ => Ok(()),
    }
}

/// Whether that is a name of UTF-8, or of ASCII, which is a part of it.
pub(super) fn is_utf8(name: &str) -> bool {
    ["utf-8", "utf8", "us-ascii", "ascii"].iter().any(|known| name.trim().eq_ignore_ascii_case(known))
}

/// A document as JSON, and where the entries of its list stand.
fn from_xml(text: &str, list: Option<&List>, depth: u64) -> Result<(String, Vec<Range<usize>>), Fault> {
    let Some(list) = list else {
        let reason = "its body is XML or HTML, which this gateway does not send";
        return Err(Fault::plain(WebhookCode::UnsupportedContent, reason));
    };
    #[cfg(feature = "xml")]
    return super::xml::convert(text, list, depth).map(|xml| (xml.json, xml.entries));
    #[cfg(not(feature = "xml"))]
    {
        let _ = (text, list, depth);
        let reason = "its body is XML, which this build does not read: have JSON sent, or take a build with the feature `xml`, which is the \
             entry `smskernel/webhooks` of the npm package";
        Err(Fault::plain(WebhookCode::XmlLeftOut, reason))
    }
}

impl Content<'_> {
    /// Gives the malformed entries of XML their own texts. JSON in a form stands for itself.
    fn own_texts(&self, malformed: &mut [MalformedEvent]) {
        for entry in malformed {
            if let Some(text) = self.entries.get(entry.position as usize).and_then(|range| self.text.get(range.clone()))
            {
                text.clone_into(&mut entry.raw);
            }
        }
    }

    /// What is wrong with the JSON. Of JSON in a form no place is told.
    fn fault(&self, error: Error) -> Fault {
        let reason = match error.kind {
            ErrorKind::UnexpectedEnd => "its JSON ends early".to_owned(),
            kind => concat(&["its JSON is broken: ", &kind.said()]),
        };
        let fault = Fault::plain(WebhookCode::NotJson, reason);
        if self.json.is_some() { fault } else { fault.at(error.offset).moved(self.shift) }
    }
}
