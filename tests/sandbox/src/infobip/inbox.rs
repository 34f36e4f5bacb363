//! `GET /sms/1/inbox/reports` and `GET /sms/1/inbox/logs` (Infobip reference, section 6.4).

use super::Outcome;
use super::query::Query;
use crate::exchange::{Answer, Request};
use crate::inbound::{self, Inbound};
use crate::json::Json;
use crate::judge::Findings;
use crate::modes::Mode;
use crate::run::clock::later;

/// The inbox reaches back two days.
const REACH: i64 = 48 * 3600;

/// Messages that were not handed out yet, each once, the oldest first.
pub(super) fn reports(request: &Request<'_>, findings: &mut Findings) -> Outcome {
    let limit = Query::open(request, &["limit"], &[], findings).limit(findings);
    if !findings.is_empty() {
        return Outcome::Refused;
    }
    let (takes_effect, old) = (request.takes_effect(), request.modes.has(&Mode::Old));
    let (mut results, pending) = request.in_run(|run| {
        let since = later(run.clock, -REACH);
        let waits = |message: &Inbound| !message.gone && message.received_at >= since;
        let pending = run.inbox.iter().filter(|message| waits(message)).count().saturating_sub(limit);
        let take = |message: &mut Inbound| {
            message.gone |= takes_effect;
            message.to_json(old)
        };
        let waiting = run.inbox.iter_mut().filter(|message| waits(message));
        (waiting.take(limit).map(take).collect::<Vec<_>>(), pending)
    });
    request.modes.arrange(&mut results);
    Outcome::Answer(Answer::json(200, &inbound::envelope(results, pending)))
}

/// What came in, as often as asked, the newest first.
pub(super) fn logs(request: &Request<'_>, findings: &mut Findings) -> Outcome {
    let names = ["keyword", "to", "receivedSince", "receivedUntil", "limit"];
    let query = Query::open(request, &names, &[], findings);
    let limit = query.limit(findings);
    let (since, until) = (query.instant("receivedSince", findings), query.instant("receivedUntil", findings));
    if !findings.is_empty() {
        return Outcome::Refused;
    }
    let mut results = request.in_run(|run| {
        let reach = later(run.clock, -REACH);
        let wanted = |message: &&Inbound| {
            let keyword = message.keyword.as_deref().unwrap_or("NO_KEYWORD");
            message.received_at >= reach
                && query.get("keyword").is_none_or(|asked| asked == keyword)
                && query.get("to").is_none_or(|asked| asked == message.to)
                && since.is_none_or(|since| message.received_at >= since)
                && until.is_none_or(|until| message.received_at <= until)
        };
        let found = run.inbox.iter().rev().filter(wanted).take(limit);
        found.map(|message| message.to_json(request.modes.has(&Mode::Old))).collect::<Vec<_>>()
    });
    request.modes.arrange(&mut results);
    Outcome::Answer(Answer::json(200, &Json::object([("results", Json::List(results))])))
}
