// The package as npm makes it: packed, installed into an empty project, imported.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const run = (cwd, command, ...words) => execFileSync(command, words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Each module, and by a function each what it knows: of replies, of texts, of webhooks, of XML. */
const MODULES = {
  "dist/wasm/smskernel.wasm": ["reply", "textCount", "parseWebhook"],
  "dist/text/wasm/text.wasm": ["textCount"],
  "dist/webhooks/wasm/webhooks.wasm": ["parseWebhook", "readsXml"],
};

for (const [path, own] of Object.entries(MODULES)) {
  test(`${path} imports its own glue and nothing else`, () => {
    const module = new WebAssembly.Module(readFileSync(join(here, path)));
    assert.deepEqual([...new Set(WebAssembly.Module.imports(module).map(({ module: name }) => name))], ["./glue_bg.js"]);
    const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
    assert.deepEqual(["reply", "textCount", "parseWebhook", "readsXml"].filter((name) => exported.includes(name)), own);
  });

  test(`the bytes that stand as text are those of ${path}`, async () => {
    const { bytes } = await import(join(here, dirname(path), "bytes.js"));
    assert.ok(Buffer.from(bytes, "base64").equals(readFileSync(join(here, path))));
  });
}

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
  const strange = paths.filter((path) => !/^(dist\/[\w./-]+\.(js|d\.ts)|dist\/(wasm\/smskernel|text\/wasm\/text|webhooks\/wasm\/webhooks)\.(wasm|d\.wasm\.ts)|README\.md|package\.json|LICENSE-\w+)$/.test(path));
  assert.deepEqual(strange, []);
  const wanted = ["dist/index.js", "dist/index.d.ts", "dist/wasm/smskernel.wasm", "dist/text/wasm/text.wasm", "dist/webhooks/wasm/webhooks.wasm", "README.md", "LICENSE-MIT", "LICENSE-APACHE"];
  assert.deepEqual(wanted.filter((path) => !paths.includes(path)), []);
  writeFileSync(join(folder, "package.json"), '{"private": true}');
  run(folder, "npm", "install", "--silent", "--no-audit", "--no-fund", `./${filename}`);
  const program = `
    const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
    const call = gateway.sendText({ messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" }] });
    console.log(call.reader.length, call.noReply().messages[0].outcome.resend);
    console.log(segments("👋").units, texts.segments("👋").units, segments === texts.segments, text.split === texts.split);
    const xml = "<results><result><messageId>m</messageId><status><id>5</id></status></result></results>";
    console.log(infobip.parseWebhook({ method: "POST", body: xml }).events[0].outcome.state, infobip.parseWebhook === webhooks.infobip.parseWebhook);`;
  const printed = "1 uncertain\n2 2 true true\ndelivered true\n";
  writeFileSync(join(folder, "import.mjs"), `import { infobip, segments, text } from "smskernel";\nimport * as texts from "smskernel/text";\nimport * as webhooks from "smskernel/webhooks";\n${program}`);
  assert.equal(run(folder, process.execPath, "import.mjs"), printed);
  const { major, minor } = process.versions.node.match(/(?<major>\d+)\.(?<minor>\d+)/).groups;
  assert.ok(Number(major) > 20 || Number(minor) >= 19, "this Node requires modules");
  writeFileSync(join(folder, "require.cjs"), `const { infobip, segments, text } = require("smskernel");\nconst texts = require("smskernel/text");\nconst webhooks = require("smskernel/webhooks");\n${program}`);
  assert.equal(run(folder, process.execPath, "--no-warnings", "require.cjs"), printed);
});
