//! Blackkonnect: the status of each bulk is walked by the id of its reply, that of a message whose bulk has no id here is asked for
//! by its own; deliveries are pushed besides, in every form that the documents show.

use smskernel::blackkonnect::{
    BulkSmsMessageRequest, BulkSmsMessageResponse, DeliveryStatuses, Event, Gateway, GetBulkStatus, GetMessageStatus,
    MessageDestination, Options, SmsMessage, parse_webhook,
};
use smskernel::{CallResult, OnInvalid, ReplyError, Resend, State, merge_answers};
use smskernel_sandbox::{Fate, ORGANISATION_ID, SERVICE_ACCOUNT_ID, TOKEN};

use crate::ledger::{Entry, Ledger, Told};
use crate::story::{PER_CALL, REFUSED, ROWS, STEPS, Story, arrived, counts, id_of, number_of};

/// What pays for [`PAID`](crate::story::PAID) messages, by the prices in the sandbox's README.
const POOR_BALANCE: f64 = 90.0;

/// How many statuses a page has.
const PAGE: i64 = 40;

/// Of each step: what the pushes meet besides the listener's refusals, their form, and that of the statuses that are asked for.
const PUSHES: [(&str, &str, &str); STEPS.len()] = [
    ("repeated+reordered", "status", ""),
    ("doubled+reordered", "list", "envelope"),
    // Most of the messages are delivered in this step, and each push that is refused leaves one to be asked for.
    ("reordered", "delivery", "array-of-one"),
    ("repeated+reordered+old", "envelope", "envelope+old"),
    ("reordered", "envelope", "ignore-page"),
    ("doubled+reordered+old", "list", "reordered"),
    ("reordered", "status", ""),
];

fn number(row: usize) -> String {
    number_of("25471", row)
}

/// By what the statuses are asked for.
struct Questions {
    /// The ids of the bulks, where a reply said them.
    bulks: Vec<String>,
    /// Our ids of the messages of all other calls.
    messages: Vec<String>,
}

impl Questions {
    fn of(results: &[CallResult<BulkSmsMessageResponse>]) -> Questions {
        let mut questions = Questions { bulks: Vec::new(), messages: Vec::new() };
        for (reader, outcome) in results {
            if let Some(Ok(BulkSmsMessageResponse { correlation_id: Some(id), .. })) = outcome {
                questions.bulks.push(id.clone());
            } else {
                let lost = reader.no_reply();
                questions.messages.extend(lost.messages.into_iter().filter_map(|message| message.message_id));
            }
        }
        questions
    }
}

/// Sends all rows; what is known of them then, and how to ask for more.
fn send(story: &mut Story, gateway: &Gateway) -> (Ledger, Questions) {
    let to = |row| MessageDestination::new(number(row)).message_id(id_of(row));
    let messages = (0..ROWS).map(|row| SmsMessage::new("Good morning").to(to(row)));
    let envelope = BulkSmsMessageRequest::default().sender("SHOP");
    let mut plan = gateway.plan_bulk_with(&envelope, messages, OnInvalid::SetAside).unwrap();
    let results = story.send_all(plan.by_ref().map(Result::unwrap), POOR_BALANCE);
    let rows = merge_answers(&results, plan.rejected()).unwrap();
    story.print(&rows);
    (Ledger::of(&rows, |row| row.row.id.clone()), Questions::of(&results))
}

fn tell(ledger: &mut Ledger, page: &DeliveryStatuses, told: Told) {
    for status in &page.statuses {
        ledger.tell(status.message_id.as_deref().unwrap(), &status.outcome, told);
    }
}

/// Every page of a bulk.
fn walk(story: &mut Story, gateway: &Gateway, ledger: &mut Ledger, bulk: &str, modes: &str) {
    let mut next = Some(GetBulkStatus::new(bulk).size(PAGE));
    while let Some(question) = next {
        let page = story.ask(gateway.get_bulk_status(&question).unwrap(), modes);
        tell(ledger, &page, Told::Report);
        next = page.next;
    }
}

/// One message. The gateway knows nothing of one that it never had, and says so.
fn ask(story: &mut Story, gateway: &Gateway, ledger: &mut Ledger, id: &str, modes: &str) {
    let (_, outcome) = story.send(gateway.get_message_status(&GetMessageStatus::new(id)).unwrap(), modes);
    match outcome {
        Some(Ok(page)) => tell(ledger, &page, Told::Log),
        Some(Err(ReplyError::Refused(refused))) => assert_eq!(refused.status, 400, "{id}: {refused:?}"),
        other => panic!("{id}: {other:?}"),
    }
}

/// One step of the clock: what was pushed, the status of each bulk, and that of each other message that is not settled.
fn step(story: &mut Story, gateway: &Gateway, ledger: &mut Ledger, questions: &Questions, index: usize) {
    let (modes, shape, asked) = PUSHES[index];
    story.set_callback("json", shape);
    let (pushes, is_more_to_come) = story.advance(STEPS[index], modes);
    for push in &pushes {
        let webhook = parse_webhook(&arrived(push)).unwrap();
        story.print(&webhook);
        assert!(webhook.malformed.is_empty(), "{webhook:?}");
        for event in &webhook.events {
            let (id, outcome) = match event {
                Event::DeliveryStatus(status) => (&status.message_id, &status.outcome),
                Event::OperatorDelivery(delivery) => (&delivery.message_id, &delivery.outcome),
                other => panic!("another event: {other:?}"),
            };
            ledger.tell(id.as_deref().unwrap(), outcome, Told::Push);
        }
    }
    let is_last = index + 1 == STEPS.len();
    assert!(!(is_last && is_more_to_come), "every report that was refused was taken later");
    for bulk in &questions.bulks {
        walk(story, gateway, ledger, bulk, asked);
    }
    let open = ledger.open();
    for id in questions.messages.iter().filter(|id| open.contains(id)) {
        ask(story, gateway, ledger, id, asked);
    }
}

/// What docs/outcomes.md says of the words of a status.
fn expected(fate: &Fate) -> (State, bool) {
    match fate.status {
        Some("DELIVERED") => (State::Delivered, true),
        Some("UNDELIVERABLE") => (State::Undeliverable, true),
        Some("EXPIRED") => (State::Expired, true),
        Some("REJECTED") => (State::Rejected, true),
        // What is with the operator and what waits for ever have one word.
        Some("ENROUTE") => (State::Pending, false),
        other => panic!("{other:?} is no end"),
    }
}

fn judge(entry: &Entry, fate: &Fate) {
    let Entry { row, outcome, id, .. } = entry;
    assert_eq!(fate.id, *id, "row {row}");
    assert_eq!((outcome.state, outcome.is_final), (expected(fate)), "row {row}: {fate:?}");
    assert_eq!(outcome.code.as_deref(), fate.status, "row {row}");
    let is_failed = outcome.is_final && outcome.state != State::Delivered;
    assert_eq!(outcome.resend == Resend::Uncertain, is_failed, "row {row}: {outcome:?}");
}

#[test]
fn every_row_on_blackkonnect() {
    let mut story = Story::begin("blackkonnect");
    let options = Options::new(story.base_url()).service_account_id(SERVICE_ACCOUNT_ID);
    let options = options.organisation_id(ORGANISATION_ID).limit("messages_per_call", PER_CALL);
    let gateway = options.build().unwrap().with_token(TOKEN).unwrap();
    let (mut ledger, questions) = send(&mut story, &gateway);
    // Three replies told nothing, and one told no id.
    assert_eq!((questions.bulks.len(), questions.messages.len()), (6, 380));
    for index in 0..STEPS.len() {
        step(&mut story, &gateway, &mut ledger, &questions, index);
    }

    let fates = story.fates();
    ledger.hold_to(&fates, number, judge);
    assert!(ledger.strangers.is_empty(), "{:?}", ledger.strangers);
    let states = counts(fates.values().map(|fate| fate.state));
    assert_eq!(states.len(), 7, "every fate occurs: {states:?}");
    assert_eq!(states["refused"], REFUSED, "{states:?}");
    for told in [Told::Sent, Told::Report, Told::Log, Told::Push] {
        assert!(ledger.count(told, |entry| entry.outcome.is_final) > 0, "{told:?}");
    }
    // No operation asks for a balance; a message that was never taken is unknown to the gateway.
    story.end(&["path.messageId"]);
}
