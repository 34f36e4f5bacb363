//! The operations as the border sees them: one table, in which each is an entry of names.

use smskernel::{
    CheckOptions, Given, InvalidRequest, NamedCall, OnInvalid, ReadReply, Reading, ReplyForm, SendAnswer, SentRef,
    Timestamp, Value, Violation,
};

use super::answers::Answer;
use super::merging;
use super::plans::Plan;

/// What every operation of a dialect has in common.
pub(crate) struct Dialect {
    /// Whether a tree of options makes a gateway.
    pub(crate) gateway: fn(Value<'_>) -> Result<(), InvalidRequest>,
    /// The finished call of an operation, of a gateway's options and a request; none where there is no such operation.
    pub(crate) call: fn(&str, Value<'_>, Given<'_>, Option<Timestamp>) -> Named<NamedCall>,
    /// What is wrong with a finished payload of an operation; none where it is none that sends.
    pub(crate) check: fn(&str, Given<'_>, &CheckOptions) -> Named<Vec<Violation>>,
}

/// What comes of an operation by its name.
type Named<T> = Option<Result<T, InvalidRequest>>;

/// One operation. The code behind these functions is what an operation costs; all else is there once.
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) dialect: &'static Dialect,
    /// How its replies are read.
    pub(crate) form: &'static ReplyForm<Box<dyn Answer>>,
    /// What only an operation can do that sends messages; none of one that asks.
    pub(crate) sends: Option<Sends>,
}

/// What can be done about messages.
pub(crate) struct Sends {
    /// The answer that stands for a reply that never came.
    pub(crate) no_reply: fn(SentRef<'_>) -> Box<dyn Answer>,
    /// Where the result of each row stands, of saved readers, of what became of their calls, and of what was set aside.
    pub(crate) merge: merging::Place,
    /// A planner whose calls share an envelope, of a gateway's options; none where a call takes one message.
    pub(crate) plan: Option<NewPlan>,
}

/// Makes a planner, of a gateway's options and an envelope.
type NewPlan = fn(Value<'_>, Value<'_>, OnInvalid, Option<Timestamp>) -> Result<Box<dyn Plan>, InvalidRequest>;

/// The operation of that name, which the TypeScript side or a saved reader gives.
pub(crate) fn find(name: &str) -> Option<&'static Operation> {
    ALL.iter().find(|operation| operation.name == name)
}

/// The first operation, which speaks for all where none is known.
pub(crate) fn first() -> Option<&'static Operation> {
    ALL.first()
}

fn read<A: ReadReply + Answer + 'static>(body: &[u8], sent: SentRef<'_>) -> Reading<Box<dyn Answer>> {
    A::read(body, sent).map(|answer| Box::new(answer) as Box<dyn Answer>)
}

fn no_reply<A: SendAnswer + Answer + 'static>(sent: SentRef<'_>) -> Box<dyn Answer> {
    Box::new(A::without_reply(sent))
}

/// Declares the table: of each dialect an operation's name and answer, and its planner, if it sends many messages.
macro_rules! operations {
    (
        $($dialect:ident {
            $( $name:literal: $answer:ident $(, $sends:ident $($planner:ident $new_plan:ident)?)?; )*
        })*
    ) => {
        $( $( $( $( super::plans::plan!(smskernel::$dialect::$planner); )? )? )* )*

        $(
            mod $dialect {
                use smskernel::$dialect::{Gateway, check_named};

                pub(super) static DIALECT: super::Dialect = super::Dialect {
                    gateway: |options| Gateway::from_value(options).map(drop),
                    call: |operation, gateway, request, now| match Gateway::from_value(gateway) {
                        Ok(gateway) => gateway.call_named(operation, request, now),
                        Err(error) => Some(Err(error)),
                    },
                    check: check_named,
                };
            }
        )*

        static ALL: &[Operation] = &[ $( $(
            Operation {
                name: $name,
                dialect: &$dialect::DIALECT,
                form: &ReplyForm::of::<smskernel::$dialect::$answer>(read::<smskernel::$dialect::$answer>),
                sends: operations!(@sends $dialect $answer $(, $sends $($new_plan)?)?),
            },
        )* )* ];
    };
    (@sends $dialect:ident $answer:ident) => { None };
    (@sends $dialect:ident $answer:ident, sends $($new_plan:ident)?) => {
        Some(Sends {
            no_reply: no_reply::<smskernel::$dialect::$answer>,
            merge: smskernel::merge_saved::<smskernel::$dialect::$answer>,
            plan: operations!(@plan $dialect $($new_plan)?),
        })
    };
    (@plan $dialect:ident) => { None };
    (@plan $dialect:ident $new_plan:ident) => {
        Some(|gateway, envelope, on_invalid, now| {
            let gateway = smskernel::$dialect::Gateway::from_value(gateway)?;
            Ok(Box::new(gateway.$new_plan(Some(envelope), on_invalid, now)?))
        })
    };
}

operations! {
    infobip {
        "infobip.send_text": SentMessages, sends TextPlanner text_planner;
        "infobip.send_binary": SentMessages, sends BinaryPlanner binary_planner;
        "infobip.send_text_single": SentMessages, sends;
        "infobip.send_text_multi": SentMessages, sends;
        "infobip.send_binary_single": SentMessages, sends;
        "infobip.send_binary_multi": SentMessages, sends;
        "infobip.get_reports": Reports;
        "infobip.get_logs": Logs;
        "infobip.get_inbox_reports": InboundMessages;
        "infobip.get_inbox_logs": InboundMessages;
        "infobip.get_schedule": Schedule;
        "infobip.reschedule": Schedule;
        "infobip.get_bulk_status": BulkStatus;
        "infobip.set_bulk_status": BulkStatus;
        "infobip.preview": Preview;
        "infobip.get_balance": Balance;
        "infobip.create_session": Session;
        "infobip.end_session": SessionEnded;
        "infobip.get_oauth_token": OauthToken;
        "infobip.confirm_conversion": ConversionConfirmed;
    }
    blackkonnect {
        "blackkonnect.get_token": Token;
        "blackkonnect.send_message": SimpleSmsMessageResponse, sends;
        "blackkonnect.send_bulk": BulkSmsMessageResponse, sends BulkPlanner bulk_planner;
        "blackkonnect.get_bulk_status": DeliveryStatuses;
        "blackkonnect.get_message_status": DeliveryStatuses;
    }
    smslist {
        "smslist.send_bulk": SentBulk, sends BulkPlanner bulk_planner;
        "smslist.send_sms": SentBulk, sends SmsPlanner sms_planner;
        "smslist.send_otp": SentBulk, sends;
        "smslist.get_delivery_report": DeliveryReport;
        "smslist.get_balance": Balance;
        "smslist.credit": Credited;
    }
}
