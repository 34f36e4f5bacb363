//! `GET {base}/account/1/balance`
//!
//! Documented: the 2015 manual of a white label and the vendor's OpenAPI file. What is left on the account.

use crate::call::Parts;
use crate::fields::wire;
use crate::form::{judge_scalars, query};
use crate::infobip::asking::{asks, object_answer};
use crate::infobip::gateway::Gateway;
use crate::judge::Judge;
use crate::path::Path;
use crate::sent::Sent;

wire! {
    /// The request of [`Gateway::get_balance`](crate::infobip::Gateway::get_balance), which has no fields.
    pub struct GetBalance, "a balance request", judged by whole_request {}
}

fn whole_request(request: &GetBalance, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

fn finish(gateway: &Gateway, request: &GetBalance, sent: &Sent) -> Parts {
    gateway.ask("GET", &query("/account/1/balance", request, sent))
}

asks! { GetBalanceOperation, "infobip.get_balance", GetBalance => Balance, finish }

crate::operation::entries! {
    /// Asks what is left on the account. See [`get_balance`](mod@crate::infobip::get_balance).
    Gateway: GetBalanceOperation, GetBalance, Balance, get_balance, get_balance_json, get_balance_value
}

object_answer! {
    /// The answer to [`Gateway::get_balance`](crate::infobip::Gateway::get_balance).
    pub struct Balance of ["infobip.get_balance"], expected "balance" {
        /// How much is left, digit for digit as the gateway writes it, for binary fractions would change it.
        balance = "balance": decimal;
        /// In which currency, such as `EUR`.
        currency = "currency": text;
    }
}
