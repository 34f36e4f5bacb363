//! The `smslist` gateway: `POST /api/services/sendbulk` of the Kenyan bulk-SMS platform (smslist reference, sections
//! 1 to 6; the page "Send bulk").

mod bulk;
mod reply;

use crate::exchange::{Answer, Dialect, Request, Ruling};
use crate::json::Json;
use crate::judge::Findings;
use crate::mischief::Modes;
use crate::modes::Mode;

use self::reply::{invalid, refusal};

/// The account's partner id.
pub const PARTNER_ID: &str = "12345";
/// The account's API key.
pub const API_KEY: &str = "sandbox-apikey";
/// The account's sender id.
pub const SHORTCODE: &str = "SANDBOX";

/// Section 5.
const INVALID_CREDENTIALS: (u16, &str) = (1006, "Invalid credentials");

struct SendBulk;

/// The endpoint a path ends in. Documents of the older generation print a trailing slash, newer ones none (section 2).
pub(crate) fn find(path: &[&str]) -> Option<Box<dyn Dialect>> {
    match path {
        [.., "api", "services", "sendbulk"] | [.., "api", "services", "sendbulk", ""] => Some(Box::new(SendBulk)),
        _ => None,
    }
}

impl Dialect for SendBulk {
    fn rule(&self, request: &Request<'_>) -> Ruling {
        let modes = request.modes;
        let mut findings = Findings::default();
        if request.method != "POST" {
            findings.add("method", "Method", format!("must be POST, not {}", request.method));
            let answer = refusal(modes, 405, (1010, "Unsupported request type"));
            return Ruling::Bad(answer.header("allow", "POST"), findings);
        }
        if !request.is_json() {
            findings.add("header.content-type", "Header", "must be application/json");
            return Ruling::Bad(refusal(modes, 400, (1009, "Unsupported data type")), findings);
        }
        if request.query.is_some() {
            findings.add("query", "Unknown", "a bulk send takes no query");
        }
        let body = match Json::parse(request.body) {
            Ok(body) => body,
            Err(text) => {
                findings.add("body", "Json", text);
                return Ruling::Bad(refusal(modes, 400, (1009, "Unsupported data type")), findings);
            }
        };
        let (items, whole) = bulk::judge(&body, modes, &mut findings);
        if let Some(whole) = whole {
            return Ruling::Bad(refusal(modes, 200, whole), findings);
        }
        if !findings.is_empty() {
            return Ruling::Bad(invalid(modes, &findings), findings);
        }
        if modes.has(&Mode::Nameless) {
            return reply::nameless(modes, &items);
        }
        reply::accept(request, &items)
    }

    /// Section 2: credentials are refused with 401 by one deployment; section 5 has the codes.
    fn error(&self, status: u16) -> Answer {
        let code = if status < 500 { INVALID_CREDENTIALS } else { (4090, "Internal Error. Try again after 5 minutes") };
        refusal(&Modes::default(), status, code)
    }
}
