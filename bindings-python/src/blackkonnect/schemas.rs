//! Parts of replies that have all members optional, and the open values beside them.

use pyo3::prelude::*;

use super::core;
use crate::answer::{Kind, answer};
use crate::violation::Outcome;
use crate::{errors, reply, told};

/// Makes the class of a schema. Kinds: `text`, `number`, `sender`, `content` (a text that was sent), `integer`. With
/// `, open rest` it keeps further members, and with `and outcome` says what its status means, for it is an event, too.
macro_rules! schema {
    (
        $(#[$outer:meta])*
        $name:ident $(, open $extra:ident $(and $outcome:ident, an event of $event:literal)?)? { $( $(#[$doc:meta])* $field:ident: $kind:ident, )* }
    ) => {
        answer! {
            $(#[$outer])*
            $name in "smskernel.blackkonnect" $($(as event $event)?)? {
                $( $(#[$doc])* $field = None: schema!(@kind $kind), )*
                $(
                    /// Members that the documents do not name, as plain values: a dict.
                    $extra: Kind::OPEN_OBJECT,
                    $(
                        /// What its status means.
                        $outcome: Kind::one::<Outcome>(),
                    )?
                )?
            }
        }
    };
    (@kind text) => { Kind::SOME_TEXT };
    (@kind number) => { Kind::SOME_NUMBER };
    (@kind sender) => { Kind::SOME_SENDER };
    (@kind content) => { Kind::SOME_CONTENT };
    (@kind integer) => { Kind::SOME_INTEGER };
}

schema! {
    /// Which part of a list a reply holds.
    ItemPagination {
        /// How many elements there are in all.
        total_elements: integer,
        /// How many a page has.
        page_size: integer,
        /// How many pages there are.
        total_pages: integer,
        /// Which one this is.
        page_number: integer,
        /// How many elements stand before it. `offSet` on the wire.
        off_set: integer,
    }
}

schema! {
    /// What the gateway says of a message's delivery.
    MessageGroupStatus {
        /// The name of the status's group. No document gives the values.
        status_group_name: text,
        /// The status; `QUEUED` is the one that the documents show.
        delivery_status: text,
        /// What it says to people.
        status_description: text,
        /// What to do about it.
        action: text,
    }
}

schema! {
    /// One delivery as the network operator's side of the gateway knows it.
    NetworkOperatorMessageDeliveryDTO, open extra and outcome, an event of "operator_delivery" {
        /// A number of the gateway's own.
        id: integer,
        /// Its id.
        uuid: text,
        /// The message's id.
        message_id: text,
        /// The bulk's id.
        bulk_reference_id: text,
        /// The part's id.
        part_reference_id: text,
        /// The network operator's id.
        network_operator_id: text,
        /// A reference.
        message_reference: text,
        /// A reference of yours.
        reference_id_1: text,
        /// A second reference of yours.
        reference_id_2: text,
        /// The service's name.
        service_name: text,
        /// The service's code.
        service_code: text,
        /// The service's reference.
        service_reference: text,
        /// The network's id of the submission.
        submit_id: text,
        /// The network's id of the receipt.
        receipt_id: text,
        /// The number.
        destination: number,
        /// The sender.
        source_address: sender,
        /// The country's code in mobile networks.
        mobile_country_code: text,
        /// The country.
        mobile_country: text,
        /// The carrier.
        carrier_name: text,
        /// The network's code.
        mobile_network_code: text,
        /// The operator.
        operator_name: text,
        /// The client's id.
        client_id: text,
        /// The client's reference.
        client_reference: text,
        /// The sender's name.
        sender_name: text,
        /// What it cost, as the gateway wrote the number.
        cost: text,
        /// The organisation's id.
        organisation_id: text,
        /// The status; `QUEUED` is the one that the documents show.
        delivery_status: text,
        /// The text that was sent.
        message_content: content,
    }
}

schema! {
    /// The body of an error, which the documents name and do not show. Its members are those of RFC 9457, which defines
    /// an object of this name.
    ProblemDetail, open extra {
        /// A URI for the kind of problem.
        r#type: text,
        /// The problem in a few words, the same for all of its kind.
        title: text,
        /// The HTTP status again.
        status: integer,
        /// What is wrong this time.
        detail: text,
        /// A URI for this one occurrence.
        instance: text,
    }
}

/// The body of a refusal as a `ProblemDetail`, or None where it is none: a `Refused` or `UnreadableReply`, or the
/// body itself as bytes or str.
#[pyfunction]
#[pyo3(signature = (refused, /))]
pub(super) fn problem_detail(refused: &Bound<'_, PyAny>) -> PyResult<Option<Py<PyAny>>> {
    let py = refused.py();
    let body = if errors::is_reply_error(refused) { refused.getattr("raw_body")? } else { refused.clone() };
    let body = reply::bytes(&body, "refused")?;
    let problem = core::ProblemDetail::from_body(body.as_bytes());
    problem.map(|problem| told::answer::<ProblemDetail>(py, &problem, &body)).transpose()
}
