//! Good bodies are answered as the documents do, and kept.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use serde_json::json;
use smskernel_sandbox::{AUTHORIZATIONS, Outcome, Verdict, start};
use support::{BULK, HEADERS, INFOBIP, SMSLIST, TEXT, TEXT_2, exchange, get, post};

#[test]
fn infobip_version_1_sends_at_once() {
    let server = start().unwrap();
    let reply = post(&(server.url() + TEXT), INFOBIP);
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("content-type"), Some("application/json"));
    let enroute = json!({"groupId": 1, "groupName": "PENDING", "id": 7, "name": "PENDING_ENROUTE",
        "description": "Message sent to next instance"});
    let accepted = json!({"groupId": 1, "groupName": "PENDING", "id": 26, "name": "PENDING_ACCEPTED",
        "description": "Pending Accepted"});
    let expected = json!({
        "bulkId": "BULK-ID-123-xyz",
        "trackingProcessKey": "9243E3F4BEDC719D83C2A38A483E6CB5",
        "messages": [
            {"to": "41793026727", "status": enroute, "smsCount": 1, "messageId": "MESSAGE-ID-123-xyz"},
            {"to": "41793026834", "status": enroute, "smsCount": 1, "messageId": "2033912860760522207"},
            {"to": "41793026700", "status": accepted, "messageId": "2033912860760522208"},
        ]
    });
    assert_eq!(reply.json(), expected);
    let again = start().unwrap();
    assert_eq!(post(&(again.url() + TEXT), INFOBIP).body, reply.body);
}

#[test]
fn infobip_version_2_waits_and_counts_when_asked() {
    let server = start().unwrap();
    let url = server.url() + "/restapi" + TEXT_2;
    let reply = post(&url, INFOBIP);
    assert_eq!(reply.each("/messages", "status")[0]["id"], 26);
    assert_eq!(reply.each("/messages", "smsCount"), vec![json!(null); 3]);
    assert_eq!(reply.json().get("trackingProcessKey"), None);
    let counting = INFOBIP.replacen('{', r#"{"includeSmsCountInResponse": true,"#, 1);
    assert_eq!(post(&url, &counting).each("/messages", "smsCount"), [1, 1, 2].map(|count| json!(count)));
}

#[test]
fn infobip_takes_every_documented_field() {
    let body = |more: &str, message: &str, regional: &str, language: &str| {
        format!(
            r#"{{{more}"bulkId":"b","tracking":{{"track":"URL","type":"T","processKey":"k","baseUrl":"https://example.com/"}},
            "messages":[{{"from":"InfoSMS","destinations":[{{"to":"41793026727","messageId":"m"}}],"text":"Hi","flash":true,
            "language":{{"languageCode":"ES"{language}}},"transliteration":"NON_UNICODE","intermediateReport":false,
            "notifyUrl":"http://example.com:8080/r?a=b","notifyContentType":"application/xml","callbackData":"",
            "validityPeriod":2880,"sendAt":"2021-08-25T16:00:00.000-0330",
            "deliveryTimeWindow":{{"days":["SUNDAY"],"from":{{"hour":23,"minute":30}},"to":{{"hour":0,"minute":30}}}},
            "regional":{{"indiaDlt":{{"principalEntityId":"1","contentTemplateId":"2"{regional}}}}}{message}}}]}}"#
        )
    };
    let server = start().unwrap();
    let first = body(
        "",
        r#","notify":true,"campaignId":"c","operatorClientId":"o""#,
        "",
        r#","singleShift":true,"lockingShift":false"#,
    );
    let reply = post(&(server.url() + TEXT), &first);
    assert_eq!(reply.status, 200, "{}", reply.body);
    let second = body(
        r#""sendingSpeedLimit":{"amount":10,"timeUnit":"HOUR"},"#,
        r#","entityId":"e","applicationId":"a","campaignReferenceId":"c""#,
        r#","telemarketerId":"3"},"turkeyIys":{"recipientType":"TACIR","brandCode":1},"southKorea":{"resellerCode":123456789,"title":"t""#,
        "",
    );
    let reply = post(&(server.url() + TEXT_2), &second);
    assert_eq!(reply.status, 200, "{}", reply.body);
    let options = r#"{"urlOptions":{"shortenUrl":true,"trackClicks":true,"trackingUrl":"https://example.com/c",
        "removeProtocol":false,"customDomain":"example.com"},
        "messages":[{"destinations":[{"to":"41793026727"}],"text":"Hi"}]}"#;
    let reply = post(&(server.url() + TEXT_2), options);
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!(reply.json().get("bulkId"), None);
}

#[test]
fn infobip_refuses_a_text_of_more_than_25_parts() {
    let server = start().unwrap();
    let of = |length: usize| {
        let text = "a".repeat(length);
        format!(
            r#"{{"messages":[{{"destinations":[{{"to":"41793026727"}},{{"to":"41793026834"}}],"text":"{text}"}}]}}"#
        )
    };
    let reply = post(&(server.url() + TEXT), &of(25 * 153));
    assert_eq!(reply.at("/messages/0/smsCount"), 25);
    assert_eq!(reply.at("/bulkId"), "2034072219640523075");
    let reply = post(&(server.url() + TEXT), &of(25 * 153 + 1));
    assert_eq!((reply.status, reply.at("/messages/0/status/id")), (200, json!(25)));
    assert_eq!(server.accepted(None)[2].outcome, Outcome::Rejected);
}

#[test]
fn infobip_knows_four_kinds_of_credentials() {
    let server = start().unwrap();
    for authorization in AUTHORIZATIONS {
        let headers = [("authorization", authorization), HEADERS[1], HEADERS[2]];
        let reply = exchange("POST", &(server.url() + TEXT), &headers, INFOBIP.as_bytes()).unwrap();
        assert_eq!(reply.status, 200, "{authorization}");
    }
}

#[test]
fn smslist_answers_in_either_generation() {
    let server = start().unwrap();
    let new = post(&(server.url() + BULK), SMSLIST);
    assert_eq!(new.status, 200);
    let entries = json!({"responses": [
        {"response-code": 200, "response-description": "Success", "mobile": "254712345678", "messageid": "8290842",
            "clientsmsid": 1234, "networkid": 1},
        {"response-code": 200, "response-description": "Success", "mobile": "0733345679", "messageid": "8290843",
            "clientsmsid": "order-1235", "networkid": 2},
    ]});
    assert_eq!(new.json(), entries);
    let old = post(&(server.url() + "/as/old" + BULK + "/"), SMSLIST);
    let entries = json!({"responses": [
        {"respose-code": 200, "response-description": "Success", "mobile": 254_712_345_678_u64, "messageid": 8_290_844,
            "clientsmsid": 1234, "networkid": "1"},
        {"respose-code": 200, "response-description": "Success", "mobile": 254_733_345_679_u64, "messageid": 8_290_845,
            "clientsmsid": "order-1235", "networkid": "2"},
    ]});
    assert_eq!(old.json(), entries);
}

#[test]
fn smslist_takes_every_known_field() {
    let server = start().unwrap();
    for (old, new) in [
        ("1234,", r#"1234, "timeToSend": "2019-09-01 18:00","#),
        ("1234,", r#"1234, "timeToSend": "2019-09-01 18:00:30","#),
        ("1234,", r#"1234, "timeToSend": "1567350000","#),
        ("1234,", r#"1234, "timeToSend": 1567350000,"#),
        (r#""pass_type": "plain","#, ""),
        (r#""plain""#, r#""bm5""#),
        (r#""clientsmsid": 1234,"#, ""),
        (r#""254712345678""#, r#""0112345678""#),
        (r#""254712345678""#, r#""254112345678""#),
        ("message 1", "Grüße \u{1f600}\\n"),
    ] {
        let reply = post(&(server.url() + BULK), &SMSLIST.replacen(old, new, 1));
        assert_eq!(reply.status, 200, "{new}: {}", reply.body);
    }
}

#[test]
fn an_id_keeps_its_digits() {
    let server = start().unwrap();
    let id = "9007199254740993";
    let reply = post(&(server.url() + BULK), &SMSLIST.replacen("1234,", &format!("{id},"), 1));
    assert!(reply.body.contains(&format!(r#""clientsmsid":{id},"#)), "{}", reply.body);
}

#[test]
fn what_came_is_kept_by_run() {
    let server = start().unwrap();
    post(&format!("{}{TEXT}", server.url_for("one", "")), INFOBIP);
    post(&format!("{}{BULK}", server.url_for("two", "refuse-679")), SMSLIST);
    post(&format!("{}{TEXT}", server.url_for("two", "")), "{}");
    post(&format!("{}/elsewhere", server.url()), "x");
    assert_eq!(server.received(None).len(), 4);

    let received = get(&(server.url() + "/received?run=two"));
    assert_eq!(received.each("", "verdict"), ["accepted", "refused"]);
    assert_eq!(received.each("", "status"), [200, 400]);
    assert_eq!(received.at("/0/method"), "POST");
    assert_eq!(received.at("/0/path"), "/run/two/as/refuse-679/api/services/sendbulk");
    assert_eq!(received.at("/0/body"), SMSLIST);
    assert_eq!(received.at("/0/headers/content-type"), "application/json");
    assert_eq!(received.at("/1/problems"), json!([{"path": "messages", "rule": "Required", "text": "is missing"}]));

    let accepted = get(&(server.url() + "/accepted?run=two"));
    let expected = json!([
        {"run": "two", "dialect": "smslist", "to": "254712345678", "id": "1234", "gateway_id": "8290845",
            "text": "This is a test message 1", "sender": "SANDBOX", "outcome": "accepted"},
        {"run": "two", "dialect": "smslist", "to": "0733345679", "id": "order-1235", "gateway_id": null,
            "text": "This is a test message 2", "sender": "SANDBOX", "outcome": "rejected"},
    ]);
    assert_eq!(accepted.json(), expected);
    let ids: Vec<_> = server.accepted(Some("one")).into_iter().map(|message| message.id.unwrap()).collect();
    assert_eq!(ids, ["MESSAGE-ID-123-xyz", "2033912860760522207", "2033912860760522208"]);

    assert_eq!(exchange("DELETE", &(server.url() + "/received?run=two"), &[], b"").unwrap().status, 204);
    assert!(server.received(Some("two")).is_empty() && server.accepted(Some("two")).is_empty());
    assert_eq!(server.received(Some("one"))[0].verdict, Verdict::Accepted);
    assert_eq!(exchange("DELETE", &(server.url() + "/received"), &[], b"").unwrap().status, 204);
    assert_eq!(get(&(server.url() + "/received")).body, "[]");
    assert_eq!(get(&(server.url() + "/accepted")).body, "[]");
}
