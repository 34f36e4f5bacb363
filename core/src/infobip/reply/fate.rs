//! Where a message stands, as its `status` and `error` say it.

use std::sync::Arc;

use crate::infobip::delivery_errors::DeliveryError;
use crate::infobip::status::Status;
use crate::json::{Error, Reader};
use crate::outcome::Outcome;
use crate::reply_json::{Found, Shared, Text, flag, integer, members, owned, pass_over};

/// The members of a status, in the order of [`StatusText`].
const STATUS: [&str; 6] = ["groupId", "groupName", "id", "name", "description", "action"];

/// A status as it stands in a body, borrowed.
pub(in crate::infobip) type StatusText<'a> = [Text<'a>; STATUS.len()];

/// The members of an error that are texts, in the order of [`ErrorText`].
const ERROR: [&str; 5] = ["groupId", "groupName", "id", "name", "description"];

/// An error as it stands in a body, borrowed, and whether it is permanent.
pub(in crate::infobip) type ErrorText<'a> = ([Text<'a>; ERROR.len()], Option<bool>);

/// Reads a status; none for what is no object.
pub(in crate::infobip) fn read_status<'a>(reader: &mut Reader<'a>) -> Result<Option<StatusText<'a>>, Error> {
    let mut status = StatusText::default();
    let is_object = members(reader, &mut [Found(&STATUS, &mut status)], &mut pass_over)?;
    Ok(is_object.then_some(status))
}

/// Reads an error; none for what is no object.
pub(in crate::infobip) fn read_error<'a>(reader: &mut Reader<'a>) -> Result<Option<ErrorText<'a>>, Error> {
    let (mut texts, mut permanent) = ([const { None }; ERROR.len()], None);
    let is_object = members(reader, &mut [Found(&ERROR, &mut texts)], &mut |key, reader| {
        let is_flag = key == "permanent";
        if is_flag {
            permanent = flag(reader)?;
        }
        Ok(is_flag)
    })?;
    Ok(is_object.then_some((texts, permanent)))
}

fn is_status(text: &StatusText, status: &Status) -> bool {
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

fn is_error(text: &ErrorText, error: &DeliveryError) -> bool {
    let ([group_id, group_name, id, name, description], permanent) = text;
    integer(id) == error.id
        && integer(group_id) == error.group_id
        && *permanent == error.permanent
        && name.as_deref() == error.name.as_deref()
        && group_name.as_deref() == error.group_name.as_deref()
        && description.as_deref() == error.description.as_deref()
}

fn into_error(text: ErrorText) -> DeliveryError {
    let ([group_id, group_name, id, name, description], permanent) = text;
    DeliveryError {
        group_id: integer(&group_id),
        group_name: owned(group_name),
        id: integer(&id),
        name: owned(name),
        description: owned(description),
        permanent,
    }
}

/// Whether both are there and the same, or neither is.
fn is_same<T, K>(text: Option<&T>, known: Option<&Arc<K>>, is: fn(&T, &K) -> bool) -> bool {
    match (text, known) {
        (Some(text), Some(known)) => is(text, known),
        (None, None) => true,
        _ => false,
    }
}

/// A status, an error, and what both mean together.
#[derive(Clone)]
pub(in crate::infobip) struct Fate {
    pub(in crate::infobip) status: Option<Arc<Status>>,
    pub(in crate::infobip) error: Option<Arc<DeliveryError>>,
    pub(in crate::infobip) outcome: Arc<Outcome>,
}

/// The fates of a body's entries. Equal ones are shared, for thousands of messages have a few.
#[derive(Default)]
pub(in crate::infobip) struct Fates(Shared<Fate>);

impl Fates {
    /// What a status and an error say, which are taken out of where they were read: to hand them on would take longer than to
    /// find that they were there before.
    pub(in crate::infobip) fn of(&mut self, status: &mut Option<StatusText>, error: &mut Option<ErrorText>) -> Fate {
        let is = |(status, error): &(&mut Option<StatusText>, &mut Option<ErrorText>), known: &Fate| {
            is_same(status.as_ref(), known.status.as_ref(), is_status)
                && is_same(error.as_ref(), known.error.as_ref(), is_error)
        };
        self.0.get((status, error), is, |(status, error)| {
            let (status, error) = (status.take().map(into_status), error.take().map(into_error));
            let mut outcome = status.as_ref().map_or_else(Outcome::unknown, Status::outcome);
            if let Some(error) = &error {
                error.refine(&mut outcome);
            }
            Fate { status: status.map(Arc::new), error: error.map(Arc::new), outcome: Arc::new(outcome) }
        })
    }
}
