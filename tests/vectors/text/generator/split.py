"""split.json: texts as parts, and each part as octets."""

from alphabets import CODES, LOCKING, NAMES, SINGLE
from messages import MOST_PARTS, Message, Options, gateway, graphemes
from writing import DECISION, STANDARD, case, short, text

ABOUT = "Texts as parts: their text, header, user data of a TPDU, short message of SMPP; two ways of cutting; refusals."

CLUSTERS = "Unicode Standard Annex 29 (documented); the clusters by hand"

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
KENYA, UGANDA, TANZANIA = "🇰🇪", "🇺🇬", "🇹🇿"


def given(value, options, reference, way):
    found = {"text": value, **options.given(), "reference": reference}
    return {**found, "split": "graphemes"} if way == "graphemes" else found


def expected(message: Message, reference):
    parts = [{**part, "text": short(part["text"])} for part in message.parts(reference)]
    return {**message.encoding.expected(), "parts": parts}


def whole(name, value, reference=0x5A, source=STANDARD, **options):
    options = Options(**options)
    message = gateway(str(value), options)
    return case(name, "split", given(value, options, reference, "gateway"), expected(message, reference), source)


def plain():
    yield whole("one part has no header", "Hello, world: €5 [100%]")
    yield whole("nothing is one empty part", "")
    yield whole("UCS-2, one part", "Привет 😀")
    yield whole("UCS-2 without surrogates, one part", "Привет")
    yield whole("GSM-7, two parts", text(("Hello ", 30), "bye"))
    yield whole("GSM-7, two parts, 16-bit reference", text(("Hello ", 30), "bye"), 0xCAFE, reference_bits=16)
    yield whole("a reference of 0", text(("a", 161)), 0)
    yield whole("the largest reference of 8 bits", text(("a", 161)), 255)
    yield whole("the largest reference of 16 bits", text(("a", 161)), 65535, reference_bits=16)
    yield whole("a small reference of 16 bits", text(("a", 161)), 1, reference_bits=16)
    yield whole("UCS-2, three parts", text(("слово ", 24), "конец"), 7)
    yield whole("UCS-2, two parts, 16-bit reference", text(("слово ", 12), "конец"), 0x0102, reference_bits=16)
    for size in (151, 152, 153):
        yield whole(f"a euro sign after {size} septets", text(("a", size), "€", ("b", 10)))
    yield whole("nothing but escape pairs: 152 septets a part", text(("€", 81)))
    for size in (65, 66, 67):
        yield whole(f"an emoji after {size} units", text(("д", size), "😀", ("б", 5)))
    yield whole("nothing but emoji: 66 units a part", text(("😀", 36)))


def ends():
    # Seven spare bits would read as `@`; one septet less, or a real `@` there, is another matter.
    for length in (7, 8, 15, 16, 23, 24, 159, 160):
        for end, name in [("a", "a"), ("@", "@"), ("\r", "CR")]:
            yield whole(f"{length} septets, the last one {name}", text(("a", length - 1), end))
    for bits, joined in [(8, 153), (16, 152)]:
        for length in range(1, 10):
            for end, name in [("a", "a"), ("@", "@")]:
                value = text(("a", joined + length - 1), end)
                label = f"a last part of {length} septets, the last one {name}, {bits}-bit reference"
                yield whole(label, value, 3, reference_bits=bits)
    for length in (5, 6, 7, 8):
        for end in "ğ@":
            value = text(("ş", length - 1), end)
            yield whole(f"{length} septets after a language, the last one {end}", value, languages=("tr",))


def national():
    known = {*LOCKING[None].values(), *SINGLE[None].values()}
    for code in CODES:
        name = NAMES[code]
        locking = [character for character in LOCKING.get(code, {}).values() if character not in known]
        single = [character for character in SINGLE[code].values() if character not in known]
        only_there = [character for character in single if character not in locking]
        yield whole(f"{name}: letters of its tables", "".join(locking[-3:] + only_there[-3:]), languages=(code,))
        if locking:
            yield whole(f"{name}: locking shift, two parts", text((locking[0], 155), "@"), languages=(code,))
        value = text(("0", 149), single[-1], "12345")
        yield whole(f"{name}: single shift, two parts", value, languages=(code,), shifts="single")
    yield whole("two languages, two parts", text(("ş", 145), "Á", ("ğ", 10)), languages=("tr", "es"))
    yield whole(
        "two languages, two parts, 16-bit reference",
        text(("ş", 144), "Á", ("ğ", 10)),
        0xABCD,
        languages=("tr", "es"),
        reference_bits=16,
    )
    yield whole("allowed languages that nobody needs", "Hello", languages=("hi", "tr"))


def clusters():
    for name, cluster in [
        ("a family", FAMILY),
        ("a flag", KENYA),
        ("a skin tone", "👍🏽"),
        ("a flag made of tags", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"),
        ("a keycap", "1\ufe0f\u20e3"),
        ("a combining mark", "ж\u0301"),
        ("two combining marks", "ж\u0301\u0323"),
        ("a Devanagari conjunct", "क\u094dष"),
        ("a conjunct with a vowel sign", "स\u094dत\u094dर\u0940"),
        ("a Bengali conjunct", "ক\u09cdষ"),
        ("a Thai vowel", "ก\u0e33"),
        ("a syllable of jamo", "\u1112\u1161\u11ab"),
        ("a number sign that goes before", "\u06001"),
        ("an Arabic letter with marks", "ب\u0651\u064e"),
    ]:
        size = len(cluster.encode("utf-16-be")) // 2
        for before in sorted({67 - size, 68 - size, 66}):
            pieces = ["д"] * before + [cluster] + ["б"] * (70 - before)
            yield pieces, f"{name} after {before} units", {}
    yield ["\r\n" if at % 2 else "a" for at in range(120)], "CR LF in GSM-7", {}
    yield ["a"] * 152 + ["\r\n"] + ["b"] * 10, "CR LF across the cut", {}
    yield ["a"] * 151 + ["\r\n"] + ["b"] * 10, "CR LF up to the cut", {}
    yield ["क"] * 147 + ["क\u094dष"] + ["क"] * 9, "a conjunct across the cut of a locking table", {"languages": ("hi",)}
    yield [KENYA, UGANDA, TANZANIA] * 14, "nothing but flags", {}
    yield ["д"] + [KENYA, UGANDA, TANZANIA] * 14, "flags after one letter", {}
    yield [FAMILY] * 14, "nothing but families, 16-bit reference", {"reference_bits": 16}
    yield ["д"] * 60 + ["б" + "\u0301" * 9], "one part is not cut", {}
    yield ["д"] * 3 + ["б" + "\u0301" * 66] + ["д"] * 3, "a grapheme that just fits a part", {}
    yield ["б" + "\u0301" * 80] + ["д"] * 10, "a grapheme larger than a part, first", {}
    yield ["д"] * 10 + ["б" + "\u0301" * 80] + [FAMILY] * 6, "a grapheme larger than a part, within", {}


def whole_graphemes():
    for pieces, name, settings in clusters():
        options = Options(**settings)
        message = graphemes(pieces, options)
        source = DECISION if "larger" in name else CLUSTERS
        value, reference = short("".join(pieces)), 9
        yield case(
            f"graphemes: {name}",
            "split",
            given(value, options, reference, "graphemes"),
            expected(message, reference),
            source,
        )
    family = text(("д", 60), FAMILY, ("б", 10))
    yield whole("gateways cut a family between its people", family, 9)
    yield whole("gateways cut a flag between its letters", text(("д", 65), KENYA, ("б", 10)), 9)


def bounds():
    for value, bits, name in [
        (text(("a", MOST_PARTS * 153)), 8, "GSM-7"),
        (text(("a", MOST_PARTS * 152)), 16, "GSM-7, 16-bit reference"),
        (text(("д", MOST_PARTS * 67)), 8, "UCS-2"),
    ]:
        options = Options(reference_bits=bits)
        message = gateway(str(value), options)
        last = message.parts(1)[-1]
        expect = {**message.encoding.expected(), "total": MOST_PARTS, "last": {**last, "text": short(last["text"])}}
        yield case(f"255 parts: {name}", "split", given(value, options, 1, "gateway"), expect)
        more = text(*value.pieces, value.pieces[0][0])
        error = {"error": {"code": "too_many_parts"}}
        yield case(f"256 parts are refused: {name}", "split", given(more, options, 1, "gateway"), error)
    flags = text((KENYA, MOST_PARTS * 16 + 1))
    options, error = Options(), {"error": {"code": "too_many_parts"}}
    assert len(gateway(str(flags), options).ranges) <= MOST_PARTS
    refused = given(flags, options, 1, "graphemes")
    yield case("256 parts are refused where graphemes stay whole, though fewer would do", "split", refused, error)
    error = {"error": {"code": "reference_too_large"}}
    for value, name in [("Hello", "one part"), (text(("a", 161)), "two parts")]:
        refused = given(value, options, 256, "gateway")
        yield case(f"a reference of 256 in 8 bits is refused: {name}", "split", refused, error, DECISION)


def cases():
    return [*plain(), *ends(), *national(), *whole_graphemes(), *bounds()]
