// End to end from pages of real browsers: what a page understands, and what arrives from it, is what it is with Node.
import assert from "node:assert/strict";

import { BROWSERS, browserTest, callInPage, serve } from "../support/browsers.mjs";
import { played } from "../support/played.mjs";
import * as here from "../support/scenarios.mjs";

for (const browser of BROWSERS) {
  browserTest("every scenario", browser, async (page, t) => {
    const served = { "/dist": new URL("../../dist/", import.meta.url), "/test": new URL("../", import.meta.url) };
    await page.goto(await serve(t, served));
    const call = (name) => (...given) => callInPage(page, "/test/support/scenarios.mjs", name, ...given);
    const there = { play: call("play"), giveUp: call("giveUp") };
    for (const [name, { expected, inPage = {} }] of Object.entries(here.SCENARIOS)) {
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
