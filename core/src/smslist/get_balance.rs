//! `POST {base}/api/services/getbalance`, or `GET` with the same members in the query
//!
//! Documented: "Balance" of Advanta and Fast Message. How many SMS units the account has left, as a decimal text.

use std::fmt;

use crate::call::Parts;
use crate::fields::{Out, any, wire, write_extra};
use crate::judge::{Judge, Policy};
use crate::operation::Operation;
use crate::path::Path;
use crate::reply::{Fault, ReadReply, Reading, SentRef, sealed};
use crate::reply_json::{Envelope, open, owned};
use crate::secret::{AccountId, Secret};
use crate::sent::Sent;
use crate::smslist::account::{self, api_key, partner_id};
use crate::smslist::gateway::Gateway;
use crate::smslist::reply::body::read_alone;
use crate::tell::answer;

wire! {
    /// The request of [`Gateway::get_balance`](crate::smslist::Gateway::get_balance): the account is the gateway's.
    pub struct GetBalance, "a balance request", judged by any {
        pub(crate) api_key = "apikey": Option<Secret>, api_key;
        pub(crate) partner_id = "partnerID": Option<AccountId>, partner_id;
    }
}

impl GetBalance {
    /// The account's balance.
    #[must_use]
    pub fn new() -> GetBalance {
        GetBalance::default()
    }
}

/// The operation.
pub(crate) struct GetBalanceOperation;

impl Operation for GetBalanceOperation {
    const NAME: &'static str = "smslist.get_balance";
    type Gateway = Gateway;
    type Request = GetBalance;
    type Answer = Balance;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &GetBalance, judge: &mut Judge) {
        account::enter_with_method(gateway, &request.extra, judge);
        request.judge(&Path::Root, judge);
    }

    fn finish(gateway: &Gateway, request: &GetBalance, sent: &Sent) -> Parts {
        let mut out = Out::new(256, sent);
        account::begin(gateway, &mut out);
        write_extra(&request.extra, &mut out);
        out.json.end_object();
        gateway.post_or_get("getbalance", out.json.into_bytes())
    }
}

crate::operation::entries! {
    /// Asks what the account has left. See [`get_balance`](mod@crate::smslist::get_balance).
    Gateway: GetBalanceOperation, GetBalance, Balance, get_balance, get_balance_json, get_balance_value
}

answer! {
    /// The answer to [`Gateway::get_balance`].
    #[derive(Clone, PartialEq, Eq)]
    pub struct Balance {
        /// The SMS units that are left, as the gateway wrote them, such as `545.00`.
        pub credit = "credit": String,
        /// Whose they are: the account's partner id. Never printed.
        pub partner_id = "partnerId": Option<String>,
        /// The body as it came. Never printed, never serialised.
        pub raw_body: Vec<u8>,
    }
}

impl fmt::Debug for Balance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Balance({} units)", crate::mask::words(&self.credit))
    }
}

impl sealed::Sealed for Balance {}

impl ReadReply for Balance {
    const OPERATIONS: &'static [&'static str] = &[GetBalanceOperation::NAME];
    const SENDS: bool = false;

    fn read(body: &[u8], _: SentRef<'_>) -> Reading<Balance> {
        let opened = open(body);
        let mut texts = [None, None];
        let read = opened.read(|reader| {
            account::alone(reader, |reader| read_alone(reader, &[("credit", 0), ("partnerid", 1)], &mut texts))
        });
        let said = match read {
            Envelope::Read(said) => said.unwrap_or_default(),
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        let [credit, partner_id] = texts;
        match credit {
            Some(credit) if !said.is_refusal() => Reading::Success(Balance {
                credit: credit.into_owned(),
                partner_id: owned(partner_id),
                raw_body: body.to_vec(),
            }),
            _ => account::says_no(said, Fault::shape("expected a text", Some("credit"))),
        }
    }
}
