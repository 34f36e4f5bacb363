// What a method cannot take is a TypeError that names the argument. Of requests and options there is `hostile.test.mjs`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { blackkonnect, infobip, merge, ReplyReader } from "../dist/index.js";
import { lying, revoked } from "./support/hostile.mjs";

const auth = infobip.apiKey("key");
const gateway = new infobip.Gateway("https://example.com", { auth });
const good = { messages: [{ sender: "SMSC", to: "41793026727", text: "Hi" }] };
const call = gateway.sendText(good);
const lost = call.noReply();
const moduleOfOptions = await import("data:text/javascript,export const now = new Date();");

function told(cases) {
  for (const [run, message] of cases) assert.throws(run, { name: "TypeError", message });
}

test("options", () => {
  told([
    [() => gateway.sendText(good, new Date()), "options are given as an object, not as an object of kind Date"],
    [() => gateway.sendText(good, 0), "options are given as an object, not as a number"],
    [() => gateway.sendText(good, { Now: new Date() }), "options.Now is unknown; the options here are now"],
    [() => gateway.sendTextJson("{}", [1]), "options are given as an object, not as an object of kind Array"],
    [() => infobip.checkText({}, { forbidd: [] }), "options.forbidd is unknown; the options here are now, limits, allow, forbid, apiVersion"],
    [() => gateway.plan([], "raise"), "options are given as an object, not as a string"],
    [() => new infobip.Gateway("https://example.com", "key"), "options are given as an object, not as a string"],
    [() => new blackkonnect.Gateway("https://example.com", revoked({})), "options are given as an object, not as a revoked proxy"],
  ]);
  assert.equal(gateway.sendText(good, null).body.length, call.body.length);
  assert.deepEqual(infobip.checkText({ messages: [] }, null).map(({ code }) => code), ["empty"]);
  assert.equal([...gateway.plan(good.messages, null)].length, 1);
  for (const options of [Object.create(null), new (class Options { now = new Date(); })(), moduleOfOptions, runInNewContext("({ now: new Date() })")]) {
    assert.equal(gateway.sendText(good, options).body.length, call.body.length);
  }
});

test("the current time", () => {
  told([
    [() => gateway.sendText(good, { now: new Date(NaN) }), "now is given as a valid Date, not as an invalid one"],
    [() => gateway.sendText(good, { now: "2026-12-01" }), "now is given as a valid Date, not as a string"],
    [() => gateway.sendText(good, { now: 1e12 }), "now is given as a valid Date, not as a number"],
    [() => gateway.sendText(good, { now: new Proxy(new Date(), {}) }), "now is given as a valid Date, not as an object"],
    [() => gateway.plan([], { now: revoked({}) }), "now is given as a valid Date, not as a revoked proxy"],
  ]);
  const later = { messages: [{ ...good.messages[0], sendAt: "2026-12-01T08:00:00Z" }] };
  assert.throws(() => gateway.sendText(later, { now: runInNewContext("new Date(2e12)") }), (error) => error.violations[0].code === "time_in_past");
});

test("a reply", async () => {
  const bytes = new Uint8Array(2);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  told([
    [() => call.parse(200n, null, ""), "the status is given as a number, not as a bigint"],
    [() => call.parse(200, 7, ""), "headers are given as an object, not as a number"],
    [() => call.parse(200, revoked({}), ""), "headers are given as an object, not as a revoked proxy"],
    [() => call.parse(200, { [Symbol.iterator]: 5 }, ""), "headers are given as an iterable, not as an object"],
    [() => call.parse(200, lying(Infinity), ""), "headers are given as an iterable of up to 10000 fields, not of more"],
    [() => call.parse(200, { [Symbol.iterator]: () => ({ next: () => 7 }) }, ""), "the iterator of headers gave a number in the place of a result"],
    [() => call.parse(200, null, bytes), "the body is given as a string or bytes, not as bytes of a detached buffer"],
    [() => call.parse(200, null, new Proxy(new Uint8Array(1), {})), "the body is given as a string or bytes, not as an object"],
    [() => ReplyReader.fromBytes([1]), "a saved reader is given as bytes, not as an object of kind Array"],
    [() => blackkonnect.problemDetail(undefined), "a body is given as a string or bytes, not as undefined"],
  ]);
  const response = /^the response is given as a Response of fetch, not as (undefined|an object|a revoked proxy); others go to parse$/;
  await assert.rejects(call.parseResponse(), { name: "TypeError", message: response });
  await assert.rejects(call.parseResponse({ status: 200, data: "{}" }), { name: "TypeError", message: response });
  await assert.rejects(call.parseResponse(revoked({})), { name: "TypeError", message: response });
  // Only what is looked for is looked at.
  const headers = { get other() { throw new Error("nobody asks"); }, "Retry-After": ["7"], date: Symbol("s"), location: null };
  assert.throws(() => call.parse(429, headers, ""), (error) => error.resendAfter.seconds === 7);
});

test("a plan", () => {
  const of = (next) => ({ [Symbol.iterator]: () => ({ next }) });
  told([
    [() => gateway.plan(revoked([])), "the messages of a plan are given as an iterable, not as a revoked proxy"],
    [() => gateway.plan({ [Symbol.iterator]: () => 5 }), "the messages of a plan are given as an iterable, not as an object"],
    [() => gateway.plan((async function* () {})()), "the messages of a plan are given as an iterable, not as an object of kind AsyncGenerator"],
    [() => gateway.plan(new Uint8Array(1)), "the messages of a plan are given as an iterable, not as an object of kind Uint8Array"],
    [() => gateway.plan(of(() => undefined)).next(), "the iterator of a plan's messages gave undefined in the place of a result"],
    [() => gateway.plan({ [Symbol.iterator]: () => ({}) }).next(), "the iterator of a plan's messages gave undefined in the place of a result"],
    [() => gateway.plan(new Array(2 ** 32 - 1)).next(), "of the messages of a plan over 10000 are undefined"],
    [() => gateway.plan([], { onInvalid: ["raise"] }), 'onInvalid is "raise" or "set_aside", not an object of kind Array'],
    [() => gateway.plan([], { onInvalid: Object.create(null) }), 'onInvalid is "raise" or "set_aside", not an object'],
  ]);
  const plan = gateway.plan(of(() => plan.next()));
  assert.throws(() => plan.next(), { name: "TypeError", message: "the plan is already asked for its next call" });
});

test("what is merged", () => {
  const aside = { position: 0, destinations: 1, violations: [], outcome: {} };
  told([
    [() => merge(), "results are given as an iterable, not as undefined"],
    [() => merge([revoked([])]), "results[0] is a pair of a call and what became of it, not a revoked proxy"],
    [() => merge([[call, null], [new Proxy(call, {}), null]]), "results[1][0] is a call or its reader, not an object"],
    [() => merge([[call, { messages: lying(-1) }]]), "results[0][1] is an answer, an error or nothing, not an object"],
    [() => merge([[call, { messages: [{}] }]]), "results[0][1].messages[0] is a message of an answer, with its outcome, not an object"],
    [() => merge([], 5), "rejected are given as an iterable, not as a number"],
    [() => merge([], [null]), "rejected[0] is what a plan set aside, not null"],
    [() => merge([], [{ ...aside, position: -1 }]), "rejected[0].position is a whole number up to 4294967295, not -1"],
    [() => merge([], [{ ...aside, destination: 0.5 }]), "rejected[0].destination is a whole number up to 4294967295, not 0.5"],
    [() => merge([], [{ ...aside, destinations: 2 ** 32 - 1 }]), "rejected[0].destinations is a whole number up to 1048576, not 4294967295"],
    [() => merge([], [{ ...aside, outcome: undefined }]), "rejected[0].outcome is the fate of a row, not undefined"],
  ]);
  assert.deepEqual(merge([[call, null]], null).map(({ outcome }) => outcome.state), ["unknown"]);
  for (const error of [runInNewContext("new RangeError('x')"), new DOMException("late", "AbortError"), new AggregateError([])]) {
    assert.deepEqual(merge([[call, error]]).map(({ outcome }) => outcome.state), ["unknown"]);
  }
});

test("merging looks at what it is given once, and leaves it as it is", () => {
  let asked = 0;
  const saved = JSON.parse(JSON.stringify(lost));
  saved.messages[0].self = saved.messages[0];
  const pair = Object.defineProperty([call], 1, { get: () => ((asked += 1), saved) });
  const [row] = merge([pair]);
  assert.equal(asked, 1);
  assert.equal(row.message, saved.messages[0]);
  assert.ok(Object.isFrozen(row) && !Object.isFrozen(saved) && !Object.isFrozen(saved.messages[0]));
});
