//! The operations as the border sees them: each by its name, all of the same form.

use smskernel::{Call, CheckOptions, InvalidRequest, OnInvalid, SendAnswer, Timestamp, Value, Violation};

use crate::answers::Told;
use crate::plans::Plan;

/// A request or payload as JavaScript hands it over.
pub(crate) enum Given<'a> {
    /// JSON text.
    Json(&'a [u8]),
    /// A tree.
    Tree(Value<'a>),
}

/// One operation.
pub(crate) trait Operation {
    /// An account's gateway.
    type Gateway;
    /// What a reply becomes.
    type Answer: SendAnswer + Told;

    /// The gateway of a tree of options.
    fn gateway(options: Value<'_>) -> Result<Self::Gateway, InvalidRequest>;

    /// The finished call.
    fn call(
        gateway: &Self::Gateway,
        request: Given<'_>,
        now: Option<Timestamp>,
    ) -> Result<Call<Self::Answer>, InvalidRequest>;

    /// What is wrong with a finished payload.
    fn check(payload: Given<'_>, options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest>;

    /// A planner whose calls share that envelope.
    fn plan(
        gateway: &Self::Gateway,
        envelope: Value<'_>,
        on_invalid: OnInvalid,
        now: Option<Timestamp>,
    ) -> Result<Box<dyn Plan>, InvalidRequest>;
}

/// Declares an operation by the core's functions.
macro_rules! operation {
    (
        $name:ident: $dialect:ident, $answer:ident, $json:ident, $value:ident, $check:ident, $check_value:ident,
        $planner:ident, $plan:ident
    ) => {
        pub(crate) struct $name;

        crate::plans::plan!(smskernel::$dialect::$planner);

        impl Operation for $name {
            type Gateway = smskernel::$dialect::Gateway;
            type Answer = smskernel::$dialect::$answer;

            fn gateway(options: Value<'_>) -> Result<Self::Gateway, InvalidRequest> {
                Self::Gateway::from_value(options)
            }

            fn call(
                gateway: &Self::Gateway,
                request: Given<'_>,
                now: Option<Timestamp>,
            ) -> Result<Call<Self::Answer>, InvalidRequest> {
                match request {
                    Given::Json(text) => gateway.$json(text, now),
                    Given::Tree(tree) => gateway.$value(tree, now),
                }
            }

            fn check(payload: Given<'_>, options: &CheckOptions) -> Result<Vec<Violation>, InvalidRequest> {
                match payload {
                    Given::Json(text) => smskernel::$dialect::$check(text, options),
                    Given::Tree(tree) => smskernel::$dialect::$check_value(tree, options),
                }
            }

            fn plan(
                gateway: &Self::Gateway,
                envelope: Value<'_>,
                on_invalid: OnInvalid,
                now: Option<Timestamp>,
            ) -> Result<Box<dyn Plan>, InvalidRequest> {
                Ok(Box::new(gateway.$plan(Some(envelope), on_invalid, now)?))
            }
        }
    };
}

operation!(
    SendText: infobip, SentMessages, send_text_json, send_text_value, check_text, check_text_value, TextPlanner, text_planner
);
operation!(
    SendBulk: smslist, SentBulk, send_bulk_json, send_bulk_value, check_bulk, check_bulk_value, BulkPlanner, bulk_planner
);

/// Calls `$run` with the operation of that name, or gives `$otherwise`.
macro_rules! with_operation {
    ($operation:expr, $run:ident ( $($argument:expr),* ), $otherwise:expr) => {
        match $operation {
            "infobip.send_text" => $run::<$crate::operations::SendText>($($argument),*),
            "smslist.send_bulk" => $run::<$crate::operations::SendBulk>($($argument),*),
            _ => $otherwise,
        }
    };
}
pub(crate) use with_operation;
