"""SMS texts: what functions take and give, what they refuse and in which words."""

from __future__ import annotations

import contextlib
import copy
import gc
import inspect
import json
import pickle
import re
import sys
from array import array
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, get_args

import pytest
import smskernel
from hypothesis import given
from hypothesis import strategies as st
from smskernel import SmsKernelError, TextError, errors, infobip, text

CURLY = "It’s on! " * 9
TURKISH = "Şişli'de görüşürüz"


def test_a_curly_quote_is_explained() -> None:
    told = smskernel.segments(CURLY)
    assert (told.encoding, told.units, told.unit, told.parts, told.units_left) == (
        "ucs2",
        81,
        "UTF-16 code unit",
        2,
        53,
    )
    (culprit,) = told.culprits
    assert (culprit.character, culprit.reason, culprit.units, culprit.replacement) == ("’", "forces_ucs2", 1, "'")
    assert culprit.positions == tuple(range(2, 81, 9))
    assert culprit.instead is not None
    assert culprit.instead == told.if_replaced
    assert (culprit.instead.encoding, culprit.instead.parts, culprit.instead.units_left) == ("gsm7", 1, 79)
    assert str(told) == (
        "2 parts of UCS-2: 81 UTF-16 code units, 53 left in the last part (an estimate)\n"
        "  '’' (U+2019) at 2, 11, 20, 29, 38, 47, 56, 65 and 1 more forces UCS-2; "
        'with "\'" instead: 1 part of GSM-7, 79 left'
    )
    assert repr(told) == f"<Segments: {told}>"
    assert told.culprits is told.culprits


def test_positions_are_code_points() -> None:
    told = text.segments("👋 ä👋`")
    assert [(culprit.character, culprit.positions) for culprit in told.culprits] == [("👋", (0, 3)), ("`", (4,))]
    assert "'👋' (U+1F44B) at 0, 3 forces UCS-2\n" in str(told)


def test_a_language_is_used_when_it_is_allowed() -> None:
    assert text.segments(TURKISH).encoding == "ucs2"
    for languages in ("tr", "TR", ["tr"], ("es", "tr"), {"tr": 1}, iter(["TR"]), "all"):
        told = text.segments(TURKISH, languages=languages)
        assert (told.encoding, told.locking, told.single, told.units) == ("gsm7", "tr", None, 18)
    told = text.segments(TURKISH, languages="tr", shifts="single")
    assert (told.locking, told.single, told.units) == (None, "tr", 21)
    assert text.segments(TURKISH, languages="tr", shifts="locking").locking == "tr"


def test_transliteration_is_reported() -> None:
    told = text.segments("a Щука", transliteration="CYRILLIC")
    assert (told.text, told.encoding) == ("a Shchuka", "gsm7")
    first, *_ = told.replaced
    assert (first.position, first.original, first.replacement) == (2, "Щ", "Shch")
    made = text.transliterate("a Щука", "CYRILLIC")
    assert (made.text, made.replaced) == (told.text, told.replaced)
    assert repr(made).startswith("Transliterated(text=<text of 9 characters>, replaced=(Replacement(position=2, ")


def test_defaults_are_the_core_s() -> None:
    """What the signatures tell is what holds where nothing is given."""
    for function in (text.segments, text.count_many, text.split, text.binary_bodies):
        parameters = inspect.signature(function).parameters
        told = {name: parameter.default for name, parameter in parameters.items()}
        plain = {name: value for name, value in told.items() if value is not inspect.Parameter.empty}
        assert plain.keys() >= {"languages", "shifts", "reference_bits", "transliteration", "ports", "flash"}
        required: dict[str, Any] = {"reference": 7} if "reference" in parameters else {}
        function_: Any = function
        for given_text in (CURLY * 3, TURKISH * 20):
            first = [given_text] if function is text.count_many else given_text
            assert function_(first, **required) == function_(first, **required, **plain)
            nothing = dict.fromkeys(plain)
            assert function_(first, **required) == function_(first, **required, **nothing)


def test_columns() -> None:
    texts = [CURLY, TURKISH, "", "[]"]
    counts = text.count_many((each for each in texts), languages=["tr"])
    assert counts.parts == array("Q", [2, 1, 1, 1])
    assert counts.units == array("Q", [81, 18, 0, 4])
    assert counts.units_left == array("Q", [53, 137, 160, 156])
    assert counts.data_coding == array("B", [8, 0, 0, 0])
    assert counts.locking == array("B", [0, 1, 0, 0])
    assert counts.single == array("B", [0, 0, 0, 0])
    assert (len(counts), counts[1].locking, counts[-1].units) == (4, "tr", 4)
    assert [cost.parts for cost in counts] == [2, 1, 1, 1]
    assert counts[1:3] == text.count_many(texts[1:3], languages=["tr"])
    assert counts != counts[1:]
    assert repr(counts[:1]).startswith("Counts(parts=<1 number>, units=<1 number>, ")
    assert memoryview(counts.parts).tolist() == [2, 1, 1, 1]
    assert json.loads(json.dumps(counts.to_dict()))["parts"] == [2, 1, 1, 1]
    with pytest.raises(IndexError):
        counts[4]
    assert len(text.count_many([])) == 0
    assert sum(text.count_many(["a" * 161] * 10_000).parts) == 20_000


def test_parts() -> None:
    first, last = text.split("€" + "a" * 159, reference=258, reference_bits=16)
    assert (first.text, first.start, first.end, first.units) == ("€" + "a" * 150, 0, 151, 152)
    assert (last.start, last.end, last.header.hex()) == (151, 160, "0608040102" + "0202")
    assert (first.encoding, first.locking, first.data_coding, first.esm_class) == ("gsm7", None, 0, 64)
    assert (len(first.user_data), first.user_data_length) == (140, 160)
    assert first.short_message[7:] == text.encode(first.text, encoding="gsm7")
    assert text.unpack(first.user_data, header=7, length=160) == first.short_message[7:]
    assert text.pack(first.short_message[7:], header=first.header) == first.user_data
    assert "aaa" not in repr(first)
    family = "👨‍👩‍👧‍👦"
    cut, whole = (
        text.split("я" * 60 + family + "я" * 9, reference=1, split=way)[0].text for way in ("gateway", "graphemes")
    )
    assert (len(cut), whole) == (64, "я" * 60)


def test_octets_are_any_bytes() -> None:
    for octets in (b"\x1be", bytearray(b"\x1be"), memoryview(b"\x1be")):
        assert text.decode(octets, encoding="gsm7") == "€"
    assert text.encode(TURKISH, encoding="gsm7", locking="TR") == text.encode(TURKISH, encoding="gsm7", locking="tr")
    assert text.decode(text.encode("👋", encoding="ucs2"), encoding="ucs2") == "👋"


def test_binary_bodies_are_sent_and_read() -> None:
    bodies = text.binary_bodies("Merhaba 👋 " * 9, reference=7, ports=(5505, 0))
    gateway = infobip.Gateway("https://example.com", auth=infobip.ApiKey("key"))
    messages = [infobip.BinaryMessage(to="41793026727", binary=infobip.Binary(**body.to_dict())) for body in bodies]
    written = json.loads(gateway.send_binary(messages=messages).body)["messages"]
    assert [bytes.fromhex(message["binary"]["hex"]) for message in written] == [body.hex for body in bodies]
    assert repr(bodies[0]) == "Body(hex=<138 octets>, data_coding=8, esm_class=64)"
    read = [text.describe(body.hex, data_coding=body.data_coding, esm_class=body.esm_class) for body in bodies]
    assert str(read[1]) == "UCS-2: 36 UTF-16 code units; part 2 of 2, reference 7; to port 5505 from 0"
    assert (read[0].ports, [element.element for element in read[0].header]) == ((5505, 0), ["concatenation", "ports"])
    assert read[0].concatenation == read[0].header[0]
    whole = text.reassemble(reversed(read))
    assert (whole.text, whole.parts, whole.reference, whole.ports) == ("Merhaba 👋 " * 9, 2, 7, (5505, 0))
    assert repr(whole) == "<Whole: UCS-2: 99 UTF-16 code units; 2 parts, reference 7; to port 5505 from 0>"
    (flash,) = text.octet_bodies(b"\x01\x02", reference=0, flash=True)
    told = text.describe(flash.hex, data_coding=flash.data_coding, esm_class=flash.esm_class)
    assert (told.text, told.octets, told.data_coding.alphabet, told.data_coding.message_class) == (
        None,
        b"\x01\x02",
        "octets",
        0,
    )


def some_of_each() -> list[Any]:
    told = text.segments("Щ [’] 👋", languages="all", shifts="single", reference_bits=16, ports=(1, 2), flash=True)
    parts = text.split(CURLY, reference=3)
    read = [text.decode_part(part.short_message, data_coding=8, esm_class=64) for part in parts]
    packed = text.decode_part(
        text.split("a", reference=0)[0].user_data, data_coding=0, esm_class=0, packed=True, length=1
    )
    return [
        told,
        text.segments("Щ", transliteration="CYRILLIC"),
        told.culprits[0],
        told.if_replaced,
        text.count_many(["a", "Щ"]),
        parts[0],
        text.transliterate("Щ", "CYRILLIC"),
        text.binary_bodies("a", reference=0)[0],
        read[0],
        read[0].header[0],
        read[0].data_coding,
        packed,
        text.reassemble(read),
    ]


@pytest.mark.parametrize("value", some_of_each(), ids=lambda value: type(value).__name__)
def test_values(value: Any) -> None:
    for other in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert type(other) is type(value)
        assert other == value
        assert repr(other) == repr(value)
        if not isinstance(value, text.Counts):
            assert hash(other) == hash(value)
    assert value != 1
    plain = value.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert all(hasattr(value, name) for name in type(value).__match_args__)
    with pytest.raises(AttributeError):
        setattr(value, value.__match_args__[0], 1)


WRONG: Any = text
"""For what the types refuse."""
LANGUAGES = '"tr", "es", "pt", "bn", "gu", "hi", "kn", "ml", "or", "pa", "ta", "te", "ur"'
KNOWN = f'languages is {LANGUAGES} or "all"'
PART = text.decode_part(b"\x05\x00\x03\x07\x02\x01a", data_coding=0, esm_class=64)
OTHER = text.decode_part(b"\x05\x00\x03\x07\x02\x01b", data_coding=0, esm_class=64)
HALF = (
    "half of a surrogate pair, U+D83D, stands at {}: it is no character and cannot be sent; "
    "mend the text where it was cut"
)


@pytest.mark.parametrize(
    ("call", "code", "offset", "message"),
    [
        (lambda: text.segments("ä\ud83d"), "lone_surrogate", 1, "text: " + HALF.format(1)),
        (lambda: text.count_many(["", "\ud83d"]), "lone_surrogate", 0, "texts[1]: " + HALF.format(0)),
        (
            lambda: text.segments("", languages="de"),
            "unknown_option",
            None,
            f'{KNOWN}, not "de"',
        ),
        (
            lambda: text.segments("", languages=["tr", ""]),
            "unknown_option",
            None,
            f'{KNOWN}, not ""',
        ),
        (
            lambda: WRONG.segments("", shifts="none"),
            "unknown_option",
            None,
            'shifts is "both", "single" or "locking", not "none"',
        ),
        (
            lambda: WRONG.segments("", reference_bits=7),
            "unknown_option",
            None,
            "reference_bits is 8 or 16, not 7",
        ),
        (
            lambda: WRONG.segments("", transliteration="greek"),
            "unknown_option",
            None,
            'transliteration is "TURKISH", "GREEK", "CYRILLIC", "SERBIAN_CYRILLIC", "BULGARIAN_CYRILLIC", '
            '"CENTRAL_EUROPEAN", "BALTIC", "PORTUGUESE", "COLOMBIAN" or "NON_UNICODE", not "greek"',
        ),
        (
            lambda: text.segments("", ports=(1, -1)),
            "unknown_option",
            None,
            "ports[1] is a number from 0 to 65535, not -1",
        ),
        (
            lambda: text.split("", reference=10**5000),
            "unknown_option",
            None,
            # Python does not write such a number in tens.
            f"reference is a number from 0 to 65535, not {hex(10**5000)[:40]}…",
        ),
        (
            lambda: WRONG.split("", reference=1, split="words"),
            "unknown_option",
            None,
            'split is "gateway" or "graphemes", not "words"',
        ),
        (
            lambda: text.split("a", reference=256),
            "reference_too_large",
            None,
            "the reference 256 is over 255; give a smaller one, or allow references of 16 bits",
        ),
        (
            lambda: text.split("a" * 40_000, reference=1),
            "too_many_parts",
            None,
            "it would have 262 parts, and a message has 255 at most; send it as several messages",
        ),
        (
            lambda: text.encode("👋`", encoding="gsm7"),
            "not_encodable",
            0,
            "the character U+1F44B at 0 is not in this encoding; send the text as UCS-2, or replace it",
        ),
        (
            lambda: text.encode("ää`", encoding="gsm7"),
            "not_encodable",
            2,
            "the character U+0060 at 2 is not in this encoding; send the text as UCS-2, or replace it",
        ),
        (
            lambda: WRONG.encode("a", encoding="utf8"),
            "unknown_option",
            None,
            'encoding is "gsm7" or "ucs2", not "utf8"',
        ),
        (
            lambda: text.decode(b"a", encoding="gsm7", locking="all"),
            "unknown_option",
            None,
            f'locking is {LANGUAGES.replace(", " + chr(34) + "ur", " or " + chr(34) + "ur")}, not "all"',
        ),
        (
            lambda: text.unpack(b"a", length=-1),
            "unknown_option",
            None,
            "length is a number from 0 on, not -1",
        ),
        (
            lambda: text.decode_part(b"a", data_coding=256, esm_class=0),
            "unknown_option",
            None,
            "data_coding is a number from 0 to 255, not 256",
        ),
        (
            lambda: text.decode_part(b"\x05\x00", data_coding=0, esm_class=64),
            "malformed_header",
            0,
            "the user data header is malformed at octet 0: it states 5 octets, and 1 follow; octets without a header "
            "go without 64 in esm_class",
        ),
        (
            lambda: text.decode_part(b"ab", data_coding=0, esm_class=0, packed=True, length=9),
            "truncated",
            2,
            "the user data has 2 octets, and 8 by its length; give all of it, or no length",
        ),
        (
            lambda: text.describe(b"a\x80", data_coding=0, esm_class=0),
            "not_a_septet",
            1,
            "the octet 0x80 at 1 is over 0x7f; this data coding has one septet in each octet, not packed; data has the "
            "data coding 4",
        ),
        (
            lambda: text.describe(b"abc", data_coding=8, esm_class=0),
            "odd_octets",
            2,
            "the octet at 2 is half a code unit; UCS-2 has two octets for each",
        ),
        (
            lambda: text.describe(b"a" * 141, data_coding=4, esm_class=0),
            "too_long",
            140,
            "what begins at octet 140 is more than a short message carries; send it as parts with concatenation "
            "headers",
        ),
        (lambda: text.reassemble([]), "no_parts", None, "there are no parts; give every part of one message"),
        (
            lambda: text.reassemble([PART]),
            "missing_parts",
            None,
            "of 2 parts these are missing: 2; give every part of the message",
        ),
        (
            lambda: text.reassemble([PART, OTHER]),
            "contradictory_parts",
            None,
            "the part at 1 contradicts the one at 0: both are part 1, and they hold different octets; give the parts "
            "of one message",
        ),
    ],
)
def test_refusals(call: Callable[[], object], code: str, offset: int | None, message: str) -> None:
    with pytest.raises(TextError) as caught:
        call()
    error = caught.value
    assert (error.code, error.offset) == (code, offset)
    assert str(error) == message
    assert isinstance(error, SmsKernelError)
    assert isinstance(error, ValueError)
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (str(other), vars(other)) == (str(error), vars(error))
    assert json.loads(json.dumps(error.to_dict())) == error.to_dict()
    assert code in {code for part in get_args(errors.TextCode) for code in get_args(part)}


def test_refusals_name_the_parts() -> None:
    with pytest.raises(TextError) as caught:
        text.reassemble([PART])
    assert (caught.value.missing, caught.value.positions) == ((2,), ())
    with pytest.raises(TextError) as caught:
        text.reassemble([PART, OTHER])
    assert (caught.value.missing, caught.value.positions) == ((), (1, 0))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: WRONG.segments(b"a"), "text is str, not bytes"),
        (lambda: WRONG.segments("a", languages=3), "languages is str or an iterable of str, not int"),
        (lambda: WRONG.segments("a", languages=["tr", 3]), "languages[1] is str, not int"),
        (lambda: WRONG.segments("a", shifts=1), "shifts is str, not int"),
        (lambda: WRONG.segments("a", reference_bits="8"), "reference_bits is int, not str"),
        (lambda: WRONG.segments("a", reference_bits=True), "reference_bits is int, not bool"),
        (lambda: WRONG.segments("a", transliteration=1), "transliteration is str, not int"),
        (lambda: WRONG.segments("a", ports=1), "ports is a tuple of destination and source, not int"),
        (lambda: WRONG.segments("a", ports=("1", 2)), "ports[0] is int, not str"),
        (lambda: WRONG.segments("a", flash=1), "flash is bool, not int"),
        (lambda: WRONG.segments("a", language="tr"), "segments() got an unexpected keyword argument 'language'"),
        (lambda: WRONG.count_many("ab"), "texts is an iterable of str, not str: for one text there is segments"),
        (lambda: WRONG.count_many(3), "texts is an iterable of str, not int"),
        (lambda: WRONG.count_many(["a", None]), "texts[1] is str, not NoneType"),
        (lambda: WRONG.split("a", reference="1"), "reference is int, not str"),
        (lambda: WRONG.split("a", reference=1, split=2), "split is str, not int"),
        (lambda: WRONG.encode("a", encoding=7), "encoding is str, not int"),
        (lambda: WRONG.encode("a", encoding="gsm7", locking=1), "locking is str, not int"),
        (lambda: WRONG.decode("a", encoding="gsm7"), "octets is bytes, not str"),
        (lambda: WRONG.pack("a"), "septets is bytes, not str"),
        (lambda: WRONG.pack(b"a", header="a"), "header is bytes, not str"),
        (lambda: WRONG.unpack(b"a", header=b""), "header is int, not bytes"),
        (lambda: WRONG.transliterate("a", None), "scheme is str, not NoneType"),
        (lambda: WRONG.octet_bodies("a", reference=1), "octets is bytes, not str"),
        (lambda: WRONG.decode_part(b"a", data_coding=None, esm_class=0), "data_coding is int, not NoneType"),
        (lambda: WRONG.decode_part(b"a", data_coding=0, esm_class=0, packed=1), "packed is bool, not int"),
        (
            lambda: WRONG.decode_part(b"a", data_coding=0, esm_class=0, length=1),
            "length is that of a TPDU: give packed=True with it",
        ),
        (lambda: WRONG.reassemble(1), "parts is an iterable of Decoded, not int"),
        (lambda: WRONG.reassemble([1]), "parts[0] is a Decoded, not int"),
    ],
)
def test_wrong_types(call: Callable[[], object], message: str) -> None:
    with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
        call()


def test_what_an_iterable_raises_comes_through() -> None:
    def texts() -> Any:
        yield "a"
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        text.count_many(texts())


def test_threads_share_texts() -> None:
    texts = [f"{row} {CURLY}{TURKISH}" for row in range(3000)]
    told = text.segments(texts[7])

    def work(_: int) -> Any:
        return text.count_many(texts, languages="all"), str(told), told.culprits

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(work, range(16)))
    assert all(each == found[0] for each in found)
    # The culprits are worked out once for all.
    assert all(each[2] is found[0][2] for each in found)


def test_nothing_is_held() -> None:
    """Objects of the interpreter do not grow in number with calls, refused ones among them."""

    def work() -> None:
        for call in (
            lambda: text.segments(CURLY).to_dict(),
            lambda: text.count_many([CURLY] * 3)[1:],
            lambda: text.split(CURLY, reference=1),
            lambda: text.segments("\ud83d"),
            lambda: text.reassemble([PART, OTHER]),
        ):
            with contextlib.suppress(TextError):
                call()

    work()
    gc.collect()
    before, held = len(gc.get_objects()), sys.getrefcount(CURLY)
    for _ in range(200):
        work()
    gc.collect()
    assert len(gc.get_objects()) - before < 50
    assert sys.getrefcount(CURLY) == held


every_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
costly = st.text(st.sampled_from("a[€’👋я\u0301👨\u200d👩ş"), max_size=400)
texts = every_text | costly
languages = st.lists(st.sampled_from(["tr", "es", "pt", "hi", "ur"]), max_size=3)
options = st.fixed_dictionaries(
    {},
    optional={
        "languages": languages,
        "shifts": st.sampled_from(["both", "single", "locking"]),
        "reference_bits": st.sampled_from([8, 16]),
        "ports": st.tuples(st.integers(0, 65535), st.integers(0, 65535)),
    },
)


@given(texts, options)
def test_positions_name_their_characters(given_text: str, named: Any) -> None:
    told = text.segments(given_text, **named)
    assert told.text == given_text
    for culprit in told.culprits:
        assert culprit.positions == tuple(
            place for place, character in enumerate(given_text) if character == culprit.character
        )
    made = text.transliterate(given_text, "NON_UNICODE")
    place = 0
    rebuilt: list[str] = []
    for one in made.replaced:
        rebuilt += [given_text[place : one.position], one.replacement]
        assert given_text[one.position :].startswith(one.original)
        place = one.position + len(one.original)
    assert "".join([*rebuilt, given_text[place:]]) == made.text


@given(st.lists(texts, max_size=8), options)
def test_columns_are_what_segments_tells(many: list[str], named: Any) -> None:
    counts = text.count_many(many, **named)
    told = [text.segments(each, **named) for each in many]
    for cost, each in zip(counts, told, strict=True):
        assert cost.to_dict().items() <= each.to_dict().items()


@given(texts, options, st.sampled_from(["gateway", "graphemes"]), st.integers(0, 255))
def test_parts_are_the_text(given_text: str, named: Any, way: Any, reference: int) -> None:
    parts = text.split(given_text, reference=reference, split=way, **named)
    assert "".join(part.text for part in parts) == given_text
    assert all(given_text[part.start : part.end] == part.text for part in parts)
    told = text.segments(given_text, **named)
    assert len(parts) == told.parts if way == "gateway" else len(parts) >= told.parts
    assert sum(part.units for part in parts) == told.units
    for part in parts:
        assert len(part.user_data) <= 140
        body = part.short_message[len(part.header) :]
        assert text.decode(body, encoding=part.encoding, locking=part.locking, single=part.single) == part.text
    read = [
        text.decode_part(
            part.user_data,
            data_coding=part.data_coding,
            esm_class=part.esm_class,
            packed=True,
            length=part.user_data_length,
        )
        for part in parts
    ]
    assert text.reassemble(read[::-1]).text == given_text


@given(st.binary(max_size=200), st.integers(0, 255), st.integers(0, 255), st.booleans())
def test_octets_are_read_or_refused(octets: bytes, data_coding: int, esm_class: int, packed: bool) -> None:
    try:
        read = text.decode_part(octets, data_coding=data_coding, esm_class=esm_class, packed=packed)
        assert pickle.loads(pickle.dumps(read)) == read
    except TextError as error:
        assert error.offset is not None
        assert 0 <= error.offset <= len(octets)
