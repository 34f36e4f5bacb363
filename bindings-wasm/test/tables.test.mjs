// The words of the TypeScript side against the tables of the core, from both sides.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../..", import.meta.url);
const printed = spawnSync("cargo", ["run", "--locked", "--quiet", "-p", "smskernel", "--example", "facts"], { cwd: root });
assert.equal(printed.status, 0, `the core prints its tables: ${printed.stderr}`);
const facts = JSON.parse(printed.stdout);
const source = (name) => readFileSync(new URL(`../js/${name}.ts`, import.meta.url), "utf8");

/** All types of a dialect's requests, which may stand in several files. */
const requestsOf = (dialect) =>
  readdirSync(new URL("../js", import.meta.url))
    .filter((file) => file.startsWith(`${dialect}-`) && file.endsWith("types.ts"))
    .map((file) => source(file.replace(".ts", "")))
    .join("\n");

/** The texts of a union. */
function union(file, name) {
  const declared = new RegExp(`export type ${name} =([^;]*);`).exec(source(file));
  assert.ok(declared, `no type ${name} in ${file}`);
  return [...declared[1].matchAll(/"([^"]+)"/g)].map(([, word]) => word).sort();
}

const words = (list) => [...list].sort();

test("codes, states and advice", () => {
  assert.deepEqual(union("codes", "Code"), words(facts.codes));
  assert.deepEqual(union("codes", "FixedCode"), words(facts.fixedCodes));
  assert.deepEqual(words(["refused", ...union("codes", "UnreadableCode")]), words(facts.replyCodes));
  assert.deepEqual(union("codes", "WebhookCode"), words(facts.webhookCodes));
  assert.deepEqual(union("codes", "State"), words(facts.states));
  assert.deepEqual(union("codes", "Resend"), words(facts.resends));
});

test("limits", () => {
  const common = union("account", "CommonLimit");
  for (const [dialect, { limits }] of Object.entries(facts.dialects)) {
    assert.deepEqual(words([...common, ...union(`${dialect}-types`, "Limit")]), words(limits));
  }
});

test("limits of webhooks", () => {
  assert.deepEqual(union("webhooks/types", "WebhookLimit"), words(facts.webhookLimits));
});

test("words that fields know", () => {
  assert.deepEqual(union("common-types", "Day"), words(facts.days));
  assert.deepEqual(union("infobip-types", "Transliteration"), words(facts.transliterations));
  const quoted = (list) => list.map((word) => `"${word}"`).join(" | ");
  assert.ok(source("infobip-types").includes(`languageCode?: ${quoted(facts.languages)} | undefined`));
  assert.ok(source("infobip-types").includes(`notifyContentType?: ${quoted(facts.notifyContentTypes)} | undefined`));
});

test("every field has its place under both names, and there is no other", () => {
  const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  for (const [dialect, { objects }] of Object.entries(facts.dialects)) {
    const declared = new Set([...requestsOf(dialect).matchAll(/readonly (\w+)\??:/g)].map(([, name]) => name));
    // A count, and the account data that the gateway itself writes, have no name of ours.
    const wireOnly = ["count", "partnerID", "apikey"];
    const known = new Set(["extra"]);
    for (const [object, fields] of objects) {
      for (const [wire, ours] of fields) {
        for (const name of wireOnly.includes(wire) ? [wire] : [wire, camel(ours)]) {
          known.add(name);
          assert.ok(declared.has(name), `${dialect}: ${name} of ${object} is not declared`);
        }
      }
    }
    assert.deepEqual([...declared].filter((name) => !known.has(name)), [], `${dialect}: declared, and no field`);
  }
});
