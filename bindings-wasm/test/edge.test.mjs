import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { startSandbox, kept } from "./support/sandbox.mjs";
import { startWorker } from "./support/workers.mjs";
test("probe", async (t) => {
  const address = await startSandbox(t);
  const w = await startWorker(t, fileURLToPath(new URL("../examples/edge-worker.mjs", import.meta.url)), { SMS_URL: address+"/run/w", SMS_KEY: "sandbox-api-key", PAGE_ORIGIN: "http://page.example" });
  console.log(w.address, w.inputs);
  const r = await fetch(w.address, { method: "POST", headers: { origin: "http://page.example" }, body: JSON.stringify({ number: "17", to: "41793026727" }) });
  console.log(r.status, await r.text(), w.printed());
});
