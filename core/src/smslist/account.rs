//! What the operations have in common whose body is one object: the account's data in it or in the URL, and how a reply
//! says no.

use std::sync::Arc;

use crate::fields::{Extra, Out};
use crate::form::judge_scalars;
use crate::json::{Error, Reader};
use crate::judge::{Account, Judge, Mode, Shown};
use crate::path::Path;
use crate::reply::{Fault, Reading};
use crate::secret::{AccountId, Secret};
use crate::shared_rules as shared;
use crate::smslist::gateway::Gateway;
use crate::smslist::reply::body::EntryText;
use crate::smslist::rules;

/// Begins to judge a request of that gateway, or a finished payload, which has none.
pub(crate) fn enter(gateway: Option<&Gateway>, judge: &mut Judge) {
    judge.account = gateway.map(|gateway| Arc::clone(gateway.account()));
}

/// The same of a service that takes both methods.
pub(crate) fn enter_with_method(gateway: Option<&Gateway>, extra: &Extra, judge: &mut Judge) {
    enter(gateway, judge);
    if gateway.is_some_and(Gateway::key_in_url) {
        judge.report(&rules::KEY_IN_URL, &Path::Root, Shown::Nothing, &[]);
        judge_scalars(extra, &Path::Root, judge);
    }
}

/// The rule of a request's `apikey`.
pub(crate) fn api_key(key: &Secret, at: &Path, judge: &mut Judge) {
    judge_own(key.reveal(), "API key", |account| &account.api_key, at, judge);
}

/// The rule of a request's `partnerID`.
pub(crate) fn partner_id(id: &AccountId, at: &Path, judge: &mut Judge) {
    judge_own(id.reveal(), "partner id", |account| &account.partner_id, at, judge);
}

/// The account's own data in a request: the gateway's, or in a finished payload any.
fn judge_own(given: &str, what: &str, of: fn(&Account) -> &Secret, at: &Path, judge: &mut Judge) {
    match &judge.account {
        None if given.is_empty() => judge.report(&shared::EMPTY, at, Shown::Nothing, &[]),
        Some(account) if of(account).reveal() != given => {
            judge.report(&rules::ANOTHER_ACCOUNT, at, Shown::Nothing, &[&what]);
        }
        _ => {}
    }
}

/// Reports which members a finished payload lacks of those that a gateway adds to a request.
pub(crate) fn judge_there(members: &[(&str, bool)], at: &Path, judge: &mut Judge) {
    if judge.mode == Mode::Check {
        for (name, _) in members.iter().filter(|(_, is_there)| !is_there) {
            judge.report(&shared::MISSING, &at.key(name), Shown::Nothing, &[]);
        }
    }
}

/// Begins the body of a request with the account's data.
pub(crate) fn begin(gateway: &Gateway, out: &mut Out) {
    let account = gateway.account();
    out.json.begin_object();
    out.json.known_key("\"apikey\":");
    out.json.string(account.api_key.reveal());
    out.json.known_key("\"partnerID\":");
    out.json.string(account.partner_id.reveal());
}

/// Reads a body that is one value.
pub(crate) fn alone<'a, T>(
    reader: &mut Reader<'a>,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, Error>,
) -> Result<T, Error> {
    let value = read(reader)?;
    reader.end().map(|()| value)
}

/// What a body means that is no answer: a refusal by its code, or `fault`.
pub(crate) fn says_no<A>(said: EntryText, fault: Fault) -> Reading<A> {
    if said.is_refusal() {
        Reading::Refusal(said.into_refusal())
    } else {
        Reading::Other(fault.saying(said.into_refusal()))
    }
}
