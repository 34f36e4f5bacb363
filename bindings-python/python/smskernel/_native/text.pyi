"""The functions and classes of `smskernel.text`."""

from array import array
from collections.abc import Iterable, Iterator
from typing import Any, Literal, Self, SupportsIndex, TypeAlias, final, overload

from . import _Answer

_Encoding: TypeAlias = Literal["gsm7", "ucs2"]
_Unit: TypeAlias = Literal["septet", "UTF-16 code unit"]
_Shifts: TypeAlias = Literal["both", "single", "locking"]
_Way: TypeAlias = Literal["gateway", "graphemes"]
_Octets: TypeAlias = bytes | bytearray | memoryview
_Scheme: TypeAlias = Literal[
    "TURKISH",
    "GREEK",
    "CYRILLIC",
    "SERBIAN_CYRILLIC",
    "BULGARIAN_CYRILLIC",
    "CENTRAL_EUROPEAN",
    "BALTIC",
    "PORTUGUESE",
    "COLOMBIAN",
    "NON_UNICODE",
]

@final
class Cost(_Answer):
    """What a text costs."""

    __match_args__ = ("encoding", "locking", "single", "units", "unit", "parts", "units_left")
    def __new__(
        cls,
        *,
        encoding: _Encoding,
        locking: str | None = None,
        single: str | None = None,
        units: int,
        unit: _Unit,
        parts: int,
        units_left: int,
    ) -> Self: ...
    @property
    def encoding(self) -> _Encoding:
        """`gsm7` or `ucs2`."""
    @property
    def locking(self) -> str | None:
        """The code of the language whose locking shift table is used, such as `tr`."""
    @property
    def single(self) -> str | None:
        """The code of the language whose single shift table is used."""
    @property
    def units(self) -> int:
        """Septets or UTF-16 code units of the text, those of escapes among them and those of headers not."""
    @property
    def unit(self) -> _Unit:
        """What units are: `septet` or `UTF-16 code unit`."""
    @property
    def parts(self) -> int:
        """How many short messages; an empty text is one. More than 255 cannot be sent."""
    @property
    def units_left(self) -> int:
        """How many more units the last part holds."""

@final
class Culprit(_Answer):
    """A character that makes its text cost more."""

    __match_args__ = ("character", "positions", "reason", "units", "replacement", "instead")
    def __new__(
        cls,
        *,
        character: str,
        positions: tuple[int, ...],
        reason: Literal["forces_ucs2", "costs_two"],
        units: int,
        replacement: str | None = None,
        instead: Cost | None = None,
    ) -> Self: ...
    @property
    def character(self) -> str:
        """The character."""
    @property
    def positions(self) -> tuple[int, ...]:
        """Where it stands in `Segments.text`: code points, in order."""
    @property
    def reason(self) -> Literal["forces_ucs2", "costs_two"]:
        """`forces_ucs2`: no GSM-7 table that is allowed has it; or `costs_two`: it takes two units."""
    @property
    def units(self) -> int:
        """Units that it takes each time."""
    @property
    def replacement(self) -> str | None:
        """What could be written instead, empty to leave it out; None where nothing says the same."""
    @property
    def instead(self) -> Cost | None:
        """What the whole text would cost with the replacement everywhere: a `Cost`. Not told of a text of over a
        thousand parts.
        """

@final
class Segments:
    """What a text costs, and why. An estimate, by the documents' rules: gateways may count otherwise.

    `str()` and `repr()` tell all of it but the text. What only explains (`culprits`, `replaced`,
    `if_replaced`) is worked out when it is asked for.
    """

    __match_args__ = (
        "encoding",
        "locking",
        "single",
        "units",
        "unit",
        "parts",
        "units_left",
        "text",
        "culprits",
        "replaced",
        "if_replaced",
    )
    @property
    def encoding(self) -> _Encoding:
        """`gsm7` or `ucs2`."""
    @property
    def locking(self) -> str | None:
        """The code of the language whose locking shift table is used, such as `tr`, or None."""
    @property
    def single(self) -> str | None:
        """The code of the language whose single shift table is used, or None."""
    @property
    def units(self) -> int:
        """Septets or UTF-16 code units of the text, those of escapes among them and those of headers not."""
    @property
    def unit(self) -> _Unit:
        """What units are: `septet` or `UTF-16 code unit`."""
    @property
    def parts(self) -> int:
        """How many short messages; an empty text is one. More than 255 cannot be sent."""
    @property
    def units_left(self) -> int:
        """How many more units the last part holds."""
    @property
    def text(self) -> str:
        """The text that is counted: the one given, but for what was transliterated."""
    @property
    def culprits(self) -> tuple[Culprit, ...]:
        """The characters that make the text cost more, each once, in the order of their first positions: a tuple of
        `Culprit`.
        """
    @property
    def replaced(self) -> tuple[Replacement, ...]:
        """What transliteration replaced, in order: a tuple of `Replacement`."""
    @property
    def if_replaced(self) -> Cost | None:
        """What the text would cost with every suggested replacement: a `Cost`, or None where there is no
        suggestion.
        """
    def to_dict(self) -> dict[str, Any]:
        """The attributes as a dict of plain values that `json.dumps` takes. The text stands in it."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def __str__(self) -> str: ...

@final
class Counts(_Answer):
    """What many texts cost: a column for each number, and a row for each text.

    The columns are `array.array`s, which `sum`, numpy, pandas and polars read as they are. `counts[3]` is
    the `Cost` of the fourth text, `counts[3:9]` are the `Counts` of six.
    """

    __match_args__ = ("parts", "units", "units_left", "data_coding", "locking", "single")
    def __new__(
        cls,
        *,
        parts: array[int],
        units: array[int],
        units_left: array[int],
        data_coding: array[int],
        locking: array[int],
        single: array[int],
    ) -> Self: ...
    @property
    def parts(self) -> array[int]:
        """Short messages of each text."""
    @property
    def units(self) -> array[int]:
        """Septets or UTF-16 code units of each text."""
    @property
    def units_left(self) -> array[int]:
        """How many more units the last part of each holds."""
    @property
    def data_coding(self) -> array[int]:
        """The data coding of each: 0 is GSM-7, 8 is UCS-2."""
    @property
    def locking(self) -> array[int]:
        """The identifier of the language whose locking shift table is used (3GPP TS 23.038, 6.2.1.2.4); 0 where
        none is.
        """
    @property
    def single(self) -> array[int]:
        """The identifier of the language whose single shift table is used; 0 where none is."""
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: SupportsIndex, /) -> Cost: ...
    @overload
    def __getitem__(self, index: slice, /) -> Counts: ...
    def __iter__(self) -> Iterator[Cost]: ...

@final
class Part(_Answer):
    """One short message of a text."""

    __match_args__ = (
        "text",
        "start",
        "end",
        "encoding",
        "locking",
        "single",
        "units",
        "header",
        "user_data",
        "user_data_length",
        "short_message",
        "data_coding",
        "esm_class",
    )
    def __new__(
        cls,
        *,
        text: str,
        start: int,
        end: int,
        encoding: _Encoding,
        locking: str | None = None,
        single: str | None = None,
        units: int,
        header: bytes,
        user_data: bytes,
        user_data_length: int,
        short_message: bytes,
        data_coding: int,
        esm_class: int,
    ) -> Self: ...
    @property
    def text(self) -> str:
        """Its text."""
    @property
    def start(self) -> int:
        """Where it begins in the text (after transliteration, where that was asked for), in code points."""
    @property
    def end(self) -> int:
        """Where it ends: the next part begins there."""
    @property
    def encoding(self) -> _Encoding:
        """`gsm7` or `ucs2`; the same for all parts."""
    @property
    def locking(self) -> str | None:
        """The code of the language whose locking shift table is used, such as `tr`."""
    @property
    def single(self) -> str | None:
        """The code of the language whose single shift table is used."""
    @property
    def units(self) -> int:
        """Septets or UTF-16 code units of its text."""
    @property
    def header(self) -> bytes:
        """The user data header, its length octet first; empty where there is none."""
    @property
    def user_data(self) -> bytes:
        """The user data of a TPDU: the header, then packed septets with fill bits, or UTF-16. 140 octets at most."""
    @property
    def user_data_length(self) -> int:
        """The length of the user data as a TPDU tells it: septets, those of the header with its fill bits among
        them, or octets.
        """
    @property
    def short_message(self) -> bytes:
        """The short message of SMPP, and the octets of a binary body: the header, then one septet in each octet, or
        UTF-16.
        """
    @property
    def data_coding(self) -> int:
        """SMPP's data coding: 0 is GSM-7, 8 is UCS-2."""
    @property
    def esm_class(self) -> int:
        """SMPP's `esm_class`: 64 where there is a header."""

@final
class Replacement(_Answer):
    """One replacement in a text."""

    __match_args__ = ("position", "original", "replacement")
    def __new__(cls, *, position: int, original: str, replacement: str) -> Self: ...
    @property
    def position(self) -> int:
        """Where it stood in the text as given, in code points."""
    @property
    def original(self) -> str:
        """What stood there: one character, and the combining marks that followed it."""
    @property
    def replacement(self) -> str:
        """What stands there now; empty where something invisible went."""

@final
class Transliterated(_Answer):
    """A text with other letters for some, and what was replaced."""

    __match_args__ = ("text", "replaced")
    def __new__(cls, *, text: str, replaced: tuple[Replacement, ...]) -> Self: ...
    @property
    def text(self) -> str:
        """The text."""
    @property
    def replaced(self) -> tuple[Replacement, ...]:
        """Every replacement, in order: a tuple of `Replacement`."""

@final
class Body(_Answer):
    """One binary message: what SMPP's `submit_sm` has, and what `infobip.Binary` takes:
    `Binary(**body.to_dict())`.
    """

    __match_args__ = ("hex", "data_coding", "esm_class")
    def __new__(cls, *, hex: bytes, data_coding: int, esm_class: int) -> Self: ...
    @property
    def hex(self) -> bytes:
        """The octets: the user data header, then one septet in each octet, UTF-16, or data. Digits in `to_dict()`."""
    @property
    def data_coding(self) -> int:
        """SMPP's data coding: 0 is GSM-7, 8 is UCS-2, 4 is data; 16 more with `flash`."""
    @property
    def esm_class(self) -> int:
        """SMPP's `esm_class`: 64 where there is a user data header."""

@final
class Element(_Answer):
    """An information element of a user data header. Which attributes it has goes by `element`."""

    __match_args__ = (
        "element",
        "reference",
        "reference_bits",
        "total",
        "sequence",
        "bits",
        "destination",
        "source",
        "language",
        "identifier",
        "data",
    )
    def __new__(
        cls,
        *,
        element: Literal["concatenation", "ports", "locking_shift", "single_shift", "other"],
        reference: int | None = None,
        reference_bits: int | None = None,
        total: int | None = None,
        sequence: int | None = None,
        bits: int | None = None,
        destination: int | None = None,
        source: int | None = None,
        language: int | None = None,
        identifier: int | None = None,
        data: bytes | None = None,
    ) -> Self: ...
    @property
    def element(self) -> Literal["concatenation", "ports", "locking_shift", "single_shift", "other"]:
        """`concatenation`, `ports`, `locking_shift`, `single_shift` or `other`: one that is not known, or that a
        phone passes over.
        """
    @property
    def reference(self) -> int | None:
        """Of a concatenation: what the parts of one message have in common."""
    @property
    def reference_bits(self) -> int | None:
        """How wide that is written: 8 or 16."""
    @property
    def total(self) -> int | None:
        """How many parts there are."""
    @property
    def sequence(self) -> int | None:
        """Which one this is; the first is 1."""
    @property
    def bits(self) -> int | None:
        """Of ports: how wide they are written, 8 or 16."""
    @property
    def destination(self) -> int | None:
        """The port that it goes to."""
    @property
    def source(self) -> int | None:
        """The port that it comes from."""
    @property
    def language(self) -> int | None:
        """Of a shift: the national language identifier."""
    @property
    def identifier(self) -> int | None:
        """Of another one: its identifier."""
    @property
    def data(self) -> bytes | None:
        """What it holds."""

@final
class Waiting(_Answer):
    """That messages of some kind wait for the reader."""

    __match_args__ = ("kind", "active", "stored")
    def __new__(cls, *, kind: Literal["voicemail", "fax", "email", "other"], active: bool, stored: bool) -> Self: ...
    @property
    def kind(self) -> Literal["voicemail", "fax", "email", "other"]:
        """`voicemail`, `fax`, `email` or `other`."""
    @property
    def active(self) -> bool:
        """Whether there are any; otherwise the sign for them goes out."""
    @property
    def stored(self) -> bool:
        """Whether the phone keeps the message."""

@final
class DataCoding(_Answer):
    """What a data coding says."""

    __match_args__ = ("octet", "alphabet", "compressed", "message_class", "waiting", "reserved")
    def __new__(
        cls,
        *,
        octet: int,
        alphabet: str,
        compressed: bool,
        message_class: int | None = None,
        waiting: Waiting | None = None,
        reserved: bool,
    ) -> Self: ...
    @property
    def octet(self) -> int:
        """The value itself."""
    @property
    def alphabet(self) -> str:
        """What the octets are: `gsm7`, `ucs2`, `octets`, `ascii`, `latin1`, or one of those that are not decoded."""
    @property
    def compressed(self) -> bool:
        """Whether they are compressed (3GPP TS 23.042), which is not undone here."""
    @property
    def message_class(self) -> int | None:
        """The message class, if it has one: 0 is shown at once (flash)."""
    @property
    def waiting(self) -> Waiting | None:
        """That messages wait: a `Waiting`, or None."""
    @property
    def reserved(self) -> bool:
        """Whether the value is reserved."""

@final
class Decoded:
    """One message or part of a message, as its octets say. `str()` tells in one line what it is, and not what
    it says.
    """

    __match_args__ = ("text", "octets")
    @property
    def header(self) -> tuple[Element, ...]:
        """The elements of its header, in their order: a tuple of `Element`, empty where there is no header."""
    @property
    def concatenation(self) -> Element | None:
        """Which part of which message it is: the `Element` that counts, or None."""
    @property
    def ports(self) -> tuple[int, int] | None:
        """The ports that it goes to and comes from, or None."""
    @property
    def data_coding(self) -> DataCoding:
        """What its data coding says: a `DataCoding`."""
    @property
    def encoding(self) -> _Encoding | None:
        """`gsm7` or `ucs2`; None where it is neither."""
    @property
    def locking(self) -> str | None:
        """The code of the language whose locking shift table is used, or None."""
    @property
    def single(self) -> str | None:
        """The code of the language whose single shift table is used, or None."""
    @property
    def octets(self) -> bytes:
        """What stands behind the header: one septet in each octet, or the octets as they are."""
    @property
    def text(self) -> str | None:
        """The same as text; None where it is data, compressed, or of an alphabet that is not decoded."""
    def to_dict(self) -> dict[str, Any]:
        """The attributes as a dict of plain values that `json.dumps` takes. Octets are hexadecimal digits."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def __str__(self) -> str: ...

@final
class Whole:
    """A message that was put together of its parts. `str()` tells in one line what it is, and not what it says."""

    __match_args__ = ("text", "octets")
    @property
    def parts(self) -> int:
        """How many parts it has; 1 where there is no concatenation."""
    @property
    def reference(self) -> int | None:
        """What its parts have in common, or None."""
    @property
    def ports(self) -> tuple[int, int] | None:
        """The ports that it goes to and comes from, or None."""
    @property
    def data_coding(self) -> DataCoding:
        """What the data coding of its first part says: a `DataCoding`."""
    @property
    def encoding(self) -> _Encoding | None:
        """`gsm7` or `ucs2`; None where it is neither."""
    @property
    def locking(self) -> str | None:
        """The code of the language whose locking shift table is used, or None."""
    @property
    def single(self) -> str | None:
        """The code of the language whose single shift table is used, or None."""
    @property
    def octets(self) -> bytes:
        """The septets, one in each octet, or octets of all parts."""
    @property
    def text(self) -> str | None:
        """Its text; None where a part has none, either."""
    def to_dict(self) -> dict[str, Any]:
        """The attributes as a dict of plain values that `json.dumps` takes. Octets are hexadecimal digits."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def __str__(self) -> str: ...

def segments(
    text: str,
    *,
    languages: Iterable[str] = (),
    shifts: _Shifts = "both",
    reference_bits: Literal[8, 16] = 8,
    transliteration: _Scheme | None = None,
    ports: tuple[int, int] | None = None,
    flash: bool = False,
) -> Segments:
    """What a text costs as short messages, and why.

    `languages` are the codes of the languages whose tables may be used, such as `["tr", "es"]`, one code, or
    `"all"`; none by default, since a gateway uses them when it is told to. `shifts` says which of their
    tables: `both`, `single` or `locking`. `reference_bits` is the width of the reference that parts have in
    common, 8 or 16. `transliteration` names the scheme by which characters are replaced first: see
    `transliterate`. `ports`, a pair of destination and source, take room in every part; `flash` costs
    nothing.

    The cheapest encoding that is allowed is found: the one of the fewest parts, of those GSM-7 before UCS-2,
    then the one of the smallest header, then of the fewest units. An estimate: documented are the alphabets
    and budgets (3GPP TS 23.038 and 23.040), not what a gateway does. Raises `TextError` for a lone surrogate
    or an unknown option.
    """

def count_many(
    texts: Iterable[str],
    *,
    languages: Iterable[str] = (),
    shifts: _Shifts = "both",
    reference_bits: Literal[8, 16] = 8,
    transliteration: _Scheme | None = None,
    ports: tuple[int, int] | None = None,
    flash: bool = False,
) -> Counts:
    """What each of many texts costs. The same as `segments` of each, and much faster.

    `texts` is any iterable of `str`; at most a few thousand of a generator's are held at once, and other
    threads run meanwhile. The options are those of `segments`. Raises `TextError`, which says which text it
    is.
    """

def split(
    text: str,
    *,
    reference: int,
    split: _Way = "gateway",
    languages: Iterable[str] = (),
    shifts: _Shifts = "both",
    reference_bits: Literal[8, 16] = 8,
    transliteration: _Scheme | None = None,
    ports: tuple[int, int] | None = None,
    flash: bool = False,
) -> list[Part]:
    """Cuts a text into the parts that are sent, in the encoding that `segments` finds with the same options.

    `reference` is the number that the parts of one message have in common, 0 to 255, or to 65535 with
    `reference_bits=16`: one that the messages sent to one phone before and after do not have. `split` says
    where a text may be cut: `gateway` fills each part up, as gateways do; `graphemes` keeps what a reader
    sees as one character (flags, families of emoji, combining marks) whole where it fits a part, which can
    take more parts. Neither cuts within an escape pair or a surrogate pair.

    Raises `TextError`: `too_many_parts`, `reference_too_large`, `unknown_option`, `lone_surrogate`.
    Documented: 3GPP TS 23.040, 9.2.3.24.
    """

def encode(text: str, *, encoding: _Encoding, locking: str | None = None, single: str | None = None) -> bytes:
    """A text as septets, one in each octet, or as UTF-16 with the high octet first: what SMPP calls a short
    message, without a header.

    `encoding` is `gsm7` or `ucs2`; `locking` and `single` are the codes of the languages whose tables are
    used, such as `tr`. Raises `TextError` (`not_encodable`, with the position) for a character that these
    tables do not have. Documented: 3GPP TS 23.038, 6.2.
    """

def decode(octets: _Octets, *, encoding: _Encoding, locking: str | None = None, single: str | None = None) -> str:
    """The text of septets, one in each octet, or of UTF-16 with the high octet first.

    It always succeeds: an escape and a septet that has no character behind one are that septet's own
    character, two escapes are a space; halves of surrogate pairs, and a last octet alone, are U+FFFD.
    Documented: 3GPP TS 23.038, 6.2.1.
    """

def pack(septets: _Octets, *, header: _Octets = b"") -> bytes:
    """Packs septets, one in each octet, into octets, behind a user data header (its length octet first) or
    nothing.

    The septets begin at a boundary of septets counted from the start of the header. Seven bits that are left
    over at the end are a carriage return. Documented: 3GPP TS 23.038, 6.1.2.
    """

def unpack(octets: _Octets, *, header: int = 0, length: int | None = None) -> bytes:
    """The septets of packed octets, one in each octet, behind a header of so many octets.

    `length` is how many septets the whole has, the header with its fill bits among them, as a TPDU tells it.
    Without it, all that the octets hold are given, but for a carriage return or zeros in the last seven
    bits; a text that ends with `@` just there needs the length. Documented: 3GPP TS 23.038, 6.1.2.
    """

def transliterate(text: str, scheme: _Scheme) -> Transliterated:
    """Writes a text with the letters of GSM-7, as far as a scheme goes, and says what it replaced.

    `scheme` is one of the gateway's names: `TURKISH`, `GREEK`, `CYRILLIC`, `SERBIAN_CYRILLIC`,
    `BULGARIAN_CYRILLIC`, `CENTRAL_EUROPEAN`, `BALTIC`, `PORTUGUESE`, `COLOMBIAN`, `NON_UNICODE`. The names
    are documented; the tables are this project's own reading (inferred), but for one text that the vendor
    shows, which comes out as shown. Each also replaces typographic punctuation, unusual spaces and what is
    invisible. Raises `TextError`: `unknown_option`, `lone_surrogate`.
    """

def binary_bodies(
    text: str,
    *,
    reference: int,
    split: _Way = "gateway",
    languages: Iterable[str] = (),
    shifts: _Shifts = "both",
    reference_bits: Literal[8, 16] = 8,
    transliteration: _Scheme | None = None,
    ports: tuple[int, int] | None = None,
    flash: bool = False,
) -> list[Body]:
    """A text as binary messages, cut as `split` cuts it and with the same arguments.

    In GSM-7 each septet takes an octet here, so that a full message has up to 160. `ports` are those of the
    programs that a message goes to and comes from; `flash` shows it at once. Raises `TextError`:
    `too_many_parts`, `reference_too_large`, `unknown_option`, `lone_surrogate`.
    """

def octet_bodies(
    octets: _Octets,
    *,
    reference: int,
    reference_bits: Literal[8, 16] = 8,
    ports: tuple[int, int] | None = None,
    flash: bool = False,
) -> list[Body]:
    """Data as binary messages: one where it fits, otherwise parts with concatenation headers, all but the last
    of them full.

    Raises `TextError`: `too_many_parts`, `reference_too_large`, `unknown_option`.
    """

def decode_part(
    octets: _Octets, *, data_coding: int, esm_class: int, packed: bool = False, length: int | None = None
) -> Decoded:
    """Reads a message, or a part of one, as a phone does.

    `octets` are a short message of SMPP or a binary body, one septet in each octet, with SMPP's
    `data_coding`; with `packed=True` the user data of a TPDU, with its data coding scheme and, where it is
    known, its `length` (TP-UDL). `esm_class` says with 64 that there is a header. What cannot be decoded is
    U+FFFD or a space. Raises `TextError`: `malformed_header`, `truncated`, `unknown_option`. Documented:
    3GPP TS 23.038, 4, and 23.040, 9.2.3.24; SMPP 3.4, 5.2.19.
    """

def describe(octets: _Octets, *, data_coding: int, esm_class: int) -> Decoded:
    """Reads the octets of a binary body as a phone does, and refuses what its sender cannot have meant: a
    header that a phone would pass over in part, an octet that is no septet, half a code unit, more than a
    short message carries.

    Raises `TextError`: `malformed_header`, `not_a_septet`, `odd_octets`, `too_long`, each with the offset;
    `unknown_option`.
    """

def reassemble(parts: Iterable[Decoded]) -> Whole:
    """Puts a message together from its parts, which may come in any order and twice.

    `parts` are what `decode_part` gives. Octets are joined before they become text, so that what another
    sender cut apart comes together. Raises `TextError`: `no_parts`, `missing_parts`, whose `missing` has the
    numbers, `contradictory_parts`, whose `positions` are the two in `parts` that do not go together.
    """
