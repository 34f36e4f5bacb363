//! `getbalance` and `credit` (smslist reference, sections 3.6 and 3.7).

use super::Judged;
use super::credentials::PARTNER_ID;
use super::reply::code_entry;
use crate::exchange::{Answer, Request};
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, must};
use crate::run::Amount;

/// The username of the one client that this reseller has.
pub const CHILD_ID: &str = "sandbox-child";

pub(super) const BALANCE: &[Field] = &[must("apikey"), must("partnerID")];
pub(super) const CREDIT: &[Field] = &[must("apikey"), must("partnerID"), must("childID"), must("amount")];

fn answer(request: &Request<'_>, entries: &[(&str, String)]) -> Judged<'static> {
    let mut body = vec![code_entry(request.modes, 200)];
    body.extend(entries.iter().map(|(key, value)| ((*key).to_owned(), Json::text(value.as_str()))));
    Judged::Answer(Answer::json(200, &Json::Object(body)))
}

/// What the account has left, in units.
pub(super) fn balance(request: &Request<'_>) -> Judged<'static> {
    let left = request.in_run(|run| run.balances.smslist).short();
    answer(request, &[("credit", left), ("partner-id", PARTNER_ID.to_owned())])
}

/// Moves units to the client's account, one for each shilling, which is the rate where none was set.
pub(super) fn credit(
    request: &Request<'_>,
    fields: &Fields<'_>,
    known: bool,
    findings: &mut Findings,
) -> Judged<'static> {
    let child = fields.text("childID", 1..=usize::MAX, findings);
    let amount = match fields.get("amount") {
        Some(Json::Number(digits)) => Some(digits.as_str()),
        _ => fields.text("amount", 1..=usize::MAX, findings),
    };
    let units = amount.and_then(Amount::read);
    if amount.is_some() && units.is_none_or(|units| units == Amount::units(0)) {
        findings.add("amount", "Form", "must be an amount of shillings above 0");
    }
    let (Some(child), Some(units), true, true) = (child, units, known, findings.is_empty()) else {
        return Judged::Nothing;
    };
    if child != CHILD_ID {
        findings.add("childID", "Credential", "is the username of no client of this account");
        return Judged::Whole((1005, "The child acount is invalid. Kindly verify the details"));
    }
    let takes_effect = request.takes_effect();
    let moved = request.in_run(|run| {
        let balances = &mut run.balances;
        let before = balances.child;
        if takes_effect && !balances.smslist.pay(units) {
            return None;
        }
        let after = before.plus(units);
        if takes_effect {
            balances.child = after;
        }
        Some((before, after))
    });
    let Some((before, after)) = moved else {
        findings.add("amount", "Balance", "is more than the account has left");
        return Judged::Whole((1004, "Low bulk credits"));
    };
    let units = units.short();
    let units = units.trim_end_matches('0').trim_end_matches('.').to_owned();
    let text = format!("Partner ID {CHILD_ID} has been credited with {units} units");
    answer(
        request,
        &[
            ("response-description", text),
            ("prev-balance", before.short()),
            ("sms-units", units),
            ("new-balance", after.short()),
        ],
    )
}
