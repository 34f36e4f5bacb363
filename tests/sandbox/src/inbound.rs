//! A message that came in, for infobip's inbox (Infobip reference, section 6.4).

use crate::json::Json;
use crate::run::clock::{self, Time};
use crate::sms;

/// One message to a number of the account.
#[derive(Clone, Debug)]
pub(crate) struct Inbound {
    pub(crate) id: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) text: String,
    pub(crate) keyword: Option<String>,
    pub(crate) callback_data: Option<String>,
    pub(crate) received_at: Time,
    /// Whether it was handed out, or is pushed instead.
    pub(crate) gone: bool,
}

impl Inbound {
    /// An element of `results`. `cleanText` is the text without the keyword it begins with.
    pub(crate) fn to_json(&self, old: bool) -> Json {
        let keyword = self.keyword.as_deref().unwrap_or_default();
        let clean = self.text.strip_prefix(keyword).unwrap_or(&self.text).trim_start();
        let mut entry = Json::object([
            ("messageId", Json::text(self.id.as_str())),
            ("from", Json::text(self.from.as_str())),
            ("to", Json::text(self.to.as_str())),
            ("text", Json::text(self.text.as_str())),
            ("cleanText", Json::text(clean)),
        ]);
        if let Some(keyword) = &self.keyword {
            entry.push("keyword", Json::text(keyword.as_str()));
        }
        entry.push("receivedAt", Json::text(clock::infobip(self.received_at, old)));
        entry.push("smsCount", Json::number(sms::parts(&self.text, false, false)));
        entry.push("price", crate::infobip::price("0.00"));
        if let Some(data) = &self.callback_data {
            entry.push("callbackData", Json::text(data.as_str()));
        }
        entry
    }
}

/// The object that is pulled and pushed alike.
pub(crate) fn envelope(results: Vec<Json>, pending: usize) -> Json {
    let count = results.len();
    Json::object([
        ("results", Json::List(results)),
        ("messageCount", Json::number(count)),
        ("pendingMessageCount", Json::number(pending)),
    ])
}
