// Builds the package into `dist`: the WebAssembly module with its glue by the build program, then the TypeScript.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

function run(command, ...words) {
  const { status, error } = spawnSync(command, words, { cwd: here, stdio: "inherit" });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

rmSync(join(here, "dist"), { recursive: true, force: true });
run("cargo", "run", "--locked", "--quiet", "--profile", "build-tool", "--package", "smskernel-wasm-build", "--", join(here, "dist", "wasm"));
run(process.execPath, join(here, "node_modules", "typescript", "bin", "tsc"));
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  const from = join(here, "..", licence);
  if (existsSync(from)) copyFileSync(from, join(here, licence));
}
