"""Every vector of SMS text, as tests/vectors/text/README.md says they are to be read.

With `SMSKERNEL_RESULTS` set to a file, what came out is written beside it, as `text-` and its name.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from smskernel import text
from smskernel.text import TextError

from . import vectors

Case = dict[str, Any]
NAMES = [name for name in vectors.EVERY if name.startswith("text/") and name.count("/") == 1]
ENCODING = ("encoding", "locking", "single")
COST = (*ENCODING, "units", "parts", "units_left")


def expand(value: Any) -> Any:
    """`{"$repeat": ["x", 3]}` is `"xxx"`, `{"$join": ["a", "b"]}` is `"ab"`."""
    if isinstance(value, dict):
        if "$repeat" in value:
            piece, count = value["$repeat"]
            return expand(piece) * count
        if "$join" in value:
            return "".join(expand(piece) for piece in value["$join"])
        return {key: expand(item) for key, item in value.items()}
    if isinstance(value, list):
        return [expand(item) for item in value]
    return value


def options(given: Case) -> Case:
    """The arguments of a call: octets from digits, ports as a pair."""
    named: Case = dict(given)
    if "octets" in given:
        named["octets"] = bytes.fromhex(given["octets"])
    if ports := given.get("ports"):
        named["ports"] = (ports["destination"], ports["source"])
    return named


def members(value: Any, *names: str) -> Case:
    return {name: getattr(value, name) for name in names}


def cost(value: Any) -> Case | None:
    return None if value is None else members(value, *COST)


def count(given: Case) -> Case:
    found = text.segments(**options(given))
    row = text.count_many([given["text"]], **{k: v for k, v in options(given).items() if k != "text"})[0]
    assert members(row, *COST) == members(found, *COST)
    parts = text.split(reference=0, **options(given))
    return members(found, *COST) | {"part_units": [part.units for part in parts]}


def segments(given: Case) -> Case:
    found = text.segments(**options(given))
    for culprit in found.culprits:
        assert all(found.text[position] == culprit.character for position in culprit.positions)
    culprits = [culprit.to_dict() | {"instead": cost(culprit.instead)} for culprit in found.culprits]
    told = {"text": found.text, "culprits": culprits, "if_replaced": cost(found.if_replaced)}
    return members(found, *COST) | told


def part(found: text.Part) -> Case:
    """What stands in a part but for its place and its encoding."""
    return {name: value for name, value in found.to_dict().items() if name not in {"start", "end", *ENCODING}}


def split(given: Case) -> Case:
    found = text.split(**options(given))
    assert all(members(each, *ENCODING) == members(found[0], *ENCODING) for each in found)
    parts = [part(each) for each in found]
    return members(found[0], *ENCODING) | {"parts": parts, "total": len(parts), "last": parts[-1]}


def read(given: Case) -> text.Decoded:
    coding = {"data_coding": given["data_coding"], "esm_class": given["esm_class"]}
    if "short_message" in given:
        return text.decode_part(bytes.fromhex(given["short_message"]), **coding)
    octets, length = bytes.fromhex(given["user_data"]), given["user_data_length"]
    return text.decode_part(octets, packed=True, length=length, **coding)


def octets_of(found: text.Decoded | text.Whole) -> Case:
    return members(found, *ENCODING, "text") | {"octets": found.octets.hex()}


def told(found: text.Decoded) -> Case:
    coding = found.data_coding.to_dict()
    coding["class"] = coding.pop("message_class")
    del coding["octet"]
    elements = [element.to_dict() for element in found.header]
    header = [{name: value for name, value in element.items() if value is not None} for element in elements]
    return octets_of(found) | {"header": header, "data_coding": coding}


def describe(given: Case) -> Case:
    octets = bytes.fromhex(given["hex"])
    return told(text.describe(octets, data_coding=given["data_coding"], esm_class=given["esm_class"]))


def reassemble(given: Case) -> Case:
    whole = text.reassemble([read(part) for part in given["parts"]])
    return octets_of(whole) | members(whole, "parts", "reference")


def bodies(found: list[text.Body]) -> Case:
    plain = [body.to_dict() for body in found]
    headers = [body.hex[0] + 1 if body.esm_class else 0 for body in found]
    sizes = [len(body.hex) - header for body, header in zip(found, headers, strict=True)]
    return {"bodies": plain, "total": len(plain), "last": plain[-1], "sizes": sizes}


def octet_bodies(given: Case) -> Case:
    return bodies(text.octet_bodies(**options(given)))


def encode(given: Case) -> Case:
    return {"octets": text.encode(**given).hex()}


def decode(given: Case) -> Case:
    return {"text": text.decode(**options(given))}


def pack(given: Case) -> Case:
    header, septets = bytes.fromhex(given["header"]), bytes.fromhex(given["septets"])
    return {"octets": text.pack(septets, header=header).hex()}


def unpack(given: Case) -> Case:
    return {"septets": text.unpack(**options(given)).hex()}


RESULTS: dict[str, dict[str, Case]] = {}

CALLS: dict[str, Callable[[Case], Case]] = {
    "count": count,
    "segments": segments,
    "split": split,
    "decode_part": lambda given: told(read(given)),
    "describe": describe,
    "reassemble": reassemble,
    "binary_bodies": lambda given: bodies(text.binary_bodies(**options(given))),
    "octet_bodies": octet_bodies,
    "encode": encode,
    "decode": decode,
    "pack": pack,
    "unpack": unpack,
    "transliterate": lambda given: text.transliterate(**given).to_dict(),
}


def refusal(error: TextError) -> Case:
    """Code and place, which is a `position` in what is a text, and an `offset` in what are octets."""
    place = {"position" if error.code == "not_encodable" else "offset": error.offset}
    missing = {"missing": list(error.missing)} if error.missing else {}
    return {"error": {"code": error.code} | (place if error.offset is not None else {}) | missing}


def fits(expected: Any, found: Any) -> bool:
    """What is expected is there; further members are not compared."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(name in found and fits(value, found[name]) for name, value in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(fits, expected, found))
    return type(expected) is type(found) and bool(expected == found)


def run(case: Case) -> Case:
    assert case.keys() == {"name", "call", "input", "expect", "source"}
    assert case["source"]
    expected = expand(case["expect"])
    try:
        found = CALLS[case["call"]](expand(case["input"]))
    except TextError as error:
        found = refusal(error)
    assert fits(expected, found), f"expected {expected}\nfound {found}"
    return found


def test_there_are_files() -> None:
    assert len(NAMES) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_every_case(name: str) -> None:
    loaded = json.loads((vectors.FOLDER / f"{name}.json").read_bytes())
    assert loaded["kind"] == name.removeprefix("text/")
    failures: list[str] = []
    results: dict[str, Case] = {}
    for case in loaded["cases"]:
        try:
            results[case["name"]] = run(case)
        except Exception as error:
            failures.append(f"{case['name']}: {type(error).__name__}: {error}")
    names = [case["name"] for case in loaded["cases"]]
    assert len(set(names)) == len(names) > 0
    vectors.COUNTS.append(f"{name}: ran {len(names)}, skipped 0, failed {len(failures)}")
    assert not failures, f"{len(failures)} cases failed:\n\n" + "\n\n".join(failures[:20])
    RESULTS[name] = results
    path = os.environ.get("SMSKERNEL_RESULTS")
    if path and RESULTS.keys() == set(NAMES):
        whole = json.dumps(RESULTS, indent=2, sort_keys=True, ensure_ascii=False)
        Path(path).with_name(f"text-{Path(path).name}").write_text(whole + "\n", encoding="utf-8")


def test_a_wrong_expectation_is_found() -> None:
    for name in NAMES:
        case = json.loads((vectors.FOLDER / f"{name}.json").read_bytes())["cases"][0]
        run(case)
        for expected in ({"no_such_member": 1}, {next(iter(case["expect"])): "something else"}):
            with pytest.raises(AssertionError, match="expected"):
                run(case | {"expect": expected})
