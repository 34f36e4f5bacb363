// End to end: every operation through `fetch`, to a gateway on loopback that shares no code with this package. Browsers play
// the same scenarios in `browsers/endtoend.test.mjs`.
import assert from "node:assert/strict";
import { test } from "node:test";

import { DIALECTS } from "./support/dialects.mjs";
import { played } from "./support/played.mjs";
import * as here from "./support/scenarios.mjs";

const { SCENARIOS } = here;

test("every operation is among the scenarios", () => {
  const called = ({ dialect, calls }) => calls.filter(([method]) => method !== "later").map(([method]) => `${dialect}.${method}`);
  const operations = Object.values(SCENARIOS).flatMap(called);
  const camel = (name) => name.replace("/", ".").replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  assert.deepEqual([...new Set(operations)].sort(), Object.keys(DIALECTS).filter((name) => DIALECTS[name].send).map(camel).sort());
});

for (const [name, { expected }] of Object.entries(SCENARIOS)) {
  test(name, async (t) => {
    const { lines, told, preflights } = await played(t, name, here);
    assert.deepEqual(lines, expected, JSON.stringify(told));
    assert.deepEqual(preflights, []);
  });
}
