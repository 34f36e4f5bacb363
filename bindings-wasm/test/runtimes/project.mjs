// An empty project with the packed package installed, the vectors, and the programs that run them.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import * as text from "../../dist/text/index.js";
import "../../dist/webhooks/index.js";
import { runAll } from "../support/runner.mjs";
import { runTexts } from "../support/text-runner.mjs";
import { FILES, TEXTS } from "../support/vector-files.mjs";

const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));
const PROGRAMS = fileURLToPath(new URL("programs", import.meta.url));
const NEUTRAL = ["runner.mjs", "dialects.mjs", "vectors.mjs", "text-runner.mjs"];

/** What a program prints; whatever it complains of is in the error if it fails. */
export async function output(cwd, command, ...words) {
  const { stdout } = await promisify(execFile)(command, words, { cwd, encoding: "utf8", timeout: 120_000, maxBuffer: 2 ** 26 });
  return stdout;
}

/** Makes the project; the test that gave `t` removes it. */
export async function makeProject(t) {
  const folder = mkdtempSync(join(tmpdir(), "smskernel-project-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const [{ filename }] = JSON.parse(await output(PACKAGE, "npm", "pack", "--json", "--silent", "--pack-destination", folder));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await output(folder, "npm", "install", "--silent", "--no-audit", "--no-fund", `./${filename}`);
  cpSync(join(PACKAGE, "node_modules/chai"), join(folder, "node_modules/chai"), { recursive: true });
  for (const name of readdirSync(PROGRAMS)) cpSync(join(PROGRAMS, name), join(folder, name));
  for (const name of NEUTRAL) cpSync(join(PACKAGE, "test/support", name), join(folder, name));
  // As text: in a literal `__proto__` would be no member like the others.
  const files = Object.entries({ FILES, TEXTS }).map(([name, files]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(files))});\n`);
  writeFileSync(join(folder, "files.mjs"), files.join(""));
  return folder;
}

/** What this Node makes of the vectors: every engine must do the same, case by case and to the letter. */
export const EXPECTED = { ...(await runAll(FILES)), texts: runTexts(TEXTS, text) };
assert.deepEqual([EXPECTED.failures, EXPECTED.texts.failures], [[], []]);
assert.deepEqual(Object.keys(EXPECTED.files), Object.keys(FILES));
assert.deepEqual(Object.keys(EXPECTED.texts.files), Object.keys(TEXTS));

/** The engine is the one that is meant, and ran every case of every file with the same results. */
export function check(told, engine) {
  const { engine: found, ...rest } = told;
  assert.match(found, engine);
  const files = [...Object.entries(rest.files), ...Object.entries(rest.texts.files)];
  for (const [name, { ran, skipped }] of files) assert.ok(ran > 0 && skipped === 0, name);
  assert.deepEqual(rest, EXPECTED);
}
