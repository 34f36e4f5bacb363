//! The functions of the WebAssembly module: pure, of texts and bytes, private to the npm package `smskernel`.
//!
//! A gateway is its packed options and a reply reader its saved bytes, so that JavaScript holds plain data and nothing
//! has to be freed. What a function answers is one JSON text with one member, `done`, `invalid` or `failed`.

mod answers;
mod facts;
mod merging;
mod operations;
mod plans;
mod reports;
mod tree;

use answers::Told;
use operations::{Given, Operation, with_operation};
use reports::{Failed, Report};
use smskernel::{CheckOptions, InvalidRequest, OnInvalid, ReplyHeaders, Saved, Timestamp, Value};
use tree::unpack;
use wasm_bindgen::prelude::wasm_bindgen;

/// Whether options make a gateway.
#[wasm_bindgen]
pub fn gateway(operation: &str, options: &[u8]) -> String {
    with_operation!(operation, make_gateway(options), unknown_operation())
}

fn make_gateway<O: Operation>(options: &[u8]) -> String {
    reports::result(O::gateway(unpack(options)).map(drop))
}

/// The call of a request: the bytes of JSON text, or a packed tree. `now` is in milliseconds, or not a number.
#[wasm_bindgen]
pub fn call(operation: &str, gateway: &[u8], request: &[u8], packed: bool, now: f64) -> Vec<u8> {
    with_operation!(operation, make_call(gateway, given(request, packed), now), Vec::new())
}

fn make_call<O: Operation>(gateway: &[u8], request: Given<'_>, now: f64) -> Vec<u8> {
    reports::call(O::gateway(unpack(gateway)).and_then(|gateway| O::call(&gateway, request, moment(now))))
}

/// What is wrong with a finished payload: the bytes of JSON text, or a packed tree.
#[wasm_bindgen]
pub fn check(operation: &str, options: &[u8], payload: &[u8], packed: bool, now: f64) -> String {
    with_operation!(operation, check_payload(options, given(payload, packed), now), unknown_operation())
}

fn check_payload<O: Operation>(options: &[u8], payload: Given<'_>, now: f64) -> String {
    let Value::List(options) = unpack(options) else { return unknown_operation() };
    let mut options = options.into_iter();
    let mut next = || options.next().unwrap_or(Value::Null);
    let options = CheckOptions::from_values(next(), next(), next(), next(), moment(now));
    reports::result(options.and_then(|options| O::check(payload, &options)))
}

fn given(bytes: &[u8], packed: bool) -> Given<'_> {
    if packed { Given::Tree(unpack(bytes)) } else { Given::Json(bytes) }
}

/// A moment in milliseconds since 1970; anything but a number stands for none.
fn moment(millis: f64) -> Option<Timestamp> {
    #[expect(clippy::cast_possible_truncation, reason = "a JavaScript Date is within 8.64e15, and the cast saturates")]
    millis.is_finite().then(|| Timestamp::from_unix_millis(millis as i64))
}

/// Operation and number of messages of a saved reader.
#[wasm_bindgen]
pub fn reader(bytes: &[u8]) -> String {
    reports::result(Saved::open(bytes).and_then(|saved| {
        let messages = with_operation!(saved.operation(), length(&saved), length::<operations::SendText>(&saved))?;
        Ok((saved.operation().to_owned(), messages))
    }))
}

fn length<O: Operation>(saved: &Saved<'_>) -> Result<usize, InvalidRequest> {
    saved.reader::<O::Answer>().map(|reader| reader.len())
}

/// What a reply means. `headers` is a packed list of names and values in turn.
#[wasm_bindgen]
pub fn reply(reader: &[u8], status: f64, headers: &[u8], body: &[u8]) -> String {
    match Saved::open(reader) {
        Ok(saved) => with_operation!(saved.operation(), parse(&saved, status, headers, body), unknown_operation()),
        Err(error) => reports::result::<()>(Err(error)),
    }
}

fn parse<O: Operation>(saved: &Saved<'_>, status: f64, headers: &[u8], body: &[u8]) -> String {
    let reader = match saved.reader::<O::Answer>() {
        Ok(reader) => reader,
        Err(error) => return reports::result::<()>(Err(error)),
    };
    // A fraction is no status; the core says so of everything that is none.
    #[expect(clippy::cast_possible_truncation, reason = "only whole numbers are cast, and the cast saturates")]
    let status = if status.fract() == 0.0 { status as i64 } else { -1 };
    match reader.parse_parts(status, &header_fields(headers), body) {
        Ok(answer) => answer.text(),
        Err(error) => reports::text(&Report::<()>::Failed(Failed::from(&error))),
    }
}

fn header_fields(packed: &[u8]) -> ReplyHeaders {
    let Value::List(parts) = unpack(packed) else { return ReplyHeaders::default() };
    let texts: Vec<_> = parts
        .into_iter()
        .map(|part| match part {
            Value::String(text) => text,
            _ => "".into(),
        })
        .collect();
    ReplyHeaders::from_pairs(texts.chunks_exact(2).filter_map(|pair| match pair {
        [name, value] => Some((name.as_ref(), value.as_bytes())),
        _ => None,
    }))
}

/// The answer that stands for a reply that never came.
#[wasm_bindgen(js_name = noReply)]
pub fn no_reply(reader: &[u8]) -> String {
    match Saved::open(reader) {
        Ok(saved) => with_operation!(saved.operation(), lost(&saved), unknown_operation()),
        Err(error) => reports::result::<()>(Err(error)),
    }
}

fn lost<O: Operation>(saved: &Saved<'_>) -> String {
    match saved.reader::<O::Answer>() {
        Ok(reader) => reader.no_reply().text(),
        Err(error) => reports::result::<()>(Err(error)),
    }
}

/// Begins a plan whose calls share that packed envelope: a number for the functions below. An empty text says that
/// `on_invalid` is none of its words.
#[wasm_bindgen(js_name = planOpen)]
pub fn plan_open(operation: &str, gateway: &[u8], envelope: &[u8], on_invalid: &str, now: f64) -> String {
    let Some(on_invalid) = OnInvalid::from_text(on_invalid) else { return String::new() };
    with_operation!(operation, open_plan(gateway, envelope, on_invalid, now), unknown_operation())
}

fn open_plan<O: Operation>(gateway: &[u8], envelope: &[u8], on_invalid: OnInvalid, now: f64) -> String {
    let gateway = O::gateway(unpack(gateway));
    let plan = gateway.and_then(|gateway| O::plan(&gateway, unpack(envelope), on_invalid, moment(now)));
    reports::result(plan.map(plans::keep))
}

/// Gives a plan its next message as a packed tree; the call that this completes, or nothing.
#[wasm_bindgen(js_name = planPush)]
pub fn plan_push(plan: u32, message: &[u8]) -> Vec<u8> {
    plans::with(plan, |plan| {
        plan.push(unpack(message));
        plan.next_call()
    })
}

/// The next call of a plan that needs no further message, or nothing.
#[wasm_bindgen(js_name = planNext)]
pub fn plan_next(plan: u32) -> Vec<u8> {
    plans::with(plan, |plan| plan.next_call())
}

/// Says that no message follows.
#[wasm_bindgen(js_name = planFinish)]
pub fn plan_finish(plan: u32) -> String {
    plans::with(plan, |plan| reports::result(plan.finish()))
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
/// positions, destinations and counts.
#[wasm_bindgen]
pub fn merge(results: &[u8], rejected: &[u8]) -> String {
    let operation = merging::operation(results);
    with_operation!(
        operation.as_ref(),
        merge_of(results, rejected),
        merge_of::<operations::SendText>(results, rejected)
    )
}

fn merge_of<O: Operation>(results: &[u8], rejected: &[u8]) -> String {
    reports::result(merging::merge::<O>(results, rejected))
}

/// The tables of the core, as JSON.
#[wasm_bindgen]
pub fn facts() -> String {
    reports::text(&Report::Done(facts::Facts))
}

/// The TypeScript side names operations of this module only.
fn unknown_operation() -> String {
    String::new()
}
