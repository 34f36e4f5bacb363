//! Bodies that list what the gateway says of messages: reports, logs, and messages that came in. One reader serves them all, for
//! they have one form, whether they were asked for or pushed.

use std::borrow::Cow;

use crate::infobip::asking::NoAnswer;
use crate::infobip::inbound::InboundMessage;
use crate::infobip::reply::fate::{ErrorText, Fates, StatusText, read_error, read_status};
use crate::infobip::reply::said::Said;
use crate::infobip::reports::{DeliveryReport, Price};
use crate::json::{Error, Kind, Reader};
use crate::reply::Fault;
use crate::reply_json::{Envelope, Found, Text, integer, members, open, owned, text};

/// The members of an entry that are texts, of every kind of entry, in the order of [`Texts`].
const TEXTS: [&str; 17] = [
    "bulkId",
    "messageId",
    "to",
    "from",
    "sentAt",
    "doneAt",
    "smsCount",
    "mccMnc",
    "mccmnc",
    "callbackData",
    "text",
    "cleanText",
    "keyword",
    "receivedAt",
    "entityId",
    "applicationId",
    "campaignReferenceId",
];

type Texts<'a> = [Text<'a>; TEXTS.len()];

/// An entry as it stands in a body.
pub(in crate::infobip) struct Entry<'a> {
    texts: Texts<'a>,
    status: Option<StatusText<'a>>,
    error: Option<ErrorText<'a>>,
    price: Option<Price>,
}

/// Why an entry is none.
pub(in crate::infobip) type Reason = Cow<'static, str>;

pub(in crate::infobip) const NO_OBJECT: Reason = Cow::Borrowed("it is no object");
const NO_MESSAGE: Reason =
    Cow::Borrowed("it says of no message what became of it: it has neither `messageId` nor `to`");
const NO_CONTENT: Reason = Cow::Borrowed("it is no message: it has neither `messageId` nor `from` nor `text`");

impl<'a> Entry<'a> {
    /// Reads one; none for what is no object.
    pub(in crate::infobip) fn read(reader: &mut Reader<'a>) -> Result<Option<Entry<'a>>, Error> {
        let mut entry = Entry { texts: Texts::default(), status: None, error: None, price: None };
        let Entry { texts, status, error, price } = &mut entry;
        let is_object = members(reader, &mut [Found(&TEXTS, texts)], &mut |key, reader| {
            match key {
                "status" => *status = read_status(reader)?,
                "error" => *error = read_error(reader)?,
                "price" => *price = Price::read(reader)?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(is_object.then_some(entry))
    }

    /// Whether it says where a message stands, or when it was sent.
    pub(in crate::infobip) fn is_report(&self) -> bool {
        let [_, _, _, _, sent_at, done_at, ..] = &self.texts;
        self.status.is_some() || self.error.is_some() || sent_at.is_some() || done_at.is_some()
    }

    /// Whether it holds what somebody wrote, or when that came.
    pub(in crate::infobip) fn is_inbound(&self) -> bool {
        let [_, _, _, _, _, _, _, _, _, _, text, clean_text, keyword, received_at, ..] = &self.texts;
        text.is_some() || clean_text.is_some() || keyword.is_some() || received_at.is_some()
    }

    /// What it says of a message that was sent.
    pub(in crate::infobip) fn into_report(mut self, fates: &mut Fates) -> Result<DeliveryReport, Reason> {
        let [
            bulk_id,
            message_id,
            to,
            sender,
            sent_at,
            done_at,
            sms_count,
            mcc_mnc,
            old_mcc_mnc,
            callback_data,
            text,
            _,
            _,
            _,
            entity_id,
            application_id,
            campaign_reference_id,
        ] = self.texts;
        if message_id.is_none() && to.is_none() {
            return Err(NO_MESSAGE);
        }
        let fate = fates.of(&mut self.status, &mut self.error);
        Ok(DeliveryReport {
            bulk_id: owned(bulk_id),
            message_id: owned(message_id),
            to: owned(to),
            sender: owned(sender),
            sent_at: owned(sent_at),
            done_at: owned(done_at),
            sms_count: integer(&sms_count),
            // Some write `"null"` where they do not know it, and XML an empty element.
            mcc_mnc: owned(mcc_mnc.or(old_mcc_mnc).filter(|network| !["null", ""].contains(&&**network))),
            callback_data: owned(callback_data),
            price: self.price,
            status: fate.status,
            error: fate.error,
            text: owned(text),
            entity_id: owned(entity_id),
            application_id: owned(application_id),
            campaign_reference_id: owned(campaign_reference_id),
            outcome: fate.outcome,
        })
    }

    /// The message that came in.
    pub(in crate::infobip) fn into_inbound(self) -> Result<InboundMessage, Reason> {
        let [
            _,
            message_id,
            to,
            sender,
            _,
            _,
            sms_count,
            _,
            _,
            callback_data,
            text,
            clean_text,
            keyword,
            received_at,
            entity_id,
            application_id,
            campaign_reference_id,
        ] = self.texts;
        if message_id.is_none() && sender.is_none() && text.is_none() {
            return Err(NO_CONTENT);
        }
        Ok(InboundMessage {
            message_id: owned(message_id),
            sender: owned(sender),
            to: owned(to),
            text: owned(text),
            clean_text: owned(clean_text),
            keyword: owned(keyword),
            received_at: owned(received_at),
            sms_count: integer(&sms_count),
            price: self.price,
            callback_data: owned(callback_data),
            entity_id: owned(entity_id),
            application_id: owned(application_id),
            campaign_reference_id: owned(campaign_reference_id),
        })
    }
}

/// `messageCount` and `pendingMessageCount`.
type Counts = [Option<i64>; 2];

/// A body that lists entries, but for those, which go to whoever reads it.
#[derive(Default)]
pub(in crate::infobip) struct Listed<'a> {
    counts: Counts,
    /// Whether there is a list, be it empty.
    pub(in crate::infobip) has_list: bool,
    /// Whether there is any entry.
    has_entries: bool,
    said: Said<'a>,
    fault: Option<Fault>,
}

/// Reads the next entry.
type Each<'e, 'a> = dyn FnMut(&mut Reader<'a>) -> Result<(), Error> + 'e;

impl<'a> Listed<'a> {
    /// Reads a whole object, and each entry of its list by `each`.
    pub(in crate::infobip) fn read(reader: &mut Reader<'a>, each: &mut Each<'_, 'a>) -> Result<Listed<'a>, Error> {
        let mut listed = Listed::default();
        let mut counts = [None, None];
        let names = Found(&["messageCount", "pendingMessageCount"], &mut counts);
        let is_object = members(reader, &mut [names], &mut |key, reader| {
            if key != "results" {
                return listed.said.read_member(key, reader);
            }
            // Of two lists both count, for what is handed out once must not be lost to a name that comes twice.
            listed.read_results(reader, each).map(|()| true)
        })?;
        if !is_object {
            listed.fault = Some(Fault::shape("its JSON is no object", None));
        }
        listed.counts = counts.map(|count| integer(&count));
        Ok(listed)
    }

    /// A list, or an entry alone. A null or an empty text is an empty list.
    fn read_results(&mut self, reader: &mut Reader<'a>, each: &mut Each<'_, 'a>) -> Result<(), Error> {
        match reader.peek()? {
            Kind::Array => {
                self.has_list = true;
                let mut items = reader.array()?;
                while items.next(reader)? {
                    self.has_entries = true;
                    each(reader)?;
                }
            }
            Kind::Object => {
                (self.has_list, self.has_entries) = (true, true);
                each(reader)?;
            }
            kind => {
                let is_blank = text(reader)?.is_none_or(|text| text.trim().is_empty());
                self.has_list |= kind == Kind::Null || (kind == Kind::String && is_blank);
            }
        }
        Ok(())
    }

    /// The two counts, or what stands in the way of an answer: an error, or no list.
    fn into_counts(self) -> Result<Counts, NoAnswer> {
        let (is_refusal, said) = self.said.into_refusal();
        if self.has_list && (self.has_entries || !is_refusal) {
            return Ok(self.counts);
        }
        if is_refusal {
            return Err(NoAnswer::Refusal(said));
        }
        let no_list = || Fault::shape("expected a list of results or an error", Some("results"));
        Err(NoAnswer::Other(self.fault.unwrap_or_else(no_list).saying(said)))
    }
}

/// Reads the reply to a question that a list answers: the two counts, and each entry by `each`.
pub(in crate::infobip) fn read_listed(
    body: &[u8],
    each: &mut dyn FnMut(&mut Reader<'_>) -> Result<(), Error>,
) -> Result<Counts, NoAnswer> {
    let opened = open(body);
    let read = opened.read(|reader| {
        let listed = Listed::read(reader, each)?;
        reader.end().map(|()| listed)
    });
    match read {
        Envelope::Fault(fault) => Err(NoAnswer::Other(fault)),
        Envelope::Read(listed) => listed.into_counts(),
    }
}
