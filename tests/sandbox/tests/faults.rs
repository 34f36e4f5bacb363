//! Bodies with one planted fault each: every one is refused, and the fault is named by its path.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod support;

use smskernel_sandbox::{Server, start};
use support::{BULK, Fault, INFOBIP, SMSLIST, TEXT, TEXT_2, plant, post};

#[rustfmt::skip]
const INFOBIP_FAULTS: &[Fault] = &[
    ("bulk_id", "Unknown", r#""bulkId""#, r#""bulk_id""#),
    ("bulkId", "Type", r#""BULK-ID-123-xyz""#, "7"),
    ("bulkId", "Null", r#""BULK-ID-123-xyz""#, "null"),
    ("bulkId", "Length", r#""BULK-ID-123-xyz""#, r#""""#),
    ("bulkId", "Duplicate", r#""bulkId""#, r#""bulkId": "first", "bulkId""#),
    ("message", "Unknown", r#""messages""#, r#""message""#),
    ("messages", "Required", r#""messages""#, r#""message""#),
    ("messages[0].sender", "Unknown", r#""from": "SMSC""#, r#""sender": "SMSC""#),
    ("messages[0].from", "Length", r#""SMSC""#, r#""SM""#),
    ("messages[0].from", "Length", r#""SMSC""#, r#""TwelveLetter""#),
    ("messages[0].from", "Length", r#""SMSC""#, r#""417930267001234""#),
    ("messages[0].from", "Form", r#""SMSC""#, r#""СМСЦ""#),
    ("messages[0].to", "Unknown", r#""flash": false"#, r#""to": ["41793026727"]"#),
    ("messages[0].flash", "Type", r#""flash": false"#, r#""flash": "false""#),
    ("messages[0].intermediateReport", "Type", r#""intermediateReport": true"#, r#""intermediateReport": 1"#),
    ("messages[0].language", "Type", r#"{"languageCode": "TR"}"#, r#""TR""#),
    ("messages[0].language.languageCode", "Choice", r#""TR""#, r#""tr""#),
    ("messages[0].language.language_code", "Unknown", r#""languageCode""#, r#""language_code""#),
    ("messages[0].transliteration", "Choice", r#""TURKISH""#, r#""LATIN""#),
    ("messages[0].notifyUrl", "Form", "https://www.example.com", "www.example.com"),
    ("messages[0].notifyContentType", "Choice", r#""application/json""#, r#""text/json""#),
    ("messages[0].validityPeriod", "Range", "720", "2881"),
    ("messages[0].validityPeriod", "Range", "720", "0"),
    ("messages[0].validityPeriod", "Type", "720", "720.0"),
    ("messages[0].validityPeriod", "Type", "720", r#""720""#),
    ("messages[0].text", "Length", r#""text": "Art"#, r#""text": "", "x": "Art"#),
    ("messages[0].text", "Nul", r#""text": "Art"#, r#""text": "\u0000Art"#),
    ("messages[1].text", "Required", r#""text": "A long"#, r#""body": "A long"#),
    ("messages[0].destinations[0].to", "Form", r#""41793026727""#, r#""+41793026727""#),
    ("messages[0].destinations[0].to", "Form", r#""41793026727""#, r#""41 79 302 67 27""#),
    ("messages[0].destinations[0].to", "Form", r#""41793026727""#, r#""0041793026727""#),
    ("messages[0].destinations[0].to", "Form", r#""41793026727""#, r#""417930""#),
    ("messages[0].destinations[0].to", "Form", r#""41793026727""#, r#""4179302672712345""#),
    ("messages[0].destinations[0].to", "Form", r#""41793026727""#, r#""٤١٧٩٣٠٢٦٧٢٧""#),
    ("messages[0].destinations[0].to", "Type", r#""41793026727""#, "41793026727"),
    ("messages[0].destinations[1].to", "Null", r#""41793026834""#, "null"),
    ("messages[0].destinations[1].to", "Required", r#"{"to": "41793026834"}"#, "{}"),
    ("messages[0].destinations[1]", "Type", r#"{"to": "41793026834"}"#, r#""41793026834""#),
    ("messages[0].destinations[0].message_id", "Unknown", r#""messageId""#, r#""message_id""#),
    ("messages[0].destinations[1].messageId", "Unique", r#"{"to": "41793026834"}"#, r#"{"to": "41793026834", "messageId": "MESSAGE-ID-123-xyz"}"#),
    ("messages[1].destinations", "Length", r#"[{"to": "41793026700"}]"#, "[]"),
    ("messages[1].destinations", "Type", r#"[{"to": "41793026700"}]"#, r#"{"to": "41793026700"}"#),
    ("messages[1].sendAt", "Form", ".000+0000", ".000+00:00"),
    ("messages[1].sendAt", "Form", ".000+0000", ".000Z"),
    ("messages[1].sendAt", "Form", ".000+0000", "+0000"),
    ("messages[1].sendAt", "Form", "2021-08-25", "2021-02-29"),
    ("messages[1].sendAt", "Type", r#""2021-08-25T16:00:00.000+0000""#, "1629907200"),
    ("messages[1].deliveryTimeWindow.days", "Required", r#""days""#, r#""weekdays""#),
    ("messages[1].deliveryTimeWindow.days", "Length", r#"["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]"#, "[]"),
    ("messages[1].deliveryTimeWindow.days[1]", "Unique", r#""TUESDAY""#, r#""MONDAY""#),
    ("messages[1].deliveryTimeWindow.days[1]", "Choice", r#""TUESDAY""#, r#""Tuesday""#),
    ("messages[1].deliveryTimeWindow.from.hour", "Range", r#""hour": 6"#, r#""hour": 24"#),
    ("messages[1].deliveryTimeWindow.to.minute", "Range", r#""minute": 30"#, r#""minute": 60"#),
    ("messages[1].deliveryTimeWindow.from.minute", "Required", r#"6, "minute": 0"#, "6"),
    ("messages[1].deliveryTimeWindow.from", "Pair", r#""from": {"hour""#, r#""after": {"hour""#),
    ("messages[1].deliveryTimeWindow.to", "Window", r#""hour": 15"#, r#""hour": 6"#),
    ("messages[1].deliveryTimeWindow.to", "Window", r#""hour": 15, "minute": 30"#, r#""hour": 6, "minute": 0"#),
    ("messages[1].deliveryTimeWindow.to", "Window", r#""hour": 15, "minute": 30"#, r#""hour": 6, "minute": 59"#),
    ("tracking.track", "Choice", r#""track": "SMS""#, r#""track": "sms""#),
    ("tracking.trackingType", "Unknown", r#""type""#, r#""trackingType""#),
    ("includeSmsCountInResponse", "Version", r#""bulkId""#, r#""includeSmsCountInResponse": true, "bulkId""#),
    ("sendingSpeedLimit", "Version", r#""bulkId""#, r#""sendingSpeedLimit": {"amount": 1}, "bulkId""#),
    ("messages[0].entityId", "Version", r#""flash""#, r#""entityId": "e", "flash""#),
    ("messages[0].regional.turkeyIys", "Version", r#""flash""#, r#""regional": {"turkeyIys": {"recipientType": "TACIR"}}, "flash""#),
    ("messages[0].regional.indiaDlt.principalEntityId", "Required", r#""flash""#, r#""regional": {"indiaDlt": {}}, "flash""#),
    ("body", "Json", r#""bulkId":"#, r#""bulkId""#),
];

#[rustfmt::skip]
const INFOBIP_2_FAULTS: &[Fault] = &[
    ("messages[0].language.singleShift", "Version", r#"{"languageCode""#, r#"{"singleShift": true, "languageCode""#),
    ("messages[0].notify", "Version", r#""flash""#, r#""notify": true, "flash""#),
    ("messages[0].regional.turkeyIys.recipientType", "Choice", r#""flash""#, r#""regional": {"turkeyIys": {"recipientType": "X"}}, "flash""#),
    ("messages[0].regional.southKorea.resellerCode", "Type", r#""flash""#, r#""regional": {"southKorea": {"resellerCode": "1"}}, "flash""#),
    ("speedLimit", "Unknown", r#""bulkId""#, r#""speedLimit": {"amount": 1}, "bulkId""#),
    ("sendingSpeedLimit.amount", "Required", r#""bulkId""#, r#""sendingSpeedLimit": {}, "bulkId""#),
    ("sendingSpeedLimit.timeUnit", "Choice", r#""bulkId""#, r#""sendingSpeedLimit": {"amount": 1, "timeUnit": "SECOND"}, "bulkId""#),
    ("urlOptions.shorten", "Unknown", r#""bulkId""#, r#""urlOptions": {"shorten": true}, "bulkId""#),
    ("urlOptions", "Pair", r#""track": "SMS""#, r#""track": "URL"}, "urlOptions": {"shortenUrl": true"#),
];

#[rustfmt::skip]
const SMSLIST_FAULTS: &[Fault] = &[
    ("count", "Match", r#""count": 2"#, r#""count": 3"#),
    ("count", "Type", r#""count": 2"#, r#""count": "2""#),
    ("count", "Null", r#""count": 2"#, r#""count": null"#),
    ("count", "Required", r#""count": 2,"#, ""),
    ("total", "Unknown", r#""count": 2"#, r#""count": 2, "total": 2"#),
    ("smsList", "Unknown", r#""smslist""#, r#""smsList""#),
    ("smslist[0].partnerId", "Unknown", r#""partnerID": "12345""#, r#""partnerId": "12345", "partnerID": "12345""#),
    ("smslist[0].partnerID", "Type", r#""12345""#, "12345"),
    ("smslist[0].shortcode", "Required", r#",
      "shortcode": "SANDBOX""#, ""),
    ("smslist[0].sender", "Unknown", r#""shortcode""#, r#""sender": "SANDBOX", "shortcode""#),
    ("smslist[0].mobile", "Form", r#""254712345678""#, r#""+254712345678""#),
    ("smslist[0].mobile", "Form", r#""254712345678""#, r#""254 712 345678""#),
    ("smslist[0].mobile", "Form", r#""254712345678""#, r#""2540712345678""#),
    ("smslist[0].mobile", "Form", r#""254712345678""#, r#""712345678""#),
    ("smslist[0].mobile", "Form", r#""254712345678""#, r#""254512345678""#),
    ("smslist[0].mobile", "Type", r#""254712345678""#, "254712345678"),
    ("smslist[0].message", "Length", r#""This is a test message 1""#, r#""""#),
    ("smslist[0].message", "Type", r#""This is a test message 1""#, "1"),
    ("smslist[0].message", "Nul", "message 1", r"message\u00001"),
    ("smslist[0].text", "Unknown", r#""message": "This is a test message 1""#, r#""text": "This is a test message 1""#),
    ("smslist[0].pass_type", "Choice", r#""plain""#, r#""Plain""#),
    ("smslist[0].passType", "Unknown", r#""pass_type""#, r#""passType""#),
    ("smslist[0].clientsmsid", "Type", "1234,", "1234.5,"),
    ("smslist[0].clientsmsid", "Type", "1234,", "true,"),
    ("smslist[0].clientsmsid", "Null", "1234,", "null,"),
    ("smslist[1].clientsmsid", "Length", r#""order-1235""#, r#""""#),
    ("smslist[0].clientsmsid", "Duplicate", "1234,", r#"1234, "clientsmsid": 1234,"#),
    ("smslist[0].timeToSend", "Form", "1234,", r#"1234, "timeToSend": "tomorrow","#),
    ("smslist[0].timeToSend", "Form", "1234,", r#"1234, "timeToSend": "2019-09-01T18:00","#),
];

fn plant_infobip(server: &Server, path: &str, faults: &[Fault]) {
    for (index, fault) in faults.iter().enumerate() {
        let reply = plant(server, &format!("{path}{index}").replace('/', "-"), path, INFOBIP, fault);
        assert_eq!(reply.status, 400, "{fault:?}");
        assert_eq!(reply.at("/requestError/serviceException/messageId"), "BAD_REQUEST");
        let errors = reply.at("/requestError/serviceException/validationErrors");
        assert!(errors[fault.0][0].is_string(), "{fault:?}: {errors}");
    }
}

#[test]
fn infobip_faults_are_named() {
    let server = start().unwrap();
    plant_infobip(&server, TEXT, INFOBIP_FAULTS);
    plant_infobip(&server, TEXT_2, INFOBIP_2_FAULTS);
}

#[test]
fn smslist_faults_are_named() {
    let server = start().unwrap();
    for (index, fault) in SMSLIST_FAULTS.iter().enumerate() {
        let reply = plant(&server, &index.to_string(), BULK, SMSLIST, fault);
        assert_eq!(reply.status, 422, "{fault:?}");
        assert_eq!(reply.at("/response-code"), 1003);
        let errors = reply.at("/errors");
        assert!(errors[fault.0][fault.1].is_string(), "{fault:?}: {errors}");
    }
    let broken = plant(&server, "broken", BULK, SMSLIST, &("body", "Json", "[", "{"));
    assert_eq!((broken.status, broken.at("/response-code")), (400, 1009.into()));
}

#[test]
fn lengths_have_limits() {
    let server = start().unwrap();
    let fault = |place: &'static str, old: &'static str, length: usize| -> Fault {
        (place, "Length", old, format!("\"{}\"", "x".repeat(length)).leak())
    };
    let (id, bulk, data) = (r#""MESSAGE-ID-123-xyz""#, r#""BULK-ID-123-xyz""#, r#""DLR callback data""#);
    plant_infobip(
        &server,
        TEXT,
        &[
            fault("bulkId", bulk, 101),
            fault("messages[0].destinations[0].messageId", id, 201),
            fault("messages[0].callbackData", data, 4001),
        ],
    );
    let longest = [(bulk, 100), (id, 200), (data, 4000)]
        .iter()
        .fold(INFOBIP.to_owned(), |body, (old, length)| body.replacen(old, &format!("\"{}\"", "x".repeat(*length)), 1));
    assert_eq!(post(&(server.url() + TEXT), &longest).status, 200);
}
