// The package as npm makes it: packed, installed into an empty project, imported.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const run = (cwd, command, ...words) => execFileSync(command, words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

test("the module imports its own glue and nothing else", () => {
  const module = new WebAssembly.Module(readFileSync(`${here}/dist/wasm/smskernel.wasm`));
  assert.deepEqual([...new Set(WebAssembly.Module.imports(module).map(({ module: name }) => name))], ["./glue_bg.js"]);
});

test("the bytes that stand as text are the module's", async () => {
  const { bytes } = await import("../dist/wasm/bytes.js");
  assert.ok(Buffer.from(bytes, "base64").equals(readFileSync(`${here}/dist/wasm/smskernel.wasm`)));
});

test("the lock files name no registry", () => {
  for (const folder of [".", "test/runtimes"]) {
    const { packages } = JSON.parse(readFileSync(join(here, folder, "package-lock.json"), "utf8"));
    for (const [name, { resolved }] of Object.entries(packages)) assert.equal(resolved, undefined, name);
  }
});

test("a packed copy works in an empty project, imported and required", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "smskernel-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const [{ filename, files }] = JSON.parse(run(here, "npm", "pack", "--json", "--silent", "--pack-destination", folder));
  const paths = files.map(({ path }) => path);
  const strange = paths.filter((path) => !/^(dist\/[\w./-]+\.(js|d\.ts)|dist\/wasm\/smskernel\.(wasm|d\.wasm\.ts)|README\.md|package\.json|LICENSE-\w+)$/.test(path));
  assert.deepEqual(strange, []);
  const wanted = ["dist/index.js", "dist/index.d.ts", "dist/wasm/smskernel.wasm", "README.md", "LICENSE-MIT", "LICENSE-APACHE"];
  assert.deepEqual(wanted.filter((path) => !paths.includes(path)), []);
  writeFileSync(join(folder, "package.json"), '{"private": true}');
  run(folder, "npm", "install", "--silent", "--no-audit", "--no-fund", `./${filename}`);
  const program = `
    const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
    const call = gateway.sendText({ messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" }] });
    console.log(call.reader.length, call.noReply().messages[0].outcome.resend);`;
  writeFileSync(join(folder, "import.mjs"), `import { infobip } from "smskernel";\n${program}`);
  assert.equal(run(folder, process.execPath, "import.mjs"), "1 uncertain\n");
  const { major, minor } = process.versions.node.match(/(?<major>\d+)\.(?<minor>\d+)/).groups;
  assert.ok(Number(major) > 20 || Number(minor) >= 19, "this Node requires modules");
  writeFileSync(join(folder, "require.cjs"), `const { infobip } = require("smskernel");\n${program}`);
  assert.equal(run(folder, process.execPath, "--no-warnings", "require.cjs"), "1 uncertain\n");
});
