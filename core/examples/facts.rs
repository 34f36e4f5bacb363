//! Prints the tables that the bindings' own words are compared with, as JSON: `cargo run -p smskernel --example facts`.

#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use serde_json::{Map, Value, json};
use smskernel::webhook::{self, WebhookCode};
use smskernel::{Code, DIALECTS, Dialect, ObjectNames, ReplyCode, Resend, State, infobip};

fn main() {
    let fixed: Vec<&Code> = Code::ALL.iter().filter(|code| code.is_fixed()).collect();
    let dialects: Map<String, Value> =
        DIALECTS.iter().map(|dialect| (dialect.name.to_owned(), tables(dialect))).collect();
    let facts = json!({
        "codes": Code::ALL,
        "fixedCodes": fixed,
        "replyCodes": ReplyCode::ALL,
        "webhookCodes": WebhookCode::ALL,
        "webhookLimits": webhook::Limits::NAMES,
        "states": State::ALL,
        "resends": Resend::ALL,
        "dialects": dialects,
        "days": infobip::DAYS,
        "languages": infobip::LANGUAGES,
        "transliterations": infobip::TRANSLITERATIONS,
        "notifyContentTypes": infobip::NOTIFY_CONTENT_TYPES,
    });
    println!("{facts}");
}

/// What belongs to one dialect.
fn tables(dialect: &Dialect) -> Value {
    let objects: Vec<Value> = dialect.objects.iter().map(|names| object(names)).collect();
    json!({ "limits": dialect.limits, "objects": objects })
}

/// An object's name, and pairs of the gateway's and our names of its fields.
fn object(names: &ObjectNames) -> Value {
    let pairs: Vec<(&str, &str)> = names.fields.iter().map(|field| (field.wire, field.ours)).collect();
    json!([names.name, pairs])
}
