// The example of an edge worker, in workerd, before the gateway on loopback. Pages call it in `browsers/pages.test.mjs`.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { kept, startSandbox } from "./support/sandbox.mjs";
import { startWorker } from "./support/workers.mjs";

const EXAMPLE = fileURLToPath(new URL("../examples/edge-worker.mjs", import.meta.url));
const KEY = "sandbox-api-key";
const PAGE = "https://shop.example.com";
const PARCEL = { number: "17", to: "+41 79 302 67 27" };

let sandbox;
before(async (t) => {
  sandbox = await startSandbox(t);
});

/** A worker whose gateway misbehaves so, and what was printed and what arrived there. */
async function worker(t, name, { modes = "new", ...bindings } = {}) {
  const SMS_URL = `${sandbox}/run/${name}/as/${modes}`;
  const started = await startWorker(t, EXAMPLE, { SMS_URL, SMS_KEY: KEY, PAGE_ORIGIN: PAGE, ...bindings });
  return { ...started, received: () => kept(sandbox, "received", name), accepted: () => kept(sandbox, "accepted", name) };
}

/** What the worker says to a request: status, body, and the header fields that it sets. */
async function ask(address, init) {
  const reply = await fetch(address, { method: "POST", ...init, headers: { origin: PAGE, ...init.headers } });
  const text = await reply.text();
  for (const secret of [KEY, sandbox]) assert.ok(!text.includes(secret), text);
  const fields = ["access-control-allow-origin", "access-control-allow-methods", "access-control-allow-headers", "vary", "retry-after"];
  const set = fields.filter((name) => reply.headers.has(name)).map((name) => [name, reply.headers.get(name)]);
  return { status: reply.status, body: text === "" ? undefined : JSON.parse(text), fields: Object.fromEntries(set) };
}

/** Waits for what the worker prints: it comes by another way than its reply. */
async function logged(printed, expected) {
  for (let tries = 0; tries < 200 && !expected.test(printed()); tries += 1) await wait(25);
  assert.match(printed(), expected);
}

const asks = (parcel) => ({ body: JSON.stringify(parcel) });
const OPEN = { "access-control-allow-origin": PAGE, vary: "origin" };

test("it is bundled with the package's entry for edge workers, whose module comes compiled", async (t) => {
  const { inputs } = await worker(t, "bundle");
  assert.deepEqual(inputs.filter((path) => /workerd|wasm\/|inline|index/.test(path)).sort(), [
    "dist/wasm/glue.js", "dist/wasm/smskernel.wasm", "dist/workerd.js",
  ]);
});

test("it sends with the key that the page does not know", async (t) => {
  const { address, received, accepted, printed } = await worker(t, "good");
  const answer = { state: "pending", resend: "never" };
  assert.deepEqual(await ask(address, asks(PARCEL)), { status: 200, body: answer, fields: OPEN });
  const [{ headers, verdict }] = await received();
  assert.deepEqual([headers.authorization, verdict], [`App ${KEY}`, "accepted"]);
  const [{ to, id, text }] = await accepted();
  assert.deepEqual([to, id, text], ["41793026727", "parcel-17", "Parcel 17 has come."]);
  assert.equal(printed(), "");
});

test("pages of one origin may call it", async (t) => {
  const { address, received } = await worker(t, "origins");
  const may = { ...OPEN, "access-control-allow-methods": "POST", "access-control-allow-headers": "content-type" };
  assert.deepEqual(await ask(address, { method: "OPTIONS" }), { status: 204, body: undefined, fields: may });
  for (const origin of ["https://shop.example.com.evil.example", "null", "http://shop.example.com", ""]) {
    const refused = { status: 403, body: { error: "this origin may not send" }, fields: {} };
    for (const init of [asks(PARCEL), { method: "OPTIONS" }]) {
      assert.deepEqual(await ask(address, { ...init, headers: { origin } }), refused, origin);
    }
  }
  assert.deepEqual(await received(), []);
});

test("what is no parcel is refused before anything is built", async (t) => {
  const { address, received } = await worker(t, "faulty");
  const faulty = { status: 400, body: { error: "send { number, to }, both of them text" }, fields: OPEN };
  for (const body of [
    "", "{", "null", "[]", "17", '{"number":"17"}', '{"number":17,"to":"41793026727"}', '{"number":"17","to":["41793026727"]}',
    '{"number":"17\\n","to":"41793026727"}', '{"number":"Call +41 79","to":"41793026727"}',
    JSON.stringify({ ...PARCEL, filler: "x".repeat(1000) }),
  ]) {
    assert.deepEqual(await ask(address, { body }), faulty, body);
  }
  assert.deepEqual(await ask(address, { method: "GET" }), { ...faulty, status: 405, body: { error: "only POST is known here" } });
  assert.deepEqual(await received(), []);
});

test("a number that cannot be one is told to the page", async (t) => {
  const { address, received, printed } = await worker(t, "invalid");
  const { status, body } = await ask(address, asks({ ...PARCEL, to: "079 302 67 27" }));
  assert.deepEqual([status, body.error, body.violations.map(({ path, code }) => [path, code])], [
    400, "invalid_request", [["messages[0].destinations[0].to", "local_number"]],
  ]);
  assert.deepEqual(Object.keys(body.violations[0]), ["path", "code", "message"]);
  assert.ok(!/3026727|302 67 27/.test(JSON.stringify(body)), "the message masks it");
  assert.deepEqual([await received(), printed()], [[], ""]);
});

for (const [modes, status, body, more] of [
  ["refuse-727", 200, { state: "rejected", resend: "after_fix" }],
  ["status-401", 502, { error: "refused", resend: "after_fix" }],
  ["status-429", 503, { error: "refused", resend: "safe_after" }, { "retry-after": "7" }],
  ["status-500-html", 502, { error: "not_json", resend: "uncertain" }],
  ["redirect", 502, { error: "redirected", resend: "uncertain" }],
  ["redirect-307", 502, { error: "redirected", resend: "uncertain" }],
  ["truncated", 502, { error: "not_json", resend: "uncertain" }],
  ["close", 504, { error: "no_reply", resend: "uncertain" }],
]) {
  test(`what the page is told of ${modes}`, async (t) => {
    const { address, received, printed } = await worker(t, modes, { modes });
    assert.deepEqual(await ask(address, asks(PARCEL)), { status, body, fields: { ...OPEN, ...more } });
    assert.equal((await received()).length, 1, "sent once, and not to where a redirect points");
    if (status !== 200) await logged(printed, /./);
    assert.ok(!printed().includes(KEY), printed());
  });
}

test("what is wrong with the worker is for its log", async (t) => {
  const { address, printed } = await worker(t, "misconfigured", { SMS_URL: "http://gateway.example.com" });
  assert.deepEqual(await ask(address, asks(PARCEL)), { status: 500, body: { error: "the worker failed" }, fields: OPEN });
  await logged(printed, /gateway\.base_url/);
  assert.ok(!printed().includes(KEY), printed());
});
