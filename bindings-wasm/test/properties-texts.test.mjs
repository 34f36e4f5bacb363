// What holds for every text, every encoding and any octets.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";
import {
  binaryBodies, countMany, decode, decodePart, describe, encode, octetBodies, pack, reassemble, segments, split, TextError, transliterate, unpack,
} from "smskernel/text";

import { raw } from "./support/text-memory.mjs";

const LANGUAGES = ["tr", "es", "pt", "bn", "gu", "hi", "kn", "ml", "or", "pa", "ta", "te", "ur"];
const SCHEMES = ["TURKISH", "GREEK", "CYRILLIC", "SERBIAN_CYRILLIC", "BULGARIAN_CYRILLIC", "CENTRAL_EUROPEAN", "BALTIC", "PORTUGUESE", "COLOMBIAN", "NON_UNICODE"];

/** Texts of characters that matter, and any others. */
const units = fc.oneof(
  fc.constantFrom(..."aZ@€[]{}^\\~|`’ \f\n\rÇçşğıŞİãâêõअஅاক", "👋", "👨‍👩‍👧‍👦", "e\u0301", "🇨🇭", "\u200b", "\ufeff", "\0"),
  fc.string({ unit: "binary", minLength: 1, maxLength: 3 }),
  fc.constantFrom("a", "€", "я").chain((one) => fc.nat({ max: 170 }).map((times) => one.repeat(times))),
);
const texts = fc.array(units, { maxLength: 30 }).map((all) => all.join(""));
const options = fc.record(
  {
    languages: fc.subarray(LANGUAGES),
    shifts: fc.constantFrom("both", "single", "locking"),
    referenceBits: fc.constantFrom(8, 16),
    ports: fc.record({ destination: fc.nat({ max: 65535 }), source: fc.nat({ max: 65535 }) }),
    flash: fc.boolean(),
  },
  { requiredKeys: [] },
);
const ways = fc.constantFrom("gateway", "graphemes");
const holds = (name, ...given) => test(name, () => fc.assert(fc.property(...given), { numRuns: 300 }));

holds("the parts of a text are the text, and its cost is theirs", texts, options, ways, fc.nat({ max: 255 }), (text, given, way, reference) => {
  const cost = segments(text, given);
  const parts = split(text, { ...given, reference, split: way });
  assert.equal(parts.map((part) => part.text).join(""), text);
  assert.equal(parts.reduce((sum, part) => sum + part.units, 0), cost.units);
  if (way === "gateway") assert.equal(parts.length, cost.parts);
  let at = 0;
  for (const { start, end, text: own, userData, encoding, locking, single } of parts) {
    assert.deepEqual([start, end, encoding, locking, single], [at, at + own.length, cost.encoding, cost.locking, cost.single]);
    assert.ok(userData.length <= 140);
    at = end;
  }
  const whole = reassemble([...parts].reverse());
  assert.deepEqual([whole.text, whole.parts], [text, parts.length]);
});

holds("many are counted as one", fc.array(texts, { maxLength: 20 }), options, (list, given) => {
  const counts = countMany(list, given);
  assert.equal(counts.length, list.length);
  list.forEach((text, index) => {
    const { parts, units: size, unitsLeft } = segments(text, given);
    assert.deepEqual([counts.parts[index], counts.units[index], counts.unitsLeft[index]], [parts, size, unitsLeft]);
  });
});

holds("positions are those of the string", texts, options, fc.constantFrom(undefined, ...SCHEMES), (text, given, transliteration) => {
  const told = segments(text, { ...given, transliteration });
  for (const { character, positions } of told.culprits) {
    let next = 0;
    const all = [];
    while ((next = told.text.indexOf(character, next)) >= 0) {
      all.push(next);
      next += character.length;
    }
    assert.deepEqual(positions, all);
  }
  for (const { position, original } of told.replaced) assert.ok(text.startsWith(original, position));
  if (transliteration !== undefined) {
    const made = transliterate(text, transliteration);
    assert.deepEqual([made.text, made.replaced], [told.text, told.replaced]);
  }
  assert.match(String(told), /^\d+ parts? of .* \(an estimate\)/);
});

holds("what can be encoded comes back, or its place is told", texts, fc.constantFrom(undefined, ...LANGUAGES), fc.constantFrom(undefined, ...LANGUAGES), (text, locking, single) => {
  assert.equal(decode(encode(text, "ucs2"), "ucs2"), text);
  const encoding = { encoding: "gsm7", locking, single };
  try {
    const septets = encode(text, encoding);
    assert.equal(decode(septets, encoding), text);
    if (septets.length <= 255) assert.deepEqual(unpack(pack(septets), { userDataLength: septets.length }), septets);
  } catch (error) {
    assert.ok(error instanceof TextError && error.code === "not_encodable");
    const code = text.codePointAt(error.offset).toString(16).toUpperCase().padStart(4, "0");
    assert.ok(error.message.startsWith(`the character U+${code} at ${error.offset} `), error.message);
    assert.doesNotThrow(() => encode(text.slice(0, error.offset), encoding));
  }
});

holds("half a character is told where it is", fc.string({ unit: "binary" }), fc.constantFrom("\ud83d", "\udc4b"), fc.string({ unit: "binary" }), (before, half, after) => {
  const text = before + half + after;
  for (const run of [() => segments(text), () => countMany([text]), () => encode(text, "ucs2")]) {
    assert.throws(run, (error) => error instanceof TextError && error.code === "lone_surrogate" && error.offset === before.length);
  }
});

const octets = fc.uint8Array({ maxLength: 180 });
const octet = fc.nat({ max: 255 });

holds("any octets are read, or refused by a TextError", octets, octet, octet, fc.option(octet), (bytes, dataCoding, esmClass, length) => {
  const memory = raw().memory;
  const part = { dataCoding, esmClass };
  const reads = [
    () => decodePart({ ...part, shortMessage: bytes }),
    () => decodePart({ ...part, userData: bytes, userDataLength: length }),
    () => describe({ ...part, hex: bytes }),
    () => reassemble([{ ...part, shortMessage: bytes }]),
    () => decode(bytes, dataCoding % 2 ? "gsm7" : "ucs2"),
    () => unpack(bytes, { headerLength: esmClass, userDataLength: length }),
  ];
  for (const read of reads) {
    try {
      read();
    } catch (error) {
      assert.ok(error instanceof TextError, String(error));
    }
  }
  assert.equal(raw().memory, memory, "it is the same instance");
});

holds("data come back from their bodies", fc.uint8Array({ maxLength: 600 }), options, (data, { referenceBits, ports, flash }) => {
  const bodies = octetBodies(data, { reference: 9, referenceBits, ports, flash });
  const whole = reassemble(bodies.map(({ hex, ...rest }) => ({ shortMessage: Buffer.from(hex, "hex"), ...rest })));
  assert.deepEqual(whole.octets, Uint8Array.from(data));
  for (const body of bodies) assert.equal(describe(body).dataCoding.class, flash ? 0 : undefined);
});

holds("bodies of texts are described", texts, options, ways, (text, given, way) => {
  const bodies = binaryBodies(text, { ...given, reference: 1, split: way });
  assert.equal(bodies.map((body) => describe(body).text).join(""), text);
});
