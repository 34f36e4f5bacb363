"""How vectors are written down: the same text each time, and nothing in it that an editor could change unseen."""

import json
import unicodedata
from dataclasses import dataclass

WIDTH = 150

STANDARD = "3GPP TS 23.038 and 23.040 (documented)"
DECISION = "a decision of this project, told in the README (inferred)"


def case(name, call, given, expect, source=STANDARD):
    return {"name": name, "call": call, "input": given, "expect": expect, "source": source}


@dataclass(frozen=True)
class Text:
    """A text that a vector gives in short: pieces, and (piece, how often)."""

    pieces: tuple

    def __str__(self):
        return "".join(piece if isinstance(piece, str) else piece[0] * piece[1] for piece in self.pieces)

    def json(self):
        pieces = [piece if isinstance(piece, str) else {"$repeat": list(piece)} for piece in self.pieces if piece]
        pieces = [piece for piece in pieces if isinstance(piece, str) or piece["$repeat"][1] > 0]
        if not pieces:
            return ""
        return pieces[0] if len(pieces) == 1 else {"$join": pieces}


def text(*pieces):
    return Text(pieces)


def short(value):
    """A text as `$join` and `$repeat` where it has long runs."""
    runs = []
    for character in value:
        if runs and runs[-1][0] == character:
            runs[-1][1] += 1
        else:
            runs.append([character, 1])
    pieces = []
    for character, times in runs:
        if times >= 12:
            pieces.append((character, times))
        elif pieces and isinstance(pieces[-1], str):
            pieces[-1] += character * times
        else:
            pieces.append(character * times)
    return Text(tuple(pieces))


def _unseen(character):
    """Marks, blanks, controls, and what normalising a file would turn into something else."""
    kind = unicodedata.category(character)
    return (
        kind[0] == "M" or (kind[0] in "CZ" and character != " ") or unicodedata.normalize("NFC", character) != character
    )


def _escaped(character):
    octets = character.encode("utf-16-be")
    return "".join(f"\\u{octets[at]:02x}{octets[at + 1]:02x}" for at in range(0, len(octets), 2))


def _inline(value):
    written = json.dumps(value, ensure_ascii=False)
    return "".join(_escaped(character) if _unseen(character) else character for character in written)


def _lines(value, indent=""):
    line = _inline(value)
    if len(indent) + len(line) <= WIDTH or not isinstance(value, dict | list):
        return line
    inner = indent + "  "
    if isinstance(value, dict):
        members = [f"{inner}{_inline(key)}: {_lines(member, inner)}" for key, member in value.items()]
        return "{\n" + ",\n".join(members) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + _lines(item, inner) for item in value) + f"\n{indent}]"


def _plain(value):
    """The value with its texts in short as JSON has them."""
    if isinstance(value, Text):
        return value.json()
    if isinstance(value, dict):
        return {key: _plain(member) for key, member in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def file(kind, about, cases):
    """The text of a file of vectors."""
    names = [one["name"] for one in cases]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f"{kind}: {twice} stand twice"
    return _lines(_plain({"kind": kind, "about": about, "cases": cases})) + "\n"
