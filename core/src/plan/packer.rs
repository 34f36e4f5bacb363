//! How written messages become calls, whatever the operation: judged ones wait, bad ones are set aside, and calls fill up by
//! count and by bytes.

use std::collections::VecDeque;

use super::planner::{TakesEnvelopes, TakesMessages};
use super::splice::{body, items};
use super::{Form, OnInvalid, PlanOptions, Rejected};
use crate::call::{Exchange, Parts};
use crate::fields::unit;
use crate::json::Value;
use crate::judge::{Blame, Findings, Judge, Mode, Policy};
use crate::operation::{admits, exchange, judge_size};
use crate::path::Path;
use crate::roll::Roll;
use crate::sent::Sent;
use crate::violation::{InvalidRequest, Level, Violation};

/// A written message that waits for its call.
struct Unit {
    json: Vec<u8>,
    sent: Sent,
    warnings: Vec<Violation>,
}

/// A message that no call holds as a whole.
struct Long {
    unit: Unit,
    /// Where in its text each destination begins and ends.
    places: Vec<(usize, usize)>,
    /// How many destinations have gone.
    gone: usize,
}

impl Long {
    /// A message with so many destinations that it can be cut.
    fn of(unit: Unit, list: &str) -> Result<Long, Unit> {
        if unit.sent.len() > 1
            && let Some(places) = items(&unit.json, list)
            && places.len() == unit.sent.len()
        {
            return Ok(Long { unit, places, gone: 0 });
        }
        Err(unit)
    }

    /// The same message to as many of the next destinations as fit into so many bytes, at least one.
    fn cut(&mut self, most: usize, bytes: usize) -> Unit {
        let Unit { json, sent, warnings } = &mut self.unit;
        let part = |from: usize, to: usize| json.get(from..to).unwrap_or_default();
        let (first, last) =
            (self.places.first().map_or(0, |place| place.0), self.places.last().map_or(0, |place| place.1));
        let around = json.len() - (last - first);
        let rest = self.places.get(self.gone..).unwrap_or_default();
        let start = rest.first().map_or(last, |place| place.0);
        let fits = |(_, end): &&(usize, usize)| around + end - start <= bytes;
        let count = rest.iter().take(most).take_while(fits).count().max(1);
        let end = rest.get(count - 1).map_or(last, |place| place.1);
        let json = [part(0, first), part(start, end), part(last, json.len())].concat();
        let mut kept = Sent::default();
        for index in self.gone..self.gone + count {
            kept.copy(sent, index);
        }
        self.gone += count;
        Unit { json, sent: kept, warnings: std::mem::take(warnings) }
    }
}

/// The call that is being filled.
#[derive(Default)]
struct Filling {
    /// The messages and the commas between them.
    json: Vec<u8>,
    messages: usize,
    sent: Sent,
    warnings: Vec<Violation>,
}

/// The part of a planner that knows no types.
pub(super) struct Packer {
    form: &'static Form,
    options: PlanOptions,
    /// A call without messages.
    envelope: Parts,
    /// The warnings about it.
    warnings: Vec<Violation>,
    /// Index of the next message.
    position: usize,
    roll: Roll,
    queue: VecDeque<Unit>,
    long: Option<Long>,
    filling: Filling,
    pub(super) rejected: Vec<Rejected>,
    /// With `Raise`: all that was found so far.
    found: Findings,
    finished: bool,
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
        let (violations, _) = judge.finish();
        let Some(envelope) = parts else { return Err(InvalidRequest { violations }) };
        Ok(Box::new(Packer {
            form,
            options,
            envelope,
            warnings: violations,
            position: 0,
            roll: Roll::for_a_plan(),
            queue: VecDeque::new(),
            long: None,
            filling: Filling::default(),
            rejected: Vec::new(),
            found: Findings::default(),
            finished: false,
        }))
    }

    /// Takes the next message.
    pub(super) fn enter(&mut self, policy: &Policy, tree: Value<'_>, desk: &mut dyn TakesMessages) {
        let position = self.position;
        self.position += 1;
        let list = Path::Root.key(self.form.list);
        let at = list.index(position);
        let mut judge = Judge::new(policy, Mode::Request);
        judge.now = self.options.now;
        judge.roll = std::mem::take(&mut self.roll);
        judge.unit = unit(position);
        judge.blame = (self.options.on_invalid == OnInvalid::SetAside).then(|| Blame {
            prefix: format!("{at}."),
            destination_at: self.form.destination_at,
            whole: false,
            destinations: Vec::new(),
        });
        let written = if admits(&tree, &at, &mut judge) { desk.message(tree, &at, &mut judge) } else { None };
        self.roll = std::mem::take(&mut judge.roll);
        let sent = std::mem::take(&mut self.roll.sent);
        let blame = judge.blame.take();
        let findings = judge.into_findings();
        let warnings = match blame {
            Some(blame) if findings.failed() => self.set_aside(position, &sent, findings.finish(), &blame),
            blame => {
                self.roll.keep();
                if blame.is_none() {
                    self.found.absorb(&findings, policy.limits.violations);
                }
                findings.finish()
            }
        };
        // Once something is wrong nothing is sent, so nothing need be kept.
        if self.found.failed() {
            self.queue = VecDeque::new();
        } else if let Some(json) = written {
            self.queue.push_back(Unit { json, sent, warnings });
        }
    }

    /// Sets aside the bad destinations, or the whole message if something else is bad, too. Gives the warnings of what goes.
    fn set_aside(&mut self, position: usize, sent: &Sent, violations: Vec<Violation>, blame: &Blame) -> Vec<Violation> {
        let mut warnings = Vec::new();
        if blame.whole {
            self.roll.take_back(&|_| true);
            self.reject(position, None, sent.len().max(1), violations);
            return warnings;
        }
        let bad = &blame.destinations;
        self.roll.take_back(&|destination| bad.binary_search(&destination).is_ok());
        let first = self.rejected.len();
        for destination in bad {
            self.reject(position, Some(*destination), 1, Vec::new());
        }
        for violation in violations {
            let place = violation.path.strip_prefix(&blame.prefix).and_then(blame.destination_at);
            let aside = place.and_then(|place| bad.binary_search(&place).ok());
            match aside.and_then(|index| self.rejected.get_mut(first + index)) {
                Some(rejected) => rejected.violations.push(violation),
                // How many more there are, beyond the limit, is told with the destinations, not with what goes.
                None if violation.level == Level::Error => {}
                None => warnings.push(violation),
            }
        }
        warnings
    }

    fn reject(&mut self, position: usize, destination: Option<usize>, destinations: usize, violations: Vec<Violation>) {
        self.rejected.push(Rejected {
            position: u32::try_from(position).unwrap_or(u32::MAX),
            destination: destination.and_then(|destination| u32::try_from(destination).ok()),
            destinations: u32::try_from(destinations).unwrap_or(u32::MAX),
            violations,
        });
    }

    /// Says that no message follows.
    pub(super) fn finish(&mut self) -> Result<(), InvalidRequest> {
        self.finished = true;
        if self.found.failed() {
            let found = std::mem::take(&mut self.found);
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
            let is_full = self.fill(policy);
            if !is_full && (!self.finished || self.filling.messages == 0) {
                return None;
            }
            let filling = std::mem::take(&mut self.filling);
            let mut warnings = self.warnings.clone();
            warnings.extend(filling.warnings);
            let body = body(&self.envelope.body, self.form, &filling.json, filling.messages);
            let parts = self.envelope.with_body(body);
            match judge_size(&parts, warnings, policy) {
                Ok(warnings) => return Some(Ok(exchange(parts, filling.sent, warnings, policy, operation))),
                Err(error) if self.options.on_invalid == OnInvalid::Raise => return Some(Err(error)),
                // A call that the caller forbids: its messages are set aside for it.
                Err(error) => {
                    for (position, destination) in (0..filling.sent.len()).map(|index| filling.sent.place(index)) {
                        let violations = error.violations.clone();
                        self.reject(position as usize, Some(destination as usize), 1, violations);
                    }
                }
            }
        }
    }

    /// Fills the call at hand. False when it could hold more.
    fn fill(&mut self, policy: &Policy) -> bool {
        let most_messages = usize::try_from(policy.limits.messages_per_call).unwrap_or(usize::MAX).max(1);
        let most_bytes = usize::try_from(policy.limits.body_bytes).unwrap_or(usize::MAX);
        loop {
            if let Some(mut long) = self.long.take() {
                let unit = long.cut(most_messages, most_bytes.saturating_sub(self.bytes_around(1)));
                self.take(unit);
                self.long = Some(long).filter(|long| long.gone < long.places.len());
                return true;
            }
            let Some(unit) = self.queue.pop_front() else { return false };
            let room = most_messages.saturating_sub(self.filling.sent.len());
            let fits = unit.sent.len() <= room && self.bytes_with(&unit) <= most_bytes;
            if !fits && self.filling.messages > 0 {
                self.queue.push_front(unit);
                return true;
            }
            if fits {
                self.take(unit);
                if self.filling.sent.len() == most_messages {
                    return true;
                }
                continue;
            }
            match Long::of(unit, self.form.destinations) {
                Ok(long) => self.long = Some(long),
                // It is too large alone, and goes alone.
                Err(unit) => {
                    self.take(unit);
                    return true;
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

    /// Bytes of the body with one more message.
    fn bytes_with(&self, unit: &Unit) -> usize {
        let Filling { json, messages, .. } = &self.filling;
        self.bytes_around(messages + 1) + json.len() + usize::from(*messages > 0) + unit.json.len()
    }

    fn take(&mut self, unit: Unit) {
        let filling = &mut self.filling;
        if filling.messages > 0 {
            filling.json.push(b',');
        }
        filling.messages += 1;
        filling.json.extend_from_slice(&unit.json);
        for index in 0..unit.sent.len() {
            filling.sent.copy(&unit.sent, index);
        }
        filling.warnings.extend(unit.warnings);
    }
}
