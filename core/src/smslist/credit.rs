//! `POST {base}/api/services/credit`
//!
//! Documented: the credit API of Advanta and Fast Message, for resellers: moves an amount from the gateway's account to that of
//! a client, who is named by the user name. The amount is in Kenyan shillings, and becomes units by the rate that is set up
//! for SMS, or one for one.
//!
//! It moves money, and no document promises that a second request of the same is known for one. So where the reply was lost or
//! cannot be read its error says `uncertain`: ask [`get_balance`](mod@crate::smslist::get_balance) before trying again.

use std::fmt;

use crate::call::Parts;
use crate::fields::{Field, Out, any, is_integer, wire, write_extra, wrong_type};
use crate::json::Value;
use crate::judge::{Judge, Policy, Shown};
use crate::mask;
use crate::operation::Operation;
use crate::outcome::Resend;
use crate::path::Path;
use crate::pieces::{integer, split_before, split_once, whole};
use crate::reply::{Fault, ReadReply, Reading, SentRef, sealed};
use crate::reply_json::{Envelope, open, owned};
use crate::secret::{AccountId, Secret};
use crate::sent::Sent;
use crate::smslist::account::{self, api_key, partner_id};
use crate::smslist::gateway::Gateway;
use crate::smslist::get_delivery_report::message_id as not_empty;
use crate::smslist::reply::body::{EntryText, read_alone};
use crate::smslist::rules;
use crate::tell::answer;
use crate::values::Id;

wire! {
    /// The request of [`Gateway::credit`](crate::smslist::Gateway::credit): money for a client's account.
    pub struct Credit, "a credit request", judged by any {
        pub(crate) api_key = "apikey": Option<Secret>, api_key;
        pub(crate) partner_id = "partnerID": Option<AccountId>, partner_id;
        /// The client's user name.
        @required pub child_id = "childID": Option<Id>, not_empty;
        /// How many Kenyan shillings: a decimal number above zero.
        @required pub amount = "amount": Option<Amount>, Amount::judge;
    }
}

impl Credit {
    /// That amount for that client.
    pub fn new(child_id: impl Into<Id>, amount: impl Into<Amount>) -> Credit {
        Credit { child_id: Some(child_id.into()), amount: Some(amount.into()), ..Credit::default() }
    }
}

/// An amount of money as its decimal text, so that none is rounded.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Amount(String);

impl Amount {
    /// The text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn judge(&self, at: &Path, judge: &mut Judge) {
        let (whole, fraction) = split_once(&self.0, ".").unwrap_or((&self.0, "0"));
        let is_digits = |text: &str| is_integer(text) && !text.starts_with('-');
        let is_zero = split_before(&self.0, b"123456789").1.is_empty();
        if !is_digits(whole) || !is_digits(fraction) || is_zero {
            judge.report(&rules::AMOUNT, at, Shown::Plain(&self.0), &[]);
        }
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Amount {
    fn from(text: &str) -> Amount {
        Amount(text.to_owned())
    }
}

impl From<String> for Amount {
    fn from(text: String) -> Amount {
        Amount(text)
    }
}

impl From<u64> for Amount {
    fn from(number: u64) -> Amount {
        Amount(whole(number))
    }
}

impl Field for Amount {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Amount> {
        match value {
            Value::String(text) | Value::Number(text) => Some(Amount(text.into_owned())),
            Value::Integer(number) => Some(Amount(integer(number))),
            other => wrong_type("an amount as a string or a number", &other, at, judge),
        }
    }

    /// A string, as the documents show it.
    fn write(&self, out: &mut Out) {
        out.json.string(&self.0);
    }
}

/// The operation.
pub(crate) struct CreditOperation;

impl Operation for CreditOperation {
    const NAME: &'static str = "smslist.credit";
    type Gateway = Gateway;
    type Request = Credit;
    type Answer = Credited;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &Credit, judge: &mut Judge) {
        account::enter(gateway, judge);
        request.judge(&Path::Root, judge);
    }

    fn finish(gateway: &Gateway, request: &Credit, sent: &Sent) -> Parts {
        let mut out = Out::new(256, sent);
        account::begin(gateway, &mut out);
        if let (Some(child_id), Some(amount)) = (&request.child_id, &request.amount) {
            out.json.known_key("\"childID\":");
            child_id.write(&mut out);
            out.json.known_key("\"amount\":");
            amount.write(&mut out);
        }
        write_extra(&request.extra, &mut out);
        out.json.end_object();
        gateway.post("credit", out.json.into_bytes())
    }
}

crate::operation::entries! {
    /// Moves money to a client's account. See [`credit`](mod@crate::smslist::credit).
    Gateway: CreditOperation, Credit, Credited, credit, credit_json, credit_value
}

answer! {
    /// The answer to [`Gateway::credit`]: it was done. All texts are as the gateway wrote them.
    #[derive(Clone, PartialEq, Eq)]
    pub struct Credited {
        /// The client's units before.
        pub prev_balance = "prevBalance": Option<String>,
        /// How many units were added.
        pub sms_units = "smsUnits": Option<String>,
        /// The client's units now.
        pub new_balance = "newBalance": Option<String>,
        /// The gateway's words, which name the client's partner id.
        pub response_description = "responseDescription": Option<String>,
        /// The body as it came. Never printed, never serialised.
        pub raw_body: Vec<u8>,
    }
}

impl fmt::Debug for Credited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = |text: &Option<String>| mask::words(text.as_deref().unwrap_or("unknown")).to_string();
        let (units, before, now) = (words(&self.sms_units), words(&self.prev_balance), words(&self.new_balance));
        write!(f, "Credited({units} units, from {before} to {now})")
    }
}

impl sealed::Sealed for Credited {}

impl ReadReply for Credited {
    const OPERATIONS: &'static [&'static str] = &[CreditOperation::NAME];
    const SENDS: bool = false;
    const ACTS: bool = true;

    fn read(body: &[u8], _: SentRef<'_>) -> Reading<Credited> {
        let opened = open(body);
        let mut texts = [const { None }; 3];
        let spellings = &[("prevbalance", 0), ("smsunits", 1), ("newbalance", 2)];
        let read = opened.read(|reader| account::alone(reader, |reader| read_alone(reader, spellings, &mut texts)));
        let said = match read {
            Envelope::Read(said) => said.unwrap_or_default(),
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        let [prev_balance, sms_units, new_balance] = texts;
        if !said.is_refusal() && (said.code.is_some() || new_balance.is_some()) {
            return Reading::Success(Credited {
                prev_balance: owned(prev_balance),
                sms_units: owned(sms_units),
                new_balance: owned(new_balance),
                response_description: owned(said.description),
                raw_body: body.to_vec(),
            });
        }
        let is_about_the_child = is_about_the_child(&said);
        match account::says_no(said, Fault::shape("expected a code", Some("response-code"))) {
            Reading::Refusal(mut refusal) if is_about_the_child => {
                refusal.resend = Some(Resend::AfterFix);
                Reading::Refusal(refusal)
            }
            reading => reading,
        }
    }
}

/// Whether it is the documented refusal of a client that is none, whose code elsewhere is that of a system error.
fn is_about_the_child(said: &EntryText) -> bool {
    let words = said.description.as_deref().unwrap_or_default().to_ascii_lowercase();
    said.code.as_deref().map(str::trim) == Some("1005") && split_once(&words, "child").is_some()
}
