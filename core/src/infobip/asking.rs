//! What the operations that only ask have in common: a request that becomes the query of a path.

/// Declares such an operation: its request, its answer, its name and its path.
macro_rules! asks {
    ($operation:ident: $request:ty => $answer:ty, $name:literal, $path:literal) => {
        /// The operation.
        pub(crate) struct $operation;

        impl $crate::operation::Operation for $operation {
            const NAME: &'static str = $name;
            type Gateway = $crate::infobip::Gateway;
            type Request = $request;
            type Answer = $answer;

            fn policy(gateway: &Self::Gateway) -> &$crate::judge::Policy {
                gateway.policy()
            }

            fn judge(_: Option<&Self::Gateway>, request: &$request, judge: &mut $crate::judge::Judge) {
                request.judge(&$crate::path::Path::Root, judge);
            }

            fn finish(gateway: &Self::Gateway, request: &$request, sent: &$crate::sent::Sent) -> $crate::call::Parts {
                gateway.ask($path, request, sent)
            }
        }
    };
}
pub(in crate::infobip) use asks;
