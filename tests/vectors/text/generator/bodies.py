"""bodies.json: texts and octets as the bodies of binary messages, and such bodies read."""

import decode
import split
from messages import MOST_PARTS, OCTETS, Options, gateway, graphemes
from writing import DECISION, STANDARD, case, text

ABOUT = "Texts and octets as bodies of binary messages, as gateways ask for them; and such bodies described."

GATEWAY = "infobip, POST /sms/1/binary/advanced, binary (documented); 3GPP TS 23.040, 9.2.3.24 (documented)"
FLASH = "3GPP TS 23.038, 4: class 0 (documented); that gateways take it so (inferred)"


def body(octets, data_coding, header):
    return {"hex": octets, "data_coding": data_coding, "esm_class": 0x40 if header else 0}


def of_text(name, value, reference=0x5A, source=GATEWAY, clusters=None, **options):
    options = Options(**options)
    message = graphemes(clusters, options) if clusters else gateway(str(value), options)
    bodies = [body(part["short_message"], part["data_coding"], part["header"]) for part in message.parts(reference)]
    given = split.given(value, options, reference, "graphemes" if clusters else "gateway")
    return case(name, "binary_bodies", given, {"bodies": bodies}, source)


WAP, SYNC = (2948, 9200), (0xF5, 0xF1)


def texts():
    yield of_text("one part", "Test message.")
    yield of_text("one part of UCS-2", "Hello world, Καλημέρα κόσμε, コンニチハ")
    yield of_text("two parts", text(("Hello ", 30), "@"))
    yield of_text("two parts, 16-bit reference", text(("Hello ", 30), "@"), 0xCAFE, reference_bits=16)
    yield of_text("UCS-2, two parts", text(("д", 66), "😀", ("б", 5)))
    yield of_text("Turkish locking shift", "Şişli'de görüşürüz", languages=("tr",))
    yield of_text("Spanish single shift", "¿Qué tal, José? Adiós", languages=("es",))
    yield of_text("two languages", "şÁ", languages=("tr", "es"))
    yield of_text("a language, two parts", text(("ş", 160)), languages=("tr",))
    both = {"languages": ("tr", "es"), "reference_bits": 16}
    yield of_text("two languages, two parts, 16-bit reference", text(("şÁ", 60)), 7, **both)
    family = ["д"] * 60 + [split.FAMILY] + ["б"] * 10
    yield of_text("graphemes", text(("д", 60), split.FAMILY, ("б", 10)), 3, clusters=family)
    ports = "concatenation, ports, languages, in this order (inferred)"
    yield of_text("ports", "Hello", ports=WAP)
    yield of_text("small ports are sent in 16 bits, too", "Hello", ports=SYNC)
    yield of_text("ports of UCS-2", "Привет", ports=WAP)
    for size, name in [(152, "152 septets fill one part"), (153, "153 septets need two")]:
        yield of_text(f"beside ports {name}", text(("a", size)), ports=WAP)
    for size, name in [(292, "292 septets fill two parts"), (293, "293 need three")]:
        yield of_text(f"beside ports and concatenation {name}", text(("a", size)), ports=WAP)
    for size, name in [
        (66, "66 units fill one part"),
        (67, "67 need two"),
        (128, "128 fill two"),
        (129, "129 need three"),
    ]:
        yield of_text(f"UCS-2 beside ports: {name}", text(("д", size)), ports=WAP)
    yield of_text("ports, a language, two parts", text(("ş", 160)), 9, ports, languages=("tr",), ports=WAP)
    yield of_text("flash", "Hello", flash=True, source=FLASH)
    yield of_text("flash in UCS-2", "Привет", flash=True, source=FLASH)
    yield of_text("flash, two parts", text(("a", 161)), flash=True, source=FLASH)
    yield of_text("flash with a language", "şğ", flash=True, source=FLASH, languages=("tr",))


def of_octets(name, size, reference=0x5A, source=GATEWAY, bits=8, ports=None, octets=None, flash=False):
    options = Options(reference_bits=bits, ports=ports, flash=flash)
    data = octets if octets is not None else bytes([0x5A]) * size
    given = {"octets": data.hex() if octets is not None else {"$repeat": ["5a", size]}}
    given |= {"reference": reference, **options.given()}
    pieces, header = [data], options.header(None)
    if len(header) + len(data) > OCTETS:
        room = OCTETS - len(options.header(None, (0, 1, 1)))
        pieces = [data[at : at + room] for at in range(0, len(data), room)]
    if len(pieces) > MOST_PARTS:
        return case(name, "octet_bodies", given, {"error": {"code": "too_many_parts"}}, source)
    bodies = []
    for number, piece in enumerate(pieces, 1):
        header = options.header(None, (reference, len(pieces), number) if len(pieces) > 1 else None)
        bodies.append(body((header + piece).hex(), 0x14 if flash else 4, header))
    if len(bodies) > 10:
        return case(name, "octet_bodies", given, {"total": len(bodies), "last": bodies[-1]}, source)
    return case(name, "octet_bodies", given, {"bodies": bodies}, source)


def octets():
    yield of_octets("octets: a few", 0, octets=bytes.fromhex("00ff1b0d80"))
    yield of_octets("octets: none", 0, source=DECISION)
    yield of_octets("octets: flash", 150, source=FLASH, flash=True)
    yield of_octets("octets: with ports", 0, octets=bytes.fromhex("0605"), ports=WAP)
    for size in (140, 141, 268, 269):
        yield of_octets(f"octets: {size}", size)
    for size in (141, 266, 267):
        yield of_octets(f"octets: {size}, 16-bit reference", size, 0xCAFE, bits=16)
    for size in (133, 134, 256, 257):
        yield of_octets(f"octets: {size}, with ports", size, ports=WAP)
    for size in (254, 255):
        yield of_octets(f"octets: {size}, with ports, 16-bit reference", size, 1, bits=16, ports=WAP)
    yield of_octets("octets: 255 parts", MOST_PARTS * 134)
    yield of_octets("octets: 256 parts are refused", MOST_PARTS * 134 + 1)
    error = {"error": {"code": "reference_too_large"}}
    yield case(
        "octets: a reference of 256 in 8 bits", "octet_bodies", {"octets": "00", "reference": 256}, error, DECISION
    )
    given = {"text": "Hello", "reference": 256}
    yield case("a reference of 256 in 8 bits", "binary_bodies", given, error, DECISION)
    given = {"text": text(("a", MOST_PARTS * 153 + 1)), "reference": 1}
    yield case("256 parts are refused", "binary_bodies", given, {"error": {"code": "too_many_parts"}}, STANDARD)


def described():
    """The same bodies back, and those that somebody else made."""
    for one in [*texts(), *octets()]:
        for number, found in enumerate(one["expect"].get("bodies", []), 1):
            yield describe(f"back: {one['name']}, body {number}", found)
    for one in [*decode.headers(), *decode.broken(), *decode.codings(), *decode.units()]:
        given = one["input"]
        if "short_message" in given:
            names = {"short_message": "hex", "data_coding": "data_coding", "esm_class": "esm_class"}
            found = {new: given[old] for old, new in names.items()}
            yield describe(f"described: {one['name']}", found, one["source"])
    samples = [("54657374206d6573736167652e", 0, 0), ("00480065006c006c006f0020039a03b1", 8, 0)]
    samples += [("03250101006100", 0, 0x40), ("032401021b61", 1, 0x40)]
    for octets_, data_coding, esm_class in samples:
        found = {"hex": octets_, "data_coding": data_coding, "esm_class": esm_class}
        yield describe(f"described: {octets_}, {data_coding}, {esm_class}", found, GATEWAY)


def judged():
    for name, octets, data_coding, esm_class in [
        ("an octet that is no septet", "4180", 0, 0),
        ("one behind a header", "05000307020141ff", 0, 0x40),
        ("one of ASCII", "4180", 1, 0),
        ("160 septets", "41" * 160, 0, 0),
        ("161 septets", "41" * 161, 0, 0),
        ("153 septets behind a header", "050003070201" + "41" * 153, 0, 0x40),
        ("154 septets behind a header", "050003070201" + "41" * 154, 0, 0x40),
        ("70 units", "0041" * 70, 8, 0),
        ("71 units", "0041" * 71, 8, 0),
        ("140 octets", "41" * 140, 4, 0),
        ("141 octets", "41" * 141, 4, 0),
        ("135 octets behind a header", "050003070201" + "41" * 135, 4, 0x40),
    ]:
        found = {"hex": octets, "data_coding": data_coding, "esm_class": esm_class}
        yield describe(f"judged: {name}", found, DECISION)


def describe(name, found, source=GATEWAY):
    given = {"short_message": found["hex"], "data_coding": found["data_coding"], "esm_class": found["esm_class"]}
    return {**decode.read(name, given, source, "describe"), "input": found}


def cases():
    return [*texts(), *octets(), *described(), *judged()]
