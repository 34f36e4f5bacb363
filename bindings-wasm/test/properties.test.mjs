// What holds of all input, not of examples alone.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { infobip, InvalidRequest, Refused, ReplyReader, smslist, UnreadableReply } from "../dist/index.js";
import { currentInstance } from "../dist/kernel.js";
import { exact } from "./support/vectors.mjs";

const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
const bulk = new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "key", sender: "S" });
const decoder = new TextDecoder();

/** A request was built, or refused with at least one error. */
function built(send) {
  try {
    const call = send();
    return { body: decoder.decode(call.body), warnings: call.warnings };
  } catch (error) {
    assert.ok(error instanceof InvalidRequest, error);
    assert.ok(error.violations.some(({ level }) => level === "error"));
    assert.equal(typeof JSON.stringify(error), "string");
    return { violations: error.violations };
  }
}

const number = fc.oneof(
  fc.integer({ min: 1_000_000, max: 999_999_999 }).map((digits) => `41${digits}`),
  fc.string({ maxLength: 18 }),
  fc.integer(),
);
const characters = fc.string({ unit: "binary", maxLength: 200 });
const message = fc.record(
  {
    from: fc.constantFrom("SMSC", "41793026700", "x", "InfoSMS"),
    destinations: fc.array(fc.record({ to: number, messageId: fc.string() }, { requiredKeys: ["to"] }), { maxLength: 4 }),
    text: characters,
    validityPeriod: fc.oneof(fc.integer({ min: -5, max: 3000 }), fc.double()),
    flash: fc.option(fc.boolean()),
    callbackData: characters,
    deliveryTimeWindow: fc.record({
      days: fc.array(fc.constantFrom("MONDAY", "SUNDAY", "monday"), { maxLength: 3 }),
      from: fc.record({ hour: fc.integer({ min: -1, max: 25 }), minute: fc.integer({ min: 0, max: 60 }) }),
    }, { requiredKeys: ["days"] }),
    extra: fc.jsonValue().map((value) => ({ value })),
  },
  { requiredKeys: ["destinations", "text"] },
);
const request = fc.record({ messages: fc.array(message, { maxLength: 4 }) });
const messy = fc.anything({
  withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true,
  withSet: true, withSparseArray: true, withTypedArray: true, withUnicodeString: true, maxDepth: 4,
});

test("a value and its JSON text come to the same", () => {
  fc.assert(fc.property(request, (value) => {
    // An integer that JavaScript does not hold exactly is refused as a value.
    fc.pre(exact(value));
    assert.deepEqual(built(() => gateway.sendText(value)), built(() => gateway.sendTextJson(JSON.stringify(value))));
  }), { numRuns: 400 });
});

test("what was built reads back as what was asked", () => {
  fc.assert(fc.property(fc.array(fc.tuple(characters, fc.integer({ min: 0, max: 999_999_999 })), { minLength: 1, maxLength: 5 }), (rows) => {
    const messages = rows.map(([text, digits]) => ({ to: `254${String(digits).padStart(9, "7")}`, text }));
    const result = built(() => bulk.sendBulk({ messages }));
    if (result.body === undefined) return;
    const items = JSON.parse(result.body).smslist.map(({ mobile, message }) => ({ to: mobile, text: message }));
    assert.deepEqual(items, messages);
  }), { numRuns: 300 });
});

test("any value at all is built or refused, and never traps", () => {
  const before = currentInstance();
  fc.assert(fc.property(messy, (value) => {
    built(() => gateway.sendText(value));
    built(() => gateway.sendText({ messages: value }));
    built(() => bulk.sendBulk({ messages: [{ to: value, text: value, extra: value }] }));
    built(() => gateway.sendText({ messages: [{ from: value, destinations: [value], text: value, sendAt: value, regional: value }] }));
    assert.ok(Array.isArray(infobip.checkText([value])));
    try {
      new infobip.Gateway(value, value);
    } catch (error) {
      assert.ok(error instanceof InvalidRequest, error);
    }
  }), { numRuns: 600 });
  assert.equal(currentInstance(), before);
});

test("any bytes as a reply give an answer or an error that holds them", () => {
  const before = currentInstance();
  const calls = [
    gateway.sendText({ messages: [{ sender: "SMSC", to: ["41793026727", "41793026731"], text: "Hi" }] }),
    bulk.sendBulk({ messages: [{ to: "254712345678", text: "Hi", clientSmsId: 1 }] }),
  ];
  const entry = fc.record(
    { to: fc.anything(), mobile: fc.anything(), messageId: fc.anything(), clientsmsid: fc.anything(), status: fc.anything() },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc.record({ messages: fc.array(entry), responses: fc.array(entry) }).map((value) => {
      const text = JSON.stringify(value, (_, member) => (typeof member === "bigint" ? String(member) : member));
      return new TextEncoder().encode(text);
    }),
  );
  fc.assert(fc.property(body, fc.integer({ min: 100, max: 599 }), (bytes, status) => {
    for (const call of calls) {
      let kept;
      try {
        const answer = call.parse(status, {}, bytes);
        assert.equal(answer.messages.length, call.reader.length);
        kept = answer.rawBody;
      } catch (error) {
        assert.ok(error instanceof Refused || error instanceof UnreadableReply, error);
        assert.equal(error.status, status);
        kept = error.rawBody;
      }
      assert.deepEqual(Buffer.from(kept), Buffer.from(bytes));
    }
  }), { numRuns: 600 });
  assert.equal(currentInstance(), before);
});

test("saved readers come back, and damaged ones are refused", () => {
  const { reader } = gateway.sendText({ messages: [{ sender: "SMSC", to: ["41793026727", "41793026731"], text: "Hi" }] });
  const bytes = reader.toBytes();
  fc.assert(fc.property(fc.nat(bytes.length - 1), fc.nat(255), (place, value) => {
    const damaged = bytes.with(place, value);
    try {
      const again = ReplyReader.fromBytes(damaged);
      assert.equal(again.noReply().messages.length, again.length);
    } catch (error) {
      assert.ok(error instanceof InvalidRequest, error);
    }
  }), { numRuns: 500 });
});
