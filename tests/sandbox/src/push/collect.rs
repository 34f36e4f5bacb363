//! From messages whose reports are due to pushes.

use super::{Callback, Push, client, xml};
use crate::exchange::Ids;
use crate::json::Json;
use crate::mischief::Modes;
use crate::run::clock::Time;
use crate::run::{Message, Ready, Run, Stage};
use crate::{blackkonnect, infobip, smslist};

/// So many reports go into one request (Infobip reference, section 7).
const BATCH: usize = 100;

/// Makes ready whatever has become due in a run.
pub(super) fn all(run: &mut Run, modes: &Modes, ids: &Ids) {
    for last in [false, true] {
        infobip_reports(run, last, modes);
    }
    if let Some(callback) = run.callbacks.get("smslist").cloned() {
        smslist_reports(run, &callback, modes);
    }
    if let Some(callback) = run.callbacks.get("blackkonnect").cloned() {
        blackkonnect_reports(run, &callback, modes, ids);
    }
}

/// The serial numbers of messages whose report is due and was not made ready, the earliest first; marks them as ready.
fn due(run: &mut Run, report: Ready, at: impl Fn(&Message) -> Option<Time>) -> Vec<(Time, u64)> {
    let now = run.clock;
    let mut due = Vec::new();
    for message in &mut run.messages {
        if message.ready >= report {
            continue;
        }
        if let Some(time) = at(message).filter(|time| *time <= now) {
            message.ready = report;
            due.push((time, message.serial));
        }
    }
    due.sort_unstable();
    due
}

/// A URL, and whether it wants XML.
type Target = (String, bool);

/// Reports to `notifyUrl`, of one URL and one media type together.
fn infobip_reports(run: &mut Run, last: bool, modes: &Modes) {
    let wanted = if last { Ready::Last } else { Ready::Intermediate };
    let due = due(run, wanted, |message| {
        let ours = message.is_of("infobip") && message.is_pushed();
        let waiting = || message.waiting_at().filter(|_| message.terms.intermediate);
        if !ours {
            None
        } else if last {
            message.ended_at()
        } else {
            waiting()
        }
    });
    let mut groups: Vec<(Target, Vec<(Time, u64)>)> = Vec::new();
    for (time, serial) in due {
        let Some(terms) = run.message(serial).map(|message| &message.terms) else { continue };
        let key = (terms.notify_url.clone().unwrap_or_default(), terms.xml);
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, group)) => group.push((time, serial)),
            None => groups.push((key, vec![(time, serial)])),
        }
    }
    let (kind, stage) = if last { ("report", Stage::Ended) } else { ("intermediate", Stage::Waiting) };
    for ((url, as_xml), group) in groups {
        for batch in group.chunks(BATCH) {
            let time = batch.last().map_or(run.clock, |(time, _)| *time);
            let messages: Vec<u64> = batch.iter().map(|(_, serial)| *serial).collect();
            let report = |serial: &u64| Some(infobip::report(run.message(*serial)?, stage, modes));
            let mut results: Vec<Json> = messages.iter().filter_map(report).collect();
            modes.arrange(&mut results);
            let (content_type, body) = if as_xml {
                ("application/xml", xml::reports(&results, modes))
            } else {
                ("application/json", Json::object([("results", Json::List(results))]).to_string())
            };
            run.outbox.add(Push { messages, ..Push::post(kind, &url, content_type, body, time) });
        }
    }
}

/// One request for each report (smslist reference, section 7).
fn smslist_reports(run: &mut Run, callback: &Callback, modes: &Modes) {
    for (time, serial) in due(run, Ready::Last, |message| message.told_at().filter(|_| message.is_of("smslist"))) {
        let Some(message) = run.message(serial) else { continue };
        let pairs = smslist::callback(message, time, callback.shape, modes);
        let (content_type, body) = if callback.form {
            ("application/x-www-form-urlencoded", form(&pairs))
        } else {
            ("application/json", Json::Object(pairs).to_string())
        };
        let push = Push::post("report", &callback.url, content_type, body, time);
        run.outbox.add(Push { messages: vec![serial], ..push });
    }
}

/// No document has a push of this gateway; these are its delivery objects, one in a request, or a list of them
/// (Blackkonnect reference, sections 5.4 and 6.14 to 6.16).
fn blackkonnect_reports(run: &mut Run, callback: &Callback, modes: &Modes, ids: &Ids) {
    let due = due(run, Ready::Last, |message| message.ended_at().filter(|_| message.is_of("blackkonnect")));
    let size = if callback.shape == "list" { BATCH } else { 1 };
    for batch in due.chunks(size) {
        let time = batch.last().map_or(run.clock, |(time, _)| *time);
        let serials: Vec<u64> = batch.iter().map(|(_, serial)| *serial).collect();
        let messages: Vec<Message> = serials.iter().filter_map(|serial| run.message(*serial).cloned()).collect();
        let body = blackkonnect::callback(&messages, callback.shape, time, modes, ids).to_string();
        let push = Push::post("report", &callback.url, "application/json", body, time);
        run.outbox.add(Push { messages: serials, ..push });
    }
}

fn form(pairs: &[(String, Json)]) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs {
        let value = if let Json::Text(text) = value { text.clone() } else { value.to_string() };
        form.append_pair(name, &value);
    }
    form.finish()
}

impl Message {
    /// Whether its reports are pushed. A URL elsewhere is never called, so that they wait to be asked for, as do those
    /// that nobody took.
    pub(crate) fn is_pushed(&self) -> bool {
        self.ready != Ready::GivenUp && self.terms.notify_url.as_deref().is_some_and(|url| client::place(url).is_some())
    }
}
