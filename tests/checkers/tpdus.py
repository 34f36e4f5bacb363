"""What Wireshark reads in our user data: parts as SMS-DELIVER and SMS-SUBMIT, each in an RP-DATA."""

from messages import alone
from tshark import TPDU, dissect, header_faults, malformed, texts

UDHI = 0x40


def address(digits):
    """A number of an unknown kind: how many digits, the kind, the digits in pairs turned round."""
    padded = digits + "f" * (len(digits) % 2)
    pairs = bytes(int(padded[at + 1] + padded[at], 16) for at in range(0, len(padded), 2))
    return bytes([len(digits), 0x81]) + pairs


def deliver(number, part):
    """From a network to a telephone."""
    first = 0x04 | (UDHI if part["header"] else 0)
    stamp = bytes.fromhex("62112221000000")
    tpdu = bytes([first]) + address(number) + bytes([0, part["data_coding"]]) + stamp
    tpdu += bytes([part["user_data_length"]]) + part["user_data"]
    return b"\x01\x10" + b"\x03\x81\x21\x43" + b"\x00" + bytes([len(tpdu)]) + tpdu


def submit(number, part):
    """From a telephone to a network."""
    first = 0x01 | (UDHI if part["header"] else 0)
    tpdu = bytes([first, 0x10]) + address(number) + bytes([0, part["data_coding"]])
    tpdu += bytes([part["user_data_length"]]) + part["user_data"]
    return b"\x00\x10" + b"\x00" + b"\x03\x81\x21\x43" + bytes([len(tpdu)]) + tpdu


def check(messages):
    """What is wrong, as (message, complaint); and how many parts were read."""
    packets, of = [], []
    for index, message in enumerate(messages):
        wrap = submit if index % 2 else deliver
        for number, part in enumerate(message["parts"]):
            # Each message has a number of its own, so that parts of two never come together.
            packets.append(wrap(f"{index:06d}", part))
            of.append((message, number))
    faults = []
    for layers, (message, number) in zip(dissect(packets, TPDU), of, strict=True):
        for fault in part_faults(layers, message, number):
            faults.append((message["name"], f"part {number + 1}: {fault}"))
    return faults, len(packets)


def part_faults(layers, message, number):
    part, total = message["parts"][number], len(message["parts"])
    found = layers.get("gsm_sms")
    if malformed(layers) or not isinstance(found, dict):
        yield "malformed"
        return
    user_data = found.get("TP-User-Data", {})
    told = {
        "gsm_sms.tp-udhi": str(int(bool(part["header"]))),
        "gsm_sms.tp-dcs": str(part["data_coding"]),
        "gsm_sms.tp.user_data_length": str(part["user_data_length"]),
    }
    for name, value in told.items():
        if found.get(name) != value:
            yield f"{name} is {found.get(name)}, not {value}"
    header = user_data.get("User-Data Header", {})
    yield from header_faults(part["header"], header)
    if part["header"] and message["encoding"] == "gsm7":
        fills = len(part["header"]) * 8 % 7 != 0
        if header.get("gsm_sms.dis_field_udh.gsm.fill_bits") != ("0x00" if fills else None):
            yield f"fill bits are {header.get('gsm_sms.dis_field_udh.gsm.fill_bits')}"
    wanted = [alone(message, one) for one in message["parts"]]
    last = number == total - 1
    if last and total > 1:
        # With the last part tshark puts the message together, and shows the texts of all.
        count = user_data.get("gsm_sms.fragments", {}).get("gsm_sms.fragment.count")
        if count != str(total):
            yield f"{count} parts came together, not {total}"
    # It does not apply the tables of languages: what it shows is compared where it reads septets by the default ones.
    if wanted[number] is not None:
        shown = texts(user_data.get("gsm_sms.sms_text"))
        expected = [text for text in (wanted if last else [wanted[number]]) if text != ""]
        alike = len(shown) == len(expected) and all(
            text in (None, seen) for text, seen in zip(expected, shown, strict=True)
        )
        if not alike:
            yield f"the text {shown}, not {expected}"
