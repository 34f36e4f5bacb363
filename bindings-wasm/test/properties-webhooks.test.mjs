// What holds of all requests that may arrive, not of examples alone.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { blackkonnect, infobip, secretMatches, smslist, UnreadableWebhook } from "smskernel";
import "smskernel/webhooks";

import { characters } from "./support/models.mjs";

const DIALECTS = { blackkonnect, infobip, smslist };
const encoder = new TextEncoder();

const text = fc.oneof(fc.string({ maxLength: 12 }), characters);
const names = fc.constantFrom(
  "results", "messageId", "messageid", "to", "from", "text", "status", "error", "id", "groupId", "name", "description", "mobile", "message",
  "data", "items", "destination", "deliveryStatus", "uuid", "url", "price", "__proto__", "constructor", "kind", "outcome",
);
/** JSON in which members have names that mean something. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof({ maxDepth: 5 }, text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), tie("list"), tie("object")),
  list: fc.array(tie("json"), { maxLength: 5 }),
  object: fc.array(fc.tuple(names, tie("json")), { maxLength: 6 }).map((members) => {
    const object = Object.create(null);
    for (const [name, value] of members) Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
    return object;
  }),
}));
const escaped = (value) => String(value).replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const xml = (value) =>
  typeof value === "object" && value !== null
    ? Object.entries(value).map(([name, member]) => `<${/^\d/.test(name) ? "result" : name}>${xml(member)}</${/^\d/.test(name) ? "result" : name}>`).join("")
    : escaped(value);
const form = (value) => new URLSearchParams(Object.entries(Object(value)).map(([name, member]) => [name, String(JSON.stringify(member))])).toString();
const body = fc.oneof(
  text, json.map((value) => JSON.stringify(value)), json.map((value) => `<a>${xml(value)}</a>`), json.map(form),
  fc.tuple(json.map((value) => JSON.stringify(value)), fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
  fc.uint8Array({ maxLength: 60 }),
);
const request = fc.record(
  {
    method: fc.oneof(fc.constantFrom("POST", "GET", "HEAD", "PUT", "get"), text),
    headers: fc.dictionary(fc.constantFrom("Content-Type", "content-type", "x"), fc.oneof(fc.constantFrom("application/json", "text/xml; charset=iso-8859-1", "application/x-www-form-urlencoded"), text)),
    query: text,
    body,
  },
  { requiredKeys: ["method"] },
);

/** What a dialect makes of a request. */
function read(parseWebhook, given) {
  try {
    return parseWebhook(given);
  } catch (error) {
    assert.ok(error instanceof UnreadableWebhook, error);
    return error;
  }
}

test("nothing that arrives is lost, and nothing else than an answer or the error comes of it", () => {
  fc.assert(fc.property(request, fc.constantFrom(...Object.keys(DIALECTS)), (given, dialect) => {
    const became = read(DIALECTS[dialect].parseWebhook, given);
    const kept = String(became.rawBody);
    const sent = [given.body ?? "", given.query?.replace(/^\?/, "") ?? ""].map((part) => String(typeof part === "string" ? encoder.encode(part) : part));
    assert.ok(sent.includes(kept), "what was read is kept");
    assert.equal(typeof JSON.stringify(became), "string");
    if (became instanceof Error) return;
    for (const { kind, outcome } of became.events) {
      assert.equal(typeof kind, "string");
      if (outcome !== undefined) assert.equal(typeof outcome.state, "string");
    }
    for (const { position, raw, reason } of became.malformed) assert.deepEqual([typeof position, typeof raw, typeof reason], ["number", "string", "string"]);
  }), { numRuns: 3000 });
});

test("each entry of a list is an event or malformed, whatever stands beside it", () => {
  const good = { messageId: "good", to: "41793026727", status: { id: 5 } };
  fc.assert(fc.property(fc.array(fc.oneof(json, fc.constant(good)), { maxLength: 8 }), (results) => {
    const { events, malformed } = infobip.parseWebhook({ method: "POST", body: JSON.stringify({ results }) });
    assert.equal(events.length + malformed.length, results.length);
    const found = events.filter(({ messageId }) => messageId === "good").length;
    assert.ok(found >= results.filter((entry) => entry === good).length);
    for (const { position, raw } of malformed) assert.deepEqual(JSON.parse(raw), JSON.parse(JSON.stringify(results[position])));
  }), { numRuns: 500 });
});

test("a report is the same in JSON and in XML", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "Z", "7", "é", "👋", "<", "&", " "), minLength: 1, maxLength: 9 }).map((word) => `w${word}w`);
  const status = fc.record({ groupId: fc.integer({ min: 0, max: 6 }), id: fc.integer({ min: 0, max: 60 }), name: word });
  const report = fc.record({ messageId: word, to: fc.constant("41793026727"), status, callbackData: word }, { requiredKeys: ["messageId", "status"] });
  fc.assert(fc.property(fc.array(report, { minLength: 1, maxLength: 4 }), (results) => {
    const arrived = [
      JSON.stringify({ results }),
      `<reportResponse>${results.map((entry) => `<results>${xml(entry)}</results>`).join("")}</reportResponse>`,
      `<reportResponse><results>${results.map((entry) => `<result>${xml(entry)}</result>`).join("")}</results></reportResponse>`,
    ].map((body) => infobip.parseWebhook({ method: "POST", body }));
    assert.equal(arrived[0].events.length, results.length);
    for (const other of arrived.slice(1)) assert.deepEqual(other, arrived[0]);
  }), { numRuns: 300 });
});

test("a secret matches itself alone", () => {
  const secret = fc.oneof(fc.string({ minLength: 1 }), fc.uint8Array({ minLength: 1 }));
  const bytesOf = (given) => String(typeof given === "string" ? encoder.encode(given) : given);
  fc.assert(fc.property(secret, secret, (one, other) => {
    assert.equal(secretMatches(one, one), true);
    assert.equal(secretMatches(one, other), bytesOf(one) === bytesOf(other));
  }), { numRuns: 500 });
});
