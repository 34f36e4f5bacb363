"""segments.json: what texts cost, and why."""

from messages import UCS2, Encoding, Message, Options, gateway
from writing import DECISION, case, short, text

ABOUT = "What texts cost, which characters make them cost more, and what would be cheaper."

PREVIEW = "infobip, POST /sms/1/preview, samples (documented)"
CHOICE = "which encoding: fewest parts, GSM-7, smallest header, fewest units, lowest languages (inferred)"

# Only what nobody would replace otherwise; what else is suggested is the library's own affair.
OBVIOUS = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "…": "...", "\u00a0": " "}

TURKISH = "Mesaj gönderimi yapmadan önce önizleme seçeneğini kullanmanız doğru karar vermenize yardımcı olur."
GREEK = (
    "Ως Μεγαρικό ψήφισμα είναι γνωστή η απόφαση της Εκκλησίας του δήμου των Αθηναίων "
    "(πιθανόν γύρω στο 433/2 π.Χ.) να επιβάλει αυστηρό και καθολικό εμπάργκο στα"
)
GREEK_REPLACED = (
    "ΩΣ MEΓAPIKO ΨHΦIΣMA EINAI ΓNΩΣTH H AΠOΦAΣH THΣ EKKΛHΣIAΣ TOY ΔHMOY TΩN AΘHNAIΩN "
    "(ΠIΘANON ΓYPΩ ΣTO 433/2 Π.X.) NA EΠIBAΛEI AYΣTHPO KAI KAΘOΛIKO EMΠAPΓKO ΣTA"
)


def culprits(message: Message):
    """Every character that makes the text cost more, once, in the order of their first positions."""
    allowed = [encoding for encoding in message.options.encodings() if encoding != UCS2]
    every = list(dict.fromkeys(message.text))
    if message.encoding == UCS2:
        reason = "forces_ucs2"
        found = [c for c in every if all(encoding.units(c) is None for encoding in allowed)]
        # Where each has a table and no two tables have all: those that need a table of a language.
        found = found or [c for c in every if Encoding("gsm7").units(c) is None]
    else:
        reason = "costs_two"
        found = [c for c in every if message.encoding.units(c) == [2]]
    for character in found:
        one = {
            "character": character,
            "positions": [at for at, other in enumerate(message.text) if other == character],
            "reason": reason,
            "units": message.encoding.units(character)[0],
        }
        if character in OBVIOUS and reason == "forces_ucs2":
            one["replacement"] = OBVIOUS[character]
            one["instead"] = gateway(message.text.replace(character, OBVIOUS[character]), message.options).cost()
        yield one


def told(name, value, source=DECISION, **options):
    """What is told of a text; `if_replaced` where every culprit has an obvious replacement, or there is none."""
    options, value = Options(**options), str(value)
    message = gateway(value, options)
    expect = {**message.cost(), "culprits": list(culprits(message))}
    if all("replacement" in one for one in expect["culprits"]):
        replaced = "".join(OBVIOUS.get(character, character) for character in value)
        expect["if_replaced"] = gateway(replaced, options).cost() if expect["culprits"] else None
    return case(name, "segments", {"text": short(value), **options.given()}, expect, source)


def preview():
    """The vendor's five samples, by hand from its table of parts and characters that are left."""

    def row(name, given, encoding, units, parts, left, **more):
        expect = {"encoding": encoding, "units": units, "parts": parts, "units_left": left, **more}
        return case(f"preview: {name}", "segments", given, expect, PREVIEW)

    plain = "Let's see how many characters remain unused in this message."
    yield row("plain", {"text": plain}, "gsm7", 60, 1, 100)
    yield row("Turkish as it is", {"text": TURKISH}, "ucs2", 98, 2, 36)
    turkish = {"text": TURKISH, "languages": ["tr"]}
    yield row("Turkish with its language", turkish, "gsm7", 98, 1, 57, locking="tr", single=None)
    yield row("Greek as it is", {"text": GREEK}, "ucs2", 155, 3, 46)
    greek = {"text": GREEK, "transliteration": "GREEK"}
    yield row("Greek transliterated", greek, "gsm7", 155, 1, 5, text=GREEK_REPLACED)


def why():
    yield told("plain text", "Your code is 123456")
    yield told("nothing", "")
    yield told("a curly quote", "It’s 5 o’clock")
    yield told("a curly quote that makes two parts of one", text("It’s ", ("a", 70)))
    yield told("curly quotes, a dash, an ellipsis, a blank", "“Hi” – wait…\u00a0‘now’")
    yield told("replacements for one character of two", text("’", ("a", 140), "…"))
    yield told("an ellipsis that makes one part of three characters more", text(("a", 158), "…"))
    yield told("an emoji", "Hi 😀")
    yield told("an emoji and a quote: one replacement does not help", "It’s 😀")
    for before in (68, 69, 70):
        yield told(f"an emoji after {before} characters", text(("a", before), "😀"))
    yield told("an emoji that ends a part", text(("a", 65), "😀", ("b", 30)))
    yield told("an emoji across a cut", text(("a", 66), "😀", ("b", 30)))
    yield told("an emoji several times", "😀 and 😀, 😁😀")
    yield told("a Turkish sentence", TURKISH)
    yield told("a Turkish sentence with its language", TURKISH, languages=("tr",))
    yield told("a Turkish sentence with single shifts only", TURKISH, languages=("tr",), shifts="single")
    yield told("characters of the extension table", "€5 [ok] {x} ~")
    yield told("an extension character that makes a second part", text(("a", 159), "€"))
    for name, character in [
        ("a backtick", "`"),
        ("a small ç", "ç"),
        ("a tab", "\t"),
        ("the escape character", "\u001b"),
        ("the ohm sign", "\u2126"),
        ("a zero width space", "\u200b"),
        ("a byte order mark", "\ufeff"),
        ("a combining accent", "e\u0301"),
    ]:
        yield told(f"{name} forces UCS-2", f"12 {character} 34")
    for name, character in [
        ("the letter Ω", "Ω"),
        ("§", "§"),
        ("Ç", "Ç"),
        ("CR LF", "\r\n"),
        ("a form feed, which costs two", "\f"),
    ]:
        yield told(f"{name} does not force UCS-2", f"12 {character} 34")


def choice():
    def chosen(name, value, *languages, **options):
        return told(f"choice: {name}", value, CHOICE, languages=languages, **options)

    everything = ("tr", "es", "pt", "bn", "gu", "hi", "kn", "ml", "or", "pa", "ta", "te", "ur")
    yield chosen("no table is used where none is needed", "Hello", *everything)
    yield chosen("no table helps with an emoji", "Selam ğ 😀", *everything)
    yield chosen("fewest parts go before the smallest header", text(("€", 100)), "pt")
    yield chosen("the smallest header goes before fewest units", text(("€", 70)), "pt")
    yield chosen("GSM-7 goes before UCS-2", text(("क", 50)), "hi")
    yield chosen("a locking table where single shifts cost more", "ğüşş", "tr")
    yield chosen("a single shift table where the locking one lacks a character", "ğ è ¥", "tr")
    yield chosen("locking shifts only, and a character is lacking", "ğ è ¥", "tr", shifts="locking")
    yield chosen("single shifts only", text(("ğ", 20)), "tr", shifts="single")
    yield chosen("both tables, where each part pays for both", text(("ş", 140), "ÁÁÁ"), "tr", "es")
    yield chosen("of two languages that cost the same, the lower number", "á", "pt", "es", shifts="single")
    yield chosen("a locking table that has it in one septet", "á", "pt", "es")
    yield chosen("of three single shift tables, the lowest", "ç", "pt", "es", "tr", shifts="single")
    yield chosen("of two locking tables, the lowest", "çç", "pt", "tr")
    yield chosen("of pairs that cost the same, the lowest locking table", "şÁ", "pt", "es", "tr")
    yield chosen("of pairs with that locking table, the lowest single one", "şí", "pt", "es", "tr", "hi")
    yield chosen("a pair that costs fewer units", "şÁÁ", "pt", "es", "tr")
    yield chosen("Spanish has no locking table", "á", "es", shifts="locking")
    yield chosen("the order in which languages are given does not matter", "á", "es", "pt", shifts="single")
    yield chosen("Hindi letters with Hindi digits", "नमस्ते १२३ ABC", "hi")
    yield chosen("two scripts, each in a locking table", "कক", "hi", "bn")
    yield chosen("each has a table, and no two tables have all", "क é ক", "hi", "bn")
    yield chosen("one has no table, another would need a second", "क ক ’", "hi", "bn")
    yield chosen("a letter of one script, a digit of another", "क০", "hi", "bn")
    yield chosen("the euro sign of Telugu stands in the extension table", "క€", "te")
    yield chosen("and is not written where the Telugu single shift table is needed", "క౸€", "te")
    yield chosen("comma and apostrophe in Hindi", "क,ख'ग", "hi")
    yield chosen("the Devanagari signs that are first in the Hindi table", "\u0901\u0902\u0903", "hi")
    yield chosen("the Kannada letter of cell 0x24", "\u0ca1", "kn")
    yield chosen("the Tamil digit of cell 0x24", "\u0bee", "ta")
    yield chosen("the Telugu digits of cells 0x22 and 0x23", "\u0c6c\u0c6d", "te")
    for bits in (8, 16):
        value = text(("ğ", 300))
        yield chosen(f"three parts, {bits}-bit reference", value, "tr", reference_bits=bits)


def cases():
    return [*preview(), *why(), *choice()]
