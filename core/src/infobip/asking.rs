//! What the operations that send no message have in common.

use crate::reply::{Fault, Reading, Refusal};

/// Declares an operation that sends no message: its name, its request and answer, and what finishes it.
macro_rules! asks {
    ($operation:ident, $name:literal, $request:ty => $answer:ty, $finish:path) => {
        /// The operation.
        pub(crate) struct $operation;

        impl $crate::operation::Operation for $operation {
            const NAME: &'static str = $name;
            type Gateway = $crate::infobip::Gateway;
            type Request = $request;
            type Answer = $answer;

            fn policy(gateway: &$crate::infobip::Gateway) -> &$crate::judge::Policy {
                gateway.policy()
            }

            fn judge(_: Option<&$crate::infobip::Gateway>, request: &$request, judge: &mut $crate::judge::Judge) {
                request.judge(&$crate::path::Path::Root, judge);
            }

            fn finish(
                gateway: &$crate::infobip::Gateway,
                request: &$request,
                sent: &$crate::sent::Sent,
            ) -> $crate::call::Parts {
                $finish(gateway, request, sent)
            }
        }
    };
}
pub(crate) use asks;

/// Why a body is no answer.
pub(crate) enum NoAnswer {
    Refusal(Refusal),
    Other(Fault),
}

impl NoAnswer {
    pub(crate) fn into_reading<A>(self) -> Reading<A> {
        match self {
            NoAnswer::Refusal(refusal) => Reading::Refusal(refusal),
            NoAnswer::Other(fault) => Reading::Other(fault),
        }
    }
}
