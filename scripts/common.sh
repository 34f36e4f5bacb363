# What the scripts share: where things are, and which Python and Node there is. To be sourced.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
build=$root/.build
target=${CARGO_TARGET_DIR:-$root/target}
mkdir -p "$build"

# Loopback never goes through a proxy.
export NO_PROXY="${NO_PROXY:+$NO_PROXY,}127.0.0.1,localhost" no_proxy="${no_proxy:+$no_proxy,}127.0.0.1,localhost"
export PIP_DISABLE_PIP_VERSION_CHECK=1

die() {
    echo "error: $*" >&2
    exit 1
}

# Sets `python` to CPython 3.11 or newer; PYTHON names another.
find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$(command -v "$candidate")
            return
        fi
    done
    die "Python 3.11 or newer is needed; set PYTHON to one"
}

# Whether Node is 20.19 or newer, and has npm.
have_node() {
    command -v npm >/dev/null &&
        node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
            2>/dev/null
}

# What Debian calls the browsers that the tests drive.
browser_packages=(chromium firefox-esr)

# The browsers that the tests would not find, by name. The packages of bindings-wasm must be there.
missing_browsers() {
    node --input-type=module -e '
        import { BROWSERS, programOf } from "./bindings-wasm/test/support/programs.mjs";
        console.log(BROWSERS.filter((browser) => !programOf(browser)).join(" and "));'
}

# What Debian calls the programs that read our octets in tests/checkers, and the Python that its packages are for.
checker_packages=(tshark wireshark-common python3-gammu)
debian_python=/usr/bin/python3

# Those of them that are not there.
missing_checkers() {
    local missing=()
    command -v tshark >/dev/null || missing+=(tshark)
    command -v text2pcap >/dev/null || missing+=(text2pcap)
    "$debian_python" -c 'import gammu' 2>/dev/null || missing+=("gammu for $debian_python")
    if [[ ${#missing[@]} -gt 0 ]]; then printf '%s\n' "${missing[@]}" | paste -sd, | sed 's/,/, /g'; fi
}

# make_venv FOLDER: an empty environment; one that is there is replaced.
make_venv() {
    rm -rf "$1"
    "$python" -m venv "$1" || die "$python cannot make a virtual environment (on Debian: apt-get install python3-venv)"
}

# The environment of a build for WebAssembly, where setup.sh had to write one.
wasm_environment() {
    if [[ -f $build/wasm.env ]]; then
        # shellcheck source=/dev/null
        source "$build/wasm.env"
    fi
}
