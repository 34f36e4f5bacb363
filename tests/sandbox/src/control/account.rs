//! Balances, and where accounts have their reports sent.

use super::Command;
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must};
use crate::push::{self, Callback};
use crate::run::{Amount, Balances};
use crate::{blackkonnect, smslist};

const BALANCES: &[Field] = &[may("infobip"), may("smslist"), may("blackkonnect")];
const CALLBACK: &[Field] = &[must("dialect"), must("url"), may("format"), may("shape")];

/// What each account has left.
pub(super) fn balances(command: &Command<'_>) -> Json {
    command.in_run(|run| {
        let mut of = |name: &str| (name.to_owned(), Json::number(run.balances.of(name).exact()));
        Json::Object(Balances::NAMES.iter().map(|name| of(name)).collect())
    })
}

/// Sets those that are named.
pub(super) fn set_balances(command: &Command<'_>, body: &Json, findings: &mut Findings) -> Option<Json> {
    let fields = Fields::open(body, "", BALANCES, 1, findings)?;
    let mut set = Vec::new();
    for name in Balances::NAMES {
        let digits = match fields.get(name) {
            Some(Json::Number(digits) | Json::Text(digits)) => digits,
            Some(other) => {
                findings.add(name, "Type", format!("must be a number, not {}", other.kind()));
                continue;
            }
            None => continue,
        };
        match Amount::read(digits) {
            Some(amount) => set.push((name, amount)),
            None => findings.add(name, "Form", "must be an amount with at most five digits behind the point"),
        }
    }
    if !findings.is_empty() {
        return None;
    }
    command.in_run(|run| set.into_iter().for_each(|(name, amount)| *run.balances.of(name) = amount));
    Some(balances(command))
}

/// Sets the URL that an account's reports go to from now on, and how they look.
pub(super) fn set_callback(command: &Command<'_>, body: &Json, findings: &mut Findings) -> Option<Json> {
    let fields = Fields::open(body, "", CALLBACK, 1, findings)?;
    let dialect = fields.choice("dialect", &["smslist", "blackkonnect"], findings);
    let (dialect, shapes) =
        if dialect == Some("smslist") { ("smslist", smslist::SHAPES) } else { ("blackkonnect", blackkonnect::SHAPES) };
    let formats: &[&str] = if dialect == "smslist" { &["json", "form"] } else { &["json"] };
    let form = fields.choice("format", formats, findings) == Some("form");
    let shape = fields.choice("shape", shapes, findings).unwrap_or_default();
    let shape = shapes.iter().find(|known| **known == shape).or(shapes.first())?;
    let url = judge_url(&fields, findings)?;
    if !findings.is_empty() {
        return None;
    }
    command.in_run(|run| run.callbacks.insert(dialect, Callback { url, form, shape }));
    Some(Json::object([("shape", Json::text(*shape))]))
}

/// A URL that this sandbox calls.
pub(super) fn judge_url(fields: &Fields<'_>, findings: &mut Findings) -> Option<String> {
    let url = fields.text("url", 1..=usize::MAX, findings)?;
    if push::place(url).is_none() {
        findings.add("url", "Loopback", "must be an http URL of 127.0.0.1, localhost or [::1]");
        return None;
    }
    Some(url.to_owned())
}
