// An empty project with the packed package installed, the vectors, and the programs that run them.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { runAll } from "../support/runner.mjs";
import { FILES } from "../support/vector-files.mjs";

const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));
const PROGRAMS = fileURLToPath(new URL("programs", import.meta.url));
const NEUTRAL = ["runner.mjs", "dialects.mjs", "vectors.mjs"];

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
  writeFileSync(join(folder, "files.mjs"), `export const FILES = JSON.parse(${JSON.stringify(JSON.stringify(FILES))});\n`);
  return folder;
}

/** What this Node makes of the vectors: every engine must do the same, case by case and to the letter. */
export const EXPECTED = await runAll(FILES);
assert.deepEqual(EXPECTED.failures, []);
assert.deepEqual(Object.keys(EXPECTED.files), Object.keys(FILES));

/** The engine is the one that is meant, and ran every case of every file with the same results. */
export function check(told, engine) {
  const { engine: found, ...rest } = told;
  assert.match(found, engine);
  for (const [name, { ran, skipped }] of Object.entries(rest.files)) assert.ok(ran > 0 && skipped === 0, name);
  assert.deepEqual(rest, EXPECTED);
}
