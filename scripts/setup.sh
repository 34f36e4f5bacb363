#!/usr/bin/env bash
# setup.sh [rust] [tools] [node] [runtimes] [browsers] [checkers]: installs what builds and tests need, where it is missing.
#
#   rust      the sources of Rust's standard library, which the WebAssembly module is built with
#   tools     .build/tools, a Python environment with maturin and ruff
#   node      the packages of bindings-wasm
#   runtimes  the engines and bundlers that the npm package is tried in
#   browsers  Chromium and Firefox, with apt-get where this is root on Debian
#   checkers  Wireshark's tshark and Gammu, which read our octets in tests/checkers; with apt-get, too
source "$(dirname "$0")/common.sh"

wasm=wasm32-unknown-unknown

setup_rust() {
    command -v cargo >/dev/null || die "Rust is needed: install rustup"
    rm -f "$build/wasm.env"
    # A toolchain that has the sources of the standard library is used as it is, be it rustup's or not.
    if [[ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]]; then return; fi
    if command -v rustup >/dev/null && rustup component add rust-src; then return; fi
    # Without them the module gets larger, and needs the library as it was built for the target.
    if [[ -d "$(rustc --print target-libdir --target $wasm)" ]]; then return; fi
    if command -v rustup >/dev/null && rustup target add $wasm; then return; fi
    local packages=(rustc-web cargo-web rust-web-src lld-22)
    echo "rustup could not add rust-src, nor $wasm; trying Debian's ${packages[*]}"
    if [[ ! -d /usr/lib/rustlib/src/rust/library || ! -x /usr/bin/wasm-ld-22 ]]; then
        if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
            die "rust-src is missing. Run: rustup component add rust-src, or as root: apt-get install ${packages[*]}"
        fi
        apt-get update -q && apt-get install -yq "${packages[@]}"
    fi
    cat >"$build/wasm.env" <<'END'
export PATH="/usr/bin:$PATH" CARGO=/usr/bin/cargo RUSTC=/usr/bin/rustc
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22
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

# debian_packages MISSING PACKAGE…: installs packages where this is root on Debian, or says what is missing.
# What cannot be installed is left out: the tests that need it say so.
debian_packages() {
    local missing=$1
    shift
    if [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null; then
        export DEBIAN_FRONTEND=noninteractive
        if apt-get update -q && apt-get install -yq --no-install-recommends "$@"; then return; fi
    fi
    echo "$missing not found. As root on Debian: apt-get install $*"
}

setup_browsers() {
    setup_node
    if ! have_node; then return; fi
    local missing
    missing=$(missing_browsers) || return 0
    if [[ -n $missing ]]; then debian_packages "$missing" "${browser_packages[@]}"; fi
}

setup_checkers() {
    local missing
    missing=$(missing_checkers)
    if [[ -n $missing ]]; then debian_packages "$missing" "${checker_packages[@]}"; fi
}

for part in "$@"; do
    case $part in
        rust | tools | node | runtimes | browsers | checkers) "setup_$part" ;;
        *) die "setup.sh knows rust, tools, node, runtimes, browsers and checkers, not $part" ;;
    esac
done
