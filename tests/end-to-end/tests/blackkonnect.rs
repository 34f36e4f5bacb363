//! Tokens, both sends and both statuses against the sandbox over HTTP.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

use smskernel::blackkonnect::{
    BulkSmsMessageRequest, DeliveryStatuses, DeliveryTime, DeliveryWindow, Gateway, GetBulkStatus, GetMessageStatus,
    MessageDestination, Options, SimpleSmsMessageRequest, SmsMessage, TokenRequest,
};
use smskernel::{OnInvalid, ReplyCode, ReplyError, Resend, State, merge_answers};
use smskernel_end_to_end::{client, send};
use smskernel_sandbox::{CLIENT_ID, CLIENT_SECRET, ORGANISATION_ID, SERVICE_ACCOUNT_ID, Server, TOKEN, start};

fn without_token(url: String) -> Gateway {
    let options = Options::new(url).service_account_id(SERVICE_ACCOUNT_ID).organisation_id(ORGANISATION_ID);
    options.build().unwrap()
}

fn gateway(url: String) -> Gateway {
    without_token(url).with_token(TOKEN).unwrap()
}

fn bulk(rows: usize) -> BulkSmsMessageRequest {
    let to = |row| MessageDestination::new(format!("25471{row:07}")).message_id(format!("row-{row}")).sender("SHOP");
    let window = DeliveryWindow::new(smskernel::blackkonnect::Day::ALL)
        .from(DeliveryTime::new(6, 30))
        .to(DeliveryTime::new(21, 0));
    let message = SmsMessage::new("Good morning")
        .callback_data("campaign-1")
        .delivery_time_window(window)
        .send_at("2030-08-24T14:15:22.123+02:00")
        .validity_period_minutes(720)
        .priority(1);
    let message = (0..rows).fold(message, |message, row| message.to(to(row)));
    BulkSmsMessageRequest::new([message]).bulk_id("bulk-1").request_id("request-1").sender("SHOP")
}

/// Every page of a bulk's statuses.
fn walk(gateway: &Gateway, question: GetBulkStatus) -> Vec<DeliveryStatuses> {
    let (mut pages, mut next) = (Vec::new(), Some(question));
    while let Some(question) = next.take() {
        let (_, outcome) = send(&client(), gateway.get_bulk_status(&question).unwrap());
        let page = outcome.unwrap().unwrap();
        next.clone_from(&page.next);
        pages.push(page);
        assert!(pages.len() < 50, "a walk ends");
    }
    pages
}

#[test]
fn from_the_token_to_every_status() {
    let server = start().unwrap();
    for modes in ["", "old", "envelope", "no-ids", "reordered"] {
        let account = without_token(server.url_for(&format!("whole-{modes}"), modes));
        let request = TokenRequest::new(CLIENT_ID, CLIENT_SECRET).scope("sms");
        let (_, outcome) = send(&client(), account.get_token(&request).unwrap());
        let token = outcome.unwrap().unwrap();
        assert_eq!(token.expires_at.unwrap().unix_seconds(), 4_102_444_800);
        let gateway = account.with_token(&token).unwrap();

        let (_, outcome) = send(&client(), gateway.send_bulk(&bulk(45)).unwrap());
        let sent = outcome.unwrap().unwrap();
        assert_eq!(sent.messages.len(), 45, "{modes}");
        assert!(sent.messages.iter().all(|message| message.outcome.state == State::Pending), "{modes}");
        assert!(sent.unmatched.is_empty(), "{modes}");
        let Some(id) = sent.correlation_id else { continue };

        let pages = walk(&gateway, GetBulkStatus::new(id).size(20).sort("destination,asc"));
        let counts: Vec<usize> = pages.iter().map(|page| page.statuses.len()).collect();
        // In May 2025 a bulk had one bare status.
        let expected = match modes {
            "old" => vec![1],
            // Only an envelope says which page is the last.
            "envelope" => vec![20, 20, 5],
            _ => vec![20, 20, 5, 0],
        };
        assert_eq!(counts, expected, "{modes}");
        assert_eq!(pages[0].response.is_some(), modes == "envelope");
        let mut ids: Vec<_> = pages.iter().flat_map(|page| &page.statuses).map(|status| &status.message_id).collect();
        ids.dedup();
        assert_eq!(ids.len(), counts.iter().sum::<usize>(), "{modes}: each status once");

        let (_, outcome) = send(&client(), gateway.get_message_status(&GetMessageStatus::new("row-7")).unwrap());
        let status = &outcome.unwrap().unwrap().statuses[0];
        assert_eq!((status.message_id.as_deref(), status.outcome.state), (Some("row-7"), State::Pending), "{modes}");
    }
    let refused = server.received(None).into_iter().flat_map(|request| request.problems).count();
    assert_eq!(refused, 0, "the sandbox judges by the documents");
}

#[test]
fn a_gateway_that_ignores_pages_ends_the_walk() {
    let server = start().unwrap();
    let gateway = gateway(server.url_for("ignored", "ignore-page"));
    let (_, outcome) = send(&client(), gateway.send_bulk(&bulk(45)).unwrap());
    let id = outcome.unwrap().unwrap().correlation_id.unwrap();
    let pages = walk(&gateway, GetBulkStatus::new(id).size(20));
    // The second time it may be a gateway that counts from 1, the third time it is not.
    let counts: Vec<usize> = pages.iter().map(|page| page.statuses.len()).collect();
    assert_eq!(
        (pages.iter().map(|page| page.is_repeated).collect::<Vec<_>>(), counts),
        (vec![false, true, true], vec![20, 0, 0])
    );
}

#[test]
fn a_simple_message_has_one_outcome() {
    let server = start().unwrap();
    let request =
        SimpleSmsMessageRequest::new("254712345678", "Good morning").message_id("A-1").sender("SHOP").priority(1);
    for (modes, state, resend) in [
        ("", State::Pending, Resend::Never),
        ("old", State::Pending, Resend::Never),
        ("refuse-678", State::Rejected, Resend::Uncertain),
    ] {
        let call = gateway(server.url_for("simple", modes)).send_message(&request).unwrap();
        let sent = send(&client(), call).1.unwrap().unwrap();
        assert_eq!(sent.messages.len(), 1);
        let message = &sent.messages[0];
        assert_eq!((message.message_id.as_deref(), message.to.as_str()), (Some("A-1"), "254712345678"));
        assert_eq!((message.outcome.state, message.outcome.resend), (state, resend), "{modes}");
        assert!(sent.correlation_id.is_some());
    }
}

fn error_of(server: &Server, modes: &str) -> ReplyError {
    let call = gateway(server.url_for("errors", modes)).send_bulk(&bulk(2)).unwrap();
    send(&client(), call).1.unwrap().unwrap_err()
}

#[test]
fn refusals_keep_status_body_and_words() {
    let server = start().unwrap();
    for (modes, code, status, resend) in [
        ("unsuccessful", ReplyCode::Refused, 200, Resend::Uncertain),
        ("status-401", ReplyCode::Refused, 401, Resend::AfterFix),
        ("status-403", ReplyCode::Refused, 403, Resend::AfterFix),
        ("status-429", ReplyCode::Refused, 429, Resend::SafeAfter),
        ("status-500", ReplyCode::Refused, 500, Resend::Uncertain),
        ("status-500-html", ReplyCode::NotJson, 500, Resend::Uncertain),
        ("empty", ReplyCode::EmptyBody, 200, Resend::Uncertain),
        ("truncated", ReplyCode::NotJson, 200, Resend::Uncertain),
        ("redirect", ReplyCode::Redirected, 302, Resend::Uncertain),
    ] {
        let error = error_of(&server, modes);
        assert_eq!((error.code(), error.status(), error.outcome().resend), (code, status, resend), "{modes}");
    }
    let ReplyError::Refused(refused) = error_of(&server, "unsuccessful") else { panic!("it was refused") };
    assert_eq!(refused.gateway_code.as_deref(), Some("1001"));
    assert_eq!(refused.gateway_text.as_deref(), Some("The request could not be processed"));
    let ReplyError::Refused(refused) = error_of(&server, "unsuccessful+old") else { panic!("it was refused") };
    assert!(refused.gateway_text.unwrap().starts_with(r#"{"reason":"#), "an object is told as its JSON");
    // An asking call that fails may be made again.
    let sent = send(&client(), gateway(server.url_for("asks", "")).send_bulk(&bulk(2)).unwrap()).1.unwrap().unwrap();
    let question = GetBulkStatus::new(sent.correlation_id.unwrap());
    for modes in ["status-500", "empty", "truncated", "redirect"] {
        let call = gateway(server.url_for("asks", modes)).get_bulk_status(&question).unwrap();
        let error = send(&client(), call).1.unwrap().unwrap_err();
        assert_eq!((error.resend(), error.outcome().resend), (Resend::Safe, Resend::Uncertain), "{modes}");
    }
}

#[test]
fn an_expired_token_is_refused_and_a_new_one_works() {
    let server = start().unwrap();
    let request = TokenRequest::new(CLIENT_ID, CLIENT_SECRET);
    let token = |modes: &str| {
        let call = without_token(server.url_for("expiry", modes)).get_token(&request).unwrap();
        send(&client(), call).1.unwrap().unwrap()
    };
    let account = without_token(server.url_for("expiry", ""));
    let old = token("token-expired");
    assert!(old.expires_at.unwrap().unix_seconds() < 1_000_000_000);
    let (_, outcome) = send(&client(), account.with_token(old).unwrap().send_bulk(&bulk(1)).unwrap());
    let error = outcome.unwrap().unwrap_err();
    assert_eq!((error.status(), error.outcome().resend), (401, Resend::AfterFix));
    let (_, outcome) = send(&client(), account.with_token(token("")).unwrap().send_bulk(&bulk(1)).unwrap());
    assert!(outcome.unwrap().is_ok());

    let wrong = TokenRequest::new(CLIENT_ID, "another secret");
    let (_, outcome) = send(&client(), account.get_token(&wrong).unwrap());
    let error = outcome.unwrap().unwrap_err();
    assert_eq!(error.status(), 401);
    assert!(!error.to_string().contains("another secret"));
}

#[test]
fn a_long_list_with_bad_rows_has_a_result_for_each_row() {
    const ROWS: usize = 2_500;
    const BAD: usize = 37;
    let is_bad = |row: usize| row % 67 == 5 && row / 67 < BAD;
    let server = start().unwrap();
    let gateway = gateway(server.url_for("rows", "reordered"));
    let messages = (0..ROWS).map(|row| {
        let number = if is_bad(row) { format!("no number {row}") } else { format!("25471{row:07}") };
        SmsMessage::new("Good morning").to(MessageDestination::new(number).message_id(format!("row-{row}")))
    });
    let envelope = BulkSmsMessageRequest::default().sender("SHOP");
    let mut plan = gateway.plan_bulk_with(&envelope, messages, OnInvalid::SetAside).unwrap();
    let mut results = Vec::new();
    for (index, call) in plan.by_ref().enumerate() {
        let (reader, outcome) = send(&client(), call.unwrap());
        // The second reply is thrown away, as a broken connection would.
        results.push((reader, if index == 1 { None } else { outcome }));
    }
    results.reverse();
    assert_eq!(plan.rejected().len(), BAD);
    let rows = merge_answers(&results, plan.rejected()).unwrap();
    assert_eq!(rows.len(), ROWS);
    for (row, result) in rows.iter().enumerate() {
        assert_eq!(result.outcome.state == State::Rejected, is_bad(row), "{row}: {:?}", result.outcome);
    }
    assert_eq!(rows.iter().filter(|row| row.outcome.state == State::Unknown).count(), 1_000);
    assert_eq!(server.accepted(Some("rows")).len(), ROWS - BAD);
}
