//! What gateways push: requests that arrive, and the secret in their address.

use smskernel::webhook::{self, Headers, Limits, Request, UnreadableWebhook, Webhook};
use smskernel::{Members, Tell, blackkonnect, infobip, smslist};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::tree::{pairs, unpack};
use crate::{report, shared};

/// What a request says that arrived: its method, its packed header fields (names and values in turn), its query, its body;
/// and packed limits. An empty text says that there is no dialect of that name.
#[wasm_bindgen(js_name = parseWebhook)]
pub fn parse_webhook(dialect: &str, method: &str, headers: &[u8], query: &str, body: &[u8], limits: &[u8]) -> String {
    let Some((_, parse)) = DIALECTS.iter().find(|(name, _)| *name == dialect) else { return String::new() };
    report::told(Limits::from_value(unpack(limits)).map(|limits| {
        let headers = Headers::from_pairs(pairs(headers));
        read(*parse, &Request::new(method, headers, query, body).limits(limits))
    }))
}

/// Whether that is the secret.
#[wasm_bindgen(js_name = secretMatches)]
pub fn secret_matches(given: &[u8], expected: &[u8]) -> bool {
    webhook::secret_matches(given, expected)
}

/// The names of the header fields of a webhook that matter, in lower case; there is no need to pass others.
#[wasm_bindgen(js_name = webhookHeaders)]
pub fn webhook_headers() -> String {
    report::done(&Headers::NAMES)
}

/// Is there where XML is read, too. JavaScript knows the module by it.
#[cfg(feature = "xml")]
#[wasm_bindgen(js_name = readsXml)]
pub fn reads_xml() -> bool {
    true
}

/// Reads a webhook, and gives it with what of the request was read.
type Parse = fn(&Request<'_>) -> Result<(Box<dyn Members>, Vec<u8>), UnreadableWebhook>;

const DIALECTS: &[(&str, Parse)] = &[
    ("blackkonnect", |request| blackkonnect::parse_webhook(request).map(any)),
    ("infobip", |request| infobip::parse_webhook(request).map(any)),
    ("smslist", |request| smslist::parse_webhook(request).map(any)),
];

fn any<E: Tell + 'static>(mut webhook: Webhook<E>) -> (Box<dyn Members>, Vec<u8>) {
    let raw_body = std::mem::take(&mut webhook.raw_body);
    (Box::new(webhook), raw_body)
}

/// The JSON text of a webhook, or of why it is none (`unreadable`). `isQuery` says that the query was read in the place of the
/// body; JavaScript has both.
fn read(parse: Parse, request: &Request<'_>) -> String {
    match parse(request) {
        Ok((webhook, raw)) => shared::told(webhook.as_ref(), &[("isQuery", &(raw != request.body))]),
        Err(error) => report::report(&[("unreadable", &error), ("isQuery", &(error.raw_body != request.body))]),
    }
}
