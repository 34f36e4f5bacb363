#!/usr/bin/env bash
# setup.sh [rust] [tools] [node] [runtimes] [browsers]: installs what builds and tests need, where it is missing.
#
#   rust      the target wasm32-unknown-unknown
#   tools     .build/tools, a Python environment with maturin and ruff
#   node      the packages of bindings-wasm
#   runtimes  the engines and bundlers that the npm package is tried in
#   browsers  Chromium and Firefox, with apt-get where this is root on Debian
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

# Installs the packages of a folder's lock file.
node_packages() {
    if ! have_node; then
        echo "Node 20.19 or newer with npm was not found: the packages of $1 are left out"
        return
    fi
    local stamp=$1/node_modules/.installed
    if cmp -s "$1/package-lock.json" "$stamp"; then return; fi
    npm ci --prefix "$1" --no-progress --loglevel=error
    cp "$1/package-lock.json" "$stamp"
}

setup_node() { node_packages bindings-wasm; }
setup_runtimes() { node_packages bindings-wasm/test/runtimes; }

# What cannot be installed is left out: the tests that need it say so.
setup_browsers() {
    setup_node
    if ! have_node || [[ -z $(missing_browsers) ]]; then return; fi
    if [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null; then
        if apt-get update -q && apt-get install -yq --no-install-recommends "${browser_packages[@]}"; then return; fi
    fi
    echo "$(missing_browsers) not found. As root on Debian: apt-get install ${browser_packages[*]}"
}

for part in "$@"; do
    case $part in
        rust | tools | node | runtimes | browsers) "setup_$part" ;;
        *) die "setup.sh knows rust, tools, node, runtimes and browsers, not $part" ;;
    esac
done
