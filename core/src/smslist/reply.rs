//! What the gateway says to a list.
//!
//! Documents and deployments disagree on almost every key, so all spellings are read: `response-code` and `respose-code`
//! (also in one object, where the right spelling counts), numbers as strings, `mobile` as an object that echoes the item, a
//! bare list in the place of `responses`. Seen in the field unless said otherwise.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::call::SendAnswer;
use crate::join::{Joined, Named, comparable, join};
use crate::json::{Error, Kind, Reader};
use crate::mask;
use crate::number::Home;
use crate::outcome::Outcome;
use crate::reply::{Fault, FieldError, ReadReply, Reading, Refusal, SentRef};
use crate::reply_json::{Envelope, list, object, open, text};
use crate::sent::Sent;
use crate::smslist::code;

/// The answer to [`Gateway::send_bulk`](crate::smslist::Gateway::send_bulk).
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SentBulk {
    /// One result for each message sent, in the order sent.
    pub messages: Vec<SentMessage>,
    /// Entries of the reply that are about none of them.
    pub unmatched: Vec<UnmatchedMessage>,
    /// The body as it came. Never printed, never serialised.
    #[serde(skip)]
    pub raw_body: Vec<u8>,
}

/// What the gateway says of one message.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SentMessage {
    /// Index of the message in the request or plan.
    pub position: u32,
    /// Always 0: a message has one destination.
    pub destination: u32,
    /// The number as it was sent.
    pub to: String,
    /// Our id, if we gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_sms_id: Option<String>,
    /// The gateway's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// The network's id. No document says what its values mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_id: Option<String>,
    /// The gateway's code; [`CODES`](crate::smslist::CODES) has those that are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_code: Option<String>,
    /// The gateway's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_description: Option<String>,
    /// What that means.
    pub outcome: Arc<Outcome>,
}

/// An entry of a reply that is about no message of the call.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnmatchedMessage {
    /// The number, as the gateway wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Its `clientsmsid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_sms_id: Option<String>,
    /// The gateway's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// The network's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_id: Option<String>,
    /// The gateway's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_code: Option<String>,
    /// The gateway's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_description: Option<String>,
}

impl fmt::Debug for SentBulk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentBulk")
            .field("messages", &self.messages)
            .field("unmatched", &self.unmatched)
            .field("raw_body", &format_args!("{} bytes", self.raw_body.len()))
            .finish()
    }
}

impl fmt::Debug for SentMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", mask::number(&self.to), self.message_id.as_deref().unwrap_or("without id"), self.outcome)
    }
}

impl fmt::Debug for UnmatchedMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = mask::number(self.to.as_deref().unwrap_or_default());
        write!(f, "{to} {}: {:?}", self.message_id.as_deref().unwrap_or("without id"), self.response_code)
    }
}

impl SendAnswer for SentBulk {
    type Message = SentMessage;
    fn message(&self, index: usize) -> Option<&SentMessage> {
        self.messages.get(index)
    }
    fn len(&self) -> usize {
        self.messages.len()
    }
    fn outcome(&self, index: usize) -> Option<&Outcome> {
        self.messages.get(index).map(|message| &*message.outcome)
    }
}

/// A code under one of its spellings or both.
#[derive(Default)]
struct CodeText<'a> {
    right: Option<Cow<'a, str>>,
    misspelt: Option<Cow<'a, str>>,
}

impl<'a> CodeText<'a> {
    fn take(self) -> Option<Cow<'a, str>> {
        self.right.or(self.misspelt)
    }
    fn get(&self) -> Option<&str> {
        self.right.as_deref().or(self.misspelt.as_deref())
    }
}

/// An entry of `responses` as it stands in the body. Other members, such as an echoed key, are never kept.
#[derive(Default)]
struct EntryText<'a> {
    code: CodeText<'a>,
    description: Option<Cow<'a, str>>,
    mobile: Option<Cow<'a, str>>,
    message_id: Option<Cow<'a, str>>,
    client_sms_id: Option<Cow<'a, str>>,
    network_id: Option<Cow<'a, str>>,
    /// What few entries have, so that the many stay small.
    more: Option<Box<More<'a>>>,
}

/// What the whole body has, or an entry with validation errors.
#[derive(Default)]
struct More<'a> {
    errors: Vec<FieldError>,
    responses: Option<Vec<EntryText<'a>>>,
    fault: Option<Fault>,
}

impl<'a> EntryText<'a> {
    fn more(&mut self) -> &mut More<'a> {
        self.more.get_or_insert_default()
    }
}

impl EntryText<'_> {
    /// Whether it says that something was not taken. An entry without a code says nothing.
    fn is_refusal(&self) -> bool {
        self.code.get().is_some_and(|code| !code::is_success(code))
    }

    fn is_nameless(&self) -> bool {
        self.client_sms_id.is_none() && self.mobile.as_deref().and_then(|to| comparable(to, Home::Kenya)).is_none()
    }

    fn into_refusal(self) -> Refusal {
        let row = self.code.get().and_then(code::find);
        Refusal {
            resend: row.map(|row| row.resend),
            // 4090 alone has a documented advice.
            documented: row.and_then(|row| code::after(row).map(|after| (row.resend, Some(after)))),
            code: self.code.take().map(Cow::into_owned),
            text: self.description.map(Cow::into_owned),
            errors: self.more.map(|more| more.errors).unwrap_or_default(),
        }
    }
}

/// `mobile`: a text, a number, or an object whose member `mobile` is one.
fn read_mobile<'a>(reader: &mut Reader<'a>) -> Result<Option<Cow<'a, str>>, Error> {
    if reader.peek()? != Kind::Object {
        return text(reader);
    }
    let mut members = reader.object()?;
    let mut mobile = None;
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "mobile" => mobile = text(reader)?,
            _ => reader.skip()?,
        }
    }
    Ok(mobile)
}

/// `errors`: an object of fields, each an object of rules with a text; a bare text or a list of texts is read too.
fn read_errors(reader: &mut Reader, errors: &mut Vec<FieldError>) -> Result<(), Error> {
    let Some(mut fields) = object(reader)? else { return Ok(()) };
    while let Some(field) = fields.next(reader)? {
        let mut push = |rule: Option<Cow<'_, str>>, message: Cow<'_, str>| {
            errors.push(FieldError {
                path: Some(field.clone().into_owned()),
                rule: rule.map(Cow::into_owned),
                message: message.into_owned(),
            });
        };
        match reader.peek()? {
            Kind::Object => {
                let mut rules = reader.object()?;
                while let Some(rule) = rules.next(reader)? {
                    if let Some(message) = text(reader)? {
                        push(Some(rule), message);
                    }
                }
            }
            Kind::Array => {
                let mut items = reader.array()?;
                while items.next(reader)? {
                    if let Some(message) = text(reader)? {
                        push(None, message);
                    }
                }
            }
            _ => {
                if let Some(message) = text(reader)? {
                    push(None, message);
                }
            }
        }
    }
    Ok(())
}

/// An object of the reply. `top` says that it is the whole body, which may hold `responses`.
fn read_object<'a>(reader: &mut Reader<'a>, top: bool) -> Result<EntryText<'a>, Error> {
    let mut entry = EntryText::default();
    let Some(mut members) = object(reader)? else {
        if top {
            entry.more().fault = Some(Fault::shape("its JSON is neither an object nor a list", None));
        }
        return Ok(entry);
    };
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "response-code" => entry.code.right = text(reader)?,
            "respose-code" => entry.code.misspelt = text(reader)?,
            "response-description" => entry.description = text(reader)?,
            "mobile" => entry.mobile = read_mobile(reader)?,
            "messageid" => entry.message_id = text(reader)?,
            "clientsmsid" => entry.client_sms_id = text(reader)?,
            "networkid" => entry.network_id = text(reader)?,
            "errors" => read_errors(reader, &mut entry.more().errors)?,
            "responses" if top => match read_list(reader)? {
                Some(entries) => entry.more().responses = Some(entries),
                None => entry.more().fault = Some(Fault::shape("expected a list", Some("responses"))),
            },
            _ => reader.skip()?,
        }
    }
    Ok(entry)
}

fn read_list<'a>(reader: &mut Reader<'a>) -> Result<Option<Vec<EntryText<'a>>>, Error> {
    let Some(mut items) = list(reader)? else { return Ok(None) };
    let mut entries = Vec::new();
    while items.next(reader)? {
        entries.push(read_object(reader, false)?);
    }
    Ok(Some(entries))
}

fn read_body<'a>(reader: &mut Reader<'a>) -> Result<EntryText<'a>, Error> {
    let body = if reader.peek()? == Kind::Array {
        let mut body = EntryText::default();
        body.more().responses = read_list(reader)?;
        body
    } else {
        read_object(reader, true)?
    };
    reader.end()?;
    Ok(body)
}

impl ReadReply for SentBulk {
    const OPERATION: &'static str = "smslist.send_bulk";

    fn read(body: &[u8], sent: SentRef<'_>) -> Reading<SentBulk> {
        let opened = open(body);
        let mut parsed = match opened.read(read_body) {
            Envelope::Read(parsed) => parsed,
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        let entries = parsed.more().responses.take();
        let list = entries.as_deref().unwrap_or_default();
        let named: Vec<Named> = list
            .iter()
            .map(|entry| Named {
                id: entry.client_sms_id.as_deref(),
                number: entry.mobile.as_deref().and_then(|mobile| comparable(mobile, Home::Kenya)),
                refusal: entry.is_refusal(),
            })
            .collect();
        let joined = join(sent.0, &named, Home::Kenya);
        drop(named);
        if !joined.any() {
            return without_entries(parsed, entries);
        }
        let (messages, unmatched) = results(sent.0, &joined, entries.unwrap_or_default());
        Reading::Answer(SentBulk { messages, unmatched, raw_body: body.to_vec() })
    }

    fn without_reply(sent: SentRef<'_>) -> SentBulk {
        let unknown = Arc::new(Outcome::unknown());
        SentBulk {
            messages: (0..sent.0.len()).map(|message| result(sent.0, message, None, &unknown)).collect(),
            unmatched: Vec::new(),
            raw_body: Vec::new(),
        }
    }
}

/// What a body means of which no entry is about one of our messages.
fn without_entries(mut top: EntryText, entries: Option<Vec<EntryText>>) -> Reading<SentBulk> {
    if top.is_refusal() {
        return Reading::Refusal(top.into_refusal());
    }
    let had_list = entries.is_some() || top.code.get().is_some();
    // One entry that names nobody, where several were sent, is about the whole request.
    let mut entries = entries.unwrap_or_default();
    if entries.len() == 1
        && let Some(entry) = entries.pop().filter(|entry| entry.is_nameless() && entry.is_refusal())
    {
        return Reading::Refusal(entry.into_refusal());
    }
    let fault = match top.more().fault.take() {
        Some(fault) => fault,
        None if had_list => Fault::no_known_message(),
        None => Fault::shape("expected a list of entries or a code", Some("responses")),
    };
    Reading::Other(fault.saying(top.into_refusal()))
}

fn results(sent: &Sent, joined: &Joined, entries: Vec<EntryText>) -> (Vec<SentMessage>, Vec<UnmatchedMessage>) {
    let mut entries: Vec<Option<EntryText>> = entries.into_iter().map(Some).collect();
    let mut take = |index: usize| entries.get_mut(index).and_then(Option::take);
    let mut last: Option<Arc<Outcome>> = None;
    let messages = joined
        .of_message
        .iter()
        .enumerate()
        .map(|(message, entry)| {
            let entry = entry.and_then(&mut take);
            let outcome = shared_outcome(entry.as_ref(), &mut last);
            result(sent, message, entry, &outcome)
        })
        .collect();
    let unmatched = joined.unmatched.iter().filter_map(|entry| take(*entry)).map(left_over).collect();
    (messages, unmatched)
}

/// The entries of a reply mostly say the same, so neighbours that do share one outcome.
fn shared_outcome(entry: Option<&EntryText>, last: &mut Option<Arc<Outcome>>) -> Arc<Outcome> {
    let (code, description) = match entry {
        Some(entry) => (entry.code.get(), entry.description.as_deref()),
        None => (None, None),
    };
    if let Some(outcome) = last
        && outcome.code.as_deref() == code
        && outcome.text.as_deref() == description
    {
        return Arc::clone(outcome);
    }
    let outcome = Arc::new(code::outcome(code, description));
    *last = Some(Arc::clone(&outcome));
    outcome
}

fn result(sent: &Sent, message: usize, entry: Option<EntryText>, outcome: &Arc<Outcome>) -> SentMessage {
    let (position, destination) = sent.place(message);
    let entry = entry.unwrap_or_default();
    SentMessage {
        position,
        destination,
        to: sent.number(message).to_owned(),
        client_sms_id: sent.id(message).map(str::to_owned),
        message_id: entry.message_id.map(Cow::into_owned),
        network_id: entry.network_id.map(Cow::into_owned),
        response_code: entry.code.take().map(Cow::into_owned),
        response_description: entry.description.map(Cow::into_owned),
        outcome: Arc::clone(outcome),
    }
}

fn left_over(entry: EntryText) -> UnmatchedMessage {
    UnmatchedMessage {
        to: entry.mobile.map(Cow::into_owned),
        client_sms_id: entry.client_sms_id.map(Cow::into_owned),
        message_id: entry.message_id.map(Cow::into_owned),
        network_id: entry.network_id.map(Cow::into_owned),
        response_code: entry.code.take().map(Cow::into_owned),
        response_description: entry.description.map(Cow::into_owned),
    }
}
