//! What arrives holds numbers and texts, and its query or path the shared secret.

use smskernel::blackkonnect::parse_webhook;
use smskernel::webhook::{Headers, Request};

use crate::search::Printed;
use crate::{KEY, NUMBER, TEXT};

#[test]
fn webhooks_print_no_number_no_text_and_no_secret() {
    let event = |more: &str| {
        format!(
            r#"{{"messageId":"A","destination":"{NUMBER}","messageContent":"{TEXT}","sourceAddress":"{NUMBER}"{more}}}"#
        )
    };
    let stranger = format!(r#"{{"text":"{TEXT}","number":"{NUMBER}"}}"#);
    let bodies = [
        event(""),
        event(&format!(r#","other":"{TEXT}""#)),
        format!("[{},{stranger},\"{NUMBER} {TEXT}\"]", event("")),
        format!(r#"{{"items":[{},{stranger}]}}"#, event("")),
        stranger.clone(),
        format!("{stranger} {stranger}"),
        format!("{{\"{TEXT}"),
        format!("number={NUMBER}&text={TEXT}"),
        format!("<text>{TEXT}</text>"),
        TEXT.to_owned(),
        String::new(),
    ];
    let query = format!("secret={KEY}");
    let mut printed = Printed::default();
    for body in &bodies {
        for (method, content_type) in [("POST", "application/json"), ("GET", "text/xml"), ("PUT", KEY)] {
            let headers = Headers::from_pairs([("Content-Type", content_type), ("X-Secret", KEY)]);
            printed.debug("headers", &headers);
            let request = Request::new(method, headers, &query, body.as_bytes());
            printed.debug("request", &request);
            match parse_webhook(&request) {
                Ok(webhook) => {
                    printed.debug("webhook", &webhook);
                    for malformed in &webhook.malformed {
                        printed.display("malformed entry", malformed);
                        printed.text("reason", &*malformed.reason);
                    }
                }
                Err(error) => {
                    printed.display("error", &error);
                    printed.json("error", &error);
                }
            }
        }
    }
    printed.holds_none_of(&[KEY, NUMBER, TEXT]);
}
