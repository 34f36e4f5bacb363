//! The body of a reply, read: an object with a code, or one with entries, or a bare list of them.

use std::borrow::Cow;

use crate::join::{Named, comparable};
use crate::json::{Error, Kind, Reader};
use crate::number::Home;
use crate::reply::{Fault, FieldError, FieldErrors, Refusal};
use crate::reply_json::{Entries, entries, object, text};
use crate::smslist::code;

/// A code under one of its spellings or both.
#[derive(Default)]
pub(super) struct CodeText<'a> {
    right: Option<Cow<'a, str>>,
    misspelt: Option<Cow<'a, str>>,
}

impl<'a> CodeText<'a> {
    pub(super) fn take(self) -> Option<Cow<'a, str>> {
        self.right.or(self.misspelt)
    }
    pub(super) fn get(&self) -> Option<&str> {
        self.right.as_deref().or(self.misspelt.as_deref())
    }
}

/// An entry of `responses` as it stands in the body. Other members, such as an echoed key, are never kept.
#[derive(Default)]
pub(super) struct EntryText<'a> {
    pub(super) code: CodeText<'a>,
    pub(super) description: Option<Cow<'a, str>>,
    pub(super) mobile: Option<Cow<'a, str>>,
    pub(super) message_id: Option<Cow<'a, str>>,
    pub(super) client_sms_id: Option<Cow<'a, str>>,
    pub(super) network_id: Option<Cow<'a, str>>,
    errors: Vec<FieldError>,
}

/// All that a reply can hold.
#[derive(Default)]
pub(super) struct Body<'a> {
    /// What stands beside the entries, or in their place.
    pub(super) top: EntryText<'a>,
    pub(super) responses: Option<Entries<EntryText<'a>>>,
    pub(super) fault: Option<Fault>,
}

impl EntryText<'_> {
    /// Whether it says that something was not taken. An entry without a code says nothing.
    pub(super) fn is_refusal(&self) -> bool {
        self.code.get().is_some_and(|code| !code::is_success(code))
    }

    /// Whom it names.
    pub(super) fn named(&self) -> Named<'_> {
        Named {
            id: self.client_sms_id.as_deref(),
            number: self.mobile.as_deref().and_then(|mobile| comparable(mobile, Home::Kenya)),
            refusal: self.is_refusal(),
        }
    }

    fn says_something(&self) -> bool {
        let texts = [&self.description, &self.mobile, &self.message_id, &self.client_sms_id, &self.network_id];
        self.code.get().is_some() || texts.into_iter().any(Option::is_some) || !self.errors.is_empty()
    }

    pub(super) fn into_refusal(self) -> Refusal {
        let row = self.code.get().and_then(code::find);
        Refusal {
            resend: row.map(|row| row.resend),
            // 4090 alone has a documented advice: a time.
            documented: row.is_some_and(|row| row.after_seconds.is_some()),
            after: row.and_then(code::after),
            code: self.code.take().map(Cow::into_owned),
            text: self.description.map(Cow::into_owned),
            errors: self.errors,
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
fn read_errors(reader: &mut Reader) -> Result<FieldErrors, Error> {
    let mut errors = FieldErrors::default();
    let Some(mut fields) = object(reader)? else { return Ok(errors) };
    while let Some(field) = fields.next(reader)? {
        if !errors.field(&field) {
            reader.skip()?;
            continue;
        }
        match reader.peek()? {
            Kind::Object => {
                let mut rules = reader.object()?;
                while let Some(rule) = rules.next(reader)? {
                    errors.rule(rule, text(reader)?);
                }
            }
            Kind::Array => {
                let mut items = reader.array()?;
                while items.next(reader)? {
                    if let Some(message) = text(reader)? {
                        errors.message(message);
                    }
                }
            }
            _ => {
                if let Some(message) = text(reader)? {
                    errors.message(message);
                }
            }
        }
    }
    Ok(errors)
}

/// Reads what an entry and a whole body have in common; false for another member, which is not yet read.
fn read_member<'a>(reader: &mut Reader<'a>, key: &str, entry: &mut EntryText<'a>) -> Result<bool, Error> {
    match key {
        "response-code" => entry.code.right = text(reader)?,
        "respose-code" => entry.code.misspelt = text(reader)?,
        "response-description" => entry.description = text(reader)?,
        "mobile" => entry.mobile = read_mobile(reader)?,
        "messageid" => entry.message_id = text(reader)?,
        "clientsmsid" => entry.client_sms_id = text(reader)?,
        "networkid" => entry.network_id = text(reader)?,
        "errors" => entry.errors = read_errors(reader)?.finish(),
        _ => return Ok(false),
    }
    Ok(true)
}

fn read_entry<'a>(reader: &mut Reader<'a>) -> Result<Option<EntryText<'a>>, Error> {
    let mut entry = EntryText::default();
    let Some(mut members) = object(reader)? else { return Ok(None) };
    while let Some(key) = members.next(reader)? {
        if !read_member(reader, &key, &mut entry)? {
            reader.skip()?;
        }
    }
    Ok(Some(entry).filter(EntryText::says_something))
}

/// Reads a whole body.
pub(super) fn read_body<'a>(reader: &mut Reader<'a>) -> Result<Body<'a>, Error> {
    let mut body = Body::default();
    if reader.peek()? == Kind::Array {
        body.responses = entries(reader, read_entry)?;
    } else if let Some(mut members) = object(reader)? {
        while let Some(key) = members.next(reader)? {
            if key == "responses" {
                body.responses = entries(reader, read_entry)?;
                let is_list = body.responses.is_some();
                body.fault = (!is_list).then(|| Fault::shape("expected a list", Some("responses")));
            } else if !read_member(reader, &key, &mut body.top)? {
                reader.skip()?;
            }
        }
    } else {
        body.fault = Some(Fault::shape("its JSON is neither an object nor a list", None));
    }
    reader.end()?;
    Ok(body)
}
