//! Balance, sessions, access tokens, conversions and previews.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::json;
use smskernel_sandbox::{Server, start};
use support::{HEADERS, Reply, advance, call, control, exchange, post, problems, single};

const SESSION: &str = "/auth/1/session";
const LOGIN: &str = r#"{"username":"sandbox-user","password":"sandbox-password"}"#;

fn with(server: &Server, method: &str, path: &str, authorization: &str, body: &str) -> Reply {
    let url = format!("{}{path}", server.url_for("a", ""));
    let headers = [("authorization", authorization), HEADERS[1], HEADERS[2]];
    exchange(method, &url, if authorization.is_empty() { &headers[1..] } else { &headers }, body.as_bytes()).unwrap()
}

#[test]
fn a_session_is_opened_once_and_ends() {
    let server = start().unwrap();
    let open = || with(&server, "POST", SESSION, "", LOGIN);
    let balance = |token: &str| with(&server, "GET", "/account/1/balance", &format!("IBSSO {token}"), "").status;
    let token = open().at("/token").as_str().unwrap().to_owned();
    assert_eq!(token.len(), 36);
    assert_eq!(open().status, 403, "a second one");
    assert_eq!((balance(&token), balance("other")), (200, 401));
    advance(&server, "a", 3599);
    assert_eq!(balance(&token), 200);
    advance(&server, "a", 3599);
    assert_eq!(balance(&token), 200, "every call keeps it open");
    advance(&server, "a", 3600);
    assert_eq!(balance(&token), 401);
    let token = format!("IBSSO {}", open().at("/token").as_str().unwrap());
    let ended = with(&server, "DELETE", SESSION, &token, "");
    assert_eq!((ended.status, ended.body.as_str()), (204, ""));
    assert_eq!(with(&server, "DELETE", SESSION, &token, "").status, 401);
    assert_eq!(with(&server, "DELETE", SESSION, HEADERS[0].1, "").status, 400);
    assert_eq!(open().status, 200);
    for (body, status) in [
        (LOGIN.replace("sandbox-password", "other"), 401),
        (LOGIN.replace("username", "user"), 400),
        ("{}".to_owned(), 400),
    ] {
        assert_eq!(with(&server, "POST", SESSION, "", &body).status, status, "{body}");
    }
}

#[test]
fn an_access_token_is_handed_out() {
    let server = start().unwrap();
    let form = "client_id=sandbox-user&client_secret=sandbox-password&grant_type=client_credentials";
    let ask = |form: &str, kind: &str| {
        let url = format!("{}/auth/1/oauth2/token", server.url_for("a", ""));
        exchange("POST", &url, &[("content-type", kind), HEADERS[2]], form.as_bytes()).unwrap()
    };
    let kind = "application/x-www-form-urlencoded";
    let reply = ask(form, kind);
    assert_eq!((reply.at("/token_type"), reply.at("/expires_in")), (json!("Bearer"), json!(3600)));
    let token = format!("Bearer {}", reply.at("/access_token").as_str().unwrap());
    assert_eq!(with(&server, "GET", "/account/1/balance", &token, "").status, 200);
    advance(&server, "a", 3600);
    assert_eq!(with(&server, "GET", "/account/1/balance", &token, "").status, 401);
    for (old, new, status) in [
        ("sandbox-password", "other", 401),
        ("client_credentials", "password", 400),
        ("grant_type", "grantType", 400),
        ("client_id=", "client_id=sandbox-user&client_id=", 400),
    ] {
        assert_eq!(ask(&form.replace(old, new), kind).status, status, "{new}");
    }
    assert_eq!(ask(form, "application/json").status, 400);
}

#[test]
fn a_conversion_belongs_to_a_message() {
    let server = start().unwrap();
    let url = server.url_for("a", "");
    let id = post(&format!("{url}/sms/1/text/single"), &single("41793026727")).at("/messages/0/messageId");
    let id = id.as_str().unwrap();
    let reply = call("POST", &format!("{url}/ct/1/log/end/{id}"), "");
    assert_eq!((reply.status, reply.at("/processKey")), (200, json!(format!("process-{id}"))));
    assert_eq!(call("POST", &format!("{url}/ct/1/log/end/other"), "").status, 404);
    assert_eq!(call("POST", &format!("{url}/ct/1/log/end/%zz"), "").status, 400);
    assert_eq!(call("POST", &format!("{url}/ct/1/log/end/{id}"), "{}").status, 400);
    assert_eq!(problems(&server, "a")[0], ("body".to_owned(), "Unknown"));
}

#[test]
fn the_balance_is_told() {
    let server = start().unwrap();
    control(&server, "a", "balance", r#"{"infobip":47.79134}"#);
    let reply = call("GET", &format!("{}/account/1/balance", server.url_for("a", "")), "");
    assert_eq!(reply.body, r#"{"balance":47.79134,"currency":"EUR"}"#);
    assert_eq!(call("GET", &format!("{}/account/1/balance?a=b", server.url()), "").status, 400);
}

const TURKISH: &str =
    "Mesaj gönderimi yapmadan önce önizleme seçeneğini kullanmanız doğru karar vermenize yardımcı olur.";
const GREEK: &str = "Ως Μεγαρικό ψήφισμα είναι γνωστή η απόφαση της Εκκλησίας του δήμου των Αθηναίων (πιθανόν γύρω στο 433/2 π.Χ.) να επιβάλει αυστηρό και καθολικό εμπάργκο στα";
const CAPITALS: &str = "ΩΣ MEΓAPIKO ΨHΦIΣMA EINAI ΓNΩΣTH H AΠOΦAΣH THΣ EKKΛHΣIAΣ TOY ΔHMOY TΩN AΘHNAIΩN (ΠIΘANON ΓYPΩ ΣTO 433/2 Π.X.) NA EΠIBAΛEI AYΣTHPO KAI KAΘOΛIKO EMΠAPΓKO ΣTA";

#[test]
fn previews_are_those_of_the_documents() {
    let server = start().unwrap();
    let url = server.url_for("a", "") + "/sms/1/preview";
    let preview = |text: &str, count: u8, left: u8, configuration: serde_json::Value| json!({"textPreview": text, "messageCount": count, "charactersRemaining": left, "configuration": configuration});
    let english = "Let's see how many characters remain unused in this message.";
    let reply = post(&url, &json!({"text": english}).to_string());
    assert_eq!(reply.json(), json!({"originalText": english, "previews": [preview(english, 1, 100, json!({}))]}));
    let reply = post(&url, &json!({"text": TURKISH, "languageCode": "TR"}).to_string());
    let second = preview(TURKISH, 1, 57, json!({"language": {"languageCode": "TR"}}));
    assert_eq!(reply.at("/previews"), json!([preview(TURKISH, 2, 36, json!({})), second]));
    let reply = post(&url, &json!({"text": GREEK, "transliteration": "GREEK"}).to_string());
    let second = preview(CAPITALS, 1, 5, json!({"transliteration": "GREEK"}));
    assert_eq!(reply.at("/previews"), json!([preview(GREEK, 3, 46, json!({})), second]));
    let both = json!({"text": "ışık", "languageCode": "TR", "transliteration": "TURKISH"});
    let reply = post(&url, &both.to_string());
    assert_eq!(reply.each("/previews", "textPreview"), ["ışık", "ışık", "isik"]);
    assert_eq!(reply.each("/previews", "charactersRemaining"), [66, 151, 156]);
    for (body, place, rule) in [
        (r#"{"texts":"a"}"#, "text", "Required"),
        (r#"{"text":""}"#, "text", "Length"),
        (r#"{"text":"a","languageCode":"tr"}"#, "languageCode", "Choice"),
        (r#"{"text":"a","language":{"languageCode":"TR"}}"#, "language", "Unknown"),
        (r#"{"text":"a","transliteration":"LATIN"}"#, "transliteration", "Choice"),
    ] {
        assert_eq!(post(&url, body).status, 400, "{body}");
        assert!(problems(&server, "a").contains(&(place.to_owned(), rule)), "{body}");
    }
}
