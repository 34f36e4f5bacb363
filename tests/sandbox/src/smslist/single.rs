//! `sendsms` and `sendotp`: one text to one or many numbers (smslist reference, sections 3.1, 3.3 and 3.4).

use super::Judged;
use super::bulk::{self, Item};
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must};

/// Section 3.1: `pass_type` as the older documents have it.
pub(super) const SEND_SMS: &[Field] = &[
    must("apikey"),
    must("partnerID"),
    must("message"),
    must("shortcode"),
    must("mobile"),
    may("timeToSend"),
    may("pass_type"),
];

/// Sections 3.3 and 3.4.
pub(super) const SEND_OTP: &[Field] =
    &[must("apikey"), must("partnerID"), must("message"), must("shortcode"), must("mobile"), may("hashed")];

/// The most numbers of a call (section 6, limits).
const MOST: usize = 1000;

/// One item for each number.
pub(super) fn judge<'a>(fields: &Fields<'a>, method: &str, findings: &mut Findings) -> Judged<'a> {
    let hashed = judge_hashed(fields, method, findings);
    let message = fields.text("message", 1..=usize::MAX, findings).unwrap_or_default();
    let send_at = bulk::judge_time(fields, findings);
    fields.choice("pass_type", &["plain", "bm5"], findings);
    let Some(mobile) = fields.text("mobile", 0..=usize::MAX, findings) else {
        return Judged::Nothing;
    };
    let numbers: Vec<&str> = mobile.split(',').collect();
    if numbers.len() > MOST {
        findings.add("mobile", "Length", format!("must have at most {MOST} numbers, has {}", numbers.len()));
        return Judged::Whole((1104, "Too many comma separated contacts"));
    }
    for (index, number) in numbers.iter().enumerate() {
        let path = if numbers.len() == 1 { "mobile".to_owned() } else { format!("mobile[{index}]") };
        if hashed && !is_hash(number) {
            findings.add(path, "Form", "must be a hash, not a number");
        } else if !hashed && !bulk::is_kenyan(number) {
            findings.add(path, "Form", "must be digits of the form 254… or 07… or 01…");
        }
    }
    // One sample prints the number without quotes; those of hashed numbers cannot be.
    let item = |mobile| Item { mobile, message, client_id: None, whole: Json::Null, send_at, bare: !hashed };
    Judged::Items(numbers.into_iter().map(item).collect())
}

/// A boolean in a body, a word in a query.
fn judge_hashed(fields: &Fields<'_>, method: &str, findings: &mut Findings) -> bool {
    if method == "POST" {
        return fields.flag("hashed", findings).unwrap_or(false);
    }
    fields.choice("hashed", &["true", "false"], findings) == Some("true")
}

/// No document says which hash, or how it is written: anything but a number, of characters that a hash may have.
fn is_hash(text: &str) -> bool {
    !text.is_empty() && !bulk::is_kenyan(text) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
