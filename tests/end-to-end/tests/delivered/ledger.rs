//! The best outcome known of each row: a program that follows its messages needs no more.

use std::collections::HashMap;

use smskernel::{Outcome, Resend, RowResult, State};
use smskernel_sandbox::Fate;

use crate::story::{ROWS, is_bad, mischief_of};

/// How an outcome came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// By the reply to the send, or by the want of one; of a row that was set aside by the plan.
    Sent,
    /// By a report that was asked for, or by the status of a bulk.
    Report,
    /// By the log, or by the status of one message.
    Log,
    /// By a push.
    Push,
}

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) row: usize,
    pub(crate) outcome: Outcome,
    pub(crate) told: Told,
    /// The id by which the gateway tells of it, if one is known.
    pub(crate) id: Option<String>,
}

pub(crate) struct Ledger {
    pub(crate) entries: Vec<Entry>,
    by_id: HashMap<String, usize>,
    /// Ids that belong to no row, as often as they came.
    pub(crate) strangers: Vec<String>,
}

impl Ledger {
    /// What is known of each row when all calls are over.
    pub(crate) fn of<M>(rows: &[RowResult<M>], id_of: impl Fn(&RowResult<M>) -> Option<String>) -> Ledger {
        let mut ledger = Ledger { entries: Vec::new(), by_id: HashMap::new(), strangers: Vec::new() };
        for (row, result) in rows.iter().enumerate() {
            assert_eq!(result.row.position as usize, row, "one result for each row, in the order of the input");
            let id = id_of(result);
            if let Some(id) = &id {
                assert_eq!(ledger.by_id.insert(id.clone(), row), None, "row {row}: {id} is another row's id");
            }
            ledger.entries.push(Entry { row, outcome: result.outcome.clone(), told: Told::Sent, id });
        }
        ledger
    }

    /// A final outcome stands; another gives way to what is told later.
    pub(crate) fn tell(&mut self, id: &str, outcome: &Outcome, told: Told) {
        let Some(row) = self.by_id.get(id) else {
            self.strangers.push(id.to_owned());
            return;
        };
        let entry = &mut self.entries[*row];
        if !entry.outcome.is_final {
            (entry.outcome, entry.told) = (outcome.clone(), told);
        }
    }

    /// The ids of rows of which the last word was not spoken.
    pub(crate) fn open(&self) -> Vec<String> {
        self.ids(|outcome| !outcome.is_final)
    }

    /// The ids of rows of which nobody knows whether they went.
    pub(crate) fn unknown(&self) -> Vec<String> {
        self.ids(|outcome| outcome.state == State::Unknown && outcome.resend == Resend::Uncertain)
    }

    fn ids(&self, is_wanted: impl Fn(&Outcome) -> bool) -> Vec<String> {
        let wanted = self.entries.iter().filter(|entry| is_wanted(&entry.outcome));
        wanted.filter_map(|entry| entry.id.clone()).collect()
    }

    /// Holds every row to what the sandbox recorded: a row of which it has a fate by `judge`, and all others to have gone
    /// nowhere. None is lost, and none is counted twice.
    pub(crate) fn hold_to(
        &self,
        fates: &HashMap<String, Fate>,
        number_of: impl Fn(usize) -> String,
        judge: impl Fn(&Entry, &Fate),
    ) {
        let (mut set_aside, mut never_taken, mut recorded) = (0, 0, 0);
        for entry in &self.entries {
            let Entry { row, outcome, .. } = entry;
            let told = (outcome.state, outcome.is_final, outcome.resend);
            if let Some(fate) = fates.get(&number_of(*row)) {
                judge(entry, fate);
                recorded += 1;
            } else if is_bad(*row) {
                assert_eq!(told, (State::Rejected, true, Resend::AfterFix), "row {row} was set aside");
                set_aside += 1;
            } else {
                assert_eq!(mischief_of(*row), "status-500-html", "row {row} was taken");
                // Nobody has heard of it, which is no proof that it did not go.
                assert_eq!(told, (State::Unknown, false, Resend::Uncertain), "row {row}");
                never_taken += 1;
            }
        }
        assert_eq!((set_aside, never_taken, recorded), (20, 100, 880));
        assert_eq!(set_aside + never_taken + recorded, ROWS);
        assert_eq!(fates.len(), recorded, "what the sandbox recorded are messages of these rows");
    }

    /// How many rows have their outcome by that way.
    pub(crate) fn count(&self, told: Told, is_wanted: impl Fn(&Entry) -> bool) -> usize {
        self.entries.iter().filter(|entry| entry.told == told && is_wanted(entry)).count()
    }
}
