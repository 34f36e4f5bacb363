//! Requests that are refused for their credentials, headers, method, path or size.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use smskernel_sandbox::start;
use support::{BULK, HEADERS, INFOBIP, SMSLIST, TEXT, exchange, plant, post, smslist_of};

#[test]
fn credentials_are_checked() {
    let server = start().unwrap();
    let url = server.url() + TEXT;
    for wrong in ["App other-key", "app sandbox-api-key", "App  sandbox-api-key", "sandbox-api-key", ""] {
        let headers = [("authorization", wrong), HEADERS[1], HEADERS[2]];
        let reply = exchange("POST", &url, &headers, INFOBIP.as_bytes()).unwrap();
        assert_eq!(reply.status, 401, "{wrong}");
        assert_eq!(reply.at("/requestError/serviceException/messageId"), "UNAUTHORIZED");
    }
    assert_eq!(exchange("POST", &url, &HEADERS[1..], INFOBIP.as_bytes()).unwrap().status, 401);

    for (index, (place, code, old, new)) in [
        ("smslist[0].partnerID", 1006, r#""12345""#, r#""54321""#),
        ("smslist[0].apikey", 1006, r#""sandbox-apikey""#, r#""other""#),
        ("smslist[0].shortcode", 1006, r#""SANDBOX""#, r#""Sandbox""#),
        ("smslist[0].partnerID", 4091, r#""partnerID": "12345","#, ""),
        ("smslist[0].apikey", 4092, r#""apikey": "sandbox-apikey","#, ""),
    ]
    .into_iter()
    .enumerate()
    {
        let rule = if code == 1006 { "Credential" } else { "Required" };
        let run = index.to_string();
        let reply = plant(&server, &run, BULK, SMSLIST, &(place, rule, old, new));
        assert_eq!((reply.status, reply.at("/response-code")), (200, code.into()));
        let old = post(&format!("{}{BULK}/", server.url_for("old", "old")), &server.received(Some(&run))[0].body);
        assert_eq!((old.status, old.at("/respose-code")), (200, code.into()));
    }
    let differing = SMSLIST.replace(
        "\"sandbox-apikey\",\n      \"pass_type\": \"plain\",\n      \"mobile\"",
        "\"other\",\n      \"mobile\"",
    );
    let reply = post(&(server.url() + BULK), &differing);
    assert_eq!(reply.status, 422);
    assert!(reply.at("/errors")["smslist[1].apikey"]["Match"].is_string());
}

#[test]
fn headers_methods_and_queries_are_checked() {
    let server = start().unwrap();
    let kind = ("content-type", "application/json");
    let problem = |method: &str, url: &str, headers: &[(&str, &str)], body: &str| {
        server.clear(None);
        let reply = exchange(method, url, headers, body.as_bytes()).unwrap();
        (reply.status, server.received(None)[0].problems[0].path.clone())
    };
    let url = server.url() + TEXT;
    for (headers, path) in [
        ([HEADERS[0], ("content-type", "text/plain"), HEADERS[2]], "header.content-type"),
        ([HEADERS[0], ("content-type", "application/json; charset=latin1"), HEADERS[2]], "header.content-type"),
        ([HEADERS[0], ("x-content-type", "application/json"), HEADERS[2]], "header.content-type"),
        ([HEADERS[0], kind, ("accept", "*/*")], "header.accept"),
        ([HEADERS[0], kind, ("x-accept", "application/json")], "header.accept"),
    ] {
        assert_eq!(problem("POST", &url, &headers, INFOBIP), (400, path.to_owned()));
    }
    assert_eq!(problem("POST", &format!("{url}?a=b"), &HEADERS, INFOBIP), (400, "query".to_owned()));
    assert_eq!(problem("GET", &url, &HEADERS, ""), (405, "method".to_owned()));
    assert_eq!(problem("POST", &format!("{url}/"), &HEADERS, INFOBIP), (404, "path".to_owned()));
    assert_eq!(problem("POST", &server.url_for("r", "olden"), &HEADERS, ""), (404, "mode".to_owned()));

    let url = server.url() + BULK;
    assert_eq!(problem("POST", &url, &[], SMSLIST), (400, "header.content-type".to_owned()));
    assert_eq!(problem("PUT", &url, &[kind], SMSLIST), (405, "method".to_owned()));
    assert_eq!(problem("POST", &format!("{url}?a=b"), &[kind], SMSLIST), (422, "query".to_owned()));
}

#[test]
fn calls_have_a_size() {
    let server = start().unwrap();
    let url = server.url() + BULK;
    assert_eq!(post(&url, &smslist_of(1000)).each("/responses", "response-code").len(), 1000);
    assert_eq!(post(&url, &smslist_of(1001)).at("/response-code"), 1012);
    assert_eq!(post(&url, &smslist_of(0)).status, 422);
    let url = server.url() + "/as/old" + BULK;
    assert_eq!(post(&url, &smslist_of(20)).each("/responses", "respose-code").len(), 20);
    assert_eq!(post(&url, &smslist_of(21)).at("/respose-code"), 1012);
}

#[test]
fn a_body_has_a_size() {
    let server = start().unwrap();
    let url = format!("{}{BULK}", server.url_for("large", ""));
    let body = SMSLIST.replacen("message 1", &"x".repeat(8 * 1024 * 1024), 1);
    assert_eq!(post(&url, &body).status, 413);
    assert_eq!(server.received(Some("large"))[0].problems[0].path, "body");
    assert_eq!(post(&url, &SMSLIST.replacen("message 1", &"x".repeat(7 * 1024 * 1024), 1)).status, 200);
}
