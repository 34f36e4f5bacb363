// Edge workers in workerd, the runtime that runs them: bundled as a user's tool does it, with nothing to reach but loopback.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build } from "esbuild";
import { Miniflare } from "miniflare";

/** Bundles a module worker as wrangler would: by the conditions of its exports, the module's file beside the program. */
async function bundle(entry, outdir) {
  const { metafile } = await build({
    entryPoints: { worker: entry },
    bundle: true, format: "esm", target: "es2022", conditions: ["workerd", "worker", "browser"],
    loader: { ".wasm": "copy" }, outdir, outExtension: { ".js": ".mjs" }, metafile: true, logLevel: "error",
  });
  return Object.keys(metafile.inputs);
}

/**
 * Starts a module worker; the test that gave `t` stops it. Gives its address, the files that it was made of, and what it
 * has printed so far. `flags` are compatibility flags, by which a worker has other rules than those of its date.
 */
export async function startWorker(t, entry, bindings, flags = []) {
  const outdir = mkdtempSync(join(tmpdir(), "smskernel-worker-"));
  t.after(() => rmSync(outdir, { recursive: true }));
  const inputs = await bundle(entry, outdir);
  const printed = [];
  const take = (stream) => stream.setEncoding("utf8").on("data", (text) => printed.push(text));
  const worker = new Miniflare({
    modules: true, modulesRoot: outdir, scriptPath: join(outdir, "worker.mjs"), compatibilityDate: "2026-01-01",
    compatibilityFlags: flags,
    modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }],
    bindings, host: "127.0.0.1", port: 0, cf: false, telemetry: { enabled: false },
    handleRuntimeStdio: (out, err) => [out, err].forEach(take),
  });
  t.after(() => worker.dispose());
  const url = await worker.ready;
  return { address: url.origin, inputs, printed: () => printed.join("") };
}
