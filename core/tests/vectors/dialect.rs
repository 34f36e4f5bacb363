//! What the runner asks of an operation.

use serde::Serialize;
use serde_json::Value as Json;
use smskernel::{Call, CheckOptions, InvalidRequest, OnInvalid, ReadReply, Rejected, Timestamp, Value, Violation};

/// What came of a plan.
pub type Planned<A> = Result<(Vec<Call<A>>, Vec<Rejected>), InvalidRequest>;

/// One operation of one dialect.
pub trait Dialect {
    type Gateway;
    type Answer: ReadReply + Serialize + PartialEq;

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

    /// What an answer holds and its JSON does not: a token.
    fn reveals(_: &Self::Answer) -> Option<&str> {
        None
    }
}

/// An operation whose finished bodies can be judged.
pub trait Checks: Dialect {
    fn check_text(payload: &[u8], options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest>;

    fn check_tree(payload: Value<'_>, options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest>;
}

/// An operation whose long lists can be cut into calls.
pub trait Plans: Checks {
    /// Feeds a plan with messages as trees and finishes it: its calls, and what was set aside.
    fn plan(
        gateway: &Self::Gateway,
        envelope: Option<Value<'_>>,
        on_invalid: OnInvalid,
        now: Option<Timestamp>,
        messages: &mut dyn Iterator<Item = Value<'static>>,
    ) -> Planned<Self::Answer>;
}

/// An operation whose answers say what to ask next.
pub trait Walks: Dialect {
    /// The next request, as it can be kept.
    fn next(answer: &Self::Answer) -> Option<Json>;
}

/// Declares an operation with its doors: the typed request's maker, and the gateway's methods.
macro_rules! operation {
    (
        $name:ident, $file:literal, $gateway:ty => $answer:ty,
        $typed:path, $send:ident $(+ $send_at:ident)?, $send_json:ident, $send_value:ident
        $(, reveals $reveals:path)?
    ) => {
        pub struct $name;

        impl $crate::dialect::Dialect for $name {
            type Gateway = $gateway;
            type Answer = $answer;

            const FILE: &'static str = $file;

            fn gateway(options: smskernel::Value<'_>) -> Result<$gateway, smskernel::InvalidRequest> {
                <$gateway>::from_value(options)
            }

            fn text(
                gateway: &$gateway,
                request: &[u8],
                now: Option<smskernel::Timestamp>,
            ) -> Result<smskernel::Call<$answer>, smskernel::InvalidRequest> {
                gateway.$send_json(request, now)
            }

            fn tree(
                gateway: &$gateway,
                request: smskernel::Value<'_>,
                now: Option<smskernel::Timestamp>,
            ) -> Result<smskernel::Call<$answer>, smskernel::InvalidRequest> {
                gateway.$send_value(request, now)
            }

            fn typed(
                gateway: &$gateway,
                request: &serde_json::Value,
                now: Option<smskernel::Timestamp>,
            ) -> Option<Result<smskernel::Call<$answer>, smskernel::InvalidRequest>> {
                let request = $typed(request).ok()?;
                $(
                    if let Some(now) = now {
                        return Some(gateway.$send_at(&request, now));
                    }
                )?
                let _ = now;
                Some(gateway.$send(&request))
            }

            $(
                fn reveals(answer: &$answer) -> Option<&str> {
                    Some($reveals(answer))
                }
            )?
        }
    };
}
pub(crate) use operation;

/// Declares that an operation's finished bodies can be judged, and by what.
macro_rules! checks {
    ($name:ident, $check:path, $check_value:path) => {
        impl $crate::dialect::Checks for $name {
            fn check_text(
                payload: &[u8],
                options: &smskernel::CheckOptions,
            ) -> Result<Vec<smskernel::Violation>, smskernel::InvalidRequest> {
                $check(payload, options)
            }

            fn check_tree(
                payload: smskernel::Value<'_>,
                options: &smskernel::CheckOptions,
            ) -> Result<Vec<smskernel::Violation>, smskernel::InvalidRequest> {
                $check_value(payload, options)
            }
        }
    };
}
pub(crate) use checks;

/// Declares that an operation's long lists can be cut into calls, and by which planner.
macro_rules! plans {
    ($name:ident, $planner:ident) => {
        impl $crate::dialect::Plans for $name {
            fn plan(
                gateway: &Self::Gateway,
                envelope: Option<smskernel::Value<'_>>,
                on_invalid: smskernel::OnInvalid,
                now: Option<smskernel::Timestamp>,
                messages: &mut dyn Iterator<Item = smskernel::Value<'static>>,
            ) -> $crate::dialect::Planned<Self::Answer> {
                let mut planner = gateway.$planner(envelope, on_invalid, now)?;
                let mut calls = Vec::new();
                for message in messages {
                    planner.push_value(message);
                    // What it remembers is all that it needs, wherever that lies.
                    planner.renew();
                    while let Some(call) = planner.next_call() {
                        assert_ne!(on_invalid, smskernel::OnInvalid::Raise, "no call before everything was judged");
                        calls.push(call?);
                    }
                }
                planner.finish()?;
                while let Some(call) = planner.next_call() {
                    calls.push(call?);
                }
                assert!(planner.next_call().is_none(), "the end is the end");
                Ok((calls, planner.rejected().to_vec()))
            }
        }
    };
}
pub(crate) use plans;
