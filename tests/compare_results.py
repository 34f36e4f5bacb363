#!/usr/bin/env python3
"""Compares what the shared vectors gave in several languages.

    compare_results.py rust.json python.json node.json

Each file is what a language's runner wrote: for each vector file its cases, for each case what came out. The same files,
the same cases and the same results are expected everywhere; every difference is printed, and one is enough to fail.
"""

import json
import sys

SHOWN = 300


def cases(path):
    """All cases of a file of results, by the vector file's and their own name."""
    with open(path, encoding="utf-8") as file:
        results = json.load(file)
    return {f"{name} {case}": result for name, found in results.items() for case, result in found.items()}


def difference(one, other, place=""):
    """Where two values differ first, with what stands there in each; None where they are equal."""
    if type(one) is not type(other):
        return place, one, other
    if isinstance(one, dict):
        for key in sorted(one.keys() | other.keys()):
            inner = f"{place}.{key}" if place else key
            if key not in one or key not in other:
                return inner, one.get(key, "(absent)"), other.get(key, "(absent)")
            if found := difference(one[key], other[key], inner):
                return found
        return None
    if isinstance(one, list) and len(one) == len(other):
        for index, (left, right) in enumerate(zip(one, other)):
            if found := difference(left, right, f"{place}[{index}]"):
                return found
        return None
    return None if one == other else (place, one, other)


def shown(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def main(paths):
    if len(paths) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    files = {path: cases(path) for path in paths}
    first, *others = paths
    every = sorted(set().union(*files.values()))
    differences = 0
    for name in every:
        missing = [path for path in paths if name not in files[path]]
        for path in missing:
            print(f"{name}: not in {path}")
        differences += len(missing)
        if missing:
            continue
        for path in others:
            if found := difference(files[first][name], files[path][name]):
                place, left, right = found
                print(f"{name}: {place}\n  {first}: {shown(left)}\n  {path}: {shown(right)}")
                differences += 1
    counts = ", ".join(f"{path} {len(found)}" for path, found in files.items())
    print(f"{len(every)} cases compared ({counts}), {differences} differences")
    return 1 if differences or not every else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
