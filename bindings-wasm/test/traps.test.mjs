// After a trap the instance is made anew: the next call works, and what lived inside of the old one says that it is lost.
import assert from "node:assert/strict";
import { test } from "node:test";

import { infobip, SmsKernelError } from "../dist/index.js";
import { currentInstance, run } from "../dist/kernel.js";
import { raw } from "./support/memory.mjs";

const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
const message = { sender: "SMSC", to: ["41793026727"], text: "Hi" };

/** Traps for real: reads beyond the instance's memory. */
function trap() {
  const length = 2 ** 31;
  run(() => raw().reader(length, length));
}

test("the next call works after a trap", () => {
  const call = gateway.sendText({ messages: [message] });
  const before = [currentInstance(), raw().memory];
  assert.throws(trap, (error) => {
    assert.ok(error instanceof SmsKernelError);
    assert.equal(error.code, "internal_error");
    assert.ok(error.cause instanceof WebAssembly.RuntimeError, String(error.cause));
    return true;
  });
  assert.equal(currentInstance(), before[0] + 1);
  assert.notEqual(raw().memory, before[1], "it is another instance");
  assert.deepEqual(gateway.sendText({ messages: [message] }).body, call.body);
  assert.equal(call.noReply().messages.length, 1, "a call made before goes on");
});

test("an exception on the way in counts as a trap, too", () => {
  const before = currentInstance();
  assert.throws(() => run((kernel) => kernel.reader(null)), SmsKernelError);
  assert.equal(currentInstance(), before + 1);
  assert.equal(gateway.sendText({ messages: [message] }).reader.length, 1);
});

test("plans that held nothing inside of the old instance go on", () => {
  const rows = Array.from({ length: 3 }, (_, index) => ({ ...message, to: [`4179302672${index}`] }));
  const small = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key"), limits: { messages_per_call: 1 } });
  const [fresh, begun] = [small.plan(rows), small.plan(rows)];
  begun.next();
  assert.throws(trap, SmsKernelError);
  assert.deepEqual([[...fresh].length, [...begun].length], [3, 2]);
});

test("a plan that lived inside of the old instance says so", () => {
  const messages = Array.from({ length: 3 }, () => message);
  const small = new infobip.Gateway("https://example.com", {
    auth: infobip.apiKey("key"),
    limits: { messages_per_call: 1 },
    allow: ["duplicate_id"],
  });
  const plan = small.plan(messages, { onInvalid: "set_aside" });
  assert.equal(plan.next().done, false);
  assert.throws(trap, SmsKernelError);
  for (const _ of [1, 2]) assert.throws(() => plan.next(), /this plan was lost/);
  assert.deepEqual(plan.rejected, []);
  assert.equal([...small.plan(messages)].length, 3);
});
