//! The six members that both sends have in common.

use crate::fields::any;

/// Declares a request that begins with the members of `GenericRequest`.
macro_rules! generic_request {
    (
        $(#[$outer:meta])*
        $name:ident, $called:literal, judged by $whole:path { $($own:tt)* }
    ) => {
        $crate::fields::wire! {
            $(#[$outer])*
            pub struct $name, $called, judged by $whole {
                /// Your id of the request, or of its one message.
                pub message_id = "messageId": Option<$crate::values::Id>, $crate::blackkonnect::value_rules::id;
                /// A reference of yours.
                pub reference_id_1 = "referenceId1": Option<$crate::values::Id>, $crate::blackkonnect::value_rules::id;
                /// A second reference of yours.
                pub reference_id_2 = "referenceId2": Option<$crate::values::Id>, $crate::blackkonnect::value_rules::id;
                /// The service that sends. No document says more.
                pub service_id = "serviceId": Option<$crate::values::Id>, $crate::blackkonnect::value_rules::id;
                /// Your id of this request; replies repeat it.
                pub request_id = "requestId": Option<$crate::values::Id>, $crate::blackkonnect::value_rules::id;
                /// Who initiates it. No document says more.
                pub initiator_id = "initiatorId": Option<$crate::values::Id>, $crate::blackkonnect::value_rules::id;
                $($own)*
            }
        }

        $crate::fields::setters! { $name {
            message_id: $crate::values::Id, reference_id_1: $crate::values::Id, reference_id_2: $crate::values::Id,
            service_id: $crate::values::Id, request_id: $crate::values::Id, initiator_id: $crate::values::Id,
        } }
    };
}
pub(crate) use generic_request;

generic_request! {
    /// What both sends have in common: six ids, all of them optional.
    GenericRequest, "a generic request", judged by any {}
}

/// Lets a request take over the members of a [`GenericRequest`].
macro_rules! takes_generic {
    ($($name:ident),*) => { $(
        impl $name {
            /// Takes over those of the common members that are set, and what stands beside them.
            pub fn generic(mut self, generic: $crate::blackkonnect::GenericRequest) -> $name {
                self.message_id = generic.message_id.or(self.message_id);
                self.reference_id_1 = generic.reference_id_1.or(self.reference_id_1);
                self.reference_id_2 = generic.reference_id_2.or(self.reference_id_2);
                self.service_id = generic.service_id.or(self.service_id);
                self.request_id = generic.request_id.or(self.request_id);
                self.initiator_id = generic.initiator_id.or(self.initiator_id);
                self.extra.extend(generic.extra);
                self
            }
        }
    )* };
}
pub(crate) use takes_generic;
