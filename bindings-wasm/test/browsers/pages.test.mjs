// docs/browsers.md: its programs run in pages of real browsers as they are printed, and what it says of browsers is so.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { BROWSERS, browserTest, serve } from "../support/browsers.mjs";
import { kept, startSandbox } from "../support/sandbox.mjs";
import { startWorker } from "../support/workers.mjs";

const PAGE = readFileSync(new URL("../../../docs/browsers.md", import.meta.url), "utf8");
const EXAMPLE = new URL("../../examples/edge-worker.mjs", import.meta.url);
const WORKER = "https://sms.example.com";
const DIST = { "/dist": new URL("../../dist/", import.meta.url) };

const blocks = (language) => [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, block]) => block);
const [ASK, CHECK, EXCERPT, INIT, ...more] = blocks("js");
const [POLICY] = blocks("http");

/** What a program prints in a page, its worker in the place of the one that it names. */
async function printed(page, program, worker = WORKER) {
  const imported = program.replaceAll(/^import (\{.*?\}) from "smskernel";$/gm, 'const $1 = await import("/dist/index.js");');
  return page.evaluate(`(async () => {
    const lines = [];
    const console = { log: (...words) => lines.push(words.join(" ")) };
    ${imported.replace(WORKER, worker)}
    return lines;
  })()`);
}

/** Starts the example of an edge worker, for pages of an origin. */
async function startExample(t, url, origin) {
  const bindings = { SMS_URL: url, SMS_KEY: "sandbox-api-key", PAGE_ORIGIN: origin };
  return (await startWorker(t, fileURLToPath(EXAMPLE), bindings)).address;
}

test("its other programs are the example's", () => {
  assert.deepEqual(more, []);
  assert.ok(readFileSync(EXAMPLE, "utf8").includes(EXCERPT), EXCERPT);
});

for (const browser of BROWSERS) {
  browserTest("the programs of docs/browsers.md", browser, async (page, t) => {
    const sandbox = await startSandbox(t);
    // The policy that the page prints, for the worker that takes the place of the one that it names.
    const fields = {};
    const origin = await serve(t, DIST, fields);
    const address = await startExample(t, `${sandbox}/run/page`, origin);
    const [name, policy] = POLICY.trim().split(": ");
    fields[name] = policy.replace(WORKER, address);
    assert.ok(fields[name].includes(address));
    await page.goto(origin);
    assert.deepEqual(await printed(page, ASK, address), ["200 pending never"]);
    assert.deepEqual((await kept(sandbox, "accepted", "page")).map(({ id }) => id), ["parcel-17"]);
    assert.deepEqual(await printed(page, CHECK), ["messages[0].destinations[0].to local_number"]);
    assert.deepEqual(await printed(page, INIT), ["1"]);
    const elsewhere = await page.evaluate(async (url) => {
      const forbidden = new Promise((tell) => {
        addEventListener("securitypolicyviolation", ({ effectiveDirective }) => tell(effectiveDirective));
      });
      return Promise.race([forbidden, fetch(url).then(() => "allowed", () => forbidden)]);
    }, `${sandbox}/as/cors`);
    assert.equal(elsewhere, "connect-src", "the policy is in force");
  });

  browserTest("what prints", browser, async (page, t) => {
    await page.goto(await serve(t, DIST));
    const [clean, copied] = await page.evaluate(async () => {
      const { blackkonnect, infobip } = await import("/dist/index.js");
      const infobips = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("the-key") });
      const call = infobips.sendText({ messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" }] });
      const question = new blackkonnect.Gateway("https://example.com").getToken({ clientId: "c", clientSecret: "the-key" });
      const token = question.parse(200, null, '{"token":"the-key"}');
      const given = [infobips, call, call.reader, question, token];
      return [given.map((one) => `${one} ${JSON.stringify(one)}`).join(), JSON.stringify({ ...call })];
    });
    assert.deepEqual([clean.includes("the-key"), copied.includes("the-key")], [false, true], clean);
  });

  browserTest("a page calls the worker", browser, async (page, t) => {
    const sandbox = await startSandbox(t);
    const origin = await serve(t, {});
    const address = await startExample(t, `${sandbox}/run/page`, origin);
    const call = (parcel) => page.evaluate(async (address, body) => {
      const reply = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body });
      return [reply.status, await reply.json()];
    }, address, JSON.stringify(parcel));
    await page.goto(origin);
    assert.deepEqual(await call({ number: "17", to: "41793026727" }), [200, { state: "pending", resend: "never" }]);
    assert.equal((await call({ number: "17", to: "" }))[0], 400);
    await page.goto(await serve(t, {}));
    await assert.rejects(call({ number: "18", to: "41793026727" }), /fetch|NetworkError/i);
    const accepted = await kept(sandbox, "accepted", "page");
    assert.deepEqual(accepted.map(({ id }) => id), ["parcel-17"], "pages of another origin send nothing");
  });

  browserTest("a call without CORS", browser, async (page, t) => {
    const sandbox = await startSandbox(t);
    await page.goto(await serve(t, DIST));
    const [first, second] = await page.evaluate(async (url) => {
      const { infobip } = await import("/dist/index.js");
      const gateway = new infobip.Gateway(url, { auth: infobip.apiKey("sandbox-api-key") });
      const call = gateway.sendText({ messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" }] });
      const send = async (changed) => call.parseResponse(await fetch(call.url, { ...call, mode: "no-cors", ...changed }));
      const say = ({ name, code, status }) => [name, code, status];
      return [await send({}).catch(say), await send({ redirect: "follow" }).catch(say)];
    }, `${sandbox}/run/no-cors`);
    assert.deepEqual([first[0], ...second], ["TypeError", "UnreadableReply", "bad_status", 0]);
    const received = await kept(sandbox, "received", "no-cors");
    assert.deepEqual(received.map(({ headers, verdict }) => [headers.authorization, verdict]), [[undefined, "refused"]]);
  });
}
