//! What the gateways tell by themselves: reports, inbound messages and clicks, sent to URLs on loopback when the clock
//! of their run is moved or a test asks for it, and never otherwise.

mod client;
mod collect;
mod xml;

use std::collections::VecDeque;

use crate::fates::Pushed;
use crate::memory::Sandbox;
use crate::mischief::Modes;
use crate::modes::Mode;
use crate::run::clock::{self, Time, later};
use crate::run::{Ready, Run};

pub(crate) use self::client::place;
pub(crate) use self::xml::inbox as inbox_xml;

/// The most pushes of one call. What is left waits for the next.
const MOST: usize = 10_000;

/// So often a push is tried again before it is given up. No document has a number.
const RETRIES: u32 = 10;

/// The most pushes whose record is kept in a run.
const KEPT: usize = 20_000;

/// Where an account has its reports sent, and how they look.
#[derive(Clone, Debug)]
pub(crate) struct Callback {
    pub(crate) url: String,
    /// Whether as a form, not as JSON.
    pub(crate) form: bool,
    /// The spelling of the keys (smslist), or the object (blackkonnect).
    pub(crate) shape: &'static str,
}

/// One thing to be pushed.
#[derive(Clone, Debug)]
pub(crate) struct Push {
    pub(crate) kind: &'static str,
    pub(crate) method: &'static str,
    pub(crate) url: String,
    pub(crate) content_type: &'static str,
    pub(crate) body: String,
    pub(crate) due: Time,
    /// The serial numbers of the messages it tells of.
    pub(crate) messages: Vec<u64>,
    retry: u32,
    number: u64,
}

impl Push {
    /// A `POST` that was not tried yet.
    pub(crate) fn post(kind: &'static str, url: &str, content_type: &'static str, body: String, due: Time) -> Self {
        let url = url.to_owned();
        Self { kind, method: "POST", url, content_type, body, due, messages: Vec::new(), retry: 0, number: 0 }
    }

    /// A `GET`, whose query says all.
    pub(crate) fn get(kind: &'static str, url: String, due: Time) -> Self {
        Self { method: "GET", url, ..Self::post(kind, "", "", String::new(), due) }
    }
}

/// The pushes of a run: those that are due some time, and the record of those that were made.
#[derive(Debug, Default)]
pub(crate) struct Outbox {
    waiting: Vec<Push>,
    made: VecDeque<Pushed>,
    count: u64,
}

impl Outbox {
    pub(crate) fn add(&mut self, push: Push) {
        self.count += 1;
        self.waiting.push(Push { number: self.count, ..push });
    }

    /// How many wait for their time, or for their next try.
    pub(crate) fn left(&self) -> usize {
        self.waiting.len()
    }

    pub(crate) fn made(&self) -> impl Iterator<Item = &Pushed> {
        self.made.iter()
    }

    /// The push that is due first, or last where their order is to be reversed.
    fn take(&mut self, now: Time, reversed: bool) -> Option<Push> {
        let due = self.waiting.iter().enumerate().filter(|(_, push)| push.due <= now);
        let key = |(_, push): &(usize, &Push)| (push.due, push.number);
        let (index, _) = if reversed { due.max_by_key(key) } else { due.min_by_key(key) }?;
        Some(self.waiting.remove(index))
    }

    fn record(&mut self, pushed: Pushed) {
        if self.made.len() >= KEPT {
            self.made.pop_front();
        }
        self.made.push_back(pushed);
    }
}

/// Makes every push that is due by the clock of a run, in the order of their times, retries among them; tells what was
/// made. A run's lock is not held while a push is under way.
pub(crate) async fn deliver(sandbox: &Sandbox, name: Option<&str>, modes: &Modes) -> Vec<Pushed> {
    sandbox.run(name, |run| collect::all(run, modes, &sandbox.ids));
    let mut made = Vec::new();
    while made.len() < MOST {
        let Some(push) = sandbox.run(name, |run| run.outbox.take(run.clock, modes.has(&Mode::Reordered))) else {
            break;
        };
        let again = modes.has(&Mode::Repeated).then(|| push.clone());
        for push in [Some(push), again].into_iter().flatten() {
            let answer = client::send(&push).await;
            let pushed = sandbox.run(name, |run| settle(run, name, push, answer));
            let taken = pushed.next_at.is_none();
            made.push(pushed);
            if !taken {
                break;
            }
        }
    }
    made
}

/// Notes what became of a push: it was taken with a status of 2xx, or is due again (Infobip reference, section 7: retry
/// n comes a minute and n times n minutes after the try before it), or is given up.
fn settle(run: &mut Run, name: Option<&str>, push: Push, answer: Result<(u16, String), String>) -> Pushed {
    let taken = matches!(answer, Ok((200..=299, _)));
    let n = push.retry + 1;
    let next = (!taken && n <= RETRIES).then(|| later(push.due, 60 + 60 * i64::from(n * n)));
    for serial in &push.messages {
        let Some(message) = run.message(*serial) else { continue };
        match push.kind {
            "report" if taken => message.pushed += 1,
            "report" if next.is_none() => message.ready = Ready::GivenUp,
            "intermediate" if taken => message.intermediate_pushed += 1,
            _ => {}
        }
    }
    let (status, reply) = match answer {
        Ok((status, reply)) => (Some(status), reply),
        Err(reason) => (None, reason),
    };
    let pushed = Pushed {
        run: name.map(str::to_owned),
        kind: push.kind,
        method: push.method,
        url: push.url.clone(),
        content_type: push.content_type,
        body: push.body.clone(),
        at: clock::infobip(push.due, false),
        retry: push.retry,
        status,
        reply,
        next_at: next.map(|time| clock::infobip(time, false)),
    };
    run.outbox.record(pushed.clone());
    if let Some(due) = next {
        run.outbox.add(Push { due, retry: n, ..push });
    }
    pushed
}
