"""What a text costs and how it is cut: 3GPP TS 23.040, 9.2.3.24, done the plain way."""

from dataclasses import dataclass, field

from alphabets import CODES, LOCKING, NUMBERS, fill_bits_after, pack, septets_of

OCTETS = 140  # of the user data of one message
MOST_PARTS = 255


@dataclass(frozen=True)
class Encoding:
    """GSM-7 with the tables of languages, or UCS-2."""

    name: str
    locking: str | None = None
    single: str | None = None

    def units(self, text):
        """The units of each character; None where there is no way to write one."""
        if self.name == "ucs2":
            return [2 if character > "\uffff" else 1 for character in text]
        septets = [septets_of(character, self.locking, self.single) for character in text]
        return None if None in septets else [len(some) for some in septets]

    def language_elements(self):
        elements = bytes([0x25, 1, NUMBERS[self.locking]]) if self.locking else b""
        return elements + (bytes([0x24, 1, NUMBERS[self.single]]) if self.single else b"")

    def room(self, header_octets):
        """How many units fit beside a header."""
        left = OCTETS - header_octets
        return left // 2 if self.name == "ucs2" else left * 8 // 7

    def expected(self):
        return {"encoding": self.name, "locking": self.locking, "single": self.single}


UCS2 = Encoding("ucs2")


@dataclass(frozen=True)
class Options:
    languages: tuple = ()
    shifts: str = "both"
    reference_bits: int = 8
    # What only binary bodies have: (destination, source), and the class that is shown at once.
    ports: tuple | None = None
    flash: bool = False

    def given(self):
        """The options that differ from the default, as a vector gives them."""
        given = {}
        if self.languages:
            given["languages"] = list(self.languages)
        if self.shifts != "both":
            given["shifts"] = self.shifts
        if self.reference_bits != 8:
            given["reference_bits"] = self.reference_bits
        if self.ports:
            given["ports"] = {"destination": self.ports[0], "source": self.ports[1]}
        if self.flash:
            given["flash"] = True
        return given

    def encodings(self):
        """Every encoding that is allowed."""
        codes = [code for code in CODES if code in self.languages]
        lockings = [None] + ([code for code in codes if code in LOCKING] if self.shifts != "single" else [])
        singles = [None] + (codes if self.shifts != "locking" else [])
        return [Encoding("gsm7", locking, single) for locking in lockings for single in singles] + [UCS2]

    def port_elements(self):
        if not self.ports:
            return b""
        return b"\x05\x04" + b"".join(port.to_bytes(2, "big") for port in self.ports)

    def header(self, encoding, concatenation=None):
        """The user data header: concatenation (reference, total, sequence), ports, locking shift, single shift."""
        elements = b""
        if concatenation:
            reference, total, sequence = concatenation
            width = self.reference_bits // 8
            elements += bytes([0x00 if width == 1 else 0x08, width + 2]) + reference.to_bytes(width, "big")
            elements += bytes([total, sequence])
        elements += self.port_elements() + (encoding.language_elements() if encoding else b"")
        return bytes([len(elements)]) + elements if elements else b""

    def rooms(self, encoding):
        """The units of a message that stands alone, and of each of several."""
        alone, joined = self.header(encoding), self.header(encoding, (0, 1, 1))
        return encoding.room(len(alone)), encoding.room(len(joined))


def cut(units, alone, joined):
    """The ranges that become parts, each as long as can be. What is given in one piece stays in one part."""
    if sum(units) <= alone:
        return [(0, len(units))]
    ranges, start, used = [], 0, 0
    for index, unit in enumerate(units):
        if used + unit > joined:
            ranges.append((start, index))
            start, used = index, 0
        used += unit
    return [*ranges, (start, len(units))]


@dataclass(frozen=True)
class Message:
    """A text in its encoding, cut in parts; `ranges` are in characters."""

    text: str
    options: Options
    encoding: Encoding
    ranges: list = field(default_factory=list)

    @property
    def part_units(self):
        units = self.encoding.units(self.text)
        return [sum(units[start:end]) for start, end in self.ranges]

    def cost(self):
        """What counting says."""
        parts = self.part_units
        alone, joined = self.options.rooms(self.encoding)
        room = alone if len(parts) == 1 else joined
        return {
            **self.encoding.expected(),
            "units": sum(parts),
            "parts": len(parts),
            "units_left": room - parts[-1],
        }

    def parts(self, reference):
        """Every part, as text and as octets."""
        return [self._part(reference, number) for number in range(len(self.ranges))]

    def _part(self, reference, number):
        start, end = self.ranges[number]
        text, total = self.text[start:end], len(self.ranges)
        concatenation = (reference, total, number + 1) if total > 1 else None
        return part(text, self.encoding, self.options.header(self.encoding, concatenation), self.options.flash)


def part(text, encoding, header, flash=False):
    """One part: a text, a header, and what becomes of them on the air and in SMPP."""
    data_coding = (8 if encoding.name == "ucs2" else 0) | (0x10 if flash else 0)
    common = {"text": text, "units": sum(encoding.units(text)), "header": header.hex()}
    if encoding.name == "ucs2":
        octets = header + text.encode("utf-16-be")
        user_data, length, short_message = octets, len(octets), octets
    else:
        septets = [s for character in text for s in septets_of(character, encoding.locking, encoding.single)]
        fill = fill_bits_after(len(header))
        user_data = header + pack(septets, fill)
        length = (8 * len(header) + fill) // 7 + len(septets)
        short_message = header + bytes(septets)
    assert len(user_data) <= OCTETS
    return {
        **common,
        "user_data": user_data.hex(),
        "user_data_length": length,
        "short_message": short_message.hex(),
        "data_coding": data_coding,
        "esm_class": 0x40 if header else 0,
    }


def gateway(text, options, encoding=None):
    """The text in its cheapest encoding, cut as gateways do."""
    candidates = []
    for candidate in [encoding] if encoding else options.encodings():
        if (units := candidate.units(text)) is None:
            continue
        ranges = cut(units, *options.rooms(candidate))
        order = (
            len(ranges),
            candidate.name == "ucs2",
            len(candidate.language_elements()),
            sum(units),
            NUMBERS.get(candidate.locking, 0),
            NUMBERS.get(candidate.single, 0),
        )
        candidates.append((order, candidate, ranges))
    _, candidate, ranges = min(candidates, key=lambda one: one[0])
    return Message(text, options, candidate, ranges)


def graphemes(clusters, options):
    """The same, cut between graphemes, which are given one by one.

    One that no part holds begins a part, and is then cut like the rest of a text: wherever the part ends.
    """
    text = "".join(clusters)
    message = gateway(text, options)
    units, ranges, start = message.encoding.units(text), [], 0
    if len(message.ranges) == 1:
        return message
    ends = {sum(len(cluster) for cluster in clusters[:at]) for at in range(len(clusters))}
    joined = options.rooms(message.encoding)[1]
    while start < len(text):
        (first, end), *_ = cut(units[start:], joined, joined)
        end += start
        if end < len(text):
            end = max((place for place in ends if start < place <= end), default=end)
        ranges.append((start + first, end))
        start = end
    return Message(text, options, message.encoding, ranges)
