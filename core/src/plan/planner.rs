//! The planner of one operation: what of it depends on the types of its messages. All else is the [`Packer`]'s.

use std::marker::PhantomData;

use super::packer::Packer;
use super::{Bulk, PlanOptions, Rejected};
use crate::call::{Call, Parts};
use crate::fields::{Field, Out};
use crate::json::Value;
use crate::judge::{Judge, Mode};
use crate::path::Path;
use crate::sent::Sent;
use crate::violation::InvalidRequest;

/// The planner of one operation.
pub(crate) struct Planner<O: Bulk> {
    gateway: O::Gateway,
    packer: Box<Packer>,
    operation: PhantomData<fn() -> O>,
}

impl<O: Bulk> Planner<O> {
    /// A plan whose calls share that envelope, a request without messages, which a host language gives as a tree.
    pub(crate) fn of_value(
        gateway: O::Gateway,
        envelope: Option<Value<'_>>,
        options: PlanOptions,
    ) -> Result<Planner<O>, InvalidRequest> {
        let packer = Packer::of_value(O::policy(&gateway), O::FORM, options, envelope, &Desk::<O>(&gateway))?;
        Ok(Planner { gateway, packer, operation: PhantomData })
    }

    /// The same with a typed envelope; its messages do not count.
    pub(crate) fn new(
        gateway: O::Gateway,
        envelope: &O::Request,
        options: PlanOptions,
    ) -> Result<Planner<O>, InvalidRequest> {
        let envelope = O::without_messages(envelope);
        let mut judge = Judge::new(O::policy(&gateway), Mode::Request);
        judge.now = options.now;
        let parts = judge_and_finish::<O>(&gateway, &envelope, &mut judge);
        let packer = Packer::new(O::FORM, options, parts, judge)?;
        Ok(Planner { gateway, packer, operation: PhantomData })
    }

    /// Takes the next message.
    pub(crate) fn push(&mut self, message: O::Message) {
        let mut typed = Typed::<O> { gateway: &self.gateway, message: Some(message) };
        self.packer.enter(O::policy(&self.gateway), Value::Null, &mut typed);
    }

    /// Takes the next message as a tree that a host language made.
    pub(crate) fn push_value(&mut self, message: Value<'_>) {
        self.packer.enter(O::policy(&self.gateway), message, &mut Desk::<O>(&self.gateway));
    }

    /// Says that no message follows. With `Raise` this tells all violations, if one is an error.
    pub(crate) fn finish(&mut self) -> Result<(), InvalidRequest> {
        self.packer.finish()
    }

    /// The next call that is full, or after [`finish`](Planner::finish) the rest.
    pub(crate) fn next_call(&mut self) -> Option<Result<Call<O::Answer>, InvalidRequest>> {
        Some(self.packer.next(O::NAME, O::policy(&self.gateway))?.map(Call::of))
    }

    /// Copies what it remembers into new memory.
    pub(crate) fn renew(&mut self) {
        self.packer.renew();
    }

    /// What was set aside so far.
    pub(crate) fn rejected(&self) -> &[Rejected] {
        &self.packer.taken.rejected
    }
}

/// An operation at a gateway.
struct Desk<'g, O: Bulk>(&'g O::Gateway);

/// What of an operation a packer needs, its types left out.
pub(super) trait TakesEnvelopes {
    /// Reads and judges an envelope; a call without messages, if nothing is wrong.
    fn envelope(&self, tree: Value<'_>, judge: &mut Judge) -> Option<Parts>;
}

/// The same of one message.
pub(super) trait TakesMessages {
    /// Reads and judges it; the text of what goes of it, if anything does.
    fn message(&mut self, tree: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Vec<u8>>;
}

impl<O: Bulk> TakesEnvelopes for Desk<'_, O> {
    fn envelope(&self, tree: Value<'_>, judge: &mut Judge) -> Option<Parts> {
        let mut envelope = None;
        O::Request::read_into(&mut envelope, tree, &Path::Root, judge);
        judge_and_finish::<O>(self.0, envelope.as_ref()?, judge)
    }
}

impl<O: Bulk> TakesMessages for Desk<'_, O> {
    fn message(&mut self, tree: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Vec<u8>> {
        let mut message = None;
        O::Message::read_into(&mut message, tree, at, judge);
        judge_and_write::<O>(self.0, message.as_mut()?, at, judge)
    }
}

/// A message that need not be read.
struct Typed<'g, O: Bulk> {
    gateway: &'g O::Gateway,
    message: Option<O::Message>,
}

impl<O: Bulk> TakesMessages for Typed<'_, O> {
    fn message(&mut self, _: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Vec<u8>> {
        judge_and_write::<O>(self.gateway, self.message.as_mut()?, at, judge)
    }
}

fn judge_and_finish<O: Bulk>(gateway: &O::Gateway, envelope: &O::Request, judge: &mut Judge) -> Option<Parts> {
    judge.start_judging();
    O::judge_envelope(gateway, envelope, judge);
    (!judge.failed()).then(|| O::finish(gateway, envelope, &Sent::default()))
}

fn judge_and_write<O: Bulk>(
    gateway: &O::Gateway,
    message: &mut O::Message,
    at: &Path,
    judge: &mut Judge,
) -> Option<Vec<u8>> {
    judge.start_judging_message();
    O::judge_message(gateway, message, at, judge);
    O::drop_destinations(message, judge.parted()?);
    let mut out = Out::new(512, &judge.roll.sent);
    O::write_message(gateway, message, &mut out);
    Some(out.json.into_bytes())
}
