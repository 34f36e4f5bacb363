#!/usr/bin/env bash
# Builds what the demo needs, starts the gateway on loopback, and sends through the installed Python package and, where
# Node is there, through the npm package.
source "$(dirname "$0")/common.sh"

say() { printf '\033[2m· %s\033[0m\n' "$*"; }

say "the gateway that listens on loopback (tests/sandbox)"
cargo build --quiet --locked --package smskernel-sandbox
say "the Python package, built and installed into an empty environment"
scripts/wheel.sh "$build/demo" scripts/requirements/demo.txt
if have_node; then
    say "the npm package"
    scripts/setup.sh rust node
    (wasm_environment && npm run --silent build --prefix bindings-wasm)
fi

export SMSKERNEL_SANDBOX=$target/debug/smskernel-sandbox
"$build/demo/bin/python" examples/demo.py
if have_node; then
    node examples/demo.mjs
else
    echo "Node 20.19 or newer was not found: the same through the npm package is left out"
fi
