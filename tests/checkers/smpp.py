"""What Wireshark reads in our short messages: parts as submit_sm of SMPP 3.4, which is what a binary body holds."""

import struct

from tshark import SMPP, dissect, header_faults, malformed

UDHI = 0x40

# Octets that say of themselves that a header is there, and none is that could be read.
MALFORMED = {
    "a header of 255 octets": "ff00",
    "a header longer than the message": "0a0003010201",
    "an element longer than the header": "05000400020161",
    "an element that is cut off": "050003",
}


def submit_sm(number, short_message, data_coding, esm_class):
    source, destination = b"\x05\x00SMSC\x00", b"\x00\x01" + f"{number:06d}".encode() + b"\x00"
    body = b"\x00" + source + destination + bytes([esm_class, 0, 0]) + b"\x00\x00" + bytes([0, 0, data_coding, 0])
    body += bytes([len(short_message)]) + short_message
    return struct.pack(">IIII", 16 + len(body), 4, 0, number + 1) + body


def check(messages):
    """What is wrong, as (message, complaint); and how many short messages were read."""
    packets, of = [], []
    for index, message in enumerate(messages):
        for number, part in enumerate(message["parts"]):
            packets.append(submit_sm(index, part["short_message"], part["data_coding"], part["esm_class"]))
            of.append((message, number))
    for name, octets in MALFORMED.items():
        packets.append(submit_sm(len(messages), bytes.fromhex(octets), 0, UDHI))
        of.append((name, None))
    faults = []
    for layers, (message, number) in zip(dissect(packets, SMPP), of, strict=True):
        if number is None:
            if not malformed(layers):
                faults.append((message, "was not found to be malformed"))
            continue
        faults += [(message["name"], f"part {number + 1}: {fault}") for fault in part_faults(layers, message, number)]
    return faults, len(packets)


def part_faults(layers, message, number):
    part, total = message["parts"][number], len(message["parts"])
    found = layers.get("smpp")
    if malformed(layers) or not isinstance(found, dict):
        yield "malformed"
        return
    told = {
        "smpp.data_coding": f"0x{part['data_coding']:02x}",
        "smpp.esm.submit.features": f"0x{part['esm_class'] >> 6:02x}",
    }
    for name, value in told.items():
        if found.get(name) != value:
            yield f"{name} is {found.get(name)}, not {value}"
    data = layers.get("gsm_sms_ud", {})
    yield from header_faults(part["header"], data.get("User-Data Header", {}))
    if number == total - 1 and total > 1:
        together = data.get("gsm_sms_ud.fragments", {})
        length = sum(len(one["short_message"]) - len(one["header"]) for one in message["parts"])
        if together.get("gsm_sms_ud.reassembled.length") != str(length):
            yield f"{together.get('gsm_sms_ud.reassembled.length')} octets came together, not {length}"
    # tshark 4.0 reads the text where there is no header, and UCS-2 without surrogate pairs.
    shown = message["encoding"] == "ucs2" and not part["header"] and max(part["text"], default="") <= "\uffff"
    if shown and found.get("smpp.message_text", "") != part["text"]:
        yield f"the text {found.get('smpp.message_text')!r}, not {part['text']!r}"
