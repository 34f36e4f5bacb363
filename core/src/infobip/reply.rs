//! What the gateway says to a send.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::call::SendAnswer;
use crate::infobip::status::Status;
use crate::join::{Named, comparable, join};
use crate::json::{Error, Kind, Reader};
use crate::mask;
use crate::number::Home;
use crate::outcome::{Outcome, Resend};
use crate::reply::{Fault, FieldError, ReadReply, Reading, Refusal, SentRef};
use crate::reply_json::{Envelope, integer, list, object, open, text};
use crate::sent::Sent;

/// The answer to [`Gateway::send_text`](crate::infobip::Gateway::send_text).
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SentText {
    /// The id of the request as a whole. Documented for more than one destination.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bulk_id: Option<String>,
    /// The id of the tracked process, when tracking was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking_process_key: Option<String>,
    /// One result for each message sent, one text to one number, in the order sent.
    pub messages: Vec<SentMessage>,
    /// Entries of the reply that are about none of them.
    pub unmatched: Vec<UnmatchedMessage>,
    /// The body as it came. Never printed, never serialised.
    #[serde(skip)]
    pub raw_body: Vec<u8>,
}

/// What the gateway says of one message.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SentMessage {
    /// Index of the message in the request or plan.
    pub position: u32,
    /// Index of the destination within the message.
    pub destination: u32,
    /// The number as it was sent.
    pub to: String,
    /// The gateway's id of the message, else ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// How many parts it was split into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sms_count: Option<i64>,
    /// Its status, as the gateway gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Arc<Status>>,
    /// What that means.
    pub outcome: Arc<Outcome>,
}

/// An entry of a reply that is about no message of the call.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnmatchedMessage {
    /// The number, as the gateway wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// How many parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sms_count: Option<i64>,
    /// Its status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Arc<Status>>,
}

impl fmt::Debug for SentText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentText")
            .field("bulk_id", &self.bulk_id)
            .field("tracking_process_key", &self.tracking_process_key)
            .field("messages", &self.messages)
            .field("unmatched", &self.unmatched)
            .field("raw_body", &format_args!("{} bytes", self.raw_body.len()))
            .finish()
    }
}

impl fmt::Debug for SentMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", mask::number(&self.to), self.message_id.as_deref().unwrap_or("without id"), self.outcome)
    }
}

impl fmt::Debug for UnmatchedMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = mask::number(self.to.as_deref().unwrap_or_default());
        write!(f, "{to} {}: {:?}", self.message_id.as_deref().unwrap_or("without id"), self.status)
    }
}

impl SendAnswer for SentText {
    type Message = SentMessage;
    fn message(&self, index: usize) -> Option<&SentMessage> {
        self.messages.get(index)
    }
    fn len(&self) -> usize {
        self.messages.len()
    }
    fn outcome(&self, index: usize) -> Option<&Outcome> {
        self.messages.get(index).map(|message| &*message.outcome)
    }
}

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

    fn to_status(&self) -> Status {
        let own = |text: &Option<Cow<'_, str>>| text.as_deref().map(str::to_owned);
        Status {
            group_id: self.group_id,
            group_name: own(&self.group_name),
            id: self.id,
            name: own(&self.name),
            description: own(&self.description),
            action: own(&self.action),
        }
    }
}

/// The messages of a reply mostly have one status, so equal ones share it.
#[derive(Default)]
struct Shared(Vec<(Arc<Status>, Arc<Outcome>)>);

/// How many different statuses are remembered.
const REMEMBERED: usize = 8;

impl Shared {
    fn get(&mut self, text: &StatusText) -> (Arc<Status>, Arc<Outcome>) {
        if let Some((status, outcome)) = self.0.iter().find(|(status, _)| text.is(status)) {
            return (Arc::clone(status), Arc::clone(outcome));
        }
        let status = Arc::new(text.to_status());
        let outcome = Arc::new(status.outcome());
        if self.0.len() < REMEMBERED {
            self.0.push((Arc::clone(&status), Arc::clone(&outcome)));
        }
        (status, outcome)
    }
}

/// An entry of `messages` as it stands in the body.
#[derive(Default)]
struct EntryText<'a> {
    to: Option<Cow<'a, str>>,
    message_id: Option<Cow<'a, str>>,
    sms_count: Option<i64>,
    status: Option<(Arc<Status>, Arc<Outcome>)>,
}

/// All that a reply can hold.
#[derive(Default)]
struct Body<'a> {
    bulk_id: Option<Cow<'a, str>>,
    tracking_process_key: Option<Cow<'a, str>>,
    messages: Option<Vec<EntryText<'a>>>,
    refusal: Option<Refusal>,
    /// The members of the newer error body, when it has no code.
    said: Refusal,
    fault: Option<Fault>,
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

fn read_entry<'a>(reader: &mut Reader<'a>, shared: &mut Shared) -> Result<EntryText<'a>, Error> {
    let mut entry = EntryText::default();
    let Some(mut members) = object(reader)? else { return Ok(entry) };
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "to" => entry.to = text(reader)?,
            "messageId" => entry.message_id = text(reader)?,
            "smsCount" => entry.sms_count = integer(reader)?,
            "status" => entry.status = read_status(reader)?.map(|status| shared.get(&status)),
            _ => reader.skip()?,
        }
    }
    Ok(entry)
}

/// `requestError.serviceException`, the error body of version 1.
fn read_request_error(reader: &mut Reader) -> Result<Option<Refusal>, Error> {
    let Some(mut members) = object(reader)? else { return Ok(None) };
    let mut refusal = None;
    while let Some(key) = members.next(reader)? {
        match key.as_ref() {
            "serviceException" | "policyException" => {
                let Some(mut members) = object(reader)? else { continue };
                let mut found = Refusal::default();
                while let Some(key) = members.next(reader)? {
                    match key.as_ref() {
                        "messageId" => found.code = text(reader)?.map(Cow::into_owned),
                        "text" => found.text = text(reader)?.map(Cow::into_owned),
                        "validationErrors" => read_validation_errors(reader, &mut found.errors)?,
                        _ => reader.skip()?,
                    }
                }
                refusal = Some(found);
            }
            _ => reader.skip()?,
        }
    }
    Ok(refusal)
}

/// A map of field paths to lists of texts.
fn read_validation_errors(reader: &mut Reader, errors: &mut Vec<FieldError>) -> Result<(), Error> {
    let Some(mut members) = object(reader)? else { return Ok(()) };
    while let Some(path) = members.next(reader)? {
        let mut push = |message: Cow<'_, str>| {
            errors.push(FieldError {
                path: Some(path.clone().into_owned()),
                rule: None,
                message: message.into_owned(),
            });
        };
        if reader.peek()? == Kind::Array {
            let mut items = reader.array()?;
            while items.next(reader)? {
                if let Some(message) = text(reader)? {
                    push(message);
                }
            }
        } else if let Some(message) = text(reader)? {
            push(message);
        }
    }
    Ok(())
}

/// `violations` of the newer platform body: a list of property and violation.
fn read_violations(reader: &mut Reader, errors: &mut Vec<FieldError>) -> Result<(), Error> {
    let Some(mut items) = list(reader)? else { return Ok(()) };
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
            errors.push(FieldError { path: property.map(Cow::into_owned), rule: None, message: message.into_owned() });
        }
    }
    Ok(())
}

fn read_body<'a>(reader: &mut Reader<'a>) -> Result<Body<'a>, Error> {
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
            "messages" => match list(reader)? {
                Some(mut items) => {
                    let mut entries = Vec::new();
                    while items.next(reader)? {
                        entries.push(read_entry(reader, &mut shared)?);
                    }
                    body.messages = Some(entries);
                }
                None => body.fault = Some(Fault::shape("expected a list", Some("messages"))),
            },
            "requestError" => body.refusal = read_request_error(reader)?,
            "errorCode" => platform.code = text(reader)?.map(Cow::into_owned),
            "description" => platform.text = text(reader)?.map(Cow::into_owned),
            "violations" => read_violations(reader, &mut platform.errors)?,
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

/// What a whole-request error code means for sending again when it comes with a success status. Documented: the vendor's
/// page on errors says that 4xx repeated unchanged fails in the same way, and that throttled requests may come again.
fn resend_of(code: &str) -> Resend {
    match code {
        "BAD_REQUEST" | "E400" | "UNAUTHORIZED" | "E401" | "FORBIDDEN" | "E403" | "NOT_FOUND" | "E404" => {
            Resend::AfterFix
        }
        "TOO_MANY_REQUESTS" | "E429" => Resend::SafeAfter,
        _ => Resend::Uncertain,
    }
}

impl ReadReply for SentText {
    const OPERATION: &'static str = "infobip.send_text";

    fn read(body: &[u8], sent: SentRef<'_>) -> Reading<SentText> {
        let opened = open(body);
        let parsed = match opened.read(read_body) {
            Envelope::Read(parsed) => parsed,
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        let has_entries = parsed.messages.is_some();
        let entries = parsed.messages.unwrap_or_default();
        let named: Vec<Named> = entries
            .iter()
            .map(|entry| Named {
                id: entry.message_id.as_deref(),
                number: entry.to.as_deref().and_then(|to| comparable(to, Home::International)),
                refusal: entry.status.as_ref().is_some_and(|(_, outcome)| outcome.is_failure()),
            })
            .collect();
        let joined = join(sent.0, &named, Home::International);
        if !joined.any() {
            let fault = match (parsed.refusal, parsed.fault) {
                (Some(refusal), _) => return Reading::Refusal(refusal),
                (None, Some(fault)) => fault,
                (None, None) if has_entries => Fault::no_known_message(),
                (None, None) => Fault::shape("expected a list of entries or an error", Some("messages")),
            };
            return Reading::Other(fault.saying(parsed.said));
        }
        let mut entries: Vec<Option<EntryText>> = entries.into_iter().map(Some).collect();
        let mut take = |index: usize| entries.get_mut(index).and_then(Option::take);
        let unknown = Arc::new(Outcome::unknown());
        let messages = joined
            .of_message
            .iter()
            .enumerate()
            .map(|(message, entry)| result(sent.0, message, entry.and_then(&mut take), &unknown))
            .collect();
        let unmatched = joined.unmatched.iter().filter_map(|entry| take(*entry)).map(left_over).collect();
        Reading::Answer(SentText {
            bulk_id: parsed.bulk_id.map(Cow::into_owned),
            tracking_process_key: parsed.tracking_process_key.map(Cow::into_owned),
            messages,
            unmatched,
            raw_body: body.to_vec(),
        })
    }

    fn without_reply(sent: SentRef<'_>) -> SentText {
        let unknown = Arc::new(Outcome::unknown());
        SentText {
            bulk_id: None,
            tracking_process_key: None,
            messages: (0..sent.0.len()).map(|message| result(sent.0, message, None, &unknown)).collect(),
            unmatched: Vec::new(),
            raw_body: Vec::new(),
        }
    }
}

fn result(sent: &Sent, message: usize, entry: Option<EntryText>, unknown: &Arc<Outcome>) -> SentMessage {
    let (position, destination) = sent.place(message);
    let entry = entry.unwrap_or_default();
    let (status, outcome) = match entry.status {
        Some((status, outcome)) => (Some(status), outcome),
        None => (None, Arc::clone(unknown)),
    };
    SentMessage {
        position,
        destination,
        to: sent.number(message).to_owned(),
        message_id: entry.message_id.map(Cow::into_owned).or_else(|| sent.id(message).map(str::to_owned)),
        sms_count: entry.sms_count,
        status,
        outcome,
    }
}

fn left_over(entry: EntryText) -> UnmatchedMessage {
    UnmatchedMessage {
        to: entry.to.map(Cow::into_owned),
        message_id: entry.message_id.map(Cow::into_owned),
        sms_count: entry.sms_count,
        status: entry.status.map(|(status, _)| status),
    }
}
