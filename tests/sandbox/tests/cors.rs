//! What a browser does for a page of another origin, as far as the gateway has a say in it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use smskernel_sandbox::{Verdict, start};
use support::{BULK, HEADERS, INFOBIP, Reply, SEND_MESSAGE, SMSLIST, TEXT, TOKEN_CALL, exchange, post};

const ORIGIN: (&str, &str) = ("origin", "http://127.0.0.1:1");
const ASKS: [(&str, &str); 3] = [
    ORIGIN,
    ("access-control-request-method", "POST"),
    ("access-control-request-headers", "authorization,content-type"),
];
const ALLOW: &str = "access-control-allow-origin";
const EXPOSE: &str = "access-control-expose-headers";

fn options(url: &str, headers: &[(&str, &str)]) -> Reply {
    exchange("OPTIONS", url, headers, b"").unwrap()
}

fn from_page(url: &str, body: &str) -> Reply {
    exchange("POST", url, &[&HEADERS[..], &[ORIGIN]].concat(), body.as_bytes()).unwrap()
}

#[test]
fn preflights_are_answered_where_pages_may_call() {
    let server = start().unwrap();
    for path in [TEXT, BULK, TOKEN_CALL, SEND_MESSAGE] {
        // Other modes are for the call that follows.
        for modes in ["cors", "cors-fields", "cors+status-401", "redirect+cors", "cors+close", "slow-10000+cors"] {
            server.clear(None);
            let reply = options(&format!("{}{path}", server.url_for("page", modes)), &ASKS);
            assert_eq!(
                (reply.status, reply.body.as_str(), reply.header(ALLOW)),
                (204, "", Some("*")),
                "{path} {modes}"
            );
            assert_eq!(reply.header("access-control-allow-methods"), Some("GET, POST, PUT, DELETE"));
            let fields = reply.header("access-control-allow-headers").unwrap();
            assert_eq!(fields, "authorization, content-type, x-organisation-id, x-serviceaccount-id");
            let received = server.received(Some("page"));
            assert_eq!((received[0].method.as_str(), received[0].verdict), ("OPTIONS", Verdict::Accepted));
            assert!(server.accepted(None).is_empty());
        }
    }
}

#[test]
fn pages_may_not_call_unless_that_is_asked_for() {
    let server = start().unwrap();
    for path in [TEXT, BULK, TOKEN_CALL, SEND_MESSAGE] {
        let reply = options(&format!("{}{path}", server.url_for("none", "")), &ASKS);
        assert!(reply.status >= 400, "{path}: {}", reply.status);
        assert_eq!(reply.header(ALLOW), None);
    }
    assert!(server.received(Some("none")).iter().all(|one| one.verdict == Verdict::Refused));
    let reply = from_page(&(server.url() + TEXT), INFOBIP);
    assert_eq!((reply.status, reply.header(ALLOW)), (200, None), "it went out; the page may not read the answer");
}

#[test]
fn what_is_no_preflight_is_judged_as_it_is() {
    let server = start().unwrap();
    let url = format!("{}/as/cors", server.url());
    for headers in [&[][..], &ASKS[..1], &ASKS[1..]] {
        assert!(options(&format!("{url}{TEXT}"), headers).status >= 400);
    }
    assert_eq!(options(&format!("{url}/elsewhere"), &ASKS).status, 404, "no gateway is there");
    assert_eq!(post(&format!("{url}{TEXT}"), INFOBIP).header(ALLOW), None, "no page asked");
}

#[test]
fn pages_read_every_answer() {
    let server = start().unwrap();
    for (modes, status) in [("cors", 200), ("cors+status-401", 401), ("cors+redirect", 302), ("cors+status-503", 503)] {
        for (path, body) in [(TEXT, INFOBIP), (BULK, SMSLIST)] {
            let reply = from_page(&format!("{}/as/{modes}{path}", server.url()), body);
            assert_eq!((reply.status, reply.header(ALLOW), reply.header(EXPOSE)), (status, Some("*"), None), "{modes}");
        }
    }
    let faulty = from_page(&format!("{}/as/cors{TEXT}", server.url()), "{}");
    assert_eq!((faulty.status, faulty.header(ALLOW)), (400, Some("*")));
    let throttled = from_page(&format!("{}/as/cors-fields+status-429{TEXT}", server.url()), INFOBIP);
    assert_eq!((throttled.status, throttled.header(ALLOW)), (429, Some("*")));
    assert_eq!((throttled.header("retry-after"), throttled.header(EXPOSE)), (Some("7"), Some("date, retry-after")));
}
