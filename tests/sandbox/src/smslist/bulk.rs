//! `POST /api/services/sendbulk`: the body (smslist reference, sections 3.2 and 6; the page "Send bulk").

use super::{Whole, credentials};
use crate::forms;
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must};
use crate::mischief::Modes;
use crate::modes::Mode;
use crate::run::clock::{self, Time};

/// Section 3.2.
const BODY: &[Field] = &[must("count"), must("smslist")];

/// Section 3.2: what the document prints, with `pass_type` and `clientsmsid` optional as its own engineer's client
/// has them, and `timeToSend` as two clients send it.
const ITEM: &[Field] = &[
    must("partnerID"),
    must("apikey"),
    must("shortcode"),
    must("mobile"),
    must("message"),
    may("pass_type"),
    may("clientsmsid"),
    may("timeToSend"),
];

/// One item that was read.
pub(super) struct Item<'a> {
    pub(super) mobile: &'a str,
    pub(super) message: &'a str,
    pub(super) client_id: Option<&'a Json>,
    /// The item as it came; null where there was no list.
    pub(super) whole: Json,
    pub(super) send_at: Option<Time>,
    /// Whether the newer generation tells the number without quotes, too.
    pub(super) bare: bool,
}

/// Judges a body: its items, and the code that refuses the whole request if credentials or its size call for one.
pub(super) fn judge<'a>(body: &'a Json, modes: &Modes, findings: &mut Findings) -> (Vec<Item<'a>>, Whole) {
    let (mut items, mut whole) = (Vec::new(), None);
    let Some(fields) = Fields::open(body, "", BODY, 1, findings) else {
        return (items, None);
    };
    let count = fields.integer("count", 0..=i64::MAX, findings);
    let list = fields.list("smslist", findings).unwrap_or_default();
    if count.is_some_and(|count| !list.is_empty() && usize::try_from(count) != Ok(list.len())) {
        findings.add("count", "Match", format!("must be the length of smslist, {}", list.len()));
    }
    // Section 6, limits; the older documents have no code of their own for it.
    let most = if modes.has(&Mode::Old) { 20 } else { 1000 };
    if list.len() > most {
        findings.add("smslist", "Length", format!("must have at most {most} items, has {}", list.len()));
        return (items, Some((1012, "Too Many messages on SMS LIST")));
    }
    for (index, value) in list.iter().enumerate() {
        let Some(item) = Fields::open(value, &format!("smslist[{index}]"), ITEM, 1, findings) else {
            continue;
        };
        let refused = credentials::judge(&item, index == 0, findings);
        whole = whole.or(refused);
        items.push(judge_item(&item, value, findings));
    }
    (items, whole)
}

/// Sections 3.2 and 6.
fn judge_item<'a>(item: &Fields<'a>, whole: &'a Json, findings: &mut Findings) -> Item<'a> {
    let mobile = item.text("mobile", 0..=usize::MAX, findings);
    if mobile.is_some_and(|mobile| !is_kenyan(mobile)) {
        findings.add(item.at("mobile"), "Form", "must be digits of the form 254… or 07… or 01…");
    }
    let message = item.text("message", 1..=usize::MAX, findings);
    item.choice("pass_type", &["plain", "bm5"], findings);
    match item.get("clientsmsid") {
        Some(Json::Number(_)) => drop(item.integer("clientsmsid", i64::MIN..=i64::MAX, findings)),
        Some(_) => drop(item.text("clientsmsid", 1..=usize::MAX, findings)),
        None => {}
    }
    let send_at = judge_time(item, findings);
    let (mobile, message) = (mobile.unwrap_or_default(), message.unwrap_or_default());
    let client_id = item.get("clientsmsid");
    Item { mobile, message, client_id, whole: whole.clone(), send_at, bare: false }
}

/// `timeToSend`.
pub(super) fn judge_time(fields: &Fields<'_>, findings: &mut Findings) -> Option<Time> {
    let time = match fields.get("timeToSend") {
        Some(Json::Number(digits)) => Some(digits.as_str()),
        Some(_) => fields.text("timeToSend", 0..=usize::MAX, findings),
        None => None,
    };
    if time.is_some_and(|time| !forms::is_time_to_send(time)) {
        findings.add(fields.at("timeToSend"), "Form", "must be YYYY-MM-DD HH:MM or a Unix timestamp");
    }
    time.and_then(clock::read_kenyan)
}

/// Section 6: `254` and nine digits, or `0` and nine, the nine beginning with 7 or 1.
pub(super) fn is_kenyan(mobile: &str) -> bool {
    let rest = mobile.strip_prefix("254").or_else(|| mobile.strip_prefix('0')).unwrap_or_default();
    rest.len() == 9 && rest.starts_with(['7', '1']) && rest.bytes().all(|byte| byte.is_ascii_digit())
}
