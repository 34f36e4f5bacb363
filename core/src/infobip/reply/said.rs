//! What a body says of a request as a whole: both error bodies.

use crate::infobip::errors::resend_of;
use crate::json::{Error, Reader};
use crate::reply::{Fault, FieldErrors, Reading, Refusal};
use crate::reply_json::{Found, list, members, messages, owned, pass_over, text};

/// The members of both error bodies, as far as they were met.
#[derive(Default)]
pub(in crate::infobip) struct Said {
    /// What `requestError` says.
    old: Option<Refusal>,
    /// The members of the newer body, which is one only if it has a code.
    new: Refusal,
}

impl Said {
    /// Reads a member of an error body; false for another one, which is not yet read.
    pub(in crate::infobip) fn read_member(&mut self, key: &str, reader: &mut Reader) -> Result<bool, Error> {
        match key {
            "requestError" => self.old = read_request_error(reader)?,
            "errorCode" => self.new.code = owned(text(reader)?),
            "description" => self.new.text = owned(text(reader)?),
            "violations" => self.new.errors = read_violations(reader)?.finish(),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Whether it says no.
    pub(in crate::infobip) fn is_refusal(&self) -> bool {
        self.old.is_some() || self.new.code.is_some()
    }

    /// What a body means that is no answer.
    pub(in crate::infobip) fn into_reading<A>(self, fault: Fault) -> Reading<A> {
        let refuses = self.is_refusal();
        let mut refusal = self.old.unwrap_or(self.new);
        if refuses {
            refusal.resend = refusal.code.as_deref().map(resend_of);
            return Reading::Refusal(refusal);
        }
        Reading::Other(fault.saying(refusal))
    }
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
