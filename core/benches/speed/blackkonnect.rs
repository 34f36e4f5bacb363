//! Blackkonnect's bulk: the request, typed and as text, and its reply with an entry for each message.

use std::hint::black_box;

use smskernel::ReplyHeaders;
use smskernel::blackkonnect::{
    BulkSmsMessageRequest, BulkSmsMessageResponse, Gateway, GenericRequest, MessageDestination, SmsMessage,
};

use crate::{MESSAGES, Pair, id, plain};

const TEXT: &str = "A long time ago, in a galaxy far, far away...";
const SEND_AT: &str = "2019-08-24T14:15:22.123Z";

fn number(index: usize) -> String {
    format!("254712{index:06}")
}

fn bulk_plain() -> plain::Bulk {
    let message = |index| plain::BulkMessage {
        destinations: vec![plain::BulkDestination { destination: number(index), message_id: id(index) }],
        callback_data: "DLR callback data".to_owned(),
        text: TEXT.to_owned(),
        send_at: SEND_AT.to_owned(),
        validity_period_minutes: 720,
        priority: 1,
    };
    plain::Bulk {
        request_id: "REQUEST".to_owned(),
        bulk_id: "BULK".to_owned(),
        source_address: "SENDER".to_owned(),
        messages: (0..MESSAGES).map(message).collect(),
    }
}

fn bulk_ours() -> BulkSmsMessageRequest {
    let message = |index| {
        SmsMessage::new(TEXT)
            .to(MessageDestination::new(number(index)).message_id(id(index)))
            .callback_data("DLR callback data")
            .send_at(SEND_AT)
            .validity_period_minutes(720)
            .priority(1)
    };
    BulkSmsMessageRequest::new((0..MESSAGES).map(message))
        .generic(GenericRequest::default().request_id("REQUEST"))
        .bulk_id("BULK")
        .sender("SENDER")
}

fn reply() -> Vec<u8> {
    let status = |index| plain::BulkStatus {
        message_id: id(index),
        message_group_status: plain::GroupStatus {
            status_group_name: "PENDING".to_owned(),
            delivery_status: "QUEUED".to_owned(),
            status_description: "Message queued for delivery".to_owned(),
            action: "NONE".to_owned(),
        },
        destination: number(index),
        sms_count: 1,
        smsc_reference: format!("reference-{index}"),
    };
    serde_json::to_vec(&plain::BulkReply {
        code: 200,
        correlation_id: "c9b3f279-e3b5-4204-ad99-646257417f98".to_owned(),
        request_id: "REQUEST".to_owned(),
        bulk_id: "BULK".to_owned(),
        sms_message_delivery_statuses: (0..MESSAGES).map(status).collect(),
        is_successful: true,
    })
    .unwrap()
}

pub fn pairs() -> Vec<Pair> {
    let gateway = Gateway::new("https://example.com").unwrap().with_token("token").unwrap();
    let (ours, plain, text, body) = (bulk_ours(), bulk_plain(), serde_json::to_vec(&bulk_plain()).unwrap(), reply());
    let call = gateway.send_bulk(&ours).unwrap();
    assert_eq!(call.body(), text);
    assert!(call.warnings().is_empty());
    let reader = call.into_parts().1;
    let headers = ReplyHeaders::default();
    let answer: BulkSmsMessageResponse = reader.parse_parts(200, &headers, &body).unwrap();
    assert!(answer.messages.iter().all(|message| message.delivery_status.is_some()) && answer.unmatched.is_empty());
    let (by_text, other_text, other_body) = (gateway.clone(), text.clone(), body.clone());
    vec![
        Pair::new(
            "typed bulk to bytes",
            None,
            move || drop(black_box(gateway.send_bulk(black_box(&ours)).unwrap())),
            move || drop(black_box(serde_json::to_vec(black_box(&plain)).unwrap())),
        ),
        Pair::new(
            "JSON text of a bulk to bytes",
            None,
            move || drop(black_box(by_text.send_bulk_json(black_box(&text), None).unwrap())),
            move || {
                let request: plain::Bulk = serde_json::from_slice(black_box(&other_text)).unwrap();
                drop(black_box(serde_json::to_vec(&request).unwrap()));
            },
        ),
        Pair::new(
            "bulk's reply read and joined",
            None,
            move || drop(black_box(reader.parse_parts(200, &headers, black_box(&body)).unwrap())),
            move || drop(black_box(serde_json::from_slice::<plain::BulkReply>(black_box(&other_body)).unwrap())),
        ),
    ]
}
