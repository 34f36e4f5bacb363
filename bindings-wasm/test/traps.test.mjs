// After a trap the instance is made anew: the next call works, and what lived inside of the old one says that it is lost.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { infobip, SmsKernelError } from "../dist/index.js";
import { currentInstance, run } from "../dist/kernel.js";
import { initSync } from "../dist/wasm/glue.js";

const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
const message = { sender: "SMSC", to: ["41793026727"], text: "Hi" };

/** The functions of the instance at hand, as they lie under the glue. */
const raw = () => initSync({ module: undefined });

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
  assert.throws(() => plan.next(), /this plan was lost/);
  assert.deepEqual(plan.rejected, []);
  assert.equal([...small.plan(messages)].length, 3);
});

test("good and bad calls leave the memory as it is", () => {
  const bad = { messages: [{ ...message, to: ["0", 7n], text: "" }] };
  const once = () => {
    const call = gateway.sendText({ messages: [message] });
    call.noReply();
    for (const failing of [() => gateway.sendText(bad), () => call.parse(500, null, "{"), () => call.parse(200, null, "{}")]) {
      assert.throws(failing, SmsKernelError);
    }
    const plan = gateway.plan([message, ...bad.messages], { onInvalid: "set_aside" });
    assert.equal([...plan].length, 1);
  };
  for (let warm = 0; warm < 200; warm += 1) once();
  const before = raw().memory.buffer.byteLength;
  for (let round = 0; round < 5000; round += 1) once();
  assert.equal(raw().memory.buffer.byteLength, before);
});

test("plans that nobody holds any more give their memory back", () => {
  const program = `
    import { infobip } from ${JSON.stringify(new URL("../dist/index.js", import.meta.url).href)};
    import { initSync } from ${JSON.stringify(new URL("../dist/wasm/glue.js", import.meta.url).href)};
    const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key"), limits: { messages_per_call: 1 } });
    const rows = Array.from({ length: 200 }, (_, index) => ({ sender: "SMSC", to: [String(41793020000 + index)], text: "x".repeat(500) }));
    const sizes = [];
    for (let round = 0; round < 60; round += 1) {
      for (let plan = 0; plan < 10; plan += 1) gateway.plan(rows).next();
      gc();
      await new Promise((resolve) => setTimeout(resolve, 1));
      sizes.push(initSync({ module: undefined }).memory.buffer.byteLength);
    }
    console.log(sizes[20], sizes[59]);`;
  const words = ["--expose-gc", "--input-type=module", "-e", program];
  const [early, late] = execFileSync(process.execPath, words, { encoding: "utf8" }).trim().split(" ").map(Number);
  assert.ok(late <= early * 1.5, `${early} bytes became ${late}`);
});
