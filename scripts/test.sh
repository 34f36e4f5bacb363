#!/usr/bin/env bash
# Runs every check, step by step, and counts them. A failed step does not stop the others.
# Where Node, browsers or the checkers of octets are missing their steps are skipped; with CI=true a skipped step counts as failed.
source "$(dirname "$0")/common.sh"

results=$build/results
venv=$build/test
export SMSKERNEL_SANDBOX=$target/debug/smskernel-sandbox
passed=0 failed=0 skipped=0 summary=()

heading() { printf '\n\033[1m== %s\033[0m\n' "$*"; }

# step NAME COMMAND…: runs one step and notes how it went.
step() {
    local name=$1 started=$SECONDS word
    shift
    heading "$name"
    if "$@"; then
        passed=$((passed + 1)) word=ok
    else
        failed=$((failed + 1)) word=FAILED
    fi
    summary+=("$(printf '%-8s %4d s   %s' $word $((SECONDS - started)) "$name")")
}

# skip NAME WHY: leaves a step out, which says so and counts; under CI it is a failure.
skip() {
    local word=SKIPPED
    heading "$1"
    if [[ ${CI:-} == true ]]; then
        word=FAILED failed=$((failed + 1))
        echo "FAILED: $2, and under CI nothing is skipped"
    else
        skipped=$((skipped + 1))
        echo "SKIPPED: $2"
    fi
    summary+=("$(printf '%-8s %4s     %s' $word '' "$1")")
}

# A step of the JavaScript side.
node_step() {
    if have_node; then step "$@"; else skip "$1" "Node 20.19 or newer with npm is missing"; fi
}

# One that needs browsers, too.
browser_step() {
    local missing=
    if have_node; then missing=$(missing_browsers) || missing="the packages of bindings-wasm"; fi
    if [[ -z $missing ]]; then
        node_step "$@"
    else
        skip "$1" "$missing not found. As root on Debian: apt-get install ${browser_packages[*]}"
    fi
}

# One that needs the programs of tests/checkers.
checker_step() {
    local missing
    missing=$(missing_checkers)
    if [[ -z $missing ]]; then
        step "$@"
    else
        skip "$1" "$missing not found. As root on Debian: apt-get install ${checker_packages[*]}"
    fi
}

in_folder() { (cd "$1" && "${@:2}"); }

rustdoc() {
    RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --workspace --no-deps
}

rust_tests() {
    SMSKERNEL_RESULTS=$results/rust.json cargo test --quiet --locked
}

# The modules as the npm package has them, before their glue is made.
core_for_wasm() {
    local module texts
    module=$(scripts/wasm.sh) && "$python" scripts/wasm_imports.py "$module" &&
        texts=$(scripts/wasm.sh texts) && "$python" scripts/wasm_imports.py "$texts" &&
        webhooks=$(scripts/wasm.sh xml) && "$python" scripts/wasm_imports.py "$webhooks"
}

python_tests() {
    SMSKERNEL_RESULTS=$results/python.json in_folder bindings-python "$venv/bin/python" -m pytest -q
}

python_types() {
    in_folder bindings-python "$venv/bin/python" -m mypy.stubtest smskernel &&
        in_folder bindings-python "$venv/bin/python" -m mypy tests examples ../examples
}

python_types_pyright() {
    PYRIGHT_PYTHON_IGNORE_WARNINGS=1 in_folder bindings-python \
        "$venv/bin/python" -m pyright --pythonpath "$venv/bin/python" tests examples ../examples
}

node_build() { npm run --silent build --prefix bindings-wasm; }
node_tests() { SMSKERNEL_RESULTS=$results/node.json npm run --silent test --prefix bindings-wasm; }

# The packed package in other engines: run by the Node of this machine, whose name npm would give to another one there.
runtimes() { in_folder bindings-wasm/test/runtimes node --test --test-reporter=spec "$1.test.mjs"; }

# Octets of the vectors and of the library, read by programs that know nothing of either.
octets_read_by_others() {
    cargo run --quiet --locked -p smskernel --example parts >"$results/parts.jsonl" &&
        "$debian_python" tests/checkers "$results/parts.jsonl"
}

# The same vectors, run by each language's tests: the same results.
compare_languages() {
    local files=("$results/rust.json" "$results/python.json")
    if have_node; then files+=("$results/node.json"); fi
    "$venv/bin/python" tests/compare_results.py "${files[@]}" &&
        "$venv/bin/python" tests/compare_results.py "$results/text-rust.json" "$results/text-python.json"
}

readme_examples() {
    local without_node=()
    have_node || without_node=(--without-node)
    "$venv/bin/python" scripts/readme_examples.py "${without_node[@]}"
}

# demo COMMAND…: runs a demo program, and shows its output if it fails.
demo() {
    "$@" >"$results/demo.txt" || { cat "$results/demo.txt"; return 1; }
    tail -n 1 "$results/demo.txt"
}

find_python
rm -rf "$results"
mkdir -p "$results"

step "set-up" scripts/setup.sh rust tools node runtimes browsers checkers
step "format of Rust" scripts/lint.sh format
step "lints and format of Python" scripts/lint.sh python
step "clippy" scripts/lint.sh clippy
step "clippy, each dialect alone" scripts/lint.sh features
step "rustdoc" rustdoc
step "Rust tests" rust_tests
step "pages of docs/" scripts/pages.sh --check
step "the vectors of SMS text, as they are made" "$python" tests/vectors/text/generator --check
checker_step "octets of SMS text, read by Wireshark and Gammu" octets_read_by_others
step "the core for WebAssembly, and its imports" core_for_wasm
step "the wheel, in an empty environment" scripts/wheel.sh "$venv" scripts/requirements/test.txt
step "Python tests" python_tests
step "Python types: stubtest, mypy" python_types
node_step "Python types: pyright" python_types_pyright
node_step "the npm package" node_build
node_step "imports of the packed module" "$python" scripts/wasm_imports.py bindings-wasm/dist/wasm/smskernel.wasm
node_step "Node tests" node_tests
node_step "the npm package in other engines" runtimes runtimes
browser_step "the npm package in browsers" runtimes browsers
browser_step "end to end from browsers, and docs/browsers.md" npm run --silent test:browsers --prefix bindings-wasm
node_step "TypeScript types" npm run --silent types --prefix bindings-wasm
step "the languages compared" compare_languages
step "examples of the README" readme_examples
step "the demo in Python" demo "$venv/bin/python" examples/demo.py
node_step "the demo in Node" demo node examples/demo.mjs

heading "summary"
printf '%s\n' "${summary[@]}"
echo
if [[ $skipped -gt 0 ]]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi
[[ $failed -eq 0 ]]
