// Plans: lazy, taken up again, merged.
import assert from "node:assert/strict";
import { test } from "node:test";

import { blackkonnect, Call, infobip, InvalidRequest, merge, ReplyReader, smslist } from "../dist/index.js";

const auth = infobip.apiKey("key");
const gateway = new infobip.Gateway("https://example.com", { auth, limits: { messages_per_call: 2 } });
const row = (index) => ({ sender: "SMSC", to: [`4179302${1000 + index}`], text: "Hi" });
const decoder = new TextDecoder();

/** An answer that accepts every message of a call. */
function accept(call) {
  const { messages } = JSON.parse(decoder.decode(call.body));
  const status = { groupId: 1, groupName: "PENDING", id: 26, name: "MESSAGE_ACCEPTED" };
  const entries = messages.flatMap(({ destinations }) => destinations.map(({ to }) => ({ to, messageId: `g-${to}`, status })));
  return call.parse(200, null, JSON.stringify({ messages: entries }));
}

test("set_aside takes only what the next call needs", () => {
  let taken = 0;
  function* rows() {
    for (; taken < 100; ) yield row(taken++);
  }
  const plan = gateway.plan(rows(), { onInvalid: "set_aside" });
  assert.equal(taken, 0);
  assert.equal(plan.next().value.reader.length, 2);
  assert.ok(taken <= 3, `${taken} were taken`);
});

test("raise judges everything first, and then throws all there is", () => {
  const rows = [row(0), { ...row(1), text: "" }, row(2), { ...row(3), to: ["0"] }];
  const plan = gateway.plan(rows);
  for (const again of [1, 2]) {
    assert.throws(() => plan.next(), (error) => {
      assert.ok(error instanceof InvalidRequest, `time ${again}: ${error}`);
      assert.deepEqual(error.violations.map(({ path }) => path), ["messages[1].text", "messages[3].destinations[0].to"]);
      return true;
    });
  }
});

test("a loop that was left goes on where it stopped", () => {
  const plan = gateway.plan([0, 1, 2, 3, 4].map(row), { onInvalid: "set_aside" });
  const first = [];
  for (const call of plan) {
    first.push(call);
    break;
  }
  const rest = [...plan];
  assert.deepEqual([...first, ...rest].map((call) => call.reader.length), [2, 2, 1]);
  assert.deepEqual([...plan], []);
  assert.deepEqual(plan.next(), { done: true, value: undefined });
});

test("what was set aside is the plan's own", () => {
  const plan = gateway.plan([{}, row(0)], { onInvalid: "set_aside" });
  const before = plan.rejected;
  plan.next();
  assert.deepEqual([before.length, plan.rejected.length], [0, 1]);
  assert.throws(() => plan.rejected.push({}), TypeError);
  assert.ok(Object.isFrozen(plan.rejected[0].violations));
});

test("what the source throws passes through", () => {
  const failure = new Error("the file ended");
  function* rows() {
    yield row(0);
    throw failure;
  }
  assert.throws(() => [...gateway.plan(rows())], (error) => error === failure);
});

test("after an exception nothing follows, for a message is lost", () => {
  const failure = new Error("of the user");
  let closed = 0;
  function* rows(bad) {
    try {
      yield* [row(0), row(1), row(2)];
      yield bad;
      yield row(3);
    } finally {
      closed += 1;
    }
  }
  const getter = Object.defineProperty({}, "text", { enumerable: true, get: () => { throw failure; } });
  for (const onInvalid of ["raise", "set_aside"]) {
    const plan = gateway.plan(rows(getter), { onInvalid });
    const calls = [];
    const work = () => { for (const call of plan) calls.push(call); };
    for (const _ of [1, 2]) assert.throws(work, (error) => error === failure);
    assert.equal(calls.length, onInvalid === "raise" ? 0 : 1);
    assert.deepEqual(plan.rejected, []);
  }
  assert.equal(closed, 2, "the source was told");
  const nothing = gateway.plan({ [Symbol.iterator]: () => ({ next() { throw undefined; } }) });
  for (const _ of [1, 2]) assert.throws(() => nothing.next(), (error) => error === undefined);
});

test("other options belong to all calls, and are judged at once", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const tracking = { track: "SMS" };
  const plan = gateway.plan([0, 1, 2].map(row), { tracking, now });
  assert.deepEqual([...plan].map((call) => JSON.parse(decoder.decode(call.body)).tracking), [tracking, tracking]);
  const late = [{ ...row(0), sendAt: new Date("2025-01-01") }];
  assert.throws(() => [...gateway.plan(late, { now })], (error) => error.violations[0].code === "time_in_past");
  assert.throws(() => gateway.plan([], { traking: {} }), (error) => error.violations[0].path === "traking");
});

test("what a plan cannot take is a TypeError that says so", () => {
  const cases = [
    [() => gateway.plan({ messages: [] }), "the messages of a plan are given as an iterable, not as an object"],
    [() => gateway.plan("rows"), "the messages of a plan are given as an iterable, not as a string"],
    [() => gateway.plan(), "the messages of a plan are given as an iterable, not as undefined"],
    [() => gateway.plan([], { onInvalid: "skip" }), 'onInvalid is "raise" or "set_aside", not "skip"'],
    [() => gateway.plan([], { onInvalid: 1 }), 'onInvalid is "raise" or "set_aside", not a number'],
    [() => gateway.plan([], { now: "today" }), "now is given as a valid Date, not as a string"],
    [() => merge([[{}, null]]), "results[0][0] is a call or its reader, not an object"],
    [() => merge([[gateway.sendText({ messages: [row(0)] }), "lost"]]), "results[0][1] is an answer, an error or nothing, not a string"],
    [() => merge([7]), "results[0] is a pair of a call and what became of it, not a number"],
  ];
  for (const [run, message] of cases) assert.throws(run, { name: "TypeError", message });
});

test("merging gives one result for each row, in the order of the input", () => {
  const rows = [row(0), { ...row(1), to: ["41793029999", "0", "41793029998"] }, { ...row(2), text: "" }, row(3), row(4)];
  const plan = gateway.plan(rows, { onInvalid: "set_aside" });
  const calls = [...plan];
  assert.ok(calls.length >= 3 && calls.every((call) => call instanceof Call));
  let refused;
  try {
    calls[1].parse(401, null, "");
  } catch (error) {
    refused = error;
  }
  const results = [[calls[2].reader, null], [calls[0], accept(calls[0])], [calls[1], refused]];
  for (let index = 3; index < calls.length; index += 1) results.push([calls[index], new Error("timed out")]);
  const merged = plan.merge(results);
  assert.deepEqual(
    merged.map(({ position, destination }) => [position, destination]),
    [[0, 0], [1, 0], [1, 1], [1, 2], [2, 0], [3, 0], [4, 0]],
  );
  assert.equal(merged[0].message.messageId, "g-41793021000");
  assert.equal(merged[0].outcome, merged[0].message.outcome);
  assert.deepEqual(merged[2].violations.map(({ path }) => path), ["messages[1].destinations[1].to"]);
  assert.equal(merged[4].outcome.code, "empty");
  const states = merged.map(({ outcome }) => `${outcome.state} ${outcome.resend}`);
  assert.ok(states.includes("rejected after_fix") && states.includes("unknown uncertain"), states.join());
  assert.ok(merged.every(Object.isFrozen));
  // Pure: the same from saved readers, in another order.
  const saved = results.map(([carrier, result]) => {
    const reader = carrier instanceof Call ? carrier.reader : carrier;
    return [ReplyReader.fromBytes(reader.toBytes()), result];
  });
  assert.deepEqual(merge(saved.reverse(), plan.rejected), merged);
  assert.deepEqual(merge([]), []);
});

test("of two results for one row the one that says more counts", () => {
  const [call] = gateway.plan([row(0)]);
  const merged = merge([[call, null], [call, accept(call)], [call, null]]);
  assert.deepEqual(merged.map(({ outcome }) => outcome.state), ["pending"]);
});

test("an answer of another call is refused by its place", () => {
  const [first, second] = gateway.plan([0, 1, 2].map(row));
  assert.throws(() => merge([[first, accept(second)]]), (error) => {
    assert.ok(error instanceof InvalidRequest);
    assert.deepEqual(error.violations.map(({ path, code }) => [path, code]), [["results[0]", "invalid_result"]]);
    return true;
  });
});

test("binary messages are planned as texts are", () => {
  const octets = (index) => ({ sender: "SMSC", to: [`4179302${1000 + index}`], binary: { hex: Uint8Array.of(index) } });
  const plan = gateway.planBinary([0, 1, 2, 3, 4].map(octets), { onInvalid: "set_aside", tracking: { track: "SMS" } });
  const calls = [...plan];
  assert.deepEqual(calls.map(({ url, reader }) => [url, reader.operation, reader.length]), [2, 2, 1].map((length) => [
    "https://example.com/sms/1/binary/advanced", "infobip.send_binary", length,
  ]));
  const sent = calls.flatMap((call) => JSON.parse(decoder.decode(call.body)).messages.map(({ binary }) => binary.hex));
  assert.deepEqual(sent, ["00", "01", "02", "03", "04"]);
  const merged = plan.merge(calls.map((call, index) => [call, index === 1 ? null : accept(call)]));
  assert.deepEqual(merged.map(({ outcome }) => outcome.state), ["pending", "pending", "unknown", "unknown", "pending"]);
  // What one operation was told goes with what another was told of the same answer.
  const text = gateway.sendText({ messages: [row(9)] });
  assert.deepEqual(merge([[text, accept(text)], [calls[0], accept(calls[0])]]).map(({ outcome }) => outcome.state), ["pending", "pending"]);
  assert.throws(() => [...gateway.planBinary([row(0)])], (error) => error.violations[0].path === "messages[0].text");
});

test("a plan of Blackkonnect has its token, its envelope and its warnings", () => {
  const konnect = new blackkonnect.Gateway("https://example.com", { token: "t", limits: { messages_per_call: 2 } });
  const rows = [0, 1, 2].map((index) => ({ to: `25471234567${index}`, text: "Hi" }));
  const plan = konnect.plan(rows, { sender: "S", serviceId: "s", bulkId: "b" });
  const calls = [...plan];
  const bodies = calls.map((call) => JSON.parse(decoder.decode(call.body)));
  assert.deepEqual(bodies.map(({ serviceId, bulkId, sourceAddress }) => [serviceId, bulkId, sourceAddress]), Array(2).fill(["s", "b", "S"]));
  assert.deepEqual(calls[0].warnings.map(({ path, code }) => [path, code]), [["bulkId", "incompatible_fields"]]);
  const queued = calls[0].parse(200, null, '{"isSuccessful":true}');
  assert.deepEqual(plan.merge([[calls[0], queued], [calls[1], null]]).map(({ outcome }) => outcome.state), ["accepted", "accepted", "unknown"]);
  const single = konnect.sendMessage(rows[0]);
  assert.deepEqual(merge([[single, single.parse(200, null, '{"deliveryStatus":"DELIVERED"}')]]).map(({ outcome }) => outcome.state), ["delivered"]);
  assert.throws(() => konnect.plan(rows, { onInvalid: "skip" }), { name: "TypeError" });
  const open = new blackkonnect.Gateway("https://example.com");
  assert.throws(() => open.plan(rows), (error) => error.violations[0].code === "missing_token");
});

test("thousands of rows of both dialects", () => {
  const bulk = new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "key", sender: "S" });
  const rows = Array.from({ length: 2500 }, (_, index) => ({ to: `2547${String(10000000 + index)}`, text: "Hi" }));
  assert.deepEqual([...bulk.plan(rows)].map((call) => call.reader.length), [1000, 1000, 500]);
  const big = new infobip.Gateway("https://example.com", { auth });
  const one = { sender: "SMSC", to: rows.map(({ to }) => to), text: "Hi" };
  assert.deepEqual([...big.plan([one])].map((call) => call.reader.length), [1000, 1000, 500]);
});

test("a great many rows have their results", () => {
  const plan = gateway.plan((function* () { for (let count = 0; count < 12_000; count += 1) yield {}; })(), { onInvalid: "set_aside" });
  assert.deepEqual([[...plan].length, plan.rejected.length, plan.merge([]).length], [0, 12_000, 12_000]);
  const [one] = plan.rejected;
  const more = Array.from({ length: 350_000 }, (_, position) => ({ ...one, position }));
  const merged = merge([], more);
  assert.deepEqual([merged.length, merged.at(-1).position, merged.at(-1).outcome.code], [350_000, 349_999, "missing"]);
});
