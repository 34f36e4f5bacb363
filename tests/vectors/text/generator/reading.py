"""Parts read back: their headers, their texts, and what they make together."""

from alphabets import CODES, fill_bits_after, text_of

KNOWN = {
    0x00: 3,
    0x01: 2,
    0x04: 2,
    0x05: 4,
    0x06: 1,
    0x07: 1,
    0x08: 4,
    0x0B: 2,
    0x0D: 2,
    0x20: 1,
    0x21: 4,
    0x24: 1,
    0x25: 1,
}


class Refused(Exception):
    """Why octets cannot be read."""

    def __init__(self, code, **more):
        super().__init__(code)
        self.error = {"code": code, **more}


def malformed(offset):
    return Refused("malformed_header", offset=offset)


def header_of(octets):
    """The elements of the header that octets begin with, as (place, identifier, data), and how long it is."""
    if not octets or len(octets) <= octets[0]:
        raise malformed(0)
    end, at, elements = octets[0] + 1, 1, []
    while at < end:
        if at + 1 == end:
            raise malformed(at)
        identifier, length = octets[at], octets[at + 1]
        if at + 2 + length > end:
            raise malformed(at + 1)
        elements.append((at, identifier, octets[at + 2 : at + 2 + length]))
        at += 2 + length
    return elements, end


def check_header(octets):
    """Refuses what a receiver would pass over."""
    for at, identifier, data in header_of(octets)[0]:
        if KNOWN.get(identifier, len(data)) != len(data):
            raise malformed(at + 1)
        if identifier in (0x00, 0x08):
            total, sequence = data[-2:]
            if total == 0:
                raise malformed(at + len(data))
            if not 1 <= sequence <= total:
                raise malformed(at + 1 + len(data))


def element(identifier, data):
    """An element as vectors have it. One that a receiver passes over is another one."""
    number = int.from_bytes
    well = KNOWN.get(identifier, len(data)) == len(data)
    if well and identifier in (0x00, 0x08) and 1 <= data[-1] <= data[-2]:
        reference = {"reference": number(data[:-2], "big"), "reference_bits": 8 * (len(data) - 2)}
        return {"element": "concatenation", **reference, "total": data[-2], "sequence": data[-1]}
    if well and identifier in (0x04, 0x05):
        half = len(data) // 2
        ports = {"destination": number(data[:half], "big"), "source": number(data[half:], "big")}
        return {"element": "ports", "bits": 8 * half, **ports}
    if well and identifier in (0x24, 0x25):
        return {"element": "single_shift" if identifier == 0x24 else "locking_shift", "language": data[0]}
    return {"element": "other", "identifier": identifier, "data": data.hex()}


# SMPP 3.4, 5.2.19: what it means by the values that 3GPP TS 23.038 uses otherwise.
SMPP = ["gsm7", "ascii", "octets", "latin1", "octets", "jis", "cyrillic", "hebrew", "ucs2", "pictograms", "iso_2022_jp"]
SMPP += ["reserved", "reserved", "extended_kanji", "korean", "reserved"]


def coding_of(octet, smpp):
    """What a data coding says: 3GPP TS 23.038, 4, and SMPP's own values below 16."""
    coding = {"compressed": False, "class": None, "waiting": None, "reserved": False}
    group = octet >> 4
    if smpp and group == 0:
        return {**coding, "alphabet": SMPP[octet], "reserved": SMPP[octet] == "reserved"}
    if group < 8:
        alphabet = ["gsm7", "octets", "ucs2", "gsm7"][octet >> 2 & 3]
        coding |= {"compressed": bool(octet & 0x20), "class": octet & 3 if octet & 0x10 else None}
        return {**coding, "alphabet": alphabet, "reserved": octet >> 2 & 3 == 3}
    if group == 15:
        return {**coding, "alphabet": "octets" if octet & 4 else "gsm7", "class": octet & 3}
    if group >= 12:
        kind = ["voicemail", "fax", "email", "other"][octet & 3]
        waiting = {"kind": kind, "active": bool(octet & 8), "stored": group > 12}
        return {**coding, "alphabet": "ucs2" if group == 14 else "gsm7", "waiting": waiting}
    return {**coding, "alphabet": "gsm7", "reserved": True}


def unpack(octets, fill, count):
    value = int.from_bytes(octets, "little") >> fill
    return bytes(value >> 7 * at & 0x7F for at in range(count))


def part_of(given):
    """A part as vectors expect it, and its units: septets one an octet, or octets."""
    packed = "user_data" in given
    octets = bytes.fromhex(given["user_data" if packed else "short_message"])
    coding = coding_of(given["data_coding"], not packed)
    septets = coding["alphabet"] == "gsm7" and not coding["compressed"]
    if packed:
        stated = given["user_data_length"]
        needed = (stated * 7 + 7) // 8 if septets else stated
        if needed > len(octets):
            raise Refused("truncated")
        octets = octets[:needed]
    elements, length = header_of(octets) if given["esm_class"] & 0x40 else ([], 0)
    header = [element(identifier, data) for _, identifier, data in elements]
    languages = {"locking_shift": None, "single_shift": None}
    # Languages that nobody knows do not count.
    languages |= {one["element"]: CODES[one["language"] - 1] for one in header if 1 <= one.get("language", 0) <= 13}
    alphabet = coding["alphabet"]
    if alphabet == "ascii" and any(languages.values()):
        alphabet = "gsm7"
    encoding = alphabet if alphabet in ("gsm7", "ucs2") and not coding["compressed"] else None
    tables = {"locking": languages["locking_shift"], "single": languages["single_shift"]}
    if packed and septets:
        fill = fill_bits_after(length)
        units = unpack(octets[length:], fill, stated - (8 * length + fill) // 7)
    else:
        units = octets[length:]
    expect = {"header": header, "data_coding": coding, "encoding": encoding}
    expect |= tables if encoding == "gsm7" else {"locking": None, "single": None}
    expect["text"] = units_as_text(units, alphabet if encoding or not coding["compressed"] else None, tables)
    if expect["text"] is None:
        expect["octets"] = units.hex()
    return expect, units


def units_as_text(units, alphabet, tables):
    if alphabet == "gsm7":
        return text_of((unit & 0x7F for unit in units), **tables)
    if alphabet == "ucs2":
        return utf16(units)
    if alphabet in ("ascii", "latin1"):
        most = 0x7F if alphabet == "ascii" else 0xFF
        return "".join(chr(unit) if unit <= most else "\ufffd" for unit in units)
    return None


def described(given):
    """The body of a binary message, judged like one that is to be sent."""
    octets = bytes.fromhex(given["short_message"])
    if given["esm_class"] & 0x40:
        check_header(octets)
    expect, units = part_of(given)
    header = len(octets) - len(units)
    if expect["encoding"] == "gsm7" or (expect["data_coding"]["alphabet"] == "ascii"):
        for place, unit in enumerate(units):
            if unit > 0x7F:
                raise Refused("not_a_septet", offset=header + place)
    if expect["encoding"] == "ucs2" and len(units) % 2:
        raise Refused("odd_octets", offset=len(octets) - 1)
    room = 140 - header
    most = room * 8 // 7 if expect["encoding"] == "gsm7" else room
    if len(units) > most:
        raise Refused("too_long", offset=header + most)
    return expect


def utf16(octets):
    """UTF-16 with U+FFFD in the place of each half of a pair, and of an octet alone at the end."""
    if len(octets) % 2:
        return utf16(octets[:-1]) + "\ufffd"
    return octets.decode("utf-16-be", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def whole_of(givens):
    """What parts make together, as vectors expect it. Units are joined before they become text."""
    if not givens:
        raise Refused("no_parts")
    found, facts = {}, set()
    for expect, units in map(part_of, givens):
        said = {one["element"]: one for one in expect["header"]}
        one = said.get("concatenation", {"reference": None, "reference_bits": None, "total": 1, "sequence": 1})
        ports = said.get("ports", {})
        coding = expect["data_coding"]
        facts.add(
            (
                *(one["reference"], one["reference_bits"], one["total"]),
                *(coding["alphabet"], coding["compressed"], expect["locking"], expect["single"]),
                *(ports.get("destination"), ports.get("source")),
            )
        )
        if len(facts) > 1 or found.setdefault(one["sequence"], units) != units:
            raise Refused("contradictory_parts")
    reference, _, total, alphabet, compressed, locking, single, *_ = facts.pop()
    if missing := [number for number in range(1, total + 1) if number not in found]:
        raise Refused("missing_parts", missing=missing)
    units = b"".join(found[number] for number in range(1, total + 1))
    whole = {
        "parts": total,
        "reference": reference,
        "encoding": expect["encoding"],
        "locking": locking,
        "single": single,
    }
    whole["text"] = units_as_text(units, None if compressed else alphabet, {"locking": locking, "single": single})
    return whole if whole["text"] is not None else {**whole, "octets": units.hex()}
