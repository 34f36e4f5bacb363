//! The operations as the border sees them: one table, in which each is an entry of names.

use smskernel::{
    Call, CheckOptions, InvalidRequest, OnInvalid, ReadReply, ReplyError, ReplyHeaders, Saved, SendAnswer, Timestamp,
    Value, Violation,
};

use super::answers::{self, Answer};
use super::merging;
use super::plans::Plan;

/// A request or payload as JavaScript hands it over.
pub(crate) enum Given<'a> {
    /// JSON text.
    Json(&'a [u8]),
    /// A tree.
    Tree(Value<'a>),
}

/// A finished call, whatever it is answered with.
pub(crate) struct Built {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) warnings: Vec<Violation>,
    pub(crate) reader: Vec<u8>,
    pub(crate) messages: usize,
}

impl<A: ReadReply> From<Call<A>> for Built {
    fn from(call: Call<A>) -> Built {
        let call = call.into_pieces();
        Built {
            method: call.method,
            url: call.url,
            headers: call.headers,
            body: call.body,
            warnings: call.warnings,
            reader: call.reader.to_bytes(),
            messages: call.reader.len(),
        }
    }
}

/// What a reply means: the answer as JSON text, or the error that it is.
type Read = Result<Result<String, ReplyError>, InvalidRequest>;

/// One operation. The code behind these functions is what an operation costs; all else is there once.
pub(crate) struct Operation {
    name: &'static str,
    /// Whether a tree of options makes a gateway.
    pub(crate) gateway: fn(Value<'_>) -> Result<(), InvalidRequest>,
    /// The finished call, of a gateway's options and a request.
    pub(crate) call: fn(Value<'_>, Given<'_>, Option<Timestamp>) -> Result<Built, InvalidRequest>,
    /// How many messages a saved reader is about.
    pub(crate) length: fn(&Saved<'_>) -> Result<usize, InvalidRequest>,
    /// What a reply means.
    pub(crate) reply: fn(&Saved<'_>, i64, &ReplyHeaders, &[u8]) -> Read,
    /// What only an operation can do that sends messages; none of one that asks.
    pub(crate) sends: Option<Sends>,
}

/// What can be done about messages.
pub(crate) struct Sends {
    /// What is wrong with a finished payload.
    pub(crate) check: fn(Given<'_>, &CheckOptions) -> Result<Vec<Violation>, InvalidRequest>,
    /// The answer that stands for a reply that never came, as JSON text.
    pub(crate) no_reply: fn(&Saved<'_>) -> Result<String, InvalidRequest>,
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

fn length<A: ReadReply>(saved: &Saved<'_>) -> Result<usize, InvalidRequest> {
    saved.reader::<A>().map(|reader| reader.len())
}

fn reply<A: ReadReply + Answer>(saved: &Saved<'_>, status: i64, headers: &ReplyHeaders, body: &[u8]) -> Read {
    Ok(saved.reader::<A>()?.parse_parts(status, headers, body).map(|answer| answers::told(&answer)))
}

fn no_reply<A: SendAnswer + Answer>(saved: &Saved<'_>) -> Result<String, InvalidRequest> {
    saved.reader::<A>().map(|reader| answers::told(&reader.no_reply()))
}

/// Declares the table: an operation's name, its dialect and answer, and the core's functions for a request as JSON text and
/// as a tree. One that sends has those for a finished payload, too; one of many messages has its planner.
macro_rules! operations {
    (
        $(
            $name:literal: $dialect:ident $answer:ident, $json:ident $value:ident
            $(, $check:ident $check_value:ident $(, $planner:ident $new_plan:ident)?)?;
        )*
    ) => {
        $( $( $( super::plans::plan!(smskernel::$dialect::$planner); )? )? )*

        static ALL: &[Operation] = &[ $(
            Operation {
                name: $name,
                gateway: |options| smskernel::$dialect::Gateway::from_value(options).map(drop),
                call: |gateway, request, now| {
                    let gateway = smskernel::$dialect::Gateway::from_value(gateway)?;
                    match request {
                        Given::Json(text) => gateway.$json(text, now),
                        Given::Tree(tree) => gateway.$value(tree, now),
                    }
                    .map(Built::from)
                },
                length: length::<smskernel::$dialect::$answer>,
                reply: reply::<smskernel::$dialect::$answer>,
                sends: operations!(@sends $dialect $answer $(, $check $check_value $(, $new_plan)?)?),
            },
        )* ];
    };
    (@sends $dialect:ident $answer:ident) => { None };
    (@sends $dialect:ident $answer:ident, $check:ident $check_value:ident $(, $new_plan:ident)?) => {
        Some(Sends {
            check: |payload, options| match payload {
                Given::Json(text) => smskernel::$dialect::$check(text, options),
                Given::Tree(tree) => smskernel::$dialect::$check_value(tree, options),
            },
            no_reply: no_reply::<smskernel::$dialect::$answer>,
            merge: smskernel::merge_saved::<smskernel::$dialect::$answer>,
            plan: operations!(@plan $dialect $(, $new_plan)?),
        })
    };
    (@plan $dialect:ident) => { None };
    (@plan $dialect:ident, $new_plan:ident) => {
        Some(|gateway, envelope, on_invalid, now| {
            let gateway = smskernel::$dialect::Gateway::from_value(gateway)?;
            Ok(Box::new(gateway.$new_plan(Some(envelope), on_invalid, now)?))
        })
    };
}

operations! {
    "infobip.send_text": infobip SentMessages, send_text_json send_text_value,
        check_text check_text_value, TextPlanner text_planner;
    "infobip.send_binary": infobip SentMessages, send_binary_json send_binary_value,
        check_binary check_binary_value, BinaryPlanner binary_planner;
    "infobip.send_text_single": infobip SentMessages, send_text_single_json send_text_single_value,
        check_text_single check_text_single_value;
    "infobip.send_text_multi": infobip SentMessages, send_text_multi_json send_text_multi_value,
        check_text_multi check_text_multi_value;
    "infobip.send_binary_single": infobip SentMessages, send_binary_single_json send_binary_single_value,
        check_binary_single check_binary_single_value;
    "infobip.send_binary_multi": infobip SentMessages, send_binary_multi_json send_binary_multi_value,
        check_binary_multi check_binary_multi_value;
    "infobip.get_reports": infobip Reports, get_reports_json get_reports_value;
    "infobip.get_logs": infobip Logs, get_logs_json get_logs_value;
    "infobip.get_inbox_reports": infobip InboundMessages, get_inbox_reports_json get_inbox_reports_value;
    "infobip.get_inbox_logs": infobip InboundMessages, get_inbox_logs_json get_inbox_logs_value;
    "infobip.get_schedule": infobip Schedule, get_schedule_json get_schedule_value;
    "infobip.reschedule": infobip Schedule, reschedule_json reschedule_value;
    "infobip.get_bulk_status": infobip BulkStatus, get_bulk_status_json get_bulk_status_value;
    "infobip.set_bulk_status": infobip BulkStatus, set_bulk_status_json set_bulk_status_value;
    "infobip.preview": infobip Preview, preview_json preview_value;
    "infobip.get_balance": infobip Balance, get_balance_json get_balance_value;
    "infobip.create_session": infobip Session, create_session_json create_session_value;
    "infobip.end_session": infobip SessionEnded, end_session_json end_session_value;
    "infobip.get_oauth_token": infobip OauthToken, get_oauth_token_json get_oauth_token_value;
    "infobip.confirm_conversion": infobip ConversionConfirmed, confirm_conversion_json confirm_conversion_value;
    "blackkonnect.get_token": blackkonnect Token, get_token_json get_token_value;
    "blackkonnect.send_message": blackkonnect SimpleSmsMessageResponse, send_message_json send_message_value,
        check_message check_message_value;
    "blackkonnect.send_bulk": blackkonnect BulkSmsMessageResponse, send_bulk_json send_bulk_value,
        check_bulk check_bulk_value, BulkPlanner bulk_planner;
    "blackkonnect.get_bulk_status": blackkonnect DeliveryStatuses, get_bulk_status_json get_bulk_status_value;
    "blackkonnect.get_message_status": blackkonnect DeliveryStatuses, get_message_status_json get_message_status_value;
    "smslist.send_bulk": smslist SentBulk, send_bulk_json send_bulk_value,
        check_bulk check_bulk_value, BulkPlanner bulk_planner;
    "smslist.send_sms": smslist SentBulk, send_sms_json send_sms_value, check_sms check_sms_value, SmsPlanner sms_planner;
    "smslist.send_otp": smslist SentBulk, send_otp_json send_otp_value, check_otp check_otp_value;
    "smslist.get_delivery_report": smslist DeliveryReport, get_delivery_report_json get_delivery_report_value;
    "smslist.get_balance": smslist Balance, get_balance_json get_balance_value;
    "smslist.credit": smslist Credited, credit_json credit_value;
}
