//! The bodies of replies, read: what the envelopes have in common, and the errors that stand in their place.

use std::borrow::Cow;

use crate::blackkonnect::problem::ProblemDetail;
use crate::blackkonnect::schemas::{ItemPagination, MessageGroupStatus, SmsMessageDeliveryStatus};
use crate::json::{Error, Kind, Reader, Value, Writer};
use crate::reply::{Fault, Reading, Refusal};
use crate::reply_json::{Entries, integer, object, text};
use crate::reply_object::read;

/// What a body says of the request as a whole.
#[derive(Default)]
pub(super) struct Said<'a> {
    pub(super) code: Option<Cow<'a, str>>,
    pub(super) message: Option<Value<'static>>,
    pub(super) is_successful: Option<bool>,
    /// Whether `isSuccessful` stands there with a value that is neither true nor false, so that nobody knows.
    is_unclear: bool,
    /// Whether there is a list of errors, which no document shows.
    has_errors: bool,
    problem: ProblemDetail,
    /// RFC 6749, 5.2.
    error: Option<Cow<'a, str>>,
    error_description: Option<Cow<'a, str>>,
}

impl<'a> Said<'a> {
    /// Reads a member; false for another one, which is not yet read.
    pub(super) fn read_member(&mut self, key: &str, reader: &mut Reader<'a>) -> Result<bool, Error> {
        match key {
            "code" => self.code = text(reader)?,
            "message" => self.message = read::open(reader)?,
            "isSuccessful" => {
                self.is_successful = match reader.peek()? {
                    Kind::Bool => Some(reader.boolean()?),
                    Kind::String => reader.string()?.trim().to_ascii_lowercase().parse().ok(),
                    Kind::Null => return reader.null().map(|()| true),
                    _ => reader.skip().map(|()| None)?,
                };
                self.is_unclear = self.is_successful.is_none();
            }
            "errors" => {
                self.has_errors = reader.peek()? != Kind::Null;
                reader.skip()?;
            }
            "error" => self.error = text(reader)?,
            "error_description" => self.error_description = text(reader)?,
            "type" | "title" | "status" | "detail" | "instance" => {
                self.problem.read_member(key, reader)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Whether it says no. Inferred: no document shows a failed call, `isSuccessful` is the member that would tell, and
    /// the other two are the standards' error bodies.
    pub(super) fn is_refusal(&self) -> bool {
        match self.is_successful {
            Some(is_successful) => !is_successful,
            None => self.problem.tells_of_an_error() || self.error.is_some(),
        }
    }

    /// Whether it says yes, or at least nothing else: an `isSuccessful` that is left out says neither, and then nothing may tell
    /// of an error.
    pub(super) fn is_agreeable(&self) -> bool {
        let code = self.code.as_deref().is_none_or(|code| code.trim() == "0");
        match self.is_successful {
            Some(is_successful) => is_successful,
            None => {
                !self.is_unclear && !self.is_refusal() && !self.has_errors && code && !self.problem.is_of_an_error()
            }
        }
    }

    fn into_refusal(self) -> Refusal {
        let Said { code, message, problem, error, error_description, .. } = self;
        Refusal {
            code: code.or(error).map(Cow::into_owned).or_else(|| problem.code()),
            text: message
                .as_ref()
                .and_then(words)
                .or_else(|| error_description.map(Cow::into_owned))
                .or(problem.detail)
                .or(problem.title),
            ..Refusal::default()
        }
    }

    /// What a body means that is no answer.
    pub(super) fn into_reading<A>(self, fault: Fault) -> Reading<A> {
        if self.is_refusal() {
            Reading::Refusal(self.into_refusal())
        } else {
            Reading::Other(fault.saying(self.into_refusal()))
        }
    }
}

/// `message` as words: a text, or the JSON of something that holds anything.
fn words(message: &Value) -> Option<String> {
    match message {
        Value::String(text) => Some(text.clone().into_owned()),
        Value::Object(members) if members.is_empty() => None,
        Value::List(items) if items.is_empty() => None,
        other => {
            let mut out = Writer::with_capacity(64);
            out.value(other);
            String::from_utf8(out.into_bytes()).ok()
        }
    }
}

/// All that the reply to a send or to a request for a token can hold.
#[derive(Default)]
pub(super) struct Body<'a> {
    pub(super) said: Said<'a>,
    pub(super) data: Option<Value<'static>>,
    pub(super) items: Option<Value<'static>>,
    pub(super) correlation_id: Option<Cow<'a, str>>,
    pub(super) conversation_id: Option<Cow<'a, str>>,
    pub(super) request_id: Option<Cow<'a, str>>,
    pub(super) item_pagination: Option<ItemPagination>,
    pub(super) delivery_status: Option<Cow<'a, str>>,
    pub(super) bulk_id: Option<Cow<'a, str>>,
    pub(super) statuses: Entries<SmsMessageDeliveryStatus>,
    pub(super) token: Option<Cow<'a, str>>,
    pub(super) access_token: Option<Cow<'a, str>>,
    /// Why it is no envelope.
    pub(super) fault: Option<Fault>,
}

/// Reads a whole body.
pub(super) fn read_body<'a>(reader: &mut Reader<'a>) -> Result<Body<'a>, Error> {
    let mut body = Body::default();
    let Some(mut members) = object(reader)? else {
        body.fault = Some(Fault::shape("its JSON is no object", None));
        reader.end()?;
        return Ok(body);
    };
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "data" => body.data = read::open(reader)?,
            "items" => body.items = read::open(reader)?,
            "correlationId" => body.correlation_id = text(reader)?,
            "conversationId" => body.conversation_id = text(reader)?,
            "requestId" => body.request_id = text(reader)?,
            "itemPagination" => body.item_pagination = ItemPagination::read(reader)?,
            "deliveryStatus" => body.delivery_status = text(reader)?,
            "bulkId" => body.bulk_id = text(reader)?,
            "smsMessageDeliveryStatuses" => body.statuses = read_statuses(reader)?,
            "token" => body.token = text(reader)?,
            "access_token" => body.access_token = text(reader)?,
            key => {
                if !body.said.read_member(key, reader)? {
                    reader.skip()?;
                }
            }
        }
    }
    reader.end()?;
    Ok(body)
}

/// The entries of a bulk: a list, or one alone. Nulls in the list are nothing; what else is no entry makes the list broken.
fn read_statuses(reader: &mut Reader) -> Result<Entries<SmsMessageDeliveryStatus>, Error> {
    let mut found = Entries::default();
    if reader.peek()? != Kind::Array {
        let is_null = reader.peek()? == Kind::Null;
        found.list.extend(read_status(reader)?);
        found.whole = is_null || !found.list.is_empty();
        return Ok(found);
    }
    let mut items = reader.array()?;
    while items.next(reader)? {
        let is_null = reader.peek()? == Kind::Null;
        match read_status(reader)? {
            Some(status) => found.list.push(status),
            None => found.whole &= is_null,
        }
    }
    Ok(found)
}

/// What stands as a message's status: an object, or its word alone.
fn read_group_status(reader: &mut Reader) -> Result<Option<MessageGroupStatus>, Error> {
    if reader.peek()? != Kind::String {
        return MessageGroupStatus::read(reader);
    }
    Ok(Some(MessageGroupStatus { delivery_status: read::text(reader)?, ..MessageGroupStatus::default() }))
}

fn read_status(reader: &mut Reader) -> Result<Option<SmsMessageDeliveryStatus>, Error> {
    let mut beside = None;
    let mut status = SmsMessageDeliveryStatus::default();
    let Some(mut members) = object(reader)? else { return Ok(None) };
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "messageId" => status.message_id = read::text(reader)?,
            "messageGroupStatus" => status.message_group_status = read_group_status(reader)?,
            // Where the other reply has it.
            "deliveryStatus" => beside = read::text(reader)?,
            "destination" => status.destination = read::text(reader)?,
            "smsCount" => status.sms_count = integer(reader)?,
            "smscReference" => status.smsc_reference = read::text(reader)?,
            _ => reader.skip()?,
        }
    }
    if let Some(beside) = beside {
        status.message_group_status.get_or_insert_default().delivery_status.get_or_insert(beside);
    }
    let says_something = status != SmsMessageDeliveryStatus::default();
    Ok(Some(status).filter(|_| says_something))
}
