#!/usr/bin/env bash
# Builds what the demo needs, starts the gateway on loopback, and sends through the installed Python package and, where
# Node is there, through the npm package.
source "$(dirname "$0")/common.sh"

say() { printf '· %s\n' "$*"; }

# The wheel is built beside the rest: another profile, so neither waits for the other's files.
say "building the Python package, and installing it into an empty environment"
scripts/wheel.sh "$build/demo" scripts/requirements/demo.txt >"$build/wheel.log" 2>&1 &
wheel=$!
trap 'kill $wheel 2>/dev/null || true' EXIT

say "building the gateway that listens on loopback (tests/sandbox)"
cargo build --quiet --locked --package smskernel-sandbox
if have_node; then
    say "building the npm package"
    {
        scripts/setup.sh rust node && npm run --silent build --prefix bindings-wasm
    } >"$build/node.log" 2>&1 || { cat "$build/node.log"; exit 1; }
fi
wait $wheel || { cat "$build/wheel.log"; exit 1; }
trap - EXIT

export SMSKERNEL_SANDBOX=$target/debug/smskernel-sandbox
echo
"$build/demo/bin/python" examples/demo.py
if have_node; then
    node examples/demo.mjs
else
    echo "Node 20.19 or newer was not found: the same through the npm package is left out"
fi
