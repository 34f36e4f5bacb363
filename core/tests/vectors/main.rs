//! The shared vectors, each through every door of the core.
//!
//! With `SMSKERNEL_RESULTS` set, what came out is written to that file, for the comparison with the other languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::print_stdout, reason = "the runner reports how many cases it ran")]
#![allow(clippy::disallowed_methods, reason = "a test program has settings and reads files")]
#![allow(unreachable_pub, reason = "modules of a test program")]

mod blackkonnect;
mod case;
mod dialect;
mod infobip;
mod run;
mod smslist;
#[path = "../support/mod.rs"]
mod support;
mod webhooks;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::dialect::Dialect;
use crate::run::{Report, asks, plans, sends, sorted, walks};
use crate::webhooks::webhooks;

type Runner = fn(&Json) -> Report;

/// What runs which file.
const RUNNERS: &[(&str, Runner)] = &[
    (blackkonnect::BlackkonnectGetBulkStatus::FILE, walks::<blackkonnect::BlackkonnectGetBulkStatus>),
    (blackkonnect::BlackkonnectGetMessageStatus::FILE, asks::<blackkonnect::BlackkonnectGetMessageStatus>),
    (blackkonnect::BlackkonnectGetToken::FILE, asks::<blackkonnect::BlackkonnectGetToken>),
    ("blackkonnect/parse_webhook", |file| webhooks(file, smskernel::blackkonnect::parse_webhook)),
    (blackkonnect::BlackkonnectSendBulk::FILE, plans::<blackkonnect::BlackkonnectSendBulk>),
    (blackkonnect::BlackkonnectSendMessage::FILE, sends::<blackkonnect::BlackkonnectSendMessage>),
    (infobip::InfobipConfirmConversion::FILE, asks::<infobip::InfobipConfirmConversion>),
    (infobip::InfobipCreateSession::FILE, asks::<infobip::InfobipCreateSession>),
    (infobip::InfobipEndSession::FILE, asks::<infobip::InfobipEndSession>),
    (infobip::InfobipGetBalance::FILE, asks::<infobip::InfobipGetBalance>),
    (infobip::InfobipGetBulkStatus::FILE, asks::<infobip::InfobipGetBulkStatus>),
    (infobip::InfobipGetInboxLogs::FILE, asks::<infobip::InfobipGetInboxLogs>),
    (infobip::InfobipGetInboxReports::FILE, asks::<infobip::InfobipGetInboxReports>),
    (infobip::InfobipGetLogs::FILE, asks::<infobip::InfobipGetLogs>),
    (infobip::InfobipGetOauthToken::FILE, asks::<infobip::InfobipGetOauthToken>),
    (infobip::InfobipGetReports::FILE, asks::<infobip::InfobipGetReports>),
    (infobip::InfobipGetSchedule::FILE, asks::<infobip::InfobipGetSchedule>),
    ("infobip/parse_webhook", |file| webhooks(file, smskernel::infobip::parse_webhook)),
    (infobip::InfobipPreview::FILE, asks::<infobip::InfobipPreview>),
    (infobip::InfobipReschedule::FILE, asks::<infobip::InfobipReschedule>),
    (infobip::InfobipSendBinary::FILE, plans::<infobip::InfobipSendBinary>),
    (infobip::InfobipSendBinaryMulti::FILE, sends::<infobip::InfobipSendBinaryMulti>),
    (infobip::InfobipSendBinarySingle::FILE, sends::<infobip::InfobipSendBinarySingle>),
    (infobip::InfobipSendText::FILE, plans::<infobip::InfobipSendText>),
    (infobip::InfobipSendTextMulti::FILE, sends::<infobip::InfobipSendTextMulti>),
    (infobip::InfobipSendTextSingle::FILE, sends::<infobip::InfobipSendTextSingle>),
    (infobip::InfobipSetBulkStatus::FILE, asks::<infobip::InfobipSetBulkStatus>),
    (smslist::SmslistCredit::FILE, asks::<smslist::SmslistCredit>),
    (smslist::SmslistGetBalance::FILE, asks::<smslist::SmslistGetBalance>),
    (smslist::SmslistGetDeliveryReport::FILE, asks::<smslist::SmslistGetDeliveryReport>),
    ("smslist/parse_webhook", |file| webhooks(file, smskernel::smslist::parse_webhook)),
    (smslist::SmslistSendBulk::FILE, plans::<smslist::SmslistSendBulk>),
    (smslist::SmslistSendOtp::FILE, sends::<smslist::SmslistSendOtp>),
    (smslist::SmslistSendSms::FILE, plans::<smslist::SmslistSendSms>),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors")
}

/// Every JSON file of a gateway below the folder, as `dialect/operation`.
fn files() -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder()];
    while let Some(folder_or_file) = open.pop() {
        // The vectors of SMS text are no gateway's.
        if folder_or_file == folder().join("text") {
            continue;
        }
        if folder_or_file.is_dir() {
            open.extend(std::fs::read_dir(&folder_or_file).unwrap().map(|entry| entry.unwrap().path()));
        } else if folder_or_file.extension().is_some_and(|ending| ending == "json") {
            let inside = folder_or_file.strip_prefix(folder()).unwrap().with_extension("");
            found.push(inside.to_str().unwrap().replace('\\', "/"));
        }
    }
    // The texts of short messages have a runner of their own.
    found.retain(|file| !file.starts_with("text/"));
    found.sort();
    found
}

#[test]
fn every_vector_of_every_file() {
    let mut failures = Vec::new();
    let mut results = BTreeMap::new();
    let found = files();
    for file in &found {
        let (_, runner) = RUNNERS.iter().find(|(name, _)| name == file).unwrap_or_else(|| panic!("nobody runs {file}"));
        let text = std::fs::read_to_string(folder().join(file).with_extension("json")).unwrap();
        let json: Json = serde_json::from_str(&text).unwrap();
        assert_eq!(json["operation"], file.replace('/', "."), "{file} names its operation");
        let cases: usize = json.as_object().unwrap().values().filter_map(Json::as_array).map(Vec::len).sum();
        let report = runner(&json);
        println!(
            "{file}: ran {}, skipped {}, failed {}; {} requests typed as well",
            report.ran,
            report.skipped,
            report.failures.len(),
            report.typed
        );
        assert_eq!((report.ran, report.skipped), (cases, 0), "{file}");
        failures.extend(report.failures.into_iter().map(|failure| format!("{file} {failure}")));
        results.insert(file.clone(), sorted(report.results));
    }
    let run: Vec<&str> = RUNNERS.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, run, "every file was run, and every runner had one");
    assert!(failures.is_empty(), "{} cases failed:\n\n{}", failures.len(), failures.join("\n\n"));
    if let Some(path) = std::env::var_os("SMSKERNEL_RESULTS") {
        let results = Json::Object(results.into_iter().collect());
        std::fs::write(path, serde_json::to_string_pretty(&results).unwrap() + "\n").unwrap();
    }
}
