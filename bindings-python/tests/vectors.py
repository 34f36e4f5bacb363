"""The shared vectors: how they are read, and what is expected of them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from smskernel import Violation
from smskernel._request import Request

FOLDER = Path(__file__).parents[2] / "tests" / "vectors"
EVERY = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.json"))
FILES = [name for name in EVERY if not name.startswith("text/")]
"""Those of gateways; the vectors of SMS text are another matter."""
WEBHOOKS = [name for name in FILES if name.endswith("/parse_webhook")]
"""Those of what arrives, which no gateway is asked for."""
COUNTS: list[str] = []
"""A line for each file that was run."""

ABOUT = {"id", "documentation", "source"}


def load(name: str, sections: list[str]) -> dict[str, Any]:
    """A vector file, with every `$repeat` expanded. It has those sections and no others."""
    loaded: dict[str, Any] = expand(json.loads((FOLDER / f"{name}.json").read_bytes()))
    assert loaded.keys() == {"operation", *sections} | (set() if name in WEBHOOKS else {"gateway"})
    assert loaded["operation"] == name.replace("/", ".")
    return loaded


def expand(value: Any) -> Any:
    """`{"$repeat": ["x", 3]}` is `"xxx"`."""
    if isinstance(value, dict):
        if "$repeat" in value:
            text, count = value["$repeat"]
            return text * count
        return {key: expand(item) for key, item in value.items()}
    if isinstance(value, list):
        return [expand(item) for item in value]
    return value


def case_bytes(case: dict[str, Any], name: str) -> bytes:
    """What is given as `name` (a value), `name_text` or `name_hex`."""
    given = [key for key in (name, f"{name}_text", f"{name}_hex") if key in case]
    assert len(given) == 1, f"{case['id']}: one of {name}, {name}_text, {name}_hex"
    value = case[given[0]]
    if given[0] == name:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return bytes.fromhex(value) if given[0].endswith("_hex") else str(value).encode()


def case_moment(case: dict[str, Any]) -> dict[str, Any]:
    """The argument `now`, where a case says what time it is."""
    return {"now": datetime.fromisoformat(case["now"])} if "now" in case else {}


def only(case: dict[str, Any], *known: str) -> None:
    """Nobody looks at other members: a misspelt one would go unnoticed."""
    assert case.keys() <= ABOUT | set(known), case.keys() - ABOUT - set(known)
    assert all(case[name] for name in ABOUT)


def row(violation: Violation) -> list[str]:
    return [violation.path, violation.code, violation.level, violation.grade, violation.message]


def rows(violations: tuple[Violation, ...]) -> list[list[str]]:
    return [row(violation) for violation in violations]


def check_violations(expected: list[dict[str, Any]], found: tuple[Violation, ...]) -> None:
    """Violations are exact and in order; of each, the members that the vector names are compared."""
    same = len(expected) == len(found) and all(_fits(*pair) for pair in zip(expected, found, strict=True))
    assert same, f"expected {expected}\nfound {[violation.to_dict() for violation in found]}"


def _fits(expected: dict[str, Any], found: Violation) -> bool:
    assert expected.keys() <= {"path", "code", "level", "grade", "value", "message"}
    for name, value in expected.items():
        actual: object = getattr(found, name)
        if value not in actual if name == "message" and isinstance(actual, str) else value != actual:
            return False
        if type(value) is not type(actual):
            return False
    return True


def shown(value: Any, plain: Any) -> Any:
    """An answer as the other languages give it, of the object and its `to_dict()`: names in camelCase, what is not set
    left out. Below what is no answer stands the gateway's own JSON, in which nothing changes its name."""
    if isinstance(value, tuple):
        return [shown(*pair) for pair in zip(value, plain, strict=True)]
    if not isinstance(value, Request) and not hasattr(value, "to_dict"):
        return plain
    members: dict[str, Any] = {}
    for name, item in plain.items():
        # Further members are a dict in any case, and unset without any.
        if item is not None and (name, item) != ("extra", {}):
            # The gateway's `from` is a word of Python's own.
            told = "from" if name == "sender" else _camel_name(name)
            members[told] = shown(getattr(value, name), item)
    return members


def fits(expected: Any, found: Any) -> bool:
    """Whether an answer is the expected one; `{"$any": "text"}` stands for any text that is not empty."""
    if expected == {"$any": "text"}:
        return isinstance(found, str) and found != ""
    if isinstance(expected, dict) and isinstance(found, dict):
        return expected.keys() == found.keys() and all(fits(value, found[name]) for name, value in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(fits, expected, found))
    return type(expected) is type(found) and bool(expected == found)


def camel(value: Any) -> Any:
    """An error's dict in the same way."""
    if isinstance(value, dict):
        return {_camel_name(key): camel(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [camel(item) for item in value]
    return value


def _camel_name(snake: str) -> str:
    first, *rest = snake.split("_")
    return first + "".join(word.capitalize() for word in rest)
