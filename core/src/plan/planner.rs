//! How messages become calls: judged one by one, set aside, and packed.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Bulk, OnInvalid, PlanOptions, Rejected};
use crate::call::Call;
use crate::fields::{Field, Out, unit};
use crate::json::Value;
use crate::judge::{Blame, Findings, Judge, Mode};
use crate::operation::Prepared;
use crate::path::Path;
use crate::roll::Roll;
use crate::sent::Sent;
use crate::violation::{InvalidRequest, Level, Violation};

/// A judged message that waits for its call. All of its destinations may go.
struct Unit<M> {
    message: M,
    sent: Sent,
    warnings: Vec<Violation>,
}

/// A message that no call holds as a whole. Its destinations lie last first, so that the next ones are at the end.
struct Long<O: Bulk> {
    message: O::Message,
    destinations: Vec<O::Destination>,
    sent: Sent,
    /// How many destinations have gone.
    gone: usize,
    /// Bytes of the message without destinations.
    head: usize,
    warnings: Vec<Violation>,
}

/// The call that is being filled.
struct Filling<M> {
    messages: Vec<M>,
    sent: Sent,
    warnings: Vec<Violation>,
    /// Bytes of the messages and the commas between them.
    bytes: usize,
}

impl<M> Default for Filling<M> {
    fn default() -> Self {
        Filling { messages: Vec::new(), sent: Sent::default(), warnings: Vec::new(), bytes: 0 }
    }
}

/// The planner of one operation.
pub(crate) struct Planner<O: Bulk> {
    gateway: O::Gateway,
    options: PlanOptions,
    envelope: O::Request,
    envelope_bytes: usize,
    envelope_warnings: Vec<Violation>,
    roll: Roll,
    position: usize,
    queue: VecDeque<Unit<O::Message>>,
    long: Option<Long<O>>,
    filling: Filling<O::Message>,
    pub(crate) rejected: Vec<Rejected>,
    /// With `Raise`: all that was found so far.
    found: Findings,
    finished: bool,
}

impl<O: Bulk> Planner<O> {
    /// A plan whose calls share that envelope, a request without messages, which a host language gives as a tree.
    pub(crate) fn of_value(
        gateway: O::Gateway,
        envelope: Option<Value<'_>>,
        options: PlanOptions,
    ) -> Result<Planner<O>, InvalidRequest> {
        let mut judge = Judge::new(O::policy(&gateway), Mode::Request);
        // A request without messages is what an envelope is, so its list is given, and empty.
        let mut members = match envelope {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Object(members)) => members,
            Some(other) => {
                crate::fields::wrong_type::<()>("an object", &other, &Path::Root, &mut judge);
                Vec::new()
            }
        };
        judge.added = Some(O::LIST);
        members.push((O::LIST.into(), Value::List(Vec::new())));
        let value = Value::Object(members);
        let envelope = crate::operation::read_root::<O::Request>(value, &mut judge);
        judge.now = options.now;
        judge.start_judging();
        O::judge_envelope(&gateway, &envelope, &mut judge);
        let warnings = judge.into_result()?;
        Ok(Planner::with_judged(gateway, envelope, warnings, options))
    }

    /// The same with a typed envelope; its messages do not count.
    pub(crate) fn new(
        gateway: O::Gateway,
        envelope: &O::Request,
        options: PlanOptions,
    ) -> Result<Planner<O>, InvalidRequest> {
        let mut judge = Judge::new(O::policy(&gateway), Mode::Request);
        judge.now = options.now;
        judge.start_judging();
        O::judge_envelope(&gateway, envelope, &mut judge);
        let warnings = judge.into_result()?;
        let envelope = O::request(envelope, Vec::new());
        Ok(Planner::with_judged(gateway, envelope, warnings, options))
    }

    fn with_judged(gateway: O::Gateway, envelope: O::Request, warnings: Vec<Violation>, options: PlanOptions) -> Self {
        let envelope_bytes = O::finish(&gateway, &envelope, &Sent::default()).body.len();
        Planner {
            gateway,
            options,
            envelope,
            envelope_bytes,
            envelope_warnings: warnings,
            roll: Roll::for_a_plan(),
            position: 0,
            queue: VecDeque::new(),
            long: None,
            filling: Filling::default(),
            rejected: Vec::new(),
            found: Findings::default(),
            finished: false,
        }
    }

    /// Takes the next message.
    pub(crate) fn push(&mut self, message: O::Message) {
        self.enter(|_, _| Some(message));
    }

    /// Takes the next message as a tree that a host language made.
    pub(crate) fn push_value(&mut self, value: Value<'_>) {
        self.enter(|at, judge| {
            if crate::operation::fits(&value, usize::try_from(judge.limits().depth).unwrap_or(usize::MAX)) {
                O::Message::read(value, at, judge)
            } else {
                crate::operation::too_deep(at, judge);
                None
            }
        });
    }

    fn enter(&mut self, read: impl FnOnce(&Path, &mut Judge) -> Option<O::Message>) {
        let position = self.position;
        self.position += 1;
        let list = Path::Key(&Path::Root, O::LIST);
        let at = list.index(position);
        let mut judge = Judge::new(O::policy(&self.gateway), Mode::Request);
        judge.now = self.options.now;
        judge.roll = std::mem::take(&mut self.roll);
        judge.blame = (self.options.on_invalid == OnInvalid::SetAside).then(|| Blame {
            prefix: format!("{at}."),
            destination_at: O::destination_at,
            whole: false,
            destinations: BTreeSet::new(),
        });
        O::introduce(&self.gateway, &mut judge);
        let unit = unit(position);
        judge.unit = unit;
        let message = read(&at, &mut judge).unwrap_or_default();
        judge.start_judging();
        judge.unit = unit;
        O::judge_message(&message, &at, &mut judge);
        self.roll = std::mem::take(&mut judge.roll);
        let sent = std::mem::take(&mut self.roll.sent);
        let blame = judge.blame.take();
        let findings = judge.into_findings();
        match blame {
            Some(blame) if findings.failed() => {
                self.set_aside(position, message, &sent, findings.finish(), &blame);
                return;
            }
            Some(_) => {}
            None => self.found.absorb(&findings, O::policy(&self.gateway).limits.violations),
        }
        self.roll.take_back(|_| false);
        // Once something is wrong nothing is sent, so nothing need be kept.
        if self.found.failed() {
            self.queue.clear();
        } else {
            self.queue.push_back(Unit { message, sent, warnings: findings.finish() });
        }
    }

    /// Sets aside the bad destinations, or the whole message if something else is bad, too.
    fn set_aside(
        &mut self,
        position: usize,
        mut message: O::Message,
        sent: &Sent,
        violations: Vec<Violation>,
        blame: &Blame,
    ) {
        let destinations = O::take_destinations(&mut message);
        if blame.whole {
            self.roll.take_back(|_| true);
            self.reject(position, None, destinations.len().max(1), violations);
            return;
        }
        self.roll.take_back(|destination| blame.destinations.contains(&destination));
        let mut of_bad: BTreeMap<usize, Vec<Violation>> =
            blame.destinations.iter().map(|destination| (*destination, Vec::new())).collect();
        let prefix = &blame.prefix;
        let mut warnings = Vec::new();
        for violation in violations {
            let place = violation.path.strip_prefix(prefix).and_then(O::destination_at);
            match place.and_then(|place| of_bad.get_mut(&place)) {
                Some(list) => list.push(violation),
                // How many more there are, beyond the limit, is told with the destinations, not with what goes.
                None if violation.level == Level::Error => {}
                None => warnings.push(violation),
            }
        }
        for (destination, violations) in of_bad {
            self.reject(position, Some(destination), 1, violations);
        }
        let mut kept = Sent::default();
        let mut good = Vec::new();
        for (index, destination) in destinations.into_iter().enumerate() {
            if !blame.destinations.contains(&index) {
                kept.copy(sent, index);
                good.push(destination);
            }
        }
        if !good.is_empty() {
            let message = O::with_destinations(&message, good);
            self.queue.push_back(Unit { message, sent: kept, warnings });
        }
    }

    fn reject(&mut self, position: usize, destination: Option<usize>, destinations: usize, violations: Vec<Violation>) {
        self.rejected.push(Rejected {
            position: u32::try_from(position).unwrap_or(u32::MAX),
            destination: destination.and_then(|destination| u32::try_from(destination).ok()),
            destinations: u32::try_from(destinations).unwrap_or(u32::MAX),
            violations,
        });
    }

    /// Says that no message follows. With `Raise` this tells all violations, if one is an error.
    pub(crate) fn finish(&mut self) -> Result<(), InvalidRequest> {
        self.finished = true;
        if self.found.failed() {
            let found = std::mem::take(&mut self.found);
            return Err(InvalidRequest { violations: found.finish() });
        }
        Ok(())
    }

    /// The next call that is full, or after [`finish`](Planner::finish) the rest.
    pub(crate) fn next_call(&mut self) -> Option<Result<Call<O::Answer>, InvalidRequest>> {
        if self.options.on_invalid == OnInvalid::Raise && !self.finished {
            return None;
        }
        loop {
            match self.fill() {
                Some(()) => {}
                None if self.finished && !self.filling.messages.is_empty() => {}
                None => return None,
            }
            if let Some(call) = self.flush() {
                return Some(call);
            }
        }
    }

    /// Fills the call at hand. `None` when it could hold more.
    fn fill(&mut self) -> Option<()> {
        let limits = &O::policy(&self.gateway).limits;
        let most_messages = usize::try_from(limits.messages_per_call).unwrap_or(usize::MAX).max(1);
        let most_bytes = usize::try_from(limits.body_bytes).unwrap_or(usize::MAX);
        loop {
            if let Some(long) = self.long.take() {
                self.fill_with(long, most_messages, most_bytes);
                return Some(());
            }
            let unit = self.queue.pop_front()?;
            let size = self.size(&unit.message, &unit.sent);
            let room = most_messages.saturating_sub(self.filling.sent.len());
            if unit.sent.len() <= room && self.bytes_with(size) <= most_bytes {
                self.take(unit, size);
                if self.filling.sent.len() == most_messages {
                    return Some(());
                }
            } else if !self.filling.messages.is_empty() {
                self.queue.push_front(unit);
                return Some(());
            } else if unit.sent.len() <= 1 {
                // It is too large alone, and goes alone.
                self.take(unit, size);
                return Some(());
            } else {
                self.long = Some(self.lengthen(unit));
            }
        }
    }

    /// Bytes of a message as it would be written.
    fn size(&self, message: &O::Message, sent: &Sent) -> usize {
        let mut out = Out::new(512, sent, 0);
        O::write_message(&self.gateway, message, &mut out);
        out.json.written()
    }

    /// Bytes of the body with one more message of that size.
    fn bytes_with(&self, size: usize) -> usize {
        let count = self.filling.messages.len() + 1;
        self.envelope_bytes + O::envelope_growth(count) + self.filling.bytes + size + count - 1
    }

    /// Takes a message apart that no call holds.
    fn lengthen(&self, mut unit: Unit<O::Message>) -> Long<O> {
        let mut destinations = O::take_destinations(&mut unit.message);
        destinations.reverse();
        let head = self.size(&unit.message, &Sent::default());
        let Unit { message, sent, warnings } = unit;
        Long { message, destinations, sent, gone: 0, head, warnings }
    }

    /// Fills the empty call with as many destinations as fit, at least one, and keeps the rest for the next.
    fn fill_with(&mut self, mut long: Long<O>, most_messages: usize, most_bytes: usize) {
        let mut bytes = self.envelope_bytes + O::envelope_growth(1) + long.head;
        let mut count = 0;
        for destination in long.destinations.iter().rev().take(most_messages) {
            let mut out = Out::new(64, &long.sent, long.gone + count);
            O::write_destination(destination, &mut out);
            bytes += out.json.written() + usize::from(count > 0);
            if bytes > most_bytes && count > 0 {
                break;
            }
            count += 1;
        }
        let mut destinations = long.destinations.split_off(long.destinations.len() - count);
        destinations.reverse();
        let mut sent = Sent::default();
        for index in long.gone..long.gone + count {
            sent.copy(&long.sent, index);
        }
        long.gone += count;
        let message = O::with_destinations(&long.message, destinations);
        let warnings = std::mem::take(&mut long.warnings);
        let size = self.size(&message, &sent);
        self.take(Unit { message, sent, warnings }, size);
        if !long.destinations.is_empty() {
            self.long = Some(long);
        }
    }

    fn take(&mut self, unit: Unit<O::Message>, size: usize) {
        let filling = &mut self.filling;
        filling.bytes += size;
        for index in 0..unit.sent.len() {
            filling.sent.copy(&unit.sent, index);
        }
        filling.messages.push(unit.message);
        filling.warnings.extend(unit.warnings);
    }

    /// The call at hand. `None` when it is one that the caller forbids, and its messages were set aside for it.
    fn flush(&mut self) -> Option<Result<Call<O::Answer>, InvalidRequest>> {
        let filling = std::mem::take(&mut self.filling);
        let mut warnings = self.envelope_warnings.clone();
        warnings.extend(filling.warnings);
        let request = O::request(&self.envelope, filling.messages);
        let places: Vec<(u32, u32)> = (0..filling.sent.len()).map(|index| filling.sent.place(index)).collect();
        let call = Prepared::<O>::of_judged(&request, filling.sent, warnings).into_call(&self.gateway);
        match call {
            Err(error) if self.options.on_invalid == OnInvalid::SetAside => {
                for (position, destination) in places {
                    self.reject(position as usize, Some(destination as usize), 1, error.violations.clone());
                }
                None
            }
            call => Some(call),
        }
    }
}
