//! How many parts the messages of a finished request take.

use crate::json::{self, Value, decode};
use crate::pieces::parts as parts_of;
use crate::text::{Options, count};

/// Where an operation's body has its texts.
struct Texts {
    operation: &'static str,
    /// The list of messages; none where the body is one.
    list: &'static str,
    /// The member that is the text; none where there are octets, which are one part.
    text: &'static str,
    /// The list of a message's destinations, or the text that has commas between them; none where it has one.
    destinations: &'static str,
}

const TEXTS: &[Texts] = &[
    Texts { operation: "infobip.send_text", list: "messages", text: "text", destinations: "destinations" },
    Texts { operation: "infobip.send_binary", list: "messages", text: "", destinations: "destinations" },
    Texts { operation: "infobip.send_text_single", list: "", text: "text", destinations: "to" },
    Texts { operation: "infobip.send_text_multi", list: "messages", text: "text", destinations: "to" },
    Texts { operation: "infobip.send_binary_single", list: "", text: "", destinations: "to" },
    Texts { operation: "infobip.send_binary_multi", list: "messages", text: "", destinations: "to" },
    Texts { operation: "blackkonnect.send_bulk", list: "messages", text: "text", destinations: "destinations" },
    Texts { operation: "blackkonnect.send_message", list: "", text: "text", destinations: "" },
    Texts { operation: "smslist.send_bulk", list: "smslist", text: "message", destinations: "" },
    Texts { operation: "smslist.send_sms", list: "", text: "message", destinations: "mobile" },
    Texts { operation: "smslist.send_otp", list: "", text: "message", destinations: "" },
];

/// How many parts each message of a finished body takes, one text to one number each, in the order sent.
///
/// An estimate, by [`text::count`](crate::text::count): what the gateway says in its reply (`smsCount`) can be compared with
/// it. `language` and `transliteration` of Infobip's messages are taken as
/// [`TextMessage::text_options`](crate::infobip::TextMessage::text_options) reads them; no document of the other gateways
/// names any. Empty for a body that is of no operation that sends.
#[must_use]
pub fn predicted_parts(operation: &str, body: &[u8]) -> Vec<usize> {
    let mut parts = Vec::new();
    let Some(texts) = TEXTS.iter().find(|texts| texts.operation == operation) else { return parts };
    let (body, _) = decode::text(body);
    let Ok(body) = json::parse(&body, json::MAX_DEPTH) else { return parts };
    let messages = match member(&body, texts.list) {
        Some(Value::List(messages)) => messages.as_slice(),
        _ => std::slice::from_ref(&body),
    };
    for message in messages {
        let each = text(member(message, texts.text)).map_or(1, |text| count(text, &options(operation, message)).parts);
        let times = match member(message, texts.destinations) {
            Some(Value::List(destinations)) => destinations.len(),
            Some(Value::String(destinations)) => parts_of(destinations, b',').count(),
            _ => 1,
        };
        parts.extend(std::iter::repeat_n(each, times));
    }
    parts
}

fn member<'v>(object: &'v Value<'_>, name: &str) -> Option<&'v Value<'v>> {
    match object {
        Value::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
        _ => None,
    }
}

fn text<'v>(value: Option<&'v Value<'_>>) -> Option<&'v str> {
    match value {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

#[cfg(feature = "infobip")]
fn options(operation: &str, message: &Value<'_>) -> Options {
    if !operation.starts_with("infobip.send_text") {
        return Options::default();
    }
    let language = member(message, "language");
    let flag = |name| match member(language?, name) {
        Some(Value::Bool(flag)) => Some(*flag),
        _ => None,
    };
    let code = language.and_then(|language| text(member(language, "languageCode")));
    let transliteration = text(member(message, "transliteration"));
    crate::infobip::text_options(code, flag("singleShift"), flag("lockingShift"), transliteration)
}

#[cfg(not(feature = "infobip"))]
fn options(_: &str, _: &Value<'_>) -> Options {
    Options::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_destination_has_its_parts() {
        let parts = |operation: &str, body: &str| predicted_parts(operation, body.as_bytes());
        let turkish =
            "Mesaj gönderimi yapmadan önce önizleme seçeneğini kullanmanız doğru karar vermenize yardımcı olur.";
        let message =
            |options: &str| format!(r#"{{"text":"{turkish}","destinations":[{{"to":"1"}},{{"to":"2"}}]{options}}}"#);
        let body = format!(
            r#"{{"messages":[{},{},{}]}}"#,
            message(""),
            message(r#","language":{"languageCode":"TR"}"#),
            message(r#","transliteration":"TURKISH""#)
        );
        #[cfg(feature = "infobip")]
        assert_eq!(parts("infobip.send_text", &body), [2, 2, 1, 1, 1, 1]);
        assert_eq!(parts("blackkonnect.send_bulk", &body), [2; 6]);
        assert_eq!(parts("infobip.send_binary", &body), [1; 6]);
        let simple = |to: &str| format!(r#"{{"to":{to},"text":"{turkish}"}}"#);
        assert_eq!(parts("infobip.send_text_single", &simple(r#""1""#)), [2]);
        assert_eq!(parts("infobip.send_text_single", &simple(r#"["1","2"]"#)), [2, 2]);
        let multi = format!(r#"{{"messages":[{},{}]}}"#, simple(r#"["1","2"]"#), simple(r#""3""#));
        assert_eq!(parts("infobip.send_text_multi", &multi), [2; 3]);
        assert_eq!(parts("infobip.send_binary_multi", &multi), [1; 3]);
        let binary = r#"{"to":["1","2"],"binary":{"hex":"41"}}"#;
        assert_eq!(parts("infobip.send_binary_single", binary), [1; 2]);
        assert_eq!(parts("blackkonnect.send_message", &format!(r#"{{"text":"{turkish}"}}"#)), [2]);
        let list = format!(r#"{{"count":2,"smslist":[{{"message":"Hi"}},{{"message":"{turkish}"}}]}}"#);
        assert_eq!(parts("smslist.send_bulk", &list), [1, 2]);
        let many = format!(r#"{{"mobile":"254712345678,254733123456","message":"{turkish}"}}"#);
        assert_eq!(parts("smslist.send_sms", &many), [2, 2]);
        assert_eq!(parts("smslist.send_otp", r#"{"mobile":"254712345678","message":"Hi"}"#), [1]);
        assert!(parts("blackkonnect.get_token", "{}").is_empty());
        assert!(parts("smslist.send_bulk", "{").is_empty());
    }
}
