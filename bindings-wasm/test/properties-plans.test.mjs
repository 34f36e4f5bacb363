// What holds of all plans, readers and merges: every row goes out once or is set aside, and has one result.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { blackkonnect, infobip, InvalidRequest, merge, ReplyFailure, ReplyReader, smslist } from "../dist/index.js";
import { currentInstance } from "../dist/kernel.js";
import { anything, binaryMessage, item, konnectMessage, textMessage } from "./support/models.mjs";
import { exact } from "./support/vectors.mjs";

const url = "https://example.com";
const auth = infobip.apiKey("key");
const partner = { partnerId: "1", apiKey: "key", sender: "S" };
const decoder = new TextDecoder();
const bodyOf = (call) => JSON.parse(decoder.decode(call.body));

/** What of each operation a plan needs: a message, a gateway with limits, its plan, and the same as one request. */
const OPERATIONS = {
  "texts of Infobip": {
    message: textMessage,
    gateway: (limits) => new infobip.Gateway(url, { auth, limits }),
    plan: (gateway, ...given) => gateway.plan(...given),
    send: (gateway, messages) => gateway.sendText({ messages }),
    list: "messages",
    rows: ({ destinations }) => Math.max(1, destinations.length),
  },
  "octets of Infobip": {
    message: binaryMessage,
    gateway: (limits) => new infobip.Gateway(url, { auth, limits }),
    plan: (gateway, ...given) => gateway.planBinary(...given),
    send: (gateway, messages) => gateway.sendBinary({ messages }),
    list: "messages",
    rows: ({ destinations }) => Math.max(1, destinations.length),
  },
  "texts of Blackkonnect": {
    message: konnectMessage,
    gateway: (limits) => new blackkonnect.Gateway(url, { token: "token", limits }),
    plan: (gateway, ...given) => gateway.plan(...given),
    send: (gateway, messages) => gateway.sendBulk({ messages }),
    list: "messages",
    rows: ({ destinations }) => Math.max(1, destinations.length),
  },
  "items of an smslist": {
    message: item,
    gateway: (limits) => new smslist.Gateway(url, { ...partner, limits }),
    plan: (gateway, ...given) => gateway.plan(...given),
    send: (gateway, messages) => gateway.sendBulk({ smslist: messages }),
    list: "smslist",
    rows: () => 1,
  },
};

function outcome(run) {
  try {
    return run();
  } catch (error) {
    assert.ok(error instanceof InvalidRequest, error);
    return error;
  }
}

for (const [name, { message, gateway, plan, send, list, rows }] of Object.entries(OPERATIONS)) {
  const messages = fc.array(message, { minLength: 1, maxLength: 6 }).filter(exact);

  test(`${name}: raising tells what one request would tell, and sends what it would send`, () => {
    fc.assert(fc.property(messages, (given) => {
      const account = gateway({});
      const whole = outcome(() => send(account, given));
      const calls = outcome(() => [...plan(account, given)]);
      if (whole instanceof InvalidRequest) return assert.deepEqual(calls.violations, whole.violations);
      assert.equal(calls.length, 1);
      assert.deepEqual([calls[0].body, calls[0].warnings, calls[0].reader.toBytes()], [whole.body, whole.warnings, whole.reader.toBytes()]);
    }), { numRuns: 150 });
  });

  test(`${name}: every row goes out once or is set aside, and merging finds it`, () => {
    fc.assert(fc.property(messages, fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.nat(2)), (given, most, fates) => {
      const work = plan(gateway({ messages_per_call: most }), new Set(given.map((one) => ({ ...one }))), { onInvalid: "set_aside" });
      const results = [];
      const places = [];
      const outcomes = new Map();
      for (const call of work) {
        assert.ok(call.reader.length <= most && bodyOf(call)[list].length > 0);
        const lost = call.noReply();
        places.push(...lost.messages.map(({ position, destination }) => [position, destination]));
        const fate = fates.next().value;
        const result = [null, refusal(call), lost][fate];
        results.push([fate === 0 ? call : call.reader, result]);
        for (const { position, destination, outcome } of lost.messages) outcomes.set(`${position} ${destination}`, fate === 1 ? result.outcome : outcome);
      }
      for (const { position, destination, destinations, violations } of work.rejected) {
        assert.ok(violations.some(({ level }) => level === "error"));
        const first = destination ?? 0;
        for (let index = 0; index < destinations; index += 1) places.push([position, first + index]);
      }
      const expected = given.flatMap((one, position) => Array.from({ length: rows(one) }, (_, index) => [position, index]));
      const inOrder = ([a, b], [c, d]) => a - c || b - d;
      assert.deepEqual(places.sort(inOrder), expected);
      const merged = work.merge(results);
      assert.deepEqual(merged.map(({ position, destination }) => [position, destination]), expected);
      for (const { position, destination, outcome } of merged) assert.deepEqual(outcome, outcomes.get(`${position} ${destination}`) ?? outcome);
      assert.equal(merged.filter(({ violations }) => violations === undefined).length, outcomes.size);
      // In any order, and from what was saved.
      const saved = results.map(([carrier, result]) => [ReplyReader.fromBytes((carrier.reader ?? carrier).toBytes()), result]);
      assert.deepEqual(merge(saved.reverse(), JSON.parse(JSON.stringify(work.rejected))), merged);
    }), { numRuns: 150 });
  });
}

/** The error that a refused call throws. */
function refusal(call) {
  try {
    return assert.fail(call.parse(401, null, ""));
  } catch (error) {
    assert.ok(error instanceof ReplyFailure, error);
    return error;
  }
}

const READERS = [
  new infobip.Gateway(url, { auth }).sendText({ messages: [{ sender: "SMSC", to: ["41793026727", "41793026731"], text: "Hi" }] }),
  new infobip.Gateway(url, { auth }).sendBinary({ messages: [{ to: [{ to: "41793026727", messageId: "m" }], binary: { hex: "48" } }] }),
  new smslist.Gateway(url, partner).sendBulk({ messages: [{ to: "254712345678", text: "Hi", clientSmsId: 7 }] }),
  ...[new blackkonnect.Gateway(url, { token: "t" })].flatMap((konnect) => [
    konnect.getToken({ clientId: "c", clientSecret: "s" }),
    konnect.sendMessage({ to: "254712345678", text: "Hi" }),
    konnect.sendBulk({ messages: [{ to: ["254712345678", "254712345679"], text: "Hi" }] }),
    konnect.getBulkStatus({ bulkCorrelationId: "c", page: 3, extra: { a: "b" } }),
    konnect.getMessageStatus({ messageId: "m" }),
  ]),
].map(({ reader }) => reader);

const reader = fc.constantFrom(...READERS);

/** What a reader says of a reply, as plain data. */
function said(reader, body) {
  try {
    return JSON.stringify(reader.parse(200, null, body));
  } catch (error) {
    assert.ok(error instanceof ReplyFailure, error);
    return JSON.stringify(error);
  }
}

test("a saved reader reads every reply as the one that was saved", () => {
  const entry = fc.record({ to: fc.constantFrom("41793026727", "41793026731", "x"), mobile: fc.constant("254712345678"), messageId: fc.string(), messageid: fc.integer() }, { requiredKeys: [] });
  const body = fc.oneof(fc.json(), fc.record({ messages: fc.array(entry), responses: fc.array(entry), token: fc.string() }, { requiredKeys: [] }).map((value) => JSON.stringify(value)));
  fc.assert(fc.property(reader, body, (one, body) => {
    const again = ReplyReader.fromBytes(one.toBytes());
    assert.deepEqual([again.operation, again.length, again.toBytes()], [one.operation, one.length, one.toBytes()]);
    assert.equal(said(again, body), said(one, body));
  }), { numRuns: 400 });
});

test("a damaged reader is refused, or is one", () => {
  const started = currentInstance();
  const change = fc.tuple(fc.nat(), fc.nat(255));
  const damage = fc.record({ changes: fc.array(change, { maxLength: 4 }), cut: fc.option(fc.nat()), more: fc.uint8Array({ maxLength: 4 }) });
  const use = (bytes) => {
    const again = outcome(() => ReplyReader.fromBytes(bytes));
    if (again instanceof InvalidRequest) return assert.deepEqual(again.violations.map(({ path, code }) => [path, code]), [["reader", "invalid_reader"]]);
    said(again, '{"messages":[{"to":"41793026727"}]}');
    if (again.length > 0) assert.equal(again.noReply().messages.length, again.length);
    outcome(() => merge([[again, null], [READERS[0], null]].slice(0, again.length > 0 ? 2 : 0)));
  };
  fc.assert(fc.property(reader, damage, (one, { changes, cut, more }) => {
    const bytes = one.toBytes();
    for (const [place, value] of changes) bytes[place % bytes.length] = value;
    use(Uint8Array.of(...bytes.subarray(0, cut === null ? bytes.length : cut % bytes.length), ...more));
  }), { numRuns: 1500 });
  fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), use), { numRuns: 300 });
  assert.equal(currentInstance(), started);
});

test("anything in the place of plans' messages and merges' arguments ends in one of three ways", () => {
  const started = currentInstance();
  const ends = (run) => {
    try {
      run();
    } catch (error) {
      assert.ok(error instanceof InvalidRequest || error instanceof TypeError, error);
      assert.doesNotMatch(error.message, /Cannot|undefined is|not a function|private/);
    }
  };
  const [call] = READERS;
  fc.assert(fc.property(anything, fc.constantFrom("raise", "set_aside"), (value, onInvalid) => {
    for (const [, { gateway, plan }] of Object.entries(OPERATIONS)) ends(() => [...plan(gateway({}), [value], { onInvalid })]);
    const account = OPERATIONS["texts of Infobip"].gateway({});
    for (const run of [
      () => [...account.plan(value)],
      () => account.plan([], value),
      () => merge(value),
      () => merge([value], [value]),
      () => merge([[value, value]]),
      () => merge([[call, value]]),
      () => merge([[call, { messages: [value, value] }]]),
      () => merge([], value),
      () => merge([], [{ position: value, destination: value, destinations: value, outcome: value }]),
      () => ReplyReader.fromBytes(value),
    ]) ends(run);
  }), { numRuns: 500 });
  assert.equal(currentInstance(), started);
});
