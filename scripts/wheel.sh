#!/usr/bin/env bash
# wheel.sh FOLDER REQUIREMENTS: builds the Python package and installs it into a new environment.
#
# The wheel goes into the empty environment first and without an index: it needs nothing but Python. Then come the
# packages of the requirements file.
source "$(dirname "$0")/common.sh"
[[ $# -eq 2 ]] || die "wheel.sh FOLDER REQUIREMENTS"

find_python
scripts/setup.sh tools
rm -rf "$build/wheel"
"$build/tools/bin/maturin" build --quiet --release --locked --manifest-path bindings-python/Cargo.toml \
    --interpreter "$python" --out "$build/wheel"
make_venv "$1"
"$1/bin/python" -m pip install --quiet --no-index "$build"/wheel/smskernel-*.whl
"$1/bin/python" -c 'import smskernel'
"$1/bin/python" -m pip install --quiet --requirement "$2"
"$1/bin/python" -m pip check
