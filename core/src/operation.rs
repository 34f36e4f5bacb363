//! What every operation has in common: the two doors through which a request enters, and the way out as a call.

use std::sync::Arc;

use crate::call::{Call, Exchange, Parts};
use crate::check::CheckOptions;
use crate::fields::Field;
use crate::json::{self, Value, decode};
use crate::judge::{Judge, Mode, Policy, Shown};
use crate::path::Path;
use crate::reply::ReadReply;
use crate::saved::Kept;
use crate::sent::Sent;
use crate::sentence::Say as _;
use crate::shared_rules as rules;
use crate::time::Timestamp;
use crate::violation::{InvalidRequest, Rule, Violation};

/// The most bytes of a finished URL.
const MOST_URL_BYTES: u64 = 8_000;

/// One operation of one dialect.
pub(crate) trait Operation {
    /// Its name, one of those that its answer knows: `infobip.send_text`.
    const NAME: &'static str;
    /// Whether its requests hold credentials.
    const IS_SECRET: bool = false;
    /// An account's gateway.
    type Gateway;
    /// The typed request.
    type Request: Field;
    /// What its reply is read as.
    type Answer: ReadReply;

    /// The gateway's policy.
    fn policy(gateway: &Self::Gateway) -> &Policy;

    /// Every rule on values. Enters each message into the judge's roll. A finished payload is judged without a gateway.
    fn judge(gateway: Option<&Self::Gateway>, request: &Self::Request, judge: &mut Judge);

    /// The finished request: method, URL, header fields and body. Only what was judged and has no error is finished.
    fn finish(gateway: &Self::Gateway, request: &Self::Request, sent: &Sent) -> Parts;
}

/// How a request or a finished payload is handed over.
#[derive(Debug)]
pub enum Given<'a> {
    /// JSON text.
    Json(&'a [u8]),
    /// A tree that a host language made.
    Tree(Value<'a>),
}

impl Given<'_> {
    /// Hands its tree to the reader of an operation, unless that is none, or too deep.
    pub(crate) fn read(self, judge: &mut Judge, read: &mut dyn FnMut(Value<'_>, &mut Judge)) {
        match self {
            Given::Tree(value) => {
                if admits(&value, &Path::Root, judge) {
                    read(value, judge);
                }
            }
            Given::Json(text) => {
                let (text, skipped) = decode::text(text);
                match json::parse(&text, depth(judge)) {
                    Ok(value) => read(value, judge),
                    Err(error) if error.kind == json::ErrorKind::TooDeep => too_deep(&Path::Root, judge),
                    Err(error) => {
                        let offset = error.offset + skipped;
                        let kind = error.kind.said();
                        judge.report(&rules::INVALID_JSON, &Path::Root, Shown::Nothing, &[&offset, &kind]);
                    }
                }
            }
        }
    }
}

/// The second door: judges a typed request and finishes it.
pub(crate) fn build<O: Operation>(
    gateway: &O::Gateway,
    request: &O::Request,
    now: Option<Timestamp>,
) -> Result<Call<O::Answer>, InvalidRequest> {
    let mut judge = Judge::new(O::policy(gateway), Mode::Request);
    judge.now = now;
    let parts = judge_and_finish::<O>(gateway, request, &mut judge);
    conclude(parts, judge, O::NAME).map(Call::of)
}

/// The first door: reads a tree or a text, then judges it. What is no object at all has no second violation.
pub(crate) fn build_given<O: Operation>(
    gateway: &O::Gateway,
    given: Given<'_>,
    now: Option<Timestamp>,
) -> Result<Call<O::Answer>, InvalidRequest> {
    let mut judge = Judge::new(O::policy(gateway), Mode::Request);
    judge.now = now;
    judge.is_secret = O::IS_SECRET;
    let mut read = |tree: Value<'_>, judge: &mut Judge| read_and_finish::<O>(gateway, tree, judge);
    build_by(&mut read, given, judge, O::NAME).map(Call::of)
}

/// Reads and judges a request; the finished one, if nothing is wrong.
pub(crate) fn read_and_finish<O: Operation>(gateway: &O::Gateway, tree: Value<'_>, judge: &mut Judge) -> Option<Parts> {
    let mut request = None;
    O::Request::read_into(&mut request, tree, &Path::Root, judge);
    judge_and_finish::<O>(gateway, request.as_ref()?, judge)
}

/// What surrounds the reading of a request, there once and not for each operation.
pub(crate) fn build_by(
    read: &mut dyn FnMut(Value<'_>, &mut Judge) -> Option<Parts>,
    given: Given<'_>,
    mut judge: Judge,
    name: &'static str,
) -> Result<Exchange, InvalidRequest> {
    let mut parts = None;
    given.read(&mut judge, &mut |tree, judge| parts = read(tree, judge));
    conclude(parts, judge, name)
}

/// The only way to a finished request: none without judging, and none where an error was found.
fn judge_and_finish<O: Operation>(gateway: &O::Gateway, request: &O::Request, judge: &mut Judge) -> Option<Parts> {
    judge.start_judging();
    O::judge(Some(gateway), request, judge);
    (!judge.failed()).then(|| O::finish(gateway, request, &judge.roll.sent))
}

/// The call of a finished request, or what was found wrong with it.
fn conclude(parts: Option<Parts>, mut judge: Judge, name: &'static str) -> Result<Exchange, InvalidRequest> {
    let policy = judge.policy;
    let sent = std::mem::take(&mut judge.roll.sent);
    let (violations, _) = judge.finish();
    let Some(parts) = parts else { return Err(InvalidRequest { violations }) };
    let warnings = judge_size(&parts, violations, policy)?;
    Ok(exchange(parts, sent, warnings, policy, name))
}

/// Judges the size of a finished request: over the limit is a warning, or an error where the caller forbids it. Gives the
/// warnings, those that were there before and its own.
pub(crate) fn judge_size(
    parts: &Parts,
    mut warnings: Vec<Violation>,
    policy: &Policy,
) -> Result<Vec<Violation>, InvalidRequest> {
    let mut judge = Judge::new(policy, Mode::Request);
    judge.unit = u32::MAX;
    let mut keep = |rule: &'static Rule, size: u64, limit: u64| {
        if size > limit {
            judge.report(rule, &Path::Root, Shown::Nothing, &[&size, &limit]);
        }
    };
    keep(&rules::BODY_TOO_LARGE, parts.body.len() as u64, policy.limits.body_bytes);
    keep(&rules::URL_LONG, parts.url.len() as u64, MOST_URL_BYTES);
    let (mut found, failed) = judge.finish();
    warnings.append(&mut found);
    if failed { Err(InvalidRequest { violations: warnings }) } else { Ok(warnings) }
}

/// Puts a finished request and the reader of its reply together.
pub(crate) fn exchange(
    parts: Parts,
    sent: Sent,
    warnings: Vec<Violation>,
    policy: &Policy,
    operation: &'static str,
) -> Exchange {
    let kept = Kept { operation, sent: Arc::new(sent), reply_bytes: policy.limits.reply_bytes };
    Exchange { parts, warnings, kept }
}

/// Judges a finished payload that somebody else built. Content never fails; wrong options do.
pub(crate) fn check<O: Operation>(
    payload: Given<'_>,
    options: &CheckOptions,
    known_limits: &[&'static str],
) -> Result<Vec<Violation>, InvalidRequest> {
    check_by(payload, options, known_limits, read_and_judge::<O>)
}

/// Reads and judges a finished payload.
pub(crate) fn read_and_judge<O: Operation>(tree: Value<'_>, judge: &mut Judge) {
    let mut request = None;
    O::Request::read_into(&mut request, tree, &Path::Root, judge);
    if let Some(request) = &request {
        judge.start_judging();
        O::judge(None, request, judge);
    }
}

/// What surrounds that, there once and not for each operation.
pub(crate) fn check_by(
    payload: Given<'_>,
    options: &CheckOptions,
    known_limits: &[&'static str],
    read: fn(Value<'_>, &mut Judge),
) -> Result<Vec<Violation>, InvalidRequest> {
    let policy = options.policy(known_limits)?;
    let mut judge = Judge::new(&policy, Mode::Check);
    judge.now = options.now;
    payload.read(&mut judge, &mut |tree, judge| read(tree, judge));
    Ok(judge.finish().0)
}

/// Reports too deep a nesting.
pub(crate) fn too_deep(at: &Path, judge: &mut Judge) {
    judge.report(&rules::TOO_DEEP, at, Shown::Nothing, &[&judge.limits().depth]);
}

/// Whether a tree that a host language made keeps the depth limit; reported if not. The walk is bounded by it, too.
pub(crate) fn admits(value: &Value<'_>, at: &Path, judge: &mut Judge) -> bool {
    let fits = fits(value, depth(judge));
    if !fits {
        too_deep(at, judge);
    }
    fits
}

fn depth(judge: &Judge) -> usize {
    usize::try_from(judge.limits().depth).unwrap_or(usize::MAX)
}

fn fits(value: &Value<'_>, depth: usize) -> bool {
    match value {
        Value::List(items) => depth > 0 && items.iter().all(|item| fits(item, depth - 1)),
        Value::Object(entries) => depth > 0 && entries.iter().all(|(_, item)| fits(item, depth - 1)),
        _ => true,
    }
}

/// Declares the ways into an operation of a gateway: typed, with the current time, as JSON text, as a tree.
macro_rules! entries {
    (
        $(#[$outer:meta])*
        $gateway:ident: $operation:ty, $request:ty, $answer:ty, $typed:ident $(+ $at:ident)?, $json:ident, $value:ident
    ) => {
        impl $gateway {
            $(#[$outer])*
            pub fn $typed(&self, request: &$request) -> Result<$crate::Call<$answer>, $crate::InvalidRequest> {
                $crate::operation::build::<$operation>(self, request, None)
            }

            $(
                /// The same, and moments are judged against the current time.
                pub fn $at(
                    &self,
                    request: &$request,
                    now: $crate::Timestamp,
                ) -> Result<$crate::Call<$answer>, $crate::InvalidRequest> {
                    $crate::operation::build::<$operation>(self, request, Some(now))
                }
            )?

            /// The same from JSON text in the gateway's own form, or with our names.
            pub fn $json(
                &self,
                request: &[u8],
                now: Option<$crate::Timestamp>,
            ) -> Result<$crate::Call<$answer>, $crate::InvalidRequest> {
                $crate::operation::build_given::<$operation>(self, $crate::operation::Given::Json(request), now)
            }

            /// The same from a tree that a host language made.
            pub fn $value(
                &self,
                request: $crate::Value<'_>,
                now: Option<$crate::Timestamp>,
            ) -> Result<$crate::Call<$answer>, $crate::InvalidRequest> {
                $crate::operation::build_given::<$operation>(self, $crate::operation::Given::Tree(request), now)
            }
        }
    };
}
pub(crate) use entries;
