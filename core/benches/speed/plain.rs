//! The same requests and replies as anybody would write them with serde.

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bulk_id: Option<String>,
    pub messages: Vec<Message>,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    pub destinations: Vec<Destination>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flash: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transliteration: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intermediate_report: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notify_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notify_content_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub callback_data: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity_period: Option<i64>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Destination {
    pub to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Language {
    pub language_code: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reply {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bulk_id: Option<String>,
    pub messages: Vec<Sent>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sent {
    pub to: String,
    pub status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sms_count: Option<i64>,
    pub message_id: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    pub group_id: i64,
    pub group_name: String,
    pub id: i64,
    pub name: String,
    pub description: String,
}

#[derive(Serialize, Deserialize)]
pub struct List {
    pub count: usize,
    pub smslist: Vec<Item>,
}

#[derive(Serialize, Deserialize)]
pub struct Item {
    #[serde(rename = "partnerID")]
    pub partner_id: String,
    pub apikey: String,
    pub pass_type: String,
    pub clientsmsid: u64,
    pub mobile: String,
    pub message: String,
    pub shortcode: String,
}

#[derive(Serialize, Deserialize)]
pub struct Responses {
    pub responses: Vec<Response>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Response {
    pub response_code: i64,
    pub response_description: String,
    pub mobile: String,
    pub messageid: String,
    pub clientsmsid: u64,
    pub networkid: i64,
}

#[derive(Serialize, Deserialize)]
pub struct BinaryRequest {
    pub messages: Vec<BinaryMessage>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BinaryMessage {
    pub from: String,
    pub destinations: Vec<Destination>,
    pub binary: Binary,
    pub callback_data: String,
    pub validity_period: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Binary {
    pub hex: String,
    pub data_coding: i64,
    pub esm_class: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bulk {
    pub request_id: String,
    pub bulk_id: String,
    pub source_address: String,
    pub messages: Vec<BulkMessage>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BulkMessage {
    pub destinations: Vec<BulkDestination>,
    pub callback_data: String,
    pub text: String,
    pub send_at: String,
    pub validity_period_minutes: i64,
    pub priority: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BulkDestination {
    pub destination: String,
    pub message_id: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BulkReply {
    pub code: i64,
    pub correlation_id: String,
    pub request_id: String,
    pub bulk_id: String,
    pub sms_message_delivery_statuses: Vec<BulkStatus>,
    pub is_successful: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BulkStatus {
    pub message_id: String,
    pub message_group_status: GroupStatus,
    pub destination: String,
    pub sms_count: i64,
    pub smsc_reference: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupStatus {
    pub status_group_name: String,
    pub delivery_status: String,
    pub status_description: String,
    pub action: String,
}
