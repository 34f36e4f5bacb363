#!/usr/bin/env bash
# wasm.sh [texts|xml]: builds a WebAssembly module of the npm package, and prints where it is: that of `smskernel`, that of
# `smskernel/text`, which has no gateways, or that of `smskernel/webhooks`, which has nothing else and reads XML.
#
# The standard library is built with it, for size and without the code that words a panic: a third less to load. The linker
# optimises all of it together, for only there do the module's allocator and those who free meet. Of the library the module alone
# is made: beside a form for Rust programs cargo would not optimise it as a whole. The compiler has moved into their callers all
# functions that should be there, so the linker moves only what is no longer for it. That needs the sources of the standard
# library and, until cargo has it all for everybody, leave to use what is not stable. Without the sources the module is built as
# any other program; it does the same, and is larger.
source "$(dirname "$0")/common.sh"

wasm_environment
target_name=wasm32-unknown-unknown
profile=wasm
features=()
if [[ -n ${1:-} ]]; then
    features=(--no-default-features --features "$1")
fi
# The linker moves nothing more into its callers, which keeps a module small. That for texts alone is to be fast.
linking=(-- -Clink-arg=-mllvm -Clink-arg=-inline-threshold=0)
if [[ ${1:-} == texts ]]; then
    profile=wasm-text
    linking=()
fi
module=$target/$target_name/$profile/smskernel_wasm.wasm
cargo_build=(cargo rustc --crate-type cdylib --locked --quiet --package smskernel-wasm --lib --profile $profile "${features[@]}" --target $target_name)
if [[ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]]; then
    export RUSTC_BOOTSTRAP=1
    flags=(-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none --cfg small)
    flags+=(-Clinker-plugin-lto)
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="${flags[*]}"
    "${cargo_build[@]}" -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size "${linking[@]}"
    # The names of functions tell whose they are.
    if grep -qa 4core3fmt "$module"; then
        die "a format! or to_string() brings the standard library's formatting into the module; see bindings-wasm/CONTRIBUTING.md"
    fi
else
    echo "the sources of Rust's standard library are missing (rustup component add rust-src): the module gets larger" >&2
    "${cargo_build[@]}"
fi
echo "$module"
