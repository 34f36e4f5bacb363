//! Every call goes to the sandbox over HTTP, and what comes back is compared with what the sandbox recorded.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

use smskernel::infobip::{self, Auth, Destination, SendText, TextMessage};
use smskernel::smslist::{self, BulkMessage, SendBulk};
use smskernel::{OnInvalid, ReplyCode, ReplyError, Resend, RowResult, State, merge_answers};
use smskernel_end_to_end::{client, send};
use smskernel_sandbox::{API_KEY, PARTNER_ID, SHORTCODE, Server, start};

fn infobip_at(url: String) -> infobip::Gateway {
    infobip::Gateway::new(url, Auth::api_key("sandbox-api-key")).unwrap()
}

fn smslist_at(url: String) -> smslist::Gateway {
    smslist::Gateway::new(url, PARTNER_ID, API_KEY, SHORTCODE).unwrap()
}

fn two_texts() -> SendText {
    SendText::new([
        TextMessage::new("Good morning").sender("SMSC").to(Destination::new("41793026727").message_id("A-1")),
        TextMessage::new("Good night").sender("SMSC").to("41793026834"),
    ])
}

fn two_items() -> SendBulk {
    SendBulk::new([
        BulkMessage::new("254712345678", "Good morning").client_sms_id(1234),
        BulkMessage::new("0722000001", "Good night").client_sms_id(1235),
    ])
}

#[test]
fn infobip_takes_texts_under_every_authentication() {
    let server = start().unwrap();
    let kinds = [
        Auth::api_key("sandbox-api-key"),
        Auth::basic("sandbox-user", "sandbox-password"),
        Auth::ibsso("sandbox-session-token"),
        Auth::bearer("sandbox-access-token"),
    ];
    for auth in kinds {
        for version in [1, 2] {
            let gateway = infobip::Options::new(server.url(), auth.clone()).api_version(version).build().unwrap();
            let (_, outcome) = send(&client(), gateway.send_text(&two_texts()).unwrap());
            let sent = outcome.unwrap().unwrap();
            assert_eq!(sent.messages.len(), 2);
            assert_eq!(sent.messages[0].message_id.as_deref(), Some("A-1"));
            assert!(sent.messages.iter().all(|message| message.outcome.resend == Resend::Never));
        }
    }
    let refused = server.received(None).into_iter().flat_map(|request| request.problems).count();
    assert_eq!(refused, 0, "the sandbox judges by the documents");
}

#[test]
fn smslist_takes_lists_of_both_generations() {
    let server = start().unwrap();
    for (modes, slash) in [("new", false), ("old", true), ("old+string-codes+both-codes+reordered", true)] {
        let url = server.url_for("generations", modes);
        let gateway = smslist::Options::new(url, PARTNER_ID, API_KEY, SHORTCODE).trailing_slash(slash).build().unwrap();
        let (_, outcome) = send(&client(), gateway.send_bulk(&two_items()).unwrap());
        let sent = outcome.unwrap().unwrap();
        let to: Vec<&str> = sent.messages.iter().map(|message| message.to.as_str()).collect();
        assert_eq!(to, ["254712345678", "254722000001"], "{modes}");
        assert!(sent.messages.iter().all(|message| message.outcome.state == State::Accepted), "{modes}");
    }
}

fn error_of(server: &Server, modes: &str) -> ReplyError {
    let (_, outcome) = send(&client(), infobip_at(server.url_for("errors", modes)).send_text(&two_texts()).unwrap());
    outcome.unwrap().unwrap_err()
}

#[test]
fn refusals_and_lost_replies_keep_status_and_body() {
    let server = start().unwrap();
    for (modes, code, status, resend) in [
        ("status-401", ReplyCode::Refused, 401, Resend::AfterFix),
        ("status-403", ReplyCode::Refused, 403, Resend::AfterFix),
        ("status-429", ReplyCode::Refused, 429, Resend::SafeAfter),
        ("status-500", ReplyCode::Refused, 500, Resend::Uncertain),
        ("status-500-html", ReplyCode::NotJson, 500, Resend::Uncertain),
        ("empty", ReplyCode::EmptyBody, 200, Resend::Uncertain),
        ("truncated", ReplyCode::NotJson, 200, Resend::Uncertain),
        ("redirect", ReplyCode::Redirected, 302, Resend::Uncertain),
        ("redirect-307", ReplyCode::Redirected, 307, Resend::Uncertain),
    ] {
        let error = error_of(&server, modes);
        assert_eq!((error.code(), error.status(), error.outcome().resend), (code, status, resend), "{modes}");
        assert_eq!(error.raw_body().is_empty(), matches!(code, ReplyCode::EmptyBody) || status / 100 == 3, "{modes}");
    }
}

#[test]
fn a_closed_connection_leaves_everything_uncertain() {
    let server = start().unwrap();
    let call = infobip_at(server.url_for("closed", "close")).send_text(&two_texts()).unwrap();
    let (reader, outcome) = send(&client(), call);
    assert!(outcome.is_none());
    let lost = reader.no_reply();
    assert!(lost.messages.iter().all(|message| message.outcome.resend == Resend::Uncertain));
    // The sandbox had taken them: sending again would have sent twice.
    assert_eq!(server.accepted(Some("closed")).len(), 2);
}

#[test]
fn numbers_refused_inside_of_a_success_are_outcomes() {
    let server = start().unwrap();
    let url = server.url_for("refused", "refuse-834");
    let (_, outcome) = send(&client(), infobip_at(url).send_text(&two_texts()).unwrap());
    let states: Vec<State> = outcome.unwrap().unwrap().messages.iter().map(|message| message.outcome.state).collect();
    assert_eq!(states, [State::Pending, State::Rejected]);

    let url = server.url_for("refused", "refuse-001+echo");
    let (_, outcome) = send(&client(), smslist_at(url).send_bulk(&two_items()).unwrap());
    let sent = outcome.unwrap().unwrap();
    assert_eq!(sent.messages[1].outcome.resend, Resend::AfterFix);
    assert!(!format!("{sent:?}").contains(API_KEY), "the gateway echoes the key; no answer shows it");
}

#[test]
fn entries_missing_doubled_or_reordered_find_their_messages() {
    let server = start().unwrap();
    for (modes, unknown, unmatched) in
        [("missing", 1, 0), ("doubled", 0, 1), ("reordered", 0, 0), ("no-ids+reordered", 0, 0)]
    {
        let url = server.url_for("entries", modes);
        let (_, outcome) = send(&client(), smslist_at(url).send_bulk(&two_items()).unwrap());
        let sent = outcome.unwrap().unwrap();
        assert_eq!(
            sent.messages.iter().filter(|message| message.outcome.state == State::Unknown).count(),
            unknown,
            "{modes}"
        );
        assert_eq!(sent.unmatched.len(), unmatched, "{modes}");
    }
}

/// How many rows, and which of them are bad.
const ROWS: usize = 2_500;
const BAD: usize = 37;

fn is_bad(row: usize) -> bool {
    row % 67 == 5 && row / 67 < BAD
}

fn judge_rows<M>(rows: &[RowResult<M>], lost: usize) {
    assert_eq!(rows.len(), ROWS);
    assert!(rows.iter().enumerate().all(|(index, row)| row.row.position as usize == index));
    for (index, row) in rows.iter().enumerate() {
        assert_eq!(row.outcome.state == State::Rejected, is_bad(index), "row {index}: {:?}", row.outcome);
    }
    let unknown = rows.iter().filter(|row| row.outcome.state == State::Unknown).count();
    assert_eq!(unknown, lost, "the rows of the call without a reply");
}

#[test]
fn a_list_with_bad_rows_has_a_result_for_each_row_on_infobip() {
    let server = start().unwrap();
    let good = infobip_at(server.url_for("rows", ""));
    let messages = (0..ROWS).map(|row| {
        let number = if is_bad(row) { format!("4179x{row:06}") } else { format!("41790{row:06}") };
        TextMessage::new("Good morning").sender("SMSC").to(Destination::new(number).message_id(format!("row-{row}")))
    });
    let mut plan = good.plan_text(messages, OnInvalid::SetAside).unwrap();
    let mut results = Vec::new();
    let mut lost = 0;
    for (index, call) in plan.by_ref().enumerate() {
        let call = call.unwrap();
        let (reader, outcome) = send(&client(), call);
        // The second call's reply is thrown away, as a broken connection would.
        let outcome = if index == 1 { None } else { outcome };
        lost += if outcome.is_none() { reader.len() } else { 0 };
        results.push((reader, outcome));
    }
    results.reverse();
    let rejected = plan.rejected().to_vec();
    assert_eq!(rejected.len(), BAD);
    let rows = merge_answers(&results, &rejected).unwrap();
    assert_eq!(lost, 1_000);
    judge_rows(&rows, lost);
    assert_eq!(server.accepted(Some("rows")).len(), ROWS - BAD);
}

#[test]
fn a_list_with_bad_rows_has_a_result_for_each_row_on_smslist() {
    let server = start().unwrap();
    let gateway = smslist_at(server.url_for("rows", "old+reordered"));
    let gateway_20 = smslist::Options::new(gateway.base_url(), PARTNER_ID, API_KEY, SHORTCODE)
        .limit("messages_per_call", 20)
        .build()
        .unwrap();
    let messages = (0..ROWS).map(|row| {
        let number = if is_bad(row) { "12".to_owned() } else { format!("25471{row:07}") };
        BulkMessage::new(number, "Good morning").client_sms_id(row as u64)
    });
    let mut plan = gateway_20.plan_bulk(messages, OnInvalid::SetAside).unwrap();
    let results: Vec<_> = plan.by_ref().map(|call| send(&client(), call.unwrap())).collect();
    assert_eq!(results.len(), (ROWS - BAD).div_ceil(20));
    let rows = merge_answers(&results, plan.rejected()).unwrap();
    judge_rows(&rows, 0);
    assert_eq!(server.accepted(Some("rows")).len(), ROWS - BAD);
}

#[test]
fn a_plan_that_raises_tells_every_bad_row_and_sends_nothing() {
    let server = start().unwrap();
    let messages = (0..ROWS)
        .map(|row| TextMessage::new("Hi").to(if is_bad(row) { "x".to_owned() } else { format!("41790{row:06}") }));
    let mut plan = infobip_at(server.url_for("raise", "")).plan_text(messages, OnInvalid::Raise).unwrap();
    let error = plan.next().unwrap().unwrap_err();
    assert_eq!(error.errors().count(), BAD);
    assert!(plan.next().is_none());
    assert!(server.received(Some("raise")).is_empty());
}
