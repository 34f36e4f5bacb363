//! The endpoints, what each takes, and the paths they are found by (Infobip reference, section 1).

use crate::exchange::Dialect;

/// What a short send carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Text,
    Binary,
}

/// What an endpoint does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Binary,
    Single(Content),
    Multi(Content),
    Reports,
    Logs,
    InboxReports,
    InboxLogs,
    Schedule,
    BulkStatus,
    Preview,
    Balance,
    Session,
    AccessToken,
    /// The id as it stands in the path, still encoded.
    Conversion(String),
}

/// One endpoint.
#[derive(Debug)]
pub(super) struct Endpoint {
    pub(super) version: u8,
    pub(super) kind: Kind,
}

/// The endpoints, for `GET /`.
pub(crate) const PATHS: &[&str] = &[
    "POST …/sms/1/text/advanced",
    "POST …/sms/2/text/advanced",
    "POST …/sms/1/binary/advanced",
    "POST …/sms/2/binary/advanced",
    "POST …/sms/1/text/single",
    "POST …/sms/2/text/single",
    "POST …/sms/1/text/multi",
    "POST …/sms/1/binary/single",
    "POST …/sms/1/binary/multi",
    "POST …/sms/1/preview",
    "GET …/sms/1/reports",
    "GET …/sms/1/logs",
    "GET …/sms/1/inbox/reports",
    "GET …/sms/1/inbox/logs",
    "GET …/sms/1/bulks",
    "PUT …/sms/1/bulks",
    "GET …/sms/1/bulks/status",
    "PUT …/sms/1/bulks/status",
    "GET …/account/1/balance",
    "POST …/auth/1/session",
    "DELETE …/auth/1/session",
    "POST …/auth/1/oauth2/token",
    "POST …/ct/1/log/end/{messageId}",
];

/// The endpoint a path ends in: versions 1 and 2 share their request bodies but for a few fields.
pub(crate) fn find(path: &[&str]) -> Option<Box<dyn Dialect>> {
    let kind = match path {
        [.., "sms", "1" | "2", "text", "advanced"] => Kind::Text,
        [.., "sms", "1" | "2", "binary", "advanced"] => Kind::Binary,
        [.., "sms", "1" | "2", "text", "single"] => Kind::Single(Content::Text),
        [.., "sms", "1", "text", "multi"] => Kind::Multi(Content::Text),
        [.., "sms", "1", "binary", "single"] => Kind::Single(Content::Binary),
        [.., "sms", "1", "binary", "multi"] => Kind::Multi(Content::Binary),
        [.., "sms", "1", "inbox", "reports"] => Kind::InboxReports,
        [.., "sms", "1", "inbox", "logs"] => Kind::InboxLogs,
        [.., "sms", "1", "bulks", "status"] => Kind::BulkStatus,
        [.., "sms", "1", "reports"] => Kind::Reports,
        [.., "sms", "1", "logs"] => Kind::Logs,
        [.., "sms", "1", "bulks"] => Kind::Schedule,
        [.., "sms", "1", "preview"] => Kind::Preview,
        [.., "account", "1", "balance"] => Kind::Balance,
        [.., "auth", "1", "session"] => Kind::Session,
        [.., "auth", "1", "oauth2", "token"] => Kind::AccessToken,
        [.., "ct", "1", "log", "end", id] => Kind::Conversion((*id).to_owned()),
        _ => return None,
    };
    let sends = matches!(kind, Kind::Text | Kind::Binary | Kind::Single(_));
    let version = if sends && path.iter().rev().nth(2) == Some(&"2") { 2 } else { 1 };
    Some(Box::new(Endpoint { version, kind }))
}

impl Endpoint {
    pub(super) fn methods(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Reports | Kind::Logs | Kind::InboxReports | Kind::InboxLogs | Kind::Balance => &["GET"],
            Kind::Schedule | Kind::BulkStatus => &["GET", "PUT"],
            Kind::Session => &["POST", "DELETE"],
            _ => &["POST"],
        }
    }

    /// The media type of the body, none where there is no body.
    pub(super) fn media_type(&self, method: &str) -> Option<&'static str> {
        match self.kind {
            Kind::AccessToken => Some("application/x-www-form-urlencoded"),
            Kind::Conversion(_) => None,
            _ if method == "GET" || method == "DELETE" => None,
            _ => Some("application/json"),
        }
    }

    pub(super) fn has_query(&self) -> bool {
        matches!(
            self.kind,
            Kind::Reports | Kind::Logs | Kind::InboxReports | Kind::InboxLogs | Kind::Schedule | Kind::BulkStatus
        )
    }

    /// Whether the call brings its credentials in its body (section 8).
    pub(super) fn opens(&self, method: &str) -> bool {
        self.kind == Kind::AccessToken || self.kind == Kind::Session && method == "POST"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_end_in_an_endpoint() {
        let found = |path: &str| find(&path.split('/').collect::<Vec<_>>()).is_some();
        for path in ["sms/1/text/advanced", "restapi/sms/2/text/advanced", "sms/1/bulks/status", "ct/1/log/end/a%2Fb"] {
            assert!(found(path), "{path}");
        }
        for path in [
            "sms/3/text/advanced",
            "sms/1/text/advanced/",
            "text/advanced",
            "sms/2/text/multi",
            "sms/2/reports",
            "ct/1/log/end",
        ] {
            assert!(!found(path), "{path}");
        }
    }
}
