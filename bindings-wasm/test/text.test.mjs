// What texts cost, how they are cut, and what their octets are: what JavaScript adds to the core.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";

import {
  binaryBodies, countMany, decode, decodePart, describe, encode, octetBodies, pack, reassemble, segments, SmsKernelError, split, TextError,
  transliterate, unpack,
} from "smskernel/text";

import { thrown } from "./support/thrown.mjs";

const HALF = "I am cut 👋".slice(0, -1);
const bytes = (...octets) => Uint8Array.from(octets);

test("a text is explained, in lines and in members", () => {
  const told = segments("It’s 5 o’clock 👋 ’");
  assert.equal(
    String(told),
    "1 part of UCS-2: 19 UTF-16 code units, 51 left in the last part (an estimate)\n" +
      "  '’' (U+2019) at 2, 8, 18 forces UCS-2; \"'\" could stand there\n" +
      "  '👋' (U+1F44B) at 15 forces UCS-2",
  );
  assert.deepEqual([inspect(told), inspect({ told }, { depth: 9 }).includes("(an estimate)")], [String(told), true]);
  const [quote, hand] = told.culprits;
  const cost = { encoding: "ucs2", locking: undefined, single: undefined, unit: "UTF-16 code unit", parts: 1, units: 19, unitsLeft: 51 };
  assert.deepEqual({ ...told }, cost);
  const { instead, ...rest } = quote;
  assert.deepEqual(rest, { character: "’", positions: [2, 8, 18], reason: "forces_ucs2", units: 1, replacement: "'" });
  assert.deepEqual(instead, cost);
  assert.deepEqual([hand.positions, hand.units, hand.replacement, hand.instead], [[15], 2, undefined, undefined]);
  assert.deepEqual(told.ifReplaced, cost);
  assert.equal(told.text, "It’s 5 o’clock 👋 ’");
  for (const { character, positions } of told.culprits) {
    for (const position of positions) assert.ok(told.text.startsWith(character, position));
  }
});

test("a Turkish sentence goes with its tables, where they are allowed", () => {
  const text = "Şişli'de görüşürüz";
  const cost = ({ encoding, locking, single, units }) => [encoding, locking, single, units];
  assert.deepEqual(cost(segments(text)), ["ucs2", undefined, undefined, 18]);
  assert.deepEqual(cost(segments(text, { languages: ["tr"] })), ["gsm7", "tr", undefined, 18]);
  assert.deepEqual(cost(segments(text, { languages: new Set(["TR", "es"]), shifts: "single" })), ["gsm7", undefined, "tr", 21]);
  const { text: other, replaced, ...rest } = segments(text, { transliteration: "TURKISH" }).toJSON();
  assert.deepEqual([other, rest.encoding, rest.units], ["Sisli'de görüsürüz", "gsm7", 18]);
  assert.deepEqual(replaced.map(({ position, original, replacement }) => [position, original, replacement]), [[0, "Ş", "S"], [2, "ş", "s"], [13, "ş", "s"]]);
});

test("options that are unset are as none", () => {
  const unset = { languages: undefined, shifts: null, referenceBits: undefined, transliteration: null, ports: undefined, flash: undefined };
  for (const options of [undefined, null, {}, unset, { languages: [] }]) {
    assert.deepEqual({ ...segments("x".repeat(161), options) }, { ...segments("x".repeat(161)) });
  }
  assert.equal(segments("x".repeat(161), { referenceBits: 16 }).unitsLeft, 2 * 152 - 161);
  assert.equal(segments("x".repeat(161), { ports: { destination: 2948, source: 0 } }).unitsLeft, 2 * 146 - 161);
});

test("what is told cannot be changed", () => {
  const told = segments("[’👋]", { transliteration: "GREEK" });
  const frozen = [told, told.culprits, told.culprits[0], told.culprits[0].positions, told.replaced, told.replaced[0], countMany(["a"])];
  const parts = split("👋".repeat(40), { reference: 1 });
  frozen.push(parts, parts[0], transliterate("’", "GREEK"), binaryBodies("a", { reference: 1 }));
  const part = decodePart(parts[0]);
  frozen.push(part, part.header, part.header[0], part.dataCoding, reassemble(parts));
  for (const object of frozen) assert.ok(Object.isFrozen(object), inspect(object));
  assert.equal(told.culprits, told.culprits, "it is made once");
});

test("many texts are counted in columns, however many", () => {
  const texts = Array.from({ length: 10_000 }, (_, index) => ["a", "€", "👋", "ş", "’"][index % 5].repeat(index % 330));
  texts.push("x".repeat(1_000_000), "");
  const options = { languages: ["tr", "pt"], referenceBits: 16 };
  const counts = countMany(texts.values(), options);
  assert.equal(counts.length, texts.length);
  const codes = { tr: 1, pt: 3 };
  for (let index = 0; index < texts.length; index += index > 700 ? 97 : 1) {
    const told = segments(texts[index], options);
    const row = [counts.parts[index], counts.units[index], counts.unitsLeft[index]];
    assert.deepEqual(row, [told.parts, told.units, told.unitsLeft]);
    const tables = [counts.dataCodings[index], counts.lockings[index], counts.singles[index]];
    assert.deepEqual(tables, [told.encoding === "ucs2" ? 8 : 0, codes[told.locking] ?? 0, codes[told.single] ?? 0]);
  }
  assert.equal(counts.parts.at(-2), Math.ceil(1_000_000 / 152));
  assert.deepEqual([counts.parts.constructor, counts.dataCodings.constructor], [Uint32Array, Uint8Array]);
  assert.equal(countMany([]).parts.length, 0);
});

test("parts come back together", () => {
  const text = "Ein Satz mit Umlauten äöü und Emoji 👨‍👩‍👧‍👦 an der Grenze. ".repeat(6);
  for (const way of ["gateway", "graphemes"]) {
    const parts = split(text, { reference: 7, split: way });
    assert.ok(parts.length > 3 && parts.every(({ userData }) => userData.length <= 140));
    parts.forEach(({ start, end, text: own }) => assert.equal(text.slice(start, end), own));
    assert.equal(parts.every(({ text: own }) => own.isWellFormed?.() ?? true), true);
    const whole = reassemble([...parts].reverse());
    assert.deepEqual([whole.text, whole.parts, whole.reference, whole.encoding], [text, parts.length, 7, "ucs2"]);
    assert.equal(whole.description, `UCS-2: ${text.length} UTF-16 code units; ${parts.length} parts, reference 7`);
    assert.equal(reassemble(parts.map(({ userData, userDataLength, dataCoding, esmClass }) => ({ userData, userDataLength, dataCoding, esmClass }))).text, text);
  }
  const [part] = split("[ş]", { languages: ["tr"], reference: 1 });
  assert.equal(decode(part.shortMessage.subarray(part.header.length), part), "[ş]");
});

test("octets go and come", () => {
  assert.deepEqual(encode("[@", "gsm7"), bytes(0x1b, 0x3c, 0));
  assert.deepEqual(encode("👋", { encoding: "ucs2" }), bytes(0xd8, 0x3d, 0xdc, 0x4b));
  assert.equal(decode(bytes(0xd8, 0x3d, 0x41), "ucs2"), "\ufffd\ufffd");
  assert.deepEqual(pack(encode("hellohello", "gsm7")), bytes(0xe8, 0x32, 0x9b, 0xfd, 0x46, 0x97, 0xd9, 0xec, 0x37));
  assert.equal(decode(unpack(pack(encode("1234567@", "gsm7")), { userDataLength: 8 }), "gsm7"), "1234567@");
  assert.equal(decode(unpack(pack(encode("1234567@", "gsm7")).buffer), "gsm7"), "1234567");
});

test("binary bodies are those of sendBinary, and are described", () => {
  const bodies = binaryBodies("ş".repeat(160), { languages: ["tr"], reference: 200, flash: true });
  assert.deepEqual(bodies.map(({ hex, dataCoding, esmClass }) => [hex.slice(0, 18), dataCoding, esmClass]), [
    ["080003c80201250101", 16, 64], ["080003c80202250101", 16, 64],
  ]);
  const told = describe(bodies[0]);
  const { waiting, ...coding } = told.dataCoding;
  assert.deepEqual([coding, waiting], [{ octet: 16, alphabet: "gsm7", compressed: false, class: 0, reserved: false }, undefined]);
  assert.deepEqual(told.header, [
    { element: "concatenation", reference: 200, referenceBits: 8, total: 2, sequence: 1 }, { element: "locking_shift", language: 1 },
  ]);
  assert.equal(told.description, "GSM-7 with Turkish locking shift, class 0 (flash): 149 septets; part 1 of 2, reference 200; Turkish locking shift");
  const [data] = octetBodies(bytes(1, 2, 3), { reference: 0, ports: { destination: 0x0b84, source: 0x23f0 } });
  assert.deepEqual(data, { hex: "0605040b8423f0010203", dataCoding: 4, esmClass: 64 });
  const [ports] = describe({ ...data, hex: "06 05 04 0b 84 23 f0 01 02 03" }).header;
  assert.deepEqual(ports, { element: "ports", bits: 16, destination: 0x0b84, source: 0x23f0 });
  assert.deepEqual(describe({ hex: bytes(72, 105) }).text, "Hi");
});

/** What is wrong in the sending or reading of texts: the code, the offset, and all that is said. */
const FAILURES = [
  [() => segments(HALF), "lone_surrogate", 9, "the text has half of a character (U+D83D) at 9, as if it was cut in the middle of an emoji; cut it elsewhere, or give toWellFormed() of it"],
  [() => countMany(["a", "👋\udc4b"]), "lone_surrogate", 2, "texts[1] has half of a character (U+DC4B) at 2, as if it was cut in the middle of an emoji; cut it elsewhere, or give toWellFormed() of it"],
  [() => encode("👋`", "gsm7"), "not_encodable", 0, "the character U+1F44B at 0 is not in this encoding; send the text as UCS-2, or replace it"],
  [() => encode("äöü`", "gsm7"), "not_encodable", 3, "the character U+0060 at 3 is not in this encoding; send the text as UCS-2, or replace it"],
  [() => split("a", { reference: 256 }), "reference_too_large", undefined, "the reference 256 is over 255; give a smaller one, or allow references of 16 bits"],
  [() => split("a".repeat(153 * 255 + 1), { reference: 1 }), "too_many_parts", undefined, "it would have 256 parts, and a message has 255 at most; send it as several messages"],
  [() => describe({ hex: "05 00 03 07 02", esmClass: 64 }), "malformed_header", 0, "the user data header is malformed at octet 0: it states 5 octets, and 4 follow; octets without a header go without 64 in esm_class"],
  [() => describe({ hex: "ff" }), "not_a_septet", 0, "the octet 0xff at 0 is over 0x7f; this data coding has one septet in each octet, not packed; data has the data coding 4"],
  [() => describe({ hex: "004100", dataCoding: 8 }), "odd_octets", 2, "the octet at 2 is half a code unit; UCS-2 has two octets for each"],
  [() => describe({ hex: "41".repeat(161) }), "too_long", 160, "what begins at octet 160 is more than a short message carries; send it as parts with concatenation headers"],
  [() => decodePart({ userData: bytes(1), userDataLength: 9 }), "truncated", 1, "the user data has 1 octets, and 8 by its length; give all of it, or no length"],
  [() => reassemble([]), "no_parts", undefined, "there are no parts; give every part of one message"],
  [() => reassemble([split("👋".repeat(99), { reference: 1 })[1]]), "missing_parts", undefined, "of 3 parts these are missing: 1, 3; give every part of the message"],
  [() => reassemble([{ shortMessage: bytes(65) }, { shortMessage: bytes(66) }]), "contradictory_parts", undefined, "the part at 1 contradicts the one at 0: both are part 1, and they hold different octets; give the parts of one message"],
  [() => reassemble([{ shortMessage: bytes(65) }, { shortMessage: bytes(9), esmClass: 64 }]), "malformed_header", 0, "parts[1]: the user data header is malformed at octet 0: it states 9 octets, and 0 follow; octets without a header go without 64 in esm_class"],
];

for (const [run, code, offset, message] of FAILURES) {
  test(`${code}: ${message.slice(0, 60)}`, () => {
    const error = thrown(run);
    assert.ok(error instanceof TextError && error instanceof SmsKernelError, String(error));
    assert.deepEqual([error.name, error.code, error.offset, error.message], ["TextError", code, offset, message]);
    const whole = { name: "TextError", code, message, ...(offset === undefined ? {} : { offset }) };
    assert.deepEqual(JSON.parse(JSON.stringify(error)), whole);
  });
}

const LANGUAGES = "tr, es, pt, bn, gu, hi, kn, ml, or, pa, ta, te, ur";
const SCHEMES = "TURKISH, GREEK, CYRILLIC, SERBIAN_CYRILLIC, BULGARIAN_CYRILLIC, CENTRAL_EUROPEAN, BALTIC, PORTUGUESE, COLOMBIAN, NON_UNICODE";

/** Words as a sentence has them: `"a", "b" or "c"`. */
const anyOf = (words) => words.split(", ").map((word) => `"${word}"`).join(", ").replace(/, (?="[^"]*"$)/, " or ");

/** Arguments that are none, by what is said of them. */
const WRONG = [
  [() => segments(), "the text is given as a string, not as undefined"],
  [() => segments(new String("a")), "the text is given as a string, not as an object of kind String"],
  [() => segments("a", "tr"), "options are given as an object, not as a string"],
  [() => segments("a", { language: "tr" }), "options.language is unknown; the options here are languages, shifts, referenceBits, transliteration, ports, flash"],
  [() => segments("a", { languages: "tr" }), "languages are given as an iterable, not as a string"],
  [() => segments("a", { languages: ["tr", 1] }), "languages[1] is given as a string, not as a number"],
  [() => segments("a", { languages: ["tr", "tr,es"] }), `languages is ${anyOf(`${LANGUAGES}, all`)}, not "tr,es"`],
  [() => segments("a", { languages: [""] }), `languages is ${anyOf(`${LANGUAGES}, all`)}, not ""`],
  [() => segments("a", { shifts: "" }), 'shifts is "both", "single" or "locking", not ""'],
  [() => segments("a", { shifts: 1 }), "shifts is given as a string, not as a number"],
  [() => segments("a", { referenceBits: 7.5 }), "referenceBits is 8 or 16, not 7.5"],
  [() => segments("a", { referenceBits: "8" }), "referenceBits is given as a number, not as a string"],
  [() => segments("a", { transliteration: "greek" }), `transliteration is ${anyOf(SCHEMES)}, not "greek"`],
  [() => segments("a", { flash: 1 }), "flash is given as true or false, not as a number"],
  [() => segments("a", { ports: 1 }), "ports are given as an object, not as a number"],
  [() => segments("a", { ports: { destination: 1, source: 65536 } }), "ports.source is a whole number from 0 to 65535, not 65536"],
  [() => countMany("abc"), "texts are given as an iterable, not as a string"],
  [() => countMany(["a", null]), "texts[1] is given as a string, not as null"],
  [() => split("a"), "reference is given as a number, not as undefined"],
  [() => split("a", { reference: -1 }), "reference is a whole number from 0 to 65535, not -1"],
  [() => split("a", { reference: NaN }), "reference is a whole number from 0 to 65535, not NaN"],
  [() => split("a", { reference: 1, split: "words" }), 'split is "gateway" or "graphemes", not "words"'],
  [() => encode("a", "utf8"), 'encoding is "gsm7" or "ucs2", not "utf8"'],
  [() => encode("a"), "an encoding is given by its name or as an object, not as undefined"],
  [() => encode("a", { encoding: "ucs2", single: "tr" }), 'single is left out with "ucs2", which has no tables, not "tr"'],
  [() => decode("a", "gsm7"), "octets are given as bytes, not as a string"],
  [() => pack([1]), "septets are given as bytes, not as an object of kind Array"],
  [() => unpack(bytes(1), { headerLength: 256 }), "headerLength is a whole number from 0 to 255, not 256"],
  [() => transliterate("a", "LATIN"), `scheme is ${anyOf(SCHEMES)}, not "LATIN"`],
  [() => decodePart(), "the part is given as an object, not as undefined"],
  [() => decodePart({}), "the userData of the part is given as bytes, not as undefined"],
  [() => decodePart({ shortMessage: bytes(1), dataCoding: 256 }), "dataCoding is a whole number from 0 to 255, not 256"],
  [() => reassemble([{ shortMessage: "a" }]), "the shortMessage of parts[0] is given as bytes, not as a string"],
  [() => describe({ hex: "4" }), "hex is two hexadecimal digits for each octet"],
  [() => describe({ hex: 7 }), "hex is given as a string or bytes, not as a number"],
  [() => octetBodies("a", { reference: 1 }), "octets are given as bytes, not as a string"],
  [() => octetBodies(bytes(), { reference: 1, languages: [] }), "options.languages is unknown; the options here are reference, referenceBits, ports, flash"],
];

for (const [run, message] of WRONG) {
  test(`a TypeError: ${message.slice(0, 80)}`, () => {
    const error = thrown(run);
    assert.deepEqual([error.name, error.message], ["TypeError", message]);
  });
}

test("the words of the types are those of the core", () => {
  const union = (file, name) => {
    const source = readFileSync(new URL(`../dist/${file}.d.ts`, import.meta.url), "utf8");
    return [...new RegExp(`type ${name} =([^;]*);`).exec(source)[1].matchAll(/"(\w+)"/g)].map(([, word]) => word);
  };
  assert.deepEqual(union("text/types", "Language"), LANGUAGES.split(", "));
  assert.deepEqual(union("text/types", "Scheme"), SCHEMES.split(", "));
  assert.deepEqual(union("codes", "TextCode").sort(), [...new Set(FAILURES.map(([, code]) => code))].sort());
  const alphabets = Array.from({ length: 256 }, (_, dataCoding) => decodePart({ shortMessage: bytes(), dataCoding }).dataCoding.alphabet);
  assert.deepEqual(union("text/reading", "Alphabet").sort(), [...new Set(alphabets)].sort());
});
