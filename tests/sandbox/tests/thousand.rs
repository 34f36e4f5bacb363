//! A thousand messages, some answers lost, and a balance that runs out: what was told is what became of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

#[path = "support/listener.rs"]
mod listener;
mod support;

use std::collections::{BTreeMap, HashMap};

use listener::Listener;
use serde_json::Value;
use smskernel_sandbox::{Server, start};
use support::{BULK, HEADERS, TEXT, advance, call, control, exchange, smslist_of};

/// The last word of each id, and how often it came.
fn tell(told: &mut HashMap<String, (String, u32)>, id: &Value, word: &Value) {
    let entry = told.entry(id.as_str().unwrap().to_owned()).or_default();
    *entry = (word.as_str().unwrap().to_owned(), entry.1 + 1);
}

fn count(server: &Server, run: &str) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for fate in server.fates(Some(run)) {
        *counts.entry(fate.state).or_default() += 1;
    }
    counts
}

#[test]
fn on_infobip() {
    let (server, listener) = (start().unwrap(), Listener::start(&[500, 500]));
    control(&server, "i", "balance", r#"{"infobip":9.50}"#);
    for call in 0..10 {
        let destination =
            |index: usize| format!(r#"{{"to":"41793{call:02}{index:04}","messageId":"m-{call}-{index}"}}"#);
        let list = |from: usize| (from..from + 50).map(destination).collect::<Vec<_>>().join(",");
        let (pulled, pushed, hook) = (list(0), list(50), listener.url("/"));
        let body = format!(
            r#"{{"messages":[{{"destinations":[{pulled}],"text":"Hi"}},{{"destinations":[{pushed}],"text":"Hi","notifyUrl":"{hook}"}}]}}"#
        );
        let url = format!("{}{TEXT}", server.url_for("i", if call % 3 == 0 { "close" } else { "" }));
        assert_eq!(exchange("POST", &url, &HEADERS, body.as_bytes()).is_none(), call % 3 == 0);
    }
    advance(&server, "i", 25 * 3600);
    let mut told = HashMap::new();
    // A bound, so that reports which are handed out for ever fail the test.
    for _ in 0..10 {
        let reply = call("GET", &format!("{}/sms/1/reports?limit=200", server.url_for("i", "doubled")), "");
        for report in reply.at("/results").as_array().unwrap().iter().skip(1) {
            tell(&mut told, &report["messageId"], &report["status"]["name"]);
        }
    }
    // The first two tries were answered with 500, so what stood in them came again.
    for push in listener.take().iter().skip(2) {
        for report in push.json()["results"].as_array().unwrap() {
            tell(&mut told, &report["messageId"], &report["status"]["name"]);
        }
    }
    let fates = server.fates(Some("i"));
    assert_eq!(fates.len(), 1000);
    let ended: Vec<_> = fates.iter().filter(|fate| fate.is_final).collect();
    assert_eq!(told.len(), ended.len());
    for fate in ended {
        let expected = (fate.status.unwrap().to_owned(), 1);
        assert_eq!(told[fate.id.as_ref().unwrap()], expected, "{fate:?}");
        assert_eq!(fate.pulled + fate.pushed, 1, "{fate:?}");
    }
    let counts = count(&server, "i");
    assert_eq!((counts["refused"], counts["undeliverable"], counts["pending"]), (50, 27, 18), "{counts:?}");
}

#[test]
fn on_smslist() {
    let (server, listener) = (start().unwrap(), Listener::start(&[]));
    control(&server, "s", "balance", r#"{"smslist":950}"#);
    let callback = format!(r#"{{"dialect":"smslist","url":"{}"}}"#, listener.url("/"));
    control(&server, "s", "callback", &callback);
    let url = format!("{}{BULK}", server.url_for("s", "close"));
    assert!(exchange("POST", &url, &HEADERS, smslist_of(1000).as_bytes()).is_none());
    advance(&server, "s", 25 * 3600);
    let mut told = HashMap::new();
    for push in listener.take() {
        tell(&mut told, &push.json()["messageid"], &push.json()["description"]);
    }
    let fates = server.fates(Some("s"));
    let reported: Vec<_> = fates.iter().filter(|fate| fate.status.is_some()).collect();
    assert_eq!((fates.len(), told.len()), (1000, reported.len()));
    for fate in reported {
        let expected = (fate.status.unwrap().to_owned(), fate.pushed);
        assert_eq!(told[fate.gateway_id.as_ref().unwrap()], expected);
    }
    let counts = count(&server, "s");
    assert_eq!((counts["refused"], counts["expired"], counts["pending"]), (50, 18, 18), "{counts:?}");
}
