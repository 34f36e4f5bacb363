// What holds of all input, not of examples alone.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { blackkonnect, infobip, InvalidRequest, Refused, smslist, UnreadableReply } from "../dist/index.js";
import { currentInstance } from "../dist/kernel.js";
import { anything, binaryMessage, characters, item, konnectMessage, textMessage } from "./support/models.mjs";
import { exact } from "./support/vectors.mjs";

const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
const bulk = new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "key", sender: "S" });
const konnect = new blackkonnect.Gateway("https://example.com", { token: "token" });
const decoder = new TextDecoder();

/** A request was built, or refused with at least one error. */
function built(send) {
  try {
    const call = send();
    return { body: call.body === null ? "" : decoder.decode(call.body), url: call.url, warnings: call.warnings };
  } catch (error) {
    assert.ok(error instanceof InvalidRequest, error);
    assert.ok(error.violations.some(({ level }) => level === "error"));
    assert.equal(typeof JSON.stringify(error), "string");
    return { violations: error.violations };
  }
}

const request = (message) => fc.record({ messages: fc.array(message, { maxLength: 4 }) });

test("a value and its JSON text come to the same", () => {
  const same = (message, numRuns, send, sendJson, wrap = (value) => value) => fc.assert(fc.property(request(message), (messages) => {
    const value = wrap(messages);
    // An integer that JavaScript does not hold exactly is refused as a value.
    fc.pre(exact(value));
    assert.deepEqual(built(() => send(value)), built(() => sendJson(JSON.stringify(value))));
  }), { numRuns });
  same(textMessage, 400, (value) => gateway.sendText(value), (json) => gateway.sendTextJson(json));
  same(binaryMessage, 200, (value) => gateway.sendBinary(value), (json) => gateway.sendBinaryJson(json));
  same(konnectMessage, 200, (value) => konnect.sendBulk(value), (json) => konnect.sendBulkJson(json));
  same(item, 200, (value) => bulk.sendBulk(value), (json) => bulk.sendBulkJson(json), ({ messages }) => ({ smslist: messages }));
  same(textMessage, 100, (value) => ({ body: null, warnings: infobip.checkText(value) }), (json) => ({ body: null, warnings: infobip.checkText(json) }));
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

test("octets become pairs of digits, and digits are sent as they are", () => {
  const send = (hex) => built(() => gateway.sendBinary({ messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], binary: { hex } }] }));
  const hexOf = ({ body }) => JSON.parse(body).messages[0].binary.hex;
  fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 140 }), fc.nat(5), fc.nat(5), (octets, before, behind) => {
    const padded = new Uint8Array(before + octets.length + behind).fill(0xaa);
    padded.set(octets, before);
    const digits = hexOf(send(padded.subarray(before, before + octets.length)));
    assert.match(digits, /^[0-9a-f]{2}( [0-9a-f]{2})*$/);
    assert.deepEqual(digits.split(" ").map((pair) => Number.parseInt(pair, 16)), [...octets]);
    for (const given of [digits, digits.toUpperCase(), digits.replaceAll(" ", "")]) assert.equal(hexOf(send(given)), given);
  }), { numRuns: 300 });
  const almost = fc.string({ unit: fc.constantFrom("0", "9", "a", "F", "g", " ", "é", "…"), maxLength: 12 });
  fc.assert(fc.property(fc.oneof(almost, characters), (text) => {
    const result = send(text);
    const good = /^([0-9a-f]{2})+( ([0-9a-f]{2})+)*$/i.test(text);
    assert.equal(result.body !== undefined, good, JSON.stringify(text));
    if (good) return assert.equal(hexOf(result), text);
    const [{ path, code }] = result.violations;
    assert.equal(path, "messages[0].binary.hex");
    assert.ok(["empty", "hex_characters", "hex_odd"].includes(code), code);
  }), { numRuns: 1000 });
});

test("what Blackkonnect is sent arrives, or is refused", () => {
  const text = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
  const row = fc.record({ digits: fc.integer({ min: 1_000_000, max: 999_999_999 }), text, id: text });
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
    const messages = rows.map(({ digits, text, id }) => ({ to: [{ to: `254${digits}`, messageId: id }], text }));
    const result = built(() => konnect.sendBulk({ messages }));
    if (result.body === undefined) {
      const errors = result.violations.filter(({ level }) => level === "error");
      return assert.ok(errors.length > 0 && errors.every(({ code }) => /character/.test(code)));
    }
    const arrived = JSON.parse(result.body).messages.map(({ destinations: [{ destination, messageId }], text }) => [destination, messageId, text]);
    assert.deepEqual(arrived, rows.map(({ digits, text, id }) => [`254${digits}`, id, text]));
  }), { numRuns: 300 });
});

test("what is asked stands in the URL, whatever its characters", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
  fc.assert(fc.property(word, word, fc.nat(), (id, sort, page) => {
    // Of texts without control characters and lost ones, only what the path would swallow is refused.
    fc.pre(!/[\p{Cc}\p{Cs}\ufffd]/u.test(id + sort));
    const asked = built(() => konnect.getBulkStatus({ bulkCorrelationId: id, sort, page }));
    if (asked.url === undefined) return assert.ok(id === "." || id === "..", id);
    const { pathname, searchParams } = new URL(asked.url);
    assert.equal(decodeURIComponent(pathname.split("/").at(-2)), id);
    assert.deepEqual([...searchParams], [["page", String(page)], ["sort", sort]]);
    const form = built(() => konnect.getToken({ clientId: id, clientSecret: sort, extra: { page } }));
    assert.deepEqual([...new URLSearchParams(form.body)], [
      ["client_id", id], ["client_secret", sort], ["grant_type", "client_credentials"], ["page", String(page)],
    ]);
  }), { numRuns: 300 });
});

test("any value at all is built or refused, and never traps", () => {
  const before = currentInstance();
  fc.assert(fc.property(anything, (value) => {
    built(() => gateway.sendText(value));
    built(() => gateway.sendText({ messages: value }));
    built(() => bulk.sendBulk({ messages: [{ to: value, text: value, extra: value }] }));
    built(() => gateway.sendText({ messages: [{ from: value, destinations: [value], text: value, sendAt: value, regional: value }] }));
    built(() => gateway.sendBinary({ messages: [{ to: value, binary: value }, { to: "41793026727", binary: { hex: value, esmClass: value } }] }));
    for (const send of ["getToken", "sendMessage", "sendBulk", "getBulkStatus", "getMessageStatus"]) built(() => konnect[send](value));
    built(() => konnect.sendMessage({ to: value, text: value, priority: value, messageId: value, extra: value }));
    built(() => konnect.sendBulk({ messages: [{ to: value, text: value, sendAt: value, deliveryTimeWindow: value }], bulkId: value }));
    built(() => konnect.getBulkStatus({ bulkCorrelationId: value, page: value, size: value, sort: value, seen: value, extra: value }));
    built(() => konnect.getToken({ clientId: value, clientSecret: value, scope: value, extra: value }));
    for (const check of [infobip.checkText, infobip.checkBinary, blackkonnect.checkMessage, blackkonnect.checkBulk]) {
      assert.ok(Array.isArray(check([value])));
    }
    for (const make of [() => new infobip.Gateway(value, value), () => new blackkonnect.Gateway(value, value), () => konnect.withToken(value)]) {
      try {
        make();
      } catch (error) {
        const noOptions = error instanceof TypeError && error.message.startsWith("options are given as an object, not as ");
        assert.ok(error instanceof InvalidRequest || noOptions, error);
      }
    }
  }), { numRuns: 600 });
  assert.equal(currentInstance(), before);
});

test("any bytes as a reply give an answer or an error that holds them", () => {
  const before = currentInstance();
  const calls = [
    gateway.sendText({ messages: [{ sender: "SMSC", to: ["41793026727", "41793026731"], text: "Hi" }] }),
    gateway.sendBinary({ messages: [{ sender: "SMSC", to: ["41793026727"], binary: { hex: "48" } }] }),
    bulk.sendBulk({ messages: [{ to: "254712345678", text: "Hi", clientSmsId: 1 }] }),
    konnect.getToken({ clientId: "c", clientSecret: "s" }),
    konnect.sendMessage({ to: "254712345678", text: "Hi" }),
    konnect.sendBulk({ messages: [{ to: ["254712345678", "254712345679"], text: "Hi" }] }),
    konnect.getBulkStatus({ bulkCorrelationId: "c" }),
    konnect.getMessageStatus({ messageId: "m" }),
  ];
  const entry = fc.record(
    { to: fc.anything(), mobile: fc.anything(), messageId: fc.anything(), clientsmsid: fc.anything(), status: fc.anything() },
    { requiredKeys: [] },
  );
  const delivery = fc.record(
    {
      uuid: fc.anything(), messageId: fc.anything(), destination: fc.constantFrom("254712345678", "254712345679", null),
      deliveryStatus: fc.constantFrom("QUEUED", "DELIVERED", 7), messageGroupStatus: fc.anything(), cost: fc.double(), other: fc.anything(),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc.oneof(
      fc.record({ messages: fc.array(entry), responses: fc.array(entry) }),
      fc.array(delivery),
      delivery,
      fc.record(
        {
          isSuccessful: fc.oneof(fc.boolean(), fc.anything()), code: fc.anything(), message: fc.anything(), data: fc.anything(),
          items: fc.oneof(fc.array(delivery), fc.anything()), itemPagination: fc.anything(), deliveryStatus: fc.string(),
          smsMessageDeliveryStatuses: fc.array(delivery), token: fc.oneof(fc.string(), fc.anything()), type: fc.string(),
        },
        { requiredKeys: [] },
      ),
    ).map((value) => {
      const text = JSON.stringify(value, (_, member) => (typeof member === "bigint" ? String(member) : member));
      return new TextEncoder().encode(text);
    }),
  );
  fc.assert(fc.property(body, fc.integer({ min: 100, max: 599 }), (bytes, status) => {
    for (const call of calls) {
      let kept;
      try {
        const answer = call.parse(status, {}, bytes);
        assert.equal(answer.messages?.length ?? 0, call.reader.length);
        if (answer.next) assert.ok(konnect.getBulkStatus(answer.next).url.includes("page="));
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
