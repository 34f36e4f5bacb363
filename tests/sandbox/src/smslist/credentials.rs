//! The account, and the credentials in each body (smslist reference, sections 2, 3.2 and 5).

use super::{INVALID_CREDENTIALS, Whole};
use crate::judge::{Fields, Findings};

/// The account's partner id.
pub const PARTNER_ID: &str = "12345";
/// The account's API key.
pub const API_KEY: &str = "sandbox-apikey";
/// The account's sender id.
pub const SHORTCODE: &str = "SANDBOX";

/// All items of a list carry the account's credentials. The first item's decide for the request; a later item that
/// differs is refused by name rather than overruled in silence.
pub(super) fn judge(fields: &Fields<'_>, first: bool, findings: &mut Findings) -> Whole {
    let mut whole = None;
    for (key, right, missing) in [
        ("partnerID", PARTNER_ID, Some((4091, "No Partner ID is Set"))),
        ("apikey", API_KEY, Some((4092, "No API KEY Provided"))),
        ("shortcode", SHORTCODE, None),
    ] {
        if fields.get(key).is_none() {
            whole = whole.or(missing);
        } else if fields.text(key, 0..=usize::MAX, findings).is_some_and(|text| text != right) {
            if first {
                findings.add(fields.at(key), "Credential", "is unknown to this gateway");
                whole = whole.or(Some(INVALID_CREDENTIALS));
            } else {
                findings.add(fields.at(key), "Match", "must be the same in all items");
            }
        }
    }
    whole
}
