//! `POST {base}/api/services/sendsms`, or `GET` with the same members in the query
//!
//! Documented: "Send SMS" of Fast Message and Advanta, and the older pages of TextSMS, Celcom, Sunface and TeamWeb. One text
//! to one number, or to at most 1,000 with commas between them. `GET` puts the API key into the URL and is sent only by the
//! gateway's option [`get_with_key_in_url`](crate::smslist::Options::get_with_key_in_url); new pages give it one number,
//! Celcom's sample several.
//!
//! `timeToSend` is a local time such as `2019-09-01 18:00` or a Unix timestamp. No document says the time zone of the local
//! form, nor what becomes of a time that has passed, nor how a scheduled message is cancelled. `pass_type` stands in Celcom's
//! sample only, and some deployments ask for it, so that the gateway's option adds it here, too.
//!
//! The limit is the same `messages_per_call` as that of lists: one of 20, for an old deployment's `sendbulk`, holds here, too,
//! though no document of those names any for numbers.
//!
//! The reply has one entry for each number, without an id of ours: entries are joined by number, then by place.

use crate::call::Parts;
use crate::fields::{Out, setters, wire, write_extra};
use crate::judge::{Judge, Policy, Shown};
use crate::operation::Operation;
use crate::path::Path;
use crate::plan::{Bulk, Form};
use crate::secret::{AccountId, Secret};
use crate::sent::Sent;
use crate::smslist::account::{self, api_key, partner_id};
use crate::smslist::gateway::{Gateway, LIMITS, judge_sender};
use crate::smslist::message::{SendTime, default_pass_type, pass_type, text};
use crate::smslist::numbers::{Numbers, judge_number, judge_numbers, write_within};
use crate::smslist::reply::SentBulk;
use crate::smslist::rules;
use crate::values::{Number, Text};

wire! {
    /// The request of [`Gateway::send_sms`](crate::smslist::Gateway::send_sms): one text to one number or many.
    pub struct SendSms, "a text message", judged by whole_request {
        pub(crate) api_key = "apikey": Option<Secret>, api_key;
        pub(crate) partner_id = "partnerID": Option<AccountId>, partner_id;
        /// The text. `message` on the wire.
        @required pub text = "message": Option<Text>, text;
        /// The sender ID; the gateway's when unset. `shortcode` on the wire.
        pub sender = "shortcode": Option<String>, sender;
        /// The phone numbers; at least one. `mobile` on the wire.
        @required pub to = "mobile": Option<Numbers>, judge_numbers;
        /// When it is sent; at once when unset. `timeToSend` on the wire.
        pub send_at = "timeToSend": Option<SendTime>, send_time;
        /// `plain`, or `bm5` (base64, sent as given); the gateway's option when unset.
        pub pass_type = "pass_type": Option<String>, pass_type;
    }
}

setters! { SendSms { sender: String, send_at: SendTime, pass_type: String } }

impl SendSms {
    /// That text to that number, or to those.
    pub fn new(to: impl Into<Numbers>, text: impl Into<Text>) -> SendSms {
        SendSms { to: Some(to.into()), ..SendSms::with_text(text) }
    }

    /// That text, to the numbers that [`plan_sms`](Gateway::plan_sms) is given.
    pub fn with_text(text: impl Into<Text>) -> SendSms {
        SendSms { text: Some(text.into()), ..SendSms::default() }
    }
}

pub(crate) fn sender(sender: &str, at: &Path, judge: &mut Judge) {
    judge_sender(Some(sender), at, judge);
}

fn send_time(time: &SendTime, at: &Path, judge: &mut Judge) {
    time.judge_form(at, judge);
    if time.is_local() {
        judge.report(&rules::TIME_ZONE, at, Shown::Plain(time.as_str()), &[]);
    }
}

fn whole_request(request: &SendSms, at: &Path, judge: &mut Judge) {
    let there = [
        ("apikey", request.api_key.is_some()),
        ("partnerID", request.partner_id.is_some()),
        ("shortcode", request.sender.is_some()),
    ];
    account::judge_there(&there, at, judge);
    default_pass_type(request.pass_type.as_deref(), at, judge);
}

/// The operation.
pub(crate) struct SendSmsOperation;

impl Operation for SendSmsOperation {
    const NAME: &'static str = "smslist.send_sms";
    type Gateway = Gateway;
    type Request = SendSms;
    type Answer = SentBulk;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &SendSms, judge: &mut Judge) {
        account::enter_with_method(gateway, &request.extra, judge);
        request.judge(&Path::Root, judge);
        let numbers = request.to.as_ref().map_or(0, |to| to.as_slice().len());
        if numbers > 1 && gateway.is_some_and(Gateway::key_in_url) {
            judge.report(&rules::GET_NUMBERS, &Path::Root.key("mobile"), Shown::Nothing, &[&numbers]);
        }
    }

    fn finish(gateway: &Gateway, request: &SendSms, sent: &Sent) -> Parts {
        let mut out = Out::new(256 + sent.text.len() + sent.len(), sent);
        account::begin(gateway, &mut out);
        write_message(gateway, request.text.as_ref(), request.sender.as_deref(), &mut out);
        out.json.known_key("\"mobile\":");
        match &request.to {
            Some(to) => crate::fields::Field::write(to, &mut out),
            None => out.json.string(""),
        }
        if let Some(time) = &request.send_at {
            out.json.known_key("\"timeToSend\":");
            crate::fields::Field::write(time, &mut out);
        }
        if let Some(pass_type) = request.pass_type.as_deref().or(gateway.pass_type()) {
            out.json.known_key("\"pass_type\":");
            out.json.string(pass_type);
        }
        write_extra(&request.extra, &mut out);
        out.json.end_object();
        gateway.post_or_get("sendsms", out.json.into_bytes())
    }
}

/// Writes a text and who sends it.
pub(crate) fn write_message(gateway: &Gateway, text: Option<&Text>, sender: Option<&str>, out: &mut Out) {
    out.json.known_key("\"message\":");
    out.json.string(text.map(Text::as_str).unwrap_or_default());
    out.json.known_key("\"shortcode\":");
    out.json.string(sender.unwrap_or(gateway.sender()));
}

impl Bulk for SendSmsOperation {
    /// A plan of one text goes over its numbers.
    type Message = Number;
    /// The "list" is a text, between whose quotes the numbers stand as between a list's brackets.
    const FORM: &'static Form = &Form { list: "mobile", count: None, destinations: "mobile", destination_at: |_| None };

    fn judge_envelope(gateway: &Gateway, envelope: &SendSms, judge: &mut Judge) {
        if gateway.key_in_url() {
            let at = Path::Root.key("gateway");
            judge.report(&rules::PLAN_GET, &at.key("get_with_key_in_url"), Shown::Nothing, &[]);
        }
        account::enter(Some(gateway), judge);
        envelope.judge_but(Self::FORM.list, &Path::Root, judge);
    }

    fn judge_message(_: &Gateway, number: &Number, at: &Path, judge: &mut Judge) {
        judge_number(number, at, judge);
    }

    fn write_message(_: &Gateway, _: &Number, out: &mut Out) {
        write_within(out);
    }

    fn without_messages(envelope: &SendSms) -> SendSms {
        SendSms { to: Some(Numbers::default()), ..envelope.clone() }
    }
}

crate::operation::entries! {
    /// Sends one text to one number or many. See [`send_sms`](mod@crate::smslist::send_sms).
    Gateway: SendSmsOperation, SendSms, SentBulk, send_sms, send_sms_json, send_sms_value
}

crate::plan::planner! {
    SmsPlanner, SmsPlan, SendSmsOperation, SendSms, Gateway, Number, SentBulk, sms_planner, with plan_sms
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_sms` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_sms, check_sms_value, SendSmsOperation, LIMITS
}
