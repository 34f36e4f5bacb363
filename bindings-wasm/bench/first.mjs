// From import to the first finished request, in processes that begin for it: as installed, and bundled into one file.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { build } from "esbuild";

const here = fileURLToPath(new URL("..", import.meta.url));
const request = '{ messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" }] }';

/** What sends one text, and the nearest to it with zod, which judges less and reads no reply. */
const SOURCES = {
  smskernel: (from) => `
    import { infobip } from ${JSON.stringify(from("dist/index.js"))};
    const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
    export const first = () => gateway.sendText(${request}).body.length;
    export const send = async () => {
      const call = gateway.sendText(${request});
      return call.parseResponse(await fetch(call.url, call));
    };`,
  zod: (from) => `
    import { Reply, Request } from ${JSON.stringify(from("bench/schema.mjs"))};
    export const first = () => new TextEncoder().encode(JSON.stringify(Request.parse(${request}))).length;
    export const send = async () => {
      const body = JSON.stringify(Request.parse(${request}));
      const reply = await fetch("https://example.com/sms/1/text/advanced", { method: "POST", body, headers: { Authorization: "App key" } });
      return Reply.parse(await reply.json());
    };`,
};

/** The programs on disk, by how they are made, and the bytes of those that are one file; `remove` takes them away. */
export async function bundles() {
  const folder = mkdtempSync(join(tmpdir(), "smskernel-bench-"));
  const programs = { "as installed": {}, "bundled into one file": {} };
  const bytes = {};
  for (const [name, source] of Object.entries(SOURCES)) {
    const installed = join(folder, `${name}.mjs`);
    writeFileSync(installed, source((path) => pathToFileURL(join(here, path)).href));
    programs["as installed"][name] = installed;
    const { outputFiles } = await build({
      stdin: { contents: source((path) => `./${path}`), resolveDir: here },
      bundle: true, minify: true, write: false, format: "esm", platform: "neutral", mainFields: ["module", "main"], target: "es2022",
    });
    const bundled = join(folder, `${name}.bundle.mjs`);
    writeFileSync(bundled, outputFiles[0].contents);
    programs["bundled into one file"][name] = bundled;
    bytes[name] = outputFiles[0].contents;
  }
  return { programs, bytes, remove: () => rmSync(folder, { recursive: true }) };
}

/** The least time in milliseconds that each program took from its import to its first request, of so many in turn. */
export function firstCalls(programs, rounds) {
  const best = Object.fromEntries(Object.keys(programs).map((name) => [name, Infinity]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, file] of Object.entries(programs)) {
      const measured = `
        const start = process.hrtime.bigint();
        const { first } = await import(${JSON.stringify(pathToFileURL(file).href)});
        if (!(first() > 0)) throw new Error("nothing was built");
        console.log(Number(process.hrtime.bigint() - start) / 1e6);`;
      const took = Number(execFileSync(process.execPath, ["--input-type=module", "-e", measured], { encoding: "utf8" }));
      best[name] = Math.min(best[name], took);
    }
  }
  return best;
}
