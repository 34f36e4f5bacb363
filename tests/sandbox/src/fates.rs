//! What a test is told of the messages and of what was pushed, to compare with what its client was told.

use crate::json::Json;
use crate::received::optional;

/// One message and what became of it so far, by the clock of its run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// The `/run/NAME/` it came in.
    pub run: Option<String>,
    /// `infobip`, `smslist` or `blackkonnect`.
    pub dialect: &'static str,
    /// The number as sent.
    pub to: String,
    /// The client's id, or the gateway's where the client gave none.
    pub id: Option<String>,
    /// The gateway's id.
    pub gateway_id: Option<String>,
    /// Blackkonnect: the `correlationId` of the reply.
    pub correlation_id: Option<String>,
    /// The id of its bulk, if it has one.
    pub bulk_id: Option<String>,
    /// `refused` in the answer; `scheduled`, `paused`, `enroute`, `waiting`; `delivered`, `undeliverable`, `expired`,
    /// `rejected`, `cancelled`; `sent` or `pending` where nothing more will come.
    pub state: &'static str,
    /// What the gateway calls it: the name of the status, the `delivery-description`, or the `deliveryStatus`.
    pub status: Option<&'static str>,
    /// Whether the last word was spoken.
    pub is_final: bool,
    /// How often its last report was handed out to who asked.
    pub pulled: u32,
    /// How often its last report was pushed and taken.
    pub pushed: u32,
    /// How often an intermediate report was pushed and taken.
    pub intermediate_pushed: u32,
}

impl Fate {
    pub(crate) fn to_json(&self) -> Json {
        let text = |text: &Option<String>| optional(text.as_deref());
        Json::object([
            ("run", text(&self.run)),
            ("dialect", Json::text(self.dialect)),
            ("to", Json::text(self.to.as_str())),
            ("id", text(&self.id)),
            ("gateway_id", text(&self.gateway_id)),
            ("correlation_id", text(&self.correlation_id)),
            ("bulk_id", text(&self.bulk_id)),
            ("state", Json::text(self.state)),
            ("status", optional(self.status)),
            ("is_final", Json::Bool(self.is_final)),
            ("pulled", Json::number(self.pulled)),
            ("pushed", Json::number(self.pushed)),
            ("intermediate_pushed", Json::number(self.intermediate_pushed)),
        ])
    }
}

/// One try to push something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pushed {
    /// The run it belongs to.
    pub run: Option<String>,
    /// `report`, `intermediate`, `inbound` or `click`.
    pub kind: &'static str,
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Where it went, the query of a `GET` included.
    pub url: String,
    /// The media type of the body; empty for a `GET`.
    pub content_type: &'static str,
    /// What was sent.
    pub body: String,
    /// The time on the run's clock at which it was due.
    pub at: String,
    /// 0 for the first try, n for the retry of that number.
    pub retry: u32,
    /// What was answered; none if nothing was.
    pub status: Option<u16>,
    /// The body of the answer, or why there is none.
    pub reply: String,
    /// When the next try is due; none if this one was taken, or given up.
    pub next_at: Option<String>,
}

impl Pushed {
    pub(crate) fn to_json(&self) -> Json {
        Json::object([
            ("run", optional(self.run.as_deref())),
            ("kind", Json::text(self.kind)),
            ("method", Json::text(self.method)),
            ("url", Json::text(self.url.as_str())),
            ("content_type", Json::text(self.content_type)),
            ("body", Json::text(self.body.as_str())),
            ("at", Json::text(self.at.as_str())),
            ("retry", Json::number(self.retry)),
            ("status", self.status.map_or(Json::Null, Json::number)),
            ("reply", Json::text(self.reply.as_str())),
            ("next_at", optional(self.next_at.as_deref())),
        ])
    }
}
