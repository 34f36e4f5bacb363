//! How written messages become calls, whatever the operation: bad ones are set aside, the others fill calls up by count and by
//! bytes, and full calls wait.

use std::ops::Range;

use zeroize::Zeroize;

use super::planner::{TakesEnvelopes, TakesMessages};
use super::splice::{body, items};
use super::{Form, OnInvalid, PlanOptions, Rejected};
use crate::call::{Exchange, Parts};
use crate::fields::unit;
use crate::json::Value;
use crate::judge::{Blame, Findings, Judge, Mode, Policy};
use crate::operation::{admits, exchange, judge_size};
use crate::path::Path;
use crate::pieces::concat;
use crate::roll::Roll;
use crate::sent::Sent;
use crate::violation::{InvalidRequest, Level, Violation};

/// The messages of a call, as they are written.
#[derive(Clone, Default)]
struct Filling {
    /// The messages and the commas between them.
    json: Vec<u8>,
    messages: usize,
    sent: Sent,
    warnings: Vec<Violation>,
}

impl Filling {
    /// Adds a message, whose text is given in parts, with those of its numbers and ids.
    fn take(&mut self, text: &[&[u8]], sent: &Sent, of: Range<usize>, warnings: Vec<Violation>) {
        if self.messages > 0 {
            self.json.push(b',');
        }
        self.messages += 1;
        for part in text {
            self.json.extend_from_slice(part);
        }
        for index in of {
            self.sent.copy(sent, index);
        }
        self.warnings.extend(warnings);
    }
}

/// The part of a planner that knows no types.
pub(super) struct Packer {
    form: &'static Form,
    options: PlanOptions,
    /// A call without messages.
    envelope: Parts,
    /// The warnings about it.
    warnings: Vec<Violation>,
    most_messages: usize,
    most_bytes: usize,
    /// Index of the next message.
    position: usize,
    finished: bool,
    pub(super) taken: Taken,
}

/// What the messages so far have left.
#[derive(Clone)]
pub(super) struct Taken {
    roll: Roll,
    /// The calls that are full, and how many of them were given.
    full: Vec<Filling>,
    given: usize,
    /// The call that could hold more.
    filling: Filling,
    pub(super) rejected: Vec<Rejected>,
    /// With `Raise`: all that was found so far.
    found: Findings,
}

impl Drop for Packer {
    /// The credentials of a call that nobody gets are wiped like those of a gateway.
    fn drop(&mut self) {
        for (_, value) in &mut self.envelope.headers {
            value.zeroize();
        }
        // Some requests have them in the body.
        self.envelope.body.zeroize();
    }
}

impl Packer {
    /// A packer for calls whose envelope, a request without messages, a host language gives as a tree.
    pub(super) fn of_value(
        policy: &Policy,
        form: &'static Form,
        options: PlanOptions,
        envelope: Option<Value<'_>>,
        desk: &dyn TakesEnvelopes,
    ) -> Result<Box<Packer>, InvalidRequest> {
        let mut judge = Judge::new(policy, Mode::Request);
        judge.now = options.now;
        let tree = form.whole_envelope(envelope, &mut judge).filter(|tree| admits(tree, &Path::Root, &mut judge));
        let parts = tree.and_then(|tree| desk.envelope(tree, &mut judge));
        Packer::new(form, options, parts, judge)
    }

    /// A packer for calls like that one, whose envelope was judged so.
    pub(super) fn new(
        form: &'static Form,
        options: PlanOptions,
        parts: Option<Parts>,
        judge: Judge,
    ) -> Result<Box<Packer>, InvalidRequest> {
        let limits = judge.limits();
        let (violations, _) = judge.finish();
        let Some(envelope) = parts else { return Err(InvalidRequest { violations }) };
        Ok(Box::new(Packer {
            form,
            options,
            envelope,
            warnings: violations,
            most_messages: usize::try_from(limits.messages_per_call).unwrap_or(usize::MAX).max(1),
            most_bytes: usize::try_from(limits.body_bytes).unwrap_or(usize::MAX),
            position: 0,
            finished: false,
            taken: Taken {
                roll: Roll::for_a_plan(),
                full: Vec::new(),
                given: 0,
                filling: Filling::default(),
                rejected: Vec::new(),
                found: Findings::default(),
            },
        }))
    }

    /// Copies what the messages so far have left into new memory. All of it: what stays where it is was there at first.
    pub(super) fn renew(&mut self) {
        self.taken = self.taken.clone();
    }

    /// Takes the next message.
    pub(super) fn enter(&mut self, policy: &Policy, tree: Value<'_>, desk: &mut dyn TakesMessages) {
        let position = self.position;
        self.position += 1;
        let list = Path::Root.key(self.form.list);
        let at = list.index(position);
        let mut judge = Judge::new(policy, Mode::Request);
        judge.now = self.options.now;
        judge.roll = std::mem::take(&mut self.taken.roll);
        judge.unit = unit(position);
        judge.blame = (self.options.on_invalid == OnInvalid::SetAside).then(|| Blame {
            prefix: concat(&[&at.text_and_ends().0, "."]),
            destination_at: self.form.destination_at,
            whole: false,
            destinations: Vec::new(),
        });
        let written = if admits(&tree, &at, &mut judge) { desk.message(tree, &at, &mut judge) } else { None };
        self.taken.roll = std::mem::take(&mut judge.roll);
        let sent = std::mem::take(&mut self.taken.roll.sent);
        let blame = judge.blame.take();
        let findings = judge.into_findings();
        let warnings = match blame {
            Some(blame) if findings.failed() => self.set_aside(position, &sent, findings.finish(), &blame),
            blame => {
                self.taken.roll.keep();
                if blame.is_none() {
                    self.taken.found.absorb(&findings, policy.limits.violations);
                }
                findings.finish()
            }
        };
        // Once something is wrong nothing is sent, so nothing need be kept.
        if self.taken.found.failed() {
            self.taken.full = Vec::new();
            self.taken.filling = Filling::default();
        } else if let Some(json) = written {
            self.pack(&json, &sent, warnings);
        }
    }

    /// Sets aside the bad destinations, or the whole message if something else is bad, too. Gives the warnings of what goes.
    fn set_aside(&mut self, position: usize, sent: &Sent, violations: Vec<Violation>, blame: &Blame) -> Vec<Violation> {
        let mut warnings = Vec::new();
        if blame.whole {
            self.taken.roll.take_back(&|_| true);
            self.reject(position, None, sent.len().max(1), violations);
            return warnings;
        }
        let bad = &blame.destinations;
        self.taken.roll.take_back(&|destination| bad.binary_search(&destination).is_ok());
        let first = self.taken.rejected.len();
        for destination in bad {
            self.reject(position, Some(*destination), 1, Vec::new());
        }
        for violation in violations {
            let place = violation.path.strip_prefix(&blame.prefix).and_then(blame.destination_at);
            let aside = place.and_then(|place| bad.binary_search(&place).ok());
            match aside.and_then(|index| self.taken.rejected.get_mut(first + index)) {
                Some(rejected) => rejected.violations.push(violation),
                // How many more there are, beyond the limit, is told with the destinations, not with what goes.
                None if violation.level == Level::Error => {}
                None => warnings.push(violation),
            }
        }
        warnings
    }

    fn reject(&mut self, position: usize, destination: Option<usize>, destinations: usize, violations: Vec<Violation>) {
        self.taken.rejected.push(Rejected {
            position: u32::try_from(position).unwrap_or(u32::MAX),
            destination: destination.and_then(|destination| u32::try_from(destination).ok()),
            destinations: u32::try_from(destinations).unwrap_or(u32::MAX),
            violations,
        });
    }

    /// Puts a written message into the call at hand, or into the next one if it has no room; what no call holds is cut.
    fn pack(&mut self, json: &[u8], sent: &Sent, warnings: Vec<Violation>) {
        if self.taken.filling.messages > 0 && !self.has_room(json, sent) {
            self.close();
        }
        let fits = self.has_room(json, sent);
        let cuts = if fits || sent.len() < 2 { None } else { items(json, self.form.destinations) };
        match cuts.filter(|cuts| cuts.len() == sent.len()) {
            Some(cuts) => self.cut(json, &cuts, sent, warnings),
            None => self.taken.filling.take(&[json], sent, 0..sent.len(), warnings),
        }
        // What is too large alone goes alone.
        if !fits || self.taken.filling.sent.len() == self.most_messages {
            self.close();
        }
    }

    /// Cuts a message between its destinations: each call has as many of them as fit, at least one.
    fn cut(&mut self, json: &[u8], destinations: &[(usize, usize)], sent: &Sent, mut warnings: Vec<Violation>) {
        let part = |from: usize, to: usize| json.get(from..to).unwrap_or_default();
        let first = destinations.first().map_or(0, |destination| destination.0);
        let last = destinations.last().map_or(0, |destination| destination.1);
        let around = self.bytes_around(1) + json.len() - (last - first);
        let mut gone = 0;
        while let Some((start, mut end)) = destinations.get(gone).copied() {
            if gone > 0 {
                self.close();
            }
            let from = gone;
            gone += 1;
            while let Some((_, next)) = destinations.get(gone)
                && gone - from < self.most_messages
                && around + next - start <= self.most_bytes
            {
                end = *next;
                gone += 1;
            }
            let text = [part(0, first), part(start, end), part(last, json.len())];
            self.taken.filling.take(&text, sent, from..gone, std::mem::take(&mut warnings));
        }
    }

    /// Closes the call at hand.
    fn close(&mut self) {
        self.taken.full.push(std::mem::take(&mut self.taken.filling));
    }

    /// Says that no message follows.
    pub(super) fn finish(&mut self) -> Result<(), InvalidRequest> {
        self.finished = true;
        if self.taken.found.failed() {
            let found = std::mem::take(&mut self.taken.found);
            return Err(InvalidRequest { violations: found.finish() });
        }
        Ok(())
    }

    /// The next call that is full, or after [`finish`](Packer::finish) the rest.
    pub(super) fn next(
        &mut self,
        operation: &'static str,
        policy: &Policy,
    ) -> Option<Result<Exchange, InvalidRequest>> {
        if self.options.on_invalid == OnInvalid::Raise && !self.finished {
            return None;
        }
        loop {
            if self.finished && self.taken.filling.messages > 0 {
                self.close();
            }
            let Some(full) = self.taken.full.get_mut(self.taken.given) else {
                self.taken.full.clear();
                self.taken.given = 0;
                return None;
            };
            let filling = std::mem::take(full);
            self.taken.given += 1;
            let mut warnings = self.warnings.clone();
            warnings.extend(filling.warnings);
            let body = body(&self.envelope.body, self.form, &filling.json, filling.messages);
            let parts = self.envelope.with_body(body);
            match judge_size(&parts, warnings, policy) {
                Ok(warnings) => return Some(Ok(exchange(parts, filling.sent, warnings, policy, operation))),
                Err(error) if self.options.on_invalid == OnInvalid::Raise => return Some(Err(error)),
                // A call that the caller forbids: its messages are set aside for it.
                Err(error) => {
                    for index in 0..filling.sent.len() {
                        let (position, destination) = filling.sent.place(index);
                        self.reject(position as usize, Some(destination as usize), 1, error.violations.clone());
                    }
                }
            }
        }
    }

    /// Bytes of a body of so many messages, without them and the commas between them.
    fn bytes_around(&self, messages: usize) -> usize {
        // The count stands in the envelope, with one digit when it is empty.
        let digits = self.form.count.and(messages.checked_ilog10()).unwrap_or(0);
        self.envelope.body.len() + digits as usize
    }

    /// Whether the call at hand can hold that message, too.
    fn has_room(&self, json: &[u8], sent: &Sent) -> bool {
        let filling = &self.taken.filling;
        let comma = usize::from(filling.messages > 0);
        let bytes = self.bytes_around(filling.messages + 1) + filling.json.len() + comma + json.len();
        filling.sent.len().saturating_add(sent.len()) <= self.most_messages && bytes <= self.most_bytes
    }
}
