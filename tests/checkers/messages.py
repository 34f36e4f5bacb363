"""What is checked: messages as the vectors have them, or as JSON lines."""

import json
import sys
from pathlib import Path

TEXT_VECTORS = Path(__file__).resolve().parent.parent / "vectors" / "text"
sys.path.insert(0, str(TEXT_VECTORS / "generator"))

from alphabets import CARRIAGE_RETURN, ESCAPE, septets_of, text_of  # noqa: E402, F401

OCTETS = ("header", "user_data", "short_message")


def expand(value):
    """A value with its `$repeat` and `$join` written out."""
    if isinstance(value, dict):
        if "$repeat" in value:
            piece, times = value["$repeat"]
            return piece * times
        if "$join" in value:
            return "".join(expand(piece) for piece in value["$join"])
        return {key: expand(item) for key, item in value.items()}
    return [expand(item) for item in value] if isinstance(value, list) else value


def read(line):
    """A message of a line, its octets as octets."""
    parts = [{**part, **{name: bytes.fromhex(part[name]) for name in OCTETS}} for part in line["parts"]]
    return {**line, "parts": parts, "text": "".join(part["text"] for part in parts)}


def of_vectors():
    """The messages of split.json that are given whole."""
    cases = expand(json.loads((TEXT_VECTORS / "split.json").read_text(encoding="utf-8")))["cases"]
    cases = [case for case in cases if "parts" in case["expect"]]
    return [read({"name": case["name"], **asked(case["input"]), **case["expect"]}) for case in cases]


def asked(given):
    """What a checker must know of how a text was to be cut."""
    return {"reference_bits": given.get("reference_bits", 8), "split": given.get("split", "gateway")}


def budgets():
    """The cases of budgets.json that count texts."""
    cases = expand(json.loads((TEXT_VECTORS / "budgets.json").read_text(encoding="utf-8")))["cases"]
    return [case for case in cases if case["call"] == "count"]


def of_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [read(json.loads(line)) for line in lines if line.strip()]


def alone(message, part):
    """The text that somebody sees who knows the default alphabet, its extension and UCS-2 only.

    None where that depends on how he shows an escape that he cannot read.
    """
    if not (message["locking"] or message["single"]):
        return part["text"]
    units = part["short_message"][len(part["header"]) :]
    return None if ESCAPE in units else text_of(units, None, None)
