// End to end: every operation through `fetch`, from Node and from pages of real browsers, to a gateway on loopback that
// shares no code with this package. What a page understands, and what arrives from it, is what it is with Node.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

import { BROWSERS, browserTest, callInPage, serve } from "./support/browsers.mjs";
import { DIALECTS } from "./support/dialects.mjs";
import { kept, startSandbox } from "./support/sandbox.mjs";
import * as here from "./support/scenarios.mjs";

const RUN = "endtoend";
const { SCENARIOS } = here;

/**
 * Plays a scenario against a sandbox of its own, so that ids repeat. Gives what was understood, what had arrived, and what
 * became of a browser's questions before it.
 */
async function played(t, name, { play, giveUp }) {
  const address = await startSandbox(t);
  const received = async (what) => (await kept(address, "received", RUN)).filter(({ method }) => (method === "OPTIONS") === what);
  const playing = play(`${address}/run/${RUN}`, name);
  // Where the gateway is slow the call is given up, though not before it has arrived.
  if (SCENARIOS[name].modes?.includes("slow")) {
    let ended = false;
    playing.finally(() => (ended = true)).catch(() => {});
    while (!ended && (await received(false)).length === 0) await wait(10);
    await giveUp();
  }
  const told = await playing;
  return {
    told,
    lines: told.map(({ line }) => line),
    arrived: (await received(false)).map(({ method, path, headers, body, verdict }) => [method, path, ours(headers), body, verdict]),
    accepted: await kept(address, "accepted", RUN),
    preflights: (await received(true)).map(({ verdict }) => verdict),
  };
}

/** The header fields that a call has; clients add their own. */
function ours(headers) {
  const known = ["authorization", "accept", "content-type", "x-organisation-id", "x-serviceaccount-id"];
  return Object.fromEntries(known.map((name) => [name, headers[name]]));
}

test("every operation is among the scenarios", () => {
  const operations = Object.values(SCENARIOS).flatMap(({ dialect, calls }) => calls.map(([method]) => `${dialect}.${method}`));
  const camel = (name) => name.replace("/", ".").replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  assert.deepEqual([...new Set(operations)].sort(), Object.keys(DIALECTS).map(camel).sort());
});

for (const [name, { expected }] of Object.entries(SCENARIOS)) {
  test(`${name}, from Node`, async (t) => {
    const { lines, told, preflights } = await played(t, name, here);
    assert.deepEqual(lines, expected, JSON.stringify(told));
    assert.deepEqual(preflights, []);
  });
}

for (const browser of BROWSERS) {
  browserTest("every scenario", browser, async (page, t) => {
    const served = { "/dist": new URL("../dist/", import.meta.url), "/test": new URL("./", import.meta.url) };
    await page.goto(await serve(t, served));
    const call = (name) => (...given) => callInPage(page, "/test/support/scenarios.mjs", name, ...given);
    const there = { play: call("play"), giveUp: call("giveUp") };
    for (const [name, { expected, inPage = {} }] of Object.entries(SCENARIOS)) {
      await t.test(name, async (t) => {
        const fromPage = await played(t, name, there);
        const fromNode = await played(t, name, here);
        assert.deepEqual(fromPage.lines, inPage.expected ?? expected, JSON.stringify(fromPage.told));
        if (inPage.expected === undefined) assert.deepEqual(fromPage.told, fromNode.told);
        const copies = (list) => (inPage.arrives === undefined ? list : Array(inPage.arrives).fill(list[0]));
        assert.deepEqual(fromPage.arrived, copies(fromNode.arrived));
        assert.deepEqual(fromPage.accepted, copies(fromNode.accepted));
        if (inPage.preflights) assert.deepEqual(fromPage.preflights, inPage.preflights);
      });
    }
  });
}
