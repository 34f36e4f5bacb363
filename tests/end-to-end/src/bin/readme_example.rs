//! The Rust example of the README, as printed. `tests/readme.rs` runs it against the sandbox.
#![allow(clippy::print_stdout, reason = "the example prints")]

include!(concat!(env!("OUT_DIR"), "/readme_example.rs"));
