//! The best outcome known of each row: a program that follows its messages needs no more.

use std::collections::HashMap;

use smskernel::{Outcome, Resend, RowResult, State};

/// How an outcome came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// By the reply to the send, or by the want of one; of a row that was set aside by the plan.
    Sent,
    /// By a report that was asked for.
    Report,
    /// By the log, or the status of one message.
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
}
