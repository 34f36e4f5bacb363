//! smslist: every report is pushed to the account's callback, and asked for by the gateway's id where that did not come.
//!
//! A callback names the gateway's id alone. Who lost the reply to a send, or got one without ids, learns nothing of its messages.

use std::collections::{BTreeSet, HashSet};

use smskernel::smslist::{
    BulkMessage, DELIVERY_STATUSES, Event, Gateway, GetBalance, GetDeliveryReport, Options, parse_webhook,
};
use smskernel::{OnInvalid, Resend, State, merge_answers};
use smskernel_sandbox::{API_KEY, Fate, PARTNER_ID, SHORTCODE};

use crate::ledger::{Entry, Ledger, Told};
use crate::story::{PER_CALL, REFUSED, ROWS, STEPS, Story, arrived, counts, is_lost, mischief_of, number_of};

/// What pays for [`PAID`](crate::story::PAID) messages, by the prices in the sandbox's README.
const POOR_BALANCE: f64 = 50.0;

/// Of each step: what the pushes meet besides the listener's refusals, their form, the spelling of their keys, and how old
/// the deployment is that is asked.
const PUSHES: [(&str, &str, &str, &str); STEPS.len()] = [
    ("repeated+reordered", "json", "messageid", ""),
    ("repeated+reordered", "form", "messageID", "old"),
    // Most of the messages are delivered in this step, and each push that is refused leaves one to be asked for.
    ("reordered", "json", "message-id", ""),
    ("repeated+reordered+old", "form", "getdlr", "old"),
    ("repeated+reordered+old", "json", "messageid", "both-codes"),
    ("repeated+reordered", "form", "message-id", "string-codes"),
    ("repeated+reordered", "json", "getdlr", ""),
];

fn number(row: usize) -> String {
    number_of("25471", row)
}

/// Sends all rows; what is known of them then. The gateway tells of each by an id of its own, which the reply has.
fn send(story: &mut Story, gateway: &Gateway) -> Ledger {
    let messages = (0..ROWS).map(|row| BulkMessage::new(number(row), "Good morning").client_sms_id(row as u64));
    let mut plan = gateway.plan_bulk(messages, OnInvalid::SetAside).unwrap();
    let results = story.send_all(plan.by_ref().map(Result::unwrap), POOR_BALANCE);
    let rows = merge_answers(&results, plan.rejected()).unwrap();
    story.print(&rows);
    Ledger::of(&rows, |row| row.message.as_ref()?.message_id.clone())
}

/// One step of the clock: what was pushed, and the question about each message that is not settled.
fn step(story: &mut Story, gateway: &Gateway, ledger: &mut Ledger, index: usize) {
    let (modes, format, shape, asked) = PUSHES[index];
    story.set_callback(format, shape);
    let (pushes, is_more_to_come) = story.advance(STEPS[index], modes);
    for push in &pushes {
        let webhook = parse_webhook(&arrived(push)).unwrap();
        story.print(&webhook);
        let [Event::DeliveryReport(report)] = webhook.events.as_slice() else { panic!("one report: {webhook:?}") };
        ledger.tell(report.message_id.as_deref().unwrap(), &report.outcome, Told::Push);
    }
    let is_last = index + 1 == STEPS.len();
    assert!(!(is_last && is_more_to_come), "every report that was refused was taken later");
    for id in ledger.open() {
        let report = story.ask(gateway.get_delivery_report(&GetDeliveryReport::new(id.as_str())).unwrap(), asked);
        // That there is no report yet is no news of the message.
        if report.delivery_description.is_some() {
            ledger.tell(&id, &report.outcome, Told::Report);
        }
    }
}

/// What docs/outcomes.md says of the words that were told of a message; of one of which nothing was told, what the reply to
/// the send said.
fn expected(fate: &Fate) -> (State, bool) {
    match (fate.state, fate.status) {
        ("refused", _) => (State::Rejected, true),
        (_, Some("DeliveredToTerminal")) => (State::Delivered, true),
        (_, Some("AbsentSubscriber" | "DeliveryImpossible" | "SenderName Blacklisted")) => (State::Undeliverable, true),
        // Less than the sandbox knows: one of these has expired, and one will not arrive.
        (_, Some("SentToNetwork")) => (State::Pending, false),
        (_, Some("Unknown")) => (State::Unknown, false),
        (_, None) => (State::Accepted, false),
        (_, Some(other)) => panic!("{other} is in no document"),
    }
}

fn judge(entry: &Entry, fate: &Fate) {
    let Entry { row, outcome, id, .. } = entry;
    assert_eq!(fate.id.as_deref(), Some(row.to_string().as_str()), "row {row}");
    let told = (outcome.state, outcome.is_final, outcome.resend);
    if is_lost(*row) {
        // It went, and nobody here can know: to send it again would send it twice.
        assert_eq!(told, (State::Unknown, false, Resend::Uncertain), "row {row}: {fate:?}");
        return;
    }
    if mischief_of(*row).starts_with("no-ids") && fate.state != "refused" {
        // It was taken, and nothing that comes later can name it.
        assert_eq!(told, (State::Accepted, false, Resend::Never), "row {row}: {fate:?}");
        return;
    }
    assert_eq!((outcome.state, outcome.is_final), expected(fate), "row {row}: {fate:?}");
    assert_eq!(*id, fate.gateway_id, "row {row}");
    if entry.told != Told::Sent {
        assert_eq!(outcome.code.as_deref(), fate.status, "row {row}");
    }
}

#[test]
fn every_row_on_smslist() {
    let mut story = Story::begin("smslist");
    let options = Options::new(story.base_url(), PARTNER_ID, API_KEY, SHORTCODE);
    let gateway = options.limit("messages_per_call", PER_CALL).build().unwrap();
    let mut ledger = send(&mut story, &gateway);
    for index in 0..STEPS.len() {
        step(&mut story, &gateway, &mut ledger, index);
    }

    let fates = story.fates();
    ledger.hold_to(&fates, number, judge);
    let states = counts(fates.values().map(|fate| fate.state));
    assert_eq!(states.len(), 7, "every fate occurs: {states:?}");
    let words = counts(fates.values().filter_map(|fate| fate.status));
    let documented = DELIVERY_STATUSES.iter().filter(|row| row.name != "Scheduled");
    assert_eq!(
        words.into_keys().collect::<BTreeSet<_>>(),
        documented.map(|row| row.name).collect(),
        "every word occurs"
    );

    // The reports of messages whose ids never arrived came, and name nobody that is known here.
    let known: HashSet<&str> = ledger.entries.iter().filter_map(|entry| entry.id.as_deref()).collect();
    let reported = fates.values().filter(|fate| fate.status.is_some()).filter_map(|fate| fate.gateway_id.as_deref());
    let unknown: BTreeSet<&str> = reported.filter(|id| !known.contains(id)).collect();
    assert_eq!(ledger.strangers.iter().map(String::as_str).collect::<BTreeSet<_>>(), unknown);
    assert!(ledger.count(Told::Report, |_| true) > 0, "what was not pushed was asked for");
    assert_eq!(states["refused"], REFUSED, "{states:?}");

    let balance = story.ask(gateway.get_balance(&GetBalance::new()).unwrap(), "");
    assert_eq!(balance.credit.parse(), Ok(story.balance()));
    story.end(&[]);
}
