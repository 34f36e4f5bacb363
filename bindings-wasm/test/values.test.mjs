// What JavaScript can hand over and JSON cannot say: each is refused by its path, or means what it says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { blackkonnect, infobip, InvalidRequest, smslist } from "../dist/index.js";
import { lying, revoked } from "./support/hostile.mjs";

const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
const bulk = new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "key", sender: "S" });
const good = { from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" };
const decoder = new TextDecoder();

/** Path, code and text of what is wrong with a request. */
function wrong(request, options) {
  try {
    gateway.sendText(request, options);
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    return error.violations.map(({ path, code, message }) => `${path}: ${code}: ${message}`);
  }
  return assert.fail("it was built");
}

const body = (call) => JSON.parse(decoder.decode(call.body));
const message = (changes) => ({ messages: [{ ...good, ...changes }] });

/** Bytes whose buffer went elsewhere. */
function detached() {
  const bytes = new Uint8Array(4);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
}

class Money {
  amount = 1;
}

test("values of foreign types are named", () => {
  const cases = [
    [1n, "a BigInt"],
    [() => 1, "a function"],
    [Symbol("s"), "a symbol"],
    [NaN, "NaN"],
    [Infinity, "Infinity"],
    [-Infinity, "-Infinity"],
    [2 ** 53, "an integer over 2^53, which JavaScript does not hold exactly"],
    [-1e21, "an integer over 2^53, which JavaScript does not hold exactly"],
    [1.9, "a number"],
    ["720", "a string"],
    [true, "true or false"],
    [[720], "a list"],
    [{}, "an object"],
    [new Map(), "a Map"],
    [new Set(), "a Set"],
    [new Money(), "an object of class Money"],
    [new (class {})(), "an object of a class"],
    [new Number(720), "a Number"],
    [/x/, "a RegExp"],
    [new Error("x"), "an Error"],
    [Promise.resolve(), "a Promise"],
    [new Uint8Array(2), "bytes"],
    [Buffer.from("x"), "bytes"],
    [new Uint16Array(2), "an Uint16Array"],
    [new ArrayBuffer(2), "bytes"],
    [new Date(NaN), "an invalid Date"],
    [Object.defineProperty(new Money(), Symbol.toStringTag, { value: "Date" }), "a Date"],
    [runInNewContext("new Map()"), "a Map"],
    [new String("720"), "a String"],
    [Object(720n), "a BigInt"],
    [Object.create({ hour: 1 }), "an object that inherits from another one"],
    [new (class { static name = Symbol("s"); })(), "an object of a class"],
    [revoked({}), "a revoked proxy"],
    [lying(-1), "a list without a length"],
    [new Array(2 ** 20 + 1), "a list of 1048577 elements"],
    [new Array(10_001), "a list of 10001 elements, of which 10001 are undefined"],
    [detached(), "bytes of a detached buffer"],
  ];
  for (const [value, name] of cases) {
    const told = `messages[0].validityPeriod: wrong_type: expected a whole number, found ${name}.`;
    const [first] = wrong(message({ validityPeriod: value }));
    assert.ok(first.startsWith("messages[0].validityPeriod: wrong_type: expected"), first);
    assert.ok(first.endsWith(`found ${name}.`), `${first} instead of ${told}`);
  }
});

test("numbers out of their bounds keep their digits", () => {
  for (const value of [-1, 0, -0, 2 ** 40, Number.MAX_SAFE_INTEGER]) {
    const [first] = wrong(message({ validityPeriod: value }));
    assert.ok(first.startsWith(`messages[0].validityPeriod: out_of_range: ${value}`), first);
  }
  assert.match(wrong(message({ destinations: [{ to: 2 ** 52 }] }))[0], /^messages\[0\]\.destinations\[0\]\.to: number_length/);
});

test("undefined is unset in a member, and missing where something is needed", () => {
  assert.deepEqual(body(gateway.sendText({ ...message({ flash: undefined, notifyUrl: null }), bulkId: undefined })), message({}));
  const paths = (request) => wrong(request).map((line) => line.split(": ").slice(0, 2).join(" "));
  assert.deepEqual(paths(undefined), [" missing"]);
  assert.deepEqual(paths(null), [" missing"]);
  assert.deepEqual(paths({}), ["messages missing"]);
  assert.deepEqual(paths({ messages: undefined }), ["messages missing"]);
  assert.deepEqual(paths({ messages: [undefined] }), ["messages[0] missing"]);
  assert.deepEqual(paths(message({ text: undefined })), ["messages[0].text missing"]);
  assert.deepEqual(paths(message({ destinations: [good.destinations[0], undefined] })), ["messages[0].destinations[1] missing"]);
  assert.deepEqual(paths({ messages: Object.assign(new Array(2), { 1: good }) }), ["messages[0] missing"]);
});

test("whole requests of other kinds", () => {
  for (const [value, name] of [["x", "a string"], [7, "an integer"], [[], "a list"], [new Money(), "an object of class Money"]]) {
    assert.deepEqual(wrong(value), [`: wrong_type: expected an object, found ${name}.`]);
  }
});

test("a Date is a moment", () => {
  const sendAt = new Date("2026-12-01T08:00:00.123Z");
  assert.equal(body(gateway.sendText(message({ sendAt }))).messages[0].sendAt, "2026-12-01T08:00:00.123+0000");
  const foreign = runInNewContext("new Date(0)");
  assert.equal(body(gateway.sendText(message({ sendAt: foreign }))).messages[0].sendAt, "1970-01-01T00:00:00.000+0000");
  assert.match(wrong(message({ sendAt }), { now: new Date("2027-01-01") })[0], /^messages\[0\]\.sendAt: time_in_past/);
  assert.match(wrong(message({ sendAt }), { now: new Date("2026-01-01") })[0], /^messages\[0\]\.sendAt: too_far_ahead/);
  const item = { to: "254712345678", text: "Hi", sendAt };
  assert.equal(body(bulk.sendBulk({ messages: [item] })).smslist[0].timeToSend, sendAt.getTime() / 1000 - 0.123);
});

test("values of Blackkonnect cross as those of the others do", () => {
  const konnect = new blackkonnect.Gateway("https://example.com", { token: "t" });
  const text = "Grüezi 👋";
  const sendAt = new Date("2026-12-01T08:00:00.5Z");
  const request = {
    requestId: 7,
    messages: [{ to: [254712345678, { to: "254712345679", messageId: "m" }], text, sendAt, deliveryTimeWindow: { from: "06:30" } }],
    extra: { more: [null, 1.5] },
  };
  assert.deepEqual(body(konnect.sendBulk(request)), {
    requestId: "7",
    messages: [{
      destinations: [{ destination: "254712345678" }, { destination: "254712345679", messageId: "m" }],
      deliveryTimeWindow: { from: { hour: 6, minute: 30 } },
      text,
      sendAt: "2026-12-01T08:00:00.500Z",
    }],
    more: [null, 1.5],
  });
  for (const [send, value, told] of [
    ["sendMessage", { to: "254712345678", text: new Map() }, "text: wrong_type: expected a string, found a Map."],
    ["sendMessage", { to: 2n, text: "Hi" }, "destination: wrong_type: expected a phone number as a string or a positive integer, found a BigInt."],
    ["getBulkStatus", { bulkCorrelationId: "c", page: 1.5 }, "page: wrong_type: expected a whole number, found a number."],
    ["getBulkStatus", null, ": missing: "],
    ["getMessageStatus", { messageId: NaN }, "messageId: wrong_type: expected an id as a string or a positive integer, found NaN."],
    ["getToken", { clientId: "c", clientSecret: Uint8Array.of(1) }, "client_secret: wrong_type: expected a string, found bytes."],
    ["getToken", { clientId: "c", clientSecret: "s", extra: { scopes: ["a"] } }, "scopes: wrong_type: "],
  ]) {
    assert.throws(() => konnect[send](value), ({ violations }) => {
      const [{ path, code, message }] = violations.filter(({ level }) => level === "error");
      assert.ok(`${path}: ${code}: ${message}`.startsWith(told), `${path}: ${code}: ${message}`);
      return true;
    });
  }
});

test("objects of another realm, without prototype, behind proxies and with getters are read", () => {
  const other = runInNewContext(`(${JSON.stringify(message({}))})`);
  const bare = Object.assign(Object.create(null), message({}));
  const proxy = new Proxy(message({}), {});
  const getter = {
    get messages() {
      return [good];
    },
  };
  for (const request of [other, bare, proxy, getter]) assert.deepEqual(body(gateway.sendText(request)), message({}));
});

test("exceptions of getters and proxies pass through", () => {
  const failure = new Error("from inside");
  const getter = {
    get text() {
      throw failure;
    },
  };
  const proxy = new Proxy({}, {
    ownKeys() {
      throw failure;
    },
  });
  for (const value of [getter, proxy]) {
    assert.throws(() => gateway.sendText({ messages: [value] }), (error) => error === failure);
  }
  assert.throws(() => gateway.plan({ [Symbol.iterator]: () => ({ next: () => assert.fail(failure) }) }).next(), failure);
  assert.deepEqual(body(gateway.sendText(message({}))), message({}), "the next call works");
});

test("a circle is refused where it closes", () => {
  const circle = message({});
  circle.messages[0].regional = circle;
  assert.deepEqual(wrong(circle), [
    "messages[0].regional: wrong_type: expected an object, found a circular reference.",
  ]);
  const extra = message({ extra: { a: [] } });
  extra.messages[0].extra.a.push(extra.messages[0].extra.a);
  assert.deepEqual(wrong(extra), [
    "messages[0].a[0]: wrong_type: expected a value that JSON can say, found a circular reference.",
  ]);
  const shared = ["MONDAY"];
  const window = { days: shared };
  const twice = { messages: [good, good].map((part) => ({ ...part, deliveryTimeWindow: window })) };
  assert.equal(gateway.sendText(twice).reader.length, 2, "what stands twice is no circle");
});

test("deep nesting is refused, however deep", () => {
  for (const depth of [70, 129, 130, 131, 5000]) {
    let value = [];
    for (let level = 0; level < depth; level += 1) value = [value];
    assert.match(wrong(message({ extra: { value } }))[0], /^: too_deep: /, String(depth));
  }
});

test("a list that only says it is long costs nothing", () => {
  assert.match(wrong({ messages: new Array(2 ** 32 - 1) })[0], /^messages: wrong_type: .*found a list of 4294967295 elements\.$/);
});

test("members that JSON does not see are not seen", () => {
  const request = message({});
  request.messages[0][Symbol("secret")] = 1;
  Object.defineProperty(request.messages[0], "hidden", { value: 1, enumerable: false });
  assert.deepEqual(body(gateway.sendText(request)), message({}));
});

test("__proto__ and the like are keys as others", () => {
  const text = '{"messages":[{"from":"SMSC","destinations":[{"to":"41793026727"}],"text":"Hi","__proto__":{"flash":true}}]}';
  for (const path of [() => gateway.sendText(JSON.parse(text)), () => gateway.sendTextJson(text)]) {
    assert.throws(path, (error) => error.violations[0].path === "messages[0].__proto__" && error.violations[0].code === "unknown_key");
  }
  assert.match(wrong(message({ constructor: 1 }))[0], /^messages\[0\]\.constructor: unknown_key/);
  const extra = JSON.parse('{"__proto__":{"a":1},"toString":2}');
  const sent = decoder.decode(gateway.sendText(message({ extra })).body);
  assert.ok(sent.includes('"__proto__":{"a":1},"toString":2'), sent);
});

test("objects that all got a toJSON are read by their members", () => {
  Object.prototype.toJSON = () => "changed";
  try {
    assert.ok(decoder.decode(gateway.sendText(message({})).body).includes('"text":"Hi"'));
  } finally {
    delete Object.prototype.toJSON;
  }
});

test("halves of characters are seen, as values and as text", () => {
  const code = ([line]) => line.split(": ").slice(0, 2).join(" ");
  for (const text of ["a\ud83d", "\ude00b", "\ud83d".repeat(300), `${"x".repeat(159)}\ud83d`]) {
    assert.equal(code(wrong(message({ text }))), "messages[0].text replacement_character");
    const json = JSON.stringify(message({ text }));
    assert.throws(() => gateway.sendTextJson(json), (error) => error.violations[0].code === "replacement_character");
  }
  assert.equal(code(wrong(message({ text: "a\0b" }))), "messages[0].text control_character");
});

test("texts of every kind of character arrive", () => {
  for (const text of ["ASCII", "ä€𝄞", "ı".repeat(200), "𝄞".repeat(80), `${"x".repeat(158)}𝄞`, "\u2028\u007f\u0001\t\"\\"]) {
    assert.equal(body(gateway.sendText(message({ text }))).messages[0].text, text);
  }
});

test("large input is refused in time", () => {
  const long = "x".repeat(10_000_000);
  const [first] = wrong(message({ text: long }));
  assert.match(first, /^messages\[0\]\.text: too_long: /);
  assert.ok(first.length < 300, "and not repeated");
  assert.match(wrong(message({ [long]: 1 }))[0].slice(-60), /under `extra`|fields of a message/);
});

test("every text entry takes text and bytes", () => {
  const text = JSON.stringify(message({}));
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(bytes.length + 7);
  padded.set(bytes, 5);
  for (const json of [text, `\ufeff${text}`, bytes, bytes.buffer, padded.subarray(5, -2), new DataView(bytes.buffer)]) {
    assert.deepEqual(body(gateway.sendTextJson(json)), message({}));
  }
  assert.throws(() => gateway.sendTextJson(""), (error) => error.violations[0].code === "invalid_json");
});

test("big integers as text keep every digit", () => {
  const ids = '{"messages":[{"to":254712345678,"text":"Hi","clientSmsId":12345678901234567890123}]}';
  assert.ok(decoder.decode(bulk.sendBulkJson(ids).body).includes('"clientsmsid":12345678901234567890123,'));
});

test("a check takes values, text and bytes, and never throws on content", () => {
  const paths = (payload) => infobip.checkText(payload).map(({ path, code }) => `${path} ${code}`);
  const payload = { messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: new Map(), flash: null }] };
  assert.deepEqual(paths(payload), ["messages[0].text wrong_type", "messages[0].flash null_field"]);
  assert.deepEqual(paths("{"), [" invalid_json"]);
  assert.deepEqual(paths(new TextEncoder().encode("{").buffer), [" invalid_json"]);
  assert.deepEqual(paths(new TextEncoder().encode('"x"')), [" wrong_type"]);
  assert.deepEqual(paths(undefined), [" missing"]);
  assert.throws(() => infobip.checkText({}, { allow: ["nonsense"] }), InvalidRequest);
  const entity = { messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi", entityId: "E" }] };
  const version = (apiVersion) => infobip.checkText(entity, { apiVersion }).map(({ code }) => code);
  assert.deepEqual([version(undefined), version(1), version(2)], [["needs_version_2"], ["needs_version_2"], []]);
  for (const apiVersion of [0, 3, 257, "2", 1.5]) {
    assert.throws(() => version(apiVersion), (error) => error.violations[0].path === "api_version");
  }
});
