"""What SMS texts cost, how they are cut into parts, and what their octets are.

| function | what it does |
| --- | --- |
| `segments` | what a text costs, and why: encoding, parts, and the characters that make it dear |
| `count_many` | what many texts cost, as columns |
| `split` | the parts that are sent, as text and as octets |
| `encode`, `decode` | texts as septets or UTF-16, and back |
| `pack`, `unpack` | septets packed into octets, and back |
| `decode_part`, `reassemble` | messages read from their octets, and put together of their parts |
| `binary_bodies`, `octet_bodies`, `describe` | texts and data as binary messages, and such a one described |
| `transliterate` | other letters for those that GSM-7 does not have |

Documented: 3GPP TS 23.038 (alphabets, language tables) and 23.040 (parts, user data headers). What a gateway makes of a
text is its own affair, so that every count is an estimate. Positions are code points, as in `text[position]`. Whatever
is wrong with a text or an option is a `TextError`; a value of the wrong type is a `TypeError`.
"""

from ._native.text import (
    Body,
    Cost,
    Counts,
    Culprit,
    DataCoding,
    Decoded,
    Element,
    Part,
    Replacement,
    Segments,
    Transliterated,
    Waiting,
    Whole,
    binary_bodies,
    count_many,
    decode,
    decode_part,
    describe,
    encode,
    octet_bodies,
    pack,
    reassemble,
    segments,
    split,
    transliterate,
    unpack,
)
from .errors import TextCode, TextError

__all__ = [
    "Body",
    "Cost",
    "Counts",
    "Culprit",
    "DataCoding",
    "Decoded",
    "Element",
    "Part",
    "Replacement",
    "Segments",
    "TextCode",
    "TextError",
    "Transliterated",
    "Waiting",
    "Whole",
    "binary_bodies",
    "count_many",
    "decode",
    "decode_part",
    "describe",
    "encode",
    "octet_bodies",
    "pack",
    "reassemble",
    "segments",
    "split",
    "transliterate",
    "unpack",
]
