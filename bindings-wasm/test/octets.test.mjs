// Octets: in whatever container JavaScript has for bytes, and what is wrong with them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { infobip, InvalidRequest } from "../dist/index.js";

const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
const body = (call) => JSON.parse(new TextDecoder().decode(call.body));

class Money {
  amount = 1;
}

/** What is sent for octets, or what is wrong with them. */
function hexOf(hex, rest) {
  const messages = [{ from: "SMSC", destinations: [{ to: "41793026727" }], binary: { hex, ...rest } }];
  try {
    return body(gateway.sendBinary({ messages })).messages[0].binary.hex;
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    return error.violations.map(({ path, code, message }) => `${path.replace("messages[0].", "")}: ${code}: ${message}`).join("\n");
  }
}

test("octets are bytes of every kind of buffer, at every offset", () => {
  const all = Uint8Array.from({ length: 8 }, (_, index) => index * 32 + 15);
  const shared = new Uint8Array(new SharedArrayBuffer(8));
  shared.set(all);
  const growing = new Uint8Array(new ArrayBuffer(8, { maxByteLength: 64 }));
  growing.set(all);
  for (const bytes of [all, shared, growing, Buffer.from(all), runInNewContext("Uint8Array").from(all)]) {
    assert.equal(hexOf(bytes), "0f 2f 4f 6f 8f af cf ef");
    assert.equal(hexOf(bytes.subarray(3)), "6f 8f af cf ef");
    assert.equal(hexOf(bytes.subarray(2, 4)), "4f 6f");
    assert.equal(hexOf(new Uint8Array(bytes.buffer, bytes.byteOffset + 7, 1)), "ef");
    assert.match(hexOf(bytes.subarray(4, 4)), /^binary\.hex: empty: /);
  }
  assert.equal(hexOf(all.buffer), hexOf(all));
  assert.equal(hexOf(runInNewContext("Uint8Array.of(1, 254).buffer")), "01 fe");
  assert.match(hexOf(new ArrayBuffer(0)), /^binary\.hex: empty: /);
  const changing = Uint8Array.of(1, 2);
  const call = gateway.sendBinary({ messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], binary: { hex: changing } }] });
  changing.fill(0);
  assert.equal(body(call).messages[0].binary.hex, "01 02");
});

test("octets in other containers are named", () => {
  for (const [value, name] of [
    [new SharedArrayBuffer(2), "a SharedArrayBuffer"],
    [new DataView(new ArrayBuffer(2)), "a DataView"],
    [new Uint16Array(1), "an Uint16Array"],
    [new Int8Array(1), "an Int8Array"],
    [new Uint8ClampedArray(1), "an Uint8ClampedArray"],
    [new Blob(["x"]), "a Blob"],
    [[72, 101], "a list"],
    [{ 0: 72, length: 1 }, "an object"],
    [72, "an integer"],
    [Object.defineProperty(new Money(), Symbol.toStringTag, { value: "Uint8Array" }), "an Uint8Array"],
    [Object.defineProperty(new Money(), Symbol.toStringTag, { value: "ArrayBuffer" }), "an ArrayBuffer"],
  ]) {
    assert.equal(hexOf(value), `binary.hex: wrong_type: expected hexadecimal digits as a string, or bytes, found ${name}.`);
  }
  assert.match(hexOf(null), /^binary\.hex: missing: /);
  // A finished payload is JSON, which has no bytes.
  const found = infobip.checkBinary({ messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], binary: { hex: Uint8Array.of(1) } }] });
  assert.deepEqual(found.map(({ path, code }) => [path, code]), [["messages[0].binary.hex", "wrong_type"]]);
});

test("faults in octets name their place", () => {
  assert.match(hexOf("48 6"), /^binary\.hex: hex_odd: .*\b3\b/);
  assert.match(hexOf("48 é"), /^binary\.hex: hex_characters: .*\b3\b/);
  assert.match(hexOf(new Uint8Array(141), { dataCoding: 4 }), /^binary\.hex: too_long: .*\b420\b/);
  assert.match(hexOf(new Uint8Array(161)), /^binary\.hex: too_long: .*\b480\b/);
  assert.equal(hexOf(new Uint8Array(140)).length, 140 * 3 - 1);
  assert.match(hexOf(Uint8Array.of(9, 0), { esmClass: 64 }), /^binary\.hex: invalid_udh: /);
  const text = { sender: "SMSC", to: "41793026727", text: "Hi", binary: { hex: "48" } };
  assert.throws(() => gateway.sendText({ messages: [text] }), ({ violations: [{ path, code, message }] }) => {
    assert.match(`${path}: ${code}: ${message}`, /^messages\[0\]\.binary: unknown_key: .*`send_binary`, to \/sms\/1\/binary\/advanced\.$/);
    return true;
  });
});
