//! The program: its one line, its options, and its end.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod support;

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use support::{BULK, SMSLIST, get, post};

fn sandbox() -> Command {
    Command::new(env!("CARGO_BIN_EXE_smskernel-sandbox"))
}

#[test]
fn prints_its_url_serves_and_ends_with_its_input() {
    let mut child = sandbox().arg("--until-stdin-closes").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    let url = line.strip_prefix("listening on ").unwrap().trim_end();
    assert!(url.starts_with("http://127.0.0.1:"));
    assert_eq!(post(&format!("{url}{BULK}"), SMSLIST).status, 200);
    assert_eq!(get(&format!("{url}/received")).each("", "verdict"), ["accepted"]);
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn refuses_what_it_does_not_know() {
    for arguments in [&["--port"][..], &["--port", "x"], &["--help"]] {
        let output = sandbox().args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8(output.stderr).unwrap().starts_with("usage: "));
    }
}
