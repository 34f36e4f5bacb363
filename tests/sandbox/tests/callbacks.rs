//! What smslist and Blackkonnect tell by themselves, inbound messages, and clicks.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

#[path = "support/listener.rs"]
mod listener;
mod support;

use listener::Listener;
use serde_json::{Value, json};
use smskernel_sandbox::{Server, start};
use support::{
    BULK, BULK_MESSAGES, SEND_BULK, TEXT_2, advance, blackkonnect, call, control, control_as, exchange, post,
    smslist_of,
};

fn set(server: &Server, run: &str, dialect: &str, url: &str, more: &str) {
    control(server, run, "callback", &format!(r#"{{"dialect":"{dialect}","url":"{url}"{more}}}"#));
}

#[test]
fn smslist_tells_in_every_spelling() {
    let (server, listener) = (start().unwrap(), Listener::start(&[]));
    let documented = json!({"description": "DeliveredToTerminal", "messageid": "8290842", "timeTaken": "20s",
        "timestamp": "2025-01-01 03:00:20"});
    for (index, (more, keys)) in [
        ("", &["description", "messageid", "timeTaken", "timestamp"][..]),
        (r#","shape":"messageID""#, &["description", "messageID", "timeTaken", "timestamp"]),
        (r#","shape":"message-id""#, &["delivery-tat", "description", "message-id", "timestamp"]),
        (
            r#","shape":"getdlr""#,
            &[
                "delivery-description",
                "delivery-networkid",
                "delivery-status",
                "delivery-tat",
                "delivery-time",
                "message-id",
                "response-code",
                "response-description",
            ],
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let run = format!("s{index}");
        set(&server, &run, "smslist", &listener.url("/dlr"), more);
        assert_eq!(post(&format!("{}{BULK}", server.url_for(&run, "")), &smslist_of(2)).status, 200);
        advance(&server, &run, 20);
        let heard = listener.take();
        assert_eq!(heard.len(), 2, "one in a request");
        assert_eq!(heard[0].content_type, "application/json");
        let mut found: Vec<_> = heard[0].json().as_object().unwrap().keys().cloned().collect();
        found.sort();
        assert_eq!(found, keys, "{more}");
        if index == 0 {
            assert_eq!(heard[0].json(), documented);
        }
        assert!(server.fates(Some(&run)).iter().all(|fate| fate.pushed == 1 && fate.is_final));
    }
    set(&server, "form", "smslist", &listener.url("/dlr"), r#","format":"form""#);
    assert_eq!(post(&format!("{}{BULK}", server.url_for("form", "")), &smslist_of(1)).status, 200);
    control_as(&server, "form", "old", "clock", r#"{"advance":20}"#);
    let heard = &listener.take()[0];
    assert_eq!(heard.content_type, "application/x-www-form-urlencoded");
    let id = server.fates(Some("form"))[0].gateway_id.clone().unwrap();
    let form =
        format!("description=DeliveredToTerminal&messageid={id}&timeTaken=20s&timestamp=2025-01-01+03%3A00%3A20");
    assert_eq!(heard.body, form);
}

#[test]
fn smslist_tries_again() {
    let (server, listener) = (start().unwrap(), Listener::start(&[500]));
    set(&server, "t", "smslist", &listener.url("/"), "");
    assert_eq!(post(&format!("{}{BULK}", server.url_for("t", "")), &smslist_of(1)).status, 200);
    assert_eq!(advance(&server, "t", 20).at("/left"), 1);
    assert_eq!(advance(&server, "t", 120).at("/left"), 0);
    assert_eq!(listener.take().len(), 2);
}

#[test]
fn blackkonnect_tells_by_its_objects() {
    let (server, listener) = (start().unwrap(), Listener::start(&[]));
    let heard = |run: &str, more: &str, modes: &str| {
        set(&server, run, "blackkonnect", &listener.url("/"), more);
        assert_eq!(blackkonnect(&format!("{}{SEND_BULK}", server.url_for(run, "")), BULK_MESSAGES).status, 200);
        control_as(&server, run, modes, "clock", r#"{"advance":60}"#);
        listener.take().iter().map(listener::Push::json).collect::<Vec<Value>>()
    };
    let statuses = heard("status", "", "");
    assert_eq!(statuses.len(), 3);
    assert_eq!((&statuses[0]["messageId"], &statuses[0]["deliveryStatus"]), (&json!("M-1"), &json!("DELIVERED")));
    assert_eq!(statuses[0]["deliveryTimestamp"], "2025-01-01T00:00:20.000Z");
    assert!(heard("old", "", "old")[0].get("sourceAddress").is_none());
    let delivery = &heard("delivery", r#","shape":"delivery""#, "")[0];
    assert_eq!((&delivery["messageContent"], &delivery["cost"]), (&json!("Good morning"), &json!(1.8)));
    let envelope = &heard("envelope", r#","shape":"envelope""#, "")[0];
    assert_eq!((&envelope["isSuccessful"], &envelope["data"]["messageId"]), (&json!(true), &json!("M-1")));
    let list = heard("list", r#","shape":"list""#, "reordered+doubled");
    let ids: Vec<_> = list[0].as_array().unwrap().iter().map(|status| status["messageId"].clone()).collect();
    assert_eq!((list.len(), ids.len(), &ids[0]), (1, 4, &json!("M-3")));
}

#[test]
fn blackkonnect_statuses_move() {
    let server = start().unwrap();
    let url = server.url_for("m", "");
    let body = BULK_MESSAGES.replace("254712345679", "254712345695").replace("254712345670", "254712345698");
    let sent = blackkonnect(&format!("{url}{SEND_BULK}"), &body);
    let id = sent.at("/correlationId");
    let statuses = || {
        let reply = blackkonnect(&format!("{url}/api/sms/messages/status/bulk/{}/v1", id.as_str().unwrap()), "");
        reply.each("", "deliveryStatus")
    };
    assert_eq!(statuses(), ["QUEUED"; 3]);
    advance(&server, "m", 10);
    assert_eq!(statuses(), ["ENROUTE"; 3]);
    advance(&server, "m", 10);
    assert_eq!(statuses(), ["DELIVERED", "REJECTED", "ENROUTE"]);
    let pulled: Vec<_> = server.fates(None).iter().map(|fate| fate.pulled).collect();
    assert_eq!(pulled, [1, 1, 0]);
    let one = blackkonnect(&format!("{url}/api/sms/messages/status/M-1/v1"), "");
    assert_eq!(one.at("/deliveryTimestamp"), "2025-01-01T00:00:20.000Z");
    assert_eq!(server.fates(None)[0].pulled, 2);
}

#[test]
fn the_inbox_is_emptied_once() {
    let server = start().unwrap();
    let body = |text: &str, more: &str| {
        format!(r#"{{"dialect":"infobip","from":"41793026727","to":"41793026700","text":"{text}"{more}}}"#)
    };
    for (text, more) in [("KEY word", r#","keyword":"KEY","callback_data":"data""#), ("Hello", ""), ("Third", "")] {
        assert_eq!(control(&server, "i", "inbound", &body(text, more)).at("/pushes"), json!([]));
        advance(&server, "i", 60);
    }
    let ask = |path: &str| call("GET", &format!("{}/sms/1/inbox/{path}", server.url_for("i", "")), "");
    let first = ask("reports?limit=2");
    assert_eq!((first.at("/messageCount"), first.at("/pendingMessageCount")), (json!(2), json!(1)));
    let id = first.at("/results/0/messageId");
    assert_eq!(
        first.at("/results/0"),
        json!({"messageId": id, "from": "41793026727", "to": "41793026700",
        "text": "KEY word", "cleanText": "word", "keyword": "KEY", "receivedAt": "2025-01-01T00:00:00.000+0000",
        "smsCount": 1, "price": {"pricePerMessage": 0.0, "currency": "EUR"}, "callbackData": "data"})
    );
    assert_eq!(ask("reports").each("/results", "text"), ["Third"]);
    assert_eq!(ask("reports").json(), json!({"results": [], "messageCount": 0, "pendingMessageCount": 0}));
    let logs = |query: &str| ask(&format!("logs{query}")).each("/results", "text");
    assert_eq!(logs(""), ["Third", "Hello", "KEY word"]);
    assert_eq!(logs("?keyword=KEY"), ["KEY word"]);
    assert_eq!(logs("?keyword=NO_KEYWORD&limit=1"), ["Third"]);
    assert_eq!(logs("?to=1"), [""; 0]);
    assert_eq!(
        logs("?receivedSince=2025-01-01T00:01:00.000%2B0000&receivedUntil=2025-01-01T00:01:30.000%2B0000"),
        ["Hello"]
    );

    let listener = Listener::start(&[]);
    let more = format!(r#","url":"{}""#, listener.url("/mo"));
    control(&server, "i", "inbound", &body("Pushed", &more));
    let heard = listener.take();
    assert_eq!((heard[0].each("text"), &heard[0].json()["pendingMessageCount"]), (vec![json!("Pushed")], &json!(0)));
    assert_eq!(ask("reports").at("/messageCount"), 0, "what is pushed is not pulled");
    control_as(&server, "i", "old", "inbound", &body("As XML", &(more + r#","format":"xml""#)));
    let heard = &listener.take()[0];
    assert!(heard.body.contains("<MOReportResponse><messageCount>1</messageCount>"), "{}", heard.body);
}

#[test]
fn a_shortcode_is_told_by_get_and_post() {
    let (server, listener) = (start().unwrap(), Listener::start(&[]));
    let told = |more: &str| {
        let url = listener.url("/in?secret=s");
        let body = format!(
            r#"{{"dialect":"smslist","from":"254712345678","to":"12345","text":"Hi & bye","url":"{url}"{more}}}"#
        );
        let reply = control(&server, "c", "inbound", &body);
        assert_eq!(reply.at("/pushes/0/reply"), "there", "an automatic reply");
        listener.take().remove(0)
    };
    assert_eq!(told("").json(), json!({"shortcode": "12345", "mobile": "254712345678", "message": "Hi & bye"}));
    let interactive = told(r#","interactive":true,"partner_id":"7""#);
    let body = json!({"shortcode": "12345", "msisdn": "254712345678", "message": "Hi & bye", "partnerId": "7"});
    assert_eq!(interactive.json(), body);
    let get = told(r#","method":"GET""#);
    assert_eq!(get.line, "GET /in?secret=s&shortcode=12345&mobile=254712345678&message=Hi+%26+bye HTTP/1.1");
    assert_eq!((get.content_type.as_str(), get.body.as_str()), ("", ""));
    assert!(told(r#","method":"GET","interactive":true"#).line.contains("&msisdn=254712345678&"));
}

#[test]
fn a_click_is_told() {
    let (server, listener) = (start().unwrap(), Listener::start(&[]));
    let body = format!(
        r#"{{"bulkId":"b","urlOptions":{{"trackingUrl":"{}"}},"messages":[{{"destinations":[{{"to":"41793026727","messageId":"m"}}],"text":"Hi","callbackData":"data"}}]}}"#,
        listener.url("/clicks")
    );
    assert_eq!(post(&format!("{}{TEXT_2}", server.url_for("k", "")), &body).status, 200);
    control(&server, "k", "click", r#"{"message_id":"m","link":"https://example.com/"}"#);
    let click = listener.take().remove(0);
    assert_eq!(
        click.json(),
        json!({"notificationType": "CLICKED", "recipient": "41793026727",
        "url": "https://example.com/", "sendDateTime": 1_735_689_600_000_u64, "messageId": "m", "bulkId": "b",
        "callbackData": "data", "recipientInfo": {"deviceType": "Phone", "os": "Android", "deviceName": "Sandbox"},
        "geoLocationInfo": {"countryName": "Switzerland", "city": "Zurich"}})
    );
}

#[test]
fn commands_are_judged() {
    let server = start().unwrap();
    for (what, body, place) in [
        ("clock", r#"{"advance":-1}"#, "advance"),
        ("clock", r#"{"advance":99999999999}"#, "advance"),
        ("clock", "{}", "advance"),
        ("clock", r#"{"now":"2024-12-31T23:59:59.999+0000"}"#, "now"),
        ("clock", r#"{"now":"soon"}"#, "now"),
        ("clock", r#"{"forward":1}"#, "forward"),
        ("clock", "{", "body"),
        ("push", r#"{"all":true}"#, "all"),
        ("balance", r#"{"infobip":-1}"#, "infobip"),
        ("balance", r#"{"other":1}"#, "other"),
        ("callback", r#"{"dialect":"infobip","url":"http://127.0.0.1/"}"#, "dialect"),
        ("callback", r#"{"dialect":"smslist","url":"http://example.com/"}"#, "url"),
        ("callback", r#"{"dialect":"smslist","url":"http://127.0.0.1/","shape":"list"}"#, "shape"),
        ("callback", r#"{"dialect":"blackkonnect","url":"http://127.0.0.1/","format":"form"}"#, "format"),
        ("inbound", r#"{"dialect":"infobip","from":"1","to":"2"}"#, "text"),
        ("inbound", r#"{"dialect":"smslist","from":"1","to":"2","text":"x"}"#, "url"),
        ("inbound", r#"{"dialect":"infobip","from":"1","to":"2","text":"x","url":"https://127.0.0.1/"}"#, "url"),
        ("click", r#"{"message_id":"m","link":"x","url":"http://127.0.0.1:1/"}"#, "message_id"),
        ("other", "{}", "path"),
    ] {
        let url = format!("{}/control/{what}", server.url_for("x", ""));
        let reply = exchange("POST", &url, &[], body.as_bytes()).unwrap();
        assert_eq!(reply.status, 400, "{what} {body}");
        assert!(reply.json()["errors"].get(place).is_some(), "{what} {body}: {}", reply.body);
    }
    assert_eq!(
        exchange("POST", &format!("{}/control/push", server.url_for("x", "tired")), &[], b"").unwrap().status,
        400
    );
    assert_eq!(
        exchange("GET", &format!("{}/control/clock", server.url_for("x", "")), &[], b"").unwrap().at("/now"),
        "2025-01-01T00:00:00.000+0000"
    );
    assert!(server.received(None).is_empty(), "commands are not recorded");
}
