//! A long list becomes calls: cut by count and by bytes, bad rows set aside or all told at once.
//!
//! A planner is fed one message after the other and hands out calls as they fill. It holds the numbers and ids met so far,
//! to notice repeated ones, and with [`OnInvalid::Raise`] all messages until the last was judged; with
//! [`OnInvalid::SetAside`] only those of the call at hand.

use std::collections::VecDeque;

use crate::call::Call;
use crate::fields::{Field, Out, unit};
use crate::json::Value;
use crate::judge::{Findings, Judge, Mode};
use crate::operation::{Operation, Prepared};
use crate::path::Path;
use crate::roll::Roll;
use crate::sent::Sent;
use crate::time::Timestamp;
use crate::violation::{InvalidRequest, Level, Violation};

/// What a plan does about a message that cannot be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnInvalid {
    /// Judges everything before the first call, and fails with all violations together.
    #[default]
    Raise,
    /// Puts the bad destination, or the whole message if its text or options are bad, into `rejected`, and goes on.
    SetAside,
}

impl OnInvalid {
    /// The choice of that name: `raise` or `set_aside`.
    #[must_use]
    pub fn from_text(text: &str) -> Option<OnInvalid> {
        match text {
            "raise" => Some(OnInvalid::Raise),
            "set_aside" => Some(OnInvalid::SetAside),
            _ => None,
        }
    }
}

/// A message, or one of its destinations, that was set aside.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rejected {
    /// Index of the message in the input.
    pub position: u32,
    /// Index of the destination in the message; `None` when the whole message was set aside.
    pub destination: Option<u32>,
    /// How many destinations that makes; at least one.
    pub destinations: u32,
    /// What is wrong with it.
    pub violations: Vec<Violation>,
}

/// An operation that sends many messages at once.
pub(crate) trait Bulk: Operation {
    /// What the plan iterates over.
    type Message: Field + Default;
    /// The list's name on the wire.
    const LIST: &'static str;

    /// What a judge needs to know of the gateway.
    fn introduce(gateway: &Self::Gateway, judge: &mut Judge);
    /// Every rule on what the calls have in common.
    fn judge_envelope(envelope: &Self::Request, judge: &mut Judge);
    /// Every rule on one message; enters its destinations into the roll.
    fn judge_message(message: &Self::Message, at: &Path, judge: &mut Judge);
    /// Which destination a place within a message belongs to; `None` for what all of them share.
    fn destination_at(place: &str) -> Option<usize>;
    /// How many destinations it has.
    fn destinations(message: &Self::Message) -> usize;
    /// A copy with only those destinations.
    fn part(message: &Self::Message, destinations: &[usize]) -> Self::Message;
    /// Writes one destination of a message, if it can have several.
    fn write_destination(message: &Self::Message, index: usize, out: &mut Out);
    /// Writes one message.
    fn write_message(gateway: &Self::Gateway, message: &Self::Message, out: &mut Out);
    /// Bytes that the envelope grows by when it holds so many messages instead of none.
    fn envelope_growth(_messages: usize) -> usize {
        0
    }
    /// The request of a call.
    fn request(envelope: &Self::Request, messages: Vec<Self::Message>) -> Self::Request;
}

/// A judged message that waits for its call. All of its destinations may go.
struct Unit<M> {
    message: M,
    sent: Sent,
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
    on_invalid: OnInvalid,
    now: Option<Timestamp>,
    envelope: O::Request,
    envelope_warnings: Vec<Violation>,
    roll: Roll,
    position: usize,
    queue: VecDeque<Unit<O::Message>>,
    filling: Filling<O::Message>,
    pub(crate) rejected: Vec<Rejected>,
    /// With `Raise`: all that was found so far.
    found: Findings,
    failed: bool,
    finished: bool,
}

impl<O: Bulk> Planner<O> {
    /// A plan whose calls share that envelope: a request without messages.
    pub(crate) fn new(
        gateway: O::Gateway,
        envelope: Option<Value<'_>>,
        on_invalid: OnInvalid,
        now: Option<Timestamp>,
    ) -> Result<Planner<O>, InvalidRequest> {
        let mut judge = Judge::new(O::policy(&gateway), Mode::Request);
        judge.now = now;
        // A request without messages is what an envelope is, so its list is given, and empty.
        let mut members = match envelope {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Object(members)) => members,
            Some(other) => {
                crate::fields::wrong_type::<()>("an object", &other, &Path::Root, &mut judge);
                Vec::new()
            }
        };
        members.push((O::LIST.into(), Value::List(Vec::new())));
        let envelope = O::Request::read(Value::Object(members), &Path::Root, &mut judge).unwrap_or_default();
        judge.start_judging();
        O::judge_envelope(&envelope, &mut judge);
        let envelope_warnings = judge.into_result()?;
        Ok(Planner {
            gateway,
            on_invalid,
            now,
            envelope,
            envelope_warnings,
            roll: Roll::for_a_plan(),
            position: 0,
            queue: VecDeque::new(),
            filling: Filling::default(),
            rejected: Vec::new(),
            found: Findings::default(),
            failed: false,
            finished: false,
        })
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
        judge.now = self.now;
        judge.roll = std::mem::take(&mut self.roll);
        O::introduce(&self.gateway, &mut judge);
        let unit = unit(position);
        judge.unit = unit;
        let message = read(&at, &mut judge).unwrap_or_default();
        judge.start_judging();
        judge.unit = unit;
        O::judge_message(&message, &at, &mut judge);
        self.roll = std::mem::take(&mut judge.roll);
        let sent = std::mem::take(&mut self.roll.sent);
        let (violations, failed) = judge.finish();
        match (self.on_invalid, failed) {
            (OnInvalid::Raise, _) => {
                self.failed |= failed;
                let limit = O::policy(&self.gateway).limits.violations;
                for violation in &violations {
                    self.found.add(violation.clone(), limit);
                }
                // Once something is wrong nothing is sent, so nothing need be kept.
                if self.failed {
                    self.queue.clear();
                } else {
                    self.queue.push_back(Unit { message, sent, warnings: violations });
                }
            }
            (OnInvalid::SetAside, false) => self.queue.push_back(Unit { message, sent, warnings: violations }),
            (OnInvalid::SetAside, true) => self.set_aside(position, &message, &sent, violations),
        }
        self.roll.keep();
    }

    /// Sets aside the bad destinations, or the whole message if something else is bad, too.
    fn set_aside(&mut self, position: usize, message: &O::Message, sent: &Sent, violations: Vec<Violation>) {
        let count = O::destinations(message);
        let prefix = format!("{}[{position}].", O::LIST);
        let place = |violation: &Violation| O::destination_at(violation.path.strip_prefix(&prefix)?);
        let mut bad: Vec<usize> = Vec::new();
        for violation in violations.iter().filter(|violation| violation.level == Level::Error) {
            let Some(destination) = place(violation) else {
                self.roll.take_back();
                self.reject(position, None, count.max(1), violations);
                return;
            };
            bad.push(destination);
        }
        bad.sort_unstable();
        bad.dedup();
        let good: Vec<usize> = (0..count).filter(|destination| bad.binary_search(destination).is_err()).collect();
        let (mut of_bad, mut warnings): (Vec<Vec<Violation>>, Vec<Violation>) =
            (vec![Vec::new(); bad.len()], Vec::new());
        for violation in violations {
            let slot =
                place(&violation).and_then(|place| bad.binary_search(&place).ok()).and_then(|at| of_bad.get_mut(at));
            match slot {
                Some(list) => list.push(violation),
                None => warnings.push(violation),
            }
        }
        for (destination, violations) in bad.iter().zip(of_bad) {
            self.reject(position, Some(*destination), 1, violations);
        }
        if good.is_empty() {
            return;
        }
        let mut kept = Sent::default();
        for destination in &good {
            kept.copy(sent, *destination);
        }
        self.queue.push_back(Unit { message: O::part(message, &good), sent: kept, warnings });
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
        let found = std::mem::take(&mut self.found);
        if self.failed { Err(InvalidRequest { violations: found.finish() }) } else { Ok(()) }
    }

    /// The next call that is full, or after [`finish`](Planner::finish) the rest.
    pub(crate) fn next_call(&mut self) -> Option<Result<Call<O::Answer>, InvalidRequest>> {
        if self.failed || (self.on_invalid == OnInvalid::Raise && !self.finished) {
            return None;
        }
        let limits = &O::policy(&self.gateway).limits;
        let most_messages = usize::try_from(limits.messages_per_call).unwrap_or(usize::MAX).max(1);
        let most_bytes = usize::try_from(limits.body_bytes).unwrap_or(usize::MAX);
        while let Some(unit) = self.queue.pop_front() {
            let size = self.size(&unit.message, &unit.sent);
            let room = most_messages.saturating_sub(self.filling.sent.len());
            let whole = unit.sent.len() <= room && self.bytes_with(size) <= most_bytes;
            if whole {
                self.take(unit, size);
                continue;
            }
            if !self.filling.messages.is_empty() {
                self.queue.push_front(unit);
                return Some(self.flush());
            }
            // An empty call cannot hold it: as many of its destinations as fit, or the one that is too large alone.
            let fitting = self.fitting(&unit, most_messages, most_bytes);
            if fitting >= unit.sent.len() {
                self.take(unit, size);
            } else {
                let rest = self.split(unit, fitting);
                self.queue.push_front(rest);
            }
            return Some(self.flush());
        }
        if self.finished && !self.filling.messages.is_empty() {
            return Some(self.flush());
        }
        None
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
        self.envelope_bytes(count) + self.filling.bytes + size + count - 1
    }

    /// Bytes around the messages.
    fn envelope_bytes(&self, count: usize) -> usize {
        let request = O::request(&self.envelope, Vec::new());
        O::body(&self.gateway, &request, &Sent::default()).len() + O::envelope_growth(count)
    }

    /// How many of a message's destinations fit into an empty call; at least one.
    fn fitting(&self, unit: &Unit<O::Message>, most_messages: usize, most_bytes: usize) -> usize {
        let head = self.size(&O::part(&unit.message, &[]), &Sent::default());
        let mut bytes = self.envelope_bytes(1) + head;
        for index in 0..unit.sent.len().min(most_messages) {
            let mut out = Out::new(64, &unit.sent, index);
            O::write_destination(&unit.message, index, &mut out);
            bytes += out.json.written() + usize::from(index > 0);
            if bytes > most_bytes {
                return index.max(1);
            }
        }
        unit.sent.len().min(most_messages)
    }

    /// Puts the first destinations of a message into the call, and returns the rest.
    fn split(&mut self, unit: Unit<O::Message>, count: usize) -> Unit<O::Message> {
        let (mut first, mut rest) = (Sent::default(), Sent::default());
        for index in 0..unit.sent.len() {
            if index < count {
                first.copy(&unit.sent, index)
            } else {
                rest.copy(&unit.sent, index)
            };
        }
        let head: Vec<usize> = (0..count).collect();
        let tail: Vec<usize> = (count..unit.sent.len()).collect();
        let piece = Unit { message: O::part(&unit.message, &head), sent: first, warnings: unit.warnings };
        let size = self.size(&piece.message, &piece.sent);
        self.take(piece, size);
        Unit { message: O::part(&unit.message, &tail), sent: rest, warnings: Vec::new() }
    }

    fn take(&mut self, unit: Unit<O::Message>, size: usize) {
        let filling = &mut self.filling;
        filling.bytes += size + usize::from(!filling.messages.is_empty());
        for index in 0..unit.sent.len() {
            filling.sent.copy(&unit.sent, index);
        }
        filling.messages.push(unit.message);
        filling.warnings.extend(unit.warnings);
    }

    fn flush(&mut self) -> Result<Call<O::Answer>, InvalidRequest> {
        let filling = std::mem::take(&mut self.filling);
        let mut warnings = self.envelope_warnings.clone();
        warnings.extend(filling.warnings);
        let request = O::request(&self.envelope, filling.messages);
        Prepared::<O>::of_judged(&request, filling.sent, warnings).into_call(&self.gateway)
    }
}

/// Declares the public planner of an operation, and the iterator over it.
macro_rules! planner {
    ($planner:ident, $plan:ident, $operation:ty, $gateway:ty, $message:ty, $answer:ty, $make:ident, $iterate:ident) => {
        /// Cuts a long list into calls; fed one message after the other. See [`OnInvalid`](crate::OnInvalid).
        pub struct $planner(crate::plan::Planner<$operation>);

        impl $planner {
            /// Takes the next message.
            pub fn push(&mut self, message: $message) {
                self.0.push(message);
            }

            /// Takes the next message as a tree that a host language made.
            pub fn push_value(&mut self, message: crate::Value<'_>) {
                self.0.push_value(message);
            }

            /// Says that no message follows.
            ///
            /// With [`OnInvalid::Raise`](crate::OnInvalid::Raise) this fails with all violations of all messages.
            pub fn finish(&mut self) -> Result<(), crate::InvalidRequest> {
                self.0.finish()
            }

            /// The next call that is full; after [`finish`](Self::finish) the rest. `None`: feed on, or done.
            pub fn next_call(&mut self) -> Option<Result<crate::Call<$answer>, crate::InvalidRequest>> {
                self.0.next_call()
            }

            /// What was set aside so far.
            #[must_use]
            pub fn rejected(&self) -> &[crate::Rejected] {
                &self.0.rejected
            }
        }

        impl std::fmt::Debug for $planner {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($planner), "({} set aside)"), self.0.rejected.len())
            }
        }

        /// The calls of a long list, as an iterator. Lazy: with [`OnInvalid::SetAside`](crate::OnInvalid::SetAside) it takes
        /// only as many messages as the next call needs.
        #[derive(Debug)]
        pub struct $plan<I> {
            planner: $planner,
            source: Option<I>,
        }

        impl<I> $plan<I> {
            /// What was set aside so far.
            #[must_use]
            pub fn rejected(&self) -> &[crate::Rejected] {
                self.planner.rejected()
            }
        }

        impl<I: Iterator<Item = $message>> Iterator for $plan<I> {
            type Item = Result<crate::Call<$answer>, crate::InvalidRequest>;

            fn next(&mut self) -> Option<Self::Item> {
                loop {
                    if let Some(call) = self.planner.next_call() {
                        return Some(call);
                    }
                    match self.source.as_mut()?.next() {
                        Some(message) => self.planner.push(message),
                        None => {
                            self.source = None;
                            if let Err(error) = self.planner.finish() {
                                return Some(Err(error));
                            }
                            return self.planner.next_call();
                        }
                    }
                }
            }
        }

        impl $gateway {
            /// A planner of this account. `envelope` is what all calls share: a request without its messages.
            pub fn $make(
                &self,
                envelope: Option<crate::Value<'_>>,
                on_invalid: crate::OnInvalid,
                now: Option<crate::Timestamp>,
            ) -> Result<$planner, crate::InvalidRequest> {
                crate::plan::Planner::new(self.clone(), envelope, on_invalid, now).map($planner)
            }

            /// The calls of a long list of messages.
            pub fn $iterate<I: IntoIterator<Item = $message>>(
                &self,
                messages: I,
                on_invalid: crate::OnInvalid,
            ) -> Result<$plan<I::IntoIter>, crate::InvalidRequest> {
                let planner = self.$make(None, on_invalid, None)?;
                Ok($plan { planner, source: Some(messages.into_iter()) })
            }
        }
    };
}
pub(crate) use planner;
