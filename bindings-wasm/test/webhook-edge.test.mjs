// The example of an edge worker that receives, in workerd: the gateway on loopback pushes to it.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { infobip } from "../dist/index.js";
import { command, exchange, startSandbox } from "./support/sandbox.mjs";
import { startWorker } from "./support/workers.mjs";

const EXAMPLE = fileURLToPath(new URL("../examples/webhook-edge-worker.mjs", import.meta.url));
const WEBHOOK_SECRET = "kMq2vXw7";

let sandbox;
let worker;
before(async (t) => {
  sandbox = await startSandbox(t);
  worker = await startWorker(t, EXAMPLE, { WEBHOOK_SECRET });
});

/** Waits for what the worker prints: it comes by another way than its reply. */
async function logged(expected) {
  for (let tries = 0; tries < 200 && !expected.test(worker.printed()); tries += 1) await wait(25);
  assert.match(worker.printed(), expected);
}

const post = (path, body) => fetch(`${worker.address}${path}`, { method: "POST", body }).then(({ status }) => status);

test("it is bundled with the small entry alone, whose module comes compiled", () => {
  assert.deepEqual(worker.inputs.filter((path) => /workerd|wasm\/|inline|index|dist\/kernel/.test(path)).sort(), [
    "dist/webhooks/wasm/glue.js", "dist/webhooks/wasm/webhooks.wasm", "dist/webhooks/workerd.js",
  ]);
});

test("what the gateway pushes has its fate", async () => {
  const gateway = new infobip.Gateway(`${sandbox}/run/edge`, { auth: infobip.apiKey("sandbox-api-key") });
  const notifyUrl = `${worker.address}/${WEBHOOK_SECRET}`;
  const message = (to, messageId, notifyContentType) => ({ sender: "SMSC", to: [{ to, messageId }], text: "Hi", notifyUrl, notifyContentType });
  await exchange(gateway.sendText({ messages: [message("41793026727", "json", "application/json"), message("41793026795", "xml", "application/xml")] }));
  const { pushes } = await command(sandbox, "edge", "clock", { advance: 120 });
  assert.deepEqual(pushes.map(({ status }) => status), [204, 204]);
  await logged(/^json is delivered, send again: never$/m);
  await logged(/^xml is rejected, send again: \w+$/m);
});

test("strangers learn nothing, and what cannot be read is kept", async () => {
  for (const path of ["/", "/wrong", `/${WEBHOOK_SECRET}x`, `/${WEBHOOK_SECRET}/`]) assert.equal(await post(path, "{}"), 404);
  assert.equal(await post(`/${WEBHOOK_SECRET}`, '{"results":[{"odd":1}]}'), 204);
  assert.equal(await post(`/${WEBHOOK_SECRET}`, "<html>"), 204);
  await logged(/\{"raw":"\{\\"odd\\":1\}","reason":/);
  await logged(/\{"raw":"<html>","reason":/);
  assert.ok(!worker.printed().includes(WEBHOOK_SECRET), worker.printed());
});
