// The packed package in browsers, by all vectors: as it is, and bundled; and before a policy that forbids WebAssembly.
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { before } from "node:test";
import { promisify } from "node:util";

import { build as esbuild } from "esbuild";
import { build as vite, createServer } from "vite";
import webpack from "webpack";

import { BROWSERS, browserTest, serve } from "../support/browsers.mjs";
import { check, makeProject } from "./project.mjs";

const ENGINES = { chromium: / HeadlessChrome\//, firefox: / Firefox\// };

/** What makes of a program what `index.html` loads, with no option but where it lies and where it goes. */
const BUNDLERS = {
  async esbuild(project, program, folder) {
    await esbuild({ entryPoints: [join(project, program)], bundle: true, minify: true, outfile: join(folder, "page.mjs") });
    cpSync(join(project, "index.html"), join(folder, "index.html"));
  },
  async webpack(project, program, folder) {
    const output = { path: folder, filename: "page.mjs" };
    const stats = await promisify(webpack)({ context: project, entry: `./${program}`, output, mode: "production" });
    assert.ok(!stats.hasErrors(), stats.toString());
    cpSync(join(project, "index.html"), join(folder, "index.html"));
  },
  // Takes the page itself, and what it loads.
  vite: (project, _, folder) => vite({ root: project, configFile: false, build: { outDir: folder }, logLevel: "error" }),
};

const POLICY = "content-security-policy";
const folders = {};

before(async (t) => {
  const project = await makeProject(t);
  folders.plain = project;
  const bundle = async (bundler, program, name) => {
    folders[name] = join(project, name);
    await BUNDLERS[bundler](project, program, folders[name]);
  };
  for (const bundler of Object.keys(BUNDLERS)) await bundle(bundler, "page.mjs", bundler);
  await bundle("esbuild", "refused-page.mjs", "refused");
});

/** What a page tells. */
async function told(page, address) {
  const errors = [];
  page.removeAllListeners("pageerror").on("pageerror", (error) => errors.push(error));
  await page.goto(address);
  await page.waitForFunction("globalThis.told").catch((error) => {
    throw new AggregateError(errors, `${address} tells nothing: ${error.message}\n${errors.join("\n")}`);
  });
  return page.evaluate("globalThis.told");
}

/** Serves a folder, with the header fields that are given. */
const at = (t, folder, fields) => serve(t, { "": folder }, fields);

/** Vite's own server, which bundles what is installed and nothing else. Gives its address. */
async function develop(t) {
  const server = { host: "127.0.0.1", port: 0, ws: false };
  const started = await createServer({ root: folders.plain, configFile: false, server, logLevel: "error" });
  t.after(() => started.close());
  await started.listen();
  return started.resolvedUrls.local[0];
}

for (const browser of BROWSERS) {
  browserTest("the packed package", browser, async (page, t) => {
    await t.test("as it is", async (t) => {
      check(await told(page, `${await at(t, folders.plain)}/plain.html`), ENGINES[browser]);
    });
    for (const bundler of Object.keys(BUNDLERS)) {
      await t.test(`bundled by ${bundler}`, async (t) => {
        check(await told(page, `${await at(t, folders[bundler])}/index.html`), ENGINES[browser]);
      });
    }
    await t.test("under development with vite", async (t) => check(await told(page, await develop(t)), ENGINES[browser]));
    await t.test("under a policy that allows WebAssembly", async (t) => {
      const fields = { [POLICY]: "script-src 'self' 'wasm-unsafe-eval'" };
      assert.deepEqual(await told(page, `${await at(t, folders.refused, fields)}/index.html`), [1, "undefined", "undefined", 1]);
    });
    await t.test("under one that forbids it", async (t) => {
      const fields = { [POLICY]: "script-src 'self'" };
      const [first, init, , last] = await told(page, `${await at(t, folders.refused, fields)}/index.html`);
      assert.match(first, /^not_initialised: smskernel is not ready, .*await init\(\) before the first use \(CompileError: /);
      assert.match(init, /^not_initialised: .* add 'wasm-unsafe-eval' to script-src; /);
      assert.equal(last, first);
    });
  });
}
