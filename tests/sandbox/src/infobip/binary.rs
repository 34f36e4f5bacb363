//! `POST /sms/1/binary/advanced` and `/sms/2/binary/advanced`: the body (Infobip reference, section 3; the page "Fully
//! featured binary message").

use super::call::{self, Send};
use super::header;
use super::message::{self, Asked};
use crate::accepted::Binary;
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may, must, only};

/// Section 3: the envelope of a text call, without `urlOptions`, which are for texts; section 2.5: version 2 tracks no
/// binary message.
const BODY: &[Field] = &[
    must("messages"),
    may("bulkId"),
    only(1, "tracking"),
    only(2, "sendingSpeedLimit"),
    only(2, "includeSmsCountInResponse"),
];

/// Section 3: the fields of a text message, without what is about characters. A message without `binary` makes no
/// sense.
const MESSAGE: &[Field] = &[
    must("destinations"),
    must("binary"),
    may("from"),
    may("flash"),
    may("intermediateReport"),
    may("notifyUrl"),
    may("notifyContentType"),
    may("callbackData"),
    may("validityPeriod"),
    may("sendAt"),
    may("deliveryTimeWindow"),
    may("regional"),
    only(1, "notify"),
    only(1, "campaignId"),
    only(1, "operatorClientId"),
    only(2, "entityId"),
    only(2, "applicationId"),
    only(2, "campaignReferenceId"),
];

/// Section 3.
const BINARY: &[Field] = &[must("hex"), may("dataCoding"), may("esmClass")];

/// A short message carries so many octets.
const MOST_OCTETS: usize = 140;

/// Of packed septets it carries so many. The data codings 0 and 1 say that each octet is one.
const MOST_SEPTETS: usize = 160;

/// The bit of `esmClass` that announces a user data header.
const HEADER_BIT: u8 = 64;

/// Judges a body. What it returns is whole only if nothing was found.
pub(super) fn judge(body: &Json, version: u8, findings: &mut Findings) -> Send {
    let Some(fields) = Fields::open(body, "", BODY, version, findings) else {
        return Send::default();
    };
    let (mut send, _) = call::judge(&fields, findings);
    send.messages = call::judge_messages(&fields, MESSAGE, findings, judge_message);
    send
}

fn judge_message(fields: &Fields<'_>, findings: &mut Findings) -> Asked {
    let binary = judge_content(fields, findings);
    let common = message::judge_common(fields, 66, findings);
    let sender = common.sender.map(str::to_owned);
    Asked { binary, sender, parts: 1, scheduled: common.scheduled, terms: common.terms, ..Asked::default() }
}

/// The member `binary` of a message.
pub(super) fn judge_content(fields: &Fields<'_>, findings: &mut Findings) -> Option<Binary> {
    fields.open_in("binary", BINARY, findings).and_then(|binary| judge_binary(&binary, findings))
}

/// Section 3, octet by octet.
fn judge_binary(fields: &Fields<'_>, findings: &mut Findings) -> Option<Binary> {
    let data_coding = octet(fields, "dataCoding", findings);
    let esm_class = octet(fields, "esmClass", findings);
    let text = fields.text("hex", 1..=usize::MAX, findings)?;
    let octets = match octets(text) {
        Ok(octets) => octets,
        Err((rule, text)) => {
            findings.add(fields.at("hex"), rule, text);
            return None;
        }
    };
    let header = match octets.first() {
        Some(length) if esm_class & HEADER_BIT != 0 => 1 + usize::from(*length),
        _ => 0,
    };
    // The septets behind a header begin where one would begin.
    let septets = header + MOST_SEPTETS.saturating_sub((header * 8).div_ceil(7));
    let most = if data_coding < 2 { septets } else { MOST_OCTETS };
    if octets.len() > most {
        let text = format!("must be at most {most} octets, is {}", octets.len());
        findings.add(fields.at("hex"), "Length", text);
    }
    if esm_class & HEADER_BIT != 0
        && let Err(text) = header::check(&octets)
    {
        findings.add(fields.at("hex"), "Header", text);
    }
    Some(Binary { octets, data_coding, esm_class })
}

/// A number that travels in one octet, 0 by default.
fn octet(fields: &Fields<'_>, key: &str, findings: &mut Findings) -> u8 {
    fields.integer(key, 0..=255, findings).and_then(|number| u8::try_from(number).ok()).unwrap_or(0)
}

/// Reads pairs of digits of either case, in groups with one space between them. The error is a rule and its text.
fn octets(text: &str) -> Result<Vec<u8>, (&'static str, String)> {
    let mut octets = Vec::new();
    for (index, group) in text.split(' ').enumerate() {
        let digits: Option<Vec<u32>> = group.chars().map(|character| character.to_digit(16)).collect();
        let Some(digits) = digits.filter(|digits| !digits.is_empty()) else {
            return Err(("Form", format!("group {index} is not made of hexadecimal digits, one space between groups")));
        };
        for pair in digits.chunks(2) {
            let [high, low] = pair else {
                return Err(("Pairs", format!("group {index} has an odd number of digits")));
            };
            octets.extend(u8::try_from(high * 16 + low));
        }
    }
    Ok(octets)
}

#[cfg(test)]
mod tests {
    use super::octets;

    #[test]
    fn reads_groups_of_pairs() {
        assert_eq!(octets("0f C2 4abf"), Ok(vec![0x0f, 0xc2, 0x4a, 0xbf]));
        for (text, rule) in [("0", "Pairs"), ("00 1 00", "Pairs"), ("0g", "Form"), ("00  00", "Form"), (" 00", "Form")]
        {
            assert_eq!(octets(text).map_err(|(rule, _)| rule), Err(rule), "{text}");
        }
        for text in ["00 ", "00\t00", "0x00", "٠٠", "41 …20", "00-00"] {
            assert_eq!(octets(text).map_err(|(rule, _)| rule), Err("Form"), "{text}");
        }
    }
}
