//! What stands around a body: headers and queries (Blackkonnect reference, sections 2.1 and 2.3).

use super::{ORGANISATION_ID, SERVICE_ACCOUNT_ID};
use crate::exchange::Request;
use crate::judge::Findings;

/// Section 2.3: two headers without a word on whether they are needed, so they may be left out, and may not be wrong.
const ACCOUNT: [(&str, &str); 2] =
    [("x-serviceaccount-id", SERVICE_ACCOUNT_ID), ("x-organisation-id", ORGANISATION_ID)];

/// Judges the headers of a call with a token. A body is JSON; the calls without one take none.
pub(super) fn judge(request: &Request<'_>, with_body: bool, findings: &mut Findings) {
    judge_accept(request, findings);
    for (name, right) in ACCOUNT {
        let path = format!("header.{name}");
        match request.header(name) {
            None if request.headers.contains_key(name) => {
                findings.add(path, "Duplicate", "must be given once, as text");
            }
            Some("") => findings.add(path, "Length", "must not be empty"),
            Some(value) if value != right => findings.add(path, "Credential", "is unknown to this gateway"),
            _ => {}
        }
    }
    if with_body {
        if !request.is_json() {
            findings.add("header.content-type", "Header", "must be application/json");
        }
        judge_no_query(request, findings);
    } else if !request.body.is_empty() {
        findings.add("body", "Unknown", "this call takes no body");
    }
}

/// Judges the headers of the call that gets a token. Its example has no header of its own (section 2.1), so neither an
/// old token nor an account belongs there.
pub(super) fn judge_token_call(request: &Request<'_>, findings: &mut Findings) {
    judge_accept(request, findings);
    if !request.is_of("application/x-www-form-urlencoded") {
        findings.add("header.content-type", "Header", "must be application/x-www-form-urlencoded");
    }
    for (name, _) in [("authorization", "")].iter().chain(&ACCOUNT) {
        if request.headers.contains_key(*name) {
            findings.add(format!("header.{name}"), "Unknown", "is no header of this call");
        }
    }
    judge_no_query(request, findings);
}

/// Notes a query where none is documented.
pub(super) fn judge_no_query(request: &Request<'_>, findings: &mut Findings) {
    if request.query.is_some() {
        findings.add("query", "Unknown", "this call takes no query");
    }
}

/// All answers are JSON; no example asks for it.
fn judge_accept(request: &Request<'_>, findings: &mut Findings) {
    let accepts = request.header("accept").is_some_and(|kind| ["application/json", "*/*"].contains(&kind));
    if request.headers.contains_key("accept") && !accepts {
        findings.add("header.accept", "Header", "must be application/json, or be left out");
    }
}
