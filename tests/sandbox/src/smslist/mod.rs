//! The `smslist` gateway of the Kenyan bulk-SMS platforms: what its calls have in common (smslist reference, sections 1
//! to 7). One file judges and answers each kind of call.

mod account;
mod bulk;
mod credentials;
mod reply;
mod report;
mod single;

use crate::exchange::{Answer, Dialect, Request, Ruling};
use crate::json::Json;
use crate::judge::{Fields, Findings};
use crate::mischief::Modes;
use crate::modes::Mode;
use crate::urlencoded;

pub use self::account::CHILD_ID;
pub use self::credentials::{API_KEY, PARTNER_ID, SHORTCODE};
use self::reply::{invalid, refusal};
pub(crate) use self::report::{SHAPES, callback};

/// Section 5.
const INVALID_CREDENTIALS: (u16, &str) = (1006, "Invalid credentials");

/// The endpoints, for `GET /`. All may end in a slash.
pub(crate) const PATHS: &[&str] = &[
    "POST …/api/services/sendbulk",
    "POST …/api/services/sendsms",
    "GET …/api/services/sendsms",
    "POST …/api/services/sendotp",
    "GET …/api/services/sendotp",
    "POST …/api/services/getdlr",
    "GET …/api/services/getdlr",
    "POST …/api/services/getbalance",
    "GET …/api/services/getbalance",
    "POST …/api/services/credit",
];

/// What an endpoint does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    SendBulk,
    SendSms,
    SendOtp,
    GetReport,
    GetBalance,
    Credit,
}

/// The endpoint a path ends in. Documents of the older generation print a trailing slash, newer ones none (section 2).
pub(crate) fn find(path: &[&str]) -> Option<Box<dyn Dialect>> {
    let path = path.strip_suffix(&[""]).unwrap_or(path);
    let [.., "api", "services", name] = path else {
        return None;
    };
    Some(Box::new(match *name {
        "sendbulk" => Kind::SendBulk,
        "sendsms" => Kind::SendSms,
        "sendotp" => Kind::SendOtp,
        "getdlr" => Kind::GetReport,
        "getbalance" => Kind::GetBalance,
        "credit" => Kind::Credit,
        _ => return None,
    }))
}

/// The code that refuses a whole request.
type Whole = Option<(u16, &'static str)>;

impl Kind {
    fn methods(self) -> &'static [&'static str] {
        if matches!(self, Self::SendBulk | Self::Credit) { &["POST"] } else { &["POST", "GET"] }
    }

    /// The answer to a body; none if it is to be refused with what was found.
    fn answer(self, request: &Request<'_>, body: &Json, findings: &mut Findings) -> Result<Option<Ruling>, Whole> {
        let modes = request.modes;
        if self == Self::SendBulk {
            let (items, whole) = bulk::judge(body, modes, findings);
            return match whole {
                Some(_) => Err(whole),
                None if !findings.is_empty() => Ok(None),
                None if modes.has(&Mode::Nameless) => Ok(Some(reply::nameless(modes, &items))),
                None => Ok(Some(reply::accept(request, &items))),
            };
        }
        let table = match self {
            Self::SendSms => single::SEND_SMS,
            Self::SendOtp => single::SEND_OTP,
            Self::GetReport => report::FIELDS,
            Self::GetBalance => account::BALANCE,
            _ => account::CREDIT,
        };
        let Some(fields) = Fields::open(body, "", table, 1, findings) else {
            return Ok(None);
        };
        let whole = credentials::judge(&fields, true, findings);
        let judged = match self {
            Self::SendSms | Self::SendOtp => single::judge(&fields, request.method, findings),
            Self::GetReport => report::answer(request, &fields, findings),
            Self::GetBalance => account::balance(request),
            _ => account::credit(request, &fields, whole.is_none(), findings),
        };
        match judged {
            _ if whole.is_some() => Err(whole),
            Judged::Whole(code) => Err(Some(code)),
            _ if !findings.is_empty() => Ok(None),
            Judged::Answer(answer) => Ok(Some(Ruling::Good(answer, Vec::new()))),
            Judged::Items(items) if modes.has(&Mode::Nameless) => Ok(Some(reply::nameless(modes, &items))),
            Judged::Items(items) => Ok(Some(reply::accept(request, &items))),
            Judged::Nothing => Ok(None),
        }
    }
}

/// What a judge says of a body.
enum Judged<'a> {
    Answer(Answer),
    Items(Vec<bulk::Item<'a>>),
    /// The whole request is refused.
    Whole((u16, &'static str)),
    /// There is something among the findings.
    Nothing,
}

/// The body of a call, which in a `GET` stands in the query. The error is a sentence for people.
fn body(request: &Request<'_>) -> Result<Json, String> {
    if request.method == "POST" {
        return Json::parse(request.body);
    }
    let pairs = urlencoded::pairs(request.query.unwrap_or_default())?;
    Ok(Json::Object(pairs.into_iter().map(|(name, value)| (name, Json::text(value))).collect()))
}

impl Dialect for Kind {
    fn rule(&self, request: &Request<'_>) -> Ruling {
        let modes = request.modes;
        let mut findings = Findings::default();
        if !self.methods().contains(&request.method) {
            let allowed = self.methods().join(", ");
            findings.add("method", "Method", format!("must be {allowed}, not {}", request.method));
            let answer = refusal(modes, 405, (1010, "Unsupported request type"));
            return Ruling::Bad(answer.header("allow", &allowed), findings);
        }
        if request.method == "POST" && !request.is_json() {
            findings.add("header.content-type", "Header", "must be application/json");
            return Ruling::Bad(refusal(modes, 400, (1009, "Unsupported data type")), findings);
        }
        if request.method == "POST" && request.query.is_some() {
            findings.add("query", "Unknown", "a POST takes no query");
        }
        if request.method == "GET" && !request.body.is_empty() {
            findings.add("body", "Unknown", "a GET takes no body");
        }
        let body = match body(request) {
            Ok(body) => body,
            Err(text) => {
                let (path, rule) = if request.method == "POST" { ("body", "Json") } else { ("query", "Form") };
                findings.add(path, rule, text);
                return Ruling::Bad(refusal(modes, 400, (1009, "Unsupported data type")), findings);
            }
        };
        match self.answer(request, &body, &mut findings) {
            Err(Some(whole)) => Ruling::Bad(refusal(modes, 200, whole), findings),
            Ok(Some(ruling)) => ruling,
            _ => Ruling::Bad(invalid(modes, &findings), findings),
        }
    }

    /// Section 2: credentials are refused with 401 by one deployment; section 5 has the codes.
    fn error(&self, status: u16) -> Answer {
        let code = if status < 500 { INVALID_CREDENTIALS } else { (4090, "Internal Error. Try again after 5 minutes") };
        refusal(&Modes::default(), status, code)
    }
}
