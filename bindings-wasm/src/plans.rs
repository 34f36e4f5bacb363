//! Plans that are being worked off: the only state between two calls of this module's functions.

use std::cell::RefCell;

use smskernel::{InvalidRequest, Members, Rejected, Tell, Told, Value};

use crate::operations::Built;
use crate::reports;

/// A planner of any operation.
pub(crate) trait Plan {
    /// Takes the next message.
    fn push(&mut self, message: Value<'_>);
    /// Says that no message follows.
    fn finish(&mut self) -> Result<(), InvalidRequest>;
    /// The next call, or nothing.
    fn next_call(&mut self) -> Option<Result<Built, InvalidRequest>>;
    /// What was set aside.
    fn rejected(&self) -> &[Rejected];
}

/// Makes a planner of the core a [`Plan`].
macro_rules! plan {
    ($planner:ty) => {
        impl crate::plans::Plan for $planner {
            fn push(&mut self, message: Value<'_>) {
                self.push_value(message);
            }

            fn finish(&mut self) -> Result<(), InvalidRequest> {
                self.finish()
            }

            fn next_call(&mut self) -> Option<Result<Built, InvalidRequest>> {
                self.next_call().map(|call| call.map(Built::from))
            }

            fn rejected(&self) -> &[smskernel::Rejected] {
                self.rejected()
            }
        }
    };
}
pub(crate) use plan;

thread_local! {
    static PLANS: RefCell<Vec<Option<Box<dyn Plan>>>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a plan under a number.
pub(crate) fn keep(plan: Box<dyn Plan>) -> usize {
    PLANS.with_borrow_mut(|plans| {
        let free = plans.iter().position(Option::is_none);
        if let Some(free) = free
            && let Some(slot) = plans.get_mut(free)
        {
            *slot = Some(plan);
            return free;
        }
        plans.push(Some(plan));
        plans.len() - 1
    })
}

/// Uses the plan of that number. There is always one, for only the TypeScript side has numbers, and forgets each once.
pub(crate) fn with<T: Default>(plan: u32, using: impl FnOnce(&mut dyn Plan) -> T) -> T {
    let Some(mut taken) = replace(plan, None) else { return T::default() };
    let done = using(taken.as_mut());
    replace(plan, Some(taken));
    done
}

/// Lets go of a plan.
pub(crate) fn forget(plan: u32) {
    replace(plan, None);
}

/// Puts something in the place of the plan of that number, and gives the plan.
fn replace(plan: u32, by: Option<Box<dyn Plan>>) -> Option<Box<dyn Plan>> {
    PLANS.with_borrow_mut(|plans| std::mem::replace(plans.get_mut(plan as usize)?, by))
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
    reports::done(&list)
}
