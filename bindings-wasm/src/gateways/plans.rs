//! Plans that are being worked off: the only state between two calls of this module's functions.

use std::cell::RefCell;

use smskernel::{InvalidRequest, Members, NamedCall, Rejected, Tell, Told, Value};

use crate::arena::{self, Arena};
use crate::report;

/// A planner of any operation.
pub(crate) trait Plan {
    /// Takes the next message.
    fn push(&mut self, message: Value<'_>);
    /// Says that no message follows.
    fn finish(&mut self) -> Result<(), InvalidRequest>;
    /// The next call, or nothing.
    fn next_call(&mut self) -> Option<Result<NamedCall, InvalidRequest>>;
    /// What was set aside.
    fn rejected(&self) -> &[Rejected];
    /// Copies what it remembers into new memory.
    fn renew(&mut self);
}

/// Makes a planner of the core a [`Plan`].
macro_rules! plan {
    ($planner:ty) => {
        impl super::plans::Plan for $planner {
            fn push(&mut self, message: Value<'_>) {
                self.push_value(message);
            }

            fn finish(&mut self) -> Result<(), InvalidRequest> {
                self.finish()
            }

            fn next_call(&mut self) -> Option<Result<smskernel::NamedCall, InvalidRequest>> {
                self.next_call().map(|call| call.map(smskernel::NamedCall::from))
            }

            fn rejected(&self) -> &[smskernel::Rejected] {
                self.rejected()
            }

            fn renew(&mut self) {
                self.renew();
            }
        }
    };
}
pub(crate) use plan;

/// A plan and its memory.
struct Kept {
    plan: Box<dyn Plan>,
    /// What was made with the plan, and stays as it is.
    #[expect(dead_code, reason = "lives as long as the plan")]
    beginning: Arena,
    /// What came since.
    since: Arena,
    /// From which size on `since` is made anew, without what the plan no longer refers to.
    renew_from: usize,
}

/// How many bytes a plan may leave lying beside twice what it refers to.
const LEFT_LYING: usize = 1 << 16;

/// All plans, and the memory of this list.
struct Plans {
    list: Vec<Option<Kept>>,
    own: Arena,
}

thread_local! {
    static PLANS: RefCell<Plans> = const { RefCell::new(Plans { list: Vec::new(), own: Arena::new() }) };
}

/// Makes a plan and keeps it under a number, which is told; or what is wrong.
pub(crate) fn open(make: impl FnOnce() -> Result<Box<dyn Plan>, InvalidRequest>) -> String {
    let mut beginning = Arena::new();
    let plan = match arena::within(&mut beginning, make) {
        Ok(plan) => plan,
        Err(error) => return report::result::<()>(Err(error)),
    };
    let kept = Some(Kept { plan, beginning, since: Arena::new(), renew_from: LEFT_LYING });
    let number = PLANS.with_borrow_mut(|Plans { list, own }| {
        let free = list.iter().position(Option::is_none).unwrap_or(list.len());
        match list.get_mut(free) {
            Some(slot) => *slot = kept,
            None => arena::within(own, || list.push(kept)),
        }
        free
    });
    report::done(&number)
}

/// Uses the plan of that number. There is always one, for only the TypeScript side has numbers, and forgets each once.
pub(crate) fn with<T: Default>(plan: u32, using: impl FnOnce(&mut dyn Plan) -> T) -> T {
    PLANS.with_borrow_mut(|plans| {
        let Some(Some(kept)) = plans.list.get_mut(plan as usize) else { return T::default() };
        if kept.since.size() > kept.renew_from {
            let mut anew = Arena::new();
            arena::within(&mut anew, || kept.plan.renew());
            kept.renew_from = 2 * anew.size() + LEFT_LYING;
            kept.since = anew;
        }
        arena::within(&mut kept.since, || using(kept.plan.as_mut()))
    })
}

/// Lets go of a plan.
pub(crate) fn forget(plan: u32) {
    PLANS.with_borrow_mut(|plans| plans.list.get_mut(plan as usize).map(Option::take));
}

struct SetAside<'a>(&'a Rejected);

impl Members for SetAside<'_> {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        each("position", &self.0.position);
        each("destination", &self.0.destination);
        each("destinations", &self.0.destinations);
        each("violations", &self.0.violations);
        each("outcome", &self.0.outcome());
    }
}

impl Tell for SetAside<'_> {
    fn told(&self) -> Told<'_> {
        Told::Object(self)
    }
}

/// What was set aside, from an index on.
pub(crate) fn rejected(all: &[Rejected], from: usize) -> String {
    let list: Vec<SetAside<'_>> = all.iter().skip(from).map(SetAside).collect();
    report::done(&list)
}
