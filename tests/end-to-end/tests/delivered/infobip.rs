//! Infobip: half of the messages have a `notifyUrl`; the reports of the others are asked for, and the log where one is lost.

use smskernel::infobip::{
    Auth, Destination, Event, Gateway, GetBalance, GetLogs, GetReports, Options, Reports, TextMessage, parse_webhook,
};
use smskernel::{OnInvalid, ReplyError, State, merge_answers};
use smskernel_sandbox::Fate;

use crate::ledger::{Entry, Ledger, Told};
use crate::story::{PER_CALL, REFUSED, ROWS, STEPS, Story, arrived, counts, id_of, number_of};

/// How many reports are asked for at once.
const PAGE: u8 = 100;

/// The step after which a page of reports arrives torn.
const TORN: usize = 2;

/// Of each step: what the pushes meet besides the listener's refusals, and what the questions for reports meet.
const PUSHES: [(&str, &str); STEPS.len()] = [
    ("doubled+reordered", ""),
    ("doubled+reordered+old", "old"),
    ("doubled+reordered+nested-xml", ""),
    ("doubled+reordered", "doubled+reordered"),
    ("doubled+reordered+old", ""),
    ("doubled+reordered", "old+reordered"),
    ("doubled+reordered", ""),
];

/// What pays for [`PAID`](crate::story::PAID) messages, by the prices in the sandbox's README.
const POOR_BALANCE: f64 = 0.5;

/// Whether a row's reports are pushed: half of them, whatever their fate and their call.
fn is_pushed(row: usize) -> bool {
    (row + row / 100).is_multiple_of(2)
}

/// Whether intermediate reports are pushed, too: a third of those.
fn is_intermediate(row: usize) -> bool {
    is_pushed(row) && row.is_multiple_of(3)
}

/// Whether they are pushed as XML.
fn is_xml(row: usize) -> bool {
    is_pushed(row) && row.is_multiple_of(5)
}

fn number(row: usize) -> String {
    number_of("4179", row)
}

fn message(row: usize, notify_url: &str) -> TextMessage {
    let to = Destination::new(number(row)).message_id(id_of(row));
    let mut message = TextMessage::new("Good morning").sender("SMSC").to(to);
    if is_pushed(row) {
        message = message.notify_url(notify_url).intermediate_report(is_intermediate(row));
    }
    if is_xml(row) { message.notify_content_type("application/xml") } else { message }
}

/// Sends all rows; what is known of them then.
fn send(story: &mut Story, gateway: &Gateway) -> Ledger {
    let url = story.listener.url("/reports");
    let mut plan = gateway.plan_text((0..ROWS).map(|row| message(row, &url)), OnInvalid::SetAside).unwrap();
    let results = story.send_all(plan.by_ref().map(Result::unwrap), POOR_BALANCE);
    let rows = merge_answers(&results, plan.rejected()).unwrap();
    story.print(&rows);
    Ledger::of(&rows, |row| row.row.id.clone())
}

/// Pulls reports until there are none. A torn page is as much as there will ever be of its reports.
fn pull(story: &mut Story, gateway: &Gateway, ledger: &mut Ledger, index: usize) {
    let question = || gateway.get_reports(&GetReports::new().limit(i64::from(PAGE))).unwrap();
    if index == TORN {
        let (_, outcome) = story.send(question(), "truncated");
        let Some(Err(ReplyError::Unreadable(torn))) = outcome else { panic!("half a page was read: {outcome:?}") };
        assert!(torn.raw_body.starts_with(br#"{"results":[{"#), "what arrived is in hand");
    }
    loop {
        let page: Reports = story.ask(question(), PUSHES[index].1);
        assert!(page.malformed.is_empty(), "{page:?}");
        for report in &page.results {
            ledger.tell(report.message_id.as_deref().unwrap(), &report.outcome, Told::Report);
        }
        if page.results.is_empty() {
            return;
        }
    }
}

/// Asks the log, a hundred ids at a time.
fn ask_log(story: &mut Story, gateway: &Gateway, ledger: &mut Ledger, ids: &[String]) {
    for ids in ids.chunks(PAGE.into()) {
        let question = GetLogs::new().message_id(ids.join(",")).limit(i64::from(PAGE));
        for log in story.ask(gateway.get_logs(&question).unwrap(), "").results {
            ledger.tell(log.message_id.as_deref().unwrap(), &log.outcome, Told::Log);
        }
    }
}

/// One step of the clock: what was pushed, what is asked for, and the log of what nobody knows. After a torn page, and in
/// the end, the log is asked about every row that is not settled.
fn step(story: &mut Story, gateway: &Gateway, ledger: &mut Ledger, index: usize) {
    let (pushes, is_more_to_come) = story.advance(STEPS[index], PUSHES[index].0);
    let mut ended = Vec::new();
    for push in &pushes {
        let webhook = parse_webhook(&arrived(push)).unwrap();
        story.print(&webhook);
        assert!(webhook.malformed.is_empty(), "{webhook:?}");
        for event in webhook.events {
            let Event::DeliveryReport(report) = event else { panic!("another event: {event:?}") };
            let id = report.message_id.unwrap();
            ledger.tell(&id, &report.outcome, Told::Push);
            ended.extend(report.outcome.is_final.then_some(id));
        }
    }
    // The last report of a message overtakes the one before it, which then is no news.
    let open = ledger.open();
    assert!(!ended.iter().any(|id| open.contains(id)), "what is final stays so");
    pull(story, gateway, ledger, index);
    let is_last = index + 1 == STEPS.len();
    assert!(!(is_last && is_more_to_come), "every report that was refused was taken later");
    let asked = if is_last || index == TORN { ledger.open() } else { ledger.unknown() };
    ask_log(story, gateway, ledger, &asked);
}

/// What docs/outcomes.md says of a fate.
fn expected(fate: &Fate) -> State {
    match fate.state {
        "refused" | "rejected" => State::Rejected,
        // With the operator: the status is of the group of those that were delivered, and not final.
        "delivered" | "sent" => State::Delivered,
        "undeliverable" => State::Undeliverable,
        "expired" => State::Expired,
        "pending" => State::Pending,
        other => panic!("{other} is no end"),
    }
}

fn judge(entry: &Entry, fate: &Fate) {
    let Entry { row, outcome, .. } = entry;
    assert_eq!(fate.id, entry.id, "row {row}");
    assert_eq!((outcome.state, outcome.is_final), (expected(fate), fate.is_final), "row {row}: {fate:?}");
    assert_eq!(outcome.code.as_deref(), fate.status, "row {row}");
    assert_eq!(fate.pulled + fate.pushed, u32::from(fate.is_final), "row {row}: its last report was taken once");
    let is_told_before = is_intermediate(*row) && fate.state != "refused";
    assert_eq!(fate.intermediate_pushed, u32::from(is_told_before), "row {row}");
}

#[test]
fn every_row_on_infobip() {
    let mut story = Story::begin("infobip");
    let options = Options::new(story.base_url(), Auth::api_key("sandbox-api-key"));
    let gateway = options.limit("messages_per_call", PER_CALL).build().unwrap();
    let mut ledger = send(&mut story, &gateway);
    for index in 0..STEPS.len() {
        step(&mut story, &gateway, &mut ledger, index);
    }

    let fates = story.fates();
    ledger.hold_to(&fates, number, judge);
    assert!(ledger.strangers.is_empty(), "{:?}", ledger.strangers);
    let states = counts(fates.values().map(|fate| fate.state));
    assert_eq!(states.len(), 7, "every fate occurs: {states:?}");
    assert_eq!(states["refused"], REFUSED, "{states:?}");
    let torn = ledger.count(Told::Log, |entry| entry.outcome.is_final && !is_pushed(entry.row));
    assert_eq!(torn, usize::from(PAGE), "of the torn page only the log told");

    let balance = story.ask(gateway.get_balance(&GetBalance::default()).unwrap(), "");
    assert_eq!(balance.balance.unwrap().parse(), Ok(story.balance()));
    story.end(&[]);
}
