//! The reader of a reply as bytes, for another process or a later day.

use std::fmt;
use std::sync::Arc;

use crate::call::ReplyReader;
use crate::judge::refuse;
use crate::path::Path;
use crate::pieces::push_number;
use crate::pieces::{concat, join};
use crate::reply::{Effect, Manner, ReadReply, Reading, Received, ReplyError, ReplyHeaders, SentRef, decide};
use crate::sent::{Entry, Sent};
use crate::shared_rules as rules;
use crate::violation::InvalidRequest;

/// The first bytes of a saved reader.
const MAGIC: &[u8] = b"smskernel reader";
/// The version of the format behind them.
const FORMAT: u64 = 1;

/// What the reader of a reply holds, whatever it reads the reply as.
#[derive(Clone)]
pub(crate) struct Kept {
    pub(crate) operation: &'static str,
    pub(crate) sent: Arc<Sent>,
    pub(crate) reply_bytes: u64,
}

impl Kept {
    /// How many messages were sent. What only asks keeps in their place what it asked for.
    pub(crate) fn messages(&self, sends: bool) -> usize {
        if sends { self.sent.len() } else { 0 }
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let sent = &*self.sent;
        let mut out = Vec::with_capacity(MAGIC.len() + 64 + sent.text.len() + sent.entries.len() * 5);
        out.extend_from_slice(MAGIC);
        put(&mut out, FORMAT);
        put(&mut out, self.operation.len() as u64);
        out.extend_from_slice(self.operation.as_bytes());
        put(&mut out, self.reply_bytes);
        put(&mut out, sent.text.len() as u64);
        out.extend_from_slice(sent.text.as_bytes());
        put(&mut out, sent.entries.len() as u64);
        let mut end = 0;
        for entry in &sent.entries {
            put(&mut out, u64::from(entry.number_end - end));
            put(&mut out, u64::from(entry.id_end - entry.number_end));
            put(&mut out, u64::from(entry.position));
            put(&mut out, u64::from(entry.destination));
            end = entry.id_end;
        }
        out
    }
}

/// Saved bytes whose operation is known, for a host language that has one class of readers.
#[derive(Debug)]
pub struct Saved<'a> {
    operation: &'a str,
    rest: &'a [u8],
}

fn invalid(reason: &str) -> InvalidRequest {
    refuse(&rules::INVALID_READER, &Path::Root.key("reader"), reason)
}

impl<'a> Saved<'a> {
    /// Looks at format and operation.
    pub fn open(bytes: &'a [u8]) -> Result<Saved<'a>, InvalidRequest> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or_else(|| invalid("the bytes were not made by a reply reader"))?;
        match take(&mut rest) {
            Some(FORMAT) => {}
            Some(other) => {
                let mut reason = String::from("its format is ");
                push_number(other, &mut reason);
                reason.push_str(", and this version knows ");
                push_number(FORMAT, &mut reason);
                return Err(invalid(&reason));
            }
            None => return Err(invalid("the bytes end early")),
        }
        let operation = take(&mut rest).and_then(|length| take_text(&mut rest, length));
        operation.map(|operation| Saved { operation, rest }).ok_or_else(|| invalid("the bytes end early"))
    }

    /// The operation's name.
    #[must_use]
    pub fn operation(&self) -> &'a str {
        self.operation
    }

    /// Its name as an error shows it; damaged bytes may give any text.
    fn quoted(&self) -> String {
        crate::quote::quoted(self.operation, 60)
    }

    /// The error of an operation that this version does not have.
    #[must_use]
    pub fn unknown(&self) -> InvalidRequest {
        invalid(&concat(&["it is one of ", &self.quoted(), ", an operation that this version does not have"]))
    }

    /// The reader, if it is one of this operation.
    pub fn reader<A: ReadReply>(&self) -> Result<ReplyReader<A>, InvalidRequest> {
        self.of_one(A::OPERATIONS).map(ReplyReader::of)
    }

    /// The same with answers that are of one type for all operations.
    pub fn reader_as<T>(&self, form: &'static ReplyForm<T>) -> Result<ReaderAs<T>, InvalidRequest> {
        self.of_one(form.operations).map(|kept| ReaderAs { kept, form })
    }

    /// What was kept, if it is of one of those operations.
    pub(crate) fn of_one(&self, operations: &[&'static str]) -> Result<Kept, InvalidRequest> {
        let Some(operation) = operations.iter().find(|known| **known == self.operation) else {
            let asked = join(operations, " or ");
            return Err(invalid(&concat(&["it is one of ", &self.quoted(), ", and ", &asked, " was asked for"])));
        };
        self.read(operation).ok_or_else(|| invalid("the bytes are damaged"))
    }

    fn read(&self, operation: &'static str) -> Option<Kept> {
        let mut rest = self.rest;
        let reply_bytes = take(&mut rest)?;
        let length = take(&mut rest)?;
        let text = take_text(&mut rest, length)?.to_owned();
        let count = usize::try_from(take(&mut rest)?).ok()?;
        // Four numbers of at least one byte each: a count beyond that cannot be true.
        if count > rest.len() / 4 {
            return None;
        }
        let mut entries = Vec::with_capacity(count);
        let mut end: u32 = 0;
        for _ in 0..count {
            let number_end = end.checked_add(u32::try_from(take(&mut rest)?).ok()?)?;
            let id_end = number_end.checked_add(u32::try_from(take(&mut rest)?).ok()?)?;
            if !text.is_char_boundary(number_end as usize) || !text.is_char_boundary(id_end as usize) {
                return None;
            }
            let position = u32::try_from(take(&mut rest)?).ok()?;
            let destination = u32::try_from(take(&mut rest)?).ok()?;
            entries.push(Entry { number_end, id_end, position, destination });
            end = id_end;
        }
        let sent = Sent { text, entries };
        let is_whole = rest.is_empty() && end as usize == sent.text.len();
        is_whole.then(|| Kept { operation, sent: Arc::new(sent), reply_bytes })
    }
}

/// How the replies of some operations are read, for a host language that has one type of answers.
pub struct ReplyForm<T: 'static> {
    operations: &'static [&'static str],
    manner: Manner,
    read: fn(&[u8], SentRef<'_>) -> Reading<T>,
}

impl<T> ReplyForm<T> {
    /// That of the answer `A`, which `read` turns into the type of all.
    pub const fn of<A: ReadReply>(read: fn(&[u8], SentRef<'_>) -> Reading<T>) -> ReplyForm<T> {
        ReplyForm { operations: A::OPERATIONS, manner: Manner::of::<A>(), read }
    }
}

impl<T> fmt::Debug for ReplyForm<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplyForm({})", self.operations.join(" or "))
    }
}

/// A [`ReplyReader`] whose answers are of one type for all operations.
pub struct ReaderAs<T: 'static> {
    kept: Kept,
    form: &'static ReplyForm<T>,
}

impl<T> fmt::Debug for ReaderAs<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReaderAs({}, {} messages)", self.kept.operation, self.len())
    }
}

impl<T> ReaderAs<T> {
    /// How many messages were sent, one text to one number each.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.messages(self.form.manner.effect == Effect::Sends)
    }

    /// Whether no message was sent.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What was sent.
    #[must_use]
    pub fn sent(&self) -> SentRef<'_> {
        SentRef(&self.kept.sent)
    }

    /// Understands a reply from its parts.
    pub fn parse_parts(&self, status: i64, headers: &ReplyHeaders, body: &[u8]) -> Result<T, ReplyError> {
        let reply = Received { status, headers, body };
        decide(&reply, self.kept.reply_bytes, self.form.manner, |body| (self.form.read)(body, self.sent()))
    }
}

/// Writes a number in groups of seven bits, lowest first.
fn put(out: &mut Vec<u8>, mut number: u64) {
    loop {
        let low = u8::try_from(number & 0x7F).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

fn take(rest: &mut &[u8]) -> Option<u64> {
    let mut number: u64 = 0;
    for shift in (0..64).step_by(7) {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(byte & 0x7F).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn take_text<'a>(rest: &mut &'a [u8], length: u64) -> Option<&'a str> {
    let (text, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    *rest = after;
    std::str::from_utf8(text).ok()
}
