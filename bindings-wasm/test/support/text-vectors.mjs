// The shared vectors of SMS text as tests.
import assert from "node:assert/strict";
import { test } from "node:test";

import { runTexts } from "./text-runner.mjs";
import { TEXTS } from "./vector-files.mjs";

/** Tests an entry by all of them. */
export function testTexts(api) {
  for (const [kind, file] of Object.entries(TEXTS)) {
    test(`text/${kind}`, () => {
      const { files, failures } = runTexts({ [kind]: file }, api);
      assert.equal(failures.length, 0, `${failures.length} failed:\n${failures.slice(0, 10).join("\n")}`);
      const { ran, skipped } = files[kind];
      assert.deepEqual([ran, skipped], [file.cases.length, 0]);
      console.log(`text/${kind}: ran ${ran}, skipped ${skipped}`);
    });
  }

  test("every kind is there, and a wrong expectation is seen", () => {
    const kinds = ["bodies", "budgets", "decode", "reassemble", "segments", "split", "tables", "transliterate"];
    assert.deepEqual(Object.keys(TEXTS), kinds);
    for (const [kind, file] of Object.entries(TEXTS)) {
      const given = file.cases.find(({ expect }) => !("error" in expect));
      for (const expect of [{ error: { code: "too_many_parts" } }, { ...given.expect, [Object.keys(given.expect)[0]]: "no such" }]) {
        const { failures } = runTexts({ [kind]: { ...file, cases: [{ ...given, expect }] } }, api);
        assert.equal(failures.length, 1, kind);
      }
    }
  });
}
