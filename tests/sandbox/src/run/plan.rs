//! What becomes of a message: a plan that is known beforehand, by the last two digits of its number, so that a test can
//! say of each message what it must be told in the end. README.md prints this table.

use crate::infobip::{Fault, Status, faults, statuses};

/// When the last word on a message is spoken, after it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// After so many seconds.
    After(i64),
    /// When its validity is over.
    Validity,
    /// Never.
    Never,
}

/// One row of the table.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The last two digits of the numbers it is for; none: all others.
    endings: &'static str,
    /// Its name, which the mode `fate-NAME` asks for. The first row of a name is the one that is meant.
    pub(crate) name: &'static str,
    pub(crate) end: End,
    pub(crate) status: &'static Status,
    pub(crate) fault: &'static Fault,
    /// `delivery-status` and `delivery-description` (smslist reference, section 7). Of the numbers only 32 is
    /// documented; the others are this sandbox's own.
    pub(crate) smslist: (u16, &'static str),
    /// `deliveryStatus`: a message state of SMPP 3.4, section 5.2.28.
    pub(crate) blackkonnect: &'static str,
}

/// For how long a message that names no validity is tried. No document has a default; the reports and logs of two days
/// then still have it.
pub(crate) const VALIDITY: i64 = 24 * 3600;

/// So long after it was sent a message is with the operator.
pub(crate) const WAITING: i64 = 10;

const fn row(
    endings: &'static str,
    name: &'static str,
    end: End,
    infobip: (&'static Status, &'static Fault),
    smslist: (u16, &'static str),
    blackkonnect: &'static str,
) -> Plan {
    Plan { endings, name, end, status: infobip.0, fault: infobip.1, smslist, blackkonnect }
}

/// What becomes of numbers that no other row is for.
pub(crate) const DELIVERED: Plan = row(
    "",
    "delivered",
    End::After(20),
    (&statuses::DELIVERED_TO_HANDSET, &faults::NONE),
    (32, "DeliveredToTerminal"),
    "DELIVERED",
);

#[rustfmt::skip]
pub(crate) const PLANS: &[Plan] = &[
    row("90", "undeliverable", End::After(60), (&statuses::NOT_DELIVERED, &faults::ABSENT_SUBSCRIBER), (27, "AbsentSubscriber"), "UNDELIVERABLE"),
    row("91", "undeliverable", End::After(60), (&statuses::REJECTED_OPERATOR, &faults::UNKNOWN_SUBSCRIBER), (28, "DeliveryImpossible"), "UNDELIVERABLE"),
    row("92", "undeliverable", End::After(60), (&statuses::NOT_SENT, &faults::PROVIDER_GENERAL_ERROR), (29, "Unknown"), "UNDELIVERABLE"),
    row("93", "expired", End::Validity, (&statuses::EXPIRED, &faults::VALIDITY_EXPIRED), (30, "SentToNetwork"), "EXPIRED"),
    row("94", "expired", End::Validity, (&statuses::DLR_UNKNOWN, &faults::TIME_OUT), (30, "SentToNetwork"), "EXPIRED"),
    row("95", "rejected", End::After(15), (&statuses::NETWORK, &faults::SENDER_BLACKLISTED), (31, "SenderName Blacklisted"), "REJECTED"),
    row("96", "rejected", End::After(15), (&statuses::DND, &faults::DESTINATION_BLACKLISTED), (31, "SenderName Blacklisted"), "REJECTED"),
    row("97", "sent", End::Never, (&statuses::DELIVERED_TO_OPERATOR, &faults::NONE), (30, "SentToNetwork"), "ENROUTE"),
    row("98", "pending", End::Never, (&statuses::WAITING_DELIVERY, &faults::NONE), (0, ""), "ENROUTE"),
    row("99", "pending", End::Never, (&statuses::WAITING_DELIVERY, &faults::NONE), (0, ""), "ENROUTE"),
    DELIVERED,
];

impl Plan {
    /// What stands while the last word is awaited. Where that never comes, this is all that comes.
    pub(crate) fn waiting(&self) -> &'static Status {
        if self.end == End::Never { self.status } else { &statuses::WAITING_DELIVERY }
    }
}

/// The plan of a name.
pub(crate) fn named(name: &str) -> Option<&'static Plan> {
    PLANS.iter().find(|plan| plan.name == name)
}

/// The plan for a number.
pub(crate) fn of(number: &str) -> &'static Plan {
    let ours = |plan: &&Plan| !plan.endings.is_empty() && number.ends_with(plan.endings);
    PLANS.iter().find(ours).unwrap_or(&DELIVERED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_says_what_becomes_of_it() {
        assert_eq!(of("41793026727").name, "delivered");
        assert_eq!(of("254712345690").smslist.1, "AbsentSubscriber");
        assert_eq!(of("").name, "delivered");
        assert_eq!(named("expired").map(|plan| plan.endings), Some("93"));
        assert_eq!(named("lost").map(|plan| plan.name), None);
    }

    #[test]
    fn the_table_is_that_of_the_readme() {
        let page = include_str!("../../README.md");
        for plan in PLANS {
            let status = format!("| {} `{}`", plan.status.id, plan.status.name);
            let smslist = format!("{} `{}`", plan.smslist.0, plan.smslist.1);
            let words = [&format!("`{}`", plan.name), &status, &smslist, &format!("`{}`", plan.blackkonnect)];
            let told =
                |line: &&str| words.iter().all(|word| plan.smslist.0 == 0 && **word == smslist || line.contains(*word));
            let begins = if plan.endings.is_empty() { "| any other" } else { "| " };
            let mut lines = page.lines().filter(|line| line.starts_with(begins) && line.contains(plan.endings));
            assert!(lines.any(|line| told(&line)), "{plan:?}");
        }
    }
}
