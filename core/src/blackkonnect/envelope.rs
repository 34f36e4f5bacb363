//! The bodies of replies, read: what the envelopes have in common, and the errors that stand in their place.

use crate::blackkonnect::problem::ProblemDetail;
use crate::blackkonnect::schemas::{ItemPagination, MessageGroupStatus, SmsMessageDeliveryStatus};
use crate::json::{Error, Kind, Reader, Value, Writer};
use crate::reply::{Fault, Reading, Refusal};
use crate::reply_json::{Entries, Found, Text, integer, members, owned, text};
use crate::reply_object::{read_any, read_member};

/// The texts that all envelopes have, and those of RFC 6749, 5.2, in the order of [`Said::texts`].
const TEXTS: [&str; 6] = ["code", "correlationId", "conversationId", "requestId", "error", "error_description"];

/// What a body says of the request as a whole.
#[derive(Default)]
pub(super) struct Said<'a> {
    texts: [Text<'a>; TEXTS.len()],
    problem: ProblemDetail,
    others: Others,
}

/// The members that are no texts.
#[derive(Default)]
struct Others {
    message: Option<Value<'static>>,
    is_successful: Option<bool>,
    /// Whether `isSuccessful` stands there.
    names_success: bool,
    /// Whether it does with a value that is neither true nor false, so that nobody knows.
    is_unclear: bool,
    /// Whether there is a list of errors, which no document shows.
    has_errors: bool,
}

impl Others {
    fn read(&mut self, key: &str, reader: &mut Reader) -> Result<bool, Error> {
        match key {
            "message" => self.message = read_any(reader)?,
            "isSuccessful" => {
                self.names_success = true;
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
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// What an envelope says of itself, to be kept.
pub(super) struct Whole {
    pub(super) code: Option<i64>,
    pub(super) message: Option<Value<'static>>,
    pub(super) correlation_id: Option<String>,
    pub(super) conversation_id: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) is_successful: Option<bool>,
}

impl<'a> Said<'a> {
    /// Reads an object: its own members, `texts`, and by `other` what is neither. False after passing over what is no
    /// object.
    pub(super) fn read(
        &mut self,
        reader: &mut Reader<'a>,
        texts: Found<'_, 'a>,
        other: &mut dyn FnMut(&str, &mut Reader<'a>) -> Result<bool, Error>,
    ) -> Result<bool, Error> {
        let Said { texts: own, problem, others } = self;
        members(reader, &mut [texts, Found(&TEXTS, own)], &mut |key, reader| {
            Ok(others.read(key, reader)? || read_member(problem, key, reader)? || other(key, reader)?)
        })
    }

    pub(super) fn is_successful(&self) -> Option<bool> {
        self.others.is_successful
    }

    /// Whether `isSuccessful` stands there, whatever it says.
    pub(super) fn names_success(&self) -> bool {
        self.others.names_success
    }

    pub(super) fn has_correlation_id(&self) -> bool {
        let [_, correlation_id, ..] = &self.texts;
        correlation_id.as_deref().is_some_and(|id| !id.trim().is_empty())
    }

    pub(super) fn into_whole(self) -> Whole {
        let [code, correlation_id, conversation_id, request_id, ..] = self.texts;
        Whole {
            code: integer(&code),
            message: self.others.message,
            correlation_id: owned(correlation_id),
            conversation_id: owned(conversation_id),
            request_id: owned(request_id),
            is_successful: self.others.is_successful,
        }
    }

    /// Whether it says no. Inferred: no document shows a failed call, `isSuccessful` is the member that would tell, and
    /// the other two are the standards' error bodies.
    pub(super) fn is_refusal(&self) -> bool {
        let [.., error, _] = &self.texts;
        match self.others.is_successful {
            Some(is_successful) => !is_successful,
            None => self.problem.tells_of_an_error() || error.is_some(),
        }
    }

    /// Whether it says yes, or at least nothing else: an `isSuccessful` that is left out says neither, and then nothing may tell
    /// of an error.
    pub(super) fn is_agreeable(&self) -> bool {
        let [code, ..] = &self.texts;
        let code = code.as_deref().is_none_or(|code| code.trim() == "0");
        let Others { is_successful, is_unclear, has_errors, .. } = self.others;
        is_successful.unwrap_or_else(|| {
            !is_unclear && !self.is_refusal() && !has_errors && code && !self.problem.is_of_an_error()
        })
    }

    fn into_refusal(self) -> Refusal {
        let problem = self.problem;
        let [code, .., error, error_description] = self.texts;
        Refusal {
            code: owned(code.or(error)).or_else(|| problem.code()),
            text: self
                .others
                .message
                .as_ref()
                .and_then(words)
                .or_else(|| owned(error_description))
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
    pub(super) item_pagination: Option<ItemPagination>,
    pub(super) delivery_status: Text<'a>,
    pub(super) bulk_id: Text<'a>,
    pub(super) statuses: Entries<SmsMessageDeliveryStatus>,
    pub(super) token: Text<'a>,
    pub(super) access_token: Text<'a>,
    /// Why it is no envelope.
    pub(super) fault: Option<Fault>,
}

/// Reads a whole body.
pub(super) fn read_body<'a>(reader: &mut Reader<'a>) -> Result<Body<'a>, Error> {
    let mut body = Body::default();
    let mut texts = [None, None, None, None];
    let names = Found(&["deliveryStatus", "bulkId", "token", "access_token"], &mut texts);
    let is_object = body.said.read(reader, names, &mut |key, reader| {
        match key {
            "data" => body.data = read_any(reader)?,
            "items" => body.items = read_any(reader)?,
            "itemPagination" => body.item_pagination = ItemPagination::read(reader)?,
            "smsMessageDeliveryStatuses" => body.statuses = read_statuses(reader)?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if !is_object {
        body.fault = Some(Fault::shape("its JSON is no object", None));
    }
    [body.delivery_status, body.bulk_id, body.token, body.access_token] = texts;
    reader.end()?;
    Ok(body)
}

/// The entries of a bulk: a list, or one alone. Nulls in the list are nothing; what else is no entry makes the list broken.
fn read_statuses(reader: &mut Reader) -> Result<Entries<SmsMessageDeliveryStatus>, Error> {
    let mut found = Entries::default();
    if reader.peek()? != Kind::Array {
        let is_null = reader.peek()? == Kind::Null;
        match read_status(reader)? {
            Some(status) => found.list.push(status),
            None => found.whole = is_null,
        }
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
    Ok(Some(MessageGroupStatus { delivery_status: owned(text(reader)?), ..MessageGroupStatus::default() }))
}

fn read_status(reader: &mut Reader) -> Result<Option<SmsMessageDeliveryStatus>, Error> {
    let (mut texts, mut message_group_status) = ([const { None }; 5], None);
    let names = Found(&["messageId", "destination", "smsCount", "smscReference", "deliveryStatus"], &mut texts);
    members(reader, &mut [names], &mut |key, reader| {
        let is_status = key == "messageGroupStatus";
        if is_status {
            message_group_status = read_group_status(reader)?;
        }
        Ok(is_status)
    })?;
    let [message_id, destination, sms_count, smsc_reference, beside] = texts;
    // Where the other reply has it.
    if let Some(beside) = owned(beside) {
        message_group_status.get_or_insert_with(MessageGroupStatus::default).delivery_status.get_or_insert(beside);
    }
    let sms_count = integer(&sms_count);
    let texts = [&message_id, &destination, &smsc_reference];
    let says_something =
        texts.into_iter().any(Option::is_some) || sms_count.is_some() || message_group_status.is_some();
    Ok(says_something.then(|| SmsMessageDeliveryStatus {
        message_id: owned(message_id),
        message_group_status,
        destination: owned(destination),
        sms_count,
        smsc_reference: owned(smsc_reference),
    }))
}
