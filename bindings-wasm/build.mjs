// Builds the package into `dist`: each WebAssembly module, its glue and its bytes as text, then the TypeScript.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "dist");

/** Runs a program in this folder and gives what it prints; ends the build, with a hint, if it fails. */
function run(hint, command, ...words) {
  const { status, error, stdout } = spawnSync(command, words, { cwd: here, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (status === 0) return stdout.trim();
  console.error(`${stdout ?? ""}${error?.message ?? `${command} failed`}; ${hint}`);
  process.exit(status ?? 1);
}

rmSync(dist, { recursive: true, force: true });
const MODULES = [["wasm/smskernel.wasm"], ["text/wasm/text.wasm", "texts"], ["webhooks/wasm/webhooks.wasm", "xml"]];
for (const [file, ...words] of MODULES) {
  const module = run("if Rust's parts are missing, run: make setup", "bash", join(here, "..", "scripts", "wasm.sh"), ...words);
  run(
    "if wasm-opt is missing, run: npm ci",
    ...["cargo", "run", "--locked", "--quiet", "--profile", "build-tool", "--package", "smskernel-wasm-build", "--"],
    ...[module, join(here, "node_modules"), join(dist, file)],
  );
}
run("the TypeScript has errors", process.execPath, join(here, "node_modules", "typescript", "bin", "tsc"));
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  const from = join(here, "..", licence);
  if (existsSync(from)) copyFileSync(from, join(here, licence));
}
