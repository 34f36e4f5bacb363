//! Tokens from first to last call, and statuses in pages and in every shape.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::{Value, json};
use smskernel_sandbox::{Server, Verdict, start};
use support::{BULK_MESSAGES, MESSAGE, Reply, SEND_BULK, SEND_MESSAGE, TOKEN_CALL, blackkonnect, exchange};

const FORM: &str =
    "grant_type=client_credentials&client_id=sandbox-client@example.com&client_secret=sandbox-client-secret";

/// Asks for a token.
fn ask(server: &Server, modes: &str) -> Option<Reply> {
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    exchange("POST", &format!("{}{TOKEN_CALL}", server.url_for("r", modes)), &headers, FORM.as_bytes())
}

/// Gets a token and gives it as the header that carries it.
fn token(server: &Server, modes: &str) -> String {
    let reply = ask(server, modes).unwrap();
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!(reply.json().as_object().unwrap().len(), 1);
    format!("Bearer {}", reply.at("/token").as_str().unwrap())
}

fn send_with(server: &Server, token: &str) -> Reply {
    let headers = [("authorization", token), ("content-type", "application/json")];
    exchange("POST", &format!("{}{SEND_MESSAGE}", server.url_for("r", "")), &headers, MESSAGE.as_bytes()).unwrap()
}

#[test]
fn a_token_serves_until_it_ends() {
    let server = start().unwrap();
    let good = token(&server, "");
    // {"alg":"HS256","typ":"JWT"} and {"sub":"sandbox-client@example.com","jti":"1","iat":4102441200,"exp":4102444800}
    let parts: Vec<_> = good.split('.').collect();
    assert_eq!(parts[0], "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9");
    assert_eq!(
        parts[1],
        "eyJzdWIiOiJzYW5kYm94LWNsaWVudEBleGFtcGxlLmNvbSIsImp0aSI6IjEiLCJpYXQiOjQxMDI0NDEyMDAsImV4cCI6NDEwMjQ0NDgwMH0"
    );
    assert_eq!(parts.len(), 3);
    assert_eq!((send_with(&server, &good).status, send_with(&server, &good).status), (200, 200));

    let expired = send_with(&server, &token(&server, "token-expired"));
    assert_eq!((expired.status, expired.at("/title")), (401, json!("Unauthorized")));
    assert_eq!(expired.at("/errors/header.authorization/Credential"), "has expired");

    let twice = token(&server, "token-uses-2");
    let replies = [0; 3].map(|_| send_with(&server, &twice));
    assert_eq!(replies.each_ref().map(|reply| reply.status), [200, 200, 401]);
    assert_eq!(replies[2].at("/errors/header.authorization/Credential"), "has served all its calls");
    let next = token(&server, "token-uses-2");
    assert!(next != twice && send_with(&server, &next).status == 200);
    assert_eq!(send_with(&server, "Bearer sandbox-blackkonnect-token").status, 200);
    assert_eq!(send_with(&server, &format!("{good}x")).status, 401);
    assert_eq!(server.accepted(Some("r")).len(), 2 + 2 + 1 + 1);
    assert!(server.received(Some("r"))[0].verdict == Verdict::Accepted);
}

#[test]
fn the_token_call_misbehaves_too() {
    let server = start().unwrap();
    for (mode, status) in [("status-401", 401), ("status-500", 500), ("status-429", 429), ("redirect", 302)] {
        assert_eq!(ask(&server, mode).unwrap().status, status);
    }
    assert_eq!(ask(&server, "status-401").unwrap().at("/title"), "Unauthorized");
    assert_eq!(ask(&server, "empty").unwrap().body, "");
    assert!(serde_json::from_str::<Value>(&ask(&server, "truncated").unwrap().body).is_err());
    assert!(ask(&server, "close").is_none());
}

fn status(server: &Server, run: &str, modes: &str, tail: &str) -> Reply {
    blackkonnect(&format!("{}/api/sms/messages/status/{tail}", server.url_for(run, modes)), "")
}

/// Sends a bulk of so many messages to 254712345000 and up, the last first; its correlation id.
fn bulk_of(server: &Server, run: &str, length: usize) -> String {
    let item = |index: usize| format!(r#"{{"destinations":[{{"destination":"254712345{index:03}"}}],"text":"Hi"}}"#);
    let items: Vec<_> = (0..length).rev().map(item).collect();
    let body = format!(r#"{{"messages":[{}]}}"#, items.join(","));
    let reply = blackkonnect(&format!("{}{SEND_BULK}", server.url_for(run, "")), &body);
    reply.at("/correlationId").as_str().unwrap().to_owned()
}

#[test]
fn a_bulk_is_told_page_by_page() {
    let server = start().unwrap();
    let id = bulk_of(&server, "r", 45);
    bulk_of(&server, "r", 3);
    let page = |query: &str, modes: &str| status(&server, "r", modes, &format!("bulk/{id}/v1{query}"));
    let ends = |reply: &Reply| {
        let numbers = reply.each("", "destination");
        let number = |value: Option<&Value>| value.unwrap().as_str().unwrap()[9..].parse::<usize>().unwrap();
        (numbers.len(), number(numbers.first()), number(numbers.last()))
    };
    assert_eq!(ends(&page("", "")), (20, 44, 25));
    assert_eq!(ends(&page("?page=1", "")), (20, 24, 5));
    assert_eq!(ends(&page("?page=2", "")), (5, 4, 0));
    assert_eq!(page("?page=3", "").body, "[]");
    assert_eq!(page("?page=2147483647&size=2147483647", "").body, "[]");
    assert_eq!(ends(&page("?size=100&page=0", "")), (45, 44, 0));
    assert_eq!(ends(&page("?size=10&page=1&sort=destination,asc", "")), (10, 10, 19));
    assert_eq!(ends(&page("?size=10&sort=destination%2Cdesc", "")), (10, 44, 35));
    assert_eq!(ends(&page("?size=10&sort=deliveryStatus,desc", "")), (10, 44, 35));
    assert_eq!(ends(&page("?page=2", "ignore-page")), (20, 44, 25));
    assert_eq!(ends(&page("?page=2", "reordered")), (5, 0, 4));
    assert_eq!(ends(&page("?page=2", "missing+doubled")), (5, 4, 1));

    let enveloped = page("?page=2", "envelope");
    let pagination = json!({"totalElements": 45, "pageSize": 20, "totalPages": 3, "pageNumber": 2, "offSet": 40});
    assert_eq!((enveloped.at("/itemPagination"), enveloped.at("/data")), (pagination, Value::Null));
    assert_eq!(enveloped.each("/items", "destination").len(), 5);
    assert_eq!(enveloped.at("/isSuccessful"), true);
    assert_eq!(status(&server, "other", "", &format!("bulk/{id}/v1")).status, 400);
    let refused = page("", "unsuccessful");
    assert_eq!((refused.status, refused.at("/isSuccessful")), (200, json!(false)));
}

#[test]
fn statuses_have_the_shape_of_their_generation() {
    let server = start().unwrap();
    let send = |path: &str, body: &str| {
        let reply = blackkonnect(&format!("{}{path}", server.url_for("r", "refuse-79")), body);
        reply.at("/correlationId").as_str().unwrap().to_owned()
    };
    let bulk = format!("bulk/{}/v1", send(SEND_BULK, BULK_MESSAGES));
    let entry = json!({
        "uuid": "a1000000-0000-4000-8000-000000000003", "messageId": "M-1", "bulkReferenceId": "B-1",
        "partReferenceId": "M-1/1", "destination": "254712345678", "sourceAddress": "OTHER",
        "deliveryStatus": "QUEUED", "deliveryTimestamp": "2025-01-01T00:00:00.000Z",
    });
    let reply = status(&server, "r", "", &bulk);
    assert_eq!(reply.at("/0"), entry);
    assert_eq!(reply.each("", "deliveryStatus"), ["QUEUED", "REJECTED", "QUEUED"]);
    let mut old = entry.clone();
    old.as_object_mut().unwrap().remove("sourceAddress");
    old["deliveryTimestamp"] = json!("2025-01-01T00:00:00Z");
    assert_eq!(status(&server, "r", "old", &bulk).json(), old);
    assert_eq!(status(&server, "r", "old", &format!("{bulk}?page=9")).json(), json!({}));
    let bare = status(&server, "r", "no-ids", &bulk).at("/0");
    assert_eq!(bare.as_object().unwrap().len(), 4);

    assert_eq!(status(&server, "r", "", "M-1/v1").json(), entry);
    assert_eq!(status(&server, "r", "old", "M-1/v1").json(), old);
    assert_eq!(status(&server, "r", "array-of-one", "M-1/v1").json(), json!([entry]));
    let body = MESSAGE.replace("M-1", "M 2/é").replace(r#""sourceAddress": "SANDBOX","#, "");
    let correlation_id = send(SEND_MESSAGE, &body);
    let one = status(&server, "r", "", &format!("{correlation_id}/v1"));
    assert_eq!(status(&server, "r", "", "M%202%2F%C3%A9/v1").body, one.body);
    assert_eq!(one.at("/messageId"), "M 2/é");
    assert!(one.json().get("bulkReferenceId").is_none() && one.json().get("sourceAddress").is_none());

    let enveloped = status(&server, "r", "envelope", "M-1/v1");
    assert_eq!(enveloped.at("/items"), json!([null]));
    let data = enveloped.at("/data");
    assert_eq!(data.as_object().unwrap().len(), 28);
    assert_eq!((&data["uuid"], &data["messageContent"]), (&entry["uuid"], &json!("Good morning")));
    assert!(enveloped.body.contains(r#""cost":1.80,"#));
    assert_eq!(status(&server, "r", "old+envelope", "M-1/v1").at("/items"), json!([{}]));
}
