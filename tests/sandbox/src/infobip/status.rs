//! The statuses and errors that this gateway gives (Infobip reference, sections 10.2 and 10.3; descriptions of section 4
//! where it has one).

use crate::json::Json;

/// A status of a message.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Status {
    group: (u8, &'static str),
    pub(crate) id: u16,
    pub(crate) name: &'static str,
    description: &'static str,
}

impl Status {
    /// As it stands in answers and reports.
    pub(crate) fn to_json(&self) -> Json {
        Json::object([
            ("groupId", Json::number(self.group.0)),
            ("groupName", Json::text(self.group.1)),
            ("id", Json::number(self.id)),
            ("name", Json::text(self.name)),
            ("description", Json::text(self.description)),
        ])
    }

    /// The group's name, by which the log is searched.
    pub(crate) fn group(&self) -> &'static str {
        self.group.1
    }
}

/// An error of a report.
#[derive(Debug)]
pub(crate) struct Fault {
    group: (u8, &'static str),
    id: u16,
    name: &'static str,
    description: &'static str,
    permanent: bool,
}

impl Fault {
    pub(crate) fn to_json(&self) -> Json {
        Json::object([
            ("groupId", Json::number(self.group.0)),
            ("groupName", Json::text(self.group.1)),
            ("id", Json::number(self.id)),
            ("name", Json::text(self.name)),
            ("description", Json::text(self.description)),
            ("permanent", Json::Bool(self.permanent)),
        ])
    }
}

/// Section 10.2.
pub(crate) mod statuses {
    use super::Status;

    const PENDING: (u8, &str) = (1, "PENDING");
    const UNDELIVERABLE: (u8, &str) = (2, "UNDELIVERABLE");
    const DELIVERED: (u8, &str) = (3, "DELIVERED");
    const EXPIRED_GROUP: (u8, &str) = (4, "EXPIRED");
    const REJECTED: (u8, &str) = (5, "REJECTED");

    const fn row(group: (u8, &'static str), id: u16, name: &'static str, description: &'static str) -> Status {
        Status { group, id, name, description }
    }

    pub(crate) const DELIVERED_TO_OPERATOR: Status =
        row(DELIVERED, 2, "DELIVERED_TO_OPERATOR", "Message delivered to operator");
    pub(crate) const WAITING_DELIVERY: Status =
        row(PENDING, 3, "PENDING_WAITING_DELIVERY", "Message sent, waiting for delivery report");
    pub(crate) const REJECTED_OPERATOR: Status =
        row(UNDELIVERABLE, 4, "UNDELIVERABLE_REJECTED_OPERATOR", "Message rejected by operator");
    pub(crate) const DELIVERED_TO_HANDSET: Status =
        row(DELIVERED, 5, "DELIVERED_TO_HANDSET", "Message delivered to handset");
    pub(crate) const NETWORK: Status = row(REJECTED, 6, "REJECTED_NETWORK", "Network is forbidden");
    pub(crate) const ENROUTE: Status = row(PENDING, 7, "PENDING_ENROUTE", "Message sent to next instance");
    pub(crate) const NOT_DELIVERED: Status =
        row(UNDELIVERABLE, 9, "UNDELIVERABLE_NOT_DELIVERED", "Message sent not delivered");
    pub(crate) const DND: Status = row(REJECTED, 10, "REJECTED_DND", "Destination on DND list");
    pub(crate) const NOT_ENOUGH_CREDITS: Status =
        row(REJECTED, 12, "REJECTED_NOT_ENOUGH_CREDITS", "Not enough credits");
    pub(crate) const EXPIRED: Status = row(EXPIRED_GROUP, 15, "EXPIRED_EXPIRED", "Message expired");
    pub(crate) const DUPLICATE_MESSAGE_ID: Status =
        row(REJECTED, 23, "REJECTED_DUPLICATE_MESSAGE_ID", "Duplicate message id");
    pub(crate) const TOO_LONG: Status = row(REJECTED, 25, "REJECTED_MESSAGE_TOO_LONG", "Message too long");
    pub(crate) const ACCEPTED: Status = row(PENDING, 26, "PENDING_ACCEPTED", "Pending Accepted");
    pub(crate) const DLR_UNKNOWN: Status = row(EXPIRED_GROUP, 29, "EXPIRED_DLR_UNKNOWN", "No delivery report came");
    pub(crate) const NOT_SENT: Status = row(UNDELIVERABLE, 31, "UNDELIVERABLE_NOT_SENT", "Message not sent");
}

/// Section 10.3.
pub(crate) mod faults {
    use super::Fault;

    const HANDSET: (u8, &str) = (1, "HANDSET_ERRORS");
    const USER: (u8, &str) = (2, "USER_ERRORS");
    const OPERATOR: (u8, &str) = (3, "OPERATOR_ERRORS");

    const fn row(group: (u8, &'static str), id: u16, name: &'static str, description: &'static str) -> Fault {
        Fault { group, id, name, description, permanent: false }
    }

    const fn permanent(group: (u8, &'static str), id: u16, name: &'static str, description: &'static str) -> Fault {
        Fault { group, id, name, description, permanent: true }
    }

    /// The samples spell the group `Ok`, the schema `OK`.
    pub(crate) const NONE: Fault = row((0, "Ok"), 0, "NO_ERROR", "No Error");
    pub(crate) const UNKNOWN_SUBSCRIBER: Fault = permanent(HANDSET, 1, "EC_UNKNOWN_SUBSCRIBER", "Unknown Subscriber");
    pub(crate) const ABSENT_SUBSCRIBER: Fault = row(HANDSET, 27, "EC_ABSENT_SUBSCRIBER", "Absent Subscriber");
    pub(crate) const PROVIDER_GENERAL_ERROR: Fault =
        row(HANDSET, 500, "EC_PROVIDER_GENERAL_ERROR", "Provider General Error");
    pub(crate) const TIME_OUT: Fault = row(OPERATOR, 2048, "EC_TIME_OUT", "Time Out");
    pub(crate) const DESTINATION_BLACKLISTED: Fault =
        permanent(USER, 2052, "EC_BLACKLISTED_DESTINATIONADDRESS", "Blacklisted Destination Address");
    pub(crate) const SENDER_BLACKLISTED: Fault =
        permanent(USER, 2053, "EC_BLACKLISTED_SENDERADDRESS", "Blacklisted Sender Address");
    pub(crate) const MESSAGE_CANCELED: Fault = permanent(USER, 4100, "EC_MESSAGE_CANCELED", "Message Canceled");
    pub(crate) const VALIDITY_EXPIRED: Fault = row(OPERATOR, 4098, "EC_VP_EXPIRED", "Validity Period Expired");
}
