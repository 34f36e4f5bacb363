"""decode.json: single parts, read back."""

import split
from messages import UCS2, Encoding, part
from reading import Refused, described, part_of
from writing import DECISION, STANDARD, case

ABOUT = "Parts read back: header, encoding, class, text or octets; and where octets are malformed."

HEADERS = "3GPP TS 23.040, 9.2.3.24 (documented)"
NATIONAL = "infobip, national language shift (documented)"
SMPP_CODINGS = "SMPP 3.4, 5.2.19 (documented); from 16 on as 3GPP TS 23.038 (inferred)"
CODINGS = "3GPP TS 23.038, 4 (documented)"
GSM7 = Encoding("gsm7")


def read(name, given, source=STANDARD, call="decode_part"):
    try:
        expect = described(given) if call == "describe" else part_of(given)[0]
    except Refused as refused:
        expect = {"error": refused.error}
    return case(name, call, given, expect, source)


def short_message(octets, data_coding=0, esm_class=0x40):
    return {"short_message": octets, "data_coding": data_coding, "esm_class": esm_class}


def both_ways(name, one, source=STANDARD):
    """A part as split gives it: its user data, and its short message."""
    common = {name: one[name] for name in ("data_coding", "esm_class")}
    packed = {"user_data": one["user_data"], "user_data_length": one["user_data_length"], **common}
    yield read(f"{name}, packed", packed, source)
    yield read(f"{name}, in SMPP", {"short_message": one["short_message"], **common}, source)


# The parts of split.json with these words in the name are read back.
AGAIN = [
    "one part",
    "two parts",
    "letters of its tables",
    "septets, the last one @",
    "septets, the last one CR",
    "flags",
]


def again():
    for one in split.cases():
        parts = one["expect"].get("parts", [])
        if any(words in one["name"] for words in AGAIN):
            for number, given in enumerate(parts):
                for found in both_ways(f"{one['name']}, part {number + 1}", given):
                    # What split took is what comes back.
                    assert found["expect"]["text"] == str(given["text"]), one["name"]
                    yield found


# TP-DCS, then data_coding of SMPP; they differ below 16.
SCHEMES = [0x00, 0x01, 0x04, 0x07, 0x08, 0x0C, 0x10, 0x11, 0x14, 0x18, 0x1B, 0x1C, 0x20, 0x28, 0x30, 0x40, 0x48, 0x58]
SCHEMES += [0x80, 0xBF, 0xC0, 0xC8, 0xD1, 0xD9, 0xE2, 0xEB, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7]


def codings():
    for data_coding in SCHEMES:
        given = {"user_data": "00410042", "user_data_length": 4, "data_coding": data_coding, "esm_class": 0}
        yield read(f"data coding scheme 0x{data_coding:02x} of a TPDU", given, CODINGS)
    for data_coding in [*range(16), *SCHEMES[6:]]:
        given = short_message("00410042", data_coding, 0)
        yield read(
            f"data coding 0x{data_coding:02x} of SMPP", given, "SMPP 3.4, 5.2.19 (documented); from 16 on inferred"
        )
    yield read("ASCII knows no octet from 0x80 on", short_message("418042", 1, 0), DECISION)
    yield read("Latin-1", short_message("41e942", 3, 0))
    yield read("data coding 1 beside a language is GSM-7", short_message("03250101071b", 1), NATIONAL)
    classes = [(0x00, "none"), (0x40, "a header"), (0xC0, "a header and a reply path"), (0x80, "a reply path")]
    for esm_class, name in classes:
        given = short_message("0500030702014142", 0, esm_class)
        yield read(f"esm class 0x{esm_class:02x}: {name}", given, "SMPP 3.4, 5.2.12 (documented)")


def headers():
    for name, octets in [
        ("empty", "0041"),
        ("concatenation, 8-bit reference", "0500037b030241"),
        ("concatenation, 16-bit reference", "060804cafe030241"),
        ("ports of 16 bits", "0605040b8423f041"),
        ("ports of 8 bits", "040402f0f141"),
        ("ports, then concatenation", "0b05040b8423f0000307020141"),
        ("concatenation, then ports", "0b000307020105040b8423f041"),
        ("locking shift", "03250101001b67"),
        ("single shift", "032401011b67"),
        ("single shift before locking shift", "06240101250101691b69"),
        ("two languages", "062501032401021b61"),
        ("an unknown element", "047002010241"),
        ("an unknown element without data", "02700041"),
        ("an unknown element among known ones", "0a00030702017003aabbcc41"),
        ("special message indication", "040102800141"),
        ("nothing behind it", "050003070201"),
        ("the same language element twice: the last counts", "0625010125010600"),
        ("two concatenations: the last counts", "0a0003070201000308030241"),
        ("a language that is not known: the default alphabet", "0325010e4100"),
        ("a language that is not known behind one that is", "0625010625010e00"),
        ("language 0: the default alphabet", "032501004100"),
        ("locking shift of Spanish: the default alphabet", "032501024100"),
    ]:
        yield read(f"header: {name}", short_message(octets), HEADERS)


def faults():
    """Headers that do not add up, then those that do and of which a receiver passes over something."""
    for name, octets in [
        ("nothing at all", ""),
        ("longer than the octets", "05000300"),
        ("as long as an octet can say", "ff0003070201"),
        ("an element without a length", "0125"),
        ("a second element without a length", "0425010124"),
        ("an element longer than the header", "05000400020161"),
        ("a second element longer than the header", "0825010100040702014142"),
        ("an unknown element longer than the header", "03700301"),
    ]:
        yield f"malformed: {name}", octets
    for name, octets in [
        ("a locking shift of two octets", "042502010141"),
        ("a single shift of none", "02240041"),
        ("a concatenation of two octets", "040002020141"),
        ("a 16-bit concatenation of three octets", "05080307020141"),
        ("ports of three octets", "0505030b842341"),
        ("part 3 of 2", "05000301020341"),
        ("part 0", "05000301020041"),
        ("no parts", "05000301000041"),
        ("no parts, 16-bit reference", "0608040101000141"),
        ("part 3 of 2, 16-bit reference", "0608040101020341"),
        ("part 3 of 2 behind ports", "0b05040b8423f0000307020341"),
        ("part 3 of 2 behind a good one", "0a0003070201000307020341"),
    ]:
        yield f"passed over: {name}", octets


def broken():
    for name, octets in faults():
        found = read(name, short_message(octets), HEADERS)
        assert ("error" in found["expect"]) == name.startswith("malformed"), name
        yield found


def units():
    odd = DECISION
    yield read("UCS-2: an odd octet", short_message("0041004243", 8, 0), odd)
    yield read("UCS-2: an odd octet behind a header", short_message("0500030702010041004243", 8), odd)
    yield read("UCS-2: half a pair at the end", short_message("0041d83d", 8, 0), odd)
    yield read("UCS-2: half a pair at the beginning", short_message("de000041", 8, 0), odd)
    for length in (5, 9, 160):
        packed = {"user_data": "61f19804", "user_data_length": length, "data_coding": 0, "esm_class": 0}
        yield read(f"four octets that should hold {length} septets", packed, odd)
    for length in (2, 4, 5):
        packed = {"user_data": "00410042", "user_data_length": length, "data_coding": 8, "esm_class": 0}
        yield read(f"four octets of UCS-2 of which {length} are told", packed, odd)
    yield read("8-bit data behind ports", short_message("0605040b8423f000ff80", 4))
    yield read("8-bit data behind a header of an even length", short_message("0500030702011b0d00", 0xF5))
    yield read("nothing", short_message("", 0, 0))
    for length, name in [(7, "seven septets"), (8, "eight septets, the last one a carriage return")]:
        packed = {"user_data": "61f1985c369f1b", "user_data_length": length, "data_coding": 0, "esm_class": 0}
        yield read(f"the same seven octets: {name}", packed)
    for length, name in [(7, "seven septets, zeros behind them"), (8, "eight septets, the last one @")]:
        packed = {"user_data": "61f1985c369f01", "user_data_length": length, "data_coding": 0, "esm_class": 0}
        yield read(f"the same seven octets: {name}", packed)
    for encoding, name in [(GSM7, "GSM-7"), (UCS2, "UCS-2")]:
        for header in ("0605040b8423f0", "0b05040b8423f00003070201", "0470020102"):
            one = part("Hello @", encoding, bytes.fromhex(header))
            yield from both_ways(f"{name} behind {header}", one)


def cases():
    return [*again(), *codings(), *headers(), *broken(), *units()]
