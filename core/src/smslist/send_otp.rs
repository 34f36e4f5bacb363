//! `POST {base}/api/services/sendotp`, or `GET` with the same members in the query
//!
//! Documented: "Send OTP" and "Send to hashed" of Advanta, Fast Message and Speedocom. The route of one-time passwords and
//! other transactional texts, such as payment alerts; promotion on it risks the account. The gateway neither makes nor checks
//! a password: it stands in the text. Of one number; notes of a client mention several, which nothing confirms.
//!
//! With `hashed` the number of a Safaricom subscriber is given as its hash, made of the number in its form `254…`. Which hash
//! no document says, so that it goes out as given. Documented as `POST` only; one client sends it in a query, too.

use crate::call::Parts;
use crate::fields::{Out, any, setters, wire, write_extra};
use crate::judge::{Judge, Policy, Shown};
use crate::number::{self, Home};
use crate::operation::Operation;
use crate::path::Path;
use crate::quote::named;
use crate::roll::KENYAN;
use crate::secret::{AccountId, Secret};
use crate::sent::Sent;
use crate::shared_rules as shared;
use crate::smslist::account::{self, api_key, partner_id};
use crate::smslist::gateway::{Gateway, LIMITS};
use crate::smslist::message::text;
use crate::smslist::reply::SentBulk;
use crate::smslist::rules;
use crate::smslist::send_sms::{sender, write_message};
use crate::values::{Number, Text};

wire! {
    /// The request of [`Gateway::send_otp`](crate::smslist::Gateway::send_otp): one transactional text to one number.
    pub struct SendOtp, "a transactional message", judged by whole_request {
        pub(crate) api_key = "apikey": Option<Secret>, api_key;
        pub(crate) partner_id = "partnerID": Option<AccountId>, partner_id;
        /// The text; a one-time password stands in it. `message` on the wire.
        @required pub text = "message": Option<Text>, text;
        /// The sender ID; the gateway's when unset. `shortcode` on the wire.
        pub sender = "shortcode": Option<String>, sender;
        /// The phone number, or its hash if `hashed` says so. `mobile` on the wire.
        @required pub to = "mobile": Option<Number>, any;
        /// Whether `to` is the hash of a Safaricom number in its form `254…`. It goes out as given.
        pub hashed = "hashed": Option<bool>, any;
    }
}

setters! { SendOtp { sender: String, hashed: bool } }

impl SendOtp {
    /// That text to that number.
    pub fn new(to: impl Into<Number>, text: impl Into<Text>) -> SendOtp {
        SendOtp { to: Some(to.into()), text: Some(text.into()), ..SendOtp::default() }
    }
}

fn whole_request(request: &SendOtp, at: &Path, judge: &mut Judge) {
    let there = [
        ("apikey", request.api_key.is_some()),
        ("partnerID", request.partner_id.is_some()),
        ("shortcode", request.sender.is_some()),
    ];
    account::judge_there(&there, at, judge);
    // Where `hashed` says neither, nobody can tell what is in the place of the number.
    if let Some(to) = request.to.as_ref().filter(|_| !judge.is_broken(&at.key("hashed"))) {
        let at = at.key("mobile");
        match request.hashed {
            Some(true) => enter_hash(to.as_str(), &at, judge),
            _ => judge.enter_number(to.as_str(), &at, &KENYAN),
        }
    }
    judge.close(None, 0);
}

/// The rules of a hash, as far as one can tell without knowing which it is.
fn enter_hash(hash: &str, at: &Path, judge: &mut Judge) {
    let odd = hash.char_indices().find(|(_, character)| !character.is_ascii_graphic());
    if hash.is_empty() {
        judge.report(&shared::EMPTY, at, Shown::Nothing, &[]);
    } else if number::clean(hash, Home::Kenya, 0, 15, &mut String::new()).is_ok() {
        judge.report(&rules::HASH_IS_NUMBER, at, Shown::Number(hash), &[]);
    } else if let Some((offset, character)) = odd {
        judge.report(&rules::HASH_CHARACTERS, at, Shown::Number(hash), &[&named(character), &offset]);
    }
    judge.roll.sent.text.push_str(hash);
}

/// The operation.
pub(crate) struct SendOtpOperation;

impl Operation for SendOtpOperation {
    const NAME: &'static str = "smslist.send_otp";
    type Gateway = Gateway;
    type Request = SendOtp;
    type Answer = SentBulk;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &SendOtp, judge: &mut Judge) {
        account::enter_with_method(gateway, &request.extra, judge);
        request.judge(&Path::Root, judge);
        if request.hashed == Some(true) && gateway.is_some_and(Gateway::key_in_url) {
            judge.report(&rules::GET_HASHED, &Path::Root.key("hashed"), Shown::Nothing, &[]);
        }
    }

    fn finish(gateway: &Gateway, request: &SendOtp, sent: &Sent) -> Parts {
        let mut out = Out::new(512, sent);
        account::begin(gateway, &mut out);
        write_message(gateway, request.text.as_ref(), request.sender.as_deref(), &mut out);
        out.json.known_key("\"mobile\":");
        let to = out.next_number();
        out.json.string(to);
        if let Some(hashed) = request.hashed {
            out.json.known_key("\"hashed\":");
            out.json.boolean(hashed);
        }
        write_extra(&request.extra, &mut out);
        out.json.end_object();
        gateway.post_or_get("sendotp", out.json.into_bytes())
    }
}

crate::operation::entries! {
    /// Sends one transactional text to one number. See [`send_otp`](mod@crate::smslist::send_otp).
    Gateway: SendOtpOperation, SendOtp, SentBulk, send_otp, send_otp_json, send_otp_value
}

crate::check::check_functions! {
    /// Judges a finished payload of `send_otp` in the gateway's own JSON, whoever built it: all violations, warnings
    /// included, in the order of the payload.
    check_otp, check_otp_value, SendOtpOperation, LIMITS
}
