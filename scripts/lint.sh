#!/usr/bin/env bash
# lint.sh [--fix | format | python | clippy | features]: formats and lints; without an argument all checks.
source "$(dirname "$0")/common.sh"

python_sources=(bindings-python examples scripts tests/checkers tests/vectors/text/generator)
ruff() { "$build/tools/bin/ruff" "$@"; }
fuzz=tests/fuzz/Cargo.toml

# With `-- --check -l` the files that differ are named.
format() {
    cargo fmt --all "$@"
    if [[ -f $fuzz ]]; then cargo fmt --manifest-path $fuzz "$@"; fi
}

# The formatted text of Python is checked, too.
lint_python() {
    scripts/setup.sh tools
    ruff check --config bindings-python/pyproject.toml "${python_sources[@]}"
    ruff format --config bindings-python/pyproject.toml --check "${python_sources[@]}"
}

lint_clippy() {
    cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
    # The module has an allocator of its own, which no other target sees.
    wasm_environment
    cargo clippy --quiet --locked --package smskernel-wasm --lib --target wasm32-unknown-unknown -- -D warnings
    # Those of texts alone, and of webhooks alone.
    local alone
    for alone in texts xml; do
        cargo clippy --quiet --locked --package smskernel-wasm --lib --no-default-features --features $alone --target wasm32-unknown-unknown -- -D warnings
    done
}

# The core with each dialect alone.
lint_features() {
    local dialect
    for dialect in $(sed -n 's/^all = //p' core/Cargo.toml | tr -d '[]",'); do
        echo "smskernel with $dialect alone"
        cargo clippy --quiet --locked --package smskernel --lib --no-default-features --features $dialect -- -D warnings
    done
}

case ${1:-all} in
    --fix)
        scripts/setup.sh tools
        format
        ruff check --config bindings-python/pyproject.toml --fix "${python_sources[@]}"
        ruff format --config bindings-python/pyproject.toml "${python_sources[@]}"
        ;;
    format) format -- --check -l ;;
    python) lint_python ;;
    clippy) lint_clippy ;;
    features) lint_features ;;
    all)
        format -- --check -l
        lint_python
        lint_clippy
        lint_features
        ;;
    *) die "lint.sh knows --fix, format, python, clippy and features, not $1" ;;
esac
