//! The body of a reply, read: entries, and both error bodies.

use std::sync::Arc;

use crate::infobip::errors::resend_of;
use crate::infobip::status::Status;
use crate::join::{Named, comparable};
use crate::json::{Error, Reader};
use crate::number::Home;
use crate::outcome::Outcome;
use crate::reply::{Fault, FieldErrors, Refusal};
use crate::reply_json::{Entries, Found, Shared, Text, entries, integer, list, members, messages, owned, pass_over};

/// The members of a status, in the order of [`StatusText`].
const STATUS: [&str; 6] = ["groupId", "groupName", "id", "name", "description", "action"];

/// A status as it stands in the body, borrowed.
type StatusText<'a> = [Text<'a>; STATUS.len()];

fn is(text: &StatusText, status: &Status) -> bool {
    let [group_id, group_name, id, name, description, action] = text;
    integer(id) == status.id
        && integer(group_id) == status.group_id
        && name.as_deref() == status.name.as_deref()
        && group_name.as_deref() == status.group_name.as_deref()
        && description.as_deref() == status.description.as_deref()
        && action.as_deref() == status.action.as_deref()
}

fn into_status(text: StatusText) -> Status {
    let [group_id, group_name, id, name, description, action] = text;
    Status {
        group_id: integer(&group_id),
        group_name: owned(group_name),
        id: integer(&id),
        name: owned(name),
        description: owned(description),
        action: owned(action),
    }
}

/// A status and what it means.
type Judged = (Arc<Status>, Arc<Outcome>);

fn judged(text: StatusText, shared: &mut Shared<Judged>) -> Judged {
    let is = |text: &StatusText, known: &Judged| is(text, &known.0);
    shared.get(text, is, |text| {
        let status = into_status(text);
        let outcome = Arc::new(status.outcome());
        (Arc::new(status), outcome)
    })
}

/// An entry of `messages` as it stands in the body.
#[derive(Default)]
pub(super) struct EntryText<'a> {
    pub(super) to: Text<'a>,
    pub(super) message_id: Text<'a>,
    pub(super) sms_count: Option<i64>,
    pub(super) status: Option<Judged>,
}

impl EntryText<'_> {
    /// Whom it names.
    pub(super) fn named(&self) -> Named<'_> {
        Named {
            id: self.message_id.as_deref(),
            number: self.to.as_deref().and_then(|to| comparable(to, Home::International)),
            refusal: self.status.as_ref().is_some_and(|(_, outcome)| outcome.is_failure()),
        }
    }

    fn says_something(&self) -> bool {
        self.to.is_some() || self.message_id.is_some() || self.sms_count.is_some() || self.status.is_some()
    }
}

/// All that a reply can hold.
#[derive(Default)]
pub(super) struct Body<'a> {
    pub(super) bulk_id: Text<'a>,
    pub(super) tracking_process_key: Text<'a>,
    pub(super) messages: Option<Entries<EntryText<'a>>>,
    pub(super) refusal: Option<Refusal>,
    /// The members of the newer error body, when it has no code.
    pub(super) said: Refusal,
    pub(super) fault: Option<Fault>,
}

fn read_status(reader: &mut Reader, shared: &mut Shared<Judged>) -> Result<Option<Judged>, Error> {
    let mut status = StatusText::default();
    let is_object = members(reader, &mut [Found(&STATUS, &mut status)], &mut pass_over)?;
    Ok(is_object.then(|| judged(status, shared)))
}

fn read_entry<'a>(reader: &mut Reader<'a>, shared: &mut Shared<Judged>) -> Result<Option<EntryText<'a>>, Error> {
    let (mut texts, mut status) = ([None, None, None], None);
    members(reader, &mut [Found(&["to", "smsCount", "messageId"], &mut texts)], &mut |key, reader| {
        let is_status = key == "status";
        if is_status {
            status = read_status(reader, shared)?;
        }
        Ok(is_status)
    })?;
    let [to, sms_count, message_id] = texts;
    let entry = EntryText { to, message_id, sms_count: integer(&sms_count), status };
    Ok(Some(entry).filter(EntryText::says_something))
}

/// `requestError`, the error body of version 1: it holds one of two exceptions.
fn read_request_error(reader: &mut Reader) -> Result<Option<Refusal>, Error> {
    let (mut service, mut policy) = (None, None);
    members(reader, &mut [], &mut |key, reader| {
        match key {
            "serviceException" => service = read_exception(reader)?,
            "policyException" => policy = read_exception(reader)?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    Ok(service.or(policy))
}

fn read_exception(reader: &mut Reader) -> Result<Option<Refusal>, Error> {
    let (mut texts, mut errors) = ([None, None], FieldErrors::default());
    let is_object = members(reader, &mut [Found(&["messageId", "text"], &mut texts)], &mut |key, reader| {
        let is_errors = key == "validationErrors";
        if is_errors {
            errors = read_validation_errors(reader)?;
        }
        Ok(is_errors)
    })?;
    let [code, text] = texts;
    let (code, text) = (owned(code), owned(text));
    Ok(is_object.then(|| Refusal { code, text, errors: errors.finish(), ..Refusal::default() }))
}

/// A map of field paths to lists of texts; a bare text is read too.
fn read_validation_errors(reader: &mut Reader) -> Result<FieldErrors, Error> {
    let mut errors = FieldErrors::default();
    members(reader, &mut [], &mut |path, reader| {
        let is_read = errors.field(path);
        if is_read {
            messages(reader, &mut errors)?;
        }
        Ok(is_read)
    })?;
    Ok(errors)
}

/// `violations` of the newer platform body: a list of property and violation.
fn read_violations(reader: &mut Reader) -> Result<FieldErrors, Error> {
    let mut errors = FieldErrors::default();
    let Some(mut items) = list(reader)? else { return Ok(errors) };
    while items.next(reader)? {
        let mut texts = [None, None];
        members(reader, &mut [Found(&["property", "violation"], &mut texts)], &mut pass_over)?;
        if let [property, Some(message)] = texts {
            errors.single(property.as_deref(), message);
        }
    }
    Ok(errors)
}

/// Reads a whole body.
pub(super) fn read_body<'a>(reader: &mut Reader<'a>) -> Result<Body<'a>, Error> {
    let mut body = Body::default();
    let mut shared = Shared::default();
    let mut errors = FieldErrors::default();
    let mut texts = [None, None, None, None];
    let names = Found(&["bulkId", "trackingProcessKey", "errorCode", "description"], &mut texts);
    let is_object = members(reader, &mut [names], &mut |key, reader| {
        match key {
            "messages" => {
                body.messages = entries(reader, |reader| read_entry(reader, &mut shared))?;
                let is_list = body.messages.is_some();
                body.fault = (!is_list).then(|| Fault::shape("expected a list", Some("messages")));
            }
            "requestError" => body.refusal = read_request_error(reader)?,
            "violations" => errors = read_violations(reader)?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if !is_object {
        body.fault = Some(Fault::shape("its JSON is no object", None));
        return Ok(body);
    }
    reader.end()?;
    let [bulk_id, tracking_process_key, code, text] = texts;
    (body.bulk_id, body.tracking_process_key) = (bulk_id, tracking_process_key);
    // The newer error body is one only if it has a code.
    let platform = Refusal { code: owned(code), text: owned(text), errors: errors.finish(), ..Refusal::default() };
    if body.refusal.is_none() && platform.code.is_some() {
        body.refusal = Some(platform);
    } else {
        body.said = platform;
    }
    if let Some(refusal) = &mut body.refusal {
        refusal.resend = refusal.code.as_deref().map(resend_of);
    }
    Ok(body)
}
