//! What the gateways know of one run: its clock, its messages and what becomes of them, its bulks, balances, inbound
//! messages and sessions, and what is to be pushed.

mod balance;
mod bulks;
pub(crate) mod clock;
mod message;
pub(crate) mod plan;

use std::collections::{HashMap, HashSet, VecDeque};

use crate::accepted::Accepted;
use crate::inbound::Inbound;
use crate::infobip::statuses;
use crate::push::{Callback, Outbox};

pub(crate) use self::balance::{Amount, Balances};
pub(crate) use self::bulks::{Bulk, Change, Fixed};
use self::clock::Time;
pub(crate) use self::message::{Message, Ready, Stage, Terms};
use self::plan::Plan;

/// The most messages that are followed in all runs together.
const MOST: usize = 200_000;

/// One run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) clock: Time,
    /// In the order they came.
    pub(crate) messages: VecDeque<Message>,
    /// How many messages there have been.
    serials: u64,
    pub(crate) bulks: HashMap<String, Bulk>,
    pub(crate) balances: Balances,
    pub(crate) inbox: Vec<Inbound>,
    /// Tokens of sessions, and when each ends.
    pub(crate) sessions: HashMap<String, Time>,
    /// Access tokens, and when each ends.
    pub(crate) access_tokens: HashMap<String, Time>,
    /// Where the account has its reports sent, by dialect.
    pub(crate) callbacks: HashMap<&'static str, Callback>,
    pub(crate) outbox: Outbox,
}

impl Run {
    fn new() -> Self {
        Self {
            clock: clock::start(),
            messages: VecDeque::new(),
            serials: 0,
            bulks: HashMap::new(),
            balances: Balances::default(),
            inbox: Vec::new(),
            sessions: HashMap::new(),
            access_tokens: HashMap::new(),
            callbacks: HashMap::new(),
            outbox: Outbox::default(),
        }
    }

    /// Follows the messages of one request from here on.
    fn follow(&mut self, messages: &[Accepted], plan: Option<&'static Plan>) {
        let mut entries = HashSet::new();
        // Nothing is reported of a message whose id is that of another: it was refused, and the other goes on.
        let goes = |message: &&Accepted| message.terms.refusal != Some(&statuses::DUPLICATE_MESSAGE_ID);
        for message in messages.iter().filter(goes) {
            let mut accepted = message.clone();
            let terms = std::mem::take(&mut accepted.terms);
            if let Some(id) = &terms.bulk_id {
                let bulk = self.bulks.entry(id.clone()).or_default();
                bulk.entries += usize::from(entries.insert(terms.entry));
            }
            let plan = plan.unwrap_or_else(|| plan::of(&accepted.to));
            self.serials += 1;
            self.messages.push_back(Message::new(self.serials, accepted, terms, plan, self.clock));
        }
    }

    /// The message of a serial number.
    pub(crate) fn message(&mut self, serial: u64) -> Option<&mut Message> {
        let first = self.messages.front()?.serial;
        self.messages.get_mut(usize::try_from(serial.checked_sub(first)?).ok()?)
    }

    /// Takes the price of a message away if the account has so much. What it has is given back where it has not.
    pub(crate) fn pay(&mut self, dialect: &str, parts: usize) -> Result<(), Amount> {
        let account = self.balances.of(dialect);
        if account.pay(Balances::price(dialect, parts)) { Ok(()) } else { Err(*account) }
    }
}

/// All runs, by name.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    runs: HashMap<Option<String>, Run>,
    /// The names, the oldest run first.
    order: Vec<Option<String>>,
}

impl Runs {
    /// A run, which begins when it is first spoken of.
    pub(crate) fn of(&mut self, name: Option<&str>) -> &mut Run {
        let key = name.map(str::to_owned);
        self.runs.entry(key).or_insert_with_key(|key| {
            self.order.push(key.clone());
            Run::new()
        })
    }

    /// Follows messages, and lets go of the oldest runs, then of the oldest messages, where there are too many.
    pub(crate) fn follow(&mut self, name: Option<&str>, messages: &[Accepted], plan: Option<&'static Plan>) {
        if messages.is_empty() {
            return;
        }
        self.of(name).follow(messages, plan);
        let mut count: usize = self.runs.values().map(|run| run.messages.len()).sum();
        while count > MOST {
            let Some(oldest) = self.order.iter().position(|other| other.as_deref() != name) else {
                let run = self.of(name);
                run.messages.drain(..count - MOST);
                break;
            };
            let oldest = self.order.remove(oldest);
            count -= self.runs.remove(&oldest).map_or(0, |run| run.messages.len());
        }
    }

    /// One run, or all, each with its name, the oldest first.
    pub(crate) fn each(&self, name: Option<&str>) -> impl Iterator<Item = (Option<&str>, &Run)> {
        let wanted = move |key: &&Option<String>| name.is_none() || key.as_deref() == name;
        let found = |key| Some((Option::as_deref(key), self.runs.get(key)?));
        self.order.iter().filter(wanted).filter_map(found)
    }

    /// Forgets one run, or all.
    pub(crate) fn clear(&mut self, name: Option<&str>) {
        self.order.retain(|key| name.is_some() && key.as_deref() != name);
        self.runs.retain(|key, _| name.is_some() && key.as_deref() != name);
    }
}
