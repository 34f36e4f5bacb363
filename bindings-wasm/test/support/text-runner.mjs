// Runs the shared vectors of SMS text. Nothing here belongs to Node: it runs wherever the package runs, by whichever entry is
// given.
import { assert, config } from "chai";

// A difference is told whole.
config.truncateThreshold = 0;

const INPUT_OF_OPTIONS = ["languages", "shifts", "reference_bits", "transliteration", "ports", "flash", "reference", "split"];
const COST = ["encoding", "locking", "single", "units", "parts", "units_left"];
const ENCODING = ["encoding", "locking", "single"];

/** `{"$repeat": ["x", 3]}` is `"xxx"`, and `{"$join": [a, b]}` its pieces one after the other. */
function expand(value) {
  if (Array.isArray(value)) return value.map(expand);
  if (typeof value !== "object" || value === null) return value;
  if ("$repeat" in value) return expand(value.$repeat[0]).repeat(value.$repeat[1]);
  if ("$join" in value) return expand(value.$join).join("");
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, expand(member)]));
}

const hexOf = (octets) => Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
const octetsOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
/** The vectors count code points. */
const codePoints = (text, index) => [...text.slice(0, index)].length;

/** Names as the vectors have them; what is unset is null there, octets are hex. */
function told(value) {
  if (value instanceof Uint8Array) return hexOf(value);
  if (Array.isArray(value)) return value.map(told);
  if (value === undefined) return null;
  if (typeof value !== "object" || value === null) return value;
  const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [snake(name), told(member)]));
}

/** Compares what the expectation names, all the way down. */
function same(found, expected, path) {
  if (Array.isArray(expected)) {
    assert.isArray(found, path);
    assert.lengthOf(found, expected.length, path);
    expected.forEach((member, index) => same(found[index], member, `${path}[${index}]`));
  } else if (typeof expected === "object" && expected !== null) {
    assert.isObject(found, path);
    for (const [name, member] of Object.entries(expected)) same(found[name], member, `${path}.${name}`);
  } else {
    assert.strictEqual(found, expected, path);
  }
}

/** Nobody looks at other members: a misspelt one would go unnoticed. */
function only(given, ...known) {
  assert.deepEqual(Object.keys(given).filter((name) => !known.includes(name)), [], "members that no runner knows");
}

function optionsOf(input, ...others) {
  only(input, ...INPUT_OF_OPTIONS, ...others);
  const { languages, shifts, reference_bits: referenceBits, transliteration, ports, flash } = input;
  return { languages, shifts, referenceBits, transliteration, ports, flash };
}

const partOf = ({ short_message: shortMessage, user_data: userData, user_data_length: userDataLength, data_coding: dataCoding, esm_class: esmClass, ...rest }) => {
  only(rest);
  const octets = (hex) => (hex === undefined ? undefined : octetsOf(hex));
  return { shortMessage: octets(shortMessage), userData: octets(userData), userDataLength, dataCoding, esmClass };
};

/** How many units each part of a text has, as it is cut. */
function unitsOfParts(text, input, api) {
  const reference = input.reference ?? 0;
  return api.split(text, { ...optionsOf(input, "text"), reference, split: input.split }).map(({ units }) => units);
}

function bodies(list, expect) {
  if (expect.sizes !== undefined) {
    only(expect, "sizes");
    return { sizes: list.map(({ hex, esmClass }) => hex.length / 2 - (esmClass === 64 ? Number.parseInt(hex.slice(0, 2), 16) + 1 : 0)) };
  }
  const whole = list.map(told);
  return { bodies: whole, total: whole.length, last: whole.at(-1) };
}

/** What each call of the vectors does here. */
const CALLS = {
  encode: (api, { text, ...encoding }) => ({ octets: told(api.encode(text, encoding)) }),
  decode: (api, { octets, ...encoding }) => ({ text: api.decode(octetsOf(octets), encoding) }),
  pack: (api, { header, septets }) => ({ octets: told(api.pack(octetsOf(septets), octetsOf(header))) }),
  unpack: (api, { octets, header, length }) => ({
    septets: told(api.unpack(octetsOf(octets), { headerLength: header, userDataLength: length })),
  }),
  count(api, input, expect) {
    const { text } = input;
    only(expect, ...COST, "part_units");
    const cost = api.segments(text, optionsOf(input, "text"));
    const counts = api.countMany([text, "", text], optionsOf(input, "text"));
    for (const index of [0, 2]) {
      assert.deepEqual([counts.parts[index], counts.units[index], counts.unitsLeft[index]], [cost.parts, cost.units, cost.unitsLeft]);
    }
    return { ...told(cost), part_units: "part_units" in expect ? unitsOfParts(text, input, api) : undefined };
  },
  segments(api, input) {
    const cost = api.segments(input.text, optionsOf(input, "text"));
    const { text } = cost;
    const culprits = cost.culprits.map((culprit) => ({ ...culprit, positions: culprit.positions.map((index) => codePoints(text, index)) }));
    return told({ ...cost, text, culprits, ifReplaced: cost.ifReplaced });
  },
  split(api, input) {
    const parts = api.split(input.text, { ...optionsOf(input, "text"), reference: input.reference, split: input.split });
    assert.strictEqual(parts.map(({ start, end, text }) => assert.strictEqual(end - start, text.length) ?? text).join(""), parts.map(({ text }) => text).join(""));
    const [{ encoding, locking, single }] = parts;
    return told({ encoding, locking, single, parts, total: parts.length, last: parts.at(-1) });
  },
  decode_part: (api, input) => told(api.decodePart(partOf(input))),
  describe: (api, { hex, data_coding: dataCoding, esm_class: esmClass, ...rest }) => {
    only(rest);
    return told(api.describe({ hex, dataCoding, esmClass }));
  },
  reassemble: (api, { parts, ...rest }) => {
    only(rest);
    return told(api.reassemble(parts.map(partOf)));
  },
  binary_bodies(api, input, expect) {
    return bodies(api.binaryBodies(input.text, { ...optionsOf(input, "text"), reference: input.reference, split: input.split }), expect);
  },
  octet_bodies(api, input, expect) {
    const { referenceBits, ports, flash } = optionsOf(input, "octets");
    return bodies(api.octetBodies(octetsOf(input.octets), { reference: input.reference, referenceBits, ports, flash }), expect);
  },
  transliterate(api, { text, scheme }) {
    const done = api.transliterate(text, scheme);
    return told({ ...done, replaced: done.replaced.map((one) => ({ ...one, position: codePoints(text, one.position) })) });
  },
};

/** A refusal: its code, and where; the numbers of missing parts stand in what it says. */
function refusal(error, input, expected) {
  only(expected, "code", "offset", "position", "missing");
  const { code, offset, message } = error;
  const found = { code, offset: expected.position === undefined ? offset : undefined };
  if (expected.position !== undefined) found.position = codePoints(input.text, offset);
  if (expected.missing !== undefined) found.missing = /missing: ([\d, ]+)/.exec(message)[1].split(", ").map(Number);
  if (expected.missing?.length > 8) found.missing = [...found.missing, ...expected.missing.slice(found.missing.length)];
  return found;
}

function runCase(api, given) {
  only(given, "name", "call", "input", "expect", "source");
  assert.ok(given.source && given.name);
  const [input, expect] = [expand(given.input), expand(given.expect)];
  assert.property(CALLS, given.call);
  if (!("error" in expect)) return same(CALLS[given.call](api, input, expect), expect, "expect");
  let found;
  try {
    found = CALLS[given.call](api, input, expect);
  } catch (error) {
    if (!(error instanceof api.TextError)) throw error;
    return same(refusal(error, input, expect.error), expect.error, "error");
  }
  return assert.fail(`it is no error: ${JSON.stringify(found)}`);
}

/** Runs every case of every file by an entry: how many of each, and what went wrong. */
export function runTexts(files, api) {
  const told = { files: {}, failures: [] };
  for (const [name, { kind, about, cases, ...rest }] of Object.entries(files)) {
    assert.deepEqual([kind, Object.keys(rest)], [name, []]);
    assert.isString(about);
    const names = new Set();
    for (const given of cases) {
      names.add(given.name);
      try {
        runCase(api, given);
      } catch (error) {
        told.failures.push(`${name}: ${given.name}: ${error.stack}`);
      }
    }
    assert.strictEqual(names.size, cases.length, `${name}: names are unique`);
    told.files[name] = { ran: cases.length, skipped: 0 };
  }
  return told;
}
