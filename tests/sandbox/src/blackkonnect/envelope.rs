//! The envelope that all answers but the bare statuses come in (Blackkonnect reference, sections 3, 4 and 6.14).

use crate::exchange::{Answer, Ids, Request, Ruling};
use crate::json::Json;
use crate::judge::Findings;
use crate::mischief::Modes;
use crate::modes::Mode;

/// What differs from one envelope to the next.
pub(super) struct Envelope {
    pub(super) request_id: Option<String>,
    pub(super) data: Json,
    pub(super) items: Vec<Json>,
    pub(super) pagination: Json,
}

impl Envelope {
    /// An envelope without contents, as a simple send prints it (section 3): `null` and a list of one `null`, in the
    /// older generation `{}` for both.
    pub(super) fn empty(modes: &Modes, request_id: Option<&str>) -> Self {
        let request_id = request_id.map(str::to_owned);
        Self { request_id, data: nothing(modes), items: vec![nothing(modes)], pagination: pagination(0, 0, 0) }
    }

    /// The envelope's members in the order of the documents, but for `isSuccessful`, which comes last of all; and the
    /// correlation id among them.
    pub(super) fn open(self, modes: &Modes, ids: &Ids, code: u32, message: Json) -> (Json, String) {
        let correlation_id = uuid("c0", ids.next());
        let mut body = Json::object([("code", Json::number(code)), ("message", message), ("data", self.data)]);
        if !modes.has(&Mode::NoIds) {
            let number = ids.next();
            body.push("correlationId", Json::text(correlation_id.as_str()));
            body.push("conversationId", Json::text(uuid("c1", number)));
            body.push("requestId", Json::text(self.request_id.unwrap_or_else(|| uuid("c2", number))));
        }
        body.push("items", Json::List(self.items));
        body.push("itemPagination", self.pagination);
        (body, correlation_id)
    }
}

/// What stands where there is nothing to say: `null`, in the older generation `{}`.
pub(super) fn nothing(modes: &Modes) -> Json {
    if modes.has(&Mode::Old) { Json::Object(Vec::new()) } else { Json::Null }
}

/// `ItemPagination` (section 6.3).
pub(super) fn pagination(total: usize, size: usize, number: usize) -> Json {
    Json::object([
        ("totalElements", Json::number(total)),
        ("pageSize", Json::number(size)),
        ("totalPages", Json::number(if size == 0 { 0 } else { total.div_ceil(size) })),
        ("pageNumber", Json::number(number)),
        ("offSet", Json::number(size.saturating_mul(number))),
    ])
}

/// A refusal inside HTTP 200, which the documents do not rule out (section 8). Its message is a text, in the older
/// generation an object, since the documents show either.
pub(super) fn unsuccessful(request: &Request<'_>) -> Ruling {
    let text = Json::text("The request could not be processed");
    let message = if request.modes.has(&Mode::Old) { Json::object([("reason", text)]) } else { text };
    let (mut body, _) = Envelope::empty(request.modes, None).open(request.modes, request.ids, 1001, message);
    body.push("isSuccessful", Json::Bool(false));
    Ruling::Bad(Answer::json(200, &body), Findings::default())
}

/// An id in the form of a UUID, made of a prefix of two digits and a number.
pub(super) fn uuid(prefix: &str, number: u64) -> String {
    format!("{prefix}000000-0000-4000-8000-{number:012x}")
}
