#!/usr/bin/env bash
# Runs every fuzz target, or TARGET alone, for SECONDS_EACH seconds. Needs a nightly toolchain and cargo-fuzz.
source "$(dirname "$0")/common.sh"

cargo +nightly --version >/dev/null 2>&1 || rustup toolchain install nightly --profile minimal
command -v cargo-fuzz >/dev/null || cargo install --locked cargo-fuzz
find_python
"$python" tests/fuzz/seed.py
cd tests/fuzz
for name in ${TARGET:-$(cargo +nightly fuzz list --fuzz-dir .)}; do
    printf '\n== %s\n' "$name"
    cargo +nightly fuzz run --fuzz-dir . "$name" -- -max_total_time="${SECONDS_EACH:-60}" -print_final_stats=1
done
