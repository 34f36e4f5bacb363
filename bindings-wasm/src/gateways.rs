//! What `smskernel` imports beside texts: requests and replies of the gateways.
//!
//! A gateway is its packed options and a reply reader its saved bytes. What a function answers is one JSON text with one
//! member, `done`, `invalid` or `failed`; an empty text says that the operation has no such function, or that there is none of
//! that name.

mod answers;
mod calls;
mod merging;
mod operations;
mod plans;

use operations::{Operation, Sends};
use smskernel::{
    CheckOptions, Given, InvalidRequest, OnInvalid, ReplyHeaders, Saved, Tell, Timestamp, Value, blackkonnect,
};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::report;
use crate::tree::{list, pairs, unpack};

/// Whether options make a gateway.
#[wasm_bindgen]
pub fn gateway(operation: &str, options: &[u8]) -> String {
    of(operation, |operation| report::result((operation.dialect.gateway)(unpack(options))))
}

/// The call of a request: the bytes of JSON text, or a packed tree. `now` is in milliseconds, or not a number.
#[wasm_bindgen]
pub fn call(operation: &str, gateway: &[u8], request: &[u8], packed: bool, now: f64) -> Vec<u8> {
    of(operation, |operation| {
        let call = operation.dialect.call;
        call(operation.name, unpack(gateway), given(request, packed), moment(now)).map(calls::call).unwrap_or_default()
    })
}

/// What is wrong with a finished payload: the bytes of JSON text, or a packed tree.
#[wasm_bindgen]
pub fn check(operation: &str, options: &[u8], payload: &[u8], packed: bool, now: f64) -> String {
    of(operation, |operation| {
        let mut options = list(unpack(options)).into_iter();
        let mut next = || options.next().unwrap_or(Value::Null);
        let options = CheckOptions::from_values(next(), next(), next(), next(), moment(now));
        match options {
            Ok(options) => (operation.dialect.check)(operation.name, given(payload, packed), &options)
                .map(report::result)
                .unwrap_or_default(),
            Err(error) if operation.sends.is_some() => report::invalid(&error),
            Err(_) => String::new(),
        }
    })
}

/// Operation and number of messages of a saved reader.
#[wasm_bindgen]
pub fn reader(bytes: &[u8]) -> String {
    report::told(Saved::open(bytes).and_then(|saved| {
        let operation = operations::find(saved.operation()).ok_or_else(|| saved.unknown())?;
        let length = saved.reader_as(operation.form)?.len();
        let facts: [&dyn Tell; 2] = [&saved.operation(), &length];
        Ok(report::done(&facts))
    }))
}

/// What a reply means. `headers` is a packed list of names and values in turn.
#[wasm_bindgen]
pub fn reply(reader: &[u8], status: f64, headers: &[u8], body: &[u8]) -> String {
    // A fraction is no status; the core says so of everything that is none.
    #[expect(clippy::cast_possible_truncation, reason = "only whole numbers are cast, and the cast saturates")]
    let status = if status.fract() == 0.0 { status as i64 } else { -1 };
    of_saved(reader, |operation, saved| {
        let headers = ReplyHeaders::from_pairs(pairs(headers));
        calls::reply(saved.reader_as(operation.form).map(|reader| reader.parse_parts(status, &headers, body)))
    })
}

/// The answer that stands for a reply that never came; an empty text where no message was sent.
#[wasm_bindgen(js_name = noReply)]
pub fn no_reply(reader: &[u8]) -> String {
    of_saved(reader, |operation, saved| {
        operation.sends.as_ref().map_or_else(String::new, |sends| {
            let answer = saved.reader_as(operation.form).map(|reader| (sends.no_reply)(reader.sent()));
            report::told(answer.map(|answer| answers::told(answer.as_ref())))
        })
    })
}

/// How many parts each message of a finished body takes, in the order sent.
#[wasm_bindgen(js_name = predictedParts)]
pub fn predicted_parts(operation: &str, body: &[u8]) -> Vec<u32> {
    let parts = smskernel::predicted_parts(operation, body);
    parts.into_iter().map(|parts| u32::try_from(parts).unwrap_or(u32::MAX)).collect()
}

/// Begins a plan whose calls share that packed envelope: a number for the functions below. An empty text says that
/// `on_invalid` is none of its words.
#[wasm_bindgen(js_name = planOpen)]
pub fn plan_open(operation: &str, gateway: &[u8], envelope: &[u8], on_invalid: &str, now: f64) -> String {
    let Some(on_invalid) = OnInvalid::from_text(on_invalid) else { return String::new() };
    of_sends(operation, |sends| {
        let Some(new_plan) = sends.plan else { return String::new() };
        plans::open(|| new_plan(unpack(gateway), unpack(envelope), on_invalid, moment(now)))
    })
}

/// Gives a plan its next message as a packed tree; the call that this completes, or nothing.
#[wasm_bindgen(js_name = planPush)]
pub fn plan_push(plan: u32, message: &[u8]) -> Vec<u8> {
    plans::with(plan, |plan| {
        plan.push(unpack(message));
        plan.next_call().map_or_else(Vec::new, calls::call)
    })
}

/// The next call of a plan that needs no further message, or nothing.
#[wasm_bindgen(js_name = planNext)]
pub fn plan_next(plan: u32) -> Vec<u8> {
    plans::with(plan, |plan| plan.next_call().map_or_else(Vec::new, calls::call))
}

/// Says that no message follows.
#[wasm_bindgen(js_name = planFinish)]
pub fn plan_finish(plan: u32) -> String {
    plans::with(plan, |plan| report::result(plan.finish()))
}

/// What a plan has set aside, from an index on.
#[wasm_bindgen(js_name = planRejected)]
pub fn plan_rejected(plan: u32, from: usize) -> String {
    plans::with(plan, |plan| plans::rejected(plan.rejected(), from))
}

/// Forgets a plan.
#[wasm_bindgen(js_name = planClose)]
pub fn plan_close(plan: u32) {
    plans::forget(plan);
}

/// Where the result of each row stands. `results` is a packed list of saved reader and fate in turn, `rejected` one of
/// positions, destinations and counts. An empty text says that the first reader is of an operation that sends nothing.
#[wasm_bindgen]
pub fn merge(results: &[u8], rejected: &[u8]) -> String {
    let results = list(unpack(results));
    let saved = results.first().and_then(|first| match first {
        Value::Bytes(bytes) => Saved::open(bytes).ok(),
        _ => None,
    });
    let operation = saved.and_then(|saved| operations::find(saved.operation())).or(operations::first());
    let sends = operation.and_then(|operation| operation.sends.as_ref());
    sends
        .map_or_else(String::new, |sends| report::result(merging::merge(sends.merge, &results, list(unpack(rejected)))))
}

/// The body of a refusal as Blackkonnect's `ProblemDetail`, or null.
#[wasm_bindgen(js_name = problemDetail)]
pub fn problem_detail(body: &[u8]) -> String {
    report::result(Ok(blackkonnect::ProblemDetail::from_body(body)))
}

/// The names of the header fields of a reply that matter, in lower case; there is no need to pass others.
#[wasm_bindgen(js_name = replyHeaders)]
pub fn reply_headers() -> String {
    report::done(&ReplyHeaders::NAMES)
}

/// Uses the operation of that name.
fn of<T: Default>(operation: &str, using: impl FnOnce(&Operation) -> T) -> T {
    operations::find(operation).map(using).unwrap_or_default()
}

/// Uses what the operation of that name can do about messages.
fn of_sends(operation: &str, using: impl FnOnce(&Sends) -> String) -> String {
    of(operation, |operation| operation.sends.as_ref().map(using).unwrap_or_default())
}

/// Uses the operation of a saved reader.
fn of_saved(reader: &[u8], using: impl FnOnce(&Operation, &Saved<'_>) -> String) -> String {
    match Saved::open(reader) {
        Ok(saved) => of(saved.operation(), |operation| using(operation, &saved)),
        Err(error) => report::result::<()>(Err::<(), InvalidRequest>(error)),
    }
}

fn given(bytes: &[u8], packed: bool) -> Given<'_> {
    if packed { Given::Tree(unpack(bytes)) } else { Given::Json(bytes) }
}

/// A moment in milliseconds since 1970; anything but a number stands for none.
fn moment(millis: f64) -> Option<Timestamp> {
    #[expect(clippy::cast_possible_truncation, reason = "a JavaScript Date is within 8.64e15, and the cast saturates")]
    millis.is_finite().then(|| Timestamp::from_unix_millis(millis as i64))
}
