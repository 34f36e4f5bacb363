//! What holds for all requests and all replies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(unreachable_pub, reason = "modules of a test program")]

mod binary;
mod blackkonnect;
mod blackkonnect_replies;
mod doors;
mod hostile;
mod infobip_lists;
mod models;
mod more_models;
mod plans;
mod readers;
mod replies;
mod requests;
mod simple;
#[path = "smslist.rs"]
mod smslist_properties;
mod statuses;
#[path = "../support/mod.rs"]
mod support;
mod text;
mod text_read;
mod text_transliterate;
mod webhooks;

use smskernel::{infobip, smslist};

/// An account with those options laid over plain ones.
fn account(options: &serde_json::Value) -> infobip::Gateway {
    let mut all = serde_json::json!({ "base_url": "https://example.com", "auth": { "type": "api_key", "key": "key" } });
    all.as_object_mut().unwrap().extend(options.as_object().unwrap().clone());
    infobip::Gateway::from_value(support::tree(&all)).unwrap()
}

/// An account with those options laid over plain ones.
fn partner(options: &serde_json::Value) -> smslist::Gateway {
    let mut all = serde_json::json!({ "base_url": "https://example.com", "partner_id": "12345", "api_key": "key", "sender": "SENDER" });
    all.as_object_mut().unwrap().extend(options.as_object().unwrap().clone());
    smslist::Gateway::from_value(support::tree(&all)).unwrap()
}

/// An account with those options laid over plain ones.
fn client(options: &serde_json::Value) -> smskernel::blackkonnect::Gateway {
    let mut all = serde_json::json!({ "base_url": "https://example.com", "token": "token" });
    all.as_object_mut().unwrap().extend(options.as_object().unwrap().clone());
    smskernel::blackkonnect::Gateway::from_value(support::tree(&all)).unwrap()
}
