"""The tables of 3GPP TS 23.038 from gsm-tables.json: characters to septets and back, and septets packed in octets."""

import json
from pathlib import Path

ESCAPE = 0x1B
CARRIAGE_RETURN = 0x0D


def _cells(rows):
    """The characters of a table by their septet; void cells are left out."""
    cells = " ".join(rows).split()
    return {septet: chr(int(cell, 16)) for septet, cell in enumerate(cells) if cell != "----"}


_DATA = json.loads(Path(__file__).with_name("gsm-tables.json").read_text(encoding="utf-8"))
CODES = [language["code"] for language in _DATA["languages"]]
NUMBERS = {language["code"]: language["number"] for language in _DATA["languages"]}
NAMES = {language["code"]: language["name"] for language in _DATA["languages"]}

# By language, None being the tables of no language. Spanish has no locking table.
LOCKING = {None: _cells(_DATA["default"])}
SINGLE = {None: _cells(_DATA["extension"])}
RECEIVED_ONLY = {None: set()}
for _language in _DATA["languages"]:
    _code = _language["code"]
    if _language["locking"]:
        LOCKING[_code] = _cells(_language["locking"])
    SINGLE[_code] = _cells(_language["single"])
    RECEIVED_ONLY[_code] = {int(cell, 16) for cell in _language["received_only"]}

_LOCKING_SEPTETS = {code: {character: septet for septet, character in cells.items()} for code, cells in LOCKING.items()}
_SINGLE_SEPTETS = {
    code: {character: septet for septet, character in cells.items() if septet not in RECEIVED_ONLY[code]}
    for code, cells in SINGLE.items()
}


def septets_of(character, locking, single):
    """The septets of a character, one or two; None where the two tables do not have it."""
    if (septet := _LOCKING_SEPTETS[locking].get(character)) is not None:
        return [septet]
    if (septet := _SINGLE_SEPTETS[single].get(character)) is not None:
        return [ESCAPE, septet]
    return None


def text_of(septets, locking, single):
    """What septets say. An escape without a character after it and a void cell show a space."""
    # Spanish, and a language that is not known, have no locking table: the default alphabet stays.
    cells = LOCKING.get(locking, LOCKING[None])
    shifted = SINGLE.get(single, SINGLE[None])
    text, escaped = "", False
    for septet in septets:
        if escaped:
            text += " " if septet == ESCAPE else shifted.get(septet) or cells.get(septet, " ")
            escaped = False
        elif septet == ESCAPE:
            escaped = True
        else:
            text += cells.get(septet, " ")
    return text + " " if escaped else text


def pack(septets, fill_bits=0):
    """Septets in octets, the first in the lowest bits, after as many bits of nothing as the header asks for.

    Seven bits that are left over would read as `@`: they hold a carriage return.
    """
    value, bits = 0, fill_bits
    for septet in septets:
        value |= septet << bits
        bits += 7
    if bits % 8 == 1:
        value |= CARRIAGE_RETURN << bits
    return value.to_bytes((bits + 7) // 8, "little")


def fill_bits_after(octets):
    """How many bits stand between a header of so many octets and the first septet."""
    return -8 * octets % 7
