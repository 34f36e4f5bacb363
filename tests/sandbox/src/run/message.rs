//! One message from its acceptance to its end.

use super::clock::{Time, later};
use super::plan::{End, Plan, VALIDITY, WAITING};
use crate::accepted::{Accepted, Outcome};
use crate::fates::Fate;
use crate::infobip::{Fault, Status, faults, statuses};

/// What a request said of a message that matters after the answer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    /// The id by which reports and schedules find the message.
    pub(crate) bulk_id: Option<String>,
    /// Which of the request's messages it came in; several numbers may share one.
    pub(crate) entry: usize,
    pub(crate) send_at: Option<Time>,
    /// In minutes.
    pub(crate) validity: Option<i64>,
    pub(crate) notify_url: Option<String>,
    /// Whether reports are pushed as XML.
    pub(crate) xml: bool,
    pub(crate) intermediate: bool,
    pub(crate) callback_data: Option<String>,
    /// Where clicks on the links of a text are told.
    pub(crate) tracking_url: Option<String>,
    /// `entityId`, `applicationId` and `campaignReferenceId`.
    pub(crate) labels: [Option<String>; 3],
    pub(crate) parts: usize,
    /// Why it was refused in the answer.
    pub(crate) refusal: Option<&'static Status>,
}

/// How far a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Its time has not come, or its bulk rests.
    Scheduled,
    Enroute,
    /// With the operator.
    Waiting,
    /// Nothing more will happen.
    Ended,
}

/// Which reports of a message were made ready to be pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ready {
    Nothing,
    Intermediate,
    Last,
    /// Nobody takes the last one, which waits to be asked for.
    GivenUp,
}

/// One message of a run.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// Its number in the run.
    pub(crate) serial: u64,
    pub(crate) accepted: Accepted,
    pub(crate) terms: Terms,
    pub(crate) plan: &'static Plan,
    /// When it is, or was, to be sent.
    pub(crate) send_at: Time,
    pub(crate) paused: bool,
    pub(crate) cancelled: Option<Time>,
    /// How often its last report was handed out to who asked.
    pub(crate) pulled: u32,
    /// How often a report was taken by the URL it was pushed to, intermediate ones apart.
    pub(crate) pushed: u32,
    pub(crate) intermediate_pushed: u32,
    /// Which of its reports were made ready to be pushed.
    pub(crate) ready: Ready,
}

impl Message {
    pub(crate) fn new(serial: u64, accepted: Accepted, terms: Terms, plan: &'static Plan, now: Time) -> Self {
        let send_at = terms.send_at.map_or(now, |time| time.max(now));
        Self {
            serial,
            accepted,
            terms,
            plan,
            send_at,
            paused: false,
            cancelled: None,
            pulled: 0,
            pushed: 0,
            intermediate_pushed: 0,
            ready: Ready::Nothing,
        }
    }

    pub(crate) fn is_of(&self, dialect: &str) -> bool {
        self.accepted.dialect == dialect
    }

    /// When the operator has it; none if that does not happen.
    pub(crate) fn waiting_at(&self) -> Option<Time> {
        let goes = self.accepted.outcome == Outcome::Accepted && !self.paused && self.cancelled.is_none();
        goes.then(|| later(self.send_at, WAITING))
    }

    /// When the last word is spoken; none if never.
    pub(crate) fn ended_at(&self) -> Option<Time> {
        if self.accepted.outcome == Outcome::Rejected {
            return Some(self.send_at);
        }
        if self.cancelled.is_some() || self.paused {
            return self.cancelled;
        }
        match self.plan.end {
            End::After(seconds) => Some(later(self.send_at, seconds)),
            End::Validity => {
                let seconds = self.terms.validity.map_or(VALIDITY, |minutes| minutes.saturating_mul(60));
                Some(later(self.send_at, seconds.max(WAITING)))
            }
            End::Never => None,
        }
    }

    pub(crate) fn stage(&self, now: Time) -> Stage {
        if self.ended_at().is_some_and(|time| time <= now) {
            Stage::Ended
        } else if self.paused || now < self.send_at {
            Stage::Scheduled
        } else if self.waiting_at().is_some_and(|time| time <= now) {
            Stage::Waiting
        } else {
            Stage::Enroute
        }
    }

    /// The Infobip status. Nothing is documented of cancelled messages but an error of that name.
    pub(crate) fn status(&self, stage: Stage) -> &'static Status {
        match stage {
            Stage::Scheduled => &statuses::ACCEPTED,
            Stage::Enroute => &statuses::ENROUTE,
            Stage::Waiting => self.plan.waiting(),
            Stage::Ended if self.cancelled.is_some() => &statuses::NOT_SENT,
            Stage::Ended => self.terms.refusal.unwrap_or(self.plan.status),
        }
    }

    pub(crate) fn fault(&self, stage: Stage) -> &'static Fault {
        match stage {
            Stage::Ended if self.cancelled.is_some() => &faults::MESSAGE_CANCELED,
            Stage::Ended if self.accepted.outcome == Outcome::Accepted => self.plan.fault,
            _ => &faults::NONE,
        }
    }

    /// `deliveryStatus`.
    pub(crate) fn delivery_status(&self, stage: Stage) -> &'static str {
        match stage {
            _ if self.accepted.outcome == Outcome::Rejected => "REJECTED",
            Stage::Scheduled | Stage::Enroute => "QUEUED",
            Stage::Waiting => "ENROUTE",
            Stage::Ended => self.plan.blackkonnect,
        }
    }

    /// When the network told something that smslist reports, the last word or that it has none.
    pub(crate) fn told_at(&self) -> Option<Time> {
        if self.accepted.outcome == Outcome::Rejected || self.plan.smslist.1.is_empty() {
            return None;
        }
        if self.plan.end == End::Never { self.waiting_at() } else { self.ended_at() }
    }

    /// One word for what became of it so far.
    pub(crate) fn state(&self, now: Time) -> &'static str {
        match self.stage(now) {
            _ if self.accepted.outcome == Outcome::Rejected => "refused",
            _ if self.cancelled.is_some() => "cancelled",
            Stage::Scheduled if self.paused => "paused",
            Stage::Scheduled => "scheduled",
            Stage::Enroute => "enroute",
            Stage::Waiting if self.plan.end != End::Never => "waiting",
            Stage::Waiting | Stage::Ended => self.plan.name,
        }
    }

    /// What a test is told of it.
    pub(crate) fn fate(&self, run: Option<&str>, now: Time) -> Fate {
        let stage = self.stage(now);
        let status = match self.accepted.dialect {
            "infobip" => self.status(stage).name,
            "smslist" if self.told_at().is_some_and(|time| time <= now) => self.plan.smslist.1,
            "blackkonnect" => self.delivery_status(stage),
            _ => "",
        };
        Fate {
            run: run.map(str::to_owned),
            dialect: self.accepted.dialect,
            to: self.accepted.to.clone(),
            id: self.accepted.id.clone(),
            gateway_id: self.accepted.gateway_id.clone(),
            correlation_id: self.accepted.correlation_id.clone(),
            bulk_id: self.terms.bulk_id.clone().or_else(|| self.accepted.bulk_id.clone()),
            state: self.state(now),
            status: (!status.is_empty()).then_some(status),
            is_final: stage == Stage::Ended,
            pulled: self.pulled,
            pushed: self.pushed,
            intermediate_pushed: self.intermediate_pushed,
        }
    }
}
