"""Writes the vectors of SMS text, or with --check says which of them are not as they would be written.

    python3 tests/vectors/text/generator [--check]

It shares nothing with the library: the tables are data beside it, the rest is written the plain way from 3GPP TS 23.038
and 23.040.
"""

import sys
from pathlib import Path

import bodies
import budgets
import decode
import reassemble
import segments
import split
import tables
from writing import file

FOLDER = Path(__file__).resolve().parent.parent
KINDS = {module.__name__: module for module in (tables, budgets, segments, split, decode, reassemble, bodies)}


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    differ = []
    for kind, module in KINDS.items():
        cases = module.cases()
        path = FOLDER / f"{kind}.json"
        written = file(kind, module.ABOUT, cases)
        if not path.exists() or path.read_text(encoding="utf-8") != written:
            differ.append(path.name)
            if not arguments:
                path.write_text(written, encoding="utf-8")
        print(f"{path.name}: {len(cases)} cases")
    if arguments and differ:
        print(f"{', '.join(differ)}: not as written. Run: python3 tests/vectors/text/generator", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
