//! The query of a bulk's status: `page`, `size` and `sort` (Blackkonnect reference, section 5.1). The documents name
//! them and no more; the trio is that of Spring Data, whose rules are taken here.

use super::status::FIELDS;
use crate::exchange::Request;
use crate::judge::Findings;
use crate::urlencoded;

/// Which page of a list, and in which order.
#[derive(Debug)]
pub(super) struct Page {
    /// Counted from 0.
    pub(super) number: usize,
    pub(super) size: usize,
    /// A field, and whether the order is descending.
    pub(super) sort: Option<(String, bool)>,
}

/// Judges a query. What it returns is whole only if nothing was found.
pub(super) fn judge(request: &Request<'_>, findings: &mut Findings) -> Page {
    let mut page = Page { number: 0, size: 20, sort: None };
    let pairs = match request.query.map(urlencoded::pairs) {
        Some(Ok(pairs)) => pairs,
        Some(Err(text)) => {
            findings.add("query", "Form", text);
            return page;
        }
        None => return page,
    };
    for (index, (name, value)) in pairs.iter().enumerate() {
        let path = format!("query.{name}");
        if pairs.iter().take(index).any(|(earlier, _)| earlier == name) {
            findings.add(path, "Duplicate", "is given more than once");
            continue;
        }
        match name.as_str() {
            "page" => page.number = count(value, 0, &path, findings),
            "size" => page.size = count(value, 1, &path, findings),
            "sort" => page.sort = sort(value, &path, findings),
            _ => findings.add(path, "Unknown", "is not a documented parameter"),
        }
    }
    page
}

/// A whole number of 32 bits, not below a least one.
fn count(text: &str, least: usize, path: &str, findings: &mut Findings) -> usize {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        findings.add(path, "Type", "must be a whole number");
        return least;
    }
    let number = text.parse::<i32>().ok().and_then(|number| usize::try_from(number).ok());
    number.filter(|number| *number >= least).unwrap_or_else(|| {
        findings.add(path, "Range", format!("must lie within {least} to {}", i32::MAX));
        least
    })
}

/// A field of a status, then `asc` or `desc`.
fn sort(text: &str, path: &str, findings: &mut Findings) -> Option<(String, bool)> {
    let Some((field, direction @ ("asc" | "desc"))) = text.split_once(',') else {
        findings.add(path, "Form", "must be a field, a comma, and asc or desc");
        return None;
    };
    if !FIELDS.contains(&field) {
        findings.add(path, "Choice", format!("must be one of {}", FIELDS.join(", ")));
    }
    Some((field.to_owned(), direction == "desc"))
}
