#!/usr/bin/env bash
# setup.sh [rust] [tools] [node]: installs what the builds need, where it is missing.
#
#   rust    the target wasm32-unknown-unknown
#   tools   .build/tools, a Python environment with maturin and ruff
#   node    the packages of bindings-wasm
source "$(dirname "$0")/common.sh"

wasm=wasm32-unknown-unknown

setup_rust() {
    command -v cargo >/dev/null || die "Rust is needed: install rustup"
    rm -f "$build/wasm.env"
    # A toolchain that has the target is used as it is, be it rustup's or not.
    if [[ -d "$(rustc --print target-libdir --target $wasm)" ]]; then return; fi
    if command -v rustup >/dev/null && rustup target add $wasm; then return; fi
    # Debian's own toolchain builds the standard library for the target from its sources, which takes some minutes.
    local packages=(rustc-web cargo-web rust-web-src lld-22)
    echo "rustup could not add $wasm; trying Debian's ${packages[*]}"
    if [[ ! -d /usr/lib/rustlib/src/rust/library || ! -x /usr/bin/wasm-ld-22 ]]; then
        if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
            die "the target $wasm is missing. Run: rustup target add $wasm, or as root: apt-get install ${packages[*]}"
        fi
        apt-get update -q && apt-get install -yq "${packages[@]}"
    fi
    cat >"$build/wasm.env" <<'END'
export PATH="/usr/bin:$PATH" CARGO=/usr/bin/cargo RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22 CARGO_UNSTABLE_BUILD_STD=std,panic_abort
END
}

setup_tools() {
    local wanted=scripts/requirements/tools.txt
    if cmp -s "$wanted" "$build/tools/installed.txt"; then return; fi
    find_python
    make_venv "$build/tools"
    "$build/tools/bin/python" -m pip install --quiet --requirement "$wanted"
    cp "$wanted" "$build/tools/installed.txt"
}

setup_node() {
    if ! have_node; then
        echo "Node 20.19 or newer with npm was not found: the JavaScript side is left out"
        return
    fi
    local stamp=bindings-wasm/node_modules/.installed
    if cmp -s bindings-wasm/package-lock.json $stamp; then return; fi
    npm ci --prefix bindings-wasm --no-progress --loglevel=error
    cp bindings-wasm/package-lock.json $stamp
}

for part in "$@"; do
    case $part in
        rust | tools | node) "setup_$part" ;;
        *) die "setup.sh knows rust, tools and node, not $part" ;;
    esac
done
