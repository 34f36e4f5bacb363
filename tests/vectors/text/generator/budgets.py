"""budgets.json: every budget of a part, one unit below it, at it, and one above."""

from messages import OCTETS, Options, gateway
from writing import case, text

ABOUT = "Every budget at its boundary minus one, at it, plus one, for one, two and three parts."

SOURCE = "3GPP TS 23.040, 9.2.3.24: 140 octets less the header (documented)"

# What a row of the table of budgets needs: options, one character of one unit that makes the encoding, one of two
# units, and what else the encoding hangs on.
ROWS = [
    ("GSM-7", {}, "a", "€", "", {8: (160, 153), 16: (160, 152)}),
    ("Turkish locking shift", {"languages": ("tr",)}, "ğ", "[", "", {8: (155, 149), 16: (155, 148)}),
    (
        "Turkish single shift",
        {"languages": ("tr",), "shifts": "single"},
        "a",
        "€",
        "ğ",
        {8: (155, 149), 16: (155, 148)},
    ),
    ("Hindi locking and single shift", {"languages": ("hi",)}, "क", "A", "A", {8: (152, 146), 16: (152, 145)}),
    ("two languages", {"languages": ("es", "tr")}, "ş", "Á", "Á", {8: (152, 146), 16: (152, 145)}),
    ("UCS-2", {}, "д", "😀", "", {8: (70, 67), 16: (70, 66)}),
]


def counted(name, given, options, alone, joined):
    """A case, after a look whether it is about the budgets that it is meant to be about."""
    message = gateway(str(given), options)
    assert message.options.rooms(message.encoding) == (alone, joined), (name, message.encoding)
    expect = {**message.cost(), "part_units": message.part_units}
    return case(name, "count", {"text": given, **options.given()}, expect, SOURCE)


def of_row(name, settings, one, two, start, budgets):
    for bits, (alone, joined) in budgets.items():
        options = Options(reference_bits=bits, **settings)
        taken = sum(2 if character == two or character == "ğ" else 1 for character in start) if start else 0
        for parts, boundary in [(1, alone), (2, 2 * joined), (3, 3 * joined)]:
            place = f"{name}, {bits} bits, {parts} part{'s' if parts > 1 else ''} of {boundary // parts}"
            for more in (-1, 0, 1):
                plain = text(start, (one, boundary + more - taken))
                yield counted(f"{place}, {more:+d}".replace("+0", "0"), plain, options, alone, joined)
            for more, label in [(-2, "a pair that ends on the cut"), (-1, "a pair that would stand across the cut")]:
                straddling = text(start, (one, boundary + more - taken), two)
                yield counted(f"{place}, {label}", straddling, options, alone, joined)
                if parts == 1:
                    continue
                # The same at the first cut: what it pushes over is felt at the end.
                first = joined + more - taken
                pushed = text(start, (one, first), two, (one, boundary - first - 2 - taken))
                yield counted(f"{place}, {label} of the first part", pushed, options, alone, joined)
        pairs = text(start, one, (two, 3 * (joined // 2)))
        yield counted(f"{name}, {bits} bits, nothing but pairs", pairs, options, alone, joined)


def of_octets():
    for bits, joined in [(8, 134), (16, 133)]:
        for parts, boundary in [(1, OCTETS), (2, 2 * joined), (3, 3 * joined)]:
            for more in (-1, 0, 1):
                size = boundary + more
                given = {"octets": {"$repeat": ["5a", size]}, "reference": 1, "reference_bits": bits}
                sizes = [size] if size <= OCTETS else [min(joined, size - at) for at in range(0, size, joined)]
                name = f"octets, {bits} bits, {parts} of {boundary // parts}, {more:+d}".replace("+0", "0")
                yield case(name, "octet_bodies", given, {"sizes": sizes}, SOURCE)


def cases():
    found = [one for row in ROWS for one in of_row(*row)]
    empty = counted("nothing is one part", text(""), Options(), 160, 153)
    return [empty, *found, *of_octets()]
