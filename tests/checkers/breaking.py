"""Parts with one thing broken. A checker that does not notice what it is meant to see checks nothing."""

TPDU, SMPP, GAMMU = "tshark, TPDU", "tshark, SMPP", "gammu"


def octet(field, place, bits=0x01):
    """One bit changed, in an octet counted from the beginning or the end."""

    def change(message):
        octets = bytearray(message["parts"][0][field])
        octets[place] ^= bits
        return {**message["parts"][0], field: bytes(octets)}

    return change


def number(field, more):
    return lambda message: {**message["parts"][0], field: message["parts"][0][field] + more}


def octets_swapped(field, at, other):
    def change(message):
        octets = bytearray(message["parts"][0][field])
        octets[at], octets[other] = octets[other], octets[at]
        return {**message["parts"][0], field: bytes(octets)}

    return change


def zeros_at_the_end(message):
    part = message["parts"][0]
    return {**part, "user_data": part["user_data"][:-1] + bytes([part["user_data"][-1] & 1])}


# Which message, what is broken of its first part, and who must see it.
BREAKS = [
    ("GSM-7, two parts", octet("user_data", 20), [TPDU, GAMMU]),
    ("GSM-7, two parts", octet("user_data", 4, 0x02), [TPDU, GAMMU]),
    ("GSM-7, two parts", octet("user_data", 5, 0x03), [TPDU, GAMMU]),
    ("GSM-7, two parts", octet("user_data", 0), [TPDU, GAMMU]),
    ("GSM-7, two parts", octet("short_message", 3), [SMPP]),
    ("GSM-7, two parts", octet("short_message", 0), [SMPP]),
    ("GSM-7, two parts", number("esm_class", -0x40), [SMPP]),
    ("GSM-7, two parts", number("data_coding", 8), [TPDU, GAMMU]),
    ("GSM-7, two parts, 16-bit reference", octet("user_data", 3), [TPDU, GAMMU]),
    ("GSM-7, two parts, 16-bit reference", octet("short_message", 4), [SMPP]),
    ("one part has no header", octet("user_data", 9), [TPDU, GAMMU]),
    ("one part has no header", number("user_data_length", -1), [TPDU, GAMMU]),
    ("7 septets, the last one @", octet("user_data", -1), [TPDU, GAMMU]),
    ("7 septets, the last one @", zeros_at_the_end, [GAMMU]),
    ("7 septets, the last one @", number("user_data_length", 1), [TPDU, GAMMU]),
    ("UCS-2, one part", octet("user_data", -1), [TPDU, GAMMU]),
    ("UCS-2, one part", octets_swapped("user_data", -4, -2), [TPDU, GAMMU]),
    ("UCS-2, three parts", octet("short_message", 5, 0x04), [SMPP]),
    ("UCS-2, three parts", number("data_coding", -8), [TPDU, GAMMU]),
    ("UCS-2 without surrogates, one part", number("data_coding", -8), [SMPP]),
    ("Turkish: locking shift, two parts", octet("user_data", 6), [TPDU, GAMMU]),
    ("Turkish: locking shift, two parts", octet("user_data", 8), [TPDU, GAMMU]),
    ("Turkish: locking shift, two parts", octet("short_message", 8), [SMPP]),
    ("Turkish: locking shift, two parts", octet("user_data", 9, 0x80), [TPDU, GAMMU]),
]


def unnoticed(messages, checkers):
    """The broken parts that somebody did not see, as (message, complaint); and how many there are."""
    by_name = {message["name"]: message for message in messages}
    faults, looked = [], 0
    for index, (name, change, noticed_by) in enumerate(BREAKS):
        message = by_name[name]
        broken = {**message, "parts": [change(message), *message["parts"][1:]]}
        for checker in noticed_by:
            looked += 1
            found, _ = checkers[checker]([broken])
            if not found:
                faults.append((name, f"break {index + 1} went by {checker} unnoticed"))
    return faults, looked
