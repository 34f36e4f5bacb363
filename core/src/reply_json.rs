//! How replies are read: field by field, forgiving of kinds. A value of a kind that a field cannot use is passed over, for
//! no reply may be lost to a number that came as a string.

use std::borrow::Cow;

use crate::codes::ReplyCode;
use crate::json::{Array, Error, ErrorKind, Kind, Reader, decode};
use crate::pieces::concat;
use crate::reply::{Fault, FieldErrors};
use crate::sentence::Say as _;

/// A body as text.
pub(crate) struct Opened<'a> {
    text: Cow<'a, str>,
    skipped: usize,
}

/// A body that was read, or why it could not be.
pub(crate) enum Envelope<T> {
    Read(T),
    Fault(Fault),
}

/// Decodes a body: a byte order mark is skipped, what is not UTF-8 becomes U+FFFD.
pub(crate) fn open(body: &[u8]) -> Opened<'_> {
    let (text, skipped) = decode::text(body);
    Opened { text, skipped }
}

impl Opened<'_> {
    /// Reads the whole document.
    pub(crate) fn read<'s, T>(&'s self, read: impl FnOnce(&mut Reader<'s>) -> Result<T, Error>) -> Envelope<T> {
        match read(&mut Reader::lenient(&self.text)) {
            Ok(value) => Envelope::Read(value),
            Err(error) => Envelope::Fault(self.fault(error)),
        }
    }

    fn fault(&self, error: Error) -> Fault {
        let reason = match error.kind {
            ErrorKind::UnexpectedEnd => "its JSON ends early".to_owned(),
            kind => concat(&["its body is not JSON: ", &kind.said()]),
        };
        Fault { offset: Some(error.offset + self.skipped), ..Fault::plain(ReplyCode::NotJson, reason) }
    }
}

impl Fault {
    /// Entries, none of them about a message of the call.
    pub(crate) fn no_known_message() -> Fault {
        Fault::plain(ReplyCode::NoKnownMessage, "none of its entries is about a message of this call")
    }
}

/// A member that is a text, or a number as its text; none where it is left out or anything else.
pub(crate) type Text<'a> = Option<Cow<'a, str>>;

/// Members of an object that are texts: their names, and what is found of each.
pub(crate) struct Found<'t, 'a>(pub(crate) &'static [&'static str], pub(crate) &'t mut [Text<'a>]);

/// Reads the members of an object: `texts` by their names, the others by `other`, which says false of one that it does not
/// know. Of members of one name the last counts. False after passing over what is no object.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn members<'a>(
    reader: &mut Reader<'a>,
    texts: &mut [Found<'_, 'a>],
    other: &mut dyn FnMut(&str, &mut Reader<'a>) -> Result<bool, Error>,
) -> Result<bool, Error> {
    if reader.peek()? != Kind::Object {
        return reader.skip().map(|()| false);
    }
    let mut members = reader.object()?;
    // Mostly they stand in the order of the names.
    let mut next = 0;
    while let Some(key) = members.next(reader)? {
        let slot = texts.iter_mut().find_map(|Found(names, found)| {
            let is_next = names.get(next).is_some_and(|name| *name == key);
            let place = if is_next { next } else { names.iter().position(|name| *name == key)? };
            next = place + 1;
            found.get_mut(place)
        });
        if let Some(slot) = slot {
            *slot = text(reader)?;
        } else if !other(&key, reader)? {
            reader.skip()?;
        }
    }
    Ok(true)
}

/// Passes over a member, in an object that has none but texts.
pub(crate) fn pass_over(_: &str, reader: &mut Reader<'_>) -> Result<bool, Error> {
    reader.skip().map(|()| true)
}

/// A list's elements, or `None` after passing over anything else.
pub(crate) fn list(reader: &mut Reader) -> Result<Option<Array>, Error> {
    if reader.peek()? == Kind::Array {
        return reader.array().map(Some);
    }
    reader.skip().map(|()| None)
}

/// What the entries of a reply have in common: most have one status, so equal ones share it.
pub(crate) struct Shared<T>(Vec<T>);

impl<T> Default for Shared<T> {
    fn default() -> Shared<T> {
        Shared(Vec::new())
    }
}

impl<T: Clone> Shared<T> {
    /// How many different ones are remembered: a search that stays short, whatever the reply holds.
    const REMEMBERED: usize = 8;

    /// What was made of the same before, as `is` finds it, else what `new` makes.
    pub(crate) fn get<V>(&mut self, read: V, is: impl Fn(&V, &T) -> bool, new: impl FnOnce(V) -> T) -> T {
        if let Some(known) = self.0.iter().find(|known| is(&read, known)) {
            return known.clone();
        }
        let new = new(read);
        if self.0.len() < Self::REMEMBERED {
            self.0.push(new.clone());
        }
        new
    }
}

/// The entries of a list.
pub(crate) struct Entries<E> {
    pub(crate) list: Vec<E>,
    /// Whether every element was one. Beside an element that says nothing, nobody can tell by its place whose an entry is.
    pub(crate) whole: bool,
}

impl<E> Default for Entries<E> {
    fn default() -> Self {
        Entries { list: Vec::new(), whole: true }
    }
}

/// A list's entries, or `None` after passing over anything else. `read` gives none for an element that says nothing known.
pub(crate) fn entries<'a, E>(
    reader: &mut Reader<'a>,
    mut read: impl FnMut(&mut Reader<'a>) -> Result<Option<E>, Error>,
) -> Result<Option<Entries<E>>, Error> {
    let Some(mut items) = list(reader)? else { return Ok(None) };
    let mut entries = Entries::default();
    while items.next(reader)? {
        match read(reader)? {
            Some(entry) => entries.list.push(entry),
            None => entries.whole = false,
        }
    }
    Ok(Some(entries))
}

/// A string, or the text of a number; `None` after passing over anything else.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn text<'a>(reader: &mut Reader<'a>) -> Result<Text<'a>, Error> {
    match reader.peek()? {
        Kind::String => reader.string().map(Some),
        Kind::Number => reader.number().map(|number| Some(Cow::Borrowed(number))),
        _ => reader.skip().map(|()| None),
    }
}

/// The whole number that a text is; `None` for any other.
pub(crate) fn integer(text: &Text) -> Option<i64> {
    text.as_deref()?.trim().parse().ok()
}

/// True or false, also as a text; `None` after passing over anything else.
pub(crate) fn flag(reader: &mut Reader) -> Result<Option<bool>, Error> {
    match reader.peek()? {
        Kind::Bool => reader.boolean().map(Some),
        Kind::String => Ok(reader.string()?.trim().to_ascii_lowercase().parse().ok()),
        _ => reader.skip().map(|()| None),
    }
}

/// A text to keep.
pub(crate) fn owned(text: Text) -> Option<String> {
    text.map(Cow::into_owned)
}

/// What stands beside a field in an error: a text, or a list of texts.
pub(crate) fn messages(reader: &mut Reader, errors: &mut FieldErrors) -> Result<(), Error> {
    if reader.peek()? != Kind::Array {
        errors.message(text(reader)?);
        return Ok(());
    }
    let mut items = reader.array()?;
    while items.next(reader)? {
        errors.message(text(reader)?);
    }
    Ok(())
}
