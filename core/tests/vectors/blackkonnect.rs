//! The operations of Blackkonnect.

use serde_json::Value as Json;
use smskernel::blackkonnect::{
    BulkSmsMessageResponse, DeliveryStatuses, Gateway, SimpleSmsMessageResponse, Token, check_bulk, check_bulk_value,
    check_message, check_message_value,
};

use crate::dialect::{Walks, checks, operation, plans};
use crate::support;
use crate::support::blackkonnect::{get_bulk_status, get_message_status, get_token, send_bulk, send_message};

operation! {
    BlackkonnectGetToken, "blackkonnect/get_token", Gateway => Token,
    get_token, get_token, get_token_json, get_token_value, reveals Token::reveal
}

operation! {
    BlackkonnectSendMessage, "blackkonnect/send_message", Gateway => SimpleSmsMessageResponse,
    send_message, send_message, send_message_json, send_message_value
}
checks! { BlackkonnectSendMessage, check_message, check_message_value }

operation! {
    BlackkonnectSendBulk, "blackkonnect/send_bulk", Gateway => BulkSmsMessageResponse,
    send_bulk, send_bulk + send_bulk_at, send_bulk_json, send_bulk_value
}
checks! { BlackkonnectSendBulk, check_bulk, check_bulk_value }
plans! { BlackkonnectSendBulk, bulk_planner }

operation! {
    BlackkonnectGetBulkStatus, "blackkonnect/get_bulk_status", Gateway => DeliveryStatuses,
    get_bulk_status, get_bulk_status, get_bulk_status_json, get_bulk_status_value
}

impl Walks for BlackkonnectGetBulkStatus {
    fn next(answer: &DeliveryStatuses) -> Option<Json> {
        answer.next.as_ref().map(support::json)
    }
}

operation! {
    BlackkonnectGetMessageStatus, "blackkonnect/get_message_status", Gateway => DeliveryStatuses,
    get_message_status, get_message_status, get_message_status_json, get_message_status_value
}
