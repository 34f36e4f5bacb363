//! Reports that are pushed to `notifyUrl`: their shapes, their batches, and their retries.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

#[path = "support/listener.rs"]
mod listener;
mod support;

use listener::{Listener, Push};
use serde_json::{Value, json};
use smskernel_sandbox::{Server, start};
use support::{TEXT, advance, call, control, control_as, get, post};

/// Sends one text to so many numbers.
fn send(server: &Server, run: &str, url: &str, more: &str, numbers: &[&str]) {
    let to = |number: &&str| format!(r#"{{"to":"{number}","messageId":"m{number}"}}"#);
    let destinations = numbers.iter().map(to).collect::<Vec<_>>().join(",");
    let body = format!(r#"{{"messages":[{{"destinations":[{destinations}],"text":"Hi","notifyUrl":"{url}"{more}}}]}}"#);
    let reply = post(&format!("{}{TEXT}", server.url_for(run, "")), &body);
    assert_eq!(reply.status, 200, "{}", reply.body);
}

fn pull(server: &Server, run: &str) -> Vec<Value> {
    call("GET", &format!("{}/sms/1/reports", server.url_for(run, "")), "").each("/results", "to")
}

#[test]
fn a_report_is_pushed_when_the_clock_comes_to_it() {
    let (server, listener) = (start().unwrap(), Listener::start(&[]));
    send(&server, "p", &listener.url("/hook?secret=s"), r#","callbackData":"data""#, &["41793026727", "41793026790"]);
    let reply = advance(&server, "p", 19);
    assert_eq!((reply.at("/pushes"), reply.at("/left"), listener.take().len()), (json!([]), json!(0), 0));
    let reply = advance(&server, "p", 1);
    assert_eq!((reply.at("/pushes/0/status"), reply.at("/pushes/0/reply")), (json!(200), json!("there")));
    let heard = listener.take();
    assert_eq!(heard.len(), 1);
    assert_eq!(
        (heard[0].line.as_str(), heard[0].content_type.as_str()),
        ("POST /hook?secret=s HTTP/1.1", "application/json")
    );
    let report = &heard[0].json()["results"][0];
    assert_eq!((&report["messageId"], &report["callbackData"]), (&json!("m41793026727"), &json!("data")));
    assert_eq!((&report["status"]["id"], &report["doneAt"]), (&json!(5), &json!("2025-01-01T00:00:20.000+0000")));
    advance(&server, "p", 60);
    assert_eq!(listener.take()[0].each("to"), ["41793026790"]);
    advance(&server, "p", 3600);
    assert!(listener.take().is_empty() && pull(&server, "p").is_empty());
    let fates = server.fates(Some("p"));
    assert_eq!(fates.iter().map(|fate| (fate.pushed, fate.pulled)).collect::<Vec<_>>(), [(1, 0); 2]);
    assert_eq!(get(&(server.url() + "/pushes?run=p")).each("", "kind"), ["report", "report"]);
}

#[test]
fn retries_come_when_the_documents_say() {
    let (server, listener) = (start().unwrap(), Listener::start(&[503, 404, 500]));
    send(&server, "r", &listener.url("/"), "", &["41793026727"]);
    let next = |seconds: i64| advance(&server, "r", seconds).at("/pushes");
    assert_eq!(next(20)[0]["next_at"], "2025-01-01T00:02:20.000+0000");
    assert_eq!(next(119), json!([]));
    let first = next(1);
    assert_eq!((&first[0]["retry"], &first[0]["status"]), (&json!(1), &json!(404)));
    assert_eq!(first[0]["next_at"], "2025-01-01T00:07:20.000+0000", "a minute and four");
    assert_eq!(control(&server, "r", "push", "").at("/pushes"), json!([]));
    assert_eq!(next(300)[0]["next_at"], "2025-01-01T00:17:20.000+0000", "a minute and nine");
    assert_eq!(next(599), json!([]));
    assert_eq!(next(1)[0]["next_at"], Value::Null);
    let heard = listener.take();
    assert_eq!(heard.len(), 4);
    assert!(heard.iter().all(|push| push.body == heard[0].body));
    assert_eq!(server.fates(Some("r"))[0].pushed, 1);
}

#[test]
fn what_nobody_takes_is_given_up_and_waits() {
    let server = start().unwrap();
    // It hangs up on whoever calls.
    let socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", socket.local_addr().unwrap());
    std::thread::spawn(move || socket.incoming().for_each(drop));
    send(&server, "g", &url, "", &["41793026727"]);
    let pushes = advance(&server, "g", 24 * 3600).at("/pushes");
    assert_eq!(pushes.as_array().unwrap().len(), 11);
    assert_eq!(
        (&pushes[10]["retry"], &pushes[10]["status"], &pushes[10]["next_at"]),
        (&json!(10), &json!(null), &json!(null))
    );
    assert_ne!(pushes[0]["reply"], "", "why there is none");
    assert_eq!(pull(&server, "g"), ["41793026727"]);
}

#[test]
fn other_machines_are_never_called() {
    let server = start().unwrap();
    for url in [
        "https://www.example.com/sms/advanced",
        "http://127.0.0.1.example.com/",
        "http://192.0.2.1/",
        "https://127.0.0.1/",
    ] {
        send(&server, "o", url, "", &["41793026727"]);
    }
    assert_eq!(advance(&server, "o", 3600).at("/pushes"), json!([]));
    assert_eq!(pull(&server, "o").len(), 4);
}

#[test]
fn a_request_has_a_hundred_reports_at_most() {
    let (server, listener) = (start().unwrap(), Listener::start(&[]));
    let numbers: Vec<String> = (0..250).map(|index| format!("4179302{:04}", index * 100)).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    send(&server, "b", &listener.url("/"), "", &numbers);
    send(&server, "b", &listener.url("/other"), "", &["41793026700"]);
    advance(&server, "b", 20);
    let heard = listener.take();
    let sizes: Vec<_> = heard.iter().map(|push| push.each("to").len()).collect();
    assert_eq!(sizes, [100, 100, 50, 1]);
    let told: Vec<Value> = heard.iter().flat_map(|push| push.each("messageId")).collect();
    assert_eq!(told[..250], numbers.iter().map(|number| json!(format!("m{number}"))).collect::<Vec<_>>()[..]);
}

#[test]
fn intermediate_reports_come_where_they_were_asked_for() {
    let (server, listener) = (start().unwrap(), Listener::start(&[]));
    let more = r#","intermediateReport":true"#;
    send(&server, "i", &listener.url("/"), more, &["41793026727", "41793026797", "41793026795"]);
    advance(&server, "i", 60);
    let heard = listener.take();
    let names: Vec<Vec<Value>> =
        heard.iter().map(|push| push.each("status").iter().map(|status| status["name"].clone()).collect()).collect();
    let (waiting, operator) = ("PENDING_WAITING_DELIVERY", "DELIVERED_TO_OPERATOR");
    assert_eq!(names, [vec![waiting, operator, waiting], vec!["REJECTED_NETWORK", "DELIVERED_TO_HANDSET"]]);
    let counts: Vec<_> = server.fates(Some("i")).iter().map(|fate| (fate.intermediate_pushed, fate.pushed)).collect();
    assert_eq!(counts, [(1, 1), (1, 0), (1, 1)]);
}

#[test]
fn reports_come_twice_and_in_disorder_on_request() {
    let (server, listener) = (start().unwrap(), Listener::start(&[]));
    let numbers = ["41793026700", "41793026795", "41793026790"];
    let told = |run: &str, modes: &str| {
        for number in numbers {
            send(&server, run, &listener.url(&format!("/{number}")), "", &[number, "41793026701"]);
        }
        control_as(&server, run, modes, "clock", r#"{"advance":60}"#);
        let endings = |push: &Push| push.each("to").iter().map(|to| to.as_str().unwrap()[9..].to_owned()).collect();
        let each: Vec<Vec<String>> = listener.take().iter().map(endings).collect();
        each.iter().map(|endings| endings.join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(told("none", ""), ["95 01", "00 01", "01 90"], "in the order of their times");
    assert_eq!(told("doubled", "doubled"), ["95 95 01", "00 00 01", "01 01 90"]);
    assert_eq!(told("repeated", "repeated"), ["95 01", "95 01", "00 01", "00 01", "01 90", "01 90"]);
    assert_eq!(told("reordered", "reordered"), ["90 01", "01 00", "01 95"]);
    assert_eq!(server.fates(Some("repeated"))[0].pushed, 2);
}

#[test]
fn xml_comes_in_every_generation() {
    let (server, listener) = (start().unwrap(), Listener::start(&[]));
    for (modes, begins, ends) in [
        ("", "<reportResponse><results><result><bulkId>", "</result></results></reportResponse>"),
        (
            "old",
            r#"<?xml version="1.0" encoding="UTF-8"?><SMSReportResponse><results><bulkId>"#,
            "</results></SMSReportResponse>",
        ),
        (
            "nested-xml",
            r#"<?xml version="1.0" encoding="UTF-8"?><SMSReportResponse><results><results><bulkId>"#,
            "</results></results></SMSReportResponse>",
        ),
    ] {
        let run = format!("x{modes}");
        let more = r#","notifyContentType":"application/xml","callbackData":"a < b & c""#;
        send(&server, &run, &listener.url("/"), more, &["41793026700", "41793026701"]);
        control_as(&server, &run, modes, "clock", r#"{"advance":60}"#);
        let heard = listener.take();
        assert_eq!(heard[0].content_type, "application/xml");
        let body = &heard[0].body;
        assert!(body.starts_with(begins) && body.ends_with(ends), "{body}");
        assert!(body.contains("<callbackData>a &lt; b &amp; c</callbackData>"));
        assert!(body.contains("<error><groupId>0</groupId><groupName>Ok</groupName><id>0</id><name>NO_ERROR</name>"));
        let colon = if modes == "old" { "+00:00" } else { "+0000" };
        assert!(body.contains(&format!("<doneAt>2025-01-01T00:00:20.000{colon}</doneAt>")), "{body}");
    }
}
