//! What became of a message: the states by which the platform tells it, and a report of one.

use std::fmt;
use std::sync::Arc;

use crate::json::{Error, Reader};
use crate::mask;
use crate::outcome::{Outcome, Resend, State, excerpt};
use crate::reply_json::{Text, owned};
use crate::smslist::code;
use crate::smslist::reply::body::{EntryText, Spellings, read_alone};
use crate::tell::answer;
use crate::violation::Grade;

/// One state of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeliveryStatusRow {
    /// Its words. Their letters count, not their size nor blanks between them.
    pub name: &'static str,
    /// Its number, where one was seen.
    pub number: Option<&'static str>,
    /// What it means.
    pub meaning: &'static str,
    /// Where the message stands.
    pub state: State,
    /// Whether that is settled.
    pub is_final: bool,
    /// Whether it may be sent again.
    pub resend: Resend,
    /// How well that is known.
    pub grade: Grade,
    /// Where it comes from.
    pub source: &'static str,
}

const PAGE: &str =
    "delivery statuses of Advanta; whether it is settled, and may be sent again, is inferred from its words";

const fn row(name: &'static str, meaning: &'static str, state: State, resend: Resend) -> DeliveryStatusRow {
    DeliveryStatusRow {
        name,
        number: None,
        meaning,
        state,
        is_final: !matches!(state, State::Pending | State::Unknown),
        resend,
        grade: Grade::Documented,
        source: PAGE,
    }
}

use Resend::{AfterFix, Never, Uncertain};
use State::{Delivered, Pending, Undeliverable, Unknown};

/// Every state that the documents name. The set is not closed: what is not in it is `unknown`.
pub const DELIVERY_STATUSES: &[DeliveryStatusRow] = &[
    DeliveryStatusRow {
        number: Some("32"),
        ..row("DeliveredToTerminal", "delivered, with Safaricom, Airtel and Telkom; told at once", Delivered, Never)
    },
    row(
        "AbsentSubscriber",
        "an invalid or inactive number of Safaricom's; told after 18 to 24 hours",
        Undeliverable,
        AfterFix,
    ),
    row("DeliveryImpossible", "an inactive or blocked number; told within minutes", Undeliverable, AfterFix),
    row(
        "SenderName Blacklisted",
        "the subscriber of Safaricom's has blocked the sender, or all promotion",
        Undeliverable,
        Never,
    ),
    row(
        "SentToNetwork",
        "the phone is off or out of reach, or the network never told what became of it",
        Pending,
        Uncertain,
    ),
    row("Unknown", "unreachable, inactive or invalid, with Airtel and Telkom", Unknown, Uncertain),
    row("Scheduled", "waits in the queue, or for its time", Pending, Never),
];

/// What counts of a state.
#[derive(Clone, Copy)]
struct Meaning {
    name: &'static str,
    number: Option<&'static str>,
    state: State,
    is_final: bool,
    resend: Resend,
}

const fn meaning(row: &DeliveryStatusRow) -> Meaning {
    let DeliveryStatusRow { name, number, state, is_final, resend, .. } = *row;
    Meaning { name, number, state, is_final, resend }
}

excerpt! { MEANINGS: Meaning = meaning, DELIVERY_STATUSES }

/// Whether two texts have the same letters, whatever their size and the blanks between them.
fn is_same(one: &str, other: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = u8> + '_ {
        text.bytes().filter(u8::is_ascii_graphic).map(|byte| byte.to_ascii_lowercase())
    }
    letters(one).eq(letters(other))
}

/// What a state means. Its words count before its number.
fn outcome(words: Option<&str>, number: Option<&str>) -> Outcome {
    let row = match (words, number) {
        (Some(words), _) => MEANINGS.iter().find(|row| is_same(row.name, words)),
        (None, Some(number)) => MEANINGS.iter().find(|row| row.number == Some(number.trim())),
        (None, None) => None,
    };
    let mut outcome = Outcome::unknown();
    outcome.code = words.or(number).map(str::to_owned);
    if let Some(row) = row {
        (outcome.state, outcome.is_final, outcome.resend) = (row.state, row.is_final, row.resend);
    }
    outcome
}

answer! {
    /// Where one message stands: the answer to [`Gateway::get_delivery_report`](crate::smslist::Gateway::get_delivery_report),
    /// and the event of a delivery callback, which has fewer members. All texts are as the gateway wrote them.
    #[derive(Clone, PartialEq, Eq)]
    pub struct DeliveryReport {
        /// The gateway's id of the message.
        pub message_id = "messageId": Option<String>,
        /// The state; [`DELIVERY_STATUSES`](crate::smslist::DELIVERY_STATUSES) has those that are known. `description` in a
        /// callback.
        pub delivery_description = "deliveryDescription": Option<String>,
        /// The state's number. Only 32 was ever seen.
        pub delivery_status = "deliveryStatus": Option<String>,
        /// How long the delivery took, such as `00:02:30`, `22s` or `0.47 sec`. `timeTaken` in a callback.
        pub delivery_tat = "deliveryTat": Option<String>,
        /// When it was, in the operator's own time, whose zone no document says. `timestamp` in a callback.
        pub delivery_time = "deliveryTime": Option<String>,
        /// The network's id. No document says what its values mean.
        pub network_id = "networkId": Option<String>,
        /// The gateway's code: 200, or 1008 or 1009 where there is no report yet.
        pub response_code = "responseCode": Option<String>,
        /// The gateway's words.
        pub response_description = "responseDescription": Option<String>,
        /// What that means.
        pub outcome = "outcome": Arc<Outcome>,
        /// The body as it came; of an event empty, for its webhook has it. Never printed, never serialised.
        pub raw_body: Vec<u8>,
    }
}

impl fmt::Debug for DeliveryReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = mask::words(self.message_id.as_deref().unwrap_or("without id"));
        write!(f, "{id}: {}", self.outcome)
    }
}

/// The members of a report and of an inbound message beside those that a reply to a send has, in all spellings that were seen.
const SPELLINGS: Spellings = &[
    ("messageid", 0),
    ("deliverydescription", 1),
    ("description", 1),
    ("deliverystatus", 2),
    ("deliverytat", 3),
    ("timetaken", 3),
    ("deliverytime", 4),
    ("timestamp", 4),
    ("deliverynetworkid", 5),
    ("networkid", 5),
    ("responsecode", 6),
    ("resposecode", 6),
    ("responsedescription", 7),
    ("msisdn", 8),
    ("mobile", 9),
    ("message", 10),
    ("shortcode", 11),
    ("partnerid", 12),
];

/// An object of which it is not yet known what it tells of.
#[derive(Default)]
pub(super) struct Arrived<'a> {
    pub(super) said: EntryText<'a>,
    description: Text<'a>,
    status: Text<'a>,
    tat: Text<'a>,
    time: Text<'a>,
    pub(super) msisdn: Text<'a>,
    pub(super) message: Text<'a>,
    pub(super) shortcode: Text<'a>,
    pub(super) partner_id: Text<'a>,
}

impl<'a> Arrived<'a> {
    /// Reads one; none after passing over what is no object.
    pub(super) fn read(reader: &mut Reader<'a>) -> Result<Option<Arrived<'a>>, Error> {
        let mut texts = [const { None }; 13];
        let Some(mut said) = read_alone(reader, SPELLINGS, &mut texts)? else { return Ok(None) };
        let [id, description, status, tat, time, network, code, words, msisdn, mobile, message, shortcode, partner_id] =
            texts;
        said.message_id = said.message_id.or(id);
        said.network_id = said.network_id.or(network);
        said.code = said.code.or(code);
        said.description = said.description.or(words);
        said.mobile = said.mobile.or(mobile);
        Ok(Some(Arrived { said, description, status, tat, time, msisdn, message, shortcode, partner_id }))
    }

    /// Whether it says where a message stands.
    pub(super) fn has_state(&self) -> bool {
        self.description.is_some() || self.status.is_some()
    }

    /// Whether it says that there is no report, which two codes do: the table of codes has 1008 for it, and the documents'
    /// example 1009, which in the table is something else, so that its words decide.
    pub(super) fn has_no_report(&self) -> bool {
        match self.said.code.as_deref().map(str::trim) {
            Some("1008") => true,
            Some("1009") => self.said.description.as_deref().is_none_or(|words| {
                let words = words.to_ascii_lowercase();
                ["dlr", "delivery report"].iter().any(|name| crate::pieces::split_once(&words, name).is_some())
            }),
            _ => false,
        }
    }

    /// The report that it is.
    pub(super) fn into_report(self, raw_body: &[u8]) -> DeliveryReport {
        let outcome = if self.has_state() {
            outcome(self.description.as_deref(), self.status.as_deref())
        } else {
            // The code says that there is none; what else it may mean elsewhere does not count.
            let unknown = code::outcome(None, self.said.description.as_deref());
            Outcome { code: self.said.code.as_deref().map(str::to_owned), ..unknown }
        };
        DeliveryReport {
            message_id: owned(self.said.message_id),
            delivery_description: owned(self.description),
            delivery_status: owned(self.status),
            delivery_tat: owned(self.tat),
            delivery_time: owned(self.time),
            network_id: owned(self.said.network_id),
            response_code: owned(self.said.code),
            response_description: owned(self.said.description),
            outcome: Arc::new(outcome),
            raw_body: raw_body.to_vec(),
        }
    }
}
