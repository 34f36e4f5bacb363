//! The body of a reply to a send, read: entries, or an error.

use crate::infobip::reply::fate::{self, Fate, Fates};
use crate::infobip::reply::said::Said;
use crate::join::{Named, comparable};
use crate::json::{Error, Reader};
use crate::number::Home;
use crate::reply::Fault;
use crate::reply_json::{Entries, Found, Text, entries, integer, members};

/// An entry of `messages` as it stands in the body.
#[derive(Default)]
pub(super) struct EntryText<'a> {
    pub(super) to: Text<'a>,
    pub(super) message_id: Text<'a>,
    pub(super) sms_count: Option<i64>,
    pub(super) fate: Option<Fate>,
}

impl EntryText<'_> {
    /// Whom it names.
    pub(super) fn named(&self) -> Named<'_> {
        Named {
            id: self.message_id.as_deref(),
            number: self.to.as_deref().and_then(|to| comparable(to, Home::International)),
            refusal: self.fate.as_ref().is_some_and(|fate| fate.outcome.is_failure()),
        }
    }

    fn says_something(&self) -> bool {
        self.to.is_some() || self.message_id.is_some() || self.sms_count.is_some() || self.fate.is_some()
    }
}

/// All that a reply can hold.
#[derive(Default)]
pub(super) struct Body<'a> {
    pub(super) bulk_id: Text<'a>,
    pub(super) tracking_process_key: Text<'a>,
    pub(super) messages: Option<Entries<EntryText<'a>>>,
    /// What it says of errors.
    pub(super) said: Said<'a>,
    pub(super) fault: Option<Fault>,
}

fn read_entry<'a>(reader: &mut Reader<'a>, fates: &mut Fates) -> Result<Option<EntryText<'a>>, Error> {
    let (mut texts, mut status) = ([None, None, None], None);
    members(reader, &mut [Found(&["to", "smsCount", "messageId"], &mut texts)], &mut |key, reader| {
        let is_status = key == "status";
        if is_status {
            status = fate::read_status(reader)?;
        }
        Ok(is_status)
    })?;
    let [to, sms_count, message_id] = texts;
    let fate = status.is_some().then(|| fates.of(&mut status, &mut None));
    let entry = EntryText { to, message_id, sms_count: integer(&sms_count), fate };
    Ok(Some(entry).filter(EntryText::says_something))
}

/// Reads a whole body.
pub(super) fn read_body<'a>(reader: &mut Reader<'a>) -> Result<Body<'a>, Error> {
    let mut body = Body::default();
    let mut fates = Fates::default();
    let mut texts = [None, None];
    let is_object =
        members(reader, &mut [Found(&["bulkId", "trackingProcessKey"], &mut texts)], &mut |key, reader| {
            if key != "messages" {
                return body.said.read_member(key, reader);
            }
            body.messages = entries(reader, |reader| read_entry(reader, &mut fates))?;
            let is_list = body.messages.is_some();
            body.fault = (!is_list).then(|| Fault::shape("expected a list", Some("messages")));
            Ok(true)
        })?;
    if !is_object {
        body.fault = Some(Fault::shape("its JSON is no object", None));
        return Ok(body);
    }
    reader.end()?;
    [body.bulk_id, body.tracking_process_key] = texts;
    Ok(body)
}
