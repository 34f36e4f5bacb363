//! The shared vectors of SMS text.
//!
//! With `SMSKERNEL_RESULTS` set to a file, what came out is written beside it, as `text-` and its name.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::print_stdout, reason = "the runner reports how many cases it ran")]
#![allow(clippy::disallowed_methods, reason = "a test program has settings and reads files")]
#![allow(unreachable_pub, reason = "modules of a test program")]
#![allow(clippy::unnecessary_wraps, reason = "all calls have one form")]

mod alphabets;
mod bodies;
mod case;
mod costs;
mod members;
mod parts;
#[cfg(feature = "infobip")]
mod previews;
mod reading;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json};

use crate::case::{Input, Outcome, expand, unfit};

type Call = fn(&Input) -> Outcome;

/// What answers which call.
const CALLS: &[(&str, Call)] = &[
    ("binary_bodies", bodies::binary_bodies),
    ("count", costs::count),
    ("decode", alphabets::decode),
    ("decode_part", reading::decode_part),
    ("describe", reading::describe),
    ("encode", alphabets::encode),
    ("octet_bodies", bodies::octet_bodies),
    ("pack", alphabets::pack),
    ("reassemble", reading::reassemble),
    ("segments", costs::segments),
    ("split", parts::split),
    ("transliterate", wording::transliterate),
    ("unpack", alphabets::unpack),
];

const KINDS: [&str; 8] = ["bodies", "budgets", "decode", "reassemble", "segments", "split", "tables", "transliterate"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/text")
}

/// Every file of the folder by its kind.
fn files() -> Vec<(String, Json)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let json = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            found.push((path.file_stem().unwrap().to_str().unwrap().to_owned(), json));
        }
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

/// Runs a case. What came out is for the comparison between languages.
fn run(case: &Json) -> Result<Json, String> {
    let known = ["name", "call", "input", "expect", "source"];
    if let Some(other) = case.as_object().unwrap().keys().find(|member| !known.contains(&member.as_str())) {
        return Err(format!("nobody reads `{other}`"));
    }
    if case["source"].as_str().unwrap_or_default().is_empty() {
        return Err("it has no source".to_owned());
    }
    let name = case["call"].as_str().unwrap();
    let (_, call) = CALLS.iter().find(|(known, _)| *known == name).ok_or(format!("nobody answers `{name}`"))?;
    let (given, expected) = (expand(&case["input"]), expand(&case["expect"]));
    let found = catch_unwind(|| {
        let input = Input::new(&given);
        let found = call(&input).unwrap_or_else(|error| error);
        (found, input.unread())
    });
    let (found, unread) = found.map_err(|_| "it panicked".to_owned())?;
    if !unread.is_empty() {
        return Err(format!("nobody reads {unread:?} of its input"));
    }
    match unfit(&expected, &found) {
        Some(difference) => Err(difference),
        None => Ok(found),
    }
}

#[test]
fn every_vector_of_every_file() {
    let mut failures = Vec::new();
    let mut results = BTreeMap::new();
    let mut calls = BTreeSet::new();
    let files = files();
    for (kind, file) in &files {
        assert_eq!(file["kind"], **kind);
        let mut names = BTreeSet::new();
        let mut result = Map::new();
        let cases = file["cases"].as_array().unwrap();
        for case in cases {
            let name = case["name"].as_str().unwrap();
            assert!(names.insert(name), "{kind}: {name} stands twice");
            calls.insert(case["call"].as_str().unwrap().to_owned());
            match run(case) {
                Ok(found) => drop(result.insert(name.to_owned(), found)),
                Err(failure) => failures.push(format!("{kind}: {name}: {failure}")),
            }
        }
        assert!(!cases.is_empty(), "{kind} has no cases");
        println!("text/{kind}: ran {}, skipped 0", cases.len());
        results.insert(format!("text/{kind}"), Json::Object(result));
    }
    assert_eq!(files.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(), KINDS);
    let answered: Vec<&str> = CALLS.iter().map(|(name, _)| *name).collect();
    assert_eq!(calls.iter().map(String::as_str).collect::<Vec<_>>(), answered, "every call is asked for");
    assert!(failures.is_empty(), "{} cases failed:\n\n{}", failures.len(), failures.join("\n"));
    if let Some(path) = std::env::var_os("SMSKERNEL_RESULTS") {
        let path = PathBuf::from(path);
        let beside = path.with_file_name(format!("text-{}", path.file_name().unwrap().to_str().unwrap()));
        let results = Json::Object(results.into_iter().collect());
        std::fs::write(beside, serde_json::to_string_pretty(&results).unwrap() + "\n").unwrap();
    }
}

#[test]
fn a_wrong_expectation_is_found() {
    for (kind, file) in files() {
        let mut case = file["cases"][0].clone();
        assert_eq!(run(&case).map(drop), Ok(()), "{kind}");
        let expect = case["expect"].as_object_mut().unwrap();
        let member = expect.keys().next().unwrap().clone();
        expect[&member] = Json::from("something else");
        assert!(run(&case).is_err(), "{kind}: {member} is not compared");
        case["expect"] = serde_json::json!({"no_such_member": 1});
        assert!(run(&case).is_err(), "{kind}: unknown members pass");
        case["input"]["no_such_member"] = Json::from(1);
        case["expect"] = file["cases"][0]["expect"].clone();
        assert!(run(&case).is_err(), "{kind}: unknown input passes");
    }
}
