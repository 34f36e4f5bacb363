//! Takes the Rust example out of the README, so that `src/bin/readme_example.rs` is that text.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let readme = Path::new("../../README.md");
    println!("cargo::rerun-if-changed={}", readme.display());
    let text = fs::read_to_string(readme)?;
    let (_, rest) = text.split_once("\n```rust\n").ok_or("the README has no Rust example")?;
    let (example, _) = rest.split_once("\n```\n").ok_or("the README's Rust example does not end")?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("readme_example.rs"), example)?;
    Ok(())
}
