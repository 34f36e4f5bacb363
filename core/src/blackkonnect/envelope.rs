//! The bodies of replies, read: what the envelopes have in common, and the errors that stand in their place.

use crate::blackkonnect::problem::ProblemDetail;
use crate::blackkonnect::schemas::{ItemPagination, MessageGroupStatus, SmsMessageDeliveryStatus};
use crate::form::scalar;
use crate::json::{Error, Kind, Reader, Value, Writer};
use crate::reply::{Fault, Reading, Refusal};
use crate::reply_json::{Entries, Text, flag, integer, members, owned, text};
use crate::reply_object::{read_any, read_member};

/// What a body says of the request as a whole.
#[derive(Default)]
pub(super) struct Said<'a> {
    code: Text<'a>,
    message: Option<Value<'static>>,
    correlation_id: Text<'a>,
    conversation_id: Text<'a>,
    request_id: Text<'a>,
    pub(super) is_successful: Option<bool>,
    /// Whether `isSuccessful` stands there.
    pub(super) names_success: bool,
    /// Whether it does with a value that is neither true nor false, so that nobody knows.
    is_unclear: bool,
    /// Whether there is a list of errors, which no document shows.
    has_errors: bool,
    problem: ProblemDetail,
    /// RFC 6749, 5.2.
    error: Text<'a>,
    error_description: Text<'a>,
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
    /// Reads a member; false for another one, which is not yet read.
    pub(super) fn read_member(&mut self, key: &str, reader: &mut Reader<'a>) -> Result<bool, Error> {
        let slot = match key {
            "code" => &mut self.code,
            "correlationId" => &mut self.correlation_id,
            "conversationId" => &mut self.conversation_id,
            "requestId" => &mut self.request_id,
            "error" => &mut self.error,
            "error_description" => &mut self.error_description,
            "message" => {
                self.message = read_any(reader)?;
                return Ok(true);
            }
            "isSuccessful" => return self.read_success(reader).map(|()| true),
            "errors" => {
                self.has_errors = reader.peek()? != Kind::Null;
                return reader.skip().map(|()| true);
            }
            _ => return read_member(&mut self.problem, key, reader),
        };
        *slot = text(reader)?;
        Ok(true)
    }

    fn read_success(&mut self, reader: &mut Reader) -> Result<(), Error> {
        self.names_success = true;
        if reader.peek()? == Kind::Null {
            return reader.null();
        }
        self.is_successful = flag(reader)?;
        self.is_unclear = self.is_successful.is_none();
        Ok(())
    }

    pub(super) fn has_correlation_id(&self) -> bool {
        self.correlation_id.as_deref().is_some_and(|id| !id.trim().is_empty())
    }

    pub(super) fn into_whole(self) -> Whole {
        Whole {
            code: integer(&self.code),
            message: self.message,
            correlation_id: owned(self.correlation_id),
            conversation_id: owned(self.conversation_id),
            request_id: owned(self.request_id),
            is_successful: self.is_successful,
        }
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
        self.is_successful.unwrap_or_else(|| {
            !self.is_unclear && !self.is_refusal() && !self.has_errors && code && !self.problem.is_of_an_error()
        })
    }

    fn into_refusal(self) -> Refusal {
        let Said { code, message, problem, error, error_description, .. } = self;
        Refusal {
            code: owned(code.or(error)).or_else(|| problem.code()),
            text: message
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
    let is_object = members(reader, &mut [], &mut |key, reader| {
        match key {
            "data" => body.data = read_any(reader)?,
            "items" => body.items = read_any(reader)?,
            "itemPagination" => body.item_pagination = ItemPagination::read(reader)?,
            "deliveryStatus" => body.delivery_status = text(reader)?,
            "bulkId" => body.bulk_id = text(reader)?,
            "smsMessageDeliveryStatuses" => body.statuses = read_statuses(reader)?,
            "token" => body.token = text(reader)?,
            "access_token" => body.access_token = text(reader)?,
            _ => return body.said.read_member(key, reader),
        }
        Ok(true)
    })?;
    if !is_object {
        body.fault = Some(Fault::shape("its JSON is no object", None));
    }
    if body.statuses.list.is_empty() && body.statuses.whole {
        body.statuses = deliveries(body.data.as_ref(), body.items.as_ref());
    }
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

/// The entries of a reply in the envelope of the network operator's side, whose `data` and `items` are deliveries. Inferred, as
/// no document says which calls have it; what is no delivery, such as the messages that the documented reply repeats, is none.
fn deliveries(data: Option<&Value>, items: Option<&Value>) -> Entries<SmsMessageDeliveryStatus> {
    let mut found = Entries::default();
    // One delivery in both places is one delivery.
    let data = data.filter(|data| !matches!(items, Some(Value::List(items)) if items.contains(data)));
    for place in [data, items].into_iter().flatten() {
        let list = if let Value::List(list) = place { list } else { std::slice::from_ref(place) };
        for entry in list {
            match delivery(entry) {
                Some(status) => found.list.push(status),
                None => found.whole &= matches!(entry, Value::Null),
            }
        }
    }
    if found.list.is_empty() { Entries::default() } else { found }
}

/// A delivery as an entry: an object with a status of its own, and the name of its message.
fn delivery(value: &Value) -> Option<SmsMessageDeliveryStatus> {
    let Value::Object(members) = value else { return None };
    let text = |name: &str| {
        let (_, value) = members.iter().rfind(|(key, _)| key == name)?;
        scalar(value).filter(|text| !text.trim().is_empty())
    };
    let delivery_status = text("deliveryStatus")?;
    let status = SmsMessageDeliveryStatus {
        message_id: text("messageId"),
        message_group_status: Some(MessageGroupStatus {
            delivery_status: Some(delivery_status),
            ..MessageGroupStatus::default()
        }),
        destination: text("destination"),
        ..SmsMessageDeliveryStatus::default()
    };
    (status.message_id.is_some() || status.destination.is_some()).then_some(status)
}

/// What stands as a message's status: an object, or its word alone.
fn read_group_status(reader: &mut Reader) -> Result<Option<MessageGroupStatus>, Error> {
    if reader.peek()? != Kind::String {
        return MessageGroupStatus::read(reader);
    }
    Ok(Some(MessageGroupStatus { delivery_status: owned(text(reader)?), ..MessageGroupStatus::default() }))
}

fn read_status(reader: &mut Reader) -> Result<Option<SmsMessageDeliveryStatus>, Error> {
    let mut status = SmsMessageDeliveryStatus::default();
    // Where the other reply has it.
    let mut beside = None;
    members(reader, &mut [], &mut |key, reader| {
        match key {
            "messageId" => status.message_id = owned(text(reader)?),
            "messageGroupStatus" => status.message_group_status = read_group_status(reader)?,
            "deliveryStatus" => beside = owned(text(reader)?),
            "destination" => status.destination = owned(text(reader)?),
            "smsCount" => status.sms_count = integer(&text(reader)?),
            "smscReference" => status.smsc_reference = owned(text(reader)?),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if let Some(beside) = beside {
        status.message_group_status.get_or_insert_default().delivery_status.get_or_insert(beside);
    }
    let says_something =
        [&status.message_id, &status.destination, &status.smsc_reference].into_iter().any(Option::is_some)
            || status.sms_count.is_some()
            || status.message_group_status.is_some();
    Ok(says_something.then_some(status))
}
