//! The body of a reply, read: entries, and both error bodies.

use std::borrow::Cow;
use std::sync::Arc;

use crate::infobip::errors::ERROR_CODES;
use crate::infobip::status::Status;
use crate::join::{Named, comparable};
use crate::json::{Error, Kind, Reader};
use crate::number::Home;
use crate::outcome::{Outcome, Resend};
use crate::reply::{Fault, FieldErrors, Refusal};
use crate::reply_json::{Entries, Shared, entries, integer, list, object, text};

/// A status as it stands in the body, borrowed.
#[derive(Default)]
struct StatusText<'a> {
    group_id: Option<i64>,
    group_name: Option<Cow<'a, str>>,
    id: Option<i64>,
    name: Option<Cow<'a, str>>,
    description: Option<Cow<'a, str>>,
    action: Option<Cow<'a, str>>,
}

impl StatusText<'_> {
    fn is(&self, status: &Status) -> bool {
        self.id == status.id
            && self.group_id == status.group_id
            && self.name.as_deref() == status.name.as_deref()
            && self.group_name.as_deref() == status.group_name.as_deref()
            && self.description.as_deref() == status.description.as_deref()
            && self.action.as_deref() == status.action.as_deref()
    }

    fn into_status(self) -> Status {
        let own = |text: Option<Cow<'_, str>>| text.map(Cow::into_owned);
        Status {
            group_id: self.group_id,
            group_name: own(self.group_name),
            id: self.id,
            name: own(self.name),
            description: own(self.description),
            action: own(self.action),
        }
    }
}

/// A status and what it means.
type Judged = (Arc<Status>, Arc<Outcome>);

fn judged(text: StatusText, shared: &mut Shared<Judged>) -> Judged {
    let is = |text: &StatusText, known: &Judged| text.is(&known.0);
    shared.get(text, is, |text| {
        let status = text.into_status();
        let outcome = Arc::new(status.outcome());
        (Arc::new(status), outcome)
    })
}

/// An entry of `messages` as it stands in the body.
#[derive(Default)]
pub(super) struct EntryText<'a> {
    pub(super) to: Option<Cow<'a, str>>,
    pub(super) message_id: Option<Cow<'a, str>>,
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
    pub(super) bulk_id: Option<Cow<'a, str>>,
    pub(super) tracking_process_key: Option<Cow<'a, str>>,
    pub(super) messages: Option<Entries<EntryText<'a>>>,
    pub(super) refusal: Option<Refusal>,
    /// The members of the newer error body, when it has no code.
    pub(super) said: Refusal,
    pub(super) fault: Option<Fault>,
}

fn read_status<'a>(reader: &mut Reader<'a>) -> Result<Option<StatusText<'a>>, Error> {
    let Some(mut members) = object(reader)? else { return Ok(None) };
    let mut status = StatusText::default();
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "groupId" => status.group_id = integer(reader)?,
            "groupName" => status.group_name = text(reader)?,
            "id" => status.id = integer(reader)?,
            "name" => status.name = text(reader)?,
            "description" => status.description = text(reader)?,
            "action" => status.action = text(reader)?,
            _ => reader.skip()?,
        }
    }
    Ok(Some(status))
}

fn read_entry<'a>(reader: &mut Reader<'a>, shared: &mut Shared<Judged>) -> Result<Option<EntryText<'a>>, Error> {
    let mut entry = EntryText::default();
    let Some(mut members) = object(reader)? else { return Ok(None) };
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "to" => entry.to = text(reader)?,
            "messageId" => entry.message_id = text(reader)?,
            "smsCount" => entry.sms_count = integer(reader)?,
            "status" => entry.status = read_status(reader)?.map(|status| judged(status, shared)),
            _ => reader.skip()?,
        }
    }
    Ok(Some(entry).filter(EntryText::says_something))
}

/// `requestError`, the error body of version 1: it holds one of two exceptions.
fn read_request_error(reader: &mut Reader) -> Result<Option<Refusal>, Error> {
    let Some(mut members) = object(reader)? else { return Ok(None) };
    let (mut service, mut policy) = (None, None);
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "serviceException" => service = read_exception(reader)?,
            "policyException" => policy = read_exception(reader)?,
            _ => reader.skip()?,
        }
    }
    Ok(service.or(policy))
}

fn read_exception(reader: &mut Reader) -> Result<Option<Refusal>, Error> {
    let Some(mut members) = object(reader)? else { return Ok(None) };
    let mut found = Refusal::default();
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "messageId" => found.code = text(reader)?.map(Cow::into_owned),
            "text" => found.text = text(reader)?.map(Cow::into_owned),
            "validationErrors" => found.errors = read_validation_errors(reader)?.finish(),
            _ => reader.skip()?,
        }
    }
    Ok(Some(found))
}

/// A map of field paths to lists of texts; a bare text is read too.
fn read_validation_errors(reader: &mut Reader) -> Result<FieldErrors, Error> {
    let mut errors = FieldErrors::default();
    let Some(mut fields) = object(reader)? else { return Ok(errors) };
    while let Some(path) = fields.next(reader)? {
        if !errors.field(&path) {
            reader.skip()?;
        } else if reader.peek()? == Kind::Array {
            let mut items = reader.array()?;
            while items.next(reader)? {
                if let Some(message) = text(reader)? {
                    errors.message(message);
                }
            }
        } else if let Some(message) = text(reader)? {
            errors.message(message);
        }
    }
    Ok(errors)
}

/// `violations` of the newer platform body: a list of property and violation.
fn read_violations(reader: &mut Reader) -> Result<FieldErrors, Error> {
    let mut errors = FieldErrors::default();
    let Some(mut items) = list(reader)? else { return Ok(errors) };
    while items.next(reader)? {
        let Some(mut members) = object(reader)? else { continue };
        let (mut property, mut violation) = (None, None);
        while let Some(key) = members.next(reader)? {
            match key.as_ref() {
                "property" => property = text(reader)?,
                "violation" => violation = text(reader)?,
                _ => reader.skip()?,
            }
        }
        if let Some(message) = violation {
            errors.single(property.as_deref(), message);
        }
    }
    Ok(errors)
}

/// Reads a whole body.
pub(super) fn read_body<'a>(reader: &mut Reader<'a>) -> Result<Body<'a>, Error> {
    let mut body = Body::default();
    let mut shared = Shared::default();
    // The members of the newer error body; it is one only if it has a code.
    let mut platform = Refusal::default();
    let Some(mut members) = object(reader)? else {
        body.fault = Some(Fault::shape("its JSON is no object", None));
        return Ok(body);
    };
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "bulkId" => body.bulk_id = text(reader)?,
            "trackingProcessKey" => body.tracking_process_key = text(reader)?,
            "messages" => {
                body.messages = entries(reader, |reader| read_entry(reader, &mut shared))?;
                let is_list = body.messages.is_some();
                body.fault = (!is_list).then(|| Fault::shape("expected a list", Some("messages")));
            }
            "requestError" => body.refusal = read_request_error(reader)?,
            "errorCode" => platform.code = text(reader)?.map(Cow::into_owned),
            "description" => platform.text = text(reader)?.map(Cow::into_owned),
            "violations" => platform.errors = read_violations(reader)?.finish(),
            _ => reader.skip()?,
        }
    }
    reader.end()?;
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

/// What a whole-request error code means for sending again when it comes with a success status.
fn resend_of(code: &str) -> Resend {
    ERROR_CODES.iter().find(|row| row.code == code).map_or(Resend::Uncertain, |row| row.resend)
}
