#!/usr/bin/env bash
# pages.sh [--check]: writes docs/codes.md and docs/outcomes.md from the tables of the core, or compares them.
source "$(dirname "$0")/common.sh"

for page in codes outcomes; do
    if [[ ${1:-} == --check ]]; then
        # As the tests have just built it.
        "$target/debug/examples/pages" $page >"$build/$page.md"
        diff -u docs/$page.md "$build/$page.md" || die "docs/$page.md is not what the tables say: run make docs"
    else
        cargo run --quiet --locked --package smskernel --example pages -- $page >docs/$page.md
    fi
done
