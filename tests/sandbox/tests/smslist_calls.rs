//! `sendsms`, `sendotp`, `getdlr`, `getbalance` and `credit`, by POST and by GET.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::{Value, json};
use smskernel_sandbox::{Server, start};
use support::{Fault, Reply, advance, call, control, exchange, plant, post};

const ACCOUNT: &str = r#""apikey":"sandbox-apikey","partnerID":"12345""#;

fn url(server: &Server, name: &str) -> String {
    format!("{}/api/services/{name}", server.url_for("s", ""))
}

fn sms(mobile: &str) -> String {
    format!(r#"{{{ACCOUNT},"message":"Hi","shortcode":"SANDBOX","mobile":"{mobile}"}}"#)
}

fn ask(server: &Server, modes: &str, name: &str, more: &str) -> Reply {
    post(&format!("{}/api/services/{name}", server.url_for("s", modes)), &format!("{{{ACCOUNT}{more}}}"))
}

#[test]
fn one_text_goes_to_one_or_many() {
    let server = start().unwrap();
    for name in ["sendsms", "sendsms/", "sendotp", "sendotp/"] {
        let reply = post(&url(&server, name), &sms("254712345678"));
        let entry = &reply.at("/responses/0");
        assert_eq!((&entry["response-code"], &entry["mobile"]), (&json!(200), &json!(254_712_345_678_u64)), "{name}");
        assert!(entry["messageid"].is_string() && entry["networkid"] == 1 && entry.get("clientsmsid").is_none());
    }
    let reply = post(&url(&server, "sendsms"), &sms("254712345678,0733345679"));
    assert_eq!(reply.each("/responses", "mobile"), [254_712_345_678_u64, 254_733_345_679]);
    let old = post(&format!("{}/api/services/sendsms/", server.url_for("s", "old")), &sms("254712345678"));
    assert_eq!((old.at("/responses/0/respose-code"), old.at("/responses/0/networkid")), (json!(200), json!("1")));
    let query = "?apikey=sandbox-apikey&partnerID=12345&message=Hi+there%21&shortcode=SANDBOX&mobile=254712345678";
    for name in ["sendsms", "sendotp"] {
        let reply = exchange("GET", &(url(&server, name) + query), &[], b"").unwrap();
        assert_eq!(reply.at("/responses/0/response-code"), 200, "{}", reply.body);
    }
    let last = server.accepted(None).pop().unwrap();
    assert_eq!((last.text.as_str(), last.to.as_str()), ("Hi there!", "254712345678"));
    let many = |count: usize| vec!["254712345678"; count].join(",");
    assert_eq!(post(&url(&server, "sendsms"), &sms(&many(1000))).each("/responses", "mobile").len(), 1000);
    let reply = post(&url(&server, "sendsms"), &sms(&many(1001)));
    let refusal = json!({"response-code": 1104, "response-description": "Too many comma separated contacts"});
    assert_eq!((reply.status, reply.json()), (200, refusal));
}

#[test]
fn numbers_may_be_hashed() {
    let server = start().unwrap();
    let hash = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";
    let body = sms(hash).replacen('{', r#"{"hashed":true,"#, 1);
    let reply = post(&url(&server, "sendotp"), &body);
    assert_eq!((reply.at("/responses/0/mobile"), reply.at("/responses/0/response-code")), (json!(hash), json!(200)));
    let query = "?apikey=sandbox-apikey&partnerID=12345&message=Hi&shortcode=SANDBOX&hashed=true&mobile=";
    assert_eq!(exchange("GET", &(url(&server, "sendotp") + query + hash), &[], b"").unwrap().status, 200);
    assert_eq!(post(&url(&server, "sendotp"), &sms(hash)).status, 422, "not said to be hashed");
    assert_eq!(post(&url(&server, "sendotp"), &body.replace("true", "\"true\"")).status, 422);
    assert_eq!(post(&url(&server, "sendotp"), &body.replace(hash, "254712345678")).status, 422);
    assert_eq!(post(&url(&server, "sendsms"), &body).status, 422, "hashed is a field of sendotp");
}

#[test]
fn a_report_is_asked_for() {
    let server = start().unwrap();
    let mut ids = Vec::new();
    for ending in ["78", "90", "98", "97"] {
        let reply = post(&url(&server, "sendsms"), &sms(&format!("2547123456{ending}")));
        ids.push(reply.at("/responses/0/messageid").as_str().unwrap().to_owned());
    }
    let report = |modes: &str, id: &str| ask(&server, modes, "getdlr", &format!(r#","messageID":"{id}""#)).json();
    let none = json!({"response-code": 1009, "response-description": "No dlr"});
    assert_eq!(report("", &ids[0]), none);
    advance(&server, "s", 60);
    let expected = json!({"response-code": 200, "message-id": ids[0], "response-description": "Success",
        "delivery-status": 32, "delivery-description": "DeliveredToTerminal", "delivery-tat": "00:00:20",
        "delivery-networkid": 1, "delivery-time": "2025-01-01 03:00:20"});
    assert_eq!(report("", &ids[0]), expected);
    assert_eq!(report("", &ids[0]), expected, "as often as asked");
    let description = |id: &str| report("", id)["delivery-description"].clone();
    assert_eq!(
        [description(&ids[1]), description(&ids[2]), description(&ids[3])],
        [json!("AbsentSubscriber"), Value::Null, json!("SentToNetwork")]
    );
    assert_eq!(report("old", "1"), json!({"respose-code": 1008, "response-description": "No Delivery Report"}));
    let old = report("old", &ids[0]);
    assert_eq!((&old["message-id"], &old["delivery-tat"]), (&json!(ids[0].parse::<u64>().unwrap()), &json!("20s")));
    let query = format!("?apikey=sandbox-apikey&partnerID=12345&messageID={}", ids[0]);
    assert_eq!(exchange("GET", &(url(&server, "getdlr/") + &query), &[], b"").unwrap().json(), expected);
    let query = query.replace("messageID", "messageid");
    assert_eq!(
        exchange("GET", &(url(&server, "getdlr") + &query), &[], b"").unwrap().status,
        422,
        "its name has capitals"
    );
    assert_eq!(server.fates(None)[0].pulled, 4);
}

#[test]
fn a_time_to_send_is_kept() {
    let server = start().unwrap();
    // Four in the morning of East Africa.
    for time in [r#""2025-01-01 04:00""#, r#""1735693200""#, "1735693200"] {
        let body = sms("254712345678").replacen('{', &format!(r#"{{"timeToSend":{time},"#), 1);
        assert_eq!(post(&url(&server, "sendsms"), &body).status, 200);
    }
    let states = || server.fates(None).iter().map(|fate| fate.state).collect::<Vec<_>>();
    assert_eq!(states(), ["scheduled"; 3]);
    advance(&server, "s", 3600);
    assert_eq!(states(), ["enroute"; 3]);
    advance(&server, "s", 20);
    assert_eq!(states(), ["delivered"; 3]);
}

#[test]
fn a_reseller_moves_units() {
    let server = start().unwrap();
    control(&server, "s", "balance", r#"{"smslist":545}"#);
    let balance = || ask(&server, "", "getbalance", "").json();
    assert_eq!(balance(), json!({"response-code": 200, "credit": "545.00", "partner-id": "12345"}));
    let reply = ask(&server, "", "credit", r#","childID":"sandbox-child","amount":"5""#);
    assert_eq!(
        reply.json(),
        json!({"response-code": 200,
        "response-description": "Partner ID sandbox-child has been credited with 5 units", "prev-balance": "524.00",
        "sms-units": "5", "new-balance": "529.00"})
    );
    assert_eq!(balance()["credit"], "540.00");
    let reply = ask(&server, "", "credit", r#","childID":"other","amount":"5""#);
    assert_eq!(
        reply.json(),
        json!({"response-code": 1005,
        "response-description": "The child acount is invalid. Kindly verify the details"})
    );
    assert_eq!(ask(&server, "", "credit", r#","childID":"sandbox-child","amount":"541""#).at("/response-code"), 1004);
    assert_eq!(ask(&server, "status-500", "credit", r#","childID":"sandbox-child","amount":"5""#).status, 500);
    assert_eq!(balance()["credit"], "540.00");
    let query = "?apikey=sandbox-apikey&partnerID=12345";
    assert_eq!(exchange("GET", &(url(&server, "getbalance") + query), &[], b"").unwrap().at("/credit"), "540.00");
    assert_eq!(ask(&server, "old", "getbalance/", "").at("/respose-code"), 200);
    assert_eq!(call("GET", &(url(&server, "credit") + query), "").status, 405);
}

#[test]
#[rustfmt::skip]
fn faults_are_named() {
    let server = start().unwrap();
    let good = sms("254712345678,0733345679");
    let send: &[Fault] = &[
        ("mobile[1]", "Form", "0733345679", "+254733345679"),
        ("mobile[1]", "Form", ",0733345679", ", 0733345679"),
        ("mobile", "Type", r#""254712345678,0733345679""#, "254712345678"),
        ("mobile", "Required", "mobile", "mobiles"),
        ("message", "Length", "Hi", ""),
        ("text", "Unknown", "message", "text"),
        ("timeToSend", "Form", "{", r#"{"timeToSend":"tomorrow","#),
        ("pass_type", "Choice", "{", r#"{"pass_type":"Plain","#),
        ("shortcode", "Required", r#","shortcode":"SANDBOX""#, ""),
        ("clientsmsid", "Unknown", "{", r#"{"clientsmsid":1,"#),
        ("partnerId", "Unknown", "{", r#"{"partnerId":"12345","#),
    ];
    for (index, fault) in send.iter().enumerate() {
        assert_eq!(plant(&server, &format!("f{index}"), "/api/services/sendsms", &good, fault).status, 422, "{fault:?}");
    }
    let whole: &[(Fault, u16)] = &[
        (("partnerID", "Credential", "12345", "54321"), 1006),
        (("apikey", "Credential", "sandbox-apikey", "other"), 1006),
        (("shortcode", "Credential", "SANDBOX", "Sandbox"), 1006),
        (("partnerID", "Required", r#","partnerID":"12345""#, ""), 4091),
        (("apikey", "Required", r#""apikey":"sandbox-apikey","#, ""), 4092),
    ];
    for (index, (fault, code)) in whole.iter().enumerate() {
        let reply = plant(&server, &format!("w{index}"), "/api/services/sendsms", &good, fault);
        assert_eq!((reply.status, reply.at("/response-code")), (200, json!(code)), "{fault:?}");
    }
    let credit = format!(r#"{{{ACCOUNT},"childID":"sandbox-child","amount":"5"}}"#);
    let credits: &[Fault] = &[
        ("amount", "Form", r#""5""#, r#""-5""#),
        ("amount", "Form", r#""5""#, r#""0""#),
        ("amount", "Required", "amount", "Amount"),
        ("childId", "Unknown", "childID", "childId"),
    ];
    for (index, fault) in credits.iter().enumerate() {
        assert_eq!(plant(&server, &format!("c{index}"), "/api/services/credit", &credit, fault).status, 422, "{fault:?}");
    }
    assert_eq!(exchange("GET", &(url(&server, "getbalance") + "?apikey=%zz"), &[], b"").unwrap().status, 400);
    assert_eq!(exchange("GET", &url(&server, "getbalance"), &[], b"").unwrap().at("/response-code"), 4091);
    assert_eq!(exchange("POST", &url(&server, "sendsms"), &[("content-type", "application/x-www-form-urlencoded")], b"a=b").unwrap().status, 400);
}
