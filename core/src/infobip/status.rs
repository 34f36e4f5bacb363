//! The gateway's table of statuses, and what each means for a message.
//!
//! Documented: "General status codes" of the vendor's error code page, and the 2015 manual of a white label. The last
//! column, whether a message may be sent again, is inferred from the names and notes there, unless said otherwise.

use std::fmt;

use crate::mask;
use crate::outcome::{Outcome, Resend, State, excerpt};
use crate::pieces::behind_last;
use crate::tell::answer;
use crate::violation::Grade;

/// One status of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatusRow {
    /// Its number.
    pub id: i64,
    /// The group that it belongs to.
    pub group: i64,
    /// Its name today.
    pub name: &'static str,
    /// Its name in 2015, if another.
    pub name_2015: Option<&'static str>,
    /// Whether the message may be sent again.
    pub resend: Resend,
    /// Why.
    pub note: &'static str,
    /// How well that advice is known; number, name and group are documented.
    pub grade: Grade,
    /// Where it comes from.
    pub source: &'static str,
}

/// Where numbers, names and groups come from, and what the advice is concluded from.
const PAGE: &str = "vendor's page on response statuses, general status codes";
/// Where the names of 2015 come from.
const MANUAL: &str = "vendor's page on response statuses; white label's manual of 2015";

const fn row(
    id: i64,
    group: i64,
    name: &'static str,
    name_2015: Option<&'static str>,
    resend: Resend,
    note: &'static str,
) -> StatusRow {
    let source = if name_2015.is_some() { MANUAL } else { PAGE };
    StatusRow { id, group, name, name_2015, resend, note, grade: Grade::Inferred, source }
}

use crate::pieces::integer;
use Resend::{AfterFix, Never, Safe, SafeAfter, Uncertain};

/// Every status that the documents name.
pub const STATUSES: &[StatusRow] = &[
    row(0, 0, "MESSAGE_ACCEPTED", None, Never, "taken; seen in replies to sends of 2015"),
    row(1, 1, "PENDING_TIME_VIOLATION", None, Never, "waits for its delivery window"),
    row(WITH_OPERATOR, 3, "DELIVERED_TO_OPERATOR", None, Never, "with the operator, not yet with the handset"),
    row(3, 1, "PENDING_WAITING_DELIVERY", None, Never, "sent, its report is awaited"),
    row(4, 2, "UNDELIVERABLE_REJECTED_OPERATOR", None, AfterFix, "the operator refused it"),
    row(5, 3, "DELIVERED_TO_HANDSET", None, Never, "delivered"),
    row(
        6,
        5,
        "REJECTED_NETWORK",
        None,
        AfterFix,
        "the network is not open to the account: contact the account manager",
    ),
    row(7, 1, "PENDING_ENROUTE", None, Never, "on its way"),
    row(8, 5, "REJECTED_PREFIX_MISSING", None, AfterFix, "the number lacks its prefix"),
    row(9, 2, "UNDELIVERABLE_NOT_DELIVERED", None, Safe, "sent and not delivered"),
    row(10, 5, "REJECTED_DND", None, Never, "the number is on a do-not-disturb list"),
    row(11, 5, "REJECTED_SOURCE", None, AfterFix, "the sender is invalid or not registered"),
    row(12, 5, "REJECTED_NOT_ENOUGH_CREDITS", None, AfterFix, "top the account up"),
    row(13, 5, "REJECTED_SENDER", None, AfterFix, "the sender is on a blocklist"),
    row(
        14,
        5,
        "REJECTED_DESTINATION_BLOCKLISTED",
        Some("REJECTED_DESTINATION"),
        AfterFix,
        "the number is on a blocklist of the account",
    ),
    row(15, 4, "EXPIRED_EXPIRED", None, Safe, "not delivered within its validity period"),
    row(16, 5, "REJECTED_NOT_REACHABLE", None, Safe, "the network was not reachable"),
    row(17, 5, "REJECTED_PREPAID_PACKAGE_EXPIRED", None, AfterFix, "top the account up"),
    row(18, 5, "REJECTED_DESTINATION_NOT_REGISTERED", None, AfterFix, "the account may send to its test number only"),
    row(19, 5, "REJECTED_ROUTE_NOT_AVAILABLE", None, AfterFix, "no route: contact the account manager"),
    row(20, 5, "REJECTED_FLOODING_FILTER", None, SafeAfter, "too many messages to one number in an hour"),
    StatusRow { grade: Grade::Documented, ..row(21, 5, "REJECTED_SYSTEM_ERROR", None, Safe, "may be sent again") },
    row(22, 4, "EXPIRED_UNKNOWN", None, Uncertain, "no reason known"),
    row(
        23,
        5,
        "REJECTED_DUPLICATE_MESSAGE_ID",
        None,
        Uncertain,
        "a message with this id was taken before: ask for that one",
    ),
    row(24, 5, "REJECTED_INVALID_UDH", None, AfterFix, "the user data header is malformed"),
    row(25, 5, "REJECTED_MESSAGE_TOO_LONG", None, AfterFix, "over 25 parts or 4000 bytes"),
    row(26, 1, "PENDING_ACCEPTED", Some("MESSAGE_ACCEPTED"), Never, "taken"),
    row(29, 4, "EXPIRED_DLR_UNKNOWN", None, Uncertain, "no report ever came"),
    row(31, 2, "UNDELIVERABLE_NOT_SENT", None, Safe, "never left the gateway"),
    row(51, 5, "MISSING_TO", None, AfterFix, "no number"),
    row(52, 5, "REJECTED_DESTINATION", None, AfterFix, "the number is invalid"),
    row(87, 5, "SIGNALS_BLOCKED", None, AfterFix, "blocked as likely fraud; also in group 4"),
    row(96, 2, "NO_ANSWER", None, Safe, "voice"),
    row(97, 2, "BUSY", None, Safe, "voice"),
    row(98, 2, "CANCELLED", None, Safe, "voice"),
    row(99, 5, "REJECTED", None, AfterFix, "voice"),
    row(
        100,
        5,
        "UNDELIVERABLE_REJECTED_PLATFORM",
        None,
        AfterFix,
        "malformed, or the service was not available for a moment",
    ),
];

/// What counts of a status.
#[derive(Clone, Copy)]
struct Meaning {
    id: i64,
    group: i64,
    name: &'static str,
    name_2015: Option<&'static str>,
    resend: Resend,
}

const fn meaning(row: &StatusRow) -> Meaning {
    Meaning { id: row.id, group: row.group, name: row.name, name_2015: row.name_2015, resend: row.resend }
}

excerpt! { MEANINGS: Meaning = meaning, STATUSES }

/// `DELIVERED_TO_OPERATOR`: of the delivered group, and not final, for the handset may still get it or not.
const WITH_OPERATOR: i64 = 2;

/// What a status that the table lacks means, by its group: state, finality, resend. Inferred.
const GROUPS: [(&str, State, bool, Resend); 6] = [
    ("ACCEPTED", State::Accepted, false, Never),
    ("PENDING", State::Pending, false, Never),
    ("UNDELIVERABLE", State::Undeliverable, true, Safe),
    ("DELIVERED", State::Delivered, true, Never),
    ("EXPIRED", State::Expired, true, Uncertain),
    ("REJECTED", State::Rejected, true, AfterFix),
];

answer! {
    /// A status as the gateway gave it. All of it is optional, and no value is closed.
    #[derive(Clone, Default, PartialEq, Eq)]
    pub struct Status {
        /// The group's number.
        pub group_id = "groupId": Option<i64>,
        /// The group's name.
        pub group_name = "groupName": Option<String>,
        /// The status's number.
        pub id = "id": Option<i64>,
        /// The status's name.
        pub name = "name": Option<String>,
        /// What it says to people.
        pub description = "description": Option<String>,
        /// What to do about it.
        pub action = "action": Option<String>,
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Status")
            .field("group_id", &self.group_id)
            .field("group_name", &self.group_name.as_deref().map(mask::words))
            .field("id", &self.id)
            .field("name", &self.name.as_deref().map(mask::words))
            .field("description", &self.description.as_deref().map(mask::words))
            .field("action", &self.action.as_deref().map(mask::words))
            .finish()
    }
}

impl Status {
    /// The table's row, found by the number, else by a name that only one row has.
    #[must_use]
    pub fn row(&self) -> Option<&'static StatusRow> {
        let meaning = self.meaning()?;
        STATUSES.iter().find(|row| row.id == meaning.id)
    }

    fn meaning(&self) -> Option<&'static Meaning> {
        self.meaning_of_number().or_else(|| self.meaning_of_name())
    }

    fn meaning_of_number(&self) -> Option<&'static Meaning> {
        self.id.and_then(|id| MEANINGS.iter().find(|row| row.id == id))
    }

    fn meaning_of_name(&self) -> Option<&'static Meaning> {
        let name = self.name.as_deref()?;
        // Two statuses have borne this name.
        let mut rows = MEANINGS.iter().filter(|row| row.name == name || row.name_2015 == Some(name));
        rows.next().filter(|_| rows.next().is_none())
    }

    /// The group: by its number, else by its name, else by the table.
    ///
    /// White labels number groups anew and keep their names, so a number beyond the documented six does not count.
    fn group(&self) -> Option<usize> {
        if let Some(group) = self.group_id.and_then(|id| usize::try_from(id).ok()).filter(|id| *id < GROUPS.len()) {
            return Some(group);
        }
        let by_name = |name: &str| {
            // `Queue/Accepted` was seen; the last part says it.
            let name = behind_last(name, b'/');
            GROUPS.iter().position(|(group, ..)| group.eq_ignore_ascii_case(name))
        };
        self.group_name
            .as_deref()
            .and_then(by_name)
            .or_else(|| self.meaning().and_then(|row| usize::try_from(row.group).ok()))
            .filter(|group| *group < GROUPS.len())
    }

    /// What became of the message.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let mut outcome = Outcome::unknown();
        outcome.code = self.name.clone().or_else(|| self.id.map(integer));
        outcome.text = self.description.clone().or_else(|| self.action.clone());
        let Some((_, state, is_final, resend)) = self.group().and_then(|group| GROUPS.get(group)).copied() else {
            return outcome;
        };
        // A row counts if it is of the group that came: white labels have given old numbers new meanings.
        let row = [self.meaning_of_number(), self.meaning_of_name()].into_iter().flatten().find(|row| {
            usize::try_from(row.group).ok().and_then(|group| GROUPS.get(group)).is_some_and(|group| group.1 == state)
                || row.id == 87
        });
        outcome.state = state;
        outcome.is_final = is_final && row.is_none_or(|row| row.id != WITH_OPERATOR);
        outcome.resend = match state {
            State::Accepted | State::Pending | State::Delivered => Never,
            _ => row.map_or(resend, |row| row.resend),
        };
        outcome
    }
}
