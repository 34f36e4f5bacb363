"""wasm_imports.py MODULE: the core is pure, so the module may import wasm-bindgen's own helpers and nothing else.

A clock, randomness, the network or a log would all be imports: the target has none of them built in.
"""

import sys
from pathlib import Path

GLUE = {"./glue_bg.js", "__wbindgen_placeholder__", "__wbindgen_externref_xform__"}
# By their own names, or imported as functions of JavaScript under theirs: what throws is one of these.
HELPERS = ("__wbindgen_", "__wbg___wbindgen_")
IMPORT_SECTION = 2
FUNCTION = 0


class Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def number(self) -> int:
        """A number in groups of seven bits, lowest first."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def take(self, length: int) -> bytes:
        self.at += length
        return self.data[self.at - length : self.at]

    def name(self) -> str:
        return self.take(self.number()).decode()


def imports(module: bytes) -> list[tuple[str, str]]:
    """Module and name of every import; a memory, table or global counts as one that nobody may have."""
    if module[:8] != b"\0asm\x01\0\0\0":
        raise SystemExit("this is no WebAssembly module")
    sections = Reader(module[8:])
    while sections.at < len(sections.data):
        kind, section = sections.byte(), Reader(sections.take(sections.number()))
        if kind != IMPORT_SECTION:
            continue
        found = []
        for _ in range(section.number()):
            found.append((section.name(), section.name()))
            if section.byte() != FUNCTION:
                return [*found, ("", "something that is no function")]
            section.number()
        return found
    return []


def main(path: str) -> int:
    found = imports(Path(path).read_bytes())
    bad = [(module, name) for module, name in found if module not in GLUE or not name.startswith(HELPERS)]
    for module, name in found:
        print(f"{'NOT PURE' if (module, name) in bad else 'ok'}: {name} of {module}")
    print(f"{len(found)} imports, {len(bad)} of them forbidden")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
