// What holds of values however they are made, of texts however they are cut, and of answers however their parts are shared.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import fc from "fast-check";

import { blackkonnect, infobip, InvalidRequest, smslist } from "../dist/index.js";
import { currentInstance } from "../dist/kernel.js";
import { binaryMessage, item, konnectMessage, textMessage } from "./support/models.mjs";

const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
const bulk = new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "key", sender: "S" });
const konnect = new blackkonnect.Gateway("https://example.com", { token: "token" });

const list = (name, message) => fc.record({ [name]: fc.array(message, { maxLength: 3 }) });
const OPERATIONS = [
  [list("messages", textMessage), (value) => gateway.sendText(value), (json) => gateway.sendTextJson(json)],
  [list("messages", binaryMessage), (value) => gateway.sendBinary(value), (json) => gateway.sendBinaryJson(json)],
  [list("messages", konnectMessage), (value) => konnect.sendBulk(value), (json) => konnect.sendBulkJson(json)],
  [list("smslist", item), (value) => bulk.sendBulk(value), (json) => bulk.sendBulkJson(json)],
];

/** A request was built, or refused with all that is wrong. */
function came(run) {
  try {
    const { body, warnings } = run();
    return { body: Buffer.from(body).toString(), warnings };
  } catch (error) {
    assert.ok(error instanceof InvalidRequest, error);
    return error.violations;
  }
}

/** The same value made in another way, all the way down. */
function remade(value, make) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return make(value.map((element) => remade(element, make)));
  const members = {};
  for (const key of Object.keys(value)) {
    Object.defineProperty(members, key, { value: remade(value[key], make), enumerable: true, configurable: true, writable: true });
  }
  return make(members);
}

const elsewhere = runInNewContext("({ list: (value) => Array.from(value), object: (value) => Object.defineProperties({}, value) })");

const MAKERS = {
  "a proxy": (value) => new Proxy(value, {}),
  "frozen": Object.freeze,
  "without prototype": (value) => (Array.isArray(value) ? value : Object.setPrototypeOf(value, null)),
  "of another realm": (value) =>
    Array.isArray(value) ? elsewhere.list(value) : elsewhere.object(Object.getOwnPropertyDescriptors(value)),
  "of getters": (value) => {
    if (Array.isArray(value)) return value;
    for (const key of Object.keys(value)) {
      const member = value[key];
      Object.defineProperty(value, key, { get: () => member, enumerable: true });
    }
    return value;
  },
};

test("a value means the same however it was made", () => {
  for (const [request, send] of OPERATIONS) {
    fc.assert(fc.property(request, fc.constantFrom(...Object.values(MAKERS)), (value, make) => {
      assert.deepEqual(came(() => send(remade(value, make))), came(() => send(value)));
    }), { numRuns: 200 });
  }
});

test("what a getter throws passes through from any place, and the next call works", () => {
  const failure = new Error("of the user");
  /** Puts a getter in the place of one member, counted in the order of a walk. */
  const broken = (value, place) => {
    let count = 0;
    return remade(value, (made) => {
      for (const key of Object.keys(made)) {
        if (count === place) Object.defineProperty(made, key, { get: () => { throw failure; }, enumerable: true });
        count += 1;
      }
      return made;
    });
  };
  for (const [request, send] of OPERATIONS) {
    fc.assert(fc.property(request, fc.nat(40), (value, place) => {
      const before = came(() => send(value));
      try {
        send(broken(value, place));
      } catch (error) {
        assert.ok(error === failure || error instanceof InvalidRequest, error);
        // What is refused without the getter can be refused with it only if the getter was put nowhere.
        if (error !== failure) assert.deepEqual(error.violations, before);
      }
      assert.deepEqual(came(() => send(value)), before);
    }), { numRuns: 150 });
  }
});

test("text that is cut or damaged anywhere is built or refused", () => {
  const started = currentInstance();
  for (const [request, , sendJson] of OPERATIONS) {
    fc.assert(fc.property(request, fc.nat(), fc.nat(255), fc.boolean(), (value, place, byte, cut) => {
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      const at = place % bytes.length;
      if (!cut) bytes[at] = byte;
      const given = cut ? bytes.subarray(0, at) : bytes;
      const result = came(() => sendJson(given));
      if (cut) assert.deepEqual(result.map(({ path, code }) => [path, code]), [["", "invalid_json"]]);
    }), { numRuns: 200 });
  }
  assert.equal(currentInstance(), started);
});

test("each message of an answer has the status that its entry had, in whatever order entries come", () => {
  const text = fc.string({ maxLength: 8 });
  const status = fc.record(
    { groupId: fc.integer({ min: 0, max: 6 }), groupName: fc.constantFrom("PENDING", "REJECTED", "DELIVERED", "x"), id: fc.nat(60), name: text, description: text, action: text },
    { requiredKeys: [], noNullPrototype: true },
  );
  const statuses = fc.array(status, { minLength: 1, maxLength: 4 });
  fc.assert(fc.property(statuses, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 40 }), (known, rows) => {
    const to = rows.map((_, index) => `4179302${String(index).padStart(4, "0")}`);
    const call = gateway.sendText({ messages: [{ sender: "SMSC", to, text: "Hi" }] });
    const entries = rows.map(([choice], index) => ({ to: to[index], messageId: `id-${index}`, status: known[choice % known.length] }));
    const shuffled = entries.map((entry, index) => [rows[index][1], entry]).sort(([one], [other]) => one - other).map(([, entry]) => entry);
    const answer = call.parse(200, null, JSON.stringify({ messages: shuffled }));
    assert.deepEqual(answer.messages.map(({ to, messageId, status }) => ({ to, messageId, status: { ...status } })), entries);
    assert.deepEqual(answer.unmatched, []);
    // Equal statuses have equal outcomes, and all of it is frozen.
    const outcomes = new Map();
    for (const { status, outcome } of answer.messages) {
      const key = JSON.stringify(status);
      assert.deepEqual(outcome, outcomes.get(key) ?? outcome);
      outcomes.set(key, outcome);
      assert.ok(Object.isFrozen(outcome) && Object.isFrozen(status));
    }
  }), { numRuns: 300 });
});
