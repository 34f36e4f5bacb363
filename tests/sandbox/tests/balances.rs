//! Balances that run out midway through a list.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::json;
use smskernel_sandbox::start;
use support::{
    BULK, BULK_MESSAGES, INFOBIP, SEND_BULK, TEXT, advance, blackkonnect, call, control, get, post, smslist_of,
};

#[test]
fn infobip_refuses_the_rest_message_by_message() {
    let server = start().unwrap();
    let url = server.url_for("b", "");
    let told = control(&server, "b", "balance", r#"{"infobip":0.02}"#);
    assert_eq!(told.at("/infobip"), json!(0.02));
    let reply = post(&format!("{url}{TEXT}"), INFOBIP);
    let ids: Vec<_> = reply.each("/messages", "status").iter().map(|status| status["id"].clone()).collect();
    assert_eq!((reply.status, ids), (200, vec![json!(7), json!(7), json!(12)]), "the last has two parts");
    assert_eq!(call("GET", &format!("{url}/account/1/balance"), "").at("/balance"), json!(0.0));
    advance(&server, "b", 60);
    let reports = call("GET", &format!("{url}/sms/1/reports"), "");
    assert_eq!(reports.at("/results/2/status/name"), "REJECTED_NOT_ENOUGH_CREDITS");
    assert_eq!(reports.at("/results/2/price/pricePerMessage"), json!(0.0));
    let states: Vec<_> = server.fates(None).iter().map(|fate| fate.state).collect();
    assert_eq!(states, ["delivered", "delivered", "refused"]);
}

#[test]
fn a_cheaper_message_still_goes() {
    let server = start().unwrap();
    control(&server, "b", "balance", r#"{"infobip":"0.01"}"#);
    let text = "a".repeat(161);
    let body = format!(
        r#"{{"messages":[{{"destinations":[{{"to":"41793026727"}}],"text":"{text}"}},{{"destinations":[{{"to":"41793026834"}}],"text":"Hi"}}]}}"#
    );
    let reply = post(&format!("{}{TEXT}", server.url_for("b", "")), &body);
    assert_eq!((reply.at("/messages/0/status/id"), reply.at("/messages/1/status/id")), (json!(12), json!(7)));
}

#[test]
fn smslist_refuses_entry_by_entry() {
    let server = start().unwrap();
    control(&server, "b", "balance", r#"{"smslist":2.5}"#);
    let reply = post(&format!("{}{BULK}", server.url_for("b", "echo")), &smslist_of(3));
    assert_eq!(reply.each("/responses", "response-code"), [200, 200, 1004]);
    let text = "Low credit units to send message, Current balance 0.50, Required 1";
    assert_eq!(reply.at("/responses/2/response-description"), text);
    assert_eq!(reply.at("/responses/2/mobile/apikey"), "sandbox-apikey", "the refused item is repeated");
    let balance = r#"{"apikey":"sandbox-apikey","partnerID":"12345"}"#;
    let left = post(&format!("{}/api/services/getbalance", server.url_for("b", "")), balance);
    assert_eq!(left.at("/credit"), "0.50");
    assert_eq!(server.fates(None)[2].state, "refused");
    // A call that is answered otherwise costs nothing.
    control(&server, "b", "balance", r#"{"smslist":1}"#);
    assert_eq!(post(&format!("{}{BULK}", server.url_for("b", "status-500")), &smslist_of(1)).status, 500);
    assert_eq!(get(&format!("{}/control/balance", server.url_for("b", ""))).at("/smslist"), json!(1.0));
}

#[test]
fn blackkonnect_refuses_destination_by_destination() {
    let server = start().unwrap();
    // A part costs 1.80.
    control(&server, "b", "balance", r#"{"blackkonnect":3.60}"#);
    let reply = blackkonnect(&format!("{}{SEND_BULK}", server.url_for("b", "")), BULK_MESSAGES);
    let statuses = reply.each("/smsMessageDeliveryStatuses", "messageGroupStatus");
    let statuses: Vec<_> = statuses.iter().map(|status| status["deliveryStatus"].clone()).collect();
    assert_eq!(statuses, ["QUEUED", "QUEUED", "REJECTED"]);
}

#[test]
fn a_balance_starts_high_and_is_of_its_run() {
    let server = start().unwrap();
    control(&server, "b", "balance", r#"{"infobip":0,"smslist":0,"blackkonnect":0}"#);
    assert_eq!(post(&(server.url() + TEXT), INFOBIP).at("/messages/0/status/id"), 7);
    let all = get(&(server.url() + "/control/balance")).json();
    assert_eq!(all, json!({"infobip": 999_999.96, "smslist": 1_000_000.0, "blackkonnect": 1_000_000.0}));
    server.clear(Some("b"));
    assert_eq!(post(&format!("{}{TEXT}", server.url_for("b", "")), INFOBIP).at("/messages/0/status/id"), 7);
}
