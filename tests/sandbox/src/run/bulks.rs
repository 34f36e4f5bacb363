//! Bulks whose schedule can be asked for and changed (Infobip reference, section 6.6).

use super::Run;
use super::clock::{Time, later};
use super::plan::WAITING;

/// What was done to a bulk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Change {
    #[default]
    None,
    Paused,
    Cancelled,
}

/// One bulk of a run.
#[derive(Debug, Default)]
pub(crate) struct Bulk {
    /// How many messages its requests had, whatever their destinations.
    pub(crate) entries: usize,
    pub(crate) change: Change,
}

/// Why a bulk cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fixed {
    Unknown,
    /// It has several messages.
    Several,
    /// It was cancelled, or its messages have gone.
    Over,
}

impl Run {
    /// When a bulk is to be sent; none if there is no such bulk.
    pub(crate) fn bulk_send_at(&self, id: &str) -> Option<Time> {
        self.bulks.get(id)?;
        self.in_bulk(id).map(|message| message.send_at).min()
    }

    /// `PENDING`, `PAUSED`, `PROCESSING`, `CANCELED` or `FINISHED`.
    pub(crate) fn bulk_status(&self, id: &str) -> Option<&'static str> {
        let change = self.bulks.get(id)?.change;
        let send_at = self.bulk_send_at(id)?;
        Some(match change {
            Change::Paused => "PAUSED",
            Change::Cancelled => "CANCELED",
            Change::None if self.clock < send_at => "PENDING",
            Change::None if self.clock < later(send_at, WAITING) => "PROCESSING",
            Change::None => "FINISHED",
        })
    }

    /// Whether a bulk may be changed.
    pub(crate) fn bulk_to_change(&self, id: &str) -> Result<(), Fixed> {
        let status = self.bulk_status(id).ok_or(Fixed::Unknown)?;
        if self.bulks.get(id).is_some_and(|bulk| bulk.entries != 1) {
            return Err(Fixed::Several);
        }
        if ["PENDING", "PAUSED"].contains(&status) { Ok(()) } else { Err(Fixed::Over) }
    }

    /// Moves a bulk; a time that has passed means now.
    pub(crate) fn move_bulk(&mut self, id: &str, time: Time) {
        let now = self.clock;
        for message in self.in_bulk_mut(id) {
            message.send_at = time.max(now);
        }
    }

    /// Pauses, resumes or cancels a bulk. One that is resumed after its time goes at once.
    pub(crate) fn change_bulk(&mut self, id: &str, change: Change) {
        let now = self.clock;
        if let Some(bulk) = self.bulks.get_mut(id) {
            bulk.change = change;
        }
        for message in self.in_bulk_mut(id) {
            message.paused = change == Change::Paused;
            match change {
                Change::None => message.send_at = message.send_at.max(now),
                Change::Paused => {}
                Change::Cancelled => message.cancelled = Some(now),
            }
        }
    }

    fn in_bulk(&self, id: &str) -> impl Iterator<Item = &super::Message> {
        self.messages.iter().filter(move |message| message.terms.bulk_id.as_deref() == Some(id))
    }

    fn in_bulk_mut(&mut self, id: &str) -> impl Iterator<Item = &mut super::Message> {
        self.messages.iter_mut().filter(move |message| message.terms.bulk_id.as_deref() == Some(id))
    }
}
