"""tables.json: every character of every table, there and back."""

from alphabets import CODES, LOCKING, NAMES, RECEIVED_ONLY, SINGLE, fill_bits_after, pack, septets_of, text_of
from writing import DECISION, case

ABOUT = "Every character of every table as septets, and every septet as text; what no table has; septets packed."

TABLES = "3GPP TS 23.038, 6.2.1, 6.2.1.1, A.2 and A.3 (documented), as read in generator/gsm-tables.json"
ALL = bytes(septet for septet in range(128) if septet != 0x1B)


def tables(locking=None, single=None):
    return {"encoding": "gsm7", "locking": locking, "single": single}


def encode(name, text, locking=None, single=None, source=TABLES):
    septets = [septets_of(character, locking, single) for character in text]
    given = {"text": text, **tables(locking, single)}
    if None in septets:
        error = {"code": "not_encodable", "position": septets.index(None)}
        return case(name, "encode", given, {"error": error}, source)
    return case(name, "encode", given, {"octets": bytes(s for some in septets for s in some).hex()}, source)


def decode(name, septets, locking=None, single=None, source=TABLES):
    given = {"octets": bytes(septets).hex(), **tables(locking, single)}
    return case(name, "decode", given, {"text": text_of(septets, locking, single)}, source)


def shifted(septets):
    return bytes(octet for septet in septets for octet in (0x1B, septet))


def of_locking(code):
    name = f"{NAMES[code]} locking shift" if code else "default alphabet"
    cells = LOCKING[code]
    yield encode(f"{name}: every character", "".join(cells.values()), code)
    yield decode(f"{name}: every septet, a void one showing a space", ALL, code)
    yield decode(f"{name}: escapes without an entry show this table's character", shifted(ALL), code)
    missing = next(character for character in "Θक" if character not in cells.values())
    yield encode(f"{name}: a character of another table", f"12{missing}", code)


def of_single(code):
    name = f"{NAMES[code]} single shift" if code else "extension table"
    cells = {septet: character for septet, character in SINGLE[code].items() if septet not in RECEIVED_ONLY[code]}
    # What also stands in the default alphabet needs no escape there, so a locking table without it is taken.
    text = "".join(dict.fromkeys(cells.values()))
    yield encode(f"{name}: every character", text, None, code)
    yield decode(f"{name}: every septet after an escape", shifted(ALL), None, code)
    for locking in LOCKING:
        if locking and locking in (code, "ta"):
            yield encode(f"{name}, beside {NAMES[locking]} locking shift: every character", text, locking, code)
            yield decode(f"{name}, beside {NAMES[locking]} locking shift: every septet", shifted(ALL), locking, code)


def traps():
    yield encode("§ is 0x5F", "§")
    yield encode("Ç is 0x09", "Ç")
    yield encode("a form feed is an escape and 0x0A", "\f")
    for name, character in [
        ("a backtick", "`"),
        ("a small ç", "ç"),
        ("the ohm sign, which is not the letter Ω", "\u2126"),
        ("a tab", "\t"),
        ("the escape character", "\u001b"),
        ("NUL", "\0"),
        ("a decomposed é", "e\u0301"),
        ("an emoji", "😀"),
    ]:
        yield encode(f"{name} has no septet", f"A{character}B")
    yield encode("the euro sign of Telugu is read and not written", "€", None, "te")
    yield encode("beside the Telugu locking table the extension table has a euro sign", "€", "te", None)
    yield decode("the euro sign of Telugu, received", [0x1B, 0x65], None, "te")
    yield encode("a composed letter with nukta is one character", "\u0958", "hi", "hi")
    yield encode("the same letter in two characters is two", "\u0915\u093c", "hi", "hi")
    yield decode("escape, escape: a space", [0x41, 0x1B, 0x1B, 0x65])
    yield decode("three escapes: a space, then a character", [0x1B, 0x1B, 0x1B, 0x65])
    yield decode("an escape at the end shows a space", [0x41, 0x1B], source=DECISION)
    yield decode("an escape before a control cell: a carriage return", [0x1B, 0x0D])
    yield decode("there is no Spanish locking table", ALL, "es")


def ucs2():
    given = {"encoding": "ucs2", "locking": None, "single": None}
    for name, text in [
        ("of the BMP", "Aé€\u2126"),
        ("beyond it", "😀\U0010ffff"),
        ("a byte order mark", "\ufeffA"),
        ("none", ""),
    ]:
        octets = text.encode("utf-16-be").hex()
        yield case(f"UCS-2, to octets: {name}", "encode", {"text": text, **given}, {"octets": octets})
        yield case(f"UCS-2, to text: {name}", "decode", {"octets": octets, **given}, {"text": text})
    for name, octets, text in [
        ("a high surrogate alone", "d83d0041", "\ufffdA"),
        ("a low surrogate alone", "0041de00", "A\ufffd"),
        ("surrogates in the wrong order", "de00d83d", "\ufffd\ufffd"),
        ("a high surrogate, then a pair", "d83dd83dde00", "\ufffd😀"),
        ("an octet alone at the end", "004100", "A\ufffd"),
    ]:
        yield case(f"UCS-2: {name}", "decode", {"octets": octets, **given}, {"text": text}, DECISION)


def packed():
    source = "3GPP TS 23.038, 6.1.2.1.1; the carriage return: 6.1.2.3.1 (documented)"
    texts = [("nothing", ""), ("one septet", "A"), ("ten septets", "hellohello")]
    for length in (7, 8, 9, 15, 16, 23, 24, 160):
        for name, end in [("a", "a"), ("@", "@"), ("CR", "\r")]:
            texts.append((f"{length} with {name} at the end", "a" * (length - 1) + end))
    headers = ["", "03250101", "050003070201", "06080401020201", "06250101240101", "080003070201250101"]
    headers += ["09080401020201250101", "0b0003070201250101240101", "0c080401020201250101240101"]
    for header in map(bytes.fromhex, headers):
        fill = fill_bits_after(len(header))
        for name, text in texts[:6] if header else texts:
            septets = bytes(septet for character in text for septet in septets_of(character, None, None))
            octets = (header + pack(septets, fill)).hex()
            label = f"{name}, after {len(header)} octets of header ({header.hex()})" if header else name
            given = {"header": header.hex(), "septets": septets.hex()}
            yield case(f"pack: {label}", "pack", given, {"octets": octets}, source)
            length = (8 * len(header) + fill) // 7 + len(septets)
            given = {"octets": octets, "header": len(header), "length": length}
            yield case(f"unpack: {label}", "unpack", given, {"septets": septets.hex()}, source)
    for name, octets, septets in [
        ("a carriage return fills the last octet", "61f1985c369f1b", "61626364656667"),
        ("zeros of an older sender fill the last octet", "61f1985c369f01", "61626364656667"),
        ("a letter there is a letter", "61f1985c369fd1", "6162636465666768"),
    ]:
        given = {"octets": octets, "header": 0, "length": None}
        yield case(f"unpack without a length: {name}", "unpack", given, {"septets": septets}, DECISION)


def cases():
    found = [one for code in [None, *CODES] if code in LOCKING for one in of_locking(code)]
    found += [one for code in [None, *CODES] for one in of_single(code)]
    return [*found, *traps(), *ucs2(), *packed()]
