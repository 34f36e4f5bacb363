#!/usr/bin/env bash
# Measures the three languages against plain JSON and validation libraries. Every figure is a ratio within one run.
source "$(dirname "$0")/common.sh"

cargo bench --locked --package smskernel --bench speed
scripts/wheel.sh "$build/bench" scripts/requirements/bench.txt
"$build/bench/bin/python" bindings-python/bench.py
if have_node; then
    scripts/setup.sh rust node
    npm run --silent build --prefix bindings-wasm
    npm run --silent bench --prefix bindings-wasm
else
    echo "Node 20.19 or newer was not found: its benchmarks are left out"
fi
