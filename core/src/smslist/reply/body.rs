//! The body of a reply, read: an object with a code, or one with entries, or a bare list of them.

use crate::join::{Named, comparable};
use crate::json::{Error, Kind, Reader};
use crate::number::Home;
use crate::reply::{Fault, FieldError, FieldErrors, Refusal};
use crate::reply_json::{Entries, Found, Text, entries, members, messages, owned, pass_over, text};
use crate::smslist::code;

/// An entry of `responses` as it stands in the body. Other members, such as an echoed key, are never kept.
#[derive(Default)]
pub(in crate::smslist) struct EntryText<'a> {
    /// Under either of its spellings.
    pub(in crate::smslist) code: Text<'a>,
    pub(in crate::smslist) description: Text<'a>,
    pub(in crate::smslist) mobile: Text<'a>,
    pub(in crate::smslist) message_id: Text<'a>,
    pub(super) client_sms_id: Text<'a>,
    pub(in crate::smslist) network_id: Text<'a>,
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
    pub(in crate::smslist) fn is_refusal(&self) -> bool {
        self.code.as_deref().is_some_and(|code| !code::is_success(code))
    }

    /// Whom it names. Its number says nothing where ours was `hashed`.
    pub(super) fn named(&self, hashed: bool) -> Named<'_> {
        let mobile = self.mobile.as_deref().filter(|_| !hashed);
        Named {
            id: self.client_sms_id.as_deref(),
            number: mobile.and_then(|mobile| comparable(mobile, Home::Kenya)),
            refusal: self.is_refusal(),
        }
    }

    fn says_something(&self) -> bool {
        let texts =
            [&self.code, &self.description, &self.mobile, &self.message_id, &self.client_sms_id, &self.network_id];
        texts.into_iter().any(Option::is_some) || !self.errors.is_empty()
    }

    pub(in crate::smslist) fn into_refusal(self) -> Refusal {
        let row = self.code.as_deref().and_then(code::find);
        Refusal {
            resend: row.map(|row| row.resend),
            // 4090 alone has a documented advice: a time.
            documented: row.and_then(code::after).is_some(),
            after: row.and_then(code::after),
            code: owned(self.code),
            text: owned(self.description),
            errors: self.errors,
        }
    }
}

/// `mobile`: a text, a number, or an object whose member `mobile` is one.
fn read_mobile<'a>(reader: &mut Reader<'a>) -> Result<Text<'a>, Error> {
    if reader.peek()? != Kind::Object {
        return text(reader);
    }
    let mut mobile = [None];
    members(reader, &mut [Found(&["mobile"], &mut mobile)], &mut pass_over)?;
    let [mobile] = mobile;
    Ok(mobile)
}

/// `errors`: an object of fields, each an object of rules with a text; a bare text or a list of texts is read too.
fn read_errors(reader: &mut Reader) -> Result<FieldErrors, Error> {
    let mut errors = FieldErrors::default();
    members(reader, &mut [], &mut |field, reader| {
        if !errors.field(field) {
            return Ok(false);
        }
        if reader.peek()? != Kind::Object {
            return messages(reader, &mut errors).map(|()| true);
        }
        members(reader, &mut [], &mut |rule, reader| {
            errors.rule(rule.into(), text(reader)?);
            Ok(true)
        })
    })?;
    Ok(errors)
}

/// Reads what an entry and a whole body have in common, and gives `other` the rest. `None` after passing over what is no
/// object.
fn read_object<'a>(
    reader: &mut Reader<'a>,
    other: &mut dyn FnMut(&str, &mut Reader<'a>) -> Result<bool, Error>,
) -> Result<Option<EntryText<'a>>, Error> {
    let mut entry = EntryText::default();
    let mut misspelt = None;
    let is_object = members(reader, &mut [], &mut |key, reader| {
        let slot = match key {
            "response-code" => &mut entry.code,
            "respose-code" => &mut misspelt,
            "response-description" => &mut entry.description,
            "messageid" => &mut entry.message_id,
            "clientsmsid" => &mut entry.client_sms_id,
            "networkid" => &mut entry.network_id,
            "mobile" => {
                entry.mobile = read_mobile(reader)?;
                return Ok(true);
            }
            "errors" => {
                entry.errors = read_errors(reader)?.finish();
                return Ok(true);
            }
            _ => return other(key, reader),
        };
        *slot = text(reader)?;
        Ok(true)
    })?;
    // The right spelling counts before the other.
    entry.code = entry.code.or(misspelt);
    Ok(is_object.then_some(entry))
}

/// Members of an object that stands alone, under all their spellings: each in small letters and digits alone, and the place of
/// its text.
pub(in crate::smslist) type Spellings = &'static [(&'static str, usize)];

/// Reads an object that stands alone: what it has in common with an entry, and the texts of those members besides. `None`
/// after passing over what is no object.
pub(in crate::smslist) fn read_alone<'a>(
    reader: &mut Reader<'a>,
    spellings: Spellings,
    texts: &mut [Text<'a>],
) -> Result<Option<EntryText<'a>>, Error> {
    read_object(reader, &mut |key, reader| {
        let letters: String =
            key.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_lowercase()).collect();
        let place = spellings.iter().find(|(spelling, _)| *spelling == letters).map(|(_, place)| *place);
        let Some(slot) = place.and_then(|place| texts.get_mut(place)) else { return Ok(false) };
        if let Some(found) = text(reader)? {
            *slot = Some(found);
        }
        Ok(true)
    })
}

fn read_entry<'a>(reader: &mut Reader<'a>) -> Result<Option<EntryText<'a>>, Error> {
    Ok(read_object(reader, &mut pass_over)?.filter(EntryText::says_something))
}

/// Reads a whole body.
pub(super) fn read_body<'a>(reader: &mut Reader<'a>) -> Result<Body<'a>, Error> {
    let mut body = Body::default();
    if reader.peek()? == Kind::Array {
        body.responses = entries(reader, read_entry)?;
    } else {
        let top = read_object(reader, &mut |key, reader| {
            let is_entries = key == "responses";
            if is_entries {
                body.responses = entries(reader, read_entry)?;
                let is_list = body.responses.is_some();
                body.fault = (!is_list).then(|| Fault::shape("expected a list", Some("responses")));
            }
            Ok(is_entries)
        })?;
        match top {
            Some(top) => body.top = top,
            None => body.fault = Some(Fault::shape("its JSON is neither an object nor a list", None)),
        }
    }
    reader.end()?;
    Ok(body)
}
