//! What a body says of the request as a whole: both error bodies, and that of OAuth 2.0.

use crate::infobip::errors::resend_of;
use crate::json::{Error, Reader};
use crate::reply::{Fault, FieldErrors, Reading, Refusal};
use crate::reply_json::{Found, Text, list, members, messages, owned, pass_over, text};

/// What was found of errors.
#[derive(Default)]
pub(crate) struct Said<'a> {
    /// `requestError`, the older body.
    older: Option<Refusal>,
    /// The newer platform body, which is one only if it has a code.
    code: Text<'a>,
    text: Text<'a>,
    errors: FieldErrors,
}

impl<'a> Said<'a> {
    /// Reads a member; false for another one, which is not yet read.
    pub(crate) fn read_member(&mut self, key: &str, reader: &mut Reader<'a>) -> Result<bool, Error> {
        match key {
            "requestError" => self.older = read_request_error(reader)?,
            "errorCode" => self.code = text(reader)?,
            "description" => self.text = text(reader)?,
            "violations" => self.errors = read_violations(reader)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Whether it is a documented error, and what it says.
    pub(crate) fn into_refusal(self) -> (bool, Refusal) {
        let newer = Refusal {
            code: owned(self.code),
            text: owned(self.text),
            errors: self.errors.finish(),
            ..Refusal::default()
        };
        let is_error = self.older.is_some() || newer.code.is_some();
        let mut refusal = self.older.unwrap_or(newer);
        if is_error {
            refusal.resend = refusal.code.as_deref().map(resend_of);
        }
        (is_error, refusal)
    }

    /// What a body means that is no answer.
    pub(crate) fn into_reading<A>(self, fault: Fault) -> Reading<A> {
        match self.into_refusal() {
            (true, refusal) => Reading::Refusal(refusal),
            (false, said) => Reading::Other(fault.saying(said)),
        }
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
