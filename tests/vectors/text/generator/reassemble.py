"""reassemble.json: parts in any order, put together; and what is missing or does not belong together."""

from messages import Options, gateway
from reading import Refused, whole_of
from writing import DECISION, STANDARD, case, text

ABOUT = "Parts in any order, put together; which are missing; what does not belong together."


def parts_of(value, reference=7, **options):
    """The parts of a text, as somebody receives them."""
    found = gateway(str(value), Options(**options)).parts(reference)
    names = ("user_data", "user_data_length", "data_coding", "esm_class")
    return [{name: part[name] for name in names} for part in found]


def in_smpp(value, reference=7, **options):
    found = gateway(str(value), Options(**options)).parts(reference)
    return [{name: part[name] for name in ("short_message", "data_coding", "esm_class")} for part in found]


def joined(name, parts, source=STANDARD, **demanded):
    try:
        expect = whole_of(parts)
    except Refused as refused:
        expect = {"error": refused.error}
    for member, value in demanded.items():
        assert expect.get(member) == value, (name, expect)
    return case(name, "reassemble", {"parts": parts}, expect, source)


def raw(octets, data_coding=0, esm_class=0x40):
    return {"short_message": octets, "data_coding": data_coding, "esm_class": esm_class}


LONG = text(("Hello € ", 50), "@")
TURKISH = text(("şğ1 ", 90), "@")
EMOJI = text(("д", 66), "😀", ("б", 66), "😀", ("г", 20))


def orders():
    for name, value, options in [
        ("GSM-7", LONG, {}),
        ("GSM-7, 16-bit reference", LONG, {"reference_bits": 16}),
        ("Turkish", TURKISH, {"languages": ("tr",)}),
        ("two languages", text(("şÁ", 60), ("ğ", 140)), {"languages": ("tr", "es")}),
        ("UCS-2", EMOJI, {}),
        ("UCS-2, 16-bit reference", EMOJI, {"reference_bits": 16}),
    ]:
        for made, where in [(parts_of, "packed"), (in_smpp, "in SMPP")]:
            parts = made(value, **options)
            assert len(parts) == 3, name
            demanded = {"text": str(value)}
            yield joined(f"{name}, {where}: in order", parts, **demanded)
            yield joined(f"{name}, {where}: last first", parts[::-1], **demanded)
        yield joined(f"{name}: the last part between", [parts[0], parts[2], parts[1]], **demanded)
        yield joined(f"{name}: a part twice", [parts[1], *parts], **demanded)
        yield joined(f"{name}: all parts twice", parts + parts, **demanded)
    yield joined("one part without a header", parts_of("Hello @"), text="Hello @")
    yield joined("one part with a language", parts_of("şğ", languages=("tr",)), text="şğ")
    yield joined("part 1 of 1", [raw("0500030701014142")], text="AB")
    yield joined("packed and from SMPP together", [parts_of(LONG)[0], *in_smpp(LONG)[1:]], text=str(LONG))


def missing():
    parts = parts_of(LONG)
    for number in (1, 2, 3):
        rest = [part for at, part in enumerate(parts, 1) if at != number]
        yield joined(f"part {number} of 3 is missing", rest, error={"code": "missing_parts", "missing": [number]})
    yield joined("two of three are missing", parts[1:2], error={"code": "missing_parts", "missing": [1, 3]})
    yield joined("one of two came twice", [parts_of(text(("a", 161)))[0]] * 2)


def contradictory():
    def refused(name, parts, source=STANDARD):
        return joined(name, parts, source, error={"code": "contradictory_parts"})

    parts = parts_of(LONG)
    yield refused("another total", [parts[0], raw("05000307040241")])
    yield refused("another reference", [*parts[:2], parts_of(LONG, 8)[2]])
    yield refused("the same reference in 16 bits", [*parts[:2], parts_of(LONG, 7, reference_bits=16)[2]])
    yield refused("another encoding", [*parts[:2], parts_of(EMOJI)[2]], DECISION)
    yield refused("two parts 2", [*parts, raw("05000307030241")])
    yield refused("a part without a concatenation", [*parts, raw("41", 0, 0)], DECISION)
    yield refused("another language", [raw("08000307020125010141"), raw("08000307020225010641")], DECISION)
    yield refused("other ports", [raw("0b000307020105040001000241"), raw("0b000307020205040001000341")], DECISION)
    yield refused("two messages without a concatenation", [raw("41", 0, 0), raw("42", 0, 0)], DECISION)


def healed():
    yield joined(
        "a surrogate pair that another sender cut in two",
        [raw("0500030702010041d83d", 8), raw("050003070202de000042", 8)],
        text="A😀B",
    )
    yield joined(
        "UTF-16 that another sender cut between two octets",
        [raw("050003070201004104", 8), raw("050003070202340042", 8)],
        text="AдB",
    )
    yield joined(
        "a surrogate pair whose second half never comes",
        [raw("0500030702010041d83d", 8), raw("05000307020200420043", 8)],
        text="A\ufffdBC",
    )
    yield joined(
        "an escape pair that another sender cut in two",
        [raw("050003070201411b"), raw("0500030702026542")],
        text="A€B",
    )
    yield joined(
        "an escape pair of a language that another sender cut in two",
        [raw("080003070201240101411b"), raw("0800030702022401016742")],
        text="AğB",
    )
    yield joined(
        "two escapes at the end of a part are a space",
        [raw("050003070201411b1b"), raw("0500030702026542")],
        text="A eB",
    )
    yield joined("an escape at the very end shows a space", [raw("411b", 0, 0)], text="A ")


def data():
    first, second = raw("0b000307020105040b8423f000ff", 4), raw("0b000307020205040b8423f080", 4)
    yield joined("8-bit data with ports", [second, first], octets="00ff80")
    yield joined("8-bit data without a concatenation", [raw("00ff80", 0xF5, 0)], octets="00ff80")
    flash = [{**part, "data_coding": 0x10} for part in parts_of(LONG)]
    yield joined("parts of a flash message", flash, text=str(LONG))
    yield joined("no parts", [], DECISION, error={"code": "no_parts"})
    yield joined("a malformed part is told", [*parts_of(LONG)[:2], raw("050003070304")])
    yield joined("part 4 of 3 is passed over, and so no part", [*parts_of(LONG)[:2], raw("05000307030441")])


def cases():
    return [*orders(), *missing(), *contradictory(), *healed(), *data()]
