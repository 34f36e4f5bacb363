// The tarball as npm makes it, judged by the tools that know how packages are resolved.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const tool = (name) => join(here, "node_modules", ".bin", name);

let folder;
let tarball;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "smskernel-"));
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--silent", "--pack-destination", folder], { cwd: here, encoding: "utf8" }));
  tarball = join(folder, filename);
});
after(() => rmSync(folder, { recursive: true }));

/** Whether a tool finds the package good, and what it says otherwise. */
function judged(name, ...words) {
  const { status, stdout, stderr } = spawnSync(tool(name), words, { cwd: folder, encoding: "utf8" });
  return { status, told: `${stdout}${stderr}` };
}

test("publint has nothing to say", () => {
  const { status, told } = judged("publint", "run", tarball, "--strict");
  assert.equal(status, 0, told);
  assert.match(told, /All good!/);
});

test("the types are those of the modules, wherever modules are imported", () => {
  const { status, told } = judged("attw", tarball, "--profile", "esm-only", "--format", "json");
  assert.equal(status, 0, told);
  const { analysis } = JSON.parse(told);
  assert.equal(analysis.packageName, "smskernel");
  assert.equal(analysis.types.kind, "included");
  assert.deepEqual(Object.keys(analysis.entrypoints).slice(0, 3), [".", "./text", "./webhooks"]);
});
