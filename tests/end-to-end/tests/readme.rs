//! The Rust example of the README runs as printed.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::process::Command;

use smskernel_sandbox::start;

#[test]
fn the_readme_example_runs() {
    let server = start().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_readme_example"))
        .env("SMS_URL", server.url())
        .env("SMS_KEY", "sandbox-api-key")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "41793026727 pending never\n");
    assert!(server.received(None).iter().all(|request| request.problems.is_empty()));
}
