// The shared vectors. With SMSKERNEL_RESULTS set, what came out is written to that file, for the comparison with the other
// languages. The folder `runtimes` runs the same in other engines than this one.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, test } from "node:test";

// Lets webhooks in XML be read, too.
import "smskernel/webhooks";

import { DIALECTS } from "./support/dialects.mjs";
import { Runner } from "./support/runner.mjs";
import { FILES } from "./support/vector-files.mjs";
import { sorted } from "./support/vectors.mjs";

const results = {};

for (const [name, written] of Object.entries(FILES)) {
  const runner = new Runner(name, written);
  results[name] = {};
  for (const section of runner.sections) {
    test(`${name}: ${section}`, () => {
      const { results: found, failures } = runner.run(section);
      Object.assign(results[name], found);
      assert.equal(failures.length, 0, `${failures.length} failed:\n${failures.slice(0, 10).join("\n")}`);
    });
  }
}

test("every file and every case was run", () => {
  assert.deepEqual(Object.keys(FILES), Object.keys(DIALECTS).sort(), "each file has its operation, each operation its file");
  for (const [name, written] of Object.entries(FILES)) {
    const wanted = new Runner(name, written).cases;
    assert.deepEqual(Object.keys(results[name]).sort(), wanted.sort());
    assert.equal(new Set(wanted).size, wanted.length, "ids are unique");
    console.log(`${name}: ran ${wanted.length}, skipped 0`);
  }
});

after(() => {
  const path = process.env.SMSKERNEL_RESULTS;
  if (path) writeFileSync(path, JSON.stringify(sorted(results), null, 1));
});
