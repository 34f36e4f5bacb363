//! The request of `send_bulk`: a list of items, each one text to one number.

use std::fmt;

use crate::fields::{Field, Out, any, is_integer, setters, wire, write_extra, wrong_type};
use crate::json::Value;
use crate::judge::{Account, Judge, Mode, Shown};
use crate::message_list::judge_messages;
use crate::path::Path;
use crate::pieces::{integer, join, whole};
use crate::roll::KENYAN;
use crate::secret::{AccountId, Secret};
use crate::shared_rules as shared;
use crate::smslist::gateway::Gateway;
use crate::smslist::{account, rules};
use crate::time::{self, TimeError, Timestamp};
use crate::values::{Id, Number, Text, judge_characters};

wire! {
    /// The request of [`Gateway::send_bulk`](crate::smslist::Gateway::send_bulk): texts, each to one number.
    pub struct SendBulk, "a request", judged by any {
        pub(crate) count = "count": Option<i64>, any;
        /// The messages; at least one. `smslist` on the wire.
        @required pub messages = "smslist": Vec<BulkMessage>, messages;
    }
}

wire! {
    /// One text to one number. Partner id, API key and sender are the gateway's and are written into every item.
    pub struct BulkMessage, "an item", judged by whole_item {
        pub(crate) partner_id = "partnerID": Option<AccountId>, partner_id;
        pub(crate) api_key = "apikey": Option<Secret>, api_key;
        /// `plain`, or `bm5` (base64, sent as given); the gateway's option when unset.
        pub pass_type = "pass_type": Option<String>, pass_type;
        /// Your id for this message. An integer is written as one.
        pub client_sms_id = "clientsmsid": Option<Id>, client_sms_id;
        /// The phone number. `mobile` on the wire.
        @required pub to = "mobile": Option<Number>, number;
        /// The text. `message` on the wire.
        @required pub text = "message": Option<Text>, text;
        pub(crate) sender = "shortcode": Option<String>, sender;
        /// When it is sent; at once when unset. `timeToSend` on the wire; not confirmed for lists.
        pub send_at = "timeToSend": Option<SendTime>, SendTime::judge;
    }
}

setters! { BulkMessage { pass_type: String, client_sms_id: Id, send_at: SendTime } }

impl SendBulk {
    /// A request of those messages.
    pub fn new(messages: impl IntoIterator<Item = BulkMessage>) -> SendBulk {
        SendBulk { messages: messages.into_iter().collect(), ..SendBulk::default() }
    }

    /// The body, with what the gateway adds to every item.
    pub(crate) fn write_for(&self, gateway: &Gateway, out: &mut Out) {
        out.json.begin_object();
        out.json.known_key("\"count\":");
        out.json.integer(i64::try_from(self.messages.len()).unwrap_or(i64::MAX));
        out.json.known_key("\"smslist\":");
        out.json.begin_list();
        for message in &self.messages {
            message.write_for(gateway, out);
        }
        out.json.end_list();
        write_extra(&self.extra, out);
        out.json.end_object();
    }
}

impl BulkMessage {
    /// That text to that number.
    pub fn new(to: impl Into<Number>, text: impl Into<Text>) -> BulkMessage {
        BulkMessage { to: Some(to.into()), text: Some(text.into()), ..BulkMessage::default() }
    }

    /// One item, with what the gateway adds.
    pub(crate) fn write_for(&self, gateway: &Gateway, out: &mut Out) {
        let account = gateway.account();
        out.json.begin_object();
        out.json.known_key("\"partnerID\":");
        out.json.string(account.partner_id.reveal());
        out.json.known_key("\"apikey\":");
        out.json.string(account.api_key.reveal());
        if let Some(pass_type) = self.pass_type.as_deref().or(gateway.pass_type()) {
            out.json.known_key("\"pass_type\":");
            out.json.string(pass_type);
        }
        if let Some(id) = &self.client_sms_id {
            out.json.known_key("\"clientsmsid\":");
            if id.is_integer() { out.json.raw(id.as_str()) } else { out.json.string(id.as_str()) }
        }
        out.json.known_key("\"mobile\":");
        let number = out.next_number();
        out.json.string(number);
        out.json.known_key("\"message\":");
        out.json.string(self.text.as_ref().map(Text::as_str).unwrap_or_default());
        out.json.known_key("\"shortcode\":");
        out.json.string(&account.sender);
        if let Some(time) = &self.send_at {
            out.json.known_key("\"timeToSend\":");
            time.write(out);
        }
        write_extra(&self.extra, out);
        out.json.end_object();
    }
}

/// When a message is sent: the operator's local `YYYY-MM-DD HH:MM`, Unix seconds, or a moment with its offset from UTC, which
/// goes out as Unix seconds, for no document says the time zone of the local form.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SendTime {
    text: String,
    bare: bool,
}

impl SendTime {
    /// Unix seconds.
    #[must_use]
    pub fn from_unix_seconds(seconds: u64) -> SendTime {
        SendTime { text: whole(seconds), bare: true }
    }

    /// The text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// As a member of an item, where it is not confirmed.
    fn judge(&self, at: &Path, judge: &mut Judge) {
        judge.report(&rules::TIME_TO_SEND, at, Shown::Plain(&self.text), &[]);
        self.judge_form(at, judge);
    }

    /// Whether it is in the operator's local form, whose time zone nobody knows.
    pub(crate) fn is_local(&self) -> bool {
        !self.bare && time::check_local_minute(&self.text).is_ok()
    }

    /// Whether it is a time at all.
    pub(crate) fn judge_form(&self, at: &Path, judge: &mut Judge) {
        if self.bare || self.is_local() {
            return;
        }
        let reason = match time::parse(&self.text) {
            // The request door turns it into Unix seconds; a finished payload goes out as it is.
            Ok(_) if judge.mode == Mode::Check => "it is of no known form",
            Ok(_) => return,
            Err(TimeError::NoOffset) => {
                judge.report(&rules::TIME_WITHOUT_OFFSET, at, Shown::Plain(&self.text), &[]);
                return;
            }
            Err(TimeError::Form) => "it is of no known form",
            Err(TimeError::NoSuchDate) => "there is no such date",
            Err(TimeError::NoSuchTime) => "there is no such time of day",
            Err(TimeError::Offset) => "there is no such offset from UTC",
        };
        judge.report(&rules::TIME_FORM, at, Shown::Plain(&self.text), &[&reason]);
    }
}

impl fmt::Debug for SendTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.bare { f.write_str(&self.text) } else { write!(f, "{:?}", self.text) }
    }
}

impl From<&str> for SendTime {
    fn from(text: &str) -> SendTime {
        SendTime { text: text.to_owned(), bare: false }
    }
}

impl From<Timestamp> for SendTime {
    fn from(time: Timestamp) -> SendTime {
        SendTime { text: time.to_rfc3339(), bare: false }
    }
}

impl Field for SendTime {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<SendTime> {
        match value {
            Value::String(text) => Some(SendTime { text: text.into_owned(), bare: false }),
            Value::Integer(seconds) if seconds >= 0 => Some(SendTime { text: integer(seconds), bare: true }),
            Value::Number(text) if is_integer(&text) && !text.starts_with('-') => {
                Some(SendTime { text: text.into_owned(), bare: true })
            }
            other => wrong_type("a time as a string or Unix seconds", &other, at, judge),
        }
    }

    fn write(&self, out: &mut Out) {
        if self.bare {
            out.json.raw(&self.text);
            return;
        }
        match time::parse(&self.text) {
            Ok(time) => out.json.integer(time.unix_seconds()),
            Err(_) => out.json.string(&self.text),
        }
    }
}

fn messages(messages: &[BulkMessage], at: &Path, judge: &mut Judge) {
    judge_messages(messages, |_| 1, &rules::TOO_MANY_ITEMS, BulkMessage::judge, at, judge);
}

fn mismatch(judge: &Judge) -> &'static crate::violation::Rule {
    match judge.mode {
        Mode::Check => &rules::NOT_THE_FIRSTS,
        _ => &rules::NOT_THE_GATEWAYS,
    }
}

fn partner_id(id: &AccountId, at: &Path, judge: &mut Judge) {
    account_data(id.reveal(), "partner id", at, judge, |account| account.partner_id.reveal() == id.reveal());
}

fn api_key(key: &Secret, at: &Path, judge: &mut Judge) {
    account_data(key.reveal(), "API key", at, judge, |account| account.api_key.reveal() == key.reveal());
}

fn sender(sender: &str, at: &Path, judge: &mut Judge) {
    if judge.mode == Mode::Check && !sender.is_empty() {
        crate::smslist::gateway::judge_sender(Some(sender), at, judge);
    }
    account_data(sender, "sender", at, judge, |account| account.sender == sender);
}

/// The account's own data in an item: there in a finished payload, and everywhere the same.
fn account_data(text: &str, what: &str, at: &Path, judge: &mut Judge, is_ours: impl Fn(&Account) -> bool) {
    if judge.mode == Mode::Check && text.is_empty() {
        judge.report(&shared::EMPTY, at, Shown::Nothing, &[]);
    } else if judge.account.as_ref().is_some_and(|account| !is_ours(account)) {
        judge.report(mismatch(judge), at, Shown::Nothing, &[&what]);
    }
}

/// The values of `pass_type`.
pub(crate) const PASS_TYPES: [&str; 2] = ["plain", "bm5"];

pub(crate) fn pass_type(word: &str, at: &Path, judge: &mut Judge) {
    if word == "bm5" {
        judge.report(&rules::BM5, at, Shown::Plain(word), &[]);
    } else if !PASS_TYPES.contains(&word) {
        let nearest = crate::fields::nearest(word, &PASS_TYPES);
        judge.report(&shared::UNKNOWN_VALUE, at, Shown::Plain(word), &[&join(&PASS_TYPES, ", "), &nearest]);
    }
}

/// The word that the gateway's option adds where a message has none of its own.
pub(crate) fn default_pass_type(own: Option<&str>, at: &Path, judge: &mut Judge) {
    let by_option = judge.account.as_ref().and_then(|account| account.pass_type.clone());
    if own.is_none()
        && let Some(word) = by_option
    {
        pass_type(&word, &at.key("pass_type"), judge);
    }
}

fn client_sms_id(id: &Id, at: &Path, judge: &mut Judge) {
    let shown = Shown::Plain(id.as_str());
    if id.as_str().is_empty() {
        judge.report(&shared::EMPTY, at, shown, &[]);
    }
    judge_characters(id.as_str(), at, judge, shown);
    judge.enter_id(id.as_str(), at, &rules::CLIENT_ID_TWICE);
}

fn number(number: &Number, at: &Path, judge: &mut Judge) {
    judge.enter_number(number.as_str(), at, &KENYAN);
}

pub(crate) fn text(text: &Text, at: &Path, judge: &mut Judge) {
    let shown = Shown::Text(text.as_str());
    if text.as_str().is_empty() {
        judge.report(&shared::EMPTY, at, shown, &[]);
    }
    judge_characters(text.as_str(), at, judge, shown);
}

/// What a finished item must have of its own, and what the gateway's option adds to one.
fn whole_item(item: &BulkMessage, at: &Path, judge: &mut Judge) {
    let there = [
        ("partnerID", item.partner_id.is_some()),
        ("apikey", item.api_key.is_some()),
        ("shortcode", item.sender.is_some()),
    ];
    account::judge_there(&there, at, judge);
    default_pass_type(item.pass_type.as_deref(), at, judge);
    judge.close(item.client_sms_id.as_ref().map(Id::as_str), 0);
}
