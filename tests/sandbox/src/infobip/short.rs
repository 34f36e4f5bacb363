//! `/sms/1/text/single` (also with a 2), `/sms/1/text/multi`, `/sms/1/binary/single` and `/sms/1/binary/multi`: the
//! bodies (Infobip reference, sections 1 and 6.1).

use super::call::Send;
use super::message::{self, Asked};
use super::paths::Content;
use super::{binary, text};
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must};
use crate::sms;

/// The fields that the manual has, and those that the SDK adds, which has one class for both calls.
const TEXT: &[Field] = &[
    must("to"),
    must("text"),
    may("from"),
    may("transliteration"),
    may("regional"),
    may("campaignId"),
    may("operatorClientId"),
];
const BINARY: &[Field] = &[must("to"), must("binary"), may("from")];
const BODY: &[Field] = &[must("messages"), may("bulkId")];

fn table(content: Content) -> &'static [Field] {
    if content == Content::Text { TEXT } else { BINARY }
}

/// One message to one or many numbers.
pub(super) fn judge_single(body: &Json, content: Content, findings: &mut Findings) -> Send {
    let messages =
        Fields::open(body, "", table(content), 1, findings).map(|fields| judge(&fields, content, 0, findings));
    Send { messages: messages.unwrap_or_default(), ..Send::default() }
}

/// Several messages, each to one or many numbers.
pub(super) fn judge_multi(body: &Json, content: Content, findings: &mut Findings) -> Send {
    let Some(fields) = Fields::open(body, "", BODY, 1, findings) else {
        return Send::default();
    };
    let bulk_id = fields.text("bulkId", 1..=100, findings).map(str::to_owned);
    let table = table(content);
    let messages = fields.objects("messages", table, findings);
    let messages = messages.iter().enumerate().flat_map(|(entry, message)| judge(message, content, entry, findings));
    Send { bulk_id, messages: messages.collect(), ..Send::default() }
}

/// One [`Asked`] for each number.
fn judge(fields: &Fields<'_>, content: Content, entry: usize, findings: &mut Findings) -> Vec<Asked> {
    let mut asked = if content == Content::Text {
        let transliteration = text::judge_transliteration(fields, findings);
        let text = fields.text("text", 1..=usize::MAX, findings).unwrap_or_default();
        Asked { text: text.to_owned(), parts: sms::parts(text, false, transliteration), ..Asked::default() }
    } else {
        Asked { binary: binary::judge_content(fields, findings), parts: 1, ..Asked::default() }
    };
    let common = message::judge_common(fields, usize::MAX, findings);
    asked.sender = common.sender.map(str::to_owned);
    asked.terms.entry = entry;
    let to = |to: String| Asked { to, ..asked.clone() };
    numbers(fields, findings).into_iter().map(to).collect()
}

/// `to`: a number, or a list of them with at least one.
fn numbers(fields: &Fields<'_>, findings: &mut Findings) -> Vec<String> {
    let mut numbers = Vec::new();
    match fields.get("to") {
        Some(Json::List(_)) => {
            for (index, item) in fields.list("to", findings).unwrap_or_default().iter().enumerate() {
                let path = fields.at(&format!("to[{index}]"));
                match item {
                    Json::Text(text) => numbers.push((path, text.as_str())),
                    other => findings.add(path, "Type", format!("must be a string, not {}", other.kind())),
                }
            }
        }
        _ => numbers.extend(fields.text("to", 0..=usize::MAX, findings).map(|text| (fields.at("to"), text))),
    }
    for (path, number) in &numbers {
        message::judge_number(path, number, findings);
    }
    numbers.into_iter().map(|(_, number)| number.to_owned()).collect()
}
