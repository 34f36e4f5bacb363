// Every strange value in every place of the functions of texts, and what becomes of the module: its memory stays as it is, and after
// a trap the next call works.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  binaryBodies, countMany, decode, decodePart, describe, encode, octetBodies, pack, reassemble, segments, SmsKernelError, split, TextError,
  transliterate, unpack,
} from "smskernel/text";

import { engine } from "../dist/text/engine.js";
import { throwing, VALUES } from "./support/hostile.mjs";
import { memory, raw } from "./support/text-memory.mjs";
import { thrown } from "./support/thrown.mjs";

const bytes = Uint8Array.of(5, 0, 3, 1, 2, 1, 65);

const PLACES = {
  "a text": (value) => segments(value),
  "options": (value) => segments("a", value),
  "languages": (value) => segments("a", { languages: value }),
  "a language": (value) => segments("a", { languages: [value] }),
  "shifts": (value) => segments("a", { shifts: value }),
  "referenceBits": (value) => segments("a", { referenceBits: value }),
  "transliteration": (value) => segments("a", { transliteration: value }),
  "ports": (value) => segments("a", { ports: value }),
  "a port": (value) => segments("a", { ports: { destination: value, source: 1 } }),
  "flash": (value) => segments("a", { flash: value }),
  "texts": (value) => countMany(value),
  "one of texts": (value) => countMany(["a", value]),
  "how to split": (value) => split("a", value),
  "reference": (value) => split("a", { reference: value }),
  "split": (value) => split("a", { reference: 1, split: value }),
  "an encoding": (value) => encode("a", value),
  "its name": (value) => encode("a", { encoding: value }),
  "a table": (value) => encode("a", { encoding: "gsm7", locking: value }),
  "octets": (value) => decode(value, "gsm7"),
  "septets": (value) => pack(value),
  "a header": (value) => pack(bytes, value),
  "packed septets": (value) => unpack(value),
  "their header": (value) => unpack(bytes, { headerLength: value }),
  "their length": (value) => unpack(bytes, { userDataLength: value }),
  "a scheme": (value) => transliterate("a", value),
  "a part": (value) => decodePart(value),
  "a short message": (value) => decodePart({ shortMessage: value }),
  "user data": (value) => decodePart({ userData: value }),
  "a length": (value) => decodePart({ userData: bytes, userDataLength: value }),
  "a data coding": (value) => decodePart({ shortMessage: bytes, dataCoding: value }),
  "an esmClass": (value) => decodePart({ shortMessage: bytes, esmClass: value }),
  "parts": (value) => reassemble(value),
  "one of parts": (value) => reassemble([{ shortMessage: bytes, esmClass: 64 }, value]),
  "a body": (value) => describe(value),
  "hex": (value) => describe({ hex: value }),
  "a binary text": (value) => binaryBodies(value, { reference: 1 }),
  "data": (value) => octetBodies(value, { reference: 1 }),
};

/** What is said of an argument that is none. */
const SAID = /^(the |an? |texts|parts|languages|options|shifts|referenceBits|transliteration|ports|flash|reference|split|encoding|locking|octets|septets|headerLength|userDataLength|scheme|dataCoding|esmClass|hex)/;
/** What an iterator throws is the value's own, as with getters. */
const OWN_ITERATOR_THROWS = /^(what only inherits from bytes|a proxy of bytes|a list of length .*)$/;

for (const [place, use] of Object.entries(PLACES)) {
  test(`${place} of every kind is taken, or refused by name`, () => {
    const started = engine.instances;
    for (const [name, make] of Object.entries(VALUES)) {
      if (["languages", "texts", "parts"].includes(place) && OWN_ITERATOR_THROWS.test(name)) continue;
      try {
        use(make());
      } catch (error) {
        assert.ok(error instanceof TextError || (error.constructor === TypeError && SAID.test(error.message)), `${name}: ${error.stack}`);
        assert.ok(error.message.length < 300, `${name}: ${error.message}`);
      }
    }
    assert.equal(engine.instances, started, "nothing trapped");
  });
}

test("what getters and proxies throw passes through, whatever it is", () => {
  for (const failure of [new Error("of the user"), "a text", undefined, 0]) {
    const value = Object.defineProperty({}, "languages", { enumerable: true, get: () => { throw failure; } });
    const part = Object.defineProperty({}, "shortMessage", { get: () => { throw failure; } });
    for (const run of [() => segments("a", value), () => countMany([], value), () => decodePart(part), () => reassemble([part])]) {
      assert.equal(thrown(run), failure);
    }
    for (const list of Object.values(throwing(failure)).filter(Array.isArray)) assert.equal(thrown(() => countMany(list)), failure);
  }
});

test("ten million characters are counted, and not repeated where they are refused", () => {
  const long = "x".repeat(10_000_000);
  assert.equal(segments(long).parts, Math.ceil(long.length / 153));
  assert.match(thrown(() => segments("a", { shifts: long })).message, /^shifts is "both", "single" or "locking", not "x{40}…"$/);
  assert.match(thrown(() => segments("a", { [long]: 1 })).message, /^options\.x{60} is unknown/);
  assert.ok(thrown(() => transliterate("a", long)).message.length < 300);
  assert.equal(String(segments("’".repeat(1_000_000))).length < 1000, true);
});

test("nothing has to be freed, and nothing grows", () => {
  const text = "’Grüezi [👋]".repeat(40);
  const many = Array.from({ length: 5_000 }, () => text);
  const round = () => {
    for (let index = 0; index < 200; index += 1) {
      const told = segments(text, { languages: ["tr"], transliteration: "GREEK" });
      assert.ok(told.culprits.length > 0 && String(told).length > 0 && told.ifReplaced === undefined);
      const parts = split(text, { reference: 1, split: "graphemes" });
      reassemble(parts);
      binaryBodies(text, { reference: 1 }).map(describe);
      thrown(() => encode(text, "gsm7"));
      thrown(() => segments("\ud800"));
      thrown(() => reassemble(parts.slice(1)));
      thrown(() => segments(text, { shifts: "x" }));
    }
    countMany(many);
  };
  round();
  const [before, started] = [memory(), engine.instances];
  for (let rounds = 0; rounds < 10; rounds += 1) round();
  assert.deepEqual([memory(), engine.instances], [before, started]);
});

test("after a trap the next call works, and what was told goes on", () => {
  const told = segments("’");
  const before = [engine.instances, raw().memory];
  const length = 2 ** 31;
  const error = thrown(() => engine.run(() => raw().textEncode(length, length, 0)));
  assert.ok(error instanceof SmsKernelError && error.code === "internal_error", String(error));
  assert.equal(engine.instances, before[0] + 1);
  assert.notEqual(raw().memory, before[1]);
  assert.deepEqual([told.culprits.length, segments("€").units], [1, 2]);
});
