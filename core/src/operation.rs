//! What every operation has in common: the two doors through which a request enters, and the way out as a call.

use crate::call::{Call, ReplyReader};
use crate::fields::Field;
use crate::json::{self, Value, decode};
use crate::judge::{Judge, Mode, Policy, Shown};
use crate::path::Path;
use crate::reply::ReadReply;
use crate::sent::Sent;
use crate::shared_rules as rules;
use crate::time::Timestamp;
use crate::violation::{InvalidRequest, Violation};

/// A finished request.
pub(crate) struct Parts {
    pub(crate) method: http::Method,
    pub(crate) url: String,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

/// The most bytes of a finished URL.
const MOST_URL_BYTES: usize = 8_000;

/// One operation of one dialect.
pub(crate) trait Operation {
    /// Its name, one of those that its answer knows: `infobip.send_text`.
    const NAME: &'static str;
    /// Whether its requests hold credentials.
    const IS_SECRET: bool = false;
    /// An account's gateway.
    type Gateway;
    /// The typed request.
    type Request: Field + Default;
    /// What its reply is read as.
    type Answer: ReadReply;

    /// The gateway's policy.
    fn policy(gateway: &Self::Gateway) -> &Policy;

    /// Every rule on values. Enters each message into the judge's roll. A finished payload is judged without a gateway.
    fn judge(gateway: Option<&Self::Gateway>, request: &Self::Request, judge: &mut Judge);

    /// The finished request: method, URL, header fields and body.
    fn finish(gateway: &Self::Gateway, request: &Self::Request, sent: &Sent) -> Parts;
}

/// A judged request: the only thing that is written as bytes.
pub(crate) struct Prepared<'r, O: Operation> {
    request: &'r O::Request,
    sent: Sent,
    warnings: Vec<Violation>,
}

impl<'r, O: Operation> Prepared<'r, O> {
    /// The second door: judges a typed request.
    pub(crate) fn judge(
        gateway: &O::Gateway,
        request: &'r O::Request,
        mut judge: Judge,
    ) -> Result<Prepared<'r, O>, InvalidRequest> {
        judge.start_judging();
        O::judge(Some(gateway), request, &mut judge);
        let sent = std::mem::take(&mut judge.roll.sent);
        let warnings = judge.into_result()?;
        Ok(Prepared { request, sent, warnings })
    }

    /// A request put together from messages that were judged one by one.
    pub(crate) fn of_judged(request: &'r O::Request, sent: Sent, warnings: Vec<Violation>) -> Prepared<'r, O> {
        Prepared { request, sent, warnings }
    }

    /// The finished call. A body over the limit is a warning, or an error where the caller forbids it.
    pub(crate) fn into_call(self, gateway: &O::Gateway) -> Result<Call<O::Answer>, InvalidRequest> {
        let policy = O::policy(gateway);
        let Parts { method, url, headers, body } = O::finish(gateway, self.request, &self.sent);
        let mut warnings = self.warnings;
        let is_large = body.len() as u64 > policy.limits.body_bytes;
        if is_large || url.len() > MOST_URL_BYTES {
            let mut judge = Judge::new(policy, Mode::Request);
            judge.unit = u32::MAX;
            if is_large {
                let (size, limit) = (body.len().to_string(), policy.limits.body_bytes.to_string());
                judge.report(&rules::BODY_TOO_LARGE, &Path::Root, Shown::Nothing, &[&size, &limit]);
            }
            if url.len() > MOST_URL_BYTES {
                let words = [url.len().to_string(), MOST_URL_BYTES.to_string()];
                judge.report(&rules::URL_LONG, &Path::Root, Shown::Nothing, &[&words[0], &words[1]]);
            }
            let (found, failed) = judge.finish();
            warnings.extend(found);
            if failed {
                return Err(InvalidRequest { violations: warnings });
            }
        }
        let reader = ReplyReader::new(O::NAME, self.sent, policy.limits.reply_bytes);
        Ok(Call { method, url, headers, body, warnings, reader })
    }
}

/// Judges a typed request and finishes it.
pub(crate) fn build<O: Operation>(
    gateway: &O::Gateway,
    request: &O::Request,
    now: Option<Timestamp>,
) -> Result<Call<O::Answer>, InvalidRequest> {
    let mut judge = Judge::new(O::policy(gateway), Mode::Request);
    judge.now = now;
    Prepared::<O>::judge(gateway, request, judge)?.into_call(gateway)
}

/// The first door: reads a tree, then judges it.
pub(crate) fn build_value<O: Operation>(
    gateway: &O::Gateway,
    value: Value<'_>,
    now: Option<Timestamp>,
) -> Result<Call<O::Answer>, InvalidRequest> {
    let mut judge = Judge::new(O::policy(gateway), Mode::Request);
    judge.now = now;
    judge.is_secret = O::IS_SECRET;
    let request = read_root::<O::Request>(value, &mut judge);
    Prepared::<O>::judge(gateway, &request, judge)?.into_call(gateway)
}

/// The same from JSON text.
pub(crate) fn build_json<O: Operation>(
    gateway: &O::Gateway,
    text: &[u8],
    now: Option<Timestamp>,
) -> Result<Call<O::Answer>, InvalidRequest> {
    let policy = O::policy(gateway);
    let (text, skipped) = decode::text(text);
    match parse(&text, skipped, policy) {
        Ok(value) => build_value::<O>(gateway, value, now),
        Err(violations) => Err(InvalidRequest { violations }),
    }
}

/// Judges a finished payload that somebody else built.
pub(crate) fn check_value<O: Operation>(value: Value<'_>, policy: &Policy, now: Option<Timestamp>) -> Vec<Violation> {
    let mut judge = Judge::new(policy, Mode::Check);
    judge.now = now;
    let request = read_root::<O::Request>(value, &mut judge);
    judge.start_judging();
    O::judge(None, &request, &mut judge);
    judge.finish().0
}

/// The same from JSON text.
pub(crate) fn check_json<O: Operation>(text: &[u8], policy: &Policy, now: Option<Timestamp>) -> Vec<Violation> {
    let (text, skipped) = decode::text(text);
    match parse(&text, skipped, policy) {
        Ok(value) => check_value::<O>(value, policy, now),
        Err(violations) => violations,
    }
}

/// Reads a whole request. One that is no object at all has no second violation.
pub(crate) fn read_root<R: Field + Default>(value: Value<'_>, judge: &mut Judge) -> R {
    if !fits(&value, usize::try_from(judge.limits().depth).unwrap_or(usize::MAX)) {
        too_deep(&Path::Root, judge);
        return R::default();
    }
    R::read(value, &Path::Root, judge).unwrap_or_default()
}

/// Reports too deep a nesting.
pub(crate) fn too_deep(at: &Path, judge: &mut Judge) {
    judge.report(&rules::TOO_DEEP, at, Shown::Nothing, &[&judge.limits().depth.to_string()]);
}

/// Whether a tree that a host language made keeps the depth limit. Its own walk is bounded too.
pub(crate) fn fits(value: &Value<'_>, depth: usize) -> bool {
    match value {
        Value::List(items) => depth > 0 && items.iter().all(|item| fits(item, depth - 1)),
        Value::Object(entries) => depth > 0 && entries.iter().all(|(_, item)| fits(item, depth - 1)),
        _ => true,
    }
}

fn parse<'t>(text: &'t str, skipped: usize, policy: &Policy) -> Result<Value<'t>, Vec<Violation>> {
    let depth = usize::try_from(policy.limits.depth).unwrap_or(usize::MAX);
    json::parse(text, depth).map_err(|error| {
        let mut judge = Judge::new(policy, Mode::Request);
        if error.kind == json::ErrorKind::TooDeep {
            too_deep(&Path::Root, &mut judge);
        } else {
            let offset = (error.offset + skipped).to_string();
            judge.report(&rules::INVALID_JSON, &Path::Root, Shown::Nothing, &[&offset, &error.kind.to_string()]);
        }
        judge.finish().0
    })
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
                $crate::operation::build_json::<$operation>(self, request, now)
            }

            /// The same from a tree that a host language made.
            pub fn $value(
                &self,
                request: $crate::Value<'_>,
                now: Option<$crate::Timestamp>,
            ) -> Result<$crate::Call<$answer>, $crate::InvalidRequest> {
                $crate::operation::build_value::<$operation>(self, request, now)
            }
        }
    };
}
pub(crate) use entries;
