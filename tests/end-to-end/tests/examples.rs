//! The examples, run as they stand against the sandbox.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::{env, thread};

use smskernel::infobip::{Auth, Destination, Gateway, SendText, TextMessage};
use smskernel_end_to_end::{client, send};
use smskernel_sandbox::{API_KEY, PARTNER_ID, SHORTCODE, Server, start};

/// `cargo test` builds the examples before it runs the tests, and puts them beside these; with `--test` it builds none.
fn program(name: &str) -> PathBuf {
    let test = env::current_exe().unwrap();
    let built = test.parent().and_then(|folder| folder.parent()).expect("tests are in a folder of the build");
    built.join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// What an example prints.
fn run(name: &str, url: &str, variables: &[(&str, &str)]) -> Vec<String> {
    let program = program(name);
    let output = Command::new(&program)
        .env("SMS_URL", url)
        .envs(variables.iter().copied())
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo test` without `--test` makes it", program.display()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// The modes in which the gateway takes the messages and its reply comes late, or not at all.
fn patience(mode: &str) -> (&'static str, &'static str) {
    ("SMS_TIMEOUT", if mode.starts_with("slow") { "0.5" } else { "30" })
}

/// Nothing went where a redirect points to.
fn only_to(server: &Server, run: &str, path: &str, requests: usize) {
    let received = server.received(Some(run));
    assert_eq!(received.len(), requests, "{run}");
    assert!(received.iter().all(|request| request.path.ends_with(path)), "{run}");
}

/// A gateway that breaks off within its replies. It serves until the test ends.
fn half_a_reply() -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for connection in listener.incoming() {
            let mut stream = BufReader::new(connection.unwrap());
            let (mut line, mut length) = (String::new(), 0);
            while stream.read_line(&mut line).unwrap() > 2 {
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
                line.clear();
            }
            stream.by_ref().take(length).read_to_end(&mut Vec::new()).unwrap();
            let half = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"messages\":[";
            stream.get_mut().write_all(half).unwrap();
        }
    });
    url
}

const KEY: (&str, &str) = ("SMS_KEY", "sandbox-api-key");
const LOST: [&str; 2] = ["41793026727 order-17 unknown uncertain", "41793026834 order-18 unknown uncertain"];

#[test]
fn ureq_tells_what_became_of_each_message() {
    let server = start().unwrap();
    let sent = ["41793026727 order-17 pending never", "41793026834 order-18 pending never"];
    let one_refused = ["41793026727 order-17 pending never", "41793026834 order-18 rejected after_fix"];
    for (mode, lines) in [("new", sent), ("refuse-834", one_refused), ("close", LOST), ("slow-3000", LOST)] {
        assert_eq!(run("send_with_ureq", &server.url_for(mode, mode), &[KEY, patience(mode)]), lines, "{mode}");
        // The gateway has them even where its reply was lost: sent again they would arrive twice.
        let accepted = server.accepted(Some(mode));
        let accepted: Vec<_> =
            accepted.iter().map(|one| (one.to.as_str(), one.id.as_deref(), one.text.as_str())).collect();
        let text = "Your parcel is here.";
        let expected = [("41793026727", Some("order-17"), text), ("41793026834", Some("order-18"), text)];
        assert_eq!(accepted, expected, "{mode}");
    }
    assert_eq!(run("send_with_ureq", &half_a_reply(), &[KEY]), LOST);
}

#[test]
fn ureq_takes_a_refusal_or_a_redirect_for_a_reply() {
    let server = start().unwrap();
    for (mode, ending) in [
        ("redirect", "[redirected] (send again: uncertain)"),
        ("redirect-307", "[redirected] (send again: uncertain)"),
        ("status-401", "(send again: after_fix)"),
        ("status-500-html", "[not_json] (send again: uncertain)"),
    ] {
        let lines = run("send_with_ureq", &server.url_for(mode, mode), &[KEY]);
        assert!(lines.len() == 1 && lines.concat().ends_with(ending), "{mode}: {lines:?}");
        only_to(&server, mode, "/sms/1/text/advanced", 1);
    }
}

const ACCOUNT: [(&str, &str); 3] = [("SMS_PARTNER", PARTNER_ID), ("SMS_KEY", API_KEY), ("SMS_SENDER", SHORTCODE)];

/// What the list's example prints: 50 numbers, of which those in 07 may fare worse, and one that is none.
fn rows(good: &str, other: &str) -> Vec<String> {
    let fate = |row| if row == 7 { other } else { good };
    let sent = (0..50).map(|row| format!("{row} 2547123450{row:02} {}", fate(row)));
    sent.chain(["50 - rejected after_fix".to_owned()]).collect()
}

#[test]
fn reqwest_tells_what_became_of_each_row() {
    let server = start().unwrap();
    let (good, refused, lost) = ("accepted never", "rejected after_fix", "unknown uncertain");
    for (mode, lines) in [
        ("old", rows(good, good)),
        ("refuse-07", rows(good, refused)),
        ("close", rows(lost, lost)),
        ("slow-3000", rows(lost, lost)),
    ] {
        let [partner, key, sender] = ACCOUNT;
        let variables = [partner, key, sender, patience(mode)];
        assert_eq!(run("send_with_reqwest", &server.url_for(mode, mode), &variables), lines, "{mode}");
        let accepted = server.accepted(Some(mode));
        assert!(accepted.iter().all(|one| one.text == "The shop opens at nine."), "{mode}");
        let mut accepted: Vec<_> = accepted.into_iter().map(|one| (one.to, one.id.unwrap())).collect();
        accepted.sort();
        let expected: Vec<_> = (0..50).map(|row| (format!("2547123450{row:02}"), format!("row-{row}"))).collect();
        assert_eq!(accepted, expected, "{mode}");
        only_to(&server, mode, "/api/services/sendbulk", 3);
    }
    assert_eq!(run("send_with_reqwest", &half_a_reply(), &ACCOUNT), rows(lost, lost));
}

#[test]
fn reqwest_takes_a_redirect_for_a_reply() {
    let server = start().unwrap();
    for mode in ["redirect", "redirect-307"] {
        let lines = run("send_with_reqwest", &server.url_for(mode, mode), &ACCOUNT);
        assert_eq!(lines, rows("unknown uncertain", "unknown uncertain"), "{mode}");
        only_to(&server, mode, "/api/services/sendbulk", 3);
    }
}

/// A receiver, which ends with the test.
struct Receiver {
    process: Child,
    lines: BufReader<ChildStdout>,
    address: String,
}

impl Receiver {
    fn start(name: &str, secret: &str) -> Receiver {
        let mut process = Command::new(program(name))
            .env("SMS_SECRET", secret)
            .env("SMS_LISTEN", "127.0.0.1:0")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap());
        let mut receiver = Receiver { process, lines, address: String::new() };
        let line = receiver.line();
        line.strip_prefix("listening on ").expect("it says where").clone_into(&mut receiver.address);
        receiver
    }

    /// The next line that it prints; it must print one.
    fn line(&mut self) -> String {
        let mut line = String::new();
        assert!(self.lines.read_line(&mut line).unwrap() > 0, "the receiver has ended");
        line.trim_end().to_owned()
    }

    /// What it answers to a body at that path.
    fn post(&self, path: &str, content_type: &str, body: &str) -> u16 {
        let request = client().post(format!("http://{}{path}", self.address)).header("Content-Type", content_type);
        request.send(body).unwrap().status().as_u16()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        // It serves until it is told to end; it may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

const REPORT: &str = r#"{"bulkId":"BULK-ID-123-xyz","messageId":"MESSAGE-ID-123-xyz","to":"41793026727","sentAt":"2019-11-09T16:00:00.000+0000","doneAt":"2019-11-09T16:00:00.000+0000","smsCount":1,"callbackData":"callbackData","price":{"pricePerMessage":0.01,"currency":"EUR"},"status":{"groupId":3,"groupName":"DELIVERED","id":5,"name":"DELIVERED_TO_HANDSET","description":"Message delivered to handset"},"error":{"groupId":0,"groupName":"Ok","id":0,"name":"NO_ERROR","description":"No Error","permanent":false}}"#;

#[test]
fn axum_tells_the_fate_of_each_message() {
    let secret = "8f14e45fceea467004c1a3d0";
    let mut receiver = Receiver::start("receive_with_axum", secret);
    let path = format!("/sms/{secret}");
    for wrong in ["/sms/8f14e45fceea467004c1a3d1", "/sms/8", "/sms", "/"] {
        assert_eq!(receiver.post(wrong, "application/json", "{}"), 404, "{wrong}");
    }
    let json = format!("{{\"results\":[{REPORT},{{\"to\":\"41793026834\"}}]}}");
    assert_eq!(receiver.post(&path, "application/json", &json), 200);
    assert_eq!(receiver.line(), "MESSAGE-ID-123-xyz delivered never final");
    assert!(receiver.line().starts_with("entry 1 of 20 bytes is no event: "));
    let xml = "<reportResponse><results><result><messageId>A-1</messageId><to>41793026727</to><status><groupId>1</groupId><id>7</id><name>PENDING_ENROUTE</name></status></result></results></reportResponse>";
    assert_eq!(receiver.post(&path, "application/xml", xml), 200);
    assert_eq!(receiver.line(), "A-1 pending never not final");
    assert_eq!(receiver.post(&path, "text/plain", "hello"), 200);
    let error = receiver.line();
    assert!(error.starts_with("the webhook of 5 bytes holds no event: "), "{error}");
}

#[test]
fn axum_receives_what_the_gateway_pushes() {
    let server = start().unwrap();
    let mut receiver = Receiver::start("receive_with_axum", "8f14e45fceea467004c1a3d0");
    let notify_url = |secret: &str| format!("http://{}/sms/{secret}", receiver.address);
    let message = |to: &str, id: &str, secret: &str| {
        let to = Destination::new(to).message_id(id);
        TextMessage::new("Good morning").sender("SMSC").to(to).notify_url(notify_url(secret))
    };
    let messages = [
        message("41793026727", "A-1", "8f14e45fceea467004c1a3d0").intermediate_report(true),
        message("41793026790", "A-2", "8f14e45fceea467004c1a3d0").notify_content_type("application/xml"),
        message("41793026834", "A-3", "guessed"),
    ];
    let gateway = Gateway::new(server.url_for("axum", ""), Auth::api_key("sandbox-api-key")).unwrap();
    assert!(send(&client(), gateway.send_text(&SendText::new(messages)).unwrap()).1.unwrap().is_ok());

    let mut advance = |seconds: u32, lines: &[&str]| {
        let url = format!("{}/control/clock", server.url_for("axum", ""));
        assert_eq!(client().post(url).send(format!("{{\"advance\":{seconds}}}")).unwrap().status(), 200);
        for line in lines {
            assert_eq!(receiver.line(), *line, "{seconds} seconds later");
        }
    };
    advance(15, &["A-1 pending never not final"]);
    advance(10, &["A-1 delivered never final"]);
    advance(60, &["A-2 undeliverable safe final"]);
    let pushes = server.pushes(Some("axum"));
    let statuses: Vec<_> = pushes.iter().map(|push| (push.content_type, push.status)).collect();
    // Who does not know the secret is told nothing, and nobody hears what he says.
    let (json, xml) = ("application/json", "application/xml");
    assert_eq!(statuses, [(json, Some(200)), (json, Some(200)), (json, Some(404)), (xml, Some(200))]);
}
