//! What the gateway says of messages that were sent, of messages to short codes, and of the account.

use pyo3::prelude::*;

use crate::answer::{Kind, answer};
use crate::violation::Outcome;

answer! {
    /// Where one message stands: the answer to `Gateway.get_delivery_report`, and the event of a delivery callback,
    /// which has fewer members. All texts are as the gateway wrote them.
    DeliveryReport in "smskernel.smslist" as event "delivery_report" {
        /// The gateway's id of the message.
        message_id = None: Kind::SOME_TEXT,
        /// The state, such as `DeliveredToTerminal`. `description` in a callback.
        delivery_description = None: Kind::SOME_TEXT,
        /// The state's number. Only 32 was ever seen.
        delivery_status = None: Kind::SOME_TEXT,
        /// How long the delivery took, such as `00:02:30`, `22s` or `0.47 sec`. `timeTaken` in a callback.
        delivery_tat = None: Kind::SOME_TEXT,
        /// When it was, in the operator's own time, whose zone no document says. `timestamp` in a callback.
        delivery_time = None: Kind::SOME_TEXT,
        /// The network's id. No document says what its values mean.
        network_id = None: Kind::SOME_TEXT,
        /// The gateway's code: 200, or 1008 or 1009 where there is no report yet.
        response_code = None: Kind::SOME_TEXT,
        /// The gateway's words.
        response_description = None: Kind::SOME_TEXT,
        /// What that means.
        outcome: Kind::one::<Outcome>(),
        /// The body as it came; of an event empty, for its webhook has it. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// A message that somebody sent to your short code.
    InboundMessage in "smskernel.smslist" as event "inbound_message" {
        /// The number of who sent it: `mobile`, or `msisdn` of an interactive short code.
        sender = None: Kind::SOME_NUMBER,
        /// Your short code. `shortcode` on the wire.
        to = None: Kind::SOME_SENDER,
        /// Its text. `message` on the wire.
        text = None: Kind::SOME_CONTENT,
        /// Your partner id, of an interactive short code. Never printed.
        partner_id = None: Kind::SOME_HIDDEN,
        /// Whether it is of an interactive short code, which answers by what you reply.
        is_interactive: Kind::FLAG,
    }
}

answer! {
    /// The answer to `Gateway.get_balance`.
    Balance in "smskernel.smslist" {
        /// The SMS units that are left, as the gateway wrote them, such as `545.00`.
        credit: Kind::TEXT,
        /// Whose they are: the account's partner id. Never printed.
        partner_id = None: Kind::SOME_HIDDEN,
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// The answer to `Gateway.credit`: it was done. All texts are as the gateway wrote them.
    Credited in "smskernel.smslist" {
        /// The client's units before.
        prev_balance = None: Kind::SOME_TEXT,
        /// How many units were added.
        sms_units = None: Kind::SOME_TEXT,
        /// The client's units now.
        new_balance = None: Kind::SOME_TEXT,
        /// The gateway's words, which name the client's partner id. Never printed.
        response_description = None: Kind::SOME_HIDDEN,
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}
