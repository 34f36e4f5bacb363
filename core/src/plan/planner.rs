//! The planner of one operation: what of it depends on the types of its messages. All else is the [`Packer`]'s.

use super::packer::Packer;
use super::{Bulk, PlanOptions, Rejected};
use crate::call::Call;
use crate::fields::{Field, Out};
use crate::json::Value;
use crate::judge::{Judge, Mode};
use crate::operation::{Given, admits};
use crate::path::Path;
use crate::sent::Sent;
use crate::violation::InvalidRequest;

/// The planner of one operation.
pub(crate) struct Planner<O: Bulk> {
    gateway: O::Gateway,
    envelope: O::Request,
    packer: Packer,
}

impl<O: Bulk> Planner<O> {
    /// A plan whose calls share that envelope, a request without messages, which a host language gives as a tree.
    pub(crate) fn of_value(
        gateway: O::Gateway,
        envelope: Option<Value<'_>>,
        options: PlanOptions,
    ) -> Result<Planner<O>, InvalidRequest> {
        let mut judge = Judge::new(O::policy(&gateway), Mode::Request);
        let mut read = None;
        if let Some(tree) = O::FORM.whole_envelope(envelope, &mut judge) {
            Given::Tree(tree).read(&mut judge, &mut |tree, judge| {
                read = O::Request::read(tree, &Path::Root, judge);
            });
        }
        let Some(envelope) = read else { return Err(InvalidRequest { violations: judge.finish().0 }) };
        let packer = Self::packer(&gateway, &envelope, options, judge)?;
        Ok(Planner { gateway, envelope, packer })
    }

    /// The same with a typed envelope; its messages do not count.
    pub(crate) fn new(
        gateway: O::Gateway,
        envelope: &O::Request,
        options: PlanOptions,
    ) -> Result<Planner<O>, InvalidRequest> {
        let envelope = O::without_messages(envelope);
        let judge = Judge::new(O::policy(&gateway), Mode::Request);
        let packer = Self::packer(&gateway, &envelope, options, judge)?;
        Ok(Planner { gateway, envelope, packer })
    }

    /// Judges the envelope.
    fn packer(
        gateway: &O::Gateway,
        envelope: &O::Request,
        options: PlanOptions,
        mut judge: Judge,
    ) -> Result<Packer, InvalidRequest> {
        judge.now = options.now;
        judge.start_judging();
        O::judge_envelope(gateway, envelope, &mut judge);
        let warnings = judge.into_result()?;
        let bytes = O::finish(gateway, envelope, &Sent::default()).body.len();
        Ok(Packer::new(O::FORM, options, bytes, warnings))
    }

    /// Takes the next message.
    pub(crate) fn push(&mut self, message: O::Message) {
        self.enter(|_, _| Some(message));
    }

    /// Takes the next message as a tree that a host language made.
    pub(crate) fn push_value(&mut self, value: Value<'_>) {
        self.enter(|at, judge| if admits(&value, at, judge) { O::Message::read(value, at, judge) } else { None });
    }

    fn enter(&mut self, read: impl FnOnce(&Path, &mut Judge) -> Option<O::Message>) {
        let list = Path::Root.key(O::FORM.list);
        let at = list.index(self.packer.position);
        let mut judge = self.packer.open(O::policy(&self.gateway), &at);
        O::introduce(&self.gateway, &mut judge);
        let mut message = read(&at, &mut judge);
        if let Some(message) = &message {
            judge.start_judging_message();
            O::judge_message(message, &at, &mut judge);
        }
        if let (Some(going), Some(message)) = (self.packer.close(judge), &mut message) {
            if !going.bad.is_empty() {
                O::drop_destinations(message, &going.bad);
            }
            let mut out = Out::new(512, &going.sent, 0);
            O::write_message(&self.gateway, message, &mut out);
            let json = out.json.into_bytes();
            self.packer.queue(going, json);
        }
    }

    /// Says that no message follows. With `Raise` this tells all violations, if one is an error.
    pub(crate) fn finish(&mut self) -> Result<(), InvalidRequest> {
        self.packer.finish()
    }

    /// The next call that is full, or after [`finish`](Planner::finish) the rest.
    pub(crate) fn next_call(&mut self) -> Option<Result<Call<O::Answer>, InvalidRequest>> {
        let Planner { gateway, envelope, packer } = self;
        let mut finish = || O::finish(gateway, envelope, &Sent::default());
        let exchange = packer.next(O::NAME, O::policy(gateway), &mut finish)?;
        Some(exchange.map(Call::of))
    }

    /// What was set aside so far.
    pub(crate) fn rejected(&self) -> &[Rejected] {
        &self.packer.rejected
    }
}
