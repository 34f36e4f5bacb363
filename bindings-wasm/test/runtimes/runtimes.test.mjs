// The packed package in every engine that runs without a window, by all vectors.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { startWorker } from "../support/workers.mjs";
import { check, makeProject, output } from "./project.mjs";

const packaged = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
const NODE_24 = packaged("node24/bin/node");
const DENO = packaged("deno/deno");
const BUN = packaged("bun/bin/bun");
const [MAJOR] = process.versions.node.split(".");
const THIS_NODE = RegExp(`^Node\\.js/${MAJOR}$`);

let project;
before(async (t) => {
  project = await makeProject(t);
});

for (const [name, engine, program, ...words] of [
  [`Node ${MAJOR}`, THIS_NODE, process.execPath, "print.mjs"],
  [`Node ${MAJOR}, required`, THIS_NODE, process.execPath, "print.cjs"],
  ["Node 24", /^Node\.js\/24$/, NODE_24, "print.mjs"],
  ["Node 24, required", /^Node\.js\/24$/, NODE_24, "print.cjs"],
  ["Deno", /^Deno\/2/, DENO, "run", "--no-prompt", "--node-modules-dir=manual", "print.mjs"],
  ["Bun", /^Bun\/1/, BUN, "print.mjs"],
  ["Bun, required", /^Bun\/1/, BUN, "print.cjs"],
]) {
  const missing = !existsSync(program) && "npm has it for Linux on x64 alone";
  test(name, { skip: process.env.CI === "true" ? false : missing }, async () => {
    check(JSON.parse(await output(project, program, ...words)), engine);
  });
}

test("bundled by esbuild into one CommonJS file for Node", async () => {
  const outfile = join(project, "bundle", "print.cjs");
  await build({ entryPoints: [join(project, "print.cjs")], bundle: true, platform: "node", minify: true, outfile, logLevel: "error" });
  check(JSON.parse(await output(project, process.execPath, outfile)), THIS_NODE);
});

test("workerd", async (t) => {
  const { address, inputs } = await startWorker(t, join(project, "worker.mjs"));
  assert.deepEqual(inputs.filter((path) => /smskernel\/dist\/(index|inline|workerd|wasm\/bytes)/.test(path)).length, 1, "one entry");
  check(await (await fetch(address)).json(), /^Cloudflare-Workers$/);
});

test("workerd, by the entry whose bytes it refuses: init takes the module", async (t) => {
  // Newer dates let a worker compile bytes as long as it starts.
  const { address } = await startWorker(t, join(project, "refused-worker.mjs"), {}, ["disallow_eval_during_startup"]);
  const [first, init, given, last] = await (await fetch(address)).json();
  assert.match(first, /^not_initialised: smskernel is not ready, .*await init\(\) before the first use \(CompileError: /);
  assert.match(init, /^not_initialised: .* import smskernel\/smskernel\.wasm and give it to init$/);
  assert.deepEqual([given, last], ["undefined", 1]);
});
