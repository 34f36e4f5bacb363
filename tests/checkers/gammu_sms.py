"""What Gammu reads in our TPDUs, how it cuts the same texts, and what octets it makes of them."""

from itertools import pairwise

import gammu
from messages import CARRIAGE_RETURN, alone, septets_of
from tpdus import deliver

# Before the TPDU of an RP-DATA from the network: type, reference, both addresses, length.
RP_OCTETS = 8


def check(messages):
    """What is wrong, as (message, complaint); and how many things were looked at."""
    faults, looked = [], 0
    for message in messages:
        for number, part in enumerate(message["parts"]):
            looked += 1
            faults += [(message["name"], f"part {number + 1}: {fault}") for fault in read_faults(message, number, part)]
        if comparable(message):
            looked += 1
            faults += [(message["name"], fault) for fault in written_faults(message)]
    return faults, looked


def read_faults(message, number, part):
    tpdu = deliver("012345", part)[RP_OCTETS:]
    try:
        found = gammu.DecodePDU(tpdu, False)
    except gammu.GSMError as error:
        yield f"not readable: {error}"
        return
    header = found["UDH"]
    if header["Text"] != part["header"]:
        yield f"the header {header['Text'].hex()}, not {part['header'].hex()}"
    # It knows the kinds of headers by their whole: concatenation alone.
    bits, total = message["reference_bits"], len(message["parts"])
    if len(part["header"]) == {8: 6, 16: 7}[bits] and total > 1:
        reference = int.from_bytes(part["header"][3 : 3 + bits // 8], "big")
        told = (header[f"ID{bits}bit"], header["PartNumber"], header["AllParts"])
        if told != (reference, number + 1, total):
            yield f"{told} as reference, number and total, not {(reference, number + 1, total)}"
    text = alone(message, part)
    if text is None:
        return
    shown = found["Text"]
    # It tells the length of a text by its septets, and shows what lies in its memory behind one with escapes.
    escapes = (part["units"] - len(text)) if message["encoding"] == "gsm7" else 0
    if escapes:
        shown = shown[: len(text)]
    if shown != text:
        yield f"the text {shown!r}, not {text!r}"


def comparable(message):
    """Gammu has no national tables, takes references of 8 bits, and cuts as gateways do."""
    national = message["locking"] or message["single"]
    return bool(message["text"]) and not national and (message["reference_bits"], message["split"]) == (8, "gateway")


def encoded(text, encoding):
    """A text as Gammu would send it, in parts."""
    entry = {"ID": "ConcatenatedTextLong", "Buffer": text}
    return gammu.EncodeSMS({"Class": -1, "Unicode": encoding == "ucs2", "Entries": [entry]})


def written_faults(message):
    """How Gammu cuts the text, and which octets it makes of each part."""
    theirs, ours = encoded(message["text"], message["encoding"]), message["parts"]
    texts = [[part["text"] for part in ours], [part["Text"] for part in theirs]]
    if texts[0] != texts[1]:
        # Where one surrogate pair ends at the cut and another begins, it takes them for one that must not be cut.
        beyond = [part["text"][-1:] + after["text"][:1] for part, after in pairwise(ours)]
        if len(theirs) != len(ours) or not any(min(pair) > "\uffff" for pair in beyond):
            lengths = [[len(text) for text in some] for some in texts]
            yield f"parts of {lengths[0]} characters, Gammu's have {lengths[1]}"
        return
    for number, (part, their) in enumerate(zip(ours, theirs, strict=True)):
        their["Number"] = "012345"
        if part["header"]:
            their["UDH"]["Text"] = part["header"]
        user_data = bytearray(part["user_data"])
        if message["encoding"] == "gsm7" and part["user_data_length"] % 8 == 7:
            # Seven bits are left over: a carriage return there is ours, zeros are Gammu's.
            if user_data[-1] >> 1 != CARRIAGE_RETURN:
                yield f"part {number + 1}: the last octet {user_data[-1]:02x} is not filled up"
            user_data[-1] &= 1
        wanted = bytes([part["user_data_length"]]) + user_data
        made = gammu.EncodePDU(their, "Submit")[-len(wanted) :]
        if made != wanted:
            yield f"part {number + 1}: the octets {wanted.hex()}, Gammu's are {made.hex()}"


def check_budgets(cases):
    """Whether Gammu makes as many parts, with as many units."""
    faults, looked = [], 0
    for case in cases:
        given, expect = case["input"], case["expect"]
        national = expect["locking"] or expect["single"]
        if national or given.get("reference_bits", 8) != 8 or not given["text"]:
            continue
        looked += 1
        encoding = expect["encoding"]
        found = [units(part["Text"], encoding) for part in encoded(given["text"], encoding)]
        if found != expect["part_units"]:
            faults.append((case["name"], f"parts of {expect['part_units']} units, Gammu's have {found}"))
    return faults, looked


def units(text, encoding):
    if encoding == "ucs2":
        return len(text.encode("utf-16-be")) // 2
    return sum(len(septets_of(character, None, None)) for character in text)
