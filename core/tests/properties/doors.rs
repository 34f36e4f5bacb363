//! The doors of an operation: a text, a tree and, where the types can say it, a typed request; and the two of its check.

use serde_json::Value as Json;
use smskernel::{CheckOptions, Violation};

use crate::requests::Built;

pub trait Doors {
    fn text(options: &Json, request: &[u8]) -> Built;
    fn tree(options: &Json, request: &Json) -> Built;
    fn typed(options: &Json, request: &Json) -> Option<Built>;
    fn check(options: &CheckOptions, payload: &[u8]) -> Vec<Violation>;
    fn check_tree(options: &CheckOptions, payload: &Json) -> Vec<Violation>;
}

macro_rules! doors {
    ($name:ident, $gateway:path, $convert:path, $send:ident, $json:ident, $value:ident, $check:path, $check_value:path) => {
        pub struct $name;

        impl Doors for $name {
            fn text(options: &Json, request: &[u8]) -> Built {
                crate::requests::plain($gateway(options).$json(request, None))
            }
            fn tree(options: &Json, request: &Json) -> Built {
                crate::requests::plain($gateway(options).$value(crate::support::tree(request), None))
            }
            fn typed(options: &Json, request: &Json) -> Option<Built> {
                let request = $convert(request).ok()?;
                Some(crate::requests::plain($gateway(options).$send(&request)))
            }
            fn check(options: &CheckOptions, payload: &[u8]) -> Vec<Violation> {
                $check(payload, options).unwrap()
            }
            fn check_tree(options: &CheckOptions, payload: &Json) -> Vec<Violation> {
                $check_value(crate::support::tree(payload), options).unwrap()
            }
        }
    };
}

doors! {
    SendBinary, crate::account, crate::support::infobip::send_binary, send_binary, send_binary_json, send_binary_value,
    smskernel::infobip::check_binary, smskernel::infobip::check_binary_value
}
doors! {
    SendMessage, crate::client, crate::support::blackkonnect::send_message, send_message, send_message_json,
    send_message_value, smskernel::blackkonnect::check_message, smskernel::blackkonnect::check_message_value
}
doors! {
    SendBulk, crate::client, crate::support::blackkonnect::send_bulk, send_bulk, send_bulk_json, send_bulk_value,
    smskernel::blackkonnect::check_bulk, smskernel::blackkonnect::check_bulk_value
}
