//! What the runner asks of an operation.

use serde::Serialize;
use serde_json::Value as Json;
use smskernel::{Call, CheckOptions, InvalidRequest, OnInvalid, Rejected, SendAnswer, Timestamp, Value, Violation};

/// What came of a plan.
pub type Planned<A> = Result<(Vec<Call<A>>, Vec<Rejected>), InvalidRequest>;

/// The body of [`Dialect::plan`]; each dialect has its own type of planner.
macro_rules! run_planner {
    ($planner:expr, $on_invalid:ident, $messages:ident) => {{
        let mut planner = $planner?;
        let mut calls = Vec::new();
        for message in $messages {
            planner.push_value(message);
            while let Some(call) = planner.next_call() {
                assert_ne!($on_invalid, smskernel::OnInvalid::Raise, "no call before everything was judged");
                calls.push(call?);
            }
        }
        planner.finish()?;
        while let Some(call) = planner.next_call() {
            calls.push(call?);
        }
        assert!(planner.next_call().is_none(), "the end is the end");
        Ok((calls, planner.rejected().to_vec()))
    }};
}
pub(crate) use run_planner;

/// One operation of one dialect.
pub trait Dialect {
    type Gateway;
    type Answer: SendAnswer + Serialize + PartialEq;

    /// Its file below the folder of vectors, without ending.
    const FILE: &'static str;

    fn gateway(options: Value<'_>) -> Result<Self::Gateway, InvalidRequest>;

    /// The door for JSON text.
    fn text(
        gateway: &Self::Gateway,
        request: &[u8],
        now: Option<Timestamp>,
    ) -> Result<Call<Self::Answer>, InvalidRequest>;

    /// The door for trees.
    fn tree(
        gateway: &Self::Gateway,
        request: Value<'_>,
        now: Option<Timestamp>,
    ) -> Result<Call<Self::Answer>, InvalidRequest>;

    /// The door for typed requests; `None` where the types cannot say what is asked.
    fn typed(
        gateway: &Self::Gateway,
        request: &Json,
        now: Option<Timestamp>,
    ) -> Option<Result<Call<Self::Answer>, InvalidRequest>>;

    fn check_text(payload: &[u8], options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest>;

    /// Feeds a plan with messages as trees and finishes it: its calls, and what was set aside.
    fn plan(
        gateway: &Self::Gateway,
        envelope: Option<Value<'_>>,
        on_invalid: OnInvalid,
        now: Option<Timestamp>,
        messages: &mut dyn Iterator<Item = Value<'static>>,
    ) -> Planned<Self::Answer>;

    fn check_tree(payload: Value<'_>, options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest>;
}
